import { randomUUID } from 'node:crypto';
import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Database, inTransaction } from '../database/database.ts';
import type { TaskContext, TaskReport } from '../jobs/task.ts';
import type { Alert } from './alerts.ts';
import { evaluateAlertsTask } from './evaluate-alerts.ts';
import { readMeasures, WHOLE } from './measures.ts';

const START = Date.UTC(2026, 10, 30, 12, 0, 30);

onEachDatabase('alert rules over what is stored', (databases) => {
  let database: Database;
  let nowMs = START;
  const clock = { now: () => new Date(nowMs), monotonicMs: () => nowMs };
  let raised: Alert[] = [];
  beforeAll(async () => {
    database = await databases.migrated();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    nowMs = START;
    raised = [];
    await database.pool.query(
      'delete from alert_rule_states; delete from request_minutes; delete from instances; delete from system_alerts; delete from users',
    );
  });

  const ended: string[] = [];
  const alerts = {
    raise: (alert: Alert) => void raised.push(alert),
    resolve: ([kind]: readonly string[], subject: string) => void ended.push(`${kind} ${subject}`),
  };
  const context = (): TaskContext => ({
    jobId: randomUUID(),
    attempt: 1,
    isLastAttempt: true,
    signal: new AbortController().signal,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    commit: (work): Promise<TaskReport> => inTransaction(database.pool, work),
  });
  const evaluate = () => evaluateAlertsTask({ database, alerts, clock }).run(context(), {});
  const answered = (requests: number, failures: number, instance = randomUUID()) =>
    database.pool.query("insert into request_minutes values (date_trunc('minute', $1::timestamptz), $2, $3, $4)", [
      clock.now(),
      instance,
      requests,
      failures,
    ]);
  const seen = (fields: { role?: string; at?: number; share?: number; stopped?: boolean } = {}) => {
    const id = randomUUID();
    const at = new Date(fields.at ?? nowMs);
    return database.pool
      .query('insert into instances values ($1, $2, $3, $4, $4, $5, $6)', [
        id,
        fields.role ?? 'all',
        'test',
        at,
        fields.stopped === true ? at : null,
        fields.share ?? 0.1,
      ])
      .then(() => id);
  };
  const measure = async (name: string) =>
    (await readMeasures(database.pool, clock.now())).filter(({ measure: of }) => of === name);

  it('measure requests of all instances together, of the last minutes only', async () => {
    await answered(90, 3);
    await answered(10, 7);
    nowMs += 3 * 60_000;
    expect(await measure('request_failure_share')).toMatchObject([{ subject: WHOLE, value: 0.1, volume: 100 }]);
    nowMs += 4 * 60_000;
    expect(await measure('request_failure_share')).toMatchObject([{ value: null, volume: 0 }]);
  });

  it('raise while it is so, with its figure, and end what is over', async () => {
    await seen();
    await answered(100, 40);
    await evaluate();
    expect(raised).toEqual([]);
    nowMs += 60_000;
    await evaluate();
    nowMs += 60_000;
    expect(await evaluate()).toMatchObject({ fired: ['high_error_rate'], firing: 1 });
    expect(raised).toMatchObject([
      {
        kind: 'high_error_rate',
        severity: 'critical',
        subject: WHOLE,
        message: expect.stringContaining('40 % of 100, where at most 5 % is well'),
        details: { value: 0.4, volume: 100, threshold: 0.05 },
      },
    ]);
    await database.pool.query(
      "insert into system_alerts (id, kind, severity, subject, message, first_seen_at, last_seen_at) values ($1, 'high_error_rate', 'critical', $2, '', $3, $3)",
      [randomUUID(), WHOLE, clock.now()],
    );
    ended.length = 0;
    for (let minute = 0; minute < 14; minute += 1) {
      nowMs += 60_000;
      await seen();
      await answered(100, 0);
      await evaluate();
    }
    expect(ended).toContain(`high_error_rate ${WHOLE}`);
  });

  it('see that nobody answers, and who was lost', async () => {
    const gone = await seen({ at: START - 5 * 60_000, share: 0.95 });
    await seen({ at: START - 5 * 60_000, stopped: true });
    await seen({ role: 'worker' });
    expect(await measure('serving_instances')).toMatchObject([{ value: 0 }]);
    expect(await measure('lost_instances')).toMatchObject([{ value: 1, instances: [gone] }]);
    await evaluate();
    expect(raised.map(({ kind }) => kind)).toEqual(['instance_lost']);
    nowMs += 60_000;
    await evaluate();
    expect(raised.map(({ kind }) => kind)).toContain('service_down');
  });

  it('look at the memory of each instance that is there', async () => {
    const full = await seen({ share: 0.93 });
    await seen({ share: 0.4 });
    expect(await measure('memory_share')).toHaveLength(2);
    await evaluate();
    nowMs += 3 * 60_000 - 1;
    await database.pool.query('update instances set seen_at = $1', [clock.now()]);
    nowMs += 1;
    await evaluate();
    expect(raised).toMatchObject([{ kind: 'high_memory', subject: full, message: expect.stringContaining('93 %') }]);
  });

  it('measure replies, the cache and ratings by what turns and feedback left', async () => {
    const [user, conversation] = [randomUUID(), randomUUID()];
    const { pool } = database;
    await pool.query("insert into users (id, name, email) values ($1, 'Bo', $2)", [user, `${user}@example.com`]);
    await pool.query(
      "insert into conversations (id, user_id, assistant, brand, created_at, updated_at) values ($1, $2, 'jumbo', 'jumbo', now(), now())",
      [conversation, user],
    );
    const spoken = async (place: number, ms: number, cache: string | null, rating: number) => {
      const [message, reply, at] = [randomUUID(), randomUUID(), new Date(nowMs - 60_000)];
      for (const [id, role, sequence] of [
        [message, 'user', 2 * place + 1],
        [reply, 'assistant', 2 * place + 2],
      ] as const) {
        await pool.query(
          'insert into messages (user_id, id, conversation_id, sequence, role, text, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
          [user, id, conversation, sequence, role, 'x', at],
        );
      }
      await pool.query(
        `insert into turns (user_id, message_id, conversation_id, reply_id, state, body_hash, instance_id, lease_until, started_at, finished_at, cache_result)
         values ($1, $2, $3, $4, 'completed', $5, $1, $6, $6, $7, $8)`,
        [user, message, conversation, reply, Buffer.alloc(32), at, new Date(at.getTime() + ms), cache],
      );
      await pool.query(
        'insert into feedback (id, user_id, message_id, rating, created_at) values ($1, $2, $3, $4, $5)',
        [randomUUID(), user, reply, rating, at],
      );
    };
    await spoken(0, 7_000, 'exact', 1);
    await spoken(1, 5_000, 'miss', 2);
    await spoken(2, 3_000, 'uncacheable', 5);
    await spoken(3, 3_000, 'near', 2);
    expect(await measure('reply_time')).toMatchObject([{ value: 4_500, volume: 4 }]);
    const [cache] = await measure('cache_hit_share');
    expect(cache?.value).toBeCloseTo(2 / 3);
    expect(cache?.volume).toBe(3);
    expect(await measure('satisfaction')).toMatchObject([{ value: 2.5, volume: 4 }]);
  });
});
