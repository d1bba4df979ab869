// Composition root: makes the page's parts and joins them.
import { Backups } from './backups.js';
import { BrowserStore } from './store.js';
import { Keeping } from './keeping.js';
import { DeviceKey } from './device_key.js';
import { FrameLoop } from './frame.js';
import { Glyphs } from './glyphs.js';
import { watchHolding } from './hold.js';
import { Input } from './input.js';
import { Mirror } from './mirror.js';
import { Photos } from './photos.js';
import { OfflineKeeper, loadNewest } from './offline.js';
import { Program } from './program.js';
import { Protection } from './protection.js';
import { RoomKeeper } from './room.js';
import { Surroundings } from './surroundings.js';
import { baselineShift, fontFile, prepareFaces, usesWebFont } from './faces.js';
import { loadWords, say } from './words.js';
import { askToUnlock } from './lock_forms.js';
import { readLock } from './vault_store.js';
import { Tabs } from './tabs.js';
import { notice } from './notice.js';
import { Incoming, saveBundle } from './carried.js';
import { showNewer, showNoCanvas, showNoGraphics, showNoStart, showStopped } from './recovery.js';

const demo = new URLSearchParams(location.search).has('demo');
const demoFile = 'demo/city.json';
const canvas = document.getElementById('canvas');
const root = document.getElementById('mirror');
const skip = document.getElementById('skip');

/** Milliseconds that lost graphics may take to come back before the page says so. */
const graphicsPatience = 5000;

function sayInLanguage(language) {
  if (document.documentElement.lang === language) return;
  document.documentElement.lang = language;
  skip.textContent = say('skip');
}

async function fillDemo(program, requestFrame) {
  try {
    const response = await fetch(demoFile);
    if (!response.ok) throw new Error(String(response.status));
    program.fillWithDemoCity(new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    console.error(say('demo.missing', error));
  }
  requestFrame();
}

async function start() {
  // Graphics take a while to wake, so they are asked for while the program is still on its way; it asks again with the same attributes (canvas.cpp).
  canvas.getContext('webgl2', { alpha: false, depth: false, stencil: false, antialias: false });
  const storeName = demo ? 'hengping-demo' : 'hengping';
  const [stack, { lock }] = await Promise.all([prepareFaces(), readLock(storeName), loadWords()]);
  const vault = lock ? await askToUnlock(storeName, lock) : null;
  const store = new BrowserStore(storeName, undefined, vault);
  const key = new DeviceKey(storeName);
  const tabs = new Tabs(storeName, store, key);
  await tabs.begin();
  const glyphs = new Glyphs(stack);
  let loop;
  let program;
  let demoAsked = false;
  const incoming = new Incoming(store, (hashes) => program.keepAttachments(hashes));
  const requestFrame = () => {
    loop?.request();
    queueMicrotask(() => incoming.settle()); // later than this call, for it may come from inside the program
    // Open when the store and the key have both answered, whichever comes last.
    if (!demo || demoAsked) return;
    queueMicrotask(() => {
      if (demoAsked || !program?.isEmpty()) return;
      demoAsked = true;
      fillDemo(program, requestFrame);
    });
  };
  let stopped = false;
  const stop = (error) => {
    console.error(error);
    if (stopped) return;
    stopped = true;
    loop?.stop();
    showStopped(store, key, error);
  };
  // What nobody caught: after it the page is not what the program takes it for. Scripts of others (extensions) may fail as they like.
  const own = (stack) => stack?.includes(location.origin) === true;
  addEventListener('error', (event) => { if (own(event.error?.stack)) stop(event.error); });
  addEventListener('unhandledrejection', (event) => { if (own(event.reason?.stack)) stop(event.reason); });

  let stale = true;
  const changed = () => {
    stale = true;
    requestFrame();
  };
  let protection;
  const known = {};
  const keeping = (facts) => {
    Object.assign(known, facts);
    changed();
  };
  const room = new RoomKeeper(storeName, (facts) => keeping({ room: facts }));
  const backups = new Backups(store, () => protection?.vault, (folder) => keeping({ folder }));

  program = await Program.start({
    store: new Keeping(store, {
      retry: () => program.retry(),
      newer: () => {
        loop?.stop();
        showNewer(store);
      },
      opened: () => {
        room.opened(store.born);
        backups.start(program);
      },
      committed: () => {
        if (!demo) room.committed(store.born, !program.isEmpty());
        backups.changed();
      },
    }),
    key,
    tabs,
    glyphs,
    files: { save: (...file) => saveBundle(store, ...file) },
    backups,
    requestFrame,
  }, stop);

  program.open(store.writes);
  if (!program.startPainting()) {
    if (!program.failed) showNoCanvas(store, key);
    return;
  }

  const send = (event) => {
    program.event(event);
    requestFrame();
  };
  const photos = new Photos(store, { send, isThere: (id) => mirror.element(id) !== undefined });
  const mirror = new Mirror(root, { outside: [skip], baselineShift, lostFocus: (id) => send({ type: 'blur', node: id }),
    showPhoto: (element, node) => photos.show(element, node) });
  new Input(root, mirror, { send, readFile: (file) => incoming.read(file), takePhotos: (node, files) => photos.take(node, files) });
  watchHolding(root, mirror, send);

  const surroundings = new Surroundings(canvas, root, demo, known, changed);

  protection = new Protection(storeName, store, vault, (state, minutes) => keeping({ protection: state, autoLock: minutes }));

  const needed = [...usesWebFont(stack) ? [fontFile] : [], ...demo ? [demoFile] : []];
  const offline = new OfflineKeeper((state, newer) => keeping({ offline: state, newer }), needed);
  const requests = [null, loadNewest, () => room.ask(), () => room.noteClearing(!program.isEmpty()), () => backups.choose(), () => backups.allow(), () => backups.forget(),
    ...Array.from({ length: 7 }, (_, what) => () => protection.ask(what + 1))];
  let graphicsMissed = false;
  const draw = (time) => {
    if (stale) surroundings.tell(program);
    stale = false;
    return program.frame(time);
  };
  const apply = (answer) => {
    if (program.failed) return;
    if (answer.language) {
      sayInLanguage(answer.language);
      protection.speak(answer.language);
    }
    document.documentElement.dataset.scheme = answer.scheme ?? '';
    const title = 'locked' in document.documentElement.dataset ? say('title') : answer.title;
    if (title !== undefined && document.title !== title) document.title = title;
    if (answer.patch) {
      mirror.apply(answer.patch);
      photos.settle();
    }
    if (answer.stopPhotos) photos.stop(answer.stopPhotos);
    if (answer.savePhoto) photos.save(answer.savePhoto, answer.savePhotoName);
    if (answer.focus) mirror.focus(answer.focus);
    if (answer.scrollIntoView) mirror.scrollIntoView(answer.scrollIntoView);
    requests[answer.request]?.(); // by the number of a PageRequest
    if (answer.navigate !== undefined && location.hash !== answer.navigate) location.hash = answer.navigate;
    if (!graphicsMissed) notice.hide();
  };
  loop = new FrameLoop(draw, (answer) => {
    try {
      apply(answer);
    } catch (error) {
      stop(error);
    }
  });

  let graphicsTimer = 0;
  const missGraphics = () => {
    clearTimeout(graphicsTimer);
    graphicsTimer = setTimeout(() => {
      if (stopped) return;
      graphicsMissed = true;
      showNoGraphics(store, key);
    }, graphicsPatience);
  };
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // or the browser never gives it back
    program.contextLost();
    missGraphics();
  });
  canvas.addEventListener('webglcontextrestored', () => {
    if (!program.contextRestored()) {
      missGraphics();
      return;
    }
    clearTimeout(graphicsTimer);
    graphicsMissed = false;
    requestFrame();
  });
  skip.addEventListener('click', (event) => {
    event.preventDefault(); // the address names the screen
    document.getElementById('main')?.focus();
  });
  loop.begin();
  offline.start();
}

start().catch((error) => {
  console.error(error);
  showNoStart(error);
});
