import type { TokenUsage } from './language-model.ts';

/** What a vendor's answer amounts to when it is no reply, read from its body and not from its status alone. */
export type FailureKind =
  /** The key is wrong, expired, without permission, or its account is closed. */
  | 'refused-key'
  /** Too many requests or tokens for a while, or the account's allowance is used up: see `exhausted`. */
  | 'rate-limited'
  /** The request is too long for the model or its allowance, and always will be. */
  | 'too-large'
  /** No such model, retired, or not for this account. */
  | 'unknown-model'
  /** The vendor can't make sense of the request: ours to mend, the same for every try. */
  | 'bad-request'
  /** The vendor withheld the reply or refused the message. */
  | 'filtered'
  /** Overloaded, broken, or answered what nobody can read. */
  | 'failed'
  /** The answer broke off. */
  | 'cut';

export interface FailureDetails {
  readonly kind: FailureKind;
  /** HTTP status; null when there was no answer, or when an answer of status 200 turned out to be the failure. */
  readonly status: number | null;
  /** The vendor's own code for it, such as `RESOURCE_EXHAUSTED`; safe to log. Null when it gave none. */
  readonly code: string | null;
  /** Milliseconds after which the vendor says it may be asked again; null when it does not say. */
  readonly retryAfterMs: number | null;
  /** What is used up for longer than a pause: the day's allowance, or the account's credit. */
  readonly exhausted: 'day' | 'credit' | null;
  /** The vendor's own id of the request; null when it gave none. */
  readonly requestId: string | null;
  /** Tokens the vendor says it counted all the same. */
  readonly usage: TokenUsage | null;
}

/**
 * Thrown by a model whose vendor failed. Carries neither the request nor the vendor's sentence, which may quote the
 * person: it can be logged whole.
 */
export class ModelFailure extends Error {
  readonly details: FailureDetails;

  constructor(model: string, details: Pick<FailureDetails, 'kind'> & Partial<FailureDetails>) {
    super(
      `${model}: ${details.kind}${details.status == null ? '' : ` (HTTP ${details.status})`}${details.code == null ? '' : ` ${details.code}`}`,
    );
    this.name = 'ModelFailure';
    this.details = {
      status: null,
      code: null,
      retryAfterMs: null,
      exhausted: null,
      requestId: null,
      usage: null,
      ...details,
    };
  }
}
