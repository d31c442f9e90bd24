import type { AnalyticsDashboard } from '@rapport/wire';
import type { Database } from '../database/database.ts';
import { dateReader } from '../moods/calendar.ts';
import { type Figures, readFigures, readHours } from './figures.ts';
import { quantileOfBuckets, RELATIVE_ERROR } from './latency-buckets.ts';
import { readActivePeople, readResolution } from './read-people.ts';
import { readRealTime } from './real-time.ts';
import type { Span } from './span.ts';

/** Fewest people of whom a mood is told; the view of moods holds to it. */
const FEWEST_PEOPLE = 5;

export interface DashboardRequest {
  readonly span: Span;
  /** Null: all. */
  readonly brand: string | null;
  readonly now: Date;
}

/** Everything operators are told of a span, from the roll-ups; events are not read. */
export async function readDashboard(
  database: Database,
  { span, brand, now }: DashboardRequest,
): Promise<AnalyticsDashboard> {
  const activeOn = lastUtcDay(span, now);
  const [state, latest, figures, hours, people, resolutionOf, moods, stages, memory, safety] = await Promise.all([
    readState(database),
    readRealTime(database),
    readFigures(database, span, brand),
    readHours(database, span, brand),
    readActivePeople(database, activeOn, brand),
    readResolution(database, span, brand, now),
    readMoods(database, span, brand),
    readStages(database),
    readMemory(database, span),
    readSafety(database, span, brand),
  ]);
  const started = figures.count('conversations');
  const turns = figures.count('turns');
  return {
    timestamp: now.toISOString(),
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    timeZone: span.timeZone,
    brand,
    ...state,
    realtime: {
      latest,
      noData: missing({ latest: latest === null && 'Nothing has been measured yet; workers do it every minute.' }),
    },
    conversations: {
      started,
      turns,
      turnsPerConversation: ratio(turns, started),
      days: byDay(span, hours),
      noData: missing({ turnsPerConversation: started === 0 && 'No conversation began in this span.' }),
    },
    users: {
      activeOn,
      ...people,
      accounts: Object.fromEntries(figures.counts('accounts')),
      unnamedTurns: figures.count('unnamed_turns'),
      noData: missing({
        stickiness: people.activeMonth === 0 && 'Nobody was active in the 30 days.',
        accounts: brand !== null && 'Accounts belong to no brand.',
        retention:
          people.retention.length === 0 &&
          'Nobody came for the first time in these weeks, or the views were not refreshed yet.',
      }),
    },
    resolution: resolutionOf(started),
    satisfaction: satisfactionOf(figures),
    models: {
      replies: figures.counts('spoken_by').map(([model, replies]) => ({ model, replies })),
      attempts: attemptsOf(figures),
      fallbacks: figures.count('fallbacks'),
      fallbackRate: ratio(figures.count('fallbacks'), turns),
      noData: missing({ fallbackRate: turns === 0 && NO_TURNS }),
    },
    cache: cacheOf(figures),
    cost: {
      microUsd: figures.amount('cost'),
      unpricedAttempts: figures.count('unpriced'),
      byModel: figures.amounts('cost').map(([model, microUsd]) => ({ model, microUsd })),
      noData: missing({ byModel: figures.count('cost') === 0 && 'No attempt with a price on file was made.' }),
    },
    latency: {
      response: latencyOf(figures, 'response_ms'),
      firstToken: latencyOf(figures, 'first_token_ms'),
      relativeError: RELATIVE_ERROR,
      noData: missing({
        response: figures.count('response_ms') === 0 && 'No reply was completed.',
        firstToken: figures.count('first_token_ms') === 0 && 'No model began a reply.',
      }),
    },
    errors: errorsOf(figures, turns),
    moods,
    journeys: {
      stages,
      transitions: figures.counts('journey_moves').map(([move, moves]) => {
        const [from = '', to = ''] = move.split('>');
        return { from, to, moves };
      }),
      noData: missing({
        stages: stages.length === 0 && 'Nobody is on a journey, or the views were not refreshed yet.',
      }),
    },
    memory: { ...memory, used: figures.amount('memories_used') },
    safety,
  };
}

const NO_TURNS = 'There was no turn in this span.';

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The reasons that hold. */
const missing = (reasons: Readonly<Record<string, string | false>>): Record<string, string> =>
  Object.fromEntries(Object.entries(reasons).filter((entry): entry is [string, string] => entry[1] !== false));

/** The last UTC day of a span that has begun. */
function lastUtcDay({ to }: Span, now: Date): string {
  return new Date(Math.min(to.getTime() - 1, now.getTime())).toISOString().slice(0, 10);
}

function byDay({ days, timeZone }: Span, hours: Awaited<ReturnType<typeof readHours>>) {
  const dateOf = dateReader(timeZone);
  const byDate = Map.groupBy(hours, ({ hour }) => dateOf(hour));
  return days.map((day) => {
    const sum = (wanted: string) =>
      (byDate.get(day) ?? []).reduce((total, { metric, count }) => total + (metric === wanted ? count : 0), 0);
    return { day, started: sum('conversations'), turns: sum('turns') };
  });
}

function satisfactionOf(figures: Figures): AnalyticsDashboard['satisfaction'] {
  const ratings = figures.count('ratings');
  return {
    ratings,
    average: ratio(figures.amount('ratings'), ratings),
    distribution: Object.fromEntries(
      ['1', '2', '3', '4', '5'].map((rating) => [rating, figures.count('ratings', rating)]),
    ),
    adviceReports: Object.fromEntries(figures.counts('advice')),
    noData: missing({ average: ratings === 0 && 'Nobody rated a reply.' }),
  };
}

/** Model and outcome share a dimension; an outcome has no space. */
const attemptsOf = (figures: Figures): AnalyticsDashboard['models']['attempts'] =>
  figures.counts('attempts').map(([dimension, attempts]) => {
    const end = dimension.lastIndexOf(' ');
    return { model: dimension.slice(0, end), outcome: dimension.slice(end + 1), attempts };
  });

function cacheOf(figures: Figures): AnalyticsDashboard['cache'] {
  const of = (result: string) => figures.count('cache', result);
  const [exactHits, nearHits, misses, uncacheable] = [of('exact'), of('near'), of('miss'), of('uncacheable')] as const;
  const lookups = exactHits + nearHits + misses;
  return {
    lookups,
    exactHits,
    nearHits,
    misses,
    uncacheable,
    hitRate: ratio(exactHits + nearHits, lookups),
    noData: missing({ hitRate: lookups === 0 && 'Nothing was asked whose reply could be another’s.' }),
  };
}

function latencyOf(figures: Figures, metric: 'response_ms' | 'first_token_ms') {
  const measured = figures.count(metric);
  const buckets = figures.buckets(metric);
  const rounded = (share: number) => {
    const quantile = quantileOfBuckets(buckets, share);
    return quantile === null ? null : Math.round(quantile * 10) / 10;
  };
  return {
    measured,
    averageMs: ratio(figures.amount(metric), measured),
    p50Ms: rounded(0.5),
    p95Ms: rounded(0.95),
    p99Ms: rounded(0.99),
  };
}

function errorsOf(figures: Figures, turns: number): AnalyticsDashboard['errors'] {
  const failedTurns = figures.count('turns', 'failed');
  const cancelledTurns = figures.count('turns', 'cancelled');
  const byOutcome = Map.groupBy(attemptsOf(figures), ({ outcome }) => outcome);
  return {
    failedTurns,
    cancelledTurns,
    failureRate: ratio(failedTurns, turns - cancelledTurns),
    attemptsByOutcome: Object.fromEntries(
      [...byOutcome].map(([outcome, each]) => [outcome, each.reduce((sum, { attempts }) => sum + attempts, 0)]),
    ),
    noData: missing({ failureRate: turns === cancelledTurns && NO_TURNS }),
  };
}

async function readState({ kysely }: Database): Promise<Pick<AnalyticsDashboard, 'rolledUpAt' | 'refreshedAt'>> {
  const row = await kysely.selectFrom('analytics_state').select(['rolled_up_at', 'refreshed_at']).executeTakeFirst();
  return {
    rolledUpAt: row?.rolled_up_at?.toISOString() ?? null,
    refreshedAt: row?.refreshed_at?.toISOString() ?? null,
  };
}

async function readMoods({ pool }: Database, { from, to }: Span, brand: string | null) {
  const { rows } = await pool.query<AnalyticsDashboard['moods']['weeks'][number]>(
    `select week::text, brand, assistant, mood, readings, people from analytics_moods_weekly
     where week >= ($1::timestamptz at time zone 'UTC')::date and week < ($2::timestamptz at time zone 'UTC')::date
       and ($3::text is null or brand = $3)
     order by week, brand, assistant, people desc, mood`,
    [from, to, brand],
  );
  const none = `No week that began in this span is over and has a mood of ${FEWEST_PEOPLE} people or more.`;
  return { k: FEWEST_PEOPLE, weeks: rows, noData: missing({ weeks: rows.length === 0 && none }) };
}

async function readStages({ pool }: Database): Promise<AnalyticsDashboard['journeys']['stages']> {
  const { rows } = await pool.query<AnalyticsDashboard['journeys']['stages'][number]>(
    `select assistant, stage, reached, there_now as "thereNow", stays, median_days as "medianDays"
     from analytics_journeys order by assistant, reached desc, stage`,
  );
  return rows;
}

async function readMemory({ pool }: Database, { from, to }: Span) {
  const [held, done] = await Promise.all([
    pool.query<AnalyticsDashboard['memory']['held'][number]>(
      'select assistant, status, memories from analytics_memories order by assistant, status',
    ),
    pool.query<{ merged: number | null; archived: number | null }>(
      `select (sum((report ->> 'merged')::bigint) filter (where task = 'merge-near-duplicates'))::float8 as merged,
         (sum((report ->> 'archived')::bigint) filter (where task = 'archive-unused-memories'))::float8 as archived
       from job_runs where task in ('merge-near-duplicates', 'archive-unused-memories') and outcome = 'completed'
         and started_at >= $1 and started_at < $2`,
      [from, to],
    ),
  ]);
  const { merged = null, archived = null } = done.rows[0] ?? {};
  const notRun = 'The job did not run in this span.';
  return {
    held: held.rows,
    merged,
    archived,
    noData: missing({
      held: held.rows.length === 0 && 'Nothing is remembered, or the views were not refreshed yet.',
      merged: merged === null && notRun,
      archived: archived === null && notRun,
    }),
  };
}

/** Counted by the UTC day and without a moment, so that none can be laid beside a message. */
async function readSafety({ pool }: Database, { from, to }: Span, brand: string | null) {
  const { rows } = await pool.query<{ kind: string; events: number }>(
    `select kind, count(*)::integer as events from safety_events
     where occurred_on >= ($1::timestamptz at time zone 'UTC')::date and occurred_on < ($2::timestamptz at time zone 'UTC')::date
       + case when $2::timestamptz at time zone 'UTC' > date_trunc('day', $2::timestamptz at time zone 'UTC') then 1 else 0 end
       and ($3::text is null or brand = $3)
     group by kind`,
    [from, to, brand],
  );
  const by = new Map(rows.map(({ kind, events }) => [kind, events]));
  const kinds = ['crisis', 'aftercare', 'concern', 'disclosure'];
  return { events: Object.fromEntries(kinds.map((kind) => [kind, by.get(kind) ?? 0])), noData: {} };
}
