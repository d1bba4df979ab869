// This device's Ed25519 key. The private half cannot be read out, not even by this page; it lies in a database of its own, so that deleting all
// records is one transaction on theirs.
import { answered, completed, openDatabase } from './database.js';

const storeName = 'keys';
const ownKey = 'own';

function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class DeviceKey {
  #name;
  #patience;
  #pair = null;
  #turn = Promise.resolve();

  /** `store`: name of the database that the records lie in; `patience` as of BrowserStore. */
  constructor(store, patience) {
    this.#name = `${store}-key`;
    this.#patience = patience;
  }

  /** Public key in hex, made the first time; '' where this browser can keep none. Fails where that cannot be told for now: then there may be one. */
  publicKey() {
    return this.#inTurn(async () => {
      this.#pair ??= await this.#stored() ?? await this.#make();
      return this.#shown();
    });
  }

  /** Forgets the key for ever; the next one is another. If that fails, the old one is still there. */
  renew() {
    return this.#inTurn(async () => {
      this.#pair = await this.#make();
      return this.#shown();
    });
  }

  /** Another tab may have made another since: it is read again before it is used. */
  forget() { this.#inTurn(async () => { this.#pair = null; }); }

  /** Puts the key back where the browser has deleted it; in one transaction, or it might take the place of a newer one. */
  async keep() {
    const pair = this.#pair;
    if (!pair) return;
    try {
      await this.#write((keys) => {
        keys.get(ownKey).onsuccess = ({ target }) => { if (target.result === undefined) keys.put(pair, ownKey); };
      });
    } catch (error) {
      console.warn(error);
    }
  }

  /** Signature of the bytes, in hex. */
  async sign(message) {
    this.#pair ??= await this.#stored();
    return hex(new Uint8Array(await crypto.subtle.sign('Ed25519', this.#pair.privateKey, message)));
  }

  /** Two that both found no key would make two, and the page would go on with the one that is not kept. */
  #inTurn(work) {
    const answer = this.#turn.then(work);
    this.#turn = answer.catch(() => {});
    return answer;
  }

  async #shown() { return this.#pair ? hex(new Uint8Array(await crypto.subtle.exportKey('raw', this.#pair.publicKey))) : ''; }

  async #open() {
    return openDatabase(this.#name, 1, (database) => database.createObjectStore(storeName), this.#patience);
  }

  async #stored() {
    const database = await this.#open();
    try {
      return await answered(database.transaction(storeName).objectStore(storeName).get(ownKey)) ?? null;
    } finally {
      database.close();
    }
  }

  /** Null where there is no Ed25519, or no way to store a key. */
  async #make() {
    try {
      const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
      // Not used before it is durable: records signed by a key that is lost could never be gone on with.
      await this.#write((keys) => keys.put(pair, ownKey));
      return pair;
    } catch (error) {
      if (error.name !== 'NotSupportedError' && error.name !== 'DataCloneError') throw error;
      console.warn(error);
      return null;
    }
  }

  async #write(work) {
    const database = await this.#open();
    try {
      const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
      work(transaction.objectStore(storeName));
      await completed(transaction);
    } finally {
      database.close();
    }
  }
}
