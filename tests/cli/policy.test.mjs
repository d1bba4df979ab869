// The policy document's JSON Schema says what the program's reader says; and what an edited policy turns is told before anyone adopts it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.HENGPING_CLI ?? path.join(root, 'build/hengping');
const schema = JSON.parse(readFileSync(path.join(root, 'assets/policy/policy.schema.json'), 'utf8'));
const shipped = readFileSync(path.join(root, 'assets/policy/changchun-1.json'), 'utf8');
const validate = new Ajv2020({ allErrors: true }).compile(schema);

let folder;
let city;
before(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hengping-policy-'));
  city = path.join(folder, 'city.json');
  execFileSync(program, ['generate', '--providers', '12', '--enterprises', '60', '--facts', '900', '--seed', '7', '-o', city]);
});
after(() => rmSync(folder, { recursive: true }));

/** The shipped policy, changed, as a file. */
function edited(change) {
  const document = JSON.parse(shipped);
  change(document);
  const file = path.join(folder, 'edited.json');
  writeFileSync(file, JSON.stringify(document));
  return { document, file };
}

function run(...words) {
  const { status, stdout } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, json: JSON.parse(stdout) };
}
const testPolicy = (file) => run('policy', 'test', city, '--policy', file, '--as-of', '2026-10-31', '--json');

test('the policy that ships is valid by the schema', () => {
  assert.ok(validate(JSON.parse(shipped)), JSON.stringify(validate.errors));
});

test('the schema refuses what the reader refuses, and takes what it takes', () => {
  const changes = {
    'nothing changed': () => {},
    'valid from a day': (p) => { p.holds_from = '2025-01-01'; },
    'no score card': (p) => { delete p.score_card; },
    'the least of everything': (p) => { Object.assign(p.parameters, { rectification_days: 1, rectification_limit: 0, unsatisfied_limit: 1, progress_lag_points: 1, required_level: 0 }); },
    'another format': (p) => { p.format = 'hengping.facts'; },
    'no id': (p) => { delete p.id; },
    'an empty title': (p) => { p.title = ''; },
    'version 0': (p) => { p.version = 0; },
    'half a version': (p) => { p.version = 1.5; },
    'an unknown member': (p) => { p.colour = 'red'; },
    'an unknown parameter': (p) => { p.parameters.colour = 1; },
    'a parameter missing': (p) => { delete p.parameters.reply_days; },
    'a switch that is a number': (p) => { p.parameters.no_response_is_refusal = 0; },
    'a number that is a text': (p) => { p.parameters.unsatisfied_limit = '5'; },
    'a limit of 0': (p) => { p.parameters.unsatisfied_limit = 0; },
    'points beyond 100': (p) => { p.parameters.progress_lag_points = 101; },
    'level 5': (p) => { p.parameters.required_level = 5; },
    'a negative count': (p) => { p.parameters.appeal_days = -1; },
    'a weight missing': (p) => { delete p.score_card.weights.levels; },
    'a chapter that is a number': (p) => { p.chapters[0] = 1; },
    'an article without text': (p) => { delete p.articles[0].text; },
    'articles that are no list': (p) => { p.articles = {}; },
    'parameters that are a list': (p) => { p.parameters = []; },
  };
  for (const [name, change] of Object.entries(changes)) {
    const { document, file } = edited(change);
    const { status, json } = testPolicy(file);
    assert.equal(status === 0, validate(document), `${name}: the program says ${status}, ${JSON.stringify(json.faults ?? [])}`);
  }
});

test('policy test: the policy in force turns nothing; a stricter one names each verdict that it turns', () => {
  assert.deepEqual(testPolicy(edited(() => {}).file).json.changes, []);
  const { document, file } = edited((p) => { p.version = 2; p.parameters.unsatisfied_limit = 1; });
  const { status, json } = testPolicy(file);
  assert.equal(status, 0);
  assert.deepEqual([json.in_force, json.tested], [{ id: 'changchun', version: 1 }, { id: document.id, version: 2 }]);
  const before = run('evaluate', city, '--as-of', '2026-10-31', '--json').json;
  const now = run('evaluate', city, '--as-of', '2026-10-31', '--policy', file, '--json').json;
  const met = (answer) => new Set(answer.providers.filter((one) => one.grounds[1].met).map((one) => one.provider));
  const turned = [...met(now)].filter((id) => !met(before).has(id)).sort();
  assert.ok(turned.length > 0);
  assert.deepEqual(json.changes.filter((one) => one.ref === '9.2').map((one) => one.provider), turned);
  for (const change of json.changes) {
    assert.deepEqual([change.subject, change.from, change.to], ['ground', 'not_met', 'met']);
    assert.match(change.words.zh, /第九条（二）/);
  }
});

test('policy test: a document at fault is refused with its places, and the city is left alone', () => {
  const { status, json } = testPolicy(edited((p) => { p.score_card.weights.levels = 16; }).file);
  assert.equal(status, 1);
  assert.equal(json.ok, false);
  assert.deepEqual(json.faults.map((fault) => fault.pointer), ['/score_card/weights']);
});

test('an adopted policy is a record: from its day on verdicts are its own', () => {
  const facts = JSON.parse(readFileSync(city, 'utf8'));
  const { document } = edited((p) => { p.version = 2; p.parameters.unsatisfied_limit = 1; });
  facts.facts.push({ kind: 'policy.adopted', on: '2026-10-01', policy: document, author: '王处长', reason: '从严管理' });
  const file = path.join(folder, 'adopted.json');
  writeFileSync(file, JSON.stringify(facts));
  const version = (day) => run('evaluate', file, '--as-of', day, '--json').json.policy.version;
  assert.deepEqual([version('2026-09-30'), version('2026-10-01')], [1, 2]);
});
