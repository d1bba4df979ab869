// Fingers magnify the page as the picture that it is. Once they rest, the canvas takes in what shows and something around it, as finely as
// the screen can show it; while they move on out of that, it takes in the whole page again, as coarsely as without magnifying.
const restAfter = 150; // ms without a movement
const mostZoom = 4;
const mostPixels = 4096 * 4096; // of the canvas: what a small device bears
const around = 0.25; // beside what shows, of its width and height

export class Magnifier {
  #canvas;
  #changed;
  #timer = 0;
  #rested = true;
  #view = null;

  /** `changed` is called when the canvas must take in another part of the page. */
  constructor(canvas, changed) {
    this.#canvas = canvas;
    this.#changed = changed;
    for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, this.#moved);
  }

  #moved = () => {
    const { scale } = visualViewport;
    if (scale < 1.01 && !this.#view) return;
    this.#rested = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#rested = true;
      this.#changed();
    }, restAfter);
    if (!this.#covers()) this.#changed();
  };

  #covers() {
    const { offsetLeft, offsetTop, width, height } = visualViewport;
    const view = this.#view;
    return !view || (offsetLeft >= view.x - 1 && offsetTop >= view.y - 1 &&
      offsetLeft + width <= view.x + view.width + 1 && offsetTop + height <= view.y + view.height + 1);
  }

  /**
   * Lays the canvas over what it is to show of a page of so many CSS px and says what that is: x, y in CSS px, `pixels` of the canvas, and
   * how many times finer than `ratio` it is. Call only where a frame follows at once: the picture belongs to the place.
   */
  place(width, height, ratio) {
    const scale = visualViewport?.scale ?? 1;
    if (scale < 1.01) this.#view = null;
    else if (this.#rested) this.#view = this.#closeUp(width, height, ratio, scale);
    else if (!this.#covers()) this.#view = null;
    const view = this.#view;
    for (const [property, length] of [['left', view?.x], ['top', view?.y], ['width', view?.width], ['height', view?.height]]) {
      this.#canvas.style[property] = view ? `${length}px` : '';
    }
    return view ?? { x: 0, y: 0, zoom: 1, pixels: [Math.round(width * ratio), Math.round(height * ratio)] };
  }

  #closeUp(width, height, ratio, scale) {
    const shown = visualViewport;
    const whole = (1 + 2 * around) * ratio;
    const zoom = Math.max(1, Math.min(scale, mostZoom, Math.sqrt(mostPixels / (shown.width * shown.height)) / whole));
    const density = ratio * zoom;
    // on whole device pixels, for the painter's grid begins at the page's corner
    const along = (from, length, all) => {
      const first = Math.floor(Math.max(0, from - around * length) * density);
      return [first, Math.ceil(Math.min(all, from + (1 + around) * length) * density) - first];
    };
    const [left, across] = along(shown.offsetLeft, shown.width, width);
    const [top, down] = along(shown.offsetTop, shown.height, height);
    return { x: left / density, y: top / density, width: across / density, height: down / density, zoom, pixels: [across, down] };
  }
}
