import type { Embedder } from '@rapport/core/embeddings/embedder.ts';
import { staticEmbedding } from '@rapport/core/embeddings/static-embedding.ts';
import { shippedStaticTable } from '@rapport/core/embeddings/static-table.ts';

/** Changes with the table: vectors of two can't be compared. */
export const STATIC_EMBEDDING_ID = 'rapport/minilm-static-1';
/** Numbers in each of its vectors. */
export const STATIC_DIMENSIONS = 256;

export interface StaticEmbedder extends Embedder {
  /** What `embed` does for one text, at once: hundredths of a millisecond for a short one. Never throws. */
  embedOne(text: string): Float32Array;
}

/**
 * Embeds in this process by a table of word pieces distilled from all-MiniLM-L6-v2 (`shippedStaticTable`): no download,
 * no vendor. English; of other languages it knows little more than spellings. The table is read when the first text is
 * embedded, some tens of milliseconds.
 *
 * @throws when the table's file, which ships with this one, is missing or is not the one that was shipped.
 */
export function createStaticEmbedder(): StaticEmbedder {
  const embedOne = (text: string): Float32Array => staticEmbedding(shippedStaticTable(), text);
  return {
    id: STATIC_EMBEDDING_ID,
    dimensions: STATIC_DIMENSIONS,
    embedOne,
    embed: async (texts) => texts.map(embedOne),
  };
}
