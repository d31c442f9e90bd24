import type { JourneyStage } from '@rapport/wire';
import type { JourneyDefinition } from '../assistants/journey-definition.ts';
import type { StageReading } from './read-stage.ts';

/** Where a person is, and whither their words have begun to lean. */
export interface JourneyStanding {
  /** Null while nothing is known. */
  readonly stage: JourneyStage | null;
  /** The other stage their last words spoke for and how much so far; null when none did. */
  readonly leaning: { readonly stage: JourneyStage; readonly weight: number } | null;
}

export const NOT_BEGUN: JourneyStanding = { stage: null, leaning: null };

/**
 * Why a person moved. `first-words`: nothing was known. `event`: they told of a step taken. `repeated`: their words kept
 * speaking for it.
 */
export type MoveReason = 'first-words' | 'event' | 'repeated';

/** A move of a person from stage to stage; `from` is null for the first. */
export interface JourneyMove {
  readonly from: JourneyStage | null;
  readonly to: JourneyStage;
  readonly reason: MoveReason;
}

/**
 * Where a person is after one more message: pure, and a table's worth of rules. First words are believed at once. After
 * them no single message moves anyone unless it tells of a step taken: what speaks for another stage is added up while it
 * goes on speaking for the same, and more is asked of a leap than of a step along an arrow. A message that speaks for where
 * they are, or for yet another stage, starts the sum anew. Back is a direction like any other.
 */
export function moveOn(
  standing: JourneyStanding,
  reading: StageReading | null,
  journey: JourneyDefinition,
): { readonly standing: JourneyStanding; readonly move: JourneyMove | null } {
  if (reading === null) return { standing, move: null };
  const { stage, leaning } = standing;
  const arrive = (reason: MoveReason) => ({
    standing: { stage: reading.stage, leaning: null },
    move: { from: stage, to: reading.stage, reason },
  });
  // A stage that the journey no longer has is none.
  const current = journey.stages.find(({ id }) => id === stage);
  if (stage === null || current === undefined) return arrive('first-words');
  if (reading.stage === stage) return { standing: { stage, leaning: null }, move: null };
  if (reading.likelihood < journey.moving.leastLikelihood) return { standing, move: null };
  if (reading.isEvent) return arrive('event');
  const weight = (leaning?.stage === reading.stage ? leaning.weight : 0) + reading.likelihood;
  const isAlongArrow = current.onTo.includes(reading.stage) || current.backTo.includes(reading.stage);
  if (weight >= (isAlongArrow ? journey.moving.alongArrow : journey.moving.leap)) return arrive('repeated');
  return { standing: { stage, leaning: { stage: reading.stage, weight } }, move: null };
}
