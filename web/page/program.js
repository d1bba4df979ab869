// The WASM program: its host functions on one side, its exported functions on the other. Nothing else touches the module.
import createModule from './hengping.mjs';
import { reasonOf } from './database.js';
import { Memory } from './memory.js';

const eventTypes = { activate: 0, input: 1, commit: 2, focus: 3, blur: 4, key: 5, scroll: 6, file: 7, dismiss: 8, hold: 9, photo: 10 };
const saveStates = ['opening', 'saved', 'saving', 'failed'];
/** What Surroundings.tell hands over. */
const surroundingsValues = 25;
const nothing = new Uint8Array(0);

export class Program {
  #module;
  #memory;
  #scratch;
  #failed = false;
  #onTrap;

  /**
   * `services`: store, key, glyphs, files (see there) and requestFrame.
   * `onTrap(error)` hears of the first exception or trap; the program is never called again after it.
   */
  static async start(services, onTrap) {
    const program = new Program();
    program.#onTrap = onTrap;
    program.#module = await createModule({ host: program.#host(services) });
    program.#memory = new Memory(program.#module);
    program.#scratch = program.#module._hp_allocate(4 * surroundingsValues);
    return program;
  }

  #host(services) {
    const { store, key, glyphs, files, backups, tabs, requestFrame } = services;
    return {
      storeLoad: () => store.load(this.#storeAnswers(services)),
      storeWrite: (ticket, pointer, size) => store.write(ticket, this.#memory.bytes(pointer, size), this.#storeAnswers(services)),
      storeHold: (ticket, pointer, size) => store.hold?.(ticket, this.#memory.bytes(pointer, size)),
      storeTakeOver: () => tabs?.takeOver(),
      askForKey: (renew) => {
        (renew ? key.renew() : key.publicKey())
          .then((publicKey) => this.#guard((m) => this.#memory.lend([publicKey], (...at) => m._hp_key_ready(...at))),
            (error) => this.#guard((m) => this.#memory.lend([reasonOf(error)], (...at) => m._hp_key_failed(...at))))
          .then(requestFrame);
      },
      sign: (ticket, message, size) => {
        key.sign(this.#memory.bytes(message, size)).then((signature) => [signature, ''], (error) => ['', reasonOf(error)])
          .then((answer) => this.#guard((m) => this.#memory.lend(answer, (...at) => m._hp_signature_ready(ticket, ...at))));
      },
      milliseconds: () => Date.now(),
      random: (pointer, size) => this.#memory.write(pointer, crypto.getRandomValues(new Uint8Array(size))),
      saveFile: (name, nameSize, mime, mimeSize, bytes, size) =>
        files.save(this.#memory.text(name, nameSize), this.#memory.text(mime, mimeSize), this.#memory.bytes(bytes, size)),
      saveBackup: (name, nameSize, bytes, size, toFolder) =>
        backups.save(this.#memory.text(name, nameSize), this.#memory.bytes(bytes, size), toFolder === 1, (outcome, readBack, reason) =>
          this.#guard((m) => this.#memory.lend([readBack, reason], (...at) => m._hp_backup_answered(outcome, ...at) === 1), false)),
      measureGlyph: (text, bytes, size, weight, extent) =>
        this.#memory.writeFloats(extent, glyphs.measure(this.#memory.text(text, bytes), size, weight)),
      drawGlyphs: (drawings, count, width, height, coverage) =>
        this.#memory.write(coverage, glyphs.draw(this.#memory, drawings, count, width, height)),
      requestFrame,
    };
  }

  #storeAnswers(services) {
    const { key, store } = services;
    const hand = (m, entries) => {
      for (const [key, bytes] of entries) this.#memory.lend([key, bytes], (...at) => m._hp_store_entry(...at));
    };
    return {
      writer: (mine) => this.#guard((m) => m._hp_store_writer(mine ? 1 : 0)),
      loaded: (entries) => this.#guard((m) => {
        hand(m, entries);
        m._hp_store_loaded();
      }),
      followed: (entries) => this.#guard((m) => {
        hand(m, entries);
        m._hp_store_followed();
      }),
      loadFailed: (reason) => this.#guard((m) => this.#memory.lend([reason], (...at) => m._hp_store_load_failed(...at))),
      committed: (ticket) => this.#guard((m) => {
        m._hp_store_committed(ticket);
        if (m._hp_is_sound()) store.prove?.();
      }),
      failed: (ticket, reason) => this.#guard((m) => this.#memory.lend([reason], (...at) => m._hp_store_failed(ticket, ...at))),
      lost: () => {
        key.keep?.(); // what took the records may have taken the key
        this.#guard((m) => m._hp_store_lost());
      },
      outdated: () => this.#guard((m) => m._hp_store_outdated()),
    };
  }

  #guard(work, otherwise) {
    if (this.#failed) return otherwise;
    try {
      return work(this.#module);
    } catch (error) {
      this.#failed = true;
      this.#onTrap(error);
      return otherwise;
    }
  }

  get failed() { return this.#failed; }

  /** `writes`: false where another tab does. */
  open(writes = true) { this.#guard((m) => m._hp_open(writes ? 1 : 0)); }
  startPainting() { return this.#guard((m) => m._hp_start_painting() === 1, false); }
  contextLost() { this.#guard((m) => m._hp_context_lost()); }
  /** False if nothing can be painted even now. */
  contextRestored() { return this.#guard((m) => m._hp_context_restored() === 1, false); }
  isEmpty() { return this.#guard((m) => m._hp_is_empty() === 1, false); }
  fillWithDemoCity(bytes) { return this.#guard((m) => this.#memory.lend([bytes], (...at) => m._hp_demo_city(...at) === 1), false); }
  backUpIfDue() { this.#guard((m) => { if (m._hp_backup_is_due()) m._hp_back_up(); }); }
  retry() { this.#guard((m) => m._hp_retry()); }
  takeIn(bytes) { return this.#guard((m) => this.#memory.lend([bytes], (...at) => m._hp_take_in(...at) === 1), false); }
  /** Of attachments handed to the store those that records name are stored. */
  keepAttachments(hashes) { this.#guard((m) => this.#memory.lend([hashes.join('')], (...at) => m._hp_keep_attachments(...at))); }
  clear() { this.#guard((m) => m._hp_clear()); }
  /** What the status line says: opening, saved, saving or failed; nothing after a trap. */
  get saveState() { return this.#guard((m) => saveStates[m._hp_save_state()]); }
  get isSound() { return this.#guard((m) => m._hp_is_sound() === 1, false); }
  exportEverything() { return this.#guard((m) => m._hp_export() === 1, false); }

  surroundings(values, flags, route) {
    this.#guard((m) => {
      this.#memory.writeFloats(this.#scratch, values);
      this.#memory.lend([route], (...at) => m._hp_surroundings(this.#scratch, flags, ...at));
    });
  }

  /** `event`: type, node, text, bytes, x, y, composing, shift, control, alt, meta, checked, visible, unreadable; all but type have defaults. */
  event(event) {
    const flags = (event.composing ? 1 : 0) | (event.shift ? 2 : 0) | (event.control ? 4 : 0) | (event.alt ? 8 : 0) |
      (event.meta ? 16 : 0) | (event.checked ? 32 : 0) | (event.visible ? 64 : 0) | (event.unreadable ? 128 : 0);
    this.#guard((m) => this.#memory.lend([event.text ?? '', event.bytes ?? nothing], (text, textSize, bytes, bytesSize) =>
      m._hp_event(eventTypes[event.type], event.node ?? 0, text, textSize, bytes, bytesSize, event.x ?? 0, event.y ?? 0, flags)));
  }

  /** What the frame asks of the page (web/page.h says its form); nothing after a trap. */
  frame(time) {
    return this.#guard((m) => JSON.parse(this.#memory.endedText(m._hp_frame(time))), {});
  }
}
