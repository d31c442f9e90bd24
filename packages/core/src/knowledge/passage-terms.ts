import { meaningOfPassage, type PassageMeaning } from './meaning.ts';
import type { Passage } from './passage.ts';
import { type Vocabulary, words } from './vocabulary.ts';

/** How much a match in a field says, relative to the body. Set by the retrieval set of the shipped knowledge. */
export const FIELDS = [
  { name: 'title', boost: 3, certainty: 1 },
  { name: 'questions', boost: 3, certainty: 1 },
  { name: 'tags', boost: 1, certainty: 1 },
  { name: 'answer', boost: 2, certainty: 0.9 },
  // A word of the title is what the passage is about, one of the body may be chance.
  { name: 'body', boost: 0.7, certainty: 0.6 },
] as const;

/** Texts as numbers from 0, each given once, so that what refers to them takes four bytes. */
export class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  get size(): number {
    return this.#texts.length;
  }
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    this.#numbers.set(text, number);
    this.#texts.push(text);
    return number;
  }
  find(text: string): number | null {
    return this.#numbers.get(text) ?? null;
  }
  textOf(number: number): string {
    return this.#texts[number] ?? '';
  }
}

/** How often each of some terms or words stands somewhere, by their numbers. */
export interface Counts {
  readonly numbers: Uint32Array;
  readonly counts: Uint16Array;
}

/** What a passage is found by, made once and used by every index it is in. */
export interface PassageTerms {
  /** Terms of each field, in the order of {@link FIELDS}. */
  readonly fields: readonly Counts[];
  /** The title and each way of asking, every one by itself: a question is like one of them, not like all together. */
  readonly phrasings: readonly Uint32Array[];
  /** Every word it holds: what misspellings are corrected towards. */
  readonly words: Counts;
  readonly meaning: PassageMeaning;
}

/** Terms and words of one assistant's passages, by number. */
export interface Numberings {
  readonly terms: Numbering;
  readonly words: Numbering;
}

export function termsOfPassage(
  passage: Passage,
  vocabulary: Vocabulary,
  { terms, words: known }: Numberings,
): PassageTerms {
  const texts = [
    passage.title,
    passage.questions.join('. '),
    passage.tags.join('. ').replaceAll('-', ' '),
    passage.answer,
    passage.body,
  ].map(words);
  return {
    fields: texts.map((found) => countsOf(vocabulary.termsOfWords(found), terms)),
    phrasings: [passage.title, ...passage.questions].map((phrasing) =>
      Uint32Array.from(vocabulary.termsOfPhrasing(words(phrasing)), (term) => terms.numberOf(term)),
    ),
    words: countsOf(texts.flat(), known),
    meaning: meaningOfPassage(passage),
  };
}

function countsOf(found: readonly string[], numbering: Numbering): Counts {
  const counts = new Map<number, number>();
  for (const each of found) {
    const number = numbering.numberOf(each);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return { numbers: Uint32Array.from(counts.keys()), counts: Uint16Array.from(counts.values()) };
}
