import { FakeClock } from '@rapport/dev-env/fake-clock.ts';
import { onEachDatabase } from '@rapport/dev-env/on-each-database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Alerts } from '../alerts/alerts.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../runtime.ts';
import { ParkedWatch } from './parked-jobs.ts';
import type { ParkedJob } from './queue.ts';

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

onEachDatabase('the watch over jobs that were set aside', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.migrated();
  });
  afterAll(() => database.close());

  const watching = () => {
    const told: string[] = [];
    const alerts: Alerts = {
      raise: ({ kind, subject }) => void told.push(`raise ${kind} ${subject}`),
      resolve: (kinds, subject) => void told.push(`resolve ${kinds.join()} ${subject}`),
    };
    let parked: readonly ParkedJob[] = [];
    let isAway = false;
    const watch = new ParkedWatch({
      queue: {
        parked: async () => {
          if (isAway) throw new Error('The database is away');
          return [...parked];
        },
      },
      database,
      alerts,
      clock: new FakeClock(new Date()),
      log: silent,
    });
    return {
      watch,
      told,
      hold: (...jobs: readonly ParkedJob[]) => {
        parked = jobs;
      },
      leave: () => {
        isAway = true;
      },
    };
  };
  const job = (task: string, number: number): ParkedJob => ({
    id: `00000000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`,
    jobId: `00000000-0000-7000-8000-0000000002${String(number).padStart(2, '0')}`,
    task,
    attempts: 5,
    createdAt: new Date(1_000),
    parkedAt: new Date(2_000 + number),
  });

  it('raises one alert a task, again when another of its jobs comes, and none while nothing changes', async () => {
    const { watch, told, hold } = watching();
    hold(job('learn', 1), job('learn', 2), job('sweep', 3));
    await watch.look();
    await watch.look();
    expect(told).toEqual(['raise job_parked learn', 'raise job_parked sweep']);
    expect(watch.count).toBe(3);
    hold(job('learn', 1), job('learn', 2), job('sweep', 3), job('learn', 4));
    await watch.look();
    expect(told.slice(2)).toEqual(['raise job_parked learn']);
  });

  it('says at once what a worker here has seen, and not a second time when it is found', async () => {
    const { watch, told, hold } = watching();
    watch.raise({ id: job('learn', 1).jobId, task: 'learn', attempts: 5 });
    hold(job('learn', 1));
    await watch.look();
    expect(told).toEqual(['raise job_parked learn']);
    expect(watch.count).toBe(1);
  });

  it('ends the alert when the last of a task is gone, whoever took it', async () => {
    const { watch, told, hold } = watching();
    hold(job('learn', 1), job('sweep', 2));
    await watch.look();
    hold(job('sweep', 2));
    await watch.look();
    hold();
    await watch.look();
    expect(told.slice(2)).toEqual(['resolve job_parked learn', 'resolve job_parked sweep']);
    expect(watch.count).toBe(0);
  });

  it('keeps what it knows while the database is away', async () => {
    const { watch, told, hold, leave } = watching();
    hold(job('learn', 1));
    await watch.look();
    leave();
    await watch.look();
    expect(told).toEqual(['raise job_parked learn']);
    expect(watch.count).toBe(1);
  });
});
