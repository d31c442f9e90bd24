import { describe, expect, it } from 'vitest';
import type { Alert } from '../alerts/alerts.ts';
import type { Attempt, AttemptOutcome } from './attempt.ts';
import { BreakerBoard, PROBE_MS, REFRESH_MS } from './breaker-board.ts';
import type { BreakerStore, SharedBreaker } from './breaker-store.ts';
import type { LanguageModel } from './language-model.ts';
import type { FailureDetails } from './model-failure.ts';
import type { Admission } from './model-gate.ts';
import { CONSEQUENCES, situationOf } from './outcomes.ts';

const RESET_MS = 60_000;

/** Breakers as the database keeps them, by a clock of the test's own. */
class RememberedBreakers implements BreakerStore {
  readonly rows = new Map<string, SharedBreaker & { readonly dueMs: number }>();
  down = false;
  readonly #now: () => number;
  constructor(now: () => number) {
    this.#now = now;
  }
  async #put(model: string, change: (row: SharedBreaker) => Partial<SharedBreaker> | null, waitMs = 0) {
    if (this.down) throw new Error('the database is away');
    const before = this.rows.get(model) ?? blank(model);
    const changed = change(this.#read(before));
    if (changed === null) return null;
    const transitions = before.transitions + (changed.state !== undefined && changed.state !== before.state ? 1 : 0);
    const row = { ...before, ...changed, transitions, dueMs: this.#now() + waitMs };
    this.rows.set(model, row);
    return this.#read(row);
  }
  #read = (row: SharedBreaker & { dueMs?: number }): SharedBreaker => ({
    ...row,
    nextProbeInMs: Math.max(0, (row.dueMs ?? 0) - this.#now()),
  });
  load = async () => {
    if (this.down) throw new Error('the database is away');
    return [...this.rows.values()].map(this.#read);
  };
  countFailure: BreakerStore['countFailure'] = ({ model }, { cause, error }, threshold, resetMs) =>
    this.#put(
      model,
      (row) => {
        const failureCount = row.failureCount + 1;
        const opens = row.state === 'closed' && failureCount >= threshold;
        return { failureCount, lastError: error, ...(opens ? { state: 'open' as const, cause } : {}) };
      },
      resetMs,
    );
  reopen: BreakerStore['reopen'] = ({ model }, { cause, error }, resetMs) =>
    this.#put(model, (row) => (row.state === 'half_open' ? { state: 'open', cause, lastError: error } : null), resetMs);
  release: BreakerStore['release'] = ({ model }) =>
    this.#put(model, (row) => (row.state === 'half_open' ? { state: 'open' } : null));
  park: BreakerStore['park'] = ({ model }, { cause, error }, parkMs) =>
    this.#put(model, () => ({ state: 'open', cause, lastError: error }), parkMs);
  close: BreakerStore['close'] = ({ model }) =>
    this.#put(model, () => ({ state: 'closed', failureCount: 0, cause: null }));
  claimProbe: BreakerStore['claimProbe'] = ({ model }, probeMs) =>
    this.#put(
      model,
      (row) => (row.state === 'closed' || row.nextProbeInMs > 0 ? null : { state: 'half_open' }),
      probeMs,
    );
}
const blank = (model: string): SharedBreaker & { dueMs: number } => ({
  model,
  state: 'closed',
  failureCount: 0,
  cause: null,
  lastError: null,
  since: new Date(0),
  nextProbeInMs: 0,
  transitions: 0,
  dueMs: 0,
});

const model = (id: string): LanguageModel => ({
  id,
  provider: id.split('/')[0] ?? '',
  isLocal: false,
  seesImages: false,
  stream: () => {
    throw new Error('not asked here');
  },
});
const [first, second, other] = [model('acme/first'), model('acme/second'), model('zeta/other')];

/** Several instances of the product over one database, at one moment of the test's choosing. */
function world(instances = 1) {
  const time = { ms: 1_000_000 };
  const store = new RememberedBreakers(() => time.ms);
  const raised: Alert[] = [];
  const resolved: string[] = [];
  const logged: Record<string, unknown>[] = [];
  const listeners: (() => void)[] = [];
  const note = (fields: Record<string, unknown>) => void logged.push(fields);
  const boards = Array.from(
    { length: instances },
    () =>
      new BreakerBoard({
        models: [first, second, other],
        store,
        announcements: {
          announce: () => {
            for (const listener of listeners) listener();
          },
          onAnnounced: (listener) => void listeners.push(listener),
        },
        settings: { failureThreshold: 5, resetTimeoutMs: RESET_MS },
        alerts: {
          raise: (alert) => void raised.push(alert),
          resolve: (kinds, subject) => void resolved.push(...kinds.map((kind) => `${kind} ${subject}`)),
        },
        clock: { now: () => new Date(time.ms), monotonicMs: () => time.ms },
        log: { debug: note, info: note, warn: note, error: note },
      }),
  );
  const settle = async () => {
    for (const board of boards) {
      await board.close();
      await board.refresh();
    }
  };
  return { time, store, raised, resolved, logged, boards, settle };
}

function tell(
  board: BreakerBoard,
  of: LanguageModel,
  outcome: AttemptOutcome,
  { admission = { kind: 'open' }, ...details }: Partial<FailureDetails> & { admission?: Admission } = {},
): void {
  const attempt: Attempt = {
    model: of.id,
    servedModel: null,
    provider: of.provider,
    outcome,
    failureCode: null,
    vendorRequestId: null,
    firstTokenMs: null,
    totalMs: 12,
    usage: { input: 0, cachedInput: 0, output: 0, reasoning: 0 },
    usageSource: 'none',
    startedAt: new Date(0),
  };
  const failure: FailureDetails | null =
    Object.keys(details).length === 0
      ? null
      : {
          kind: 'failed',
          status: 429,
          code: null,
          retryAfterMs: null,
          exhausted: null,
          requestId: null,
          usage: null,
          ...details,
        };
  board.report(of, attempt, CONSEQUENCES[situationOf(outcome, failure)], failure, admission);
}
const fail = (board: BreakerBoard, times: number, of = first) => {
  for (let time = 0; time < times; time++) tell(board, of, 'failed');
};
const stateOf = (board: BreakerBoard, of = first) => board.list().find(({ model: id }) => id === of.id);
const only = (boards: readonly BreakerBoard[]): BreakerBoard => {
  const [board] = boards;
  if (board === undefined) throw new Error('no board');
  return board;
};

describe('one breaker', () => {
  it('opens at the fifth failure in a row, and for a minute nobody is let through', async () => {
    const { boards, time, raised } = world();
    const board = only(boards);
    fail(board, 4);
    expect(board.admit(first)).toEqual({ kind: 'open' });
    fail(board, 1);
    expect(board.admit(first)).toEqual({ kind: 'refused' });
    expect(board.admit(second)).toEqual({ kind: 'open' });
    time.ms += RESET_MS - 1;
    expect(board.admit(first)).toEqual({ kind: 'refused' });
    expect(stateOf(board)).toMatchObject({ state: 'open', cause: 'failed', failureCount: 5 });
    expect(raised.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(['model_unavailable acme/first']);
  });

  it('counts failures in a row only', () => {
    const { boards } = world();
    const board = only(boards);
    fail(board, 4);
    tell(board, first, 'completed');
    fail(board, 4);
    expect(stateOf(board)?.state).toBe('closed');
  });

  it('then lets one trial pass, which closes it or opens it for another minute', async () => {
    const { boards, time, settle, resolved } = world();
    const board = only(boards);
    fail(board, 5);
    await settle();
    time.ms += RESET_MS;
    const trials = await Promise.all([board.admit(first), board.admit(first), board.admit(first)]);
    expect(trials.map(({ kind }) => kind).sort()).toEqual(['probe', 'refused', 'refused']);
    tell(board, first, 'failed', { admission: { kind: 'probe', withinMs: PROBE_MS } });
    await settle();
    expect(stateOf(board)?.state).toBe('open');
    time.ms += RESET_MS;
    expect(await board.admit(first)).toMatchObject({ kind: 'probe' });
    tell(board, first, 'completed', { admission: { kind: 'probe', withinMs: PROBE_MS } });
    await settle();
    expect(stateOf(board)).toMatchObject({ state: 'closed', failureCount: 0, cause: null });
    expect(resolved).toContain('model_unavailable acme/first');
  });

  it('a trial that hangs, or dies with its process, does not wedge it', async () => {
    const { boards, time, settle } = world();
    const board = only(boards);
    fail(board, 5);
    await settle();
    time.ms += RESET_MS;
    expect(await board.admit(first)).toMatchObject({ kind: 'probe', withinMs: PROBE_MS });
    time.ms += PROBE_MS - 1;
    expect(await board.admit(first)).toEqual({ kind: 'refused' });
    time.ms += 1;
    expect(await board.admit(first)).toMatchObject({ kind: 'probe' });
  });

  it('a trial the person cancelled taught nothing: the next turn makes another', async () => {
    const { boards, time, settle } = world();
    const board = only(boards);
    fail(board, 5);
    await settle();
    time.ms += RESET_MS;
    await board.admit(first);
    tell(board, first, 'cancelled', { admission: { kind: 'probe', withinMs: PROBE_MS } });
    await settle();
    expect(await board.admit(first)).toMatchObject({ kind: 'probe' });
  });

  it.each(['filtered', 'truncated', 'bad-request', 'unknown-model', 'too-large', 'cancelled'] as const)(
    '%s a hundred times never opens it',
    (outcome) => {
      const { boards } = world();
      const board = only(boards);
      for (let time = 0; time < 100; time++) tell(board, first, outcome);
      expect(stateOf(board)?.state).toBe('closed');
    },
  );
});

describe('pauses and parking', () => {
  it.each([
    ['as the vendor said', 34_400, 34_400],
    ['a little, when it did not say', null, 5_000],
    ['ten minutes at most', 86_400_000, 600_000],
  ] as const)('a model that limits us is left alone %s, its breaker closed', (_, retryAfterMs, waitMs) => {
    const { boards, time } = world();
    const board = only(boards);
    tell(board, first, 'rate-limited', { kind: 'rate-limited', retryAfterMs });
    expect(stateOf(board)?.state).toBe('closed');
    time.ms += waitMs - 1;
    expect(board.admit(first)).toEqual({ kind: 'refused' });
    time.ms += 1;
    expect(board.admit(first)).toEqual({ kind: 'open' });
  });

  it.each([
    ['a refused key parks all of the vendor', 'refused-key', {}, ['acme/first', 'acme/second']],
    ['spent credit parks all of the vendor', 'rate-limited', { exhausted: 'credit' }, ['acme/first', 'acme/second']],
    [
      'a spent day parks the model, whatever the delay',
      'rate-limited',
      { exhausted: 'day', retryAfterMs: 23_000 },
      ['acme/first'],
    ],
  ] as const)('%s', async (_, outcome, details, parked) => {
    const { boards, time, raised, settle } = world();
    const board = only(boards);
    tell(board, first, outcome, { kind: outcome, ...details });
    await settle();
    time.ms += 3_599_999;
    const kept = [first, second, other].filter((each) => {
      const admission = board.admit(each);
      return 'kind' in admission && admission.kind === 'refused';
    });
    expect(kept.map(({ id }) => id)).toEqual(parked);
    expect(raised).toHaveLength(1);
    time.ms += 1;
    expect(await board.admit(first)).toMatchObject({ kind: 'probe' });
  });

  it('a key that was refused is tried anew when the product starts: it may be another', async () => {
    const { boards, settle, store, time } = world(2);
    const [before, after] = boards;
    if (before === undefined || after === undefined) throw new Error('two instances were asked for');
    tell(before, first, 'refused-key', { kind: 'refused-key' });
    await settle();
    expect(store.rows.get('acme/first')?.state).toBe('open');
    await after.start();
    time.ms += 1;
    expect(await after.admit(first)).toMatchObject({ kind: 'probe' });
    await after.close();
  });
});

describe('shared by instances', () => {
  it('adds up what each of them sees', async () => {
    const { boards, settle } = world(5);
    for (const board of boards) {
      fail(board, 1);
      await settle();
    }
    expect(boards.map((board) => stateOf(board)?.state)).toEqual(Array.from({ length: 5 }, () => 'open'));
  });

  it('gives the trial to one of them', async () => {
    const { boards, time, settle } = world(3);
    fail(only(boards), 5);
    await settle();
    time.ms += RESET_MS;
    const admissions = await Promise.all(boards.map((board) => board.admit(first)));
    expect(admissions.map(({ kind }) => kind).sort()).toEqual(['probe', 'refused', 'refused']);
  });

  it('a row set to closed by hand closes it everywhere at the next look', async () => {
    const { boards, store, settle, logged } = world(2);
    fail(only(boards), 5);
    await settle();
    const row = store.rows.get('acme/first');
    if (row === undefined) throw new Error('the breaker was not shared');
    store.rows.set('acme/first', { ...row, state: 'closed', failureCount: 0 });
    await settle();
    expect(boards.map((board) => board.admit(first))).toEqual([{ kind: 'open' }, { kind: 'open' }]);
    expect(logged).toContainEqual(
      expect.objectContaining({ event: 'circuit_breaker', to: 'closed', origin: 'elsewhere' }),
    );
    expect(REFRESH_MS).toBeLessThan(5_000);
  });

  it('is remembered after a restart', async () => {
    const { boards, settle } = world(2);
    const [before, after] = boards;
    if (before === undefined || after === undefined) throw new Error('two instances were asked for');
    fail(before, 5);
    await settle();
    await after.start();
    expect(after.admit(first)).toEqual({ kind: 'refused' });
    await after.close();
  });

  it('goes on alone while the database is away', async () => {
    const { boards, store, time, settle } = world();
    const board = only(boards);
    store.down = true;
    fail(board, 5);
    await settle();
    expect(board.admit(first)).toEqual({ kind: 'refused' });
    time.ms += RESET_MS;
    expect(await board.admit(first)).toMatchObject({ kind: 'probe' });
    tell(board, first, 'completed', { admission: { kind: 'probe', withinMs: PROBE_MS } });
    expect(board.admit(first)).toEqual({ kind: 'open' });
  });

  it('is closed everywhere by an operator', async () => {
    const { boards, settle } = world(2);
    const board = only(boards);
    fail(board, 5);
    tell(board, second, 'rate-limited', { kind: 'rate-limited', retryAfterMs: 60_000 });
    await settle();
    expect(await board.reset('acme/first')).toBe(true);
    expect(await board.reset('acme/second')).toBe(true);
    expect(await board.reset('acme/none')).toBe(false);
    await settle();
    expect(boards.map((each) => each.admit(first))).toEqual([{ kind: 'open' }, { kind: 'open' }]);
    expect(board.admit(second)).toEqual({ kind: 'open' });
  });
});

it('logs every transition, and who made it', async () => {
  const { boards, logged, time, settle } = world();
  const board = only(boards);
  fail(board, 5);
  await settle();
  time.ms += RESET_MS;
  await board.admit(first);
  tell(board, first, 'completed', { admission: { kind: 'probe', withinMs: PROBE_MS } });
  const transitions = logged.filter(({ event }) => event === 'circuit_breaker');
  expect(transitions.map(({ from, to }) => `${from} → ${to}`)).toEqual([
    'closed → open',
    'open → half_open',
    'half_open → closed',
  ]);
  expect(stateOf(board)?.transitions).toBe(3);
});
