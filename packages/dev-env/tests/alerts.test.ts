import type { AlertNews } from '@rapport/core/alerts/alert-news.ts';
import type { AlertRuleReport, ListedAlert } from '@rapport/wire';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import type { z } from 'zod';
import type { alertDetail } from '@rapport/wire';
import {
  createTestApp,
  FakeClock,
  onEachDatabase,
  openChat,
  openMailServer,
  openTestDatabase,
  openWebhookReceiver,
  type TestApp,
} from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

const SECRET = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const OPERATOR_TOKEN = 'op-5Hd7mV2xQ9tL4wZ1bN3cR8yK6jS0pG-alerts-test';
const PATIENCE = { timeout: 20_000 };

const desk = (test: TestApp) => {
  const call = (method: string, path: string, body?: unknown) =>
    test.request(method, `/api/v1/admin/alerts${path}`, {
      token: OPERATOR_TOKEN,
      ...(body === undefined ? {} : { body }),
    });
  return {
    call,
    list: async (query = '') => (await call('GET', query)).json<{ items: ListedAlert[] }>().items,
    read: async (id: string) => (await call('GET', `/${id}`)).json<z.infer<typeof alertDetail>>(),
    rules: async () => (await call('GET', '/rules')).json<{ rules: AlertRuleReport[]; mutes: { kind: string }[] }>(),
  };
};
const raise = (test: TestApp, kind: string, subject = 'acme', severity: ListedAlert['severity'] = 'critical') =>
  test.app.database.pool.query(
    `insert into system_alerts (id, kind, severity, subject, message, first_seen_at, last_seen_at)
     values (gen_random_uuid(), $1, $2, $3, 'It <!channel> happened & more', now(), now())`,
    [kind, severity, subject],
  );
const run = async (test: TestApp, task: string) => void (await test.app.jobs.trigger(task));

describe('the team', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function open() {
    const [receiver, chat, mail] = [await openWebhookReceiver(SECRET, 0), await openChat(), await openMailServer()];
    const test = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: {
        OPERATOR_TOKEN,
        PUBLIC_URL: 'https://care.example.com',
        ALERT_WEBHOOK_URL: receiver.url,
        ALERT_WEBHOOK_SECRET: SECRET,
        ALERT_CHAT_URL: chat.url,
        ALERT_EMAIL: 'ops@brand.example',
        SMTP_URL: mail.url,
        MAIL_FROM: 'no-reply@brand.example',
      },
    });
    closing.push(receiver.close, chat.close, mail.close, () => test[Symbol.asyncDispose]());
    const news = () => receiver.received.map(({ body }) => JSON.parse(body) as AlertNews);
    return { test, news, chat, mail };
  }

  it('is told once by webhook, chat and mail when an alert begins and when it is over', async () => {
    const { test, news, chat, mail } = await open();
    await raise(test, 'vendor_refused_key');
    await run(test, 'tell-of-alerts');
    await vi.waitFor(
      () => expect([news(), chat.texts, mail.mails].map(({ length }) => length)).toEqual([1, 1, 1]),
      PATIENCE,
    );
    const [alert] = await desk(test).list();
    expect(news()[0]).toMatchObject({
      type: 'alert.opened',
      data: { id: alert?.id, kind: 'vendor_refused_key', severity: 'critical', subject: 'acme', resolvedAt: null },
    });
    // What a chat would read as a mention of everybody is only text.
    expect(chat.texts[0]).toContain('*[critical] vendor refused key · acme*');
    expect(chat.texts[0]).toContain('It &lt;!channel&gt; happened &amp; more');
    expect(chat.texts[0]).toContain(`https://care.example.com/api/v1/admin/alerts/${alert?.id}`);
    expect(mail.mails[0]).toMatchObject({ to: ['ops@brand.example'] });
    await run(test, 'tell-of-alerts');
    await desk(test).call('POST', `/${alert?.id}/resolve`, { by: 'Naomi' });
    await run(test, 'tell-of-alerts');
    await vi.waitFor(
      () => expect(news().map(({ type }) => type)).toEqual(['alert.opened', 'alert.resolved']),
      PATIENCE,
    );
    expect(news()[1]?.data).toMatchObject({ resolvedBy: 'Naomi', resolvedAt: expect.any(String) });
    await vi.waitFor(async () => {
      const { deliveries } = await desk(test).read(alert?.id ?? '');
      expect(deliveries.map(({ event, channel, state }) => `${event} ${channel} ${state}`).toSorted()).toEqual(
        ['opened', 'resolved'].flatMap((event) =>
          ['chat', 'email', 'webhook'].map((way) => `${event} ${way} delivered`),
        ),
      );
    }, PATIENCE);
    // The address of a chat is its secret.
    expect(JSON.stringify(test.logLines)).not.toContain('secret-path');
  });

  it('is told when a warning becomes critical, of nothing muted, and of no mere information', async () => {
    const { test, news } = await open();
    await desk(test).call('PUT', '/mutes', { kind: 'low_satisfaction', minutes: 60, by: 'Naomi' });
    await raise(test, 'low_satisfaction', 'service', 'warning');
    await raise(test, 'served_model_changed', 'acme/one', 'info');
    await raise(test, 'budget_spent', 'sienna', 'warning');
    await run(test, 'tell-of-alerts');
    await vi.waitFor(() => expect(news().map(({ data }) => data.kind)).toEqual(['budget_spent']), PATIENCE);
    await test.app.database.pool.query("update system_alerts set severity = 'critical' where kind = 'budget_spent'");
    expect((await desk(test).call('DELETE', '/mutes?kind=low_satisfaction')).status).toBe(204);
    await run(test, 'tell-of-alerts');
    await vi.waitFor(
      () =>
        expect(
          news()
            .map(({ type, data }) => `${type} ${data.kind}`)
            .toSorted(),
        ).toEqual(['alert.escalated budget_spent', 'alert.opened budget_spent', 'alert.opened low_satisfaction']),
      PATIENCE,
    );
  });

  it('is told of a database that is gone past the database, once, and has it on record when it is back', async () => {
    const { test, news, chat } = await open();
    await test.app.database.pool.query('alter table instances rename to instances_away');
    await test.app.beat();
    expect(news()).toEqual([]);
    await test.app.beat();
    await test.app.beat();
    expect(news().map(({ data }) => data)).toMatchObject([
      {
        id: null,
        kind: 'database_unreachable',
        severity: 'critical',
        message: expect.stringContaining('does not answer'),
      },
    ]);
    expect(chat.texts).toHaveLength(1);
    await test.app.database.pool.query('alter table instances_away rename to instances');
    await test.app.beat();
    await vi.waitFor(async () => {
      expect(await desk(test).list('?status=resolved')).toMatchObject([
        { kind: 'database_unreachable', resolvedBy: null },
      ]);
    }, PATIENCE);
  });
});

onEachDatabase('alerts for operators', (databases) => {
  it('begin with requests that fail, are looked after by name, and come again while they are so', async () => {
    const clock = new FakeClock(new Date('2026-11-30T12:00:30Z'));
    await using test = await createTestApp({
      database: await databases.migrated(),
      environment: { OPERATOR_TOKEN },
      overrides: { clock },
    });
    const { call, list, rules } = desk(test);
    const evaluate = async () => {
      const before = test.logLines.length;
      const sent = await test.app.jobs.trigger('evaluate-alerts');
      await vi.waitFor(async () => {
        const { rows } = await test.app.database.pool.query('select outcome from job_runs where id = $1', [sent?.id]);
        expect(rows, JSON.stringify(test.logLines.slice(before))).toEqual([{ outcome: 'completed' }]);
      }, PATIENCE);
    };
    const failing = async () => {
      await test.app.database.pool.query(
        "insert into request_minutes values (date_trunc('minute', $1::timestamptz), gen_random_uuid(), 100, 30)",
        [clock.now()],
      );
    };
    await test.app.beat();
    await failing();
    await evaluate();
    clock.advance(2 * 60_000);
    await test.app.beat();
    await failing();
    await evaluate();
    const [alert] = await vi.waitFor(async () => {
      const alerts = await list('?kind=high_error_rate');
      expect(alerts).toMatchObject([{ kind: 'high_error_rate', severity: 'critical', status: 'open' }]);
      return alerts;
    }, PATIENCE);
    expect((await rules()).rules.find(({ kind }) => kind === 'high_error_rate')?.states).toMatchObject([
      { subject: 'service', isFiring: true },
    ]);
    const acknowledged = await call('POST', `/${alert?.id}/acknowledge`, { by: 'Naomi' });
    expect(acknowledged.json()).toMatchObject({ status: 'acknowledged', acknowledgedBy: 'Naomi' });
    // The first to say so stays named.
    await call('POST', `/${alert?.id}/acknowledge`, { by: 'Ravi' });
    expect(await list('?status=acknowledged')).toMatchObject([{ acknowledgedBy: 'Naomi' }]);
    expect((await call('POST', `/${alert?.id}/resolve`, { by: 'Ravi' })).json()).toMatchObject({
      status: 'resolved',
      resolvedBy: 'Ravi',
    });
    expectProblem(await call('POST', `/${alert?.id}/acknowledge`), 'CONFLICT');
    // The rule still finds it so.
    clock.advance(60_000);
    await test.app.beat();
    await evaluate();
    await vi.waitFor(
      async () => expect(await list('?kind=high_error_rate')).toMatchObject([{ status: 'open' }]),
      PATIENCE,
    );
    const all = await list('?status=all&kind=high_error_rate');
    expect(all.map(({ status }) => status)).toEqual(['open', 'resolved']);
    expectProblem(await call('GET', `/${crypto.randomUUID()}`), 'NOT_FOUND');
    expectProblem(await call('PUT', '/mutes', { kind: 'high_error_rate', minutes: 0 }), 'VALIDATION_ERROR');
    expectProblem(await call('DELETE', '/mutes?kind=high_error_rate'), 'NOT_FOUND');
  });

  it('are metrics too, behind the token, of routes and choices and never of people', async () => {
    await using test = await createTestApp({ database: await databases.migrated(), environment: { OPERATOR_TOKEN } });
    const person = await test.signUp('nia@example.com', 'Nia Canary');
    await person.say('jumbo', 'I had a long day, my canary sang');
    await person.say('sienna', 'What is porosity?');
    expectProblem(await test.request('GET', '/metrics'), 'UNAUTHENTICATED');
    expectProblem(await person.request('GET', '/metrics'), 'FORBIDDEN');
    await test.app.beat();
    const scraped = await test.request('GET', '/metrics', { token: OPERATOR_TOKEN });
    expect(scraped.headers.get('content-type')).toContain('text/plain');
    const lines = scraped.text.split('\n');
    expect(lines).toContain('http_requests_total{method="POST",route="/api/v1/chat",status="200"} 2');
    expect(lines.filter((line) => line.startsWith('chat_turns_total{')).toSorted()).toMatchObject([
      expect.stringMatching(
        /^chat_turns_total\{assistant="jumbo",outcome="completed",model="[^"]+",fallback="false",safety="none"\} 1$/,
      ),
      expect.stringMatching(/^chat_turns_total\{assistant="sienna",/),
    ]);
    expect(lines).toContain('database_up 1');
    expect(lines.some((line) => /^process_memory_share 0\.\d+$/.test(line))).toBe(true);
    expect(scraped.text).not.toMatch(/canary|nia@|Canary/);
    expect(scraped.text).not.toContain(person.session.user.id);
  });

  it('know an instance that stopped from one that was lost', async () => {
    const database = await databases.migrated();
    const test = await createTestApp({ database, ownsDatabase: false, environment: { OPERATOR_TOKEN } });
    await test.app.beat();
    const stops = async () =>
      (await database.pool.query('select stopped_at is not null as stopped from instances')).rows;
    expect(await stops()).toEqual([{ stopped: false }]);
    await test[Symbol.asyncDispose]();
    expect(await stops()).toEqual([{ stopped: true }]);
    await database.close();
  });
});
