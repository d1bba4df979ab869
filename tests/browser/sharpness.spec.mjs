// Painted text is as fine as the screen, also when the screen or the fingers change how fine that is while the page is open.
import { expect, test } from '@playwright/test';

const field = (page, name) => page.getByRole('textbox', { name, exact: true });

async function open(page, hash = '') {
  await page.goto(`/${hash}`);
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeAttached();
}

/**
 * What is on the screen now, pixel by pixel: its size, and how many neighbours in a row differ by more than 0.6 of all the contrast that
 * there is. Magnified pixels have none such from a factor of two on, for smoothing spreads each edge over several.
 */
async function screen(page, devtools) {
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' });
  const reader = await page.context().newPage();
  try {
    return await reader.evaluate(async (base64) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, image.width, image.height).data;
      const grey = new Float32Array(image.width * image.height);
      for (let i = 0; i < grey.length; ++i) grey[i] = (pixels[4 * i] + pixels[4 * i + 1] + pixels[4 * i + 2]) / 3;
      const [low, high] = grey.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [255, 0]);
      let steps = 0;
      for (let i = 1; i < grey.length; ++i) if (i % image.width !== 0 && Math.abs(grey[i] - grey[i - 1]) > 0.6 * (high - low)) ++steps;
      return { width: image.width, height: image.height, steps, contrast: high - low };
    }, data);
  } finally {
    await reader.close();
  }
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
  const coarse = await screen(page, devtools);
  for (const ratio of [2, 1.5, 1]) {
    await devtools.send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 800, deviceScaleFactor: ratio, mobile: false });
    await expect.poll(() => page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]))
      .toEqual([1280 * ratio, 800 * ratio]);
    await expect.poll(async () => (await screen(page, devtools)).steps, `ratio ${ratio}`).toBeGreaterThan(coarse.steps * 0.8);
    await expect(field(page, '名称')).toHaveValue('长春市某某科技有限公司');
    await expect(field(page, '住所')).toBeFocused();
  }
});

test.describe('under the fingers', () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });

  /** Puts two fingers on the screen and spreads them by a factor. */
  async function spread(devtools, x, y, factor) {
    await devtools.send('Input.synthesizePinchGesture', { x, y, scaleFactor: factor, gestureSourceType: 'touch' });
  }
  const zoom = (page) => page.evaluate(() => visualViewport.scale);

  test('a magnified page is painted finer where it shows, and as before when it is whole again', async ({ page, context }) => {
    await open(page, '#/settings');
    const devtools = await context.newCDPSession(page);
    const whole = await canvas(page);
    expect(whole).toEqual({ left: 0, top: 0, right: 390, bottom: 844, finer: 2 });
    const before = await screen(page, devtools);
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
    await expect.poll(async () => (await screen(page, devtools)).steps).toBeGreaterThan(before.steps / scale);

    await spread(devtools, 195, 400, 0.1);
    await expect.poll(() => zoom(page)).toBe(1);
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
    const { x, y } = await link.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2 - visualViewport.offsetLeft, y: box.y + box.height / 2 - visualViewport.offsetTop };
    });
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(page).toHaveURL(/#\/providers\/new$/);
  });
});
