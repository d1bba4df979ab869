// One provider in words and as JSON: the verdict, and how it came about, record by record.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.HENGPING_CLI ?? path.join(root, 'build/hengping');
const day = '2026-10-31';

let folder;
let city;
let answer;
before(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hengping-explain-'));
  city = path.join(folder, 'city.json');
  execFileSync(program, ['generate', '--providers', '12', '--enterprises', '60', '--facts', '900', '--seed', '7', '-o', city]);
  answer = JSON.parse(execFileSync(program, ['evaluate', city, '--as-of', day, '--json'], { maxBuffer: 1 << 28 }));
});
after(() => rmSync(folder, { recursive: true }));

const explain = (...words) => spawnSync(program, ['explain', city, ...words], { encoding: 'utf8', maxBuffer: 1 << 28 });

test('explain --json: the verdict of evaluate, and a timeline whose end is that verdict', () => {
  const facts = JSON.parse(readFileSync(city, 'utf8')).facts;
  for (const expected of answer.providers) {
    const { status, stdout } = explain('--provider', expected.provider, '--as-of', day, '--json');
    assert.equal(status, 0);
    const { verdict, timeline, policy, as_of } = JSON.parse(stdout);
    assert.deepEqual([verdict, policy, as_of], [expected, answer.policy, day]);
    // Played from the beginning, the changes must lead to what evaluate says.
    const last = new Map();
    let before = '';
    for (const entry of timeline) {
      assert.ok(entry.on >= before && entry.on <= day);
      before = entry.on;
      if (entry.by) assert.equal(facts[Number(entry.by.pointer.split('/')[2])].kind, entry.by.kind);
      for (const change of entry.changes) {
        const key = `${change.subject} ${change.ref}`;
        const absent = { ground: 'not_met', replacement: 'closed' }[change.subject] ?? '';
        assert.equal(change.from, last.get(key) ?? absent);
        last.set(key, change.to);
      }
    }
    assert.equal(last.get('standing '), expected.standing);
    for (const ground of expected.grounds) assert.equal(last.get(`ground ${ground.article}`) ?? 'not_met', ground.met ? 'met' : 'not_met');
    for (const order of expected.orders) assert.equal(last.get(`order ${order.order}`), order.state);
  }
});

test('explain: a decision keeps the policy under which it was made, whichever is adopted later', () => {
  const facts = JSON.parse(readFileSync(city, 'utf8'));
  const policy = JSON.parse(readFileSync(path.join(root, 'assets/policy/changchun-1.json'), 'utf8'));
  const provider = answer.providers[0].provider;
  const decision = (kind, on, members) => ({ kind: `disqualification.${kind}`, on, decision: 'DX', ...members });
  facts.facts.push(
    decision('noticed', '2026-06-01', { provider, grounds: ['9.1'], text: '告知' }),
    decision('decided', '2026-07-10', { outcome: 'retained', reason: '不成立' }),
    { kind: 'policy.adopted', on: '2026-08-01', policy: { ...policy, version: 2 }, author: '王处长', reason: '修订' },
    decision('appealed', '2026-08-02', { by: 'provider', text: '申诉' }),
    decision('appeal_decided', '2026-08-03', { outcome: 'upheld', reason: '维持' }),
  );
  const file = path.join(folder, 'decided.json');
  writeFileSync(file, JSON.stringify(facts));
  const run = (on, ...words) => spawnSync(program, ['explain', file, '--provider', provider, '--as-of', on, ...words], { encoding: 'utf8' });
  const found = (on) => JSON.parse(run(on, '--json').stdout).decisions.find((one) => one.decision === 'DX');
  const open = { decision: 'DX', noticed_on: '2026-06-01', decided_on: null, outcome: null, policy: null, appeal_decided_on: null, appeal_outcome: null };
  assert.deepEqual(found('2026-07-09'), open);
  const decided = { ...open, decided_on: '2026-07-10', outcome: 'retained', policy: { id: 'changchun', version: 1 } };
  assert.deepEqual(found('2026-08-02'), decided);
  assert.deepEqual(found('2026-08-03'), { ...decided, appeal_decided_on: '2026-08-03', appeal_outcome: 'upheld' });
  assert.match(run('2026-07-09').stdout, /DX {2}2026-06-01 事先告知，尚未决定/);
  assert.match(run('2026-08-03').stdout, /DX {2}2026-06-01 事先告知，2026-07-10 决定保留资格，依据 .* 第 1 版，2026-08-03 申诉维持原决定/);
});

test('explain in words: name, standing, every ground with the words of its article', () => {
  const { status, stdout } = explain('--provider', answer.providers[0].provider, '--as-of', day);
  assert.equal(status, 0);
  for (const words of ['第九条（一）', '第九条（六）', '试点企业对服务商满意度评价“不满意”次数达到5次的', '变化过程', '纳入服务商资源池']) {
    assert.ok(stdout.includes(words), words);
  }
  const english = explain('--provider', answer.providers[0].provider, '--as-of', day, '--lang', 'en');
  assert.match(english.stdout, /Article 9\(1\)/);
});

test('explain: no such provider on that day is an answer of no, in words', () => {
  const { status, stdout, stderr } = explain('--provider', 'P999', '--as-of', day);
  assert.equal(status, 1);
  assert.deepEqual([JSON.parse(stdout).ok, JSON.parse(stdout).faults[0].code], [false, 'provider.unknown']);
  assert.match(stderr, /P999/);
  assert.equal(explain('--provider', 'P001', '--as-of', '1950-01-01').status, 1);
  assert.equal(explain('--provider', 'P001', '--as-of', 'yesterday').status, 2);
});

test('state-hash: the same for a facts file, the ledger that took it in, and the bundle that left it', () => {
  const ledger = path.join(folder, 'a.ledger');
  const bundle = path.join(folder, 'a.bundle');
  execFileSync(program, ['ledger', 'new', ledger, '--role', 'bureau', '--name', '市工信局']);
  execFileSync(program, ['import', ledger, city]);
  execFileSync(program, ['export', ledger, '-o', bundle]);
  const hash = (file) => JSON.parse(execFileSync(program, ['state-hash', file, '--json'])).state_hash;
  assert.match(hash(city), /^[0-9a-f]{64}$/);
  assert.deepEqual([hash(ledger), hash(bundle)], [hash(city), hash(city)]);
  const other = path.join(folder, 'other.json');
  execFileSync(program, ['generate', '--providers', '12', '--enterprises', '60', '--facts', '900', '--seed', '8', '-o', other]);
  assert.notEqual(hash(other), hash(city));
});

test('rules: each with what it reads, which numbers it takes and words in both languages', () => {
  const { rules } = JSON.parse(execFileSync(program, ['rules', '--json']));
  const orders = rules.find((rule) => rule.article === '9.1');
  assert.deepEqual(orders.parameters, ['rectification_limit', 'no_response_is_refusal', 'counters_restart_on_reinstatement']);
  assert.deepEqual([orders.records[0], orders.records.at(-1)], ['rectification.ordered', 'provider.reinstated']);
  assert.match(orders.words.zh, /拒不整改/);
  assert.match(orders.words.en, /refusal/);
  const words = execFileSync(program, ['rules'], { encoding: 'utf8' });
  for (const rule of rules) assert.ok(words.includes(rule.words.zh), rule.article);
  assert.ok(words.includes('第九条（一）') && words.includes('参数：unsatisfied_limit'));
});

test('generate: the contracts it names are those that the file signs', () => {
  const file = path.join(folder, 'counted.json');
  const said = JSON.parse(execFileSync(program, ['generate', '--providers', '30', '--enterprises', '90', '--facts', '3000', '--seed', '7', '-o', file, '--json']));
  const { facts } = JSON.parse(readFileSync(file, 'utf8'));
  assert.equal(said.engagements, facts.filter(({ kind }) => kind === 'engagement.signed').length);
});

test('deadlines: a calendar and JSON cannot share standard output, and the refusal names the option', () => {
  const { status, stderr } = spawnSync(program, ['deadlines', city, '--as-of', day, '--ics', '-', '--json'], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /--ics -/);
});
