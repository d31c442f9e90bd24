import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { InvalidCursorError } from '../database/paging.ts';
import { listConversations } from './conversations.ts';

const SOMEONE = '01a20294-f647-7396-9c7b-1e3978e20447';
const cursorOf = (...values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

onEachDatabase('a page of conversations', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.migrated();
  });
  afterAll(() => database.close());
  const pageAfter = (cursor: string) =>
    listConversations(database, SOMEONE, { assistant: null, words: null }, { cursor, limit: 10 });

  it.each(['2026-11-22T09:00:00.000Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    'follows a cursor at %s',
    async (time) => {
      expect(await pageAfter(cursorOf(time, SOMEONE))).toEqual({ items: [], nextCursor: null });
    },
  );

  it.each([
    ['a year that PostgreSQL does not hold', cursorOf('-200000-01-01T00:00:00.000Z', SOMEONE)],
    ['a year of six digits', cursorOf('+010000-01-01T00:00:00.000Z', SOMEONE)],
    ['the year 0', cursorOf('0000-01-01T00:00:00.000Z', SOMEONE)],
    ['a number for a time', cursorOf('1', SOMEONE)],
    ['a number after a space', cursorOf(' 5', SOMEONE)],
    ['a day alone', cursorOf('2026-11-22', SOMEONE)],
    ['a time without its zone', cursorOf('2026-11-22T09:00:00.000', SOMEONE)],
    ['a day that is not', cursorOf('2026-02-30T09:00:00.000Z', SOMEONE)],
    ['an hour that is not', cursorOf('2026-11-22T25:00:00.000Z', SOMEONE)],
    ['no id', cursorOf('2026-11-22T09:00:00.000Z')],
    ['an id that is none', cursorOf('2026-11-22T09:00:00.000Z', '1')],
    ['no list', Buffer.from('{}').toString('base64url')],
    ['no JSON', 'abc'],
  ])('refuses a cursor of %s', async (_, cursor) => {
    await expect(pageAfter(cursor)).rejects.toThrow(InvalidCursorError);
  });
});
