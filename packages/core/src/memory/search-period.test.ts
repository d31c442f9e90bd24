import { expect, it } from 'vitest';
import { isWithin, periodIn } from './search-period.ts';

const QUESTIONS: readonly (readonly [question: string, from: string, until: string])[] = [
  ['What did I paint in May 2023?', '2023-05-01', '2023-06-01'],
  ['where was I in may, 2023', '2023-05-01', '2023-06-01'],
  ['what happened on 8 May 2023', '2023-05-08', '2023-05-22'],
  ['what happened on May 8th, 2023', '2023-05-08', '2023-05-22'],
  ['what happened on the 31st of December, 2022', '2022-12-31', '2023-01-14'],
  ['which trip did I take in the summer of 2022?', '2022-06-01', '2022-09-01'],
  ['where did I go in winter 2022', '2022-12-01', '2023-03-01'],
  ['what books did I read in 2021?', '2021-01-01', '2022-01-01'],
];

it.each(QUESTIONS)('reads the time of %s', (question, from, until) => {
  expect(periodIn(question)).toEqual({ from: new Date(`${from}T00:00:00Z`), until: new Date(`${until}T00:00:00Z`) });
});

it.each([
  'When did I move?',
  'may I ask about 2023 things',
  'what happened in May?',
  'how many of the 2000 steps',
  '',
  '1 '.repeat(50_000),
  'may '.repeat(50_000),
])('reads none where no year says which: %#', (question) => {
  expect(periodIn(question)).toBeNull();
});

it('ends before its last moment', () => {
  const period = periodIn('in May 2023') ?? { from: new Date(0), until: new Date(0) };
  expect(isWithin(period, new Date('2023-05-01T00:00:00Z'))).toBe(true);
  expect(isWithin(period, new Date('2023-06-01T00:00:00Z'))).toBe(false);
});
