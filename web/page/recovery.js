// When the program cannot go on: the data still come out. First through a fresh copy of the program, which writes a proper bundle; if
// that fails as well, as the raw contents of the store.
import { loadNewest } from './offline.js';
import { notice } from './notice.js';
import { Program } from './program.js';
import { saveBundle } from './carried.js';
import { saveFile } from './files.js';
import { blobEntry } from './store.js';
import { say } from './words.js';

/** Milliseconds after which the program is taken to be unable to write a bundle. */
const patience = 20_000;
const strictDecoder = new TextDecoder('utf-8', { fatal: true });

/** The store's contents with the changes that never became durable applied on top. */
async function everything(store) {
  const entries = new Map(await store.readAll());
  for (const change of store.unsaved) {
    if (change.removeEverything) entries.clear();
    for (const key of change.removals) entries.delete(key);
    for (const [key, bytes] of change.puts) entries.set(key, bytes);
    for (const hash of change.blobRemovals) entries.delete(blobEntry(hash)[0]);
    for (const hash of change.blobs) entries.set(...blobEntry(hash));
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

function rawDump(entries) {
  const text = (bytes) => {
    try {
      return { text: strictDecoder.decode(bytes) };
    } catch {
      return { base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
    }
  };
  return JSON.stringify({ format: 'hengping.store-dump', version: 1, entries: entries.map(([key, bytes]) => ({ key, ...text(bytes) })) }, null, 1);
}

/** A bundle by a fresh copy of the program; false if it cannot. */
async function exportThroughProgram(store, entries, key) {
  let done;
  const outcome = new Promise((resolve) => { done = resolve; });
  let exporting = false;
  const program = await Program.start({
    store: { load: (answers) => queueMicrotask(() => answers.loaded(entries)), write() {} },
    // No other key may be made here: the one that there is belongs to the page.
    key: { publicKey: () => key.publicKey(), renew: () => key.publicKey(), sign: (message) => key.sign(message) },
    glyphs: null,
    files: { save: (...file) => saveBundle(store, ...file).then(() => done(true), () => done(false)) },
    requestFrame: () => {
      if (!exporting) {
        // Something changed: it may have opened. Later than this call, for it comes from inside the program.
        queueMicrotask(() => { exporting ||= program.exportEverything(); });
      }
    },
  }, () => done(false));
  program.open();
  setTimeout(() => done(false), patience);
  return outcome;
}

function saveRaw(entries) {
  saveFile('hengping-store.json', 'application/json', new TextEncoder().encode(rawDump(entries)));
}

export async function exportStored(store, key) {
  const entries = await everything(store);
  try {
    if (await exportThroughProgram(store, entries, key)) return;
  } catch {
    // The program does not even start: the raw contents are better than nothing.
  }
  saveRaw(entries);
}

function exportAction(work) {
  return [say('damaged.export'), async () => {
    try {
      await work();
      notice.add(say('damaged.exported'));
    } catch (error) {
      notice.add(String(error));
    }
  }];
}

const reloadAction = () => [say('damaged.reload'), () => location.reload()];

/** What stands in the fields of open forms, a line each: only the page knows it until it is submitted. */
function drafts() {
  const others = new Set(['password', 'search', 'file', 'checkbox', 'radio']);
  return [...document.getElementById('mirror').querySelectorAll('input, textarea')].filter(({ type, value }) => !others.has(type) && value.trim())
    .map((element) => `${element.ariaLabel ?? ''}: ${element.value}`);
}

/** Words over the page, with every way to take the data along: what is stored, and what is typed and not even submitted. */
function showLeaving(store, key, title, text, detail) {
  const lines = drafts();
  const actions = [exportAction(() => exportStored(store, key))];
  if (lines.length) {
    const text = new TextEncoder().encode(`${lines.join('\n')}\n`);
    actions.push([say('drafts.export'), () => saveFile('hengping-drafts.txt', 'text/plain', text)]);
  }
  notice.show(title, text, [...actions, reloadAction()], detail);
  const waiting = store.unsaved.length;
  if (waiting > 0) notice.add(say('damaged.unsaved', waiting));
  if (lines.length) notice.list(say('drafts.title'), say('drafts.text'), lines);
}

export function showStopped(store, key, error) {
  showLeaving(store, key, say('damaged.title'), say('damaged.text'), `${error}\n${error?.stack ?? ''}`);
}

/** The graphics are gone and do not come back; if they do, the caller takes this away. */
export function showNoGraphics(store, key) {
  showLeaving(store, key, say('graphics.title'), say('graphics.text'));
}

export function showNoCanvas(store, key) {
  notice.show(say('no_canvas.title'), say('no_canvas.text'), [exportAction(() => exportStored(store, key)), reloadAction()]);
}

/** The store has been taken over by a newer version of this page. What this one does not know it would leave out: all goes out as it lies there. */
export function showNewer(store) {
  notice.show(say('newer.title'), say('newer.text'), [
    [say('newer.update'), loadNewest],
    exportAction(async () => saveRaw(await everything(store))),
  ]);
}

export function showNoStart(error) {
  if (say('no_start.title') === undefined) {
    notice.unreachable();
    return;
  }
  notice.show(say('no_start.title'), say('no_start.text', String(error)), [reloadAction()]);
}
