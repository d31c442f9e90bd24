import type { SAFETY_NOTE_KINDS, SafetyLevel } from '@rapport/wire';
import type { CachingDecision } from '../cache/cache-decision.ts';
import type { HandOffChange } from '../hand-off/standing.ts';
import type { ModelRequest } from '../models/language-model.ts';
import type { SpentBudget } from '../models/spending.ts';
import type { PhotoPlan } from '../photos/plan-photos.ts';
import type { PromptRecord } from '../prompts/prompt-record.ts';

/** What the turn changes in what an assistant knows and owes of a person; null leaves a thing as it is. */
export interface StandingChange {
  readonly preferredName: string | null;
  readonly awaitingName: boolean | null;
  readonly nameAsks: number | null;
  readonly disclosedAt: Date | null;
  readonly careLevel: SafetyLevel | null;
  readonly careTurnsLeft: number | null;
}

/**
 * What to say and with what. `scripted`: the words are decided here and no model is asked. `generate`: models write,
 * between `before` and `after`, which belong to the reply whichever model writes it.
 */
export type TurnPlan = {
  readonly safety: SafetyLevel;
  readonly change: StandingChange;
  /** What changes between the assistant and people of the team. */
  readonly handOff: HandOffChange;
  /** True: said even while a person of the team answers, because it can't wait. */
  readonly isUrgent: boolean;
  /** What is said and done of photos; absent where nothing is. */
  readonly photos?: PhotoPlan;
} & (
  | {
      readonly kind: 'scripted';
      readonly text: string;
      readonly suggestions: readonly string[];
      /** The advice the words ask after. */
      readonly asksAfter?: string;
      /** Notes of safety that the text says, for clients that show them beside it. */
      readonly safetyNotes: readonly SafetyNoteKind[];
      /** True: a person of the team answers, so nothing is said. */
      readonly isSilent: boolean;
    }
  | {
      readonly kind: 'generate';
      readonly request: ModelRequest;
      readonly before: string;
      readonly after: string;
      /** Said after it where the reply says that it has no answer, an offer of people; null: not this time. */
      readonly offer: string | null;
      /** From what the prompt was made, to be stored beside the turn; null when no vendor is to read one. */
      readonly promptRecord: PromptRecord | null;
      /** The request with a smaller prompt, and from what that was made; null when it can't get smaller. */
      readonly shrink: (request: ModelRequest) => PromptedRequest | null;
      /** Whether the reply may be one that was given before, and given again. */
      readonly cache: CachingDecision;
      /**
       * Why no vendor is asked: a budget of the day is used up, help can't wait, or the reply stands beside what a photo shows,
       * of which no word may be a vendor's; null: they are asked.
       */
      readonly withoutVendors: SpentBudget | 'urgent' | 'photo' | null;
    }
);

export type ScriptedPlan = Extract<TurnPlan, { readonly kind: 'scripted' }>;
type SafetyNoteKind = (typeof SAFETY_NOTE_KINDS)[number];

/** A request and from what its prompt was made. */
export interface PromptedRequest {
  readonly request: ModelRequest;
  readonly record: PromptRecord;
}
