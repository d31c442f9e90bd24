import type { Clock } from '../runtime.ts';
import type { BreakerStateName } from './breaker-store.ts';

/** A breaker as operators see it. */
export interface BreakerView {
  readonly model: string;
  readonly provider: string;
  readonly state: BreakerStateName;
  readonly failureCount: number;
  readonly cause: string | null;
  readonly lastError: string | null;
  readonly since: Date;
  /** When it may next be asked; null while it may be. */
  readonly nextProbeAt: Date | null;
  /** Until when this instance leaves the model alone though its breaker is closed, as its vendor asked; null: it does not. */
  readonly pausedUntil: Date | null;
  readonly transitions: number;
}

/** A breaker as this process keeps it. */
export interface Entry {
  readonly model: string;
  readonly provider: string;
  state: BreakerStateName;
  failureCount: number;
  cause: string | null;
  lastError: string | null;
  since: Date;
  /** By the monotonic clock. */
  nextProbeMs: number;
  pausedUntilMs: number;
  transitions: number;
  claiming: boolean;
  /** Whether an alert about it may be open: true at the start, for what an earlier run left. */
  alerted: boolean;
  /** Writes under way or done: what was read before the latest is out of date. */
  writes: number;
  pending: number;
}

/** A breaker of which nothing is known yet: closed. */
export function newEntry(model: string, provider: string, since: Date): Entry {
  return {
    model,
    provider,
    state: 'closed',
    failureCount: 0,
    cause: null,
    lastError: null,
    since,
    nextProbeMs: 0,
    pausedUntilMs: 0,
    transitions: 0,
    claiming: false,
    alerted: true,
    writes: 0,
    pending: 0,
  };
}

export function viewOf(entry: Entry, clock: Clock): BreakerView {
  const now = clock.monotonicMs();
  const at = (monotonicMs: number) => new Date(clock.now().getTime() + monotonicMs - now);
  return {
    model: entry.model,
    provider: entry.provider,
    state: entry.state,
    failureCount: entry.failureCount,
    cause: entry.cause,
    lastError: entry.lastError,
    since: entry.since,
    nextProbeAt: entry.state === 'closed' ? null : at(Math.max(now, entry.nextProbeMs)),
    pausedUntil: now < entry.pausedUntilMs ? at(entry.pausedUntilMs) : null,
    transitions: entry.transitions,
  };
}
