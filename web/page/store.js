// The store: one IndexedDB object store of key → bytes. Every write is one transaction, answered only when it is durable.
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

function reasonOf(error) {
  return error ? `${error.name}: ${error.message}` : 'AbortError';
}

export class BrowserStore {
  #name;
  #database = null;
  #queue = Promise.resolve();
  #unsaved = new Map();

  constructor(name) { this.#name = name; }

  /** Writes that were asked for and are not durable yet, oldest first: what a recovery must not lose. */
  get unsaved() { return [...this.#unsaved.values()]; }

  /** Everything as [key, Uint8Array], in key order. */
  readAll() { return this.#attempt((database) => this.#readAll(database)); }

  load(answers) {
    this.#enqueue(async () => {
      let entries;
      try {
        entries = await this.readAll();
      } catch (error) {
        answers.loadFailed(reasonOf(error));
        return;
      }
      answers.loaded(entries);
    });
  }

  write(ticket, encoded, answers) {
    const change = decodeChange(encoded);
    this.#unsaved.set(ticket, change);
    this.#enqueue(async () => {
      try {
        await this.#attempt((database) => this.#commit(database, change));
      } catch (error) {
        answers.failed(ticket, reasonOf(error));
        return;
      }
      this.#unsaved.delete(ticket);
      answers.committed(ticket);
    });
  }

  /** One after the other, in the order asked for. */
  #enqueue(work) { this.#queue = this.#queue.then(work); }

  /**
   * Browsers drop connections (storage pressure, a cleared site, a sleeping device). A transaction on a dead one keeps
   * nothing, so it is safe to open anew and do it again, once.
   */
  async #attempt(work) {
    const connected = this.#database !== null;
    try {
      return await work(await this.#connect());
    } catch (error) {
      const dropped = error.name === 'InvalidStateError' || error.name === 'AbortError' || error.name === 'UnknownError' ||
        error.name === 'NotFoundError';
      if (!connected || !dropped) throw error;
      this.#disconnect();
      return work(await this.#connect());
    }
  }

  #connect() {
    if (this.#database) return this.#database;
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(this.#name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(storeName);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        const forget = () => { if (this.#database === database) this.#database = null; };
        database.onclose = forget;
        // Another tab wants to delete or upgrade: holding on would block it for ever.
        database.onversionchange = () => { database.close(); forget(); };
        this.#database = database;
        resolve(database);
      };
    });
  }

  #disconnect() {
    this.#database?.close();
    this.#database = null;
  }

  #readAll(database) {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, 'readonly');
      const store = transaction.objectStore(storeName);
      const keys = store.getAllKeys();
      const values = store.getAll();
      transaction.oncomplete = () => resolve(keys.result.map((key, i) => [key, new Uint8Array(values.result[i])]));
      transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
    });
  }

  #commit(database, change) {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
      const store = transaction.objectStore(storeName);
      if (change.removeEverything) store.clear();
      for (const key of change.removals) store.delete(key);
      for (const [key, bytes] of change.puts) store.put(bytes, key);
    });
  }
}
