import type { ParkedJob } from '@rapport/core/jobs/queue.ts';

/** The queue of every task: one to look at, whatever their number. */
export const JOBS = 'jobs';
/** Where jobs lie that failed their last attempt. Nothing takes them from there but an operator. */
export const PARKED = 'parked';

export type ParkedRow = ParkedJob;

// What follows reads and writes pg-boss's own table where the library has no call for it. Its version is pinned, and
// the tests of this folder and of the whole server run every statement.

export const COUNTS = `
select data ->> 'task' as task,
  count(*) filter (where name = '${JOBS}' and state = 'created')::integer as waiting,
  count(*) filter (where name = '${JOBS}' and state = 'retry')::integer as retrying,
  count(*) filter (where name = '${JOBS}' and state = 'active')::integer as running,
  count(*) filter (where name = '${JOBS}' and state = 'completed')::integer as completed,
  count(*) filter (where name = '${PARKED}' and state = 'created')::integer as parked
from pgboss.job where name in ('${JOBS}', '${PARKED}') group by 1 order by 1`;

export const PARKED_JOBS = `
select id, data ->> 'task' as task, coalesce(source_id, id) as "jobId", coalesce(source_retry_count, 0) + 1 as attempts,
  coalesce(source_created_on, created_on) as "createdAt", created_on as "parkedAt"
from pgboss.job where name = '${PARKED}' and state = 'created' order by created_on desc, id limit $1`;

/** Of a task that is known here; others stay where they are. */
export const TAKE_PARKED = `
delete from pgboss.job where name = '${PARKED}' and state = 'created' and id = $1 and data ->> 'task' = any ($2::text[])
returning data`;

export const FORGET = `delete from pgboss.job where name in ('${JOBS}', '${PARKED}') and data #>> '{input,userId}' = $1`;

/** As the library's own `restore`, which it does not give out: not started means that no attempt is used up. */
export const RETURN = `
update pgboss.job set state = 'created', started_on = null, heartbeat_on = null, start_after = least(start_after, pgboss.job_now())
where name = '${JOBS}' and id = any ($1::uuid[]) and state = 'active'`;

/**
 * After a clock that ran ahead was set back, what was stamped meanwhile lies in the future, and the library would wait
 * for that: no schedule, no look for dead workers, no retry. Five minutes are more than clocks of servers differ by.
 */
export const FORGET_FUTURE: readonly string[] = [
  "update pgboss.version set cron_on = now() where cron_on > now() + interval '5 minutes'",
  `update pgboss.queue set monitor_on = least(monitor_on, now()), monitor_claim_on = least(monitor_claim_on, now()),
     maintain_on = least(maintain_on, now())
   where greatest(monitor_on, monitor_claim_on, maintain_on) > now() + interval '5 minutes'`,
  `update pgboss.job set created_on = least(created_on, now()), started_on = least(started_on, now()),
     heartbeat_on = least(heartbeat_on, now()), start_after = now()
   where state <= 'active' and greatest(created_on, started_on) > now() + interval '5 minutes'`,
];
