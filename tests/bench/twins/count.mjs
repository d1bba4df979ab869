// The hand-written twin: one pass over the parsed facts that counts what the thresholds of Article 9 are compared with. It checks nothing,
// explains nothing and knows no orders' states; what it leaves out is what a program of this kind leaves out.
const day = (text) => Date.parse(text) / 86_400_000;

/** Map of provider to { orders, refusals, unsatisfied, lag, 9.4, 9.5, 9.6 } as of a date (`YYYY-MM-DD`), over the facts of a file. */
export function countThresholds(allFacts, asOf) {
  const today = day(asOf);
  const facts = allFacts.filter(({ on }) => on <= asOf);
  facts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const providers = new Map();
  const engagements = new Map();
  const orders = new Map();
  const ratings = new Map();
  const findings = new Map();
  const majors = new Map();
  facts.forEach((fact, place) => {
    switch (fact.kind) {
      case 'provider.registered':
        providers.set(fact.provider, { since: -1, orders: 0, refusals: 0, unsatisfied: 0, lag: 0, '9.4': 0, '9.5': 0, '9.6': 0 });
        break;
      case 'provider.reinstated': providers.get(fact.provider).since = place; break;
      case 'engagement.signed':
        engagements.set(fact.engagement, { provider: fact.provider, signed: fact.on, plan: fact.plan, percent: 0, active: true });
        break;
      case 'engagement.amended':
        if (fact.consented && fact.plan) engagements.get(fact.engagement).plan = fact.plan;
        break;
      case 'engagement.ended': engagements.get(fact.engagement).active = false; break;
      case 'progress.reported': engagements.get(fact.engagement).percent = fact.percent; break;
      case 'acceptance.concluded':
        if (fact.outcome === 'failed_major') majors.set(fact.engagement, place);
        break;
      case 'rating.given': ratings.set(`${fact.engagement}@${fact.period}`, { engagement: fact.engagement, satisfaction: fact.satisfaction, place }); break;
      case 'rating.withdrawn': ratings.delete(`${fact.engagement}@${fact.period}`); break;
      case 'rectification.ordered': orders.set(fact.order, { provider: fact.provider, place, voided: false, refused: false, passed: false }); break;
      case 'rectification.verified': orders.get(fact.order).passed = fact.outcome === 'passed'; break;
      case 'rectification.refused': orders.get(fact.order).refused = true; break;
      case 'rectification.voided': orders.get(fact.order).voided = true; break;
      case 'finding.raised': findings.set(fact.finding, { provider: fact.provider, article: fact.article, place, confirmed: false }); break;
      case 'finding.confirmed': findings.get(fact.finding).confirmed = true; break;
      case 'finding.dismissed': findings.get(fact.finding).confirmed = false; break;
      default:
    }
  });
  const counted = (provider, place) => {
    const of = providers.get(provider);
    return place > of.since ? of : null;
  };
  for (const { provider, place, voided, refused, passed } of orders.values()) {
    const of = voided ? null : counted(provider, place);
    if (!of) continue;
    of.orders += 1;
    if (refused && !passed) of.refusals += 1;
  }
  for (const { engagement, satisfaction, place } of ratings.values()) {
    if (satisfaction !== 'unsatisfied') continue;
    const of = counted(engagements.get(engagement).provider, place);
    if (of) of.unsatisfied += 1;
  }
  for (const { provider, article, place, confirmed } of findings.values()) {
    const of = confirmed && article.startsWith('9.') ? counted(provider, place) : null;
    if (of) of[article] += 1;
  }
  for (const [engagement, place] of majors) {
    const of = counted(engagements.get(engagement).provider, place);
    if (of) of['9.6'] += 1;
  }
  for (const { provider, signed, plan, percent, active } of engagements.values()) {
    if (!active || !plan) continue;
    let from = { on: day(signed), percent: 0 };
    let planned = null;
    for (const point of plan) {
      const on = day(point.on);
      if (today < on) {
        planned = from.percent + ((point.percent - from.percent) * (today - from.on)) / (on - from.on);
        break;
      }
      from = { on, percent: point.percent };
    }
    const of = providers.get(provider);
    of.lag = Math.max(of.lag, (planned ?? from.percent) - percent);
  }
  return providers;
}
