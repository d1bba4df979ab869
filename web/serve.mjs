// Serves a folder of static files on this machine alone: node web/serve.mjs [FOLDER]; PORT and HOST may be set.
// It sends what any real host of the page should send, so that the page is tried under the rules it will live under.
import { createReadStream, readFileSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const mimeTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

// Nothing from elsewhere, nothing evaluated, nothing framed, no script address out of a text but the page's one (offline.js).
// 'wasm-unsafe-eval' allows WebAssembly and no script text. The page itself carries the same policy, for hosts that send none.
const contentSecurityPolicy = JSON.parse(readFileSync(new URL('content_security_policy.json', import.meta.url), 'utf8')).join('; ');

const commonHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The file below `root` that a request names, or null: nothing outside, no hidden file, no link that leads out. */
async function fileFor(root, requestPath) {
  let decoded;
  try {
    decoded = decodeURIComponent(requestPath);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  if (decoded.split('/').some((part) => part.startsWith('.'))) return null;
  const wanted = path.join(root, decoded.endsWith('/') ? `${decoded}index.html` : decoded);
  try {
    const real = await realpath(wanted);
    if (real !== root && !real.startsWith(root + path.sep)) return null;
    const status = await stat(real);
    return status.isFile() ? { file: real, status } : null;
  } catch {
    return null;
  }
}

/** The brotli twin of a file, if it is there and the client takes it. */
async function compressedTwin(file, acceptEncoding) {
  if (!/(^|[\s,])br($|[\s,;])/.test(acceptEncoding ?? '') || /(^|[\s,])br;\s*q=0(\.0*)?($|[\s,])/.test(acceptEncoding)) return null;
  try {
    const status = await stat(`${file}.br`);
    return status.isFile() ? { file: `${file}.br`, status } : null;
  } catch {
    return null;
  }
}

function refuse(response, status, text, headers = {}) {
  response.writeHead(status, { ...commonHeaders, ...headers, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${text}\n`);
}

async function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Method not allowed', { Allow: 'GET, HEAD' });
  const requestPath = (request.url ?? '/').split(/[?#]/, 1)[0];
  const found = requestPath.startsWith('/') ? await fileFor(root, requestPath) : null;
  if (!found) return refuse(response, 404, 'Not found');
  const twin = await compressedTwin(found.file, request.headers['accept-encoding']);
  const sent = twin ?? found;
  const tag = `"${sent.status.size.toString(16)}-${Math.trunc(sent.status.mtimeMs).toString(16)}"`;
  const headers = {
    ...commonHeaders,
    // Asked again every time, and answered in a few bytes while nothing changed: a new version is seen at once.
    'Cache-Control': 'no-cache',
    'Content-Type': mimeTypes[path.extname(found.file)] ?? 'application/octet-stream',
    ETag: tag,
    Vary: 'Accept-Encoding',
  };
  if (twin) headers['Content-Encoding'] = 'br';
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers);
    return response.end();
  }
  headers['Content-Length'] = sent.status.size;
  response.writeHead(200, headers);
  if (request.method === 'HEAD') return response.end();
  const stream = createReadStream(sent.file);
  stream.on('error', () => response.destroy());
  return stream.pipe(response);
}

/** Starts serving; resolves with the server and its address once it listens. */
export async function serve(folder, { host = '127.0.0.1', port = 0 } = {}) {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => (response.headersSent ? response.destroy() : refuse(response, 500, 'Failed')));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { server, address: `http://${host.includes(':') ? `[${host}]` : host}:${server.address().port}/` };
}

async function main() {
  const folder = process.argv[2] ?? 'build/www';
  const host = process.env.HOST ?? '127.0.0.1';
  const port = Number(process.env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`serve: PORT is no port number: ${process.env.PORT}`);
    process.exit(2);
  }
  try {
    await stat(path.join(folder, 'index.html'));
  } catch {
    console.error(`serve: ${folder} holds no page yet; build it with: make build`);
    process.exit(1);
  }
  try {
    const { address } = await serve(folder, { host, port });
    console.log(`serve: ${address} (stop with Ctrl-C)`);
  } catch (error) {
    if (error.code === 'EADDRINUSE') console.error(`serve: port ${port} is taken by another program; choose another: make run PORT=${port + 1}`);
    else if (error.code === 'EACCES') console.error(`serve: port ${port} needs more rights; choose one above 1023: make run PORT=8080`);
    else console.error(`serve: ${error.message}`);
    process.exit(1);
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
