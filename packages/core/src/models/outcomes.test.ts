import { describe, expect, it } from 'vitest';
import { CONSEQUENCES, type Consequence, type Situation, situationOf } from './outcomes.ts';

/** Every row as it was decided: what a reader may rely on, written a second time. */
const DECIDED: Readonly<Record<Situation, readonly [breaker: string, chain: string, pause: string, alert: string]>> = {
  completed: ['success', 'reply', '-', '-'],
  cancelled: ['unknown', 'stop', '-', '-'],
  empty: ['failure', 'again', '-', '-'],
  truncated: ['answered', 'next', '-', '-'],
  filtered: ['answered', 'next', '-', '-'],
  'rate-limited': ['answered', 'wait', 'as-told', '-'],
  'day-spent': ['park-model', 'next', '-', 'model_allowance_spent'],
  'credit-spent': ['park-vendor', 'next', '-', 'vendor_credit_spent'],
  'refused-key': ['park-vendor', 'next', '-', 'vendor_refused_key'],
  'too-large': ['answered', 'shrink', '-', '-'],
  'unknown-model': ['answered', 'next', 'a-while', 'model_not_found'],
  'bad-request': ['answered', 'next', '-', 'model_request_refused'],
  'timed-out': ['failure', 'next', '-', '-'],
  'out-of-turn': ['unknown', 'next', '-', '-'],
  failed: ['failure', 'again', '-', '-'],
  cut: ['failure', 'again', '-', '-'],
};

const rows = Object.entries(CONSEQUENCES) as [Situation, Consequence][];

describe('what each outcome does', () => {
  it.each(rows)('%s', (situation, { breaker, chain, pause, alert }) => {
    expect([breaker, chain, pause ?? '-', alert?.kind ?? '-']).toEqual(DECIDED[situation]);
  });

  it('leaves none out', () => expect(Object.keys(CONSEQUENCES).sort()).toEqual(Object.keys(DECIDED).sort()));

  it.each(['filtered', 'unknown-model', 'too-large', 'bad-request', 'rate-limited', 'truncated'] as const)(
    '%s never counts against a breaker',
    (situation) => expect(CONSEQUENCES[situation].breaker).toBe('answered'),
  );

  it.each(rows.filter(([, { breaker }]) => breaker.startsWith('park')))('%s tells an operator', (_, { alert }) =>
    expect(alert).not.toBeNull(),
  );
});

describe('what is told apart', () => {
  const failure = (exhausted: 'day' | 'credit' | null) => ({
    kind: 'rate-limited' as const,
    status: 429,
    code: null,
    retryAfterMs: 1_000,
    exhausted,
    requestId: null,
    usage: null,
  });
  it.each([
    ['a limit that passes', null, 'rate-limited'],
    ['a day’s allowance, however short the delay beside it', 'day', 'day-spent'],
    ['an account without credit', 'credit', 'credit-spent'],
  ] as const)('%s', (_, exhausted, situation) => {
    expect(situationOf('rate-limited', failure(exhausted))).toBe(situation);
  });
  it('a timeout for want of the turn’s time from one of its own', () =>
    expect([situationOf('timed-out', null, true), situationOf('timed-out', null)]).toEqual([
      'out-of-turn',
      'timed-out',
    ]));
  it('by the outcome alone where nothing was thrown', () => expect(situationOf('empty', null)).toBe('empty'));
});
