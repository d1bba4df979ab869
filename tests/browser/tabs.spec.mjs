// Several tabs of one browser: one writes, the others follow it live, and any of them may take over, by force if it must.
import { expect, test } from '@playwright/test';
import { expectClean } from './axe.mjs';
import { download, field, open, saved } from './at_the_page.mjs';
import { verify } from './one_feed.mjs';

const banner = (page) => page.getByRole('status').filter({ hasText: '本页随它更新' });
const editHere = (page) => page.getByRole('button', { name: '在此编辑', exact: true });
const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });

async function takeOver(page) {
  await editHere(page).click();
  await expect(editHere(page)).toHaveCount(0);
}

async function type(page, name, code = '91220103MADRMTGU16') {
  await field(page, '名称').fill(name);
  await field(page, '统一社会信用代码').fill(code);
  await field(page, '所属行业').fill('汽车零部件');
}
const save = (page) => page.getByRole('button', { name: '保存', exact: true }).click();

/** Refuses every write of this page until `window.full` is taken back. */
const fillStorage = (page) => page.evaluate(() => {
  window.full = true;
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(names, mode, ...rest) {
    if (window.full && mode === 'readwrite') throw new DOMException('made to fail', 'QuotaExceededError');
    return original.call(this, names, mode, ...rest);
  };
});

test('a second tab opens beside the first, shows what is stored, follows each change live, and hands out everything', async ({ page, context }, info) => {
  await open(page, '#/enterprises/new');
  await type(page, '长春第一工厂');
  await save(page);
  await title(page, '长春第一工厂').waitFor();
  await saved(page);
  const second = await context.newPage();
  await open(second, '#/enterprises');
  await expect(banner(second)).toBeAttached();
  await expect(banner(page)).toHaveCount(0);
  await expect(second.getByText('长春第一工厂').first()).toBeAttached();
  await page.evaluate(() => { location.hash = '#/enterprises/new'; });
  await type(page, '长春第二工厂', '91220102MA1F4FE12D');
  await save(page);
  await expect(second.getByText('长春第二工厂').first()).toBeAttached();
  await verify(second, ['长春第一工厂', '长春第二工厂'], info);
  await verify(page, ['长春第一工厂', '长春第二工厂'], info);
});

test('settings made in one tab show in the others', async ({ page, context }) => {
  await open(page, '#/settings');
  const second = await context.newPage();
  await open(second, '#/settings');
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(second.getByRole('status').filter({ hasText: 'Another tab is editing' })).toBeAttached();
  await expect(second.locator('html')).toHaveAttribute('lang', 'en');
});

test('a form in a tab that does not write says so, keeps what was typed, and saves it after taking over', async ({ page, context }, info) => {
  await open(page);
  const second = await context.newPage();
  await open(second, '#/enterprises/new');
  await type(second, '长春第三工厂');
  await save(second);
  await expect(second.getByText('尚未提交：另一个标签页正在编辑').first()).toBeAttached();
  await expect(field(second, '名称')).toHaveValue('长春第三工厂');
  await takeOver(second);
  await expect(second.getByText('尚未提交')).toHaveCount(0);
  await expect(field(second, '名称')).toHaveValue('长春第三工厂');
  await expect(banner(page)).toBeAttached(); // in place, nothing was loaded anew
  await save(second);
  await title(second, '长春第三工厂').waitFor();
  await saved(second);
  await verify(page, ['长春第三工厂'], info);
});

test('when the tab that writes is closed, another goes on by itself with what was typed in it', async ({ page, context }, info) => {
  await open(page);
  const second = await context.newPage();
  await open(second, '#/enterprises/new');
  await type(second, '长春第四工厂');
  await page.close();
  await expect(banner(second)).toHaveCount(0);
  await expect(field(second, '名称')).toHaveValue('长春第四工厂');
  await save(second);
  await title(second, '长春第四工厂').waitFor();
  await saved(second);
  await verify(second, ['长春第四工厂'], info);
});

test('what a tab could not store before another took over is told, can be exported, and is submitted again once', async ({ page, context }, info) => {
  await open(page, '#/enterprises/new');
  const second = await context.newPage();
  await open(second, '#/enterprises/new');
  await fillStorage(page);
  await type(page, '长春第五工厂');
  await save(page);
  await expect(page.getByText('保存失败：存储空间已满').first()).toBeAttached();
  await takeOver(second); // the other cannot finish: its turn is taken
  await type(second, '长春第六工厂', '91220102MA1F4FE12D');
  await field(second, '企业编号').fill('Q006');
  await save(second);
  await title(second, '长春第六工厂').waitFor();
  await saved(second);
  await expect(page.getByText('保存失败：另一个标签页接手了写入').first()).toBeAttached();
  await expect(page.getByText('1 项更改没有存下').first()).toBeAttached();
  const { name, text } = await download(page, () => page.getByRole('button', { name: '导出未存下的更改' }).click());
  expect(name).toMatch(/^hengping-unsaved-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(text).facts.map((fact) => fact.name)).toEqual(['长春第五工厂']);
  await page.evaluate(() => { window.full = false; });
  await takeOver(page);
  await saved(page);
  await expect(page.getByText('没有存下')).toHaveCount(0);
  await verify(second, ['长春第五工厂', '长春第六工厂'], info);
});

test('a tab that stood still in a debugger while its turn was taken writes nothing any more, and follows', async ({ page, context }, info) => {
  await open(page, '#/enterprises/new');
  const second = await context.newPage();
  await open(second, '#/enterprises/new');
  await type(page, '长春第七工厂');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Debugger.enable');
  const stopped = new Promise((resolve) => { devtools.once('Debugger.paused', resolve); });
  // Pressed, and stopped before anything comes of it.
  await page.evaluate(() => {
    const button = [...document.querySelectorAll('#mirror button')].find(({ textContent, ariaLabel }) => textContent === '保存' || ariaLabel === '保存');
    button.addEventListener('click', () => { debugger; }, { once: true }); // eslint-disable-line no-debugger
    setTimeout(() => button.click());
  });
  await stopped;
  await takeOver(second);
  await type(second, '长春第八工厂', '91220102MA1F4FE12D');
  await field(second, '企业编号').fill('Q008');
  await save(second);
  await title(second, '长春第八工厂').waitFor();
  await devtools.send('Debugger.resume');
  await devtools.send('Debugger.disable');
  await expect(banner(page)).toBeAttached();
  await saved(second);
  await takeOver(page);
  await saved(page);
  await page.evaluate(() => { location.hash = '#/enterprises'; });
  await expect(page.getByText('长春第八工厂').first()).toBeAttached();
  const there = await page.getByText('长春第七工厂').count();
  await verify(page, there > 0 ? ['长春第七工厂', '长春第八工厂'] : ['长春第八工厂'], info);
});

test('the demonstration has a turn of its own', async ({ page, context }) => {
  await open(page);
  const demo = await context.newPage();
  await demo.goto('/?demo#/providers');
  await expect(demo.getByText('共 12 条').first()).toBeAttached();
  await expect(banner(demo)).toHaveCount(0);
  const beside = await context.newPage();
  await beside.goto('/?demo#/providers');
  await expect(beside.getByText('共 12 条').first()).toBeAttached();
  await expect(banner(beside)).toBeAttached();
});

test('without locks the tab that was opened last writes, and the other notices', async ({ page, context }, info) => {
  await context.addInitScript(() => { Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }); });
  await open(page, '#/enterprises/new');
  await type(page, '长春第九工厂');
  const second = await context.newPage();
  await open(second);
  await expect(banner(second)).toHaveCount(0);
  await save(page);
  await expect(banner(page)).toBeAttached();
  await expect(page.getByText('1 项更改没有存下').first()).toBeAttached();
  await takeOver(page);
  await saved(page);
  await verify(page, ['长春第九工厂'], info);
});

test('in the store itself only the tab whose turn it is writes, and what it announces is enough to follow', async ({ page }) => {
  await page.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title>' }));
  await page.goto('/harness');
  const result = await page.evaluate(async () => {
    const { BrowserStore } = await import('./store.js');
    const text = new TextEncoder();
    const texts = (entries) => Object.fromEntries(entries.map(([key, bytes]) => [key, new TextDecoder().decode(bytes)]));
    /** One put, as WebStore writes it; with `clear` after removing everything. */
    const change = (key, value, clear = 0) => {
      const sized = (content) => [content.length, 0, 0, 0, ...text.encode(content)];
      return new Uint8Array([clear, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, ...sized(key), ...sized(value)]);
    };
    const told = [];
    const make = (name) => {
      const store = new BrowserStore('turns');
      const say = (...what) => told.push([name, ...what].join(' '));
      const answers = {
        writer() {}, loaded: (entries) => say('loaded', JSON.stringify(texts(entries))), followed: (entries) => say('followed', JSON.stringify(texts(entries))),
        committed: (ticket) => say('committed', ticket), failed: (ticket, reason) => say('failed', ticket, reason), lost: () => say('lost') };
      store.beaten = () => say('beaten');
      return { store, load: () => store.load(answers), write: (ticket, ...what) => store.write(ticket, change(...what), answers), quiet: () => store.readAll() };
    };
    const [first, second] = [make('first'), make('second')];
    const announced = [];
    first.store.announce = (what) => announced.push(what);
    second.store.announce = (what) => announced.push(what);
    first.load();
    await first.quiet();
    second.store.writes = false;
    second.load();
    await second.quiet();
    first.write(1, 'a', '1');
    first.write(2, 'b', '2');
    await first.quiet();
    second.store.follow(announced[0]);
    second.store.follow(announced[0]); // heard twice
    second.store.follow(announced[1]);
    await second.quiet();
    first.write(3, 'c', '3');
    first.write(4, 'd', '4');
    await first.quiet();
    second.store.follow(announced[3]); // the one before was never heard
    await second.quiet();
    second.store.win();
    await second.quiet();
    first.write(5, 'e', '5');
    await first.quiet();
    second.write(1, 'f', '6', 1);
    await second.quiet();
    first.store.lose();
    await first.quiet();
    return { told, keys: announced.map(({ number, keys }) => [number, keys]), unsaved: first.store.unsaved.length };
  });
  expect(result.told).toEqual(['first loaded {}', 'second loaded {}', 'first committed 1', 'first committed 2', 'second followed {"a":"1"}', 'second followed {"b":"2"}',
    'first committed 3', 'first committed 4', 'second loaded {"a":"1","b":"2","c":"3","d":"4"}', 'second loaded {"a":"1","b":"2","c":"3","d":"4"}',
    'first beaten', 'second committed 1', 'first loaded {"f":"6"}']);
  expect(result.keys).toEqual([[1, ['a']], [2, ['b']], [3, ['c']], [4, ['d']], [5, undefined]]);
  expect(result.unsaved).toBe(1);
});

for (const width of [1280, 390]) {
  test(`the words of a tab that follows can be read and reached at ${width} px`, async ({ page, context }, info) => {
    await open(page);
    const second = await context.newPage();
    await second.setViewportSize({ width, height: 800 });
    await open(second, '#/enterprises/new');
    await expect(banner(second)).toBeAttached();
    await expectClean(second, 'while another tab writes');
    await second.screenshot({ path: info.outputPath(`follows-${width}.png`) });
    await save(second);
    await second.evaluate(() => document.querySelector('#main h1').scrollIntoView());
    await second.screenshot({ path: info.outputPath(`refused-${width}.png`) });
    const button = await editHere(second).boundingBox();
    expect(button.height).toBeGreaterThanOrEqual(24);
  });
}
