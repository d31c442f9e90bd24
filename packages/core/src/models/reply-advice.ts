import type { Outcome } from '../advice/advice.ts';
import type { KnownOutcome } from '../advice/shape.ts';
import type { AdviceKind } from '../assistants/advice-definition.ts';

/** Advice that the message tells something of. */
export interface HeardAdvice {
  readonly kind: AdviceKind;
  /** What was advised, as it goes on from "we talked about". */
  readonly phrase: string;
  /** Of the passage or product. */
  readonly item: string;
  readonly outcome: Outcome;
  /** Their words. */
  readonly quote: string;
  /** A next step for whom it works and something smaller for whom it was too much, a sentence each; null for the usual. */
  readonly next: string | null;
  readonly smaller: string | null;
}

/** What advice given before gives a reply. */
export interface ReplyAdvice {
  /** What the message says came of it, harm first. */
  readonly heard: readonly HeardAdvice[];
  /** Phrases of which one is meant, where it is not clear which. */
  readonly whichOf: readonly string[];
  /** What is known to have come of advice. */
  readonly known: readonly KnownOutcome[];
}

export const NO_ADVICE: ReplyAdvice = { heard: [], whichOf: [], known: [] };
