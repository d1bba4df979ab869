// What is not saved yet is tried again by itself, and asked about before the page is closed.

/** Milliseconds between two attempts: the first wait, each twice the one before, and the longest. */
const shortest = 2_000;
const longest = 60_000;

const ask = (event) => event.preventDefault();

export class Keeping {
  #store;
  #retry;
  #newer;
  #opened;
  #committed;
  #failed = false;
  #wait = shortest;
  #timer = 0;

  /**
   * `retry()` has the program send again what was refused; `newer()` hears that the store is of a newer version of this page; `opened()` and
   * `committed()` that it was read, and that a change is durable.
   */
  constructor(store, { retry, newer, opened, committed }) {
    this.#store = store;
    this.#retry = retry;
    this.#newer = newer;
    this.#opened = opened;
    this.#committed = committed;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible') return;
      store.check();
      this.#again();
    });
  }

  load(answers) {
    this.#store.load(this.#listening(answers));
  }

  write(ticket, change, answers) {
    this.#store.write(ticket, change, this.#listening(answers));
    this.#guardClosing();
  }

  hold(ticket, change) { this.#store.hold(ticket, change); }

  prove() { this.#store.prove(); }

  #listening(answers) {
    const settled = (failed, tell) => (...told) => {
      this.#failed = failed;
      tell(...told);
      this.#guardClosing();
      if (failed) this.#later();
      else this.#wait = shortest;
    };
    return {
      ...answers,
      committed: settled(false, (ticket) => {
        answers.committed(ticket);
        this.#committed();
      }),
      failed: settled(true, answers.failed),
      lost: settled(false, answers.lost),
      loaded: (entries) => {
        answers.loaded(entries);
        this.#opened();
      },
      loadFailed: (reason) => {
        answers.loadFailed(reason);
        if (reason.startsWith('VersionError')) this.#newer();
      },
    };
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#again(), this.#wait);
    this.#wait = Math.min(2 * this.#wait, longest);
  }

  #again() {
    if (!this.#failed) return;
    clearTimeout(this.#timer);
    this.#retry();
  }

  /** Only while something would be lost: a page that listens to this is not kept for going back to. */
  #guardClosing() {
    if (this.#store.unsaved.length > 0) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  }
}
