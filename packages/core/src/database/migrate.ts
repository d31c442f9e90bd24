import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import Postgrator from 'postgrator';

/** The folder of the migrations: `<timestamp>.do.<what>.sql` and its `undo`. */
export const MIGRATIONS_DIRECTORY = new URL('../../migrations/', import.meta.url);
/** Where applied migrations are kept, with their checksums. */
const SCHEMA_TABLE = 'schema_migrations';
/** Chosen once, unlike any other lock of ours: `rapport` in ASCII, folded into 32 bits. */
const ADVISORY_LOCK = 0x72617070;

export interface MigrationStatus {
  readonly version: string;
  readonly name: string;
  readonly state: 'applied' | 'pending';
  readonly runAt: string | null;
}

/** A migration that was applied and now reads differently, or is missing. Nothing is run until it is put back. */
export class MigrationDriftError extends Error {
  readonly files: readonly string[];
  constructor(problems: readonly { readonly file: string; readonly problem: string }[]) {
    super(
      `The database was migrated with other files than these: ${problems.map(({ file, problem }) => `${file} ${problem}`).join('; ')}. ` +
        'Put the applied version of each file back and write a new migration for the change.',
    );
    this.name = 'MigrationDriftError';
    this.files = problems.map(({ file }) => file);
  }
}

interface AppliedMigration {
  readonly version: string;
  readonly name: string;
  readonly md5: string;
  readonly run_at: string;
}

/**
 * Brings the schema to the newest migration. One runner at a time, by an advisory lock that others wait for; each
 * migration in a transaction of its own together with the row that records it. Returns what it applied.
 *
 * @throws MigrationDriftError when an applied file was changed or removed.
 */
export async function migrateUp(pool: Pool, directory: URL = MIGRATIONS_DIRECTORY): Promise<string[]> {
  return withRunner(pool, directory, async (runner) => {
    await runner.refuseDrift();
    const newest = await runner.postgrator.getMaxVersion();
    return runner.run(newest);
  });
}

/** Undoes the newest `steps` migrations and returns them. Throws when one of them has no undo file. */
export async function migrateDown(pool: Pool, steps = 1, directory: URL = MIGRATIONS_DIRECTORY): Promise<string[]> {
  return withRunner(pool, directory, async (runner) => {
    await runner.refuseDrift();
    const applied = await runner.applied();
    const target = applied.at(-1 - steps)?.version ?? '0';
    return runner.run(Number(target));
  });
}

/** Every migration, oldest first, and whether it has been applied. Changes nothing. */
export async function migrationStatus(pool: Pool, directory: URL = MIGRATIONS_DIRECTORY): Promise<MigrationStatus[]> {
  return withRunner(pool, directory, async (runner) => {
    const applied = new Map((await runner.applied()).map((migration) => [migration.version, migration]));
    return runner.forward().map((migration) => ({
      version: String(migration.version),
      name: migration.name,
      state: applied.has(String(migration.version)) ? ('applied' as const) : ('pending' as const),
      runAt: applied.get(String(migration.version))?.run_at ?? null,
    }));
  });
}

/** Names every applied migration whose file was changed or removed; empty when the files are the ones that were run. */
export async function verifyMigrations(
  pool: Pool,
  directory: URL = MIGRATIONS_DIRECTORY,
): Promise<{ file: string; problem: string }[]> {
  return withRunner(pool, directory, (runner) => runner.drift());
}

/**
 * All forward migrations as one script for `psql -f`, each in a transaction with the row that records it, so that a
 * database made with it is one that `migrateUp` goes on from.
 */
export async function renderMigrationScript(directory: URL = MIGRATIONS_DIRECTORY): Promise<string> {
  const postgrator = new Postgrator({
    driver: 'pg',
    migrationPattern: patternOf(directory),
    newline: 'LF',
    execQuery: async () => ({ rows: [] }),
  });
  const migrations = (await postgrator.getMigrations())
    .filter(({ action }) => action === 'do')
    .sort((left, right) => left.version - right.version);
  const recorded = migrations.map(
    (migration) => `begin;
\\echo applying ${basename(migration.filename)}
${readFileSync(migration.filename, 'utf8').trim()}
insert into ${SCHEMA_TABLE} (version, name, md5, run_at) values (${migration.version}, '${migration.name}', '${migration.md5}', now() at time zone 'utc');
commit;
`,
  );
  return `-- Generated from the migrations in this folder by \`npm run migrate -- script\`: do not edit.
-- For an empty database: psql -d <database> -f packages/core/migrations/run_migrations.sql
\\set ON_ERROR_STOP on

begin;
create table ${SCHEMA_TABLE} (version bigint primary key, name text, md5 text, run_at timestamptz);
insert into ${SCHEMA_TABLE} (version) values (0);
commit;

${recorded.join('\n')}`;
}

interface Runner {
  readonly postgrator: Postgrator;
  forward(): Postgrator.Migration[];
  applied(): Promise<AppliedMigration[]>;
  drift(): Promise<{ file: string; problem: string }[]>;
  refuseDrift(): Promise<void>;
  run(target: number): Promise<string[]>;
}

async function withRunner<Result>(pool: Pool, directory: URL, use: (runner: Runner) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    try {
      return await use(await createRunner(client, directory));
    } finally {
      await client.query('select pg_advisory_unlock($1)', [ADVISORY_LOCK]);
    }
  } finally {
    client.release();
  }
}

async function createRunner(client: PoolClient, directory: URL): Promise<Runner> {
  const { rows } = await client.query<{ database: string }>('select current_database() as database');
  const postgrator = new Postgrator({
    driver: 'pg',
    database: rows[0]?.database ?? '',
    schemaTable: SCHEMA_TABLE,
    migrationPattern: patternOf(directory),
    newline: 'LF',
    // Both go to the one client that holds the lock and, around each migration, the transaction.
    execQuery: (query) => client.query(query),
    execSqlScript: async (script) => {
      await client.query(script);
    },
  });
  await client.query(
    `create table if not exists ${SCHEMA_TABLE} (version bigint primary key, name text, md5 text, run_at timestamptz)`,
  );
  await client.query(`insert into ${SCHEMA_TABLE} (version) values (0) on conflict do nothing`);
  const migrations = await postgrator.getMigrations();

  const runner: Runner = {
    postgrator,
    forward: () => migrations.filter(({ action }) => action === 'do').sort((left, right) => left.version - right.version),
    async applied() {
      const result = await client.query<AppliedMigration>(
        `select version::text, name, md5, to_char(run_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as run_at
         from ${SCHEMA_TABLE} where version > 0 order by version`,
      );
      return result.rows;
    },
    async drift() {
      const files = new Map(runner.forward().map((migration) => [String(migration.version), migration]));
      return (await runner.applied()).flatMap(({ version, name, md5 }) => {
        const migration = files.get(version);
        if (migration === undefined) return [{ file: `${version}.do.${name}.sql`, problem: 'is missing' }];
        if (migration.md5 !== md5) return [{ file: basename(migration.filename), problem: 'was changed after it was applied' }];
        return [];
      });
    },
    async refuseDrift() {
      const problems = await runner.drift();
      if (problems.length > 0) throw new MigrationDriftError(problems);
    },
    async run(target) {
      const current = await postgrator.getDatabaseVersion();
      const runnable = postgrator.getRunnableMigrations(current, target);
      const done: string[] = [];
      for (const migration of runnable) {
        await client.query('begin');
        try {
          await postgrator.runMigrations([migration]);
          await client.query('commit');
        } catch (error) {
          await client.query('rollback');
          throw new Error(`Migration ${basename(migration.filename)} failed and was rolled back`, { cause: error });
        }
        done.push(basename(migration.filename));
      }
      return done;
    },
  };
  return runner;
}

const patternOf = (directory: URL): string => `${directory.pathname.replaceAll('\\', '/')}[0-9]*.sql`;
