import { openEmbedded } from '@rapport/adapters/database/embedded.ts';
import { openPostgresql } from '@rapport/adapters/database/postgresql.ts';
import type { Database } from '@rapport/core/database/database.ts';
import type { DatabaseConfig } from './config/config.ts';

export interface OpenDatabaseOptions {
  /** Most connections to a PostgreSQL server; left out, what the configuration says. */
  readonly poolSize?: number;
  /** Told what takes time, in words for the person who waits. */
  readonly onProgress: (message: string) => void;
  readonly onIdleError: (error: Error) => void;
}

/** The configured database, for the server and for the command line tools. */
export function openDatabase(config: DatabaseConfig, options: OpenDatabaseOptions): Promise<Database> {
  const { onProgress, onIdleError } = options;
  if (config.kind === 'embedded') return openEmbedded({ directory: config.directory, onProgress });
  return openPostgresql({
    connectionString: config.connectionString.reveal(),
    poolSize: options.poolSize ?? config.poolSize,
    tls: config.tls,
    onProgress,
    onIdleError,
  });
}
