// The few texts that the page says by itself, before or without the program: strings/page.<language>.json.
const tables = {};

async function load(language) {
  const response = await fetch(`strings/page.${language}.json`);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  tables[language] = await response.json();
}

/** Reads both languages: they must be at hand when nothing can be fetched any more. */
export const loadWords = () => Promise.all(['zh-CN', 'en'].map(load));

/** The text of a key in the page's language, with `{0}`, `{1}` … filled in; nothing before the words are loaded. */
export function say(key, ...values) {
  const text = tables[document.documentElement.lang]?.[key] ?? tables['zh-CN']?.[key];
  return text?.replace(/\{(\d+)\}/g, (_, index) => values[Number(index)] ?? '');
}
