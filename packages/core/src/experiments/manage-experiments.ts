import { isDeepStrictEqual } from 'node:util';
import type { Experiment, ExperimentDefinition, ExperimentResults } from '@rapport/wire';
import type { PoolClient } from 'pg';
import { type Database, execute, inTransaction, type Statement } from '../database/database.ts';
import type { Clock, NewId } from '../runtime.ts';
import { placesOf } from './apply-variant.ts';
import {
  bumpExperiments,
  type ExperimentRow,
  findExperiment,
  lockExperiment,
  shownExperiment,
} from './experiment-store.ts';

/** Who decides: an operator's account, or whoever holds OPERATOR_TOKEN. */
export type ExperimentActor =
  | { readonly kind: 'account'; readonly userId: string }
  | { readonly kind: 'operator-token'; readonly userId: null };

export interface ManagingContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** What became of a change. `refused`: it doesn't go with how things stand; `detail` says what to do. */
export type Managed =
  | { readonly kind: 'done'; readonly experiment: Experiment }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly detail: string };

type EventKind =
  | 'created'
  | 'started'
  | 'shares-changed'
  | 'variant-forced'
  | 'variant-released'
  | 'stopped'
  | 'shipped'
  | 'archived';

const CREATE: Statement = {
  name: 'experiment-create',
  text: `
insert into experiments (id, assistant, definition, created_at) values ($1, $2, $3, $4) on conflict (id) do nothing returning id`,
};
const CHANGE: Statement = {
  name: 'experiment-change',
  text: `
update experiments set status = $2, definition = $3, phases = $4, shipped_variant = $5, started_at = $6, stopped_at = $7,
  shipped_at = $8, archived_at = $9
where id = $1`,
};
const NOTE: Statement = {
  name: 'experiment-note',
  text: `
insert into experiment_events (id, experiment_id, kind, at, actor, actor_id, details) values ($1, $2, $3, $4, $5, $6, $7)`,
};
const RUNNING_BESIDE: Statement = {
  name: 'experiments-running-beside',
  text: `select definition from experiments where assistant = $1 and status = 'running' and id <> $2`,
};
const EVENTS: Statement = {
  name: 'experiment-events',
  text: 'select kind, at, actor, actor_id, details from experiment_events where experiment_id = $1 order by at, id',
};
const FORCE: Statement = {
  name: 'experiment-force',
  text: `
insert into experiment_assignments (user_id, experiment_id, variant, is_forced, assigned_at)
select users.id, $2, $3, true, $4 from users where users.id = $1
on conflict (user_id, experiment_id) do update set variant = excluded.variant, is_forced = true
returning user_id`,
};
const RELEASE: Statement = {
  name: 'experiment-release',
  text: 'delete from experiment_assignments where user_id = $1 and experiment_id = $2 and is_forced returning user_id',
};
const HOLD_OUT: Statement = {
  name: 'experiments-hold-out',
  text: 'update experiment_settings set holdout_share = $1, version = version + 1',
};
const HOLDOUT: Statement = {
  name: 'experiments-holdout',
  text: 'select holdout_share from experiment_settings',
};

/** Keeps a new experiment as a draft. `existed`: it was there, the same to the letter. */
export async function createExperiment(
  { database, clock, newId }: ManagingContext,
  definition: ExperimentDefinition,
  actor: ExperimentActor,
): Promise<Managed & { readonly existed?: boolean }> {
  const at = clock.now();
  return inTransaction(database.pool, async (client) => {
    await bumpExperiments(client);
    const values = [definition.id, definition.assistant, JSON.stringify(definition), at];
    const made = await execute(client, CREATE, values);
    if (made.length > 0) await note(client, newId(), definition.id, 'created', at, actor, {});
    const row = await findExperiment(client, definition.id);
    if (row === null) return { kind: 'not-found' };
    if (made.length === 0 && !isDeepStrictEqual(row.definition, definition)) {
      const detail = `There is another experiment "${definition.id}". Give yours an id of its own: one that ran says what was tried and stays.`;
      return { kind: 'refused', detail };
    }
    return { kind: 'done', experiment: shownExperiment(row), existed: made.length === 0 };
  });
}

/** Begins to give variants to people. */
export function startExperiment(context: ManagingContext, id: string, actor: ExperimentActor): Promise<Managed> {
  return change(context, id, actor, 'started', {}, async (row, at, client) => {
    if (row.status === 'running') return 'It runs already.';
    if (row.status !== 'draft')
      return `It is ${row.status} and can't start again: people would have had it for different times. Create another one.`;
    const beside = await execute<{ definition: ExperimentDefinition }>(client, RUNNING_BESIDE, [
      row.definition.assistant,
      id,
    ]);
    const clash = beside.map(({ definition }) => clashOf(row.definition, definition)).find((found) => found !== null);
    if (clash !== undefined) return clash;
    const { weights, coverage } = row.definition;
    return {
      ...row,
      status: 'running',
      started_at: at,
      phases: [{ from: at.toISOString(), weights: [...weights], coverage }],
    };
  });
}

/** Ends it: everybody has the default again, and what came of it can be read and shipped. */
export function stopExperiment(
  context: ManagingContext,
  id: string,
  actor: ExperimentActor,
  reason: string | undefined,
): Promise<Managed> {
  return change(context, id, actor, 'stopped', reason === undefined ? {} : { reason }, async (row, at) =>
    row.status === 'running'
      ? { ...row, status: 'stopped', stopped_at: at }
      : `It is ${row.status}, and only one that runs can be stopped.${row.status === 'shipped' ? ' Archive it to return to what the files say.' : ''}`,
  );
}

/** Other shares from now on; who was exposed keeps what they have. */
export function changeShares(
  context: ManagingContext,
  id: string,
  actor: ExperimentActor,
  shares: { readonly weights?: readonly number[] | undefined; readonly coverage?: number | undefined },
): Promise<Managed> {
  return change(context, id, actor, 'shares-changed', { ...shares }, async (row, at) => {
    if (row.status !== 'draft' && row.status !== 'running')
      return `It is ${row.status}: shares can be changed before it starts and while it runs.`;
    const { weights = row.definition.weights, coverage = row.definition.coverage } = shares;
    if (weights.length !== row.definition.variants.length)
      return `It has ${row.definition.variants.length} variants: give a weight for each.`;
    const wasPartial = [...row.phases, { coverage }].some((phase) => phase.coverage < 1);
    if (row.status === 'running' && shares.weights !== undefined && wasPartial)
      return 'While only a part of the people takes part, other weights would let people in unevenly, and no check could tell that from a fault. Change the coverage alone, or stop it and create another.';
    const definition = { ...row.definition, weights: [...weights], coverage };
    const phase = { from: at.toISOString(), weights: [...weights], coverage };
    return { ...row, definition, phases: row.status === 'running' ? [...row.phases, phase] : row.phases };
  });
}

/** Makes a variant the default of all people the experiment was for, until it is archived. */
export function shipExperiment(
  context: ManagingContext,
  id: string,
  actor: ExperimentActor,
  shipped: { readonly variant: string; readonly reason: string | undefined; readonly results: ExperimentResults },
): Promise<Managed> {
  const { variant, reason, results } = shipped;
  const details = { variant, decision: results.decision.kind, ...(reason === undefined ? {} : { reason }) };
  return change(context, id, actor, 'shipped', details, async (row, at) => {
    const refusal = whyNotShipped(row, variant, reason, results);
    return refusal ?? { ...row, status: 'shipped', shipped_variant: variant, shipped_at: at };
  });
}

function whyNotShipped(
  { status, definition }: ExperimentRow,
  variant: string,
  reason: string | undefined,
  { harms, decision }: ExperimentResults,
): string | null {
  if (status === 'running') return 'It still runs. Stop it first, so that what is shipped is what the results say.';
  if (status !== 'stopped') return `It is ${status}, and only one that was stopped can be shipped.`;
  if (!definition.variants.some(({ id }) => id === variant))
    return `It has no variant "${variant}"; it has ${definition.variants.map(({ id }) => id).join(', ')}.`;
  const harmed = harms.filter((harm) => harm.variant === variant).map(({ metric }) => metric);
  if (harmed.length > 0)
    return `"${variant}" worsens ${harmed.join(' and ')}, which outranks whatever it wins. Ship another variant, or archive the experiment.`;
  const isWinner = decision.kind === 'winner' && decision.variant === variant;
  if (!isWinner && reason === undefined)
    return `The results don't call "${variant}" the winner: ${decision.says} To ship it all the same, say why in "reason"; it is kept.`;
  return null;
}

/** Puts it away. One that was shipped no longer holds then: what it changed belongs into the assistant's files before. */
export function archiveExperiment(context: ManagingContext, id: string, actor: ExperimentActor): Promise<Managed> {
  return change(context, id, actor, 'archived', {}, async (row, at) => {
    if (row.status === 'running') return 'It still runs. Stop it first.';
    if (row.status === 'archived') return 'It is archived already.';
    return { ...row, status: 'archived', archived_at: at };
  });
}

/** Gives one person a variant, whatever the hash says; it counts for no result. Who is already exposed counts no longer. */
export async function forceVariant(
  context: ManagingContext,
  id: string,
  actor: ExperimentActor,
  { userId, variant }: { readonly userId: string; readonly variant: string },
): Promise<Managed> {
  // Whose it is stays out of the events, which an erasure leaves.
  return change(context, id, actor, 'variant-forced', { variant }, async (row, at, client) => {
    if (row.status !== 'draft' && row.status !== 'running')
      return `It is ${row.status}: a variant can be forced before it starts and while it runs.`;
    if (!row.definition.variants.some((each) => each.id === variant))
      return `It has no variant "${variant}"; it has ${row.definition.variants.map((each) => each.id).join(', ')}.`;
    const forced = await execute(client, FORCE, [userId, id, variant, at]);
    return forced.length === 0 ? 'There is no such person.' : row;
  });
}

/** Has the hash say again which variant one person has. */
export function releaseVariant(
  context: ManagingContext,
  id: string,
  actor: ExperimentActor,
  userId: string,
): Promise<Managed> {
  return change(context, id, actor, 'variant-released', {}, async (row, _at, client) => {
    const released = await execute(client, RELEASE, [userId, id]);
    return released.length === 0 ? 'No variant is forced on this person.' : row;
  });
}

/** Changes the share of people who take part in no experiment. Who was exposed before goes on with what they have. */
export async function changeHoldout({ database }: ManagingContext, share: number): Promise<void> {
  await execute(database.pool, HOLD_OUT, [share]);
}

export async function readHoldout({ pool }: Database): Promise<number> {
  const [row] = await execute<{ holdout_share: number }>(pool, HOLDOUT, []);
  return row?.holdout_share ?? 0;
}

export interface ExperimentEvent {
  readonly kind: EventKind;
  readonly at: Date;
  readonly actor: ExperimentActor['kind'];
  readonly actor_id: string | null;
  readonly details: Record<string, unknown>;
}

/** Who did what and when, oldest first. */
export const readExperimentEvents = ({ pool }: Database, id: string): Promise<ExperimentEvent[]> =>
  execute<ExperimentEvent>(pool, EVENTS, [id]);

/**
 * One change of an experiment with its event, in one transaction that other changes wait for.
 *
 * @param decide the experiment as it is to be, or why it can't, in words that say what to do.
 */
async function change(
  { database, clock, newId }: ManagingContext,
  id: string,
  actor: ExperimentActor,
  kind: EventKind,
  details: Record<string, unknown>,
  decide: (row: ExperimentRow, at: Date, client: PoolClient) => Promise<ExperimentRow | string>,
): Promise<Managed> {
  const at = clock.now();
  return inTransaction(database.pool, async (client): Promise<Managed> => {
    await bumpExperiments(client);
    const row = await lockExperiment(client, id);
    if (row === null) return { kind: 'not-found' };
    const decided = await decide(row, at, client);
    if (typeof decided === 'string') return { kind: 'refused', detail: decided };
    await execute(client, CHANGE, [
      id,
      decided.status,
      JSON.stringify(decided.definition),
      JSON.stringify(decided.phases),
      decided.shipped_variant,
      decided.started_at,
      decided.stopped_at,
      decided.shipped_at,
      decided.archived_at,
    ]);
    await note(client, newId(), id, kind, at, actor, details);
    return { kind: 'done', experiment: shownExperiment(decided) };
  });
}

const note = (
  client: PoolClient,
  eventId: string,
  id: string,
  kind: EventKind,
  at: Date,
  actor: ExperimentActor,
  details: Record<string, unknown>,
) => execute(client, NOTE, [eventId, id, kind, at, actor.kind, actor.userId, JSON.stringify(details)]);

/** Why two experiments may not run side by side; null: they may. */
export function clashOf(one: ExperimentDefinition, other: ExperimentDefinition): string | null {
  const [mine, theirs] = [one, other].map(
    ({ variants }) => new Set(variants.flatMap(({ changes }) => placesOf(changes))),
  );
  const shared = [...(mine ?? [])].filter((place) => theirs?.has(place));
  if (shared.length === 0 || areApart(one, other)) return null;
  return `"${other.id}" runs and changes the same: ${shared.join(', ')}. Stop it first, or give both ranges of one namespace that don't overlap.`;
}

function areApart(one: ExperimentDefinition, other: ExperimentDefinition): boolean {
  const [here, there] = [one.namespace, other.namespace];
  return here !== null && there !== null && here.id === there.id && (here.to <= there.from || there.to <= here.from);
}
