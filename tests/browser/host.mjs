// A host of one's own with a copy of the page, so that a test can take the server away or lay out a newer version.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { serve } from '../../web/serve.mjs';
import { browserArguments, browserProgram } from './chromium.mjs';

const built = fileURLToPath(new URL('../../build/www', import.meta.url));

/** A host with a copy of the page, and a browser with a profile that outlives it. */
export async function withHost(body) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-offline-'));
  const www = path.join(folder, 'www');
  cpSync(built, www, { recursive: true });
  const [served, sockets] = [[], []];
  const start = async (options) => {
    const started = await serve(www, options);
    started.server.on('request', (request, response) => response.on('finish', () => {
      served.push({ path: request.url, status: response.statusCode });
    }));
    started.server.on('connection', (socket) => { sockets.push(socket); });
    return started;
  };
  let running = await start();
  const port = Number(new URL(running.address).port);
  let context = null;
  const host = {
    www,
    served,
    /** With headers. */
    get bytesSent() { return sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0); },
    address: running.address,
    async browse() {
      await context?.close();
      context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
        executablePath: browserProgram(), args: browserArguments, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true,
        viewport: { width: 1280, height: 800 }, serviceWorkers: 'allow' });
      return context;
    },
    async stop() {
      running?.server.closeAllConnections();
      await new Promise((resolve) => { running.server.close(resolve); });
      running = null;
    },
    async start() { running = await start({ port }); },
    /** Lays out another version of one file, and the service worker that belongs to it. */
    publish(name, text, { wrongDigest = false } = {}) {
      writeFileSync(path.join(www, name), text);
      const script = readFileSync(path.join(www, 'sw.js'), 'utf8');
      const kept = JSON.parse(/^const kept = (.*);$/m.exec(script)[1]);
      kept[name] = wrongDigest ? '0'.repeat(16) : createHash('sha256').update(text).digest('hex').slice(0, 16);
      const version = createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 16);
      writeFileSync(path.join(www, 'sw.js'), script.replace(/^const kept = .*$/m, `const kept = ${JSON.stringify(kept)};`)
        .replace(/^const version = .*$/m, `const version = "${version}";`));
      for (const stale of [name, 'sw.js']) rmSync(path.join(www, `${stale}.br`), { force: true });
    },
    read: (name) => readFileSync(path.join(www, name), 'utf8'),
  };
  try {
    await body(host);
  } finally {
    await context?.close().catch(() => {});
    if (running) await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
