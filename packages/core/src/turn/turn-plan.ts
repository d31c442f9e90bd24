import type { SAFETY_NOTE_KINDS, SafetyLevel } from '@rapport/wire';
import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import type { CachingDecision } from '../cache/cache-decision.ts';
import type { Catalogue } from '../catalogue/load.ts';
import type { RecognisedReason } from '../hand-off/recognise.ts';
import type { HandOffChange } from '../hand-off/standing.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import type { ModelRequest } from '../models/language-model.ts';
import type { SpentBudget } from '../models/spending.ts';
import type { PromptRecord } from '../prompts/prompt-record.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { PersonReading } from './read-person.ts';
import type { RecalledForTurn } from './remembering.ts';

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
} & (
  | {
      readonly kind: 'scripted';
      readonly text: string;
      readonly suggestions: readonly string[];
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
      /** Why no vendor is asked: a budget of the day is used up, or help can't wait; null: they are asked. */
      readonly withoutVendors: SpentBudget | 'urgent' | null;
    }
);

export type ScriptedPlan = Extract<TurnPlan, { readonly kind: 'scripted' }>;
type SafetyNoteKind = (typeof SAFETY_NOTE_KINDS)[number];

/** A request and from what its prompt was made. */
export interface PromptedRequest {
  readonly request: ModelRequest;
  readonly record: PromptRecord;
}

export interface PlanInput {
  readonly turn: AcceptedTurn;
  readonly assistant: AssistantDefinition;
  readonly summary: Summary;
  readonly passages: readonly FoundPassage[];
  /** Where the person is and who they come across as. */
  readonly person: PersonReading;
  /** The brand's products; null for an assistant that sells nothing. */
  readonly catalogue: Catalogue | null;
  /** Whether the person is under 18. */
  readonly isMinor: boolean;
  /** What is remembered and may matter. */
  readonly recalled: RecalledForTurn;
  /** Whether the message has something forgotten, which is done with the turn. */
  readonly forgets: boolean;
  /** A text's vector of length 1; null where that takes a vendor. */
  readonly meaningOf: ((text: string) => Float32Array) | null;
  readonly now: Date;
  /** Why the message wants people, where it does. */
  readonly wanted: RecognisedReason | null;
  /** An id for a case, should one be opened. */
  readonly caseId: string;
  /** What the knowledge and the models in order are: a reply made from others is not given again. */
  readonly knowledgeVersion: string;
  readonly chainVersion: string;
  readonly spentBudget: SpentBudget | null;
  /** Whether a vendor's model may be asked: the one of this process reads no prompt. */
  readonly asksVendors: boolean;
}
