// Photos as a camera writes them, and what the page has kept of them.

/** A TIFF body with an orientation and a place: what must not be kept. */
function exifSegment(orientation) {
  const secret = 'GPS-SECRET 43.8171N 125.3235E\0';
  const body = Buffer.alloc(8 + 2 + 24 + 4 + 2 + 12 + 4 + secret.length);
  body.write('II*\0', 0, 'latin1');
  body.writeUInt32LE(8, 4);
  body.writeUInt16LE(2, 8);
  const entry = (at, tag, type, count, value) => {
    body.writeUInt16LE(tag, at);
    body.writeUInt16LE(type, at + 2);
    body.writeUInt32LE(count, at + 4);
    body.writeUInt32LE(value, at + 8);
  };
  entry(10, 0x112, 3, 1, orientation);
  entry(22, 0x8825, 4, 1, 38); // where the place stands
  body.writeUInt16LE(1, 38);
  entry(40, 0x1d, 2, secret.length, 56);
  body.write(secret, 56, 'latin1');
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(2 + 6 + body.length, 2);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), body]);
}

/** A JPEG of noise, of that size, with what a camera writes into it; `seed` makes it another one. */
export async function cameraJpeg(page, width, height, seed, orientation = 1) {
  const bytes = Buffer.from(await page.evaluate(async ([wide, high, start]) => {
    const canvas = new OffscreenCanvas(wide, high);
    const pen = canvas.getContext('2d');
    let state = start;
    for (let i = 0; i < 400; ++i) {
      state = (state * 1103515245 + 12345) % 2147483648;
      pen.fillStyle = `hsl(${state % 360} 60% 50%)`;
      pen.fillRect(state % wide, (state >> 8) % high, wide / 8, high / 8);
    }
    const encoded = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    let text = '';
    for (const byte of new Uint8Array(await encoded.arrayBuffer())) text += String.fromCharCode(byte);
    return btoa(text);
  }, [width, height, seed]), 'base64');
  return Buffer.concat([bytes.subarray(0, 2), exifSegment(orientation), bytes.subarray(2)]);
}

/** Everything that the store keeps of attachments: hash, type, bytes as Latin-1, digest and size in px. */
export const storedBlobs = (page) => page.evaluate(async () => {
  const answered = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await answered(indexedDB.open('hengping'));
  const store = database.transaction('blobs').objectStore('blobs');
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  database.close();
  return Promise.all(keys.map(async (hash, i) => {
    const blob = values[i];
    const { type } = blob;
    const whole = new Uint8Array(await blob.arrayBuffer());
    const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', whole))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const bitmap = type.startsWith('image/') ? await createImageBitmap(blob) : { width: 0, height: 0 };
    let text = '';
    for (const byte of whole) text += String.fromCharCode(byte);
    return { hash, type, digest, text, width: bitmap.width, height: bitmap.height };
  }));
});
