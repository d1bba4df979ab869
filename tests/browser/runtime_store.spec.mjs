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
    const texts = (entries) => Object.fromEntries(entries.map(([key, bytes]) => [key, new TextDecoder().decode(bytes)]));
    window.makeStore = (name, patience = 300) => {
      const store = new BrowserStore(name, patience);
      const told = [];
      const heard = { lost: () => told.push('lost'), outdated: () => told.push('outdated') };
      return {
        store,
        told,
        write: (ticket, change) => new Promise((resolve) => store.write(ticket, encode(change), {
          ...heard, lost: () => { told.push('lost'); resolve(`lost ${ticket}`); },
          committed: (t) => resolve(`committed ${t}`), failed: (t, reason) => resolve(`failed ${t} ${reason}`) })),
        load: () => new Promise((resolve) => store.load({
          ...heard, loaded: (entries) => resolve(texts(entries)), loadFailed: (reason) => resolve(`load failed ${reason}`) })),
        readAll: async () => texts(await store.readAll()),
      };
    };
    window.settled = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error('blocked'));
    });
    window.until = async (holds) => { while (!await holds()) await new Promise((resolve) => { setTimeout(resolve, 20); }); };
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

test('a deleted database is told as lost, at once and not held up; nothing of before is written into the new one', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const { store, told, write, load } = makeStore('s');
    await write(1, { puts: [['a', '1']] });
    await settled(indexedDB.deleteDatabase('s'));
    await until(() => told.length > 0);
    const again = await write(2, { clear: true, puts: [['a', '1'], ['b', '2']] });
    return { told, again, unsaved: store.unsaved.length, entries: await load() };
  });
  expect(result).toEqual({ told: ['lost'], again: 'committed 2', unsaved: 0, entries: { a: '1', b: '2' } });
});

test('a write that was on its way when the database was lost is not called saved, nor are those behind it', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const { store, told, write, load } = makeStore('s');
    await write(1, { puts: [['a', '1']] });
    await settled(indexedDB.deleteDatabase('s'));
    const answer = write(2, { puts: [['b', '2']] });
    let second = 'no answer';
    write(3, { puts: [['c', '3']] }).then((given) => { second = given; });
    const first = await Promise.race([answer, until(() => told.length > 0).then(() => 'lost by the way')]);
    return { first, second, told, unsaved: store.unsaved.length, entries: await load() };
  });
  expect(result.first).toMatch(/^lost/);
  expect(result.second).not.toMatch(/committed/);
  expect(result).toMatchObject({ told: ['lost'], unsaved: 2, entries: {} }); // nobody has written anew: a recovery still has them
});

test('a database that another has made in the place of the lost one is recognised', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const mine = makeStore('s');
    await mine.write(1, { puts: [['a', '1']] });
    // As while this page sleeps: it hears of nothing.
    const original = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function open() { throw new DOMException('asleep', 'UnknownError'); };
    await settled(indexedDB.deleteDatabase('s'));
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    IDBFactory.prototype.open = original;
    const other = makeStore('s');
    await other.write(1, { puts: [['x', '9']] });
    return [await mine.write(2, { puts: [['b', '2']] }), mine.told, await other.load()];
  });
  expect(result).toEqual(['lost 2', ['lost'], { x: '9' }]);
});

test('a connection that breaks off without a loss is told as nothing', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const opened = [];
    const original = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function open(...args) {
      const request = original.apply(this, args);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
    const { told, write, load } = makeStore('s');
    await write(1, { puts: [['a', '1']] });
    opened[0].close();
    opened[0].dispatchEvent(new Event('close'));
    await until(() => opened.length === 2);
    return [told, await write(2, { puts: [['b', '2']] }), await load()];
  });
  expect(result).toEqual([[], 'committed 2', { a: '1', b: '2' }]);
});

test('a put that throws takes the whole write back', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const { write, load } = makeStore('s');
    await write(1, { puts: [['a', '1']] });
    const original = IDBObjectStore.prototype.put;
    let calls = 0;
    IDBObjectStore.prototype.put = function put(...args) {
      if (++calls === 2) throw new DOMException('made to fail', 'DataError');
      return original.apply(this, args);
    };
    return [await write(2, { clear: true, puts: [['b', '2'], ['c', '3']] }), await load()];
  });
  expect(result).toEqual(['failed 2 DataError: made to fail', { a: '1' }]);
});

test('an open that another tab blocks is given up with words, and works when that tab lets go', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const request = indexedDB.open('s', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('entries').put(new TextEncoder().encode('1'), 'a');
    const stubborn = await settled(request);
    const { load } = makeStore('s');
    const blocked = await load();
    stubborn.close();
    return [blocked, await load()];
  });
  expect(result).toEqual(['load failed BlockedError: s', { a: '1' }]);
});

test('a store of version 1 goes over with all it holds; the copy stays until it has been opened and written to', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const request = indexedDB.open('s', 1);
    request.onupgradeneeded = () => {
      const old = request.result.createObjectStore('entries');
      for (const key of ['a', 'b', 'c']) old.put(new TextEncoder().encode(key + key), key);
    };
    (await settled(request)).close();
    const { store, write, load } = makeStore('s');
    const entries = await load();
    const look = async () => {
      const database = await settled(indexedDB.open('s'));
      const keys = await settled(database.transaction('entries-1').objectStore('entries-1').getAllKeys());
      const meta = database.transaction('meta').objectStore('meta');
      const seen = { version: database.version, keys, schema: await settled(meta.get('schema')), proven: await settled(meta.get('proven')) };
      database.close();
      return seen;
    };
    const before = await look();
    await write(1, { puts: [['d', 'dd']] });
    store.prove();
    await store.readAll();
    return { entries, before, after: await look(), all: await makeStore('s').load() };
  });
  expect(result).toEqual({
    entries: { a: 'aa', b: 'bb', c: 'cc' },
    before: { version: 2, keys: ['a', 'b', 'c'], schema: 2, proven: 0 },
    after: { version: 2, keys: [], schema: 2, proven: 1 },
    all: { a: 'aa', b: 'bb', c: 'cc', d: 'dd' },
  });
});

test('a step that fails half-way leaves the store as it was', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const request = indexedDB.open('s', 1);
    request.onupgradeneeded = () => {
      const old = request.result.createObjectStore('entries');
      for (const key of ['a', 'b']) old.put(new TextEncoder().encode(key), key);
    };
    (await settled(request)).close();
    const original = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function put(value, key) {
      if (this.name === 'entries-1' && key === 'b') throw new DOMException('full', 'QuotaExceededError');
      return original.call(this, value, key);
    };
    const failed = await makeStore('s').load();
    const database = await settled(indexedDB.open('s'));
    const left = [database.version, [...database.objectStoreNames]];
    database.close();
    IDBObjectStore.prototype.put = original;
    return [failed, left, await makeStore('s').load()];
  });
  expect(result[0]).toMatch(/^load failed AbortError/);
  expect(result.slice(1)).toEqual([[1, ['entries']], { a: 'a', b: 'b' }]);
});

test('a store of a newer version is left alone, and can still be read out', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const request = indexedDB.open('s', 3);
    request.onupgradeneeded = () => request.result.createObjectStore('entries').put(new TextEncoder().encode('1'), 'a');
    (await settled(request)).close();
    const { write, load, readAll } = makeStore('s');
    return [await load(), await write(1, { puts: [['b', '2']] }), await readAll()];
  });
  expect(result[0]).toMatch(/^load failed VersionError/);
  expect(result[1]).toMatch(/^failed 1 VersionError/);
  expect(result[2]).toEqual({ a: '1' });
});

test('a newer version may take the store over while this one has it open: it lets go and says so', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const { told, write } = makeStore('s');
    await write(1, { puts: [['a', '1']] });
    const request = indexedDB.open('s', 3);
    request.onupgradeneeded = () => {};
    (await settled(request)).close();
    return [told, await write(2, { puts: [['b', '2']] }), told];
  });
  expect(result[0]).toEqual(['outdated']);
  expect(result[1]).toMatch(/^failed 2 VersionError/);
});

test('what was refused is tried again after 2, 4, 8 … at most 60 seconds, at once when the page comes to the front, and never once it is saved', async ({ page }) => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  await page.evaluate(async () => {
    const { Keeping } = await import('./keeping.js');
    window.tried = 0;
    window.frames = 0;
    window.requestAnimationFrame = () => ++window.frames;
    const store = { unsaved: [], check() {}, write(ticket, change, answers) { this.unsaved = [change]; this.answers = answers; } };
    const nothing = () => {};
    const answers = { committed: nothing, failed: nothing, lost: nothing };
    const keeping = new Keeping(store, { retry: () => { ++window.tried; keeping.write(1, 'x', answers); }, newer: nothing, opened: nothing, committed: nothing });
    window.refuse = () => store.answers.failed(1, 'QuotaExceededError: x');
    window.commit = () => { store.unsaved = []; store.answers.committed(1); };
    window.asked = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    keeping.write(1, 'x', answers);
  });
  const tried = () => page.evaluate(() => window.tried);
  expect(await page.evaluate(() => window.asked())).toBe(true);
  let count = 0;
  for (const seconds of [2, 4, 8, 16, 32, 60, 60]) {
    await page.evaluate(() => window.refuse());
    await page.clock.runFor(seconds * 1000 - 1);
    expect(await tried()).toBe(count);
    await page.clock.runFor(1);
    expect(await tried()).toBe(++count);
  }
  await page.evaluate(() => { window.refuse(); document.dispatchEvent(new Event('visibilitychange')); });
  expect(await tried()).toBe(++count);
  await page.evaluate(() => window.commit());
  expect(await page.evaluate(() => window.asked())).toBe(false);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.clock.runFor(600_000);
  expect(await tried()).toBe(count);
  // The next failure begins with a short wait again.
  await page.evaluate(() => window.refuse());
  await page.clock.runFor(2000);
  expect(await tried()).toBe(++count);
  expect(await page.evaluate(() => window.frames)).toBe(0);
});

test('a database that cannot be opened is reported, not waited for', async ({ page }) => {
  const answer = await page.evaluate(async () => {
    indexedDB.open = () => { throw new DOMException('no storage here', 'SecurityError'); };
    return makeStore('s').load();
  });
  expect(answer).toMatch(/^load failed SecurityError/);
});
