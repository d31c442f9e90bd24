import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/database.ts';
import { defineTask, type Task, type TaskContext, type TaskReport } from '../jobs/task.ts';
import type { Clock } from '../runtime.ts';
import { areNearDuplicates } from './near-duplicates.ts';
import {
  AROUND_CHARACTERS,
  embedTexts,
  type MemoryVectors,
  SEARCHED_CHARACTERS,
  type VectorSupport,
} from './vectors.ts';
import { lockMemory } from './write.ts';

export interface HygieneDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly vectors: MemoryVectors;
}

/** Unused for so long, a memory that matters little steps back. It is still found when it is asked for. */
export const ARCHIVE_AFTER_DAYS = 180;
/** From here on a memory matters too much to step back: people close to them, allergies, diagnoses. */
const NEVER_ARCHIVED_FROM = 0.75;
/** People whose ids are read at once, and texts embedded by one call. */
const PEOPLE_BATCH = 100;
const EMBEDDING_BATCH = 64;

const NO_INPUT = z.strictObject({});

/** Keeps memory sound while nobody looks. Each run leaves its counts in `job_runs`. */
export function memoryTasks(dependencies: HygieneDependencies): Task[] {
  return [
    defineTask({
      name: 'merge-near-duplicates',
      summary: 'Merges memories that say the same of the same in other words',
      input: NO_INPUT,
      expireInSeconds: 3_600,
      run: (context) => mergeDuplicates(dependencies, context),
    }),
    defineTask({
      name: 'archive-unused-memories',
      summary: `Archives memories that matter little and helped no reply for ${ARCHIVE_AFTER_DAYS} days`,
      input: NO_INPUT,
      run: () => archiveUnused(dependencies),
    }),
    defineTask({
      name: 'embed-memories',
      summary: 'Makes vectors for what has none of the embedder that is in use',
      input: NO_INPUT,
      expireInSeconds: 3_600,
      run: (context) => embedMissing(dependencies, context),
    }),
    defineTask({
      name: 'check-memory-integrity',
      summary: 'Looks for memories without proof, proofs without memory and entries that find nothing, and mends them',
      input: NO_INPUT,
      run: () => checkIntegrity(dependencies),
    }),
  ];
}

interface GroupedMemory {
  id: string;
  subject_key: string;
  slot: string;
  modality: string;
  assistant: string;
  value: string | null;
  text: string;
}

async function mergeDuplicates({ database }: HygieneDependencies, { signal }: TaskContext): Promise<TaskReport> {
  let after = '00000000-0000-0000-0000-000000000000';
  let people = 0;
  let merged = 0;
  for (;;) {
    const { rows } = await database.pool.query<{ user_id: string }>(
      `select distinct user_id from memories where user_id > $1 and status = 'active' order by user_id limit ${PEOPLE_BATCH}`,
      [after],
    );
    for (const { user_id: userId } of rows) {
      signal.throwIfAborted();
      merged += await mergeOf(database, userId);
      people += 1;
      after = userId;
    }
    if (rows.length < PEOPLE_BATCH) return { people, merged };
  }
}

/** Groups of a person that hold more than one active memory: said of the same, in the same slot. */
const GROUPS = `
select id, assistant, subject_key, slot, modality, value, text
from (
  select memories.*, count(*) over (partition by assistant, subject_key, slot, modality) as companions
  from memories where user_id = $1 and status = 'active'
) grouped where companions > 1
order by assistant, subject_key, slot, modality, said_at, id`;

const keyOf = ({ assistant, subject_key, slot, modality }: GroupedMemory): string =>
  JSON.stringify([assistant, subject_key, slot, modality]);

async function mergeOf(database: Database, userId: string): Promise<number> {
  return inTransaction(database.pool, async (client) => {
    await lockMemory(client, userId);
    const { rows } = await client.query<GroupedMemory>(GROUPS, [userId]);
    const groups = Map.groupBy(rows, keyOf);
    let merged = 0;
    for (const group of groups.values()) {
      const kept: GroupedMemory[] = [];
      for (const memory of group) {
        const same = kept.find((earlier) =>
          areNearDuplicates(earlier.value ?? earlier.text, memory.value ?? memory.text),
        );
        if (same === undefined) kept.push(memory);
        else {
          await client.query(
            `insert into memory_sources (user_id, memory_id, message_id)
             select user_id, $2, message_id from memory_sources where user_id = $1 and memory_id = $3 on conflict do nothing`,
            [userId, same.id, memory.id],
          );
          await client.query('delete from memories where user_id = $1 and id = $2', [userId, memory.id]);
          merged += 1;
        }
      }
    }
    return merged;
  });
}

/** Both clocks must call it old: one that jumped ahead archives nothing early. */
async function archiveUnused({ database, clock }: HygieneDependencies): Promise<TaskReport> {
  const result = await database.pool.query(
    `update memories set status = 'archived'
     where status = 'active' and importance < $2 and origin <> 'person' and kind not in ('identity', 'health')
       and greatest(created_at, coalesce(last_used_at, created_at)) < least($1::timestamptz, now()) - make_interval(days => ${ARCHIVE_AFTER_DAYS})`,
    [clock.now(), NEVER_ARCHIVED_FROM],
  );
  return { archived: result.rowCount ?? 0, unusedForDays: ARCHIVE_AFTER_DAYS };
}

/** Three ranges of one index: where nothing is to be done, nothing is read. */
const UNEMBEDDED = `
select entries.user_id, entries.id, left(coalesce(messages.text, memories.text, ''), ${SEARCHED_CHARACTERS}) as text,
  coalesce(before.text, '') as context
from (
  (select user_id, id, source from recall_entries where embedding_model is null limit ${EMBEDDING_BATCH})
  union all (select user_id, id, source from recall_entries where embedding_model < $1 limit ${EMBEDDING_BATCH})
  union all (select user_id, id, source from recall_entries where embedding_model > $1 limit ${EMBEDDING_BATCH})
  limit ${EMBEDDING_BATCH}
) entries
left join messages on entries.source = 'message' and messages.user_id = entries.user_id and messages.id = entries.id
left join memories on entries.source = 'memory' and memories.user_id = entries.user_id and memories.id = entries.id
left join lateral (
  select right(string_agg(earlier.text, ' ' order by earlier.sequence), ${AROUND_CHARACTERS}) as text from messages earlier
  where earlier.user_id = messages.user_id and earlier.conversation_id = messages.conversation_id
    and earlier.sequence between messages.sequence - 2 and messages.sequence - 1 and earlier.forgotten_at is null
) before on true`;

const setVector = (support: VectorSupport): string => `
update recall_entries set embedding = made.embedding::${support === 'pgvector' ? 'vector' : 'real[]'},
  signature = made.signature::bit varying, embedding_model = made.model
from json_to_recordset($1) as made (user_id uuid, id uuid, embedding text, signature text, model text)
where recall_entries.user_id = made.user_id and recall_entries.id = made.id`;

/** A text without words has no vector and gets the model's name all the same: it is not looked at again. */
async function embedMissing({ database, vectors }: HygieneDependencies, { signal }: TaskContext): Promise<TaskReport> {
  const model = vectors.embedder.id;
  let embedded = 0;
  for (;;) {
    signal.throwIfAborted();
    const { rows } = await database.pool.query<{ user_id: string; id: string; text: string; context: string }>(
      UNEMBEDDED,
      [model],
    );
    if (rows.length === 0) return { embedded, model };
    const made = await embedTexts(
      vectors,
      rows.map(({ text }) => text),
      // A vendor's is paid by the word, and its own vectors know more of a sentence.
      vectors.isLocal ? rows.map(({ context }) => context) : [],
    );
    const stored = rows.map(({ user_id, id }, index) => ({
      user_id,
      id,
      ...(made[index] ?? { embedding: null, signature: null }),
      model,
    }));
    await database.pool.query(setVector(vectors.support), [JSON.stringify(stored)]);
    embedded += rows.length;
  }
}

/** What must never be, with what mends it. Constraints and triggers keep most of it from happening; this counts that they do. */
const CHECKS = [
  {
    name: 'memoriesWithoutProof',
    mend: `delete from memories where origin <> 'person' and status <> 'superseded'
      and not exists (select from memory_sources where user_id = memories.user_id and memory_id = memories.id)`,
  },
  {
    name: 'entriesOfNothing',
    mend: `delete from recall_entries entries where
      not exists (select from messages where user_id = entries.user_id and id = entries.id and forgotten_at is null)
      and not exists (select from memories where user_id = entries.user_id and id = entries.id)`,
  },
  {
    name: 'successorsThatAreGone',
    mend: `update memories set superseded_by = null where superseded_by is not null
      and not exists (select from memories later where later.user_id = memories.user_id and later.id = memories.superseded_by)`,
  },
  {
    name: 'memoriesNotFound',
    mend: `insert into recall_entries (user_id, id, source, assistant, said_at, tsv)
      select user_id, id, 'memory', assistant, said_at, setweight(to_tsvector('english', text), 'A') from memories
      where not exists (select from recall_entries where user_id = memories.user_id and id = memories.id)`,
  },
] as const;

async function checkIntegrity({ database }: HygieneDependencies): Promise<TaskReport> {
  const mended: Record<string, number> = {};
  for (const { name, mend } of CHECKS) mended[name] = (await database.pool.query(mend)).rowCount ?? 0;
  return { mended };
}
