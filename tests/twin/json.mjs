// A strict reader of JSON: it keeps every number as it is written and refuses what the facts format calls "not JSON":
// keys twice in one object, invalid UTF-8, lone surrogates, numbers beyond binary64, nesting deeper than 64.

/** A JSON number by its token; its exact value is mantissa × 10^exponent, with no trailing zero in the mantissa. */
export class JsonNumber {
  constructor(token) {
    this.token = token;
    const [, sign, whole, fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(token);
    const digits = (whole + fraction).replace(/^0+/, '');
    const significant = digits.replace(/0+$/, '');
    this.mantissa = BigInt(significant || '0') * (sign ? -1n : 1n);
    this.exponent = significant ? Number(power) - fraction.length + digits.length - significant.length : 0;
  }

  /** The value in units of 10^-places, or null where it is no whole number of them or has more than 40 digits. */
  inUnits(places) {
    const shift = this.exponent + places;
    return shift < 0 || shift > 40 ? null : this.mantissa * 10n ** BigInt(shift);
  }
}

export class NotJson extends Error {}

const deepest = 64;
const white = /[ \t\n\r]*/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const plainText = /[^"\\\u0000-\u001f]*/y;
const escapes = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Objects become Maps, numbers JsonNumbers, all else what JSON.parse would make of it. Throws NotJson. */
export function readJson(bytes) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotJson('invalid UTF-8');
  }
  let at = text.startsWith('\ufeff') ? 1 : 0;

  const fail = (what) => {
    throw new NotJson(`${what} at ${at}`);
  };
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const word = (letters, value) => {
    if (!text.startsWith(letters, at)) fail('no value');
    at += letters.length;
    return value;
  };

  function number() {
    const token = take(numberToken);
    if (token === undefined) fail('no value');
    if (!Number.isFinite(Number(token))) fail('a number beyond binary64');
    return new JsonNumber(token);
  }

  function string() {
    at += 1;
    let result = '';
    for (;;) {
      result += take(plainText);
      const mark = text[at];
      if (mark === '"') break;
      if (mark !== '\\') fail('an unclosed string or a control character');
      const letter = text[at + 1];
      if (letter === 'u') {
        const hex = /^[0-9a-fA-F]{4}/.exec(text.slice(at + 2, at + 6))?.[0];
        if (!hex) fail('an escape');
        result += String.fromCharCode(parseInt(hex, 16));
        at += 6;
      } else {
        if (!Object.hasOwn(escapes, letter ?? '')) fail('an escape');
        result += escapes[letter];
        at += 2;
      }
    }
    at += 1;
    if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(result)) fail('a lone surrogate');
    return result;
  }

  function members(close, depth, readMember) {
    if (depth > deepest) fail('nesting');
    at += 1;
    take(white);
    if (text[at] !== close) {
      for (;;) {
        readMember();
        take(white);
        if (text[at] !== ',') break;
        at += 1;
        take(white);
      }
    }
    if (text[at] !== close) fail(`no ${close}`);
    at += 1;
  }

  function value(depth) {
    take(white);
    switch (text[at]) {
      case '{': {
        const object = new Map();
        members('}', depth, () => {
          if (text[at] !== '"') fail('no key');
          const key = string();
          if (object.has(key)) fail('a key twice');
          take(white);
          if (text[at] !== ':') fail('no colon');
          at += 1;
          object.set(key, value(depth + 1));
        });
        return object;
      }
      case '[': {
        const list = [];
        members(']', depth, () => list.push(value(depth + 1)));
        return list;
      }
      case '"': return string();
      case 't': return word('true', true);
      case 'f': return word('false', false);
      case 'n': return word('null', null);
      default: return number();
    }
  }

  const document = value(1);
  take(white);
  if (at !== text.length) fail('something after the document');
  return document;
}
