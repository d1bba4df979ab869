// A Chromium of a test's own, with a profile that outlives it.
import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import { browserArguments, browserProgram } from './chromium.mjs';

export async function startBrowser(profile) {
  const child = spawn(browserProgram(), [...browserArguments, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=zh-CN', 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise((resolve) => { child.once('exit', resolve); });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    gone.then(() => reject(new Error(`Chromium ended at once: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  return {
    page: await context.newPage(),
    /** As a person closes it. */
    async close() {
      await (await browser.newBrowserCDPSession()).send('Browser.close').catch(() => {});
      await gone;
    },
    /** SIGKILL for the browser and all its processes. */
    async kill() {
      process.kill(-child.pid, 'SIGKILL');
      await gone;
      await browser.close().catch(() => {});
    },
  };
}
