// The gallery looks as it did: golden pictures of every group, at three sizes and in both themes (the
// tablet in one), and axe on each.
//
// Tolerance: a pixel differs when its colour is further away than 0.15 of the whole (pixelmatch's `threshold`, which lets through what
// a palette of 256 colours and another rounding of soft edges change); a picture fails when more than 0.2 % of its pixels differ. A picture
// that is missing fails too. `make golden` makes them anew: look at every one before committing it.
//
// The bundled font is forced, whatever faces the machine has; pictures of another browser's text rendering may differ by more.
import { expect, test } from '@playwright/test';
import { expectClean } from './axe.mjs';
import { withoutChineseFace } from './no_chinese_face.mjs';

const tolerance = { threshold: 0.15, maxDiffPixelRatio: 0.002 };
const groups = { buttons: '按钮', fields: '输入框', choices: '选择', photos: '照片', content: '内容', tables: '表格', overlays: '浮层', charts: '图表' };
const sizes = { desktop: { width: 1440, height: 900 }, tablet: { width: 1024, height: 768 }, phone: { width: 390, height: 844 } };

const main = (page) => page.locator('#main');
const title = (page) => page.getByRole('heading', { level: 1 });

/** Opens the page on a device without a Chinese face, so that every character comes from the bundled font. */
async function openWithBundledFont(page) {
  await withoutChineseFace(page);
  await page.emulateMedia({ reducedMotion: 'reduce' }); // what moves would never stand still for a picture
  await page.clock.setFixedTime(new Date('2026-11-23T02:00:00Z')); // the page's head says what day it is
  await page.goto('/#/gallery');
  await expect(title(page)).toHaveText('控件一览');
  expect(await page.evaluate(async () => (await fetch('fonts/hengping-sans-sc.woff2')).ok),
    'the bundled font was not built (cmake/setup/font.sh), and golden pictures need it').toBe(true);
  expect(await page.evaluate(() => document.fonts.check('16px "Hengping Sans SC"'))).toBe(true);
}

/** Shows a group, on a page as high as the group, so that all of it is in the picture. */
async function show(page, group, { width, height }) {
  const measures = () => page.evaluate(() => {
    const scroller = document.querySelector('#main > .scroller');
    return { high: document.querySelector('#main').offsetHeight, missing: scroller.scrollHeight - scroller.clientHeight };
  });
  await page.setViewportSize({ width, height });
  await expect.poll(async () => (await measures()).high).toBeLessThanOrEqual(height); // the program has heard of it
  await page.evaluate((to) => { location.hash = to; }, `#/gallery/${group}`);
  await expect(title(page)).toHaveText(groups[group]);
  await expect(title(page)).toBeFocused();
  const { high, missing } = await measures();
  await page.setViewportSize({ width, height: height + missing });
  await expect.poll(measures).toEqual({ high: high + missing, missing: 0 });
}

for (const [device, size] of Object.entries(sizes)) {
  for (const scheme of device === 'tablet' ? ['light'] : ['light', 'dark']) {
    test.describe(`${device}, ${scheme}`, () => {
      test.use({ viewport: size, colorScheme: scheme, hasTouch: device === 'phone', isMobile: device === 'phone' });
      test(`every group looks as it did, and axe finds nothing (${device}, ${scheme})`, async ({ page }) => {
        test.setTimeout(180_000);
        await openWithBundledFont(page);
        for (const group of Object.keys(groups)) {
          await show(page, group, size);
          await expect.soft(main(page)).toHaveScreenshot([device, scheme, `${group}.png`], tolerance);
          await expectClean(page, `${group}, ${device}, ${scheme}`);
        }
      });
    });
  }
}

for (const [device, scheme] of [['desktop', 'light'], ['phone', 'dark']]) {
  const size = sizes[device];
  test.describe(`open, ${device}`, () => {
    test.use({ viewport: size, colorScheme: scheme, hasTouch: device === 'phone', isMobile: device === 'phone' });
    test(`what opens over the page looks as it did (${device}, ${scheme})`, async ({ page }) => {
      test.setTimeout(120_000);
      await openWithBundledFont(page);
      const picture = async (name) => {
        // the page's own policy refuses the style by which the runner hides carets
        await page.evaluate(() => document.activeElement.style.setProperty('caret-color', 'transparent'));
        await expect.soft(page).toHaveScreenshot([device, scheme, `open-${name}.png`], tolerance);
      };
      await page.evaluate(() => { location.hash = '#/gallery/overlays'; });
      await page.getByRole('button', { name: '打开对话框' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await picture('dialog');
      await expectClean(page, `dialog, ${device}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.evaluate(() => { location.hash = '#/gallery/fields'; });
      await page.getByRole('button', { name: '登记日期' }).click();
      await expect(page.getByRole('button', { name: '2026-11-23', exact: true })).toBeFocused();
      await picture('calendar');
      await page.keyboard.press('Escape');
      await page.getByRole('combobox').first().click();
      await expect(page.getByRole('option').first()).toBeVisible();
      await picture('list');
      await page.keyboard.press('Escape');
      await page.evaluate(() => { location.hash = '#/gallery/overlays'; });
      for (const name of ['显示成功消息', '显示失败消息', '显示可撤销的消息']) await page.getByRole('button', { name }).click();
      const undo = page.getByRole('button', { name: '撤销', exact: true });
      await undo.focus(); // time stands still for them
      await picture('toasts');
      await expectClean(page, `toasts, ${device}`);
      await undo.click();
      await expect(page.getByRole('status').filter({ hasText: '已撤销' })).toBeAttached();
      await expect(undo).toHaveCount(0);
    });
  });
}

test.describe('charts', () => {
  test.use({ viewport: { width: 1280, height: 2000 } });

  test('a chart says its values to arrow keys, and shows where it is looked at', async ({ page }) => {
    await openWithBundledFont(page);
    await show(page, 'charts', { width: 1280, height: 900 });
    await page.keyboard.press('Tab');
    const bars = page.getByRole('slider', { name: '柱状图：逐项查看' });
    await expect(bars).toBeFocused();
    await page.keyboard.press('End');
    await expect(bars).toHaveAttribute('aria-valuetext', '2026-06 · 服务合同 987,000.00 元 · 评优 700,000.00 元');
    await page.keyboard.press('ArrowLeft');
    await expect(bars).toHaveAttribute('aria-valuenow', '5');
    await expect(page.getByRole('group', { name: '柱状图' })).toHaveScreenshot(['desktop', 'light', 'chart-focused.png'], tolerance);
  });

  test('the mouse alone brings up a value, and takes it away again', async ({ page }) => {
    await openWithBundledFont(page);
    await show(page, 'charts', { width: 1280, height: 900 });
    const heat = page.getByRole('group', { name: '热力图' });
    const plain = await heat.screenshot();
    await page.getByRole('slider', { name: '热力图：逐项查看' }).hover({ position: { x: 300, y: 20 } });
    await expect.poll(async () => (await heat.screenshot()).equals(plain)).toBe(false);
    await page.mouse.move(2, 2);
    await expect.poll(async () => (await heat.screenshot()).equals(plain)).toBe(true);
  });

  test('the numbers are a table for screen readers at once, and for everybody at a press', async ({ page }) => {
    await page.goto('/#/gallery/charts');
    const figure = page.getByRole('group', { name: '堆叠图' });
    await expect(figure.getByRole('table', { name: '堆叠图' }).getByRole('row')).toHaveCount(13);
    await expect(figure.getByRole('img', { name: /^堆叠图：/ })).toBeAttached();
    const before = await figure.boundingBox();
    await figure.getByRole('button', { name: '以表格显示' }).click();
    await expect.poll(async () => (await figure.boundingBox()).height).toBeGreaterThan(before.height + 400);
    await expect(figure.getByRole('cell', { name: '2026-12' })).toBeVisible();
  });
});

test.describe('charts on a phone', () => {
  test.use({ viewport: sizes.phone, hasTouch: true, isMobile: true });
  test('a tap says the value under the finger', async ({ page }) => {
    await page.goto('/#/gallery/charts');
    const stacked = page.getByRole('slider', { name: '堆叠图：逐项查看' });
    await stacked.scrollIntoViewIfNeeded();
    const { width } = await stacked.boundingBox();
    await stacked.tap({ position: { x: width - 14, y: 60 } });
    await expect(stacked).toHaveAttribute('aria-valuetext', '2026-12 · 满意 21 · 基本满意 1 · 不满意 0');
  });
});

test('of the table of a hundred thousand rows the page holds only those that show', async ({ page }) => {
  await page.goto('/#/gallery/long');
  const table = page.getByRole('table', { name: '十万行的表' });
  await expect(table).toHaveAttribute('aria-rowcount', '100001');
  await expect(page.getByRole('cell', { name: 'E1', exact: true })).toBeVisible();
  await page.evaluate(() => {
    const scroller = document.querySelector('#main [role="table"] .scroller');
    scroller.scrollTop = scroller.scrollHeight;
  });
  await expect(page.getByRole('cell', { name: 'E100000', exact: true })).toBeVisible();
  expect(await table.getByRole('row').count()).toBeLessThan(40);
});
