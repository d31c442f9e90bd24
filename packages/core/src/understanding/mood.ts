import type { Mood } from '@rapport/wire';
import type { EmotionLabel } from './emotion-labels.ts';
import type { MoodConcept } from './mood-concepts.ts';
import { type MoodEvidence, moodEvidence } from './mood-features.ts';
import { MOODS, type MoodName } from './mood-lexicon.ts';
import { type MoodModel, sidesBy, unpackMoodModel } from './mood-model.ts';
import { EXCLAIMS, hearMoods } from './mood-rules.ts';
import { type HeardMood, NEUTRAL_BAND, phraseOf } from './mood-weighing.ts';
import packed from './mood-weights.json' with { type: 'json' };
import { clean } from './text.ts';
import { spelledOut } from './texting.ts';

/** Longer messages say in words how they feel, and are past what the model has seen: there the rules decide alone. */
const MOST_MODEL_CHARACTERS = 500;
/**
 * Where no word for a mood was heard, the model must be this sure of one: a plain fact must stay one. On unseen messages .7
 * is as good as .65 (macro-F1 .795), .8 a point worse; of plain remarks it hears fewer.
 */
const SURE_WITHOUT_WORDS = 0.7;
const SUREST = 0.95;
/** Faces and pictures alone are words to the rules, and nothing to the model. */
const LETTER = /\p{L}/u;

let model: MoodModel | null = null;

/**
 * The mood of a message as a phrase of up to two moods, or null when it has none (plain facts, bare questions).
 * Rules hear the words for moods; a small linear model weighs them with the emotions of whole and clauses, what happens
 * and how it is written, and says on which side the message is; the moods are those heard on that side, or what is felt
 * where that happens. Decision 9 has the figures. Never throws; linear in the first 3,000 characters.
 */
export function readMood(text: string): Mood | null {
  const cleaned = spelledOut(clean(text));
  const { mood: byRules, heard, isSettled } = hearMoods(text);
  if (isSettled || !LETTER.test(cleaned) || cleaned.length > MOST_MODEL_CHARACTERS) return byRules;
  const evidence = moodEvidence(cleaned, byRules);
  model ??= unpackMoodModel(packed);
  const sides = sidesBy(model, evidence.features);
  const polarity = (Object.keys(sides) as Mood['polarity'][]).reduce((best, side) =>
    sides[side] > sides[best] ? side : best,
  );
  if (polarity === byRules?.polarity) return { ...byRules, confidence: surer(byRules.confidence, sides[polarity]) };
  if (polarity === 'neutral' || (byRules === null && sides[polarity] < SURE_WITHOUT_WORDS)) return null;
  return named(polarity, sides[polarity], candidatesOf(heard, evidence), EXCLAIMS.test(cleaned));
}

function surer(one: number, other: number): number {
  return Math.min(SUREST, Math.round(Math.max(one, (one + other) / 2) * 100) / 100);
}

/** What is felt where the model hears an emotion; null where that is neither pleasant nor unpleasant. */
const MOOD_OF_EMOTION: Readonly<Record<EmotionLabel, MoodName | null>> = {
  admiration: 'content',
  amusement: 'amused',
  anger: 'angry',
  annoyance: 'frustrated',
  approval: 'content',
  caring: 'loved',
  confusion: null,
  curiosity: null,
  desire: 'hopeful',
  disappointment: 'disappointed',
  disapproval: 'frustrated',
  disgust: 'disgusted',
  embarrassment: 'embarrassed',
  excitement: 'excited',
  fear: 'afraid',
  gratitude: 'grateful',
  grief: 'sad',
  joy: 'joyful',
  love: 'loved',
  nervousness: 'nervous',
  optimism: 'hopeful',
  pride: 'proud',
  realization: null,
  relief: 'relieved',
  remorse: 'guilty',
  sadness: 'sad',
  surprise: null,
  neutral: null,
};

/** What is mostly felt where something of the kind happens. */
const MOOD_OF_CONCEPT: Readonly<Record<MoodConcept, MoodName | null>> = {
  success: 'proud',
  praise: 'proud',
  affection: 'loved',
  kindness: 'grateful',
  delight: 'joyful',
  ease: 'content',
  recovery: 'relieved',
  novelty: 'excited',
  ownpraise: 'content',
  loss: 'sad',
  rejection: 'lonely',
  conflict: 'hurt',
  mishap: 'frustrated',
  illness: 'unwell',
  fatigue: 'tired',
  worry: 'anxious',
  failure: 'ashamed',
  money: 'stressed',
  burden: 'overwhelmed',
  emptiness: 'sad',
  cross: null,
  routine: null,
};

/** A rule's word counts as it does there; an emotion by its probability, once it has some; each concept less than a word. */
const EMOTION_WEIGHT = 1.5;
const LEAST_EMOTION = 0.12;
const CONCEPT_WEIGHT = 0.4;
/** After everything whose place in the message is known. */
const NO_PLACE = 98;

function candidatesOf(heard: readonly HeardMood[], { emotions, concepts }: MoodEvidence): HeardMood[] {
  const found = [...heard];
  for (const [label, share] of Object.entries(emotions.labels) as [EmotionLabel, number][]) {
    const mood = MOOD_OF_EMOTION[label];
    if (mood !== null && share >= LEAST_EMOTION) found.push({ mood, weight: share * EMOTION_WEIGHT, at: NO_PLACE });
  }
  for (const { concept, isNegated, clause, at } of concepts) {
    const mood = MOOD_OF_CONCEPT[concept];
    if (mood !== null && !isNegated) found.push({ mood, weight: CONCEPT_WEIGHT, at: clause + at / 100 });
  }
  return found;
}

/** A message of which one side alone has words is of both only where the model is this sure. */
const SURE_OF_BOTH = 0.8;
/** What is said of a side of which nothing tells more. */
const UNTOLD = { up: 'content', down: 'disappointed' } as const;

function named(polarity: Mood['polarity'], confidence: number, found: readonly HeardMood[], exclaims: boolean): Mood {
  const tone = { polarity, confidence: Math.min(SUREST, confidence), exclaims };
  const [up, down] = [strongest(found, 'up'), strongest(found, 'down')];
  if (polarity === 'positive') return phraseOf(up, undefined, tone);
  if (polarity === 'negative') return phraseOf(down, undefined, tone);
  // A side that only the model guesses at is not named: nobody is told that they sound disappointed for no word of it.
  if (isUntold(up) !== isUntold(down)) {
    const [told, side] = isUntold(down) ? ([up, 'positive'] as const) : ([down, 'negative'] as const);
    return phraseOf(told, undefined, { ...tone, polarity: confidence < SURE_OF_BOTH ? side : 'mixed' });
  }
  return up.at <= down.at ? phraseOf(up, down, tone) : phraseOf(down, up, tone);
}

function isUntold({ weight, at }: HeardMood): boolean {
  return at === NO_PLACE && weight <= LEAST_EMOTION;
}

function strongest(found: readonly HeardMood[], side: keyof typeof UNTOLD): HeardMood {
  const totals = new Map<MoodName, HeardMood>();
  for (const { mood, weight, at } of found) {
    const { valence } = MOODS[mood];
    if (side === 'up' ? valence <= NEUTRAL_BAND : valence >= -NEUTRAL_BAND) continue;
    const known = totals.get(mood);
    totals.set(mood, { mood, weight: weight + (known?.weight ?? 0), at: Math.min(at, known?.at ?? at) });
  }
  return [...totals.values()].reduce((best, each) => (each.weight > best.weight ? each : best), {
    mood: UNTOLD[side],
    weight: LEAST_EMOTION,
    at: NO_PLACE,
  });
}
