// The browser tests: the built page, served under its own strict headers, in the machine's Chromium.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { browserArguments, browserProgram } from './chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is measured, and what kills the browser at random moments, has the machine to itself. */
const alone = ['**/measures.spec.mjs', '**/store_speed.spec.mjs', '**/photo_memory.spec.mjs', '**/kills.spec.mjs'];

const port = Number(process.env.HENGPING_TEST_PORT ?? 18080);
const origin = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.mjs',
  outputDir: path.join(root, 'build/test-results/browser'),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A golden picture that is missing is a failure, never made by the way: `make golden` makes them.
  updateSnapshots: 'none',
  snapshotPathTemplate: '{testDir}/golden/{arg}{ext}',
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json']],
  use: {
    baseURL: origin,
    // Every test is a first visit: laying in 2 MB each time would only slow it down. offline.spec.mjs has browsers of its own.
    serviceWorkers: 'block',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browserProgram(),
      args: browserArguments,
    },
  },
  projects: [
    { name: 'page', testIgnore: alone },
    { name: 'alone', testMatch: alone, dependencies: ['page'], fullyParallel: false, workers: 1 },
  ],
  webServer: {
    command: 'node web/serve.mjs build/www',
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    url: `${origin}/`,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    timeout: 30_000,
  },
});
