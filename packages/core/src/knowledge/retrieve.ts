import { buildInvertedIndex, type InvertedIndex, informationOf, PASSAGES_A_STEP } from './inverted-index.ts';
import { meaningOfQuestion, nearestWholes, nearness } from './meaning.ts';
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
/** What the nearest passage in meaning is worth beside the best one by words, which counts 1. */
const MEANING_WEIGHT = 2;
/** A passage that shares no word with the question is found from this nearness: nine in ten questions are nearer to theirs. */
const LEAST_NEARNESS = 0.35;
/** From here nearness answers: one in twenty questions off topic comes as near to a passage, and holds no word of the subject. */
const ANSWERING_NEARNESS = 0.65;
/** What was said before says what "it" is, and must not outweigh a word of the question itself. */
const CONTEXT_WEIGHT = 0.3;
/** And all of it together, of what a question that names its own subject says. */
const MOST_CONTEXT = 0.5;
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
    const dimensions = terms[0]?.meaning.whole.length ?? 0;
    const wholes = new Float32Array(terms.length * dimensions);
    for (const [place, { meaning }] of terms.entries()) wholes.set(meaning.whole, place * dimensions);
    yield;
    return searchOf({
      passages,
      termsOf: terms,
      inverted,
      wholes,
      vocabulary: this.#vocabulary.knowing(written),
      numbering: this.#numberings.terms,
    });
  }
}

/** What a search looks in. */
interface SearchedParts {
  readonly passages: readonly Passage[];
  readonly termsOf: readonly PassageTerms[];
  readonly inverted: InvertedIndex;
  /** What each passage means as a whole, one vector after the other. */
  readonly wholes: Float32Array;
  readonly vocabulary: Vocabulary;
  readonly numbering: Numbering;
}

function searchOf({ passages, termsOf, inverted, wholes, vocabulary, numbering }: SearchedParts): KnowledgeIndex {
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
      const before = context.join('. ');
      const meaning = meaningOfQuestion(question, before, asked.length === 0 ? 1 : CONTEXT_WEIGHT);
      const scoreOf = new Map(inverted.search(weighted, RANKED_CLOSELY).map(({ place, score }) => [place, score]));
      for (const place of nearestWholes(meaning, wholes, RANKED_CLOSELY)) {
        if (!scoreOf.has(place)) scoreOf.set(place, 0);
      }
      const judged = [...scoreOf].flatMap(([place, score]) => {
        const [passage, parts] = [passages[place], termsOf[place]];
        if (passage === undefined || parts === undefined) return [];
        const { phrasings } = parts;
        const near = nearness(meaning, parts.meaning);
        if (score === 0 && near < LEAST_NEARNESS) return [];
        const names = namesOf(phrasings, inverted, passages.length);
        const covers = (part: readonly MeasuredTerm[]) => coverage(part, inverted, place, names);
        const likeness = (part: readonly MeasuredTerm[]) =>
          Math.max(0, ...phrasings.map((phrasing) => likenessOf(part, phrasing, informationOfNumber)));
        const covered = covers(whole);
        const answers =
          measuredClauses.some((clause) => isAnswer(covers(clause))) ||
          readings.some(
            (part) => isAnswer(covers(part)) || isLike(covers(part), likeness(part)) || isNear(covers(part), near),
          );
        // Coverage and likeness beside relevance: a passage that speaks to the whole question, or is asked for in the
        // same words, goes before one that repeats a word of it.
        return [{ passage, answers, near, lexical: score * (0.5 + covered.share) * (0.3 + likeness(whole)) }];
      });
      // Words find what is named, meaning what is not: neither has the last word.
      const most = Math.max(...judged.map(({ lexical }) => lexical), Number.MIN_VALUE);
      return judged
        .map(({ passage, answers, near, lexical }) => ({
          passage,
          score: lexical / most + MEANING_WEIGHT * Math.max(0, near),
          answers,
        }))
        .sort((one, other) => other.score - one.score)
        .slice(0, limit);
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
  return [...asked, ...further.map((term) => ({ ...term, weight: term.weight * contextShare(asked, further) }))];
}

/**
 * How much each term of what was said before counts. Where the question names a subject of its own, all of them together
 * count no more than {@link MOST_CONTEXT} of it: several answers about one thing would else outvote a change of subject.
 */
function contextShare(asked: readonly QueryTerm[], before: readonly QueryTerm[]): number {
  if (asked.length === 0) return 1;
  const namesSubject = asked.some(({ ofSubject, weight }) => ofSubject && weight === 1);
  if (!namesSubject) return CONTEXT_WEIGHT;
  const weightOf = (terms: readonly QueryTerm[]) => terms.reduce((sum, { weight }) => sum + weight, 0);
  return Math.min(CONTEXT_WEIGHT, (MOST_CONTEXT * weightOf(asked)) / Math.max(1, weightOf(before)));
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

/** Near in meaning, and a word of the subject says that it is no chance. */
function isNear(covered: Coverage, near: number): boolean {
  return covered.ofSubject && near >= ANSWERING_NEARNESS && covered.information >= LEAST_LIKE_INFORMATION;
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

/** A word that names a passage stands in no more than this part of all passages, */
const NAMING_SHARE = 0.02;
/** and in at least this part of its title and the ways it is asked for. */
const NAMING_PHRASINGS = 0.6;

/**
 * The terms that name a passage: those by which it is mostly asked for, and hardly any other is. They are of its subject
 * though no table of synonyms knows them, such as a plant a brand begins to sell.
 */
function namesOf(phrasings: readonly Uint32Array[], inverted: InvertedIndex, passageCount: number): Set<number> {
  const counts = new Map<number, number>();
  for (const phrasing of phrasings) for (const term of phrasing) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(1, passageCount * NAMING_SHARE);
  return new Set(
    [...counts.keys()].filter(
      (term) => (counts.get(term) ?? 0) >= phrasings.length * NAMING_PHRASINGS && inverted.passageCount(term) <= most,
    ),
  );
}

/** What part of the question a passage speaks to. */
function coverage(
  terms: readonly MeasuredTerm[],
  inverted: InvertedIndex,
  place: number,
  names: ReadonlySet<number>,
): Coverage {
  const certainty = (term: number) => inverted.certainty(term, place);
  let asked = 0;
  let covered = 0;
  let ofSubject = false;
  for (const { value, surety, number, nearNumbers, ofSubject: isSubject } of terms) {
    const direct = number === null ? 0 : certainty(number) * surety;
    asked += value;
    covered += value * Math.max(direct, ...nearNumbers.map((near) => certainty(near) * NEAR_WEIGHT));
    ofSubject ||= direct > 0 && (isSubject || (number !== null && names.has(number)));
  }
  return { share: asked === 0 ? 0 : covered / asked, information: covered, ofSubject };
}
