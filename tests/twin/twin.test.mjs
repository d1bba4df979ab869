// The program and its twin agree on random facts files, sound and broken; the seeds are fixed, so a difference can be looked
// at with: node tests/twin/compare.mjs FILES SEED
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { compare } from './compare.mjs';
import { compareInParts } from './in_parts.mjs';
import { commandLine, openProgram } from './program.mjs';

const cli = process.env.HENGPING_RELEASE_CLI ?? 'build/hengping';
const program = await openProgram({ www: process.env.HENGPING_WWW ?? 'build/www', cli });
const native = commandLine(cli);
after(() => {
  program.close();
  native.close();
});

function agrees(answering, options) {
  const { answers, refusals, differences } = compare(answering, { most: 3, ...options });
  const told = differences.map(({ number, what, date, file }) => `file ${number} on ${date}: ${what}\n${file.slice(0, 2000)}`);
  assert.deepEqual(told, []);
  return { answers, refusals };
}

test('sound files: every key of the answer, on days before, at and after what they hold', () => {
  const { answers, refusals } = agrees(program, { files: 250, seed: 1, broken: 0 });
  assert.equal(refusals, 0);
  assert.ok(answers > 1000, `${answers} answers`);
});

test('broken files: the same members at fault', () => {
  const { refusals } = agrees(program, { files: 500, seed: 2, broken: 1 });
  assert.ok(refusals > 300, `${refusals} refusals`);
});

test('the command line too, with its exit codes', () => {
  const { answers, refusals } = agrees(native, { files: 60, seed: 3, days: 2 });
  assert.ok(answers > 30 && refusals > 15, `${answers} answers, ${refusals} refusals`);
});

test('facts taken into a ledger in two files, some of them twice, give the answer of one file', () => {
  const { ledgers, repeated, differences } = compareInParts(cli, { files: 25, seed: 5 });
  assert.deepEqual(differences, []);
  assert.ok(ledgers > 15 && repeated > 15, `${ledgers} ledgers, ${repeated} facts twice`);
});

test('a limit that is off by one, a pointer too few and one too many are noticed', () => {
  const answering = (change) => ({ evaluate: (...args) => change(structuredClone(program.evaluate(...args))) });
  const count = (change, broken) => compare(answering(change), { files: 40, seed: 4, broken, most: 1 }).differences.length;
  const limits = (answer) => {
    answer.providers?.forEach(({ grounds }) => { grounds[0].met ||= grounds[0].count === grounds[0].limit; });
    return answer;
  };
  assert.equal(count(limits, 0), 1);
  const fewer = (answer) => ({ ...answer, faults: answer.faults?.slice(1) });
  assert.equal(count(fewer, 1), 1);
  const more = (answer) => (answer.faults ? { ...answer, faults: [...answer.faults, { pointer: '/facts/0' }] } : answer);
  assert.equal(count(more, 1), 1);
});
