// The mirror by itself: patches in, real elements and events out.
import { expect, test } from '@playwright/test';

const flags = { disabled: 1, checked: 2, expanded: 4, selected: 16, invalid: 32, modal: 256, current: 1024, popup: 2048, focusable: 8192 };
const box = [0, 0, 200, 40];
const node = (id, role, name, more = {}) => ({ id, role, name, rect: box, ...more });
const rows = (count, more = {}) => Array.from({ length: count }, (_, i) => node(100 + i, 'listitem', `row ${i}`, { parent: 2, rect: [0, i * 40, 200, 40], ...more }));

async function apply(page, set, order = [], remove = []) {
  await page.evaluate((patch) => window.mirror.apply(patch), { set, order, remove });
}
const events = (page) => page.evaluate(() => window.events.splice(0));

test.beforeEach(async ({ page }) => {
  await page.route('**/harness', (route) => route.fulfill({
    contentType: 'text/html',
    body: '<!doctype html><html lang="en"><title>harness</title><link rel="stylesheet" href="page.css"><span id="outside" tabindex="0"></span><div id="mirror"></div>',
  }));
  await page.goto('/harness');
  await page.evaluate(async () => {
    const [{ Mirror }, { Input }] = await Promise.all([import('./mirror.js'), import('./input.js')]);
    const root = document.getElementById('mirror');
    window.events = [];
    window.mirror = new Mirror(root, { outside: [document.getElementById('outside')], baselineShift: () => 0, lostFocus: (id) => window.events.push({ type: 'lost', node: id }) });
    new Input(root, window.mirror, {
      send: (event) => window.events.push({ ...event, bytes: event.bytes ? [...event.bytes] : undefined }),
      readFile: async (file) => new Uint8Array(await file.arrayBuffer()),
    });
  });
});

test('controls are found by role and name, and a click is told by id', async ({ page }) => {
  await apply(page, [node(1, 'button', '保存'), node(2, 'link', '服务商', { value: '#/providers', rect: [0, 50, 80, 30] })], [[0, [1, 2]]]);
  await page.getByRole('button', { name: '保存' }).click();
  expect((await events(page)).map((e) => [e.type, e.node])).toEqual([['focus', 1], ['activate', 1]]);
  await page.getByRole('link', { name: '服务商' }).click();
  expect(await page.evaluate(() => location.hash)).toBe('#/providers');
});

test('an unchanged element is the very same element after a patch', async ({ page }) => {
  await apply(page, [node(1, 'button', 'a'), node(2, 'button', 'b', { rect: [0, 50, 80, 30] })], [[0, [1, 2]]]);
  await page.evaluate(() => { window.before = [window.mirror.element(1), window.mirror.element(2)]; });
  await apply(page, [node(1, 'button', 'renamed')]);
  expect(await page.evaluate(() => window.before[0] === window.mirror.element(1) && window.before[1].isConnected)).toBe(true);
  await expect(page.getByRole('button', { name: 'renamed' })).toBeVisible();
});

test('inserting, moving and removing around it does not take the focus away', async ({ page }) => {
  await apply(page, [node(1, 'button', 'a'), node(2, 'textbox', 'field', { rect: [0, 50, 200, 40] })], [[0, [1, 2]]]);
  await page.getByRole('textbox').focus();
  await events(page);
  await apply(page, [node(3, 'button', 'c')], [[0, [3, 2]]], [1]);
  await apply(page, [], [[0, [2, 3]]]);
  await expect(page.getByRole('textbox')).toBeFocused();
  expect(await events(page)).toEqual([]);
});

test('reading order is the order of the document', async ({ page }) => {
  await apply(page, [node(1, 'button', 'a'), node(2, 'button', 'b'), node(3, 'button', 'c')], [[0, [3, 1, 2]]]);
  expect(await page.locator('#mirror button').allTextContents()).toEqual(['c', 'a', 'b']);
});

test('losing the focused node is told', async ({ page }) => {
  await apply(page, [node(1, 'button', 'a')], [[0, [1]]]);
  await page.getByRole('button').focus();
  await events(page);
  await apply(page, [], [], [1]);
  expect(await events(page)).toEqual([{ type: 'lost', node: 1, bytes: undefined }]);
});

test('typing tells the whole value; Enter commits; Escape and arrows stay where they have a meaning', async ({ page }) => {
  await apply(page, [node(1, 'textbox', 'field')], [[0, [1]]]);
  await page.getByRole('textbox').pressSequentially('ab');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect((await events(page)).map(({ type, text }) => [type, text])).toEqual(
    [['focus', undefined], ['input', 'a'], ['input', 'ab'], ['commit', undefined], ['key', 'Escape']]);
});

test('a composed text reaches the field and is never rewritten while it is being composed', async ({ page, context }) => {
  await apply(page, [node(1, 'textbox', 'field')], [[0, [1]]]);
  const field = page.getByRole('textbox');
  await field.focus();
  await events(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'chang', selectionStart: 5, selectionEnd: 5 });
  await apply(page, [node(1, 'textbox', 'field', { value: 'rewritten' })]);
  await expect(field).toHaveValue('chang');
  await devtools.send('Input.imeSetComposition', { text: '长春', selectionStart: 2, selectionEnd: 2 });
  await devtools.send('Input.insertText', { text: '长春' });
  await expect(field).toHaveValue('长春');
  const told = await events(page);
  expect(told[0]).toMatchObject({ type: 'input', text: 'chang', composing: true });
  expect(told.at(-1)).toMatchObject({ type: 'input', text: '长春', composing: false });
});

test('a value that the program changes is applied to the focused field too', async ({ page }) => {
  await apply(page, [node(1, 'textbox', 'field')], [[0, [1]]]);
  await page.getByRole('textbox').fill('typed');
  await apply(page, [node(1, 'textbox', 'field', { value: '' })]);
  await expect(page.getByRole('textbox')).toHaveValue('');
  await expect(page.getByRole('textbox')).toBeFocused();
});

test('the greatest length counts characters, not UTF-16 units', async ({ page }) => {
  await apply(page, [node(1, 'textbox', 'field', { maximumLength: 3 })], [[0, [1]]]);
  await page.getByRole('textbox').pressSequentially('𠮷𤭢a');
  await expect(page.getByRole('textbox')).toHaveValue('𠮷𤭢a');
  await page.keyboard.press('b');
  await expect(page.getByRole('textbox')).toHaveValue('𠮷𤭢a');
  await page.keyboard.press('Home');
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox')).toHaveValue('𠮷𤭢a');
});

test('what does not fit any more takes nothing from what can be undone; a paste is cut to what fits', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await apply(page, [node(1, 'textbox', 'field', { maximumLength: 4 }), node(2, 'textarea', 'area', { maximumLength: 3, rect: [0, 60, 200, 80] })], [[0, [1, 2]]]);
  const field = page.getByRole('textbox', { name: 'field' });
  await field.focus();
  await page.keyboard.press('a');
  await page.evaluate(() => navigator.clipboard.writeText('𠮷bcde'));
  await page.keyboard.press('Control+v');
  await expect(field).toHaveValue('a𠮷bc');
  await page.keyboard.press('x');
  await expect(field).toHaveValue('a𠮷bc');
  expect((await events(page)).filter((e) => e.type === 'input').map((e) => e.text)).toEqual(['a', 'a𠮷bc']);
  await page.keyboard.press('Control+z'); // typed in one go: the browser takes it back in one go
  await expect(field).toHaveValue('');
  await page.keyboard.press('Control+y');
  await expect(field).toHaveValue('a𠮷bc');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await expect(field).toHaveValue('𠮷bcd');

  const area = page.getByRole('textbox', { name: 'area' });
  await area.focus();
  await page.keyboard.type('ab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('c');
  await expect(area).toHaveValue('ab\n');
});

test('each kind of field brings its keyboard; only sentences are corrected', async ({ page }) => {
  const kinds = [['date', 'numeric'], ['integer', 'numeric'], ['decimal', 'decimal'], ['telephone', 'tel'], ['search', 'search'], ['text', null], ['password', null]];
  await apply(page, [...kinds.map(([inputType], i) => node(10 + i, 'textbox', inputType, { inputType, rect: [0, i * 50, 200, 40] })), node(2, 'textarea', 'area', { rect: [300, 0, 200, 80] })],
    [[0, [...kinds.keys()].map((i) => 10 + i).concat(2)]]);
  for (const [i, [inputType, mode]] of kinds.entries()) {
    const told = await page.evaluate((id) => {
      const element = window.mirror.element(id);
      return [element.getAttribute('inputmode'), element.spellcheck, element.autocapitalize];
    }, 10 + i);
    expect(told, inputType).toEqual([mode, false, 'none']);
  }
  expect(await page.evaluate(() => window.mirror.element(16).type)).toBe('password');
  expect(await page.evaluate(() => [window.mirror.element(2).hasAttribute('spellcheck'), window.mirror.element(2).hasAttribute('autocapitalize')])).toEqual([false, false]);
});

test('tick boxes and radios show at once and follow a contradiction', async ({ page }) => {
  const radios = [node(3, 'radio', '满意', { parent: 2, flags: flags.checked }), node(4, 'radio', '不满意', { parent: 2, rect: [0, 40, 200, 40] })];
  await apply(page, [node(1, 'checkbox', 'box', { rect: [0, 100, 40, 40] }), node(2, 'group', 'choice'), ...radios], [[0, [2, 1]], [2, [3, 4]]]);
  await page.getByRole('checkbox').check();
  expect((await events(page)).at(-1)).toMatchObject({ type: 'activate', node: 1, checked: true });
  await apply(page, [node(1, 'checkbox', 'box', { rect: [0, 100, 40, 40] })]);
  await expect(page.getByRole('checkbox')).not.toBeChecked();
  await page.getByRole('radio', { name: '满意', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '不满意' })).toBeChecked();
  expect((await events(page)).at(-1)).toMatchObject({ type: 'activate', node: 4, checked: true });
});

test('a scroller has the true extent, tells its offset, and obeys the program', async ({ page }) => {
  const scroller = { rect: [0, 0, 200, 100], contentWidth: 200, contentHeight: 4000 };
  await apply(page, [node(1, 'scroller', 'list', scroller), node(2, 'list', 'all', { parent: 1, rect: [0, 0, 200, 4000] }), ...rows(4)],
    [[0, [1]], [1, [2]], [2, [100, 101, 102, 103]]]);
  const list = page.getByRole('region', { name: 'list' });
  expect(await list.evaluate((e) => [e.scrollHeight, e.clientHeight])).toEqual([4000, 100]);
  await list.hover();
  await page.mouse.wheel(0, 300);
  await expect.poll(async () => (await events(page)).findLast((e) => e.type === 'scroll')?.y).toBe(300);
  await apply(page, [node(1, 'scroller', 'list', { ...scroller, scrollY: 1000 })]);
  expect(await list.evaluate((e) => e.scrollTop)).toBe(1000);
});

test.describe('with a touch screen', () => {
  test.use({ hasTouch: true });

  test('a finger scrolls without pressing what lies under it', async ({ page, context }) => {
    await apply(page, [node(1, 'scroller', 'list', { rect: [0, 0, 200, 200], contentWidth: 200, contentHeight: 4000 }),
      node(2, 'list', 'all', { parent: 1, rect: [0, 0, 200, 4000] }), ...rows(100, { flags: flags.focusable })],
    [[0, [1]], [1, [2]], [2, rows(100).map(({ id }) => id)]]);
    const devtools = await context.newCDPSession(page);
    const touch = (type, y) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 100, y }] });
    await touch('touchStart', 190);
    for (let y = 180; y >= 20; y -= 10) await touch('touchMove', y);
    await touch('touchEnd');
    await expect.poll(() => page.getByRole('region', { name: 'list' }).evaluate((e) => e.scrollTop)).toBeGreaterThan(90);
    const told = await events(page);
    expect(told.findLast((e) => e.type === 'scroll').y).toBeGreaterThan(90);
    expect(told.filter((e) => e.type === 'activate')).toEqual([]);
  });
});

test('elements lie exactly where they were painted', async ({ page }) => {
  await apply(page, [node(1, 'main', '', { rect: [10, 20, 500, 400] }), node(2, 'button', 'b', { parent: 1, rect: [30, 40, 80, 32] })], [[0, [1]], [1, [2]]]);
  expect(await page.getByRole('button', { name: 'b' }).boundingBox()).toEqual({ x: 40, y: 60, width: 80, height: 32 });
});

test('a modal dialog takes the focus, puts the rest out of reach, and gives the focus back', async ({ page }) => {
  await apply(page, [node(1, 'main', '', { rect: [0, 0, 500, 400] }), node(2, 'button', 'open', { parent: 1 }), node(9, 'status', 'saved', { rect: [0, 380, 90, 20] })],
    [[0, [1, 9]], [1, [2]]]);
  await page.getByRole('button', { name: 'open' }).focus();
  await apply(page, [node(5, 'dialog', 'really?', { flags: flags.modal, rect: [100, 100, 300, 200] }), node(6, 'textbox', 'reason', { parent: 5 })], [[0, [1, 9, 5]], [5, [6]]]);
  await expect(page.getByRole('textbox', { name: 'reason' })).toBeFocused();
  expect(await page.evaluate(() => [1, 9].map((id) => window.mirror.element(id).inert).concat(document.getElementById('outside').inert))).toEqual([true, false, true]);
  await events(page);
  await page.mouse.click(20, 350);
  expect((await events(page)).find((e) => e.type === 'dismiss')).toMatchObject({ node: 5 });
  await apply(page, [], [[0, [1, 9]]], [5, 6]);
  await expect(page.getByRole('button', { name: 'open' })).toBeFocused();
  expect(await page.evaluate(() => document.getElementById('outside').inert)).toBe(false);
});

test('a press outside a sheet is for the sheet, not for the button below it that opened it', async ({ page }) => {
  await apply(page, [node(1, 'main', '', { rect: [0, 0, 500, 400] }), node(2, 'button', 'more', { parent: 1, flags: flags.popup + flags.expanded }),
    node(5, 'dialog', 'sheet', { flags: flags.modal, rect: [100, 100, 300, 200] }), node(6, 'button', 'day', { parent: 5, rect: [10, 10, 60, 40], flags: flags.popup })],
  [[0, [1, 5]], [1, [2]], [5, [6]]]);
  await events(page);
  await page.mouse.click(20, 350);
  expect((await events(page)).find((e) => e.type === 'dismiss')).toMatchObject({ node: 5 });
  await page.mouse.click(300, 280);
  expect((await events(page)).find((e) => e.type === 'dismiss')).toBe(undefined);
  await apply(page, [node(6, 'button', 'day', { parent: 5, rect: [10, 10, 60, 40], flags: flags.popup + flags.expanded })]);
  await page.mouse.click(300, 280);
  expect((await events(page)).find((e) => e.type === 'dismiss')).toMatchObject({ node: 6 });
});

test('a list of options scrolls by itself, tells its offset and is no stop of the Tab key', async ({ page }) => {
  const extent = { contentWidth: 200, contentHeight: 4000 };
  await apply(page, [node(1, 'listbox', 'options', { ...extent, rect: [0, 0, 200, 100] }), node(3, 'option', 'one', { parent: 1 }),
    node(4, 'scroller', 'page', { ...extent, rect: [0, 200, 200, 100] })], [[0, [1, 4]], [1, [3]]]);
  const list = page.getByRole('listbox');
  expect(await list.evaluate((element) => [element.scrollHeight, element.tabIndex])).toEqual([4000, -1]);
  await list.hover();
  await page.mouse.wheel(0, 300);
  await expect.poll(async () => (await events(page)).findLast((e) => e.type === 'scroll' && e.node === 1)?.y).toBe(300);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('region', { name: 'page' })).toBeFocused();
});

test('tabs: one tab stop, arrows walk and select', async ({ page }) => {
  const tabs = (selected) => [1, 2, 3].map((i) => node(10 + i, 'tab', `tab ${i}`, { parent: 10, rect: [i * 90, 0, 80, 30], flags: i === selected ? flags.selected : 0 }));
  await apply(page, [node(10, 'tablist', 'views', { rect: [0, 0, 400, 40] }), ...tabs(1)], [[0, [10]], [10, [11, 12, 13]]]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tab', { name: 'tab 1' })).toBeFocused();
  await events(page);
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'tab 3' })).toBeFocused();
  expect((await events(page)).filter((e) => e.type === 'activate').map((e) => e.node)).toEqual([13]);
});

test('rows that take the focus are pressed by Enter and walked by arrows', async ({ page }) => {
  await apply(page, [node(2, 'list', 'all', { rect: [0, 0, 200, 400] }), ...rows(2, { flags: flags.focusable })], [[0, [2]], [2, [100, 101]]]);
  await page.getByRole('listitem').first().focus();
  await events(page);
  await page.keyboard.press('Enter');
  expect((await events(page)).map((e) => [e.type, e.node])).toEqual([['activate', 100]]);
  await page.getByRole('listitem').last().click();
  expect((await events(page)).at(-1)).toMatchObject({ type: 'activate', node: 101 });
});

test('arrow keys step over rows that hold nothing to press, and leave fields and single links alone', async ({ page }) => {
  const item = (i, more) => node(10 + i, 'listitem', '', { parent: 2, rect: [0, i * 40, 200, 40], ...more });
  const link = (i) => node(20 + i, 'link', `link ${i}`, { parent: 10 + i, value: `#/${i}`, rect: [0, 0, 90, 30] });
  await apply(page, [node(2, 'list', 'all', { rect: [0, 0, 200, 400] }), item(0), item(1), item(2), link(0), link(2),
    node(30, 'button', 'more', { parent: 12, rect: [100, 0, 90, 30] }), node(40, 'link', 'alone', { value: '#/alone', rect: [0, 500, 90, 30] })],
  [[0, [2, 40]], [2, [10, 11, 12]], [10, [20]], [12, [22, 30]]]);
  const names = async (keys) => {
    const seen = [];
    for (const key of keys) {
      await page.keyboard.press(key);
      seen.push(await page.evaluate(() => document.activeElement.textContent));
    }
    return seen;
  };
  await page.getByRole('link', { name: 'link 0' }).focus();
  expect(await names(['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp', 'End', 'Home'])).toEqual(
    ['link 2', 'more', 'more', 'link 0', 'link 0', 'link 2', 'link 0']);
  await page.getByRole('link', { name: 'alone' }).focus();
  expect(await names(['ArrowUp', 'Home'])).toEqual(['alone', 'alone']);
});

test('an error message belongs to its field', async ({ page }) => {
  await apply(page, [node(1, 'textbox', '名称', { flags: flags.invalid, errorMessage: 2 }), node(2, 'text', '不能为空', { rect: [0, 50, 200, 20] })], [[0, [1, 2]]]);
  const field = page.getByRole('textbox', { name: '名称' });
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleErrorMessage('不能为空');
});

test('a chosen file is told with its bytes, and the same one can be chosen again', async ({ page }) => {
  await apply(page, [node(1, 'file', '选择文件', { value: '.json' })], [[0, [1]]]);
  for (let i = 0; i < 2; ++i) {
    await page.getByLabel('选择文件').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await expect.poll(() => events(page)).toEqual([expect.objectContaining({ type: 'file', node: 1, text: 'x.json', bytes: [123, 125] })]);
  }
});

test('a disabled control can be seen but not pressed', async ({ page }) => {
  await apply(page, [node(1, 'button', 'save', { flags: flags.disabled, description: '没有更改' })], [[0, [1]]]);
  await expect(page.getByRole('button', { name: 'save' })).toBeDisabled();
  await page.getByRole('button').click({ force: true });
  expect(await events(page)).toEqual([]);
});

test('a node that changes its role gets an element of the new kind, its children stay', async ({ page }) => {
  await apply(page, [node(1, 'group', 'g'), node(2, 'button', 'in', { parent: 1 })], [[0, [1]], [1, [2]]]);
  await page.evaluate(() => { window.child = window.mirror.element(2); });
  await apply(page, [node(1, 'dialog', 'd')]);
  await expect(page.getByRole('dialog', { name: 'd' })).toBeVisible();
  expect(await page.evaluate(() => window.child === window.mirror.element(2) && window.child.parentElement === window.mirror.element(1))).toBe(true);
});
