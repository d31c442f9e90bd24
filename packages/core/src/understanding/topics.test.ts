import { expect, it } from 'vitest';
import { topicsOf } from './topics.ts';

it.each([
  ['my boss moved the deadline again', ['work']],
  ['my sister is having a baby', ['family']],
  ['my edges are breaking since i took out the braids', ['hair']],
  ['rent is due and im broke', ['money']],
  ['the exam went badly', ['study']],
  ['ok', []],
  ['', []],
])('%s → %j', (text, topics) => {
  expect(topicsOf(text)).toEqual(expect.arrayContaining(topics));
  expect(topicsOf(text).length).toBeLessThanOrEqual(3);
  if (topics.length === 0) expect(topicsOf(text)).toEqual([]);
});

it('puts the strongest topic first', () => {
  expect(topicsOf('my boss and my manager at work, oh and my cat')[0]).toBe('work');
});
