import { describe, expect, test } from 'vitest';
import { ApiProblem, ConnectionLost } from './problems.ts';
import { RegionalSettingsSender } from './regional-settings.ts';
import type { SessionState } from './session-store.ts';
import { createMemoryStore } from './storage.ts';

const activeAs = (id: string): SessionState => ({
  status: 'active',
  session: {
    user: { id, email: null, name: null, role: 'user', isGuest: true },
    accessToken: '',
    refreshToken: '',
    expiresAt: 0,
  },
});
const refused = new ApiProblem({ code: 'VALIDATION_ERROR', detail: '', retryable: false });

function setUp() {
  const log: string[] = [];
  const device = { timeZone: 'Europe/London', locale: 'en-GB' };
  const server = { answer: async (): Promise<void> => undefined };
  const people = { state: { status: 'none' } as SessionState, listeners: new Set<() => void>() };
  const clock = { pass: (): void => undefined };
  const store = createMemoryStore();
  const sessions = {
    current: () => people.state,
    subscribe: (listener: () => void) => {
      people.listeners.add(listener);
      return () => void people.listeners.delete(listener);
    },
  };
  const visit = () =>
    new RegionalSettingsSender({
      api: {
        updateProfile: async ({ timeZone, locale }) => {
          log.push(`${timeZone} ${locale}`);
          await server.answer();
        },
      },
      sessions,
      store,
      read: () => device,
      wait: () =>
        new Promise((resolve) => {
          clock.pass = resolve;
        }),
    });
  const become = (state: SessionState) => {
    people.state = state;
    for (const listener of people.listeners) listener();
  };
  return { log, device, server, clock, visit, become };
}

describe('where someone is', () => {
  test('is told when they come to talk, and not before', async () => {
    const { log, visit, become } = setUp();
    const sender = visit();
    sender.start();
    await sender.settled();
    expect(log).toEqual([]);
    become(activeAs('ada'));
    await sender.settled();
    expect(log).toEqual(['Europe/London en-GB']);
  });

  test('is told once, also over several visits', async () => {
    const { log, visit, become } = setUp();
    become(activeAs('ada'));
    await visit().settled();
    const again = visit();
    await Promise.all([again.settled(), again.settled()]);
    expect(log).toHaveLength(1);
  });

  test.each<{ change: string; make: (set: ReturnType<typeof setUp>) => void; told: string }>([
    {
      change: 'they travel',
      make: ({ device }) => Object.assign(device, { timeZone: 'Asia/Kolkata' }),
      told: 'Asia/Kolkata en-GB',
    },
    {
      change: 'they change their language',
      make: ({ device }) => Object.assign(device, { locale: 'fr' }),
      told: 'Europe/London fr',
    },
    { change: 'someone else signs in', make: ({ become }) => become(activeAs('bob')), told: 'Europe/London en-GB' },
  ])('is told again when $change', async ({ make, told }) => {
    const set = setUp();
    set.become(activeAs('ada'));
    await set.visit().settled();
    make(set);
    await set.visit().settled();
    expect(set.log).toEqual(['Europe/London en-GB', told]);
  });

  test('is told again after a failure, without a word about it', async () => {
    const { log, server, visit, become } = setUp();
    become(activeAs('ada'));
    const sender = visit();
    server.answer = async () => Promise.reject(new ConnectionLost('offline'));
    await sender.settled();
    server.answer = async () => undefined;
    await sender.settled();
    await sender.settled();
    expect(log).toHaveLength(2);
  });

  test('is not told again in this visit when the server will not have it', async () => {
    const { log, server, visit, become } = setUp();
    become(activeAs('ada'));
    server.answer = async () => Promise.reject(refused);
    const sender = visit();
    await sender.settled();
    await sender.settled();
    expect(log).toHaveLength(1);
    await visit().settled();
    expect(log).toHaveLength(2);
  });

  test('holds nobody up when the server does not answer', async () => {
    const { log, server, clock, visit, become } = setUp();
    become(activeAs('ada'));
    server.answer = () => new Promise(() => undefined);
    const sender = visit();
    const settled = sender.settled();
    clock.pass();
    await settled;
    await sender.settled();
    expect(log).toHaveLength(1);
  });
});
