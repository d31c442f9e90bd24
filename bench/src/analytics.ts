import { openPostgresql } from '@rapport/adapters/database/postgresql.ts';
import { readDashboard } from '@rapport/core/analytics/read-dashboard.ts';
import { spanOf } from '@rapport/core/analytics/span.ts';
import { type Database, inTransaction } from '@rapport/core/database/database.ts';
import { readModelsReport } from '@rapport/core/models/models-report.ts';
import { createPostgresqlTemplate, dropPostgresqlDatabase, withDatabase } from '@rapport/dev-env/databases.ts';
import { findServices } from '@rapport/dev-env/external-servers.ts';
import { quantile, table } from './machine.ts';

/** `BENCH_EVENTS` makes a run shorter. Of ten events four are turns, four attempts of models, one a mood, one a rating or a move. */
const EVENTS = Number(process.env.BENCH_EVENTS ?? 1_000_000);
const PEOPLE = 10_000;
const DAYS = 90;
const TURNS = Math.round(EVENTS * 0.4);
const TURNS_OF_A_CONVERSATION = 4;
const ROUNDS = 30;
const DAY_MS = 86_400_000;

/** What a million events over ninety days cost: their roll-up, the dashboard and the disk. PostgreSQL only. */
export async function measureAnalytics(): Promise<void> {
  const { postgresql: url } = await findServices(process.env);
  if (url === null) return console.log('There is no PostgreSQL to measure on.');
  const name = await createPostgresqlTemplate(url);
  const database = await openPostgresql({
    connectionString: withDatabase(url, name),
    poolSize: 10,
    tls: { mode: 'off' },
    onProgress: () => undefined,
    onIdleError: () => undefined,
  });
  try {
    await measureOn(database);
  } finally {
    await database.close();
    await dropPostgresqlDatabase(url, name);
  }
}

async function measureOn(database: Database): Promise<void> {
  const now = new Date();
  const seededMs = await timed(() => seed(database, now));
  await atLeisure(database, 'analyze');
  const { rows } = await database.pool.query<{ events: string }>('select count(*) as events from analytics_events');
  console.log(`${rows[0]?.events} events of ${PEOPLE} people in ${DAYS} days, written in ${seconds(seededMs)}`);
  const times: string[][] = [];
  const time = async (what: string, work: () => Promise<unknown>, rounds = 1) => {
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) taken.push(await timed(work));
    times.push([what, milliseconds(quantile(taken, 0.5)), milliseconds(quantile(taken, 0.95))]);
  };
  await time('roll-up of everything', () => atLeisure(database, 'select roll_up_analytics()'));
  await time('views made anew', () => atLeisure(database, 'select refresh_analytics_views()'));
  await atLeisure(database, 'vacuum analyze');
  await time(
    'roll-up of a minute: 10 more turns',
    async () => {
      await database.pool.query(TURN_EVENTS, [now, 0, 9, 10]);
      await database.pool.query('select roll_up_analytics()');
    },
    ROUNDS,
  );
  await time('the last five minutes measured', () => database.pool.query('select measure_real_time()'), ROUNDS);
  const dashboard = (days: number, timeZone: string, brand: string | null) => () => {
    const from = new Date(now.getTime() - (days - 1) * DAY_MS).toISOString().slice(0, 10);
    const span = spanOf({ from, to: null, timeZone }, now);
    if (span === null) throw new Error('The span is empty');
    return readDashboard(database, { span, brand, now });
  };
  await time('dashboard, 30 days', dashboard(30, 'UTC', null), ROUNDS);
  await time('dashboard, 30 days of a brand in New York', dashboard(30, 'America/New_York', 'alpha'), ROUNDS);
  await time('dashboard, 90 days', dashboard(90, 'UTC', null), ROUNDS);
  const scope = { from: new Date(now.getTime() - DAY_MS), to: now, brand: null, assistant: null };
  await time('models, 24 hours', () => readModelsReport(database, scope), ROUNDS);
  const month = { ...scope, from: new Date(now.getTime() - 30 * DAY_MS) };
  await time('models, 30 days', () => readModelsReport(database, month), ROUNDS);
  console.log(table(['what', 'p50', 'p95'], times));
  console.log(table(['table', 'rows', 'with indexes'], await sizes(database)));
}

/** Turns $2 to $3 of $4 by their number, spread over the days before $1, and what comes with them. */
const TURN_EVENTS = `
with turns as (
  select n, n / ${TURNS_OF_A_CONVERSATION} as conversation,
    (md5('person' || (n / ${TURNS_OF_A_CONVERSATION} * 7919) % ${PEOPLE}))::uuid as user_id,
    case when (n / ${TURNS_OF_A_CONVERSATION}) % 3 = 0 then 'beta' else 'alpha' end as brand,
    $1::timestamptz - interval '${DAYS} days' * (1 - (n / ${TURNS_OF_A_CONVERSATION} * ${TURNS_OF_A_CONVERSATION})::float8 / $4::float8)
      - interval '5 minutes' + interval '1 minute' * (n % ${TURNS_OF_A_CONVERSATION}) as at,
    (50 * exp(3 * (n % 1000 * 7919 % 1000) / 1000.0))::integer as response_ms
  from generate_series($2::integer, $3::integer) as n
)
insert into analytics_events (occurred_at, name, version, brand, assistant, user_id, conversation_id, properties)
select at, name, 1, brand, brand, case when name <> 'model_attempted' then user_id end,
  case when name <> 'model_attempted' then md5('conversation' || conversation)::uuid end, properties
from turns cross join lateral (
  select 'turn_finished' as name, json_build_object('state', case when n % 50 = 0 then 'failed' else 'completed' end,
    'isFirst', n % ${TURNS_OF_A_CONVERSATION} = 0, 'responseTimeMs', response_ms, 'model', 'vendor/model-' || n % 3,
    'fallback', n % 20 = 0, 'attempts', 1, 'cache', case n % 10 when 0 then 'exact' when 1 then 'miss' else 'uncacheable' end,
    'memoriesUsed', n % 3, 'thanks', n % 16 = 3)::jsonb as properties
  union all
  select 'model_attempted', json_build_object('model', 'vendor/model-' || n % 3, 'outcome', case when n % 20 = 0 then 'timed-out'
    else 'completed' end, 'firstTokenMs', response_ms / 2, 'totalMs', response_ms, 'costMicroUsd', n % 400)::jsonb
  union all
  select 'mood_read', json_build_object('mood', 'mood-' || n % 17, 'polarity', 'positive')::jsonb where n % 4 = 1
  union all
  select 'feedback_given', json_build_object('rating', 1 + n % 5)::jsonb where n % 8 = 3
  union all
  select 'journey_moved', json_build_object('from', 'discovery', 'to', 'learning')::jsonb where n % 8 = 7
) as event`;

/** The ledger has the attempts too: what models did is read off it. */
const LEDGER = `
insert into model_attempts (id, assistant, brand, attempt, model, provider, outcome, first_token_ms, total_ms, started_at, cost_micro_usd)
select id, assistant, brand, 1, properties ->> 'model', 'vendor', properties ->> 'outcome', (properties ->> 'firstTokenMs')::integer,
  (properties ->> 'totalMs')::integer, occurred_at, (properties ->> 'costMicroUsd')::bigint
from analytics_events where name = 'model_attempted'`;

async function seed(database: Database, now: Date): Promise<void> {
  const since = new Date(now.getTime() - DAYS * DAY_MS);
  await database.pool.query('select ensure_analytics_partitions($1, 5)', [since]);
  await atLeisure(
    database,
    `insert into users (id, name, email, created_at) select md5('person' || n)::uuid, '', n || '@example.com', $1
     from generate_series(0, ${PEOPLE - 1}) as n`,
    [since],
  );
  const batch = 50_000;
  for (let first = 0; first < TURNS; first += batch) {
    await atLeisure(database, TURN_EVENTS, [now, first, Math.min(first + batch, TURNS) - 1, TURNS]);
  }
  await atLeisure(database, LEDGER);
}

/** Takes longer than a request's statement may. */
async function atLeisure(database: Database, query: string, values: readonly unknown[] = []): Promise<void> {
  if (query.startsWith('vacuum')) return void (await database.pool.query(query));
  await inTransaction(database.pool, async (client) => {
    await client.query('set local statement_timeout = 0');
    await client.query(query, [...values]);
  });
}

async function sizes({ pool }: Database): Promise<string[][]> {
  const tables = [
    'analytics_hourly',
    'analytics_daily',
    'analytics_active_days',
    'analytics_conversations',
    'real_time_metrics',
  ];
  const events = await pool.query<{ name: string; rows: string; size: string }>(
    `select 'analytics_events' as name, (select count(*) from analytics_events) as rows,
       pg_size_pretty(sum(pg_total_relation_size(inhrelid))) as size
     from pg_inherits where inhparent = 'analytics_events'::regclass`,
  );
  const others = await Promise.all(
    tables.map((name) =>
      pool.query<{ name: string; rows: string; size: string }>(
        `select '${name}' as name, (select count(*) from ${name}) as rows, pg_size_pretty(pg_total_relation_size('${name}')) as size`,
      ),
    ),
  );
  return [events, ...others].flatMap(({ rows }) => rows.map(({ name, rows: count, size }) => [name, count, size]));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

const milliseconds = (value: number): string => (value < 1_000 ? `${value.toFixed(1)} ms` : seconds(value));
const seconds = (value: number): string => `${(value / 1_000).toFixed(1)} s`;
