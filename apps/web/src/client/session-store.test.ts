import type { Session } from '@rapport/wire';
import { describe, expect, test } from 'vitest';
import type { AccountCalls } from './accounts.ts';
import { ApiProblem, ConnectionLost, SessionEnded } from './problems.ts';
import { createExclusively, SESSION_KEY, SessionStore } from './session-store.ts';
import { createMemoryStore } from './storage.ts';

const problem = (code: 'UNAUTHENTICATED' | 'INTERNAL_ERROR') =>
  new ApiProblem({ code, detail: '', retryable: code === 'INTERNAL_ERROR' });

/** An account server that spends refresh tokens and ends a family whose spent token comes back. */
class AccountServer implements AccountCalls {
  readonly log: string[] = [];
  failure: Error | null = null;
  #issued = 0;
  #valid = '';
  #user = { id: 'u1', email: null as string | null, name: null, role: 'user' as const, isGuest: true };

  #issue(): Session {
    this.#issued += 1;
    this.#valid = `refresh-${this.#issued}`;
    return { user: this.#user, accessToken: `access-${this.#issued}`, refreshToken: this.#valid, expiresIn: 900 };
  }

  async #answer(call: string): Promise<void> {
    this.log.push(call);
    await Promise.resolve();
    if (this.failure !== null) throw this.failure;
  }

  async guest() {
    await this.#answer('guest');
    return this.#issue();
  }
  async signup(body: { email: string }) {
    await this.#answer('signup');
    this.#user = { ...this.#user, id: 'u2', email: body.email, isGuest: false };
    return this.#issue();
  }
  async login(body: { email: string }) {
    await this.#answer('login');
    this.#user = { ...this.#user, id: 'u2', email: body.email, isGuest: false };
    return this.#issue();
  }
  async upgrade(accessToken: string, body: { email: string }) {
    await this.#answer(`upgrade ${accessToken}`);
    this.#user = { ...this.#user, email: body.email, isGuest: false };
    return this.#issue();
  }
  async identify(body: { token: string }, accessToken?: string) {
    await this.#answer(`identify ${body.token} ${accessToken ?? 'alone'}`);
    const isKept = accessToken !== undefined && body.token === 'first-time';
    this.#user = { ...this.#user, id: isKept ? this.#user.id : 'u3', isGuest: false };
    return this.#issue();
  }
  async refresh(refreshToken: string) {
    await this.#answer(`refresh ${refreshToken}`);
    if (refreshToken !== this.#valid) {
      this.#valid = '';
      throw problem('UNAUTHENTICATED');
    }
    return this.#issue();
  }
  async logout(refreshToken: string) {
    await this.#answer(`logout ${refreshToken}`);
  }
}

function setUp() {
  const clock = { now: 1_000_000 };
  const server = new AccountServer();
  const store = createMemoryStore();
  const exclusively = createExclusively(undefined);
  const openTab = () => new SessionStore({ calls: server, store, exclusively, now: () => clock.now });
  return { clock, server, store, openTab, tab: openTab() };
}

describe('a guest', () => {
  test('is made only when first needed', async () => {
    const { tab, server } = setUp();
    expect(tab.current()).toEqual({ status: 'none' });
    expect(server.log).toEqual([]);
    expect(await tab.authorize()).toBe('access-1');
    expect(tab.current()).toMatchObject({ status: 'active', session: { user: { isGuest: true } } });
  });

  test('is one, however many requests and tabs ask at once', async () => {
    const { tab, server, openTab } = setUp();
    const other = openTab();
    const tokens = await Promise.all([tab.authorize(), tab.authorize(), other.authorize()]);
    expect(tokens).toEqual(['access-1', 'access-1', 'access-1']);
    expect(server.log).toEqual(['guest']);
  });

  test('is still the same after a reload', async () => {
    const { tab, openTab, server } = setUp();
    await tab.authorize();
    expect(await openTab().authorize()).toBe('access-1');
    expect(server.log).toEqual(['guest']);
  });
});

describe('an access token', () => {
  test('is renewed once before it runs out, for all tabs', async () => {
    const { tab, openTab, server, clock } = setUp();
    await tab.authorize();
    const other = openTab();
    clock.now += 880_000;
    expect(await Promise.all([tab.authorize(), other.authorize(), tab.authorize()])).toEqual(Array(3).fill('access-2'));
    expect(server.log).toEqual(['guest', 'refresh refresh-1']);
  });

  test('that the server refused is renewed once, however many requests it failed', async () => {
    const { tab, openTab, server } = setUp();
    const refused = await tab.authorize();
    const other = openTab();
    const renewed = await Promise.all([
      tab.replaceRefused(refused),
      other.replaceRefused(refused),
      tab.replaceRefused(refused),
    ]);
    expect(renewed).toEqual(Array(3).fill('access-2'));
    expect(server.log).toEqual(['guest', 'refresh refresh-1']);
  });

  test('is kept when renewing fails for a passing reason', async () => {
    const { tab, server, clock } = setUp();
    await tab.authorize();
    clock.now += 900_000;
    for (const failure of [new ConnectionLost('offline'), problem('INTERNAL_ERROR')]) {
      server.failure = failure;
      await expect(tab.authorize()).rejects.toBe(failure);
      expect(tab.current()).toMatchObject({ status: 'active' });
    }
    server.failure = null;
    expect(await tab.authorize()).toBe('access-2');
  });
});

describe('an ended session', () => {
  test('is said so in every tab and never replaced by a silent guest', async () => {
    const { tab, openTab, server, clock } = setUp();
    await tab.authorize();
    const other = openTab();
    clock.now += 900_000;
    server.failure = problem('UNAUTHENTICATED');
    await expect(tab.authorize()).rejects.toBeInstanceOf(SessionEnded);
    server.failure = null;
    await expect(other.authorize()).rejects.toBeInstanceOf(SessionEnded);
    expect(other.current()).toEqual({ status: 'ended', wasGuest: true });
    expect(server.log).toEqual(['guest', 'refresh refresh-1']);
  });

  test('gives way to a new guest when the person starts anew', async () => {
    const { tab, server } = setUp();
    const refused = await tab.authorize();
    server.failure = problem('UNAUTHENTICATED');
    await expect(tab.replaceRefused(refused)).rejects.toBeInstanceOf(SessionEnded);
    server.failure = null;
    tab.startAnew();
    expect(tab.current()).toEqual({ status: 'none' });
    expect(await tab.authorize()).toBe('access-2');
  });
});

describe('an account', () => {
  const account = { email: 'ada@example.org', password: 'correct horse' };

  test('is an upgrade for a guest, and a new one for a stranger', async () => {
    const guest = setUp();
    await guest.tab.authorize();
    await guest.tab.signUp(account);
    expect(guest.server.log).toEqual(['guest', 'upgrade access-1']);
    expect(guest.tab.current()).toMatchObject({ session: { user: { id: 'u1', isGuest: false } } });

    const stranger = setUp();
    await stranger.tab.signUp(account);
    expect(stranger.server.log).toEqual(['signup']);
  });

  test('that is refused leaves the guest as they were', async () => {
    const { tab, server } = setUp();
    await tab.authorize();
    server.failure = problem('UNAUTHENTICATED');
    await expect(tab.logIn(account)).rejects.toBe(server.failure);
    expect(tab.current()).toMatchObject({ session: { accessToken: 'access-1' } });
  });

  test('signed out leaves nothing on the device, even when the server is away', async () => {
    const { tab, openTab, server, store } = setUp();
    await tab.logIn(account);
    const other = openTab();
    const heard: string[] = [];
    other.subscribe(() => heard.push(other.current().status));
    store.set('rapport.draft.c1', 'half a thought');
    server.failure = new ConnectionLost('offline');
    await expect(tab.logOut()).rejects.toBe(server.failure);
    expect(store.keys()).toEqual([]);
    other.synchronise();
    expect(heard).toEqual(['none']);
  });
});

test('what another program left in storage counts as no session', () => {
  for (const raw of ['', '{', 'null', '7', '{"accessToken":"x"}']) {
    const { store, openTab } = setUp();
    store.set(SESSION_KEY, raw);
    expect(openTab().current()).toEqual({ status: 'none' });
  }
});

test('a failed task does not hold up the next', async () => {
  const exclusively = createExclusively(undefined);
  const failed = exclusively(() => Promise.reject(new Error('first')));
  const second = exclusively(() => Promise.resolve('second'));
  await expect(failed).rejects.toThrow('first');
  expect(await second).toBe('second');
});

describe('a customer whom a brand vouches for', () => {
  const body = (token: string) => ({ assistant: 'sienna', token });

  test('keeps what they said as a guest, the first time', async () => {
    const { server, store, tab } = setUp();
    await tab.authorize();
    store.set('rapport.draft.c1', 'half a thought');
    await tab.identify(body('first-time'));
    expect(server.log).toEqual(['guest', 'identify first-time access-1']);
    expect(tab.current()).toMatchObject({ status: 'active', session: { user: { id: 'u1', isGuest: false } } });
    expect(store.get('rapport.draft.c1')).toBe('half a thought');
  });

  test('finds nothing of whoever was here before', async () => {
    const { server, store, tab } = setUp();
    await tab.logIn({ email: 'ada@example.com', password: 'x' });
    store.set('rapport.draft.c1', 'another’s');
    await tab.identify(body('back-again'));
    expect(server.log).toEqual(['login', 'identify back-again alone']);
    expect(tab.current()).toMatchObject({ status: 'active', session: { user: { id: 'u3' } } });
    expect(store.get('rapport.draft.c1')).toBeNull();
  });

  test('who is refused stays who they were', async () => {
    const { server, tab } = setUp();
    await tab.authorize();
    server.failure = problem('UNAUTHENTICATED');
    await expect(tab.identify(body('forged'))).rejects.toThrow(ApiProblem);
    expect(tab.current()).toMatchObject({ status: 'active', session: { user: { id: 'u1', isGuest: true } } });
  });
});
