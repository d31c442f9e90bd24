import type { JourneyStage } from '@rapport/wire';
import type { JourneyDefinition } from '../assistants/journey-definition.ts';
import { labelScorer } from '../understanding/learnt-labels.ts';
import { type MeaningOf, messageFeatures } from '../understanding/message-features.ts';
import { hearSignals, likelihoods, weigh } from '../understanding/signals.ts';

/** Words of the person that speak for a stage, by the signal that heard them. */
export interface StageEvidence {
  /** The signal's id; `wording` where it is the message as a whole that reads like the stage. */
  readonly signal: string;
  readonly quote: string;
}

/** From which stage a message speaks. */
export interface StageReading {
  readonly stage: JourneyStage;
  /** 0 to 1: how likely it is among the stages, given what was said. */
  readonly likelihood: number;
  /** What spoke for it, the strongest first; never empty. */
  readonly evidence: readonly StageEvidence[];
  /** Whether it tells of a step taken, which moves a person at once. */
  readonly isEvent: boolean;
}

/** From which stage a message speaks, given the one the person is known to be at; null for a message without words. */
export type StageReader = (text: string, standing?: JourneyStage | null) => StageReading | null;

/** How much the stage a person is at speaks for itself, on the scale of scores: where words leave it open, they are where they were. */
const SCORE_OF_STANDING = 0.1;
/** Turns scores into logarithms of odds: by cross-validation, a reading of likelihood 0.7 is then right about 7 times in 10. */
const SHARPNESS = 4.5;
const LONGEST_QUOTE = 200;

/**
 * A reader by a journey's signals and what was learnt of its wording. `meaningOf` is the embedder that was learnt with.
 * Reading is pure, and takes well below a millisecond.
 */
export function createStageReader(journey: JourneyDefinition, meaningOf: MeaningOf): StageReader {
  const stages = journey.stages.map(({ id }) => id);
  const score = journey.wording === null ? null : labelScorer(journey.wording);
  return (text, standing = null) => {
    if (!/[\p{L}\p{N}]/u.test(text)) return null;
    const heard = hearSignals(text, journey.signals);
    if (score === null && heard.length === 0) return null;
    // What signals weigh is in logarithms of odds as it is.
    const told =
      score === null ? weigh(heard, stages) : sharpened(score(messageFeatures(text, meaningOf, heard, stages)));
    const scores = new Map(
      [...told].map(([stage, value]) => [stage, stage === standing ? value + SHARPNESS * SCORE_OF_STANDING : value]),
    );
    const [best] = [...likelihoods(scores)].sort(([, one], [, other]) => other - one);
    if (best === undefined) return null;
    const [stage, likelihood] = best;
    const speaking = heard
      .filter(({ signal }) => (signal.weights[stage] ?? 0) > 0)
      .sort((one, other) => (other.signal.weights[stage] ?? 0) - (one.signal.weights[stage] ?? 0));
    const evidence = speaking.map(({ signal, quote }) => ({ signal: signal.id, quote }));
    const whole = { signal: 'wording', quote: text.trim().slice(0, LONGEST_QUOTE).toWellFormed() };
    return {
      stage,
      likelihood,
      evidence: evidence.length === 0 ? [whole] : evidence,
      isEvent: speaking.some(({ signal }) => journey.events.includes(signal.id)),
    };
  };
}

const sharpened = (scores: ReadonlyMap<JourneyStage, number>): ReadonlyMap<JourneyStage, number> =>
  new Map([...scores].map(([stage, value]) => [stage, SHARPNESS * value]));
