// The main case with the keyboard alone, from the skip link to the verdict, taken out, cleared and taken in again. Nothing here is clicked,
// filled in or focused by the driver: only keys are pressed, and the page is looked at.
import { expect, test } from '@playwright/test';
import { focused, tabTo, typeInto } from './hands.mjs';
import { beforeTheLast, contract, enterprise, opinion, periods, provider, verdict } from './main_case_data.mjs';

const title = (page, name) => page.getByRole('heading', { level: 1, name });

async function press(page, role, name, key = 'Tab') {
  await tabTo(page, role, name, key);
  await page.keyboard.press('Enter');
}

/** The places stand before the heading that has the focus. */
async function go(page, place) {
  await press(page, 'link', place, 'Shift+Tab');
  await expect(title(page, place)).toBeFocused();
}

async function register(page, { place, action, title: opened, fields }, more) {
  await go(page, place);
  await press(page, 'link', action);
  await expect(title(page, action)).toBeFocused();
  if (more) await more();
  for (const [name, typed] of fields) await typeInto(page, name, typed);
  await press(page, 'button', '保存');
  await expect(title(page, opened)).toBeFocused();
}

async function rate(page, period) {
  await press(page, 'link', '填写评价');
  await expect(title(page, '填写评价')).toBeFocused();
  await typeInto(page, '评价周期', period);
  await tabTo(page, 'radio', '满意');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '不满意', exact: true })).toBeChecked();
  await typeInto(page, '评价意见', opinion);
  await press(page, 'button', '保存');
  await expect(title(page, contract.title)).toBeFocused();
}

async function openProvider(page) {
  await go(page, provider.place);
  await press(page, 'link', provider.title);
  await expect(title(page, provider.title)).toBeFocused();
  return page.getByRole('region', { name: '第九条（二）' });
}

async function expectMet(page) {
  const region = await openProvider(page);
  for (const words of verdict) await expect(region).toContainText(words);
}

/** What the focused thing and a little around it look like. */
async function picture(page, box) {
  await page.waitForTimeout(100);
  return page.screenshot({ clip: { x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6), width: box.width + 12, height: box.height + 12 } });
}

test('from registration to the verdict of 第九条（二） by keyboard alone, and the data out and in again', async ({ page }, info) => {
  test.setTimeout(300_000);
  await page.goto('/');
  await expect(title(page, '工作台')).toBeVisible();
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toBe('跳到主要内容');
  const skip = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
  expect(skip.top).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  expect((await focused(page)).role).toBe('main');

  await tabTo(page, 'link', provider.place, 'Shift+Tab');
  const box = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
  const ringed = await picture(page, box);
  await page.keyboard.press('Shift+Tab');
  expect((await picture(page, box)).equals(ringed), 'a ring shows where the focus is').toBe(false);

  await register(page, provider, async () => {
    await tabTo(page, 'checkbox', provider.type);
    await page.keyboard.press('Space');
    await expect(page.getByRole('checkbox', { name: provider.type })).toBeChecked();
  });
  await register(page, enterprise);
  await register(page, contract, async () => {
    await typeInto(page, ...contract.number);
    for (const [name, typed] of contract.parties) {
      await tabTo(page, 'combobox', name);
      await page.keyboard.type(typed);
      await expect(page.getByRole('option', { name: new RegExp(typed) })).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('listbox')).toHaveCount(0);
    }
  });
  for (const period of periods.slice(0, -1)) await rate(page, period);
  await expect(await openProvider(page)).toContainText(beforeTheLast);
  await press(page, 'link', 'C001');
  await expect(title(page, contract.title)).toBeFocused();
  await rate(page, periods.at(-1));
  await expectMet(page);

  await go(page, '数据交换');
  const downloading = page.waitForEvent('download');
  await press(page, 'button', '导出');
  const path = info.outputPath('bundle.json');
  await (await downloading).saveAs(path);
  await press(page, 'button', '清空数据');
  await expect(page.getByRole('dialog')).toBeVisible();
  await typeInto(page, '请输入“清空”以确认', '清空');
  await press(page, 'button', '清空');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await tabTo(page, 'file', '导入');
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(path);
  await expect(page.getByText('将新增 9 条记录').first()).toBeAttached();
  await press(page, 'button', '确认导入');
  await expectMet(page);
});
