import { expect, it } from 'vitest';
import { RedisRest } from './rest.ts';

it('lets the first who finds Redis failing pay, and nobody else for a second', () => {
  let now = 5_000;
  const rest = new RedisRest(() => now);
  expect(rest.isResting()).toBe(false);
  expect([rest.begin(), rest.begin()]).toEqual([true, false]);
  now += 999;
  expect(rest.isResting()).toBe(true);
  now += 1;
  expect(rest.isResting()).toBe(false);
});

it('ends early for someone who can wait', () => {
  const rest = new RedisRest(() => 0);
  rest.begin();
  rest.end();
  expect(rest.isResting()).toBe(false);
  expect(rest.begin()).toBe(true);
});
