import { createStaticEmbedder } from '@rapport/adapters/embedders/static.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { similarityBy } from '@rapport/core/memory/similarity.ts';
import { readVectorSupport } from '@rapport/core/memory/vectors.ts';
import type { TurnMemory } from '@rapport/core/turn/dependencies.ts';
import type { Logger } from 'pino';
import type { AppConfig } from './config/config.ts';
import { openEmbedder } from './open-embedder.ts';

/** How memory is embedded, by whom the operator names, and kept, as the database can. Ask a migrated one. */
export async function openMemory(
  config: Pick<AppConfig, 'embedding' | 'vendors'>,
  database: Database,
  log: Logger,
): Promise<TurnMemory> {
  const isLocal = config.embedding.kind === 'in-process';
  const { embedOne } = createStaticEmbedder();
  return {
    support: await readVectorSupport(database.pool),
    embedder: openEmbedder(config),
    isLocal,
    onFailure: (error) => log.warn({ err: error, event: 'embedding_failed' }, 'A text could not be embedded'),
    similarity: isLocal ? similarityBy(embedOne) : null,
    meaningOf: isLocal ? embedOne : null,
  };
}
