// axe-core on every screen and over everything that opens: on a desktop in both themes, on a phone, with and without data.
import { expect, test } from '@playwright/test';
import { expectClean } from './axe.mjs';

const plain = ['#/', '#/providers', '#/providers/new', '#/enterprises', '#/enterprises/new', '#/engagements', '#/engagements/new', '#/ratings',
  '#/ratings/new', '#/inspections', '#/inspections/new', '#/awards', '#/deadlines', '#/exchange', '#/exchange/records', '#/settings', '#/nowhere'];
const title = (page, name) => page.getByRole('heading', { level: 1, name });

async function open(page, address) {
  await page.goto(address);
  await expect(title(page, '工作台')).toBeVisible();
}

async function go(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(hash);
  await page.waitForTimeout(300); // the frames in which the page answers
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
}

/** The address that the first link of such a kind on a page leads to. */
async function first(page, hash, beginning) {
  await go(page, hash);
  const link = page.locator(`#mirror a[href^="${beginning}"]:not([href$="/new"])`).first();
  await expect(link).toBeAttached();
  return link.getAttribute('href');
}

async function everyScreen(page) {
  await open(page, '/?demo');
  await expect(page.getByRole('link', { name: /^服务商 \d+$/ })).toBeAttached();
  const engagement = await first(page, '#/engagements', '#/engagements/');
  const details = [await first(page, '#/providers', '#/providers/'), await first(page, '#/enterprises', '#/enterprises/'), engagement,
    await first(page, engagement, '#/records/')];
  for (const hash of [...plain, ...details]) {
    await go(page, hash);
    await expectClean(page, hash);
    const outside = await page.evaluate(() => [...document.querySelectorAll('#mirror a, #mirror button, #mirror input, #mirror textarea')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML.slice(0, 120)));
    expect(outside, `sticks out sideways at ${hash}`).toEqual([]);
  }
  return engagement;
}

async function everyLayer(page, engagement) {
  await go(page, engagement);
  await page.getByRole('button', { name: '撤回', exact: true }).first().click();
  await expect(page.getByRole('dialog', { name: '撤回评价' })).toBeVisible();
  await expectClean(page, 'dialog');
  await page.getByRole('button', { name: '选择日期：日期' }).click();
  await expect(page.getByRole('group', { name: '选择日期：日期' })).toBeVisible();
  await expectClean(page, 'calendar in the dialog');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await go(page, '#/ratings/new');
  await page.getByRole('combobox', { name: '服务合同' }).click();
  await expect(page.getByRole('listbox')).toBeVisible();
  await expectClean(page, 'list');
  await page.keyboard.type('没有这样的');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expectClean(page, 'list without a hit');
  await page.keyboard.press('Escape');
  await go(page, '#/exchange');
  await page.getByRole('button', { name: '清空数据' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectClean(page, 'dialog with a field');
  await page.keyboard.press('Escape');
  await go(page, '#/providers/new');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeAttached();
  await expectClean(page, 'form with errors');
  await page.getByRole('button', { name: '选择日期：登记日期' }).click();
  await expect(page.getByRole('group', { name: '选择日期：登记日期' })).toBeVisible();
  await expectClean(page, 'calendar');
  await page.keyboard.press('Escape');
}

for (const colorScheme of ['light', 'dark']) {
  test.describe(`on a desktop, ${colorScheme}`, () => {
    test.use({ colorScheme });
    test(`axe finds nothing on any screen, nor over what opens (${colorScheme})`, async ({ page }) => {
      test.setTimeout(240_000);
      await everyLayer(page, await everyScreen(page));
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('axe finds nothing on any screen, nor over what opens (phone)', async ({ page }) => {
    test.setTimeout(240_000);
    await everyLayer(page, await everyScreen(page));
    await page.getByRole('button', { name: '更多' }).tap();
    await expect(page.getByRole('dialog', { name: '更多' })).toBeVisible();
    await expectClean(page, 'sheet');
  });
});

test('axe finds nothing on any screen while nothing is registered', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, '/');
  for (const hash of plain) {
    await go(page, hash);
    await expectClean(page, hash);
  }
});
