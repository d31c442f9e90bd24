import type { ModelsReport } from '@rapport/wire';
import type { Database } from '../database/database.ts';

export interface ModelsReportScope {
  readonly from: Date;
  readonly to: Date;
  readonly brand: string | null;
  readonly assistant: string | null;
}

interface ModelRow {
  model: string;
  provider: string;
  attempts: number;
  completed: number;
  cancelled: number;
  outcomes: Record<string, number>;
  served: Record<string, number> | null;
  first_token: number[] | null;
  total: number[] | null;
  input: number;
  cached_input: number;
  output: number;
  reasoning: number;
  cost: number;
  estimated: number;
  unpriced: number;
}

const IN_SCOPE = `started_at >= $1 and started_at < $2
  and ($3::text is null or brand = $3) and ($4::text is null or assistant = $4)`;
const QUANTILES = 'array[0.5, 0.95, 0.99]';

/** Read off the ledger itself, so that it is what was spent and not a copy of it. */
const BY_MODEL = `
with scoped as (select * from model_attempts where ${IN_SCOPE}),
outcomes as (
  select model, json_object_agg(outcome, attempts) as outcomes
  from (select model, outcome, count(*)::integer as attempts from scoped group by model, outcome) o group by model
), served as (
  select model, json_object_agg(served_model, answers) as served
  from (select model, served_model, count(*)::integer as answers from scoped where served_model is not null
        group by model, served_model) s group by model
)
select scoped.model, min(provider) as provider, count(*)::integer as attempts,
  (count(*) filter (where outcome = 'completed'))::integer as completed,
  (count(*) filter (where outcome = 'cancelled'))::integer as cancelled,
  (select outcomes from outcomes where outcomes.model = scoped.model) as outcomes,
  (select served from served where served.model = scoped.model) as served,
  percentile_cont(${QUANTILES}) within group (order by first_token_ms) as first_token,
  percentile_cont(${QUANTILES}) within group (order by total_ms) filter (where outcome = 'completed') as total,
  sum(input_tokens)::float8 as input, sum(cached_input_tokens)::float8 as cached_input,
  sum(output_tokens)::float8 as output, sum(reasoning_tokens)::float8 as reasoning,
  coalesce(sum(cost_micro_usd), 0)::float8 as cost,
  coalesce(sum(cost_micro_usd) filter (where usage_source = 'estimated'), 0)::float8 as estimated,
  (count(*) filter (where cost_micro_usd is null))::integer as unpriced
from scoped group by scoped.model order by count(*) desc, scoped.model`;

const TURNS = `
select count(*)::integer as turns, (count(*) filter (where attempts > 1))::integer as retried
from (select count(*) as attempts from model_attempts where ${IN_SCOPE} and message_id is not null
      group by user_id, message_id) t`;

/** What each model did in a span of time: outcomes, waits, tokens and cost, from the ledger. */
export async function readModelsReport(
  { pool }: Database,
  { from, to, brand, assistant }: ModelsReportScope,
): Promise<Omit<ModelsReport, 'timestamp' | 'models'> & { models: Omit<ModelsReport['models'][number], 'breaker'>[] }> {
  const values = [from, to, brand, assistant];
  const { rows } = await pool.query<ModelRow>(BY_MODEL, values);
  const { rows: turns } = await pool.query<{ turns: number; retried: number }>(TURNS, values);
  const models = rows.map((row) => ({
    model: row.model,
    provider: row.provider,
    attempts: row.attempts,
    successRate: row.attempts === row.cancelled ? null : row.completed / (row.attempts - row.cancelled),
    outcomes: row.outcomes,
    firstTokenMs: quantiles(row.first_token),
    totalMs: quantiles(row.total),
    tokens: { input: row.input, cachedInput: row.cached_input, output: row.output, reasoning: row.reasoning },
    cost: { microUsd: row.cost, estimatedMicroUsd: row.estimated, unpricedAttempts: row.unpriced },
    servedModels: row.served ?? {},
  }));
  const sum = (of: (cost: ModelsReport['cost']) => number) => models.reduce((total, { cost }) => total + of(cost), 0);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    turns: turns[0]?.turns ?? 0,
    retriedTurns: turns[0]?.retried ?? 0,
    cost: {
      microUsd: sum(({ microUsd }) => microUsd),
      estimatedMicroUsd: sum(({ estimatedMicroUsd }) => estimatedMicroUsd),
      unpricedAttempts: sum(({ unpricedAttempts }) => unpricedAttempts),
    },
    models,
  };
}

/** Null when nothing was measured, which is not the same as 0 ms. */
function quantiles(values: readonly (number | null)[] | null): { p50: number; p95: number; p99: number } | null {
  const [p50, p95, p99] = (values ?? []).map((value) => (value === null ? null : Math.round(value)));
  return p50 == null || p95 == null || p99 == null ? null : { p50, p95, p99 };
}
