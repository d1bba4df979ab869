// Five hundred photos of about 3 MB: the page's memory stays bounded while they are made ready and while they are looked through.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { field, open, saved } from './at_the_page.mjs';

const count = 500;
/** What the page may take beyond what it takes without photos, at any moment: two open pictures of 12 MP, and what is on its way to the disk. */
const mostMegabytes = 500;

/** Megabytes that all of the browser's renderers hold in memory. */
async function renderersMegabytes(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const resident = (id) => {
    try {
      return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024;
    } catch {
      return 0; // it has ended meanwhile
    }
  };
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { id }) => sum + resident(id), 0);
}

/** Files of noise, each another one, handed to the chooser as if somebody had chosen them. */
const choose = (page, from, number) => page.evaluate(async ([first, many]) => {
  const width = 2400;
  const height = 1800;
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  const tile = pen.createImageData(256, 256);
  const chosen = new DataTransfer();
  for (let i = first; i < first + many; ++i) {
    crypto.getRandomValues(new Uint32Array(tile.data.buffer, 0, 16_384));
    for (let at = 65_536; at < tile.data.length; ++at) tile.data[at] = tile.data[at - 65_521] ^ (at & 31);
    for (let at = 3; at < tile.data.length; at += 4) tile.data[at] = 255;
    for (let y = 0; y < height; y += 256) for (let x = 0; x < width; x += 256) pen.putImageData(tile, x, y);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    chosen.items.add(new File([blob], `${i}.jpg`, { type: 'image/jpeg' }));
  }
  const input = document.querySelector('#mirror input[type="file"]');
  input.files = chosen.files;
  const bytes = [...chosen.files].reduce((sum, file) => sum + file.size, 0);
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return bytes;
}, [from, number]);

test('five hundred photos of 3 MB: memory stays bounded, and all of them can be looked through', async ({ page, browser }) => {
  test.setTimeout(1_800_000);
  await open(page);
  await page.evaluate(() => { location.hash = '#/providers/new'; });
  for (const [label, typed] of [['名称', '长春受检软件'], ['统一社会信用代码', '91220102MA1F4FE12D'], ['住所', '南关区'], ['法定代表人', '王𠮷'],
    ['经营范围', '软件'], ['注册资本（元）', '5000000']]) await field(page, label).fill(typed);
  await page.getByRole('checkbox', { name: '小快轻准' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.evaluate(() => { location.hash = '#/inspections/new?provider=P001'; });
  await expect(page.getByLabel('选择照片或文件', { exact: true })).toBeAttached();
  const before = await renderersMegabytes(browser);
  let most = before;
  let bytes = 0;
  const batch = 20;
  for (let from = 0; from < count; from += batch) {
    bytes += await choose(page, from, batch);
    const group = page.getByRole('group', { name: `照片（${from + batch}）` });
    const end = Date.now() + 300_000;
    while (await group.count() === 0) {
      most = Math.max(most, await renderersMegabytes(browser));
      expect(Date.now(), 'photos are not ready').toBeLessThan(end);
      await page.waitForTimeout(250);
    }
  }
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '现场检查表' })).toBeVisible();
  await saved(page);
  expect(await page.locator('#mirror img').count()).toBeLessThan(80);

  const last = page.locator(`#mirror img[alt^="照片 ${count}："]`);
  const scroller = page.locator('#main > .scroller');
  const longest = await page.evaluate(async () => {
    const element = document.querySelector('#main > .scroller');
    const frames = [];
    let before = performance.now();
    for (let step = 0; step < 60; ++step) {
      element.scrollTop += 400;
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
      frames.push(performance.now() - before);
      before = performance.now();
    }
    return frames.sort((a, b) => a - b)[Math.floor(frames.length / 2)];
  });
  await expect.poll(async () => {
    await scroller.evaluate((element) => { element.scrollTop += 3000; });
    most = Math.max(most, await renderersMegabytes(browser));
    return last.count();
  }, { timeout: 60_000 }).toBe(1);
  await expect.poll(() => last.evaluate((element) => element.complete && element.naturalWidth), { timeout: 30_000 }).toBeGreaterThan(100);
  most = Math.max(most, await renderersMegabytes(browser));
  console.log(`photos: ${count} of ${(bytes / count / 1e6).toFixed(1)} MB; renderers ${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most; ` +
    `a frame of scrolling ${longest.toFixed(0)} ms (median)`);
  expect(most - before).toBeLessThan(mostMegabytes);
});
