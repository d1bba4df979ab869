// Which of the tabs writes. A lock that the browser keeps says whose turn it is; what decides is the number in the store (store.js), so that a tab
// that slept through losing its turn writes nothing any more.
import { schema } from './schema.js';

/** Milliseconds that the tab that writes is given to finish what it has begun. */
const patience = 2_000;

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

export class Tabs {
  #name;
  #store;
  #key;
  #channel;
  #me = crypto.randomUUID();
  /** Lets go of the lock; null while this tab does not hold it. */
  #letGo = null;
  /** Ends waiting for the lock. */
  #waiting = null;
  #taking = false;
  #yielded = () => {};

  constructor(name, store, key) {
    this.#name = name;
    this.#store = store;
    this.#key = key;
    this.#channel = new BroadcastChannel(`${name}-tabs`);
    this.#channel.onmessage = ({ data }) => this.#hear(data);
    store.announce = (change) => this.#channel.postMessage({ change });
    store.beaten = () => this.#lose();
    // A tab that slept has heard nothing meanwhile.
    const wake = () => { if (document.visibilityState === 'visible') store.follow(); };
    document.addEventListener('visibilitychange', wake);
    document.addEventListener('resume', () => store.follow());
  }

  /** Finds out whether this tab writes; if not, it does as soon as the one that does is gone. */
  async begin() {
    if (!navigator.locks) return; // only browsers older than those supported
    this.#store.writes = await this.#hold({ ifAvailable: true });
    if (this.#store.writes) return;
    // An older version of the page cannot be followed, for its store has another form.
    const there = (await indexedDB.databases?.())?.find(({ name }) => name === this.#name);
    if (there?.version < schema) await this.takeOver();
    else this.#queue();
  }

  /** Asked politely, a tab finishes and answers; whoever does not answer has its turn taken. */
  async takeOver() {
    if (this.#taking) return;
    this.#taking = true;
    if (!this.#letGo && navigator.locks) {
      const answer = new Promise((resolve) => { this.#yielded = resolve; });
      this.#channel.postMessage({ ask: this.#me });
      await Promise.race([answer, pause(patience)]);
      this.#waiting?.abort();
      if (!this.#letGo) await this.#hold({ steal: true });
    }
    this.#taking = false;
    this.#win();
  }

  /** Whether the lock is this tab's now. It holds it until another takes it, or until it lets go. */
  #hold(options) {
    return new Promise((resolve) => {
      let held = false;
      const over = () => {
        if (held) this.#lose();
        else resolve(false);
      };
      navigator.locks.request(`${this.#name}-writer`, options, (lock) => {
        held = lock !== null;
        resolve(held);
        return held ? new Promise((letGo) => { this.#letGo = letGo; }) : undefined;
      }).then(over, over);
    });
  }

  #queue() {
    if (!navigator.locks || this.#waiting) return;
    const waiting = new AbortController();
    this.#waiting = waiting;
    this.#hold({ signal: waiting.signal }).then((held) => {
      this.#waiting = null;
      if (held && !this.#taking) this.#win();
    });
  }

  #win() {
    this.#key.forget();
    this.#store.win();
  }

  #lose() {
    const held = this.#letGo;
    this.#letGo = null;
    this.#store.lose();
    held?.();
    this.#queue();
  }

  #hear({ change, ask, yielded }) {
    if (change) this.#store.follow(change);
    if (ask && this.#store.writes) this.#yield(ask);
    if (yielded === this.#me) this.#yielded();
  }

  async #yield(to) {
    for (const end = Date.now() + patience; this.#store.unsaved.length; await pause(10)) {
      if (Date.now() > end) return;
    }
    if (!this.#store.writes) return;
    this.#store.lose();
    // The lock is kept until it is taken: given back, it would go to whoever waits longest.
    this.#channel.postMessage({ yielded: to });
    const letGo = this.#letGo;
    setTimeout(() => { if (!this.#store.writes) letGo?.(); }, patience);
  }
}
