import { randomBytes, randomUUID } from 'node:crypto';
import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { findThread, hashHistory, moveThread, type SaidBefore } from './openai-threads.ts';

describe('the hash of a history', () => {
  const said: SaidBefore[] = [
    { role: 'user', text: 'Café\nau lait?' },
    { role: 'assistant', text: 'Yes, please.' },
  ];
  const withFirst = (text: string): SaidBefore[] => said.with(0, { role: 'user', text });

  it.each<[string, string, SaidBefore[], boolean]>([
    ['white space around it', 'sienna', withFirst('  Café\nau lait?\n'), true],
    ['another line ending', 'sienna', withFirst('Café\r\nau lait?'), true],
    ['another way to compose é', 'sienna', withFirst('Cafe\u0301\nau lait?'), true],
    ['another word', 'sienna', withFirst('Café au lait!'), false],
    ['another case', 'sienna', withFirst('café au lait?'), false],
    ['another assistant', 'jumbo', said, false],
    ['other speakers', 'sienna', said.map(({ text }) => ({ role: 'user', text })), false],
    ['the same words cut elsewhere', 'sienna', [{ role: 'user', text: said.map(({ text }) => text).join(' ') }], false],
  ])('with %s', (_, assistant, history, same) => {
    expect(hashHistory(assistant, history).equals(hashHistory('sienna', said))).toBe(same);
  });

  it('of a long one is that of its end, message by message, however its lines end', () => {
    const long = Array.from(
      { length: 300 },
      (_, index): SaidBefore => ({ role: 'user', text: `${index} a\nb`.repeat(900) }),
    );
    const hash = hashHistory('sienna', long);
    expect(hashHistory('sienna', long.with(0, { role: 'user', text: 'Other' }))).toEqual(hash);
    expect(hashHistory('sienna', long.with(250, { role: 'user', text: 'Other' }))).not.toEqual(hash);
    const windows = long.map(({ role, text }) => ({ role, text: text.replaceAll('\n', '\r\n') }));
    expect(hashHistory('sienna', windows)).toEqual(hash);
  });
});

onEachDatabase('threads', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.migrated();
  });
  afterAll(() => database.close());

  const now = new Date('2026-11-22T12:00:00Z');
  const createConversation = async (userId = randomUUID()) => {
    await database.pool.query(
      `insert into users (id, name, email, email_verified, created_at, updated_at)
       values ($1, 'Ada', $2, true, now(), now()) on conflict (id) do nothing`,
      [userId, `${userId}@example.com`],
    );
    const conversationId = randomUUID();
    await database.pool.query(
      `insert into conversations (id, user_id, assistant, brand, created_at, updated_at)
       values ($1, $2, 'jumbo', 'jumbo', now(), now())`,
      [conversationId, userId],
    );
    return { userId, conversationId };
  };
  const hash = () => randomBytes(32);

  it('move on with their conversation: what was said before is a thread no more', async () => {
    const thread = await createConversation();
    const [start, first, second] = [hash(), hash(), hash()];
    await moveThread(database, { ...thread, from: start, to: first, now });
    expect(await findThread(database, thread.userId, first)).toBe(thread.conversationId);
    await moveThread(database, { ...thread, from: first, to: second, now });
    expect(await findThread(database, thread.userId, first)).toBeNull();
    expect(await findThread(database, thread.userId, second)).toBe(thread.conversationId);
  });

  it('of the same words are the latest conversation, each person their own', async () => {
    const one = await createConversation();
    const two = await createConversation(one.userId);
    const stranger = await createConversation();
    const to = hash();
    for (const thread of [one, stranger, two]) await moveThread(database, { ...thread, from: hash(), to, now });
    expect(await findThread(database, one.userId, to)).toBe(two.conversationId);
    expect(await findThread(database, stranger.userId, to)).toBe(stranger.conversationId);
  });

  it('of a conversation that is gone or not theirs are not kept', async () => {
    const mine = await createConversation();
    const theirs = await createConversation();
    const [unknown, foreign, deleted] = [hash(), hash(), hash()];
    await moveThread(database, { ...mine, conversationId: randomUUID(), from: hash(), to: unknown, now });
    await moveThread(database, { ...mine, conversationId: theirs.conversationId, from: hash(), to: foreign, now });
    await moveThread(database, { ...mine, from: hash(), to: deleted, now });
    await database.pool.query('delete from conversations where id = $1', [mine.conversationId]);
    for (const each of [unknown, foreign, deleted]) expect(await findThread(database, mine.userId, each)).toBeNull();
  });

  it('are a thousand a person at most, the oldest gone first', async () => {
    const thread = await createConversation();
    const other = await createConversation();
    await database.pool.query(
      `insert into openai_threads (user_id, history_hash, conversation_id, created_at)
       select $1, sha256(number::text::bytea), $2, $3::timestamptz - number * interval '1 minute'
       from generate_series(1, 1005) as number`,
      [thread.userId, thread.conversationId, now],
    );
    const kept = hash();
    await moveThread(database, { ...other, from: hash(), to: kept, now });
    const to = hash();
    await moveThread(database, { ...thread, from: hash(), to, now });
    const { rows } = await database.pool.query<{ count: string; oldest: Date }>(
      'select count(*), min(created_at) as oldest from openai_threads where user_id = $1',
      [thread.userId],
    );
    expect(rows).toEqual([{ count: '1000', oldest: new Date(now.getTime() - 999 * 60_000) }]);
    expect(await findThread(database, thread.userId, to)).toBe(thread.conversationId);
    expect(await findThread(database, other.userId, kept)).toBe(other.conversationId);
  });
});
