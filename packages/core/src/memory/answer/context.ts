import { isOrdinary } from '../../understanding/name-words.ts';
import type { Fact } from '../fact.ts';
import type { QuestionReading } from '../question-reading.ts';
import type { Acquaintance } from './acquaintances.ts';
import type { Passage, Pool } from './passages.ts';
import { asSentence, atMost, countTokens, inOtherWords, saidToThem } from './phrasing.ts';
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
/** Share of a question's words that a passage must answer to, 0 to 1. Set by trial on our labelled conversations, not measured apart. */
export const ENOUGH = 0.55;

/** The passages that have enough to do with the question, best first. */
export function relevant({ ranked }: AnswerContext, least = ENOUGH): readonly Relevance[] {
  return ranked.filter(({ enough, direct }) => enough >= least && direct > 0);
}

/** How much less a sentence counts that only stands beside one with the question's words. */
const BESIDE = 0.08;

/** The same with the sentences of those messages that have none of its words: "She ate a sock. 300 euros later she's fine." */
export function relevantWithBeside(context: AnswerContext, least = ENOUGH): readonly Relevance[] {
  const near = relevant(context, least);
  const beside = context.ranked
    .filter(
      ({ passage, direct, score }) =>
        direct === 0 && score >= least * 0.6 && near.some((other) => other.passage.message === passage.message),
    )
    .map((relevance) => ({ ...relevance, score: relevance.score - BESIDE }));
  return [...near, ...beside].sort((one, other) => other.score - one.score);
}

/** Words of a sentence that the question does not have: what it tells beyond what was asked. */
export function told({ passage, matched }: Relevance): number {
  return passage.words.filter(({ lower }, index) => !matched.includes(index) && !isGrammar(lower)).length;
}

const GRAMMAR = new Set(
  'a an the i my me we our us you he she it they his her their is are am was were be been have has had do did does to of in on at for with and or but so just really very today yesterday tonight now this that these those got done'.split(
    ' ',
  ),
);
export const isGrammar = (lower: string): boolean => GRAMMAR.has(lower);

const DOES = /^(?:what|which|who)\b.{0,20}\b(?:did|do|does|have|has|am|is|are|was|were)\b/i;

/** The passage with the one that goes on about it, where it says little more than the question: "Performance review today. Got a raise!" */
export function withSequel(relevance: Relevance, { pool, reading }: AnswerContext): Passage | null {
  // "The kids made me a card": where what is done is said, the one word more is what is asked for.
  const doing = reading.terms.find(({ isAdjunct, relation }) => !isAdjunct && relation === null);
  if (
    told(relevance) === 1 &&
    reading.terms.length > 1 &&
    doing !== undefined &&
    relevance.places.has(doing.lemma) &&
    DOES.test(reading.text)
  )
    return null;
  if (told(relevance) > 1 || tellsName(relevance) || fillsPreposition(relevance, reading)) return null;
  const place = pool.passages.indexOf(relevance.passage);
  const next = pool.passages[place + 1];
  if (next === undefined || next.message > relevance.passage.message + 1 || next.words.length > 18) return null;
  if (next.message === relevance.passage.message) return next;
  // In a message of its own it goes on only with what said nothing yet: "my mum has parkinsons" has said it.
  return told(relevance) > 0 || isStoryOfItsOwn(next, relevance.passage.lemmas) ? null : next;
}

/** "What am I saving for?", of "saving for a kiln": what stands behind the question's own last word answers it. */
function fillsPreposition({ passage, matched }: Relevance, { text }: QuestionReading): boolean {
  const last = /\b(for|about|of|to|with|from|on|at|in|into|by|like|as)$/i.exec(text)?.[1]?.toLowerCase();
  return (
    last !== undefined &&
    passage.words.some(
      ({ lower }, index) =>
        lower === last &&
        index + 1 < passage.words.length &&
        matched.some((match) => match < index && index - match <= 3),
    )
  );
}

/** "Mish is the orange one": the one word more is a name, and answers. */
function tellsName({ passage, matched }: Relevance): boolean {
  return passage.words.some(
    ({ isCapital, lower }, index) => isCapital && !matched.includes(index) && !isGrammar(lower) && !isOrdinary(lower),
  );
}

/** What happens to people and ends no other story: "I got engaged" says nothing of the exam told before it. */
const OWN_STORY =
  /\b(?:engaged|married|pregnant|divorced|died|passed away|broke up|split up|graduated|moved|moving|bought|adopted)\b/i;

/** Whether a sentence begins a story of its own, rather than going on with one of these words. */
export function isStoryOfItsOwn({ text, words }: Passage, lemmas: ReadonlySet<string>): boolean {
  return (
    OWN_STORY.test(text) &&
    !words.some(({ lemma, lower }) => lower.length > 3 && !isGrammar(lower) && lemmas.has(lemma))
  );
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
  const marks = [...matched, ...also];
  const own = ownClause(passage, marks);
  if (own !== null) return shortOf(saidToThem(between(passage, own.start, own.end)), context.pool.messages);
  if (countTokens(whole) <= 13) return shortOf(whole, context.pool.messages);
  const from = Math.min(...marks, passage.words.length);
  const to = Math.max(...marks, 0);
  const clauses = clausesOfPassage(passage);
  const chunk = chunkAround(passage, [...marks], also);
  if (chunk !== null) return shortOf(saidToThem(between(passage, chunk.start, chunk.end)), context.pool.messages);
  const needed = clauses.filter(({ start, end }) => start <= to && end > from);
  if (needed.length === 0) return shortOf(whole, context.pool.messages);
  const first = needed[0];
  const last = needed.at(-1);
  const text = between(passage, first?.start ?? 0, last?.end ?? passage.words.length);
  return shortOf(saidToThem(text), context.pool.messages);
}

/** Whoever a clause that stands by itself may begin with. */
const SUBJECT = /^(?:i|i'm|im|i've|he|she|it|we|they|he's|she's|it's|they're|we're|my|our)$/;
const FINITE =
  /^(?:is|was|are|were|has|had|have|got|said|says|hates?|loves?|likes?|lives?|works?|wants?|does|did|can|can't|will|won't|went|made|plays?|moved|left|broke|took|gave|came|eats|drinks|runs|thinks|goes|comes|keeps|makes|says|needs|gets|takes|teaches|speaks|plays|sings|wears)$|(?:ed|'s)$/;

/**
 * "Dave in accounts is lovely, Dave in sales is a nightmare": of a sentence of two whole clauses the one that is asked about, when all
 * that is asked stands in it. Null where the clauses need each other.
 */
function ownClause(passage: Passage, marks: readonly number[]): { start: number; end: number } | null {
  if (marks.length === 0) return null;
  const { words } = passage;
  const clauses: { start: number; end: number }[] = [];
  let start = 0;
  words.forEach(({ gap, lower }, index) => {
    const next = words[index + 1];
    const opensOther =
      next !== undefined &&
      (/[,;]/.test(gap) || lower === 'and') &&
      (SUBJECT.test(next.lower) || next.isCapital || (lower === 'and' && next.relation !== null)) &&
      words.slice(index + 2, index + 6).some(({ lower }) => FINITE.test(lower));
    if (next !== undefined && !opensOther) return;
    clauses.push({ start, end: lower === 'and' ? index : index + 1 });
    start = index + 1;
  });
  if (clauses.length < 2) return null;
  const own = clauses.find((clause) => marks.every((mark) => mark >= clause.start && mark < clause.end));
  if (own === undefined || own.end - own.start < 4) return null;
  const body = words.slice(own.start, own.end);
  const isWhole =
    body.slice(1).some(({ lower }) => FINITE.test(lower)) &&
    !/^(?:he|she|it|they|he's|she's|it's)$/.test(body[0]?.lower ?? '');
  const told = body.filter(({ lower }, offset) => !marks.includes(own.start + offset) && !isGrammar(lower)).length;
  return isWhole && told > 0 ? own : null;
}

/** The least run of stretches between commas that holds all words asked about and, if they come right after, what follows. */
function chunkAround(
  { words }: Passage,
  marks: readonly number[],
  also: readonly number[],
): { start: number; end: number } | null {
  if (marks.length === 0) return null;
  const from = Math.min(...marks);
  const to = Math.max(...marks, ...also);
  let start = from;
  while (start > 0 && !/[,;:.!?()]/.test(words[start - 1]?.gap ?? '')) start -= 1;
  let end = to;
  while (end < words.length - 1 && !/[,;:.!?()]/.test(words[end]?.gap ?? '')) end += 1;
  // The words asked about may end their stretch: what is told of them then follows.
  if (to >= end - 1 && end < words.length - 1) {
    end += 1;
    while (end < words.length - 1 && !/[,;:.!?()]/.test(words[end]?.gap ?? '')) end += 1;
  }
  return end + 1 - start >= 4 && end + 1 - start < words.length ? { start, end: end + 1 } : null;
}

function between({ text, words }: Passage, from: number, to: number): string {
  return text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? text.length);
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
