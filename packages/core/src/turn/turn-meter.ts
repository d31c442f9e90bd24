import type { Attempt } from '../models/attempt.ts';

/** What a finished turn adds to the process's metrics: choices and durations, nothing of whose it was. */
export interface MeteredTurn {
  readonly assistant: string;
  readonly outcome: string;
  /** The model that answered; null when none did. */
  readonly model: string | null;
  readonly isFallback: boolean;
  readonly cache: 'exact' | 'near' | 'miss' | 'uncacheable' | null;
  readonly safety: string;
  readonly responseTimeMs: number;
  readonly attempts: readonly (Pick<Attempt, 'model' | 'outcome'> & { readonly costMicroUsd: number | null })[];
}

/** Told of each turn after its reply is stored. Neither waits nor throws. */
export interface TurnMeter {
  turnFinished(turn: MeteredTurn): void;
}
