import { type Candidate, captureName, nameKey } from './name-candidates.ts';
import { FORMAL, STATED } from './name-leads.ts';
import { segmentsOf } from './name-segments.ts';
import { GIVEN_NAMES, WORD_NAMES } from './name-words.ts';

/** Weaker than any wording that is known to give a name. */
const MENTIONED = FORMAL - 8;
/** Over who somebody is, under what they want to be called. */
const SHORT_FORM = STATED + 4;
/** What speaks of how somebody is called. */
const NAME_TALK =
  /\b(?:name[ds]?|nickname[ds]?|call(?:s|ed)?|known|go(?:es)? by|went by|born|baptised|baptized|christened|spell(?:ed)?|spelt|sounds? like|rhymes? with|shorten(?:ed)?|alias|answer to|dub(?:bed)?)\b/i;
/** Others, who would then be the ones who are called that; and questions. */
const OTHERS_OR_QUESTION =
  /\?\s*$|\b(?:he|she|him|his|her|hers|their|theirs|its|your|yours|our)\b|\bmy (?!(?:(?:first|real|full|given|middle|pet|stage|chosen|preferred|legal|old|new|best|close|whole) )?(?:names?|nickname|mates?|friends|family|parents|mum|mom|mother|dad|father|gran\S{0,6})\b)|\b(?:named|called|call|calls) (?:my|the|a|an|our|it|him|her|them|you)\b|\b(?:is|was|are) (?:called|named)\b/i;

/**
 * The one name in a sentence that speaks of naming in words no table knows: "they gave me the name Leilani". Only a single
 * capitalised name that is no everyday word counts, and none where others are spoken of.
 */
export function readMentioned(sentence: string, candidates: Candidate[]): void {
  if (!NAME_TALK.test(sentence) || OTHERS_OR_QUESTION.test(sentence)) return;
  const [name, ...further] = namesIn(sentence);
  if (name !== undefined && further.length === 0) candidates.push({ name, strength: MENTIONED });
}

/** The capitalised names in a sentence, each once; its first word counts only when it is a known given name. */
function namesIn(sentence: string): string[] {
  const found = new Set<string>();
  for (const segment of segmentsOf(sentence)) {
    for (let index = 0; index < segment.words.length; index += 1) {
      const word = segment.words[index];
      if (word === undefined || !/^\p{Lu}\p{Ll}/u.test(word.text)) continue;
      const capture = captureName(segment, index, 'alone');
      if (capture === null || WORD_NAMES.has(word.lower)) continue;
      if (index === 0 && segment.words.length > 1 && !GIVEN_NAMES.has(word.lower)) continue;
      found.add(capture.name);
      index = capture.next - 1;
    }
  }
  return [...found];
}

/** Sentences that tell of a choice, or that set a form apart, leave the full name standing. */
const LEAVES_BOTH = /\b(?:or|either|both|whichever|whatever)\b(?!,)|\//i;

/**
 * A full name and, after it, its short form, whatever stands between: "Barbara or, as my friends say, Babs", "surname
 * Fitzgerald, hence Fitz". The short form is what the person goes by.
 */
export function readShortForm(text: string, rejected: ReadonlySet<string>, candidates: Candidate[]): void {
  if (LEAVES_BOTH.test(text)) return;
  const names = namesIn(text).filter((name) => !name.includes(' '));
  const [full, short, ...further] = names;
  if (full === undefined || short === undefined || further.length > 0 || rejected.has(nameKey(short))) return;
  if (short.length < full.length && folded(full).startsWith(folded(short).slice(0, 2)))
    candidates.push({ name: short, strength: SHORT_FORM });
}

const folded = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
