// The rules-engine twin: the same thresholds as rules of json-rules-engine, run once for every provider over what count.mjs has counted.
import { Engine } from 'json-rules-engine';

const grounds = {
  '9.1': { any: [{ fact: 'orders', operator: 'greaterThan', value: 2 }, { fact: 'refusals', operator: 'greaterThan', value: 0 }] },
  '9.2': { all: [{ fact: 'unsatisfied', operator: 'greaterThanInclusive', value: 5 }] },
  '9.3': { all: [{ fact: 'lag', operator: 'greaterThanInclusive', value: 20 }] },
  '9.4': { all: [{ fact: '9.4', operator: 'greaterThan', value: 0 }] },
  '9.5': { all: [{ fact: '9.5', operator: 'greaterThan', value: 0 }] },
  '9.6': { all: [{ fact: '9.6', operator: 'greaterThan', value: 0 }] },
};

/** Map of provider to the list of articles that are met. */
export async function runRules(counts) {
  const engine = new Engine();
  for (const [article, conditions] of Object.entries(grounds)) engine.addRule({ conditions, event: { type: article } });
  const met = new Map();
  for (const [provider, facts] of counts) {
    const { events } = await engine.run(facts);
    met.set(provider, events.map(({ type }) => type).sort());
  }
  return met;
}
