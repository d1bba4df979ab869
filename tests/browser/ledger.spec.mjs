// What one device has signed, the other verifies: the page with a key that cannot be read out, the command line with libsodium.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.HENGPING_CLI ?? path.join(root, 'build/hengping');
const run = (...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const json = (...args) => JSON.parse(run(...args, '--json'));

const title = (page, name) => page.getByRole('heading', { level: 1, name });
const saved = (page) => expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeAttached();
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

const city = {
  format: 'hengping.facts',
  version: 1,
  facts: [{ kind: 'enterprise.registered', on: '2025-01-02', enterprise: 'E1', name: '吉林精工', uscc: '91220101MA00000013', industry: '机械' }],
};

async function takeIn(page, file) {
  await page.getByLabel('导入', { exact: true }).setInputFiles(file);
  await press(page, '确认导入');
  await saved(page);
}

async function exported(page, file) {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, '导出')]);
  await download.saveAs(file);
  return JSON.parse(await readFile(file, 'utf8'));
}

test('a bundle that the page signs is verified by the command line; one altered record is refused by both', async ({ page }, info) => {
  const facts = info.outputPath('city.json');
  const bundle = info.outputPath('bundle.json');
  await writeFile(facts, JSON.stringify(city));
  await page.goto('/#/exchange');
  await expect(title(page, '数据交换')).toBeVisible();
  await takeIn(page, facts);
  const { feeds } = await exported(page, bundle);
  expect(feeds).toHaveLength(1);
  expect(feeds[0].device.key).toMatch(/^[0-9a-f]{64}$/);
  expect(feeds[0].head.signature).toMatch(/^[0-9a-f]{128}$/);
  const report = json('verify', bundle);
  expect([report.ok, report.records, report.devices[0].standing]).toEqual([true, 2, 'root']);

  const altered = info.outputPath('altered.json');
  await writeFile(altered, (await readFile(bundle, 'utf8')).replace('吉林精工', '吉林细工'));
  expect(spawnSync(program, ['verify', altered]).status).toBe(1);
  await page.getByLabel('导入', { exact: true }).setInputFiles(altered);
  await expect(page.getByText('位置：/feeds/0/records/1').first()).toBeAttached();

  // The key stays: what is recorded after a reload goes on with the same feed.
  await page.reload();
  await expect(title(page, '数据交换')).toBeVisible();
  const again = await exported(page, info.outputPath('again.json'));
  expect(again.feeds[0].device).toEqual(feeds[0].device);
});

test('the private key cannot be read out of the page, and clearing begins with another', async ({ page }, info) => {
  const facts = info.outputPath('city.json');
  await writeFile(facts, JSON.stringify(city));
  await page.goto('/#/exchange');
  await takeIn(page, facts);
  const readOut = () => page.evaluate(async () => {
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('hengping-key');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const pair = await new Promise((resolve) => {
      const request = database.transaction('keys').objectStore('keys').get('own');
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    const attempt = await crypto.subtle.exportKey('pkcs8', pair.privateKey).then(() => 'read', (error) => error.name);
    return [pair.privateKey.extractable, attempt];
  });
  expect(await readOut()).toEqual([false, 'InvalidAccessError']);
  const before = await exported(page, info.outputPath('before.json'));
  await press(page, '清空数据');
  await page.getByRole('textbox', { name: '请输入“清空”以确认' }).fill('清空');
  await page.getByRole('dialog').getByRole('button', { name: '清空', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await takeIn(page, facts);
  const after = await exported(page, info.outputPath('after.json'));
  expect(after.feeds[0].device.key).not.toBe(before.feeds[0].device.key);
});

test('what the command line has signed counts on the page', async ({ page }, info) => {
  const facts = info.outputPath('city.json');
  const ledger = info.outputPath('bureau.json');
  const bundle = info.outputPath('bundle.json');
  await writeFile(facts, JSON.stringify(city));
  run('ledger', 'new', ledger, '--role', 'bureau', '--name', '市工信局');
  run('import', ledger, facts);
  run('export', ledger, '-o', bundle);
  await page.goto('/#/exchange');
  await takeIn(page, bundle);
  await page.goto('/#/enterprises');
  await expect(page.getByRole('link', { name: '吉林精工' }).first()).toBeAttached();
  await page.reload();
  await expect(page.getByRole('link', { name: '吉林精工' }).first()).toBeAttached();
});

test('asked twice at once, a device makes one key', async ({ page }) => {
  await page.goto('/');
  const keys = await page.evaluate(async () => {
    const { DeviceKey } = await import('/device_key.js');
    const device = new DeviceKey('asked-twice', 5000);
    const both = await Promise.all([device.publicKey(), device.publicKey()]);
    return [...both, await new DeviceKey('asked-twice', 5000).publicKey()];
  });
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(keys).size).toBe(1);
});
