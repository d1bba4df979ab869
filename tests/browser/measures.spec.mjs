// What the page costs, in the browser it is tested in: times are printed and fail nothing, for they are this machine's; counts are kept.
// Alone and last, so that nothing else runs meanwhile: playwright test --project alone --no-deps shows them without the rest.
import { expect, test } from '@playwright/test';
import { withoutChineseFace } from './no_chinese_face.mjs';
import { measured, median } from './measured.mjs';

// A trace takes its own time of the page's.
test.use({ trace: 'off', screenshot: 'off' });

const part = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const bytes = (value) => value.toLocaleString('en');

/** Before the page loads: notes when the program was ready, when its first text was painted, and what every frame took. */
function watch(page) {
  return page.addInitScript(() => {
    const seen = { ready: 0, text: 0, usable: 0, frames: [], mirrors: [], requested: 0, calls: 0 };
    window.seen = seen;
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...all) => {
        const made = await original.apply(WebAssembly, all);
        seen.ready ||= performance.now();
        return made;
      };
    }
    let glyphs = 0;
    const fillText = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function counted(...all) {
      if (seen.ready) ++glyphs;
      return fillText.apply(this, all);
    };
    const drawElements = WebGL2RenderingContext.prototype.drawElements;
    WebGL2RenderingContext.prototype.drawElements = function counted(...all) {
      const answer = drawElements.apply(this, all);
      if (glyphs) seen.text ||= performance.now();
      ++seen.calls;
      return answer;
    };
    const request = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      ++seen.requested;
      return request.call(window, (time) => {
        const begin = performance.now();
        callback(time);
        seen.frames.push(performance.now() - begin);
        // after the page's own microtask, which was queued while the frame was made
        queueMicrotask(() => seen.mirrors.push(performance.now() - begin));
      });
    };
    new MutationObserver((changes, observer) => {
      if (![...document.querySelectorAll('[role="status"]')].some((status) => status.textContent === '已保存')) return; // it is open
      observer.disconnect();
      request.call(window, () => { seen.usable = performance.now(); }); // what was painted with it is being shown
    }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  });
}

const usable = (page) => page.waitForFunction(() => window.seen.usable > 0 && window.seen.text > 0);

test('over five idle seconds no frame is drawn, and the processor rests as with an empty page', async ({ page, context }) => {
  await watch(page);
  await page.goto('/#/providers/new');
  await page.getByRole('textbox', { name: '名称', exact: true }).focus(); // a blinking caret is the browser's own
  await page.waitForTimeout(2000);
  const empty = await context.newPage();
  await empty.goto('data:text/html,<textarea autofocus></textarea>');
  /** Milliseconds of the page's main thread: all its tasks, and of these the scripts. */
  const spent = async (one) => {
    await one.bringToFront();
    await one.waitForTimeout(500);
    const devtools = await context.newCDPSession(one);
    await devtools.send('Performance.enable');
    const read = async () => Object.fromEntries((await devtools.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value * 1000]));
    const before = await read();
    await new Promise((resolve) => { setTimeout(resolve, 5000); });
    const after = await read();
    return { tasks: after.TaskDuration - before.TaskDuration, scripts: after.ScriptDuration - before.ScriptDuration };
  };
  const bare = await spent(empty);
  const before = await page.evaluate(() => ({ ...window.seen, frames: 0, mirrors: 0 }));
  const own = await spent(page);
  const after = await page.evaluate(() => ({ ...window.seen, frames: 0, mirrors: 0 }));
  measured(`5 idle seconds with a blinking caret: ${after.requested - before.requested} animation frames, main thread ${ms(own.tasks)}, ` +
    `of it scripts ${ms(own.scripts)}; an empty page with a caret ${ms(bare.tasks)}, ${ms(bare.scripts)}`);
  expect(before.requested).toBeGreaterThan(0);
  expect(after.requested).toBe(before.requested);
  expect(after.calls).toBe(before.calls);
});

test('the first text is on the screen soon after the program is there', async ({ browser }) => {
  const waits = [];
  for (let round = 0; round < 5; ++round) {
    const context = await browser.newContext(); // nothing cached
    const page = await context.newPage();
    await watch(page);
    await page.goto('/');
    await usable(page);
    waits.push(await page.evaluate(() => window.seen.text - window.seen.ready));
    await context.close();
  }
  measured(`first text after the WASM is ready, cold cache, median of ${waits.length}: ${ms(median(waits))} (aim: 100 ms)`);
});

test('scrolling through 100,000 rows, a frame stays short and the mirror small', async ({ page }) => {
  await watch(page);
  await page.goto('/#/gallery/long');
  await expect(page.getByRole('cell', { name: 'E1', exact: true })).toBeVisible();
  const { x, y, width, height } = await page.locator('#main [role="table"] .scroller').boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.waitForTimeout(500);
  await page.evaluate(() => { window.seen.frames = []; window.seen.mirrors = []; window.seen.most = 0; });
  await page.evaluate(() => {
    const table = document.querySelector('#main [role="table"]');
    new MutationObserver(() => { window.seen.most = Math.max(window.seen.most, table.querySelectorAll('[role="row"]').length); })
      .observe(table, { childList: true, subtree: true });
  });
  for (let step = 0; step < 300; ++step) await page.mouse.wheel(0, step % 50 === 49 ? 400_000 : 120 + step % 7 * 40);
  await page.waitForTimeout(500);
  const { frames, mirrors, most } = await page.evaluate(() => window.seen);
  const visible = Math.ceil(height / 40);
  measured(`100,000 rows, ${frames.length} frames while scrolling: ${ms(median(frames))} a frame in the median, ${ms(part(frames, 0.95))} in 95 of 100 ` +
    `(aim: 4 ms); with the mirror ${ms(median(mirrors))}; at most ${most} rows in the tree`);
  expect(frames.length).toBeGreaterThan(50);
  expect(most).toBeGreaterThan(5);
  expect(most).toBeLessThan(visible + 16);
});

test('the last of 100,000 rows lies exactly at the end', async ({ page }) => {
  await page.goto('/#/gallery/long');
  await expect(page.getByRole('cell', { name: 'E1', exact: true })).toBeVisible();
  const scroller = page.locator('#main [role="table"] .scroller');
  await scroller.evaluate((element) => { element.scrollTop = element.scrollHeight; });
  const last = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'E100000', exact: true }) });
  await expect(last).toBeVisible();
  const [row, around] = [await last.boundingBox(), await scroller.boundingBox()];
  expect(Math.abs(row.y + row.height - (around.y + around.height))).toBeLessThan(1.5);
  const before = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'E99999', exact: true }) });
  const above = await before.boundingBox();
  expect(Math.abs(above.y + above.height - row.y)).toBeLessThan(1.5);
});

for (const [device, prepare] of [['with a Chinese face', () => {}], ['without a Chinese face', withoutChineseFace]]) {
  test(`first and second visit on a device ${device}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const [first, second, sizes] = [[], [], []];
    for (let round = 0; round < 3; ++round) {
      const context = await browser.newContext();
      const visit = async () => {
        const page = await context.newPage();
        await watch(page);
        await prepare(page);
        const devtools = await context.newCDPSession(page);
        await devtools.send('Network.enable');
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        let size = 0;
        devtools.on('Network.loadingFinished', ({ encodedDataLength }) => { size += encodedDataLength; });
        await page.goto('/');
        await usable(page);
        const time = await page.evaluate(() => Math.max(window.seen.usable, window.seen.text));
        await page.waitForLoadState('networkidle');
        await page.close();
        return { time, size };
      };
      const cold = await visit();
      first.push(cold.time);
      sizes.push(cold.size);
      second.push((await visit()).time);
      await context.close();
    }
    measured(`${device}, processor slowed down 4 times: first visit ${ms(median(first))}, second ${ms(median(second))} from navigation to the first ` +
      `usable frame (medians of ${first.length}, over the loopback); the first transfers ${bytes(Math.max(...sizes))} bytes`);
    expect(Math.max(...sizes)).toBeGreaterThan(100_000);
  });
}

test('opening a locked store of 100,000 records against the same one without a passphrase', async ({ page }) => {
  test.setTimeout(240_000);
  await page.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title>' }));
  await page.goto('/harness');
  for (const [how, entries, size] of [['1,000 records an entry', 100, 410_000], ['one record an entry', 100_000, 410]]) {
    const figures = await page.evaluate(async ([count, bytes]) => {
      const { BrowserStore } = await import('./store.js');
      const { Vault } = await import('./vault.js');
      const { move, sealing } = await import('./vault_store.js');
      const { openDatabase, completed } = await import('./database.js');
      const vault = await Vault.make('only to be measured');
      const name = `measure-${count}`;
      await new Promise((resolve) => { new BrowserStore(name).load({ loaded: resolve }); });
      const database = await openDatabase(name);
      const value = new Uint8Array(bytes).fill(97);
      const transaction = database.transaction('entries', 'readwrite');
      for (let i = 0; i < count; ++i) transaction.objectStore('entries').put(value, `records/device/${String(i).padStart(12, '0')}`);
      await completed(transaction);
      database.close();
      const timed = async (work) => {
        const begin = performance.now();
        const result = await work();
        return [performance.now() - begin, result];
      };
      const open = async (codec) => {
        const times = [];
        for (let round = 0; round < 3; ++round) {
          const [time, opened] = await timed(() => new Promise((resolve, reject) => { new BrowserStore(name, 20_000, codec).load({ loaded: resolve, loadFailed: reject }); }));
          if (opened.length !== count || opened[1][0] !== 'records/device/000000000001' || opened[1][1].length !== bytes) throw new Error('not what was stored');
          times.push(time);
        }
        return times.sort((a, b) => a - b)[1];
      };
      const plain = await open(null);
      const [moving] = await timed(() => move(name, sealing(vault), vault.lock));
      return { plain, moving, locked: await open(vault) };
    }, [entries, size]);
    measured(`100,000 records of 410 bytes, ${how}: read from the store in ${ms(figures.plain)}, from a locked one in ${ms(figures.locked)}; ` +
      `set the passphrase in ${ms(figures.moving)}`);
  }
});
