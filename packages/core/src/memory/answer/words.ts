import { lemmaOf } from './lemma.ts';
import { misspeltRelation } from '../extract/relations.ts';
import { isOneEditApart } from '../one-edit.ts';
import { relationFor } from './meanings.ts';

/** A word of a message with what reading it needs. */
export interface Word {
  /** As written. */
  readonly raw: string;
  /** Lower case, straight apostrophes, without a possessive ending. */
  readonly lower: string;
  /** What forms of one word share: `went` and `going` are `go`. */
  readonly lemma: string;
  /** The relation it stands for, as facts name it: `mother` for mum; null when it stands for none. */
  readonly relation: string | null;
  /** Offsets into the sentence. */
  readonly start: number;
  readonly end: number;
  /** What stands between this word and the next, white space left out: `,`, `)`, empty. */
  readonly gap: string;
  readonly isPossessive: boolean;
  readonly isCapital: boolean;
}

/** Words read of one sentence: far more than a sentence of speech holds. */
const MAX_WORDS = 400;

const WORD = /[\p{L}\p{N}\p{M}]+(?:(?:['.:,/&\-\u2010\u2011](?=[\p{L}\p{N}\p{M}]))[\p{L}\p{N}\p{M}]+)*%?/gu;

/** The words of a cleaned sentence. Numbers keep their inner marks: `54:20`, `1,450`, `3-1`. */
export function readWords(sentence: string): Word[] {
  const matches = [...sentence.matchAll(WORD)].slice(0, MAX_WORDS);
  return matches.flatMap((match, index): Word[] => {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    const next = matches[index + 1];
    const gap = sentence.slice(end, next === undefined ? sentence.length : next.index).replace(/\s+/g, '');
    const lower = raw.toLowerCase();
    const isPossessive = /'s$/.test(lower) && !CONTRACTED.has(lower);
    const stripped = isPossessive ? lower.slice(0, -2) : lower;
    return [
      {
        raw: isPossessive ? raw.slice(0, -2) : raw,
        lower: stripped,
        lemma: lemmaOf(stripped),
        relation: relationFor(stripped) ?? (/^\p{Lu}/u.test(raw) ? null : misspeltRelation(stripped)),
        start,
        end,
        gap,
        isPossessive,
        isCapital: /^\p{Lu}/u.test(raw),
      },
    ];
  });
}

/** Where `'s` is a verb, never an owner. */
const CONTRACTED: ReadonlySet<string> = new Set(
  "it's that's what's who's where's when's how's why's there's here's he's she's let's name's everyone's".split(' '),
);

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
      .split(' ')
      .map((word, value): [string, number] => [word, value]) as [string, number][]
  ).concat(
    'thirty forty fifty sixty seventy eighty ninety'
      .split(' ')
      .map((word, index): [string, number] => [word, (index + 3) * 10]),
    [
      ['dozen', 12],
      ['hundred', 100],
      ['thousand', 1000],
      ['couple', 2],
      ['both', 2],
      ['once', 1],
      ['twice', 2],
      ['thrice', 3],
      ['single', 1],
      ['uno', 1],
      ['dos', 2],
      ['tres', 3],
      ['cuatro', 4],
      ['cinco', 5],
      ['ek', 1],
      ['teen', 3],
      ['char', 4],
    ],
  ),
);
const ORDINAL_WORDS: readonly string[] =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** The number a word says, `1,450` as 1450; null when it says none. Years and ages alike. */
export function numberOf(lower: string): number | null {
  const named = NUMBER_WORDS.get(lower);
  if (named !== undefined) return named;
  const [tens = '', ones = ''] = lower.split('-');
  const high = NUMBER_WORDS.get(tens);
  const low = NUMBER_WORDS.get(ones);
  if (high !== undefined && low !== undefined && high >= 20 && low < 10) return high + low;
  const thousands = /^(\d{1,6}(?:\.\d+)?)k$/.exec(lower)?.[1];
  if (thousands !== undefined) return Number(thousands) * 1000;
  if (!/^\d{1,9}(?:,\d{3})*(?:\.\d+)?$/.test(lower)) return null;
  return Number(lower.replace(/,/g, ''));
}

/** The number of an ordinal (`85th`, `third`); null when it is none. */
export function ordinalOf(lower: string): number | null {
  const digits = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(lower)?.[1];
  if (digits !== undefined) return Number(digits);
  const named = ORDINAL_WORDS.indexOf(lower);
  return named > 0 ? named : null;
}

/** A small number as a word, others in digits. */
export function numberWord(value: number): string {
  const names = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
  return names[value] ?? String(value);
}

/** Whether two lemmas are one word, or one of them with a letter missing, doubled, changed or swapped. */
export function isSameLemma(one: string, other: string): boolean {
  if (one === other) return true;
  const longest = Math.max(one.length, other.length);
  if (longest < 5 || Math.abs(one.length - other.length) > 1 || one[0] !== other[0]) return false;
  // Long words of one length that differ by a letter are often two words (`party`, `parts`), so only a swap counts there.
  return isOneEditApart(one, other);
}
