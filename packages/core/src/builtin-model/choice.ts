/** Chooses among equal wordings. The same seed and key choose the same one, in any process, on any day. */
export interface Choice {
  /** One of `options`, which must hold at least one. Throws a `RangeError` when it holds none. */
  one<Option>(key: string, options: readonly Option[]): Option;
  /** True with the given probability, 0 to 1. */
  chance(key: string, probability: number): boolean;
}

export function createChoice(seed: string): Choice {
  return {
    one(key, options) {
      const option = options[hash(`${seed}\n${key}`) % Math.max(1, options.length)];
      if (option === undefined) throw new RangeError(`nothing to choose from for "${key}"`);
      return option;
    },
    chance: (key, probability) => hash(`${seed}\n${key}`) / 2 ** 32 < probability,
  };
}

/** FNV-1a over UTF-16 code units, with MurmurHash3's finaliser: FNV alone leaves seeds that differ in one digit alike. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
