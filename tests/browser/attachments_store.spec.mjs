// Attachments in the page's store and in bundles, in a real browser: stored with the change that names them or not at all, and the same bytes out as in.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const golden = readFileSync(new URL('../core/ledger/golden/v3.bundle.json', import.meta.url), 'utf8');
const hollow = golden.replace(/"data":"[^"]*"/g, '"data":""');
const carried = JSON.parse(golden).attachments;

test.beforeEach(async ({ page }) => {
  await page.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title>' }));
  await page.goto('/harness');
  await page.evaluate(async () => {
    const { BrowserStore } = await import('./store.js');
    const text = new TextEncoder();
    // As page_ports.cpp writes it.
    const encode = ({ clear = false, puts = [], blobs = [], blobRemovals = [] }) => {
      const bytes = [];
      const number = (value) => bytes.push(value & 255, value >> 8 & 255, value >> 16 & 255, value >>> 24);
      const sized = (content) => { const part = text.encode(content); number(part.length); bytes.push(...part); };
      const list = (content) => { number(content.length); content.flat().forEach(sized); };
      number(clear ? 1 : 0);
      [[], puts, blobs, blobRemovals].forEach(list);
      return new Uint8Array(bytes);
    };
    window.makeStore = (name) => {
      const store = new BrowserStore(name);
      return {
        store,
        stage: (hash, content) => store.stage(hash, text.encode(content), 'image/jpeg'),
        write: (ticket, change) => new Promise((resolve) => store.write(ticket, encode(change), {
          lost: () => resolve('lost'), committed: (t) => resolve(`committed ${t}`), failed: (t, reason) => resolve(`failed ${t} ${reason}`) })),
        load: () => new Promise((resolve) => store.load({
          loaded: (entries) => resolve(entries.map(([key, bytes]) => `${key} ${bytes.length}`)), loadFailed: resolve })),
        read: async (hash) => { const blob = await store.blob(hash); return blob && `${blob.type} ${await blob.text()}`; },
      };
    };
  });
});

test('bytes are stored in the transaction that names them, and are there for the next connection', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const { stage, write, read, store } = makeStore('s');
    stage('h1', 'one');
    const before = [await read('h1'), await makeStore('s').read('h1')];
    const answer = await write(1, { puts: [['records/a', '1']], blobs: ['h1'] });
    const other = makeStore('s');
    return { before, answer, held: store.has('h1'), entries: await other.load(), after: [await read('h1'), await other.read('h1'), await other.read('h2')] };
  });
  expect(result).toEqual({
    before: ['image/jpeg one', undefined],
    answer: 'committed 1',
    held: false,
    entries: ['blob/h1 0', 'records/a 1'],
    after: ['image/jpeg one', 'image/jpeg one', undefined],
  });
});

test('bytes that nobody has handed over make the write fail by name, and nothing of it is kept; with them it succeeds', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const { stage, write, load } = makeStore('s');
    stage('h1', 'one');
    const refused = await write(1, { puts: [['records/a', '1']], blobs: ['h1', 'h2'] });
    const kept = await load();
    stage('h2', 'two');
    return [refused, kept, await write(1, { puts: [['records/a', '1']], blobs: ['h1', 'h2'] }), await load()];
  });
  expect(result).toEqual(['failed 1 AttachmentError: h2', [], 'committed 1', ['blob/h1 0', 'blob/h2 0', 'records/a 1']]);
});

test('what is stored already is not stored twice, and need not be handed over again', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const { stage, write, read } = makeStore('s');
    stage('h1', 'one');
    await write(1, { blobs: ['h1'] });
    const puts = [];
    const original = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function put(...args) {
      if (this.name !== 'meta') puts.push(`${this.name} ${args[1]}`);
      return original.apply(this, args);
    };
    stage('h1', 'another');
    const answers = [await write(2, { puts: [['a', '1']], blobs: ['h1'] }), await write(3, { puts: [['b', '1']], blobs: ['h1'] })];
    return { answers, puts, read: await read('h1') };
  });
  expect(result).toEqual({ answers: ['committed 2', 'committed 3'], puts: ['entries a', 'entries b'], read: 'image/jpeg one' });
});

test('a put of bytes that throws takes the whole write back', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const { stage, write, load } = makeStore('s');
    stage('h1', 'one');
    const original = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function put(...args) {
      if (this.name === 'blobs') throw new DOMException('made to fail', 'QuotaExceededError');
      return original.apply(this, args);
    };
    const answer = await write(1, { puts: [['a', '1']], blobs: ['h1'] });
    IDBObjectStore.prototype.put = original;
    return [answer, await load(), await write(1, { puts: [['a', '1']], blobs: ['h1'] })];
  });
  expect(result[0]).toMatch(/^failed 1 QuotaExceededError/);
  expect(result.slice(1)).toEqual([[], 'committed 1']);
});

test('bytes are let go one by one, and all of them with everything', async ({ page }) => {
  const lists = await page.evaluate(async () => {
    const { stage, write, load } = makeStore('s');
    for (const name of ['h1', 'h2', 'h3']) stage(name, name);
    await write(1, { blobs: ['h1', 'h2', 'h3'] });
    await write(2, { blobRemovals: ['h2'] });
    const some = await load();
    stage('h4', 'four');
    await write(3, { clear: true, puts: [['a', '1']], blobs: ['h4'] });
    return [some, await load()];
  });
  expect(lists).toEqual([['blob/h1 0', 'blob/h3 0'], ['blob/h4 0', 'a 1']]);
});

test('a bundle is opened without its bytes, which come checked, one after the other', async ({ page }) => {
  const open = (text) => page.evaluate(async (content) => {
    const { openBundle } = await import('./carried.js');
    const { bytes, bring } = await openBundle(new File([content], 'x.json'));
    const taken = [];
    const refused = await bring((hash, attachment, type) => taken.push({ data: btoa(String.fromCharCode(...attachment)), sha256: hash, type }));
    return { text: new TextDecoder().decode(bytes), taken, refused };
  }, text);
  const opening = golden.indexOf('[', golden.indexOf('"attachments"'));
  const whole = await open(golden);
  expect(whole).toEqual({ text: `${golden.slice(0, opening)}[\n]}\n`, taken: carried, refused: 0 });
  expect(JSON.parse(whole.text).attachments).toEqual([]);
  const altered = await open(golden.replace('"data":"/9j', '"data":"/9k'));
  expect(altered).toMatchObject({ text: whole.text, refused: 1, taken: carried.filter(({ data }) => !data.startsWith('/9j')) });
  expect(await open(golden.slice(0, -3))).toMatchObject({ text: whole.text, refused: 1, taken: carried });
  expect(await open(golden.slice(0, opening + 40))).toMatchObject({ text: whole.text, refused: 1, taken: [] });
  const plain = readFileSync(new URL('../core/ledger/golden/v2.bundle.json', import.meta.url), 'utf8');
  expect(await open(plain)).toEqual({ text: plain, taken: [], refused: 0 });
});

test('records of a bundle that are larger than a piece are cut off where they end', async ({ page }) => {
  const ends = await page.evaluate(async () => {
    const { openBundle } = await import('./carried.js');
    const opening = '\n],"attachments":[\n';
    const found = [];
    // Around the border between two pieces of 786,432 bytes.
    for (const size of [786_400, 786_413, 786_420, 786_431, 786_432, 786_440, 1_572_860]) {
      const head = '{"format":"hengping.bundle","version":3,"feeds":[';
      const text = `${head}${'x'.repeat(size - head.length)}${opening}{"data":"","sha256":"","type":""}\n]}\n`;
      const { bytes } = await openBundle(new File([text], 'x.json'));
      found.push(bytes.length - size - opening.length);
    }
    return found;
  });
  expect(ends).toEqual(ends.map(() => 3));
});

test('a bundle goes out with the bytes of every attachment that is there, byte for byte as the command line writes it', async ({ page }) => {
  const saved = (text, list) => page.evaluate(async ([content, attachments]) => {
    const { saveBundle } = await import('./carried.js');
    const { store } = makeStore('s');
    for (const { data, sha256, type } of attachments) store.stage(sha256, Uint8Array.from(atob(data), (c) => c.charCodeAt(0)), type);
    let blob;
    const original = URL.createObjectURL;
    URL.createObjectURL = (given) => { blob = given; return original.call(URL, given); };
    await saveBundle(store, 'x.json', 'application/json', new TextEncoder().encode(content));
    URL.createObjectURL = original;
    return blob.text();
  }, [text, list]);
  expect(await saved(hollow, carried)).toBe(golden);
  expect(JSON.parse(await saved(hollow, carried.slice(1))).attachments).toEqual(carried.slice(1));
  expect(JSON.parse(await saved(hollow, [])).attachments).toEqual([]);
});

test('what came with a file is kept when records want it, and let go with the next file', async ({ page }) => {
  const result = await page.evaluate(async (content) => {
    const { Incoming } = await import('./carried.js');
    const { store } = makeStore('s');
    const asked = [];
    const incoming = new Incoming(store, (hashes) => asked.push(hashes.length));
    await incoming.read(new File([content], 'x.json'));
    while (asked.length === 0) await new Promise((resolve) => { setTimeout(resolve, 10); });
    const [hash] = JSON.parse(content).attachments.map((one) => one.sha256);
    store.unstage(hash); // as if it were stored now
    incoming.settle();
    await incoming.read(new File(['{}'], 'y.json'));
    incoming.settle();
    return { asked, held: JSON.parse(content).attachments.filter((one) => store.has(one.sha256)).length };
  }, golden);
  expect(result).toEqual({ asked: [2, 1], held: 0 });
});

test('a backup that would lack one of its photos is not written, and says why', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const { Backups } = await import('./backups.js');
    const hash = 'a'.repeat(64);
    const text = `{"format":"hengping.bundle","version":3,"feeds":[\n],"attachments":[\n{"data":"","sha256":"${hash}","type":"image/jpeg"}\n]}\n`;
    const heard = [];
    let written = 0;
    window.showSaveFilePicker = async () => ({ createWritable: async () => { ++written; return { write() {}, close() {} }; }, getFile: async () => new Blob([text]) });
    const backups = new Backups({ blob: async () => undefined }, () => null, () => {});
    await backups.save('x.json', new TextEncoder().encode(text), false, (outcome, bytes, reason) => heard.push([outcome, reason.split(':')[0]]));
    return { heard, written };
  });
  expect(answers).toEqual({ heard: [[3, 'AttachmentError']], written: 0 });
});
