import { GIVEN_NAMES, isListed, isOrdinary } from '../understanding/name-words.ts';
import { clean, sentences, wordsOf } from '../understanding/text.ts';

/** What stands before whoever acts: "how should keisha detangle", "is it ok that keisha washes", "does it work for priya". */
const BEFORE_SOMEONE = new Set(
  'should shall can could would will must might may does did do is are was were has have that for and'.split(' '),
);
/** One who shouts writes every word in capitals. */
const CAPITALISED = /^\p{Lu}\p{Ll}/u;
const LINE_END = /[\n\v\f\r\u0085\u2028\u2029]/;
/** After a question, thanks are no signature. */
const THANKS = /^(?:please|pls|plz|thanks?|thank you|thx|ty|cheers|many thanks|thanks a lot|thank you so much)?$/i;

/**
 * Whether a question may name a person whom `understand` did not read as one. Strict: a word that no list knows counts
 * as a name where it is capitalised within a sentence or stands where people stand.
 *
 * @param familiar lower-case words of the subject, which are nobody's name here.
 */
export function namesSomeone(text: string, familiar: ReadonlySet<string>): boolean {
  const isStrange = (word: string) => !isKnown(word, familiar);
  return sentences(clean(text)).some((sentence) => {
    const said = wordsOf(sentence);
    return said.some((word, place) => {
      const lower = bare(word);
      if (isGivenName(lower) && !familiar.has(lower)) return true;
      if (place > 0 && CAPITALISED.test(word) && isStrange(lower)) return true;
      return BEFORE_SOMEONE.has(bare(said[place - 1] ?? '')) && isStrange(lower) && !isOrdinary(lower);
    });
  });
}

/** Whether a message is more than its question: several lines, or words after it, such as a name it is signed with. */
export function isLetter(text: string): boolean {
  if (LINE_END.test(text.trim())) return true;
  const cleaned = clean(text);
  const end = cleaned.lastIndexOf('?');
  const after = cleaned.slice(end + 1).replace(/[^\p{L}\p{N} ]/gu, '');
  return end >= 0 && !THANKS.test(after.trim());
}

const LETTERS = /^\p{L}{2,}$/u;

function isKnown(lower: string, familiar: ReadonlySet<string>): boolean {
  return !LETTERS.test(lower) || isListed(lower) || familiar.has(lower);
}

/** "Priyas hair": the apostrophe is often left out. */
const isGivenName = (lower: string): boolean =>
  GIVEN_NAMES.has(lower) || (lower.endsWith('s') && GIVEN_NAMES.has(lower.slice(0, -1)) && !isListed(lower));

/** Lower case, without the ending of a possessive. */
const bare = (word: string): string => word.toLowerCase().replace(/'s?$/, '').replace(/'/g, '');
