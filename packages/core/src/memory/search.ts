import { setTimeout as delay } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { execute, type Statement } from '../database/database.ts';
import type { Evidence, Fact } from './fact.ts';
import type { MemoryScope } from './direct-read.ts';
import { fold } from './fold.ts';
import { factOf, MEMORY_COLUMNS, type MemoryRow } from './memory-rows.ts';
import { type MemoryVectors, type StoredVector, type VectorSupport, vectorsOf } from './vectors.ts';

/** What search found, best first. `score` is comparable within one search only: 1 is the best there could be. */
export interface Found {
  readonly evidence: readonly Evidence[];
  readonly facts: readonly { readonly fact: Fact; readonly score: number }[];
}

export interface SearchQuery {
  /** What is looked for, in the first person and without the words of asking. */
  readonly text: string;
  /** Folded names in the question: entries that hold one come first. A boost, never a filter. */
  readonly names: readonly string[];
  readonly limit: number;
  /** Also what the assistant said. */
  readonly withReplies: boolean;
}

/** Of each arm, so many go into the fusion. */
const ARM_LIMIT = 60;
/** Nearest by signature that are compared by their vectors. */
const NEAR_LIMIT = 100;
/** Of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009, who found 60 good everywhere). */
const RANK_CONSTANT = 60;

/**
 * Two arms, each a range of a person's rows: words (OR-ed stems: AND-ed ones find a sixth of what these do) by the GIN
 * index, vectors by the signs first. Ranks are fused in the database, so that only what may be shown travels.
 */
const searchStatement = (support: VectorSupport): Statement => ({
  name: `memory-search-${support === 'pgvector' ? 'vector' : 'real'}`,
  text: `
with asked as materialized (
  select (select string_agg(quote_literal(lexeme), ' | ') from unnest(to_tsvector('english', $3)))::tsquery as terms
), words as (
  select id, source, row_number() over (order by rank desc, said_at desc) as place
  from (
    select entries.id, entries.source, entries.said_at, ts_rank(entries.tsv, asked.terms) as rank
    from asked join recall_entries entries on entries.tsv @@ asked.terms
    where entries.user_id = $1 and ($2::text is null or entries.assistant = $2) and ($7 or entries.role = 'user')
    order by rank desc, said_at desc limit ${ARM_LIMIT}
  ) ranked
), near as materialized (
  select id, source, embedding from recall_entries
  where user_id = $1 and embedding_model = $4 and ($2::text is null or assistant = $2) and ($7 or role = 'user')
  order by bit_count(signature # $5::bit varying) limit ${NEAR_LIMIT}
), compared as (
  select id, source, ${
    support === 'pgvector'
      ? '-(embedding <#> $6::vector)'
      : '(select sum(one * other) from unnest(embedding, $6::real[]) as pair (one, other))'
  } as cosine
  from near
), vectors as (
  select id, source, cosine, row_number() over (order by cosine desc) as place from compared
  order by cosine desc limit ${ARM_LIMIT}
), fused as (
  select coalesce(words.id, vectors.id) as id, coalesce(words.source, vectors.source) as source, vectors.cosine,
    coalesce(1.0 / (${RANK_CONSTANT} + words.place), 0) + coalesce(1.0 / (${RANK_CONSTANT} + vectors.place), 0) as score
  from words full join vectors on vectors.id = words.id
  order by score desc limit $8
)
select fused.score::float8 as score, fused.cosine::float8 as cosine,
  said.id as message_id, said.role as message_role, left(said.text, 2000) as message_text, said.created_at as message_at,
  left(earlier.text, 500) as before, left(later.text, 500) as after, ${MEMORY_COLUMNS}
from fused
left join messages said on fused.source = 'message' and said.user_id = $1 and said.id = fused.id and said.forgotten_at is null
left join lateral (
  select text from messages where user_id = $1 and conversation_id = said.conversation_id and sequence < said.sequence
    and role = said.role and forgotten_at is null order by sequence desc limit 1
) earlier on true
left join lateral (
  select text from messages where user_id = $1 and conversation_id = said.conversation_id and sequence > said.sequence
    and role = said.role and forgotten_at is null order by sequence limit 1
) later on true
left join memories on fused.source = 'memory' and memories.user_id = $1 and memories.id = fused.id
order by fused.score desc`,
});
export const SEARCH_MEMORY = { pgvector: searchStatement('pgvector'), 'real[]': searchStatement('real[]') } as const;

interface FoundRow extends Omit<MemoryRow, 'id'> {
  id: string | null;
  score: number;
  cosine: number | null;
  message_id: string | null;
  message_role: 'user' | 'assistant' | null;
  message_text: string | null;
  message_at: Date | null;
  before: string | null;
  after: string | null;
}

/** The best an entry can score: first in both arms. */
const BEST_SCORE = 2 / (RANK_CONSTANT + 1);
/** What a name of the question is worth: as much as a second arm's first place. */
const NAME_BOOST = 0.5;

/**
 * Hybrid search over what a person said and what is remembered of it: words, vectors, names, fused. Nothing of anyone
 * else can be found: every arm begins with the person.
 */
export async function searchMemory(
  executor: Pool | PoolClient,
  vectors: MemoryVectors,
  scope: MemoryScope,
  query: SearchQuery,
): Promise<Found> {
  const vector = await vectorOfQuery(vectors, query.text);
  const rows = await execute<FoundRow>(executor, SEARCH_MEMORY[vectors.support], parametersOf(scope, query, vector));
  const scored = rows
    .map((row) => ({ row, score: boosted(row, query.names) }))
    .sort((one, other) => other.score - one.score);
  return {
    evidence: scored.flatMap(({ row, score }) => evidenceOf(row, score)),
    facts: scored.flatMap(({ row, score }) => (isMemory(row) ? [{ fact: factOf(row), score }] : [])),
  };
}

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

function boosted(row: FoundRow, names: readonly string[]): number {
  const share = row.score / BEST_SCORE;
  if (names.length === 0) return share / (1 + NAME_BOOST);
  const words = ` ${fold(`${row.message_text ?? ''} ${row.text ?? ''}`)} `;
  return (share + (names.some((name) => words.includes(` ${name} `)) ? NAME_BOOST : 0)) / (1 + NAME_BOOST);
}

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
