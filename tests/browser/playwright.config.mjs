// The browser tests: the built page, served under its own strict headers, in the machine's Chromium.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** CHROMIUM names the program; otherwise the first of the usual names that is there. */
function browserProgram() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'google-chrome', 'chromium-browser']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch { /* the next name */ }
  }
  throw new Error('No Chromium was found: install it (package chromium) or set CHROMIUM to its program.');
}

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
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browserProgram(),
      // No GPU here: WebGL is drawn in software. The rest keeps the browser from looking for its maker's hosts.
      args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
  },
  projects: [
    { name: 'page', testIgnore: '**/measures.spec.mjs' },
    // What is measured has the machine to itself.
    { name: 'measures', testMatch: '**/measures.spec.mjs', dependencies: ['page'], fullyParallel: false, workers: 1 },
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
