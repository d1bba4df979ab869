// Splits C++ and JavaScript text into code without comments and the text literals in it, line by line.

const regexBefore = /(^|[(,=:[!&|?{};~^%*+<>-]|\breturn|\btypeof|\bcase|\bof|\bin)\s*$/;

/**
 * @param {string} text
 * @param {'cpp' | 'js'} language
 * @returns {{code: string, literals: {line: number, text: string}[]}} code has the same lines as text; comments are
 * blank, literals keep their quotes only.
 */
export function scan(text, language) {
  const literals = [];
  let code = '';
  let line = 1;
  let at = 0;
  const templateDepths = [];
  let braces = 0;

  const advance = (count) => {
    for (let i = 0; i < count; ++i) if (text[at + i] === '\n') line += 1;
    at += count;
  };
  const blank = (count) => {
    code += text.slice(at, at + count).replace(/[^\n]/g, ' ');
    advance(count);
  };
  const literal = (quote, start, end, close) => {
    literals.push({ line, text: text.slice(start, end) });
    code += quote + text.slice(at, close).replace(/[^\n]/g, '') + quote;
    advance(close - at);
  };
  const quotedEnd = (quote, from) => {
    let end = from;
    while (end < text.length && text[end] !== quote && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
    return Math.min(end, text.length);
  };
  // A piece of a template, from `from` to its end or to the next ${.
  const templatePiece = (from) => {
    let end = from;
    while (end < text.length && text[end] !== '`' && !text.startsWith('${', end)) end += text[end] === '\\' ? 2 : 1;
    end = Math.min(end, text.length);
    const opensHole = text.startsWith('${', end);
    if (opensHole) {
      templateDepths.push(braces);
      braces += 1;
    }
    literal('`', from, end, Math.min(text.length, end + (opensHole ? 2 : 1)));
  };

  while (at < text.length) {
    const rest = text.slice(at, at + 20);
    const previous = code.at(-1) ?? '';
    if (rest.startsWith('//')) {
      const end = text.indexOf('\n', at);
      blank((end < 0 ? text.length : end) - at);
    } else if (rest.startsWith('/*')) {
      const end = text.indexOf('*/', at + 2);
      blank((end < 0 ? text.length : end + 2) - at);
    } else if (language === 'cpp' && /^(u8|u|U|L)?R"/.test(rest)) {
      const open = text.indexOf('(', at);
      const delimiter = text.slice(text.indexOf('"', at) + 1, open);
      const end = text.indexOf(`)${delimiter}"`, open);
      literal('"', open + 1, end < 0 ? text.length : end, end < 0 ? text.length : end + delimiter.length + 2);
    } else if (language === 'cpp' && rest[0] === "'" && /[0-9A-Fa-f]/.test(previous) && /[0-9A-Fa-f]/.test(rest[1] ?? '')) {
      code += "'";
      advance(1);  // a digit separator
    } else if (rest[0] === '"' || rest[0] === "'") {
      const end = quotedEnd(rest[0], at + 1);
      literal(rest[0], at + 1, end, Math.min(text.length, end + (text[end] === rest[0] ? 1 : 0)));
    } else if (language === 'js' && rest[0] === '`') {
      templatePiece(at + 1);
    } else if (language === 'js' && rest[0] === '/' && regexBefore.test(code.slice(-40))) {
      let end = at + 1;
      let inClass = false;
      while (end < text.length && text[end] !== '\n' && (inClass || text[end] !== '/')) {
        if (text[end] === '[') inClass = true;
        if (text[end] === ']') inClass = false;
        end += text[end] === '\\' ? 2 : 1;
      }
      blank(Math.min(end + 1, text.length) - at);
    } else if (language === 'js' && rest[0] === '}' && templateDepths.at(-1) === braces - 1) {
      templateDepths.pop();
      braces -= 1;
      templatePiece(at + 1);
    } else {
      if (rest[0] === '{') braces += 1;
      if (rest[0] === '}') braces -= 1;
      code += text[at];
      advance(1);
    }
  }
  return { code, literals };
}
