// Whether the device can write Chinese, and the web font where it cannot.
const webFont = 'Hengping Sans SC'; // not shown: a family's name
/** Where page.css finds it. */
export const fontFile = 'fonts/hengping-sans-sc.woff2';

export const usesWebFont = (stack) => stack.includes(webFont);

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

/** From the middle of a line of one em to where the painter puts the baseline, in em (fonts.h: baseline_in_em - 0.5). */
const paintedBaseline = 0.38;
const shifts = new Map();

/**
 * How many whole CSS px lower than the painter the browser sets text of a size in px. Measured, not reckoned: browsers round ascent and
 * descent by rules of their own.
 */
export function baselineShift(size) {
  if (shifts.has(size)) return shifts.get(size);
  const line = document.createElement('div');
  const mark = document.createElement('span');
  Object.assign(line.style, { position: 'absolute', visibility: 'hidden', fontSize: `${size}px`, lineHeight: '100px' });
  Object.assign(mark.style, { display: 'inline-block', width: '1px', height: '0' });
  line.append(mark); // an empty inline block stands on the baseline
  document.body.append(line);
  const fromMiddle = mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top - 50;
  line.remove();
  const shift = Math.round(fromMiddle - paintedBaseline * size);
  shifts.set(size, shift);
  return shift;
}
