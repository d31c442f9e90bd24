import { expect, test } from 'vitest';
import type { SessionState } from '../client/session-store.ts';
import { createMemoryStore } from '../client/storage.ts';
import { createOperatorClient, OPERATOR_TOKEN_KEY } from './operator-client.ts';

const sessionOf = (role: 'user' | 'operator'): SessionState => ({
  status: 'active',
  session: {
    user: { id: 'u1', email: 'ada@example.com', name: 'Ada', role, isGuest: false },
    accessToken: 'a',
    refreshToken: 'r',
    expiresAt: 0,
  },
});

test.each([
  { who: 'an operator’s account', session: sessionOf('operator'), token: 'typed', as: 'the account' },
  { who: 'a token that was typed in', session: sessionOf('user'), token: 'typed', as: 'Bearer typed' },
  { who: 'nobody', session: { status: 'none' } as const, token: null, as: 'nobody' },
  { who: 'a customer, who is nobody here', session: sessionOf('user'), token: null, as: 'nobody' },
])('calls in the name of $who', async ({ session, token, as }) => {
  const calls: string[] = [];
  const answer = () => new Response('{}');
  const tab = createMemoryStore();
  if (token !== null) tab.set(OPERATOR_TOKEN_KEY, token);
  const client = createOperatorClient({
    api: {
      call: () => Promise.reject(new Error('unused')),
      authorized: async () => {
        calls.push('the account');
        return answer();
      },
    },
    fetch: async (_path, { headers }) => {
      calls.push(new Headers(headers).get('authorization') ?? 'nobody');
      return answer();
    },
    session,
    tab,
  });
  await client.call({ method: 'GET', path: '/circuit-breakers' });
  expect(calls).toEqual([as]);
});
