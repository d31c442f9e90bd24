import type { Pool, PoolClient } from 'pg';
import { execute, type Statement } from '../database/database.ts';
import type { MeasureName } from './alert-rules.ts';
import type { Measurement } from './rule-state.ts';

/** Subject of what is measured over everything together. */
export const WHOLE = 'service';

/** An instance that has not been seen for so long is gone: it beats every minute. */
export const SILENT_AFTER_MINUTES = 3;
/** So long a lost one is told of. */
const LOST_FOR_MINUTES = 30;

export interface Measured extends Measurement {
  readonly measure: MeasureName;
  /** For the alert's details: ids of instances, never a person's. */
  readonly instances: readonly string[];
}

/**
 * All that the rules watch, in one statement. Times are the caller's clock, as every row's are. Each arm reads a range of an
 * index, whatever the tables hold.
 */
export const MEASURES: Statement = {
  name: 'alert-measures',
  text: `
with answered as (
  select sum(requests)::float8 as requests, sum(failures)::float8 as failures from request_minutes
  where minute > $1::timestamptz - interval '6 minutes' and minute <= $1
), spoken as (
  select avg(extract(epoch from finished_at - started_at) * 1000)::float8 as value, count(*)::integer as volume from turns
  where started_at > $1::timestamptz - interval '10 minutes' and finished_at > $1::timestamptz - interval '5 minutes'
    and finished_at <= $1 and state = 'completed'
), looked_up as (
  select avg((cache_result in ('exact', 'near'))::integer)::float8 as value, count(*)::integer as volume from turns
  where started_at > $1::timestamptz - interval '1 hour' and started_at <= $1 and cache_result in ('exact', 'near', 'miss')
), rated as (
  select avg(rating)::float8 as value, count(*)::integer as volume from feedback
  where created_at > $1::timestamptz - interval '1 day' and created_at <= $1
), living as (
  select id, role, memory_share::float8, stopped_at, seen_at > $1::timestamptz - make_interval(mins => ${SILENT_AFTER_MINUTES}) as is_seen
  from instances where seen_at > $1::timestamptz - make_interval(mins => ${SILENT_AFTER_MINUTES + LOST_FOR_MINUTES})
)
select 'request_failure_share' as measure, '${WHOLE}' as subject, failures / nullif(requests, 0) as value,
  coalesce(requests, 0)::integer as volume, '{}'::text[] as instances from answered
union all select 'reply_time', '${WHOLE}', value, volume, '{}' from spoken
union all select 'cache_hit_share', '${WHOLE}', value, volume, '{}' from looked_up
union all select 'satisfaction', '${WHOLE}', value, volume, '{}' from rated
union all select 'memory_share', id::text, memory_share, 1, '{}' from living
  where is_seen and stopped_at is null and memory_share is not null
union all select 'serving_instances', '${WHOLE}', count(*)::float8, count(*)::integer, '{}' from living
  where is_seen and stopped_at is null and role <> 'worker'
union all select 'lost_instances', '${WHOLE}', count(*)::float8, count(*)::integer, coalesce(array_agg(id::text order by id), '{}') from living
  where not is_seen and stopped_at is null`,
};

/** What the rules watch, as it stands at a time. */
export async function readMeasures(executor: Pool | PoolClient, now: Date): Promise<Measured[]> {
  return execute<{
    measure: MeasureName;
    subject: string;
    value: number | null;
    volume: number;
    instances: string[];
  }>(executor, MEASURES, [now]);
}
