import { type EVENT_CATALOGUE as Catalogue, EVENT_CATALOGUE } from '@rapport/core/analytics/event-catalogue.ts';
import type { AnalyticsDashboard, ChatReply, ProblemDocument, RealTimeMetrics } from '@rapport/wire';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createScriptedModel, createTestApp, onEachDatabase, type TestApp } from '../src/index.ts';
import type { Database } from '@rapport/core/database/database.ts';

const OPERATOR_TOKEN = 'op-9Kd2kQ4vX7mL1tW8zB3nC6rH5jS0pG-analytics-test';
const environment = { OPERATOR_TOKEN };
const QUESTION = 'How often should I wash low porosity hair?';
/** What the knowledge says, so that it is kept for others. */
const ANSWER =
  'Low porosity hair holds on to product, so most people wash it every seven to ten days and use warm water, which helps to lift buildup from the strands.';
const answering = () => createScriptedModel('test/first', () => [{ do: 'text', text: ANSWER }, { do: 'finish' }]);

onEachDatabase('analytics of the whole server', (databases) => {
  let database: Database;
  let test: TestApp;
  beforeEach(async () => {
    database = await databases.migrated();
    test = await createTestApp({ database, environment, overrides: { models: [answering()] } });
  });
  afterEach(() => test[Symbol.asyncDispose]());

  const read = (query = '', headers = {}) =>
    test.request('GET', `/analytics/dashboard${query}`, { token: OPERATOR_TOKEN, headers });
  /** With figures and views as they are at this moment. */
  const dashboard = async (query = '') => {
    await database.pool.query('SELECT refresh_analytics_views();');
    await database.pool.query('select measure_real_time()');
    return (await read(query)).json<AnalyticsDashboard>();
  };

  it('shows exactly what was done', async () => {
    const empty = await dashboard();
    expect(empty.conversations).toMatchObject({ started: 0, turns: 0, turnsPerConversation: null });
    expect(empty.satisfaction).toMatchObject({ average: null, noData: { average: 'Nobody rated a reply.' } });
    expect(empty.cache.hitRate).toBeNull();

    const mia = await test.signUp('mia@example.com', 'Mia');
    const guest = await test.guest();
    const first = await mia.say('sienna', QUESTION);
    await mia.say('sienna', 'Thanks, that helped!', { conversationId: first.conversationId });
    const { id: greeted } = await guest.startConversation('jumbo');
    await guest.say('jumbo', 'My sister Lucia has a dog.', { conversationId: greeted });
    const cached = await guest.say('sienna', QUESTION);
    const rated = await mia.request('POST', `/api/v1/messages/${first.message.id}/feedback`, {
      body: { rating: 4, comment: 'nice words of mine' },
    });
    expect(rated.status).toBe(201);
    const asked = await guest.say('sienna', 'Can I talk to a real person about my loyalty points?');
    await guest.say('sienna', 'guest@example.com', { conversationId: asked.conversationId });
    const crisis = await guest.say('jumbo', 'I want to kill myself');
    expect(crisis.safety).toBe('crisis');

    const shown = await dashboard();
    expect(shown.conversations).toMatchObject({ started: 5, turns: 7, turnsPerConversation: 7 / 5, noData: {} });
    expect(shown.conversations.days.at(-1)).toMatchObject({ started: 5, turns: 7 });
    expect(shown.conversations.days).toHaveLength(30);
    expect(shown.users).toMatchObject({
      activeDay: 2,
      activeWeek: 2,
      activeMonth: 2,
      unnamedTurns: 0,
      accounts: { account: 1, guest: 1 },
    });
    expect(shown.users.stickiness).toBeCloseTo(1 / 30);
    expect(shown.users.retention).toEqual([expect.objectContaining({ weeksAfter: 0, people: 2, share: 1 })]);
    expect(shown.satisfaction).toMatchObject({ ratings: 1, average: 4, distribution: { 4: 1, 5: 0 } });
    expect(shown.resolution).toMatchObject({ handedOver: 1, open: 4, resolved: 0, unknown: 0, resolutionRate: 0 });
    const hits = [first, cached].filter(({ cacheHit }) => cacheHit).length;
    expect(shown.cache.exactHits + shown.cache.nearHits).toBe(hits);
    expect(hits).toBe(1);
    expect(shown.latency.response.measured).toBe(7);
    expect(shown.errors).toMatchObject({ failedTurns: 0, failureRate: 0 });
    expect(shown.safety.events).toMatchObject({ crisis: 1 });
    expect(shown.realtime.latest).toMatchObject({
      turns: 7,
      activePeople: 2,
      activeConversations: 5,
      averageSatisfaction: 4,
      handOffs: 1,
    });
    expect(shown.memory.held).toEqual(
      expect.arrayContaining([expect.objectContaining({ assistant: 'jumbo', status: 'active' })]),
    );
    // By assistant's brand: the parts are the whole.
    const brands = new Map(
      await Promise.all(
        ['sienna-naturals', 'jumbo'].map(async (brand) => [brand, await dashboard(`?brand=${brand}`)] as const),
      ),
    );
    expect([...brands.values()].map(({ conversations }) => [conversations.started, conversations.turns])).toEqual([
      [3, 5],
      [2, 2],
    ]);
    // A day later nobody has written: what is not known is unknown.
    const late = await database.pool.query("update analytics_conversations set last_at = last_at - interval '2 days'");
    expect(late.rowCount).toBe(5);
    const later = (await read()).json<AnalyticsDashboard>();
    expect(later.resolution).toMatchObject({
      handedOver: 1,
      open: 0,
      resolved: 1,
      abandoned: 0,
      unknown: 3,
      resolutionRate: 1 / 5,
    });

    const everything = JSON.stringify((await database.pool.query('select * from analytics_events')).rows);
    expect(everything).not.toMatch(/Lucia|nice words|loyalty|kill|crisis|mia@/i);
  });

  it('writes events as the catalogue has them', async () => {
    const person = await test.signUp('ada@example.com');
    const { conversationId } = await person.say('jumbo', 'I am so happy, I got the job!');
    await person.say('jumbo', 'Tell me more.', { conversationId });
    await person.say('sienna', 'I just did my big chop and went natural!');
    await person.say('sienna', 'Can I talk to a real person about my loyalty points?');
    const { rows } = await database.pool.query<{ name: keyof typeof Catalogue; version: number; properties: unknown }>(
      'select name, version, properties from analytics_events',
    );
    for (const { name, version, properties } of rows) {
      expect(EVENT_CATALOGUE[name].version).toBe(version);
      expect(EVENT_CATALOGUE[name].properties.parse(properties)).toEqual(properties);
    }
    expect(new Set(rows.map(({ name }) => name))).toEqual(
      new Set(['account_created', 'turn_finished', 'model_attempted', 'mood_read', 'journey_moved', 'hand_off_opened']),
    );
  });

  it('counts what failed and fell back, and what it cost', async () => {
    await test[Symbol.asyncDispose]();
    database = await databases.migrated();
    const model = createScriptedModel('test/first', () => []);
    test = await createTestApp({ database, environment, overrides: { models: [model] } });
    const person = await test.guest();
    const reply = await person.say('jumbo', 'Hello there, how are you?');
    expect(reply.fallbackTriggered).toBe(true);
    const shown = await dashboard();
    expect(shown.models.fallbacks).toBe(1);
    expect(shown.models.replies).toEqual([{ model: reply.model, replies: 1 }]);
    expect(shown.models.attempts.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(reply.attempts);
    expect(shown.models.attempts.find(({ model: asked }) => asked === 'test/first')?.outcome).not.toBe('completed');
    expect(shown.cost.unpricedAttempts + shown.cost.byModel.length).toBeGreaterThan(0);
    expect(shown.realtime.latest?.failedAttempts).toBe(reply.attempts - 1);
  });

  it('is erased with the person, and exported to them', async () => {
    const person = await test.signUp('eve@example.com');
    await person.say('jumbo', 'I am so happy, I got the job!');
    await dashboard();
    const exported = (await person.request('GET', '/api/v1/profile/export')).json<Record<string, unknown[]>>();
    expect(exported.analyticsEvents?.length).toBeGreaterThan(1);
    expect(exported.analyticsActiveDays).toHaveLength(1);
    const receipt = (await person.request('DELETE', '/api/v1/profile')).json<{
      stores: { store: string; rows: number }[];
    }>();
    const rowsOf = (wanted: string) => receipt.stores.find(({ store }) => store === wanted)?.rows;
    expect(rowsOf('analytics_events')).toBe(exported.analyticsEvents?.length);
    expect(rowsOf('analytics_conversations')).toBe(1);
    const { rows } = await database.pool.query('select name, user_id from analytics_events where name <> $1', [
      'model_attempted',
    ]);
    expect(rows).toEqual([]);
    expect((await dashboard()).conversations.turns).toBe(0);
  });

  it('names nobody who switched analytics off', async () => {
    const person = await test.signUp('nell@example.com');
    await person.request('PATCH', '/api/v1/profile', { body: { consent: { analytics: false } } });
    await person.say('jumbo', 'I am so happy, I got the job!');
    const shown = await dashboard();
    expect(shown.users).toMatchObject({ activeDay: 0, unnamedTurns: 1 });
    expect(shown.resolution.notFollowed).toBe(1);
    const { rows } = await database.pool.query('select user_id, conversation_id from analytics_events');
    expect(rows.every((row) => row.user_id === null && row.conversation_id === null)).toBe(true);
  });

  it('gives each section as a table, which no spreadsheet runs', async () => {
    const person = await test.guest();
    await person.say('jumbo', 'Hello there, how are you?');
    await dashboard();
    await database.pool.query("update analytics_daily set dimension = '=HYPERLINK(\"x\")' where metric = 'spoken_by'");
    await database.pool.query("update analytics_hourly set dimension = '=HYPERLINK(\"x\")' where metric = 'spoken_by'");
    const table = await read('?section=models&format=csv');
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = table.text.split('\r\n');
    expect(lines[0]).toBe('section,figure,of,value');
    expect(lines).toContain(`models,replies.replies,"'=HYPERLINK(""x"")",1`);
    const days = await read('?section=conversations', { accept: 'text/csv' });
    const today = new Date().toISOString().slice(0, 10);
    expect(days.text.split('\r\n')).toContain(`conversations,days.turns,${today},1`);
    expect((await read('?format=csv')).json<ProblemDocument>()).toMatchObject({
      status: 400,
      code: 'VALIDATION_ERROR',
    });
  });

  it('takes days, zones and brands that are there, and says so of others', async () => {
    const person = await test.guest();
    await person.say('jumbo', 'Hello there, how are you?');
    for (const timeZone of ['UTC', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata']) {
      const shown = await dashboard(`?timeZone=${encodeURIComponent(timeZone)}`);
      expect(shown.timeZone).toBe(timeZone);
      expect(shown.conversations.turns).toBe(1);
      expect(shown.conversations.days.at(-1)?.turns).toBe(1);
    }
    expect((await dashboard('?from=2020-01-01&to=2020-01-31')).conversations.turns).toBe(0);
    for (const query of [
      '?timeZone=Mars/Olympus',
      '?from=2026-02-02&to=2026-02-01',
      '?from=2020-01-01',
      '?to=9999-12-31',
      '?from=x',
      '?to=2019-01-01&from=2019-01-02',
    ]) {
      expect((await read(query)).status, query).toBe(400);
    }
    expect((await read('?brand=other')).status).toBe(404);
  });

  it('is for operators', async () => {
    const person = await test.signUp('user@example.com');
    for (const path of ['/analytics/dashboard', '/analytics/models', '/analytics/stream']) {
      expect((await person.request('GET', path)).json<ProblemDocument>()).toMatchObject({
        status: 403,
        code: 'FORBIDDEN',
      });
      expect((await test.request('GET', path)).status).toBe(401);
    }
  });

  it('keeps its figures by tasks that operators can run', async () => {
    const person = await test.guest();
    await person.say('jumbo', 'Hello there, how are you?');
    for (const task of [
      'roll-up-analytics',
      'refresh-analytics-views',
      'prepare-analytics-months',
      'clean-analytics-events',
    ]) {
      const run = await test.request('POST', `/api/v1/admin/jobs/${task}/run`, { token: OPERATOR_TOKEN });
      expect(run.status).toBe(202);
      const { jobId } = run.json<{ jobId: string }>();
      await vi.waitFor(
        async () => {
          const { rows } = await database.pool.query('select outcome from job_runs where id = $1', [jobId]);
          expect(rows).toEqual([{ outcome: 'completed' }]);
        },
        { timeout: 10_000, interval: 50 },
      );
    }
    const shown = (await read()).json<AnalyticsDashboard>();
    expect([shown.conversations.turns, shown.realtime.latest?.turns]).toEqual([1, 1]);
    expect(shown.rolledUpAt).not.toBeNull();
  });

  it('streams the same figures on every instance, and ends with the server', async () => {
    const second = await createTestApp({ database, environment, ownsDatabase: false });
    const readers = await Promise.all([test, second].map((app) => openReader(app.url)));
    const person = await test.guest();
    const { message }: ChatReply = await person.say('jumbo', 'Hello there, how are you?');
    expect(message.status).toBe('complete');
    await database.pool.query('select measure_real_time()');
    const measured = await Promise.all(readers.map((reader) => reader.until(({ turns }) => turns === 1)));
    expect(measured[0]).toEqual(measured[1]);
    await second[Symbol.asyncDispose]();
    expect(await readers[1]?.rest()).toContain('[DONE]');
    readers[0]?.cancel();
  });
});

async function openReader(url: string) {
  const response = await fetch(`${url}/analytics/stream`, { headers: { authorization: `Bearer ${OPERATOR_TOKEN}` } });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('The stream has no body');
  let text = '';
  return {
    async until(isWanted: (metrics: RealTimeMetrics) => boolean): Promise<RealTimeMetrics> {
      for (;;) {
        const events = text.split('\n\n').filter((event) => event.startsWith('event: realtime'));
        const found = events
          .map((event) => JSON.parse(event.slice(event.indexOf('data: ') + 6)) as RealTimeMetrics)
          .find(isWanted);
        if (found !== undefined) return found;
        const { value, done } = await reader.read();
        if (done) throw new Error(`The stream ended: ${text}`);
        text += value;
      }
    },
    async rest(): Promise<string> {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return text;
        text += value;
      }
    },
    cancel: () => void reader.cancel(),
  };
}
