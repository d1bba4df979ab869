// This device's Ed25519 key. The private half cannot be read out, not even by this page; it lies in a database of its own, so that deleting all
// records is one transaction on theirs.
const storeName = 'keys';
const ownKey = 'own';

function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
  });
}

export class DeviceKey {
  #name;
  #pair = null;

  /** `store`: name of the database that the records lie in. */
  constructor(store) { this.#name = `${store}-key`; }

  /** Public key in hex, made the first time; '' where this browser has no Ed25519 or keeps nothing. */
  async publicKey() {
    try {
      this.#pair ??= await this.#stored() ?? await this.#make();
      return hex(new Uint8Array(await crypto.subtle.exportKey('raw', this.#pair.publicKey)));
    } catch (error) {
      console.warn(error);
      return '';
    }
  }

  /** Forgets the key for ever; the next one is another. */
  async renew() {
    try {
      this.#pair = await this.#make();
    } catch (error) {
      console.warn(error);
      this.#pair = null;
    }
    return this.publicKey();
  }

  /** Signature of the bytes, in hex. */
  async sign(message) {
    this.#pair ??= await this.#stored();
    return hex(new Uint8Array(await crypto.subtle.sign('Ed25519', this.#pair.privateKey, message)));
  }

  async #open() {
    const request = indexedDB.open(this.#name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    return answered(request);
  }

  async #stored() {
    const database = await this.#open();
    try {
      return await answered(database.transaction(storeName).objectStore(storeName).get(ownKey)) ?? null;
    } finally {
      database.close();
    }
  }

  // Not used before it is durable: records signed by a key that is lost could never be gone on with.
  async #make() {
    const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    const database = await this.#open();
    try {
      const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
      transaction.objectStore(storeName).put(pair, ownKey);
      await completed(transaction);
    } finally {
      database.close();
    }
    return pair;
  }
}
