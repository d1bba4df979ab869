// Runs in the page: how long a large store takes to open beside a raw read of the same bytes, and a save beside a raw put.
import { DeviceKey } from './device_key.js';
import { Program } from './program.js';
import { BrowserStore } from './store.js';

const name = 'speed';
const text = new TextDecoder();
const bytes = new TextEncoder();

const answered = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
const completed = (transaction) => new Promise((resolve, reject) => { transaction.oncomplete = resolve; transaction.onabort = () => reject(transaction.error); });
const connected = () => answered(indexedDB.open(name));

/** The program without painting, on the store by that name. `opened` resolves when it is usable, `saved()` when all is durable. */
async function start() {
  let changed = () => {};
  const program = await Program.start({
    store: new BrowserStore(name), key: new DeviceKey(name), glyphs: null, files: { save() {} }, backups: null, requestFrame: () => changed(),
  }, (error) => { throw error; });
  const until = (holds) => new Promise((resolve) => {
    changed = () => { if (holds()) resolve(); };
    changed();
  });
  const began = performance.now();
  program.open();
  await until(() => program.saveState !== 'opening');
  const took = performance.now() - began;
  return { program, took, saved: () => until(() => program.saveState === 'saved') };
}

/** Fills the store with the facts of a city, in chunks of `size` records. */
export async function fill(city, size) {
  for (const database of [name, `${name}-key`]) await answered(indexedDB.deleteDatabase(database));
  const { program, saved } = await start();
  if (!program.takeIn(city)) throw new Error('not taken in');
  await saved();
  const database = await connected();
  const transaction = database.transaction('entries', 'readwrite');
  const store = transaction.objectStore('entries');
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  let records = 0;
  for (const [i, key] of keys.entries()) {
    if (!key.startsWith('records/')) continue;
    const lines = text.decode(values[i]).split('\n').slice(0, -1);
    const [, device, place] = key.split('/');
    const first = Number(place.slice(0, 12));
    store.delete(key);
    for (let at = 0; at < lines.length; at += size) {
      // Without the digits of a hash, as the first version wrote them: they are made by no one but the program.
      store.put(bytes.encode(`${lines.slice(at, at + size).join('\n')}\n`), `records/${device}/${String(first + at).padStart(12, '0')}`);
    }
    records += lines.length;
  }
  await completed(transaction);
  database.close();
  return records;
}

/** Milliseconds of reading every key and value in one go, and how many bytes they are. */
export async function rawRead() {
  const database = await connected();
  const began = performance.now();
  const store = database.transaction('entries').objectStore('entries');
  const [, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  const took = performance.now() - began;
  database.close();
  return { took, bytes: values.reduce((sum, value) => sum + value.byteLength, 0) };
}

export async function opening() {
  const { took, program } = await start();
  return { took, sound: program.isSound };
}

/** Milliseconds from an edit to 已保存, and of a strict transaction that puts as many entries of the same bytes. */
export async function saving(fact) {
  const before = new Map();
  const { program, saved } = await start();
  await saved();
  const database = await connected();
  const read = async () => {
    const store = database.transaction('entries').objectStore('entries');
    return Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  };
  const [keys, values] = await read();
  keys.forEach((key, i) => before.set(key, text.decode(values[i])));
  let began = performance.now();
  if (!program.takeIn(bytes.encode(JSON.stringify({ facts: [fact], format: 'hengping.facts', version: 1 })))) throw new Error('not taken in');
  await saved();
  const took = performance.now() - began;
  const [keysNow, valuesNow] = await read();
  const written = keysNow.map((key, i) => [key, valuesNow[i]]).filter(([key, value]) => before.get(key) !== text.decode(value));
  began = performance.now();
  const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
  for (const [key, value] of written) transaction.objectStore('entries').put(value, key);
  await completed(transaction);
  const raw = performance.now() - began;
  database.close();
  return { took, raw, bytes: written.reduce((sum, [, value]) => sum + value.byteLength, 0) };
}
