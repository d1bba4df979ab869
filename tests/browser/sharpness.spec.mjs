// Painted text is as fine as the screen, also when the screen or the fingers change how fine that is while the page is open.
import { expect, test } from '@playwright/test';
import { field, open } from './at_the_page.mjs';

/**
 * What the canvas holds, as painted: its size, how many of its pixels are ink, and how many neighbours in a row differ by more than 0.6 of
 * all the contrast that there is. Pixels stretched by two or more have hardly any such, for smoothing spreads each edge over several.
 */
function painted(page) {
  return page.evaluate(async () => {
    const canvas = document.getElementById('canvas');
    dispatchEvent(new Event('resize')); // the page asks for a frame; what follows in the same one still finds its pixels
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
    const { width, height } = canvas;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(canvas, 0, 0);
    const pixels = context.getImageData(0, 0, width, height).data;
    const grey = new Float32Array(width * height);
    for (let i = 0; i < grey.length; ++i) grey[i] = (pixels[4 * i] + pixels[4 * i + 1] + pixels[4 * i + 2]) / 3;
    const [low, high] = grey.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [255, 0]);
    let edges = 0;
    for (let i = 1; i < grey.length; ++i) if (i % width !== 0 && Math.abs(grey[i] - grey[i - 1]) > 0.6 * (high - low)) ++edges;
    return { size: [width, height], edges, ink: grey.filter((value) => value < (low + high) / 2).length };
  });
}

const canvas = (page) => page.evaluate(() => {
  const element = document.getElementById('canvas');
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, right: left + width, bottom: top + height, finer: element.width / width };
});

test('text stays crisp, and what was typed stays, when the window moves to a screen of another pixel ratio', async ({ page, context }) => {
  await open(page, '#/providers/new');
  await field(page, '名称').fill('长春市某某科技有限公司');
  await field(page, '住所').fill('朝阳区');
  const devtools = await context.newCDPSession(page);
  const coarse = await painted(page);
  expect(coarse.edges).toBeGreaterThan(1000);
  for (const ratio of [2, 1.5, 1]) {
    await devtools.send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 800, deviceScaleFactor: ratio, mobile: false });
    await expect.poll(async () => (await painted(page)).size).toEqual([1280 * ratio, 800 * ratio]);
    const { edges, ink } = await painted(page);
    // area grows by the ratio's square, edges by the ratio itself
    expect(edges / ink, `ratio ${ratio}`).toBeGreaterThan(coarse.edges / coarse.ink / ratio / 2);
    await expect(field(page, '名称')).toHaveValue('长春市某某科技有限公司');
    await expect(field(page, '住所')).toBeFocused();
  }
});

test.describe('under the fingers', () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });

  /** Puts two fingers on the screen and spreads them by a factor. */
  async function spread(devtools, x, y, factor) {
    await devtools.send('Input.synthesizePinchGesture', { x, y, scaleFactor: factor, gestureSourceType: 'default' });
  }
  const zoom = (page) => page.evaluate(() => visualViewport.scale);

  test('a magnified page is painted finer where it shows, and as before when it is whole again', async ({ page, context }) => {
    await open(page, '#/settings');
    const devtools = await context.newCDPSession(page);
    const whole = await canvas(page);
    expect(whole).toEqual({ left: 0, top: 0, right: 390, bottom: 844, finer: 2 });
    const before = await painted(page);
    await spread(devtools, 120, 140, 3);
    expect(await zoom(page)).toBeGreaterThan(2);
    const scale = await zoom(page);
    await expect.poll(async () => (await canvas(page)).finer).toBeCloseTo(2 * scale, 1);
    const part = await canvas(page);
    const shown = await page.evaluate(() => ({ left: visualViewport.offsetLeft, top: visualViewport.offsetTop,
      right: visualViewport.offsetLeft + visualViewport.width, bottom: visualViewport.offsetTop + visualViewport.height }));
    expect(part.left).toBeLessThanOrEqual(shown.left + 0.5);
    expect(part.top).toBeLessThanOrEqual(shown.top + 0.5);
    expect(part.right).toBeGreaterThanOrEqual(shown.right - 0.5);
    expect(part.bottom).toBeGreaterThanOrEqual(shown.bottom - 0.5);
    const { edges, ink } = await painted(page);
    expect(edges / ink).toBeGreaterThan(before.edges / before.ink / scale / 2);

    await spread(devtools, 65, 140, 0.2);
    await expect.poll(async () => Math.round((await zoom(page)) * 1000)).toBe(1000);
    await expect.poll(() => canvas(page)).toEqual(whole);
  });

  test('a finger still hits what it sees', async ({ page, context }) => {
    await open(page, '#/providers');
    const devtools = await context.newCDPSession(page);
    await spread(devtools, 195, 200, 2.5);
    const scale = await zoom(page);
    expect(scale).toBeGreaterThan(2);
    await expect.poll(async () => (await canvas(page)).finer).toBeCloseTo(2 * scale, 1);
    const link = page.getByRole('link', { name: '登记服务商' }).first();
    const { x, y } = await link.evaluate(async (element) => {
      element.scrollIntoView({ block: 'center', inline: 'center' }); // moves what is shown of the page
      await new Promise((resolve) => { setTimeout(resolve, 500); });
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2 - visualViewport.offsetLeft, y: box.y + box.height / 2 - visualViewport.offsetTop };
    });
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(page).toHaveURL(/#\/providers\/new$/);
  });
});
