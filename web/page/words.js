// The few texts that the page says by itself, before or without the program.
import { texts } from './page_text.js';

/** The text of a key in the page's language; `{0}`, `{1}` … are filled in. */
export function say(key, ...values) {
  const text = texts[document.documentElement.lang]?.[key] ?? texts['zh-CN'][key];
  return text.replace(/\{(\d+)\}/g, (_, index) => values[Number(index)] ?? '');
}
