import type { MemoryVectors, VectorSupport } from './vectors.ts';

/** For tests in which nothing is found by meaning: every text is without a vector. */
export const NO_VECTORS = (support: VectorSupport): MemoryVectors => ({
  support,
  embedder: { id: 'test/none', dimensions: 1, embed: async (texts) => texts.map(() => new Float32Array(1)) },
  isLocal: true,
  onFailure: (error) => {
    throw error;
  },
});
