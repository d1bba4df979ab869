// The main case, as a newcomer walks it: from an empty page to a verdict that cites its article, kept, taken out and in again. Every
// control is found by its role and name.
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

const field = (page, name) => page.getByRole('textbox', { name, exact: true });
const title = (page, name) => page.getByRole('heading', { level: 1, name });
const saved = (page) => expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeAttached();
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const go = (page, name) => page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click();

/** What the page says aloud or asks of others; must stay empty. */
function listen(page, baseURL) {
  const heard = [];
  page.on('console', (message) => heard.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL) && !/^(data|blob):/.test(url)) heard.push(`request: ${url}`);
  });
  return heard;
}

async function registerProvider(page) {
  await go(page, '服务商');
  await page.getByRole('link', { name: '登记服务商' }).first().click();
  await expect(title(page, '登记服务商')).toBeVisible();
  await field(page, '服务商编号').fill('P001');
  await field(page, '登记日期').fill('2025-01-02');
  await field(page, '名称').fill('长春启明数科有限公司');
  await field(page, '统一社会信用代码').fill('91220101MA00000013');
  await field(page, '法定代表人').fill('𠮷田㛃');
  await field(page, '住所').fill('长春市朝阳区人民大街1号');
  await field(page, '经营范围').fill('软件开发；信息系统集成服务');
  await field(page, '注册资本（元）').fill('5000000.00');
  await page.getByRole('checkbox', { name: '小快轻准' }).click();
  await press(page, '保存');
  await expect(title(page, '长春启明数科有限公司')).toBeVisible();
}

async function registerEnterprise(page) {
  await go(page, '试点企业');
  await page.getByRole('link', { name: '登记试点企业' }).first().click();
  await expect(title(page, '登记试点企业')).toBeVisible();
  await field(page, '企业编号').fill('E001');
  await field(page, '登记日期').fill('2025-01-02');
  await field(page, '名称').fill('吉林精工机械厂');
  await field(page, '统一社会信用代码').fill('91220102MA1F4FE12D');
  await field(page, '所属行业').fill('汽车零部件及配件制造');
  await press(page, '保存');
  await expect(title(page, '吉林精工机械厂')).toBeVisible();
}

async function registerContract(page) {
  await go(page, '服务合同');
  await page.getByRole('link', { name: '登记服务合同' }).first().click();
  await expect(title(page, '登记服务合同')).toBeVisible();
  await field(page, '合同编号').fill('C001');
  for (const [name, typed] of [['服务商', '启明'], ['试点企业', '精工']]) {
    const box = page.getByRole('combobox', { name, exact: true });
    await box.click();
    await box.fill(typed);
    await page.getByRole('option', { name: new RegExp(typed) }).click();
  }
  await field(page, '合同金额（元）').fill('300000');
  await field(page, '签订日期').fill('2025-02-01');
  await field(page, '约定完成日期').fill('2026-12-31');
  await field(page, '项目名称').fill('生产管理系统');
  await field(page, '具体功能').fill('排程与报工');
  await field(page, '用途').fill('打通生产数据');
  await field(page, '单价（元）').fill('300000');
  await field(page, '数量').fill('1');
  await press(page, '保存');
  await expect(title(page, '合同 C001')).toBeVisible();
}

async function rate(page, period, satisfaction) {
  await page.getByRole('link', { name: '填写评价' }).first().click();
  await expect(title(page, '填写评价')).toBeVisible();
  await field(page, '评价周期').fill(period);
  await page.getByRole('radio', { name: satisfaction, exact: true }).click();
  await field(page, '评价意见').fill('报修之后一周无人到场');
  await press(page, '保存');
  await expect(title(page, '合同 C001')).toBeVisible();
}

/** The verdict on the provider's page, reached through the list. */
async function verdict(page) {
  await go(page, '服务商');
  await page.getByRole('link', { name: '长春启明数科有限公司' }).click();
  await expect(title(page, '长春启明数科有限公司')).toBeVisible();
  return page.getByRole('region', { name: '第九条（二）' });
}

async function expectMet(page) {
  const region = await verdict(page);
  await expect(region.getByRole('heading', { name: '第九条（二）' })).toBeVisible();
  await expect(region).toContainText('已达到');
  await expect(region).toContainText('试点企业对服务商满意度评价“不满意”次数达到5次的');
  await expect(region).toContainText('有效评价中“不满意”5次（C001@2025-03、C001@2025-04、C001@2025-05、C001@2025-06、C001@2025-Q3），限值5次');
}

test('from registration to the verdict of 第九条（二）, kept over a reload, taken out, cleared and taken in again', async ({ page, baseURL }, info) => {
  test.setTimeout(180_000);
  const heard = listen(page, baseURL);
  await page.goto('/');
  await expect(title(page, '工作台')).toBeVisible();
  await registerProvider(page);
  await registerEnterprise(page);
  await registerContract(page);
  for (const period of ['2025-03', '2025-04', '2025-05', '2025-06']) await rate(page, period, '不满意');
  await expect(await verdict(page)).toContainText('再有1次“不满意”即达到第九条（二）');
  await page.getByRole('link', { name: 'C001' }).first().click();
  await expect(title(page, '合同 C001')).toBeVisible();
  await rate(page, '2025-Q3', '不满意');
  await expectMet(page);
  await saved(page);

  await page.reload();
  await expect(title(page, '长春启明数科有限公司')).toBeVisible();
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

test('a second tab does not write beside the first; it opens when the first is closed', async ({ page, context }) => {
  await page.goto('/');
  await expect(title(page, '工作台')).toBeVisible();
  const second = await context.newPage();
  await second.goto('/');
  await expect(second.getByRole('heading', { name: '衡评已在另一个标签页中打开' })).toBeVisible();
  await page.close();
  await expect(title(second, '工作台')).toBeVisible();
});
