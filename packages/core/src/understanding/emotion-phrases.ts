import { EMOJI, HINTED, MILESTONES, NAMED } from './mood-lexicon.ts';
import { plain, unambiguous } from './text.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly mood: string;
  readonly table: string;
}

const TABLES = Object.entries({ named: NAMED, milestone: MILESTONES, hinted: HINTED });
const NEGATORS = new Set(
  'not no never dont doesnt didnt isnt wasnt arent werent aint cant couldnt wont wouldnt without hardly barely neither nor nothing nobody'.split(
    ' ',
  ),
);
const NEGATION_REACH = 3;

const PICTURE = /\p{Extended_Pictographic}/u;
const SIGNS = Object.entries(EMOJI).flatMap(([mood, list]) =>
  list.split(' ').map((sign) => ({ sign, mood, isPicture: PICTURE.test(sign) })),
);

let index: ReadonlyMap<string, readonly Phrase[]> | null = null;

function indexPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const [table, moods] of TABLES) {
    for (const [mood, list] of Object.entries(moods)) {
      for (const phrase of list.split(/,\s*/)) {
        const words = phrase.trim().split(' ');
        const [first = ''] = words;
        const entries = phrases.get(first) ?? [];
        entries.push({ words, mood, table });
        phrases.set(first, entries);
      }
    }
  }
  for (const entries of phrases.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

/**
 * The moods that the word lists find in a cleaned text, as marks for the classifier: the mood and the table it stands in,
 * each with its sign (a negator stands up to three words before: `-`). `none` when the lists know no word of the text.
 */
export function phraseMarks(cleaned: string): string[] {
  index ??= indexPhrases();
  const words = plain(unambiguous(cleaned).replace(/[.!?;,:()\n—–…"]+|\s-+\s/g, ' | ')).split(/\s+/);
  const marks: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const phrase = index.get(words[at] ?? '')?.find((candidate) => standsAt(candidate, words, at));
    if (phrase === undefined) continue;
    const sign = words.slice(Math.max(0, at - NEGATION_REACH), at).some((word) => NEGATORS.has(word)) ? '-' : '+';
    marks.push(`${phrase.mood}${sign}`, `${phrase.table} ${phrase.mood}${sign}`);
    at += phrase.words.length - 1;
  }
  const pieces = new Set(cleaned.toLowerCase().split(/\s+/));
  for (const { sign, mood, isPicture } of SIGNS) {
    // Faces of letters and stops are found inside words and times of day; they must stand alone.
    if (isPicture ? cleaned.includes(sign) : pieces.has(sign)) marks.push(`${mood}+`);
  }
  return marks.length === 0 ? ['none'] : marks;
}

function standsAt({ words }: Phrase, text: readonly string[], at: number): boolean {
  return words.every((pattern, offset) => {
    const word = text[at + offset];
    if (word === undefined || word === '|') return false;
    if (pattern === '_') return true;
    return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
  });
}
