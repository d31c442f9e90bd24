import type { TaskRegistry } from './task.ts';

/** A task that is run by the clock. Its input is empty. */
export interface Schedule {
  /** Its own, in the queue; a task may have several. */
  readonly name: string;
  readonly task: string;
  /** Five fields: minute, hour, day of the month, month, day of the week (POSIX crontab). */
  readonly cron: string;
  /** IANA zone in which the fields are read. */
  readonly timeZone: string;
  /** Why then, and why that often. */
  readonly why: string;
}

/**
 * Everything that runs by the clock. The minutes differ and avoid the full hour, where everybody else's jobs are. A
 * time that passed while no process was up is caught up once, however often it passed, so that a laptop that sleeps at
 * night is cleaned in the morning and a clock that jumps brings no burst.
 */
export const SCHEDULES: readonly Schedule[] = [
  {
    name: 'sweep-idempotency-keys',
    task: 'sweep-idempotency-keys',
    cron: '17 3 * * *',
    timeZone: 'UTC',
    why: 'A client repeats a request within minutes, so daily is often enough to keep the table small',
  },
  {
    name: 'sweep-job-runs',
    task: 'sweep-job-runs',
    cron: '37 3 * * *',
    timeZone: 'UTC',
    why: 'Reports are read for some weeks; a day more or less does not matter',
  },
  {
    name: 'merge-near-duplicates',
    task: 'merge-near-duplicates',
    cron: '23 2 * * *',
    timeZone: 'UTC',
    why: 'What was said again in other words shows by the next day; it locks one person at a time',
  },
  {
    name: 'archive-unused-memories',
    task: 'archive-unused-memories',
    cron: '43 2 * * 0',
    timeZone: 'UTC',
    why: 'Half a year is counted in weeks',
  },
  {
    name: 'embed-memories',
    task: 'embed-memories',
    cron: '*/10 * * * *',
    timeZone: 'UTC',
    why: "With a vendor's embedder what was said is found by meaning ten minutes later, by words at once; with ours there is nothing to do",
  },
  {
    name: 'sweep-photos',
    task: 'sweep-photos',
    cron: '4-59/15 * * * *',
    timeZone: 'UTC',
    why: 'A photo that nobody had kept can be read by nobody after an hour; its bytes are gone within another quarter',
  },
  {
    name: 'evaluate-alerts',
    task: 'evaluate-alerts',
    cron: '* * * * *',
    timeZone: 'UTC',
    why: 'Rules count in minutes; who looks after the product is told within two of a threshold that is passed',
  },
  {
    name: 'tell-of-alerts',
    task: 'tell-of-alerts',
    cron: '2-59/5 * * * *',
    timeZone: 'UTC',
    why: 'The team is told when an alert begins; this finds what a crash kept from being sent and what a mute that ended held back',
  },
  {
    name: 'run-campaigns',
    task: 'run-campaigns',
    cron: '3-58/5 * * * *',
    timeZone: 'UTC',
    why: 'A kind word is counted in hours; five minutes keep it close to the end of somebody’s quiet hours and let an operator see what was resumed',
  },
  {
    name: 'check-memory-integrity',
    task: 'check-memory-integrity',
    cron: '53 2 * * *',
    timeZone: 'UTC',
    why: 'It finds nothing on a sound database, and daily is soon enough to hear of another',
  },
  {
    name: 'roll-up-analytics',
    task: 'roll-up-analytics',
    cron: '* * * * *',
    timeZone: 'UTC',
    why: 'The dashboard and the alerts are read within a minute; it makes anew only the hours in which something happened',
  },
  {
    name: 'refresh-analytics-views',
    task: 'refresh-analytics-views',
    cron: '11-59/15 * * * *',
    timeZone: 'UTC',
    why: 'Retention, journeys and moods are read by the week; a quarter of an hour is soon enough and a second of work',
  },
  {
    name: 'prepare-analytics-months',
    task: 'prepare-analytics-months',
    cron: '33 4 * * *',
    timeZone: 'UTC',
    why: 'Three months are there ahead, so that many days of failure lose nothing; without one the default partition takes its events',
  },
  {
    name: 'clean-analytics-events',
    task: 'clean-analytics-events',
    cron: '47 3 * * 1',
    timeZone: 'UTC',
    why: 'The guides clean weekly; figures are brought up to date before and stay',
  },
  {
    name: 'predict-engagement',
    task: 'predict-engagement',
    cron: '11 4 * * *',
    timeZone: 'UTC',
    why: 'It looks at days that are over, so once a day is all there is to say; after the sweeps, when few are awake in Europe',
  },
];

/**
 * Holds schedules to the tasks that are there.
 *
 * @throws RangeError that names the schedule whose task is unknown or wants an input, or whose name another has.
 */
export function checkSchedules(schedules: readonly Schedule[], tasks: TaskRegistry): void {
  const names = new Set<string>();
  for (const { name, task } of schedules) {
    if (names.has(name)) throw new RangeError(`Two schedules are called ${name}`);
    names.add(name);
    const scheduled = tasks.get(task);
    if (scheduled === undefined) throw new RangeError(`The schedule ${name} runs a task that is not there: ${task}`);
    if (!scheduled.input.safeParse({}).success) {
      throw new RangeError(`The schedule ${name} runs a task that wants an input, which a schedule has not: ${task}`);
    }
  }
}
