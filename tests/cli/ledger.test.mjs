// The ledger on the command line: who may state what, merging, conflicts, parts with proofs, late knowledge.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.HENGPING_CLI ?? path.join(root, 'build/hengping');
let folder;
before(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'hengping-ledger-')); });
after(() => rmSync(folder, { recursive: true }));

const at = (name) => path.join(folder, name);
const run = (...args) => execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const json = (...args) => JSON.parse(run(...args, '--json'));
const refused = (...args) => {
  const { status, stdout } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 1, stdout);
  return JSON.parse(stdout);
};
const read = (name) => readFileSync(at(name), 'utf8');
const hash = (name) => run('state-hash', name).trim();
const facts = (name, ...list) => {
  writeFileSync(at(name), JSON.stringify({ format: 'hengping.facts', version: 1, facts: list }));
  return name;
};

const provider = { kind: 'provider.registered', on: '2025-01-01', provider: 'P1', name: '甲公司', uscc: '91220102MA1F4FE12D',
  address: '长春市', legal_representative: '𤭢明', business_scope: '软件', registered_capital: '1000000' };
const enterprise = (id, name) => ({ kind: 'enterprise.registered', on: '2025-01-01', enterprise: id, name, uscc: '91220103MADRMTGU16', industry: '汽车' });
const contract = (id, of) => ({ kind: 'engagement.signed', on: '2025-01-10', engagement: id, provider: 'P1', enterprise: of, amount: '1000',
  due_on: '2026-01-10', items: [{ name: '网关', function: '采集', purpose: '可视', unit_price: '1000', quantity: 1 }] });
const rating = (engagement, period, satisfaction = 'unsatisfied') =>
  ({ kind: 'rating.given', by: 'enterprise', on: '2025-06-30', engagement, period, satisfaction });
const complaint = { kind: 'complaint.filed', by: 'bureau', on_behalf: true, on: '2025-03-01', complaint: 'K1', engagement: 'C7', article: '7.1', text: '无人响应' };
const order = (id, more = {}) => ({ kind: 'rectification.ordered', on: '2025-04-01', order: id, provider: 'P1', for: [], ...more });
const correction = (value) => ({ kind: 'provider.corrected', on: '2025-06-01', provider: 'P1', field: 'name', value, reason: '笔误' });

/** A bureau with a city of one provider and two enterprises. */
function bureau(name) {
  run('ledger', 'new', name, '--role', 'bureau', '--name', '市工信局');
  facts('city.json', provider, enterprise('E7', '吉林精工'), enterprise('E8', '吉林机床'), contract('C7', 'E7'), contract('C8', 'E8'));
  run('import', name, 'city.json');
}

describe('a first enterprise', () => {
  it('states who it is, records, hands over a file, is enrolled after a telephone call, and counts', () => {
    bureau('b');
    run('export', 'b', '-o', 'for-e7.json', '--scope', 'enterprise:E7');
    assert.ok(!read('for-e7.json').includes('吉林机床'));
    run('ledger', 'new', 'e', '--role', 'enterprise', '--name', '吉林精工', '--scope', 'E7');
    assert.equal(json('import', 'e', 'for-e7.json').refused, 0);
    facts('mine.json', rating('C7', '2025-01'));
    assert.equal(json('import', 'e', 'mine.json').added, 1);
    run('export', 'e', '-o', 'from-e7.json');

    const report = json('import', 'b', 'from-e7.json');
    assert.deepEqual([report.added, report.quarantined], [1, 1]);
    const count = () => json('evaluate', 'b', '--as-of', '2025-12-31').providers[0].grounds[1].count;
    assert.equal(count(), 0);
    const asking = json('device', 'list', 'b').devices.find((one) => one.standing === 'unknown');
    const own = json('device', 'list', 'e').devices.find((one) => one.role === 'enterprise');
    assert.equal(asking.fingerprint, own.fingerprint);
    assert.deepEqual([asking.name, asking.scope, asking.waiting], ['吉林精工', 'E7', 1]);
    run('device', 'enrol', 'b', asking.device);
    assert.equal(count(), 1);
    assert.equal(json('record', 'waiting', 'b').records.length, 0);
  });

  it('may state its own matters only, as itself only, and cannot enrol anybody', () => {
    bureau('b2');
    run('export', 'b2', '-o', 'all.json');
    const { device } = json('ledger', 'new', 'e2', '--role', 'enterprise', '--name', '吉林精工', '--scope', 'E7');
    run('import', 'e2', 'all.json');
    run('import', 'e2', facts('own.json', rating('C7', '2025-01')));
    assert.deepEqual(refused('import', 'e2', facts('other.json', rating('C8', '2025-01'))).faults.map((f) => [f.pointer, f.code]),
      [['/facts/0/kind', 'role.not_own']]);
    assert.deepEqual(refused('import', 'e2', facts('as.json', correction('乙'))).faults.map((f) => [f.pointer, f.code]),
      [['/facts/0/by', 'role.not_author']]);
    assert.equal(refused('device', 'enrol', 'e2', device).faults[0].code, 'role.not_allowed');
    assert.equal(refused('import', 'e2', facts('rights.json', { kind: 'device.enrolled', on: '2025-01-01', device, role: 'bureau', name: 'x' }))
      .faults[0].code, 'kind.unknown');
  });

  it('no longer counts after it has been revoked; what it had stated before goes on counting', () => {
    bureau('b3');
    run('export', 'b3', '-o', 'all3.json');
    run('ledger', 'new', 'e3', '--role', 'enterprise', '--name', '吉林精工', '--scope', 'E7');
    run('import', 'e3', 'all3.json');
    run('import', 'e3', facts('one.json', rating('C7', '2025-01')));
    run('export', 'e3', '-o', 'one-bundle.json');
    run('import', 'b3', 'one-bundle.json');
    const device = json('device', 'list', 'b3').devices.find((one) => one.standing === 'unknown').device;
    run('device', 'enrol', 'b3', device);
    run('device', 'revoke', 'b3', device, '--reason', '平板丢失');
    run('import', 'e3', facts('two.json', rating('C7', '2025-02')));
    run('export', 'e3', '-o', 'two-bundle.json');
    const report = json('import', 'b3', 'two-bundle.json');
    assert.deepEqual([report.added, report.quarantined], [1, 1]);
    assert.equal(json('evaluate', 'b3', '--as-of', '2025-12-31').providers[0].grounds[1].count, 1);
    const [late] = json('record', 'waiting', 'b3').records;
    assert.equal(late.standing, 'after_revocation');
    run('record', 'admit', 'b3', late.record, '--reason', '电话核实');
    assert.equal(json('evaluate', 'b3', '--as-of', '2025-12-31').providers[0].grounds[1].count, 2);
  });
});

describe('merging', () => {
  it('gives the same bytes whichever comes first, and again; a fork loses nothing and is told', () => {
    bureau('m');
    copyFileSync(at('m'), at('restored')); // from a backup
    run('import', 'm', facts('here.json', correction('甲一')));
    run('import', 'restored', facts('there.json', correction('甲二')));
    run('export', 'm', '-o', 'm.json');
    run('export', 'restored', '-o', 'restored.json');
    run('merge', 'm.json', 'restored.json', '-o', 'one.json');
    run('merge', 'restored.json', 'm.json', '-o', 'other.json');
    assert.equal(read('one.json'), read('other.json'));
    run('merge', 'one.json', 'm.json', '-o', 'again.json');
    assert.equal(read('again.json'), read('one.json'));
    const report = json('verify', 'one.json');
    assert.deepEqual(report.irregularities.map((one) => [one.kind, one.seq]), [['fork', 7], ['fork', 7]].slice(0, report.irregularities.length));
    assert.equal(report.irregularities[0].kind, 'fork');

    const [conflict] = json('conflict', 'list', 'one.json').conflicts;
    assert.deepEqual([conflict.matter, conflict.subject], ['provider_field', 'P1:name']);
    assert.deepEqual(conflict.sides.map((side) => side.value.value).sort(), ['甲一', '甲二']);
    run('import', 'm', 'restored.json');
    const other = conflict.sides.find((side) => !side.counting);
    run('conflict', 'resolve', 'm', other.record, '--reason', '营业执照');
    assert.equal(json('conflict', 'list', 'm').conflicts.length, 0);
    run('export', 'm', '-o', 'resolved.json');
    run('import', 'restored', 'resolved.json');
    assert.equal(hash('restored'), hash('m'));
  });

  it('refuses an altered record and names it', () => {
    bureau('v');
    run('export', 'v', '-o', 'v.json');
    writeFileSync(at('altered.json'), read('v.json').replace('吉林精工', '吉林细工'));
    assert.deepEqual(refused('verify', 'altered.json').faults.map((f) => [f.pointer, f.code]), [['/feeds/0/records/2', 'record.altered']]);
    assert.equal(refused('merge', 'v.json', 'altered.json', '-o', 'never.json').faults[0].code, 'record.altered');
  });

  it('refuses a ledger file whose private key is another than its device has', () => {
    bureau('w');
    writeFileSync(at('w-altered'), read('w').replace(/"seed":"[0-9a-f]{64}"/, `"seed":"${'74'.repeat(32)}"`));
    assert.deepEqual(refused('verify', 'w-altered').faults.map((f) => [f.pointer, f.code]), [['/own/seed', 'device.seed']]);
  });

  it('says how many bureaus the union has: a bundle alone cannot tell whose word counts', () => {
    bureau('left');
    bureau('right');
    run('export', 'left', '-o', 'left.json');
    run('export', 'right', '-o', 'right.json');
    assert.equal(json('merge', 'left.json', 'right.json', '-o', 'both.json').roots, 2);
    assert.equal(json('import', 'left', 'right.json').quarantined > 0, true);
    const right = json('device', 'list', 'right').devices[0].device;
    run('device', 'trust', 'left', right);
    assert.equal(json('device', 'list', 'left').devices.find((one) => one.device === right).standing, 'root');
  });
});

describe('a part for one party', () => {
  it('verifies, and does not tell who complained: not by name, not by identifier, not by order', () => {
    bureau('r');
    run('import', 'r', facts('case.json', complaint, { kind: 'complaint.upheld', on: '2025-03-05', complaint: 'K1', reason: '属实' },
      order('R1', { for: ['K1'] }), order('R2', { for: ['K1'], engagement: 'C7' }),
      { kind: 'finding.raised', on: '2025-03-06', finding: 'F1', provider: 'P1', article: '9.4', text: '泄露' },
      { kind: 'finding.raised', on: '2025-03-07', finding: 'F2', provider: 'P1', article: '7.5', text: '据吉林精工反映' },
      { kind: 'finding.raised', on: '2025-03-08', finding: 'F3', provider: 'P1', article: '7.5', text: '现场无人' }));
    const report = json('export', 'r', '-o', 'part.json', '--scope', 'provider:P1', '--redact');
    assert.equal(report.withheld, 5);
    const part = read('part.json');
    for (const told of ['complaint.', '无人响应', '"R2"', '"F1"', '据吉林精工']) assert.ok(!part.includes(told), told);
    for (const shown of ['"R1"', '"F3"', '"C7"', '"C8"']) assert.ok(part.includes(shown), shown);
    const lines = part.split('\n').filter((line) => line.startsWith('{"body"'));
    assert.deepEqual(lines.map((line) => line.replace(/,$/, '')), lines.map((line) => line.replace(/,$/, '')).sort());
    assert.ok(!/"(seq|tick|prev|seen|at)":/.test(lines.join('')));
    assert.equal(json('verify', 'part.json').ok, true);
    writeFileSync(at('part-altered.json'), part.replace('现场无人', '现场有人'));
    assert.equal(refused('verify', 'part-altered.json').faults[0].code, 'bundle.proof');

    run('ledger', 'new', 'p', '--role', 'provider', '--name', '甲公司', '--scope', 'P1');
    assert.equal(json('import', 'p', 'part.json').refused, 0);
    assert.equal(json('import', 'p', facts('answer.json', { kind: 'rectification.submitted', by: 'provider', on: '2025-04-10', order: 'R1', text: '已整改' })).added, 1);
    run('export', 'p', '-o', 'answer-bundle.json');
    assert.equal(json('import', 'r', 'answer-bundle.json').added, 1);
  });
});

describe('late knowledge', () => {
  it('counts from its civil date on, is shown beside what was known, and rewrites no decision', () => {
    bureau('k');
    run('import', 'k', facts('five.json', ...['01', '02', '03', '04'].map((month) => ({ ...rating('C7', `2025-${month}`), by: 'bureau', on_behalf: true })),
      { kind: 'disqualification.noticed', on: '2025-07-01', decision: 'D1', provider: 'P1', grounds: ['9.2'], text: '告知' },
      { kind: 'disqualification.decided', on: '2025-07-10', decision: 'D1', outcome: 'retained', reason: '未达' }));
    assert.deepEqual(json('late', 'k').decisions, []);
    run('import', 'k', facts('late.json', { ...rating('C7', '2025-05'), by: 'bureau', on_behalf: true }));
    const met = (...more) => json('evaluate', 'k', '--as-of', '2025-07-10', ...more).providers[0]?.grounds[1].met;
    assert.equal(met(), true);
    const decisions = json('late', 'k').decisions;
    assert.deepEqual(decisions.map((one) => [one.kind, one.changes[0].ref, one.changes[0].from, one.changes[0].to]),
      [['disqualification.noticed', '9.2', 'not_met', 'met'], ['disqualification.decided', '9.2', 'not_met', 'met']]);
    assert.equal(met('--known-on', '2000-01-01'), undefined); // before the ledger began nothing was known
    assert.equal(refused('evaluate', 'city.json', '--as-of', '2025-07-10', '--known-on', '2025-07-10', '--json').faults[0].code, 'file.not_a_ledger');
  });
});
