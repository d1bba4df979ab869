// What a person has told the system about colours and sizes, while the page is open.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function open(page, hash = '') {
  await page.goto(`/${hash}`);
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeAttached();
}

/** How often each colour is on the screen, the most frequent first. */
async function colors(page) {
  const shot = (await page.screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0)); // the page's policy lets nothing else be fetched
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map();
    for (let i = 0; i < pixels.length; i += 4) {
      const color = `rgb(${pixels[i]}, ${pixels[i + 1]}, ${pixels[i + 2]})`;
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1]).map(([color]) => color);
  }, shot);
}

const system = (page) => page.evaluate(() => {
  const probe = document.createElement('i');
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const read = (name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const all = Object.fromEntries(['Canvas', 'CanvasText'].map((name) => [name, read(name)]));
  probe.remove();
  return all;
});

for (const scheme of ['light', 'dark']) {
  test(`forced colours are the system's own, also when they are forced while the page is open (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, '#/gallery/content');
    const own = (await colors(page)).slice(0, 3);
    await page.evaluate(() => { location.hash = '#/providers/new'; });
    await page.emulateMedia({ colorScheme: scheme, forcedColors: 'active' });
    const { Canvas, CanvasText } = await system(page);
    expect(Canvas).not.toBe(CanvasText);
    await expect.poll(async () => (await colors(page))[0]).toBe(Canvas);
    const painted = await colors(page);
    expect(painted.slice(0, 12)).toContain(CanvasText);
    await page.getByRole('textbox', { name: '名称', exact: true }).fill('长春市某某科技有限公司');
    await expect(page.getByRole('textbox', { name: '名称', exact: true })).toHaveCSS('color', CanvasText);
    for (const hash of ['#/', '#/providers/new', '#/gallery/content']) {
      await page.evaluate((to) => { location.hash = to; }, hash);
      await page.waitForTimeout(300);
      await page.evaluate(await readFile(axe, 'utf8'));
      const violations = await page.evaluate(async () => (await window.axe.run()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((found) => found.html.slice(0, 160)).join(' ')}`));
      expect(violations, hash).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: scheme, forcedColors: 'none' });
    await expect.poll(async () => (await colors(page)).slice(0, 3)).toEqual(own);
  });
}

test('a text size that is set while the page is open is taken at once', async ({ page }) => {
  await open(page, '#/providers/new');
  const name = page.getByRole('textbox', { name: '名称', exact: true });
  await name.fill('长春市某某科技有限公司');
  const before = (await name.boundingBox()).height;
  const size = () => name.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const small = await size();
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; }); // as a browser's setting does it
  await expect.poll(size).toBe(2 * small);
  await expect.poll(async () => (await name.boundingBox()).height).toBeGreaterThan(1.8 * before);
  await expect(name).toHaveValue('长春市某某科技有限公司');
  await expect(name).toBeFocused();
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await expect.poll(size).toBe(small);
});
