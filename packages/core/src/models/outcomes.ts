import type { AttemptOutcome } from './attempt.ts';
import type { FailureDetails } from './model-failure.ts';

/** An outcome, told apart where the same outcome has different consequences. */
export type Situation = AttemptOutcome | 'day-spent' | 'credit-spent' | 'out-of-turn';

/**
 * What an attempt says about its model's health. `success`: closes the breaker and ends a row of failures. `failure`:
 * one more in a row. `answered`: the vendor is there and this says nothing about its health; ends a probe. `park-model`,
 * `park-vendor`: asking again is pointless for a long while, whatever its health. `unknown`: nothing was learnt.
 */
export type BreakerEffect = 'success' | 'failure' | 'answered' | 'park-model' | 'park-vendor' | 'unknown';

/**
 * What comes after. `reply`: this was it. `next`: the next model. `again`: the next model, and this one once more before
 * the built-in one if there is time. `wait`: the same model when its vendor's delay is short and nobody else is left,
 * else the next. `shrink`: the same model with a smaller prompt, else the next. `stop`: nobody is asked any more.
 */
export type ChainStep = 'reply' | 'next' | 'again' | 'wait' | 'shrink' | 'stop';

/** How long a model is left alone without its breaker opening: as its vendor said, or a while. Null: not at all. */
export type Pause = 'as-told' | 'a-while' | null;

export interface Consequence {
  readonly breaker: BreakerEffect;
  readonly chain: ChainStep;
  readonly pause: Pause;
  readonly alert: { readonly kind: string; readonly severity: 'warning' | 'critical' } | null;
}

const row = (
  breaker: BreakerEffect,
  chain: ChainStep,
  pause: Pause = null,
  alert: Consequence['alert'] = null,
): Consequence => ({ breaker, chain, pause, alert });

/** The one place that says what each outcome does. Its test walks every row. */
export const CONSEQUENCES: Readonly<Record<Situation, Consequence>> = {
  completed: row('success', 'reply'),
  cancelled: row('unknown', 'stop'),
  // A 200 with nothing in it, or with thoughts only, is a failure.
  empty: row('failure', 'again'),
  // The vendor works; this reply is of no use.
  truncated: row('answered', 'next'),
  filtered: row('answered', 'next'),
  'rate-limited': row('answered', 'wait', 'as-told'),
  'day-spent': row('park-model', 'next', null, { kind: 'model_allowance_spent', severity: 'warning' }),
  'credit-spent': row('park-vendor', 'next', null, { kind: 'vendor_credit_spent', severity: 'critical' }),
  'refused-key': row('park-vendor', 'next', null, { kind: 'vendor_refused_key', severity: 'critical' }),
  // The same payload never succeeds there.
  'too-large': row('answered', 'shrink'),
  // Never the breaker: nothing is broken. It is set aside for a while, so that not every turn asks in vain.
  'unknown-model': row('answered', 'next', 'a-while', { kind: 'model_not_found', severity: 'critical' }),
  // Ours to mend; another vendor may understand it.
  'bad-request': row('answered', 'next', null, { kind: 'model_request_refused', severity: 'warning' }),
  'timed-out': row('failure', 'next'),
  // Others had used up the turn's time: no fault of this one.
  'out-of-turn': row('unknown', 'next'),
  failed: row('failure', 'again'),
  cut: row('failure', 'again'),
};

/**
 * Which row an attempt falls under. `failure` is what the model threw, where it was a vendor's answer; `ranOutOfTurn`
 * tells a timeout by the turn's clock from one by the attempt's own.
 */
export function situationOf(
  outcome: AttemptOutcome,
  failure: FailureDetails | null,
  ranOutOfTurn: boolean = false,
): Situation {
  if (ranOutOfTurn && outcome === 'timed-out') return 'out-of-turn';
  if (outcome === 'rate-limited' && failure !== null && failure.exhausted !== null) {
    return failure.exhausted === 'day' ? 'day-spent' : 'credit-spent';
  }
  return outcome;
}
