// A device that cannot write Chinese, made of one that can.

/** Before the page loads: every ideograph comes out as the same box, but in the page's own font. */
export function withoutChineseFace(page) {
  return page.addInitScript(() => {
    const original = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function fillText(text, x, y) {
      if (text.codePointAt(0) >= 0x2E80 && !this.font.includes('Hengping')) this.strokeRect(x, y - 18, 18, 18);
      else original.call(this, text, x, y);
    };
  });
}
