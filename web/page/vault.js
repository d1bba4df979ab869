// Locked at rest: what is stored is sealed by keys that only a passphrase opens. Nothing here touches the page or its databases; web/LOCKED.md
// says every byte, so that others can open it.
import { blobEntry, blobKey } from './blobs.js';

const text = new TextEncoder();
const strict = new TextDecoder('utf-8', { fatal: true });

const kdf = 'PBKDF2-HMAC-SHA-256';
/** Rounds: what a lock has at least, what a foreign file may ask for at most, and how long one's own should take in milliseconds. */
const fewest = 600_000;
const most = 20_000_000;
const duration = 500;
const segment = 1 << 20;
/** Entries that are opened at a time. */
const batch = 500;
const fileStart = '{"format":"hengping.locked"';

const random = (size) => crypto.getRandomValues(new Uint8Array(size));
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const gcm = (nonce, about) => ({ name: 'AES-GCM', iv: nonce, additionalData: text.encode(about) });

/** The key that a passphrase stands for: the same however its characters were composed. */
async function keyOf(passphrase, salt, rounds) {
  const typed = await crypto.subtle.importKey('raw', text.encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, typed, { name: 'AES-GCM', length: 256 }, false,
    ['encrypt', 'decrypt']);
}

/** As many rounds as take this device the time that a person does not mind. */
async function roundsHere() {
  const start = performance.now();
  await keyOf('', random(16), fewest);
  const rounds = Math.round(fewest * duration / (performance.now() - start) / 10_000) * 10_000;
  return Math.min(Math.max(rounds, fewest), most / 4);
}

async function wrap(root, id, passphrase) {
  const iterations = await roundsHere();
  const [salt, nonce] = [random(16), random(12)];
  const wrapped = await crypto.subtle.encrypt(gcm(nonce, id), await keyOf(passphrase, salt, iterations), root);
  return { version: 1, id, kdf, iterations, salt: hex(salt), nonce: hex(nonce), root: hex(new Uint8Array(wrapped)) };
}

/** The root key; null if the passphrase is another. */
async function unwrap(lock, passphrase) {
  if (lock.version !== 1 || lock.kdf !== kdf || !(lock.iterations >= 1 && lock.iterations <= most)) throw new DOMException('', 'NotSupportedError');
  const key = await keyOf(passphrase, fromHex(lock.salt), lock.iterations);
  return crypto.subtle.decrypt(gcm(fromHex(lock.nonce), lock.id), key, fromHex(lock.root)).catch(() => null);
}

const derive = (base, info, algorithm, uses, salt = new Uint8Array(0)) =>
  crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info: text.encode(info) }, base, { ...algorithm, length: 256 }, false, uses);
const fileKey = (base, salt) => derive(base, 'hengping-file-1', { name: 'AES-GCM' }, ['encrypt', 'decrypt'], salt);
const baseOf = (root) => crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveKey']);

/** No key seals two files, so a segment's number is enough; the last one is marked, or a file could be cut short. */
function segmentNonce(number, last) {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, number);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function base64(bytes) {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

export const isLocked = (bytes) => bytes.length > fileStart.length && fileStart === String.fromCharCode(...bytes.subarray(0, fileStart.length));

/** The first line of a locked file. */
function headOf(bytes) {
  const head = strict.decode(bytes.subarray(0, Math.max(bytes.indexOf(10), 0)));
  return { head, lock: JSON.parse(head) };
}

/** Throws if the file is not whole. */
async function openSegments(bytes, head, key) {
  const parts = [];
  let end = bytes.indexOf(10);
  for (let number = 0, at = end + 1; at < bytes.length; ++number, at = end + 1) {
    end = bytes.indexOf(10, at);
    if (end < 0) break; // cut off: the last one has not been seen
    const sealed = Uint8Array.from(atob(strict.decode(bytes.subarray(at, end))), (character) => character.charCodeAt(0));
    parts.push(await crypto.subtle.decrypt(gcm(segmentNonce(number, end + 1 === bytes.length), head), key, sealed));
  }
  if (parts.length === 0 || end + 1 !== bytes.length) throw new DOMException('', 'DataError');
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The plain bytes of a locked file; null if the passphrase is another. Throws if the file is not whole. */
export async function unlockFile(bytes, passphrase) {
  const { head, lock } = headOf(bytes);
  const root = await unwrap(lock, passphrase);
  return root && openSegments(bytes, head, await fileKey(await baseOf(root), fromHex(lock.file)));
}

/** What opens and seals as long as the page is unlocked. The keys cannot be read out of it. */
export class Vault {
  #data;
  #names;
  #base;

  /** `lock` is what is stored of it; another one after the passphrase was changed. */
  constructor(lock, base, data, names) {
    this.lock = lock;
    this.#base = base;
    this.#data = data;
    this.#names = names;
  }

  get id() { return this.lock.id; }

  static async #of(lock, root) {
    const base = await baseOf(root);
    return new Vault(lock, base, await derive(base, 'hengping-data-1', { name: 'AES-GCM' }, ['encrypt', 'decrypt']),
      await derive(base, 'hengping-names-1', { name: 'HMAC', hash: 'SHA-256' }, ['sign']));
  }

  static async make(passphrase) {
    const root = random(32);
    return Vault.#of(await wrap(root, hex(random(16)), passphrase), root);
  }

  /** Null if the passphrase is another. */
  static async unlock(lock, passphrase) {
    const root = await unwrap(lock, passphrase);
    return root && Vault.#of(lock, root);
  }

  /** The same keys under another passphrase: what is to be stored in the lock's place; null if the present one is another. */
  static async rewrap(lock, passphrase, next) {
    const root = await unwrap(lock, passphrase);
    return root && { ...lock, ...await wrap(root, lock.id, next) };
  }

  async #name(key) { return hex(new Uint8Array(await crypto.subtle.sign('HMAC', this.#names, text.encode(key)))); }

  /** An entry as it is stored: its name tells nothing, its value begins with its key. */
  async sealEntry([key, bytes]) {
    const name = await this.#name(key);
    const head = text.encode(`${key}\0`);
    const plain = new Uint8Array(head.length + bytes.length);
    plain.set(head);
    plain.set(bytes, head.length);
    const nonce = random(12);
    const sealed = await crypto.subtle.encrypt(gcm(nonce, name), this.#data, plain);
    const value = new Uint8Array(12 + sealed.byteLength);
    value.set(nonce);
    value.set(new Uint8Array(sealed), 12);
    return [name, value];
  }

  /** What cannot be opened stands under a key that nobody knows, so that it is named as damage and left alone. */
  async openEntry([name, value]) {
    try {
      const plain = new Uint8Array(await crypto.subtle.decrypt(gcm(value.subarray(0, 12), name), this.#data, value.subarray(12)));
      const end = plain.indexOf(0);
      return [strict.decode(plain.subarray(0, end)), plain.subarray(end + 1)];
    } catch {
      return [`locked/${name}`, value];
    }
  }

  /** The name that an attachment lies under. */
  blobName(hash) { return this.#name(blobKey(hash)); }

  /** An attachment as it is stored: before its bytes stand its type and a zero byte. */
  async sealBlob(hash, blob) {
    return this.sealEntry([blobKey(hash), new Uint8Array(await new Blob([`${blob.type}\0`, blob]).arrayBuffer())]);
  }

  /** Hash and Blob of the attachment of that name; undefined if it cannot be opened. */
  async openBlob(name, value) {
    const [key, bytes] = await this.openEntry([name, value]);
    if (key.startsWith('locked/')) return undefined;
    const end = bytes.indexOf(0);
    return [key.replace(blobKey(''), ''), new Blob([bytes.subarray(end + 1)], { type: strict.decode(bytes.subarray(0, end)) })];
  }

  /** A change as decodeChange gives it, its attachments as [hash, Blob], no Blob for one that is stored already. Each is an entry too. */
  async seal(change) {
    const names = (keys) => Promise.all(keys.map((key) => this.#name(key)));
    return {
      ...change,
      removals: await names([...change.removals, ...change.blobRemovals.map(blobKey)]),
      puts: await Promise.all([...change.puts, ...change.blobs.map(([hash]) => blobEntry(hash))].map((entry) => this.sealEntry(entry))),
      blobs: await Promise.all(change.blobs.map(async ([hash, blob]) => (blob ? this.sealBlob(hash, blob) : [await this.blobName(hash)]))),
      blobRemovals: await names(change.blobRemovals.map(blobKey)),
    };
  }

  /** Entries as they lie there, in the order of their own keys. */
  async open(entries) {
    const opened = [];
    for (let at = 0; at < entries.length; at += batch) {
      opened.push(...await Promise.all(entries.slice(at, at + batch).map((entry) => this.openEntry(entry))));
    }
    return opened.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** The plain bytes of a file that these keys have locked. Throws if it is not whole. */
  async openFile(bytes) {
    const { head, lock } = headOf(bytes);
    return openSegments(bytes, head, await fileKey(this.#base, fromHex(lock.file)));
  }

  /** A file that the passphrase opens anywhere, as a Blob. */
  async lockFile(bytes) {
    const { minutes, ...lock } = this.lock;
    const salt = random(32);
    const head = JSON.stringify({ format: 'hengping.locked', ...lock, file: hex(salt), segment });
    const key = await fileKey(this.#base, salt);
    const lines = [`${head}\n`];
    let number = 0;
    for (let at = 0, last = false; !last; at += segment) {
      last = at + segment >= bytes.length;
      const sealed = await crypto.subtle.encrypt(gcm(segmentNonce(number++, last), head), key, bytes.subarray(at, at + segment));
      lines.push(`${base64(new Uint8Array(sealed))}\n`);
    }
    return new Blob(lines, { type: 'application/octet-stream' });
  }
}
