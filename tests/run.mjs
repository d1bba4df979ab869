// Runs the built test suites and closes with one line over all of them: node tests/run.mjs [SUITE ...].
// A suite that cannot start, ends early or executes nothing is a failure, and so is a skipped test.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run_program.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = path.join(root, 'build', 'test-results');

// The sanitizers end a program at their first finding. A leak is a finding too.
const sanitizerOptions = {
  ASAN_OPTIONS: 'abort_on_error=0:detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1',
  UBSAN_OPTIONS: 'print_stacktrace=1:halt_on_error=1',
};

const commonEnvironment = {
  ...sanitizerOptions,
  HENGPING_CLI: path.join(root, 'build/native-debug/shell/cli/hengping'),
  HENGPING_RELEASE_CLI: path.join(root, 'build/hengping'),
  HENGPING_WWW: path.join(root, 'build/www'),
};

/** Every file below a folder of tests/ whose name ends so. */
function filesBelow(folder, ending) {
  const base = path.join(root, 'tests', folder);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true }).filter((name) => String(name).endsWith(ending)).map((name) => path.join(base, String(name))).sort();
}

/** A Catch2 program, natively or under node; counts come from its own XML report. */
function catch2(name, program, launcher = []) {
  return async () => {
    const report = path.join(results, `${name}.xml`);
    if (!existsSync(path.join(root, program))) return { passed: 0, failed: 1, output: `${program} was not built\n` };
    const run = await runProgram([...launcher, path.join(root, program), '--order', 'rand', '--reporter', 'console', '--reporter', `xml::out=${report}`], {
      cwd: root, env: commonEnvironment, seconds: 1200 });
    const text = existsSync(report) ? readFileSync(report, 'utf8') : '';
    const total = /<OverallResultsCases successes="(\d+)" failures="(\d+)" expectedFailures="(\d+)"(?: skips="(\d+)")?\s*\/>/.exec(text);
    const counts = total
      ? { passed: Number(total[1]) + Number(total[3]), failed: Number(total[2]) + Number(total[4] ?? 0) }
      // It ended in the middle: what had passed until then counts, and the end is a failure.
      : { passed: (text.match(/<OverallResult success="true"/g) ?? []).length, failed: 1 };
    return conclude(run, counts);
  };
}

/** Files for node's own test runner; counts come from its TAP report. */
function nodeTests(name, files) {
  return async () => {
    if (files.length === 0) return { passed: 0, failed: 0, output: 'no test files\n' };
    const report = path.join(results, `${name}.tap`);
    const run = await runProgram([process.execPath, '--test', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap',
      `--test-reporter-destination=${report}`, ...files], { cwd: root, env: commonEnvironment, seconds: 1200 });
    const text = existsSync(report) ? readFileSync(report, 'utf8') : '';
    const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
    return conclude(run, { passed: count('pass'), failed: count('fail') + count('cancelled') + count('skipped') + count('todo') });
  };
}

/** A port of this machine that nobody listens on. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** What the browser's tests measured, in their order. */
function measured(suites) {
  return (suites ?? []).flatMap(({ specs, suites: inner }) => [
    ...(specs ?? []).flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations.filter(({ type }) => type === 'measured').map(({ description }) => description))),
    ...measured(inner),
  ]);
}

/** Playwright's runner in the machine's own Chromium; counts come from its JSON report. */
function browserTests(name) {
  return async () => {
    const report = path.join(results, `${name}.json`);
    const run = await runProgram([process.execPath, path.join(root, 'node_modules/@playwright/test/cli.js'), 'test',
      '--config', path.join(root, 'tests/browser/playwright.config.mjs')], {
      cwd: root, env: { ...commonEnvironment, PLAYWRIGHT_JSON_OUTPUT_NAME: report, HENGPING_TEST_PORT: String(await freePort()) }, seconds: 2400 });
    let stats = null;
    try {
      const told = JSON.parse(readFileSync(report, 'utf8'));
      stats = told.stats;
      for (const figure of measured(told.suites)) process.stdout.write(`tests: ${figure}\n`);
    } catch { /* no report: the run never came to an end, which conclude() counts */ }
    return conclude(run, { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0) });
  };
}

/** Counts with the program's own verdict: an exit code that no counted failure explains is one more failure. */
function conclude(run, { passed, failed }) {
  return { passed, failed: failed === 0 && run.code !== 0 ? 1 : failed, output: run.output + (run.ended ? `\n${run.ended}\n` : '') };
}

/** Several runs under one name. */
function together(...runs) {
  return async () => {
    const sum = { passed: 0, failed: 0, output: '' };
    for (const run of runs) {
      const one = await run();
      sum.passed += one.passed;
      sum.failed += one.failed;
      sum.output += one.output;
    }
    return sum;
  };
}

const suites = new Map([
  ['guards', nodeTests('guards', filesBelow('guards', '.test.mjs'))],
  ['tools', nodeTests('tools', filesBelow('tools', '.test.mjs'))],
  ['core', catch2('core', 'build/native-debug/tests/hengping_core_tests')],
  ['core-wasm', catch2('core-wasm', 'build/wasm-release/tests/hengping_core_tests.cjs', [process.execPath])],
  ['app', catch2('app', 'build/native-debug/tests/hengping_app_tests')],
  ['ui', catch2('ui', 'build/native-debug/tests/hengping_ui_tests')],
  ['cli', together(...commandLineRuns())],
  ['twin', nodeTests('twin', filesBelow('twin', '.test.mjs'))],
  ['browser', browserTests('browser')],
]);

/** The command line is tested by a Catch2 program, by node scripts, or by both: whatever stands in tests/cli. */
function commandLineRuns() {
  const runs = [];
  if (filesBelow('cli', '.cpp').length) runs.push(catch2('cli', 'build/native-debug/tests/hengping_cli_tests'));
  if (filesBelow('cli', '.test.mjs').length) runs.push(nodeTests('cli-node', filesBelow('cli', '.test.mjs')));
  return runs;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.has(name));
if (unknown.length) {
  console.error(`tests: no suite is named ${unknown.join(', ')}; there are: ${[...suites.keys()].join(', ')}`);
  process.exit(2);
}

mkdirSync(results, { recursive: true });
for (const name of readdirSync(results)) rmSync(path.join(results, name), { recursive: true });

const table = [];
for (const [name, run] of suites) {
  if (wanted.length && !wanted.includes(name)) continue;
  process.stdout.write(`tests: ${name} …\n`);
  const start = Date.now();
  const { passed, failed, output } = await run();
  const nothing = passed + failed === 0;
  if (failed || nothing) process.stdout.write(`${output.trimEnd()}\n`);
  if (nothing) process.stdout.write(`tests: ${name} executed no test, which counts as a failure\n`);
  table.push({ name, passed, failed: failed + (nothing ? 1 : 0), seconds: (Date.now() - start) / 1000 });
}

/** How many tests name each item of the measures: "Article 9(1): …", "Article 9(4), 9(5): …". An item without any is a failure. */
function articleTable() {
  const names = ['core', 'app', 'cli'].flatMap((suite) => {
    const report = path.join(results, `${suite}.xml`);
    const text = existsSync(report) ? readFileSync(report, 'utf8') : '';
    return [...text.matchAll(/<TestCase name="(Article [^"]*?):/g)].map((match) => match[1]);
  });
  const items = [[5, 7], [6, 6], [7, 5], [9, 6]].flatMap(([article, count]) => Array.from({ length: count }, (_, i) => `${article}(${i + 1})`));
  const counts = [...items, '8', '10'].map((item) => [item, names.filter((name) => name.slice(8).split(/, (?:and )?/).includes(item)).length]);
  counts.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  console.log(`\n${'article'.padEnd(12)}${'tests'.padStart(8)}`);
  for (const [item, count] of counts) console.log(`${item.padEnd(12)}${String(count).padStart(8)}${count ? '' : '   no test names it'}`);
  return counts.filter(([, count]) => count === 0).length;
}
if (table.some((row) => row.name === 'core')) {
  const untested = articleTable();
  if (untested) table.push({ name: 'articles', passed: 0, failed: untested, seconds: 0 });
}

const sum = (key) => table.reduce((total, row) => total + row[key], 0);
console.log(`\n${'suite'.padEnd(12)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(10)}`);
for (const row of table) {
  console.log(`${row.name.padEnd(12)}${String(row.passed).padStart(8)}${String(row.failed).padStart(8)}${row.seconds.toFixed(1).padStart(10)}`);
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
