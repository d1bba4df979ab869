// One peer of the ledger, in a process of its own, so that neither its garbage nor its memory is another's.
//   node --expose-gc measure.mjs PEER prepare FACTS A B    writes the bytes of the two ledgers that are to be merged, and looks whether the peer
//                                                          gives back what it was given
//   node --expose-gc measure.mjs PEER FACTS ROUNDS A B     {"build":ms,"export":ms,"import":ms,"merge":ms,"bytes":n}: medians
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { deviceA, deviceB, recordText } from './record.mjs';

const modules = { map: './plain_map.mjs', yjs: './yjs.mjs', automerge: './automerge.mjs' };

async function peerNamed(name) {
  const { peers } = await import(modules[name.split('-')[0]]);
  return peers[name];
}

const factsOf = (bytes) => JSON.parse(bytes.toString('utf8')).facts;

/**
 * A writes half of the facts, which B then has too; after that A writes the other half, and B as many again of its own. Those say the same as A's:
 * no peer looks into a record.
 */
function prepare(peer, facts, fileA, fileB) {
  const half = Math.floor(facts.length / 2);
  const [first, second] = [facts.slice(0, half), facts.slice(half)];
  const shared = peer.begin(deviceA, first);
  const bytesShared = peer.write(shared);
  const bytesA = peer.write(peer.append(shared, deviceA, half, second));
  const bytesB = peer.write(peer.append(peer.read(bytesShared, deviceB), deviceB, 0, second));
  const union = peer.read(peer.union(bytesA, bytesB));
  assert.equal(peer.size(union), facts.length + second.length);
  facts.forEach((fact, index) => assert.equal(peer.text(union, deviceA, index + 1), recordText(fact)));
  second.forEach((fact, index) => assert.equal(peer.text(union, deviceB, index + 1), recordText(fact)));
  writeFileSync(fileA, bytesA);
  writeFileSync(fileB, bytesB);
}

/** Milliseconds of the processor: what the engine's other threads collect and compile meanwhile is counted, what else the machine does is not. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

function measure(peer, text, rounds, bytesA, bytesB) {
  const times = { build: [], export: [], import: [], merge: [] };
  const time = (task, work) => {
    globalThis.gc();
    const start = processorTime();
    const result = work();
    times[task].push(processorTime() - start);
    return result;
  };
  let size;
  for (let round = 0; round < rounds; round += 1) {
    let ledger = time('build', () => peer.begin(deviceA, factsOf(text)));
    const bytes = time('export', () => peer.write(ledger));
    peer.free?.(ledger);
    ledger = null;
    ledger = time('import', () => peer.read(bytes));
    peer.free?.(ledger);
    ledger = null;
    time('merge', () => peer.union(bytesA, bytesB));
    size = bytes.length;
  }
  return { ...Object.fromEntries(Object.entries(times).map(([task, all]) => [task, median(all)])), bytes: size };
}

const [name, ...rest] = process.argv.slice(2);
const peer = await peerNamed(name);
if (rest[0] === 'prepare') {
  prepare(peer, factsOf(readFileSync(rest[1])), rest[2], rest[3]);
} else {
  const [file, rounds, fileA, fileB] = rest;
  console.log(JSON.stringify(measure(peer, readFileSync(file), Number(rounds), readFileSync(fileA), readFileSync(fileB))));
}
