// The small static server: right types, strict headers, compressed twins, and nothing outside its folder.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { serve } from '../../web/serve.mjs';

const script = fileURLToPath(new URL('../../web/serve.mjs', import.meta.url));
let folder;
let running;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengping-serve-'));
  const www = path.join(folder, 'www');
  mkdirSync(path.join(www, 'fonts'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(www, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(path.join(www, '.hidden'), 'hidden');
  writeFileSync(path.join(www, 'main.js'), 'export {};');
  writeFileSync(path.join(www, 'main.js.br'), brotliCompressSync('export {};'));
  writeFileSync(path.join(www, 'a.wasm'), '\0asm');
  writeFileSync(path.join(www, 'fonts/a.woff2'), 'x');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(www, 'link.txt'));
  running = await serve(www);
});

after(() => {
  running?.server.close();
  rmSync(folder, { recursive: true });
});

/** One request exactly as written, for clients mend a path like /../x before they send it. */
function raw(requestPath, headers = {}, method = 'GET') {
  return new Promise((resolve, reject) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const socket = connect(new URL(running.address).port, '127.0.0.1', () => socket.write(`${method} ${requestPath} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${lines}\r\n`));
    const parts = [];
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('end', () => {
      const text = Buffer.concat(parts).toString('latin1');
      resolve({ status: Number(text.split(' ')[1]), text });
    });
  });
}

test('the page is served with strict headers', async () => {
  const response = await fetch(running.address);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
  const policy = response.headers.get('content-security-policy');
  assert.match(policy, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*/);
  assert.equal(response.headers.get('cross-origin-opener-policy'), 'same-origin');
  assert.equal(response.headers.get('cross-origin-embedder-policy'), 'require-corp');
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
});

for (const [name, type] of [['main.js', 'text/javascript; charset=utf-8'], ['a.wasm', 'application/wasm'], ['fonts/a.woff2', 'font/woff2']]) {
  test(`${name} has its type`, async () => assert.equal((await fetch(running.address + name)).headers.get('content-type'), type));
}

test('a compressed twin is sent to who takes it, and to nobody else', async () => {
  assert.match((await raw('/main.js', { 'Accept-Encoding': 'gzip, br' })).text, /Content-Encoding: br/);
  for (const encodings of ['gzip', 'br;q=0', 'brotli', '']) {
    const { text } = await raw('/main.js', { 'Accept-Encoding': encodings });
    assert.doesNotMatch(text, /Content-Encoding/, encodings);
    assert.match(text, /export \{\};/);
  }
});

test('an unchanged file is answered without its bytes', async () => {
  const tag = (await fetch(`${running.address}a.wasm`)).headers.get('etag');
  const again = await raw('/a.wasm', { 'If-None-Match': tag });
  assert.equal(again.status, 304);
});

for (const bad of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/fonts/../../secret.txt', '/link.txt', '/.hidden', '/fonts', '/%00', '/%zz', '/..\\secret.txt', 'secret.txt', '/none']) {
  test(`${bad} is refused`, async () => {
    const { status, text } = await raw(bad);
    assert.ok([400, 404].includes(status), `${status}`);
    assert.doesNotMatch(text, /secret$|hidden$/m);
  });
}

test('other methods are refused', async () => assert.equal((await raw('/', {}, 'POST')).status, 405));

/** The script's exit code and what it said. */
function started(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => { said += part; });
    child.on('close', (code) => resolve({ code, said }));
  });
}

test('a taken port is said in words', async () => {
  const { code, said } = await started([path.join(folder, 'www')], { PORT: new URL(running.address).port });
  assert.equal(code, 1);
  assert.match(said, /^serve: port \d+ is taken by another program; choose another: make run PORT=\d+\n$/);
});

test('a folder without a page is said in words', async () => {
  const { code, said } = await started([folder], { PORT: '0' });
  assert.equal(code, 1);
  assert.match(said, /holds no page yet; build it with: make build/);
});
