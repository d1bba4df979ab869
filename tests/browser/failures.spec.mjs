// When something fails that ought not to: words and a way on, never a frozen picture, and nothing of what was typed is lost without being said.
import { expect, test } from '@playwright/test';
import { download, field, open, picture } from './at_the_page.mjs';
import { trapping } from './trapping_module.mjs';

const stopped = (page) => page.getByRole('heading', { name: '衡评已停止运行' });

test('a trap of the WASM itself ends in words, with what was typed and the data to take along', async ({ page }) => {
  const glue = await (await page.request.get('/hengping.mjs')).text();
  const exported = /_hp_context_lost=Module\["_hp_context_lost"\]=wasmExports\["(\w+)"\]/.exec(glue)[1];
  await page.route('**/hengping.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: trapping(await response.body(), exported) });
  });
  await open(page, '#/providers/new');
  await field(page, '名称').fill('长春市没提交的𠮷田公司');
  await field(page, '经营范围').fill('第一行\n第二行');
  await page.evaluate(() => document.getElementById('canvas').dispatchEvent(new Event('webglcontextlost', { cancelable: true })));
  await expect(stopped(page)).toBeVisible();
  await expect(page.getByText('unreachable')).toBeAttached();
  await expect(page.getByRole('heading', { name: '已输入、尚未提交的内容' })).toBeVisible();
  await expect(page.getByText('名称: 长春市没提交的𠮷田公司')).toBeVisible();
  const { name, text } = await download(page, () => page.getByRole('button', { name: '导出尚未提交的内容' }).click());
  expect(name).toBe('hengping-drafts.txt');
  expect(text).toContain('名称: 长春市没提交的𠮷田公司\n');
  expect(text).toContain('经营范围: 第一行\n第二行\n');
  const all = await download(page, () => page.getByRole('button', { name: '导出全部数据' }).click());
  expect(JSON.parse(all.text).format).toBe('hengping.bundle');
});

test('an error in the page around the program ends in words too', async ({ page }) => {
  await open(page, '#/providers/new');
  await page.evaluate(() => { Element.prototype.matches = () => { throw new Error('made to fail'); }; });
  await field(page, '名称').focus();
  await expect(stopped(page)).toBeVisible();
  await expect(page.getByText('made to fail').first()).toBeAttached();
  await expect(page.getByRole('button', { name: '重新载入' })).toBeVisible();
});

test('a promise of the page that nobody catches ends in words too', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const error = new Error('made to be left alone');
    error.stack = `Error: ${error.message}\n    at ${location.origin}/main.js:1:1`; // as one of the page's own modules would throw it
    Promise.reject(error);
  });
  await expect(stopped(page)).toBeVisible();
  await expect(page.getByText('made to be left alone').first()).toBeAttached();
});

test("another's error, such as an extension's, stops nothing", async ({ page }) => {
  await open(page, '#/providers/new');
  await page.evaluate(() => {
    setTimeout(() => { throw new Error('not ours'); });
    Promise.reject(new Error('not ours either'));
    Promise.reject(undefined);
  });
  await page.waitForTimeout(300);
  await field(page, '名称').fill('照常');
  await expect(stopped(page)).toHaveCount(0);
  await expect(field(page, '名称')).toHaveValue('照常');
});

test('graphics that stay away are said in words, and when they are back the page goes on where it was', async ({ page }) => {
  await open(page, '#/providers/new');
  await field(page, '住所').fill('人民大街');
  await page.evaluate(() => {
    window.loss = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.loss.loseContext();
  });
  const words = page.getByRole('heading', { name: '画面暂时中断' });
  await page.waitForTimeout(1000);
  await expect(words).toBeHidden(); // a moment's loss is not worth a word
  await expect(words).toBeVisible({ timeout: 8000 });
  await expect(page.getByText('住所: 人民大街')).toBeVisible();
  const all = await download(page, () => page.getByRole('button', { name: '导出全部数据' }).click());
  expect(JSON.parse(all.text).format).toBe('hengping.bundle');
  await page.evaluate(() => window.loss.restoreContext());
  await expect(words).toBeHidden();
  await expect(field(page, '住所')).toHaveValue('人民大街');
  await expect(field(page, '住所')).toBeFocused();
  await page.keyboard.type('一号');
  await expect(field(page, '住所')).toHaveValue('人民大街一号');
  expect(new Set((await picture(page)).pixels).size).toBeGreaterThan(30);
});

test('a file that the device cannot read is named, and nothing stops', async ({ page }) => {
  await open(page, '#/exchange');
  await page.evaluate(() => { Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError')); });
  await page.locator('input[type="file"]').first().setInputFiles({ name: '盘上已没有.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(page.getByText('无法读取文件“盘上已没有.json”', { exact: false }).first()).toBeAttached();
  await expect(stopped(page)).toHaveCount(0);
});
