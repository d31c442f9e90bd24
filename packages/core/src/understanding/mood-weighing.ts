import type { Mood } from '@rapport/wire';
import { MOODS, type MoodName } from './mood-lexicon.ts';

/** A mood heard in the message. `at` orders them; `hint`: a happening suggests it, nobody named it. */
export interface Heard {
  readonly mood: MoodName;
  readonly weight: number;
  readonly at: number;
  readonly hint: boolean;
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

/** The moods that were heard as one mood; null when hardly any was. */
export function summarise(heard: readonly Heard[], tone: Tone): Mood | null {
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
export function rank(heard: readonly Heard[]): HeardMood[] {
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
