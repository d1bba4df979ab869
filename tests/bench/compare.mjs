// What reading and evaluating costs, natively and as the WebAssembly that ships, beside plain JavaScript that does less: in one run, in turn, so
// that the ratios hold whatever the machine does meanwhile. Times are milliseconds of the processor, medians.
//   node tests/bench/compare.mjs [--facts 100000,1000000] [--rounds 5]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { countThresholds } from './twins/count.mjs';
import { runRules } from './twins/rules_engine.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const asOf = '2026-10-31';
const build = path.join(root, process.env.HENGPING_BUILD ?? 'build');
const program = path.join(build, 'hengping');
const native = path.join(build, 'native-release/tests/bench-programs/phases');
const asWasm = path.join(build, 'wasm-release/tests/bench-programs/phases.cjs');
const www = path.join(build, 'www');

function option(name, usual) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : process.argv[at + 1];
}
const sizes = option('facts', '100000,1000000').split(',').map(Number);
// A ledger keeps every record's bytes: a million of them leave WebAssembly's memory little room beside the file.
const mostInLedger = 100_000;
const rounds = Number(option('rounds', '5'));
for (const needed of [program, native, asWasm, path.join(www, 'hengping.wasm')]) {
  if (!existsSync(needed)) throw new Error(`${needed} is missing: \`make bench\` builds it`);
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Every measured thing by name: its times. */
class Times {
  all = new Map();

  add(name, ...times) {
    this.all.set(name, [...(this.all.get(name) ?? []), ...times]);
  }

  async of(name, work) {
    globalThis.gc?.();
    const start = processorTime();
    const result = await work();
    this.add(name, processorTime() - start);
    return result;
  }

  median(name) {
    return median(this.all.get(name));
  }
}

function cityFile(facts) {
  const folder = path.join(build, 'bench');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `city-${facts}.json`);
  execFileSync(program, ['generate', '--providers', '300', '--enterprises', '3000', '--facts', String(facts), '--seed', '1', '-o', file], { stdio: 'ignore' });
  return file;
}

/** The module that ships; a new instance has a memory of its own. */
async function shippedModule() {
  const { default: createModule } = await import(pathToFileURL(path.join(www, 'hengping.mjs')));
  return createModule({ host: {}, wasmBinary: readFileSync(path.join(www, 'hengping.wasm')) });
}

function answerOfShipped(wasm, bytes) {
  const inMemory = (data) => {
    const pointer = wasm._hp_allocate(data.length);
    wasm.HEAPU8.set(data, pointer);
    return pointer;
  };
  const day = Buffer.from(asOf);
  const from = inMemory(bytes);
  const on = inMemory(day);
  const answer = wasm._hp_evaluate(from, bytes.length, on, day.length);
  const text = Buffer.from(wasm.HEAPU8.subarray(answer, wasm.HEAPU8.indexOf(0, answer))).toString('utf8');
  for (const pointer of [from, on, answer]) wasm._hp_release(pointer);
  return text;
}

/** The twins must count what the product counts, or a comparison says nothing. */
function requireAgreement(answer, counts, met) {
  for (const { provider, grounds } of answer.providers) {
    const mine = counts.get(provider);
    const [orders, unsatisfied, lag, ...rest] = grounds;
    const same = mine.orders === orders.count && mine.refusals === orders.refusals && mine.unsatisfied === unsatisfied.count
      && Math.abs(mine.lag - lag.lag) < 0.006 && rest.every(({ article, count }) => mine[article] === count)
      && met.get(provider).join() === grounds.filter((ground) => ground.met).map(({ article }) => article).join();
    if (!same) throw new Error(`the twin and the answer differ on ${provider}: ${JSON.stringify(mine)} ${JSON.stringify(grounds)}`);
  }
}

const run = (launcher, ...args) => JSON.parse(execFileSync(launcher[0], [...launcher.slice(1), ...args], { encoding: 'utf8', maxBuffer: 1 << 28 }));
const nativeProgram = [native];
const wasmProgram = [process.execPath, asWasm];

async function measure(facts) {
  const file = cityFile(facts);
  const bytes = readFileSync(file);
  const times = new Times();
  const shipped = await shippedModule();
  const inner = facts >= 1_000_000 ? 1 : 3;
  let memory;
  for (let round = 0; round < rounds; round += 1) {
    for (const [side, launcher] of [['native', nativeProgram], ['WASM', wasmProgram]]) {
      // The first round of a program is left out under node, where it is still being compiled.
      const phases = run(launcher, file, asOf, String(side === 'WASM' ? inner + 1 : inner));
      for (const [phase, measured] of Object.entries(phases)) times.add(`${side}: ${phase}`, ...measured.slice(side === 'WASM' ? 1 : 0));
    }
    if (facts <= mostInLedger) {
      for (const [side, launcher] of [['native', nativeProgram], ['WASM', wasmProgram]]) {
        for (const [phase, measured] of Object.entries(run(launcher, file, asOf, 'ledger'))) times.add(`${side}: ${phase}`, ...measured.slice(10));
      }
    }
    const answer = JSON.parse(await times.of('WASM that ships: file to answer', () => answerOfShipped(shipped, bytes)));
    const text = bytes.toString('utf8');
    let parsed = await times.of('JSON.parse', () => JSON.parse(text));
    parsed = null;
    parsed = await times.of('decoding and JSON.parse', () => JSON.parse(bytes.toString('utf8')));
    await times.of('loop (first)', () => countThresholds(parsed.facts, asOf));
    const counts = await times.of('loop', () => countThresholds(parsed.facts, asOf));
    const met = await times.of('json-rules-engine', () => runRules(counts));
    if (round === 0) requireAgreement(answer, counts, met);
  }
  memory = { native: run(nativeProgram, file, asOf, 'answer').memory, WASM: run(wasmProgram, file, asOf, 'answer').memory };
  report(facts, statSync(file).size, times, memory);
}

function report(facts, size, times, memory) {
  const line = (name, time, base) => console.log(
    `${name.padEnd(58)}${time.toFixed(time < 10 ? 2 : 0).padStart(9)}${base ? `${(time / base).toFixed(2)} ×`.padStart(10) : ''}`);
  const parse = times.median('JSON.parse');
  console.log(`\n${facts.toLocaleString('en')} facts, ${size.toLocaleString('en')} bytes, 300 providers                         ms  JSON.parse`);
  line('JSON.parse', parse, parse);
  line('decoding and JSON.parse', times.median('decoding and JSON.parse'), parse);
  for (const name of ['native: file to answer', 'WASM: file to answer', 'WASM that ships: file to answer']) line(name, times.median(name), parse);
  const phases = [...times.all.keys()].filter((name) => name.startsWith('native: ')).map((name) => name.slice(8));
  console.log(`\n${'phase'.padEnd(44)}${'native ms'.padStart(12)}${'WASM ms'.padStart(12)}`);
  for (const phase of phases) {
    console.log(`${phase.padEnd(44)}${times.median(`native: ${phase}`).toFixed(2).padStart(12)}${times.median(`WASM: ${phase}`).toFixed(2).padStart(12)}`);
  }
  const loop = times.median('loop');
  console.log(`\n${'facts in memory to verdicts'.padEnd(58)}${'ms'.padStart(9)}${'loop'.padStart(10)}`);
  line('loop that counts the same thresholds', loop, loop);
  line('loop and json-rules-engine', loop + times.median('json-rules-engine'), loop);
  for (const side of ['native', 'WASM']) line(`${side}: fold and evaluate, explained`, times.median(`${side}: fold and evaluate, facts in memory`), loop);
  console.log(`\nmemory at most, the file's text included: native ${(memory.native / size).toFixed(2)}, WASM ${(memory.WASM / size).toFixed(2)} bytes per byte of the file`);
}

console.log(`${os.cpus()[0].model}, ${os.cpus().length} processors, load ${os.loadavg()[0].toFixed(1)}; node ${process.version}`);
for (const facts of sizes) await measure(facts);
