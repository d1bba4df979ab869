// The page without a network: complete after the first visit, a cold start with the server gone, new versions offered and never mixed with
// the old. Each test serves its own copy of the page, so that it can lay out a newer one and take the server away.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { field, saved } from './at_the_page.mjs';
import { withHost } from './host.mjs';
import { measured } from './measured.mjs';

const ready = (page) => page.getByText('可离线使用', { exact: true });

async function open(context, address) {
  const page = context.pages()[0] ?? await context.newPage();
  await page.goto(address);
  await saved(page);
  return page;
}

async function registerEnterprise(page, name) {
  await page.evaluate(() => { location.hash = '#/enterprises/new'; });
  await field(page, '名称').fill(name);
  await field(page, '统一社会信用代码').fill('91220103MADRMTGU16');
  await field(page, '所属行业').fill('汽车零部件');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await saved(page);
}

const lookForNewer = (page) => page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });

test('after the first visit the page starts cold with no server, is worked with, and keeps what was done', async () => {
  test.setTimeout(120_000);
  await withHost(async (host) => {
    let page = await open(await host.browse(), host.address);
    await expect(ready(page)).toBeVisible({ timeout: 30_000 });
    await host.stop();

    const context = await host.browse();
    await context.setOffline(true);
    page = await open(context, host.address);
    await expect(ready(page)).toBeVisible();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await registerEnterprise(page, '长春断网登记的𠮷工厂');
    await page.evaluate(() => { location.hash = '#/exchange'; });
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^导出/ }).first().click()]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('长春断网登记的𠮷工厂');

    page = await open(await host.browse(), `${host.address}#/enterprises`);
    await expect(page.getByText('长春断网登记的𠮷工厂').first()).toBeVisible();
  });
});

test('what the first visit has fetched is not fetched again for the time without a network', async () => {
  await withHost(async (host) => {
    const page = await open(await host.browse(), host.address);
    await expect(ready(page)).toBeVisible({ timeout: 30_000 });
    const counts = new Map();
    for (const { path: asked } of host.served.filter(({ status }) => status === 200)) counts.set(asked, (counts.get(asked) ?? 0) + 1);
    expect([...counts].filter(([asked, count]) => count > 1 && /\.(wasm|mjs|js|woff2)$/.test(asked))).toEqual([]);
    measured(`a first visit, with all that is kept for the time without a network: ${host.bytesSent.toLocaleString('en')} bytes in ${host.served.length} answers`);
  });
});

test('a newer version loads beside the old one, is offered, and comes only when it is asked for', async () => {
  test.setTimeout(120_000);
  await withHost(async (host) => {
    const page = await open(await host.browse(), host.address);
    await expect(ready(page)).toBeVisible({ timeout: 30_000 });
    await page.reload(); // from the second visit on the page comes out of what is kept
    await registerEnterprise(page, '长春更新之前工厂');
    await page.evaluate(() => { location.hash = '#/providers/new'; });
    await field(page, '名称').fill('正在填写');
    host.publish('main.js', `${host.read('main.js')}\nglobalThis.isNewer = true;\n`);
    const update = page.getByRole('button', { name: '更新', exact: true });
    // A look that joins one already under way, from before the newer version lay there, finds nothing.
    await expect.poll(async () => {
      await lookForNewer(page);
      return update.count();
    }, { timeout: 30_000 }).toBe(1);
    await expect(field(page, '名称')).toHaveValue('正在填写');
    // Loaded anew without being asked, the page is the old one still.
    await page.reload();
    await saved(page);
    expect(await page.evaluate(() => globalThis.isNewer)).toBeUndefined();
    await expect(update).toBeVisible();
    await update.click();
    await page.waitForFunction(() => globalThis.isNewer === true);
    await saved(page);
    await expect(ready(page)).toBeVisible();
    await expect(update).toHaveCount(0);
    await page.evaluate(() => { location.hash = '#/enterprises'; });
    await expect(page.getByText('长春更新之前工厂').first()).toBeVisible();
    expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
    await host.stop();
    await page.reload();
    await saved(page);
    expect(await page.evaluate(() => globalThis.isNewer)).toBe(true);
  });
});

test('a host caught between two versions is refused, and the old one goes on', async () => {
  test.setTimeout(120_000);
  await withHost(async (host) => {
    const page = await open(await host.browse(), host.address);
    await expect(ready(page)).toBeVisible({ timeout: 30_000 });
    host.publish('main.js', `${host.read('main.js')}\nglobalThis.isNewer = true;\n`, { wrongDigest: true });
    await lookForNewer(page).catch(() => {});
    await expect.poll(() => page.evaluate(async () => {
      const { installing, waiting } = await navigator.serviceWorker.getRegistration();
      return Boolean(installing ?? waiting);
    })).toBe(false);
    await expect(page.getByText('新版本已备好')).toHaveCount(0);
    await page.reload();
    await saved(page);
    expect(await page.evaluate(() => globalThis.isNewer)).toBeUndefined();
  });
});

test('a file that the browser has thrown away is fetched again while there is a network', async () => {
  await withHost(async (host) => {
    const page = await open(await host.browse(), host.address);
    await expect(ready(page)).toBeVisible({ timeout: 30_000 });
    const forget = () => page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0]);
      for (const request of await cache.keys()) if (request.url.endsWith('mirror.js')) await cache.delete(request);
    });
    await forget();
    await page.reload();
    await saved(page);
    await expect(ready(page)).toBeVisible();
    await host.stop();
    await page.reload();
    await saved(page);
  });
});

test('the page can be installed', async () => {
  await withHost(async (host) => {
    const context = await host.browse();
    const page = await open(context, host.address);
    await expect(ready(page)).toBeVisible({ timeout: 30_000 });
    const devtools = await context.newCDPSession(page);
    const { errors, data } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(JSON.parse(data).short_name).toBe('衡评');
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    for (const { src, type, sizes } of JSON.parse(data).icons) {
      const icon = await page.evaluate(async (address) => {
        const response = await fetch(address);
        const picture = await createImageBitmap(await response.blob()).catch(() => null);
        return { type: response.headers.get('content-type'), size: picture && `${picture.width}x${picture.height}` };
      }, src);
      expect(icon.type).toBe(type);
      if (type === 'image/png') expect(icon.size).toBe(sizes);
    }
  });
});

test("the page's own policy lets in no script but its files, also from hosts that send no headers", async () => {
  await withHost(async (host) => {
    const page = await open(await host.browse(), host.address);
    const outcome = await page.evaluate(async () => {
      const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]').content;
      const attempt = (work) => { try { work(); return 'done'; } catch (error) { return error.name; } };
      globalThis.slippedIn = false;
      const refused = new Promise((resolve) => { document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }); });
      const markup = attempt(() => { document.createElement('p').innerHTML = '<b>x</b>'; });
      const policies = attempt(() => { trustedTypes.createPolicy('another', {}); });
      const address = attempt(() => { document.createElement('script').src = 'main.js'; });
      return { policy, markup, policies, address, directive: await refused, slippedIn: globalThis.slippedIn };
    });
    expect(outcome.policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
    expect(outcome.policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    expect(outcome).toMatchObject({ markup: 'TypeError', policies: 'TypeError', address: 'TypeError' });
    expect(outcome.directive).toBe('require-trusted-types-for');
  });
});
