import { createHash } from 'node:crypto';

/** Plain words, some of more than one byte a letter, so that a body split between bytes is split inside a letter. */
const WORDS =
  'a the of and then with some more water leaf curl rinse scalp gently slowly comb twice evening morning café naïve jojoba über señal 洗发 🌿 calm soft warm bright tell me what you tried before today'.split(
    ' ',
  );

/** A number from 0 up to but not including 1, the same for the same names. */
export function seededShare(...names: readonly (string | number)[]): number {
  return Number.parseInt(seededDigits(...names).slice(0, 12), 16) / 2 ** 48;
}

/** 64 hexadecimal digits, the same for the same names. */
export function seededDigits(...names: readonly (string | number)[]): string {
  return createHash('sha256').update(names.join('\n')).digest('hex');
}

/** @returns `count` tokens that read like a sentence, the same for the same names. */
export function seededTokens(count: number, ...names: readonly (string | number)[]): readonly string[] {
  const start = seededDigits(...names);
  let state = Number.parseInt(start.slice(0, 8), 16);
  return Array.from({ length: count }, (_, index) => {
    // A linear congruential generator with the constants of Numerical Recipes; its high bits choose the word.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const word = WORDS[Math.floor((state / 2 ** 32) * WORDS.length)] ?? 'a';
    return `${index === 0 ? '' : ' '}${word}${index === count - 1 ? '.' : ''}`;
  });
}

/** The tokens of a text: its words, each with the space before it. */
export function tokensOf(text: string): readonly string[] {
  return text.match(/\s*\S+\s*$|\s*\S+/gu) ?? [];
}
