// web/LOCKED.md by another library: what the page locks, node:crypto opens by what stands there, and by nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import { createDecipheriv, createHmac, hkdfSync, pbkdf2Sync, webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto;
const { Vault, isLocked, unlockFile } = await import('../../web/page/vault.js');

const passphrase = 'Ma\u0308rz 正确的马';
const vault = await Vault.make(passphrase);
const hex = (digits) => Buffer.from(digits, 'hex');

function open(key, nonce, sealed, about) {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}
function rootOf(lock, typed) {
  assert.equal(lock.version, 1);
  assert.equal(lock.kdf, 'PBKDF2-HMAC-SHA-256');
  const key = pbkdf2Sync(typed.normalize('NFC'), hex(lock.salt), lock.iterations, 32, 'sha256');
  return open(key, hex(lock.nonce), hex(lock.root), lock.id);
}
const derived = (root, info, salt = Buffer.alloc(0)) => Buffer.from(hkdfSync('sha256', root, salt, info, 32));

function openFile(file, typed) {
  const lines = file.toString('latin1').split('\n');
  assert.equal(lines.pop(), '', 'each line is ended');
  const [head, ...segments] = lines;
  const lock = JSON.parse(head);
  assert.equal(lock.format, 'hengping.locked');
  const key = derived(rootOf(lock, typed), 'hengping-file-1', hex(lock.file));
  return Buffer.concat(segments.map((line, number) => {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(number, 7);
    nonce[11] = number === segments.length - 1 ? 1 : 0;
    const plain = open(key, nonce, Buffer.from(line, 'base64'), head);
    assert.ok(plain.length === lock.segment || number === segments.length - 1);
    return plain;
  }));
}
const locked = async (bytes) => Buffer.from(await (await vault.lockFile(bytes)).arrayBuffer());
const sizes = [0, 1, 1 << 20, (1 << 20) + 1, 3 * (1 << 20) + 17];
const content = (size) => Uint8Array.from({ length: size }, (_, i) => i * 7 + (i >> 8));

test('the cost of a try is at least 600,000 rounds and stated', () => {
  assert.ok(vault.lock.iterations >= 600_000);
});

for (const size of sizes) {
  test(`a locked file of ${size} bytes opens by the document, and by the page`, async () => {
    const bytes = content(size);
    const file = await locked(bytes);
    assert.ok(isLocked(file));
    assert.deepEqual(openFile(file, passphrase.normalize('NFD')), Buffer.from(bytes));
    assert.deepEqual(Buffer.from(await unlockFile(new Uint8Array(file), passphrase.normalize('NFC'))), Buffer.from(bytes));
  });
}

test('another passphrase opens nothing', async () => {
  const file = await locked(content(100));
  assert.throws(() => openFile(file, 'Marz 正确的马'));
  for (const wrong of ['', 'Marz 正确的马', `${passphrase} `, 'x'.repeat(10_000)]) assert.equal(await unlockFile(new Uint8Array(file), wrong), null);
});

test('a file that was cut, reordered, put together from two or altered in any part is not taken for whole', async () => {
  const bytes = content((2 << 20) + 5);
  const file = (await locked(bytes)).toString('latin1');
  const lines = file.split('\n').slice(0, -1);
  const other = (await locked(bytes)).toString('latin1').split('\n');
  const spoilt = {
    'without its end': file.slice(0, -1),
    'without its last segment': `${lines.slice(0, -1).join('\n')}\n`,
    'without all segments': `${lines[0]}\n`,
    'only half a head': lines[0].slice(0, 200),
    'segments the other way round': `${[lines[0], lines[2], lines[1], lines[3]].join('\n')}\n`,
    'a segment of another file': `${[lines[0], other[1], lines[2], lines[3]].join('\n')}\n`,
    'another head': `${[lines[0].replace('"segment":1048576', '"segment":1048577'), ...lines.slice(1)].join('\n')}\n`,
    'something after it': `${file}AAAA\n`,
    'one letter changed': `${file.slice(0, -40)}${file.at(-40) === 'A' ? 'B' : 'A'}${file.slice(-39)}`,
    'no rounds': file.replace(/"iterations":\d+/, '"iterations":0'),
    'more rounds than anybody would wait for': file.replace(/"iterations":\d+/, '"iterations":4000000000'),
    'a later version': file.replace('"version":1', '"version":2'),
  };
  for (const [how, text] of Object.entries(spoilt)) {
    const given = Buffer.from(text, 'latin1');
    await assert.rejects(unlockFile(new Uint8Array(given), passphrase), undefined, how);
  }
});

test('an entry of the database opens by the document; its name is an HMAC of its key, its value bound to it', async () => {
  const root = rootOf(vault.lock, passphrase);
  const bytes = new TextEncoder().encode('{"name":"长春恒舟"}\n');
  const { puts, removals } = await vault.seal({ removeEverything: false, removals: ['records/d/1'], blobs: [], blobRemovals: [], puts: [['records/d/1', bytes]] });
  const [[name, value]] = puts;
  assert.equal(name, createHmac('sha256', derived(root, 'hengping-names-1')).update('records/d/1').digest('hex'));
  assert.deepEqual(removals, [name]);
  const plain = open(derived(root, 'hengping-data-1'), value.subarray(0, 12), Buffer.from(value.subarray(12)), name);
  assert.equal(plain.toString('utf8'), `records/d/1\0${new TextDecoder().decode(bytes)}`);
  const [[there]] = await vault.open([[name, value]]);
  assert.equal(there, 'records/d/1');
  const [moved] = await vault.open([['0'.repeat(64), value]]);
  assert.deepEqual(moved, [`locked/${'0'.repeat(64)}`, value]);
});

test('entries come back in the order of their own keys, those that do not open named beside them', async () => {
  const keys = ['settings/b', 'records/d/2', 'device', 'records/d/10', 'feed/d', '键'];
  const { puts } = await vault.seal({ removals: [], blobs: [], blobRemovals: [], puts: keys.map((key) => [key, new TextEncoder().encode(key)]) });
  for (let bit = 0; bit < 40; ++bit) {
    const spoilt = puts.map(([name, value]) => [name, value.slice()]);
    const [name, value] = spoilt[bit % spoilt.length];
    if (bit % 5 === 4) spoilt[bit % spoilt.length][1] = value.subarray(0, bit % 28);
    else value[Math.floor(value.length * bit / 40)] ^= 1 << (bit % 8);
    const opened = await vault.open(spoilt);
    const expected = [...keys.filter((_, i) => i !== bit % spoilt.length), `locked/${name}`].sort();
    assert.deepEqual(opened.map(([key]) => key), expected);
  }
});

test('a changed passphrase opens the same; the former one does not, and is needed for it', async () => {
  const next = await Vault.rewrap(vault.lock, passphrase, '后来的口令 后来的');
  assert.equal(next.id, vault.lock.id);
  assert.notEqual(next.salt, vault.lock.salt);
  assert.deepEqual(rootOf(next, '后来的口令 后来的'), rootOf(vault.lock, passphrase));
  assert.equal(await Vault.unlock(next, passphrase), null);
  assert.equal(await Vault.rewrap(vault.lock, 'x', 'y'), null);
  const { puts } = await vault.seal({ removals: [], blobs: [], blobRemovals: [], puts: [['device', new Uint8Array([1, 2])]] });
  const again = await Vault.unlock(next, '后来的口令 后来的');
  assert.deepEqual(await again.open(puts), [['device', new Uint8Array([1, 2])]]);
});
