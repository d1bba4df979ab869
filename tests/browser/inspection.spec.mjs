// A visit: answered, photographed and saved, with and without a network. Photos lose what the camera wrote into them before they are kept.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { field, open, saved } from './at_the_page.mjs';
import { expectClean } from './axe.mjs';
import { withHost } from './host.mjs';
import { cameraJpeg, storedBlobs } from './photos.mjs';

const title = (page, name) => page.getByRole('heading', { level: 1, name });
const answer = (page, item, name) => page.getByRole('group', { name: item, exact: true }).getByRole('radio', { name, exact: true });
const staff = '人员能力和团队配置满足服务需要';
const longestSide = 2048;
const offlineReady = (page) => page.getByText('可离线使用', { exact: true });

async function registerProvider(page, name) {
  await page.evaluate(() => { location.hash = '#/providers/new'; });
  for (const [label, typed] of [['名称', name], ['统一社会信用代码', '91220102MA1F4FE12D'], ['住所', '南关区'], ['法定代表人', '王𠮷'],
    ['经营范围', '软件'], ['注册资本（元）', '5000000']]) await field(page, label).fill(typed);
  await page.getByRole('checkbox', { name: '小快轻准' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(title(page, name)).toBeVisible();
  await saved(page);
}

async function openAt(context, address) {
  const page = context.pages()[0] ?? await context.newPage();
  await page.goto(address);
  await saved(page);
  return page;
}

/** Answers two items, takes two photos, saves; gives back the inspection's address. */
async function inspect(page, provider) {
  await page.evaluate(() => { location.hash = '#/inspections/new'; });
  await expect(title(page, '开始检查')).toBeVisible();
  await page.getByRole('combobox', { name: '服务商' }).click();
  await page.getByRole('option', { name: new RegExp(provider) }).click();
  await answer(page, '签订了服务协议，企业自主选择方案和产品', '符合').click();
  await answer(page, staff, '不符合').click();
  await field(page, '问题说明 · 第七条（一）').fill('驻场人员无资质𠮷');
  const photos = [await cameraJpeg(page, 3000, 2250, 1), await cameraJpeg(page, 1200, 1600, 2)];
  await page.getByLabel('选择照片或文件', { exact: true }).setInputFiles(photos.map((buffer, i) => ({ name: `现场${i + 1}.jpg`, mimeType: 'image/jpeg', buffer })));
  await expect(page.getByRole('group', { name: '照片（2）' })).toBeVisible({ timeout: 30_000 });
  await saved(page);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(title(page, '现场检查表')).toBeVisible();
  await saved(page);
  return page.evaluate(() => location.hash);
}

/** All that the page of an inspection must show. */
async function expectInspection(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await expect(title(page, '现场检查表')).toBeVisible();
  await expect(page.getByText('驻场人员无资质𠮷').first()).toBeAttached();
  await expect(page.getByText('符合 1 · 不符合 1 · 不适用 0 · 未检查 17').first()).toBeAttached();
  for (const number of [1, 2]) {
    const image = page.locator(`#mirror img[alt="照片 ${number}：现场${number}.jpg"]`);
    await expect(image).toBeAttached();
    await expect.poll(() => image.evaluate((element) => element.complete && element.naturalWidth)).toBeGreaterThan(100);
  }
}

/** Nothing that the camera wrote, and not larger than the policy says. */
async function expectNoTraces(page, count) {
  const blobs = await storedBlobs(page);
  expect(blobs).toHaveLength(count);
  for (const blob of blobs) {
    expect(blob.type).toBe('image/jpeg');
    expect(blob.digest).toBe(blob.hash);
    expect(blob.text.startsWith('\xff\xd8\xff')).toBe(true);
    for (const trace of ['Exif', 'GPS-SECRET', 'http://ns.adobe.com']) expect(blob.text).not.toContain(trace);
    expect(Math.max(blob.width, blob.height)).toBeLessThanOrEqual(longestSide);
  }
  expect(blobs.map(({ width, height }) => `${width}x${height}`).sort()).toEqual(['1200x1600', '2048x1536']);
}

test('a whole inspection with two photos: saved, shown, there after a reload, in what is handed out; the camera\'s data are gone', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  await registerProvider(page, '长春受检软件');
  const made = await cameraJpeg(page, 400, 300, 9);
  expect(made.toString('latin1')).toContain('Exif');
  expect(made.toString('latin1')).toContain('GPS-SECRET');
  const hash = await inspect(page, '长春受检软件');
  await expectInspection(page, hash);
  await expectNoTraces(page, 2);
  await expectClean(page, 'inspection');
  await page.reload();
  await saved(page);
  await expectInspection(page, hash);

  await page.getByRole('button', { name: '查看照片 1：现场1.jpg' }).click();
  const dialog = page.getByRole('dialog', { name: '照片 1：现场1.jpg' });
  await expect(dialog).toBeVisible();
  await expect.poll(() => dialog.locator('img').evaluate((element) => element.complete && element.naturalWidth)).toBe(longestSide);
  await expectClean(page, 'photo');
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '下载' }).click()]);
  expect(file.suggestedFilename()).toBe('现场1.jpg');
  expect(readFileSync(await file.path()).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.evaluate(() => { location.hash = '#/exchange'; });
  const [bundle] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^导出/ }).first().click()]);
  const text = readFileSync(await bundle.path(), 'utf8');
  for (const part of ['inspection.conducted', 'finding.raised', '驻场人员无资质𠮷', ...(await storedBlobs(page)).map((blob) => blob.hash)]) expect(text).toContain(part);

  await page.evaluate(() => { location.hash = '#/inspections'; });
  await expect(page.getByText('共 1 条').first()).toBeAttached();
  await page.getByRole('searchbox', { name: '搜索检查编号、服务商、合同' }).fill('受检');
  await page.getByRole('row').nth(1).click();
  await expect(title(page, '现场检查表')).toBeVisible();
});

test('with no server and no network a whole inspection with two photos is done, and is there after a restart', async () => {
  test.setTimeout(180_000);
  await withHost(async (host) => {
    let page = await openAt(await host.browse(), host.address);
    await expect(offlineReady(page)).toBeVisible({ timeout: 30_000 });
    await registerProvider(page, '长春受检软件');
    await host.stop();
    let context = await host.browse();
    await context.setOffline(true);
    page = await openAt(context, host.address);
    const hash = await inspect(page, '长春受检软件');
    await expectInspection(page, hash);
    context = await host.browse();
    await context.setOffline(true);
    page = await openAt(context, host.address);
    await expectInspection(page, hash);
    await expectNoTraces(page, 2);
    await page.evaluate(() => { location.hash = '#/exchange'; });
    const [bundle] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^导出/ }).first().click()]);
    expect(readFileSync(await bundle.path(), 'utf8')).toContain('驻场人员无资质𠮷');
  });
});

test('what was filled in is there after the page was closed in the middle, photos too', async ({ page }) => {
  test.setTimeout(90_000);
  await open(page);
  await registerProvider(page, '长春受检软件');
  await page.evaluate(() => { location.hash = '#/inspections/new'; });
  await answer(page, staff, '不符合').click();
  await field(page, '问题说明 · 第七条（一）').fill('写到一半');
  await page.getByLabel('选择照片或文件', { exact: true }).setInputFiles([{ name: '门口.jpg', mimeType: 'image/jpeg', buffer: await cameraJpeg(page, 800, 600, 3) }]);
  await expect(page.getByRole('group', { name: '照片（1）' })).toBeVisible();
  await page.waitForTimeout(1500); // the pause between two writes of a draft
  await saved(page);
  await page.reload();
  await saved(page);
  await expect(field(page, '问题说明 · 第七条（一）')).toHaveValue('写到一半');
  await expect(answer(page, staff, '不符合')).toBeChecked();
  const image = page.locator('#mirror img[alt="照片 1：门口.jpg"]');
  await expect.poll(() => image.evaluate((element) => element.complete && element.naturalWidth)).toBeGreaterThan(100);
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expectClean(page, 'asked before throwing away');
  await page.getByRole('dialog').getByRole('button', { name: '放弃这次检查' }).click();
  await saved(page);
  await expect.poll(() => storedBlobs(page)).toEqual([]);
});

test('what cannot be read as a picture is told by name; PNG becomes JPEG, a PDF stays as it is', async ({ page }) => {
  await open(page);
  await registerProvider(page, '长春受检软件');
  await page.evaluate(() => { location.hash = '#/inspections/new'; });
  const png = Buffer.from(await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 48);
    canvas.getContext('2d').fillRect(0, 0, 64, 24);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())];
  }));
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
  await page.getByLabel('选择照片或文件', { exact: true }).setInputFiles([
    { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic nothing else') },
    { name: '图.png', mimeType: 'image/png', buffer: png },
    { name: '合同.pdf', mimeType: 'application/pdf', buffer: pdf },
  ]);
  await expect(page.getByRole('group', { name: '照片（2）' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: '有 1 个文件没有加入' })).toBeAttached();
  await expect(page.getByText(/IMG_0001\.HEIC：本设备无法解读/).first()).toBeAttached();
  await page.waitForTimeout(1200);
  await saved(page);
  const blobs = await storedBlobs(page);
  expect(blobs.map(({ type }) => type).sort()).toEqual(['application/pdf', 'image/jpeg']);
  expect(blobs.find(({ type }) => type === 'application/pdf').text).toBe(pdf.toString('latin1'));
  await expectClean(page, 'faults');
});

test('a dialog or a list over photos is not covered by them', async ({ page }) => {
  await open(page);
  await registerProvider(page, '长春受检软件');
  const hash = await inspect(page, '长春受检软件');
  await expectInspection(page, hash);
  const thumbnail = page.locator('#mirror img[alt="照片 2：现场2.jpg"]').first();
  await expect(thumbnail).toBeVisible();
  await page.getByRole('button', { name: '查看照片 1：现场1.jpg' }).click();
  await expect(thumbnail).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(thumbnail).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('answers, camera and photos are reached by thumb, and the workbench leads there', async ({ page }) => {
    await open(page);
    await registerProvider(page, '长春受检软件');
    await page.evaluate(() => { location.hash = '#/'; });
    await page.getByRole('link', { name: '开始检查' }).tap();
    await expect(title(page, '开始检查')).toBeVisible();
    const camera = page.getByLabel('拍照', { exact: true });
    await expect(camera).toHaveAttribute('capture', 'environment');
    await answer(page, staff, '不符合').tap();
    await expect(field(page, '问题说明 · 第七条（一）')).toBeVisible();
    await camera.setInputFiles([{ name: '门口.jpg', mimeType: 'image/jpeg', buffer: await cameraJpeg(page, 800, 600, 3) }]);
    await expect(page.getByRole('group', { name: '照片（1）' })).toBeVisible();
    for (const name of ['查看照片 1：门口.jpg', '移除照片 1：门口.jpg']) {
      const box = await page.getByRole('button', { name }).boundingBox();
      expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
    }
    await expectClean(page, 'phone');
  });
});
