// Everything about the page that is not an event on a node: sizes, preferences, pointer, address.
import { Magnifier } from './magnifier.js';

const bits = { dark: 1, touch: 2, hover: 4, reducedMotion: 8, moreContrast: 16, forcedColors: 32, hasPointer: 64, pointerDown: 128, demo: 256, newer: 2048, cleared: 16384 };
const shifts = { offline: 9, kept: 12, folder: 15, protection: 20, autoLock: 22 };
const noRoom = { used: -1, quota: -1, kept: 0, cleared: false };
const queries = {
  dark: '(prefers-color-scheme: dark)',
  touch: '(pointer: coarse)',
  hover: '(hover: hover)',
  reducedMotion: '(prefers-reduced-motion: reduce)',
  moreContrast: '(prefers-contrast: more)',
  forcedColors: '(forced-colors: active)',
};

/** In the order of SystemColors (input.h). */
const systemColors = ['CanvasText', 'Canvas', 'LinkText', 'Highlight', 'HighlightText', 'ButtonText', 'GrayText'];

export class Surroundings {
  #probe = document.createElement('div');
  #page;
  #magnifier;
  #demo;
  #changed;
  #tapped = null;
  #media = {};
  #pointer = { x: 0, y: 0, present: false, down: false };
  #pixels = null;
  #known;

  /**
   * `page` is as large as the page; `known` holds what the page knows of itself beside: `offline`, `newer` (OfflineKeeper), `room` (RoomKeeper),
   * `folder` (Backups), `protection`, `autoLock` (Protection); `changed` is called whenever something here has changed.
   */
  constructor(canvas, page, demo, known, changed) {
    this.#page = page;
    this.#known = known;
    this.#magnifier = new Magnifier(canvas, changed);
    this.#demo = demo;
    this.#changed = changed;
    for (const [name, query] of Object.entries(queries)) {
      this.#media[name] = matchMedia(query);
      this.#media[name].addEventListener('change', changed);
    }
    addEventListener('hashchange', changed);
    addEventListener('resize', changed);
    visualViewport?.addEventListener('resize', changed);
    visualViewport?.addEventListener('scroll', changed); // what a keyboard covers changes with it
    this.#observeSize();
    this.#observePixelRatio();
    this.#observePointer();
  }

  #observeSize() {
    const observer = new ResizeObserver((entries) => {
      for (const entry of entries) {
        if (entry.target !== this.#page) continue;
        const exact = entry.devicePixelContentBoxSize?.[0];
        this.#pixels = exact ? [exact.inlineSize, exact.blockSize] : null;
      }
      this.#changed();
    });
    // as wide as the root's text is high: tells when a person sets another size of text
    Object.assign(this.#probe.style, { position: 'absolute', width: '1rem', height: '0', visibility: 'hidden', pointerEvents: 'none',
      forcedColorAdjust: 'none' });
    document.body.append(this.#probe);
    observer.observe(this.#probe);
    try {
      observer.observe(this.#page, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(this.#page); // Safari has no such box
    }
  }

  /** The ratio changes without a resize when a window moves to another screen. */
  #observePixelRatio() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.#observePixelRatio();
      this.#changed();
    }, { once: true });
  }

  #observePointer() {
    const follow = (event) => {
      const hovers = event.pointerType !== 'touch';
      const down = event.type === 'pointerdown' ? true : event.type === 'pointermove' ? this.#pointer.down : false;
      this.#pointer = { x: event.clientX, y: event.clientY, present: hovers || down, down };
      if (event.type === 'pointerdown') this.#tapped = { x: event.clientX, y: event.clientY };
      else if (event.type === 'pointercancel') this.#tapped = null; // it became a scroll
      this.#changed();
    };
    for (const type of ['pointermove', 'pointerdown', 'pointerup', 'pointercancel']) addEventListener(type, follow, { passive: true });
    document.documentElement.addEventListener('pointerleave', () => {
      this.#pointer = { ...this.#pointer, present: false, down: false };
      this.#changed();
    });
  }

  /** The browser's own count differs from the product by rounding; if by more, it is out of date or knows another ratio. */
  #exactPixels(product) {
    return this.#pixels?.every((count, i) => Math.abs(count - product[i]) <= 2) ? this.#pixels : product;
  }

  /** The pointer as it is now; of a tap that came and went since the last frame, first that it was there. */
  #pointerToTell() {
    const tap = this.#tapped;
    this.#tapped = null;
    if (!tap || this.#pointer.down) return this.#pointer;
    queueMicrotask(this.#changed);
    return { ...tap, present: true, down: true };
  }

  /** The system's colours as 0xRRGGBB where it forces them: a canvas cannot name them, so they are read off an element. */
  #systemColors() {
    if (!this.#media.forcedColors.matches) return systemColors.map(() => 0);
    return systemColors.map((name) => {
      this.#probe.style.color = name;
      const [red, green, blue] = getComputedStyle(this.#probe).color.match(/\d+/g) ?? [0, 0, 0];
      return red * 65536 + green * 256 + Number(blue);
    });
  }

  /** Hands over the state as it is now. */
  tell(program) {
    const pointer = this.#pointerToTell();
    const ratio = devicePixelRatio;
    const box = this.#page.getBoundingClientRect();
    const [width, height] = this.#exactPixels([Math.round(box.width * ratio), Math.round(box.height * ratio)]).map((count) => count / ratio);
    const view = this.#magnifier.place(width, height, ratio);
    const style = getComputedStyle(document.documentElement);
    const length = (name) => Number.parseFloat(style.getPropertyValue(name)) || 0;
    const viewport = visualViewport;
    const { offline = 0, newer = false, folder = 0, room = noRoom, protection = 0, autoLock = 0 } = this.#known;
    const keyboard = viewport && Math.abs(viewport.scale - 1) < 0.01 ? Math.max(0, innerHeight - viewport.height - viewport.offsetTop) : 0;
    const flags = Object.entries(this.#media).reduce((sum, [name, media]) => sum | (media.matches ? bits[name] : 0), 0) |
      (pointer.present ? bits.hasPointer : 0) | (pointer.down ? bits.pointerDown : 0) | (this.#demo ? bits.demo : 0) |
      protection << shifts.protection | autoLock << shifts.autoLock | offline << shifts.offline | room.kept << shifts.kept | folder << shifts.folder | (newer ? bits.newer : 0) | (room.cleared ? bits.cleared : 0);
    program.surroundings([
      width, height, ratio, Number.parseFloat(style.fontSize) / 16, keyboard,
      length('--safe-top'), length('--safe-right'), length('--safe-bottom'), length('--safe-left'),
      pointer.x, pointer.y, ...view.pixels, view.x, view.y, view.zoom,
      ...this.#systemColors(), room.used, room.quota,
    ], flags, location.hash);
  }
}
