// Bundles as the format page and its JSON Schema describe them, checked by what other people wrote: ajv, and the hashes and signatures of node.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.HENGPING_CLI ?? path.join(root, 'build/hengping');
const goldenFolder = path.join(root, 'tests/core/ledger/golden');
const schema = JSON.parse(readFileSync(path.join(root, 'core/ledger/bundle.schema.json'), 'utf8'));
const ajv = new Ajv2020({ allErrors: false, strict: true, strictRequired: false, strictTypes: false });
const validate = ajv.compile(schema);
const validateStatement = ajv.getSchema(`${schema.$id}#/$defs/statement`);

let folder;
const at = (name) => path.join(folder, name);
const run = (...args) => execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
const json = (...args) => JSON.parse(run(...args, '--json'));
const read = (name) => readFileSync(at(name), 'utf8');

/** Whether the program takes a file; with the places where it does not. */
function verified(text) {
  writeFileSync(at('asked.json'), text);
  const { status, stdout } = spawnSync(program, ['verify', 'asked.json', '--json'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  return status === 0 ? [] : JSON.parse(stdout).faults.map((fault) => `${fault.pointer} ${fault.code}`);
}

const facts = (name, ...list) => {
  writeFileSync(at(name), JSON.stringify({ format: 'hengping.facts', version: 1, facts: list }));
  return name;
};
const award = (title) => ({ kind: 'award.given', on: '2025-06-01', provider: 'P1', title, reason: '评优' });

before(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hengping-bundle-'));
  // A bureau with a city, a second device of the bureau, an enterprise, a stranger; the bureau's device is restored from a backup and used on.
  run('ledger', 'new', 'bureau', '--role', 'bureau', '--name', '市工信局');
  run('generate', '--providers', '6', '--enterprises', '20', '--facts', '300', '--seed', '11', '-o', 'city.json');
  run('import', 'bureau', 'city.json');
  run('import', 'bureau', facts('p1.json', { kind: 'provider.registered', on: '2025-01-01', provider: 'P1', name: '甲公司', uscc: '91220102MA1F4FE12D',
    address: '长春市', legal_representative: '𤭢明', business_scope: '软件', registered_capital: '1000000' },
  { kind: 'enterprise.registered', on: '2025-01-01', enterprise: 'E1', name: '乙工厂', uscc: '91220103MADRMTGU16', industry: '汽车' },
  { kind: 'engagement.signed', on: '2025-01-10', engagement: 'C1', provider: 'P1', enterprise: 'E1', amount: '1000', due_on: '2026-01-10',
    items: [{ name: '网关', function: '采集', purpose: '可视', unit_price: '1000', quantity: 1 }] }));
  run('export', 'bureau', '-o', 'first.json');
  for (const [name, role, ...more] of [['second', 'bureau'], ['works', 'enterprise', '--scope', 'E1'], ['stranger', 'inspector']]) {
    run('ledger', 'new', name, '--role', role, '--name', name, ...more);
    run('import', name, 'first.json');
  }
  run('import', 'works', facts('r.json', { kind: 'rating.given', by: 'enterprise', on: '2025-06-30', engagement: 'C1', period: '2025-01', satisfaction: 'unsatisfied' }));
  run('import', 'second', facts('a.json', award('甲')));
  run('import', 'stranger', facts('f.json', { kind: 'finding.raised', by: 'inspector', on: '2025-06-30', finding: 'F-9', provider: 'P1', article: '9.4', text: '见记录' }));
  copyFileSync(at('bureau'), at('restored'));
  run('import', 'restored', facts('b.json', award('乙')));
  run('import', 'bureau', facts('c.json', award('丙')));
  for (const name of ['second', 'works', 'stranger', 'restored']) {
    run('export', name, '-o', `${name}.json`);
    run('import', 'bureau', `${name}.json`);
  }
  for (const device of json('device', 'list', 'bureau').devices) {
    if (device.standing === 'unknown' && device.name !== 'stranger') run('device', 'enrol', 'bureau', device.device);
  }
  const stranger = json('device', 'list', 'bureau').devices.find((one) => one.name === 'stranger');
  run('device', 'refuse', 'bureau', stranger.device, '--reason', '核对不符');
  run('export', 'bureau', '-o', 'bundle.json');
  run('export', 'bureau', '-o', 'scoped.json', '--scope', 'enterprise:E1');
  run('export', 'bureau', '-o', 'redacted.json', '--redact');
});
after(() => rmSync(folder, { recursive: true }));

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (bytes) => bytes.toString('hex');
const bytesOf = (digits) => Buffer.from(digits, 'hex');

/** RFC 8785 for what stands in bundles: no number there is written differently by ECMAScript. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** A record's leaf: commitment and hash, as the format page says. */
function leafOf(record) {
  if (record.v === 1) return Buffer.concat([Buffer.alloc(32), sha256(canonical(record))]);
  const { body, body_salt, ...rest } = record;
  const commitment = sha256(canonical({ body, body_salt }));
  if (record.hash !== undefined) return Buffer.concat([commitment, bytesOf(record.hash)]);
  return Buffer.concat([commitment, sha256(canonical({ ...rest, body_hash: hex(commitment) }))]);
}
const hashOf = (record) => hex(leafOf(record).subarray(32));

function treeHash(leaves) {
  if (leaves.length === 1) return sha256(Buffer.from([0]), leaves[0]);
  let left = 1;
  while (2 * left < leaves.length) left *= 2;
  return sha256(Buffer.from([1]), treeHash(leaves.slice(0, left)), treeHash(leaves.slice(left)));
}

/** The root that shown leaves and a proof lead to. */
function provenRoot(leaves, proof) {
  const shown = [...leaves];
  const places = [...proof.places];
  const hashes = [...proof.hashes];
  const walk = (begin, end) => {
    if (places.length === 0 || places[0] >= end) return bytesOf(hashes.shift());
    if (end - begin === 1) {
      places.shift();
      return sha256(Buffer.from([0]), shown.shift());
    }
    let left = 1;
    while (2 * left < end - begin) left *= 2;
    return sha256(Buffer.from([1]), walk(begin, begin + left), walk(begin + left, end));
  };
  const rootHash = walk(0, proof.size);
  assert.deepEqual([shown.length, places.length, hashes.length], [0, 0, 0]);
  return hex(rootHash);
}

/** Checks a bundle by the format page alone; every record that it holds, by hash. */
function check(text) {
  const bundle = JSON.parse(text);
  const records = new Map();
  for (const feed of bundle.feeds) {
    for (const record of feed.records) {
      assert.ok(text.includes(`\n${canonical(record)}`), 'a record is written in another form');
      if (record.hash === undefined) records.set(hashOf(record), record);
    }
  }
  for (const { device, head, proof, records: own } of bundle.feeds) {
    if (device.key === null) continue;
    const { id, ...description } = device;
    assert.equal(id, hex(sha256(canonical(description))).slice(0, 32));
    const message = canonical({ bodies: head.bodies, device: id, format: 'hengping.head', hash: head.hash, seq: head.seq, version: 2 });
    const key = createPublicKey({ key: Buffer.concat([bytesOf('302a300506032b6570032100'), bytesOf(device.key)]), format: 'der', type: 'spki' });
    assert.ok(verify(null, Buffer.from(message), key, bytesOf(head.signature)));
    if (proof) {
      assert.equal(provenRoot(own.map(leafOf).sort(Buffer.compare), proof), head.bodies);
      continue;
    }
    assert.deepEqual([hashOf(own.at(-1)), own.at(-1).seq], [head.hash, head.seq]);
    const leaves = [];
    for (let hash = head.hash; hash !== null; hash = records.get(hash).prev) leaves.push(leafOf(records.get(hash)));
    assert.equal(leaves.length, head.seq);
    assert.equal(hex(treeHash(leaves.sort(Buffer.compare))), head.bodies);
  }
  return records;
}

describe('the format page', () => {
  it('is enough to check bundles with the hashes and signatures of another origin', () => {
    assert.ok(check(read('bundle.json')).size > 300);
    check(read('scoped.json'));
    check(read('redacted.json'));
    for (const name of ['v2.bundle.json', 'v2.ledger.json', 'v2.scoped.json', 'v2.redacted.json', 'v1.bundle.json', 'v1.ledger.json', 'v3.bundle.json',
      'v3.ledger.json'])
      check(readFileSync(path.join(goldenFolder, name), 'utf8'));
  });

  it('and notices what the program notices', () => {
    const text = read('bundle.json');
    assert.throws(() => check(text.replace('"satisfaction":"unsatisfied"', '"satisfaction":"satisfied"')));
    assert.throws(() => check(text.replace('"role":"inspector"', '"role":"bureau"')));
  });
});

describe('the schema', () => {
  const valid = (value) => validate(value) || assert.fail(JSON.stringify(validate.errors));

  it('holds for exports of a ledger of several devices, with a fork, enrolments and a stranger', () => {
    const bundle = JSON.parse(read('bundle.json'));
    valid(bundle);
    const devices = bundle.feeds.map((feed) => feed.device.id);
    assert.equal(devices.length, 5);
    assert.equal(new Set(devices).size, 4);  // one of them has forked
    for (const name of ['bureau', 'works', 'first.json', 'works.json', 'scoped.json', 'redacted.json']) valid(JSON.parse(read(name)));
  });

  it('holds for the golden files of every version', () => {
    const names = readdirSync(goldenFolder);
    assert.ok(names.length >= 6);
    for (const name of names) valid(JSON.parse(readFileSync(path.join(goldenFolder, name), 'utf8')));
  });

  it('holds for every statement', () => {
    const kinds = new Set();
    for (const feed of JSON.parse(readFileSync(path.join(goldenFolder, 'v3.bundle.json'), 'utf8')).feeds) {
      for (const { body } of feed.records) {
        if (!/^(bureau\.founded|device\.|record|conflict\.|attachment\.)/.test(body.kind)) continue;
        assert.ok(validateStatement(body), JSON.stringify(validateStatement.errors));
        assert.equal(validateStatement({ ...body, by: 'enterprise' }), body.kind.startsWith('attachment.'));
        assert.ok(!validateStatement({ ...body, colour: 'red' }));
        assert.ok(!validateStatement({ ...body, kind: 'device.promoted' }));
        kinds.add(body.kind);
      }
    }
    assert.equal(kinds.size, 10);
  });

  it('refuses what has not the form, and so does the program', () => {
    // The bureau's own strand: identifiers are by chance, so it may stand anywhere.
    const long = (b) => b.feeds.find((feed) => feed.records.length > 300);
    const changes = {
      'nothing changed': () => {},
      'version 3': (b) => { b.version = 3; },
      'version 1 of what is version 2': (b) => { b.version = 1; },
      'no version': (b) => { delete b.version; },
      'another format': (b) => { b.format = 'hengping.fact'; },
      'a bundle that calls itself a ledger': (b) => { b.format = 'hengping.ledger'; },
      'an unknown member': (b) => { b.note = 'x'; },
      'no feeds': (b) => { delete b.feeds; },
      'feeds that are no list': (b) => { b.feeds = {}; },
      'a feed without records': (b) => { long(b).records = []; },
      'a feed without a head': (b) => { delete long(b).head; },
      'a feed with an unknown member': (b) => { long(b).colour = 'red'; },
      'a device without a role': (b) => { delete long(b).device.role; },
      'a device without a scope': (b) => { delete long(b).device.scope; },
      'a scope that is empty': (b) => { long(b).device.scope = ''; },
      'an unknown role': (b) => { long(b).device.role = 'king'; },
      'a key in capitals': (b) => { long(b).device.key = long(b).device.key.toUpperCase(); },
      'an identifier cut short': (b) => { long(b).device.id = long(b).device.id.slice(1); },
      'no signature': (b) => { long(b).head.signature = null; },
      'a signature cut short': (b) => { long(b).head.signature = long(b).head.signature.slice(2); },
      'a head with an unknown member': (b) => { long(b).head.at = 'now'; },
      'no root of the set': (b) => { long(b).head.bodies = null; },
      'a record that is a text': (b) => { long(b).records[0] = 'x'; },
      'a record without a salt': (b) => { delete long(b).records[0].body_salt; },
      'a salt that is no hex': (b) => { long(b).records[0].body_salt = 'x'.repeat(32); },
      'a record with an unknown member': (b) => { long(b).records[0].hash = '0'.repeat(64); },
      'a body that is a list': (b) => { long(b).records[0].body = []; },
      'an instant without its zone': (b) => { long(b).records[0].at = '2026-01-01T00:00:00'; },
      'number 0': (b) => { long(b).records[0].seq = 0; },
      'half a tick': (b) => { long(b).records[0].tick = 1.5; },
      'a first record with one before it': (b) => { long(b).records[0].prev = '0'.repeat(64); },
      'a second record with none before it': (b) => { long(b).records[1].prev = null; },
      'seen by number': (b) => { long(b).records[0].seen = {}; },
      'seen twice': (b) => { long(b).records[0].seen = ['0'.repeat(64), '0'.repeat(64)]; },
      'a record of version 3': (b) => { long(b).records[0].v = 3; },
      'a disclosure in a feed without a proof': (b) => { const { body, body_salt } = long(b).records[0]; long(b).records[0] = { body, body_salt, hash: '0'.repeat(64) }; },
    };
    // Canonical JSON, so that nothing but the change is at fault.
    const write = (bundle) => canonical(bundle);
    for (const [name, change] of Object.entries(changes)) {
      const bundle = JSON.parse(read('bundle.json'));
      change(bundle);
      const faults = verified(write(bundle));
      assert.equal(faults.length === 0, validate(bundle), `${name}: ${faults.join('; ')} ${JSON.stringify(validate.errors)}`);
      assert.equal(faults.length === 0, name === 'nothing changed', name);
    }
  });

  it('refuses ledger files and parts that have not the form, and so does the program', () => {
    const of = (name, changes) => {
      for (const [what, change] of Object.entries(changes)) {
        const value = JSON.parse(read(name));
        change(value);
        const faults = verified(canonical(value));
        assert.equal(faults.length === 0, validate(value), `${name}, ${what}: ${faults.join('; ')} ${JSON.stringify(validate.errors)}`);
        assert.equal(faults.length === 0, what === 'nothing changed', what);
      }
    };
    of('bureau', {
      'nothing changed': () => {},
      'no roots': (l) => { delete l.roots; },
      'a root that is no identifier': (l) => { l.roots.push('x'); },
      'nobody’s': (l) => { delete l.own; },
      'without its seed': (l) => { delete l.own.seed; },
      'with null for its seed': (l) => { l.own.seed = null; },
      'with half a seed': (l) => { l.own.seed = l.own.seed.slice(32); },
      'with the header alone, as in version 1': (l) => { l.own = l.own.device; },
      'with the header of a device without a key': (l) => { delete l.own.device.scope; l.own.device.key = null; },
    });
    const part = (b) => b.feeds.find((feed) => feed.proof);
    for (const name of ['scoped.json', 'redacted.json']) {
      of(name, {
        'nothing changed': () => {},
        'a proof without places': (b) => { delete part(b).proof.places; },
        'a proof of a set without size': (b) => { delete part(b).proof.size; },
        'a proof with an unknown member': (b) => { part(b).proof.root = '0'.repeat(64); },
        'a hash that is a number': (b) => { part(b).proof.hashes.push(5); },
        'a place twice': (b) => { part(b).proof.places.push(part(b).proof.places.at(-1)); },
        'a record that is null': (b) => { part(b).records[0] = null; },
        'no record': (b) => { part(b).records = []; part(b).proof.places = []; },
      });
    }
  });
});
