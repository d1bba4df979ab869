// Compares the program with its twin on random facts files:
// node tests/twin/compare.mjs FILES SEED [--sound | --broken] [--policy-switches] [--built-with=POLICY] [--most=DIFFERENCES]
// HENGPING_CLI names another command line than build/hengping; with HENGPING_WWW alone the page's WebAssembly answers.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { pathToFileURL } from 'node:url';
import { broken, brokenFile } from './breakages.mjs';
import { dateOf } from './dates.mjs';
import { evaluate } from './evaluate.mjs';
import { readFacts } from './facts.mjs';
import { openProgram } from './program.mjs';
import { askedDays, fileOfTexts, randomFile } from './random_files.mjs';
import { randomFrom, write } from './random.mjs';

const mostFaults = 100;
const shippedPolicy = new URL('../../assets/policy/changchun-1.json', import.meta.url);
const readPolicy = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * What the program must answer: the faults' pointers, or all of §7 but the explanations. Facts are judged by the policy
 * in force, the answer is that of the policy given.
 */
export function expected(bytes, day, inForce = readPolicy(shippedPolicy), given = inForce) {
  const { faults, arguable, facts } = readFacts(bytes, inForce.parameters);
  if (faults.length) return { ok: false, faults, arguable };
  return evaluate(facts, day, given.parameters, { id: given.id, version: given.version });
}

/** Where the program's answer is not the expected one, in one line, or null. Keys that it adds are its own affair. */
export function difference(wanted, given) {
  if (given.crashed) return given.crashed;
  if (wanted.ok === false || given.ok === false) {
    const pointers = ({ faults }) => (faults ?? []).map(({ pointer }) => pointer).sort();
    const [ours, theirs] = [pointers(wanted), pointers(given)];
    const missing = without(ours, theirs);
    const added = without(theirs, [...ours, ...(wanted.arguable ?? [])]);
    const isCut = theirs.length === mostFaults && ours.length + (wanted.arguable?.length ?? 0) > mostFaults;
    if (added.length === 0 && (missing.length === 0 || isCut)) return null;
    return `faults: only the twin ${JSON.stringify(missing)}, only the program ${JSON.stringify(added)}`;
  }
  return differingKey(wanted, given, '');
}

function without(list, others) {
  const left = [...others];
  return list.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function differingKey(wanted, given, at) {
  if (wanted === null || typeof wanted !== 'object') return wanted === given ? null : `${at}: twin ${JSON.stringify(wanted)}, program ${JSON.stringify(given)}`;
  if (given === null || typeof given !== 'object' || Array.isArray(wanted) !== Array.isArray(given)) return `${at}: program ${JSON.stringify(given)}`;
  if (Array.isArray(wanted) && wanted.length !== given.length) return `${at}: twin ${JSON.stringify(wanted)}, program ${JSON.stringify(given)}`;
  if (wanted.order !== undefined && wanted.days_left === undefined && given.days_left !== undefined) return `${at}/days_left stands on an order that is not open`;
  for (const key of Object.keys(wanted)) {
    const found = differingKey(wanted[key], given[key], `${at}/${key}`);
    if (found) return found;
  }
  return null;
}

/** The kind of a difference, so that shrinking does not wander from one to another. */
const sort = (found) => (found.startsWith('faults') ? found.replace(/\/facts\/\d+/g, '/facts/_').replace(/_\/for\/\d+/g, '_/for/_')
  : found.replace(/\/\d+/g, '/_').replace(/: .*/, ''));

/** The fewest of the lines with which the difference stays and no fault comes in that was not there. */
export function shrunk(lines, differs, faultsOf) {
  const wanted = sort(differs(lines));
  const faults = faultsOf(lines);
  const stays = (some) => {
    if (faultsOf(some) > faults) return false;
    const found = differs(some);
    return found !== null && sort(found) === wanted;
  };
  let left = lines;
  for (let again = true; again;) {
    again = false;
    for (let index = left.length - 1; index >= 0; --index) {
      const fewer = left.filter((_, other) => other !== index);
      if (!stays(fewer)) continue;
      left = fewer;
      again = true;
    }
  }
  return left;
}

function randomPolicy(random) {
  const policy = readPolicy(shippedPolicy);
  Object.assign(policy.parameters, {
    rectification_days: random.pick([1, 15, 29, 30, 31, 60]), rectification_limit: random.pick([0, 1, 2, 3]), unsatisfied_limit: random.pick([1, 2, 3, 5]),
    progress_lag_points: random.pick([1, 10, 20, 33, 100]), change_report_days: random.pick([0, 15, 29, 30, 31, 60]),
    no_response_is_refusal: random.chance(0.5), replacement_after_late_completion: random.chance(0.5), counters_restart_on_reinstatement: random.chance(0.5),
  });
  policy.version = 1 + random.below(3);
  return policy;
}

/**
 * Compares `files` random files, half of them sound, each sound one on `days` days. Gives { files, answers, refusals, differences },
 * each difference with what it is, the smallest file found, the day and both answers.
 */
export function compare(program, { files, seed, days = 5, switches = false, inForce = readPolicy(shippedPolicy), most = 10, broken: shareBroken = 0.5 }) {
  const result = { files, answers: 0, refusals: 0, differences: [] };
  for (let number = 0; number < files && result.differences.length < most; ++number) {
    const random = randomFrom(seed * 1_000_003 + number);
    const { facts, days: worldDays } = randomFile(random);
    const isBroken = random.chance(shareBroken);
    const policy = switches ? randomPolicy(random) : undefined;
    const bytesOnly = isBroken && random.chance(0.15) ? brokenFile(facts, random) : null;
    const { facts: lines, outer, done } = isBroken ? broken(facts, random) : { facts: facts.map((fact) => write(fact, random)), outer: null, done: [] };
    const bytesOf = (some) => bytesOnly ?? Buffer.from((outer ?? String)(fileOfTexts(some)));
    for (const day of askedDays(worldDays, random, isBroken ? 1 : days)) {
      const differs = (some) => difference(expected(bytesOf(some), day, inForce, policy), program.evaluate(bytesOf(some), dateOf(day), policy));
      const wanted = expected(bytesOf(lines), day, inForce, policy);
      if (wanted.ok === false) ++result.refusals;
      else ++result.answers;
      if (differs(lines) === null) continue;
      const least = bytesOnly ? lines : shrunk(lines, differs, (some) => expected(bytesOf(some), day, inForce, policy).faults?.length ?? 0);
      const bytes = bytesOf(least);
      result.differences.push({
        what: differs(least), number, done, date: dateOf(day), file: bytes.toString('utf8'), bytes, policy: policy?.parameters,
        twin: expected(bytes, day, inForce, policy), program: program.evaluate(bytes, dateOf(day), policy),
      });
      break;
    }
  }
  return result;
}

function print({ what, number, done, date, file, bytes, policy, twin, program }) {
  const short = (text, limit) => (text.length > limit ? `${text.slice(0, limit)} … (${text.length})` : text);
  console.log(`\n== file ${number}, ${date}${done.length ? `, ${done.join(', ')}` : ''}\n${what}`);
  console.log(short(file, 4000));
  if (bytes.length < 200) console.log(`bytes ${bytes.toString('hex')}`);
  if (policy) console.log(`policy ${JSON.stringify(policy)}`);
  console.log(`twin:    ${short(JSON.stringify(twin), 3000)}`);
  console.log(`program: ${short(JSON.stringify(program, (key, value) => (key === 'explanation' ? undefined : value)), 3000)}`);
}

async function main(args) {
  const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
  const most = Number(option('most') ?? 10);
  const inForce = readPolicy(option('built-with') ?? shippedPolicy); // that of a program built with other parameters
  const [files, seed] = args.filter((arg) => !arg.startsWith('--')).map(Number);
  if (!Number.isInteger(files) || !Number.isInteger(seed)) {
    console.error('usage: node tests/twin/compare.mjs FILES SEED [--sound | --broken] [--policy-switches] [--built-with=POLICY] [--most=DIFFERENCES]');
    return 2;
  }
  const switches = args.includes('--policy-switches');
  const program = await openProgram(process.env.HENGPING_CLI ? { cli: process.env.HENGPING_CLI } : { www: process.env.HENGPING_WWW });
  if (switches && !program.takesPolicy()) {
    console.error(`${program.name} evaluates with no other policy`);
    return 2;
  }
  const share = args.includes('--sound') ? 0 : args.includes('--broken') ? 1 : 0.5;
  const { answers, refusals, differences } = compare(program, { files, seed, switches, inForce, most, broken: share });
  differences.forEach(print);
  program.close();
  console.log(`\n${program.name}: ${answers} answers and ${refusals} refusals compared, ${differences.length} differences`);
  return differences.length ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main(process.argv.slice(2));
