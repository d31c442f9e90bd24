import { expect, test } from 'vitest';
import { PendingTurns } from './pending-turns.ts';
import { createMemoryStore } from './storage.ts';

const turn = { messageId: 'm', text: 'Hello', startedAt: 1_000 };

function setUp() {
  const clock = { now: 1_000 };
  const store = createMemoryStore();
  return { clock, store, pending: new PendingTurns(store, () => clock.now) };
}

test('a turn is remembered until it is forgotten', () => {
  const { pending } = setUp();
  pending.remember('c', turn);
  expect(pending.recall('c')).toEqual(turn);
  expect(pending.recall('other')).toBeNull();
  pending.forget('c', 'm');
  expect(pending.recall('c')).toBeNull();
});

test('a later turn of another tab is not forgotten with an earlier one', () => {
  const { pending } = setUp();
  pending.remember('c', { ...turn, messageId: 'later' });
  pending.forget('c', 'm');
  expect(pending.recall('c')?.messageId).toBe('later');
});

test('a turn is not resumed after a day', () => {
  const { pending, clock } = setUp();
  pending.remember('c', turn);
  clock.now += 24 * 60 * 60 * 1000;
  expect(pending.recall('c')).toBeNull();
});

test('what is unreadable counts as no turn', () => {
  for (const raw of ['{', 'null', '{"messageId":"m"}']) {
    const { pending, store } = setUp();
    store.set('rapport.turn.c', raw);
    expect(pending.recall('c')).toBeNull();
  }
});
