import type { Database } from '../database/database.ts';

export type BreakerStateName = 'closed' | 'open' | 'half_open';

/** A breaker as all instances share it. Waits are by the database's clock, which is the one they have in common. */
export interface SharedBreaker {
  readonly model: string;
  readonly state: BreakerStateName;
  readonly failureCount: number;
  /** The outcome that opened it; null while closed. */
  readonly cause: string | null;
  readonly lastError: string | null;
  readonly since: Date;
  /** Milliseconds until it may be tried, or until a trial under way is given up; 0 when that time has come. */
  readonly nextProbeInMs: number;
  readonly transitions: number;
}

/** Where breakers are shared: `circuit_breaker_states`, which operators read and set by hand. */
export interface BreakerStore {
  load(): Promise<readonly SharedBreaker[]>;
  /** One more failure in a row; at `threshold` the breaker opens for `resetMs`. */
  countFailure(
    breaker: BreakerName,
    failure: RecordedFailure,
    threshold: number,
    resetMs: number,
  ): Promise<SharedBreaker | null>;
  /** A failed trial: open again for `resetMs`, unless someone has closed it meanwhile. */
  reopen(breaker: BreakerName, failure: RecordedFailure, resetMs: number): Promise<SharedBreaker | null>;
  /** A trial that taught nothing: the next one may begin at once. */
  release(breaker: BreakerName): Promise<SharedBreaker | null>;
  /** Open for `parkMs`, whatever its failures. */
  park(breaker: BreakerName, failure: RecordedFailure, parkMs: number): Promise<SharedBreaker | null>;
  close(breaker: BreakerName): Promise<SharedBreaker | null>;
  /** Takes the one trial of an open breaker whose time has come; null when another instance has it. */
  claimProbe(breaker: BreakerName, probeMs: number): Promise<SharedBreaker | null>;
}

export interface BreakerName {
  readonly model: string;
  readonly provider: string;
}

export interface RecordedFailure {
  readonly cause: string;
  readonly error: string;
}

interface Row {
  model: string;
  state: BreakerStateName;
  failure_count: number;
  cause: string | null;
  last_error: string | null;
  state_since: Date;
  next_probe_in_ms: number;
  transitions: number;
}

const COLUMNS = `b.model, b.state, b.failure_count, b.cause, b.last_error, b.state_since, b.transitions::float8 as transitions,
  greatest(0, coalesce(extract(epoch from b.next_probe_at - now()) * 1000, 0))::float8 as next_probe_in_ms`;
const LATER = (parameter: string) => `now() + make_interval(secs => ${parameter}::float8 / 1000)`;

const LOAD = `select ${COLUMNS} from circuit_breaker_states b`;
const COUNT_FAILURE = `
insert into circuit_breaker_states as b
  (model, provider, state, failure_count, cause, last_error, last_failure_at, next_probe_at, transitions)
values ($1, $2, case when $5 <= 1 then 'open' else 'closed' end, 1, case when $5 <= 1 then $3 end, $4, now(),
  case when $5 <= 1 then ${LATER('$6')} end, case when $5 <= 1 then 1 else 0 end)
on conflict (model) do update set
  failure_count = b.failure_count + 1,
  last_error = excluded.last_error, last_failure_at = now(), updated_at = now(),
  state = case when b.state = 'closed' and b.failure_count + 1 >= $5 then 'open' else b.state end,
  cause = case when b.state = 'closed' and b.failure_count + 1 >= $5 then $3 else b.cause end,
  state_since = case when b.state = 'closed' and b.failure_count + 1 >= $5 then now() else b.state_since end,
  next_probe_at = case when b.state = 'closed' and b.failure_count + 1 >= $5 then ${LATER('$6')} else b.next_probe_at end,
  transitions = b.transitions + case when b.state = 'closed' and b.failure_count + 1 >= $5 then 1 else 0 end
returning ${COLUMNS}`;
const REOPEN = `
update circuit_breaker_states b set state = 'open', failure_count = failure_count + 1, cause = $2, last_error = $3,
  last_failure_at = now(), state_since = now(), next_probe_at = ${LATER('$4')}, transitions = transitions + 1, updated_at = now()
where model = $1 and state = 'half_open' returning ${COLUMNS}`;
const RELEASE = `
update circuit_breaker_states b set state = 'open', next_probe_at = now(), transitions = transitions + 1, updated_at = now()
where model = $1 and state = 'half_open' returning ${COLUMNS}`;
const PARK = `
insert into circuit_breaker_states as b
  (model, provider, state, failure_count, cause, last_error, last_failure_at, next_probe_at, transitions)
values ($1, $2, 'open', 1, $3, $4, now(), ${LATER('$5')}, 1)
on conflict (model) do update set
  state = 'open', cause = excluded.cause, last_error = excluded.last_error, last_failure_at = now(),
  state_since = case when b.state = 'open' then b.state_since else now() end, next_probe_at = excluded.next_probe_at,
  transitions = b.transitions + case when b.state = 'open' then 0 else 1 end, updated_at = now()
returning ${COLUMNS}`;
const CLOSE = `
update circuit_breaker_states b set state = 'closed', failure_count = 0, cause = null, next_probe_at = null,
  state_since = case when state = 'closed' then state_since else now() end,
  transitions = transitions + case when state = 'closed' then 0 else 1 end, updated_at = now()
where model = $1 returning ${COLUMNS}`;
const CLAIM_PROBE = `
insert into circuit_breaker_states as b (model, provider, state, next_probe_at, transitions)
values ($1, $2, 'half_open', ${LATER('$3')}, 1)
on conflict (model) do update set state = 'half_open', state_since = now(), next_probe_at = excluded.next_probe_at,
  transitions = b.transitions + 1, updated_at = now()
where b.state in ('open', 'half_open') and (b.next_probe_at is null or b.next_probe_at <= now())
returning ${COLUMNS}`;

/** Breakers in the database: every change is one statement that decides by the row itself, so instances can't disagree. */
export function createBreakerStore({ pool }: Database): BreakerStore {
  const one = async (text: string, values: readonly unknown[]): Promise<SharedBreaker | null> => {
    const { rows } = await pool.query<Row>(text, [...values]);
    return rows[0] === undefined ? null : sharedBreaker(rows[0]);
  };
  return {
    load: async () => (await pool.query<Row>(LOAD)).rows.map(sharedBreaker),
    countFailure: ({ model, provider }, { cause, error }, threshold, resetMs) =>
      one(COUNT_FAILURE, [model, provider, cause, error, threshold, resetMs]),
    reopen: ({ model }, { cause, error }, resetMs) => one(REOPEN, [model, cause, error, resetMs]),
    release: ({ model }) => one(RELEASE, [model]),
    park: ({ model, provider }, { cause, error }, parkMs) => one(PARK, [model, provider, cause, error, parkMs]),
    close: ({ model }) => one(CLOSE, [model]),
    claimProbe: ({ model, provider }, probeMs) => one(CLAIM_PROBE, [model, provider, probeMs]),
  };
}

const sharedBreaker = (row: Row): SharedBreaker => ({
  model: row.model,
  state: row.state,
  failureCount: row.failure_count,
  cause: row.state === 'closed' ? null : row.cause,
  lastError: row.last_error,
  since: row.state_since,
  nextProbeInMs: row.next_probe_in_ms,
  transitions: row.transitions,
});
