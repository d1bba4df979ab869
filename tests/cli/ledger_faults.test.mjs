// An import is all or nothing: whatever ends it, the ledger file is the old one or the new one, and verifies.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.HENGPING_CLI ?? path.join(root, 'build/hengping');

let folder;
let old;
before(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hengping-faults-'));
  const run = (...args) => execFileSync(program, args, { cwd: folder, stdio: 'ignore' });
  run('generate', '--providers', '3', '--enterprises', '6', '--facts', '80', '--seed', '1', '-o', 'first.json');
  run('generate', '--providers', '12', '--enterprises', '60', '--facts', '1500', '--seed', '2', '-o', 'other-city.json');
  run('ledger', 'new', 'before', '--role', 'bureau', '--name', 'x');
  run('import', 'before', 'first.json');
  run('ledger', 'new', 'elsewhere', '--role', 'bureau', '--name', 'y');
  run('import', 'elsewhere', 'other-city.json');
  run('export', 'elsewhere', '-o', 'bundle.json');
  old = readFileSync(path.join(folder, 'before'), 'utf8');
});
after(() => rmSync(folder, { recursive: true }));

/** The ledger as it was, or with all of the bundle; sound in any case, and nothing lies beside it that would be taken for it. */
function soundAfter(ledger) {
  const report = JSON.parse(execFileSync(program, ['verify', ledger, '--json'], { cwd: folder, encoding: 'utf8' }));
  assert.equal(report.ok, true);
  const now = readFileSync(path.join(folder, ledger), 'utf8');
  if (now === old) return 'old';
  assert.equal(report.devices.length, 2);
  assert.equal(report.devices.find((one) => one.standing === 'unknown').records, 1501);
  return 'new';
}

test('a disk that is full at any point of the writing', () => {
  const size = statSync(path.join(folder, 'bundle.json')).size + old.length;
  const outcomes = new Set();
  const step = 32 * 1024;
  for (let limit = 0; limit <= size + 2 * step; limit += step) {
    copyFileSync(path.join(folder, 'before'), path.join(folder, 'full'));
    // SIGXFSZ is ignored, so that the write itself fails, as on a full disk.
    const { status } = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f ${limit / 1024}; exec "$0" import full bundle.json`, program], { cwd: folder });
    const outcome = soundAfter('full');
    assert.equal(outcome, status === 0 ? 'new' : 'old', `at ${limit} bytes`);
    outcomes.add(outcome);
  }
  assert.deepEqual([...outcomes].sort(), ['new', 'old']);
});

test('a process that is killed at any moment', async () => {
  const begun = process.hrtime.bigint();
  copyFileSync(path.join(folder, 'before'), path.join(folder, 'timed'));
  execFileSync(program, ['import', 'timed', 'bundle.json'], { cwd: folder, stdio: 'ignore' });
  const whole = Number(process.hrtime.bigint() - begun) / 1e6;
  const kills = 40;
  let killed = 0;
  for (let i = 0; i < kills; i += 1) {
    copyFileSync(path.join(folder, 'before'), path.join(folder, 'killed'));
    const child = spawn(program, ['import', 'killed', 'bundle.json'], { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => { child.on('exit', (_code, signal) => resolve(signal)); });
    await new Promise((resolve) => { setTimeout(resolve, (whole * i) / kills); });
    child.kill('SIGKILL');
    if (await ended === 'SIGKILL') killed += 1;
    soundAfter('killed');
  }
  assert.ok(killed > 0);
  // What a killed process leaves beside the ledger is not taken for one by the next.
  execFileSync(program, ['import', 'killed', 'bundle.json'], { cwd: folder, stdio: 'ignore' });
  assert.equal(soundAfter('killed'), 'new');
  assert.ok(readdirSync(folder).includes('killed'));
});
