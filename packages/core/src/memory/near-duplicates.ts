import { stemmer } from 'stemmer';
import { fold } from './fold.ts';

/** Words that carry no difference between two ways to say a thing. */
const FILLERS = new Set(
  'a an the my your his her their our its is are was were be been am of in at on to for with and so very really just that this it i you'.split(
    ' ',
  ),
);
/** Of their words, so many must be shared; the rest may be turns of phrase, never numbers or refusals. */
const LEAST_SHARED = 0.75;
const DECISIVE = /^(?:\d.*|not|no|never|dont|doesnt|isnt|without|ex|former|old|new|left|right|before|after)$/;

/**
 * Whether two values of one slot and one subject say the same: "masala chai" and "a masala chai", "works nights at the
 * infirmary" and "working nights at the infirmary". In doubt they don't: two Marias, red wine and white wine stay two.
 */
export function areNearDuplicates(one: string, other: string): boolean {
  const [first, second] = [stemsOf(one), stemsOf(other)];
  if (first.size === 0 || second.size === 0) return fold(one) === fold(other);
  const shared = [...first].filter((stem) => second.has(stem)).length;
  const apart = [...first, ...second].filter((stem) => !(first.has(stem) && second.has(stem)));
  if (apart.length === 0) return true;
  if (apart.some((stem) => DECISIVE.test(stem))) return false;
  // Of short values each word counts: the one that differs is the matter.
  if (Math.min(first.size, second.size) < 4) return false;
  return shared / Math.max(first.size, second.size) >= LEAST_SHARED && apart.length <= 2;
}

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    fold(text)
      .split(' ')
      .filter((word) => word !== '' && !FILLERS.has(word))
      .map(stemmer),
  );
