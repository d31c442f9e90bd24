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
import { EMOJI, HINTED, MILESTONES, MOODS, type MoodName, NAMED, NOT_MOODS } from './mood-lexicon.ts';
import { clean, plain, unambiguous } from './text.ts';

/** Characters of a message that are read for its mood. */
const MAX_MOOD_READ = 3000;

interface Phrase {
  readonly words: readonly string[];
  readonly mood: MoodName;
  readonly weight: number;
}

/** A mood heard in the message. `at` orders them; `hint`: a happening suggests it, nobody named it. */
interface Heard {
  readonly mood: MoodName;
  readonly weight: number;
  readonly at: number;
  readonly hint: boolean;
}

const NAMED_WEIGHT = 1;
const MILESTONE_WEIGHT = 0.85;
const HINTED_WEIGHT = 0.6;
const EMOJI_WEIGHT = 0.8;
const FIGURE_WEIGHT = 1.1;

const TABLES = [
  [NAMED, NAMED_WEIGHT],
  [MILESTONES, MILESTONE_WEIGHT],
  [HINTED, HINTED_WEIGHT],
] as const;
const PHRASES = indexPhrases();
const EMOJI_MOODS = indexEmoji();

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

function indexEmoji(): ReadonlyMap<string, MoodName> {
  const index = new Map<string, MoodName>();
  for (const [mood, list] of Object.entries(EMOJI) as [MoodName, string][]) {
    for (const sign of list.split(' ')) index.set(sign, mood);
  }
  return index;
}

/**
 * The mood of a message by the words for moods alone, or null when it has none of them. by clause: negation turns a mood, intensifiers weigh it, another person's mood counts less, sarcasm is heard by
 * its set phrases. Never throws; linear in the first 3,000 characters.
 */
export function readMoodByRules(text: string): Mood | null {
  return hearMoods(text).mood;
}

export interface Hearing {
  readonly mood: Mood | null;
  /** Everything that was heard, strongest first. */
  readonly heard: readonly HeardMood[];
  /** Whether the wording says how to take it, whatever it tells: taken back as a joke, or laughter that only nods. */
  readonly isSettled: boolean;
}

/** The same, with what it was made of. */
export function hearMoods(text: string): Hearing {
  const cleaned = clean(text).slice(0, MAX_MOOD_READ);
  const heard = [...hearEmoji(cleaned)];
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

/** Below this weight nothing was said about a mood. */
const AUDIBLE = 0.3;
/** The weaker side must reach this share of the stronger for the message to be mixed; less where the wording contrasts them. */
const MIXED_SHARE = 0.4;
const CONTRASTED_SHARE = 0.28;
/** What a happening weighs against a feeling that is named, unless the wording contrasts the two. */
const HINT_AGAINST_NAMED = 0.5;
/** Valence between these is neither pleasant nor unpleasant. */
export const NEUTRAL_BAND = 0.15;

interface Tone {
  readonly ironic: boolean;
  readonly contrasts: boolean;
  readonly exclaims: boolean;
}

/** A mood with what speaks for it, and where it was first heard: the clause, and hundredths of a word in it. */
export interface HeardMood {
  readonly mood: MoodName;
  readonly weight: number;
  readonly at: number;
}

function summarise(heard: readonly Heard[], tone: Tone): Mood | null {
  const all = tone.ironic ? [...heard, { mood: 'frustrated' as const, weight: 1, at: 0, hint: false }] : heard;
  const named = { up: false, down: false };
  for (const { mood, hint } of all) {
    if (!hint && MOODS[mood].valence > NEUTRAL_BAND) named.up = true;
    if (!hint && MOODS[mood].valence < -NEUTRAL_BAND) named.down = true;
  }
  const weighed = all.map((entry) => {
    const outspoken = MOODS[entry.mood].valence > 0 ? named.down && !named.up : named.up && !named.down;
    return entry.hint && outspoken && !tone.contrasts ? { ...entry, weight: entry.weight * HINT_AGAINST_NAMED } : entry;
  });
  const ranked = rank(weighed);
  const total = ranked.reduce((sum, { weight }) => sum + weight, 0);
  if (total < AUDIBLE) return null;
  const positive = ranked.filter(({ mood }) => MOODS[mood].valence > NEUTRAL_BAND);
  const negative = ranked.filter(({ mood }) => MOODS[mood].valence < -NEUTRAL_BAND);
  const neutral = ranked.filter(({ mood }) => Math.abs(MOODS[mood].valence) <= NEUTRAL_BAND);
  const up = strengthOf(positive);
  const down = strengthOf(negative);
  const share = tone.contrasts ? CONTRASTED_SHARE : MIXED_SHARE;
  const isMixed = up > 0 && down > 0 && Math.min(up, down) >= share * Math.max(up, down);
  const polarity = isMixed ? 'mixed' : up === 0 && down === 0 ? 'neutral' : up >= down ? 'positive' : 'negative';
  const side = polarity === 'positive' ? positive : polarity === 'negative' ? negative : neutral;
  const chosen = isMixed
    ? [positive[0], negative[0]].sort((a, b) => (a?.at ?? 0) - (b?.at ?? 0))
    : [side[0], secondOf(side)];
  const [first, second] = chosen.filter((entry) => entry !== undefined);
  if (first === undefined) return null;
  return moodOf(first, second, polarity, { up, down, total, exclaims: tone.exclaims });
}

/** Adds up what was heard of each mood, strongest first. */
function rank(heard: readonly Heard[]): HeardMood[] {
  const totals = new Map<MoodName, HeardMood>();
  for (const { mood, weight, at } of heard) {
    const known = totals.get(mood);
    totals.set(mood, { mood, weight: (known?.weight ?? 0) + weight, at: Math.min(known?.at ?? at, at) });
  }
  return [...totals.values()].sort((a, b) => b.weight - a.weight);
}

/** How strongly a side speaks: its strongest mood, and a little for each further one, so that repeating is not winning. */
function strengthOf(side: readonly HeardMood[]): number {
  const [first, ...others] = side;
  return first === undefined
    ? 0
    : Math.min(first.weight, 1.6) + 0.3 * others.reduce((sum, { weight }) => sum + weight, 0);
}

/** A second mood of the same side counts when it is said about as strongly as the first. */
function secondOf(side: readonly HeardMood[]): HeardMood | undefined {
  const [first, second] = side;
  return first !== undefined && second !== undefined && second.weight >= 0.6 * first.weight ? second : undefined;
}

interface Measure {
  readonly up: number;
  readonly down: number;
  readonly total: number;
  readonly exclaims: boolean;
}

function moodOf(first: HeardMood, second: HeardMood | undefined, polarity: Mood['polarity'], measure: Measure): Mood {
  return phraseOf(first, second, { polarity, confidence: confidenceOf(measure, polarity), exclaims: measure.exclaims });
}

interface PhraseTone {
  readonly polarity: Mood['polarity'];
  readonly confidence: number;
  readonly exclaims: boolean;
}

/** Two moods, or one, as a mood: valence and arousal are their means by weight. */
export function phraseOf(first: HeardMood, second: HeardMood | undefined, tone: PhraseTone): Mood {
  const { polarity, confidence, exclaims } = tone;
  const parts = second === undefined ? [first] : [first, second];
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const mean = (of: (mood: MoodName) => number): number =>
    parts.reduce((sum, part) => sum + of(part.mood) * part.weight, 0) / weight;
  const arousal = Math.min(1, mean((mood) => MOODS[mood].arousal) + (exclaims ? 0.1 : 0));
  const joint = polarity === 'mixed' ? 'but' : 'and';
  return {
    label: second === undefined ? first.mood : `${first.mood} ${joint} ${second.mood}`,
    primary: first.mood,
    ...(second === undefined ? {} : { secondary: second.mood }),
    polarity,
    valence: rounded(mean((mood) => MOODS[mood].valence)),
    arousal: rounded(arousal),
    confidence: rounded(confidence),
  };
}

/** More said is surer, up to 0.95; a side that is contradicted without being mixed is less sure. */
function confidenceOf({ up, down, total }: Measure, polarity: Mood['polarity']): number {
  const said = 1 - Math.exp(-total * 1.2);
  const agreement = polarity === 'mixed' || up + down === 0 ? 1 : Math.max(up, down) / (up + down);
  return Math.min(0.95, said * agreement);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

const SIGN =
  /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}\ufe0f?)*|(?<=^|\s)(?:>?[:;=][-'o]?[()[\]dDpPoOcC/\\|]|<3|xD|\^_?\^|\(:|c:)(?=\s|$|[.,!?])/gu;

function* hearEmoji(cleaned: string): Generator<Heard> {
  const seen = new Map<MoodName, number>();
  for (const [sign] of cleaned.matchAll(SIGN)) {
    const mood =
      EMOJI_MOODS.get(sign.toLowerCase()) ??
      EMOJI_MOODS.get(sign.replace(/\ufe0f|\p{Emoji_Modifier}/gu, '')) ??
      EMOJI_MOODS.get(`${sign}\ufe0f`);
    if (mood === undefined) continue;
    const times = (seen.get(mood) ?? 0) + 1;
    seen.set(mood, times);
    if (times <= 2) yield { mood, weight: times === 1 ? EMOJI_WEIGHT : EMOJI_WEIGHT / 4, at: 99, hint: false };
  }
}
