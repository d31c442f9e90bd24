import { type Database, execute, type Statement } from '../database/database.ts';
import type { Clock, Log } from '../runtime.ts';
import { EVENT_RULES } from './alert-rules.ts';
import type { Alert, Alerts } from './alerts.ts';
import { type MeasuredState, readStates } from './rule-states.ts';

/** How often an instance says that it is there, in milliseconds. */
export const BEAT_MS = 60_000;

/** Two minutes past an hour of requests are of use to nobody; two days are, to whoever looks into what happened. */
const KEPT_HOURS = 48;

/** Beats that fail on end before the database counts as gone: one may be a connection that was lost. */
const FAILURES_TO_TELL = 2;

const BEAT: Statement = {
  name: 'instance-beat',
  text: `
with pulse as (
  insert into instances as known (id, role, version, started_at, seen_at, memory_share)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (id) do update set seen_at = excluded.seen_at, memory_share = excluded.memory_share
), outdated as (
  delete from request_minutes where minute < $5::timestamptz - interval '${KEPT_HOURS} hours' and $9
), forgotten as (
  delete from instances where seen_at < $5::timestamptz - interval '${KEPT_HOURS} hours' and $9
)
insert into request_minutes as counted (minute, instance_id, requests, failures)
select date_trunc('minute', $5::timestamptz), $1, $7, $8 where $7 > 0
on conflict (minute, instance_id) do update
set requests = counted.requests + excluded.requests, failures = counted.failures + excluded.failures`,
};
const STOP: Statement = {
  name: 'instance-stop',
  text: 'update instances set seen_at = $2, stopped_at = $2 where id = $1',
};

export interface InstancePulseDependencies {
  readonly database: Database;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly log: Log;
  readonly instance: { readonly id: string; readonly role: 'all' | 'api' | 'worker'; readonly version: string };
  /** Requests answered since it was last asked, and how many of them with a 5xx. */
  readonly takeRequests: () => { readonly requests: number; readonly failures: number };
  /** Share of the memory it may use, 0 to 1; null where that can't be told. */
  readonly memoryShare: () => number | null;
  /** Told what the rules measured last, over all instances. */
  readonly measured: (states: readonly MeasuredState[]) => void;
  /** Tells the team past the database, which can't hold it. Never rejects. */
  readonly tellDirectly: (alert: {
    readonly kind: string;
    readonly severity: Alert['severity'];
    readonly message: string;
    readonly at: Date;
  }) => Promise<void>;
}

/**
 * An instance's sign of life with what it answered since the last. It is also how each sees for itself that the database is
 * gone: then nothing can be stored, so the team is told directly, once, and it is stored when the database is back.
 */
export class InstancePulse {
  readonly #dependencies: InstancePulseDependencies;
  readonly #startedAt: Date;
  #beats = 0;
  #failures = 0;
  #goneSince: Date | null = null;
  /** Not stored yet: what was answered while the database was gone. */
  #owed = { requests: 0, failures: 0 };
  #told = false;

  constructor(dependencies: InstancePulseDependencies) {
    this.#dependencies = dependencies;
    this.#startedAt = dependencies.clock.now();
  }

  /** Whether the database answered the last beat. */
  get databaseAnswers(): boolean {
    return this.#failures === 0;
  }

  /** Never rejects. */
  async beat(): Promise<void> {
    const { database, clock, instance, takeRequests, memoryShare, log } = this.#dependencies;
    const now = clock.now();
    const taken = takeRequests();
    this.#owed = { requests: this.#owed.requests + taken.requests, failures: this.#owed.failures + taken.failures };
    const { requests, failures } = this.#owed;
    // Swept once an hour; the instances need not agree on when.
    const sweeps = this.#beats++ % 60 === 0;
    const values = [instance.id, instance.role, instance.version, this.#startedAt, now, memoryShare()];
    let states: readonly MeasuredState[];
    try {
      await execute(database.pool, BEAT, [...values, requests, failures, sweeps]);
      states = await readStates(database);
    } catch (error) {
      log.warn({ event: 'instance_beat_failed', err: error }, 'This instance could not say that it is there');
      return this.#missed(now);
    }
    this.#owed = { requests: 0, failures: 0 };
    this.#dependencies.measured(states);
    this.#answered(now);
  }

  /** Says that it stops on purpose. Never rejects. */
  async stop(): Promise<void> {
    const { database, clock, instance, log } = this.#dependencies;
    try {
      await execute(database.pool, STOP, [instance.id, clock.now()]);
    } catch (error) {
      log.debug({ event: 'instance_stop_not_stored', err: error }, 'That this instance stops could not be stored');
    }
  }

  async #missed(now: Date): Promise<void> {
    const { log, tellDirectly } = this.#dependencies;
    this.#failures += 1;
    this.#goneSince ??= now;
    if (this.#failures < FAILURES_TO_TELL || this.#told) return;
    this.#told = true;
    const message = `${UNREACHABLE.summary} since ${this.#goneSince.toISOString()}. ${UNREACHABLE.remedy}`;
    log.error({ event: 'alert', kind: UNREACHABLE.kind, severity: UNREACHABLE.severity }, message);
    await tellDirectly({ kind: UNREACHABLE.kind, severity: UNREACHABLE.severity, message, at: now });
  }

  #answered(now: Date): void {
    const { alerts, instance } = this.#dependencies;
    const since = this.#goneSince;
    const wasTold = this.#told;
    this.#failures = 0;
    this.#goneSince = null;
    this.#told = false;
    if (since === null || !wasTold) return;
    // For the record, and for whoever was told: it was so, and is over.
    alerts.raise({
      kind: UNREACHABLE.kind,
      severity: UNREACHABLE.severity,
      subject: instance.id,
      message: `The database did not answer this instance from ${since.toISOString()} to ${now.toISOString()}.`,
      details: { since: since.toISOString(), until: now.toISOString() },
    });
    alerts.resolve([UNREACHABLE.kind], instance.id);
  }
}

const UNREACHABLE = ruleOf('database_unreachable');

function ruleOf(kind: string): (typeof EVENT_RULES)[number] {
  const rule = EVENT_RULES.find((one) => one.kind === kind);
  if (rule === undefined) throw new RangeError(`There is no rule ${kind}`);
  return rule;
}
