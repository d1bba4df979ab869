// Widgets under real hands in the real page: columns, tick boxes, narrowing, messages with an action, the tree, texts that were cut.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const title = (page, name) => page.getByRole('heading', { level: 1, name });
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);

async function openDemo(page, hash, name) {
  await page.goto('/?demo');
  await expect(page.getByRole('link', { name: /^服务商 \d+$/ })).toBeAttached();
  await page.evaluate((to) => { location.hash = to; }, hash);
  await expect(title(page, name)).toBeVisible();
}

async function expectClean(page, where) {
  await page.evaluate(await readFile(axe, 'utf8'));
  const violations = await page.evaluate(async () => (await window.axe.run()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((found) => found.html.slice(0, 160)).join(' ')}`));
  expect(violations, where).toEqual([]);
}

test('a column is dragged narrower; by keyboard narrower still, and what is cut then is told in full', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await openDemo(page, '#/providers', '服务商');
  const head = page.getByRole('columnheader', { name: '名称' });
  const edge = page.getByRole('separator', { name: '列宽：名称' });
  const before = (await head.boundingBox()).width;
  const at = await edge.boundingBox();
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  await page.waitForTimeout(800); // a frame in which the page sees the press
  for (let x = 10; x <= 50; x += 10) await page.mouse.move(at.x + at.width / 2 - x, at.y + at.height / 2);
  await page.waitForTimeout(800);
  await page.mouse.up();
  await expect.poll(async () => Math.abs((await head.boundingBox()).width - before + 50)).toBeLessThan(1.5); // whole device pixels
  const link = page.getByRole('row').nth(1).getByRole('link').first();
  const name = await link.textContent();
  await edge.focus();
  await page.keyboard.press('Home');
  await expect.poll(async () => Math.round((await head.boundingBox()).width)).toBe(56);
  await expect(page.getByRole('tooltip', { includeHidden: true })).toHaveCount(0);
  await link.hover();
  await expect(page.getByRole('tooltip', { includeHidden: true })).toHaveText(name);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip', { includeHidden: true })).toHaveCount(0);
  await edge.focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => Math.round((await head.boundingBox()).width - before)).toBe(0);
});

test('rows are chosen with the mouse and Shift, and go out as one calendar file', async ({ page }) => {
  await openDemo(page, '#/deadlines', '到期事项');
  const boxes = page.getByRole('checkbox', { name: /^选择：/ });
  await boxes.nth(0).click();
  await boxes.nth(3).click({ modifiers: ['Shift'] });
  await expect(page.getByText('已选 4 条')).toBeAttached();
  await expect(boxes.nth(2)).toBeChecked();
  expect(await page.getByRole('checkbox', { name: '全选' }).evaluate((box) => box.indeterminate)).toBe(true);
  await expectClean(page, 'rows chosen');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载所选的日历文件' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(4);
  await page.getByRole('checkbox', { name: '全选' }).click();
  await expect(boxes.nth(5)).toBeChecked();
  await page.getByRole('button', { name: '取消选择' }).click();
  await expect(boxes.nth(0)).not.toBeChecked();
});

test('a column is narrowed from its head, and a press outside closes the choice', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await openDemo(page, '#/deadlines', '到期事项');
  const opener = page.getByRole('button', { name: '筛选：依据' });
  await opener.click();
  const group = page.getByRole('dialog', { name: '筛选：依据' });
  const first = group.getByRole('checkbox').first();
  await expect(first).toBeFocused();
  await first.click();
  await expect(page.getByText(/^找到 [\d,]+ 条，共/)).toBeAttached();
  await expectClean(page, 'a filter open');
  await title(page, '到期事项').click({ position: { x: 2, y: 2 } });
  await expect(group).toHaveCount(0);
});

test('a form that was cancelled by mistake comes back with what was typed', async ({ page }) => {
  await page.goto('/#/enterprises/new');
  await expect(title(page, '登记试点企业')).toBeVisible();
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('长春䶮厂');
  await page.getByRole('button', { name: '取消' }).click();
  await expect(title(page, '试点企业')).toBeVisible();
  await expectClean(page, 'a message with an action');
  await page.getByRole('button', { name: '恢复填写' }).click();
  await expect(page.getByRole('textbox', { name: '名称', exact: true })).toHaveValue('长春䶮厂');
});

test('the measures are read in a tree by keyboard alone', async ({ page }) => {
  await page.goto('/#/settings');
  await expect(title(page, '设置')).toBeVisible();
  await page.getByRole('button', { name: '办法全文' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tree', { name: '办法全文' })).toBeAttached();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('总则');
  for (const key of ['End', 'ArrowUp', 'ArrowRight']) await page.keyboard.press(key);
  await expect(page.getByRole('treeitem', { name: '监督管理' })).toHaveAttribute('aria-expanded', 'true');
  for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('treeitem', { name: /^第八条/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { name: '第八条' })).toBeAttached();
  await expectClean(page, 'the tree');
});

test('the head of a table that scrolls with its page stays in sight and can be pressed there', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 420 });
  await openDemo(page, '#/providers/P001', /./);
  const table = page.getByRole('table', { name: '满意度评价' });
  const head = table.getByRole('columnheader').first();
  const row = table.getByRole('row').nth(2);
  await row.scrollIntoViewIfNeeded();
  const scroller = page.locator('#main > .scroller');
  const top = (await scroller.boundingBox()).y;
  const away = (await table.boundingBox()).y - top + 30;
  await scroller.evaluate((element, by) => { element.scrollTop += by; }, away);
  await expect.poll(async () => Math.round((await head.boundingBox()).y - top)).toBe(0);
});
