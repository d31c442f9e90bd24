import { openPostgresql } from '@rapport/adapters/database/postgresql.ts';
import type { Database } from '@rapport/core/database/database.ts';
import type { ChatReply, ProblemDocument, Profile, SafetyCounts, SafetyProtocol } from '@rapport/wire';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  findPostgresqlPrograms,
  type OwnPostgresql,
  openTestDatabase,
  startOwnPostgresql,
  type TestApp,
} from '../src/index.ts';

const OPERATOR_TOKEN = 'op-9dK2vQ7xL1mW8tZ3nB5cR6yH4jD0sG-safety-test';

const model = createScriptedModel('test/model', () => [{ do: 'text', text: 'Words of a model.' }, { do: 'finish' }]);

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({
    database: await openTestDatabase('embedded', inject('templates')),
    overrides: { models: [model] },
    environment: { OPERATOR_TOKEN },
  });
});
afterAll(() => test[Symbol.asyncDispose]());

const livingIn = async (timeZone: string, locale = 'en') => {
  const person = await test.guest();
  await person.request('PATCH', '/api/v1/profile', { body: { timeZone, locale } });
  return person;
};

describe('a crisis', () => {
  const places: readonly (readonly [string, string, RegExp])[] = [
    ['America/New_York', 'en-US', /988/],
    ['America/Toronto', 'en', /988/],
    ['Europe/London', 'en-GB', /116 123/],
    ['Europe/Dublin', 'en-US', /116 123/],
    ['Australia/Sydney', 'en', /13 11 14/],
    ['UTC', 'en-AU', /13 11 14/],
    ['Europe/Madrid', 'es-ES', /024[\s\S]*findahelpline\.com/],
    ['Europe/Lisbon', 'pt-PT', /findahelpline\.com/],
    ['UTC', 'en', /findahelpline\.com/],
  ];
  it.each(places)('in %s (%s) is answered with the right number, by no model', async (timeZone, locale, number) => {
    for (const assistant of ['jumbo', 'sienna']) {
      const person = await livingIn(timeZone, locale);
      const asked = model.requests.length;
      const reply = await person.say(assistant, "I don't want to be alive anymore");
      expect(reply.safety).toBe('crisis');
      expect(reply.message.text).toMatch(number);
      expect(reply.message.text).toMatch(/\bAI\b/);
      expect(reply.message.text).toMatch(/killing yourself|safe/);
      expect(model.requests.length).toBe(asked);
    }
  });

  it('comes before the name: the message is not read as one, nor asked about', async () => {
    const person = await test.guest();
    const { id: conversationId } = await person.startConversation('jumbo');
    const reply = await person.say('jumbo', 'I want to kill myself', { conversationId });
    expect(reply.safety).toBe('crisis');
    expect((await person.request('GET', '/api/v1/profile')).json<Profile>().preferredName).toBeNull();
  });

  it('keeps the next turns in care, whatever is said, and then lets go', async () => {
    const person = await test.guest();
    const { conversationId } = await person.say('jumbo', 'I want to kill myself');
    for (const next of ['ok', 'what is the weather', "I'm safe now, my sister is here"]) {
      const reply = await person.say('jumbo', next, { conversationId });
      expect(reply.safety).toBe('crisis');
      expect(reply.message.text).not.toContain('Words of a model');
    }
    const after = await person.say('jumbo', 'thank you. we are making tea', { conversationId });
    expect(after.safety).toBe('none');
  });

  it('is not seen in look-alikes', async () => {
    const person = await test.guest();
    for (const message of ['this deadline is killing me', "I'd kill for a nap", 'my phone died lol']) {
      expect((await person.say('jumbo', message)).safety).toBe('none');
    }
  });
});

describe('the disclosure', () => {
  it('is made at the start, not again within three hours, and again after them', async () => {
    const person = await test.guest();
    const said = async () => /\bAI\b/.test((await person.say('jumbo', 'I went for a walk today')).message.text);
    const letPass = (minutes: number) =>
      test.app.database.pool.query(
        "update assistant_profiles set last_disclosed_at = last_disclosed_at - $2 * interval '1 minute' where user_id = $1",
        [person.session.user.id, minutes],
      );
    expect(await said()).toBe(true);
    expect(await said()).toBe(false);
    await letPass(179);
    expect(await said()).toBe(false);
    await letPass(2);
    expect(await said()).toBe(true);
    expect(await said()).toBe(false);
  });

  it('in a greeting counts', async () => {
    const person = await test.guest();
    const { id: conversationId, greeting } = await person.startConversation('sienna');
    expect(greeting.text).toMatch(/\bAI\b/);
    const reply = await person.say('sienna', 'How often should I wash?', { conversationId });
    expect(reply.message.text).toBe('Words of a model.');
  });

  it('is part of the stored reply, so that what was said can be shown', async () => {
    const person = await test.guest();
    const reply = await person.say('jumbo', 'I went for a walk today');
    const stored = await person.request('GET', `/api/v1/conversations/${reply.conversationId}/messages?order=newest`);
    expect(stored.text).toContain("I'm Jumbo, an AI companion");
  });
});

describe('the published protocol', () => {
  it('is public data, made from what acts', async () => {
    const response = await test.request('GET', '/api/v1/safety/protocol');
    expect(response.status).toBe(200);
    const protocol = response.json<SafetyProtocol>();
    expect(protocol.helplines.find(({ country }) => country === 'AU')?.number).toBe('13 11 14');
    expect(protocol.elsewhere.url).toBe('https://findahelpline.com');
    expect(protocol.disclosure.assistants.map(({ assistant }) => assistant).sort()).toEqual(['jumbo', 'sienna']);
    for (const { everyMinutes } of protocol.disclosure.assistants) expect(everyMinutes).toBeLessThanOrEqual(180);
    const person = await livingIn('America/New_York');
    expect((await person.say('jumbo', 'I want to kill myself')).message.text).toBe(protocol.example);
  });

  it('is a page without scripts or styles, of the same data, under the policy of the site', async () => {
    const page = await test.request('GET', '/safety');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'/);
    expect(page.text).not.toMatch(/<script|<style|style=|onclick|javascript:/i);
    const protocol = (await test.request('GET', '/api/v1/safety/protocol')).json<SafetyProtocol>();
    const shown = page.text.replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"');
    for (const { number, name } of protocol.helplines) {
      expect(shown).toContain(number);
      expect(shown).toContain(name);
    }
    for (const { what } of protocol.detected) expect(shown).toContain(what);
    for (const said of protocol.responses) expect(shown).toContain(said);
    expect(shown).toContain(protocol.reviewed);
  });
});

describe('the yearly counts', () => {
  it('are for operators, of a year, and say what is counted', async () => {
    const path = '/api/v1/admin/safety/counts';
    const guest = await test.guest();
    expect((await guest.request('GET', `${path}?year=2026`)).status).toBe(403);
    expect((await test.request('GET', path, { token: OPERATOR_TOKEN })).status).toBe(400);
    const insert = `insert into safety_events (kind, rule, assistant, brand, language, occurred_on) values ($1, 'test', 'jumbo', 'jumbo', 'en', $2)`;
    for (const [kind, day] of [
      ['crisis', '2031-03-01'],
      ['aftercare', '2031-03-02'],
      ['disclosure', '2031-12-31'],
      ['disclosure', '2032-01-01'],
    ]) {
      await test.app.database.pool.query(insert, [kind, day]);
    }
    const response = await test.request('GET', `${path}?year=2031`, { token: OPERATOR_TOKEN });
    expect(response.status).toBe(200);
    const counts = response.json<SafetyCounts>();
    expect(counts).toMatchObject({
      year: 2031,
      totals: { crisis: 1, concern: 0, aftercare: 1, disclosure: 1 },
      referrals: 2,
    });
    expect(counts.months).toContainEqual({ month: '2031-03', assistant: 'jumbo', kind: 'crisis', count: 1 });
    expect(counts.meaning.crisis).toMatch(/line to call/);
  });
});

const programs = findPostgresqlPrograms();
const openOn = ({ url }: OwnPostgresql): Promise<Database> =>
  openPostgresql({
    connectionString: url,
    poolSize: 4,
    tls: { mode: 'off' },
    onProgress: () => undefined,
    onIdleError: () => undefined,
  });

describe.runIf(programs !== null)('with a database that can only be read, or not be reached', () => {
  it('a crisis is answered, as JSON and as a stream, and said not to be kept; other messages are told to wait', async () => {
    using server = await startOwnPostgresql(programs ?? '');
    const database = await openOn(server);
    await using outage = await createTestApp({ database, overrides: { models: [model] } });
    const person = await outage.guest();
    await person.request('PATCH', '/api/v1/profile', { body: { timeZone: 'Europe/London' } });
    const before = await person.say('jumbo', 'I went for a walk');
    const post = (message: string) => person.request('POST', '/api/v1/chat', { body: { assistant: 'jumbo', message } });
    const expectCare = async (number: RegExp) => {
      const response = await post("I don't want to be alive anymore");
      expect(response.status).toBe(200);
      const reply = response.json<ChatReply>();
      expect(reply).toMatchObject({ safety: 'crisis', kept: false });
      expect(reply.message.text).toMatch(number);
      expect(reply.message.text).toMatch(/can't save our conversation/);
      const parts = (await person.stream('jumbo', 'I want to kill myself')).map(({ part }) => part);
      expect(parts.map(({ type }) => type)).toEqual([
        'start',
        'text-start',
        'text-delta',
        'text-end',
        'data-reply',
        'finish',
      ]);
      expect(JSON.stringify(parts)).toMatch(number);
      const refused = await post('I went for a run');
      expect(refused.status).toBe(503);
      expect(refused.json<ProblemDocument>().code).toBe('DATABASE_CONNECTION_ERROR');
    };

    await database.pool.query('alter system set default_transaction_read_only = on');
    await database.pool.query('select pg_reload_conf()');
    while (
      (await database.pool.query('show default_transaction_read_only')).rows[0].default_transaction_read_only !== 'on'
    ) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await expectCare(/116 123/);

    server.stop('immediate');
    await expectCare(/findahelpline\.com/);

    server.start();
    const stored = await person.request('GET', `/api/v1/conversations/${before.conversationId}/messages`);
    expect(stored.text).not.toContain('alive anymore');
  });
});
