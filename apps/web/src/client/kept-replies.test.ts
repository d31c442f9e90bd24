import type { ChatReplyDetails } from '@rapport/wire';
import { expect, test } from 'vitest';
import { KeptReplies } from './kept-replies.ts';
import { createMemoryStore } from './storage.ts';

const details = (id: string, conversationId = 'c', safety = 'none') =>
  ({ conversationId, message: { id }, safety }) as ChatReplyDetails;

test('replies are kept by conversation, the latest word on each', () => {
  const kept = new KeptReplies(createMemoryStore());
  for (const reply of [details('a'), details('b', 'other'), details('a', 'c', 'crisis')]) kept.keep(reply);
  expect([...kept.of('c')]).toEqual([['a', details('a', 'c', 'crisis')]]);
  expect([...kept.of('other').keys()]).toEqual(['b']);
});

test('only the forty latest of a conversation are kept', () => {
  const kept = new KeptReplies(createMemoryStore());
  for (let count = 1; count <= 45; count += 1) kept.keep(details(`r${count}`));
  expect([...kept.of('c').keys()].at(0)).toBe('r6');
  expect(kept.of('c').size).toBe(40);
});

test('clearing takes the replies and nothing else', () => {
  const store = createMemoryStore();
  store.set('another', 'value');
  const kept = new KeptReplies(store);
  kept.keep(details('a'));
  kept.clear();
  expect(store.keys()).toEqual(['another']);
});

test('what is unreadable counts as nothing', () => {
  for (const raw of ['{', '7', 'null']) {
    const store = createMemoryStore();
    store.set('rapport.replies.c', raw);
    expect(new KeptReplies(store).of('c').size).toBe(0);
  }
});
