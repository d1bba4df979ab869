// The answer of semantics.md §7 (all but the explanations) from sound facts, written from that text alone.
// Facts come in legal order as readFacts() gives them; a fact's place in that list is its order.
import { dateOf } from './dates.mjs';

/** `day` is a whole number of days as in dates.mjs; `parameters` are those of the policy document; `policy` is { id, version }. */
export function evaluate(allFacts, day, parameters, policy) {
  const facts = allFacts.filter(({ on }) => on <= day).map((fact, order) => ({ ...fact, place: order }));
  const ofKind = (kind) => facts.filter((fact) => fact.kind === kind);
  const ledger = { day, parameters, facts, ofKind, engagements: engagements(ofKind), orders: orders(ofKind, day, parameters) };
  const providers = ofKind('provider.registered').map(({ provider }) => provider).sort();
  return { as_of: dateOf(day), policy, providers: providers.map((provider) => ofProvider(provider, ledger)) };
}

function engagements(ofKind) {
  const result = new Map();
  for (const { engagement, provider, on, plan } of ofKind('engagement.signed')) {
    result.set(engagement, { engagement, provider, signed: on, plan: plan ?? null, active: true, actual: 0n });
  }
  for (const { engagement, consented, plan } of ofKind('engagement.amended')) {
    if (consented && plan) result.get(engagement).plan = plan;
  }
  for (const { engagement } of ofKind('engagement.ended')) result.get(engagement).active = false;
  for (const { engagement, percent } of ofKind('progress.reported')) result.get(engagement).actual = percent;
  return result;
}

/** Every order with its due date on the day and its state (§4). */
function orders(ofKind, day, parameters) {
  const of = (kind, order) => ofKind(kind).filter((fact) => fact.order === order);
  return ofKind('rectification.ordered').map((fact) => {
    const first = fact.due_on ?? fact.on + parameters.rectification_days;
    const extensions = of('rectification.extended', fact.order);
    const dueOn = (when) => extensions.filter(({ on }) => on <= when).at(-1)?.due_on ?? first;
    const events = [...of('rectification.submitted', fact.order), ...of('rectification.verified', fact.order)].sort((a, b) => a.place - b.place);
    let submission = null; // the last one; in time or not
    let awaits = false; // an earlier submission in time awaits verification
    let verification = null;
    for (const event of events) {
      if (event.kind === 'rectification.submitted') {
        submission = { inTime: awaits || event.on <= dueOn(event.on) };
        awaits = submission.inTime;
      } else {
        verification = { passed: event.outcome === 'passed', submission };
        awaits = false;
      }
    }
    const due = dueOn(day);
    const isRefused = of('rectification.refused', fact.order).length > 0;
    const state = of('rectification.voided', fact.order).length > 0 ? 'voided'
      : verification?.passed ? (verification.submission.inTime ? 'closed_on_time' : 'closed_late')
        : isRefused ? 'refused' : awaits ? 'awaiting_verification' : day <= due ? 'open' : 'lapsed';
    return { ...fact, due, state, unanswered: submission === null };
  });
}

function ofProvider(provider, ledger) {
  const own = ledger.orders.filter((order) => order.provider === provider);
  return {
    provider,
    standing: standing(provider, own, ledger),
    triggers: triggers(provider, own, ledger),
    orders: own.map(({ order, state, due }) => ({
      order, state, due_on: dateOf(due), ...(state === 'open' ? { days_left: due - ledger.day } : {}),
    })).sort((a, b) => byBytes(a.order, b.order)),
    grounds: grounds(provider, own, ledger),
    replacement_available: replacements(provider, own, ledger),
  };
}

const byBytes = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The last verdict on each complaint or finding that was upheld or confirmed. */
function verdicts(ledger, type, word) {
  const last = new Map();
  for (const fact of ledger.facts) {
    if (fact.kind === `${type}.${word}` || fact.kind === `${type}.dismissed`) last.set(fact[type], fact);
  }
  return new Map([...last].filter(([, fact]) => fact.kind === `${type}.${word}`));
}

function triggers(provider, own, { ofKind, engagements, parameters, ...ledger }) {
  const found = new Map();
  const add = (article, ref, on) => {
    const known = found.get(ref);
    if (!known || on < known.on) found.set(ref, { article, ref, on });
  };
  const isIts = ({ engagement }) => engagements.get(engagement).provider === provider;
  const upheld = verdicts(ledger, 'complaint', 'upheld');
  for (const fact of ofKind('complaint.filed').filter(isIts)) {
    const verdict = upheld.get(fact.complaint);
    if (verdict) add(fact.article.startsWith('7.') ? fact.article : '7.1', fact.complaint, verdict.on);
  }
  const confirmed = verdicts(ledger, 'finding', 'confirmed');
  for (const fact of ofKind('finding.raised').filter((one) => one.provider === provider)) {
    const verdict = confirmed.get(fact.finding);
    if (verdict && !fact.article.startsWith('9.')) add(fact.article.startsWith('7.') ? fact.article : '7.5', fact.finding, verdict.on);
  }
  for (const fact of ofKind('acceptance.concluded').filter(isIts)) {
    if (fact.outcome === 'failed') add('7.4', `acceptance:${fact.engagement}:${dateOf(fact.on)}`, fact.on);
  }
  for (const fact of ofKind('provider.change_reported').filter((one) => one.provider === provider)) {
    if (fact.on - fact.changed_on > parameters.change_report_days) {
      add('7.2', `change:${provider}:${fact.field}:${dateOf(fact.changed_on)}`, fact.on);
    }
  }
  for (const fact of ofKind('engagement.amended').filter(isIts)) {
    if (!fact.consented && (fact.has('items') || fact.has('amount'))) add('7.3', `amendment:${fact.engagement}:${dateOf(fact.on)}`, fact.on);
  }
  const waived = new Set(ofKind('trigger.waived').filter((fact) => fact.provider === provider).map(({ ref }) => ref.key));
  return [...found.values()].map(({ article, ref, on }) => ({
    article, ref, on: dateOf(on),
    addressed_by: own.find((order) => order.state !== 'voided' && order.for.some(({ key }) => key === ref))?.order ?? null,
    waived: waived.has(ref),
  })).sort((a, b) => byBytes(a.on, b.on) || byBytes(a.ref, b.ref) || byBytes(a.article, b.article));
}

function standing(provider, own, { ofKind }) {
  const reinstated = ofKind('provider.reinstated').filter((fact) => fact.provider === provider).at(-1)?.place ?? -1;
  const decisions = ofKind('disqualification.noticed').filter((fact) => fact.provider === provider).map(({ decision }) => {
    const last = (kind) => ofKind(kind).filter((fact) => fact.decision === decision).at(-1);
    const decided = last('disqualification.decided');
    const appeal = last('disqualification.appeal_decided');
    const isOverturned = decided && appeal?.outcome === 'overturned' && appeal.place > decided.place;
    return { decided, holds: decided?.outcome === 'disqualified' && !isOverturned && decided.place > reinstated };
  });
  if (decisions.some(({ holds }) => holds)) return 'disqualified';
  if (decisions.some(({ decided }) => !decided)) return 'proposed';
  return own.some(({ state }) => ['open', 'awaiting_verification', 'lapsed', 'refused'].includes(state)) ? 'rectifying' : 'in_pool';
}

function replacements(provider, own, { engagements, parameters }) {
  const states = ['lapsed', 'refused', ...(parameters.replacement_after_late_completion ? ['closed_late'] : [])];
  const opening = own.filter(({ state }) => states.includes(state));
  return [...engagements.values()].filter((one) => one.provider === provider && one.active
    && opening.some((order) => order.engagement === undefined || order.engagement === one.engagement)).map(({ engagement }) => engagement).sort();
}

function grounds(provider, own, ledger) {
  const { ofKind, engagements, parameters } = ledger;
  const reinstated = ofKind('provider.reinstated').filter((fact) => fact.provider === provider).at(-1)?.place ?? -1;
  const since = parameters.counters_restart_on_reinstatement ? reinstated : -1;
  const counts = ({ place }) => place > since;
  const isIts = ({ engagement }) => engagements.get(engagement).provider === provider;

  const counted = own.filter((order) => order.state !== 'voided' && counts(order));
  const refusals = counted.filter(({ state, unanswered }) => state === 'refused'
    || (parameters.no_response_is_refusal && state === 'lapsed' && unanswered)).length;
  const limit = parameters.rectification_limit;
  const rectification = {
    article: '9.1', met: counted.length > limit || refusals > 0, count: counted.length, limit, refusals, refs: counted.map(({ order }) => order).sort(),
  };

  const ratings = new Map();
  for (const fact of ledger.facts) {
    if (fact.kind !== 'rating.given' && fact.kind !== 'rating.withdrawn') continue;
    if (isIts(fact)) ratings.set(`${fact.engagement}@${fact.period}`, fact);
  }
  const unsatisfied = [...ratings].filter(([, fact]) => fact.satisfaction === 'unsatisfied' && counts(fact)).map(([ref]) => ref).sort();
  const rating = {
    article: '9.2', met: unsatisfied.length >= parameters.unsatisfied_limit, count: unsatisfied.length, limit: parameters.unsatisfied_limit,
    refs: unsatisfied,
  };

  const misconduct = ['9.4', '9.5', '9.6'].map((article) => {
    const confirmed = verdicts(ledger, 'finding', 'confirmed');
    const refs = new Set(ofKind('finding.raised')
      .filter((fact) => fact.provider === provider && fact.article === article && counts(fact) && confirmed.has(fact.finding)).map(({ finding }) => finding));
    if (article === '9.6') {
      ofKind('acceptance.concluded').filter((fact) => fact.outcome === 'failed_major' && isIts(fact) && counts(fact))
        .forEach(({ engagement }) => refs.add(`acceptance:${engagement}`));
    }
    return { article, met: refs.size >= 1, count: refs.size, refs: [...refs].sort() };
  });
  return [rectification, rating, progress(provider, ledger), ...misconduct];
}

/** 9.3: lags are fractions of hundredths of a percent point, { over, under } with under > 0. */
function progress(provider, { engagements, parameters, day }) {
  const lags = [...engagements.values()].filter((one) => one.provider === provider && one.active && one.plan).map((one) => {
    const { over, under } = planned(one, day);
    return { engagement: one.engagement, over: over - one.actual * under, under };
  });
  const compare = (a, b) => a.over * b.under - b.over * a.under;
  const largest = lags.reduce((most, lag) => (compare(lag, most) > 0n ? lag : most), { over: 0n, under: 1n });
  const [limitOver, limitUnder] = decimal(parameters.progress_lag_points);
  return {
    article: '9.3',
    met: largest.over > 0n && largest.over * limitUnder >= limitOver * 100n * largest.under,
    lag: Number((2n * largest.over + largest.under) / (2n * largest.under)) / 100,
    limit: parameters.progress_lag_points,
    refs: largest.over > 0n ? lags.filter((lag) => compare(lag, largest) === 0n).map(({ engagement }) => engagement).sort() : [],
  };
}

function planned({ plan, signed }, day) {
  let from = { on: signed, percent: 0n };
  for (const to of plan) {
    if (day < to.on) {
      const under = BigInt(to.on - from.on);
      return { over: from.percent * under + (to.percent - from.percent) * BigInt(day - from.on), under };
    }
    from = to;
  }
  return { over: from.percent, under: 1n };
}

function decimal(number) {
  const [whole, fraction = ''] = String(number).split('.');
  return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
}
