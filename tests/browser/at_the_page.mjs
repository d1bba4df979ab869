// What nearly every test does at the page, found by role and name as a person finds it.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { decode } from './golden.mjs';

export const field = (page, name) => page.getByRole('textbox', { name, exact: true });

/** The status line says that everything is saved, and nothing else. */
export const saved = (page) => expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeAttached();

/** Opens the page at an address such as '#/providers', and waits until it is open. */
export async function open(page, hash = '') {
  await page.goto(`/${hash}`);
  await saved(page);
}

/** The name and text of the file that `press()` has the page hand out. */
export async function download(page, press) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** The screen or a clip of it as it looks: width, height, and pixels as 0xRRGGBB. */
export const picture = async (page, clip) => decode(await page.screenshot({ clip }));
