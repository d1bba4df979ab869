// The passphrase while the page is open: setting, changing and removing it, and locking: by hand, or when nobody has done anything for a while.
import { askPassphrases, refusal, tell } from './lock_forms.js';
import { Vault } from './vault.js';
import { move, opening, readMeta, sealing, writeMeta } from './vault_store.js';
import { drafts } from './recovery.js';
import { say } from './words.js';

/** In the order of AutoLock (input.h). */
const minutes = [15, 5, 60];
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'];
const warning = 60_000;
/** Chromium holds files of deleted databases until nobody has had one open for two seconds, and deletes them when the next is opened. */
const settling = 3000;
const states = { unavailable: 0, open: 1, locked: 2 };

export class Protection {
  #name;
  #store;
  #vault;
  #told;
  #channel;
  #active = Date.now();
  #timer = 0;
  #warned = false;
  #kept = [];

  /** `vault` where the store is locked; `told(state, minutes)` hears how things stand: numbers of Protection and AutoLock (input.h). */
  constructor(name, store, vault, told) {
    this.#name = name;
    this.#store = store;
    this.#vault = vault;
    this.#told = told;
    // Another tab has locked, or is going to move everything.
    this.#channel = new BroadcastChannel(`${name}-lock`);
    this.#channel.onmessage = () => this.#leave();
    for (const sign of signs) addEventListener(sign, () => this.#sign(), { capture: true, passive: true });
    document.addEventListener('visibilitychange', () => this.#look());
    this.#say();
    if (vault) this.#showKept();
  }

  /** What seals; null where there is no passphrase. */
  get vault() { return this.#vault; }

  /** The lock screen speaks as the page did. */
  speak(language) {
    if (this.#vault && this.#vault.lock.language !== language) this.#keep({ language }).catch((error) => console.warn(error));
  }

  /** As PageRequest: set, change, remove a passphrase, lock now, then the order of AutoLock, from 1 on. */
  ask(request) {
    const work = [null, () => this.#set(), () => this.#change(), () => this.#remove(), () => this.#lockNow()][request] ??
      (() => this.#keep({ minutes: minutes[request - 5] }));
    work().catch((error) => tell(say('title'), say('lock.failed', String(error))));
  }

  #say() {
    const state = this.#vault ? states.locked : globalThis.crypto?.subtle ? states.open : states.unavailable;
    // Browsers keep titles, and what is written in fields.
    if (this.#vault) document.documentElement.dataset.locked = '';
    else delete document.documentElement.dataset.locked;
    this.#told(state, Math.max(0, minutes.indexOf(this.#vault?.lock.minutes)));
    this.#active = Date.now();
    this.#look();
  }

  async #keep(change) {
    const lock = { ...this.#vault.lock, ...change };
    await writeMeta(this.#name, 'lock', lock);
    this.#vault.lock = lock;
    this.#say();
  }

  // ---- the passphrase

  /** Whether it has to wait; `moves`: everything is going to be written anew. */
  #busy(moves) {
    if (moves && !this.#store.writes) {
      tell(say('lock.unsaved_title'), say('lock.other_tab'));
      return true;
    }
    if (this.#store.unsaved.length === 0) return false;
    tell(say('lock.unsaved_title'), say('lock.unsaved'));
    return true;
  }

  async #rewrite(vault, change, lock) {
    this.#channel.postMessage('lock');
    try {
      await this.#store.exchange(async () => {
        await move(this.#name, change, lock);
        if (lock) {
          await new Promise((then) => { setTimeout(then, settling); });
          await readMeta(this.#name, 'lock');
        }
        return vault;
      });
    } catch (error) {
      if (error.begun) location.reload(); // the start goes on with it
      throw error;
    }
    this.#vault = vault;
    this.#say();
  }

  async #set() {
    if (this.#busy(true)) return;
    await askPassphrases(say('lock.set'), say('lock.set_text'), ['next', 'repeat'], async (typed, problem) => {
      const wrong = refusal(typed);
      if (wrong) return wrong;
      const vault = await Vault.make(typed.next);
      vault.lock = { ...vault.lock, minutes: minutes[0], language: document.documentElement.lang };
      problem.textContent = say('lock.moving');
      await this.#rewrite(vault, sealing(vault), vault.lock);
      return '';
    });
  }

  async #change() {
    await askPassphrases(say('lock.change'), say('lock.change_text'), ['current', 'next', 'repeat'], async (typed) => {
      const wrong = refusal(typed);
      if (wrong) return wrong;
      const lock = await Vault.rewrap(this.#vault.lock, typed.current, typed.next);
      if (!lock) return say('lock.wrong');
      await this.#keep(lock);
      return '';
    });
  }

  async #remove() {
    if (this.#busy(true)) return;
    await askPassphrases(say('lock.remove'), say('lock.remove_text'), ['current'], async ({ current }, problem) => {
      const vault = await Vault.unlock(this.#vault.lock, current);
      if (!vault) return say('lock.wrong');
      problem.textContent = say('lock.moving');
      await this.#rewrite(null, opening(vault));
      return '';
    });
  }

  // ---- locking

  async #lockNow() {
    if (this.#busy()) return;
    this.#channel.postMessage('lock');
    await this.#lock();
  }

  /** What is decrypted goes with the page; what stands in open fields is kept sealed. */
  async #lock() {
    clearTimeout(this.#timer);
    const lines = [...this.#kept, ...drafts()];
    document.body.style.visibility = 'hidden';
    try {
      if (lines.length) await writeMeta(this.#name, 'drafts', await this.#vault.sealEntry(['drafts', new TextEncoder().encode(lines.join('\n'))]));
    } catch (error) {
      document.body.style.visibility = '';
      this.#say(); // and again when nobody has done anything for as long
      throw error;
    }
    history.replaceState(null, '', location.pathname + location.search);
    location.reload();
  }

  async #showKept() {
    const sealed = await readMeta(this.#name, 'drafts');
    if (!sealed) return;
    const [, bytes] = await this.#vault.openEntry(sealed);
    const lines = new TextDecoder().decode(bytes);
    this.#kept = [lines];
    await tell(say('drafts.title'), say('lock.drafts'), say('lock.close'), lines);
    this.#kept = [];
    await writeMeta(this.#name, 'drafts');
  }

  #leave() {
    if (this.#store.unsaved.length > 0) setTimeout(() => this.#leave(), 200);
    else location.reload();
  }

  get #limit() { return (this.#vault?.lock.minutes ?? minutes[0]) * 60_000; }

  #sign() {
    // Asked, a person has to answer; and when it is too late, a device that has slept locks first.
    if (!this.#warned && Date.now() - this.#active < this.#limit) this.#active = Date.now();
  }

  /** Timers stand still while a device sleeps, so what counts is the clock. */
  #look() {
    clearTimeout(this.#timer);
    if (!this.#vault) return;
    const idle = Date.now() - this.#active;
    let next = this.#limit - idle;
    if (next <= 0) {
      if (this.#store.unsaved.length === 0) {
        this.#lock().catch((error) => tell(say('title'), say('lock.failed', String(error))));
        return;
      }
      next = 1000; // it is being tried again; nothing unsaved is thrown away
    } else if (next > warning) {
      next -= warning;
    } else if (!this.#warned) {
      this.#warned = true;
      tell(say('lock.soon'), say(drafts().length ? 'lock.soon_drafts' : 'lock.soon_text'), say('lock.stay')).then(() => {
        this.#warned = false;
        this.#active = Date.now();
        this.#look();
      });
    }
    this.#timer = setTimeout(() => this.#look(), next);
  }
}
