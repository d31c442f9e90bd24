import type { Conversation, Session } from '@rapport/wire';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, FakeClock, onEachDatabase, type TestApp } from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

const SECRET = 'cJ7tWq2nLz9vRb4xKs6mYd8pHf3gTa5e-of-the-shop';
const OTHER_SECRET = 'pX3sVn8kQw5zRm2yTb7cJd4hLf9gKa6e-of-another';
const NOW = new Date('2026-12-01T09:00:00Z');

interface Claims {
  readonly subject?: string;
  readonly name?: string;
  readonly secret?: string;
  /** Seconds before now that it was made, and after that until it ends. */
  readonly age?: number;
  readonly lifetime?: number;
  readonly algorithm?: string;
}

function tokenOf({
  subject = 'customer-1',
  name,
  secret = SECRET,
  age = 0,
  lifetime = 300,
  algorithm = 'HS256',
}: Claims) {
  const issuedAt = Math.floor(NOW.getTime() / 1_000) - age;
  return new SignJWT(name === undefined ? {} : { name })
    .setProtectedHeader({ alg: algorithm })
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetime)
    .sign(new TextEncoder().encode(secret));
}

onEachDatabase('the widget', (databases) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({
      database: await databases.migrated(),
      overrides: { clock: new FakeClock(NOW) },
      environment: {
        WIDGET_SITES: 'https://shop.example.com,https://*.example.org',
        WIDGET_IDENTITY_SECRETS: `sienna-naturals=${SECRET},jumbo=${OTHER_SECRET}`,
      },
    });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const identify = (token: string, guest?: string, assistant = 'sienna') =>
    app.request('POST', '/api/v1/auth/identify', {
      body: { assistant, token },
      ...(guest === undefined ? {} : { token: guest }),
    });

  describe('a customer whom the brand’s server vouches for', () => {
    test('comes in by name, and is the same person the next time', async () => {
      const first = await identify(await tokenOf({ subject: 'ada', name: 'Ada' }));
      expect(first.status, first.text).toBe(200);
      const { user } = first.json<Session>();
      expect(user).toEqual({ id: user.id, email: null, name: 'Ada', role: 'user', isGuest: false });
      const later = (await identify(await tokenOf({ subject: 'ada', name: 'Ada King' }))).json<Session>();
      expect(later.user).toEqual({ ...user, name: 'Ada King' });
      const me = await app.request('GET', '/api/v1/auth/me', { token: later.accessToken });
      expect(me.json<{ user: unknown }>().user).toEqual(later.user);
    });

    test('keeps what they said as a guest, the first time only', async () => {
      const guest = await app.guest();
      const { id } = await guest.startConversation('sienna');
      const kept = (await identify(await tokenOf({ subject: 'bo' }), guest.session.accessToken)).json<Session>();
      expect(kept.user).toMatchObject({ id: guest.session.user.id, isGuest: false });
      const conversations = await app.request('GET', '/api/v1/conversations', { token: kept.accessToken });
      expect(conversations.json<{ items: Conversation[] }>().items.map((item) => item.id)).toEqual([id]);
      const stranger = await app.guest();
      await stranger.startConversation('sienna');
      const again = (await identify(await tokenOf({ subject: 'bo' }), stranger.session.accessToken)).json<Session>();
      expect(again.user.id).toBe(guest.session.user.id);
      // The guest on this device stays who they were.
      const left = await app.request('GET', '/api/v1/auth/me', { token: stranger.session.accessToken });
      expect(left.json<Session>().user.isGuest).toBe(true);
    });

    test('of another brand is another person, whatever they are called there', async () => {
      const ours = (await identify(await tokenOf({ subject: 'carol' }))).json<Session>();
      const theirs = await identify(await tokenOf({ subject: 'carol', secret: OTHER_SECRET }), undefined, 'jumbo');
      expect(theirs.json<Session>().user.id).not.toBe(ours.user.id);
    });

    test('never takes over the account of someone who signed up', async () => {
      const member = await app.signUp('member@example.com');
      const token = await tokenOf({ subject: member.session.user.id });
      const taken = (await identify(token, member.session.accessToken)).json<Session>();
      expect(taken.user.id).not.toBe(member.session.user.id);
    });

    test('is one person, though twenty devices come at once for the first time', async () => {
      const token = await tokenOf({ subject: 'dora' });
      const answers = await Promise.all(Array.from({ length: 20 }, () => identify(token)));
      const people = answers.map((answer) => answer.json<Session>().user.id);
      expect(new Set(people).size).toBe(1);
    });

    const refused: readonly (readonly [string, Claims])[] = [
      ['signed with another brand’s secret', { secret: OTHER_SECRET }],
      ['that has ended', { age: 600, lifetime: 300 }],
      ['made longer ago than a quarter of an hour, whatever it says', { age: 3_600, lifetime: 86_400 }],
      ['made tomorrow', { age: -86_400 }],
      ['signed another way', { algorithm: 'HS512', secret: `${SECRET}${SECRET}` }],
      ['without a subject', { subject: '' }],
    ];
    test.each(refused)('is not let in by a token %s', async (_what, claims) => {
      expectProblem(await identify(await tokenOf(claims)), 'UNAUTHENTICATED');
    });

    test('is not let in by what is no token, or an unsigned one', async () => {
      const [, payload] = (await tokenOf({})).split('.');
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      for (const token of ['nothing', 'a.b.c', unsigned]) expectProblem(await identify(token), 'UNAUTHENTICATED');
      expectProblem(await identify(await tokenOf({}), undefined, 'nobody'), 'UNAUTHENTICATED');
    });
  });

  describe('the script and the frame', () => {
    test('the script of an assistant carries its name and colours, and is asked for again by its tag', async () => {
      const script = await app.request('GET', '/widget/sienna.js');
      expect(script.status).toBe(200);
      expect(script.headers.get('content-type')).toContain('text/javascript');
      expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(script.text).toContain('"name":"Sienna"');
      const etag = script.headers.get('etag') ?? '';
      const again = await app.request('GET', '/widget/sienna.js', { headers: { 'if-none-match': etag } });
      expect(again.status).toBe(304);
    });

    test('the frame may be shown by the sites that are named, and nothing else of ours by anyone', async () => {
      const frame = await app.request('GET', '/embed/sienna');
      expect(frame.headers.get('content-security-policy')).toContain(
        "frame-ancestors 'self' https://shop.example.com https://*.example.org;",
      );
      expect(frame.headers.get('x-frame-options')).toBeNull();
      for (const path of ['/', '/a/sienna', '/me', '/dashboard', '/widget-demo']) {
        const page = await app.request('GET', path);
        expect(page.headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
        expect(page.headers.get('x-frame-options'), path).not.toBeNull();
      }
    });

    test('of an assistant that is not here there is neither', async () => {
      expectProblem(await app.request('GET', '/widget/nobody.js'), 'NOT_FOUND');
      expectProblem(await app.request('GET', '/embed/nobody'), 'NOT_FOUND');
    });
  });
});
