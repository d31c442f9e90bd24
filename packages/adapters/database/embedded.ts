import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { vector } from '@electric-sql/pglite-pgvector';
import { createDatabase, type Database } from '@rapport/core/database/database.ts';
import { Pool, type PoolClient } from 'pg';
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
  if (options.directory === IN_MEMORY) return openPglite(options, IN_MEMORY, () => undefined);
  mkdirSync(options.directory, { recursive: true });
  // PGlite makes its files readable to all: the folder keeps everyone else out.
  chmodSync(options.directory, 0o700);
  // Whichever way one comes to a folder, it has one lock.
  const directory = realpathSync(options.directory);
  const release = await lockFolder(directory, `${directory}.lock`);
  try {
    const finishCreation = prepareFolder(directory, options.onProgress);
    const database = await openPglite(options, directory, release);
    finishCreation();
    return database;
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Marks a new database as incomplete until the returned function is called, and empties the folder of one that a killed
 * process left so: half a database never opens, and nothing was ever stored in it.
 */
function prepareFolder(directory: string, onProgress: (message: string) => void): () => void {
  const incomplete = `${directory}.incomplete`;
  if (existsSync(incomplete)) {
    for (const entry of readdirSync(directory)) rmSync(join(directory, entry), { recursive: true });
  }
  if (existsSync(join(directory, 'PG_VERSION'))) {
    onProgress('Opening the embedded database');
    return () => undefined;
  }
  if (readdirSync(directory).length > 0) {
    throw new Error(`${directory} holds files that are no database: give DATA_DIR another folder, or empty this one`);
  }
  onProgress('Creating the embedded database: about five seconds, this once');
  writeFileSync(incomplete, '');
  return () => rmSync(incomplete);
}

async function openPglite(options: EmbeddedOptions, directory: string, release: () => void): Promise<EmbeddedDatabase> {
  const pglite = await PGlite.create({
    dataDir: directory,
    extensions: { vector, btree_gin },
    ...(options.startFrom === undefined ? {} : { loadDataDir: options.startFrom }),
  });
  const database = createDatabase({
    kind: 'embedded',
    pool: new SingleConnectionPool({ ...createPgConfig(pglite), max: 1, idleTimeoutMillis: 0 }),
    // There is no network to lose it on: what fails, fails the statement that runs.
    onConnectionLost: () => undefined,
    async closeUnderlying() {
      try {
        await pglite.close();
      } finally {
        release();
      }
    },
  });
  return { ...database, snapshot: () => pglite.dumpDataDir('none') };
}

type OnConnection = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/**
 * A pool that keeps its one connection whatever happens on it: that connection is the database's own session, so a new
 * one gains nothing. `pg` gives a connection back as broken after every statement that fails, and the bridge then hands
 * the rest of the old one's answers to the next one's questions.
 */
class SingleConnectionPool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(callback: OnConnection): void;
  override connect(callback?: OnConnection): Promise<PoolClient> | undefined {
    if (callback === undefined) return super.connect().then(releasedWhole);
    super.connect((error, client, done) => callback(error, client && releasedWhole(client), () => done()));
    return undefined;
  }
}

function releasedWhole(client: PoolClient): PoolClient {
  const release = client.release;
  client.release = () => release();
  return client;
}
