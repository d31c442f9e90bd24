import { GOAL_METRICS, GUARDRAIL_METRICS } from '@rapport/wire';
import type { Pool } from 'pg';
import { execute, type Statement } from '../database/database.ts';
import type { Sums } from './statistics/sample.ts';

export type GoalMetric = (typeof GOAL_METRICS)[number];
export type GuardrailMetric = (typeof GUARDRAIL_METRICS)[number];
export type Metric = GoalMetric | GuardrailMetric;

interface MetricDefinition {
  /** What one person's figure is, for operators. */
  readonly meaning: string;
  /** `proportion`: each person did it or not. `mean`: a number each. */
  readonly kind: 'proportion' | 'mean';
  readonly better: 'higher' | 'lower';
  /** Fewer people than this in a variant, and nothing is said of it: moods of a few are nobody's business. */
  readonly leastPeople: number;
  /** Whether the same before the experiment is used to make the figure surer (CUPED). */
  readonly usesBefore: boolean;
  /** One person's figure from one moment up to another, as SQL over `p.user_id` and `$2`, the assistant; null: they don't count. */
  readonly value: (from: string, to: string) => string;
}

/** Two, so that a variance can be told. */
const LEAST_PEOPLE = 2;
/** As everywhere where moods are summed up. */
const LEAST_WITH_MOODS = 5;
/** How long one has to come back. */
const DAYS_TO_RETURN = 7;

const TURNS = `
  from turns t join conversations c on c.user_id = t.user_id and c.id = t.conversation_id and c.assistant = $2
  where t.user_id = p.user_id and t.state = 'completed'`;
const between = (column: string, from: string, to: string) => `${column} >= ${from} and ${column} < ${to}`;
const RATINGS = `
  from feedback f
  join messages m on m.user_id = f.user_id and m.id = f.message_id
  join conversations c on c.user_id = m.user_id and c.id = m.conversation_id and c.assistant = $2
  where f.user_id = p.user_id`;
/** What the exposing turn's own message says was there before the variant was. */
const after = (column: string, from: string, to: string) => `${column} > ${from} and ${column} < ${to}`;

const METRICS: Readonly<Record<Metric, MetricDefinition>> = {
  returned: {
    meaning: `Wrote again one to ${DAYS_TO_RETURN} days after they first had the variant; who had it later than that does not count yet`,
    kind: 'proportion',
    better: 'higher',
    leastPeople: LEAST_PEOPLE,
    usesBefore: false,
    value: (from, to) => `
      (select case when ${from} + interval '${DAYS_TO_RETURN} days' <= ${to} then exists (select ${TURNS}
        and ${between('t.started_at', `${from} + interval '1 day'`, `${from} + interval '${DAYS_TO_RETURN} days'`)})::integer end)`,
  },
  turns: {
    meaning: 'Messages that were answered since they first had the variant',
    kind: 'mean',
    better: 'higher',
    leastPeople: LEAST_PEOPLE,
    usesBefore: true,
    value: (from, to) => `(select count(*) ${TURNS} and ${between('t.started_at', from, to)})`,
  },
  'days-active': {
    meaning: 'Days (UTC) on which they wrote since they first had the variant',
    kind: 'mean',
    better: 'higher',
    leastPeople: LEAST_PEOPLE,
    usesBefore: true,
    value: (from, to) =>
      `(select count(distinct (t.started_at at time zone 'UTC')::date) ${TURNS} and ${between('t.started_at', from, to)})`,
  },
  satisfaction: {
    meaning: 'Their mean rating, 1 to 5; who rated nothing does not count',
    kind: 'mean',
    better: 'higher',
    leastPeople: LEAST_PEOPLE,
    usesBefore: true,
    value: (from, to) => `(select avg(f.rating) ${RATINGS} and ${between('f.created_at', from, to)})`,
  },
  'advice-worked': {
    meaning: 'The share of what they told of advice that says it worked; who told nothing does not count',
    kind: 'mean',
    better: 'higher',
    leastPeople: LEAST_PEOPLE,
    usesBefore: false,
    value: (from, to) => `
      (select avg((r.outcome = 'worked')::integer) from advice_reports r
       join advice a on a.user_id = r.user_id and a.id = r.advice_id and a.assistant = $2
       where r.user_id = p.user_id and r.outcome <> 'not_tried' and ${between('r.reported_at', from, to)})`,
  },
  cost: {
    meaning: "US cents that vendors' models cost for them",
    kind: 'mean',
    better: 'lower',
    leastPeople: LEAST_PEOPLE,
    usesBefore: true,
    value: (from, to) => `
      (select coalesce(sum(cost_micro_usd), 0) / 10000 from model_attempts
       where user_id = p.user_id and assistant = $2 and ${between('started_at', from, to)})`,
  },
  'reply-seconds': {
    meaning: 'Mean seconds from their message to the whole reply',
    kind: 'mean',
    better: 'lower',
    leastPeople: LEAST_PEOPLE,
    usesBefore: true,
    value: (from, to) =>
      `(select avg(extract(epoch from t.finished_at - t.started_at)) ${TURNS} and ${between('t.started_at', from, to)})`,
  },
  concern: {
    meaning: 'Wrote something read as a concern or a crisis after they had the variant',
    kind: 'proportion',
    better: 'lower',
    leastPeople: LEAST_PEOPLE,
    usesBefore: false,
    value: (from, to) => `
      (select exists (select ${TURNS} and t.summary #>> '{risk,level}' in ('concern', 'crisis')
        and ${after('t.started_at', from, to)})::integer)`,
  },
  mood: {
    meaning: 'The mean valence of their moods, -1 to 1, against what it was before; who showed none does not count',
    kind: 'mean',
    better: 'higher',
    leastPeople: LEAST_WITH_MOODS,
    usesBefore: true,
    value: (from, to) => `
      (select avg((t.summary #>> '{mood,valence}')::float8) ${TURNS} and jsonb_typeof(t.summary -> 'mood') = 'object'
        and ${after('t.started_at', from, to)})`,
  },
  'low-ratings': {
    meaning: 'Gave a reply one or two of five',
    kind: 'proportion',
    better: 'lower',
    leastPeople: LEAST_PEOPLE,
    usesBefore: false,
    value: (from, to) =>
      `(select exists (select ${RATINGS} and f.rating <= 2 and ${between('f.created_at', from, to)})::integer)`,
  },
};

export const metricOf = (metric: Metric): MetricDefinition => METRICS[metric];

/** Who counts: had a variant by the draw and not by force, before `until`, and wants to be counted. */
const peopleOf = (experiment: string, until: string): string => `
  select a.user_id, a.variant, a.exposed_at
  from experiment_assignments a join profiles on profiles.user_id = a.user_id
  where a.experiment_id = ${experiment} and not a.is_forced and a.exposed_at < ${until}
    and coalesce(profiles.consent ->> 'analytics', 'true') <> 'false'`;

/** How far back before the first exposure what people did is looked at: four weeks, for habits follow the week. */
const DAYS_BEFORE = 28;

const statementOf = (metric: Metric): Statement => {
  const { value, usesBefore } = METRICS[metric];
  const before = usesBefore ? value(`(p.exposed_at - interval '${DAYS_BEFORE} days')`, 'p.exposed_at') : 'null';
  return {
    name: `experiment-metric-${metric}`,
    text: `
with people as materialized (${peopleOf('$1', '$3')}
), figures as materialized (
  select p.variant, (${value('p.exposed_at', '$3::timestamptz')})::float8 as y, (${before})::float8 as x from people p
), counting as (
  -- Who was not there before stands at the mean of those who were, so that it moves nothing.
  select variant, y, coalesce(x, avg(x) over (), 0) as x from figures where y is not null
)
select variant, count(*)::integer as people, sum(y) as y, sum(y * y) as yy, sum(x) as x, sum(x * x) as xx, sum(x * y) as xy
from counting group by variant`,
  };
};
const STATEMENTS = new Map<Metric, Statement>(
  [...GOAL_METRICS, ...GUARDRAIL_METRICS].map((metric) => [metric, statementOf(metric)]),
);

const COUNTS: Statement = {
  name: 'experiment-counts',
  text: `
select variant, (select count(*) from unnest($3::timestamptz[]) as f (moment) where moment <= people.exposed_at)::integer as phase,
  count(*)::integer as people
from (${peopleOf('$1', '$2')}) people group by 1, 2`,
};

export interface Counted {
  readonly experiment: string;
  readonly assistant: string;
  /** Up to when what was done counts. */
  readonly until: Date;
}

/** Sums of a metric over the people of each variant, by the variant's id. */
export async function readMetric(
  pool: Pool,
  metric: Metric,
  { experiment, assistant, until }: Counted,
): Promise<ReadonlyMap<string, Sums>> {
  const statement = STATEMENTS.get(metric);
  if (statement === undefined) throw new TypeError(`There is no metric ${metric}`);
  const rows = await execute<Sums & { variant: string }>(pool, statement, [experiment, assistant, until]);
  return new Map(rows.map(({ variant, ...sums }) => [variant, sums]));
}

/** How many people got each variant, by the phase (1 is the first) in which they did. */
export const countPeople = (
  pool: Pool,
  { experiment, until }: Omit<Counted, 'assistant'>,
  phases: readonly Date[],
): Promise<{ variant: string; phase: number; people: number }[]> => execute(pool, COUNTS, [experiment, until, phases]);
