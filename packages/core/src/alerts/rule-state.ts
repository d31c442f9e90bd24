import type { MeasuredRule } from './alert-rules.ts';

/** What was measured for one subject. `value` is null where there was nothing to measure. */
export interface Measurement {
  readonly subject: string;
  readonly value: number | null;
  /** Of how many. */
  readonly volume: number;
}

/** How a rule stands to a subject. */
export interface RuleState {
  readonly isFiring: boolean;
  /** Since when the measure has been beyond the threshold that would turn it; null while it is not. */
  readonly turningSince: Date | null;
  readonly value: number | null;
  readonly volume: number;
}

export const CALM: RuleState = { isFiring: false, turningSince: null, value: null, volume: 0 };

/** An alert that nothing has been measured for in so long is over: there is no telling whether it is so. */
export const SILENCE_ENDS_MINUTES = 60;

const MINUTE_MS = 60_000;

/** Why an alert ended: it is well again, or too little happens to tell. */
export type Turn = 'fired' | 'cleared' | 'silent' | null;

/**
 * One look of a rule at a measurement: what it knows after it, and whether it turned. It fires after its minutes beyond the
 * threshold on end and ends after its minutes on the other side of the other threshold; between the two nothing changes.
 * Time is what counts, not how often it looks, so that two looks in one minute are one and a late one is no gap.
 */
export function look(
  rule: MeasuredRule,
  before: RuleState,
  { value, volume }: Omit<Measurement, 'subject'>,
  now: Date,
): { readonly state: RuleState; readonly turn: Turn } {
  const known = volume >= rule.minimumVolume ? value : null;
  const standing = { isFiring: before.isFiring, value: known, volume };
  const turns = known === null ? before.isFiring : isBeyond(rule, before.isFiring, known);
  if (!turns) return { state: { ...standing, turningSince: null }, turn: null };
  // What was measured and what is not known are different runs: the one does not go on with the other's time.
  const goesOn = before.turningSince !== null && (before.value === null) === (known === null);
  const since = goesOn && before.turningSince !== null ? before.turningSince : now;
  const minutes = known === null ? SILENCE_ENDS_MINUTES : before.isFiring ? rule.clears.minutes : rule.fires.minutes;
  if (now.getTime() - since.getTime() < minutes * MINUTE_MS) {
    return { state: { ...standing, turningSince: since }, turn: null };
  }
  return {
    state: { ...standing, isFiring: !before.isFiring, turningSince: null },
    turn: !before.isFiring ? 'fired' : known === null ? 'silent' : 'cleared',
  };
}

/** Whether a value is beyond what would turn the rule: bad while it is calm, well while it fires. */
function isBeyond({ direction, fires, clears }: MeasuredRule, isFiring: boolean, value: number): boolean {
  if (!isFiring) return direction === 'above' ? value > fires.threshold : value < fires.threshold;
  return direction === 'above' ? value <= clears.threshold : value >= clears.threshold;
}
