// Runs in the page: the program without painting, over an IndexedDB whose n-th call fails on command, and a shadow of what has really committed.
import { DeviceKey } from './device_key.js';
import { Program } from './program.js';
import { BrowserStore } from './store.js';

// Short only where it is waited out: on a busy machine an open may take its time.
const patienceUnder = (mode) => (mode === 'blocked' ? 300 : 20_000);
const text = new TextDecoder();
const pause = () => new Promise((resolve) => { setTimeout(resolve); });
const failed = (name) => new DOMException('made to fail', name);

async function until(holds, what) {
  const end = performance.now() + 30_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await pause();
  }
}

// ---- an IndexedDB that fails

const originals = { open: IDBFactory.prototype.open, remove: IDBFactory.prototype.deleteDatabase, transaction: IDBDatabase.prototype.transaction };
const writing = ['put', 'delete', 'clear'];
const reading = ['get', 'getKey', 'getAll', 'getAllKeys'];

/** What can fail in which way: kinds of calls. */
const reach = {
  throw: ['open', 'begin', 'begin writing', 'write', 'read'],
  quota: ['open', 'write'],
  abort: ['begin writing'],
  closed: ['begin', 'begin writing', 'write', 'read'],
  blocked: ['open'],
  vanish: ['begin writing', 'write'],
};

const storage = { mode: '', at: 0, sticky: false, name: '', calls: 0, struck: 0, commits: [], shadow: new Map(), onCommit: () => {} };

function strikes(kind) {
  if (!reach[storage.mode]?.includes(kind)) return false;
  const call = ++storage.calls;
  const now = call === storage.at || (storage.sticky && storage.at > 0 && call > storage.at);
  if (now) ++storage.struck;
  return now;
}

function vanish() {
  originals.remove.call(indexedDB, storage.name);
  originals.remove.call(indexedDB, `${storage.name}-key`);
  storage.shadow.clear();
}

function breakOff(database) {
  database.close();
  setTimeout(() => database.dispatchEvent(new Event('close')));
}

IDBFactory.prototype.open = function open(...args) {
  if (!strikes('open')) return originals.open.apply(this, args);
  if (storage.mode === 'throw') throw failed('UnknownError');
  const request = {};
  if (storage.mode === 'quota') {
    request.error = failed('QuotaExceededError');
    setTimeout(() => request.onerror({ preventDefault() {} }));
  }
  return request;
};

IDBDatabase.prototype.transaction = function transaction(names, mode, ...rest) {
  const writes = mode === 'readwrite';
  const records = this.name === storage.name;
  const hit = (storage.mode !== 'vanish' || records) && strikes(writes ? 'begin writing' : 'begin');
  if (hit && storage.mode === 'throw') throw failed('DataError');
  if (hit && storage.mode === 'closed') breakOff(this);
  if (hit && storage.mode === 'vanish') {
    this.close();
    vanish();
  }
  const made = originals.transaction.call(this, names, mode, ...rest);
  made.toAbort = hit && storage.mode === 'abort';
  made.changes = [];
  if (writes && records) {
    made.addEventListener('complete', () => {
      for (const change of made.changes) change(storage.shadow);
      storage.onCommit();
    });
  }
  return made;
};

for (const name of [...writing, ...reading]) {
  const original = IDBObjectStore.prototype[name];
  IDBObjectStore.prototype[name] = function call(...args) {
    const { transaction } = this;
    const database = transaction.db;
    const records = database.name === storage.name;
    const hit = (storage.mode !== 'vanish' || (records && transaction.mode === 'readwrite')) && strikes(writing.includes(name) ? 'write' : 'read');
    if (hit && storage.mode === 'throw') throw failed('DataError');
    const request = original.apply(this, args);
    const later = (work) => queueMicrotask(() => {
      try { transaction.abort(); } catch { /* over already */ }
      work?.();
    });
    if (hit && storage.mode === 'quota') {
      Object.defineProperty(transaction, 'error', { value: failed('QuotaExceededError') });
      later();
    }
    if (hit && storage.mode === 'closed') later(() => breakOff(database));
    if (hit && storage.mode === 'vanish') {
      later(() => {
        breakOff(database);
        vanish();
      });
    }
    if (transaction.toAbort) {
      transaction.open = (transaction.open ?? 0) + 1;
      request.addEventListener('success', () => { if (--transaction.open === 0) later(); });
    }
    if (this.name === 'entries') {
      if (name === 'put') transaction.changes?.push((map) => map.set(args[1], text.decode(args[0])));
      if (name === 'delete') transaction.changes?.push((map) => map.delete(args[0]));
      if (name === 'clear') transaction.changes?.push((map) => map.clear());
    }
    return request;
  };
}

/** What a store says, whatever was drawn by chance in it. */
function digest(entries) {
  const all = [...entries];
  const of = (prefix) => all.filter(([key]) => key.startsWith(prefix)).map(([, value]) => value);
  const lines = of('records/').join('');
  return JSON.stringify({
    records: lines.split('\n').length - 1,
    named: [...new Set([...lines.matchAll(/"enterprise":"(\w+)"/g)].map(([, id]) => id))].sort(),
    heads: of('feed/').map((value) => JSON.parse(value).heads.length).sort(),
    roots: of('roots').flatMap((value) => JSON.parse(value)).length,
    device: of('device').map((value) => all.some(([key]) => key === `feed/${JSON.parse(value).id}`)),
  });
}

async function stored(name) {
  const request = originals.open.call(indexedDB, name);
  const database = await new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const store = originals.transaction.call(database, 'entries').objectStore('entries');
  const [keys, values] = await Promise.all(['getAllKeys', 'getAll'].map((what) => new Promise((resolve) => {
    const asked = store[what]();
    asked.onsuccess = () => resolve(asked.result);
  })));
  database.close();
  return keys.map((key, i) => [key, text.decode(values[i])]);
}

// ---- a person at work

const facts = (...ids) => new TextEncoder().encode(JSON.stringify({ format: 'hengping.facts', version: 1,
  facts: ids.map((enterprise) => ({ kind: 'enterprise.registered', on: '2025-01-02', enterprise, name: enterprise, uscc: '91220101MA00000013', industry: '机械' })) }));

let program;
let at;       // the case that is run
const services = {
  store: {
    load: (answers) => at.store.load(at.watch(answers)),
    write: (ticket, change, answers) => at.store.write(ticket, change, at.watch(answers)),
    hold: (ticket, change) => at.store.hold(ticket, change),
  },
  key: {
    publicKey: () => at.keyed(at.key.publicKey()),
    renew: () => at.keyed(at.key.renew()),
    sign: (message) => at.key.sign(message),
    keep: () => at.key.keep(),
  },
  glyphs: null,
  files: { save: (name, mime, bytes) => at.files.push(bytes) },
  requestFrame() {},
};

class Case {
  files = [];
  done = 0;
  problems = [];
  trouble = '';
  kept = null; // the backup

  constructor(name, prefixes) {
    this.name = name;
    this.prefixes = prefixes;
  }

  /** As a reload. */
  async open() {
    for (let attempt = 0; attempt < 5; ++attempt) {
      await this.old?.readAll().catch(() => {}); // its last words are over
      await this.asking; // a page that has gone hears no answer any more
      const patience = patienceUnder(storage.mode);
      this.store = new BrowserStore(this.name, patience);
      this.old = this.store;
      this.key = new DeviceKey(this.name, patience);
      this.trouble = '';
      program.open();
      await until(() => this.trouble || program.saveState !== 'opening', 'opening');
      if (!this.trouble) {
        await this.quiet();
        return;
      }
      if (storage.sticky || attempt > 1) storage.at = 0;
    }
    throw new Error(`never opened: ${this.trouble}`);
  }

  keyed(promise) {
    this.asking = promise.catch(() => {});
    return promise.catch((error) => {
      this.trouble = String(error);
      throw error;
    });
  }

  watch(answers) {
    const store = this.store;
    return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, (...told) => {
      if (at !== this || store !== this.store) return;
      if (name === 'loadFailed') this.trouble = told[0];
      answer(...told);
      this.look(name);
    }]));
  }

  /** Saved is said only of what has committed. */
  look(after) {
    if (program.saveState !== 'saved' || !this.prefixes) return;
    // The next action may be under way.
    const now = digest(storage.shadow);
    if (now === this.prefixes[this.done] || now === this.prefixes[this.done + 1]) return;
    this.problems.push(`saved is said after ${after} with ${this.done} actions done and ${this.prefixes.indexOf(now)} stored`);
  }

  /** A commit is a whole number of actions. */
  committed() {
    const now = digest(storage.shadow);
    if (this.prefixes && !this.prefixes.includes(now)) this.problems.push(`half an action: ${now}`);
    storage.commits.push(now);
  }

  quiet() { return until(() => !['saving', 'opening'].includes(program.saveState), 'an answer of the store'); }

  async takeIn(bytes, inHurry = false) {
    if (!program.takeIn(bytes)) throw new Error('not taken in');
    ++this.done;
    if (!inHurry) await this.quiet();
  }

  async export() {
    const count = this.files.length;
    program.exportEverything();
    await until(() => this.files.length > count, 'the file');
    await this.quiet();
    return this.files.at(-1);
  }

  async clear() {
    while (!program.isEmpty()) {
      this.trouble = '';
      program.clear();
      await until(() => this.trouble || program.isEmpty(), 'clearing');
      if (storage.sticky && this.trouble) storage.at = 0;
    }
    ++this.done;
    await this.quiet();
  }

  /** Six actions, each one transaction; opening is another. */
  async work() {
    await this.open();
    await this.takeIn(facts('Q1', 'Q2'), true);
    await this.takeIn(facts('Q3'));
    this.kept = await this.export();
    ++this.done;
    await this.takeIn(facts('Q4', 'Q5'));
    await this.clear();
    await this.takeIn(this.kept);
  }

  /** The fault is over: everything that was done gets stored. */
  async mend() {
    storage.at = 0;
    for (let attempt = 0; program.saveState !== 'saved'; ++attempt) {
      if (attempt > 5) throw new Error(`still not saved: ${program.saveState}`);
      program.retry();
      await pause();
      await until(() => program.saveState !== 'saving', 'saving');
      if (program.saveState === 'failed') await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }
}

async function run(fault, prefixes) {
  const name = `faults-${crypto.randomUUID()}`;
  Object.assign(storage, { sticky: false, ...fault, name, calls: 0, struck: 0, commits: [], shadow: new Map() });
  at = new Case(name, prefixes);
  storage.onCommit = () => at.committed();
  try {
    await at.work();
    const { calls, struck } = storage;
    const states = [program.saveState];
    // Once more, for a connection that is found broken by nothing but the next write.
    await at.mend();
    if (at.store.unsaved.length > 0) at.problems.push('something is held that is saved');
    const real = await stored(name);
    if (JSON.stringify(real) !== JSON.stringify([...storage.shadow].sort(([a], [b]) => (a < b ? -1 : 1)))) at.problems.push('the store is not what has committed');
    if (prefixes && digest(real) !== prefixes.at(-1)) at.problems.push(`in the end: ${digest(real)}`);
    await at.open();
    if (!program.isSound) at.problems.push('the store opens with damage');
    const { feeds } = JSON.parse(text.decode(await at.export()));
    const records = feeds.reduce((sum, feed) => sum + feed.records.length, 0);
    return { calls, struck, states, records, problems: at.problems, commits: storage.commits };
  } catch (error) {
    return { calls: storage.calls, struck: storage.struck, problems: [...at.problems, String(error)] };
  } finally {
    storage.at = 0;
    const { old } = at;
    at = { watch: (answers) => answers };
    await old?.readAll().catch(() => {});
    vanish();
  }
}

/** For every call that can fail in this way, the six actions with just that one failing, then with all failing from there on. */
export async function sweep(mode, alsoSticky) {
  let trap = null;
  program ??= await Program.start(services, (error) => { trap = error; });
  const sound = await run({ mode, at: 0 });
  if (sound.problems.length > 0) return { cases: 0, problems: sound.problems };
  const prefixes = sound.commits.slice(0, 7);
  const problems = [];
  let cases = 0;
  let failures = 0;
  for (const sticky of alsoSticky ? [false, true] : [false]) {
    for (let call = 1; call <= sound.calls; ++call) {
      const outcome = await run({ mode, at: call, sticky }, prefixes);
      ++cases;
      const wrong = [...outcome.problems];
      if (outcome.struck > 0) ++failures;
      else wrong.push(`there were ${outcome.calls} calls only`);
      if (outcome.records !== sound.records) wrong.push(`records: ${outcome.records}, not ${sound.records}`);
      if (trap) wrong.push(`the program stopped: ${trap}`);
      for (const problem of wrong) problems.push(`${mode}${sticky ? ' from' : ' at'} call ${call}: ${problem}`);
      if (trap || problems.length > 20) return { cases, failures, problems, commits: sound.commits };
    }
  }
  return { cases, failures, problems, commits: sound.commits };
}
