import { type JourneyInput, journeyDefinition } from '../assistants/journey-definition.ts';

const stageOf = (
  id: JourneyInput['stages'][number]['id'],
  arrows: Pick<JourneyInput['stages'][number], 'onTo' | 'backTo'>,
): JourneyInput['stages'][number] => ({
  id,
  name: id,
  meaning: `They are at ${id} with their garden.`,
  advice: `Talk as one talks at ${id} of gardens.`,
  depth: 'usual',
  nextSteps: [`Go on from ${id} step by step.`],
  ...arrows,
});

/** A small journey that is defined well: three stages in a row, with the arrows between neighbours. */
export const soundJourney: JourneyInput & {
  readonly moving: NonNullable<JourneyInput['moving']>;
  readonly wording: NonNullable<JourneyInput['wording']>;
} = {
  stages: [
    stageOf('discovery', { onTo: ['learning'], backTo: [] }),
    stageOf('learning', { onTo: ['mastery'], backTo: ['discovery'] }),
    stageOf('mastery', { onTo: [], backTo: ['learning'] }),
  ],
  signals: [
    { id: 'wonders', pattern: /\bwonder\w*\b/, weights: { discovery: 3 } },
    { id: 'asks-what', pattern: /\bwhat is\b/, weights: { learning: 3 } },
    { id: 'teaches', pattern: /\bi teach\b/, weights: { mastery: 3 } },
    { id: 'has-begun', pattern: /\bi dont wonder any more\b/, weights: { discovery: -2, learning: 3 } },
  ],
  wording: {
    embedding: 'none',
    examples: 'none',
    labels: ['discovery', 'learning', 'mastery'],
    step: 1,
    // Signals alone speak, and at their full weight where there is one.
    features: {
      'signal discovery': [5, 0, 0],
      'signal learning': [0, 5, 0],
      'signal mastery': [0, 0, 5],
    },
  },
  events: ['has-begun'],
  moving: { leastLikelihood: 0.5, alongArrow: 1.2, leap: 1.8 },
};

export const journey = journeyDefinition.parse(soundJourney);
