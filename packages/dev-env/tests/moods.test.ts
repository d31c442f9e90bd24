import { READ_MOODS } from '@rapport/core/moods/moods.ts';
import type { ChatReply, MoodsAnswer } from '@rapport/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, FakeClock, onEachDatabase, type TestApp, type TestPerson } from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

const DAY_MS = 86_400_000;
/** A Monday noon in London. */
const START = new Date('2026-11-09T12:00:00Z');

onEachDatabase('moods over time', (databases) => {
  const clock = new FakeClock(START);
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ database: await databases.migrated(), overrides: { clock } });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const moodsOf = async (person: TestPerson, query = 'assistant=jumbo'): Promise<MoodsAnswer> => {
    const response = await person.request('GET', `/api/v1/moods?${query}`);
    expect(response.status, response.text).toBe(200);
    return response.json<MoodsAnswer>();
  };
  /** Someone whose name is known, so that what they say is taken for what it is. */
  const known = async (): Promise<TestPerson> => {
    const person = await app.guest();
    await person.request('PATCH', '/api/v1/profile', { body: { preferredName: 'Ada', timeZone: 'Europe/London' } });
    return person;
  };
  /** Tokens end long before a day does: what was said is moved back instead of the clock forth. */
  const sayDaysAgo = async (person: TestPerson, days: number, message: string): Promise<ChatReply> => {
    const messageId = crypto.randomUUID();
    const reply = await person.say('jumbo', message, { messageId });
    await app.app.database.pool.query('update turns set started_at = $3 where user_id = $1 and message_id = $2', [
      person.session.user.id,
      messageId,
      new Date(clock.now().getTime() - days * DAY_MS),
    ]);
    return reply;
  };
  /** One message a day, the last of them today. */
  const sayDaily = async (person: TestPerson, messages: readonly (string | null)[]): Promise<void> => {
    for (const [index, message] of messages.entries()) {
      if (message !== null) await sayDaysAgo(person, messages.length - 1 - index, message);
    }
  };

  test('are deleted for good, and what was said stays', async () => {
    const person = await known();
    const { conversationId } = await person.say('jumbo', 'I feel so sad and lonely');
    expect((await moodsOf(person)).points).toHaveLength(1);
    const deleted = await person.request('DELETE', '/api/v1/moods?assistant=jumbo');
    expect(deleted.json()).toEqual({ deleted: 1 });
    expect((await moodsOf(person)).points).toEqual([]);
    const exported = await person.request('GET', '/api/v1/profile/export');
    expect(exported.text).not.toContain('"valence"');
    const messages = await person.request('GET', `/api/v1/conversations/${conversationId}/messages`);
    expect(messages.text).toContain('I feel so sad and lonely');
  });

  test('are the points that were heard, days with their gaps, and a trend in words', async () => {
    const person = await known();
    await sayDaily(person, [
      'I feel so sad and lonely',
      'really down today',
      'I miss my dad so much',
      null,
      'feeling sad again',
      'I live in Leeds',
      'feeling joyful and grateful',
      'I am so happy today',
      'what a wonderful day',
      'I am over the moon',
    ]);
    const { points, days, trend, kept } = await moodsOf(person, 'assistant=jumbo&days=10');
    expect(kept).toBe(true);
    expect(points).toHaveLength(8);
    expect(points[0]).toMatchObject({
      label: 'sad and lonely',
      valence: expect.any(Number),
      arousal: expect.any(Number),
    });
    expect(points.map(({ at }) => at)).toEqual(points.map(({ at }) => at).toSorted());
    expect(days.map(({ count }) => count)).toEqual([1, 1, 1, 0, 1, 0, 1, 1, 1, 1]);
    expect(days[3]).toMatchObject({ valence: null });
    expect(trend).toMatchObject({ direction: 'rising' });
    expect(trend.slopePerDay).toBeGreaterThan(0);
    expect(trend.summary).toMatch(
      /^Over the last 10 days there have been both heavy days and light ones, with a lift since Friday\./,
    );
    expect(trend.summary).toContain('Nothing was heard on');
  });

  test('are of one person and one assistant, and of the days asked for', async () => {
    const [person, stranger] = [await known(), await known()];
    await sayDaysAgo(person, 3, 'I am so happy today');
    expect((await moodsOf(person)).points).toHaveLength(1);
    expect((await moodsOf(person, 'assistant=sienna')).points).toEqual([]);
    expect((await moodsOf(stranger)).points).toEqual([]);
    expect((await moodsOf(person, 'assistant=jumbo&days=3')).points).toEqual([]);
    expect((await moodsOf(person, 'assistant=jumbo&days=4')).points).toHaveLength(1);
  });

  test("lie on the days of the person's own calendar", async () => {
    const person = await known();
    await person.request('PATCH', '/api/v1/profile', { body: { timeZone: 'Pacific/Kiritimati' } });
    await person.say('jumbo', 'I am so happy today');
    const { days } = await moodsOf(person, 'assistant=jumbo&days=2');
    expect(days.at(-1)).toMatchObject({
      date: clock.now().toLocaleDateString('sv', { timeZone: 'Pacific/Kiritimati' }),
      count: 1,
    });
  });

  test('never hold a crisis, nor sum up the days around one', async () => {
    const person = await known();
    await sayDaily(person, ['I feel so sad', 'I am so happy today', 'I want to kill myself']);
    const { points, trend } = await moodsOf(person);
    expect(points.map(({ label }) => label)).not.toContain('hopeless');
    expect(points).toHaveLength(2);
    expect(trend).toMatchObject({ direction: 'unclear', slopePerDay: 0 });
    expect(trend.summary).not.toMatch(/heavy|heavier|light|falling/);
  });

  test('are gone when the person switches them off, and no more are kept or shown', async () => {
    const person = await known();
    const before = await person.say('jumbo', 'I am so happy today');
    expect(before.mood).not.toBeNull();
    await person.request('PATCH', '/api/v1/profile', { body: { consent: { mood: false } } });
    const reply: ChatReply = await person.say('jumbo', 'I feel so sad', { conversationId: before.conversationId });
    expect(reply.mood).toBeNull();
    const off = await moodsOf(person);
    expect(off).toMatchObject({ points: [], days: [], kept: false, trend: { direction: 'unclear' } });
    expect(off.trend.summary).toMatch(/switched moods off/);
    const stored = await app.app.database.pool.query<{ held: string }>(
      `select (select string_agg(summary::text, ' ') from turns where user_id = $1) ||
         (select string_agg(details::text, ' ') from messages where user_id = $1) as held`,
      [person.session.user.id],
    );
    expect(stored.rows[0]?.held).toBeDefined();
    expect(stored.rows[0]?.held).not.toMatch(/"valence"|joyful|"label"/);
    await person.request('PATCH', '/api/v1/profile', { body: { consent: { mood: true } } });
    expect(await moodsOf(person)).toMatchObject({ points: [], kept: true });
  });

  test('are asked for in so many words', async () => {
    const person = await known();
    for (const query of [
      '',
      'assistant=jumbo&days=0',
      'assistant=jumbo&days=367',
      'assistant=jumbo&days=two',
      'assistant=JUMBO',
      'assistant=jumbo&from=x',
    ]) {
      expectProblem(await person.request('GET', `/api/v1/moods?${query}`), 'VALIDATION_ERROR');
    }
    expect((await moodsOf(person)).days).toHaveLength(30);
    expect((await moodsOf(person, 'assistant=jumbo&days=366')).days).toHaveLength(366);
  });

  test('are found by their index', async () => {
    const { pool } = app.app.database;
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('set local enable_seqscan = off');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${READ_MOODS.text}`, [
        crypto.randomUUID(),
        'jumbo',
        START,
      ]);
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('turns_with_mood');
      await client.query('rollback');
    } finally {
      client.release();
    }
  });
});
