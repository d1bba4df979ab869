// The page's storage by itself, in a real browser: what is promised to the app, also when the browser misbehaves.
import { expect, test } from '@playwright/test';

test.beforeEach(async ({ page }) => {
  await page.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title>' }));
  await page.goto('/harness');
  await page.evaluate(async () => {
    const { BrowserStore } = await import('./store.js');
    const text = new TextEncoder();
    const encode = ({ clear = false, removals = [], puts = [] }) => {
      const bytes = [];
      const number = (value) => bytes.push(value & 255, value >> 8 & 255, value >> 16 & 255, value >>> 24);
      const sized = (content) => { const part = text.encode(content); number(part.length); bytes.push(...part); };
      number(clear ? 1 : 0);
      number(removals.length);
      removals.forEach(sized);
      number(puts.length);
      puts.flat().forEach(sized);
      return new Uint8Array(bytes);
    };
    window.makeStore = (name) => {
      const store = new BrowserStore(name);
      return {
        store,
        write: (ticket, change) => new Promise((resolve) => store.write(ticket, encode(change), {
          committed: (t) => resolve(`committed ${t}`), failed: (t, reason) => resolve(`failed ${t} ${reason}`) })),
        load: () => new Promise((resolve) => store.load({
          loaded: (entries) => resolve(Object.fromEntries(entries.map(([key, bytes]) => [key, new TextDecoder().decode(bytes)]))),
          loadFailed: (reason) => resolve(`load failed ${reason}`) })),
      };
    };
    window.failTransactions = (times, name) => {
      const original = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function transaction(...args) {
        if (times-- > 0) throw new DOMException('made to fail', name);
        return original.apply(this, args);
      };
    };
  });
});

test('what was written is there for the next connection, in the order of the keys', async ({ page }) => {
  await page.evaluate(async () => {
    const { write } = makeStore('s');
    await write(1, { puts: [['records/b', '二'], ['records/a', '一']] });
    await write(2, { removals: ['records/b'], puts: [['device', '{}']] });
  });
  const entries = await page.evaluate(() => makeStore('s').load());
  expect(Object.entries(entries)).toEqual([['device', '{}'], ['records/a', '一']]);
});

test('removing everything and putting happen in one transaction, in this order', async ({ page }) => {
  const entries = await page.evaluate(async () => {
    const { write, load } = makeStore('s');
    await write(1, { puts: [['a', '1'], ['b', '2']] });
    await write(2, { clear: true, puts: [['c', '3']] });
    return load();
  });
  expect(entries).toEqual({ c: '3' });
});

test('every write asks for strict durability', async ({ page }) => {
  const durability = await page.evaluate(async () => {
    const seen = [];
    const original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function transaction(names, mode, options) {
      if (mode === 'readwrite') seen.push(options?.durability);
      return original.call(this, names, mode, options);
    };
    const { write } = makeStore('s');
    await write(1, { puts: [['a', '1']] });
    await write(2, { puts: [['a', '2']] });
    return seen;
  });
  expect(durability).toEqual(['strict', 'strict']);
});

test('a dropped connection is opened again and the write repeated', async ({ page }) => {
  const [answer, entries] = await page.evaluate(async () => {
    const { write, load } = makeStore('s');
    await write(1, { puts: [['a', '1']] });
    failTransactions(1, 'InvalidStateError');
    return [await write(2, { puts: [['b', '2']] }), await load()];
  });
  expect(answer).toBe('committed 2');
  expect(entries).toEqual({ a: '1', b: '2' });
});

test('a write that cannot be kept says so with the reason, keeps nothing, and stays known as unsaved', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const { store, write, load } = makeStore('s');
    await write(1, { puts: [['a', '1']] });
    failTransactions(1, 'QuotaExceededError');
    const refused = await write(2, { puts: [['b', '2']] });
    const unsaved = store.unsaved.length;
    const kept = await load();
    const repeated = await write(2, { puts: [['b', '2']] });
    return { refused, unsaved, kept, repeated, left: store.unsaved.length, entries: await load() };
  });
  expect(result.refused).toMatch(/^failed 2 QuotaExceededError/);
  expect(result.unsaved).toBe(1);
  expect(result.kept).toEqual({ a: '1' });
  expect(result.repeated).toBe('committed 2');
  expect(result.left).toBe(0);
  expect(result.entries).toEqual({ a: '1', b: '2' });
});

test('writes are answered in the order in which they were asked for', async ({ page }) => {
  const order = await page.evaluate(async () => {
    const { write } = makeStore('s');
    const answers = [];
    await Promise.all([1, 2, 3, 4].map((ticket) => write(ticket, { puts: [['a', String(ticket)]] }).then((answer) => answers.push(answer))));
    return [answers, await makeStore('s').load()];
  });
  expect(order).toEqual([['committed 1', 'committed 2', 'committed 3', 'committed 4'], { a: '4' }]);
});

test('another tab that wants to delete the database is not held up, and the next write opens it again', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const { write, load } = makeStore('s');
    await write(1, { puts: [['a', '1']] });
    const deleted = await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase('s');
      request.onsuccess = () => resolve('deleted');
      request.onblocked = () => resolve('blocked');
    });
    return [deleted, await write(2, { puts: [['b', '2']] }), await load()];
  });
  expect(result).toEqual(['deleted', 'committed 2', { b: '2' }]);
});

test('a database that cannot be opened is reported, not waited for', async ({ page }) => {
  const answer = await page.evaluate(async () => {
    indexedDB.open = () => { throw new DOMException('no storage here', 'SecurityError'); };
    return makeStore('s').load();
  });
  expect(answer).toMatch(/^load failed SecurityError/);
});
