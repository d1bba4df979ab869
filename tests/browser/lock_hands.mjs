// A locked store as a person meets it, and as somebody who reads the browser's databases and files finds it.
import { expect } from '@playwright/test';
import { saved } from './at_the_page.mjs';

export const phrase = '正确的马 电池 订书钉';

/** What may be found nowhere once the store is locked. */
export const secrets = ['长春恒舟智能装备有限公司', '91220106MAH60F063W', '麴梓平', '吉林精工机械厂', '91220102MA1F4FE12D', 'HT20250417', '顾问三周无人到场',
  '提出的改造建议脱离实际', '"uscc"', 'enterprise.registered', 'records/', 'feed/', 'settings/'];

const facts = [
  { kind: 'provider.registered', on: '2025-01-02', provider: 'FWS20250102', name: secrets[0], uscc: secrets[1], address: '长春市绿园区晨曦大街2330号', legal_representative: secrets[2],
    business_scope: '软件开发', registered_capital: '24250000', types: ['链主'] },
  { kind: 'enterprise.registered', on: '2025-01-02', enterprise: 'QY20250102', name: secrets[3], uscc: secrets[4], industry: '汽车零部件' },
  { kind: 'engagement.signed', on: '2025-01-10', by: 'enterprise', engagement: secrets[5], provider: 'FWS20250102', enterprise: 'QY20250102', amount: '107000', due_on: '2026-10-17',
    items: [{ name: '仓储管理系统', function: '入库', purpose: '账实相符', unit_price: '107000', quantity: 1, standard: true }] },
  { kind: 'rating.given', on: '2025-02-03', by: 'enterprise', engagement: secrets[5], period: '2025-01', satisfaction: 'unsatisfied', comment: secrets[6] },
  { kind: 'complaint.filed', on: '2025-03-12', by: 'enterprise', complaint: 'TS20250312', engagement: secrets[5], article: '6.3', text: secrets[7] },
];
export const factsFile = { name: 'facts.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ format: 'hengping.facts', version: 1, facts })) };

export const press = (page, name) => page.locator('#mirror').getByRole('button', { name, exact: true }).click();
export const sheet = (page) => page.locator('dialog.sheet');
export const lockScreen = (page) => page.getByRole('heading', { level: 1, name: '衡评已锁定' });

export async function go(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.waitForTimeout(200);
}

/** A store with everything in it that must not be found. */
export async function fill(page, address = '/') {
  await page.goto(`${address}#/exchange`);
  await saved(page);
  await page.getByLabel('导入', { exact: true }).setInputFiles(factsFile);
  await press(page, '确认导入');
  await expect.poll(async () => (await readable(page)).length).toBeGreaterThan(0);
  await saved(page);
}

/** Opens the dialog of a button in the settings and gives it these, in the order of its fields. */
export async function ask(page, name, ...passphrases) {
  await go(page, '#/settings');
  await press(page, name);
  await expect(sheet(page)).toBeVisible();
  const fields = sheet(page).locator('.field input');
  for (const [i, passphrase] of passphrases.entries()) await fields.nth(i).fill(passphrase);
  await sheet(page).locator('[type="submit"]').click();
}

export async function setPassphrase(page, passphrase = phrase) {
  await ask(page, '设置口令', passphrase, passphrase);
  await expect(sheet(page)).toHaveCount(0, { timeout: 30_000 });
  await expect(page.locator('#mirror').getByRole('button', { name: '立即锁定' })).toBeAttached();
}

export async function unlock(page, passphrase = phrase) {
  await expect(lockScreen(page)).toBeVisible();
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}

/** Every database with all that lies in it, every cache and the local storage: [where, hex of the bytes]. Runs in the page. */
export const everythingStored = (page) => page.evaluate(async () => {
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const text = (value) => new TextEncoder().encode(JSON.stringify(value) ?? String(value));
  const bytesOf = async (value) => (value instanceof Blob ? new Uint8Array(await value.arrayBuffer())
    : value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new Uint8Array(value.buffer ?? value) : text(value));
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const entries = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([settled(entries.getAllKeys()), settled(entries.getAll())]);
      for (const [i, key] of keys.entries()) found.push([`${name}/${store}/${key}`, hex(await bytesOf(values[i]))]);
    }
    database.close();
  }
  for (const key of Object.keys(localStorage)) found.push([`localStorage/${key}`, hex(text(localStorage[key]))]);
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      // The page's own files are the same on every device.
      if (!/\/(?:[\w.]+\.(?:m?js|css|wasm|html|webmanifest)|icons\/.*|strings\/.*|fonts\/.*|)$/.test(pathname)) found.push([`${name}${pathname}`, hex(new Uint8Array(await (await cache.match(request)).arrayBuffer()))]);
    }
  }
  return found;
});

/** What of the words stands in these bytes, as UTF-8 or as UTF-16. */
export function wordsIn(bytes, words) {
  return words.filter((word) => bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le')));
}

/** Words found in what is stored: [where, words]. */
export async function readable(page, words = secrets) {
  const found = [];
  for (const [where, bytes] of await everythingStored(page)) {
    const there = wordsIn(Buffer.concat([Buffer.from(`${where}\n`), Buffer.from(bytes, 'hex')]), words);
    if (there.length) found.push([where, there]);
  }
  return found;
}
