// axe-core on the page as it stands.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Fails with each finding's rule and elements; `where` says what was open. */
export async function expectClean(page, where) {
  // The page's own policy admits no script of another origin, but a driver may evaluate.
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(await readFile(source, 'utf8'));
  const violations = await page.evaluate(async () => (await window.axe.run()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((found) => found.html.slice(0, 160)).join(' ')}`));
  expect(violations, where).toEqual([]);
}
