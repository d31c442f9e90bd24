import { buildInvertedIndex, type InvertedIndex, informationOf, PASSAGES_A_STEP } from './inverted-index.ts';
import type { FoundPassage, Passage } from './passage.ts';
import { Numbering, type PassageTerms, termsOfPassage } from './passage-terms.ts';
import type { QueryTerm, SynonymGroup } from './vocabulary.ts';
import { Vocabulary } from './vocabulary.ts';

export interface KnowledgeIndex {
  /**
   * Passages for a question, best first; `limit` is 1 or more, 5 unless told. The first line is the question; further
   * lines are what was said before it and count for less, so that they decide only what the question leaves open. A
   * question of stop words finds nothing.
   */
  search(query: string, limit?: number): FoundPassage[];
}

const NEAR_WEIGHT = 0.35;

/**
 * A passage answers when it covers this share of the question's information (inverse document frequency), and at least
 * this much of it in absolute terms: a bare "hair", which every passage holds, asks nothing. Both are where the
 * retrieval set's false answers reach zero without losing questions.
 */
const LEAST_COVERED_SHARE = 0.44;
const LEAST_COVERED_INFORMATION = 1.4;
/** A word that no passage holds is as likely chatter as what the question is about, so it counts for this part of its rarity. */
const UNKNOWN_SHARE = 0.7;
/** Or when it is asked for in words this much like the question's. */
const LEAST_LIKENESS = 0.45;
/** "I hate my hair" is as like "hair" as can be, and says nothing of what is asked. */
/** "Tangled my headphones" is half of how a knot is asked about; the other half is what it is about. */
const LEAST_LIKE_SHARE = 0.4;
const LEAST_LIKE_INFORMATION = 0.25;
const LEAST_TERMS_OF_A_STORY = 5;
const LEAST_TERMS_OF_A_CLAUSE = 2;
/** What was said before says what "it" is, and must not outweigh a word of the question itself. */
const CONTEXT_WEIGHT = 0.3;
/** Results that are compared word by word; those further down never come first in the retrieval set. */
const RANKED_CLOSELY = 20;

/** Builds the index in memory. Throws a `RangeError` for contradictory synonyms. */
export function createKnowledgeIndex(
  passages: readonly Passage[],
  synonyms: readonly SynonymGroup[] = [],
): KnowledgeIndex {
  return new KnowledgeIndexer(synonyms).index(passages);
}

/**
 * Makes one index after another of passages that mostly stay: what a passage is found by is read once and kept as long
 * as the passage object is, so that an edit among thousands costs what is new and the putting together.
 */
export class KnowledgeIndexer {
  readonly #vocabulary: Vocabulary;
  readonly #numberings = { terms: new Numbering(), words: new Numbering() };
  readonly #termsOf = new WeakMap<Passage, PassageTerms>();

  /** Throws a `RangeError` for contradictory synonyms. */
  constructor(synonyms: readonly SynonymGroup[]) {
    this.#vocabulary = new Vocabulary(synonyms);
  }

  /** At once, for a start or a tool: a second or so for 5,000 passages that are new. */
  index(passages: readonly Passage[]): KnowledgeIndex {
    const steps = this.#build(passages);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same in steps of some milliseconds, between which `rest` lets the process answer. */
  async indexGently(passages: readonly Passage[], rest: () => Promise<void>): Promise<KnowledgeIndex> {
    const steps = this.#build(passages);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await rest();
    }
  }

  *#build(passages: readonly Passage[]): Generator<void, KnowledgeIndex> {
    const terms: PassageTerms[] = [];
    let read = 0;
    for (const passage of passages) {
      const known = this.#termsOf.get(passage);
      const ofPassage = known ?? termsOfPassage(passage, this.#vocabulary, this.#numberings);
      terms.push(ofPassage);
      if (known !== undefined) continue;
      this.#termsOf.set(passage, ofPassage);
      read += 1;
      if (read % PASSAGES_A_STEP === 0) yield;
    }
    const inverted = yield* buildInvertedIndex(terms);
    const written = new Map<string, number>();
    for (const { words } of terms) {
      for (const [each, number] of words.numbers.entries()) {
        const word = this.#numberings.words.textOf(number);
        written.set(word, (written.get(word) ?? 0) + (words.counts[each] ?? 0));
      }
    }
    yield;
    return searchOf(passages, terms, inverted, this.#vocabulary.knowing(written), this.#numberings.terms);
  }
}

function searchOf(
  passages: readonly Passage[],
  termsOf: readonly PassageTerms[],
  inverted: InvertedIndex,
  vocabulary: Vocabulary,
  numbering: Numbering,
): KnowledgeIndex {
  const information = (term: string) => {
    const number = numbering.find(term);
    const count = number === null ? 0 : inverted.passageCount(number);
    const value = informationOf(count, passages.length);
    return count === 0 ? value * UNKNOWN_SHARE : value;
  };
  const informationOfNumber = (term: number) => informationOf(inverted.passageCount(term), passages.length);

  return {
    search(query, limit = 5) {
      const [question = '', ...context] = query.split('\n');
      const asked = vocabulary.termsOfQuery(question);
      const terms = inContext(asked, vocabulary.termsOfQuery(context.join('. ')));
      if (terms.length === 0) return [];
      const clauses = clausesOf(question, asked.length, vocabulary);
      const measure = (part: readonly QueryTerm[]): MeasuredTerm[] =>
        part.map((term) => ({
          ...term,
          value: information(term.term) * term.weight,
          number: numbering.find(term.term),
          nearNumbers: term.near.flatMap((near) => numbering.find(near) ?? []),
        }));
      const whole = measure(terms);
      // What was said before may help a passage to answer, and must not keep it from it.
      const readings = context.length === 0 ? [whole] : [whole, measure(asked)];
      const measuredClauses = clauses.map(measure);
      const weighted = [...weightsOf(terms)].flatMap(([term, weight]) => {
        const number = numbering.find(term);
        return number === null ? [] : [{ term: number, weight }];
      });
      const found = inverted.search(weighted, RANKED_CLOSELY).flatMap(({ place, score }): FoundPassage[] => {
        const passage = passages[place];
        const phrasings = termsOf[place]?.phrasings ?? [];
        if (passage === undefined) return [];
        const covers = (part: readonly MeasuredTerm[]) => coverage(part, (term) => inverted.certainty(term, place));
        const likeness = (part: readonly MeasuredTerm[]) =>
          Math.max(0, ...phrasings.map((phrasing) => likenessOf(part, phrasing, informationOfNumber)));
        const covered = covers(whole);
        return [
          {
            passage,
            // Coverage and likeness beside relevance: a passage that speaks to the whole question, or is asked for in
            // the same words, goes before one that repeats a word of it.
            score: score * (0.5 + covered.share) * (0.3 + likeness(whole)),
            answers:
              measuredClauses.some((clause) => isAnswer(covers(clause))) ||
              readings.some((part) => isAnswer(covers(part)) || isLike(covers(part), likeness(part))),
          },
        ];
      });
      return found.sort((one, other) => other.score - one.score).slice(0, limit);
    },
  };
}

/** A term of a question with what it tells of it, in nats, and its numbers; null: no passage ever held it. */
interface MeasuredTerm extends QueryTerm {
  readonly value: number;
  readonly number: number | null;
  readonly nearNumbers: readonly number[];
}

/** A question's terms and, with less weight, those of what was said before it that it doesn't hold itself. */
function inContext(asked: readonly QueryTerm[], before: readonly QueryTerm[]): QueryTerm[] {
  const held = new Set(asked.map(({ term }) => term));
  const further = before.filter(({ term }) => !held.has(term));
  const share = asked.length === 0 ? 1 : CONTEXT_WEIGHT;
  return [...asked, ...further.map((term) => ({ ...term, weight: term.weight * share }))];
}

/**
 * The clauses of a long question, each as terms. People tell a story around what they ask ("took four days, I nearly
 * cried, is this normal?"); a passage that covers one clause well answers, though it knows nothing of the story.
 */
function clausesOf(query: string, termCount: number, vocabulary: Vocabulary): readonly QueryTerm[][] {
  if (termCount < LEAST_TERMS_OF_A_STORY) return [];
  const clauses = query
    .split(/[.,;:!?\n]+|\b(?:and|but|because|so)\b/i)
    .map((clause) => vocabulary.termsOfQuery(clause));
  return clauses.filter((clause) => clause.length >= LEAST_TERMS_OF_A_CLAUSE);
}

function isAnswer(covered: Coverage): boolean {
  return covered.ofSubject && covered.share >= LEAST_COVERED_SHARE && covered.information >= LEAST_COVERED_INFORMATION;
}

function isLike(covered: Coverage, likeness: number): boolean {
  return (
    covered.ofSubject &&
    likeness >= LEAST_LIKENESS &&
    covered.share >= LEAST_LIKE_SHARE &&
    covered.information >= LEAST_LIKE_INFORMATION
  );
}

/** Dice's coefficient of the question's terms and a phrasing's, weighted by information: 0 to 1. */
function likenessOf(
  terms: readonly MeasuredTerm[],
  phrasing: Uint32Array,
  informationOfNumber: (term: number) => number,
): number {
  let shared = 0;
  let asked = 0;
  for (const { value, surety, number, nearNumbers } of terms) {
    asked += value;
    if (number !== null && phrasing.includes(number)) shared += value * surety;
    else if (nearNumbers.some((near) => phrasing.includes(near))) shared += value * NEAR_WEIGHT;
  }
  let held = 0;
  for (const term of phrasing) held += informationOfNumber(term);
  return asked + held === 0 ? 0 : Math.min(1, (2 * shared) / (asked + held));
}

function weightsOf(terms: readonly QueryTerm[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { near } of terms) for (const term of near) weights.set(term, NEAR_WEIGHT);
  for (const { term, weight, surety } of terms) weights.set(term, weight * surety);
  return weights;
}

interface Coverage {
  /** Share of the question's information that the passage speaks to, 0 to 1. */
  readonly share: number;
  /** The same in nats. */
  readonly information: number;
  /** Whether a word of the subject is among it. */
  readonly ofSubject: boolean;
}

/** What part of the question a passage speaks to. `certainty` tells how surely it is about a term, 0 to 1. */
function coverage(terms: readonly MeasuredTerm[], certainty: (term: number) => number): Coverage {
  let asked = 0;
  let covered = 0;
  let ofSubject = false;
  for (const { value, surety, number, nearNumbers, ofSubject: isSubject } of terms) {
    const direct = number === null ? 0 : certainty(number) * surety;
    asked += value;
    covered += value * Math.max(direct, ...nearNumbers.map((near) => certainty(near) * NEAR_WEIGHT));
    ofSubject ||= isSubject && direct > 0;
  }
  return { share: asked === 0 ? 0 : covered / asked, information: covered, ofSubject };
}
