// Breaks a sound facts file in ways that the format must refuse, or must not mind: whether it is still sound, readFacts() says.
import { dateOf, dayOf } from './dates.mjs';
import { kinds, roles } from './kinds.mjs';
import { fileOf } from './random_files.mjs';
import { Raw, write } from './random.mjs';

const raws = ['0', '-1', '1.5', '5', '101', '100.01', '100.00', '99.999', '0.005', '1e2', '1E+1', '1e-2', '1e-3', '0e5', '-0.0', '4.5', '999999999999999.99',
  '1000000000000000', '999999999999999.999', '1e14', '1e15', '123456789012345678901234567890', '1.7976931348623157e308'].map((token) => new Raw(token));
const anything = ['', ' ', 'x', '编号', 'a b', 'A:1', 'true', '1', 'Z'.repeat(64), 'Z'.repeat(65), '12.345', '-1', '1e3', '.5', '5.', '1,000', '９', '+1', null, true, false,
  [], {}, [[]], ['x'], [null], { a: 1 }, ...raws];
const dates = ['2025-02-29', '2024-02-29', '2025-02-30', '2025-13-01', '2025-00-10', '2025-1-1', '20250101', '2025-01-01T00:00:00Z', ' 2025-01-01', '1949-09-30', '1949-10-01',
  '2999-12-31', '3000-01-01', '0000-00-00', '２０２５-01-01', '2025-04-31', '1900-02-29', '2100-02-29', '2000-02-29'];
const refs = ['acceptance:A', 'acceptance:A:2025-02-30', 'acceptance:A:2025-02-03:x', 'change:A:contact:2025-01-01', 'change:A:name', 'amendment::2025-01-01', 'Acceptance:A:2025-01-01',
  ':', 'rating:A:final', 'acceptance:A:2025-01-01 ', 'A:2025-01-01'];
const articles = ['5.0', '5.8', '5', '6.7', '7.6', '7.10', '8.1', '9.0', '9.7', '9.3', '9.4', '10', '7.1', '5.7', '6.6', '07.1'];
const periods = ['2025-00', '2025-12', '2025-13', '2025-Q0', '2025-Q4', '2025-Q5', '2025-q1', 'Final', 'final', '2025', '2025-1'];
const names = ['extra', 'on_behalf', 'note', 'by', 'reason', 'due_on', 'a/b', 'm~n', '~1', '', '__proto__', 'constructor', '编号', 'reason_for_longer', 'Kind', 'on '];

/** Every place below a fact: { holder, key } of members and elements. */
function places(value, found = []) {
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    found.push({ holder: value, key });
    if (value[key] !== null && typeof value[key] === 'object' && !(value[key] instanceof Raw)) places(value[key], found);
  }
  return found;
}

const copy = (value) => (value instanceof Raw || value === null || typeof value !== 'object' ? value
  : Array.isArray(value) ? value.map(copy) : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copy(one)])));

const set = (object, key, value) => Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
const isDate = (value) => typeof value === 'string' && dayOf(value) !== null;
const moved = (date, distance) => dateOf(dayOf(date) + distance);

/** Each changes a fact or the list of facts (`facts` are those of it that are objects), or does nothing where it finds no place for it. */
const breakages = {
  anyValue({ random, place }) {
    const { holder, key } = place();
    holder[key] = copy(random.pick(anything));
  },
  leftOut({ place }) {
    const { holder, key } = place();
    if (Array.isArray(holder)) holder.splice(key, 1);
    else delete holder[key];
  },
  unknownField({ random, fact }) {
    const objects = [fact, ...places(fact).map(({ holder, key }) => holder[key])].filter((one) => one !== null && typeof one === 'object' && !Array.isArray(one) && !(one instanceof Raw));
    set(random.pick(objects), random.pick(names), copy(random.pick(anything)));
  },
  valueOfAnother({ random, facts, fact }) {
    const key = random.pick(Object.keys(fact));
    const others = facts.filter((other) => Object.hasOwn(other, key));
    if (others.length) fact[key] = copy(random.pick(others)[key]);
  },
  namesAnother({ random, facts, fact }) { // what an identifier or ref names becomes another one's
    const keys = ['provider', 'enterprise', 'engagement', 'order', 'inspection', 'decision', 'complaint', 'finding', 'need', 'from', 'ref', 'for'].filter((key) => Object.hasOwn(fact, key));
    if (keys.length === 0) return;
    const key = random.pick(keys);
    const others = facts.filter((other) => Object.hasOwn(other, key));
    fact[key] = random.chance(0.2) ? (key === 'for' ? ['none'] : 'none') : copy(random.pick(others)[key]);
  },
  anotherDay({ random, facts, fact }) {
    const other = random.pick(facts).on;
    fact.on = random.chance(0.6) || !isDate(fact.on) ? other : moved(fact.on, random.pick([-40, -31, -1, 1, 31]));
  },
  badDate({ random, fact }) {
    const all = places(fact).filter(({ holder, key }) => isDate(holder[key]));
    const { holder, key } = all.length ? random.pick(all) : { holder: fact, key: 'on' };
    holder[key] = random.pick(dates);
  },
  aDateMoves({ random, facts }) {
    const all = facts.flatMap((fact) => places(fact)).filter(({ holder, key }) => key !== 'on' && isDate(holder[key]));
    if (all.length === 0) return;
    const { holder, key } = random.pick(all);
    holder[key] = moved(holder[key], random.pick([-60, -31, -30, -5, -2, -1, 1, 2, 30, 31]));
  },
  twice({ random, list, fact }) {
    list.splice(random.below(list.length + 1), 0, copy(fact));
  },
  lost({ random, list }) {
    list.splice(random.below(list.length), 1);
  },
  elsewhere({ random, list }) {
    const [fact] = list.splice(random.below(list.length), 1);
    list.splice(random.below(list.length + 1), 0, fact);
  },
  anotherKind({ random, fact }) {
    fact.kind = random.chance(0.7) ? random.pick(Object.keys(kinds)) : random.pick(['', 'provider', 'Provider.registered', 'provider.registered ', 'toString', null, 5]);
  },
  anotherRole({ random, fact }) {
    if (random.chance(0.2)) delete fact.by;
    else fact.by = random.chance(0.8) ? random.pick(roles) : random.pick(['Bureau', '', 'city', null, 1]);
  },
  onBehalf({ random, facts }) {
    const some = facts.filter((fact) => Object.hasOwn(fact, 'on_behalf'));
    const fact = some.length && random.chance(0.7) ? random.pick(some) : random.pick(facts);
    if (random.chance(0.4)) delete fact.on_behalf;
    else fact.on_behalf = random.pick([true, false, true, false, 'true', null, 1]);
  },
  code({ random, facts }) {
    const some = facts.filter((fact) => typeof fact.uscc === 'string');
    if (some.length === 0) return;
    const fact = random.pick(some);
    const letters = [...fact.uscc];
    letters[random.below(letters.length)] = random.pick([...'0123456789ABCDEFGHJKLMNPQRTUWXYIOSVZa*']);
    if (random.chance(0.1)) letters.pop();
    fact.uscc = letters.join('');
  },
  wordOfTheFormat({ random, place }) {
    const { holder, key } = place();
    holder[key] = random.pick([...articles, ...periods, ...refs]);
  },
  article({ random, facts }) {
    const some = facts.flatMap((fact) => places(fact)).filter(({ holder, key }) => /^\d\.\d$/.test(holder[key]));
    if (some.length === 0) return;
    const { holder, key } = random.pick(some);
    holder[key] = random.pick(articles);
  },
  period({ random, facts }) {
    const some = facts.filter((fact) => Object.hasOwn(fact, 'period'));
    if (some.length) random.pick(some).period = random.pick(periods);
  },
  reference({ random, facts }) {
    const some = facts.filter((fact) => Object.hasOwn(fact, 'ref') || Array.isArray(fact.for));
    if (some.length === 0) return;
    const fact = random.pick(some);
    const known = some.flatMap((one) => one.ref ?? one.for);
    const ref = random.chance(0.5) ? random.pick(refs) : random.pick(known) ?? 'none';
    if (Array.isArray(fact.for)) fact.for.push(ref);
    else fact.ref = ref;
  },
  plan({ random, facts }) {
    const some = facts.filter((fact) => Array.isArray(fact.plan));
    if (some.length === 0) return;
    const { plan } = random.pick(some);
    const index = random.below(plan.length);
    if (random.chance(0.4)) plan.push(copy(plan[index]));
    else if (random.chance(0.5)) plan.reverse();
    else plan.splice(index, 0, { on: plan[index].on, percent: random.pick(raws) });
  },
  longer({ random, facts }) {
    const some = facts.filter(({ kind }) => kind === 'rectification.ordered');
    if (some.length === 0) return;
    const order = random.pick(some);
    if (random.chance(0.5)) delete order.reason_for_longer;
    else order.reason_for_longer = random.pick(['', ' ', '因故']);
    if (isDate(order.on) && random.chance(0.7)) order.due_on = moved(order.on, random.pick([-1, 0, 29, 30, 31, 32]));
  },
  number({ random, facts }) {
    const some = facts.flatMap((fact) => places(fact)).filter(({ holder, key }) => holder[key] instanceof Raw);
    if (some.length === 0) return;
    const { holder, key } = random.pick(some);
    holder[key] = random.pick(raws);
  },
  verdictOfAnother({ random, facts }) { // complaints and findings share their names
    const some = facts.flatMap((fact) => ['complaint', 'finding'].filter((key) => typeof fact[key] === 'string').map((key) => ({ fact, key })));
    if (some.length === 0) return;
    const { fact, key } = random.pick(some);
    const other = random.pick(some);
    fact[key] = other.fact[other.key];
  },
  scores({ random, facts }) {
    const some = facts.filter(({ kind }) => kind === 'rating.given');
    if (some.length) random.pick(some).scores = random.pick([{}, { a: '1' }, { a: new Raw('-1e-300'), 'b/c': null }, [], 'x', 5]);
  },
  addedStep({ random, facts, list, fact }) { // of an order, at any time
    const orders = facts.filter((one) => typeof one.order === 'string').map(({ order }) => order);
    if (orders.length === 0) return;
    const order = random.pick(orders);
    const kind = random.pick(['rectification.submitted', 'rectification.verified', 'rectification.voided', 'rectification.extended', 'rectification.refused', 'replacement.requested']);
    const fields = {
      'rectification.submitted': { text: 'x', on_behalf: true }, 'rectification.verified': { outcome: 'passed' },
      'rectification.extended': { due_on: isDate(fact.on) ? moved(fact.on, random.pick([-1, 0, 1, 5, 30, 31])) : '2025-01-01', reason: 'x' },
      'replacement.requested': { engagement: random.pick(facts.filter((one) => typeof one.engagement === 'string'))?.engagement ?? 'A', reason: 'x', by: 'enterprise' },
    }[kind] ?? { reason: 'x' };
    list.splice(random.below(list.length + 1), 0, { kind, on: fact.on, order, ...fields });
  },
  addedFinding({ random, facts, list, fact }) { // naming an inspection and an engagement of whomever
    const known = (name) => random.pick(facts.filter((one) => typeof one[name] === 'string'))?.[name];
    const fields = { provider: known('provider') ?? 'A', engagement: known('engagement'), inspection: known('inspection') };
    const isFinding = random.chance(0.7);
    if (!isFinding || random.chance(0.3)) delete fields.inspection;
    const own = isFinding ? { kind: 'finding.raised', finding: 'added', article: '7.5', text: 'x' } : { kind: 'rectification.ordered', order: 'added', for: [] };
    list.splice(random.below(list.length + 1), 0, Object.fromEntries(Object.entries({ on: fact.on, ...own, ...fields }).filter(([, value]) => value !== undefined)));
  },
  longText({ random, facts }) {
    const some = facts.flatMap((fact) => places(fact)).filter(({ key }) => ['name', 'text', 'reason', 'note', 'title', 'comment'].includes(key));
    if (some.length === 0) return;
    const { holder, key } = random.pick(some);
    const letter = random.pick(['字', '𠮷', 'a']);
    holder[key] = letter.repeat(random.pick([100_000, 100_001]));
  },
  notAFact({ random, list }) {
    list[random.below(list.length)] = copy(random.pick([null, 7, 'x', [], {}, { kind: 'rating.given' }, { on: '2025-02-30', note: 5, extra: 1 }]));
  },
  allByTheSame({ random, facts }) { // many faults at once
    if (!random.chance(0.1)) return;
    const role = random.pick(roles);
    facts.forEach((fact) => { fact.by = role; });
  },
};

const weights = { namesAnother: 3, anotherDay: 3, addedStep: 3, addedFinding: 3, reference: 2, aDateMoves: 2 };
const weighted = Object.keys(breakages).flatMap((name) => Array(weights[name] ?? 1).fill(name));

const outerBreakages = [
  (text) => `\ufeff${text}`,
  (text) => text.replace('"version":1', '"version":1.0'),
  (text) => text.replace('"version":1', '"version":10e-1'),
  (text) => text.replace('"version":1', '"version":"1"'),
  (text) => text.replace('"version":1', '"version":2'),
  (text) => text.replace('"version":1,', ''),
  (text) => text.replace('"version":1', '"version":1,"more":{}'),
  (text) => text.replace('"format":"hengping.facts",', ''),
  (text) => text.replace('hengping.facts', 'hengping.fact'),
  (text) => text.replace('"facts":[', '"facts":{}, "x/y":[').replaceAll('~', ''),
  (text) => text.replace(/"facts":\[[^]*\]\}$/, '"facts":null}'),
  (text) => text.replace(/,"facts":\[[^]*\]\}$/, '}'),
  (text) => text.replace(/"facts":\[[^]*\]\}$/, '"facts":[]}'),
  () => '[]', () => 'null', () => '""', () => '', () => '\ufeff', () => '{}', () => ' {"facts":[]} ', () => '1e5',
];

const nested = (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const pieces = ['{', '}', '[', ']', ',', ':', '"', '\\', '\\u12', '\\ud800', '\\udc00', '\\ud83d\\ude00', '\u0000', '\n', '//x\n', '1e999', '-', 'NaN', '01', '1.', '.5', '+1', "'",
  'null', '\u00a0', '\ufeff', '"a":1,"a":1,', '"\\u0061":1,"a":1,', 'tru', '1e400', '-1e400', '0e400'].map((piece) => Buffer.from(piece))
  .concat([[0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff], [0xe4, 0xb8], [0xf0, 0x9f, 0x98, 0x80]].map((bytes) => Buffer.from(bytes)));

/** Bytes put in, taken out or cut off; half of the time where a value begins. */
function brokenBytes(text, random) {
  if (random.chance(0.2)) { // nesting about the greatest depth, in a member that may hold anything
    const depth = random.pick([60, 61, 62, 63, 64, 65, 1000, 100_000]);
    const key = random.pick(['answers', 'extra']);
    return Buffer.from(text.replace('{"kind"', `{"${key}":${random.chance(0.5) ? nested(depth) : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`},"kind"`));
  }
  if (random.chance(0.2)) {
    const token = random.pick(['1e400', '-1e999999999999', '1e308', '9'.repeat(400), '1.7976931348623159e308', '1.7976931348623158e308', '5e-324', '0e999999']);
    return Buffer.from(text.replace(/"answers":\{/, `"answers":{"n":${token},`));
  }
  const bytes = Buffer.from(text);
  const places = [...text.matchAll(/[:,[{"]/g)].map(({ index }) => Buffer.byteLength(text.slice(0, index + 1)));
  const at = random.chance(0.5) && places.length ? random.pick(places) : random.below(bytes.length + 1);
  if (random.chance(0.15)) return bytes.subarray(0, at);
  const gone = random.pick([0, 0, 1, 1, 2]);
  return Buffer.concat([bytes.subarray(0, at), random.chance(0.75) ? random.pick(pieces) : Buffer.alloc(0), bytes.subarray(at + gone)]);
}

/**
 * A broken copy of sound facts: its texts, one a fact, and what the whole file goes through afterwards, so that a file
 * with fewer of the facts can be made in the same way.
 */
export function broken(facts, random) {
  const result = facts.map(copy);
  const done = [];
  for (let count = random.pick([1, 1, 1, 2, 3, 4]); count > 0 && result.length; --count) {
    const name = random.pick(weighted);
    const objects = result.filter((fact) => fact !== null && typeof fact === 'object' && !Array.isArray(fact) && Object.keys(fact).length);
    if (objects.length === 0) break;
    const fact = random.pick(objects);
    breakages[name]({ random, facts: objects, list: result, fact, place: () => random.pick(places(fact)) });
    done.push(name);
  }
  const outer = random.chance(0.05) ? random.pick(outerBreakages) : null;
  return { facts: result.map((fact) => write(fact, random)), outer, done };
}

export const brokenFile = (facts, random) => brokenBytes(fileOf(facts, random), random);
