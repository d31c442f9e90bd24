import type { Pool, PoolClient } from 'pg';
import { execute, type Statement } from '../database/database.ts';
import type { Fact } from './fact.ts';
import { type Origin, ROW_COLUMNS, rowOf } from './memory-rows.ts';
import { type EntryRow, entryRows, insertEntries, type MemoryVectors, type VectorSupport } from './vectors.ts';

/** Of all keys that are locked by a number, those of a person's memory: `memo` in ASCII. */
const MEMORY_LOCK = 0x6d656d6f;

const LOCK: Statement = {
  name: 'memory-lock',
  text: `select pg_advisory_xact_lock(hashtextextended($1::text, ${MEMORY_LOCK}))`,
};

/**
 * Lets one transaction at a time change what is remembered of a person, on whichever instance: what is known is read
 * after this and written before another reads it. Taken before any row, so that nobody waits crosswise.
 */
export async function lockMemory(client: PoolClient, userId: string): Promise<void> {
  await execute(client, LOCK, [userId]);
}

/** What changes in a person's memory, at once. */
export interface MemoryChanges {
  readonly add: readonly Fact[];
  /** Memories that were said again, with the message that says so. */
  readonly reinforce: readonly { readonly id: string; readonly messageId: string }[];
  readonly supersede: readonly {
    readonly id: string;
    readonly validUntil: Date;
    readonly supersededBy: string | null;
  }[];
  /** Memories whose name or value is to be read otherwise: the same memory, rewritten. */
  readonly rename: readonly { readonly id: string; readonly fact: Fact }[];
}

/** Whoever is changing them has them: a figure is not worth a wait, and never a deadlock. */
const TOUCH: Statement = {
  name: 'memory-touch',
  text: `
with free as (
  select id from memories where user_id = $1 and id = any($2) order by id for update skip locked
)
update memories set last_used_at = $3, use_count = use_count + 1, status = case when status = 'archived' then 'active' else status end
from free where memories.user_id = $1 and memories.id = free.id`,
};

/** Notes that memories helped a reply: they are not archived soon, and what was archived is back. */
export async function touchMemories(pool: Pool, userId: string, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length > 0) await execute(pool, TOUCH, [userId, ids, now]);
}

/** Columns that a rewriting changes; when it was said, who said it and since when it holds stay. */
const REWRITTEN = [
  'kind',
  'subject_key',
  'subject_name',
  'subject_relation',
  'slot',
  'value',
  'name_key',
  'value_key',
  'text',
  'quote',
  'modality',
  'confidence',
  'importance',
  'tender',
  'time_words',
  'time_date',
] as const;

const writeStatement = (support: VectorSupport): Statement => ({
  name: `memory-write-${support === 'pgvector' ? 'vector' : 'real'}`,
  text: `
with added as (
  insert into memories (user_id, assistant, id, kind, subject_key, subject_name, subject_relation, slot, value, name_key, value_key,
    text, quote, modality, confidence, importance, tender, time_words, time_date, status, origin, said_at, valid_from, valid_until,
    created_at)
  select $1, $2, r.* from json_to_recordset($3) as r (${ROW_COLUMNS})
  on conflict (user_id, id) do nothing
), superseded as (
  update memories set status = 'superseded', valid_until = ended.valid_until, superseded_by = ended.superseded_by
  from json_to_recordset($4) as ended (id uuid, valid_until timestamptz, superseded_by uuid)
  where memories.user_id = $1 and memories.id = ended.id and memories.status <> 'superseded'
), rewritten as (
  update memories set ${REWRITTEN.map((column) => `${column} = r.${column}`).join(', ')}
  from json_to_recordset($5) as r (${ROW_COLUMNS})
  where memories.user_id = $1 and memories.id = r.id
), revived as (
  update memories set status = 'active' from json_to_recordset($6) as again (memory_id uuid, message_id uuid)
  where memories.user_id = $1 and memories.id = again.memory_id and memories.status = 'archived'
), proven as (
  insert into memory_sources (user_id, memory_id, message_id)
  select $1, again.memory_id, again.message_id from json_to_recordset($6) as again (memory_id uuid, message_id uuid)
  on conflict do nothing
)
${insertEntries(support, { user: '$1', assistant: '$2', rows: '$7', from: '' })}`,
});
const STATEMENTS = { pgvector: writeStatement('pgvector'), 'real[]': writeStatement('real[]') } as const;

export interface WriteContext {
  readonly vectors: MemoryVectors;
  readonly userId: string;
  readonly assistant: string;
  readonly origin: Origin;
  readonly now: Date;
}

/** Writes changes to a person's memory and to what search reads, in one statement of the caller's transaction. */
export async function writeMemory(client: PoolClient, context: WriteContext, changes: MemoryChanges): Promise<void> {
  const written = [...changes.add, ...changes.rename.map(({ fact }) => fact)];
  const entries: EntryRow[] = await entryRows(
    context.vectors,
    written.map((fact) => ({
      id: fact.id,
      source: 'memory',
      role: 'user',
      text: fact.text,
      around: fact.quote,
      saidAt: fact.saidAt,
    })),
  );
  const proofs = [
    ...changes.add.flatMap(({ id, sourceMessageIds }) => sourceMessageIds.map((messageId) => ({ id, messageId }))),
    ...changes.rename.flatMap(({ id, fact }) => fact.sourceMessageIds.map((messageId) => ({ id, messageId }))),
    ...changes.reinforce,
  ];
  const row = (fact: Fact) => rowOf(fact, context.origin, context.now);
  await execute(client, STATEMENTS[context.vectors.support], [
    context.userId,
    context.assistant,
    JSON.stringify(changes.add.map(row)),
    JSON.stringify(
      changes.supersede.map(({ id, validUntil, supersededBy }) => ({
        id,
        valid_until: validUntil,
        superseded_by: supersededBy,
      })),
    ),
    JSON.stringify(changes.rename.map(({ fact }) => row(fact))),
    JSON.stringify(proofs.map(({ id, messageId }) => ({ memory_id: id, message_id: messageId }))),
    JSON.stringify(entries),
  ]);
}
