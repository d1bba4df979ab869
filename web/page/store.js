// The store: one IndexedDB object store of key → bytes. Every write is one transaction, answered only when it is durable.
import { answered, completed, openDatabase, reasonOf } from './database.js';
import { schema, upgrade } from './schema.js';

const storeName = 'entries';
const decoder = new TextDecoder();

/** Reads what WebStore (page_ports.cpp) wrote. */
export function decodeChange(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const number = () => { const value = view.getUint32(at, true); at += 4; return value; };
  const sized = () => { const size = number(); at += size; return bytes.slice(at - size, at); };
  const key = () => decoder.decode(sized());
  const removeEverything = number() === 1;
  const removals = Array.from({ length: number() }, key);
  const puts = Array.from({ length: number() }, () => [key(), sized()]);
  const keys = () => Array.from({ length: at < bytes.length ? number() : 0 }, key);
  return { removeEverything, removals, puts, blobs: keys(), blobRemovals: keys() };
}

async function readEntries(database) {
  const store = database.transaction(storeName, 'readonly').objectStore(storeName);
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  return keys.map((key, i) => [key, new Uint8Array(values[i])]);
}

/** The stored attachments, as entries without bytes. */
async function readBlobKeys(database) {
  const keys = await answered(database.transaction('blobs', 'readonly').objectStore('blobs').getAllKeys());
  return keys.map((key) => [`blob/${key}`, new Uint8Array(0)]);
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
  /** Bytes of attachments by hash, until a write that names them has been completed. */
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

  /** From here on, what is there is what the program works with. */
  load(answers) {
    this.#answers = answers;
    this.#enqueue(async () => {
      let entries;
      this.#born = null;
      try {
        entries = await this.#attempt(async (database) => [...await readEntries(database), ...await readBlobKeys(database)]);
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
      answers.committed(ticket);
    });
  }

  /** Bytes that one of the next writes names. */
  stage(hash, bytes, type) { this.#staged.set(hash, { bytes, type }); }

  /** An attachment, stored or staged; nothing if it is neither. */
  blob(hash) {
    const found = (kept) => kept && new Blob([kept.bytes], { type: kept.type });
    const staged = this.#staged.get(hash);
    if (staged) return Promise.resolve(found(staged));
    return this.#enqueue(() => this.#attempt(async (database) =>
      found(await answered(database.transaction('blobs', 'readonly').objectStore('blobs').get(hash)))));
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

  /** What is stored already stays as it is; what is neither stored nor staged ends the transaction. */
  #commitBlobs(transaction, change, outcome) {
    const store = transaction.objectStore('blobs');
    if (change.removeEverything) store.clear();
    for (const hash of change.blobRemovals) store.delete(hash);
    let missing = null;
    for (const hash of change.blobs) {
      store.getKey(hash).onsuccess = ({ target }) => {
        if (target.result !== undefined) return;
        try {
          if (!this.#staged.has(hash)) throw new DOMException(hash, 'NotFoundError');
          store.put(this.#staged.get(hash), hash);
        } catch (error) {
          missing = error;
          transaction.abort();
        }
      };
    }
    return outcome.then(() => {
      for (const hash of change.blobs) this.#staged.delete(hash);
    }, (error) => { throw missing ?? error; });
  }

  #disconnect() {
    this.#database?.close();
    this.#database = null;
  }

  #commit(database, change) {
    const touchesBlobs = change.removeEverything || change.blobs.length > 0 || change.blobRemovals.length > 0;
    const transaction = database.transaction(touchesBlobs ? [storeName, 'blobs'] : storeName, 'readwrite', { durability: 'strict' });
    const outcome = completed(transaction);
    try {
      const store = transaction.objectStore(storeName);
      if (change.removeEverything) store.clear();
      for (const key of change.removals) store.delete(key);
      for (const [key, bytes] of change.puts) store.put(bytes, key);
      if (touchesBlobs) return this.#commitBlobs(transaction, change, outcome);
    } catch (error) {
      // Or what was asked for before it would be kept, half of an action.
      outcome.catch(() => {});
      try { transaction.abort(); } catch { /* it has aborted already */ }
      throw error;
    }
    return outcome;
  }
}
