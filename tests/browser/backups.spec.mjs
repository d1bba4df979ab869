// Backups in real files, the browser's room and its promise, and a store that it has cleared. The folder is one of the browser's own (OPFS): the
// same interface and real bytes, without a chooser that no test can press.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { download, field, open, saved } from './at_the_page.mjs';
import { city, program } from './city.mjs';

const says = (page, text) => expect(page.getByText(text).first()).toBeAttached();
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

async function register(page, name) {
  await page.evaluate(() => { location.hash = '#/enterprises/new'; });
  await field(page, '名称').fill(name);
  await field(page, '统一社会信用代码').fill('91220103MADRMTGU16');
  await field(page, '所属行业').fill('汽车零部件');
  await press(page, '保存');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await saved(page);
}

const settings = (page) => page.evaluate(() => { location.hash = '#/settings'; });

/** Choosers that give places in the browser's own file system. */
async function withPlaces(page) {
  await page.addInitScript(() => {
    const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });
    globalThis.showDirectoryPicker = folder;
    globalThis.showSaveFilePicker = async ({ suggestedName }) => (await folder()).getFileHandle(suggestedName, { create: true });
  });
}

const inFolder = (page) => page.evaluate(async () => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });
  const files = {};
  for await (const [name, file] of folder) files[name] = await (await file.getFile()).text();
  return files;
});

function verify(text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-backup-'));
  try {
    writeFileSync(path.join(folder, 'backup.json'), text);
    return JSON.parse(execFileSync(program, ['verify', path.join(folder, 'backup.json'), '--json'], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a backup goes to the place that is asked for, is read back, and holds everything', async ({ page }) => {
  await withPlaces(page);
  await open(page);
  await register(page, '长春备份的𠮷工厂');
  await says(page, '尚无备份');
  await settings(page);
  await press(page, '立即备份');
  await says(page, '备份已读回并核对：能恢复全部记录。');
  await says(page, '今日已备份');
  const files = Object.entries(await inFolder(page));
  expect(files).toHaveLength(1);
  expect(files[0][0]).toMatch(/^hengping-backup-\d{8}T\d{6}Z\.json$/);
  expect(files[0][1]).toContain('长春备份的𠮷工厂');
  expect(verify(files[0][1]).ok).toBe(true);
  await page.reload();
  await saved(page);
  await says(page, '今日已备份');
});

test('in a chosen folder backups come by themselves, and the last seven stay', async ({ page }) => {
  test.setTimeout(90_000);
  await withPlaces(page);
  await open(page);
  await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });
    const names = ['holiday.jpg', ...Array.from({ length: 8 }, (_, day) => `hengping-backup-2026010${day + 1}T000000Z.json`)];
    for (const name of names) await folder.getFileHandle(name, { create: true });
  });
  await settings(page);
  await press(page, '选择备份文件夹');
  await says(page, '自动备份到所选文件夹');
  expect(Object.keys(await inFolder(page))).toHaveLength(9); // there is nothing to keep yet

  // The folder is known after a restart, and used a while after enough has come.
  await page.reload();
  await saved(page);
  await page.evaluate(() => { location.hash = '#/exchange'; });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '导入', exact: true }).click()]);
  await chooser.setFiles({ name: 'city.json', mimeType: 'application/json', buffer: city({ providers: 4, enterprises: 8, facts: 80, seed: 3 }) });
  await press(page, '确认导入');
  await saved(page);
  await says(page, '尚无备份');
  await expect(page.getByText('今日已备份').first()).toBeAttached({ timeout: 40_000 });
  await expect.poll(async () => Object.keys(await inFolder(page)).length).toBe(8);
  const files = await inFolder(page);
  expect(Object.keys(files)).toContain('holiday.jpg');
  expect(Object.keys(files)).not.toContain('hengping-backup-20260102T000000Z.json');
  const newest = Object.keys(files).filter((name) => name.startsWith('hengping-backup-')).sort().at(-1);
  expect(verify(files[newest]).ok).toBe(true);
  await settings(page);
  await press(page, '停止自动备份');
  await says(page, '选择一个文件夹');
});

test('a file that did not arrive whole, or could not be written, is not called a backup', async ({ page }) => {
  await withPlaces(page);
  await page.addInitScript(() => {
    const write = FileSystemWritableFileStream.prototype.write;
    FileSystemWritableFileStream.prototype.write = function (bytes) {
      if (globalThis.spoil === 'full') throw new DOMException('no room', 'QuotaExceededError');
      return write.call(this, globalThis.spoil === 'half' ? bytes.slice(0, bytes.length >> 1) : bytes);
    };
  });
  await open(page);
  await register(page, '长春半份备份工厂');
  await settings(page);
  await page.evaluate(() => { globalThis.spoil = 'half'; });
  await press(page, '立即备份');
  await says(page, '这个文件不能用作备份');
  await says(page, '备份未核对');
  await page.evaluate(() => { globalThis.spoil = 'full'; });
  await press(page, '立即备份');
  await says(page, '备份未能写入');
  await page.evaluate(() => { globalThis.showSaveFilePicker = () => Promise.reject(new DOMException('', 'AbortError')); });
  await press(page, '立即备份');
  await expect(page.getByText('备份未能写入')).toHaveCount(0);
  await says(page, '备份未核对');
});

test('where the browser only downloads, the file is looked at when the person chooses it', async ({ page }) => {
  await page.addInitScript(() => { delete globalThis.showSaveFilePicker; delete globalThis.showDirectoryPicker; });
  await open(page);
  await register(page, '长春下载备份工厂');
  await settings(page);
  await says(page, '此浏览器不能自动写入文件夹');
  const { name, text } = await download(page, () => press(page, '立即备份'));
  await says(page, '备份未核对');
  for (const [content, words] of [[text.slice(0, -200), '这个文件不能用作备份'], [text, '备份已读回并核对']]) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '核对备份文件' }).click()]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await says(page, words);
  }
  await says(page, '今日已备份');
});

test('the browser is asked to keep the data when there is something to keep, and its answer is shown', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.asked = 0;
    let promised = false;
    navigator.storage.persist = async () => { ++globalThis.asked; return promised = globalThis.asked > 1; };
    navigator.storage.persisted = async () => promised;
  });
  await open(page);
  await settings(page);
  await says(page, '浏览器可能自动清除');
  expect(await page.evaluate(() => globalThis.asked)).toBe(0);
  await register(page, '长春要长存的工厂');
  await expect.poll(() => page.evaluate(() => globalThis.asked)).toBe(1);
  await settings(page);
  await press(page, '请求长期保存');
  await says(page, '浏览器已承诺不自动清除');
});

test('room that runs out is told while there still is some', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.share = 0.5;
    navigator.storage.estimate = async () => ({ usage: globalThis.share * 2e9, quota: 2e9 });
  });
  await open(page);
  await expect(page.getByText('存储空间')).toHaveCount(0);
  for (const [share, words] of [[0.81, '存储空间将满'], [0.999, '存储空间几乎用完']]) {
    await page.addInitScript(`globalThis.share = ${share}`);
    await page.reload();
    await says(page, words);
  }
});

test('a store that the browser has cleared is told at the next start, one that a person has emptied is not', async ({ page }) => {
  await open(page);
  await register(page, '长春会消失的工厂');
  const clear = async () => {
    await page.goto('/manifest.webmanifest');
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) {
        await new Promise((resolve, reject) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: resolve, onerror: reject, onblocked: reject }));
      }
    });
  };
  await clear();
  await open(page);
  await says(page, '浏览器清除了本页保存的数据');
  await page.reload();
  await says(page, '浏览器清除了本页保存的数据');
  await press(page, '知道了');
  await expect(page.getByText('浏览器清除了本页保存的数据')).toHaveCount(0);
  await page.reload();
  await saved(page);
  await expect(page.getByText('浏览器清除了本页保存的数据')).toHaveCount(0);

  await register(page, '长春被清空的工厂');
  await page.evaluate(() => { location.hash = '#/exchange'; });
  await press(page, '清空数据');
  await page.getByRole('dialog').getByRole('textbox').fill('清空');
  await page.getByRole('dialog').getByRole('button', { name: '清空', exact: true }).click();
  await saved(page);
  await page.reload();
  await saved(page);
  await expect(page.getByText('浏览器清除了本页保存的数据')).toHaveCount(0);
});
