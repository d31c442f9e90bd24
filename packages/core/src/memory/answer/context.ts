import type { Fact } from '../fact.ts';
import type { QuestionReading } from '../question-reading.ts';
import type { Acquaintance } from './acquaintances.ts';
import type { Passage, Pool } from './passages.ts';
import { atMost, asSentence, copies, countTokens, inOtherWords, saidToThem } from './phrasing.ts';
import type { Acquaintances, Relevance } from './relevance.ts';

/** What every kind of answer is made from. */
export interface AnswerContext {
  readonly reading: QuestionReading;
  readonly facts: readonly Fact[];
  readonly pool: Pool;
  readonly acquaintances: readonly Acquaintance[];
  readonly lookups: Acquaintances;
  /** All passages by how well they answer to the question, best first. */
  readonly ranked: readonly Relevance[];
  readonly now: Date;
  readonly timeZone: string;
  readonly seed: string;
  readonly name: string | null;
}

/** An answer found, or an honest "not that you told me" where what was told comes near. */
export interface Found {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly facts: readonly Fact[];
  readonly abstains: boolean;
}

export const MAX_ANSWER_WORDS = 25;
/** Share of a question's words that a passage must answer to, measured on the labelled conversations: below it, most answers are of something else. */
export const ENOUGH = 0.55;

/** The passages that have enough to do with the question, best first. */
export function relevant({ ranked }: AnswerContext, least = ENOUGH): readonly Relevance[] {
  return ranked.filter(({ score, direct }) => score >= least && direct > 0);
}

export function found(
  text: string,
  passages: readonly Passage[],
  facts: readonly Fact[] = [],
  abstains = false,
): Found {
  return { text, passages, facts, abstains };
}

/** A passage said to the person, short, in other words than theirs where a run would be long. */
export function retold(passage: Passage, { pool }: AnswerContext, most = MAX_ANSWER_WORDS - 1): string {
  return shortOf(saidToThem(passage.text), pool.messages, most);
}

/** Any clause in the second person, bounded and without a long run of anyone's words. */
export function shortOf(clause: string, messages: readonly string[], most = MAX_ANSWER_WORDS - 1): string {
  return inOtherWords(atMost(clause, most), messages);
}

/** The sentence that a passage makes, or of it the part around the words that matter when it is long. */
export function retoldAround(
  { passage, matched }: Relevance,
  context: AnswerContext,
  also: readonly number[] = [],
): string {
  const whole = saidToThem(passage.text);
  if (countTokens(whole) <= 14 && !copies(whole, context.pool.messages)) return whole;
  const marks = [...matched, ...also];
  const from = Math.min(...marks, passage.words.length);
  const to = Math.max(...marks, 0);
  const clauses = clausesOfPassage(passage);
  const needed = clauses.filter(({ start, end }) => start <= to && end > from);
  if (needed.length === 0) return shortOf(whole, context.pool.messages);
  const first = needed[0];
  const last = needed.at(-1);
  const text = between(passage, first?.start ?? 0, last?.end ?? passage.words.length);
  const said = saidToThem(text);
  if (!copies(said, context.pool.messages)) return shortOf(said, context.pool.messages);
  const chunk = chunksOf(passage, first?.start ?? 0, last?.end ?? passage.words.length)
    .map((range) => ({ range, held: marks.filter((index) => index >= range.start && index < range.end).length }))
    .sort((one, other) => other.held - one.held)[0];
  if (chunk === undefined || chunk.held < marks.length || chunk.range.end - chunk.range.start < 3)
    return shortOf(said, context.pool.messages);
  return shortOf(saidToThem(between(passage, chunk.range.start, chunk.range.end)), context.pool.messages);
}

function between({ text, words }: Passage, from: number, to: number): string {
  return text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? text.length);
}

/** The stretches between commas and "and". */
function chunksOf({ words }: Passage, from: number, to: number): { start: number; end: number }[] {
  const chunks: { start: number; end: number }[] = [];
  let start = from;
  for (let index = from; index < to; index += 1) {
    const isCut =
      index + 1 === to ||
      words[index]?.gap === ',' ||
      words[index + 1]?.lower === 'and' ||
      words[index + 1]?.lower === 'but';
    if (!isCut) continue;
    if (words[start]?.lower === 'and' || words[start]?.lower === 'but') start += 1;
    if (index + 1 > start) chunks.push({ start, end: index + 1 });
    start = index + 1;
  }
  return chunks;
}

/** The stretches of words of a passage between its marks and conjunctions. */
export function clausesOfPassage(passage: Passage): { start: number; end: number }[] {
  const clauses: { start: number; end: number }[] = [];
  let start = 0;
  passage.words.forEach((word, index) => {
    const next = passage.words[index + 1];
    const isCut =
      next === undefined ||
      /[;:.!?()\u2014\u2013]/.test(word.gap) ||
      word.gap === '-' ||
      (word.gap.includes(',') &&
        /^(?:i|i'm|im|i've|he|she|it|we|they|my|so|but|and|then|which|who|because|the|it's|he's|she's|just)$/.test(
          next.lower,
        )) ||
      /^(?:but|because|although|though|while)$/.test(next.lower);
    if (!isCut) return;
    if (index + 1 > start) clauses.push({ start, end: index + 1 });
    start = index + 1;
  });
  return clauses;
}

/** Said as a sentence of the answer. */
export const sentenceOf = asSentence;
