import type { Evidence, Fact } from '../fact.ts';
import { type QuestionReading, readingOf } from '../question-reading.ts';
import { acquaintancesIn, lookupsOf } from './acquaintances.ts';
import { amendedFacts } from './amendments.ts';
import type { AnswerContext } from './context.ts';
import { lemmaOf } from './lemma.ts';
import { type Passage, poolOf } from './passages.ts';
import { type Acquaintances, type Relevance, ranked } from './relevance.ts';

/** A text as a vector of length 1, such as the in-process embedder gives: how near two are in meaning is their product. */
export type MeaningOf = (text: string) => ArrayLike<number>;

export interface Gathered {
  readonly question: string;
  readonly name: string | null;
  readonly facts: readonly Fact[];
  readonly evidence: readonly Evidence[];
  readonly history: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
  readonly now: Date;
  readonly timeZone: string;
  readonly seed: string;
  readonly meaningOf?: MeaningOf;
}

/** Facts that are read for one question: the direct read gives a few dozen. */
const MOST_FACTS = 400;
/** Questions before this one that it may lean on, and how much the second counts against the first. */
const LEANT_ON = [1, 0.6] as const;
/** Weight of what was just spoken of, in a question without words of its own that decide, and in one with them. */
const LEANING_WEIGHT = { bare: 0.6, own: 0.35 } as const;

/**
 * What an answer is made from. `loosely`: for a second look, when the words of the question found nothing: what is near in
 * meaning and what was just spoken of count too.
 */
export function gathered(input: Gathered, loosely: boolean): AnswerContext {
  const own = readingOf(input.question);
  const pool = poolOf(input.evidence);
  const facts = amendedFacts(
    input.facts.slice(-MOST_FACTS),
    [...input.evidence]
      .sort((one, other) => one.saidAt.getTime() - other.saidAt.getTime())
      .map(({ text, saidAt }) => ({ text: text.slice(0, 600), saidAt })),
  );
  const acquaintances = acquaintancesIn(facts, pool.passages);
  const lookups = lookupsOf(acquaintances);
  const asksWish = /\b(?:dream|wish|want|would|hope|plan|if|think|thinking|consider\w*)\b/i.test(own.text);
  const told = pool.passages.filter(({ isHypothetical }) => !isHypothetical);
  const passages = told.length > 0 && !asksWish ? told : pool.passages;
  const before = questionsBefore(input);
  const focus = before.length === 0 ? null : focusOf(before, passages, lookups, input);
  const reading = own.isFollowUp ? withAntecedents(own, before) : own;
  const direct = ranked(own.terms, passages, lookups);
  const leaning = own.isFollowUp && focus !== null ? direct.map((one) => leant(one, focus, own)) : direct;
  const look = loosely ? leaning.flatMap((one) => loosened(one, focus, own, input.meaningOf)) : leaning;
  return {
    reading,
    facts,
    pool,
    acquaintances,
    lookups,
    ranked: [...look].sort((one, other) => other.score - one.score),
    now: input.now,
    timeZone: input.timeZone,
    seed: input.seed,
    name: input.name,
  };
}

/** The questions that this one may go on with, latest first. */
function questionsBefore({ history }: Gathered): readonly QuestionReading[] {
  return history
    .filter(({ role }) => role === 'user')
    .slice(-LEANT_ON.length)
    .reverse()
    .map(({ text }) => readingOf(text.slice(-600)));
}

/** How much each passage was spoken of just before, 0 to 1: by the questions before, and by whom the last answer named. */
function focusOf(
  before: readonly QuestionReading[],
  passages: readonly Passage[],
  lookups: Acquaintances,
  { history }: Gathered,
): ReadonlyMap<Passage, number> {
  const focus = new Map<Passage, number>();
  before.forEach((reading, index) => {
    for (const { passage, score } of ranked(reading.terms, passages, lookups)) {
      const weighed = score * (LEANT_ON[index] ?? 0);
      if (weighed > (focus.get(passage) ?? 0)) focus.set(passage, weighed);
    }
  });
  const answered = history.findLast(({ role }) => role === 'assistant')?.text ?? '';
  const names = readingOf(answered.slice(0, 200)).names.map(lemmaOf);
  for (const passage of passages) {
    if (names.some((name) => passage.lemmas.has(name)))
      focus.set(passage, Math.min(1, (focus.get(passage) ?? 0) + 0.2));
  }
  return focus;
}

/** A question that leans on the one before ("when is it?") is answered where that one was. */
function leant(relevance: Relevance, focus: ReadonlyMap<Passage, number>, own: QuestionReading): Relevance {
  const spokenOf = focus.get(relevance.passage) ?? 0;
  const weight = own.terms.reduce((sum, term) => sum + term.weight, 0);
  if (weight === 0) return { ...relevance, score: spokenOf, enough: spokenOf, direct: spokenOf };
  const share = own.terms.some((term) => term.weight >= 1) ? LEANING_WEIGHT.own : LEANING_WEIGHT.bare;
  const score = (relevance.score * weight + spokenOf * share) / (weight + share);
  return {
    ...relevance,
    score,
    enough: Math.max(score, relevance.enough),
    direct: Math.max(relevance.direct, spokenOf / 2),
  };
}

/** "He", "she" and "they" of a question stand for whom the one before asked about. */
function withAntecedents(own: QuestionReading, before: readonly QuestionReading[]): QuestionReading {
  const hasPerson = /\b(?:he|she|him|her|his|they|them|their|he's|she's)\b/i.test(own.text);
  if (!hasPerson) return own;
  return {
    ...own,
    relations: own.relations.length > 0 ? own.relations : before.flatMap(({ relations }) => relations).slice(0, 1),
    names: own.names.length > 0 ? own.names : (before[0]?.names ?? []),
  };
}

/**
 * How words, meaning and what was just spoken of count in a second look, and what they must come to. Set by trial on our
 * labelled conversations. Of 269 questions of two batches, four in five answerable ones had a sentence as near in meaning as
 * .3, but so had 11 of the 21 unanswerable ones: nearness alone decides nothing, the rules below turn those away.
 */
const SECOND_LOOK = { words: 0.55, meaning: 0.6, focus: 0.3, least: 0.36 } as const;
const FAVOURITE = lemmaOf('favourite');
/** How near in meaning to something in the sentence the noun after "what" has to be. */
const NOUN_NEAR = 0.33;

/** The passage with a second look's score; none where it lacks a name, a relation or the very noun that is asked for. */
function loosened(
  relevance: Relevance,
  focus: ReadonlyMap<Passage, number> | null,
  own: QuestionReading,
  meaningOf: MeaningOf | undefined,
): Relevance[] {
  const { passage, unmatched } = relevance;
  const names = own.names.map(lemmaOf);
  if (unmatched.some(({ lemma, relation }) => relation !== null || names.includes(lemma))) return [];
  const isOwnMatter = /\b(?:my|our)\b/i.test(own.text);
  const asked = own.words
    .filter(({ lemma }) => own.terms.some((term) => term.lemma === lemma))
    .map(({ lower }) => lower);
  const near =
    meaningOf === undefined || asked.length === 0
      ? 0
      : nearnessOf(meaningOf, asked.join(' '), passage.words.map(({ lower }) => lower).join(' '));
  // Another favourite is no answer, however near.
  if (unmatched.some(({ lemma }) => lemma === own.focus) && own.terms.some(({ lemma }) => lemma === FAVOURITE))
    return [];
  if (own.wanted === 'what' && unmatched.some(({ lemma }) => lemma === own.focus)) {
    const noun = own.words.find(({ lemma }) => lemma === own.focus)?.lower ?? '';
    const best =
      meaningOf === undefined
        ? 0
        : Math.max(
            0,
            ...passage.words
              .filter((_, index) => !relevance.matched.includes(index))
              .map(({ lower }) => nearnessOf(meaningOf, noun, lower)),
          );
    if (best < NOUN_NEAR) return [];
  }
  const spokenOf = isOwnMatter ? 0 : (focus?.get(passage) ?? 0);
  const score =
    relevance.score * SECOND_LOOK.words + Math.max(0, near) * SECOND_LOOK.meaning + spokenOf * SECOND_LOOK.focus;
  if (score < SECOND_LOOK.least) return [];
  const enough = Math.min(1, score / SECOND_LOOK.least / 1.6);
  return [
    {
      ...relevance,
      score: enough,
      enough,
      direct: Math.max(relevance.direct, enough / 2),
      unmatched: unmatched.filter(({ weight }) => weight >= 1 && own.wanted === 'polar'),
    },
  ];
}

/** How near two texts are in meaning, -1 to 1. */
export function nearnessOf(meaningOf: MeaningOf, one: string, other: string): number {
  const first = meaningOf(one);
  const second = meaningOf(other);
  let product = 0;
  for (let index = 0; index < Math.min(first.length, second.length); index += 1)
    product += (first[index] ?? 0) * (second[index] ?? 0);
  return Number.isFinite(product) ? product : 0;
}
