// The page as it ships: painting, Chinese input, storage, idleness, and what happens when the browser or the program fails.
import { expect, test } from '@playwright/test';
import { download, field, open, picture, saved } from './at_the_page.mjs';
import { withoutChineseFace } from './no_chinese_face.mjs';
import { isRunnersOwn } from './console.mjs';

const rare = '𠮷田㛃䶮𤭢';

async function register(page, name) {
  await open(page, '#/providers/new');
  await field(page, '名称').fill(name);
  await field(page, '统一社会信用代码').fill('91220102MA1F4FE12D');
  await field(page, '法定代表人').fill('王芳');
  await field(page, '住所').fill('长春市朝阳区');
  await field(page, '经营范围').fill('数据服务');
  await field(page, '注册资本（元）').fill('1000000');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await saved(page);
}

/** What a clip of the screen looks like: how many colours, where the centre of what differs from the corner lies. */
async function look(page, clip) {
  const { width, pixels } = await picture(page, clip);
  let count = 0; let x = 0; let y = 0;
  pixels.forEach((pixel, i) => {
    if (pixel === pixels[0]) return;
    ++count;
    x += i % width;
    y += Math.floor(i / width);
  });
  return { colors: new Set(pixels).size, ink: count, x: x / count, y: y / count };
}

test('the canvas is alive and painted, nothing is said on the console, no other host is asked', async ({ page, baseURL }) => {
  const heard = [];
  page.on('console', (message) => { if (!isRunnersOwn(message)) heard.push(message.text()); });
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('request', (request) => { if (!request.url().startsWith(baseURL) && !/^(data|blob):/.test(request.url())) heard.push(request.url()); });
  await open(page);
  expect(await page.evaluate(() => document.getElementById('canvas').getContext('webgl2').isContextLost())).toBe(false);
  const { colors, ink } = await look(page, { x: 0, y: 0, width: 1280, height: 800 });
  expect(colors).toBeGreaterThan(30);
  expect(ink).toBeGreaterThan(5000);
  expect(heard).toEqual([]);
});

test('composed and rare characters reach the record, are shown, stored and exported', async ({ page, context }) => {
  await open(page, '#/providers/new');
  const name = field(page, '名称');
  await name.focus();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'jitian', selectionStart: 6, selectionEnd: 6 });
  await expect(name).toHaveValue('jitian');
  await devtools.send('Input.insertText', { text: `${rare}有限公司` });
  await expect(name).toHaveValue(`${rare}有限公司`);
  await field(page, '统一社会信用代码').fill('91220102MA1F4FE12D');
  await field(page, '法定代表人').fill('王芳');
  await field(page, '住所').fill('长春市');
  await field(page, '经营范围').fill('数据服务');
  await field(page, '注册资本（元）').fill('1');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${rare}有限公司` })).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: `${rare}有限公司` })).toBeVisible();
  await page.getByRole('link', { name: '数据交换' }).click();
  const { text } = await download(page, () => page.getByRole('button', { name: /^导出/ }).first().click());
  expect(text).toContain(`${rare}有限公司`);
});

for (const ratio of [1, 1.5, 2]) {
  test.describe(`at ${ratio} device pixels to a CSS pixel`, () => {
    test.use({ deviceScaleFactor: ratio });
    test(`every device pixel is painted, and live text lies on the painted text (${ratio})`, async ({ page }) => {
      await open(page, '#/providers/new');
      expect(await page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]))
        .toEqual([1280 * ratio, 800 * ratio]);
      const name = field(page, '名称');
      await name.fill('长春市某某科技有限公司 Ag 2026');
      const { x, y, width, height } = await name.boundingBox();
      const clip = { x: x + 4, y: y + 4, width: width - 8, height: height - 8 };
      await page.evaluate(() => document.activeElement.style.setProperty('caret-color', 'transparent'));
      const live = await look(page, clip);
      await field(page, '住所').focus();
      await expect.poll(async () => (await look(page, clip)).ink).toBeGreaterThan(100);
      const painted = await look(page, clip);
      expect(Math.abs(live.x - painted.x)).toBeLessThan(1.5 * ratio);
      expect(Math.abs(live.y - painted.y)).toBeLessThan(1 * ratio);
    });
  });
}

test('lines of a live text break where those of the painted one do', async ({ page }) => {
  await open(page, '#/providers/new');
  const area = field(page, '经营范围');
  await area.fill(`${'软件开发；信息系统集成服务（含安装、调试）。'.repeat(3)}Hengping-assessment ${'x'.repeat(90)}——数据“服务”`);
  const { x, y, width, height } = await area.boundingBox();
  const clip = { x: x + 4, y: y + 4, width: width - 8, height: height - 8 };
  await page.evaluate(() => document.activeElement.style.setProperty('caret-color', 'transparent'));
  await page.keyboard.press('Control+Home');
  await page.waitForTimeout(300);
  const live = await look(page, clip);
  await field(page, '住所').focus();
  await page.waitForTimeout(300);
  const painted = await look(page, clip);
  expect(live.ink).toBeGreaterThan(1000);
  expect(Math.abs(live.x - painted.x)).toBeLessThan(4);
  expect(Math.abs(live.y - painted.y)).toBeLessThan(1.5);
});

test('a lost context comes back by itself with what was typed meanwhile', async ({ page }) => {
  await open(page, '#/providers/new');
  await page.waitForTimeout(500);
  const all = { x: 0, y: 0, width: 1280, height: 800 };
  const before = await look(page, all);
  await page.evaluate(() => {
    window.loss = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.loss.loseContext();
  });
  await field(page, '名称').fill('断开时输入');
  await page.evaluate(() => window.loss.restoreContext());
  await expect.poll(async () => (await look(page, all)).colors).toBeGreaterThan(before.colors / 2);
  expect((await look(page, all)).ink).toBeGreaterThan(before.ink * 0.9);
  await expect(field(page, '名称')).toHaveValue('断开时输入');
});

test('without WebGL 2 the page says so and the data still come out', async ({ page, context }) => {
  await register(page, '长春市可导出有限公司');
  const without = await context.newPage();
  await without.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function getContext(type, ...rest) { return type === 'webgl2' ? null : original.call(this, type, ...rest); };
  });
  await without.goto('/');
  await expect(without.getByRole('heading', { name: '无法显示界面' })).toBeVisible();
  const { name, text } = await download(without, () => without.getByRole('button', { name: '导出全部数据' }).click());
  expect(name).toMatch(/^hengping-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(text).format).toBe('hengping.bundle');
  expect(text).toContain('长春市可导出有限公司');
});

test('a trap in the program ends in words and an export, and nothing saved is lost', async ({ page }) => {
  await register(page, '长春市不会丢失有限公司');
  // A host function that throws in the middle of a frame unwinds the program just as a trap of its own does.
  await page.evaluate(() => { CanvasRenderingContext2D.prototype.measureText = () => { throw new Error('made to fail'); }; });
  await page.evaluate(() => { location.hash = '#/settings'; });
  await expect(page.getByRole('heading', { name: '衡评已停止运行' })).toBeVisible();
  await expect(page.getByRole('button', { name: '保存', exact: true })).toHaveCount(0);
  const { text } = await download(page, () => page.getByRole('button', { name: '导出全部数据' }).click());
  expect(JSON.parse(text).format).toBe('hengping.bundle');
  expect(text).toContain('长春市不会丢失有限公司');
  await page.getByRole('button', { name: '重新载入' }).click();
  await page.goto('/#/providers');
  await expect(page.getByText('长春市不会丢失有限公司').first()).toBeVisible();
});

test('a change that did not reach the storage is in the recovery export', async ({ page }) => {
  await open(page, '#/providers/new');
  await page.evaluate(() => {
    IDBDatabase.prototype.transaction = new Proxy(IDBDatabase.prototype.transaction, {
      apply(target, self, [names, mode, ...rest]) {
        if (mode === 'readwrite') throw new DOMException('full', 'QuotaExceededError');
        return Reflect.apply(target, self, [names, mode, ...rest]);
      },
    });
  });
  await field(page, '名称').fill('长春市未保存有限公司');
  await field(page, '统一社会信用代码').fill('91220102MA1F4FE12D');
  await field(page, '法定代表人').fill('王芳');
  await field(page, '住所').fill('长春市');
  await field(page, '经营范围').fill('数据服务');
  await field(page, '注册资本（元）').fill('1');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '长春市未保存有限公司' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toHaveCount(0);
  await page.evaluate(() => { CanvasRenderingContext2D.prototype.measureText = () => { throw new Error('made to fail'); }; });
  await page.evaluate(() => { location.hash = '#/settings'; });
  await expect(page.getByRole('heading', { name: '衡评已停止运行' })).toBeVisible();
  await expect(page.getByText('尚未保存到本浏览器')).toBeVisible();
  const { text } = await download(page, () => page.getByRole('button', { name: '导出全部数据' }).click());
  expect(text).toContain('长春市未保存有限公司');
});

test('the web font is fetched only where the device cannot write Chinese', async ({ page, context }) => {
  const fetched = [];
  context.on('request', (request) => { if (request.url().endsWith('.woff2')) fetched.push(request.url()); });
  await open(page);
  expect(fetched).toEqual([]);
  const without = await context.newPage();
  await withoutChineseFace(without);
  await open(without);
  expect(fetched).toHaveLength(1);
  expect(await without.evaluate(() => document.fonts.check('16px "Hengping Sans SC"'))).toBe(true);
});
