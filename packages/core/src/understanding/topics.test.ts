import { expect, it } from 'vitest';
import { topicsOf } from './topics.ts';

it.each([
  ['my boss moved the deadline again', ['work']],
  ['my sister is having a baby', ['family']],
  ['my edges are breaking since i took out the braids', ['hair']],
  ['rent is due and im broke', ['money']],
  ['the exam went badly', ['study']],
  ['ok', []],
  ['tired', []],
  ['my heads a washing machine', []],
  ['a long day, i give up', []],
  ['the washing machine leaks', ['home']],
  ['wash day took hours', ['hair']],
  ['my best friend called', ['relationships']],
  ['stage 4 they said', ['health']],
  ['', []],
])('%s → %j', (text, topics) => {
  expect(topicsOf(text)).toEqual(expect.arrayContaining(topics));
  expect(topicsOf(text).length).toBeLessThanOrEqual(3);
  if (topics.length === 0) expect(topicsOf(text)).toEqual([]);
});

it('puts the strongest topic first', () => {
  expect(topicsOf('my boss and my manager at work, oh and my cat')[0]).toBe('work');
});
