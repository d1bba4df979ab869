// Every call that six actions make of IndexedDB fails once in every way that it can: saved is never said of what has not committed, the store never
// holds half an action, and once the storage works again everything is there.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const field = (page, name) => page.getByRole('textbox', { name, exact: true });
const saved = (page) => expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeAttached();

for (const [mode, what, alsoSticky] of [
  ['throw', 'a call that throws', true],
  ['quota', 'a storage that is full', true],
  ['abort', 'a transaction that is taken back at its end', true],
  ['closed', 'a connection that is closed', true],
  ['blocked', 'an open that is blocked', false],
  ['vanish', 'a browser that deletes the databases', false],
]) {
  test(`nothing is lost and nothing false is said under ${what}, whichever call it strikes`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title>' }));
    await page.route('**/faulty_storage.js', (route) => route.fulfill({ contentType: 'text/javascript', path: fileURLToPath(new URL('faulty_storage.mjs', import.meta.url)) }));
    await page.goto('/harness');
    const result = await page.evaluate(async ([...how]) => (await import('/faulty_storage.js')).sweep(...how), [mode, alsoSticky]);
    console.log(`storage faults: ${mode}: ${result.cases} cases, ${result.failures} with a failure, ${result.problems.length} problems`);
    expect(result.problems).toEqual([]);
    expect(result.commits.length).toBeGreaterThanOrEqual(7); // opening and six actions
    expect(result.failures).toBe(result.cases);
    expect(result.cases).toBeGreaterThan(3);
  });
}

async function register(page, name) {
  await page.goto('/#/enterprises/new');
  await saved(page);
  await field(page, '名称').fill(name);
  await field(page, '统一社会信用代码').fill('91220103MADRMTGU16');
  await field(page, '所属行业').fill('汽车');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a full storage is said in words, tried again without anybody, and the page asks before it is closed meanwhile', async ({ page }) => {
  await page.addInitScript(() => {
    window.listening = 0;
    const { addEventListener, removeEventListener } = window;
    window.addEventListener = (type, ...rest) => { if (type === 'beforeunload') window.listening = 1; addEventListener.call(window, type, ...rest); };
    window.removeEventListener = (type, ...rest) => { if (type === 'beforeunload') window.listening = 0; removeEventListener.call(window, type, ...rest); };
    const original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function transaction(names, mode, ...rest) {
      if (window.full && mode === 'readwrite') throw new DOMException('made to fail', 'QuotaExceededError');
      return original.call(this, names, mode, ...rest);
    };
  });
  await page.goto('/');
  await saved(page);
  expect(await page.evaluate(() => { window.full = true; return window.listening; })).toBe(0);
  await page.evaluate(() => { location.hash = '#/enterprises/new'; });
  await field(page, '名称').fill('长春市存不下有限公司');
  await field(page, '统一社会信用代码').fill('91220103MADRMTGU16');
  await field(page, '所属行业').fill('汽车');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('保存失败：存储空间已满').first()).toBeAttached();
  await expect(page.getByText('QuotaExceededError: made to fail').first()).toBeAttached();
  expect(await page.evaluate(() => window.listening)).toBe(1);
  await page.evaluate(() => { window.full = false; });
  await saved(page); // after two seconds, by itself
  expect(await page.evaluate(() => window.listening)).toBe(0);
});

test('a page whose storage the browser clears says so, writes everything anew, and opens with it again', async ({ page }) => {
  await register(page, '长春市留得住有限公司');
  await saved(page);
  await page.evaluate(() => new Promise((resolve) => {
    indexedDB.deleteDatabase('hengping-key');
    indexedDB.deleteDatabase('hengping').onsuccess = resolve;
  }));
  await expect(page.getByText('浏览器清除了本站的存储').first()).toBeAttached();
  await expect(page.getByText('全部数据已从内存重新写入').first()).toBeAttached();
  await saved(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: '长春市留得住有限公司' })).toBeVisible();
  await expect(page.getByText('无法读取')).toHaveCount(0);
});

test('a store of a newer version stops the page with words, an update and everything in a file', async ({ page }) => {
  await register(page, '长春市以后有限公司');
  await saved(page);
  await page.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title>' }));
  await page.goto('/harness');
  await page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('hengping', 3);
    request.onupgradeneeded = () => request.result.createObjectStore('later');
    request.onsuccess = () => resolve(request.result.close());
  }));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '本页需要更新' })).toBeVisible();
  await expect(page.getByRole('button', { name: '更新本页' })).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出全部数据' }).click()]);
  expect(file.suggestedFilename()).toBe('hengping-store.json');
  const kept = test.info().outputPath('hengping-store.json');
  await file.saveAs(kept);
  // An older or newer page that can read it takes it in.
  await page.goto('/harness');
  await page.evaluate(() => new Promise((resolve) => { indexedDB.deleteDatabase('hengping').onsuccess = resolve; }));
  await page.goto('/#/exchange');
  await saved(page);
  await page.getByLabel('导入', { exact: true }).setInputFiles(kept);
  await page.getByRole('button', { name: '确认导入' }).click();
  await saved(page);
  await page.goto('/#/enterprises');
  await expect(page.getByText('长春市以后有限公司').first()).toBeVisible();
});

test('a page whose store a newer version takes over says so, changes nothing any more, and still hands out everything', async ({ page, context }) => {
  await register(page, '长春市旧页有限公司');
  await saved(page);
  await context.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title>' }));
  const newer = await context.newPage();
  await newer.goto('/harness');
  await newer.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('hengping', 3);
    request.onupgradeneeded = () => {};
    request.onsuccess = resolve;
  }));
  await expect(page.getByText('新版本正在另一个标签页中使用').first()).toBeAttached();
  await page.evaluate(() => { location.hash = '#/enterprises/new'; });
  await field(page, '名称').fill('长春市太晚有限公司');
  await field(page, '统一社会信用代码').fill('91220103MADRMTGU16');
  await field(page, '所属行业').fill('汽车');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '长春市太晚有限公司' })).toHaveCount(0);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).first().click()]);
  const kept = test.info().outputPath('bundle.json');
  await file.saveAs(kept);
  expect(await readFile(kept, 'utf8')).toContain('长春市旧页有限公司');
  expect(await readFile(kept, 'utf8')).not.toContain('长春市太晚有限公司');
});

test('a second tab looks at the database for a lock only, as it is: only the one that writes brings it to a newer form', async ({ page, context }) => {
  await page.goto('/');
  await saved(page);
  const second = await context.newPage();
  await second.addInitScript(() => {
    window.opened = [];
    const original = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function open(...args) { window.opened.push(args); return original.apply(this, args); };
  });
  await second.goto('/');
  await expect(second.getByRole('heading', { name: '衡评已在另一个标签页中打开' })).toBeVisible();
  expect(await second.evaluate(() => window.opened.filter(([, version]) => version !== undefined))).toEqual([]);
});
