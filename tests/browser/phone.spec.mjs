// A phone in the hand: the keyboard comes up, the device is turned, a finger rests on a text that was cut.
import { expect, test } from '@playwright/test';

const title = (page, name) => page.getByRole('heading', { level: 1, name });
const field = (page, name) => page.getByRole('textbox', { name, exact: true });

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Whether all of it can be seen, above the height given. */
async function inSight(locator, height) {
  const box = await locator.boundingBox();
  return box.y >= 0 && box.y + box.height <= height;
}

async function fillEnterprise(page) {
  await field(page, '名称').fill('长春𠮷工厂');
  await field(page, '统一社会信用代码').fill('91220103MADRMTGU16');
  await field(page, '所属行业').fill('汽车零部件');
}

test('the field that is written in stays in sight when a keyboard takes half of the page, and the record holds what was typed', async ({ page }) => {
  await page.goto('/#/enterprises/new');
  await expect(title(page, '登记试点企业')).toBeVisible();
  await fillEnterprise(page);
  const district = field(page, '所在区县');
  await district.scrollIntoViewIfNeeded();
  await district.tap();
  await page.setViewportSize({ width: 390, height: 420 }); // a browser that lays the page out anew above the keyboard
  await expect.poll(() => inSight(district, 420)).toBe(true);
  await expect(district).toBeFocused();
  await page.keyboard.type('南关区');
  await expect(district).toHaveValue('南关区');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: '保存' }).tap();
  await expect(title(page, '长春𠮷工厂')).toBeVisible();
  await expect(page.getByText('南关区')).toBeAttached();
});

test('a keyboard that only covers the page is counted too: the bar gives way and the field is above it', async ({ page }) => {
  await page.addInitScript(() => {
    const fake = Object.assign(new EventTarget(), { scale: 1, offsetTop: 0, height: innerHeight, width: innerWidth });
    Object.defineProperty(window, 'visualViewport', { value: fake });
    window.keyboard = (height) => {
      fake.height = innerHeight - height;
      fake.dispatchEvent(new Event('resize'));
    };
  });
  await page.goto('/#/enterprises/new');
  await expect(title(page, '登记试点企业')).toBeVisible();
  const district = field(page, '所在区县');
  await district.focus();
  await expect(page.getByRole('button', { name: '更多' })).toBeVisible();
  await page.evaluate(() => window.keyboard(400));
  await expect(page.getByRole('button', { name: '更多' })).toHaveCount(0);
  await expect.poll(() => inSight(district, 444)).toBe(true);
  await page.evaluate(() => window.keyboard(0));
  await expect(page.getByRole('button', { name: '更多' })).toBeVisible();
});

test('turned and turned back, the page keeps what was typed and the focus, and the record holds it', async ({ page }) => {
  await page.goto('/#/enterprises/new');
  await expect(title(page, '登记试点企业')).toBeVisible();
  await fillEnterprise(page);
  await page.setViewportSize({ width: 844, height: 390 });
  await expect.poll(() => inSight(field(page, '所属行业'), 390)).toBe(true);
  await expect(field(page, '所属行业')).toBeFocused();
  await expect(field(page, '所属行业')).toHaveValue('汽车零部件');
  await page.keyboard.type('制造');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => inSight(field(page, '所属行业'), 844)).toBe(true);
  await page.getByRole('button', { name: '保存' }).tap();
  await expect(title(page, '长春𠮷工厂')).toBeVisible();
  await expect(page.getByText('汽车零部件制造')).toBeAttached();
});

test('a finger that rests on a text that was cut shows all of it and presses nothing; a short tap presses', async ({ page, context }) => {
  const name = '长春市一个名称特别长的数字化转型试点企业有限责任公司汽车零部件分公司';
  await page.goto('/#/enterprises/new');
  await expect(title(page, '登记试点企业')).toBeVisible();
  await fillEnterprise(page);
  await field(page, '名称').fill(name);
  await page.getByRole('button', { name: '保存' }).tap();
  await expect(title(page, name)).toBeVisible();
  await page.evaluate(() => { location.hash = '#/enterprises'; });
  const card = page.getByRole('listitem').first().getByRole('link');
  await expect(card).toBeVisible();
  const box = await card.boundingBox();
  const devtools = await context.newCDPSession(page);
  const touch = (type, points) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [{ x: box.x + 60, y: box.y + 20 }]);
  await expect(page.getByRole('tooltip', { includeHidden: true })).toHaveText(name);
  await touch('touchEnd', []);
  await page.waitForTimeout(100);
  await expect(page.getByRole('tooltip', { includeHidden: true })).toHaveText(name);
  expect(await page.evaluate(() => location.hash)).toBe('#/enterprises');
  await page.touchscreen.tap(200, 780 - 60);
  await expect(page.getByRole('tooltip', { includeHidden: true })).toHaveCount(0);
  await card.tap();
  await expect(title(page, name)).toBeVisible();
});
