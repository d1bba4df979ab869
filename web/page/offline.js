// Whether this device has everything to open the page without a network, and whether a newer version has come.

/** Milliseconds between two looks for a newer version while the page is open. */
const every = 3_600_000;

/** The only script address that the page may make out of a text. */
const worker = 'sw.js';
const trusted = globalThis.trustedTypes?.createPolicy('hengping', {
  createScriptURL: (address) => {
    if (address !== worker) throw new TypeError(address);
    return address;
  },
}) ?? { createScriptURL: (address) => address };

/** Loads the page anew in the newest version that can be had: one that waits, or comes now, takes over first. */
export async function loadNewest() {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration?.waiting) await registration?.update().catch(() => {});
  const newer = registration?.waiting ?? registration?.installing;
  if (!newer) {
    location.reload();
    return;
  }
  const takeOver = () => {
    if (newer.state === 'installed') newer.postMessage({ ask: 'takeOver' });
    else if (newer.state === 'activated' || newer.state === 'redundant') location.reload();
  };
  newer.addEventListener('statechange', takeOver);
  takeOver();
}

export const Offline = { unknown: 0, preparing: 1, ready: 2 };

export class OfflineKeeper {
  #tell;
  #also;
  #registration = null;
  #state = Offline.unknown;
  #waiting = null; // the newer version, once it is complete

  /**
   * `tell(state, newer)` hears how far this device is (Offline) and whether a newer version waits. `also`: what this device needs beside the
   * page's own files, paths as in sw.js.
   */
  constructor(tell, also) {
    this.#tell = tell;
    this.#also = also;
  }

  async start() {
    const container = navigator.serviceWorker;
    if (!container) return; // private windows of some browsers, or no secure connection: nothing can be kept, and nothing is claimed
    try {
      this.#registration = await container.register(trusted.createScriptURL(worker), { updateViaCache: 'none' }) ?? null;
    } catch (error) {
      console.warn(error);
    }
    if (!this.#registration) return;
    if (!this.#registration.active) this.#say(Offline.preparing);
    this.#waiting = this.#registration.waiting;
    this.#registration.addEventListener('updatefound', () => this.#follow(this.#registration.installing));
    if (this.#registration.installing) this.#follow(this.#registration.installing);
    await this.#count();
    setInterval(() => this.#look(), every);
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') this.#look(); });
  }

  #look() { this.#registration.update().catch(() => {}); } // without a network there is nothing newer

  #say(state) {
    this.#state = state;
    this.#tell(state, this.#waiting !== null);
  }

  #follow(installing) {
    installing.addEventListener('statechange', () => {
      // Only one that comes after another waits; and some browsers say so before they name it as the one that waits.
      if (installing.state === 'installed' && this.#registration.active) this.#waiting = installing;
      else if (installing === this.#waiting) this.#waiting = null;
      this.#say(this.#state);
      this.#count();
    });
  }

  async #count() {
    const { active } = this.#registration;
    if (!active) return;
    const channel = new MessageChannel();
    const answer = new Promise((resolve) => { channel.port1.onmessage = ({ data }) => resolve(data); });
    active.postMessage({ ask: 'count', also: this.#also }, [channel.port2]);
    const { needed, there } = await answer;
    channel.port1.close();
    this.#say(there === needed ? Offline.ready : Offline.preparing);
  }
}
