// Chance with a seed: the same seed gives the same files everywhere.

export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => { // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const random = {
    below: (limit) => Math.floor(next() * limit),
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)],
    shuffle: (list) => {
      const result = [...list];
      for (let index = result.length - 1; index > 0; --index) {
        const other = random.below(index + 1);
        [result[index], result[other]] = [result[other], result[index]];
      }
      return result;
    },
  };
  return random;
}

/** A piece of JSON written as it stands. */
export class Raw {
  constructor(token) {
    this.token = token;
  }
}

/** JSON text of strings, booleans, null, numbers, Raws, arrays and objects. */
export function write(value, random) {
  if (value instanceof Raw) return value.token;
  if (Array.isArray(value)) return `[${value.map((one) => write(one, random)).join(',')}]`;
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? writeText(value, random) : JSON.stringify(value);
  const space = random?.chance(0.02) ? '\r\n\t ' : '';
  return `{${space}${Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${space}${write(one, random)}`).join(`,${space}`)}${space}}`;
}

function writeText(text, random) {
  if (!random?.chance(0.05)) return JSON.stringify(text);
  return `"${[...text].map((letter) => (random.chance(0.3)
    ? [...Array(letter.length).keys()].map((index) => `\\u${letter.charCodeAt(index).toString(16).padStart(4, '0')}`).join('')
    : JSON.stringify(letter).slice(1, -1))).join('')}"`;
}
