import type { Mood } from '@rapport/wire';
import { type Features, featuresOf, namedFeature } from './emotion-features.ts';
import type { Emotions } from './emotion-model.ts';
import { readEmotions } from './emotion-reading.ts';
import { conceptsIn, type FoundConcept, type MoodConcept } from './mood-concepts.ts';

/** What is known of a message before its side is weighed. */
export interface MoodEvidence {
  readonly features: Features;
  readonly emotions: Emotions;
  readonly concepts: readonly FoundConcept[];
}

/** Which way a concept points; the others point nowhere by themselves. */
const CONCEPT_SIDE: Readonly<Record<MoodConcept, 'up' | 'down' | null>> = {
  success: 'up',
  praise: 'up',
  affection: 'up',
  kindness: 'up',
  delight: 'up',
  ease: 'up',
  recovery: 'up',
  novelty: 'up',
  ownpraise: 'up',
  loss: 'down',
  rejection: 'down',
  conflict: 'down',
  mishap: 'down',
  illness: 'down',
  fatigue: 'down',
  worry: 'down',
  failure: 'down',
  money: 'down',
  burden: 'down',
  emptiness: 'down',
  cross: null,
  routine: null,
};

/** How a message is written: who speaks, what is asked, what is weighed against what. */
const MARKS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['asks', /\?/],
  ['exclaims', /!/],
  ['exclaims twice', /!!/],
  ['speaks of itself', /\b(?:i|i'm|i've|im|me|my)\b/],
  ['contrasts', /\b(?:but|though|although|yet|still|also)\b/],
  ['opens with a question', /^(?:what|how|who|when|where|which|can you|could you|do you|does|is it|should|are)\b/],
  ['trails off', /\.\.\./],
  ['joins', /\band\b/],
  ['pauses', /,/],
  ['counts', /\d/],
  ['goes on', /[.!?]\s+\S/],
  ['waited for it', /\b(?:finally|at last|for once)\b/],
  ['repeats', /\b(?:again|another|still)\b/],
  ['denies', /\b(?:can't|cant|won't|didn't|doesn't|never|nobody|nothing|no one)\b/],
];
/** Praise before what deserves none is irony. */
const OPENS_WITH_PRAISE =
  /^(?:oh |well |ah |ooh |wow |and )*(?:great|perfect|brilliant|fantastic|super|lovely|awesome|wonderful|excellent|nice one|good one|cheers|thanks|joy|yay|wow|cool|marvell?ous|what a (?:treat|joy|surprise|lovely)|love (?:how|when|it when|that))(?! (?:you|for the))/;
const MARK_VALUE = 0.5;
const CONCEPT_VALUE = 0.7;
const CLAUSE = /[.!?;,:\n]+|\s-\s|\b(?:but|and|though|although|yet|because|so)\b/i;
/** Probabilities are weighed by their logarithm, from e⁻⁷ on, brought to about 0 to 1. */
const LEAST_PROBABILITY = 1e-3;

/**
 * What the model of `mood-model.ts` weighs: words and letters, the emotions of the whole and the strongest of its clauses,
 * concepts, what the rules heard and how it is written. Linear in the text, which should be of a hundred words at most.
 */
export function moodEvidence(cleaned: string, byRules: Mood | null): MoodEvidence {
  const features = new Map(featuresOf(cleaned));
  const emotions = readEmotions(cleaned);
  const concepts = conceptsIn(cleaned);
  const add = (name: string, value: number): void => {
    if (value !== 0) features.set(namedFeature(name), value);
  };
  for (const [label, share] of Object.entries(emotions.labels))
    add(`emotion ${label}`, (Math.log(share + LEAST_PROBABILITY) + 4) / 4);
  for (const [side, share] of Object.entries(emotions.sentiment)) add(`sentiment ${side}`, share);
  addClauses(add, cleaned);
  addConcepts(add, concepts);
  addRules(add, byRules);
  const lower = cleaned.toLowerCase();
  for (const [name, pattern] of MARKS) if (pattern.test(lower)) add(name, MARK_VALUE);
  if (OPENS_WITH_PRAISE.test(lower)) {
    add('opens with praise', MARK_VALUE);
    if (concepts.some(({ concept, isNegated }) => CONCEPT_SIDE[concept] === 'down' && !isNegated))
      add('praises what goes wrong', 1);
  }
  add(`words ${Math.min(5, Math.floor(Math.log2(lower.split(/\s+/).length)))}`, MARK_VALUE);
  return { features, emotions, concepts };
}

type Add = (name: string, value: number) => void;

/** Mixed feelings stand in clauses of their own: the happiest and the unhappiest of them, and both at once. */
function addClauses(add: Add, cleaned: string): void {
  const clauses = cleaned.split(CLAUSE).filter((clause) => clause.trim().split(/\s+/).length >= 2);
  let [up, down] = [0, 0];
  for (const clause of clauses.slice(0, MOST_CLAUSES)) {
    const { positive, negative } = readEmotions(clause).sentiment;
    [up, down] = [Math.max(up, positive), Math.max(down, negative)];
  }
  add('happiest clause', up);
  add('unhappiest clause', down);
  add('both clauses', Math.min(up, down) * 2);
  add('clauses', Math.min(clauses.length, 5) / 3);
}

const MOST_CLAUSES = 12;

function addConcepts(add: Add, concepts: readonly FoundConcept[]): void {
  const sides = { up: new Set<MoodConcept>(), down: new Set<MoodConcept>() };
  for (const { concept, isNegated } of concepts) {
    add(`${isNegated ? 'no ' : ''}concept ${concept}`, CONCEPT_VALUE);
    const side = CONCEPT_SIDE[concept];
    if (side !== null) sides[isNegated ? (side === 'up' ? 'down' : 'up') : side].add(concept);
  }
  const [up, down] = [sides.up.size, sides.down.size];
  add('concepts up', Math.min(3, up) / 2);
  add('concepts down', Math.min(3, down) / 2);
  add('concepts both', Math.min(up, down, 2) / 2);
  addClauseSides(add, concepts);
  const only = up === 0 ? (down === 0 ? 'neither' : 'down') : down === 0 ? 'up' : null;
  if (only !== null) add(`concepts only ${only}`, CONCEPT_VALUE);
}

/** Where one clause points only up and another only down, and which of the two comes last: it is the one that stays. */
function addClauseSides(add: Add, concepts: readonly FoundConcept[]): void {
  const clauses = new Map<number, { up: boolean; down: boolean }>();
  for (const { concept, clause, isNegated } of concepts) {
    const side = CONCEPT_SIDE[concept];
    if (side === null) continue;
    const known = clauses.get(clause) ?? { up: false, down: false };
    const points = isNegated ? (side === 'up' ? 'down' : 'up') : side;
    clauses.set(clause, { ...known, [points]: true });
  }
  const pure = [...clauses.values()].filter(({ up, down }) => up !== down).map(({ up }) => (up ? 'up' : 'down'));
  if (pure.includes('up') && pure.includes('down')) add('clauses disagree', 1);
  if (pure.length > 1) add(`clauses end ${pure.at(-1)}`, CONCEPT_VALUE);
  if (pure.length > 1) add(`clauses begin ${pure[0]}`, CONCEPT_VALUE);
}

function addRules(add: Add, byRules: Mood | null): void {
  add(`rules say ${byRules?.polarity ?? 'nothing'}`, 1);
  if (byRules === null) return;
  add(`rules are sure of ${byRules.polarity}`, byRules.confidence);
  add('rules feel', byRules.valence);
  add(`rules name ${byRules.primary}`, 0.5);
}
