import { openEmbedded } from '@rapport/adapters/database/embedded.ts';
import { createStaticEmbedder } from '@rapport/adapters/embedders/static.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { migrateUp } from '@rapport/core/database/migrate.ts';
import { type MemoryVectors, readVectorSupport } from '@rapport/core/memory/vectors.ts';

/** What an evaluation of memory runs on: a migrated database in memory, gone when closed, and this process's embedder. */
export async function openEvaluation(): Promise<{ readonly database: Database; readonly vectors: MemoryVectors }> {
  const database = await openEmbedded({ directory: 'memory://', onProgress: () => undefined });
  await migrateUp(database.pool);
  return {
    database,
    vectors: {
      support: await readVectorSupport(database.pool),
      embedder: createStaticEmbedder(),
      isLocal: true,
      onFailure: (error) => {
        throw error;
      },
    },
  };
}

/** A text's vector of length 1, by this process's embedder. */
export const evaluationMeaning = (): ((text: string) => Float32Array) => createStaticEmbedder().embedOne;
