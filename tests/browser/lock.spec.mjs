// Locked at rest: with a passphrase the browser's store tells nothing, and everything is there again for who knows it.
import { expect, test } from '@playwright/test';
import { download, saved } from './at_the_page.mjs';
import { expectClean } from './axe.mjs';
import { ask, everythingStored, factsFile, fill, go, lockScreen, phrase, press, readable, secrets, setPassphrase, sheet, unlock } from './lock_hands.mjs';

test.describe.configure({ timeout: 60_000 });

const records = async (page) => {
  await go(page, '#/exchange');
  const { text } = await download(page, () => press(page, '导出'));
  return text;
};
const alert = (place) => place.getByRole('alert');

test('a locked store tells nothing; a wrong passphrase opens nothing, the right one everything', async ({ page }) => {
  await fill(page);
  expect((await readable(page)).length).toBeGreaterThan(0);
  const before = JSON.parse(await records(page));
  await setPassphrase(page);
  expect(await readable(page, [...secrets, before.feeds[0].device.id])).toEqual([]);
  expect((await everythingStored(page)).map(([where]) => where).filter((where) => where.includes('moving'))).toEqual([]);

  await page.reload();
  await expect(lockScreen(page)).toBeVisible();
  await expect(page.getByLabel('口令', { exact: true })).toBeFocused();
  await unlock(page, '不是这一句 不是这一句');
  await expect(alert(page.locator('form'))).toHaveText('口令不对。');
  await expect(page.getByLabel('口令', { exact: true })).toHaveValue('');
  await expect(page.locator('#mirror')).toBeEmpty();
  await unlock(page);
  await saved(page);
  const after = JSON.parse(await records(page));
  expect(after.feeds[0].device).toEqual(before.feeds[0].device);
  expect(after.feeds[0].records).toEqual(before.feeds[0].records);

  // What is written from then on is sealed as well.
  await go(page, '#/enterprises/new');
  for (const [name, value] of [['企业编号', 'QY20259999'], ['名称', '长春后来才有的工厂'], ['统一社会信用代码', '91220101MA00000013'], ['所属行业', '机械']]) {
    await page.getByRole('textbox', { name, exact: true }).fill(value);
  }
  await press(page, '保存');
  await expect(page.getByRole('heading', { level: 1, name: '长春后来才有的工厂' })).toBeVisible();
  await saved(page);
  expect(await readable(page, [...secrets, '长春后来才有的工厂', 'QY20259999', before.feeds[0].device.id])).toEqual([]);
  await expect(page).toHaveTitle('衡评');
  await page.reload();
  await unlock(page);
  await saved(page);
  expect(await records(page)).toContain('长春后来才有的工厂');
});

test('changing the passphrase writes one entry; removing it gives everything back', async ({ page }) => {
  await fill(page);
  await setPassphrase(page);
  const before = new Map(await everythingStored(page));
  const next = 'another passphrase 另一句';
  await ask(page, '更改口令', '不是当前的口令', next, next);
  await expect(alert(sheet(page))).toHaveText('口令不对。');
  await sheet(page).getByLabel('当前口令').fill(phrase);
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toHaveCount(0);
  const after = new Map(await everythingStored(page));
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect([...after].filter(([where, bytes]) => before.get(where) !== bytes).map(([where]) => where)).toEqual(['hengping/meta/lock']);

  await page.reload();
  await unlock(page, phrase);
  await expect(alert(page.locator('form'))).toHaveText('口令不对。');
  await unlock(page, next);
  await saved(page);
  await ask(page, '取消口令', next);
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.locator('#mirror').getByRole('button', { name: '设置口令' })).toBeAttached();
  await page.reload();
  await saved(page);
  expect(await records(page)).toContain(secrets[6]);
  expect((await readable(page)).length).toBeGreaterThan(0);
});

test('wrong passphrases wait longer and longer, also after a reload', async ({ page }) => {
  await fill(page);
  await setPassphrase(page);
  await page.reload();
  for (let attempt = 1; attempt <= 2; ++attempt) {
    await unlock(page, `不是这一句 ${attempt}`);
    await expect(alert(page.locator('form'))).toHaveText('口令不对。');
  }
  await unlock(page, '第三次也不对的口令');
  await expect(alert(page.locator('form'))).toHaveText(/^口令不对。请等 2 秒再试。/);
  await expect(page.getByLabel('口令', { exact: true })).toBeEnabled();
  await unlock(page, '第四次紧接着就试的');
  await expect(alert(page.locator('form'))).toHaveText(/^请等待 [12] 秒/);
  await expect(alert(page.locator('form'))).toHaveText('现在可以再试。');
  await unlock(page, '第四次');
  await expect(alert(page.locator('form'))).toHaveText(/^口令不对。请等 4 秒再试。/);
  await page.reload();
  await unlock(page);
  await expect(alert(page.locator('form'))).toHaveText(/^请等待 [1-4] 秒/);
  await expect(alert(page.locator('form'))).toHaveText('现在可以再试。');
  await unlock(page);
  await saved(page);
  expect((await everythingStored(page)).map(([where]) => where)).not.toContain('hengping/meta/tries');
});

test('without the passphrase there is no way but deleting everything, in two steps that say what is lost', async ({ page }) => {
  await fill(page);
  await setPassphrase(page);
  await page.reload();
  await page.getByRole('button', { name: '忘记口令' }).click();
  await expect(page.getByText('没有口令，任何人都无法打开或找回这些数据')).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await unlock(page);
  await saved(page);
  await page.reload();
  await page.getByRole('button', { name: '忘记口令' }).click();
  await page.getByRole('button', { name: '删除本机全部数据' }).click();
  await page.getByRole('button', { name: '确认删除，无法撤销' }).click();
  await saved(page);
  await expect(lockScreen(page)).toHaveCount(0);
  await go(page, '#/settings');
  await expect(page.locator('#mirror').getByRole('button', { name: '设置口令' })).toBeAttached();
  expect(await readable(page, secrets.slice(0, 8))).toEqual([]);
});

test('passphrases: none or a short one is refused, the longest is taken, and however it is composed it is the same', async ({ page }) => {
  await fill(page);
  await ask(page, '设置口令', '', '');
  await expect(alert(sheet(page))).toHaveText('至少需要 8 个字符。');
  await sheet(page).getByLabel('新口令', { exact: true }).fill('七个字的口令呀');
  await page.keyboard.press('Enter');
  await expect(alert(sheet(page))).toHaveText('至少需要 8 个字符。');
  await sheet(page).getByLabel('新口令', { exact: true }).fill('八个字的口令呀呀');
  await expect(sheet(page).locator('#lock-advice')).toHaveText(/^可以使用，但较短/);
  await page.keyboard.press('Enter');
  await expect(alert(sheet(page))).toHaveText('两次输入的口令不一致。');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toHaveCount(0);
  expect((await everythingStored(page)).map(([where]) => where)).not.toContain('hengping/meta/lock');

  const composed = '祖\u{fa19}神がギ é 长春的口令';
  await setPassphrase(page, composed.normalize('NFD'));
  await page.reload();
  await unlock(page, composed);
  await saved(page);
  const long = '一万个字符的口令😀'.repeat(1111) + 'x';
  expect([...long].length).toBe(10_000);
  await ask(page, '更改口令', composed.normalize('NFC'), long, long);
  await expect(sheet(page)).toHaveCount(0);
  await page.reload();
  await unlock(page, long.slice(0, -1));
  await expect(alert(page.locator('form'))).toHaveText('口令不对。');
  await unlock(page, long);
  await saved(page);
});

test('altered bytes are named as damage, and the rest opens', async ({ page }) => {
  await fill(page);
  await page.getByLabel('导入', { exact: true }).setInputFiles({ ...factsFile, buffer: Buffer.from(JSON.stringify({ format: 'hengping.facts', version: 1,
    facts: [{ kind: 'enterprise.registered', on: '2025-01-02', enterprise: 'Q9', name: '第二次写入的工厂', uscc: '91220101MA00000013', industry: '机械' }] })) });
  await press(page, '确认导入');
  await saved(page);
  await setPassphrase(page);
  await page.reload();
  await expect(lockScreen(page)).toBeVisible();
  // The longest value is the first chunk of records or one like it; a bit of it is turned.
  const name = await page.evaluate(() => new Promise((resolve) => {
    indexedDB.open('hengping').onsuccess = ({ target }) => {
      const database = target.result;
      const transaction = database.transaction('entries', 'readwrite');
      const store = transaction.objectStore('entries');
      let longest = null;
      store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (cursor) {
          if (!longest || cursor.value.length > longest.value.length) longest = { key: cursor.key, value: cursor.value };
          cursor.continue();
          return;
        }
        longest.value[100] ^= 1;
        store.put(longest.value, longest.key);
      };
      transaction.oncomplete = () => { database.close(); resolve(longest.key); };
    };
  }));
  await unlock(page);
  await expect(page.getByText(`locked/${name}`)).toBeAttached();
  await go(page, '#/exchange/devices');
  await expect(page.locator('#notice')).toBeHidden();
  // The way back is the same as for any damaged store.
  await go(page, '#/exchange');
  await page.getByLabel('导入', { exact: true }).setInputFiles(factsFile);
  await press(page, '确认导入');
  await saved(page);
  expect(await records(page)).toContain(secrets[7]);
});

test('locking by hand leads to the lock screen without an address, and another tab locks too', async ({ page, context }) => {
  await fill(page);
  await setPassphrase(page);
  const other = await context.newPage();
  await other.goto('/');
  await unlock(other);
  await expect(lockScreen(other)).toHaveCount(0);
  await go(page, '#/settings');
  await press(page, '立即锁定');
  await expect(lockScreen(page)).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  await expect(lockScreen(other)).toBeVisible();
  await unlock(page);
  await saved(page);
});

test('nobody there: a minute before it locks the page says so and can be kept; then it locks, and what was typed is there after unlocking', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-24T08:00:00+08:00') });
  await fill(page);
  await setPassphrase(page);
  await press(page, '立即锁定');
  await unlock(page);
  await saved(page);
  await go(page, '#/settings');
  await page.locator('#mirror').getByRole('radio', { name: '5 分钟', exact: true }).check({ force: true });
  await expect(page.locator('#mirror').getByRole('radio', { name: '5 分钟', exact: true })).toBeChecked();
  await go(page, '#/enterprises/new');
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('写到一半的名称');
  await page.clock.fastForward('03:50');
  await expect(sheet(page)).toHaveCount(0);
  await page.clock.fastForward('00:20');
  await expect(sheet(page).getByRole('heading', { name: '即将自动锁定' })).toBeVisible();
  await expect(sheet(page)).toContainText('会加密保留');
  await expectClean(page, 'about to lock');
  await sheet(page).getByRole('button', { name: '继续使用' }).click();
  await expect(sheet(page)).toHaveCount(0);
  await page.clock.fastForward('03:00');
  await expect(page.getByRole('textbox', { name: '名称', exact: true })).toHaveValue('写到一半的名称');
  await page.clock.fastForward('01:10');
  await expect(sheet(page)).toBeVisible();
  await page.clock.fastForward('01:00');
  await expect(lockScreen(page)).toBeVisible();
  expect(await readable(page, [...secrets, '写到一半的名称'])).toEqual([]);
  await unlock(page);
  await expect(sheet(page).getByRole('textbox')).toHaveValue(/写到一半的名称/);
  await sheet(page).getByRole('button', { name: '关闭' }).click();
  await expect(sheet(page)).toHaveCount(0);
  await expect.poll(async () => (await everythingStored(page)).map(([where]) => where)).not.toContain('hengping/meta/drafts');
});

test('a page does not lock itself while something is unsaved, and does as soon as it is saved', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-24T08:00:00+08:00') });
  await fill(page);
  await setPassphrase(page);
  await go(page, '#/enterprises/new');
  await page.evaluate(() => {
    const original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function transaction(...args) {
      if (args[1] === 'readwrite' && args[0].includes('entries') && !window.mended) throw new DOMException('made to fail', 'QuotaExceededError');
      return original.apply(this, args);
    };
  });
  for (const [name, value] of [['企业编号', 'Q7'], ['名称', '存不下的工厂'], ['统一社会信用代码', '91220101MA00000013'], ['所属行业', '机械']]) {
    await page.getByRole('textbox', { name, exact: true }).fill(value);
  }
  await press(page, '保存');
  await expect(page.getByRole('status').filter({ hasText: '未保存' }).or(page.getByRole('status').filter({ hasText: '保存失败' })).first()).toBeAttached();
  await page.clock.fastForward('16:00');
  await expect(page.getByRole('heading', { level: 1, name: '存不下的工厂' })).toBeVisible();
  await expect(lockScreen(page)).toHaveCount(0);
  await page.evaluate(() => { window.mended = true; });
  await page.clock.fastForward('01:10');
  await page.clock.fastForward('00:05');
  await expect(lockScreen(page)).toBeVisible();
  await unlock(page);
  await saved(page);
  expect(await records(page)).toContain('存不下的工厂');
});

test('lock screen and dialogs: named for screen readers, in both languages and themes, on a phone', async ({ page }, info) => {
  await fill(page);
  await go(page, '#/settings');
  await press(page, '设置口令');
  await expectClean(page, 'set');
  await page.screenshot({ path: info.outputPath('set-1280-light.png') });
  await page.keyboard.press('Escape');
  await setPassphrase(page);
  await press(page, '更改口令');
  await expectClean(page, 'change');
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    for (const colorScheme of ['light', 'dark']) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(300);
      await expectClean(page, `change ${width} ${colorScheme}`);
      await page.screenshot({ path: info.outputPath(`change-${width}-${colorScheme}.png`) });
    }
  }
  await page.keyboard.press('Escape');
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(300);
    await page.locator('#mirror').getByRole('button', { name: '取消口令' }).scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    await page.screenshot({ path: info.outputPath(`settings-${width}-dark.png`) });
  }
  await page.locator('#mirror').getByRole('radio', { name: 'English' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Hengping is locked' })).toBeVisible();
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    for (const colorScheme of ['light', 'dark']) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await expectClean(page, `lock screen ${width} ${colorScheme}`);
      await page.screenshot({ path: info.outputPath(`lock-${width}-${colorScheme}.png`) });
    }
  }
  const input = page.getByLabel('Passphrase', { exact: true });
  await expect(input).toHaveAttribute('type', 'password');
  await expect(input).toHaveAttribute('autocomplete', 'current-password');
  await page.getByLabel('Show passphrase').check();
  await expect(input).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Forgot the passphrase' }).click();
  await expectClean(page, 'forgotten');
  await page.screenshot({ path: info.outputPath('forgot-390-dark.png') });
});

test('a locked backup is asked its passphrase and goes on as the plain file; a broken one is said to be broken', async ({ page }) => {
  await page.goto('/#/exchange');
  await saved(page);
  const file = Buffer.from(await page.evaluate(async ([text, passphrase]) => {
    const { Vault } = await import('./vault.js');
    const blob = await (await Vault.make(passphrase)).lockFile(new TextEncoder().encode(text));
    return blob.text();
  }, [factsFile.buffer.toString('utf8'), phrase]));
  expect(file.toString('utf8')).not.toContain(secrets[0]);
  const choose = (buffer) => page.getByLabel('导入', { exact: true }).setInputFiles({ name: '备份.hengping', mimeType: 'application/octet-stream', buffer });
  await choose(file);
  await expect(sheet(page)).toContainText('备份.hengping');
  await expectClean(page, 'passphrase of a file');
  await sheet(page).getByLabel('口令', { exact: true }).fill('不是这一句 不是');
  await page.keyboard.press('Enter');
  await expect(alert(sheet(page))).toHaveText('口令不对。');
  await sheet(page).getByLabel('口令', { exact: true }).fill(phrase);
  await page.keyboard.press('Enter');
  await press(page, '确认导入');
  await saved(page);
  expect(await records(page)).toContain(secrets[7]);

  await choose(file.subarray(0, -3));
  await sheet(page).getByLabel('口令', { exact: true }).fill(phrase);
  await page.keyboard.press('Enter');
  await expect(alert(sheet(page))).toHaveText('文件不完整或已损坏，无法打开。');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toHaveCount(0);
});

test('a recovery of a locked store whose passphrase was given hands out a plain bundle of everything', async ({ page }) => {
  await fill(page);
  await setPassphrase(page);
  await page.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title><div id="mirror"></div>' }));
  await page.goto('/harness');
  const { text } = await download(page, () => page.evaluate(async (passphrase) => {
    const [{ exportStored }, { BrowserStore }, { DeviceKey }, { Vault }, { readLock }] = await Promise.all(
      ['recovery', 'store', 'device_key', 'vault', 'vault_store'].map((name) => import(`./${name}.js`)));
    const { lock } = await readLock('hengping');
    await exportStored(new BrowserStore('hengping', 5000, await Vault.unlock(lock, passphrase)), new DeviceKey('hengping'));
  }, phrase));
  const bundle = JSON.parse(text);
  expect(bundle.format).toBe('hengping.bundle');
  expect(text).toContain(secrets[7]);
});

test('a page that does not know of the lock writes nothing plain into a locked store, and a lost one is locked anew', async ({ page }) => {
  await fill(page);
  await setPassphrase(page);
  await page.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title>' }));
  await page.goto('/harness');
  const told = await page.evaluate(async (passphrase) => {
    const [{ BrowserStore }, { Vault }, { readLock }] = await Promise.all(['store', 'vault', 'vault_store'].map((name) => import(`./${name}.js`)));
    const text = new TextEncoder();
    const sized = (content) => { const part = text.encode(content); return [part.length, 0, 0, 0, ...part]; };
    const change = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, ...sized('settings/x'), ...sized('plain words')]);
    const write = (store) => new Promise((resolve) => {
      store.write(1, change, { committed: () => resolve('committed'), failed: (_, reason) => resolve(reason), lost: () => resolve('lost') });
    });
    const plain = await write(new BrowserStore('hengping', 5000));
    const { lock } = await readLock('hengping');
    const vault = await Vault.unlock(lock, passphrase);
    const store = new BrowserStore('hengping', 5000, vault);
    await new Promise((resolve) => { store.load({ loaded: resolve }); });
    await new Promise((resolve) => { indexedDB.deleteDatabase('hengping').onsuccess = resolve; });
    const first = await write(store);
    const second = await write(store);
    return { plain, first, second, id: lock.id, now: (await readLock('hengping')).lock?.id };
  }, phrase);
  expect(told.plain).toMatch(/^LockedError/);
  expect(told.first).toBe('lost');
  expect(told.second).toBe('committed');
  expect(told.now).toBe(told.id);
  expect(await readable(page, ['plain words', 'settings/x'])).toEqual([]);
});
