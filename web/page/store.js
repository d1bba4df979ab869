// The store: one IndexedDB object store of key → bytes, another of attachments by hash. Every write is one transaction, answered only when it is durable.
import { blobEntries, blobEntry, blobName, changeBlobs } from './blobs.js';
import { answered, completed, openDatabase, reasonOf } from './database.js';
import { NotWriter, guardTurn, raiseFence, readState } from './fence.js';
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
  const keys = () => (at < bytes.length ? Array.from({ length: number() }, key) : []);
  const removals = keys();
  const puts = Array.from({ length: number() }, () => [key(), sized()]);
  return { removeEverything, removals, puts, blobs: keys(), blobRemovals: keys() };
}

async function readEntries(database) {
  const store = database.transaction(storeName, 'readonly').objectStore(storeName);
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  return keys.map((key, i) => [key, new Uint8Array(values[i])]);
}

/** The entries of these stored keys; nothing if one is not there any more. */
async function readSome(database, keys) {
  const store = database.transaction(storeName, 'readonly').objectStore(storeName);
  const values = await Promise.all(keys.map((key) => answered(store.get(key))));
  return values.includes(undefined) ? null : keys.map((key, i) => [key, new Uint8Array(values[i])]);
}

/** What was written is not in this database: the browser deleted the one that held it. */
class Lost extends Error {}

export class BrowserStore {
  /** Whether this tab may write; tabs.js says so. */
  writes = true;
  /** Told of each committed change: `{ born, number, keys, hashes }`: the stored keys, or none where everything is to be read anew, and attachments. */
  announce = () => {};
  /** Told when a write was refused because another tab writes. */
  beaten = () => {};
  /** This tab's number; null where none could be stored. */
  #fence = null;
  /** Of the change that was last read or written. */
  #changes = 0;
  /** Of the database whose contents the program works with; null before it has any. */
  #held = null;
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
  readAll() { return this.#enqueue(() => this.#entries(true)); }

  /** Hands over the bytes of an attachment, by their SHA-256, before the change that names it is written. */
  stage(hash, bytes, type) { this.#staged.set(hash, new Blob([bytes], { type })); }
  /** Whether bytes are held that were handed over and are not stored yet. */
  has(hash) { return this.#staged.has(hash); }
  /** They are not needed any more. */
  unstage(hash) { this.#staged.delete(hash); }
  /** An attachment that was handed over or is stored, as a Blob; undefined if there is none. */
  async blob(hash) {
    const read = async (database) => {
      const key = this.#codec ? await this.#codec.blobName(hash) : hash;
      const value = await answered(database.transaction(blobName, 'readonly').objectStore(blobName).get(key));
      return value && this.#codec ? (await this.#codec.openBlob(key, value))?.[1] : value;
    };
    return this.#staged.get(hash) ?? this.#enqueue(() => this.#attempt(read, true));
  }

  /** From here on, what is there is what the program works with. */
  load(answers) {
    this.#answers = answers;
    this.#enqueue(() => this.#read());
  }

  /** This tab writes from now on, with all that the others have written. */
  win() {
    this.writes = true;
    if (this.#answers) this.#enqueue(() => this.#read());
  }

  /** Another tab writes from now on: what is on its way is answered first, what waits is not written. */
  lose() {
    if (!this.writes) return;
    this.writes = false;
    this.#enqueue(() => {
      this.#answers?.writer(false);
      if (this.writes) return; // it has won again, and reads next
      return this.#unsaved.size ? this.#read() : this.#catchUp();
    });
  }

  /** Hears what another tab has announced; looks by itself if it is told nothing. */
  follow({ born, number, keys, hashes = [] } = {}) {
    this.#enqueue(async () => {
      if (this.writes || this.#held === null) return;
      if (born !== this.#held || number > this.#changes + 1 || !keys) return this.#catchUp();
      if (number <= this.#changes) return;
      const entries = await this.#attempt((database) => readSome(database, keys)).then((found) => this.#open(found)).catch(() => null);
      if (!entries) return this.#read();
      this.#changes = number;
      this.#answers.followed([...hashes.map(blobEntry), ...entries]);
    });
  }

  async #catchUp() {
    if (this.writes || this.#held === null) return;
    const [born, count] = await this.#attempt(readState).catch(() => []);
    if (born !== this.#held || count !== this.#changes) await this.#read();
  }

  async #read() {
    const mine = this.writes;
    let [entries, count] = [];
    this.#born = null;
    try {
      await this.#connect();
      // Works also where the storage is full, see guardTurn.
      this.#fence = mine ? await this.#attempt(raiseFence).catch((error) => { console.warn(error); return null; }) : null;
      // In this order: what is written in between is read twice, never missed.
      [this.#born, count] = await this.#attempt(readState);
      entries = await this.#entries();
    } catch (error) {
      this.#born = this.#held;
      if (this.#held !== null) this.writes = false;
      this.#answers.loadFailed(reasonOf(error));
      return;
    }
    if (this.#held !== null && this.#held !== this.#born && count === undefined) {
      // Deleted by the browser: what the tabs hold is all that there is.
      if (!mine) return;
      this.#held = this.#born;
      this.#answers.writer(true);
      this.#answers.lost();
      return;
    }
    this.#changes = count ?? 0;
    this.#held = this.#born;
    this.#answers.writer?.(mine);
    this.#answers.loaded(entries);
  }

  write(ticket, encoded, answers) {
    this.#answers = answers;
    const change = decodeChange(encoded);
    const losses = this.#losses;
    this.#unsaved.set(ticket, change);
    this.#enqueue(async () => {
      if (losses !== this.#losses || !this.writes) return;
      try {
        // Before the transaction: it does not wait for anything else.
        const given = { ...change, blobs: change.blobs.map((hash) => [hash, this.#staged.get(hash)]) };
        const sealed = this.#codec ? await this.#codec.seal(given) : given;
        await this.#attempt((database) => this.#commit(database, sealed));
      } catch (error) {
        if (error instanceof Lost) this.#tellLoss();
        else if (error instanceof NotWriter) this.beaten();
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
      if (this.#database || this.#born === null || !this.writes) return;
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

  /** No key of an entry comes before those of attachments. Under a lock they are entries like all others. */
  async #entries(anyDatabase) {
    const blobs = this.#codec ? [] : await this.#attempt(blobEntries, anyDatabase);
    return [...blobs, ...await this.#open(await this.#attempt(readEntries, anyDatabase))];
  }

  #open(entries) { return entries && this.#codec ? this.#codec.open(entries) : entries; }

  /** One after the other, in the order asked for. */
  #enqueue(work) {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  #tellLoss() {
    const gone = [...this.#unsaved.keys()];
    ++this.#losses;
    this.#held = this.#born;
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
    const ofBlobs = change.removeEverything || change.blobs.length + change.blobRemovals.length > 0;
    const transaction = database.transaction([storeName, 'meta', ...ofBlobs ? [blobName] : []], 'readwrite', { durability: 'strict' });
    const number = this.#changes + 1;
    let failure;
    const fail = (error) => {
      failure ??= error;
      try { transaction.abort(); } catch { /* it has aborted already */ }
    };
    const outcome = completed(transaction).then(() => {
      this.#changes = number;
      const whole = change.removeEverything || change.removals.length + change.blobRemovals.length > 0;
      const hashes = this.#codec ? [] : change.blobs.map(([hash]) => hash);
      this.announce({ born: this.#born, number, keys: whole ? undefined : change.puts.map(([key]) => key), hashes });
    }, (error) => { throw failure ?? error; });
    try {
      // All at once: whoever may not write has all of it taken back.
      const changes = this.#held === null ? null : this.#changes;
      guardTurn(transaction, { fence: this.#fence, changes, number }, () => { failure = new NotWriter(); });
      const store = transaction.objectStore(storeName);
      if (change.removeEverything) store.clear();
      for (const key of change.removals) store.delete(key);
      for (const [key, bytes] of change.puts) store.put(bytes, key);
      if (ofBlobs) changeBlobs(transaction.objectStore(blobName), change, fail);
    } catch (error) {
      // Or what was asked for before it would be kept, half of an action.
      outcome.catch(() => {});
      fail(error);
      throw error;
    }
    return outcome;
  }
}
