// Reads a facts file as semantics.md §1 and §5 describe it, written from that text alone, and states every fault of it.
import { NotJson, readJson, JsonNumber } from './json.mjs';
import { below, boolean, date, kinds, mayState, members, onBehalf, oneOf, possiblyEmptyText, roles } from './kinds.mjs';

/** The parameters of the policy that the validity of records depends on. */
export const policyInForce = { rectification_days: 30 };

/**
 * What a file says: `faults` (each a JSON Pointer with a reason) and, if there are none, `facts` with their meanings
 * in legal order (by day, then by position).
 */
export function readFacts(bytes, parameters = policyInForce) {
  const faults = [];
  const fault = (pointer, reason) => faults.push({ pointer, reason });
  let document;
  try {
    document = readJson(bytes);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { faults: [{ pointer: '', reason: `json: ${error.message}` }] };
  }
  if (!(document instanceof Map)) return { faults: [{ pointer: '', reason: 'type' }] };

  const isOne = (value, pointer) => value instanceof JsonNumber && value.inUnits(0) === 1n || fault(pointer, 'version');
  const isList = (value, pointer) => (Array.isArray(value) ? value : void fault(pointer, 'list'));
  const list = members(document, { format: oneOf('hengping.facts'), version: isOne, facts: isList }, '', fault).facts ?? [];
  const facts = list.map((value, position) => readFact(value, position, fault)).filter((fact) => fact !== null);
  checkSequence(facts, parameters, fault);
  return faults.length ? { faults } : { faults, facts: facts.sort(legalOrder) };
}

const legalOrder = (a, b) => a.on - b.on || a.position - b.position;

function readFact(value, position, fault) {
  const pointer = `/facts/${position}`;
  if (!(value instanceof Map)) {
    fault(pointer, 'type');
    return null;
  }
  const kind = value.get('kind');
  const known = typeof kind === 'string' && Object.hasOwn(kinds, kind);
  if (!known) fault(below(pointer, 'kind'), value.has('kind') ? 'kind' : 'missing');
  const common = { kind: () => kind, on: date, by: { inner: oneOf(...roles) }, note: { inner: possiblyEmptyText } };
  if (!known) {
    // Only what stands on any fact can be judged.
    members(new Map([...value].filter(([name]) => Object.hasOwn(common, name) && name !== 'kind').concat([['kind', '']])), common, pointer, fault);
    return null;
  }
  if (onBehalf.has(kind)) common.on_behalf = { inner: boolean };
  const fact = { ...members(value, { ...common, ...kinds[kind] }, pointer, fault), position, pointer };
  const role = value.has('by') ? fact.by : 'bureau';
  const unsoundBehalf = value.has('on_behalf') && fact.on_behalf === undefined;
  if (role !== undefined) {
    const may = mayState(role, kind) && (role !== 'bureau' || !onBehalf.has(kind) || fact.on_behalf === true || unsoundBehalf);
    if (!may) fault(below(pointer, 'by'), 'role');
  }
  fact.has = (name) => value.has(name);
  return fact;
}

/** What the facts before have made; identifiers of faulty facts too, so that faults do not cascade. */
class World {
  constructor() {
    this.names = new Map(); // `type/identifier` → what is known of it
    this.happened = new Map(); // ref of an event of §3 → true
  }

  find(type, identifier) {
    return this.names.get(`${type}/${identifier}`);
  }

  /** False where the identifier is taken. */
  make(type, identifier, known) {
    const key = `${type}/${identifier}`;
    if (this.names.has(key)) return false;
    this.names.set(key, known);
    return true;
  }
}

const makers = {
  'provider.registered': ['provider', 'provider'], 'enterprise.registered': ['enterprise', 'enterprise'],
  'engagement.signed': ['engagement', 'engagement'], 'complaint.filed': ['verdict', 'complaint'], 'finding.raised': ['verdict', 'finding'],
  'inspection.conducted': ['inspection', 'inspection'], 'rectification.ordered': ['order', 'order'],
  'disqualification.noticed': ['decision', 'decision'], 'need.listed': ['need', 'need'],
};

/**
 * Walks the facts in legal order. A fact without a sound day makes its identifier from the beginning and sees all that
 * there is; what it would do to an order is left out.
 */
function checkSequence(facts, parameters, fault) {
  const world = new World();
  const dated = facts.filter((fact) => fact.on !== undefined).sort(legalOrder);
  const undated = facts.filter((fact) => fact.on === undefined);
  for (const fact of undated) makeNames(fact, world, parameters, fault);
  for (const fact of undated) remember(fact, world);
  for (const fact of dated) {
    checkNames(fact, world, fault);
    checkDays(fact, world, parameters, fault);
    makeNames(fact, world, parameters, fault);
    remember(fact, world);
  }
  for (const fact of undated) {
    checkNames(fact, world, fault);
    checkDays(fact, world, parameters, fault);
  }
}

/** Of which provider and engagement a fact is, as far as that is sound: undefined where it is not known. */
function ownerOf(fact, world) {
  if (!('provider' in fact) && fact.engagement !== undefined) return { provider: world.find('engagement', fact.engagement)?.provider };
  const provider = fact.provider !== undefined && world.find('provider', fact.provider) ? fact.provider : undefined;
  if (!fact.has('engagement')) return { provider, engagement: null };
  const engagement = fact.engagement === undefined ? undefined : world.find('engagement', fact.engagement);
  const isIts = engagement && (provider === undefined || engagement.provider === undefined || engagement.provider === provider);
  return { provider, engagement: isIts ? fact.engagement : undefined };
}

function makeNames(fact, world, { rectification_days: days }, fault) {
  const [type, field] = makers[fact.kind] ?? [];
  if (!type || fact[field] === undefined || (type === 'need' && fact.engagement === undefined)) return;
  const owner = fact.kind === 'engagement.signed'
    ? { provider: world.find('provider', fact.provider) ? fact.provider : undefined } : ownerOf(fact, world);
  const known = { kind: fact.kind, on: fact.on, ...owner };
  if (type === 'order') {
    known.due = fact.has('due_on') ? fact.due_on : fact.on === undefined ? undefined : fact.on + days;
    known.submitted = false;
    known.voided = false;
  }
  const identifier = type === 'need' ? `${fact.engagement}/${fact.need}` : fact[field];
  if (!world.make(type, identifier, known)) fault(below(fact.pointer, field), 'taken');
}

/** What later facts may depend on beside identifiers. */
function remember(fact, world) {
  const { kind, on } = fact;
  if (kind === 'acceptance.concluded' || kind === 'engagement.amended') {
    if (fact.engagement !== undefined && on !== undefined) {
      world.happened.set(`${kind === 'acceptance.concluded' ? 'acceptance' : 'amendment'}:${fact.engagement}:${on}`, true);
    }
  } else if (kind === 'provider.change_reported') {
    if (fact.provider !== undefined && fact.field !== undefined && fact.changed_on !== undefined) {
      world.happened.set(`change:${fact.provider}:${fact.field}:${fact.changed_on}`, true);
    }
  }
  const order = kind.startsWith('rectification.') && fact.order !== undefined ? world.find('order', fact.order) : undefined;
  if (!order) return;
  if (kind === 'rectification.submitted') order.submitted = true;
  if (on === undefined) return;
  if (kind === 'rectification.voided') order.voided = true;
  if (kind === 'rectification.extended' && fact.due_on !== undefined) order.due = fact.due_on;
}

const named = ['provider', 'enterprise', 'engagement', 'inspection', 'order', 'decision'];

function checkNames(fact, world, fault) {
  const at = (name) => below(fact.pointer, name);
  const [madeType, madeField] = makers[fact.kind] ?? [];
  for (const name of named) {
    if (name === madeField || fact[name] === undefined) continue;
    if (!world.find(name, fact[name])) fault(at(name), 'unknown');
  }
  for (const name of ['complaint', 'finding']) {
    if (name === madeField || fact[name] === undefined) continue;
    const known = world.find('verdict', fact[name]);
    if (!known?.kind.startsWith(name)) fault(at(name), 'unknown');
  }
  if (madeType === 'need' && fact.from !== undefined && fact.engagement !== undefined && world.find('engagement', fact.engagement)) {
    if (!world.find('need', `${fact.engagement}/${fact.from}`)) fault(at('from'), 'unknown');
  }
  checkOwners(fact, world, at, fault);
  checkReferences(fact, world, at, fault);
  if (fact.order === undefined || madeType === 'order') return;
  const order = world.find('order', fact.order);
  if (order?.voided && fact.on !== undefined) fault(at('order'), 'voided');
  if (order && fact.kind === 'rectification.verified' && !order.submitted) fault(at('order'), 'nothing_submitted');
}

/** What is named beside a provider or an engagement must be of it. */
function checkOwners(fact, world, at, fault) {
  const differs = (a, b) => a !== undefined && b !== undefined && a !== b;
  const owner = ownerOf(fact, world);
  if (fact.provider !== undefined && fact.engagement !== undefined && fact.kind !== 'engagement.signed') {
    if (owner.provider !== undefined && differs(world.find('engagement', fact.engagement)?.provider, owner.provider)) fault(at('engagement'), 'not_of');
  }
  const besides = [];
  if (fact.inspection !== undefined && fact.kind === 'finding.raised') besides.push(['inspection', owner.provider, owner.engagement]);
  if (fact.order !== undefined && fact.kind === 'replacement.requested') {
    besides.push(['order', owner.provider, world.find('engagement', fact.engagement) ? fact.engagement : undefined]);
  }
  for (const [name, provider, engagement] of besides) {
    const known = world.find(name, fact[name]);
    if (!known) continue;
    const ofOtherEngagement = engagement !== null && known.engagement !== null && differs(known.engagement, engagement);
    if (differs(known.provider, provider) || ofOtherEngagement) fault(at(name), 'not_of');
  }
}

function checkReferences(fact, world, at, fault) {
  const refs = fact.kind === 'trigger.waived' ? [[fact.ref, at('ref')]]
    : fact.kind === 'rectification.ordered' ? (fact.for ?? []).map((ref, index) => [ref, below(at('for'), index)]) : [];
  const provider = ownerOf(fact, world).provider;
  for (const [ref, pointer] of refs) {
    if (ref === undefined) continue;
    const known = ref.of === 'verdict' ? world.find('verdict', ref.key)
      : happened(ref, world) && (ref.of === 'change' ? { provider: ref.provider } : { provider: world.find('engagement', ref.engagement)?.provider });
    if (!known) fault(pointer, 'unknown_ref');
    else if (provider !== undefined && known.provider !== undefined && known.provider !== provider) fault(pointer, 'ref_not_of');
  }
}

const happened = ({ of, key, day }, world) => world.happened.has(key.replace(/[^:]*$/, String(day))) && of !== 'verdict';

/** Days that must stand in some relation to others. */
function checkDays(fact, world, { rectification_days: days }, fault) {
  const { kind, on } = fact;
  const dueOn = below(fact.pointer, 'due_on');
  if (fact.due_on !== undefined) {
    if (fact.due_on < on) fault(dueOn, 'due_before');
    if (kind === 'rectification.ordered' && fact.due_on - on > days && !fact.has('reason_for_longer')) fault(dueOn, 'too_long');
    const replaced = kind === 'rectification.extended' && fact.order !== undefined ? world.find('order', fact.order)?.due : undefined;
    if (replaced !== undefined && fact.due_on >= on && fact.due_on <= replaced) fault(dueOn, 'not_later');
  }
  if (fact.changed_on !== undefined && fact.changed_on > on) fault(below(fact.pointer, 'changed_on'), 'changed_later');
  if (fact.plan) checkPlan(fact, kind === 'engagement.signed' ? on : world.find('engagement', fact.engagement)?.on, fault);
}

function checkPlan({ plan, pointer }, signed, fault) {
  plan.forEach((point, index) => {
    if (!point) return;
    const at = (name) => below(below(below(pointer, 'plan'), index), name);
    const before = index > 0 ? plan[index - 1] : { on: signed };
    if (point.on !== undefined && before?.on !== undefined && point.on <= before.on) fault(at('on'), 'plan');
    if (point.percent !== undefined && before?.percent !== undefined && point.percent <= before.percent) fault(at('percent'), 'plan');
  });
}
