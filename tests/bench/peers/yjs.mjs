// Yjs, in two shapes. Records are text: as objects they take twice as long to import and merge. Everything is one transaction; one for every thousand
// records makes no difference. The second encoding of updates is up to a half slower and a hundredth smaller at best, so the usual one is measured.
import * as Y from 'yjs';
import { deviceA, deviceB, recordId, recordText } from './record.mjs';

function read(...updates) {
  const ledger = new Y.Doc();
  for (const update of updates) Y.applyUpdate(ledger, update);
  return ledger;
}

const write = (ledger) => Y.encodeStateAsUpdate(ledger);

const common = {
  write,
  read: (bytes) => read(bytes),
  free: (ledger) => ledger.destroy(),
};

function appendToList(ledger, device, before, facts) {
  const list = ledger.getArray(device);
  if (list.length !== before) throw new Error(`the list has ${list.length} records, not ${before}`);
  ledger.transact(() => list.push(facts.map(recordText)));
  return ledger;
}

function appendToMap(ledger, device, before, facts) {
  const records = ledger.getMap('records');
  ledger.transact(() => facts.forEach((fact, index) => records.set(recordId(device, before + index + 1), recordText(fact))));
  return ledger;
}

export const peers = {
  /** A list a device, where a record's number is its place: runs of one writer lie together, so this is what Yjs does best. */
  yjs: {
    ...common,
    begin: (device, facts) => appendToList(new Y.Doc(), device, 0, facts),
    append: appendToList,
    // A document that takes in both is a seventh faster than Y.mergeUpdates.
    union: (bytes, others) => write(read(bytes, others)),
    size: (ledger) => ledger.getArray(deviceA).length + ledger.getArray(deviceB).length,
    text: (ledger, device, number) => ledger.getArray(device).get(number - 1),
  },
  /** A map by name, as the documentation has it for what has keys. */
  'yjs-keyed': {
    ...common,
    begin: (device, facts) => appendToMap(new Y.Doc(), device, 0, facts),
    append: appendToMap,
    // Bytes to bytes without a document: half of the time.
    union: (bytes, others) => Y.mergeUpdates([bytes, others]),
    size: (ledger) => ledger.getMap('records').size,
    text: (ledger, device, number) => ledger.getMap('records').get(recordId(device, number)),
  },
};
