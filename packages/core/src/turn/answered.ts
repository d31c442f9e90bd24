import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import type { TurnVariants } from '../experiments/variants-of-turn.ts';
import type { PhotoLook } from '../photos/look-at-photos.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { AdviceReading } from './advised.ts';
import type { GenerateResult } from './generate.ts';
import type { Lesson } from './learn.ts';
import type { LiveReply } from './live-replies.ts';
import type { PersonReading } from './read-person.ts';
import type { TurnPlan } from './turn-plan.ts';

/** A turn and what was said to it, before it is stored. */
export interface Answered {
  readonly turn: AcceptedTurn;
  readonly assistant: AssistantDefinition;
  readonly summary: Summary;
  readonly person: PersonReading;
  /** What was advised before and what the message tells of it. */
  readonly advice: AdviceReading;
  readonly plan: TurnPlan;
  /** What looking at the pictures came to; null where none were looked at before the reply. */
  readonly look: PhotoLook | null;
  /** What the message teaches; null where nothing may be learnt. */
  readonly lesson: Lesson | null;
  /** The variants of experiments it was answered with. */
  readonly variants: TurnVariants;
  readonly result: GenerateResult;
  readonly live: LiveReply;
  readonly responseTimeMs: number;
}
