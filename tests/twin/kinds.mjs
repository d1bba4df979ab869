// What each kind of fact holds and who may state it: the tables of semantics.md §1 and §5.
// A form takes (value, pointer, fault), states each fault and returns what the value means, or undefined where it is unsound.
import { dayOf } from './dates.mjs';
import { JsonNumber } from './json.mjs';

export const roles = ['bureau', 'enterprise', 'inspector', 'provider', 'evaluator'];
export const identifierPattern = /^[A-Za-z0-9._-]{1,64}$/;
export const changeFields = ['name', 'address', 'legal_representative', 'business_scope', 'registered_capital'];

const articleList = (chapter, last) => Array.from({ length: last }, (_, index) => `${chapter}.${index + 1}`);
const articles = { 5: articleList(5, 7), 6: articleList(6, 6), 7: articleList(7, 5), 9: articleList(9, 6) };

/** `~` and `/` are escaped in a JSON Pointer. */
export const below = (pointer, key) => `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

function form(reason, meaning) {
  return (value, pointer, fault) => {
    const result = meaning(value);
    if (result === undefined) fault(pointer, reason);
    return result;
  };
}

const when = (condition, result) => (condition ? result : undefined);
const isText = (value) => typeof value === 'string' && value.length <= 200_000 && [...value].length <= 100_000;
export const identifier = form('identifier', (value) => when(typeof value === 'string' && identifierPattern.test(value), value));
export const text = form('text', (value) => when(isText(value) && value !== '', value));
export const possiblyEmptyText = form('text', (value) => when(isText(value), value));
export const date = form('date', (value) => (typeof value === 'string' ? dayOf(value) ?? undefined : undefined));
export const boolean = form('type', (value) => when(typeof value === 'boolean', value));
export const oneOf = (...names) => form('choice', (value) => when(typeof value === 'string' && names.includes(value), value));
const number = form('type', (value) => when(value instanceof JsonNumber, value));
const anyObject = form('type', (value) => when(value instanceof Map, value));
const quantity = form('quantity', (value) => when(value instanceof JsonNumber && value.mantissa > 0n, value));

function withinUnits(value, places, greatest) {
  if (!(value instanceof JsonNumber)) return undefined;
  const units = value.inUnits(places);
  return units === null || units < 0n || units > greatest ? undefined : units;
}
const level = form('level', (value) => withinUnits(value, 0, 4n));
const percent = form('percent', (value) => withinUnits(value, 2, 10_000n));
const money = form('money', (value) => (typeof value === 'string'
  ? when(/^\d{1,15}(\.\d{1,2})?$/.test(value), value)
  : withinUnits(value, 2, 10n ** 17n - 1n)));

const period = form('period', (value) => when(typeof value === 'string' && /^(\d{4}-(0[1-9]|1[0-2]|Q[1-4])|final)$/.test(value), value));
const article = (...chapters) => oneOf(...chapters.flatMap((chapter) => articles[chapter] ?? [chapter]));

const usccLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** The check character of GB 32100-2015 over the first 17 characters. */
export function usccCheck(first17) {
  let sum = 0;
  let weight = 1;
  for (const letter of first17) {
    sum += usccLetters.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return usccLetters[(31 - (sum % 31)) % 31];
}
const uscc = form('uscc', (value) => when(typeof value === 'string' && value.length === 18
  && [...value].every((letter) => usccLetters.includes(letter)) && usccCheck(value.slice(0, 17)) === value[17], value));

/** A list; unless it may be empty, an empty one is a fault. Its meaning holds undefined for unsound elements. */
function list(element, { mayBeEmpty = false } = {}) {
  return (value, pointer, fault) => {
    if (!Array.isArray(value) || (value.length === 0 && !mayBeEmpty)) {
      fault(pointer, 'list');
      return undefined;
    }
    return value.map((one, index) => element(one, below(pointer, index), fault));
  };
}

const optional = (inner) => ({ inner });

/** The members of an object by their forms; `undefined` as a meaning where it is left out or unsound. */
export function members(object, forms, pointer, fault) {
  const meanings = {};
  for (const [name, given] of Object.entries(forms)) {
    if (object.has(name)) meanings[name] = (given.inner ?? given)(object.get(name), below(pointer, name), fault, object);
    else if (!given.inner) fault(below(pointer, name), 'missing');
  }
  for (const name of object.keys()) {
    if (!Object.hasOwn(forms, name)) fault(below(pointer, name), 'unknown_field');
  }
  return meanings;
}

const record = (forms) => (value, pointer, fault) => {
  if (!(value instanceof Map)) {
    fault(pointer, 'type');
    return undefined;
  }
  return members(value, forms, pointer, fault);
};

const numbers = (value, pointer, fault) => {
  if (!(value instanceof Map)) {
    fault(pointer, 'type');
    return undefined;
  }
  for (const [key, one] of value) number(one, below(pointer, key), fault);
  return value;
};

const items = list(record({
  name: text, function: text, purpose: text, unit_price: money, quantity, standard: optional(boolean),
}));
const plan = list(record({ on: date, percent }));
const types = list(oneOf('综合集成', '小快轻准', '链主', '诊断咨询'));

const registration = {
  name: text, uscc, address: text, legal_representative: text, business_scope: text, registered_capital: money, types, contact: possiblyEmptyText,
};
/** The value is judged as that of the field that stands beside it, if that is one. */
const valueOf = (fields) => (value, pointer, fault, object) => {
  const field = object.get('field');
  return typeof field === 'string' && fields.includes(field) ? registration[field](value, pointer, fault) : undefined;
};

const verdict = (name) => ({ [name]: identifier, reason: text });
const order = { order: identifier };
const engagement = { engagement: identifier };
const decision = { decision: identifier };
const reference = form('ref', (value) => (typeof value === 'string' ? readReference(value) : undefined));

/** The parts of a ref of §3, or undefined where it has no such form. */
export function readReference(value) {
  if (identifierPattern.test(value)) return { key: value, of: 'verdict' };
  const [of, ...parts] = value.split(':');
  const day = dayOf(parts.at(-1) ?? '');
  if (day === null || !identifierPattern.test(parts[0])) return undefined;
  if ((of === 'acceptance' || of === 'amendment') && parts.length === 2) return { key: value, of, engagement: parts[0], day };
  if (of === 'change' && parts.length === 3 && changeFields.includes(parts[1])) return { key: value, of, provider: parts[0], day };
  return undefined;
}

/** kind → forms of its own fields. */
export const kinds = {
  'provider.registered': { provider: identifier, ...registration, types: optional(types), contact: optional(possiblyEmptyText) },
  'provider.corrected': { provider: identifier, field: oneOf(...Object.keys(registration)), value: valueOf(Object.keys(registration)), reason: text },
  'provider.change_reported': { provider: identifier, field: oneOf(...changeFields), value: valueOf(changeFields), changed_on: date },
  'provider.reinstated': { provider: identifier, reason: text },
  'enterprise.registered': {
    enterprise: identifier, name: text, uscc, industry: text, scale: optional(oneOf('规上', '规下', '专精特新')), district: optional(possiblyEmptyText),
  },
  'enterprise.removed': { enterprise: identifier, reason: text },
  'engagement.signed': {
    ...engagement, provider: identifier, enterprise: identifier, amount: money, due_on: date, baseline_level: optional(level), items, plan: optional(plan),
  },
  'engagement.amended': {
    ...engagement, amount: optional(money), due_on: optional(date), items: optional(items), plan: optional(plan), consented: boolean, reason: text,
  },
  'engagement.ended': { ...engagement, outcome: oneOf('completed', 'replaced', 'terminated') },
  'need.listed': {
    ...engagement, need: identifier, list: oneOf('problem', 'requirement', 'scenario'), tag: oneOf('N', 'X'), text, from: optional(identifier),
  },
  'deliverable.submitted': {
    ...engagement, title: text,
    deliverable: oneOf('needs_list', 'diagnosis_report', 'transformation_plan', 'implementation_record', 'acceptance_application',
      'self_assessment_report', 'typical_case', 'implementation_guide', 'solution_product'),
  },
  'progress.reported': { ...engagement, percent },
  'assessment.recorded': { ...engagement, phase: oneOf('before', 'after'), level, score: optional(number), answers: optional(anyObject) },
  'acceptance.concluded': { ...engagement, outcome: oneOf('passed', 'failed', 'failed_major') },
  'rating.given': {
    ...engagement, period, satisfaction: oneOf('satisfied', 'basically_satisfied', 'unsatisfied'), scores: optional(numbers),
    comment: optional(possiblyEmptyText),
  },
  'rating.withdrawn': { ...engagement, period, reason: text },
  'complaint.filed': { complaint: identifier, ...engagement, article: article('6', '7'), text },
  'complaint.upheld': verdict('complaint'),
  'complaint.dismissed': verdict('complaint'),
  'inspection.conducted': { inspection: identifier, provider: identifier, engagement: optional(identifier), checklist: text, answers: anyObject },
  'finding.raised': {
    finding: identifier, provider: identifier, engagement: optional(identifier), inspection: optional(identifier),
    article: article('5', '6', '7', '9.4', '9.5', '9.6'), text,
  },
  'finding.confirmed': verdict('finding'),
  'finding.dismissed': verdict('finding'),
  'trigger.waived': { provider: identifier, ref: reference, reason: text },
  'rectification.ordered': {
    ...order, provider: identifier, engagement: optional(identifier), for: list(reference, { mayBeEmpty: true }), due_on: optional(date),
    reason_for_longer: optional(text),
  },
  'rectification.extended': { ...order, due_on: date, reason: text },
  'rectification.submitted': { ...order, text },
  'rectification.verified': { ...order, outcome: oneOf('passed', 'failed') },
  'rectification.refused': verdict('order'),
  'rectification.voided': verdict('order'),
  'replacement.requested': { ...engagement, ...order, reason: text },
  'replacement.approved': verdict('engagement'),
  'replacement.rejected': verdict('engagement'),
  'disqualification.noticed': { ...decision, provider: identifier, grounds: list(article('9')), text },
  'disqualification.replied': { ...decision, text },
  'disqualification.decided': { ...decision, outcome: oneOf('disqualified', 'retained'), reason: text },
  'disqualification.appealed': { ...decision, text },
  'disqualification.appeal_decided': { ...decision, outcome: oneOf('upheld', 'overturned'), reason: text },
  'award.given': { provider: identifier, title: text, reason: text },
  'award.revoked': { provider: identifier, title: text, reason: text },
};

/** The kinds that the bureau states only on another's behalf. */
export const onBehalf = new Set(['rating.given', 'rating.withdrawn', 'complaint.filed', 'replacement.requested', 'rectification.submitted',
  'disqualification.replied', 'disqualification.appealed']);

const rights = {
  enterprise: ['rating.given', 'rating.withdrawn', 'complaint.filed', 'replacement.requested', 'acceptance.concluded', 'engagement.signed',
    'engagement.amended'],
  inspector: ['inspection.conducted', 'finding.raised', 'rectification.verified', 'progress.reported'],
  provider: ['provider.change_reported', 'need.listed', 'deliverable.submitted', 'progress.reported', 'rectification.submitted',
    'disqualification.replied', 'disqualification.appealed'],
  evaluator: ['assessment.recorded'],
};
export const mayState = (role, kind) => role === 'bureau' || rights[role].includes(kind);
