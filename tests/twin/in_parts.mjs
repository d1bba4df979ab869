// Facts that come into a ledger in two files must give the answer of one file that holds them in that order, and facts
// that are already there nothing more.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { difference, expected } from './compare.mjs';
import { dateOf } from './dates.mjs';
import { readFacts } from './facts.mjs';
import { JsonNumber, readJson } from './json.mjs';
import { askedDays, fileOfTexts, randomFile } from './random_files.mjs';
import { randomFrom, write } from './random.mjs';

const policy = JSON.parse(readFileSync(new URL('../../assets/policy/changchun-1.json', import.meta.url), 'utf8'));
const bytesOf = (lines) => Buffer.from(fileOfTexts(lines));

function withoutFaults(lines) {
  const { faults } = readFacts(bytesOf(lines), policy.parameters);
  const faulty = new Set(faults.map(({ pointer }) => Number(pointer.split('/')[2])));
  return faulty.size ? withoutFaults(lines.filter((_, index) => !faulty.has(index))) : lines;
}

/** The same text for facts that are equal, member by member. */
function canonical(line) {
  const text = (value) => {
    if (value instanceof JsonNumber) return `${value.mantissa}e${value.exponent}`;
    if (Array.isArray(value)) return `[${value.map(text)}]`;
    if (value instanceof Map) return `{${[...value].map(([key, one]) => `${JSON.stringify(key)}:${text(one)}`).sort()}}`;
    return JSON.stringify(value);
  };
  return text(new Map([['by', 'bureau'], ...readJson(Buffer.from(line))]));
}

/** Those of the second file that the first one does not hold already, each as often as it stands there. */
function newOnes(first, second) {
  const held = new Map();
  for (const line of first) held.set(canonical(line), (held.get(canonical(line)) ?? 0) + 1);
  return second.filter((line) => {
    const left = held.get(canonical(line)) ?? 0;
    held.set(canonical(line), left - 1);
    return left <= 0;
  });
}

export function compareInParts(program, { files, seed }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-parts-'));
  const run = (...args) => spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const file = (name, lines) => {
    writeFileSync(path.join(folder, name), bytesOf(lines));
    return path.join(folder, name);
  };
  const result = { ledgers: 0, repeated: 0, differences: [] };
  for (let number = 0; number < files; ++number) {
    const random = randomFrom(seed * 1_000_003 + number);
    const { facts, days } = randomFile(random);
    const lines = facts.map((fact) => write(fact, random));
    const first = withoutFaults(lines.filter(() => random.chance(0.7)));
    const again = first.filter(() => random.chance(0.1));
    const second = [...lines.filter((line) => !first.includes(line)), ...again];
    const added = withoutFaults([...first, ...newOnes(first, second)]).slice(first.length);
    const mixed = random.chance(0.5) ? [...again, ...added] : [...added, ...again];
    if (newOnes(first, mixed).length !== added.length || first.length + added.length === 0) continue;
    const ledger = path.join(folder, `${number}.ledger`);
    const told = [run('ledger', 'new', ledger, '--role', 'bureau', '--name', 'x'), run('import', ledger, file('first.json', first)),
      run('import', ledger, file('second.json', mixed))];
    const [day] = askedDays(days, random, 1);
    const answer = run('evaluate', ledger, '--as-of', dateOf(day), '--json');
    const wanted = expected(bytesOf([...first, ...added]), day, policy);
    const what = told.find(({ status }) => status !== 0)?.stderr ?? difference(wanted, JSON.parse(answer.stdout));
    ++result.ledgers;
    result.repeated += again.length;
    if (what !== null) result.differences.push({ what, number, date: dateOf(day), first: fileOfTexts(first), second: fileOfTexts(mixed) });
  }
  rmSync(folder, { recursive: true, force: true });
  return result;
}
