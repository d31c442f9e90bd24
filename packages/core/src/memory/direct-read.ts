import type { Pool, PoolClient } from 'pg';
import { execute, type Statement } from '../database/database.ts';
import type { Fact } from './fact.ts';
import { factOf, MEMORY_COLUMNS, type MemoryRow } from './memory-rows.ts';

/** Whose memories are read: one assistant's, or every assistant's where the person allows it. */
export interface MemoryScope {
  readonly userId: string;
  /** Null: of all assistants. */
  readonly assistant: string | null;
}

/** What is read straight from the typed columns, without any search. */
export interface DirectQuery {
  /** Slots; one that ends in `:` stands for all that begin so. */
  readonly slots: readonly string[];
  readonly relations: readonly string[];
  /** Folded names and values. */
  readonly names: readonly string[];
  /** So many of the latest besides, 0 to 200. */
  readonly latest: number;
  /** Also what matters most of all that is known. */
  readonly everything: boolean;
}

/** Most rows of each way to find one: a person has few sisters, and hundreds of likes are no answer. */
const MOST_EACH = 60;
/** Names of a long message that are looked up. */
const MOST_NAMES = 1_500;

/**
 * Each arm is one range of one index; nothing here grows with what is kept but the logarithm. What was matched is looked
 * up by its whole key as an array: as a join, a database without statistics reads all of the person's rows for each.
 */
export const READ_FACTS: Statement = {
  name: 'memories-direct',
  text: `
with matched as (
  (select id from memories where user_id = $1 and slot = any($3) and ($2::text is null or assistant = $2)
   order by said_at desc limit ${MOST_EACH})
  union
  (select memories.id from unnest($4::text[]) as family(prefix)
   join memories on memories.user_id = $1 and memories.slot >= prefix and memories.slot < prefix || '~'
   where ($2::text is null or memories.assistant = $2)
   order by memories.said_at desc limit ${MOST_EACH})
  union
  (select id from memories where user_id = $1 and subject_relation = any($5) and ($2::text is null or assistant = $2)
   order by said_at desc limit ${MOST_EACH})
  union
  (select id from memories where user_id = $1 and name_key = any($6) and ($2::text is null or assistant = $2)
   order by said_at desc limit ${MOST_EACH})
  union
  (select id from memories where user_id = $1 and value_key = any($6) and ($2::text is null or assistant = $2)
   order by said_at desc limit ${MOST_EACH})
  union
  (select id from memories where user_id = $1 and ($2::text is null or assistant = $2) and status = 'active'
   order by created_at desc, id desc limit $7)
  union
  (select id from memories where $8 and user_id = $1 and ($2::text is null or assistant = $2) and status = 'active'
   order by importance desc, said_at desc limit ${MOST_EACH})
)
select ${MEMORY_COLUMNS}
from memories where memories.user_id = $1 and memories.id = any(array(select id from matched))
order by memories.said_at, memories.id`,
};

/** Facts of a person by slot, relation, name or value, and the latest; oldest first, superseded ones too. */
export async function readFacts(
  executor: Pool | PoolClient,
  { userId, assistant }: MemoryScope,
  query: DirectQuery,
): Promise<Fact[]> {
  const rows = await execute<MemoryRow>(executor, READ_FACTS, [
    userId,
    assistant,
    query.slots.filter((slot) => !slot.endsWith(':')),
    query.slots.filter((slot) => slot.endsWith(':')),
    query.relations,
    query.names.slice(0, MOST_NAMES),
    query.latest,
    query.everything,
  ]);
  return rows.map(factOf);
}
