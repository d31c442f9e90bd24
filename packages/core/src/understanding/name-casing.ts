import { PARTICLES, TITLES, wordSet } from './name-words.ts';

/**
 * A name as its owner would write it. A name typed with both cases is kept as it stands (MacKenzie, DeShawn, van Dyke);
 * one typed all in capitals or all in small letters gets a capital for each part.
 */
export function properCase(name: string, locale?: string): string {
  const isMixed = name !== name.toLowerCase() && name !== name.toUpperCase();
  return name
    .split(' ')
    .map((word) => (isMixed && PARTICLES.has(word) ? word : casedWord(word, locale)))
    .join(' ');
}

/** Two- and three-letter names that read as a word, though they look like initials. */
const SHORT_NAMES = wordSet('ed al bo jo mo ty cy di em vi li lu an el ng lyn kyn bly fry jyn wyn lyz ric');

function casedWord(word: string, locale: string | undefined): string {
  const lower = word.toLocaleLowerCase(locale);
  const upper = word.toLocaleUpperCase(locale);
  if (lower === upper) return word;
  if (word !== lower && word !== upper) return word;
  if (TITLES.has(lower.replace(/\.$/, ''))) return capitalise(lower, locale);
  if (isInitials(lower)) return upper;
  return lower
    .split('-')
    .map((part) => casedPart(part, locale))
    .join('-');
}

/** Initials: single letters with full stops, one letter, or two or three letters that cannot be spoken as a word. */
function isInitials(lower: string): boolean {
  if (/^(?:\p{L}\.){1,4}\p{L}?\.?$/u.test(lower)) return true;
  if (/^[a-z]$/.test(lower)) return true;
  if (SHORT_NAMES.has(lower)) return false;
  return /^[b-df-hj-np-tv-xz]{2,3}$/.test(lower) || /^[aeiou][cdjkpt]$/.test(lower);
}

function casedPart(part: string, locale: string | undefined): string {
  const apostrophe = part.match(/^([dol])'(\p{L}.*)$/u);
  if (apostrophe?.[1] !== undefined && apostrophe[2] !== undefined) {
    return `${capitalise(apostrophe[1], locale)}'${capitalise(apostrophe[2], locale)}`;
  }
  if (/^mc[a-z]{3,}$/.test(part)) return `Mc${capitalise(part.slice(2), locale)}`;
  return capitalise(part, locale);
}

function capitalise(word: string, locale: string | undefined): string {
  const [first = '', ...rest] = word;
  return first.toLocaleUpperCase(locale) + rest.join('');
}
