// Photos by themselves, in a real browser: what is handed to the store and told to the program, and what the store does with it.
import { expect, test } from '@playwright/test';
import { cameraJpeg } from './photos.mjs';

test.beforeEach(async ({ page }) => {
  await page.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title>' }));
  await page.goto('/harness');
  await page.evaluate(async () => {
    const { Photos } = await import('./photos.js');
    window.events = [];
    window.shows = true;
    window.staged = [];
    window.photos = new Photos({ stage: (hash, bytes, type) => staged.push({ hash, bytes, type }), blob: async () => undefined },
      { send: (event) => events.push(event), isThere: () => window.shows });
    window.node = { id: 7, maximumLength: 2048, number: 0.85, rowCount: 8_388_608, flags: 1 << 19 };
    window.until = async (holds) => { while (!await holds()) await new Promise((resolve) => { setTimeout(resolve, 20); }); };
    window.fileOf = (base64, name, type) => new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type });
    window.latin = (bytes) => { let text = ''; for (const byte of bytes) text += String.fromCharCode(byte); return text; };
  });
});

/** Takes JPEGs as a camera writes them; gives back what was told and staged. */
async function take(page, pictures, change = {}) {
  const given = await Promise.all(pictures.map(async ([width, height, orientation], i) =>
    (await cameraJpeg(page, width, height, i + 1, orientation)).toString('base64')));
  return page.evaluate(async ([all, more]) => {
    Object.assign(node, more);
    photos.take(node, all.map((one, i) => fileOf(one, `${i}.jpg`, 'image/jpeg')));
    await until(() => events.length === all.length + 1);
    return { events, staged: await Promise.all(staged.map(async ({ hash, bytes, type }) => {
      const bitmap = await createImageBitmap(new Blob([bytes], { type }));
      return { hash, type, size: bytes.length, text: latin(bytes), width: bitmap.width, height: bitmap.height };
    })) };
  }, [given, change]);
}

test('a picture is made small, upright and without what the camera wrote, and told by its hash', async ({ page }) => {
  const { events, staged } = await take(page, [[3000, 2250, 1], [1200, 1600, 6]]);
  expect(staged.map(({ width, height }) => `${width}x${height}`)).toEqual(['2048x1536', '1600x1200']); // turned as it was held
  for (const [i, picture] of staged.entries()) {
    for (const trace of ['Exif', 'GPS-SECRET']) expect(picture.text).not.toContain(trace);
    expect(picture.type).toBe('image/jpeg');
    expect(events[i + 1]).toMatchObject({ type: 'photo', node: 7, text: `${i}.jpg`, x: i + 1, y: 2,
      bytes: `${picture.hash} image/jpeg ${picture.size} ${picture.width} ${picture.height}` });
  }
  expect(events[0]).toMatchObject({ type: 'photo', x: 0, y: 2 });
  expect(events[0].bytes).toBeUndefined();
});

test('a policy that asks for what the camera wrote gets it, saying that the picture stands upright', async ({ page }) => {
  const { staged: [picture] } = await take(page, [[400, 300, 6]], { flags: (1 << 19) | (1 << 21) });
  expect(picture.text).toContain('GPS-SECRET');
  const at = picture.text.indexOf('Exif');
  expect(picture.text.charCodeAt(at + 6 + 10 + 8)).toBe(1); // the orientation's value
  expect(`${picture.width}x${picture.height}`).toBe('300x400');
});

test('what cannot be decoded or is too large is told so, and the others go on', async ({ page }) => {
  const good = (await cameraJpeg(page, 200, 100, 5)).toString('base64');
  const { events, staged } = await page.evaluate(async (one) => {
    photos.take({ ...node, rowCount: 20_000 }, [fileOf(btoa('no picture'), 'a.heic', 'image/heic'), fileOf(btoa(`%PDF-${'x'.repeat(30_000)}`), 'b.pdf', 'application/pdf'),
      fileOf(btoa('%PDF-1.4 small'), 'c.pdf', 'application/pdf'), fileOf(one, 'd.jpg', 'image/jpeg')]);
    await until(() => events.length === 5);
    return { events, staged: staged.map(({ type, bytes }) => [type, bytes.length < 20_001]) };
  }, good);
  expect(events.slice(1, 3).map(({ text, bytes }) => [text, bytes])).toEqual([['a.heic', 'unreadable'], ['b.pdf', 'large']]);
  expect(events[3].bytes).toMatch(/^[0-9a-f]{64} application\/pdf 14 0 0$/);
  expect(staged[0]).toEqual(['application/pdf', true]);
});

test('who is elsewhere meanwhile is told on coming back; after stopping nothing more is told', async ({ page }) => {
  const one = (await cameraJpeg(page, 200, 100, 5)).toString('base64');
  const told = await page.evaluate(async (picture) => {
    window.shows = false;
    photos.take(node, [fileOf(picture, 'a.jpg', 'image/jpeg')]);
    await until(() => staged.length === 1);
    const away = events.length;
    window.shows = true;
    photos.settle();
    await until(() => events.length === 2);
    photos.take(node, [fileOf(picture, 'b.jpg', 'image/jpeg'), fileOf(picture, 'c.jpg', 'image/jpeg')]);
    photos.stop(node.id);
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    return { away, all: events.map(({ x, y }) => [x, y]) };
  }, one);
  expect(told).toEqual({ away: 0, all: [[0, 1], [1, 1], [0, 2]] });
});
