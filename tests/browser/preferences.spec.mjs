// What a person has told the system about colours and sizes, while the page is open.
import { expect, test } from '@playwright/test';
import { open, picture } from './at_the_page.mjs';
import { expectClean } from './axe.mjs';

/** How often each colour is on the screen, the most frequent first. */
async function colors(page) {
  const counts = new Map();
  for (const pixel of (await picture(page)).pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([pixel]) => `rgb(${pixel >> 16}, ${pixel >> 8 & 255}, ${pixel & 255})`);
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
      await expectClean(page, hash);
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
