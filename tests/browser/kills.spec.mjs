// Whatever was said to be saved is there after the browser, or only the page's own process, was killed at a random moment, many times over.
// SIGKILL takes the processes and leaves the machine: what a power cut takes from the disk's own cache cannot be tried here.
//
// HENGPING_KILLS sets how often each is killed, HENGPING_KILL_SEED repeats a run: playwright test kills.spec --project alone --no-deps
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect, test } from '@playwright/test';
import { browserArguments, browserProgram } from './chromium.mjs';
import { measured } from './measured.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const edits = 500;
const kills = Number(process.env.HENGPING_KILLS ?? 12);
const seed = Number(process.env.HENGPING_KILL_SEED ?? Date.now() % 1_000_000);

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Numbers in [0, 1) that a seed repeats (mulberry32). */
function randomFrom(start) {
  let state = start;
  return () => {
    state = state + 0x6d2b79f5 | 0;
    let t = Math.imul(state ^ state >>> 15, 1 | state);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };
}

/** A Chromium of its own with a profile that outlives it. */
async function startBrowser(profile) {
  const child = spawn(browserProgram(), [...browserArguments, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=zh-CN', 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.on('exit', () => reject(new Error(`Chromium ended at once: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  return {
    browser,
    /** SIGKILL for the browser and all its processes. */
    async kill() {
      const gone = new Promise((resolve) => { child.once('exit', resolve); });
      process.kill(-child.pid, 'SIGKILL');
      await gone;
      await browser.close().catch(() => {});
    },
    /** SIGKILL for the processes that run pages. */
    async killPages() {
      const devtools = await browser.newBrowserCDPSession();
      const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
      for (const { type, id } of processInfo) {
        if (type !== 'renderer') continue;
        try {
          process.kill(id, 'SIGKILL');
        } catch { /* it was on its way out */ }
      }
      await devtools.detach();
    },
  };
}

/**
 * In the page: registers enterprises one after another as fast as the page takes them. `told(name)` hears of each as soon as the page shows
 * it and says that it is saved.
 */
function registerOnAndOn([first, last]) {
  const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // GB 32100
  const code = (number) => {
    const body = `9122010${number % 10}MA${String(number).padStart(7, '0')}`;
    const sum = [...body].reduce((total, symbol, i) => total + symbols.indexOf(symbol) * (3 ** i % 31), 0);
    return body + symbols[(31 - sum % 31) % 31];
  };
  const field = (label) => document.querySelector(`#mirror input[aria-label="${label}"]`);
  const until = (condition) => new Promise((resolve) => {
    const look = () => (condition() ? resolve() : setTimeout(look, 4));
    look();
  });
  const put = (label, value) => {
    const element = field(label);
    element.focus();
    element.value = value;
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  };
  const saved = () => [...document.querySelectorAll('#mirror [role="status"]')].some(({ textContent }) => textContent === '已保存');
  const heading = () => document.querySelector('#main h1')?.textContent;
  return (async () => {
    for (let number = first; number <= last; ++number) {
      const name = `长春第${number}号工厂`;
      location.hash = '#/enterprises/new';
      await until(() => heading() === '登记试点企业' && field('名称')?.value === '');
      put('名称', name);
      put('统一社会信用代码', code(number));
      put('所属行业', '汽车零部件');
      [...document.querySelectorAll('#mirror button')].find((button) => button.textContent === '保存' || button.ariaLabel === '保存').click();
      await until(() => heading() === name && saved());
      window.told(name);
    }
  })();
}

/** The names of all enterprises that lie in the browser's store, and whether the page complains of damage. */
async function look(page) {
  await page.goto(`${test.info().project.use.baseURL}/#/exchange`);
  await expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeAttached({ timeout: 30_000 });
  expect(await page.getByText('损坏').count()).toBe(0);
  const text = await page.evaluate(() => new Promise((resolve, reject) => {
    const opening = indexedDB.open('hengping');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('entries').objectStore('entries').getAll();
      reading.onsuccess = () => {
        database.close();
        const decoder = new TextDecoder();
        resolve(reading.result.map((bytes) => decoder.decode(bytes)).join('\n'));
      };
    };
  }));
  const names = text.match(/长春第\d+号工厂/g) ?? [];
  expect(new Set(names).size, 'an enterprise lies in the store twice').toBe(names.length);
  return new Set(names);
}

/** Exports everything and lets the command line verify it. */
async function verify(page) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^导出/ }).first().click()]);
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-kills-'));
  try {
    const bundle = path.join(folder, 'bundle.json');
    await file.saveAs(bundle);
    const run = spawnSync(process.env.HENGPING_RELEASE_CLI ?? path.join(root, 'build/hengping'), ['verify', bundle], { encoding: 'utf8' });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    return (readFileSync(bundle, 'utf8').match(/"name":"长春第\d+号工厂"/g) ?? []).length;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const [victim, restart] of [['the whole browser', true], ['only the processes of its pages', false]]) {
  test(`what was said to be saved is there after ${victim} was killed at random moments`, async () => {
    test.setTimeout(600_000);
    const random = randomFrom(seed + (restart ? 1 : 0));
    const profile = mkdtempSync(path.join(tmpdir(), 'hengping-profile-'));
    const reported = new Set();
    let [done, unreported, next, lost] = [0, 0, 1, 0];
    let chrome = null;
    try {
      for (;;) {
        chrome ??= await startBrowser(profile);
        const context = chrome.browser.contexts()[0];
        const page = await context.newPage();
        const there = await look(page);
        // Everything reported, and of what was on its way at most the one action of each kill.
        const missing = [...reported].filter((name) => !there.has(name));
        lost += missing.length;
        expect(missing, `seed ${seed}: said to be saved, and lost`).toEqual([]);
        expect(there.size - reported.size - unreported, `seed ${seed}: more than one action in flight`).toBeLessThanOrEqual(1);
        unreported = there.size - reported.size;
        next = Math.max(0, ...[...there].map((name) => Number(/\d+/.exec(name)[0]))) + 1;
        if (next > edits) {
          await page.close();
          break;
        }
        await page.exposeFunction('told', (name) => { reported.add(name); });
        const running = page.evaluate(registerOnAndOn, [next, edits]).catch(() => 'killed');
        if (done < kills) {
          // Spread over the run. Each kill may leave one edit that is there and was never reported.
          const before = Math.floor((edits - kills - 2) * (done + random()) / kills);
          while (reported.size < before) await pause(5);
          await pause(random() * 150);
          if (restart) {
            await chrome.kill();
            chrome = null;
          } else {
            await chrome.killPages();
          }
          ++done;
          // A page without a process answers nothing any more, not even that it is closed.
          await Promise.race([running, pause(1000)]);
          if (!restart) await Promise.race([page.close().catch(() => {}), pause(1000)]);
        } else {
          expect(await running).not.toBe('killed');
          await page.close();
        }
      }
      const page = await chrome.browser.contexts()[0].newPage();
      const there = await look(page);
      expect(await verify(page)).toBe(there.size);
      expect(there.size).toBe(edits);
      expect(done).toBe(kills);
      measured(`${victim}: killed ${done} times during ${edits} edits (seed ${seed}); ${reported.size} were said to be saved, ${lost} of them lost; ` +
        `${unreported} more were there that had not been reported yet`);
    } finally {
      await chrome?.kill().catch(() => {});
      rmSync(profile, { recursive: true, force: true });
    }
  });
}
