import type { Experiment, ExperimentDefinition, ExperimentPhase } from '@rapport/wire';
import type { Pool, PoolClient } from 'pg';
import { type Database, execute, type Statement } from '../database/database.ts';
import {
  InvalidCursorError,
  type Page,
  type PageRequest,
  pageOf,
  readCursor,
  writeCursor,
} from '../database/paging.ts';
import type { Assignment, LiveExperiment } from './assign.ts';

/** What instances keep of the experiments. */
export interface ExperimentNews {
  readonly version: number;
  readonly holdoutShare: number;
  /** Those that decide who gets what: shipped ones first, in the order they were shipped, then by their start. */
  readonly live: readonly LiveExperiment[];
}

export interface ExperimentRow {
  id: string;
  status: Experiment['status'];
  definition: ExperimentDefinition;
  phases: ExperimentPhase[];
  shipped_variant: string | null;
  created_at: Date;
  started_at: Date | null;
  stopped_at: Date | null;
  shipped_at: Date | null;
  archived_at: Date | null;
}

const COLUMNS =
  'e.id, e.status, e.definition, e.phases, e.shipped_variant, e.created_at, e.started_at, e.stopped_at, e.shipped_at, e.archived_at';

/** Asked every few seconds: one row. */
const VERSION: Statement = {
  name: 'experiments-version',
  text: 'select version::float8 as version from experiment_settings',
};
/** The version and all that counts, in one statement, so that they fit together. */
const LIVE: Statement = {
  name: 'experiments-live',
  text: `
select s.version::float8 as settings_version, s.holdout_share, e.definition, e.status, e.shipped_variant
from experiment_settings s
left join experiments e on e.status in ('draft', 'running', 'shipped')
order by e.shipped_at nulls last, e.started_at, e.id`,
};
const FIND: Statement = { name: 'experiment-find', text: `select ${COLUMNS} from experiments e where e.id = $1` };
const LOCK: Statement = {
  name: 'experiment-lock',
  text: `select ${COLUMNS} from experiments e where e.id = $1 for update`,
};
const LIST: Statement = {
  name: 'experiments-list',
  text: `
select ${COLUMNS} from experiments e
where ($1::text is null or e.assistant = $1) and ($2::text is null or e.status = $2)
  and ($3::timestamptz is null or (e.created_at, e.id) < ($3, $4::text))
order by e.created_at desc, e.id desc limit $5`,
};
const BUMP: Statement = {
  name: 'experiments-bump',
  text: 'update experiment_settings set version = version + 1',
};

export async function readExperimentsVersion({ pool }: Database): Promise<number> {
  const [row] = await execute<{ version: number }>(pool, VERSION, []);
  return row?.version ?? 0;
}

export async function readLiveExperiments({ pool }: Database): Promise<ExperimentNews> {
  const rows = await execute<{
    settings_version: number;
    holdout_share: number;
    definition: ExperimentDefinition | null;
    status: LiveExperiment['status'];
    shipped_variant: string | null;
  }>(pool, LIVE, []);
  return {
    version: rows[0]?.settings_version ?? 0,
    holdoutShare: rows[0]?.holdout_share ?? 0,
    live: rows.flatMap(({ definition, status, shipped_variant }) =>
      definition === null ? [] : [{ definition, status, shippedVariant: shipped_variant }],
    ),
  };
}

/** Has other instances read the experiments anew. Taken first in a transaction, so that changes come one after the other. */
export const bumpExperiments = async (client: PoolClient): Promise<void> => void (await execute(client, BUMP, []));

export async function findExperiment(executor: Pool | PoolClient, id: string): Promise<ExperimentRow | null> {
  const [row] = await execute<ExperimentRow>(executor, FIND, [id]);
  return row ?? null;
}

export async function lockExperiment(client: PoolClient, id: string): Promise<ExperimentRow | null> {
  const [row] = await execute<ExperimentRow>(client, LOCK, [id]);
  return row ?? null;
}

/** Latest first. Throws {@link InvalidCursorError}. */
export async function listExperiments(
  { pool }: Database,
  { assistant, status }: { readonly assistant: string | null; readonly status: Experiment['status'] | null },
  { cursor, limit }: PageRequest,
): Promise<Page<Experiment>> {
  const [time, id] = cursor === null ? [null, null] : readCursor(cursor);
  const isCursor =
    typeof time === 'string' && typeof id === 'string' && id.length <= 60 && !Number.isNaN(Date.parse(time));
  if (cursor !== null && !isCursor) throw new InvalidCursorError();
  const after = typeof time === 'string' ? new Date(time) : null;
  const rows = await execute<ExperimentRow>(pool, LIST, [assistant, status, after, id, limit + 1]);
  return pageOf(rows, limit, shownExperiment, (row) => writeCursor([row.created_at.toISOString(), row.id]));
}

export function shownExperiment(row: ExperimentRow): Experiment {
  const time = (at: Date | null) => at?.toISOString() ?? null;
  return {
    definition: row.definition,
    status: row.status,
    phases: row.phases,
    shippedVariant: row.shipped_variant,
    createdAt: row.created_at.toISOString(),
    startedAt: time(row.started_at),
    stoppedAt: time(row.stopped_at),
    shippedAt: time(row.shipped_at),
    archivedAt: time(row.archived_at),
  };
}

/** The column of what a person has been assigned, by experiment, for the statements that begin a turn. */
export const stickyVariantsOf = (user: string): string => `
  (select json_object_agg(experiment_id,
     json_build_object('variant', variant, 'isForced', is_forced, 'isExposed', exposed_at is not null))
   from experiment_assignments where user_id = ${user})`;

/**
 * The insert of what a turn exposed a person to, as a branch of its commit. Who has a variant keeps it, whatever an instance
 * with older news would have given; of two turns at once the first to be stored counts.
 */
export const insertExposures = ({ rows, user, at, from }: Record<'rows' | 'user' | 'at' | 'from', string>): string => `
  insert into experiment_assignments as a (user_id, experiment_id, variant, assigned_at, exposed_at)
  select ${user}, x.experiment, x.variant, ${at}::timestamptz, ${at}::timestamptz from ${from}
  cross join json_to_recordset(${rows}) as x (experiment text, variant text)
  on conflict (user_id, experiment_id) do update set exposed_at = excluded.exposed_at where a.exposed_at is null`;

/** The rows of {@link insertExposures}: what is kept already is not written again. */
export const exposureRows = (assignments: readonly Assignment[]): string =>
  JSON.stringify(assignments.filter(({ isNew }) => isNew).map(({ experiment, variant }) => ({ experiment, variant })));
