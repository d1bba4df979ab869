// Makes the golden pictures of the gallery anew: node tests/browser/golden.mjs. They are then repacked to a palette of at most 256 colours, which
// takes a third of the room; what that changes lies far within the tolerance of gallery.spec.mjs.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const folder = path.join(root, 'tests/browser/golden');
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const most = 256;

function* chunks(png) {
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

/** Takes back one row's filter (PNG, section 9), given the finished row above. */
function unfilter(kind, row, above, step) {
  for (let i = 0; i < row.length; ++i) {
    const left = i >= step ? row[i - step] : 0;
    const corner = i >= step ? above[i - step] : 0;
    const up = above[i];
    if (kind === 1) row[i] += left;
    else if (kind === 2) row[i] += up;
    else if (kind === 3) row[i] += (left + up) >> 1;
    else if (kind === 4) {
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      row[i] += a <= b && a <= c ? left : b <= c ? up : corner;
    }
  }
}

/** The pixels of a PNG of 8 bits a channel without interlacing, as 0xRRGGBB: what browsers write. Nothing for any other. */
export function decode(png) {
  const all = [...chunks(png)];
  const head = all.find(({ type }) => type === 'IHDR').data;
  const [width, height, depth, color, , , interlace] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9], head[10], head[11], head[12]];
  const step = { 2: 3, 6: 4 }[color];
  if (depth !== 8 || interlace !== 0 || !step) return null;
  const raw = inflateSync(Buffer.concat(all.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(width * step);
  for (let y = 0, at = 0; y < height; ++y) {
    const kind = raw[at];
    const row = new Uint8Array(raw.subarray(at + 1, at + 1 + width * step));
    at += 1 + width * step;
    unfilter(kind, row, above, step);
    for (let x = 0; x < width; ++x) pixels[y * width + x] = row[x * step] << 16 | row[x * step + 1] << 8 | row[x * step + 2];
    above = row;
  }
  return { width, height, pixels };
}

/** The most frequent colours stay as they are, each of the others becomes the nearest of them. */
export function palette(pixels) {
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const kept = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([color]) => color);
  const index = new Map(kept.map((color, i) => [color, i]));
  const distance = (a, b) => [16, 8, 0].reduce((sum, shift) => sum + ((a >> shift & 255) - (b >> shift & 255)) ** 2, 0);
  for (const color of counts.keys()) {
    if (index.has(color)) continue;
    let nearest = 0;
    for (let i = 1; i < kept.length; ++i) if (distance(color, kept[i]) < distance(color, kept[nearest])) nearest = i;
    index.set(color, nearest);
  }
  return { kept, index };
}

/** PNG's check sum; zlib has it from node 22 on. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) crc = crc & 1 ? crc >>> 1 ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

export function encode({ width, height, pixels }) {
  const { kept, index } = palette(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) rows[y * (width + 1) + 1 + x] = index.get(pixels[y * width + x]);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.from(kept.flatMap((color) => [color >> 16 & 255, color >> 8 & 255, color & 255]));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', colors), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0))]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  rmSync(folder, { recursive: true, force: true }); // a picture that nothing asks for any more must not stay
  const run = spawnSync(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--config',
    path.join(root, 'tests/browser/playwright.config.mjs'), '--update-snapshots=all', 'gallery.spec.mjs'],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(root, 'build/test-results/golden.json') } });
  let [before, after, count] = [0, 0, 0];
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith('.png')) continue;
    const file = path.join(folder, name);
    const png = readFileSync(file);
    const picture = decode(png);
    const packed = picture ? encode(picture) : png;
    if (packed.length < png.length) writeFileSync(file, packed);
    before += png.length;
    after += Math.min(packed.length, png.length);
    count += 1;
  }
  console.log(`golden: ${count} pictures, ${before.toLocaleString('en')} bytes packed to ${after.toLocaleString('en')}; look at them before committing`);
  process.exit(run.status ?? 1);
}
