// The screens under real hands: the keyboard alone, a finger on a phone, the mouse on a table's row.
import { expect, test } from '@playwright/test';
import { focused, tabTo, typeInto } from './hands.mjs';

const title = (page, name) => page.getByRole('heading', { level: 1, name });
const field = (page, name) => page.getByRole('textbox', { name, exact: true });

async function openDemo(page) {
  await page.goto('/?demo');
  await expect(title(page, '工作台')).toBeVisible();
  await expect(page.getByRole('link', { name: /^服务商 \d+$/ })).toBeAttached();
}

const focusedName = async (page) => (await focused(page)).name;
const offset = (page) => page.evaluate(() => document.querySelector('#mirror [role="table"] .scroller').scrollTop);

test('a day is picked from the calendar by keyboard alone; typed in another notation it is understood', async ({ page }) => {
  await page.goto('/#/providers/new');
  await expect(title(page, '登记服务商')).toBeVisible();
  await typeInto(page, '登记日期', '20250102');
  await page.keyboard.press('Tab');
  await expect(field(page, '登记日期')).toHaveValue('2025-01-02');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('2025-01-02');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focusedName(page)).toBe('2025-01-09');
  await page.keyboard.press('Enter');
  await expect(field(page, '登记日期')).toHaveValue('2025-01-09');
});

test('arrow keys walk through the rows of a long table, far beyond those that show, and the wheel does not take the focus', async ({ page }) => {
  await openDemo(page);
  await page.evaluate(() => { location.hash = '#/ratings'; });
  await expect(title(page, '满意度评价')).toBeVisible();
  const table = page.getByRole('table', { name: '满意度评价' });
  const count = Number(await table.getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(100);
  const place = () => page.evaluate(() => {
    const cell = document.activeElement.closest('[role="cell"], [role="columnheader"]');
    return [cell?.parentElement.getAttribute('aria-rowindex'), cell?.getAttribute('aria-colindex')].map(Number);
  });
  const shows = () => page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    const around = document.activeElement.closest('.scroller').getBoundingClientRect();
    return box.top >= around.top - 1 && box.bottom <= around.bottom + 1;
  });
  await table.getByRole('row').nth(1).getByRole('link').first().focus();
  const [, column] = await place();
  for (const [key, row] of [['ArrowDown', 3], ['ArrowDown', 4], ['PageDown', 14], ['PageUp', 4], ['End', count], ['ArrowUp', count - 1], ['ArrowDown', count],
    ['ArrowDown', count], ['PageUp', count - 10]]) {
    await page.keyboard.press(key);
    await expect.poll(place, key).toEqual([row, column]);
    await expect.poll(shows, key).toBe(true);
  }
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await place())[1]).toBeGreaterThan(column);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(place).toEqual([count - 10, column]);
  await table.hover();
  await page.mouse.wheel(0, -20_000);
  await expect.poll(() => offset(page)).toBeLessThan(100);
  await page.waitForTimeout(200);
  expect(await place()).toEqual([count - 10, column]);
  await page.keyboard.press('ArrowUp');
  await expect.poll(place).toEqual([count - 11, column]);
  await expect.poll(shows).toBe(true);
  await page.keyboard.press('Home');
  await expect.poll(place).toEqual([2, column]);
  await page.keyboard.press('ArrowUp');
  await expect.poll(place).toEqual([1, column]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#\/providers\/./);
});

test('a long text that was typed shows its beginning, and the wheel over it moves the page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 420 });
  await page.goto('/#/providers/new');
  await expect(title(page, '登记服务商')).toBeVisible();
  const text = field(page, '经营范围');
  await text.fill(Array.from({ length: 30 }, (_, line) => `第${line + 1}行：进度、质量；服务（均）未达到约定。`).join('\n'));
  await text.press('Control+End');
  await expect.poll(() => text.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
  await field(page, '住所').focus();
  expect(await text.evaluate((element) => element.scrollTop)).toBe(0);
  await text.hover();
  const pageOffset = () => page.evaluate(() => document.querySelector('#main > .scroller').scrollTop);
  const before = await pageOffset();
  await page.mouse.wheel(0, before > 0 ? -100 : 100);
  await expect.poll(pageOffset).not.toBe(before);
  expect(await text.evaluate((element) => element.scrollTop)).toBe(0);
});

test('a row of a table leads where its link does, wherever it is pressed; Escape closes the topmost layer', async ({ page }) => {
  await openDemo(page);
  await page.evaluate(() => { location.hash = '#/engagements'; });
  const row = page.getByRole('table', { name: '服务合同' }).getByRole('row').nth(2);
  const id = await row.getByRole('link').first().textContent();
  const box = await row.boundingBox();
  await page.mouse.click(box.x + box.width - 20, box.y + box.height / 2);
  await expect(title(page, `合同 ${id}`)).toBeVisible();
  await page.getByRole('button', { name: '撤回' }).first().click();
  await expect(page.getByRole('dialog', { name: '撤回评价' })).toBeVisible();
  const calendar = page.getByRole('group', { name: '选择日期：日期' });
  await page.getByRole('button', { name: '选择日期：日期' }).click();
  await expect(calendar).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(calendar).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: '撤回评价' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('coming back, a page stands where it was left', async ({ page }) => {
  await openDemo(page);
  await page.evaluate(() => { location.hash = '#/ratings'; });
  await expect(title(page, '满意度评价')).toBeVisible();
  await page.getByRole('table').hover();
  await page.mouse.wheel(0, 900);
  await expect.poll(() => offset(page)).toBeGreaterThan(800);
  await page.evaluate(() => { location.hash = '#/providers'; });
  await expect(title(page, '服务商')).toBeVisible();
  await page.goBack();
  await expect(title(page, '满意度评价')).toBeVisible();
  await expect.poll(() => offset(page)).toBeGreaterThan(800);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a rating is given by finger', async ({ page }) => {
    await openDemo(page);
    await page.getByRole('link', { name: '服务合同', exact: true }).tap();
    await expect(title(page, '服务合同')).toBeVisible();
    await page.getByRole('listitem').first().getByRole('link').tap();
    await page.getByRole('link', { name: '填写评价' }).tap();
    await page.getByRole('radio', { name: '基本满意' }).tap();
    await field(page, '评价意见').fill('进度略有延后，已说明原因');
    await page.getByRole('button', { name: '保存' }).tap();
    await expect(title(page, /^合同 /)).toBeVisible();
    await expect(page.getByText('“进度略有延后，已说明原因”').first()).toBeAttached();
  });

  test('a press beside the sheet closes it, one inside does not', async ({ page }) => {
    await openDemo(page);
    await page.getByRole('button', { name: '更多' }).tap();
    const sheet = page.getByRole('dialog', { name: '更多' });
    await expect(sheet).toBeVisible();
    await sheet.getByRole('heading', { name: '更多' }).tap();
    await page.waitForTimeout(200);
    await expect(sheet).toBeVisible();
    await page.touchscreen.tap(195, 120);
    await expect(sheet).toHaveCount(0);
    await expect(title(page, '工作台')).toBeVisible();
  });

  test('what a finger is on looks pressed, until the finger goes', async ({ page, context }) => {
    await openDemo(page);
    const box = await page.getByRole('link', { name: '服务合同', exact: true }).boundingBox();
    const shot = () => page.screenshot({ clip: box });
    const before = await shot();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }] });
    await expect.poll(async () => (await shot()).equals(before)).toBe(false);
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
    await expect.poll(async () => (await shot()).equals(before)).toBe(true);
    await expect(title(page, '工作台')).toBeVisible();
  });
});
