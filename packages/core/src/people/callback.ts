import { createHash } from 'node:crypto';
import type { Fact } from '../memory/fact.ts';
import { type Distance, distanceOf, HOUR_MS, wholeDays } from './callback-dates.ts';
import {
  CALLBACK_TOPICS,
  PAINFUL,
  PET_QUESTIONS,
  PROJECT,
  PROJECT_QUESTIONS,
  TODAY_QUESTIONS,
} from './callback-topics.ts';

export interface CallbackInput {
  readonly facts: readonly Fact[];
  /** When the person last said something to this assistant; null when never. */
  readonly lastSeenAt: Date | null;
  readonly now: Date;
  /** IANA zone; one that is unknown counts as UTC. */
  readonly timeZone: string;
  readonly careLevel: 'none' | 'concern' | 'crisis';
  /** Valence −1 to 1. */
  readonly recentMoods: readonly { readonly valence: number; readonly at: Date }[];
  /** Decides between wordings, and whether something without a date is brought up at all. */
  readonly seed: string;
  /** Ids of facts that a callback has been made of before, in any conversation. */
  readonly usedBefore?: ReadonlySet<string>;
}

export interface Callback {
  readonly factId: string;
  readonly text: string;
}

/** Thresholds and why. All are judgement, not measurement, and lean to silence. */
const LIMITS = {
  /** Shorter, and the person never left: a night has passed after 20 hours, though not always a calendar day's worth. */
  absenceHours: 20,
  /** After three months the old thread is no longer the person's; asking shows a file, not a memory. */
  longestAbsenceDays: 90,
  /** A fortnight on, how it went is old news to everybody around them. */
  passedDays: 14,
  /** Further ahead, plans are still loose and asking presses. */
  aheadDays: 10,
  /** What has no date is fresh for three weeks, and not before two days: nobody asks after a puppy overnight. */
  freshFromDays: 2,
  freshDays: 21,
  /** Below it the reading may be wrong, and a wrong memory is worse than none. */
  confidence: 0.6,
  /** Below it the thing did not matter enough: tea, weather. */
  importance: 0.4,
  /** A very low mood lately wants attention to today, not to the calendar. */
  lowMood: -0.6,
  lowMoodHours: 72,
  /** Weeks after a loss was told in which nothing is brought up. */
  quietAfterLossDays: 21,
  /** Share of returns on which something without a date is asked after: often nothing is right. */
  undatedShare: 0.5,
} as const;

/**
 * After an absence, at most one gentle question about something that mattered to the person and is due or fresh; null for
 * nothing, which is often. Never about what is tender, painful or somebody else's, never under care, never the same fact twice.
 * Pure: the same input gives the same answer. Only their own facts are read, and their pets.
 */
export function chooseCallback(input: CallbackInput): Callback | null {
  if (!mayCallBack(input)) return null;
  const candidates = input.facts.flatMap((fact) => candidateOf(fact, input) ?? []);
  candidates.sort(
    (one, other) =>
      one.rank - other.rank ||
      other.fact.importance - one.fact.importance ||
      other.fact.saidAt.getTime() - one.fact.saidAt.getTime() ||
      (one.fact.id < other.fact.id ? -1 : 1),
  );
  const [best] = candidates;
  if (best === undefined) return null;
  if (best.rank === RANK.undated && share(input.seed, 'undated') >= LIMITS.undatedShare) return null;
  const text = best.wordings[Math.floor(share(input.seed, best.fact.id) * best.wordings.length)] ?? best.wordings[0];
  return text === undefined ? null : { factId: best.fact.id, text: sentenceCase(text) };
}

/** What has passed is asked after first, then what is today, then what lies ahead, then what has no date. */
const RANK = { passed: 0, today: 1, ahead: 2, undated: 3 } as const;

interface Candidate {
  readonly fact: Fact;
  readonly rank: number;
  readonly wordings: readonly string[];
}

function mayCallBack({ lastSeenAt, now, careLevel, recentMoods, facts }: CallbackInput): boolean {
  if (lastSeenAt === null || careLevel !== 'none') return false;
  const away = now.getTime() - lastSeenAt.getTime();
  // NaN for a broken date fails both comparisons.
  if (!(away >= LIMITS.absenceHours * HOUR_MS && away <= LIMITS.longestAbsenceDays * 24 * HOUR_MS)) return false;
  const isLow = recentMoods.some(
    ({ valence, at }) => valence <= LIMITS.lowMood && now.getTime() - at.getTime() <= LIMITS.lowMoodHours * HOUR_MS,
  );
  const hasLoss = facts.some(
    ({ slot, saidAt }) =>
      slot === 'died' && now.getTime() - saidAt.getTime() <= LIMITS.quietAfterLossDays * 24 * HOUR_MS,
  );
  return !isLow && !hasLoss;
}

function candidateOf(fact: Fact, input: CallbackInput): Candidate | null {
  if (!mayMention(fact, input)) return null;
  if (fact.kind === 'pet') return petOf(fact, input);
  if (fact.subject.key !== 'self') return null;
  return datedOf(fact, input) ?? projectOf(fact, input);
}

function mayMention(fact: Fact, { facts, usedBefore, now }: CallbackInput): boolean {
  if (fact.status !== 'active' || fact.modality !== 'asserted' || fact.tender || fact.kind === 'health') return false;
  if (fact.confidence < LIMITS.confidence || fact.importance < LIMITS.importance) return false;
  if (fact.saidAt.getTime() > now.getTime() || usedBefore?.has(fact.id)) return false;
  if (PAINFUL.test(`${fact.value ?? ''} ${fact.text} ${fact.quote}`)) return false;
  // A pet that died or is ill is not asked after by way of an older, happier fact.
  if (fact.subject.key === 'self') return true;
  return !facts.some((other) => other.subject.key === fact.subject.key && (other.tender || other.slot === 'died'));
}

function petOf(fact: Fact, input: CallbackInput): Candidate | null {
  const { name } = fact.subject;
  if (name === null || !isFresh(fact, input)) return null;
  return {
    fact,
    rank: RANK.undated,
    wordings: PET_QUESTIONS.map((question) => question.replace('{name}', () => name)),
  };
}

function projectOf(fact: Fact, input: CallbackInput): Candidate | null {
  if (fact.time !== null || !isFresh(fact, input)) return null;
  const { doing, rest = '' } = fact.quote.slice(0, MOST_READ).match(PROJECT)?.groups ?? {};
  const what = phrase(rest);
  if (doing === undefined || what === '') return null;
  const thing = toThem(`${doing.toLowerCase()} ${what}`);
  return { fact, rank: RANK.undated, wordings: fill(PROJECT_QUESTIONS, { thing }) };
}

function isFresh(fact: Fact, { now }: CallbackInput): boolean {
  const days = (now.getTime() - fact.saidAt.getTime()) / (24 * HOUR_MS);
  return days >= LIMITS.freshFromDays && days <= LIMITS.freshDays;
}

function datedOf(fact: Fact, input: CallbackInput): Candidate | null {
  const date = fact.time?.date;
  if (date === null || date === undefined) return null;
  const distance = distanceOf(date, input.now, input.timeZone);
  if (distance === null) return null;
  const found = topicOf(fact);
  if (found === null || isTold(fact, found.noun, input)) return null;
  if (distance.kind === 'today') return { fact, rank: RANK.today, wordings: fill(TODAY_QUESTIONS, found) };
  if (distance.kind === 'passed') {
    if (distance.days > LIMITS.passedDays || wasHereSince(distance, input)) return null;
    return { fact, rank: RANK.passed, wordings: fill(found.topic.passed, found) };
  }
  if (distance.days > LIMITS.aheadDays) return null;
  return { fact, rank: RANK.ahead, wordings: fill(found.topic.ahead, { thing: found.thing, when: distance.when }) };
}

/** Once they have talked after its day, they told or chose not to. */
function wasHereSince({ days }: Distance, { lastSeenAt, now, timeZone }: CallbackInput): boolean {
  return lastSeenAt !== null && wholeDays(lastSeenAt, now, timeZone) < days;
}

/** Whether something said later already tells how it went. */
function isTold(fact: Fact, noun: string, { facts }: CallbackInput): boolean {
  return facts.some(
    (other) =>
      other.id !== fact.id &&
      other.saidAt.getTime() > fact.saidAt.getTime() &&
      (other.slot === 'outcome' || other.slot === 'event' || other.slot === 'feeling') &&
      `${other.value ?? ''} ${other.quote}`.toLowerCase().includes(noun),
  );
}

interface FoundTopic {
  readonly topic: (typeof CALLBACK_TOPICS)[number];
  readonly thing: string;
  /** The word that tells this thing again: `interview`. */
  readonly noun: string;
}

/** Characters read of a quote: it is a clause. */
const MOST_READ = 400;

/** What a fact is about, in words for a question: "the interview with Halcyon". */
function topicOf(fact: Fact): FoundTopic | null {
  const time = fact.time?.words ?? '';
  const said = fact.quote.slice(0, MOST_READ).replace(time === '' ? /$^/ : time, ' ');
  for (const topic of CALLBACK_TOPICS) {
    const groups = said.match(topic.pattern)?.groups;
    if (groups === undefined) continue;
    const { kind = '', noun = '', rest = '' } = groups;
    const thing = topic.thing
      .replace('{kind}', () => (kind === '' || NOT_A_KIND.test(kind) ? '' : `${kind} `))
      .replace('{noun}', () => noun.toLowerCase())
      .replace(/\{rest:([a-z|]+)\}/, (_, prepositions: string) => {
        const tail = rest.trimStart();
        const [preposition = ''] = tail.split(' ', 1);
        if (!prepositions.split('|').includes(preposition.toLowerCase())) return '';
        const what = phrase(tail.slice(preposition.length));
        return what === '' ? '' : ` ${preposition.toLowerCase()} ${what}`;
      });
    const told = (noun === '' ? (thing.split(' ')[1] ?? thing) : noun).toLowerCase();
    return { topic, thing: toThem(thing), noun: told };
  }
  return null;
}

/** Words before "exam" that are none of its name. */
const NOT_A_KIND =
  /^(?:the|an?|my|our|this|that|have|has|had|big|another|some|with|and|for|take|taking|sit|sitting|got|next|last|first|final|important|huge|scary|upcoming)$/i;

/** Where a phrase ends, and how many words it may have. */
const ENDS =
  /^(?:on|at|in|for|next|this|tomorrow|yesterday|today|starts?|begins?|will|has|have|are|tonight|by|and|but|so|because|cause|since|who|which|that|when|if|from|about|i|i'm|we|after|before|until|then|with|to|now|soon|right|really|again|lol|haha|is|was|as|or|where|while|later|though|instead|please|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i;
const MOST_WORDS = 4;

function phrase(rest: string): string {
  const clause = rest.split(/[,.;:!?()\n–—"]/u, 1)[0] ?? '';
  const words: string[] = [];
  for (const word of clause.trim().split(/\s+/)) {
    if (word === '' || words.length >= MOST_WORDS || ENDS.test(word)) break;
    words.push(word);
  }
  // "at the" names nothing.
  return words.length === 1 && /^(?:the|an?|my|our|your)$/i.test(words[0] ?? '') ? '' : words.join(' ');
}

/** The person's own words, said to them. */
const toThem = (words: string): string =>
  words
    .replace(/(?<![\p{L}'])(?:my|our)(?![\p{L}'])/giu, 'your')
    .replace(/(?<![\p{L}'])yourself|myself(?![\p{L}'])/giu, 'yourself');

const fill = (
  wordings: readonly string[],
  words: { readonly thing: string; readonly when?: string | undefined },
): string[] =>
  wordings.map((wording) => wording.replace('{thing}', () => words.thing).replace('{when}', () => words.when ?? ''));

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A number from 0 to 1 that is the same for the same seed. */
function share(seed: string, salt: string): number {
  return createHash('sha256').update(`${salt}:${seed}`).digest().readUInt32BE(0) / 2 ** 32;
}
