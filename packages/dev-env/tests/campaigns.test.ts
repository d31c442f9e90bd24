import { type CampaignDefinition, campaignsDefinition } from '@rapport/core/assistants/campaigns-definition.ts';
import { jumbo } from '@rapport/jumbo';
import type { CampaignReport, InboxMessage, Profile, Session } from '@rapport/wire';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { createTestApp, FakeClock, openMailServer, openTestDatabase, type TestApp } from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

const OPERATOR_TOKEN = 'op-7Jd2mV9xQ4tL6wZ3bN8cR5yK1hS0pG-campaigns';
const HOUR_MS = 3_600_000;
const PUBLIC_URL = 'https://talk.example.com';

const CAMPAIGNS: CampaignDefinition[] = campaignsDefinition.parse(
  [
    {
      id: 'by-mail',
      delayHours: 24,
      channel: 'email',
      consent: 'email',
      text: 'Hi {name}, how were Monday & Tuesday?',
    },
    { id: 'in-inbox', delayHours: 72, channel: 'inbox', consent: 'none', text: 'Hi {name}, {assistant} the AI here.' },
    { id: 'third', delayHours: 100, channel: 'inbox', consent: 'none', text: 'Hi {name}, one more of these.' },
  ].map((campaign) => ({ trigger: 'not-seen-for', ...campaign })),
);

describe('campaigns', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function open() {
    const mail = await openMailServer();
    // Noon, long ago, so that days can pass without passing the database's clock.
    const start = new Date(Date.now() - 40 * 24 * HOUR_MS);
    start.setUTCHours(12, 0, 0, 0);
    const clock = new FakeClock(start);
    const test = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: {
        OPERATOR_TOKEN,
        PUBLIC_URL,
        SMTP_URL: mail.url,
        MAIL_FROM: 'no-reply@talk.example.com',
        CAMPAIGN_MAIL_FROM: 'Jumbo <jumbo@talk.example.com>',
      },
      overrides: { clock, assistants: [{ ...jumbo, campaigns: CAMPAIGNS }] },
    });
    closing.push(mail.close, () => test[Symbol.asyncDispose]());
    return { test, mail, clock };
  }

  const admin = (test: TestApp, method: string, path: string, body?: unknown) =>
    test.request(method, `/api/v1/admin/campaigns${path}`, {
      token: OPERATOR_TOKEN,
      ...(body === undefined ? {} : { body }),
    });
  const run = async (test: TestApp) => {
    const { jobId } = (await admin(test, 'POST', '/run')).json<{ jobId: string }>();
    await vi.waitFor(
      async () => {
        const { rows } = await test.app.database.pool.query('select outcome from job_runs where id = $1', [jobId]);
        expect(rows).toEqual([{ outcome: 'completed' }]);
      },
      { timeout: 20_000, interval: 100 },
    );
  };
  const counts = async (test: TestApp, id: string) =>
    (await admin(test, 'GET', `/jumbo/${id}`)).json<CampaignReport>().counts;
  /** Signed in anew, for days have passed. */
  const as = async (test: TestApp, email: string, method: string, path: string) => {
    const body = { email, password: 'correct horse battery' };
    const { accessToken } = (await test.request('POST', '/api/v1/auth/login', { body })).json<Session>();
    return test.request(method, path, { token: accessToken });
  };
  const path = (url: string) => url.replace(PUBLIC_URL, '');

  it('wait for the morning in India, keep silent after a crisis, end by one click and hold to the cap', async () => {
    const { test, mail, clock } = await open();
    await run(test);
    const ada = await test.signUp('ada@example.com', 'Ada');
    const grace = await test.signUp('grace@example.com', 'Grace');
    const guest = await test.guest();
    for (const person of [ada, grace, guest]) {
      const body = { preferredName: 'Ada', timeZone: 'Asia/Kolkata', channels: { email: true } };
      expect((await person.request('PATCH', '/api/v1/profile', { body })).status).toBe(200);
    }
    await ada.say('jumbo', 'We planted tulips today');
    expect((await grace.say('jumbo', 'I want to kill myself')).safety).toBe('crisis');
    await guest.say('jumbo', 'We planted tulips today');

    // Ten in the evening there, though half past four in the afternoon here.
    clock.advance(28.5 * HOUR_MS);
    await run(test);
    expect(mail.mails).toEqual([]);
    expect(await counts(test, 'by-mail')).toMatchObject({ planned: 1, sent: 0 });
    clock.advance(10.5 * HOUR_MS);
    await run(test);
    expect(await counts(test, 'by-mail')).toMatchObject({ planned: 0, sending: 0, sent: 1 });
    expect(mail.mails.map(({ to, from }) => ({ to, from }))).toEqual([
      { to: ['ada@example.com'], from: 'jumbo@talk.example.com' },
    ]);
    const byMail = await counts(test, 'by-mail');
    expect(byMail.skipped.toSorted((one, other) => one.reason.localeCompare(other.reason))).toEqual([
      { reason: 'in-care', count: 1 },
      { reason: 'no-address', count: 1 },
    ]);

    // Long lines are folded, and the body is quoted-printable.
    const source = (mail.mails[0]?.source ?? '').replace(/\r\n[ \t]/g, ' ');
    const whole = source.replace(/=\r\n/g, '').replace(/=3D/g, '=');
    expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/im);
    const link = /^List-Unsubscribe:\s+<([^>]+)>\r$/im.exec(source)?.[1] ?? '';
    expect(link).toMatch(/^https:\/\/talk\.example\.com\/mail\/unsubscribe\/[\w-]+$/);
    expect(whole).toContain('<p>Hi Ada, how were Monday &amp; Tuesday?</p>');
    expect(whole).toContain('Hi Ada, how were Monday & Tuesday?');

    const visit = /https:\/\/talk\.example\.com\/mail\/visits\/[\w-]+/.exec(whole)?.[0] ?? '';
    const followed = await fetch(`${test.url}${path(visit)}`, { redirect: 'manual' });
    expect([followed.status, followed.headers.get('location')]).toEqual([302, `${PUBLIC_URL}/`]);

    const agreed = async () =>
      (await as(test, 'ada@example.com', 'GET', '/api/v1/profile')).json<Profile>().channels.email;
    expect(await test.request('GET', path(link))).toMatchObject({
      status: 200,
      text: expect.stringContaining('<button'),
    });
    expect(await agreed()).toBe(true);
    const click = (to: string) =>
      fetch(`${test.url}${to}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
    expect((await click(`${path(link).slice(0, -4)}AAAA`)).status).toBe(404);
    expect(await agreed()).toBe(true);
    for (const _ of ['once', 'twice']) expect((await click(path(link))).status).toBe(200);
    expect(await agreed()).toBe(false);
    expect(await counts(test, 'by-mail')).toMatchObject({ sent: 1, clicked: 1, unsubscribed: 1 });

    // Three days and some: noon there.
    clock.advance(52 * HOUR_MS);
    await run(test);
    const inbox = async () =>
      (await as(test, 'ada@example.com', 'GET', '/api/v1/inbox')).json<{ items: InboxMessage[]; nextCursor: null }>()
        .items;
    const [message] = await inbox();
    expect(message).toMatchObject({ assistant: 'jumbo', text: 'Hi Ada, Jumbo the AI here.', readAt: null });
    expectProblem(await as(test, 'grace@example.com', 'POST', `/api/v1/inbox/${message?.id}/read`), 'NOT_FOUND');
    expect((await as(test, 'ada@example.com', 'POST', `/api/v1/inbox/${message?.id}/read`)).status).toBe(200);
    expect((await inbox())[0]?.readAt).toEqual(expect.any(String));
    expect((await as(test, 'grace@example.com', 'GET', '/api/v1/inbox')).json<{ items: unknown[] }>().items).toEqual(
      [],
    );

    clock.advance(26 * HOUR_MS);
    await run(test);
    expect(await inbox()).toHaveLength(1);
    expect((await counts(test, 'third')).skipped).toEqual(expect.arrayContaining([{ reason: 'in-care', count: 1 }]));
    expect((await counts(test, 'third')).skipped).toEqual(
      expect.arrayContaining([expect.objectContaining({ reason: 'capped' })]),
    );
    expect(mail.mails).toHaveLength(1);
    const exported = (await as(test, 'ada@example.com', 'GET', '/api/v1/profile/export')).json<{
      campaignSends: unknown[];
    }>();
    expect(exported.campaignSends).toHaveLength(3);
  });
});
