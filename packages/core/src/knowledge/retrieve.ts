import MiniSearch from 'minisearch';
import type { FoundPassage, Passage } from './passage.ts';
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

/** How much a match in a field says, relative to the body. Set by the retrieval set of the shipped knowledge. */
const FIELD_BOOST = { title: 3, questions: 3, tags: 1, answer: 2, body: 0.7 };
const FIELDS = Object.keys(FIELD_BOOST);

/** How surely a term that stands in a field is what the passage is about: a word of the title is, one of the body may be chance. */
const FIELD_CERTAINTY: Readonly<Record<string, number>> = { title: 1, questions: 1, tags: 1, answer: 0.9, body: 0.6 };
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
  const vocabulary = new Vocabulary(synonyms);
  const passageOfId = new Map(passages.map((passage) => [passage.id, passage]));
  const index = new MiniSearch<Record<string, string>>({
    fields: FIELDS,
    tokenize: (text) => text.split('\n'),
    processTerm: (term) => term,
  });
  const documentCounts = new Map<string, number>();
  for (const passage of passages) {
    const document = termsOfFields(passage, vocabulary);
    index.add({ id: passage.id, ...document });
    for (const term of new Set(Object.values(document).flatMap((terms) => terms.split('\n')))) {
      documentCounts.set(term, (documentCounts.get(term) ?? 0) + 1);
    }
  }
  const information = (term: string) => {
    const documentCount = documentCounts.get(term) ?? 0;
    const value = informationOf(documentCount, passages.length);
    return documentCount === 0 ? value * UNKNOWN_SHARE : value;
  };

  const phrasingsOfId = new Map(passages.map((passage) => [passage.id, phrasingsOf(passage, vocabulary)] as const));

  return {
    search(query, limit = 5) {
      const [question = '', ...context] = query.split('\n');
      const asked = vocabulary.termsOfQuery(question);
      const terms = inContext(asked, vocabulary.termsOfQuery(context.join('. ')));
      if (terms.length === 0) return [];
      const weights = weightsOf(terms);
      const clauses = clausesOf(question, asked.length, vocabulary);
      const results = index.search([...weights.keys()].join('\n'), {
        boost: FIELD_BOOST,
        boostTerm: (term) => weights.get(term) ?? 1,
      });
      const found = results.slice(0, RANKED_CLOSELY).flatMap((result): FoundPassage[] => {
        const passage = passageOfId.get(String(result.id));
        if (passage === undefined) return [];
        const phrasings = phrasingsOfId.get(passage.id) ?? [];
        const covers = (part: readonly QueryTerm[]) => coverage(part, result.match, information);
        const likeness = (part: readonly QueryTerm[]) =>
          Math.max(0, ...phrasings.map((phrasing) => likenessOf(part, phrasing, information)));
        const covered = covers(terms);
        // What was said before may help a passage to answer, and must not keep it from it.
        const readings = context.length === 0 ? [terms] : [terms, asked];
        return [
          {
            passage,
            // Coverage and likeness beside relevance: a passage that speaks to the whole question, or is asked for in
            // the same words, goes before one that repeats a word of it.
            score: result.score * (0.5 + covered.share) * (0.3 + likeness(terms)),
            answers:
              clauses.some((clause) => isAnswer(covers(clause))) ||
              readings.some((part) => isAnswer(covers(part)) || isLike(covers(part), likeness(part))),
          },
        ];
      });
      return found.sort((one, other) => other.score - one.score).slice(0, limit);
    },
  };
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

/** The title and each way of asking, every one by itself: a question is like one of them, not like all together. */
function phrasingsOf(passage: Passage, vocabulary: Vocabulary): ReadonlySet<string>[] {
  return [passage.title, ...passage.questions].map(
    (phrasing) => new Set(vocabulary.termsOfQuery(phrasing).map(({ term }) => term)),
  );
}

/** Dice's coefficient of the question's terms and a phrasing's, weighted by information: 0 to 1. */
function likenessOf(
  terms: readonly QueryTerm[],
  phrasing: ReadonlySet<string>,
  information: (term: string) => number,
): number {
  let shared = 0;
  let asked = 0;
  for (const { term, weight, surety, near } of terms) {
    const value = information(term) * weight;
    asked += value;
    if (phrasing.has(term)) shared += value * surety;
    else if (near.some((other) => phrasing.has(other))) shared += value * NEAR_WEIGHT;
  }
  let held = 0;
  for (const term of phrasing) held += information(term);
  return asked + held === 0 ? 0 : Math.min(1, (2 * shared) / (asked + held));
}

function termsOfFields(passage: Passage, vocabulary: Vocabulary): Record<keyof typeof FIELD_BOOST, string> {
  const terms = (text: string) => vocabulary.termsOfText(text).join('\n');
  return {
    title: terms(passage.title),
    questions: terms(passage.questions.join('. ')),
    tags: terms(passage.tags.join('. ').replaceAll('-', ' ')),
    answer: terms(passage.answer),
    body: terms(passage.body),
  };
}

/** Smoothed inverse document frequency, as in Okapi BM25 (Robertson and Zaragoza 2009), never negative. */
function informationOf(documentCount: number, passageCount: number): number {
  return Math.log(1 + (passageCount - documentCount + 0.5) / (documentCount + 0.5));
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

/** What part of the question a passage speaks to. */
function coverage(
  terms: readonly QueryTerm[],
  match: Readonly<Record<string, readonly string[]>>,
  information: (term: string) => number,
): Coverage {
  const certainty = (term: string) => Math.max(0, ...(match[term] ?? []).map((field) => FIELD_CERTAINTY[field] ?? 0));
  let asked = 0;
  let covered = 0;
  let ofSubject = false;
  for (const term of terms) {
    const value = information(term.term) * term.weight;
    const direct = certainty(term.term) * term.surety;
    asked += value;
    covered += value * Math.max(direct, ...term.near.map((other) => certainty(other) * NEAR_WEIGHT));
    ofSubject ||= term.ofSubject && direct > 0;
  }
  return { share: asked === 0 ? 0 : covered / asked, information: covered, ofSubject };
}
