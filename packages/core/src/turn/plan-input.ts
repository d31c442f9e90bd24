import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import type { Catalogue } from '../catalogue/load.ts';
import type { TurnVariants } from '../experiments/variants-of-turn.ts';
import type { RecognisedReason } from '../hand-off/recognise.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import type { PhotoLook } from '../photos/look-at-photos.ts';
import type { SpentBudget } from '../models/spending.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { AdviceReading } from './advised.ts';
import type { PersonReading } from './read-person.ts';
import type { RecalledForTurn } from './remembering.ts';

/** What a plan is made from: everything is read by then. */
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
  /** What was advised before, what the message tells of it and what may be asked after. */
  readonly advice: AdviceReading;
  /** What looking at the pictures came to; null or absent where none came, or they are for whoever writes the reply. */
  readonly look?: PhotoLook | null;
  /** Why the message wants people, where it does. */
  readonly wanted: RecognisedReason | null;
  /** An id for a case, should one be opened. */
  readonly caseId: string;
  /** What the knowledge and the models in order are: a reply made from others is not given again. */
  readonly knowledgeVersion: string;
  readonly chainVersion: string;
  readonly spentBudget: SpentBudget | null;
  /** The variants of experiments the person has, the assistant already changed by them; absent: none. */
  readonly variants?: TurnVariants;
  /** Whether a vendor's model may be asked: the one of this process reads no prompt. */
  readonly asksVendors: boolean;
}
