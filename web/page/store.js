// The store: one IndexedDB object store of key → bytes. Every write is one transaction, answered only when it is durable.
import { answered, completed, openDatabase, reasonOf } from './database.js';
import { schema, upgrade } from './schema.js';
import { alone } from './vault_store.js';

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
  return { removeEverything, removals, puts };
}

async function readEntries(database) {
  const store = database.transaction(storeName, 'readonly').objectStore(storeName);
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  return keys.map((key, i) => [key, new Uint8Array(values[i])]);
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
  /** Grows with each loss: writes of before it are not answered. */
  #losses = 0;
  #answers = null;
  #codec;

  /** `patience`: milliseconds that opening may wait for others; `codec` opens and seals what is stored (Vault), where there is a lock. */
  constructor(name, patience, codec = null) {
    this.#name = name;
    this.#patience = patience;
    this.#codec = codec;
  }

  /** Writes that were asked for and are not durable yet, oldest first: what a recovery must not lose. */
  get unsaved() { return [...this.#unsaved.values()]; }

  /** Which database holds what was written; another one holds nothing of it. Null before it was opened. */
  get born() { return this.#born; }

  /** Everything as [key, Uint8Array], in key order, also of a store that a newer version has made. */
  readAll() { return this.#enqueue(() => this.#read(true)); }

  /** From here on, what is there is what the program works with. */
  load(answers) {
    this.#answers = answers;
    this.#enqueue(async () => {
      let entries;
      this.#born = null;
      try {
        entries = await this.#read();
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
        // Before the transaction: it does not wait for anything else.
        const sealed = this.#codec ? await this.#codec.seal(change) : change;
        await this.#attempt((database) => this.#commit(database, sealed));
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

  /** What is kept beside the entries, such as the folder of backups; undefined: nothing. */
  recall(key) {
    return this.#enqueue(() => this.#attempt((database) => answered(database.transaction('meta').objectStore('meta').get(key))));
  }

  /** Kept until it is replaced; undefined: no more. */
  remember(key, value) {
    return this.#enqueue(() => this.#attempt((database) => {
      const transaction = database.transaction('meta', 'readwrite');
      const meta = transaction.objectStore('meta');
      if (value === undefined) meta.delete(key);
      else meta.put(value, key);
      return completed(transaction);
    }));
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

  /** When all before it is written, `work` has the database for itself; it gives the codec of what is there from then on. */
  exchange(work) {
    return this.#enqueue(async () => {
      this.#disconnect();
      this.#codec = await work();
    });
  }

  async #read(anyDatabase) {
    const entries = await this.#attempt(readEntries, anyDatabase);
    return this.#codec ? this.#codec.open(entries) : entries;
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
      const open = () => openDatabase(this.#name, schema, upgrade, this.#patience);
      // What is gone may be on its way: another tab may be writing everything anew.
      database = await (this.#born === null ? open() : alone(this.#name, open));
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
      const [born, proven, lock, moving] = await Promise.all(['born', 'proven', 'lock', 'moving'].map((key) => answered(meta.get(key))));
      const lost = this.#born !== null && this.#born !== String(born) && !anyDatabase;
      if (lost && !lock && this.#codec) await this.#keepLock(database);
      // Nothing is written that could not be opened again, and nothing plain among what is sealed.
      else if (lock?.id !== this.#codec?.id || moving) throw new DOMException('', 'LockedError');
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

  #keepLock(database) {
    const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
    transaction.objectStore('meta').put(this.#codec.lock, 'lock');
    return completed(transaction);
  }

  #disconnect() {
    this.#database?.close();
    this.#database = null;
  }

  #commit(database, change) {
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
    const outcome = completed(transaction);
    try {
      const store = transaction.objectStore(storeName);
      if (change.removeEverything) store.clear();
      for (const key of change.removals) store.delete(key);
      for (const [key, bytes] of change.puts) store.put(bytes, key);
    } catch (error) {
      // Or what was asked for before it would be kept, half of an action.
      outcome.catch(() => {});
      try { transaction.abort(); } catch { /* it has aborted already */ }
      throw error;
    }
    return outcome;
  }
}
