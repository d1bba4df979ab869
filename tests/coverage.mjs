// Lines and branches by part of core, from gcovr's summary: node tests/coverage.mjs SUMMARY.json. Rules, fold and codec are what verdicts
// rest on: fewer than 95 % of their branches is a failure.
import { readFileSync } from 'node:fs';

const least = 95;
const parts = [
  ['rules', 'core/rules/', true], ['fold', 'core/state/fold.cpp', true], ['codec', 'core/codec/', true],
  ['state', 'core/state/', false], ['facts', 'core/facts/', false], ['policy', 'core/policy/', false], ['ledger', 'core/ledger/', false],
  ['assessment', 'core/assessment/', false], ['base', 'core/base/', false], ['text', 'core/text/', false], ['core', 'core/', false],
  ['shell', 'shell/', false],
];
const { files } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const percent = (covered, total) => (total === 0 ? 100 : (100 * covered) / total);
let failed = 0;
console.log(`${'part'.padEnd(12)}${'lines'.padStart(9)}${'branches'.padStart(10)}`);
for (const [name, prefix, required] of parts) {
  const own = files.filter(({ filename }) => filename.startsWith(prefix));
  const sum = (key) => own.reduce((total, file) => total + file[key], 0);
  const branches = percent(sum('branch_covered'), sum('branch_total'));
  const short = own.length === 0 || (required && branches < least);
  failed += short ? 1 : 0;
  console.log(`${name.padEnd(12)}${`${percent(sum('line_covered'), sum('line_total')).toFixed(1)} %`.padStart(9)}${`${branches.toFixed(1)} %`.padStart(10)}${
    required ? `   at least ${least} %${short ? ': not reached' : ''}` : ''}`);
}
process.exit(failed ? 1 : 0);
