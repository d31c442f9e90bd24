import type { Mood } from '@rapport/wire';
import {
  ASKS_OF_WORLD,
  FIGURES,
  IRONY,
  IRONY_AFTER_MISHAP,
  MISHAP,
  ONLY_LAUGHTER,
  OPPOSITES,
  RETRACTION,
} from './mood-figures.ts';
import { HINTED, MILESTONES, MOODS, type MoodName, NAMED, NOT_MOODS } from './mood-lexicon.ts';
import { hearSigns } from './mood-signs.ts';
import { type Heard, type HeardMood, NEUTRAL_BAND, rank, summarise } from './mood-weighing.ts';
import { clean, plain, unambiguous } from './text.ts';
import { spelledOut } from './texting.ts';

/** Characters of a message that are read for its mood. */
const MAX_MOOD_READ = 3000;

interface Phrase {
  readonly words: readonly string[];
  readonly mood: MoodName;
  readonly weight: number;
}

const NAMED_WEIGHT = 1;
const MILESTONE_WEIGHT = 0.85;
const HINTED_WEIGHT = 0.6;
const FIGURE_WEIGHT = 1.1;

const TABLES = [
  [NAMED, NAMED_WEIGHT],
  [MILESTONES, MILESTONE_WEIGHT],
  [HINTED, HINTED_WEIGHT],
] as const;
const PHRASES = indexPhrases();

function indexPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const [table, weight] of TABLES) {
    for (const [mood, list] of Object.entries(table) as [MoodName, string][]) {
      for (const phrase of list.split(/,\s*/)) {
        const words = phrase.trim().split(' ');
        const [first = ''] = words;
        const entries = index.get(first) ?? [];
        entries.push({ words, mood, weight });
        index.set(first, entries);
      }
    }
  }
  // The longest phrase that fits is the one meant: "not bad" before "bad".
  for (const entries of index.values()) entries.sort((a, b) => b.words.length - a.words.length || b.weight - a.weight);
  return index;
}

/**
 * The mood of a message by the words for moods alone, or null when it has none of them. by clause: negation turns a mood, intensifiers weigh it, another person's mood counts less, sarcasm is heard by
 * its set phrases. Never throws; linear in the first 3,000 characters.
 */
export function readMoodByRules(text: string): Mood | null {
  return hearMoods(text).mood;
}

interface Hearing {
  readonly mood: Mood | null;
  /** Everything that was heard, strongest first. */
  readonly heard: readonly HeardMood[];
  /** Whether the wording says how to take it, whatever it tells: taken back as a joke, or laughter that only nods. */
  readonly isSettled: boolean;
}

/** The same, with what it was made of. */
export function hearMoods(text: string): Hearing {
  const cleaned = spelledOut(clean(text).slice(0, MAX_MOOD_READ));
  const heard = [...hearSigns(cleaned)];
  let sentence = withoutSetPhrases(separated(cleaned));
  const retracted = RETRACTION.test(sentence);
  if (retracted) sentence = sentence.replace(RETRACTION, ' ');
  const said = sentence;
  const contrasts = CONTRAST.test(sentence);
  for (const { pattern, moods, weight = FIGURE_WEIGHT } of FIGURES) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    for (const [order, mood] of moods.entries()) {
      heard.push({ mood, weight, at: match.index / 100 + order / 1000, hint: false });
    }
    sentence = sentence.replace(match[0], ' ');
  }
  const clauses = sentence
    .split(CLAUSE_BREAK)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const ironic = IRONY.test(said) || (IRONY_AFTER_MISHAP.test(said) && tellsMishap(clauses));
  for (const [index, clause] of clauses.entries()) heard.push(...hearClause(clause, index, ironic || retracted));
  const tone = { ironic: ironic && !retracted, contrasts, exclaims: EXCLAIMS.test(cleaned) };
  const nods = ONLY_LAUGHTER.test(said);
  const all = nods ? heard.map(hushed) : heard;
  return { mood: summarise(all, tone), heard: rank(all), isSettled: nods || retracted };
}

/** Plain text with its stops kept as clause marks. */
function separated(cleaned: string): string {
  return plain(unambiguous(cleaned).replace(/[.!?;,:()\n—–…"]+|\s-+\s/g, ' | ')).replace(/(?:\s*\|\s*)+/g, ' | ');
}

function withoutSetPhrases(sentence: string): string {
  let read = sentence;
  for (const phrase of NOT_MOODS) read = read.replace(phrase, ' ');
  return read;
}

const LAUGHTER_SHARE = 0.5;

function hushed(entry: Heard): Heard {
  return { ...entry, weight: entry.weight * LAUGHTER_SHARE };
}

function tellsMishap(clauses: readonly string[]): boolean {
  return clauses.some(
    (clause, index) =>
      MISHAP.test(clause) || hearClause(clause, index, false).some(({ mood }) => MOODS[mood].valence < -NEUTRAL_BAND),
  );
}

const CLAUSE_BREAK =
  /\s*\|\s*|\s(?=(?:but|though|although|yet|however|because|cause|since|while|whereas|except|despite|even|and|then|still|so (?:i|im|we|he|she|they|now|my|the|it|its|that|then|ill|please))\s)/;
const CONTRAST =
  /\b(?:but|too bad|weirdly|mind you|now im|now i(?= (?:have|feel|cant|need|dont|must))|though|although|yet|however|even so|at the same time|except|despite|on the other hand|still)\b/;
export const EXCLAIMS = /!{2,}|[A-Z]{4,}/;

const NEGATORS = new Set(
  'not no never dont doesnt didnt isnt wasnt arent werent aint cant couldnt wont wouldnt without hardly barely neither nor nothing nobody lack lacking zero shouldnt havent hasnt'.split(
    ' ',
  ),
);
const INTENSIFIERS = new Set(
  'so very really super extremely incredibly absolutely totally completely utterly deeply insanely ridiculously beyond too truly hella proper freaking fucking bloody damn genuinely seriously immensely overly'.split(
    ' ',
  ),
);
const SOFTENERS = new Set('bit little slightly somewhat kinda sorta fairly mildly vaguely almost maybe'.split(' '));
const UNREAL =
  /\b(?:if (?:i|it|we|only)|would be|id be|wish(?:ed|ing)? (?:i|it|we|you|he|she|they)|supposed to be|should be|want(?:ed)? to (?:be|feel)|trying to (?:be|feel|stay)|used to (?:be|feel)|pretend\w* to be|try to (?:be|feel|stay)|need to (?:be|feel|calm)|to make (?:him|her|them|you|people)|make(?:s)? (?:him|her|them|people|others))\b/;
/** What was hard and is behind them: "passed my driving test", "home from the hospital". */
const OVERCOME =
  /\b(?:passed|finished|aced|nailed|completed|got through|made it through|survived|done with|is over|are over|is done|shipped|submitted|handed in|home from|out of (?:the )?(?:hospital|surgery)|no more|free of|recovered|beat)\b/;
const UNREAL_SHARE = 0.2;
const OTHERS_SHARE = 0.25;
const OTHERS =
  /^(?:and |but |so |then |because |that )?(?:he|she|they|you|my (?:\w+ )?(?:sister|brother|mum|mom|dad|mother|father|boss|friend|husband|wife|partner|boyfriend|girlfriend|son|daughter|roommate|neighbou?r|teacher|colleague|coworker|cat|dog|cousin|aunt|uncle|ex|nan|grandma|grandpa)|people|everyone|everybody)(?:s| is| are| was| were| seems?| looks?| felt| feels?| got| has been| gets)\b/;

function hearClause(clause: string, clauseIndex: number, ironic: boolean): Heard[] {
  const words = clause.split(' ');
  const heard: Heard[] = [];
  const asksOfWorld = ASKS_OF_WORLD.test(clause);
  const unreal = UNREAL.exec(clause);
  const overcome = OVERCOME.test(clause);
  const others = OTHERS.test(clause) && !/\b(?:me|us)\b/.test(clause);
  for (let index = 0; index < words.length; index += 1) {
    const phrase = phraseAt(words, index);
    if (phrase === null || (asksOfWorld && phrase.weight < NAMED_WEIGHT)) continue;
    const before = words.slice(Math.max(0, index - 4), index);
    const mood = isNegated(before, phrase) ? OPPOSITES[phrase.mood] : phrase.mood;
    const start = words.slice(0, index).join(' ').length;
    let weight = phrase.weight;
    if (before.some((word) => INTENSIFIERS.has(word))) weight *= 1.3;
    if (before.slice(-3).some((word) => SOFTENERS.has(word))) weight *= 0.8;
    if (unreal !== null && unreal.index <= start && phrase.mood !== 'jealous') weight *= UNREAL_SHARE;
    if (others) weight *= OTHERS_SHARE;
    if (ironic && mood !== null && MOODS[mood].valence > 0) weight *= 0.1;
    if (mood !== null && overcome && phrase.weight === HINTED_WEIGHT && MOODS[mood].valence < 0) continue;
    if (mood !== null)
      heard.push({ mood, weight, at: clauseIndex + index / 100, hint: phrase.weight === HINTED_WEIGHT });
    index += phrase.words.length - 1;
  }
  return heard;
}

function phraseAt(words: readonly string[], index: number): Phrase | null {
  const first = words[index] ?? '';
  for (const phrase of PHRASES.get(first) ?? []) {
    if (phrase.words.every((word, offset) => matches(words[index + offset], word))) return phrase;
  }
  return null;
}

function matches(word: string | undefined, pattern: string): boolean {
  if (word === undefined) return false;
  if (pattern === '_') return true;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** Whether a negator stands within three words before; a phrase that holds its own negation is never turned. */
function isNegated(before: readonly string[], phrase: Phrase): boolean {
  if (phrase.words.some((word) => NEGATORS.has(word))) return false;
  const near = before.slice(-3);
  const at = near.findLastIndex((word, index) => NEGATORS.has(word) || (word === 'longer' && near[index - 1] === 'no'));
  if (at === -1) return false;
  // "not only happy", "no wonder I'm sad", "can't be more proud", "cannot stop smiling" do not negate.
  if (near[at] === 'never' && near.slice(at + 1).some((word) => word === 'so' || word === 'this' || word === 'more'))
    return false;
  const after = near[at + 1];
  return !(
    after === 'only' ||
    after === 'wonder' ||
    after === 'just' ||
    after === 'stop' ||
    near.includes('more') ||
    (near[at] === 'no' && at < near.length - 1)
  );
}
