// Where the lock lies (`meta/lock`), and how all that is stored is written anew when a passphrase is set or taken away.
//
// Databases keep what was overwritten until they tidy up by themselves; a database that is deleted goes at once. So everything is copied, sealed, into a
// database beside it (`…-moving`), the old one is deleted, and everything comes back into a new one of the old name. Whatever moment the
// page dies at, the next start finds out by `meta/moving` and `meta/whole` how far that was, and ends it or takes it back.
import { blobEntry, blobKey, blobName } from './blobs.js';
import { answered, completed, openDatabase } from './database.js';
import { schema, upgrade } from './schema.js';

const none = new Error('none');
const beside = (name) => `${name}-moving`;
const stores = ['entries', 'blobs'];
/** What is copied in one transaction: about so many bytes, and at most so many things. */
const load = 8_000_000;
const most = 4096;
/** What is not taken along: it belongs to the lock or to the moving itself. */
const left = new Set(['lock', 'tries', 'drafts', 'moving', 'whole']);

/** One tab at a time looks at the lock or moves everything; nobody makes a database meanwhile that the moving is about to. */
export const alone = (name, work) => (navigator.locks ? navigator.locks.request(beside(name), work) : work());

/** The database in whatever version it is there; null where there is none, and none is made. */
async function existing(name) {
  try {
    return await openDatabase(name, undefined, () => { throw none; });
  } catch (error) {
    if (error === none) return null;
    throw error;
  }
}

function remove(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    const timer = setTimeout(() => reject(new DOMException(name, 'BlockedError')), 10_000);
    request.onsuccess = () => { clearTimeout(timer); resolve(); };
    request.onerror = () => { clearTimeout(timer); reject(request.error); };
  });
}

async function read(database, ...keys) {
  if (!database?.objectStoreNames.contains('meta')) return keys.map(() => undefined);
  const meta = database.transaction('meta').objectStore('meta');
  return Promise.all(keys.map((key) => answered(meta.get(key))));
}

/** `values`: [key, value], no value for what goes. */
function put(database, ...values) {
  const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
  const meta = transaction.objectStore('meta');
  for (const [key, value] of values) {
    if (value === undefined) meta.delete(key);
    else meta.put(value, key);
  }
  return completed(transaction);
}

/** Opens, works, closes; nothing where the database is not there. */
async function within(name, work) {
  const database = await existing(name);
  try {
    return database && await work(database);
  } finally {
    database?.close();
  }
}

async function copy(from, to, change) {
  for (const store of stores) {
    for (let range = null, count = 8; ;) {
      const source = from.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([answered(source.getAllKeys(range, count)), answered(source.getAll(range, count))]);
      if (keys.length === 0) break;
      const made = await Promise.all(keys.map((key, i) => change(store, key, values[i])));
      const transaction = to.transaction(stores, 'readwrite', { durability: 'strict' });
      for (const [place, key, value] of made.flat()) transaction.objectStore(place).put(value, key);
      await completed(transaction);
      range = IDBKeyRange.lowerBound(keys.at(-1), true);
      const size = values.reduce((sum, value) => sum + (value.byteLength ?? value.size), 0);
      count = Math.max(1, Math.min(most, Math.floor(count * load / size)));
    }
  }
  const meta = from.transaction('meta').objectStore('meta');
  const [keys, values] = await Promise.all([answered(meta.getAllKeys()), answered(meta.getAll())]);
  return keys.map((key, i) => [key, values[i]]);
}

/** An empty database that says of itself that it is not whole yet; whatever an older page may have made there is no loss. */
async function makeUnfinished(name) {
  const database = await openDatabase(name, schema, upgrade);
  try {
    const transaction = database.transaction([...stores, 'meta'], 'readwrite', { durability: 'strict' });
    for (const store of stores) transaction.objectStore(store).clear();
    transaction.objectStore('meta').put('coming', 'moving');
    await completed(transaction);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Ends what was begun, or takes it back where not everything stands beside yet. */
async function finish(name) {
  const from = await existing(beside(name));
  try {
    const [whole] = await read(from, 'whole');
    const [state] = await within(name, (database) => read(database, 'moving')) ?? [];
    if (whole && state !== 'done') {
      await remove(name);
      const to = await makeUnfinished(name);
      try {
        const meta = await copy(from, to, (store, key, value) => [[store, key, value]]);
        await put(to, ...meta.filter(([key]) => key !== 'whole'), ['moving', 'done']);
      } finally {
        to.close();
      }
    }
  } finally {
    from?.close();
  }
  await remove(beside(name));
  await within(name, (database) => put(database, ['moving']));
}

/** The lock and how often it was tried in vain ({count, until}); before that, what was begun is ended. */
export function readLock(name) {
  const look = () => within(name, async (database) => {
    const [moving, lock, tries] = await read(database, 'moving', 'lock', 'tries');
    return { lock, tries, moving, empty: !moving && await answered(database.transaction('entries').objectStore('entries').count()) === 0 };
  });
  return alone(name, async () => {
    let found;
    try {
      found = await look();
    } catch (error) {
      console.warn(error); // opening the store will say so in words
      return {};
    }
    if (found?.moving || (found?.empty !== false && await within(beside(name), () => true))) {
      await finish(name);
      found = await look();
    }
    return found ?? {};
  });
}

/** One entry of `meta`; no value takes it away. */
export const readMeta = (name, key) => within(name, async (database) => (await read(database, key))[0]);
export const writeMeta = (name, key, value) => within(name, (database) => put(database, [key, value]));

/**
 * Everything is written anew: `change(store, key, value)` gives what takes the place of each, as [store, key, value], `lock` is what stands in `meta` from then on, if
 * anything. Nobody else may have the database open. Once it has begun to delete, a failure is for the next start to mend: `begun` of the error.
 */
export function move(name, change, lock) {
  return alone(name, async () => {
    let begun = false;
    try {
      await remove(beside(name));
      await within(name, async (from) => {
        await put(from, ['moving', 'going']); // or a start would not look beside it
        const to = await makeUnfinished(beside(name));
        try {
          const meta = await copy(from, to, change);
          await put(to, ...meta.filter(([key]) => !left.has(key)), ...lock ? [['lock', lock]] : [], ['whole', true]);
        } finally {
          to.close();
        }
      });
      begun = true;
      await finish(name);
    } catch (error) {
      if (!begun) await finish(name).catch(() => {});
      throw Object.assign(new Error(String(error)), { begun });
    }
  });
}

/** How each stored thing is written anew: what takes its place, as [store, key, value]. */
export const sealing = (vault) => async (store, key, value) => {
  if (store !== blobName) return [[store, ...await vault.sealEntry([key, value])]];
  return [[store, ...await vault.sealBlob(key, value)], ['entries', ...await vault.sealEntry(blobEntry(key))]];
};
export const opening = (vault) => async (store, key, value) => {
  if (store === blobName) {
    const opened = await vault.openBlob(key, value);
    return opened ? [[store, ...opened]] : [];
  }
  const [real, bytes] = await vault.openEntry([key, value]);
  return real.startsWith(blobKey('')) ? [] : [[store, real, bytes]];
};

/** Deletes every database of this store, the device's key too. */
export function removeEverything(name) {
  localStorage.removeItem(name);
  return alone(name, async () => { for (const each of [beside(name), name, `${name}-key`]) await remove(each); });
}
