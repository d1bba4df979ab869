// Attachments in bundles (core/ledger/FORMAT.md): their bytes never enter the program. What goes out it has written with a line for each, whose `data`
// the page fills in; of what comes in it is given the records, and the page checks each line and hands the bytes to the store.
import { plainFile, saveFile } from './files.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Stands nowhere else in a bundle: inside records there are no line feeds. */
const opening = encoder.encode('\n],"attachments":[\n');
const ending = encoder.encode(']}\n');
const line = /^\{"data":"([A-Za-z0-9+/=]*)","sha256":"([0-9a-f]{64})","type":"([a-z/]+)"\},?$/;
const versions = /^\{"format":"hengping\.(bundle|ledger)","version":3,/;
/** Bytes that are read or turned into base64 at a time; of base64 a whole number of groups. */
const piece = 3 << 18;

const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Where `wanted` begins in `bytes`, looked for from `from` on; -1 if nowhere. */
function find(bytes, wanted, from) {
  for (let at = bytes.indexOf(wanted[0], from); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

async function base64(blob) {
  const parts = [];
  for (let at = 0; at < blob.size; at += piece) {
    const bytes = new Uint8Array(await blob.slice(at, at + piece).arrayBuffer());
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    parts.push(btoa(text));
  }
  return new Blob(parts);
}

/** What the program has written, with the bytes of the attachments that it names; `missed(error)` hears of those that cannot be had. */
export async function withAttachments(store, bytes, missed) {
  const at = find(bytes.subarray(0, 64), encoder.encode(',"version":3,'), 0) < 0 ? -1 : find(bytes, opening, 0);
  if (at < 0) return bytes;
  const begin = at + opening.length;
  const parts = [bytes.subarray(0, begin)];
  for (const written of decoder.decode(bytes.subarray(begin)).split('\n')) {
    const [, , hash, type] = line.exec(written) ?? [];
    if (!hash) continue;
    try {
      const blob = await store.blob(hash);
      if (!blob) throw new DOMException(hash, 'AttachmentError');
      parts.push(`${parts.length > 1 ? ',\n' : ''}{"data":"`, await base64(blob), `","sha256":"${hash}","type":"${type}"}`);
    } catch (error) {
      missed(error);
    }
  }
  return new Blob([...parts, '\n', ending]);
}

/** The same, offered as a download: the records go out in any case. */
export async function saveBundle(store, name, mime, bytes) {
  saveFile(name, mime, await withAttachments(store, bytes, (error) => console.warn(error)));
}

/** The lines of a file from `at` on, without the line feeds. */
async function* linesOf(file, at) {
  const reader = file.slice(at).stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const whole = value.split('\n');
    whole[0] = rest + whole[0];
    rest = whole.pop();
    yield* whole;
  }
}

/**
 * The file as the program takes it, and its attachments: `bytes`, and `bring(take)`, which checks each line and gives hash, bytes and type of those that
 * are sound to `take`; it says how many were not. Nothing of them is read before.
 */
export async function openBundle(file) {
  const head = await file.slice(0, 64).text();
  const all = async () => ({ bytes: new Uint8Array(await file.arrayBuffer()), bring: async () => 0 });
  if (!versions.test(head)) return all();
  // In pieces, for what follows the records may be as much again many times over.
  const pieces = [];
  for (let at = 0; at < file.size; at += piece) {
    pieces.push(await file.slice(at, at + piece).arrayBuffer());
    const last = new Uint8Array(await new Blob(pieces.slice(-2)).arrayBuffer());
    const found = find(last, opening, 0);
    if (found < 0) continue;
    const end = at + pieces.at(-1).byteLength - last.length + found + opening.length;
    const bytes = new Uint8Array(await new Blob([file.slice(0, end), ending]).arrayBuffer());
    return { bytes, bring: (take) => bring(file, end, take) };
  }
  return all();
}

async function bring(file, at, take) {
  let refused = 0;
  for await (const written of linesOf(file, at)) {
    if (written === ']}') return refused;
    const [, data, hash, type] = line.exec(written) ?? [];
    try {
      const bytes = Uint8Array.from(atob(data ?? '*'), (character) => character.charCodeAt(0));
      if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== hash) throw new RangeError(hash);
      take(hash, bytes, type);
    } catch {
      ++refused;
    }
  }
  return refused + 1; // it breaks off
}

/** Attachments that came with files, until records want them. */
export class Incoming {
  #store;
  #keep;
  #arrived = [];
  #reading = 0;

  /** `keep(hashes)`: the program stores those that its records name. */
  constructor(store, keep) {
    this.#store = store;
    this.#keep = keep;
  }

  /** The file for the program, null if it stays locked; what it carries is read meanwhile, and takes the place of what came before and is not wanted. */
  async read(file) {
    const turn = ++this.#reading;
    const plain = await plainFile(file);
    if (!plain) return null;
    const { bytes, bring } = await openBundle(plain);
    for (const hash of this.#arrived) this.#store.unstage(hash);
    this.#arrived = [];
    const take = (hash, content, type) => {
      if (turn !== this.#reading || this.#store.has(hash)) return;
      this.#store.stage(hash, content, type);
      this.#arrived.push(hash);
    };
    bring(take).then((refused) => {
      if (refused > 0) console.warn(`${file.name}: ${refused}`);
      this.settle();
    }, (error) => console.warn(error));
    return bytes;
  }

  /** To be called when records may have come. */
  settle() {
    this.#arrived = this.#arrived.filter((hash) => this.#store.has(hash));
    if (this.#arrived.length > 0) this.#keep(this.#arrived);
  }
}
