// Whether the device can write Chinese, and the web font where it cannot.
const webFont = 'Hengping Sans SC';

export function fontStack() {
  return getComputedStyle(document.documentElement).getPropertyValue('--font-stack').replace(/\s+/g, ' ').trim();
}

/** A missing character is drawn as the same box as any other missing one; real characters differ. */
export function deviceWritesChinese(stack) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 32;
  canvas.lang = 'zh-CN';
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const picture = (text) => {
    context.clearRect(0, 0, 32, 32);
    context.font = `24px ${stack}`;
    context.fillText(text, 2, 26);
    return context.getImageData(0, 0, 32, 32).data;
  };
  // Code points instead of characters: these are samples of a script, not words.
  const [first, ...others] = [0x56fd, 0x8bed, 0x52a1, 0x8bc4].map((code) => picture(String.fromCodePoint(code)));
  const blank = first.every((value) => value === 0);
  return !blank && others.every((other) => other.some((value, i) => value !== first[i]));
}

/** The stack to paint with; waits for the web font where it is needed. */
export async function prepareFaces() {
  const own = fontStack();
  if (deviceWritesChinese(own)) return own;
  const stack = `"${webFont}", ${own}`;
  document.documentElement.style.setProperty('--font-stack', stack);
  try {
    await document.fonts.load(`16px "${webFont}"`, String.fromCodePoint(0x56fd));
  } catch {
    // Without the font the device's boxes show; everything else works.
  }
  return stack;
}

/** Of a line: how far (in em) the browser puts a baseline below where the painter puts it (fonts.h, baseline_in_em). */
export function baselineShift(stack) {
  const context = document.createElement('canvas').getContext('2d');
  context.font = `100px ${stack}`;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText(String.fromCodePoint(0x56fd));
  const inMiddle = (fontBoundingBoxAscent - fontBoundingBoxDescent) / 200;
  return inMiddle - 0.38;
}
