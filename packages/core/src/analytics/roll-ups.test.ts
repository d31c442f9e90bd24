import { onEachDatabase } from '@rapport/dev-env';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, inTransaction } from '../database/database.ts';
import {
  type AnalyticsEvent,
  feedbackGiven,
  handOffOpened,
  modelAttempted,
  moodRead,
  turnFinished,
} from './event-catalogue.ts';
import { analyticsRows, insertAnalyticsEvents } from './write-events.ts';

const DAY_MS = 86_400_000;
const personOf = (number: number) => `00000000-0000-7000-8000-${number.toString().padStart(12, '0')}`;
const conversationOf = (number: number) => `00000000-0000-7000-9000-${number.toString().padStart(12, '0')}`;

const turn = (at: Date, more: Partial<Parameters<typeof turnFinished>[1]> = {}) =>
  turnFinished(at, {
    state: 'completed',
    isFirst: false,
    responseTimeMs: 120,
    model: 'rapport/built-in',
    fallback: false,
    attempts: 1,
    cache: 'miss',
    memoriesUsed: 0,
    thanks: false,
    ...more,
  });

onEachDatabase('analytics', (databases) => {
  let database: Database;
  beforeEach(async () => {
    database = await databases.migrated();
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await database.pool.query(
        "insert into users (id, name, email, created_at) values ($1, '', $2, '2026-03-02T10:00:00Z')",
        [personOf(number), `${number}@example.com`],
      );
    }
  });
  afterEach(() => database.close());

  /** As a turn's statement writes them. */
  const write = (person: number, events: readonly AnalyticsEvent[], { brand = 'acme', from = 'users' } = {}) =>
    database.pool.query(
      `with place as (select id from ${from} where id = $2) ${insertAnalyticsEvents({
        rows: '$1',
        user: '$2',
        conversation: '$3',
        assistant: "'sienna'",
        brand: '$4::text',
        from: 'place',
      }).replace(/^\s*insert/, 'insert')}`,
      [analyticsRows(events), personOf(person), conversationOf(person), brand],
    );
  const call = async <Result>(query: string): Promise<Result> =>
    (await database.pool.query<{ result: Result }>(`select ${query} as result`)).rows[0]?.result as Result;
  const figures = async () => {
    const of = async (table: string) =>
      (await database.pool.query(`select * from ${table} order by 1, 2, 3, 4, 5`)).rows;
    return {
      hourly: await of('analytics_hourly'),
      daily: await of('analytics_daily'),
      days: await of(
        '(select user_id, day, brand, assistant, 0 as last from analytics_active_days)'.concat(' as days'),
      ),
      conversations: await of('analytics_conversations'),
    };
  };
  const total = async (metric: string): Promise<number> =>
    call<number>(`(select coalesce(sum(count), 0)::integer from analytics_daily where metric = '${metric}')`);

  it('makes by the hour what making everything anew makes, late events and erased people too', async () => {
    const start = new Date('2026-03-02T22:50:00Z');
    const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
    await write(1, [turn(at(0), { isFirst: true }), turn(at(20)), feedbackGiven(at(25), { rating: 2 })]);
    expect(await call('roll_up_analytics()')).toBeGreaterThan(0);
    await write(2, [
      turn(at(90), { isFirst: true, state: 'failed', model: null }),
      handOffOpened(at(91), { reason: 'asked' }),
    ]);
    const attempt = { model: 'google/gemini', outcome: 'completed', firstTokenMs: 80, totalMs: 200, costMicroUsd: 7 };
    await write(2, [modelAttempted(at(89), attempt, personOf(99)), modelAttempted(at(89), attempt, personOf(99))]);
    await call('roll_up_analytics()');
    // Late, of an hour that was counted already.
    await write(3, [
      turn(at(-10), { isFirst: true, thanks: true, responseTimeMs: 4_000 }),
      feedbackGiven(at(3), { rating: 5 }),
    ]);
    await write(1, [feedbackGiven(at(400), { rating: 5 })]);
    await write(4, [turn(at(5), { isFirst: true })]);
    expect(await call('roll_up_analytics()')).toBe(2);
    expect(await total('turns')).toBe(5);
    await database.pool.query('delete from users where id = $1', [personOf(4)]);
    await call('roll_up_analytics()');
    expect(await total('turns')).toBe(4);
    expect(await call('roll_up_analytics()')).toBe(0);

    const incremental = await figures();
    expect(
      incremental.conversations.map(({ last_rating: rating, is_handed_over: handedOver }) => [rating, handedOver]),
    ).toEqual([
      [5, false],
      [null, true],
      [5, false],
    ]);
    expect(incremental.hourly.find(({ metric }) => metric === 'cost')).toMatchObject({ count: '1', amount: '7' });
    await call('recompute_analytics()');
    expect(await figures()).toEqual(incremental);
  });

  it('loses no event for want of a month, and gives it its month later', async () => {
    const far = new Date('2031-07-15T12:00:00Z');
    await write(1, [turn(far)]);
    const place = () =>
      call<string>(`(select tableoid::regclass::text from analytics_events where name = 'turn_finished')`);
    expect(await place()).toBe('analytics_events_other');
    expect(await call("ensure_analytics_partitions('2031-06-30T23:00:00Z', 2)")).toBe(2);
    expect(await place()).toBe('analytics_events_2031_07');
    expect(await call("ensure_analytics_partitions('2031-06-30T23:00:00Z', 2)")).toBe(0);
    await database.pool.query('delete from users where id = $1', [personOf(1)]);
    expect(await call("(select count(*)::integer from analytics_events where name = 'turn_finished')")).toBe(0);
  });

  it('cleans events away by the day and keeps their figures, whole months by dropping them', async () => {
    const today = await call<Date>("date_trunc('day', now(), 'UTC')");
    const ago = (days: number) => new Date(today.getTime() - days * DAY_MS + 1_000);
    await database.pool.query('delete from analytics_events');
    await call(`ensure_analytics_partitions('${ago(200).toISOString()}', 1)`);
    await write(1, [turn(ago(200)), turn(ago(91)), turn(ago(90)), turn(ago(1))]);
    expect(await call('cleanup_old_analytics_events(90)')).toBe('2');
    expect(await call('(select count(*)::integer from analytics_events)')).toBe(2);
    expect(await total('turns')).toBe(4);
    const kept = await figures();
    await call('recompute_analytics()');
    // Of a conversation whose turns are partly gone the beginning is kept.
    expect(await figures()).toEqual(kept);
    // What comes in for a day that is closed is kept and changes no figure.
    await write(2, [turn(ago(150))]);
    await call('roll_up_analytics()');
    expect(await total('turns')).toBe(4);
    await expect(call('cleanup_old_analytics_events(0)')).rejects.toThrow('at least');
  });

  it('names nobody who switched analytics off, from that moment on and before', async () => {
    const at = new Date('2026-03-02T10:00:00Z');
    await write(1, [turn(at, { isFirst: true }), moodRead(at, { mood: 'joy', polarity: 'positive' })]);
    await call('roll_up_analytics()');
    await database.pool.query(`update profiles set consent = consent || '{"analytics": false}' where user_id = $1`, [
      personOf(1),
    ]);
    await write(1, [turn(new Date(at.getTime() + 1_000)), moodRead(at, { mood: 'joy', polarity: 'positive' })]);
    await call('roll_up_analytics()');
    const { rows } = await database.pool.query(
      "select name, user_id, conversation_id from analytics_events where name <> 'account_created'",
    );
    expect(rows).toEqual([
      { name: 'turn_finished', user_id: null, conversation_id: null },
      { name: 'turn_finished', user_id: null, conversation_id: null },
    ]);
    expect(await figures()).toMatchObject({ days: [], conversations: [] });
    expect([await total('turns'), await total('unnamed_turns'), await total('conversations')]).toEqual([2, 2, 1]);
  });

  it('keeps of a turn that is not there any more what it cost, and nothing else', async () => {
    const at = new Date('2026-03-02T10:00:00Z');
    const attempt = { model: 'm', outcome: 'failed', firstTokenMs: null, totalMs: 1, costMicroUsd: null };
    await write(77, [turn(at), modelAttempted(at, attempt, personOf(98))]);
    const { rows } = await database.pool.query("select name from analytics_events where name <> 'account_created'");
    expect(rows).toEqual([{ name: 'model_attempted' }]);
  });

  it('tells of moods by the week that is over, and only those of five people or more', async () => {
    const at = new Date('2026-03-03T10:00:00Z');
    for (const person of [1, 2, 3, 4, 5]) await write(person, [moodRead(at, { mood: 'joy', polarity: 'positive' })]);
    for (const person of [1, 2, 3, 4]) {
      await write(person, [
        moodRead(at, { mood: 'grief', polarity: 'negative' }),
        moodRead(at, { mood: 'grief', polarity: 'negative' }),
      ]);
    }
    const thisWeek = await call<Date>('now()');
    for (const person of [1, 2, 3, 4, 5, 6])
      await write(person, [moodRead(thisWeek, { mood: 'calm', polarity: 'positive' })]);
    await database.pool.query('SELECT refresh_analytics_views();');
    const { rows } = await database.pool.query('select week::text, mood, readings, people from analytics_moods_weekly');
    expect(rows).toEqual([{ week: '2026-03-02', mood: 'joy', readings: 5, people: 5 }]);
  });

  it('counts cohorts by the week people came first', async () => {
    const week = (number: number) => new Date(Date.parse('2026-03-04T10:00:00Z') + number * 7 * DAY_MS);
    await write(1, [turn(week(0)), turn(week(1)), turn(week(3))]);
    await write(2, [turn(week(0))]);
    await write(3, [turn(week(1)), turn(week(2))]);
    await database.pool.query('SELECT refresh_analytics_views();');
    const { rows } = await database.pool.query(
      `select cohort::text, weeks_after, people from analytics_retention where brand = '*' order by 1, 2`,
    );
    expect(rows).toEqual([
      { cohort: '2026-03-02', weeks_after: 0, people: 2 },
      { cohort: '2026-03-02', weeks_after: 1, people: 1 },
      { cohort: '2026-03-02', weeks_after: 3, people: 1 },
      { cohort: '2026-03-09', weeks_after: 0, people: 1 },
      { cohort: '2026-03-09', weeks_after: 1, people: 1 },
    ]);
  });

  describe("answers the operators' queries as the guides have them", () => {
    it('with what happened', async () => {
      const now = await call<Date>('now()');
      const recent = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
      await write(1, [turn(recent(30), { isFirst: true }), turn(recent(20), { state: 'failed', cache: 'exact' })]);
      await write(2, [turn(recent(900)), feedbackGiven(recent(10), { rating: 4 })]);
      await database.pool.query('SELECT refresh_analytics_views();');
      await call('measure_real_time()');
      const realTime = await database.pool.query(
        'SELECT * FROM real_time_metrics ORDER BY metric_timestamp DESC LIMIT 5;',
      );
      expect(realTime.rows).toEqual([
        expect.objectContaining({
          turns: 2,
          failed_turns: 1,
          error_rate: 0.5,
          active_people: 1,
          average_satisfaction: 4,
          cache_hit_rate: 0.5,
        }),
      ]);
      const brands = await database.pool.query(
        "SELECT * FROM brand_performance_comparison WHERE date >= CURRENT_DATE - INTERVAL '30 days';",
      );
      expect(brands.rows.reduce((sum, { turns }) => sum + Number(turns), 0)).toBe(3);
      expect(brands.rows[0]).toMatchObject({ brand: 'acme', average_response_time_ms: '120' });
    });

    it.each([
      'SELECT * FROM cache_performance_stats;',
      'SELECT * FROM real_time_metrics ORDER BY metric_timestamp DESC LIMIT 1;',
      'SELECT cleanup_old_analytics_events(90);',
      'SELECT refresh_analytics_views();',
    ])('%s', async (query) => {
      expect((await database.pool.query(query)).command).toBe('SELECT');
    });
  });

  // The embedded database has one connection: nothing there commits late.
  if (databases.kind === 'postgresql')
    it('passes nothing by that commits late, and works side by side', async () => {
      const at = new Date('2026-03-02T10:00:00Z');
      await inTransaction(database.pool, async (client) => {
        await client.query(
          "insert into analytics_events (occurred_at, name, version, properties) values ($1, 'turn_finished', 1, $2)",
          [at, '{"state": "completed", "responseTimeMs": 5}'],
        );
        await write(2, [turn(at)]);
        await call('roll_up_analytics()');
        expect(await total('turns')).toBe(1);
      });
      await Promise.all([1, 2, 3, 4].map(() => call('roll_up_analytics()')));
      expect(await total('turns')).toBe(2);
    });
});
