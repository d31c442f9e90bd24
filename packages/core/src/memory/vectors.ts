import type { Pool } from 'pg';
import type { Embedder } from '../embeddings/embedder.ts';
import { fold } from './fold.ts';

/** How the database keeps vectors: pgvector where it has it, else `real[]`, compared exactly in this process. */
export type VectorSupport = 'pgvector' | 'real[]';

/** What memory needs to make and compare vectors. */
export interface MemoryVectors {
  readonly support: VectorSupport;
  readonly embedder: Embedder;
  /** True where the embedder is in this process: then vectors are made at once. A vendor's are made by a job, behind the turn. */
  readonly isLocal: boolean;
  /** Told of an embedder that failed: recall goes on by words. */
  readonly onFailure: (error: unknown) => void;
}

/** A text's vector as the database takes it; null where it has no words or the embedder failed. */
export interface StoredVector {
  /** Text of a `vector` or a `real[]`. */
  readonly embedding: string;
  /** The signs of its numbers, `1` for above zero: cosine and Hamming distance order alike (Charikar 2002, SimHash). */
  readonly signature: string;
  readonly model: string;
}

/**
 * Vectors of texts, in their order. An embedder that fails costs the vectors and nothing else: the hygiene job makes
 * them later.
 */
export async function vectorsOf(
  vectors: MemoryVectors,
  texts: readonly string[],
  contexts: readonly string[] = [],
): Promise<readonly (StoredVector | null)[]> {
  try {
    return await embedTexts(vectors, texts, contexts);
  } catch (error) {
    vectors.onFailure(error);
    return texts.map(() => null);
  }
}

/**
 * What the words before a text weigh in its vector: "On Saturday, with my sister" is found by what it answers. Half found a
 * tenth more evidence than none in `evals/long-conversations.json`; 0.4 to 0.6 are one.
 */
const CONTEXT_WEIGHT = 0.5;

/**
 * Vectors of texts, in their order; null for one without a word. What stood before a text, if given, colours its vector.
 * Throws what the embedder throws.
 */
export async function embedTexts(
  { support, embedder }: MemoryVectors,
  texts: readonly string[],
  contexts: readonly string[] = [],
): Promise<readonly (StoredVector | null)[]> {
  if (texts.length === 0) return [];
  const coloured = texts.flatMap((_, place) => (contexts[place] ? [place] : []));
  const vectors = await embedder.embed([...texts, ...coloured.map((place) => contexts[place] ?? '')]);
  const contextOfPlace = new Map(coloured.map((place, index) => [place, vectors[texts.length + index]]));
  return texts.map((_, place) => storedVector(mixed(vectors[place], contextOfPlace.get(place)), support, embedder.id));
}

/** A vector of length 1 with some of another; one without any words stays so. */
function mixed(own: Float32Array | undefined, context: Float32Array | undefined): Float32Array | undefined {
  if (own === undefined || context === undefined || own.every((value) => value === 0)) return own;
  const sum = own.map((value, index) => value + CONTEXT_WEIGHT * (context[index] ?? 0));
  const length = Math.hypot(...sum);
  return length === 0 ? own : sum.map((value) => value / length);
}

function storedVector(vector: Float32Array | undefined, support: VectorSupport, model: string): StoredVector | null {
  if (vector === undefined || vector.every((value) => value === 0)) return null;
  const numbers = Array.from(vector, (value) => Math.fround(value)).join(',');
  return {
    embedding: support === 'pgvector' ? `[${numbers}]` : `{${numbers}}`,
    signature: Array.from(vector, (value) => (value > 0 ? '1' : '0')).join(''),
    model,
  };
}

/** One message or memory as search will find it. */
export interface EntryText {
  /** The message's or the memory's id. */
  readonly id: string;
  readonly source: 'message' | 'memory';
  readonly role: 'user' | 'assistant';
  readonly text: string;
  /** What stood before it, for words such as "it" and "there"; empty when nothing did. */
  readonly around: string;
  readonly saidAt: Date;
}

/** Characters of a text that are searched, and of what stood around it: the last ones, which stood nearest. */
export const SEARCHED_CHARACTERS = 4_000;
export const AROUND_CHARACTERS = 400;

/** A memory stands for itself; a message leans on what was said before it. */
const contextOf = ({ source, around }: EntryText): string =>
  source === 'message' ? around.slice(-AROUND_CHARACTERS).trim() : '';

/** Rows for {@link insertEntries}, with their vectors where they can be made at once. */
export async function entryRows(vectors: MemoryVectors, entries: readonly EntryText[]) {
  const texts = entries.map(({ text }) => text.slice(0, SEARCHED_CHARACTERS));
  const stored = vectors.isLocal ? await vectorsOf(vectors, texts, entries.map(contextOf)) : [];
  return entries.map((entry, place) => ({
    id: entry.id,
    source: entry.source,
    role: entry.role,
    words: fold(entry.text.slice(0, SEARCHED_CHARACTERS)),
    around: fold(entry.around.slice(-AROUND_CHARACTERS)),
    said_at: entry.saidAt,
    embedding: stored[place]?.embedding ?? null,
    signature: stored[place]?.signature ?? null,
    embedding_model: stored[place]?.model ?? null,
  }));
}
export type EntryRow = Awaited<ReturnType<typeof entryRows>>[number];

/**
 * The statement part that makes entries searchable. `user`, `assistant` and `rows` are the parameters' places, `from`
 * what they hang on, such as `finished`. Words are stemmed as English ones, whatever the language: names and numbers stay
 * what they are.
 */
export const insertEntries = (
  support: VectorSupport,
  { user, assistant, rows, from }: { user: string; assistant: string; rows: string; from: string },
): string => `
  insert into recall_entries (user_id, id, source, role, assistant, said_at, tsv, signature, embedding, embedding_model)
  select ${user}, e.id, e.source, e.role, ${assistant}, e.said_at,
    setweight(to_tsvector('english', e.words), 'A') || setweight(to_tsvector('english', e.around), 'C'),
    e.signature::bit varying, e.embedding::${support === 'pgvector' ? 'vector' : 'real[]'}, e.embedding_model
  from ${from === '' ? '' : `${from},`} json_to_recordset(${rows}) as e (id uuid, source text, role text, words text, around text,
    said_at timestamptz, embedding text, signature text, embedding_model text)
  on conflict (user_id, id) do update set role = excluded.role, said_at = excluded.said_at, tsv = excluded.tsv,
    signature = excluded.signature, embedding = excluded.embedding, embedding_model = excluded.embedding_model`;

/** How this database keeps vectors, as its migration found it. */
export async function readVectorSupport(pool: Pool): Promise<VectorSupport> {
  const { rows } = await pool.query<{ type: string }>(
    "select format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = 'recall_entries'::regclass and attname = 'embedding'",
  );
  return rows[0]?.type.startsWith('vector') ? 'pgvector' : 'real[]';
}
