// Shapes of characters, and of what is drawn as one, by the browser in the device's own faces: measured one by one, drawn many to a read-back.
const weights = [400, 600];

export class Glyphs {
  #context;
  #stack;
  #font = '';

  constructor(stack) {
    this.#stack = stack;
    this.#resize(1024, 256);
    // The first use of a face takes longest: here it passes while the program is still on its way.
    for (const weight of weights.keys()) this.measure(String.fromCodePoint(0x56fd), 14, weight);
  }

  #resize(width, height) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.lang = 'zh-CN';
    this.#context = canvas.getContext('2d', { willReadFrequently: true });
    this.#font = '';
  }

  #use(size, weight) {
    const font = `${weights[weight]} ${size}px ${this.#stack}`;
    if (font === this.#font) return;
    const context = this.#context;
    context.font = font;
    context.fontKerning = 'none';
    context.textBaseline = 'alphabetic';
    context.fillStyle = '#fff';
    this.#font = font;
  }

  /** Advance, and the ink's left, top, right and bottom from the origin; top is positive above the baseline. */
  measure(text, size, weight) {
    this.#use(size, weight);
    const m = this.#context.measureText(text);
    return [m.width, -m.actualBoundingBoxLeft, m.actualBoundingBoxAscent, m.actualBoundingBoxRight, m.actualBoundingBoxDescent];
  }

  /** `drawings`: where in memory, 24 bytes each (GlyphDrawing): its text's place and bytes, size, weight, x, baseline. Coverage, a byte a pixel. */
  draw(memory, drawings, count, width, height) {
    const { canvas } = this.#context;
    if (canvas.width < width || canvas.height < height) {
      this.#resize(Math.max(canvas.width, width), Math.max(canvas.height, height));
    }
    const context = this.#context;
    context.clearRect(0, 0, width, height);
    const view = memory.view(drawings, count * 24);
    for (let i = 0; i < count; ++i) {
      const at = i * 24;
      this.#use(view.getFloat32(at + 8, true), view.getUint8(at + 12));
      context.fillText(memory.text(view.getUint32(at, true), view.getUint32(at + 4, true)), view.getFloat32(at + 16, true), view.getFloat32(at + 20, true));
    }
    const { data } = context.getImageData(0, 0, width, height);
    const coverage = new Uint8Array(width * height);
    for (let i = 0, alpha = 3; i < coverage.length; ++i, alpha += 4) coverage[i] = data[alpha];
    return coverage;
  }
}
