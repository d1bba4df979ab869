// The main case, as a newcomer walks it: from an empty page to a verdict that cites its article, kept, taken out and in again. Every
// control is found by its role and name.
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { isRunnersOwn } from './console.mjs';
import { beforeTheLast, contract, enterprise, opinion, periods, provider, verdict } from './main_case_data.mjs';

const field = (page, name) => page.getByRole('textbox', { name, exact: true });
const title = (page, name) => page.getByRole('heading', { level: 1, name });
const saved = (page) => expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeAttached();
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const go = (page, name) => page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click();

/** What the page says aloud or asks of others; must stay empty. */
function listen(page, baseURL) {
  const heard = [];
  page.on('console', (message) => { if (!isRunnersOwn(message)) heard.push(`console: ${message.text()}`); });
  page.on('pageerror', (error) => heard.push(`error: ${error}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL) && !/^(data|blob):/.test(url)) heard.push(`request: ${url}`);
  });
  return heard;
}

async function register(page, { place, action, title: opened, fields }, more) {
  await go(page, place);
  await page.getByRole('link', { name: action }).first().click();
  await expect(title(page, action)).toBeVisible();
  if (more) await more();
  for (const [name, typed] of fields) await field(page, name).fill(typed);
  await press(page, '保存');
  await expect(title(page, opened)).toBeVisible();
}

const registerProvider = (page) => register(page, provider, () => page.getByRole('checkbox', { name: provider.type }).click());

const registerContract = (page) => register(page, contract, async () => {
  await field(page, contract.number[0]).fill(contract.number[1]);
  for (const [name, typed] of contract.parties) {
    const box = page.getByRole('combobox', { name, exact: true });
    await box.click();
    await box.fill(typed);
    await page.getByRole('option', { name: new RegExp(typed) }).click();
  }
});

async function rate(page, period) {
  await page.getByRole('link', { name: '填写评价' }).first().click();
  await expect(title(page, '填写评价')).toBeVisible();
  await field(page, '评价周期').fill(period);
  await page.getByRole('radio', { name: '不满意', exact: true }).click();
  await field(page, '评价意见').fill(opinion);
  await press(page, '保存');
  await expect(title(page, contract.title)).toBeVisible();
}

/** The verdict on the provider's page, reached through the list. */
async function verdictRegion(page) {
  await go(page, provider.place);
  await page.getByRole('link', { name: provider.title }).click();
  await expect(title(page, provider.title)).toBeVisible();
  return page.getByRole('region', { name: '第九条（二）' });
}

async function expectMet(page) {
  const region = await verdictRegion(page);
  await expect(region.getByRole('heading', { name: '第九条（二）' })).toBeVisible();
  for (const words of verdict) await expect(region).toContainText(words);
}

test('from registration to the verdict of 第九条（二）, kept over a reload, taken out, cleared and taken in again', async ({ page, baseURL }, info) => {
  test.setTimeout(180_000);
  const heard = listen(page, baseURL);
  await page.goto('/');
  await expect(title(page, '工作台')).toBeVisible();
  await registerProvider(page);
  await register(page, enterprise);
  await registerContract(page);
  for (const period of periods.slice(0, -1)) await rate(page, period);
  await expect(await verdictRegion(page)).toContainText(beforeTheLast);
  await page.getByRole('link', { name: 'C001' }).first().click();
  await expect(title(page, contract.title)).toBeVisible();
  await rate(page, periods.at(-1));
  await expectMet(page);
  await saved(page);

  await page.reload();
  await expect(title(page, provider.title)).toBeVisible();
  await expectMet(page);
  await expect(page.getByText('𠮷田㛃').first()).toBeAttached();

  await go(page, '数据交换');
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, '导出')]);
  expect(file.suggestedFilename()).toMatch(/^hengping-\d{4}-\d{2}-\d{2}\.json$/);
  const path = info.outputPath('bundle.json');
  await file.saveAs(path);
  const bundle = JSON.parse(await readFile(path, 'utf8'));
  expect(bundle.format).toBe('hengping.bundle');
  expect(bundle.feeds[0].records).toHaveLength(9);

  await press(page, '清空数据');
  await field(page, '请输入“清空”以确认').fill('清空');
  await page.getByRole('dialog').getByRole('button', { name: '清空', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await go(page, '服务商');
  await expect(page.getByText('还没有服务商').first()).toBeAttached();
  await saved(page);

  await go(page, '数据交换');
  await page.getByLabel('导入', { exact: true }).setInputFiles(path);
  await expect(page.getByText('将新增 9 条记录').first()).toBeAttached();
  await press(page, '确认导入');
  await expectMet(page);
  await saved(page);
  await page.reload();
  await expectMet(page);
  expect(heard).toEqual([]);
});

test('a file with faults is refused whole, every fault with its place, and nothing changes', async ({ page, baseURL }, info) => {
  const heard = listen(page, baseURL);
  const path = info.outputPath('faults.json');
  await writeFile(path, JSON.stringify({ format: 'hengping.facts', version: 1, facts: [
    { kind: 'enterprise.registered', on: '2025-01-02', enterprise: 'E1', name: '吉林精工', uscc: '91220101MA00000014', industry: '机械' },
    { kind: 'rating.given', on: '2025-02-30', by: 'enterprise', engagement: 'C9', period: '2025-02', satisfaction: 'unsatisfied' },
  ] }));
  await page.goto('/#/exchange');
  await expect(title(page, '数据交换')).toBeVisible();
  await page.getByLabel('导入', { exact: true }).setInputFiles(path);
  await expect(page.getByText('文件有 3 处错误，没有导入任何内容').first()).toBeAttached();
  for (const place of ['/facts/0/uscc', '/facts/1/on', '/facts/1/engagement']) {
    await expect(page.getByText(`位置：${place}`).first()).toBeAttached();
  }
  await expect(page.getByRole('button', { name: '确认导入' })).toHaveCount(0);
  await go(page, '试点企业');
  await expect(page.getByText('还没有试点企业').first()).toBeAttached();
  expect(heard).toEqual([]);
});

test('the demonstration city opens in a store of its own', async ({ page, baseURL }) => {
  const heard = listen(page, baseURL);
  await page.goto('/?demo#/providers');
  await expect(title(page, '服务商')).toBeVisible();
  await expect(page.getByText('共 12 条').first()).toBeAttached();
  await saved(page);
  await page.goto('/?demo#/enterprises');
  await expect(page.getByText('共 60 条').first()).toBeAttached();
  await page.goto('/#/providers');
  await expect(page.getByText('还没有服务商').first()).toBeAttached();
  expect(heard).toEqual([]);
});
