// When frames are drawn: only when something asks. Between two requests no animation frame is pending at all.
export class FrameLoop {
  #draw;
  #apply;
  #pending = 0;
  #timer = 0;

  /** `draw(time)` paints and returns what it asks of the page; `apply(answer)` carries that out right after the paint. */
  constructor(draw, apply) {
    this.#draw = draw;
    this.#apply = apply;
  }

  request = () => {
    if (this.#pending === 0) this.#pending = requestAnimationFrame(this.#run);
  };

  /** The first picture does not wait for the display. */
  begin() {
    cancelAnimationFrame(this.#pending);
    this.#run(document.timeline.currentTime ?? 0);
  }

  stop() {
    cancelAnimationFrame(this.#pending);
    clearTimeout(this.#timer);
    this.#pending = -1;
  }

  #run = (time) => {
    this.#pending = 0;
    clearTimeout(this.#timer);
    const answer = this.#draw(time);
    // Painting was handed to the graphics processor: the mirror follows within the same display refresh.
    queueMicrotask(() => this.#apply(answer));
    if (answer.anotherFrame) this.request();
    if (answer.wakeAfter !== undefined) this.#timer = setTimeout(this.request, answer.wakeAfter);
  };
}
