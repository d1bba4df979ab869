// Keeps the whole page on the device, so that it opens without a network, and brings new versions in beside the old one, which goes on
// undisturbed until somebody asks for the new.
//
// What it keeps is written at its top when the page is laid together: `kept`, every file of the page and the first 16 hex digits of the
// SHA-256 of its bytes; `later`, the same of what only some devices need (the font, the demonstration); `version`, a digest of `kept`. A new
// version is another text of this file, which is how browsers find it.
/* global kept, later, version */

const prefix = 'hengping-';
const name = prefix + version;
const scope = new URL(self.registration.scope);
const indexPage = 'index.html';

const addressOf = (path) => new URL(path, scope).href;
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const digest = async (bytes) => hex(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 16);

/** What is in a cache under a path, if its bytes are those that this version wants; nothing otherwise. */
async function sound(cache, path, wanted) {
  const response = await cache?.match(addressOf(path));
  return response && await digest(await response.clone().arrayBuffer()) === wanted ? response : undefined;
}

/** The page's own files from the network, or from an older version where they are the same; a host caught between two versions is refused. */
async function bring(cache, former, path, wanted) {
  if (await sound(cache, path, wanted)) return;
  for (const older of former) {
    const same = await sound(older, path, wanted);
    if (same) {
      await cache.put(addressOf(path), same);
      return;
    }
  }
  // Asked about, not fetched again: the visit that brings the worker has just had most of it. Whatever comes, its digest decides.
  const response = await fetch(addressOf(path), { cache: 'no-cache', redirect: 'error' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  if (await digest(await response.clone().arrayBuffer()) !== wanted) throw new Error(`${path} is of another version`);
  await cache.put(addressOf(path), response);
}

async function formerCaches() {
  const names = (await caches.keys()).filter((other) => other.startsWith(prefix) && other !== name);
  return Promise.all(names.map((other) => caches.open(other)));
}

async function install() {
  const [cache, former] = [await caches.open(name), await formerCaches()];
  await Promise.all(Object.entries(kept).map(([path, wanted]) => bring(cache, former, path, wanted)));
  // What this device has needed before it will need again.
  for (const [path, wanted] of Object.entries(later)) {
    for (const older of former) if (await older.match(addressOf(path))) await bring(cache, former, path, wanted);
  }
}

/** How much of what this device needs is there; `also`: paths of `later` that it needs. */
async function count(also) {
  const cache = await caches.open(name);
  const mine = also.filter((path) => path in later);
  const has = (path) => cache.match(addressOf(path));
  for (const path of mine) if (!await has(path)) await bring(cache, [], path, later[path]).catch(() => {});
  const needed = [...Object.keys(kept), ...mine];
  const there = await Promise.all(needed.map(has));
  return { needed: needed.length, there: there.filter(Boolean).length };
}

async function answer(path, wanted, request) {
  const cache = await caches.open(name);
  const known = await cache.match(addressOf(path));
  if (known) return known;
  // The browser has thrown it away, or it is asked for the first time: back in its place, if the host still has this version.
  const response = await fetch(request);
  if (response.ok && await digest(await response.clone().arrayBuffer()) === wanted) await cache.put(addressOf(path), response.clone());
  return response;
}

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const other of await caches.keys()) if (other.startsWith(prefix) && other !== name) await caches.delete(other);
})()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return;
  const path = pathname.slice(scope.pathname.length) || indexPage;
  const wanted = kept[path] ?? later[path];
  if (wanted) event.respondWith(answer(path, wanted, request));
});

self.addEventListener('message', (event) => {
  if (event.data?.ask === 'count') event.waitUntil(count(event.data.also ?? []).then((found) => event.ports[0].postMessage(found)));
  if (event.data?.ask === 'takeOver') event.waitUntil(self.skipWaiting());
});
