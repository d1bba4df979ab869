// Shapes of characters, drawn by the browser in the device's own faces: measured one by one, drawn many to a read-back.
const weights = [400, 600];

export class Glyphs {
  #context;
  #stack;
  #font = '';

  constructor(stack) {
    this.#stack = stack;
    this.#resize(1024, 256);
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
  measure(codePoint, size, weight) {
    this.#use(size, weight);
    const m = this.#context.measureText(String.fromCodePoint(codePoint));
    return [m.width, -m.actualBoundingBoxLeft, m.actualBoundingBoxAscent, m.actualBoundingBoxRight, m.actualBoundingBoxDescent];
  }

  /** `drawings`: 20 bytes each (GlyphDrawing): code point, size, weight, x, baseline. Coverage, a byte a pixel. */
  draw(drawings, count, width, height) {
    const { canvas } = this.#context;
    if (canvas.width < width || canvas.height < height) {
      this.#resize(Math.max(canvas.width, width), Math.max(canvas.height, height));
    }
    const context = this.#context;
    context.clearRect(0, 0, width, height);
    for (let i = 0; i < count; ++i) {
      const at = i * 20;
      this.#use(drawings.getFloat32(at + 4, true), drawings.getUint8(at + 8));
      context.fillText(String.fromCodePoint(drawings.getUint32(at, true)), drawings.getFloat32(at + 12, true), drawings.getFloat32(at + 16, true));
    }
    const { data } = context.getImageData(0, 0, width, height);
    const coverage = new Uint8Array(width * height);
    for (let i = 0, alpha = 3; i < coverage.length; ++i, alpha += 4) coverage[i] = data[alpha];
    return coverage;
  }
}
