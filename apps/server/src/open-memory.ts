import { createInProcessEmbedder } from '@rapport/adapters/embedders/in-process.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { readVectorSupport } from '@rapport/core/memory/vectors.ts';
import type { TurnMemory } from '@rapport/core/turn/dependencies.ts';
import type { Logger } from 'pino';

/** How memory is embedded and kept: by the embedder of this process, as the database can. Ask a migrated one. */
export async function openMemory(database: Database, log: Logger): Promise<TurnMemory> {
  return {
    support: await readVectorSupport(database.pool),
    embedder: createInProcessEmbedder(),
    isLocal: true,
    onFailure: (error) => log.warn({ err: error, event: 'embedding_failed' }, 'A text could not be embedded'),
    similarity: null,
  };
}
