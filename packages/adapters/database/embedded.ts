import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { vector } from '@electric-sql/pglite-pgvector';
import { createDatabase, type Database } from '@rapport/core/database/database.ts';
import { Pool } from 'pg';
import { lockFolder } from './folder-lock.ts';

export interface EmbeddedOptions {
  /** Folder of the database. It is created when missing. `memory://` keeps it in memory and takes no lock. */
  readonly directory: string;
  /** Told what takes time, in words for the person who waits. */
  readonly onProgress: (message: string) => void;
  /** A snapshot made by {@link snapshot} to start from instead of an empty database: for tests. */
  readonly startFrom?: Blob;
}

export interface EmbeddedDatabase extends Database {
  /** The whole database as one file's content, to start another from. */
  snapshot(): Promise<Blob>;
}

const IN_MEMORY = 'memory://';

/**
 * PGlite, PostgreSQL compiled to WebAssembly, inside this process and reached through `pg.Pool`. One connection, one
 * owner. It never calls fsync: a killed process loses nothing, a power cut may.
 *
 * @throws FolderInUseError when another living process has the folder.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const inMemory = options.directory === IN_MEMORY;
  const release = inMemory ? () => {} : lockFolder(options.directory, `${options.directory}.lock`);
  try {
    if (!inMemory) {
      const isNew = !existsSync(join(options.directory, 'PG_VERSION'));
      options.onProgress(
        isNew ? 'Creating the embedded database: about five seconds, this once' : 'Opening the embedded database',
      );
      mkdirSync(options.directory, { recursive: true });
    }
    const pglite = await PGlite.create({
      dataDir: options.directory,
      extensions: { vector },
      ...(options.startFrom === undefined ? {} : { loadDataDir: options.startFrom }),
    });
    const pool = new Pool({ ...createPgConfig(pglite), max: 1 });
    const database = createDatabase('embedded', pool, async () => {
      await pglite.close();
      release();
    });
    return { ...database, snapshot: () => pglite.dumpDataDir('none') };
  } catch (error) {
    release();
    throw error;
  }
}
