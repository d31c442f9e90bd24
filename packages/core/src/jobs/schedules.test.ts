import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkSchedules, SCHEDULES, type Schedule } from './schedules.ts';
import { createTaskRegistry, defineTask, type Task } from './task.ts';

const sweep = defineTask({ name: 'sweep', summary: 'Sweeps', input: z.strictObject({}), run: async () => ({}) });
const learn = defineTask({
  name: 'learn',
  summary: 'Learns',
  input: z.strictObject({ word: z.string() }),
  run: async () => ({}),
});
const tasks = createTaskRegistry([sweep as Task, learn as Task]);
const sound: Schedule = { name: 'nightly', task: 'sweep', cron: '17 3 * * *', timeZone: 'UTC', why: 'At night' };

describe('the schedules of the product', () => {
  it.each(SCHEDULES.map((schedule) => [schedule.name, schedule] as const))('%s', (_name, schedule) => {
    const [minute, ...rest] = schedule.cron.split(' ');
    expect(rest).toHaveLength(4);
    // The full hour is everybody else's.
    expect(minute).not.toBe('0');
    expect(() => new Intl.DateTimeFormat('en', { timeZone: schedule.timeZone })).not.toThrow();
    expect(schedule.why.split(' ').length).toBeGreaterThan(3);
  });

  it('differ in their minutes, where they have any', () => {
    const times = SCHEDULES.map(({ cron }) => cron.split(' ').slice(0, 2).join(' ')).filter((time) => time !== '* *');
    expect(new Set(times).size).toBe(times.length);
  });
});

describe('schedules', () => {
  it('of tasks that are there are sound', () => {
    expect(() => checkSchedules([sound, { ...sound, name: 'weekly' }], tasks)).not.toThrow();
  });

  it.each([
    ['the same name twice', [sound, sound], 'Two schedules are called nightly'],
    [
      'a task that is not there',
      [{ ...sound, task: 'gone' }],
      'The schedule nightly runs a task that is not there: gone',
    ],
    ['a task that wants an input', [{ ...sound, task: 'learn' }], 'wants an input'],
  ])('with %s are refused', (_what, schedules, message) => {
    expect(() => checkSchedules(schedules, tasks)).toThrow(RangeError);
    expect(() => checkSchedules(schedules, tasks)).toThrow(message);
  });
});
