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
 * What each sign is worth, in standard deviations of the arms' sum. Set on `evals/long-conversations.json`, by coarse steps:
 * finer ones follow that set and no other.
 */
const WORTH = { telling: 0.9, answer: 0.8, speaker: 2.2, period: 0.8 } as const;

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
 * Puts candidates in order by their arms' score and by signs that are boosts, never filters: who says it, the time it
 * asks about, something of the kind it wants, and how much the entry tells at all: what only asks or nods is seldom
 * evidence. A name the question has is no sign beyond its word: who is called by it in every other turn is spoken to there,
 * not of. Scores come out between 0 and 1. Never throws; linear in the texts.
 */
export function judge<Entry extends Candidate>(
  query: JudgedQuery,
  candidates: readonly Entry[],
): { readonly candidate: Entry; readonly score: number }[] {
  const { wanted } = readingOf(query.text);
  const answer = ANSWERS[wanted];
  const period = periodIn(query.text);
  return candidates
    .map((candidate) => {
      const score =
        candidate.score +
        WORTH.telling * tellingOf(candidate) +
        (answer?.test(candidate.text) ? WORTH.answer : 0) +
        (isSaidBy(candidate, query) ? WORTH.speaker : 0) +
        (period !== null && isWithin(period, candidate.saidAt) ? WORTH.period : 0);
      return { candidate, score: 1 / (1 + Math.exp(-score / 2)) };
    })
    .sort((one, other) => other.score - one.score);
}

/** Who speaks a line of a transcript that someone pasted: "Ana: I'll be late". */
const LABEL = /^\s{0,8}(\p{Lu}[\p{L}'’-]{0,30}(?: \p{Lu}[\p{L}'’-]{0,30})?):\s/u;

function isSaidBy({ text, role }: Candidate, { names, saidBy }: JudgedQuery): boolean {
  const label = names.length === 0 ? undefined : LABEL.exec(text)?.[1];
  return label === undefined ? role === saidBy : names.includes(fold(label));
}

/** Words that a turn tells in the middle of the measured conversations; past the last, more words tell no more. */
const USUAL_WORDS = 14;
const MOST_WORDS = 40;
/** Counted to each, so that "I'm pregnant!" is not taken for a nod. */
const GIVEN_WORDS = 3;

/** The logarithm of how many words stand in sentences that don't ask, 0 for the usual; a memory tells by its nature. */
function tellingOf({ text, isMemory }: Candidate): number {
  if (isMemory) return 0;
  const words = text
    .split(/(?<=[.!?])\s/)
    .filter((sentence) => !sentence.trimEnd().endsWith('?'))
    .reduce((count, sentence) => count + sentence.split(/\s+/).filter((word) => word !== '').length, 0);
  return Math.log((GIVEN_WORDS + Math.min(words, MOST_WORDS)) / (GIVEN_WORDS + USUAL_WORDS));
}
