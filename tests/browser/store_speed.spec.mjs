// A large store: what opening costs beside a raw read of the same bytes, and a save beside a raw strict put, each in the same run.
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { city as cityOf } from './city.mjs';
import { measured, median } from './measured.mjs';

const records = 100_000;
const rounds = 5;

test.use({ trace: 'off', screenshot: 'off' });

let city;
test.beforeAll(() => {
  city = cityOf({ providers: 200, enterprises: 2000, facts: records, seed: 5 });
});

test.beforeEach(async ({ page }) => {
  await page.route('**/harness', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>harness</title>' }));
  await page.route('**/store_speed.js', (route) => route.fulfill({ contentType: 'text/javascript', path: fileURLToPath(new URL('store_speed.mjs', import.meta.url)) }));
  await page.route('**/city.json', (route) => route.fulfill({ contentType: 'application/json', body: city }));
});

const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

for (const size of [1000, 1]) {
  test(`a store of 100,000 records opens beside a raw read of it (${size} to an entry)`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.goto('/harness');
    const held = await page.evaluate(async (each) => (await import('/store_speed.js')).fill(new Uint8Array(await (await fetch('/city.json')).arrayBuffer()), each), size);
    expect(held).toBeGreaterThanOrEqual(records);
    const [raw, opened] = [[], []];
    let bytes = 0;
    for (let round = 0; round < rounds; ++round) {
      // A page of its own for each: neither finds the other's memory.
      await page.goto('/harness');
      const read = await page.evaluate(async () => (await import('/store_speed.js')).rawRead());
      await page.goto('/harness');
      const opening = await page.evaluate(async () => (await import('/store_speed.js')).opening());
      expect(opening.sound).toBe(true);
      raw.push(read.took);
      opened.push(opening.took);
      bytes = read.bytes;
    }
    measured(`store of ${held.toLocaleString('en')} records, ${size} to an entry (${(bytes / 1e6).toFixed(1)} MB), median of ${rounds}: raw read ` +
      `${ms(median(raw))}, usable after ${ms(median(opened))}, ${(median(opened) / median(raw)).toFixed(2)} times (aim: 1.5)`);
  });
}

test('an edit in a store of 100,000 records is saved beside a raw strict put of the same bytes', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/harness');
  await page.evaluate(async () => (await import('/store_speed.js')).fill(new Uint8Array(await (await fetch('/city.json')).arrayBuffer()), 1000));
  const [raw, saves] = [[], []];
  let bytes = 0;
  for (let round = 0; round < rounds; ++round) {
    await page.goto('/harness');
    const saved = await page.evaluate(async (fact) => (await import('/store_speed.js')).saving(fact), {
      by: 'bureau', enterprise: `QX${round}`, industry: '汽车零部件', kind: 'enterprise.registered', name: '长春量时工厂', on: '2026-01-01', uscc: '91220103MADRMTGU16' });
    saves.push(saved.took);
    raw.push(saved.raw);
    bytes = saved.bytes;
  }
  measured(`one edit in a store of 100,000 records (${bytes.toLocaleString('en')} bytes), strict, median of ${rounds}: saved after ${ms(median(saves))}, raw put ` +
    `${ms(median(raw))}, ${(median(saves) / median(raw)).toFixed(2)} times (aim: 2)`);
});
