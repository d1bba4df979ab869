// Writing as people write: dead keys, dictation, corrections, selection, undo, the clipboard. What counts is what the record holds in the end.
import { expect, test } from '@playwright/test';
import { field, open as openAt, saved } from './at_the_page.mjs';

const open = (page) => openAt(page, '#/providers/new');

/** Fills in whatever of the form is still empty, saves, and gives what the record says of itself after the page was loaded anew. */
async function recorded(page) {
  const plain = { 名称: '长春市甲公司', 统一社会信用代码: '91220102MA1F4FE12D', 法定代表人: '王芳', 住所: '长春市', 经营范围: '数据服务', '注册资本（元）': '1' };
  for (const [name, value] of Object.entries(plain)) if (await field(page, name).inputValue() === '') await field(page, name).fill(value);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('登记服务商');
  await saved(page);
  await page.reload();
  await saved(page);
  return page.locator('#main').innerText();
}

const selection = (page) => page.evaluate(() => {
  const { value, selectionStart, selectionEnd } = document.activeElement;
  return value.slice(selectionStart, selectionEnd);
});

test('dead keys, dictation and corrections reach the record', async ({ page, context }) => {
  await open(page);
  const devtools = await context.newCDPSession(page);
  await field(page, '名称').focus();
  // A dead key waits as a composition and is replaced by the letter that it makes.
  await devtools.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
  await devtools.send('Input.insertText', { text: 'é' });
  await page.keyboard.type('clair');
  await expect(field(page, '名称')).toHaveValue('éclair');
  // Dictation puts in whole phrases, one after another.
  await field(page, '住所').focus();
  await devtools.send('Input.insertText', { text: '长春市南关区' });
  await devtools.send('Input.insertText', { text: '人民大街一号。' });
  // A correction replaces a word that stands there already.
  await field(page, '经营范围').focus();
  await page.keyboard.type('softwear services');
  await devtools.send('Input.imeSetComposition', { text: 'software', selectionStart: 8, selectionEnd: 8, replacementStart: 0, replacementEnd: 8 });
  await devtools.send('Input.insertText', { text: 'software' });
  await expect(field(page, '经营范围')).toHaveValue('software services');
  const text = await recorded(page);
  expect(text).toContain('éclair');
  expect(text).toContain('长春市南关区人民大街一号。');
  expect(text).toContain('software services');
});

test('a composition that is given up leaves nothing', async ({ page, context }) => {
  await open(page);
  const devtools = await context.newCDPSession(page);
  await field(page, '法定代表人').fill('王');
  await devtools.send('Input.imeSetComposition', { text: 'fang', selectionStart: 4, selectionEnd: 4 });
  await expect(field(page, '法定代表人')).toHaveValue('王fang');
  await devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await expect(field(page, '法定代表人')).toHaveValue('王');
  expect(await recorded(page)).not.toContain('fang');
});

test('a double click selects a word, a triple click the line, and typing takes its place', async ({ page }) => {
  await open(page);
  const name = field(page, '名称');
  await name.fill('Alpha Beta');
  const { x, y, height } = await name.boundingBox();
  await page.mouse.dblclick(x + 24, y + height / 2);
  expect((await selection(page)).trim()).toBe('Alpha');
  await page.keyboard.type('Gamma ');
  await expect(name).toHaveValue(/^Gamma +Beta$/);
  await page.mouse.click(x + 24, y + height / 2, { clickCount: 3 });
  expect(await selection(page)).toBe(await name.inputValue());
  await page.keyboard.type('Delta');
  await expect(name).toHaveValue('Delta');
  expect(await recorded(page)).toContain('Delta');
});

test('undo and redo go back and forth over what was typed, also where a text was cut to its greatest length', async ({ page }) => {
  await open(page);
  const capital = field(page, '名称');
  await capital.focus();
  await page.keyboard.insertText('长春一号');
  await page.keyboard.insertText('有限公司');
  await page.keyboard.press('Control+z');
  const undone = await capital.inputValue();
  expect('长春一号有限公司'.startsWith(undone) && undone.length < 8).toBe(true);
  await page.keyboard.press('Control+Shift+z');
  await expect(capital).toHaveValue('长春一号有限公司');
  const code = field(page, '统一社会信用代码');
  await code.focus();
  await page.keyboard.insertText('9122');
  const whole = `${'1'.repeat(400)}`;
  await page.keyboard.insertText(whole);
  const most = (await code.inputValue()).length;
  await page.keyboard.press('Control+z');
  expect((await code.inputValue()).length).toBeLessThan(most);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('91220102MA1F4FE12D');
  expect(await recorded(page)).toContain('长春一号有限公司');
});

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('text is copied, cut and pasted by keyboard, as plain text, between fields and from outside', async ({ page }) => {
    await open(page);
    await field(page, '名称').fill('𠮷田科技');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('𠮷田科技');
    await field(page, '住所').focus();
    await page.keyboard.press('Control+v');
    await expect(field(page, '住所')).toHaveValue('𠮷田科技');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await expect(field(page, '住所')).toHaveValue('');
    await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({
      'text/plain': new Blob(['长春<b>市</b>'], { type: 'text/plain' }),
      'text/html': new Blob(['<i>shown otherwise</i>'], { type: 'text/html' }),
    })]));
    await page.keyboard.press('Control+v');
    await expect(field(page, '住所')).toHaveValue('长春<b>市</b>');
    const text = await recorded(page);
    expect(text).toContain('𠮷田科技');
    expect(text).toContain('长春<b>市</b>');
  });

  test('a pasted text of many lines keeps them in a field of many lines, and becomes one line in a field of one', async ({ page }) => {
    await open(page);
    await page.evaluate(() => navigator.clipboard.writeText('第一行\n第二行'));
    await field(page, '经营范围').focus();
    await page.keyboard.press('Control+v');
    await expect(field(page, '经营范围')).toHaveValue('第一行\n第二行');
    await field(page, '住所').focus();
    await page.keyboard.press('Control+v');
    await expect(field(page, '住所')).toHaveValue(/^第一行 ?第二行$/);
  });

  test('what a page says can be selected and copied', async ({ page }) => {
    await open(page);
    await field(page, '名称').fill('长春市可选取有限公司');
    await recorded(page);
    const heading = page.getByRole('heading', { level: 1 });
    const { x, y, width, height } = await heading.boundingBox();
    await page.mouse.click(x + Math.min(60, width / 2), y + height / 2, { clickCount: 3 });
    await page.keyboard.press('Control+c');
    expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe('长春市可选取有限公司');
  });
});

test.describe('under a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  // A desktop's browser selects nothing under a resting finger, not even in a bare field: what can be shown here is that nothing keeps it from it.
  test('a long press in a field is left to the browser, with its selection and its menu', async ({ page, context }) => {
    await open(page);
    const name = field(page, '名称');
    await name.fill('Alpha Beta');
    await page.evaluate(() => {
      window.stopped = [];
      for (const type of ['pointerdown', 'touchstart', 'touchend', 'selectstart', 'click']) {
        window.addEventListener(type, (event) => { if (event.defaultPrevented) window.stopped.push(type); });
      }
    });
    const { x, y, height } = await name.boundingBox();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x + 24, y: y + height / 2 }] });
    await page.waitForTimeout(900);
    const admitted = await name.evaluate((element) => element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })));
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect(admitted).toBe(true);
    expect(await page.evaluate(() => window.stopped)).toEqual([]);
    expect(await name.evaluate((element) => getComputedStyle(element).userSelect)).not.toBe('none');
    await expect(name).toBeFocused();
    await expect(name).toHaveValue('Alpha Beta');
  });
});
