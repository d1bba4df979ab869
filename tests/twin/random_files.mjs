// Random facts files of small worlds whose days and identifiers lie close together, so that boundaries are hit often.
import { dateOf, dayOf } from './dates.mjs';
import { readFacts } from './facts.mjs';
import { changeFields, usccCheck } from './kinds.mjs';
import { Raw, write } from './random.mjs';

const identifiers = ['A', 'A1', 'A10', 'A2', 'a', 'A-1', 'A.1', 'A_1', 'B', 'b1', '1', '10', '2', '-', '.', '_', 'Z'.repeat(64)];
const firstDays = ['2024-01-30', '2024-02-28', '2024-02-29', '2024-11-30', '2024-12-02', '2025-01-30', '2025-03-03', '1949-10-02', '2999-10-01', '1999-12-31'];
const distances = [0, 1, 2, 5, 10, 15, 20, 25, 28, 29, 30, 31, 32, 40, 45, 59, 60, 61, 62, 90, 91];
const texts = ['文', '说明', 'text', '𠮷野家', 'a"b\\c/', '\u0000\u001f\u007f', '\ufeff', '👩‍👩‍👧', ' ', 'e\u0301'];
const percents = ['0', '0.01', '0.1', '5', '10', '19.99', '20', '20.01', '20.00', '2e1', '30', '33.33', '50', '50.5', '80', '99.99', '100', '1E2', '-0', '7.50'];

export function randomFile(random) {
  const world = new Maker(random);
  world.settle();
  const count = 4 + random.below(random.chance(0.3) ? 90 : 40);
  for (let index = 0; index < count; ++index) world.happen();
  const facts = repaired(inSomeOrder(world.facts, random));
  const days = new Set([...world.days, ...facts.map(({ on }) => dayOf(on))]);
  return { facts, days: [...days].sort((a, b) => a - b) };
}

/** The facts as a file's text; each fact's text is made once, so that a part of them can be written again the same. */
export const fileOf = (facts, random) => fileOfTexts(facts.map((fact) => write(fact, random)));
export const fileOfTexts = (lines) => `{"format":"hengping.facts","version":1,"facts":[\n${lines.join(',\n')}\n]}`;

/** Facts of one day keep their order; days lie mixed in the file. */
function inSomeOrder(facts, random) {
  const places = random.chance(0.3) ? facts.map((_, index) => index) : random.shuffle(facts.map((_, index) => index));
  const byDay = new Map();
  facts.forEach((fact, index) => byDay.set(fact.on, [...(byDay.get(fact.on) ?? []), index]));
  const result = [];
  for (const group of byDay.values()) {
    const free = group.map((index) => places[index]).sort((a, b) => a - b);
    group.forEach((index, nth) => { result[free[nth]] = facts[index]; });
  }
  return result;
}

/** Without the facts at fault, and without those that then are. */
function repaired(facts) {
  let left = facts;
  for (;;) {
    const { faults } = readFacts(Buffer.from(fileOf(left)), usual);
    if (faults.length === 0) return left;
    const faulty = new Set(faults.map(({ pointer }) => Number(pointer.split('/')[2])));
    left = left.filter((_, index) => !faulty.has(index));
  }
}

class Maker {
  constructor(random) {
    this.random = random;
    this.facts = [];
    this.first = dayOf(random.pick(firstDays));
    this.days = random.shuffle(distances).slice(0, 4 + random.below(7)).concat(0).sort((a, b) => a - b).map((distance) => this.first + distance)
      .filter((day) => day <= dayOf('2999-12-31'));
    this.names = { provider: [], enterprise: [], engagement: [], order: [], verdict: [], inspection: [], decision: [], need: [] };
    // Half of the files tell of few kinds of things only, which then meet the more often.
    const some = random.chance(0.5) ? random.shuffle(Object.keys(weights)).slice(0, 1 + random.below(4)) : Object.keys(weights);
    this.story = some.flatMap((name) => Array(weights[name]).fill(name));
    this.events = []; // { ref, provider, day }: what a ref may name
  }

  day(from = this.first) {
    const { random } = this;
    const possible = this.days.filter((day) => day >= from);
    return possible.length ? random.pick(random.chance(0.5) ? possible.slice(0, 4) : possible) : from;
  }

  text() { return this.random.pick(texts); }

  money() { return this.random.pick(['0', '12.5', '999999999999999.99', '007.10', new Raw('1e3'), new Raw('10.50'), new Raw('0'), new Raw('5.000')]); }

  uscc() {
    const { random } = this;
    const first = `${random.pick(['91', '12', '52', 'N2'])}220101${Array.from({ length: 9 }, () => random.pick([...'0123456789ABCDEFGHJKLMNPQRTUWXY'])).join('')}`;
    return first + usccCheck(first);
  }

  /** States a fact, its members in some order, `by` and `note` sometimes given; a day of its own if none is. */
  state(kind, day, fields, role) {
    const { random } = this;
    const common = { kind, on: dateOf(day) };
    if (role !== undefined ? role !== 'bureau' || random.chance(0.3) : random.chance(0.2)) common.by = role ?? 'bureau';
    if (random.chance(0.05)) common.note = random.chance(0.2) ? '' : this.text();
    const entries = Object.entries({ ...common, ...fields }).filter(([, value]) => value !== undefined);
    this.facts.push(Object.fromEntries(random.chance(0.3) ? random.shuffle(entries) : entries));
  }

  maybe(share, value) { return this.random.chance(share) ? value : undefined; }

  make(type, known) {
    const taken = new Set(this.names[type].map(({ id }) => id));
    const free = identifiers.filter((id) => !taken.has(id));
    const entry = { id: free.length ? this.random.pick(free) : `n${this.names[type].length}`, ...known };
    this.names[type].push(entry);
    return entry;
  }

  any(type) { return this.random.pick(this.names[type]); }

  settle() {
    const { random } = this;
    const start = () => (random.chance(0.8) ? this.first : this.day());
    for (let count = 1 + random.below(3); count > 0; --count) {
      const day = start();
      const { id } = this.make('provider', { day });
      this.state('provider.registered', day, {
        provider: id, name: this.text(), uscc: this.uscc(), address: this.text(), legal_representative: this.text(), business_scope: this.text(),
        registered_capital: this.money(), types: this.maybe(0.2, ['链主', '诊断咨询']), contact: this.maybe(0.2, ''),
      });
    }
    for (let count = 1 + random.below(2); count > 0; --count) {
      const day = this.first;
      const { id } = this.make('enterprise', { day });
      this.state('enterprise.registered', day, {
        enterprise: id, name: this.text(), uscc: this.uscc(), industry: this.text(), scale: this.maybe(0.3, '规上'), district: this.maybe(0.2, this.text()),
      });
    }
    for (let count = 1 + random.below(5); count > 0; --count) this.sign(start());
  }

  sign(from) {
    const { random } = this;
    const provider = this.any('provider');
    const day = Math.max(from, provider.day);
    const { id } = this.make('engagement', { day, provider: provider.id });
    this.state('engagement.signed', day, {
      engagement: id, provider: provider.id, enterprise: this.any('enterprise').id, amount: this.money(), due_on: dateOf(day + random.pick([0, 30, 60])),
      baseline_level: this.maybe(0.2, new Raw(random.pick(['0', '1e0', '4.0']))), items: this.items(), plan: this.maybe(0.7, this.plan(day)),
    }, random.pick(['bureau', 'enterprise']));
  }

  items() {
    return Array.from({ length: 1 + this.random.below(2) }, () => ({
      name: this.text(), function: this.text(), purpose: this.text(), unit_price: this.money(),
      quantity: new Raw(this.random.pick(['1', '0.5', '1e-3', '2'])), ...(this.random.chance(0.3) ? { standard: true } : {}),
    }));
  }

  plan(signed) {
    const { random } = this;
    const steps = random.shuffle([1, 10, 20, 30, 31, 50, 60, 90, 100, 300, 365]).slice(0, 1 + random.below(3)).sort((a, b) => a - b);
    const shares = random.shuffle(percents).slice(0, steps.length).sort((a, b) => Number(a) - Number(b));
    return steps.map((step, index) => ({ on: dateOf(Math.min(signed + step, dayOf('2999-12-31'))), percent: new Raw(random.chance(0.4) && index === steps.length - 1 ? '100' : shares[index]) }));
  }

  happen() {
    const { random } = this;
    this[random.pick(this.story)]();
  }

  engagementEvent() { const one = this.any('engagement'); return { ...one, on: this.day(one.day) }; }

  rating() {
    const { random } = this;
    const { id, on } = this.engagementEvent();
    for (let count = 1 + random.below(4); count > 0; --count) {
      const period = random.pick(['2024-01', '2024-02', '2024-Q1', '2025-Q4', 'final', '2024-12']);
      const isBureau = random.chance(0.2);
      const behalf = isBureau ? true : this.maybe(0.1, random.chance(0.5));
      const satisfaction = random.pick(['unsatisfied', 'unsatisfied', 'unsatisfied', 'satisfied', 'basically_satisfied']);
      if (random.chance(0.2)) this.state('rating.withdrawn', on, { engagement: id, period, reason: this.text(), on_behalf: behalf }, isBureau ? 'bureau' : 'enterprise');
      else {
        this.state('rating.given', on, {
          engagement: id, period, satisfaction, scores: this.maybe(0.1, { 态度: 5, '': new Raw('-1.5e3') }), comment: this.maybe(0.1, ''), on_behalf: behalf,
        }, isBureau ? 'bureau' : 'enterprise');
      }
    }
  }

  complaint() {
    const { id: engagement, provider, on } = this.engagementEvent();
    const { id } = this.make('verdict', { day: on, provider, type: 'complaint' });
    this.events.push({ ref: id, provider, day: on });
    this.state('complaint.filed', on, { complaint: id, engagement, article: this.random.pick(['6.1', '6.6', '7.1', '7.3', '7.5']), text: this.text() }, 'enterprise');
    if (this.random.chance(0.7)) this.verdict();
  }

  finding() {
    const { random } = this;
    const provider = this.any('provider');
    const own = this.names.engagement.filter((one) => one.provider === provider.id);
    const engagement = own.length && random.chance(0.4) ? random.pick(own) : undefined;
    const inspections = this.names.inspection.filter((one) => one.provider === provider.id);
    const on = this.day(Math.max(provider.day, engagement?.day ?? 0));
    const { id } = this.make('verdict', { day: on, provider: provider.id, type: 'finding' });
    this.events.push({ ref: id, provider: provider.id, day: on });
    this.state('finding.raised', on, {
      finding: id, provider: provider.id, engagement: engagement?.id, inspection: inspections.length ? this.maybe(0.5, random.pick(inspections).id) : undefined,
      article: random.pick(['5.3', '6.5', '7.1', '7.2', '7.5', '9.4', '9.4', '9.5', '9.6', '9.6']), text: this.text(),
    }, random.pick(['bureau', 'inspector']));
    if (random.chance(0.7)) this.verdict();
  }

  verdict() {
    const one = this.random.chance(0.6) ? this.names.verdict.at(-1) : this.any('verdict');
    if (!one) return;
    const word = this.random.chance(0.3) ? 'dismissed' : one.type === 'finding' ? 'confirmed' : 'upheld';
    this.state(`${one.type}.${word}`, this.day(one.day), { [one.type]: one.id, reason: this.text() });
  }

  acceptance() {
    const { id, provider, on } = this.engagementEvent();
    const outcome = this.random.pick(['failed', 'failed', 'failed_major', 'passed']);
    this.state('acceptance.concluded', on, { engagement: id, outcome }, this.random.pick(['bureau', 'enterprise']));
    this.events.push({ ref: `acceptance:${id}:${dateOf(on)}`, provider, day: on });
  }

  change() {
    const { random } = this;
    const provider = this.any('provider');
    const on = this.day(provider.day);
    const changed = random.chance(0.6) ? on - random.pick([0, 1, 29, 30, 31, 32, 60]) : this.day() - 31;
    const field = random.pick(changeFields.slice(0, 2).concat('registered_capital'));
    this.state('provider.change_reported', on, {
      provider: provider.id, field, value: field === 'registered_capital' ? this.money() : this.text(), changed_on: dateOf(changed),
    }, random.pick(['bureau', 'provider']));
    this.events.push({ ref: `change:${provider.id}:${field}:${dateOf(changed)}`, provider: provider.id, day: on });
  }

  amendment() {
    const { random } = this;
    const { id, provider, day, on } = this.engagementEvent();
    this.state('engagement.amended', on, {
      engagement: id, amount: this.maybe(0.4, this.money()), due_on: this.maybe(0.3, dateOf(on + 5)), items: this.maybe(0.3, this.items()),
      plan: this.maybe(0.5, this.plan(day)), consented: random.chance(0.5), reason: this.text(),
    }, random.pick(['bureau', 'enterprise']));
    this.events.push({ ref: `amendment:${id}:${dateOf(on)}`, provider, day: on });
  }

  order() {
    const { random } = this;
    const provider = this.any('provider');
    const own = this.names.engagement.filter((one) => one.provider === provider.id);
    const engagement = own.length && random.chance(0.4) ? random.pick(own) : undefined;
    const on = this.day(Math.max(provider.day, engagement?.day ?? 0));
    const refs = this.events.filter((event) => event.provider === provider.id && event.day <= on).map(({ ref }) => ref);
    const wanted = refs.length ? Array.from({ length: random.below(3) }, () => random.pick(random.chance(0.7) ? refs.slice(-3) : refs)) : [];
    const length = random.pick([undefined, undefined, undefined, 0, 1, 29, 30, 31, 60]);
    const { id } = this.make('order', { day: on, provider: provider.id, engagement: engagement?.id, due: on + (length ?? 30) });
    this.state('rectification.ordered', on, {
      order: id, provider: provider.id, engagement: engagement?.id, for: wanted, due_on: length === undefined ? undefined : dateOf(on + length),
      reason_for_longer: length > 30 ? this.text() : this.maybe(0.05, this.text()),
    });
  }

  step() {
    const { random } = this;
    const order = random.chance(0.7) ? this.names.order.at(-1) : this.any('order');
    if (!order) {
      this.order();
      return;
    }
    const on = random.chance(0.3) ? Math.max(order.day, order.due + random.pick([-1, 0, 1])) : this.day(order.day);
    const kind = random.pick(['answer', 'answer', 'submitted', 'submitted', 'verified', 'verified', 'extended', 'extended', 'refused', 'voided']);
    const reason = this.text();
    if (kind === 'answer') { // submitted about the due date, and verified
      const day = Math.max(order.day, order.due + random.pick([-2, 0, 0, 1, 1, 2]));
      this.state('rectification.submitted', day, { order: order.id, text: this.text() }, 'provider');
      if (random.chance(0.3)) this.state('rectification.submitted', day + random.below(3), { order: order.id, text: this.text(), on_behalf: true }, 'bureau');
      this.state('rectification.verified', day + random.below(4), { order: order.id, outcome: random.pick(['passed', 'passed', 'failed']) }, 'inspector');
    }
    if (kind === 'submitted') this.state('rectification.submitted', on, { order: order.id, text: this.text() }, 'provider');
    if (kind === 'verified') this.state('rectification.verified', on, { order: order.id, outcome: random.pick(['passed', 'failed']) }, random.pick(['bureau', 'inspector']));
    if (kind === 'refused' && random.chance(0.6)) this.state('rectification.refused', on, { order: order.id, reason });
    if (kind === 'voided' && random.chance(0.6)) this.state('rectification.voided', on, { order: order.id, reason });
    if (kind === 'extended') {
      order.due = Math.max(order.due, on) + random.pick([1, 1, 2, 5, 30]);
      this.state('rectification.extended', random.chance(0.3) ? Math.max(order.day, order.due - 5) : on, { order: order.id, due_on: dateOf(order.due), reason });
    }
  }

  decision() {
    const { random } = this;
    if (this.names.decision.length === 0 || random.chance(0.3)) {
      const provider = this.any('provider');
      const on = this.day(provider.day);
      const { id } = this.make('decision', { day: on, provider: provider.id });
      this.state('disqualification.noticed', on, { decision: id, provider: provider.id, grounds: ['9.1', '9.6'].slice(random.below(2)), text: this.text() });
    }
    const one = random.chance(0.7) ? this.names.decision.at(-1) : this.any('decision');
    const on = this.day(one.day);
    const kind = random.pick(['replied', 'decided', 'decided', 'appealed', 'appeal_decided', 'appeal_decided']);
    if (kind === 'decided') this.state('disqualification.decided', on, { decision: one.id, outcome: random.chance(0.75) ? 'disqualified' : 'retained', reason: this.text() });
    else if (kind === 'appeal_decided') {
      this.state('disqualification.appeal_decided', on, { decision: one.id, outcome: random.pick(['upheld', 'overturned']), reason: this.text() });
    } else this.state(`disqualification.${kind}`, on, { decision: one.id, text: this.text() }, 'provider');
  }

  reinstatement() {
    const provider = this.any('provider');
    this.state('provider.reinstated', this.day(provider.day), { provider: provider.id, reason: this.text() });
  }

  progress() {
    const { id, on } = this.engagementEvent();
    this.state('progress.reported', on, { engagement: id, percent: new Raw(this.random.pick(percents)) }, this.random.pick(['bureau', 'inspector', 'provider']));
  }

  waiver() {
    const event = this.random.chance(0.7) ? this.events.at(-1) : this.random.pick(this.events);
    if (event) this.state('trigger.waived', this.day(event.day), { provider: event.provider, ref: event.ref, reason: this.text() });
  }

  inspection() {
    const { random } = this;
    const provider = this.any('provider');
    const own = this.names.engagement.filter((one) => one.provider === provider.id);
    const engagement = own.length && random.chance(0.5) ? random.pick(own) : undefined;
    const on = this.day(Math.max(provider.day, engagement?.day ?? 0));
    const { id } = this.make('inspection', { day: on, provider: provider.id });
    this.state('inspection.conducted', on, {
      inspection: id, provider: provider.id, engagement: engagement?.id, checklist: this.text(), answers: { a: [null, { b: new Raw('1.50') }] },
    }, random.pick(['bureau', 'inspector']));
  }

  /** The kinds that change no answer, and the ends of engagements. */
  other() {
    const { random } = this;
    const { id, on, provider } = this.engagementEvent();
    const reason = this.text();
    const orders = this.names.order.filter((order) => order.provider === provider);
    const possible = {
      'engagement.ended': { engagement: id, outcome: random.pick(['completed', 'replaced', 'terminated']) },
      'need.listed': { engagement: id, need: random.pick(identifiers), list: 'problem', tag: 'N', text: this.text(), from: this.maybe(0.3, random.pick(identifiers)) },
      'deliverable.submitted': { engagement: id, deliverable: 'typical_case', title: this.text() },
      'assessment.recorded': { engagement: id, phase: 'after', level: new Raw(random.pick(['2', '20e-1', '0'])), score: this.maybe(0.3, new Raw('-1e-5')), answers: this.maybe(0.3, {}) },
      'replacement.requested': { engagement: id, order: orders.length ? random.pick(orders).id : 'none', reason, on_behalf: true },
      'replacement.approved': { engagement: id, reason },
      'replacement.rejected': { engagement: id, reason },
      'provider.corrected': { provider, field: 'contact', value: '', reason },
      'enterprise.removed': { enterprise: this.any('enterprise').id, reason },
      'award.given': { provider, title: this.text(), reason },
      'award.revoked': { provider, title: this.text(), reason },
    };
    const kind = random.pick(Object.keys(possible).concat('engagement.ended', 'sign'));
    if (kind === 'sign') this.sign(this.day());
    else this.state(kind, on, possible[kind]);
  }
}

// What the repair goes by. Under another policy some of the files are refused, which is worth comparing too.
const usual = { rectification_days: 30 };

const weights = {
  rating: 4, complaint: 4, finding: 4, verdict: 3, acceptance: 3, change: 3, amendment: 3, order: 5, step: 14, decision: 4, reinstatement: 1, progress: 3,
  waiver: 2, inspection: 1, other: 5,
};

/** Days worth asking for: before, on, between and after those of the facts. */
export function askedDays(days, random, count) {
  const possible = days.flatMap((day) => [day, day, day + 1, day + 30, day + 31]).concat(days[0] - 1, days[0] + 365)
    .filter((day) => day >= dayOf('1949-10-01') && day <= dayOf('2999-12-31'));
  return [...new Set(Array.from({ length: count }, () => random.pick(possible)))].sort((a, b) => a - b);
}
