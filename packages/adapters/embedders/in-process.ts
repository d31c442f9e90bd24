import type { Embedder } from '@rapport/core/embeddings/embedder.ts';
import { HASHED_DIMENSIONS, HASHED_EMBEDDING_ID, hashedEmbedding } from '@rapport/core/embeddings/hashed-embedding.ts';

/** Embeds in this process: no download, no vendor, tens of microseconds a sentence. Knows spellings, not meanings. */
export function createInProcessEmbedder(): Embedder {
  return {
    id: HASHED_EMBEDDING_ID,
    dimensions: HASHED_DIMENSIONS,
    embed: async (texts) => texts.map(hashedEmbedding),
  };
}
