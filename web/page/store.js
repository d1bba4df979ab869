// The store: one IndexedDB object store of key → bytes, another of attachments by hash. Every write is one transaction, answered only when it is durable.
import { answered, completed, openDatabase, reasonOf } from './database.js';
import { schema, upgrade } from './schema.js';

const storeName = 'entries';
const blobName = 'blobs';
const decoder = new TextDecoder();
const nothing = new Uint8Array(0);

/** Reads what WebStore (page_ports.cpp) wrote. */
export function decodeChange(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const number = () => { const value = view.getUint32(at, true); at += 4; return value; };
  const sized = () => { const size = number(); at += size; return bytes.slice(at - size, at); };
  const key = () => decoder.decode(sized());
  const removeEverything = number() === 1;
  const keys = () => (at < bytes.length ? Array.from({ length: number() }, key) : []);
  const removals = keys();
  const puts = Array.from({ length: number() }, () => [key(), sized()]);
  return { removeEverything, removals, puts, blobs: keys(), blobRemovals: keys() };
}

/** An entry without bytes tells of an attachment that is stored. */
export const blobEntry = (hash) => [`blob/${hash}`, nothing];

async function readEntries(database) {
  const names = [storeName, blobName].filter((name) => database.objectStoreNames.contains(name));
  const transaction = database.transaction(names, 'readonly');
  const store = transaction.objectStore(storeName);
  const hashes = names.length > 1 ? answered(transaction.objectStore(blobName).getAllKeys()) : [];
  const [keys, values, blobs] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll()), hashes]);
  // No key of an entry comes before these.
  return [...blobs.map(blobEntry), ...keys.map((key, i) => [key, new Uint8Array(values[i])])];
}

/** What belongs to a change of attachments; `fail(error)` aborts it. */
function changeBlobs(store, { removeEverything, blobs, blobRemovals }, staged, fail) {
  if (removeEverything) store.clear();
  for (const hash of blobRemovals) store.delete(hash);
  for (const hash of blobs) {
    store.getKey(hash).onsuccess = ({ target }) => {
      if (target.result !== undefined) return; // what is there already is the same
      try {
        if (!staged.has(hash)) throw new DOMException(hash, 'AttachmentError');
        store.put(staged.get(hash), hash);
      } catch (error) {
        fail(error);
      }
    };
  }
}

/** What was written is not in this database: the browser deleted the one that held it. */
class Lost extends Error {}

export class BrowserStore {
  #name;
  #patience;
  #database = null;
  /** Of the database that holds what was written so far; null before it was opened. */
  #born = null;
  #unproven = false;
  #queue = Promise.resolve();
  #unsaved = new Map();
  /** Bytes of attachments, until a change that names them is durable. */
  #staged = new Map();
  /** Grows with each loss: writes of before it are not answered. */
  #losses = 0;
  #answers = null;

  /** `patience`: milliseconds that opening may wait for others. */
  constructor(name, patience) {
    this.#name = name;
    this.#patience = patience;
  }

  /** Writes that were asked for and are not durable yet, oldest first: what a recovery must not lose. */
  get unsaved() { return [...this.#unsaved.values()]; }

  /** Everything as [key, Uint8Array], in key order, also of a store that a newer version has made. */
  readAll() { return this.#enqueue(() => this.#attempt(readEntries, true)); }

  /** Hands over the bytes of an attachment, by their SHA-256, before the change that names it is written. */
  stage(hash, bytes, type) { this.#staged.set(hash, new Blob([bytes], { type })); }
  /** Whether bytes are held that were handed over and are not stored yet. */
  has(hash) { return this.#staged.has(hash); }
  /** They are not needed any more. */
  unstage(hash) { this.#staged.delete(hash); }
  /** An attachment that was handed over or is stored, as a Blob; undefined if there is none. */
  async blob(hash) {
    const read = (database) => answered(database.transaction(blobName, 'readonly').objectStore(blobName).get(hash));
    return this.#staged.get(hash) ?? this.#enqueue(() => this.#attempt(read, true));
  }

  /** From here on, what is there is what the program works with. */
  load(answers) {
    this.#answers = answers;
    this.#enqueue(async () => {
      let entries;
      this.#born = null;
      try {
        entries = await this.#attempt(readEntries);
      } catch (error) {
        answers.loadFailed(reasonOf(error));
        return;
      }
      answers.loaded(entries);
    });
  }

  write(ticket, encoded, answers) {
    this.#answers = answers;
    const change = decodeChange(encoded);
    const losses = this.#losses;
    this.#unsaved.set(ticket, change);
    this.#enqueue(async () => {
      if (losses !== this.#losses) return;
      try {
        await this.#attempt((database) => this.#commit(database, change));
      } catch (error) {
        if (error instanceof Lost) this.#tellLoss();
        else answers.failed(ticket, reasonOf(error));
        return;
      }
      // What was asked for before it was written before it, or given up.
      for (const old of [...this.#unsaved.keys()]) if (old <= ticket) this.#unsaved.delete(old);
      for (const hash of change.blobs) this.#staged.delete(hash);
      answers.committed(ticket);
    });
  }

  /** A change that is going to be written after those before it. */
  hold(ticket, encoded) { this.#unsaved.set(ticket, decodeChange(encoded)); }

  /** Where the connection is gone: looks whether what was written is still there. */
  check() {
    this.#enqueue(async () => {
      if (this.#database || this.#born === null) return;
      try {
        await this.#connect();
      } catch (error) {
        if (error instanceof Lost) this.#tellLoss();
      }
    });
  }

  /** The program has opened all that there is, and written: a copy of how it was before the last step is let go. */
  prove() {
    if (!this.#unproven) return;
    this.#unproven = false;
    this.#enqueue(() => this.#attempt((database) => {
      const transaction = database.transaction(['entries-1', 'meta'], 'readwrite');
      transaction.objectStore('entries-1').clear();
      transaction.objectStore('meta').put(1, 'proven');
      return completed(transaction);
    }).catch((error) => console.warn(error)));
  }

  /** One after the other, in the order asked for. */
  #enqueue(work) {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  #tellLoss() {
    const gone = [...this.#unsaved.keys()];
    ++this.#losses;
    this.#answers?.lost();
    // The program writes everything anew, unless it has stopped: then this is all that is left.
    if (this.#unsaved.size > gone.length) for (const ticket of gone) this.#unsaved.delete(ticket);
  }

  /**
   * Browsers drop connections (storage pressure, a cleared site, a sleeping device). A transaction on a dead one keeps
   * nothing, so it is safe to open anew and do it again, once.
   */
  async #attempt(work, anyDatabase = false) {
    const connected = this.#database !== null;
    try {
      return await work(await this.#connect(anyDatabase));
    } catch (error) {
      const dropped = error.name === 'InvalidStateError' || error.name === 'AbortError' || error.name === 'UnknownError' ||
        error.name === 'NotFoundError';
      if (!connected || !dropped) throw error;
      this.#disconnect();
      return work(await this.#connect(anyDatabase));
    }
  }

  async #connect(anyDatabase = false) {
    if (this.#database) return this.#database;
    let database;
    try {
      database = await openDatabase(this.#name, schema, upgrade, this.#patience);
    } catch (error) {
      if (!anyDatabase || error.name !== 'VersionError') throw error;
      const newer = await openDatabase(this.#name, undefined, undefined, this.#patience);
      newer.onversionchange = () => newer.close();
      return newer;
    }
    const forget = () => {
      if (this.#database !== database) return;
      this.#database = null;
      this.check();
    };
    database.onclose = forget;
    // Another tab wants to delete or upgrade: holding on would block it for ever.
    database.onversionchange = ({ newVersion }) => {
      database.close();
      if (newVersion !== null) this.#answers?.outdated();
      forget();
    };
    try {
      const meta = database.transaction('meta').objectStore('meta');
      const [born, proven] = await Promise.all([answered(meta.get('born')), answered(meta.get('proven'))]);
      const lost = this.#born !== null && this.#born !== String(born) && !anyDatabase;
      this.#born = String(born);
      this.#database = database;
      this.#unproven = proven === 0;
      if (lost) throw new Lost();
    } catch (error) {
      if (!(error instanceof Lost)) database.close();
      throw error;
    }
    return database;
  }

  #disconnect() {
    this.#database?.close();
    this.#database = null;
  }

  #commit(database, change) {
    const ofBlobs = change.removeEverything || change.blobs.length + change.blobRemovals.length > 0;
    const transaction = database.transaction(ofBlobs ? [storeName, blobName] : storeName, 'readwrite', { durability: 'strict' });
    let failure;
    const outcome = completed(transaction).catch((error) => { throw failure ?? error; });
    try {
      const store = transaction.objectStore(storeName);
      if (change.removeEverything) store.clear();
      for (const key of change.removals) store.delete(key);
      for (const [key, bytes] of change.puts) store.put(bytes, key);
      if (ofBlobs) {
        changeBlobs(transaction.objectStore(blobName), change, this.#staged, (error) => {
          failure ??= error;
          try { transaction.abort(); } catch { /* it has aborted already */ }
        });
      }
    } catch (error) {
      // Or what was asked for before it would be kept, half of an action.
      outcome.catch(() => {});
      try { transaction.abort(); } catch { /* it has aborted already */ }
      throw error;
    }
    return outcome;
  }
}
