// Setting and removing a passphrase writes everything anew: nothing may be lost and nothing readable may be left, whenever the page dies.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { fill, go, lockScreen, phrase, press, secrets, setPassphrase, unlock, wordsIn } from './lock_hands.mjs';
import { startBrowser } from './own_browser.mjs';
import { saved } from './at_the_page.mjs';

test.describe.configure({ timeout: 180_000 });

/** In the page: a store by name, what it holds, and moving it. */
async function prepare(page, address) {
  await page.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title>' }));
  await page.goto(`${address ?? ''}/harness`);
  await page.evaluate(async () => {
    const { Vault } = await import('./vault.js');
    const { move, opening, readLock, sealing } = await import('./vault_store.js');
    const { BrowserStore } = await import('./store.js');
    const { openDatabase, answered, completed } = await import('./database.js');
    const text = new TextEncoder();
    const bytes = (content) => text.encode(content);
    const within = async (name, work) => {
      const database = await openDatabase(name);
      try {
        return await work(database);
      } finally {
        database.close();
      }
    };
    Object.assign(window, {
      /** `count` entries of `size` bytes of text each, two attachments, and a number in `meta`. */
      async fillStore(name, count, size) {
        await new BrowserStore(name).readAll();
        await within(name, async (database) => {
          const transaction = database.transaction(['entries', 'blobs', 'meta'], 'readwrite');
          for (let i = 0; i < count; ++i) transaction.objectStore('entries').put(bytes(`长春恒舟 ${i} `.repeat(size / 20)), `records/device/${String(i).padStart(6, '0')}`);
          for (const hash of ['aa', 'bb']) transaction.objectStore('blobs').put(new Blob([`photo ${hash} 长春恒舟`], { type: 'image/jpeg' }), hash);
          transaction.objectStore('meta').put(17, 'fence');
          await completed(transaction);
        });
      },
      /** How the store stands after a start: locked or not, what it holds, what of it can be read, and the databases there are. */
      async stand(name, vault) {
        const { lock } = await readLock(name);
        const store = new BrowserStore(name, 2000, lock ? vault : null);
        const entries = await store.readAll();
        const read = (store) => within(name, async (database) => {
          const all = database.transaction(store).objectStore(store);
          const [keys, values] = await Promise.all([answered(all.getAllKeys()), answered(all.getAll())]);
          return keys.map((key, i) => [key, values[i]]);
        });
        const raw = [...await read('entries'), ...await read('blobs')];
        const plain = new TextDecoder('utf-8');
        const readable = raw.filter(([key, value]) => /records|^aa$|^bb$/.test(key) || plain.decode(value instanceof Blob ? new Uint8Array(value.size) : value).includes('恒舟')).length;
        const blobs = await Promise.all(['aa', 'bb'].map(async (hash) => {
          const blob = await store.blob(hash);
          return `${hash} ${blob.type} ${await blob.text()}`;
        }));
        const content = [...entries.map(([key, value]) => `${key}\n${plain.decode(value)}`), ...blobs].join('\n');
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes(content)));
        return { locked: Boolean(lock), digest: Array.from(digest.subarray(0, 8)).join(), count: entries.length, readable,
          fence: new Map(await read('meta')).get('fence'), databases: (await indexedDB.databases()).map(({ name: each }) => each).filter((each) => each.startsWith(name)) };
      },
      lockStore: (name, vault) => move(name, sealing(vault), vault.lock),
      openStore: (name, vault) => move(name, opening(vault)),
      Vault,
    });
  });
}

for (const [what, locking] of [['setting', true], ['removing', false]]) {
  test(`${what} the passphrase: ended before any of its steps, the next start goes on with it or takes it back`, async ({ page }) => {
    await prepare(page);
    const outcome = await page.evaluate(async ([passphrase, toLocked]) => {
      const vault = await window.Vault.make(passphrase);
      const originals = [[IDBFactory, 'open'], [IDBFactory, 'deleteDatabase'], [IDBDatabase, 'transaction']].map(([owner, name]) => [owner, name, owner.prototype[name]]);
      const problems = [];
      const ends = { before: 0, after: 0 };
      let steps = 0;
      for (let at = 1; ; ++at) {
        const name = `move-${toLocked}-${at}`;
        await window.fillStore(name, 300, 200);
        if (!toLocked) await window.lockStore(name, vault);
        const first = await window.stand(name, vault);
        let calls = 0;
        for (const [owner, method, original] of originals) {
          owner.prototype[method] = function counted(...all) {
            if (++calls >= at) throw new DOMException('the page is gone', 'DataError');
            return original.apply(this, all);
          };
        }
        let ended = true;
        await (toLocked ? window.lockStore : window.openStore)(name, vault).catch(() => { ended = false; });
        for (const [owner, method, original] of originals) owner.prototype[method] = original;
        const last = await window.stand(name, vault);
        if (last.digest !== first.digest || last.fence !== 17) problems.push(`at ${at}: ${JSON.stringify([first, last])}`);
        if (last.databases.join() !== name) problems.push(`at ${at} is left: ${last.databases}`);
        if (last.locked && last.readable > 0) problems.push(`at ${at} readable: ${last.readable}`);
        ++ends[last.locked === first.locked ? 'before' : 'after'];
        if (ended) {
          if (last.locked !== toLocked) problems.push('it did not end');
          break;
        }
        steps = at;
      }
      return { problems, ends, steps };
    }, [phrase, locking]);
    expect(outcome.problems).toEqual([]);
    expect(outcome.steps).toBeGreaterThan(15);
    expect(outcome.ends.before).toBeGreaterThan(5);
    expect(outcome.ends.after).toBeGreaterThan(5);
  });
}

test('killed at random moments while everything is encrypted for the first time: nothing is lost, and in the end nothing can be read', async ({ baseURL }) => {
  const profile = mkdtempSync(path.join(tmpdir(), 'hengping-lock-'));
  const outcomes = [];
  try {
    let vault = null;
    for (let round = 0; round < 8; ++round) {
      const name = `killed-${round}`;
      const first = await startBrowser(profile);
      await prepare(first.page, baseURL);
      const before = await first.page.evaluate(async ([store, passphrase]) => {
        await window.fillStore(store, 2000, 4000);
        window.vault = await window.Vault.make(passphrase);
        const stands = await window.stand(store, window.vault);
        return { ...stands, lock: window.vault.lock };
      }, [name, phrase]);
      vault = before.lock;
      await first.page.evaluate((store) => { window.lockStore(store, window.vault); }, name);
      await new Promise((resolve) => { setTimeout(resolve, 60 + 1200 * Math.random()); });
      await first.kill();
      const second = await startBrowser(profile);
      await prepare(second.page, baseURL);
      const after = await second.page.evaluate(async ([store, passphrase, lock]) => window.stand(store, await window.Vault.unlock(lock, passphrase)), [name, phrase, vault]);
      expect(after.digest, `round ${round}`).toBe(before.digest);
      expect([after.count, after.fence, after.databases]).toEqual([2002, 17, [name]]);
      expect(after.readable).toBe(after.locked ? 0 : 2002);
      outcomes.push(after.locked ? 'locked' : 'as before');
      await second.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  console.log(`killed while encrypting: ${outcomes.join(', ')}`);
});

test('in the files of the browser nothing of the data is left where pages keep theirs', async ({ baseURL }) => {
  const profile = mkdtempSync(path.join(tmpdir(), 'hengping-profile-'));
  const inFiles = (words) => readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => [path.relative(profile, file), wordsIn(readFileSync(file), words)]).filter(([, found]) => found.length > 0);
  // What pages cannot reach: the browser's own record of addresses and titles (said in the settings and in web/LOCKED.md).
  const own = /^Default\/(?:History|Sessions\/|Web Data)/;
  const words = [...secrets.slice(0, 8), '写到一半的名称'];
  try {
    const first = await startBrowser(profile);
    await fill(first.page, baseURL + '/');
    await go(first.page, '#/providers/FWS20250102');
    await first.close();
    expect(inFiles(secrets).map(([file]) => file).some((file) => file.includes('IndexedDB'))).toBe(true);

    const second = await startBrowser(profile);
    await second.page.goto(`${baseURL}/#/settings`);
    await saved(second.page);
    await setPassphrase(second.page);
    await expect.poll(() => inFiles(words).filter(([file]) => !own.test(file)), { timeout: 5000 }).toEqual([]);
    await go(second.page, '#/enterprises/new');
    await second.page.getByRole('textbox', { name: '名称', exact: true }).fill('写到一半的名称');
    await go(second.page, '#/settings');
    await press(second.page, '立即锁定');
    await expect(lockScreen(second.page)).toBeVisible();
    await unlock(second.page);
    await saved(second.page);
    await second.close();
    const found = inFiles(words);
    console.log(`the browser's own files: ${JSON.stringify(found)}`);
    expect(found.filter(([file]) => !own.test(file))).toEqual([]);
    // What was done while there was a passphrase is not even there.
    expect(found.filter(([, there]) => there.includes('写到一半的名称') || there.includes(secrets[6]))).toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
