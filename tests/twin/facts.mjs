// Reads a facts file as semantics.md §1 and §5 describe it, written from that text alone, and states every fault of it.
import { NotJson, readJson, JsonNumber } from './json.mjs';
import { below, boolean, date, kinds, mayState, members, onBehalf, oneOf, possiblyEmptyText, roles } from './kinds.mjs';

/**
 * What a file says: `faults` (each a JSON Pointer with a reason) and, if there are none, `facts` with their meanings
 * in legal order (by day, then by position). `arguable` are pointers at which the text, read in one way, sees a further
 * fault that follows from another one and, read in another way, does not. `parameters` are those of the policy in force.
 */
export function readFacts(bytes, parameters) {
  const faults = [];
  const arguable = [];
  const faulty = new Set(); // positions
  const fault = (pointer, reason) => {
    faults.push({ pointer, reason });
    if (pointer.startsWith('/facts/')) faulty.add(Number(pointer.split('/')[2]));
  };
  fault.arguable = (pointer) => arguable.push(pointer);
  fault.isFaulty = ({ position }) => faulty.has(position);
  let document;
  try {
    document = readJson(bytes);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { faults: [{ pointer: '', reason: `json: ${error.message}` }], arguable };
  }
  if (!(document instanceof Map)) return { faults: [{ pointer: '', reason: 'type' }], arguable };

  const isOne = (value, pointer) => value instanceof JsonNumber && value.inUnits(0) === 1n || fault(pointer, 'version');
  const isList = (value, pointer) => (Array.isArray(value) ? value : void fault(pointer, 'list'));
  const list = members(document, { format: oneOf('hengping.facts'), version: isOne, facts: isList }, '', fault).facts ?? [];
  const facts = list.map((value, position) => readFact(value, position, fault)).filter((fact) => fact !== null);
  checkSequence(facts, parameters, fault);
  return faults.length ? { faults, arguable } : { faults, arguable, facts: facts.sort(legalOrder) };
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
  const isTheirs = role === 'bureau' && onBehalf.has(kind) && fact.on_behalf !== true;
  if (role !== undefined && (isTheirs || !mayState(role, kind))) {
    // An on_behalf that is no boolean is a fault by itself.
    if (isTheirs && value.has('on_behalf') && fact.on_behalf === undefined) fault.arguable(below(pointer, 'by'));
    else fault(below(pointer, 'by'), 'role');
  }
  fact.has = (name) => value.has(name);
  return fact;
}

/** What the facts before have made; identifiers of faulty facts too, so that faults do not cascade. */
class World {
  constructor() {
    this.names = new Map(); // `type/identifier` → what is known of it
    this.happened = new Set(); // refs of the events of §3, with their days as numbers
    this.undated = new Set(); // the same up to the day, of events without a sound one
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
  for (const fact of undated) remember(fact, world, fault);
  for (const fact of dated) {
    checkNames(fact, world, fault);
    checkDays(fact, world, parameters, fault);
    makeNames(fact, world, parameters, fault);
    remember(fact, world, fault);
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
function remember(fact, world, fault) {
  const { kind, on } = fact;
  if ((kind === 'acceptance.concluded' || kind === 'engagement.amended') && fact.engagement !== undefined) {
    const ref = `${kind === 'acceptance.concluded' ? 'acceptance' : 'amendment'}:${fact.engagement}:`;
    if (on === undefined) world.undated.add(ref);
    else world.happened.add(ref + on);
  }
  if (kind === 'provider.change_reported' && fact.provider !== undefined && fact.field !== undefined) {
    const ref = `change:${fact.provider}:${fact.field}:`;
    if (fact.changed_on === undefined) world.undated.add(ref);
    else world.happened.add(ref + fact.changed_on);
  }
  const order = kind.startsWith('rectification.') && fact.order !== undefined ? world.find('order', fact.order) : undefined;
  if (!order) return;
  if (kind === 'rectification.submitted') order.submitted = true;
  if (kind === 'rectification.ordered' && on !== undefined) order.unsound = fault.isFaulty(fact);
  if (on === undefined) return;
  if (kind === 'rectification.voided') order.voided = fault.isFaulty(fact) && order.voided !== true ? 'perhaps' : true;
  if (kind === 'rectification.extended') {
    order.unsound ||= fault.isFaulty(fact);
    if (fact.due_on !== undefined) order.due = fact.due_on;
  }
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
  if (madeType === 'need' && fact.from !== undefined && fact.engagement !== undefined && !world.find('need', `${fact.engagement}/${fact.from}`)) {
    if (world.find('engagement', fact.engagement)) fault(at('from'), 'unknown');
    else fault.arguable(at('from'));
  }
  checkOwners(fact, world, at, fault);
  checkReferences(fact, world, at, fault);
  if (fact.order === undefined || madeType === 'order') return;
  const order = world.find('order', fact.order);
  if (order?.voided === true && fact.on !== undefined) fault(at('order'), 'voided');
  else if (order?.voided) fault.arguable(at('order'));
  if (order && fact.kind === 'rectification.verified' && !order.submitted) fault(at('order'), 'nothing_submitted');
}

/**
 * What is named beside a provider or an engagement must be of it. Where the fact does not say soundly of which provider
 * or engagement it is, or the maker of what it names did not, that is arguable.
 */
function checkOwners(fact, world, at, fault) {
  if (fact.provider !== undefined && fact.engagement !== undefined && fact.kind !== 'engagement.signed') {
    const known = world.find('engagement', fact.engagement);
    if (known) compareOwners([world.find('provider', fact.provider) && fact.provider], [known.provider], at('engagement'), fault);
  }
  const name = { 'finding.raised': 'inspection', 'replacement.requested': 'order' }[fact.kind];
  const known = fact[name] !== undefined && world.find(name, fact[name]);
  if (!known) return;
  const owner = ownerOf(fact, world);
  if (fact.kind === 'replacement.requested') owner.engagement = world.find('engagement', fact.engagement) && fact.engagement;
  const isOfAll = owner.engagement === null || known.engagement === null;
  compareOwners([owner.provider, ...(isOfAll ? [] : [owner.engagement])], [known.provider, ...(isOfAll ? [] : [known.engagement])], at(name), fault);
}

/** Owners are a provider and perhaps an engagement; undefined where unsound. */
function compareOwners(ours, theirs, pointer, fault) {
  const differs = ours.some((one, index) => one !== undefined && theirs[index] !== undefined && one !== theirs[index]);
  if (differs) fault(pointer, 'not_of');
  else if ([...ours, ...theirs].includes(undefined)) fault.arguable(pointer);
}

function checkReferences(fact, world, at, fault) {
  const refs = fact.kind === 'trigger.waived' ? [[fact.ref, at('ref')]]
    : fact.kind === 'rectification.ordered' ? (fact.for ?? []).map((ref, index) => [ref, below(at('for'), index)]) : [];
  const { provider } = ownerOf(fact, world);
  for (const [ref, pointer] of refs) {
    if (ref === undefined) continue;
    const { isThere, of } = whatIsNamed(ref, world);
    if (!isThere) fault(pointer, 'unknown_ref');
    else compareOwners([provider], [of], pointer, fault);
  }
}

/** Whether what a ref names exists, and of which provider it is. */
function whatIsNamed({ of, key, day, engagement, provider }, world) {
  if (of === 'verdict') {
    const known = world.find('verdict', key);
    return { isThere: known !== undefined, of: known?.provider };
  }
  const upToDay = key.replace(/[^:]*$/, '');
  if (world.undated.has(upToDay)) return { isThere: true };
  const owner = of === 'change' ? world.find('provider', provider) && provider : world.find('engagement', engagement)?.provider;
  return { isThere: world.happened.has(upToDay + day), of: owner };
}

/** Days that must stand in some relation to others. */
function checkDays(fact, world, { rectification_days: days }, fault) {
  const { kind, on } = fact;
  const dueOn = below(fact.pointer, 'due_on');
  if (fact.due_on !== undefined) {
    if (fact.due_on < on) fault(dueOn, 'due_before');
    if (kind === 'rectification.ordered' && fact.due_on - on > days && !fact.has('reason_for_longer')) fault(dueOn, 'too_long');
    const replaced = kind === 'rectification.extended' && fact.order !== undefined ? world.find('order', fact.order)?.due : undefined;
    if (replaced !== undefined && fact.due_on >= on && fact.due_on <= replaced) {
      if (world.find('order', fact.order).unsound) fault.arguable(dueOn);
      else fault(dueOn, 'not_later');
    }
  }
  if (fact.changed_on !== undefined && fact.changed_on > on) fault(below(fact.pointer, 'changed_on'), 'changed_later');
  if (fact.plan) checkPlan(fact, kind === 'engagement.signed' ? on : world.find('engagement', fact.engagement)?.on, fault);
}

/** Dates and percents strictly rise, from after the signing; across an unsound point that is arguable. */
function checkPlan({ plan, pointer }, signed, fault) {
  for (const name of ['on', 'percent']) {
    let before = name === 'on' ? signed : undefined;
    let unsound = false;
    plan.forEach((point, index) => {
      const at = below(below(below(pointer, 'plan'), index), name);
      const here = point?.[name];
      if (here !== undefined && before !== undefined && here <= before) (unsound ? fault.arguable : fault)(at, 'plan');
      unsound = here === undefined;
      before = here ?? before;
    });
  }
}
