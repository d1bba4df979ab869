// Pictures on their way in and out. What was chosen is made small, its metadata left behind, hashed and handed to the store, one after the
// other, for a picture of twelve megapixels takes 48 MB while it is open. The program hears of hashes only.
import { hasFlag } from './elements.js';
import { exifOf, withExif } from './exif.js';
import { saveFile } from './files.js';

const thumbnailSide = 256;
/** Thumbnails kept for showing, about 10 kB each. */
const mostThumbnails = 1000;
const pdf = 'application/pdf';

const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
const isPdf = async (file) => await file.slice(0, 5).text() === '%PDF-';

/** The picture as large as asked for at most, on white. */
function drawn(picture, longest) {
  const { width, height } = picture;
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const encoded = (canvas, quality) => canvas.convertToBlob({ type: 'image/jpeg', quality });

const thumbnailOf = (picture) => encoded(drawn(picture, thumbnailSide), 0.8);

/** A file made ready: its blob, type and size in px, and a thumbnail where it can be looked at. */
async function prepared(file, { longest, quality, keepsMetadata }) {
  if (await isPdf(file)) return { blob: file, type: pdf, width: 0, height: 0 };
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const canvas = drawn(bitmap, longest);
  bitmap.close();
  let blob = await encoded(canvas, quality);
  const exif = keepsMetadata && await exifOf(file);
  if (exif) blob = await withExif(blob, exif);
  return { blob, type: 'image/jpeg', width: canvas.width, height: canvas.height, thumbnail: await thumbnailOf(canvas) };
}

export class Photos {
  #store;
  #send;
  #isThere;
  #queue = Promise.resolve();
  #thumbnails = new Map();
  /** By node, how often it was told to stop. */
  #stops = new Map();
  #waiting = [];

  /** `store`: stage(hash, bytes, type) and blob(hash). `send(event)` tells the program; `isThere(id)`: whether that node shows now. */
  constructor(store, { send, isThere }) {
    this.#store = store;
    this.#send = send;
    this.#isThere = isThere;
  }

  /** Makes the files ready that were chosen at a node. */
  take(node, files) {
    const { id } = node;
    const rules = { longest: node.maximumLength, quality: node.number, keepsMetadata: hasFlag(node, 'keepsMetadata') };
    const told = (x, name, bytes) => this.#tell({ type: 'photo', node: id, text: name, bytes, x, y: files.length });
    const stops = () => this.#stops.get(id) ?? 0;
    const begun = stops();
    if (files.length === 0) return;
    told(0, files[0].name);
    this.#queue = this.#queue.then(async () => {
      for (const [index, file] of files.entries()) {
        const made = stops() === begun && await this.#ready(file, rules, node.rowCount);
        if (stops() !== begun) return;
        told(index + 1, file.name, made);
      }
    });
  }

  async #ready(file, rules, mostBytes) {
    let made;
    try {
      made = await prepared(file, rules);
    } catch (error) {
      console.warn(error);
      return 'unreadable';
    }
    if (made.blob.size > mostBytes) return 'large';
    const bytes = await made.blob.arrayBuffer();
    const hash = hex(await crypto.subtle.digest('SHA-256', bytes));
    this.#store.stage(hash, new Uint8Array(bytes), made.type);
    if (made.thumbnail) this.#keep(hash, made.thumbnail);
    return `${hash} ${made.type} ${bytes.byteLength} ${made.width} ${made.height}`;
  }

  /** What that node has not been told of yet is left alone. */
  stop(id) {
    this.#stops.set(id, (this.#stops.get(id) ?? 0) + 1);
    this.#waiting = this.#waiting.filter(({ node }) => node !== id);
  }

  /** Who has gone to another screen meanwhile hears of it on coming back. */
  #tell(event) {
    if (this.#isThere(event.node) && !this.#waiting.some(({ node }) => node === event.node)) this.#send(event);
    else this.#waiting.push(event);
  }

  settle() {
    if (this.#waiting.length === 0) return;
    const now = this.#waiting.filter(({ node }) => this.#isThere(node));
    this.#waiting = this.#waiting.filter(({ node }) => !this.#isThere(node));
    for (const event of now) this.#send(event);
  }

  #keep(hash, thumbnail) {
    this.#thumbnails.set(hash, thumbnail);
    if (this.#thumbnails.size > mostThumbnails) this.#thumbnails.delete(this.#thumbnails.keys().next().value);
  }

  /** Fills an `img` with the picture that its node names. */
  show(element, node) {
    const wanted = `${node.value} ${node.level ?? 0}`;
    if (element.dataset.photo === wanted) return;
    element.dataset.photo = wanted;
    const whole = node.level === 1;
    const isWanted = () => element.isConnected && element.dataset.photo === wanted;
    const known = !whole && this.#thumbnails.get(node.value);
    if (known) {
      this.#fill(element, known);
      return;
    }
    const show = async () => {
      if (!isWanted()) return;
      const blob = await this.#store.blob(node.value);
      if (blob && isWanted()) this.#fill(element, whole ? blob : await this.#thumbnail(node.value, blob));
    };
    const failed = (error) => console.warn(error);
    if (whole) show().catch(failed);
    else this.#queue = this.#queue.then(() => show().catch(failed));
  }

  async #thumbnail(hash, blob) {
    const bitmap = await createImageBitmap(blob);
    const thumbnail = await thumbnailOf(bitmap);
    bitmap.close();
    this.#keep(hash, thumbnail);
    return thumbnail;
  }

  #fill(element, blob) {
    const address = URL.createObjectURL(blob);
    element.onload = element.onerror = () => URL.revokeObjectURL(address);
    element.src = address;
  }

  /** Offers the bytes as a download. */
  async save(hash, name) {
    const blob = await this.#store.blob(hash);
    if (blob) saveFile(name, blob.type, blob);
  }
}
