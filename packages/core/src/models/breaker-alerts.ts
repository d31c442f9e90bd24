import type { Attempt } from './attempt.ts';
import type { FailureDetails } from './model-failure.ts';

/** Kinds of alerts about a model, and about its vendor, that are over when it answers. */
export const MODEL_ALERTS = ['model_unavailable', 'model_allowance_spent', 'model_not_found'];
export const VENDOR_ALERTS = ['vendor_refused_key', 'vendor_credit_spent'];
/** What happened and what to do. */
export const ALERT_TEXTS: Readonly<Record<string, string>> = {
  model_allowance_spent: 'the day’s allowance is used up. It is tried again every hour; raise the limit or wait',
  vendor_credit_spent:
    'the account has no credit left. Add credit; it is tried again every hour, or reset its breakers',
  vendor_refused_key: 'the vendor refuses our key. Put a valid one into the environment and restart',
  model_not_found: 'there is no such model for this account. Check its id and whether it was retired',
  model_request_refused: 'the vendor refused our request as malformed. The next model answered; this wants a developer',
};

/** What happened, in our words: never the vendor's sentence, which may quote the person. */
export function describeFailure(attempt: Attempt, failure: FailureDetails | null): string {
  const status = failure?.status == null ? '' : ` HTTP ${failure.status}`;
  const code = failure?.code == null ? '' : ` ${failure.code}`;
  return `${attempt.outcome}${status}${code} after ${attempt.totalMs} ms`;
}
