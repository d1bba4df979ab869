// Text as the browser itself would set it: clusters, scripts whose letters join, and figures that do not move when a field takes the focus.
import { expect, test } from '@playwright/test';
import { field, open, picture } from './at_the_page.mjs';

/** The ink within a field's edges: how many pixels differ from its corner, the first and the last column of them and their middle. */
async function ink(page, { x, y, width, height }) {
  const shown = await picture(page, { x: x + 4, y: y + 4, width: width - 8, height: height - 8 });
  const columns = [];
  shown.pixels.forEach((pixel, i) => { if (pixel !== shown.pixels[0]) columns.push(i % shown.width); });
  const sum = columns.reduce((all, column) => all + column, 0);
  return { count: columns.length, first: Math.min(...columns), last: Math.max(...columns), middle: sum / columns.length };
}

/** Fills a field; its ink while the browser draws it, and after the painter has taken over. */
async function liveAndPainted(page, name, text) {
  const box = await field(page, name).boundingBox();
  await field(page, name).fill(text);
  await page.evaluate(() => document.activeElement.style.setProperty('caret-color', 'transparent'));
  await page.waitForTimeout(300);
  const live = await ink(page, box);
  await field(page, '住所').focus();
  await page.waitForTimeout(300);
  return { live, painted: await ink(page, box) };
}

function expectInPlace(live, painted) {
  expect(live.count).toBeGreaterThan(150);
  expect(Math.abs(painted.first - live.first)).toBeLessThan(3);
  expect(Math.abs(painted.last - live.last)).toBeLessThan(3);
  expect(Math.abs(painted.middle - live.middle)).toBeLessThan(2);
}

const clusters = ['葛\u{E0100}', 'e\u0301', 'ئۇيغۇر', 'བོད'];

test('what is drawn as one is asked for as a whole, once a size, and painted where the browser sets it', async ({ page }) => {
  await page.addInitScript(() => {
    window.asked = { measureText: [], fillText: [] };
    for (const name of Object.keys(window.asked)) {
      const original = CanvasRenderingContext2D.prototype[name];
      CanvasRenderingContext2D.prototype[name] = function listen(text, ...rest) {
        window.asked[name].push(`${this.font}|${text}`);
        return original.call(this, text, ...rest);
      };
    }
  });
  await open(page, '#/providers/new');
  await page.evaluate(() => { window.asked.measureText.length = window.asked.fillText.length = 0; });
  const { live, painted } = await liveAndPainted(page, '名称', clusters.join(' '));
  const { measureText, fillText } = await page.evaluate(() => window.asked);
  for (const cluster of clusters) {
    const drawn = fillText.filter((asked) => asked.endsWith(`|${cluster}`));
    expect(drawn.length, cluster).toBeGreaterThan(0);
    expect(new Set(drawn).size, `${cluster} is drawn once a face and size`).toBe(drawn.length);
    for (const part of cluster) {
      expect(fillText.filter((asked) => asked.endsWith(`|${part}`)), `${cluster} is not taken apart`).toEqual([]);
      expect(measureText.filter((asked) => asked.endsWith(`|${part}`)), `${cluster} is not taken apart`).toEqual([]);
    }
  }
  expectInPlace(live, painted);
});

test('words from right to left stand in the order in which the browser sets them', async ({ page }) => {
  await open(page, '#/providers/new');
  const { live, painted } = await liveAndPainted(page, '名称', 'شىنجاڭ ئۇيغۇر ئاپتونوم رايونى');
  expectInPlace(live, painted);
});

test('the figures of a field for numbers are as wide live as painted, whichever they are', async ({ page }) => {
  await open(page, '#/providers/new');
  const capital = field(page, '注册资本（元）');
  await expect(capital).toHaveCSS('font-variant-numeric', 'tabular-nums');
  await expect(field(page, '登记日期')).toHaveCSS('font-variant-numeric', 'tabular-nums');
  await expect(field(page, '名称')).toHaveCSS('font-variant-numeric', 'normal');
  for (const figures of ['111', '808']) {
    const { live, painted } = await liveAndPainted(page, '登记日期', `2011-11-1${figures}`);
    expect(Math.abs(painted.first - live.first), figures).toBeLessThan(2);
    expect(Math.abs(painted.last - live.last), figures).toBeLessThan(2);
    expect(Math.abs(painted.middle - live.middle), figures).toBeLessThan(1.5);
  }
});
