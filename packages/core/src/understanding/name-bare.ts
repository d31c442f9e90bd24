import { type Candidate, captureAlone, isInitials, type SentenceContext } from './name-candidates.ts';
import { FOREIGN_FUNCTION, FOREIGN_STOP, UNCASED_STOP } from './name-languages.ts';
import { BARE, STATED, USUAL, WANTED } from './name-leads.ts';
import { VOCATIVES } from './name-replies.ts';
import type { Segment } from './name-segments.ts';
import { DESCRIBING, FUNCTION_WORDS, GIVEN_NAMES, isListed, isOrdinary, TITLES, WORD_NAMES } from './name-words.ts';

/** Segments that are a name and nothing else. */
export function readBare(
  segments: readonly Segment[],
  context: SentenceContext,
  sentence: string,
  foundHere: boolean,
): void {
  const { candidates, place } = context;
  if (isChoice(segments, sentence)) return;
  segments.forEach((segment, index) => {
    const isWhole = place.isOnly && segments.length === 1;
    const isSentence = segments.length === 1;
    const isEdge = index === segments.length - 1 || index === 0;
    if (/^(?:not|never|isn't)\b/.test(segment.joined) || isRemark(segment)) return;
    const capture = captureAlone(segment);
    if (capture === null || isForeignRemark(segment)) return;
    const first = capture.name.split(' ')[0] ?? '';
    const lower = first.toLowerCase();
    // "That's sweet".
    if (
      DESCRIBING.has(lower) &&
      /^(?:that's|thats|it's|its|so|very|really|how)\b/.test(segment.joined) &&
      !segment.text.includes(first)
    )
      return;
    const isCapital = segment.text.includes(first) && (first !== lower || lower.toUpperCase() === lower);
    const isKnown = GIVEN_NAMES.has(lower);
    const isShouted = /\p{L}{4}/u.test(first) && first === first.toUpperCase() && lower !== first && !isKnown;
    if (
      !isWhole &&
      (isShouted ||
        (VOCATIVES.has(lower) && !(isCapital && index === 0 && place.isFirst)) ||
        /\/\S{0,20}$/.test(segment.text))
    )
      return;
    // "Names are for humans, skip": a word in small letters is a name only where hardly anything stands beside it.
    if (
      !isWhole &&
      !isCapital &&
      WORD_NAMES.has(lower) &&
      segments.some((other, at) => at !== index && other.words.length > 2)
    )
      return;
    const othersAreFillers = segments.every((other, at) => at === index || isRemark(other));
    const plausible =
      isWhole ||
      segment.bracketed ||
      (isCapital || isKnown ? isEdge || othersAreFillers : (isSentence || isEdge) && othersAreFillers && place.isLast);
    if (!plausible || (foundHere && !segment.bracketed && !/^(?:please )?just\b|\bplease$/.test(segment.joined)))
      return;
    // "Siobhán (shi-vawn)" says how it sounds.
    if (segment.bracketed && !isKnown && segment.text === segment.text.toLowerCase() && lower.toUpperCase() !== lower)
      return;
    if (segment.bracketed && !candidates.some(({ strength }) => strength <= STATED)) return;
    candidates.push({ name: capture.name, strength: bareStrength(segment, candidates) });
  });
}

/** "Messi or Ronaldo?" asks which; it is nobody's name. */
const isChoice = ([segment]: readonly Segment[], sentence: string): boolean =>
  sentence.endsWith('?') && segment !== undefined && / or /.test(segment.joined);

function bareStrength(segment: Segment, candidates: readonly Candidate[]): number {
  // Letter by letter is how somebody makes sure.
  if (/^(?:\p{L} ){2,}\p{L}$|^\p{L}(?:-\p{L}){2,}$/u.test(segment.joined)) return USUAL;
  if (/^(?:so |and |but |please |or )?(?:just|please|only|simply)\b/.test(segment.joined)) return WANTED;
  if (/\bplease$/.test(segment.joined)) return USUAL;
  if (segment.bracketed && candidates.length > 0) return STATED + 1;
  return BARE;
}

/** A segment made of everyday words only. A capital shields what merely ends like one: HAMISH, Aisling. */
function isRemark(segment: Segment): boolean {
  if (segment.words.length > 1 && isTitled(segment)) return false;
  return segment.words.every(
    (word) =>
      FUNCTION_WORDS.has(word.lower) ||
      ((word.text === word.lower ? isOrdinary(word.lower) : isListed(word.lower)) &&
        !WORD_NAMES.has(word.lower) &&
        !isInitials(word)),
  );
}

/** "Mr Bean". */
const isTitled = ({ words: [title, name] }: Segment): boolean =>
  title !== undefined && name !== undefined && TITLES.has(title.lower) && name.text !== name.lower;

/** Words of another language that greet, agree, decline or describe. */
function isForeignRemark(segment: Segment): boolean {
  return (
    segment.words.every(({ lower }) => FOREIGN_STOP.has(lower) || UNCASED_STOP.has(lower)) ||
    (segment.words.length > 1 &&
      segment.words.some(({ text, lower }) => text === lower && FOREIGN_FUNCTION.has(lower))) ||
    (segment.words[0]?.text === segment.words[0]?.lower && FOREIGN_FUNCTION.has(segment.words[0]?.lower ?? '')) ||
    (segment.words.length > 1 && FOREIGN_FUNCTION.has(segment.words[0]?.lower ?? ''))
  );
}
