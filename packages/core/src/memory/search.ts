import { setTimeout as delay } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { execute, type Statement } from '../database/database.ts';
import type { MemoryScope } from './direct-read.ts';
import type { Evidence, Fact } from './fact.ts';
import { fold } from './fold.ts';
import { factOf, MEMORY_COLUMNS, type MemoryRow } from './memory-rows.ts';
import { judge } from './search-judgement.ts';
import { type MemoryVectors, type StoredVector, type VectorSupport, vectorsOf } from './vectors.ts';

/** What search found, best first. `score`, 0 to 1, is comparable within one search only. */
export interface Found {
  readonly evidence: readonly Evidence[];
  readonly facts: readonly { readonly fact: Fact; readonly score: number }[];
}

export interface SearchQuery {
  /** What is looked for, in the first person and without the words of asking. */
  readonly text: string;
  /** Folded names in the question. Of a pasted transcript, lines of those named come first: a boost, never a filter. */
  readonly names: readonly string[];
  readonly limit: number;
  /** Also what the assistant said. */
  readonly withReplies: boolean;
  /** Who must have said it, where the question tells. A boost too. */
  readonly saidBy?: 'user' | 'assistant';
}

/** Of the words' arm, so many are looked at more closely. */
const ARM_LIMIT = 40;
/** Nearest by signature that are. */
const NEAR_LIMIT = 60;
/** Best of both arms whose text is read to judge them. */
const JUDGED_LIMIT = 40;
/** Entries of a person with a word before it counts as common: it then finds nothing by itself, where a rarer one does. */
const COMMON = 400;
/** What a word that stood before a turn is worth beside one of its own; `ts_rank` takes D, C, B, A. */
const WEIGHTS = "'{0, 0.6, 0, 1}'";
/** What a standard deviation by words is worth beside one by vectors. */
const WORDS_SHARE = 0.6;

/** What may stand beside a find: not the question that is being asked, nor what was forgotten or said in a crisis. */
const isFound = 'exists (select from recall_entries where user_id = messages.user_id and id = messages.id)';

/**
 * Two arms, each a range of a person's rows: words (OR-ed stems: AND-ed ones find a sixth of what these do) by the GIN
 * index, vectors by the signs first. `ts_rank` knows no rare words: each stem is ranked alone and weighs the less, the
 * more of the person's entries hold it. What either arm finds is measured by both, and their z-scores are added: they
 * keep by how much one is better, which ranks throw away.
 */
const searchStatement = (support: VectorSupport): Statement => ({
  name: `memory-search-${support === 'pgvector' ? 'vector' : 'real'}`,
  text: `
with asked as materialized (
  select quote_literal(lexeme)::tsquery as term, (
    select count(*) from (
      select from recall_entries where user_id = $1 and tsv @@ quote_literal(lexeme)::tsquery limit ${COMMON}
    ) holding
  ) as held
  from unnest(to_tsvector('english', $3))
), terms as materialized (
  select term, 1 / ln(exp(1.0) + held)::float4 as weight, held < ${COMMON} or min(held) over () = ${COMMON} as finds
  from asked where held > 0
), finding as materialized (
  select string_agg(term::text, ' | ') filter (where finds)::tsquery as terms, bool_and(weight = least_weight) as all_common
  from (select *, 1 / ln(exp(1.0) + ${COMMON})::float4 as least_weight from terms) weighed
), words as (
  -- Where all are common they weigh the same, and one call ranks as all of them would.
  select entries.id, case when all_common then ts_rank(${WEIGHTS}, entries.tsv, finding.terms)
    else (select sum(weight * ts_rank(${WEIGHTS}, entries.tsv, term)) from terms) end as rank
  from finding join recall_entries entries on entries.tsv @@ finding.terms
  where entries.user_id = $1 and ($2::text is null or entries.assistant = $2) and ($7 or entries.role = 'user')
  order by rank desc, entries.said_at desc limit ${ARM_LIMIT}
), near as (
  select id from recall_entries
  where user_id = $1 and embedding_model = $4 and ($2::text is null or assistant = $2) and ($7 or role = 'user')
  order by bit_count(signature # $5::bit varying) limit ${NEAR_LIMIT}
), met as materialized (
  select id from words union select id from near
), measured as materialized (
  select entries.id, entries.source, entries.said_at,
    coalesce((select sum(weight * ts_rank(${WEIGHTS}, entries.tsv, term)) from terms), 0)::float8 as rank,
    case when entries.embedding_model = $4 then ${
      support === 'pgvector'
        ? '-(entries.embedding <#> $6::vector)'
        : // Side by side in the select list: as a row source of two columns they would be stored before they are read.
          '(select sum(one * other) from (select unnest(entries.embedding) as one, unnest($6::real[]) as other) pair)'
    } end::float8 as cosine
  from met join recall_entries entries on entries.user_id = $1 and entries.id = met.id
), fused as materialized (
  select id, source, said_at,
    ${WORDS_SHARE} * coalesce((rank - avg(rank) over ()) / nullif(stddev_pop(rank) over (), 0), 0)
      + coalesce((cosine - avg(cosine) over ()) / nullif(stddev_pop(cosine) over (), 0), 0) as score
  from measured order by score desc, said_at desc limit greatest($8, ${JUDGED_LIMIT})
)
select fused.score::float8 as score,
  said.id as message_id, said.role as message_role, left(said.text, 2000) as message_text, said.created_at as message_at,
  left(earlier.text, 500) as before, left(later.text, 500) as after, ${MEMORY_COLUMNS}
from fused
left join messages said on fused.source = 'message' and said.user_id = $1 and said.id = fused.id and said.forgotten_at is null
left join lateral (
  select text from messages where user_id = $1 and conversation_id = said.conversation_id and sequence < said.sequence
    and role = said.role and ${isFound} order by sequence desc limit 1
) earlier on true
left join lateral (
  select text from messages where user_id = $1 and conversation_id = said.conversation_id and sequence > said.sequence
    and role = said.role and ${isFound} order by sequence limit 1
) later on true
left join memories on fused.source = 'memory' and memories.user_id = $1 and memories.id = fused.id
order by fused.score desc, fused.said_at desc`,
});
export const SEARCH_MEMORY = { pgvector: searchStatement('pgvector'), 'real[]': searchStatement('real[]') } as const;

interface FoundRow extends Omit<MemoryRow, 'id'> {
  id: string | null;
  score: number;
  message_id: string | null;
  message_role: 'user' | 'assistant' | null;
  message_text: string | null;
  message_at: Date | null;
  before: string | null;
  after: string | null;
}

/**
 * Hybrid search over what a person said and what is remembered of it: words and vectors, fused in the database; then what
 * the question names, whom, when and what kind of answer it wants. Nothing of anyone else can be found: every arm begins
 * with the person.
 */
export async function searchMemory(
  executor: Pool | PoolClient,
  vectors: MemoryVectors,
  scope: MemoryScope,
  query: SearchQuery,
): Promise<Found> {
  const vector = await vectorOfQuery(vectors, query.text);
  const rows = await execute<FoundRow>(executor, SEARCH_MEMORY[vectors.support], parametersOf(scope, query, vector));
  const judged = judge(
    query,
    rows.map((row) => ({ row, isMemory: isMemory(row), ...judgedOf(row) })),
  ).slice(0, query.limit);
  return {
    evidence: judged.flatMap(({ candidate: { row }, score }) => evidenceOf(row, score)),
    facts: judged.flatMap(({ candidate: { row }, score }) => (isMemory(row) ? [{ fact: factOf(row), score }] : [])),
  };
}

const judgedOf = (row: FoundRow) => ({
  text: row.message_text ?? row.text ?? '',
  role: row.message_role ?? ('user' as const),
  saidAt: row.message_at ?? row.said_at,
  score: row.score,
});

/** What a person waits for a vendor's vector of their question; words alone answer when it is not there by then. */
const QUERY_VECTOR_MS = 400;

async function vectorOfQuery(vectors: MemoryVectors, text: string): Promise<StoredVector | null> {
  const made = vectorsOf(vectors, [text]).then(([vector]) => vector ?? null);
  return vectors.isLocal ? made : Promise.race([made, delay(QUERY_VECTOR_MS, null, { ref: false })]);
}

function parametersOf(scope: MemoryScope, query: SearchQuery, vector: StoredVector | null): unknown[] {
  return [
    scope.userId,
    scope.assistant,
    fold(query.text),
    vector?.model ?? null,
    vector?.signature ?? null,
    vector?.embedding ?? null,
    query.withReplies,
    query.limit,
  ];
}

const isMemory = (row: FoundRow): row is FoundRow & { id: string } => row.id !== null;

function evidenceOf(row: FoundRow, score: number): Evidence[] {
  if (row.message_id === null || row.message_text === null || row.message_at === null) return [];
  return [
    {
      messageId: row.message_id,
      text: row.message_text,
      saidAt: row.message_at,
      before: row.before,
      after: row.after,
      score,
    },
  ];
}
