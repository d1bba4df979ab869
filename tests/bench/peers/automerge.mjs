// Automerge as WebAssembly, in two shapes. Records are bytes, which is what it does best: a plain string is a text that can be edited letter by
// letter, an object as many operations as it has members, and both are some twenty times as slow to import (10,000 records as texts take 600 MB);
// ImmutableString takes half as long again. A document begins with all its records at once (Automerge.from): as fast as changes of a thousand
// records for a list, three times as fast for a map. A ledger is merged by taking the other's bytes into a loaded document: Automerge.merge of two
// loaded documents takes twice as long.
import * as Automerge from '@automerge/automerge';
import { deviceA, deviceB, recordId, recordText } from './record.mjs';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const recordBytes = (fact) => encoder.encode(recordText(fact));

/** Changes of some thousand records: one call cannot push 100,000 of them, and the price of a change to a map grows with the map. */
function change(ledger, facts, put) {
  const batch = 5000;
  for (let from = 0; from < facts.length; from += batch) {
    ledger = Automerge.change(ledger, (document) => put(document, from, facts.slice(from, from + batch)));
  }
  return ledger;
}

const common = {
  write: (ledger) => Automerge.save(ledger),
  read: (bytes, device) => Automerge.load(bytes, device ? { actor: device } : undefined),
  union(bytes, others) {
    const ledger = Automerge.loadIncremental(Automerge.load(bytes), others);
    const both = Automerge.save(ledger);
    Automerge.free(ledger);
    return both;
  },
  free: (ledger) => Automerge.free(ledger),
};

export const peers = {
  /** A list a device, where a record's number is its place. */
  automerge: {
    ...common,
    begin: (device, facts) => Automerge.from({ [device]: facts.map(recordBytes) }, { actor: device }),
    append(ledger, device, before, facts) {
      const length = ledger[device]?.length ?? 0;
      if (length !== before) throw new Error(`the list has ${length} records, not ${before}`);
      return change(ledger, facts, (document, from, part) => {
        document[device] ??= [];
        document[device].push(...part.map(recordBytes));
      });
    },
    size: (ledger) => ledger[deviceA].length + (ledger[deviceB]?.length ?? 0),
    text: (ledger, device, number) => decoder.decode(ledger[device][number - 1]),
  },
  /** A map by name. */
  'automerge-keyed': {
    ...common,
    begin: (device, facts) => Automerge.from(
      { records: Object.fromEntries(facts.map((fact, index) => [recordId(device, index + 1), recordBytes(fact)])) }, { actor: device }),
    append: (ledger, device, before, facts) => change(ledger, facts, ({ records }, from, part) => {
      part.forEach((fact, index) => { records[recordId(device, before + from + index + 1)] = recordBytes(fact); });
    }),
    size: (ledger) => Object.keys(ledger.records).length,
    text: (ledger, device, number) => decoder.decode(ledger.records[recordId(device, number)]),
  },
};
