// What the ledger costs beside its peers: on the same facts, facts to records of one device, the whole as bytes, those bytes into an empty ledger,
// and two ledgers, half of each in common, from the bytes of both to the bytes of their union. Every round asks each in turn, in a process of its
// own. Times are milliseconds of the processor, medians; memory is the whole process's at most, node itself included.
//   node tests/bench/ledger.mjs [--facts 100000] [--rounds 5] [--only map,yjs,yjs-keyed,automerge,automerge-keyed,hengping]
// All build from the text of a facts file. The peers do less: they check no fact, hash no chain of records, and those that keep a record as text
// or bytes have not read it yet when they have imported it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = path.join(root, process.env.HENGPING_BUILD ?? 'build');
const program = path.join(build, 'hengping');
const asWasm = path.join(build, 'wasm-release/tests/bench-programs/ledger.cjs');
const measurer = path.join(root, 'tests/bench/peers/measure.mjs');
const peak = path.join(root, 'tests/bench/peers/peak.cjs');

const tasks = ['build', 'export', 'import', 'merge'];
const titles = new Map([
  ['map', 'plain Map and JSON.parse'],
  ['yjs', 'Yjs, a list a device'],
  ['yjs-keyed', 'Yjs, a map by name'],
  ['automerge', 'Automerge, a list a device'],
  ['automerge-keyed', 'Automerge, a map by name'],
  ['hengping', 'Hengping as WASM'],
]);

function option(name, usual) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : process.argv[at + 1];
}
const facts = Number(option('facts', '100000'));
const rounds = Number(option('rounds', '5'));
// Within one process: the first round, still being compiled, does not make the median.
const inner = 3;
const only = option('only', [...titles.keys()].join()).split(',');
for (const name of only) if (!titles.has(name)) throw new Error(`--only knows ${[...titles.keys()].join(', ')}, not ${name}`);
if (!existsSync(program)) throw new Error(`${program} is missing: \`make\` builds it`);

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

const folder = path.join(build, 'bench');
mkdirSync(folder, { recursive: true });
const file = path.join(folder, `ledger-${facts}.json`);
const bytesOf = (name, device) => path.join(folder, `ledger-${facts}-${name}-${device}.bin`);

/** What the program prints, and the most bytes that its process has held. */
function run(...args) {
  const { status, signal, error, output } = spawnSync(process.execPath, ['--expose-gc', '--require', peak, ...args],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit', 'pipe'], maxBuffer: 1 << 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${signal ?? status}`);
  return { printed: output[1], memory: Number(output[3]) };
}

function measured(name) {
  const { printed, memory } = name === 'hengping'
    ? run(asWasm, file, String(inner))
    : run(measurer, name, file, String(inner), bytesOf(name, 'a'), bytesOf(name, 'b'));
  return { ...JSON.parse(printed), memory };
}

function report(results) {
  const megabytes = (bytes) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
  const value = (name, of) => median(results.get(name).map((result) => result[of]));
  const half = Math.floor(facts / 2);
  console.log(`\n${facts.toLocaleString('en')} facts, ${statSync(file).size.toLocaleString('en')} bytes; `
    + `merge: two ledgers of ${facts.toLocaleString('en')} records, ${half.toLocaleString('en')} in common; medians of ${rounds}; ms and × plain Map`);
  console.log(`${''.padEnd(28)}${tasks.map((task) => task.padStart(17)).join('')}${'bytes, MB'.padStart(12)}${'memory, MB'.padStart(12)}`);
  for (const name of only) {
    if (!results.has(name)) {
      console.log(`${titles.get(name).padEnd(28)}  not built: ${path.relative(root, asWasm)} is missing`);
      continue;
    }
    const columns = tasks.map((task) => {
      const ratio = results.has('map') ? `${(value(name, task) / value('map', task)).toFixed(2)} ×` : '';
      return `${value(name, task).toFixed(0).padStart(8)}${ratio.padStart(9)}`;
    });
    console.log(`${titles.get(name).padEnd(28)}${columns.join('')}${megabytes(value(name, 'bytes')).padStart(12)}${megabytes(value(name, 'memory')).padStart(12)}`);
  }
  if (results.has('hengping')) console.log(`Hengping's own memory at most, without node's: ${megabytes(value('hengping', 'peak'))} MB`);
}

console.log(`${os.cpus()[0].model}, ${os.cpus().length} processors, load ${os.loadavg()[0].toFixed(1)}; node ${process.version}`);
execFileSync(program, ['generate', '--providers', '300', '--enterprises', '3000', '--facts', String(facts), '--seed', '7', '-o', file], { stdio: 'ignore' });
const results = new Map();
for (const name of only) {
  if (name === 'hengping' && !existsSync(asWasm)) continue;
  results.set(name, []);
  if (name !== 'hengping') run(measurer, name, 'prepare', file, bytesOf(name, 'a'), bytesOf(name, 'b'));
}
for (let round = 0; round < rounds; round += 1) {
  for (const [name, all] of results) all.push(measured(name));
}
report(results);
