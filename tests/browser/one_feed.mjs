// What several tabs have done together, as the page hands it out and the command line sees it.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What the tabs export together holds each of these names once, in one unbroken feed, and the command line agrees. What `may` be there is there at most once.
 */
export async function verify(page, names, info, may = new Set()) {
  await page.evaluate(() => { location.hash = '#/exchange'; });
  await page.getByRole('heading', { level: 1, name: '数据交换', exact: true }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^导出/ }).first().click()]);
  const bundle = info.outputPath('bundle.json');
  await file.saveAs(bundle);
  const run = spawnSync(process.env.HENGPING_RELEASE_CLI ?? path.join(root, 'build/hengping'), ['verify', bundle], { encoding: 'utf8' });
  expect(run.status, run.stdout + run.stderr).toBe(0);
  const text = await readFile(bundle, 'utf8');
  expect(JSON.parse(text).feeds).toHaveLength(1);
  const found = [...text.matchAll(/"name":"(长春[^"]*工厂)"/g)].map(([, name]) => name);
  expect(new Set(found).size, 'a record is there twice').toBe(found.length);
  expect(found.filter((name) => !may.has(name)).sort()).toEqual([...names].sort());
}
