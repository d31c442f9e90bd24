import { type AnswerContext, type Found, found, isGrammar, retoldAround, shortOf } from './context.ts';
import { lemmaOf } from './lemma.ts';
import { membersOf } from './meanings.ts';
import { type MeaningOf, nearnessOf } from './gather.ts';
import type { Passage } from './passages.ts';
import { asSentence, countTokens, saidToThem } from './phrasing.ts';
import type { Relevance } from './relevance.ts';

/**
 * What weighs in the choice of the sentence that comes closest, and what it must come to. Set by trial on our labelled
 * conversations: lower, and what was never told is answered; higher, and what was told in other words is not.
 */
const WEIGHT = { words: 0.6, meaning: 0.7, kind: 0.18, spokenOf: 0.25 } as const;
const LEAST = 0.32;
/** Nearness in meaning that is no accident. */
const NEAR = 0.24;
/** Longest sentence told whole, in words; of a longer one, the part around what was asked. */
const WHOLE = 18;
/** The same where nothing is said before it. */
const ROOMY = 21;

/** What is known that comes near, where it may not be what was asked: the sentence, and those beside it that there is room for. */
export function onlyTold({ passages: [passage] }: Found, context: AnswerContext): Found | null {
  if (passage === undefined) return null;
  const { text, passages } = withBeside(passage, context);
  return found(`I'm not sure. You told me this: ${text}.`, passages, [], true);
}

/** Share of the question's words that a sentence has when it needs no other beside it. */
const BY_ITSELF = 0.75;

/** An answer of one sentence that has only part of what was asked, with what was said beside it. */
export function toldWhole(answer: Found, context: AnswerContext): Found {
  const [passage] = answer.passages;
  const { wanted } = context.reading;
  if (answer.abstains || passage === undefined || answer.passages.length > 1 || answer.facts.length > 0) return answer;
  if (!/^(?:what|why|how|about)$/.test(wanted) || !isAllOf(answer.text, passage)) return answer;
  const relevance = context.ranked.find(
    ({ passage: own }) => own.message === passage.message && own.sentence === passage.sentence,
  );
  if (relevance === undefined) return answer;
  // "What happened to my camera?", "what was Agatha?": whom or what it is about is all the question has.
  const hasDoing = context.reading.terms.length > 1 && !/\bhappen(?:ed|s)?\b/i.test(context.reading.text);
  if (hasDoing && relevance.direct >= BY_ITSELF) return answer;
  const { text, passages } = withBeside(passage, context, ROOMY);
  return passages.length < 2 ? answer : found(asSentence(text), passages);
}

/** Whether an answer tells a whole short sentence, not a part of it that was picked out. */
function isAllOf(text: string, { words }: Passage): boolean {
  const length = countTokens(text);
  return length >= 3 && length >= words.length - 3 && words.length <= WHOLE;
}

/** A sentence said to the person with those of its message that fit beside it, those after it first. */
function withBeside(
  passage: Passage,
  { pool }: AnswerContext,
  most = WHOLE,
): { text: string; passages: readonly Passage[] } {
  // A second look reads the messages anew: its sentences are found again by their place.
  const place = pool.passages.findIndex(
    ({ message, sentence }) => message === passage.message && sentence === passage.sentence,
  );
  const isOfMessage = (other: Passage | undefined): other is Passage => other?.message === passage.message;
  let chosen: readonly Passage[] = [passage];
  const size = (some: readonly Passage[]): number => some.reduce((sum, { words }) => sum + words.length, 0);
  for (let step = 1; step <= 3; step += 1) {
    for (const other of [pool.passages[place + step], pool.passages[place - step]]) {
      if (!isOfMessage(other) || size([...chosen, other]) > most) continue;
      chosen = [...chosen, other].sort((one, another) => one.sentence - another.sentence);
    }
  }
  const said = chosen.map(({ text }) => saidToThem(text)).join('; ');
  return { text: shortOf(said, pool.messages, most + 2), passages: chosen };
}

/**
 * Where no rule reads the answer out of what was told: the person's own sentence that comes closest, said to them. It must
 * have what kind of thing is asked for (a time for "when", somebody for "who"), whom the question names, and share a word or
 * its meaning with the question; else there is none.
 */
export function closestTold(
  context: AnswerContext,
  meaningOf: MeaningOf | undefined,
  spokenOf: ReadonlySet<number>,
): Found | null {
  const { reading } = context;
  if (reading.wanted === 'polar' || reading.wanted === 'own-name' || reading.wanted === 'everything') return null;
  if (ASKS_NAME.test(reading.text) || reading.terms.some(({ lemma }) => lemma === FAVOURITE)) return null;
  // How old others are is told of them or it isn't.
  if (reading.wanted === 'age' && !/\b(?:i|we)\b/i.test(reading.text)) return null;
  // Of where somebody is from or at home, a sentence that only names them says nothing.
  if (
    reading.wanted === 'where' &&
    ABIDING.test(reading.text) &&
    reading.terms.every(({ relation, weight }) => relation !== null || weight > 1)
  )
    return null;
  const asked = reading.words.filter(({ lemma }) => reading.terms.some((term) => term.lemma === lemma));
  const [best] = context.ranked
    .map((relevance) => ({
      relevance,
      score: scoreOf(
        relevance,
        asked.map(({ lower }) => lower),
      ),
    }))
    .filter(({ score }) => score >= LEAST)
    .sort((one, other) => other.score - one.score);
  if (best === undefined) return null;
  const { passage } = best.relevance;
  if (countTokens(passage.text) > WHOLE) return found(asSentence(retoldAround(best.relevance, context)), [passage]);
  const { text, passages } = withBeside(passage, context, ROOMY);
  return found(asSentence(text), passages);

  function scoreOf(relevance: Relevance, words: readonly string[]): number {
    const { passage: own, unmatched, score } = relevance;
    const names = reading.names.map(lemmaOf);
    if (unmatched.some(({ lemma, relation }) => relation !== null || names.includes(lemma))) return 0;
    if (!hasKind(own, context)) return 0;
    const near =
      meaningOf === undefined || words.length === 0
        ? 0
        : Math.max(
            nearnessOf(meaningOf, words.join(' '), own.words.map(({ lower }) => lower).join(' ')),
            ...words.map((word) => wordNearness(meaningOf, word, own) * 0.8),
          );
    const isSpokenOf = spokenOf.has(own.message);
    if (score === 0 && near < NEAR && !(isSpokenOf && KIND_OF[reading.wanted] !== undefined)) return 0;
    return (
      score * WEIGHT.words +
      Math.max(0, near) * WEIGHT.meaning +
      (KIND_OF[reading.wanted] === undefined ? 0 : WEIGHT.kind) +
      (isSpokenOf ? WEIGHT.spokenOf : 0)
    );
  }
}

const ABIDING = /\b(?:from|lives?|living|works?|working|based|born)\b/i;
const FAVOURITE = lemmaOf('favourite');
const ASKS_NAME = /\bnames?\b|\b(?:called|named)$/i;

function wordNearness(meaningOf: MeaningOf, word: string, { words }: Passage): number {
  return Math.max(
    0,
    ...words
      .filter(({ lower }) => lower.length > 2 && !isGrammar(lower))
      .map(({ lower }) => nearnessOf(meaningOf, word, lower)),
  );
}

/** What a sentence must have to answer a kind of question; of others nothing in particular is asked. */
const KIND_OF: Partial<Readonly<Record<AnswerContext['reading']['wanted'], (passage: Passage) => boolean>>> = {
  when: ({ dates, text }) => dates.length > 0 || /\b(?:when|after|before|since|until|till) /i.test(text),
  where: ({ places, words }) =>
    places.length > 0 ||
    words.some(({ isCapital, lower }, index) => index > 0 && isCapital && !/^i(?:'|$)/.test(lower)),
  who: ({ people }) => people.length > 0,
  whose: ({ people, words }) => people.length > 0 || words.some(({ isPossessive }) => isPossessive),
  age: ({ numbers }) => numbers.some(({ value }) => value > 0 && value < 120),
  count: ({ numbers }) => numbers.length > 0,
  amount: ({ numbers }) => numbers.length > 0,
  duration: ({ numbers, text }) => numbers.length > 0 || /\b(?:since|until|till)\b/i.test(text),
  frequency: ({ dates, text }) =>
    dates.length > 0 || /\b(?:always|never|often|sometimes|times|every|each)\b/i.test(text),
};

function hasKind(passage: Passage, { reading }: AnswerContext): boolean {
  if (KIND_OF[reading.wanted]?.(passage) === false) return false;
  // "What colour is my car?": a sentence without a colour is no answer.
  const members = reading.focus === null || reading.wanted !== 'what' ? null : membersOf(reading.focus);
  return members === null || passage.words.some(({ lemma }) => members.has(lemma) || lemma === reading.focus);
}
