// The screens under real hands: the keyboard alone, a finger on a phone, the mouse on a table's row, axe on a phone.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const title = (page, name) => page.getByRole('heading', { level: 1, name });
const field = (page, name) => page.getByRole('textbox', { name, exact: true });
/** What has the focus, as it is called. */
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);

/** Walks with the Tab key until something of that name has the focus. */
async function tabTo(page, name, most = 60) {
  for (let step = 0; step < most; ++step) {
    if (await focused(page) === name) return;
    await page.keyboard.press('Tab');
    await page.waitForTimeout(30); // the frame in which the page answers
  }
  throw new Error(`The Tab key never reached ${name}; it is at ${await focused(page)}`);
}

async function openDemo(page) {
  await page.goto('/?demo');
  await expect(title(page, '工作台')).toBeVisible();
  await expect(page.getByRole('link', { name: /^服务商 \d+$/ })).toBeAttached();
}

test('a provider is registered by keyboard alone, its day picked from the calendar', async ({ page }) => {
  await page.goto('/');
  await expect(title(page, '工作台')).toBeVisible();
  await tabTo(page, '服务商');
  await page.keyboard.press('Enter');
  await expect(title(page, '服务商')).toBeFocused();
  await tabTo(page, '登记服务商');
  await page.keyboard.press('Enter');
  await expect(title(page, '登记服务商')).toBeFocused();
  await tabTo(page, '登记日期');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2025-01-02');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('2025-01-02');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toBe('2025-01-09');
  await page.keyboard.press('Enter');
  await expect(field(page, '登记日期')).toHaveValue('2025-01-09');
  for (const [name, typed] of [['名称', '长春键盘科技有限公司'], ['统一社会信用代码', '91220102MA1F4FE12D'], ['法定代表人', '𠮷平'],
    ['住所', '长春市'], ['经营范围', '软件开发'], ['注册资本（元）', '100']]) {
    await tabTo(page, name);
    await page.keyboard.type(typed);
  }
  await tabTo(page, '综合集成');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: '综合集成' })).toBeChecked();
  await tabTo(page, '保存');
  await page.keyboard.press('Enter');
  await expect(title(page, '长春键盘科技有限公司')).toBeFocused();
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
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('coming back, a page stands where it was left', async ({ page }) => {
  await openDemo(page);
  await page.evaluate(() => { location.hash = '#/ratings'; });
  await expect(title(page, '满意度评价')).toBeVisible();
  const offset = () => page.evaluate(() => document.querySelector('#mirror [role="table"] .scroller').scrollTop);
  await page.getByRole('table').hover();
  await page.mouse.wheel(0, 900);
  await expect.poll(offset).toBeGreaterThan(800);
  await page.evaluate(() => { location.hash = '#/providers'; });
  await expect(title(page, '服务商')).toBeVisible();
  await page.goBack();
  await expect(title(page, '满意度评价')).toBeVisible();
  await expect.poll(offset).toBeGreaterThan(800);
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

  test('axe finds nothing, and nothing sticks out sideways', async ({ page }) => {
    test.setTimeout(120_000);
    await openDemo(page);
    await page.evaluate(await readFile(axe, 'utf8'));
    for (const hash of ['#/', '#/providers', '#/providers/P001', '#/enterprises', '#/engagements/new', '#/ratings', '#/ratings/new', '#/exchange', '#/settings']) {
      await page.evaluate((to) => { location.hash = to; }, hash);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await page.waitForTimeout(300);
      const violations = await page.evaluate(async () => (await window.axe.run()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((found) => found.html.slice(0, 120)).join(' ')}`));
      expect(violations, hash).toEqual([]);
      const outside = await page.evaluate(() => [...document.querySelectorAll('#mirror a, #mirror button, #mirror input, #mirror textarea')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML.slice(0, 120)));
      expect(outside, hash).toEqual([]);
    }
  });
});
