// Backups: written where the person says or into a chosen folder, then read back from there. Only the program says whether what came back is whole.
import { openBundle, withAttachments } from './carried.js';
import { reasonOf } from './database.js';
import { saveFile } from './files.js';

/** As BackupOutcome. */
const outcomes = { readBack: 0, handedOut: 1, givenUp: 2, failed: 3 };
/** As BackupFolder. */
const folders = { impossible: 0, none: 1, chosen: 2, forbidden: 3 };
const ownName = /^hengping-backup-\d{8}T\d{6}Z\.json$/;
/** Backups that stay in the folder. */
const most = 7;
/** Milliseconds of rest after a change before a backup by itself: it takes a second on a large ledger. */
const rest = 10_000;
const folderKey = 'backup-folder';
const writing = { mode: 'readwrite' };
const nothing = new Uint8Array(0);

export class Backups {
  #store;
  #vault;
  #tell;
  #program = null;
  #folder = null;
  #state = globalThis.showDirectoryPicker ? folders.none : folders.impossible;
  #timer = 0;

  /**
   * `store` remembers the folder; `vault()` is what locks them as the store is locked, if it is; `tell(state)` hears the number of a BackupFolder
   * whenever it has changed.
   */
  constructor(store, vault, tell) {
    this.#store = store;
    this.#vault = vault;
    this.#tell = tell;
  }

  /** From here on backups are made by themselves if there is a folder for them. */
  async start(program) {
    this.#program = program;
    this.#tell(this.#state);
    if (this.#state === folders.impossible) return;
    this.#folder = await this.#store.recall(folderKey).catch(() => undefined) ?? null;
    await this.#look();
    this.changed();
  }

  /** Something was stored: a while later, if nothing else is, a backup may be called for. */
  changed() {
    clearTimeout(this.#timer);
    if (this.#state !== folders.chosen) return;
    this.#timer = setTimeout(() => this.#program.backUpIfDue(), rest);
  }

  /** Writes the backup; `answer(outcome, bytes, reason)` says whether what was read back gives everything. */
  async save(name, bytes, toFolder, answer) {
    try {
      if (toFolder) await this.#saveInFolder(name, bytes, answer);
      else if (globalThis.showSaveFilePicker) await this.#saveWhereAsked(name, bytes, answer);
      else {
        saveFile(name, 'application/json', await this.#content(bytes));
        answer(outcomes.handedOut, nothing, '');
      }
    } catch (error) {
      if (error.name === 'AbortError' && !toFolder) answer(outcomes.givenUp, nothing, '');
      else answer(outcomes.failed, nothing, reasonOf(error));
      if (toFolder) await this.#look();
    }
  }

  async choose() {
    try {
      this.#folder = await showDirectoryPicker({ id: 'hengping-backups', mode: 'readwrite' });
    } catch (error) {
      if (error.name !== 'AbortError') console.warn(error);
      return;
    }
    await this.#remember();
    this.#program.backUpIfDue();
  }

  async allow() {
    await this.#folder?.requestPermission(writing).catch((error) => console.warn(error));
    await this.#look();
    this.changed();
  }

  async forget() {
    this.#folder = null;
    await this.#remember();
  }

  /** For the next start; if that fails, it is good for this one. */
  async #remember() {
    await this.#store.remember(folderKey, this.#folder ?? undefined).catch((error) => console.warn(error));
    await this.#look();
  }

  async #look() {
    const allowed = this.#folder && await this.#folder.queryPermission(writing).catch(() => 'denied') === 'granted';
    this.#state = !this.#folder ? folders.none : allowed ? folders.chosen : folders.forbidden;
    this.#tell(this.#state);
  }

  async #saveInFolder(name, bytes, answer) {
    if (!this.#folder) throw new DOMException(name, 'NotFoundError');
    const file = await this.#folder.getFileHandle(name, { create: true });
    // Older ones go only when this one is known to give everything.
    if (answer(outcomes.readBack, await this.#writtenAndRead(file, bytes), '')) await this.#prune();
  }

  async #saveWhereAsked(name, bytes, answer) {
    const file = await showSaveFilePicker({ id: 'hengping-backup', suggestedName: name, types: [{ accept: { 'application/json': ['.json'] } }] });
    answer(outcomes.readBack, await this.#writtenAndRead(file, bytes), '');
  }

  async #prune() {
    const names = [];
    for await (const name of this.#folder.keys()) if (ownName.test(name)) names.push(name);
    names.sort();
    for (const name of names.slice(0, -most)) await this.#folder.removeEntry(name);
  }

  /** With attachments, and locked as the store is. */
  async #content(bytes) {
    const content = await withAttachments(this.#store, bytes, (error) => { throw error; });
    return this.#vault()?.lockFile(new Uint8Array(await new Blob([content]).arrayBuffer())) ?? content;
  }

  /** What lies there after writing, without attachments; nothing, which is no backup, if one of them did not arrive whole. Replaced as a whole, or not at all. */
  async #writtenAndRead(file, bytes) {
    const content = await this.#content(bytes);
    const stream = await file.createWritable();
    await stream.write(content);
    await stream.close();
    const there = await file.getFile();
    try {
      const vault = this.#vault();
      const plain = vault ? new Blob([await vault.openFile(new Uint8Array(await there.arrayBuffer()))]) : there;
      const { bytes: read, bring } = await openBundle(plain);
      return await bring(() => {}) > 0 ? nothing : read;
    } catch {
      return nothing;
    }
  }
}
