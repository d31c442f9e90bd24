import { genderOf } from '../extract/relations.ts';
import type { QuestionReading } from '../question-reading.ts';
import type { Passage, Pool } from './passages.ts';
import type { PersonSpan } from './spans.ts';

/** Of whom a stretch of a passage speaks. */
export type SpokenOf =
  | { readonly kind: 'self' }
  /** Null where a pronoun or a thing stands and nobody is named before it. */
  | { readonly kind: 'other'; readonly person: PersonSpan | null };

const SELF = /^(?:i|i'm|im|i've|ive|i'd|i'll|we|we're|we've|we'd|yo)$/;
const THIRD = /^(?:he|she|they|he's|she's|they're|hes|shes|he'll|she'll|he'd|she'd)$/;

/** Of whom the word at an index is said: the nearest subject before it, the person where none is named. */
export function subjectAt(passage: Passage, index: number, pool: Pool): SpokenOf {
  for (let place = Math.min(index, passage.words.length - 1); place >= 0; place -= 1) {
    const lower = passage.words[place]?.lower ?? '';
    if (SELF.test(lower)) return { kind: 'self' };
    if (THIRD.test(lower)) return { kind: 'other', person: antecedentOf(passage, place, pool) };
    const person = passage.people.find(({ from, to }) => place >= from && place < to);
    // "with my cousin", "for Nana": who stands after a preposition does nothing.
    if (person !== undefined && !isObject(person.lead)) return { kind: 'other', person };
    if (person !== undefined) place = person.from;
    // "Little one has chickenpox", "the garage said": a subject that is nobody by name.
    if (place > 0 && /^(?:has|is|was|says|said|does)$/.test(lower) && isNounPhrase(passage, place))
      return { kind: 'other', person: null };
  }
  return continued(passage, pool) ?? { kind: 'self' };
}

const DONE =
  /ed$|^(?:ran|went|got|had|made|lost|won|found|felt|met|saw|took|came|left|broke|quit|moved|woke|ate|drank|bought|sold|told|fell|tore|wrote|read|just|finally|been|started|trying|seeing|living|working|going)$/;

/** "Mum starts chemo on Monday. Breast cancer.": a sentence without a verb of its own goes on about the same person. */
function continued(passage: Passage, pool: Pool): SpokenOf | null {
  const first = passage.words[0]?.lower ?? '';
  if (
    passage.sentence === 0 ||
    DONE.test(first) ||
    passage.words.some(({ lower }) => SELF.test(lower) || /^(?:me|my|our|us)$/.test(lower))
  )
    return null;
  const before = pool.passages[pool.passages.indexOf(passage) - 1];
  const person = before?.message === passage.message ? before.people[0] : undefined;
  return person === undefined || before?.words.some(({ lower }) => SELF.test(lower)) === true
    ? null
    : { kind: 'other', person };
}

/** Whether what stands before a verb is a thing or somebody, not the person and no conjunction. */
function isNounPhrase({ words }: Passage, verb: number): boolean {
  const lower = words[verb - 1]?.lower ?? '';
  return (
    !/^(?:i|we|and|but|so|it|that|this|there|what|which|who|never|not|just|still|also|today)$/.test(lower) &&
    !/[.,;:!?]/.test(words[verb - 1]?.gap ?? '')
  );
}

const isObject = (lower: string): boolean =>
  /^(?:with|for|to|from|at|by|about|on|of|see|seeing|saw|met|meeting|visit|visiting|told|tell|gave|help|helped|love|miss|missed|after|see|called|between|than|against|adopt|adopting|adopted|got|get|getting|buy|buying|bought|took|take|taking|walk|walked|walking|feed|fed|feeding|picked|collect|collected)$/.test(
    lower,
  );

const HE = /^(?:he|him|his|he's|hes|he'd|he'll)$/;
const SHE = /^(?:she|her|hers|she's|shes|she'd|she'll)$/;

/** Whether "she" can stand for somebody: not for a brother. */
function fits({ relation }: PersonSpan, pronoun: string): boolean {
  const gender = genderOf(relation);
  return gender === null || !((gender === 'he' && SHE.test(pronoun)) || (gender === 'she' && HE.test(pronoun)));
}

/** Those in a sentence who are spoken of by "he", "she", "him" or "her", and where. */
export function referencesIn(passage: Passage, pool: Pick<Pool, 'passages'>): { at: number; person: PersonSpan }[] {
  return passage.words.flatMap(({ lower }, at) => {
    const person = HE.test(lower) || SHE.test(lower) ? antecedentOf(passage, at, pool) : null;
    return person === null ? [] : [{ at, person }];
  });
}

/** Whom a pronoun stands for: the last one named before it, in this sentence or those before. */
export function antecedentOf(passage: Passage, index: number, pool: Pick<Pool, 'passages'>): PersonSpan | null {
  const pronoun = passage.words[index]?.lower ?? '';
  const before = passage.people.findLast((person) => person.to <= index && fits(person, pronoun));
  if (before !== undefined) return before;
  const place = pool.passages.indexOf(passage);
  let back = 1;
  for (let other = place - 1; other >= 0 && other >= place - 4; other -= 1) {
    const earlier = pool.passages[other];
    if (earlier === undefined || earlier.message < passage.message - back) break;
    // A message between that speaks of the same "him" leads further back.
    if (earlier.words.some(({ lower }) => HE.test(pronoun) === HE.test(lower) && (HE.test(lower) || SHE.test(lower))))
      back = passage.message - earlier.message + 1;
    const person = earlier.people.findLast((one) => fits(one, pronoun));
    if (person !== undefined) return person;
  }
  return null;
}

/** The relation whose names a question wants: "who is my sister", "my friends", "which one is the cat"; null when it wants more. */
export function relationNeeded({ text, wanted, relations, names, terms }: QuestionReading): string | null {
  const [relation] = relations;
  if (relation === undefined || relations.length > 1 || names.length > 0) return null;
  const others = terms.filter(
    (term) =>
      term.relation === null &&
      !/^(?:first|new|old|older|young|younger|littl|big|best|name|oldest|youngest|elder)$/.test(term.lemma),
  );
  if (others.length > 1 || (others.length === 1 && wanted !== 'who')) return null;
  if (/\bwith\b/i.test(text)) return null;
  const asksName =
    /^(?:who(?:'s|s| is| are| was| were)|which one(?: of \S+)? is|what(?:'s|s| is| are| was| were|'re)) (?:my|our|the|mi)\b/i.test(
      text,
    ) ||
    /\b(?:called|named?|names|llama)\b/i.test(text) ||
    (wanted === 'about' && /^(?:my|our|the|all|who|mi|mis)\b/i.test(text));
  if (!asksName) return null;
  // "what is my sister's job": the noun it ends in is what is asked.
  if (others.length === 1 && /'s \p{L}+$/iu.test(text) && !/'s names?$/i.test(text)) return null;
  return relation;
}
