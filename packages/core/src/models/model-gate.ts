import type { Attempt } from './attempt.ts';
import type { LanguageModel } from './language-model.ts';
import type { FailureDetails } from './model-failure.ts';
import type { Consequence } from './outcomes.ts';

/**
 * Whether a model may be asked now. `probe`: it may, as the one trial of a breaker that was open, and must not be silent
 * for `withinMs`: after that another trial may begin.
 */
export type Admission =
  | { readonly kind: 'open' }
  | { readonly kind: 'probe'; readonly withinMs: number }
  | { readonly kind: 'refused' };

/** Stands before the vendors' models: keeps turns away from those that can't answer, and learns from every attempt. */
export interface ModelGate {
  /** Never rejects. Synchronous but for a probe, which one instance alone may make. */
  admit(model: LanguageModel): Admission | Promise<Admission>;
  /** What became of an attempt that was admitted. */
  report(
    model: LanguageModel,
    attempt: Attempt,
    consequence: Consequence,
    failure: FailureDetails | null,
    admission: Admission,
  ): void;
  /** The pause a vendor asked for was waited out by the one who was told. */
  resume(model: LanguageModel): void;
}

/** Lets everything pass and learns nothing: for models that have no breaker. */
export const OPEN_GATE: ModelGate = {
  admit: () => ({ kind: 'open' }),
  report: () => undefined,
  resume: () => undefined,
};
