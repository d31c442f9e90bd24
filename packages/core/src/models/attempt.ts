import type { TokenUsage } from './language-model.ts';
import type { FailureKind } from './model-failure.ts';

/** What became of one attempt. Only `completed` is a reply; `cancelled` is the person's own doing. */
export type AttemptOutcome = 'completed' | 'empty' | 'truncated' | 'timed-out' | 'cancelled' | FailureKind;

/**
 * Whose count an attempt's tokens are. `reported`: the vendor's. `estimated`: it had begun and never said. `none`: it
 * was refused before anything was used.
 */
export type UsageSource = 'reported' | 'estimated' | 'none';

/** One attempt as the ledger keeps it. Times in milliseconds; `firstTokenMs` is null when no text came. */
export interface Attempt {
  readonly model: string;
  /** The model that answered, as the vendor says; null when it did not say. */
  readonly servedModel: string | null;
  readonly provider: string;
  readonly outcome: AttemptOutcome;
  /** The vendor's own code of its failure, or the rule of ours that its reply broke; null when there was none. */
  readonly failureCode: string | null;
  /** The vendor's own id of the answer; null when it gave none. */
  readonly vendorRequestId: string | null;
  readonly firstTokenMs: number | null;
  readonly totalMs: number;
  readonly usage: TokenUsage;
  readonly usageSource: UsageSource;
  readonly startedAt: Date;
}
