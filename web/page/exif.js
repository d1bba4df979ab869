// What a camera wrote into its JPEG (Exif, in the segment APP1), for policies that ask for it.
const beginningBytes = 1 << 18;

/** The segment, saying that the picture stands upright, for what is encoded anew does; nothing if there is none. */
export async function exifOf(file) {
  const bytes = new Uint8Array(await file.slice(0, beginningBytes).arrayBuffer());
  const view = new DataView(bytes.buffer);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 10 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + view.getUint16(at + 2)) {
    const size = 2 + view.getUint16(at + 2);
    if (bytes[at + 1] !== 0xe1 || view.getUint32(at + 4) !== 0x45786966 || at + size > bytes.length) continue;
    return upright(bytes.slice(at, at + size));
  }
  return null;
}

function upright(segment) {
  const tiff = new DataView(segment.buffer, 10);
  const little = tiff.getUint16(0) === 0x4949;
  const entries = tiff.getUint32(4, little);
  if (entries + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(entries, little);
  for (let i = 0, at = entries + 2; i < count && at + 12 <= tiff.byteLength; ++i, at += 12) {
    if (tiff.getUint16(at, little) === 0x112) tiff.setUint16(at + 8, 1, little);
  }
  return segment;
}

/** The JPEG with that segment right after its beginning. */
export async function withExif(blob, segment) {
  return new Blob([blob.slice(0, 2), segment, blob.slice(2)], { type: blob.type });
}
