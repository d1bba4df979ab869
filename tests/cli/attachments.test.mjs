// Attachments on the command line: carried from file to file, taken out and put back, checked against what records say.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.HENGPING_CLI ?? path.join(root, 'build/hengping');
const golden = (name) => readFileSync(path.join(root, 'tests/core/ledger/golden', name), 'utf8');
const carried = golden('v3.bundle.json');
const ledger = golden('v3.ledger.json');

const folders = [];
let folder;
const at = (name) => path.join(folder, name);
const read = (name) => readFileSync(at(name), 'utf8');
const write = (name, text) => { writeFileSync(at(name), text); return name; };
const run = (...args) => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr, json: stdout.startsWith('{') ? JSON.parse(stdout) : undefined };
};
const done = (...args) => {
  const answer = run(...args);
  assert.equal(answer.status, 0, answer.stderr);
  return answer;
};
const attachments = (text) => JSON.parse(text).attachments;
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const endings = { 'image/jpeg': '.jpg', 'application/pdf': '.pdf' };
const namesOf = (list) => list.map(({ sha256: hash, type }) => hash + endings[type]).sort();
/** With one digit of the first attachment's base64 changed. */
const altered = (text) => text.replace('"data":"/9j', '"data":"/9k');

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hengping-attachments-'));
  folders.push(folder);
  write('carried.json', carried);
  write('bureau', ledger);
});
after(() => folders.forEach((one) => rmSync(one, { recursive: true })));

describe('the golden bundle', () => {
  it('carries bytes of the hashes that its records name', () => {
    const list = attachments(carried);
    assert.equal(list.length, 2);
    for (const { data, sha256: hash } of list) assert.equal(sha256(Buffer.from(data, 'base64')), hash);
    assert.notEqual(altered(carried), carried);
  });
});

describe('verify', () => {
  it('counts what is there and names what is missing, with its record', () => {
    const whole = done('verify', 'carried.json', '--json').json;
    assert.deepEqual([whole.ok, whole.attachments, whole.attachments_missing], [true, 2, []]);
    done('export', 'carried.json', '-o', 'bare.json', '--without-attachments');
    const bare = done('verify', 'bare.json', '--json').json;
    assert.equal(bare.attachments, 0);
    assert.deepEqual(bare.attachments_missing.map((one) => one.sha256), attachments(carried).map((one) => one.sha256));
    assert.ok(bare.attachments_missing.every(({ record, size }) => /^[0-9a-f]{64}$/.test(record) && size > 0));
    const { stdout } = done('verify', 'bare.json');
    for (const { sha256: hash } of attachments(carried)) assert.ok(stdout.includes(hash));
  });

  it('says nothing of attachments where there are none', () => {
    write('plain.json', golden('v2.bundle.json'));
    assert.ok(!done('verify', 'plain.json').stdout.includes('附件'));
    assert.equal(done('verify', 'plain.json', '--json').json.attachments, undefined);
  });

  it('refuses altered bytes with their place', () => {
    write('altered.json', altered(carried));
    const { status, json } = run('verify', 'altered.json', '--json');
    assert.equal(status, 1);
    const place = attachments(carried).findIndex(({ data }) => data.startsWith('/9j'));
    assert.deepEqual(json.faults.map(({ pointer, code }) => `${pointer} ${code}`), [`/attachments/${place}/data attachment.altered`]);
  });

  it('refuses a file that breaks off anywhere among them', () => {
    const begin = carried.indexOf('"attachments":[');
    for (let end = begin; end < carried.length - 1; end += 40) {
      write('torn.json', carried.slice(0, end));
      assert.equal(run('verify', 'torn.json').status, 1);
    }
  });
});

describe('export', () => {
  it('writes the bundle again, byte for byte, out of the ledger and out of the bundle', () => {
    for (const name of ['carried.json', 'bureau']) {
      assert.deepEqual([done('export', name, '-o', 'again.json', '--json').json.attachments], [2]);
      assert.equal(read('again.json'), carried);
    }
  });

  it('takes them out into a folder, each under its hash, or leaves them out', () => {
    done('export', 'carried.json', '-o', 'plain.json', '--attachments', 'photos');
    done('export', 'carried.json', '-o', 'bare.json', '--without-attachments');
    assert.equal(read('plain.json'), read('bare.json'));
    assert.equal(JSON.parse(read('bare.json')).version, 2);
    assert.deepEqual(readdirSync(at('photos')).sort(), namesOf(attachments(carried)));
    for (const name of readdirSync(at('photos'))) assert.ok(name.startsWith(sha256(readFileSync(path.join(at('photos'), name)))));
    assert.equal(run('export', 'carried.json', '-o', 'x.json', '--attachments', 'photos', '--without-attachments').status, 2);
  });

  it('lets those go along that belong to the records shown', () => {
    done('export', 'carried.json', '-o', 'part.json', '--scope', 'enterprise:E1');
    const [contract] = attachments(carried).filter(({ type }) => type === 'application/pdf');
    assert.deepEqual(attachments(read('part.json')), [contract]);
    done('export', 'carried.json', '-o', 'redacted.json', '--redact');
    done('verify', 'redacted.json');
  });

  it('carries on what is sound of an altered file, and says that not all was', () => {
    write('altered.json', altered(carried));
    const { status, stderr } = run('export', 'altered.json', '-o', 'rest.json');
    assert.equal(status, 1);
    assert.match(stderr, /\/attachments\/\d\/data/);
    assert.deepEqual(attachments(read('rest.json')), attachments(carried).filter(({ data }) => !data.startsWith('/9j')));
  });
});

describe('merge', () => {
  it('joins what either side has, whichever comes first', () => {
    const [first, second] = carried.split('\n').filter((line) => line.startsWith('{"data"')).map((line) => line.replace(/,$/, ''));
    const only = (line) => carried.replace(/"attachments":\[[^]*$/, `"attachments":[\n${line}\n]}\n`);
    write('a.json', only(first));
    write('b.json', only(second));
    for (const [one, other] of [['a.json', 'b.json'], ['b.json', 'a.json'], ['carried.json', 'a.json']]) {
      done('merge', one, other, '-o', 'both.json');
      assert.equal(read('both.json'), carried);
    }
    done('merge', 'a.json', 'b.json', '-o', 'bare.json', '--without-attachments');
    assert.equal(attachments(read('bare.json')), undefined);
  });
});

describe('import', () => {
  it('brings them into a ledger, which goes on to carry them', () => {
    done('ledger', 'new', 'second', '--role', 'inspector', '--name', '检查员');
    assert.equal(done('import', 'second', 'carried.json', '--json').json.attachments, 2);
    done('export', 'second', '-o', 'out.json');
    assert.deepEqual(attachments(read('out.json')), attachments(carried));
    // Once there, nothing is news.
    assert.equal(done('import', 'second', 'carried.json', '--json').json.attachments, undefined);
  });

  it('takes what is missing later, out of a bundle or out of a folder', () => {
    done('export', 'carried.json', '-o', 'plain.json', '--attachments', 'photos');
    for (const later of [['carried.json'], ['plain.json', '--attachments', 'photos']]) {
      const name = `ledger-${later.length}`;
      done('ledger', 'new', name, '--role', 'inspector', '--name', '检查员');
      assert.match(done('import', name, 'plain.json').stderr, /2/);
      assert.equal(done('import', name, ...later, '--json').json.attachments, 2);
      done('export', name, '-o', 'out.json');
      assert.deepEqual(attachments(read('out.json')), attachments(carried));
    }
  });

  it('refuses what was altered, in a bundle and in a folder, and takes all else', () => {
    write('altered.json', altered(carried));
    done('ledger', 'new', 'second', '--role', 'inspector', '--name', '检查员');
    const { status, json } = run('import', 'second', 'altered.json', '--json');
    assert.deepEqual([status, json.ok, json.attachments, json.attachments_refused], [1, false, 1, 1]);
    assert.ok(json.added > 0);
    done('export', 'carried.json', '-o', 'plain.json', '--attachments', 'photos');
    const photo = readdirSync(at('photos')).find((name) => name.endsWith('.jpg'));
    writeFileSync(path.join(at('photos'), photo), 'something else');
    const again = run('import', 'second', 'plain.json', '--attachments', 'photos', '--json');
    assert.deepEqual([again.status, again.json.faults.map(({ code }) => code)], [1, ['attachment.altered']]);
    assert.equal(done('verify', 'second', '--json').json.attachments_missing.length, 1);
  });
});
