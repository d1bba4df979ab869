// How much room the browser gives, whether it keeps what is stored, and whether it has cleared it since the last visit.

const mega = 1024 * 1024;
/** As Room::Kept. */
const kept = { unknown: 0, mayGo: 1, stays: 2 };
/** Committed changes after which room is looked at again: the answer takes the browser a while. */
const changesBetween = 50;

/** Beside the store, where clearing spares it in most browsers: which database held the data. Nothing of them. */
class Marker {
  #name;
  constructor(store) { this.#name = store; }
  get born() { try { return localStorage.getItem(this.#name); } catch { return null; } } // pages may be forbidden it
  set born(value) {
    try {
      if (value === null) localStorage.removeItem(this.#name);
      else localStorage.setItem(this.#name, value);
    } catch { /* then a cleared store looks new */ }
  }
}

export class RoomKeeper {
  #marker;
  #tell;
  #facts = { used: -1, quota: -1, kept: kept.unknown, cleared: false };
  #born = null;
  #asked = false;
  #changes = 0;

  /** `tell(facts)` hears used and quota (megabytes, less than 0: not told), `kept` and `cleared` whenever one has changed. */
  constructor(store, tell) {
    this.#marker = new Marker(store);
    this.#tell = tell;
  }

  /** The store has been opened: `born` names the database that holds it. */
  opened(born) {
    this.#born = born;
    const former = this.#marker.born;
    if (former !== null && former !== born) this.#say({ cleared: true });
    this.#look();
  }

  /** A change is stored in the database `born`. That there are `records` for the first time is the moment to ask: now there is something to keep. */
  committed(born, records) {
    this.#born = born;
    if (!this.#facts.cleared) this.#mark(records);
    if (this.#changes++ % changesBetween === 0) this.#look();
    if (!records || this.#asked || this.#facts.kept === kept.stays) return;
    this.#asked = true;
    this.ask();
  }

  /** Asks the browser to keep what is stored; some ask the person in turn. */
  async ask() {
    if (!navigator.storage?.persist) return;
    await navigator.storage.persist().catch(() => false);
    this.#look();
  }

  /** The person knows; `records`: there are some again. */
  noteClearing(records) {
    this.#mark(records);
    this.#say({ cleared: false });
  }

  #mark(records) {
    const born = records ? this.#born : null;
    if (this.#marker.born !== born) this.#marker.born = born;
  }

  async #look() {
    const storage = navigator.storage;
    if (!storage?.estimate) return;
    const [{ usage, quota }, persisted] = await Promise.all([storage.estimate().catch(() => ({})), storage.persisted?.().catch(() => undefined)]);
    const state = persisted === undefined ? kept.unknown : persisted ? kept.stays : kept.mayGo;
    this.#say({ used: (usage ?? -mega) / mega, quota: (quota ?? -mega) / mega, kept: state });
  }

  #say(facts) {
    if (Object.entries(facts).every(([name, value]) => this.#facts[name] === value)) return;
    Object.assign(this.#facts, facts);
    this.#tell({ ...this.#facts });
  }
}
