import type { Pool } from 'pg';
import { z } from 'zod';
import { type Database, inTransaction } from '../database/database.ts';
import { defineTask, type Task } from '../jobs/task.ts';
import type { Clock } from '../runtime.ts';

/** Days that events are kept; the figures made of them are kept for good. */
export const EVENTS_KEPT_DAYS = 90;
/** Months that are made ahead: the current one and two more, so that a month of failed runs loses nothing but time. */
const MONTHS_AHEAD = 3;

interface AnalyticsTaskDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** What keeps the figures true by itself; operators can run each by hand, and call the functions in the database. */
export function analyticsTasks({ database: { pool }, clock }: AnalyticsTaskDependencies): Task[] {
  const input = z.strictObject({});
  return [
    defineTask({
      name: 'roll-up-analytics',
      summary: 'Brings hourly and daily figures up to date and measures the last five minutes',
      input,
      async run() {
        const hours = await callAtLeisure<number>(pool, 'select roll_up_analytics() as result', []);
        await callAtLeisure(pool, 'select measure_real_time($1) as result', [clock.now()]);
        return { hours };
      },
    }),
    defineTask({
      name: 'refresh-analytics-views',
      summary: 'Makes retention, journeys, moods of past weeks and the count of memories anew',
      input,
      async run() {
        await callAtLeisure(pool, 'select refresh_analytics_views() as result', []);
        return {};
      },
    }),
    defineTask({
      name: 'prepare-analytics-months',
      summary: `Makes the next months of analytics_events, ${MONTHS_AHEAD} from the current one on`,
      input,
      async run() {
        const query = 'select ensure_analytics_partitions($1, $2) as result';
        return { made: await callAtLeisure<number>(pool, query, [clock.now(), MONTHS_AHEAD]) };
      },
    }),
    defineTask({
      name: 'clean-analytics-events',
      summary: `Deletes events of analytics after ${EVENTS_KEPT_DAYS} days; the figures stay`,
      input,
      async run() {
        const query = 'select cleanup_old_analytics_events($1, $2)::integer as result';
        return { deleted: await callAtLeisure<number>(pool, query, [EVENTS_KEPT_DAYS, clock.now()]) };
      },
    }),
  ];
}

/** One call of a function that may take longer than a request's statements may. */
async function callAtLeisure<Result>(pool: Pool, query: string, values: readonly unknown[]): Promise<Result | null> {
  return inTransaction(pool, async (client) => {
    await client.query('set local statement_timeout = 0');
    const { rows } = await client.query<{ result: Result }>(query, [...values]);
    return rows[0]?.result ?? null;
  });
}
