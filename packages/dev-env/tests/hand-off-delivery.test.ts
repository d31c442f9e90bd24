import { createSmtpMailer } from '@rapport/adapters/mailers/smtp.ts';
import { createSignedWebhook } from '@rapport/adapters/webhooks/signed-webhook.ts';
import type { Alert } from '@rapport/core/alerts/alerts.ts';
import { deliveryTask } from '@rapport/core/hand-off/deliver.ts';
import type { TaskContext } from '@rapport/core/jobs/task.ts';
import type { CaseDetail } from '@rapport/wire';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { createTestApp, openMailServer, openTestDatabase, openWebhookReceiver, type TestApp } from '../src/index.ts';

const OLD_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const NEW_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const OPERATOR_TOKEN = 'op-9Kd3mV7xQ2tL5wZ8bN1cR4yH6jS0pG-delivery-test';
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

const headersOf = (source: string): string => source.split('\r\n\r\n')[0] ?? '';
const caseOf = async (test: TestApp, id: string): Promise<CaseDetail> =>
  (await test.request('GET', `/api/v1/admin/cases/${id}`, { token: OPERATOR_TOKEN })).json<CaseDetail>();

describe('the news of a case', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function open(environment: Record<string, string>): Promise<TestApp> {
    const test = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { OPERATOR_TOKEN, ...environment },
    });
    closing.push(() => test[Symbol.asyncDispose]());
    return test;
  }

  it('goes out signed and by mail as part of the turn that opened it, and says nothing of people in the log', async () => {
    const receiver = await openWebhookReceiver(NEW_SECRET, 0);
    const mail = await openMailServer();
    closing.push(receiver.close, mail.close);
    const test = await open({
      HANDOFF_WEBHOOK_URL: receiver.url,
      HANDOFF_WEBHOOK_SECRET: `${OLD_SECRET},${NEW_SECRET}`,
      HANDOFF_EMAIL: 'care@brand.example',
      SMTP_URL: mail.url,
      MAIL_FROM: 'Sienna <no-reply@brand.example>',
    });
    const person = await test.guest();
    const first = await person.say('sienna', 'I want a refund for order #77120, the canary mask came half empty');
    const { conversationId } = first;
    const opened = await person.say('sienna', 'mia+test@example.com', { conversationId });
    const caseId = opened.handOff?.caseId ?? '';
    await vi.waitFor(
      async () =>
        expect((await caseOf(test, caseId)).deliveries.map(({ state }) => state)).toEqual(['delivered', 'delivered']),
      { timeout: 20_000 },
    );
    expect(receiver.received).toHaveLength(1);
    const [webhook] = receiver.received;
    expect(JSON.parse(webhook?.body ?? '')).toMatchObject({
      type: 'case.opened',
      data: {
        caseId,
        reason: 'refund',
        reference: opened.handOff?.reference,
        conversationId,
        person: { email: 'mia+test@example.com' },
        collected: expect.arrayContaining([{ field: 'orderNumber', label: 'Order number', value: '77120' }]),
      },
    });
    expect(webhook?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    const [sent] = mail.mails;
    expect(sent).toMatchObject({ from: 'no-reply@brand.example', to: ['care@brand.example'] });
    expect(headersOf(sent?.source ?? '')).toMatch(/^Reply-To: mia\+test@example\.com$/im);
    expect(sent?.source).toContain(opened.handOff?.reference);
    const log = JSON.stringify(test.logLines);
    for (const word of ['canary', 'mia+test@example.com', OLD_SECRET, NEW_SECRET]) expect(log).not.toContain(word);
    const health = (await test.request('GET', '/health')).json<{ components: { handOff: unknown } }>();
    expect(health.components.handOff).toEqual({ state: 'healthy', webhook: 'configured', email: 'configured' });
  });

  it('says where nobody is told, and has the case in the inbox all the same', async () => {
    const test = await open({});
    const person = await test.guest();
    const { conversationId } = await person.say('sienna', 'where is my order?');
    const opened = await person.say('sienna', "I'd rather not say", { conversationId });
    expect((await caseOf(test, opened.handOff?.caseId ?? '')).deliveries).toEqual([]);
    const health = (await test.request('GET', '/health')).json<{ components: { handOff: unknown } }>();
    expect(health.components.handOff).toEqual({
      state: 'disabled',
      webhook: 'not configured',
      email: 'not configured',
    });
  });

  it('is sent again under one id until it is taken, parked after the last attempt with an alert, and no replay is taken', async () => {
    const receiver = await openWebhookReceiver(OLD_SECRET, 2);
    closing.push(receiver.close);
    // No channel here, so that no worker is faster than the test.
    const test = await open({});
    const person = await test.signUp('nia@example.com');
    const opened = await person.say('sienna', 'I want a refund for order 55120, the mask came half empty');
    const caseId = opened.handOff?.caseId ?? '';
    const deliveryId = crypto.randomUUID();
    await test.app.database.pool.query(
      `insert into case_deliveries (user_id, id, case_id, event, channel, payload, created_at)
       values ($1, $2, $3, 'case.opened', 'webhook', '{"type": "case.opened", "data": {"reason": "refund"}}', now())`,
      [person.session.user.id, deliveryId, caseId],
    );
    const alerts: Alert[] = [];
    const resolved: string[] = [];
    const webhookTo = (url: string) =>
      createSignedWebhook({
        url,
        secrets: [OLD_SECRET],
        addresses: 'loopback',
        addressesVariable: 'HANDOFF_WEBHOOK_ADDRESSES',
        now: () => new Date(),
      });
    const attempt = (url: string, isLastAttempt: boolean) =>
      deliveryTask({
        database: test.app.database,
        clock: { now: () => new Date(), monotonicMs: () => performance.now() },
        alerts: { raise: (alert) => alerts.push(alert), resolve: ([kind = '']) => resolved.push(kind) },
        sendWebhook: webhookTo(url),
        sendMail: null,
      }).run(contextOf(isLastAttempt), { userId: person.session.user.id, deliveryId });
    await expect(attempt(receiver.url, false)).rejects.toThrow('answered 503');
    await expect(attempt(receiver.url, false)).rejects.toThrow('answered 503');
    expect((await caseOf(test, caseId)).deliveries[0]).toMatchObject({ state: 'pending', attempts: 2 });
    await expect(attempt('http://127.0.0.1:1/closed', true)).rejects.toThrow('could not be reached');
    expect((await caseOf(test, caseId)).deliveries[0]).toMatchObject({ state: 'parked', attempts: 3 });
    expect(alerts).toMatchObject([{ kind: 'case_not_delivered', severity: 'critical', subject: 'webhook' }]);
    await expect(attempt(receiver.url, false)).resolves.toMatchObject({ result: 'delivered' });
    expect(resolved).toEqual(['case_not_delivered']);
    await expect(attempt(receiver.url, false)).resolves.toMatchObject({ result: 'already delivered' });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([deliveryId]));
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(receiver.received.map(({ answered }) => answered)).toEqual([503, 503, 204]);
    // Somebody who listened sends what they heard: again, changed, and with a later time.
    const { headers = {}, body = '' } = receiver.received.at(-1) ?? {};
    expect(receiver.judge(headers, body)).toBe(409);
    expect(receiver.judge({ ...headers, 'webhook-id': crypto.randomUUID() }, body)).toBe(401);
    expect(receiver.judge(headers, body.replace('refund', 'praise'))).toBe(401);
    expect(receiver.judge({ ...headers, 'webhook-timestamp': '1700000000' }, body)).toBe(401);
  });

  it('goes to no private address unless that is allowed, by name or written out', async () => {
    const send = (url: string, addresses: 'public' | 'loopback' | 'private') =>
      createSignedWebhook({
        url,
        secrets: [OLD_SECRET],
        addresses,
        addressesVariable: 'HANDOFF_WEBHOOK_ADDRESSES',
        now: () => new Date(),
      })({
        id: 'one',
        body: '{}',
        signal: AbortSignal.timeout(3_000),
      });
    const forbidden: readonly (readonly [string, 'public' | 'loopback' | 'private'])[] = [
      ['http://127.0.0.1:9/', 'public'],
      ['http://localhost:9/', 'public'],
      ['http://[::1]:9/', 'public'],
      ['http://[::ffff:127.0.0.1]:9/', 'public'],
      ['http://10.1.2.3/', 'loopback'],
      ['http://192.168.0.1/', 'loopback'],
      ['http://0x7f000001:9/', 'public'],
      ['http://169.254.169.254/latest/meta-data', 'private'],
      ['http://[fe80::1]/', 'private'],
    ];
    for (const [url, addresses] of forbidden) {
      await expect(send(url, addresses), `${url} ${addresses}`).rejects.toThrow('its address is private');
    }
    await expect(send('http://127.0.0.1:1/', 'loopback')).rejects.toThrow('could not be reached');
  });

  it('lets nobody write a header of the mail', async () => {
    const mail = await openMailServer();
    closing.push(mail.close);
    const send = createSmtpMailer({ url: mail.url, from: 'no-reply@brand.example', to: 'care@brand.example' });
    await send({
      id: crypto.randomUUID(),
      subject: 'Order\r\nBcc: everybody@evil.example',
      text: 'Line\r\n.\r\nQUIT\r\nBcc: everybody@evil.example',
      replyTo: 'mia@example.com\r\nBcc: everybody@evil.example',
      signal: new AbortController().signal,
    });
    const [sent] = mail.mails;
    expect(mail.mails).toHaveLength(1);
    expect(sent?.to).toEqual(['care@brand.example']);
    expect(headersOf(sent?.source ?? '')).not.toMatch(/^Bcc:/im);
    expect(sent?.source).toContain('QUIT');
  });
});

const contextOf = (isLastAttempt: boolean): TaskContext => ({
  jobId: 'job',
  attempt: 1,
  isLastAttempt,
  signal: new AbortController().signal,
  log: SILENT,
  commit: async () => ({}),
});
