import { fold } from './fold.ts';
import { readingOf, type Wanted } from './question-reading.ts';
import { isWithin, periodIn } from './search-period.ts';

/** What search knows of an entry before it is judged. */
export interface Candidate {
  readonly text: string;
  readonly role: 'user' | 'assistant';
  readonly isMemory: boolean;
  readonly saidAt: Date;
  /** Of words and vectors: z-scores, added. */
  readonly score: number;
}

export interface JudgedQuery {
  readonly text: string;
  readonly names: readonly string[];
  readonly saidBy?: 'user' | 'assistant';
}

/**
 * What each sign is worth, in standard deviations of the arms' sum. Set on `evals/long-conversations.json`, by steps of a
 * third: finer ones follow that set and no other.
 */
const WORTH = { telling: 0.3, answer: 0.8, speaker: 1.2, name: 0.6, period: 0.8 } as const;

/** What an answer to each kind of question mostly has in it. */
const ANSWERS: Readonly<Partial<Record<Wanted, RegExp>>> = {
  when: /\b(?:yesterday|today|tonight|tomorrow|last|next|ago|since|this (?:week|weekend|month|morning|afternoon|evening|year|spring|summer|autumn|fall|winter)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|weekend|weeks?|months?|years?|christmas|easter|birthday|(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th))\b/i,
  ...Object.fromEntries(
    (['age', 'count', 'amount', 'duration', 'frequency'] as const).map((wanted) => [
      wanted,
      /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|couple|dozen|once|twice|every|daily|weekly)\b/i,
    ]),
  ),
  // A capital inside a sentence is a name's.
  ...Object.fromEntries(
    (['who', 'whose', 'own-name'] as const).map((wanted) => [wanted, /[\p{L}\p{N},] \p{Lu}[\p{Ll}’']/u]),
  ),
};

/**
 * Puts candidates in order by their arms' score and by signs that are boosts, never filters: who says it, a name the
 * question has and few candidates do, the time it asks about, something of the kind it wants, and how much the entry
 * tells at all: what only asks or nods is seldom evidence. Scores come out between 0 and 1. Never throws; linear in the
 * texts.
 */
export function judge<Entry extends Candidate>(
  query: JudgedQuery,
  candidates: readonly Entry[],
): { readonly candidate: Entry; readonly score: number }[] {
  const { wanted } = readingOf(query.text);
  const answer = ANSWERS[wanted];
  const period = periodIn(query.text);
  const telling = standardised(candidates.map(({ text, isMemory }) => (isMemory ? null : tellingOf(text))));
  const named = namedIn(query.names, candidates);
  return candidates
    .map((candidate, index) => {
      const score =
        candidate.score +
        WORTH.telling * (telling[index] ?? 0) +
        WORTH.name * (named[index] ?? 0) +
        (answer?.test(candidate.text) ? WORTH.answer : 0) +
        (candidate.role === query.saidBy ? WORTH.speaker : 0) +
        (period !== null && isWithin(period, candidate.saidAt) ? WORTH.period : 0);
      return { candidate, score: 1 / (1 + Math.exp(-score / 2)) };
    })
    .sort((one, other) => other.score - one.score);
}

/** The logarithm of how many words stand in sentences that don't ask. */
function tellingOf(text: string): number {
  const words = text
    .split(/(?<=[.!?])\s/)
    .filter((sentence) => !sentence.trimEnd().endsWith('?'))
    .reduce((count, sentence) => count + sentence.split(/\s+/).filter((word) => word !== '').length, 0);
  return Math.log(1 + words);
}

/** z-scores; null, which has none, counts as the mean. */
function standardised(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length);
  return values.map((value) => (value === null || variance === 0 ? 0 : (value - mean) / Math.sqrt(variance)));
}

/** For each candidate 0 to 1: the rarest name of the question that it holds, by the share of candidates without that name. */
function namedIn(names: readonly string[], candidates: readonly Candidate[]): number[] {
  if (names.length === 0) return [];
  const texts = candidates.map(({ text }) => ` ${fold(text)} `);
  const worth = names.map((name) => {
    const holding = texts.filter((text) => text.includes(` ${name} `)).length;
    return { name: ` ${name} `, share: 1 - holding / Math.max(1, texts.length) };
  });
  return texts.map((text) => Math.max(0, ...worth.map(({ name, share }) => (text.includes(name) ? share : 0))));
}
