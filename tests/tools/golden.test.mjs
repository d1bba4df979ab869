// What packs the golden pictures: it reads what browsers write, and changes no colour that is frequent.
import assert from 'node:assert/strict';
import test from 'node:test';
import { deflateSync } from 'node:zlib';
import { decode, encode, palette } from '../browser/golden.mjs';

/** A PNG of 8 bits a channel whose rows use each of the five filters in turn. */
function png(width, height, channels, at) {
  const step = channels;
  const rows = [];
  let above = new Array(width * step).fill(0);
  for (let y = 0; y < height; ++y) {
    const row = Array.from({ length: width }, (_, x) => at(x, y).slice(0, channels)).flat();
    const kind = y % 5;
    rows.push(kind, ...row.map((value, i) => {
      const left = i >= step ? row[i - step] : 0;
      const corner = i >= step ? above[i - step] : 0;
      const up = above[i];
      const guess = left + up - corner;
      const nearest = [left, up, corner].sort((a, b) => Math.abs(guess - a) - Math.abs(guess - b))[0];
      return value - [0, left, up, (left + up) >> 1, nearest][kind] & 255;
    }));
    above = row;
  }
  const chunk = (type, data) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 3 ? 2 : 6], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from(rows))), chunk('IEND', Buffer.alloc(0))]);
}

for (const channels of [3, 4]) {
  test(`a picture of ${channels} channels is read whatever its rows' filters`, () => {
    const at = (x, y) => [x * 31 & 255, y * 53 & 255, (x + y) * 17 & 255, 255];
    const { width, height, pixels } = decode(png(9, 11, channels, at));
    assert.deepEqual([width, height], [9, 11]);
    for (let y = 0; y < height; ++y) {
      for (let x = 0; x < width; ++x) {
        const [r, g, b] = at(x, y);
        assert.equal(pixels[y * width + x], r << 16 | g << 8 | b);
      }
    }
  });
}

test('the most frequent colours stay, the others become the nearest of them', () => {
  const pixels = [];
  for (let color = 0; color < 256; ++color) pixels.push(color << 8, color << 8);
  pixels.push(0x00_80_03);
  const { kept, index } = palette(pixels);
  assert.equal(kept.length, 256);
  assert.equal(kept[index.get(0x00_40_00)], 0x00_40_00);
  assert.equal(kept[index.get(0x00_80_03)], 0x00_80_00);
});

test('what is packed is a picture with a palette that others can read', () => {
  const packed = encode({ width: 2, height: 1, pixels: Uint32Array.from([0xff0000, 0x0000ff]) });
  assert.equal(packed.subarray(1, 4).toString('latin1'), 'PNG');
  assert.equal(packed[25], 3); // colours by index
  assert.equal(decode(packed), null); // and so it is never packed twice
});
