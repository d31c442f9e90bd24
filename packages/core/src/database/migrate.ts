import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from 'pg';
import Postgrator from 'postgrator';
import { inTransaction } from './database.ts';

/** The folder of the migrations: `<timestamp>.do.<what>.sql` and its `undo`. */
export const MIGRATIONS_DIRECTORY = new URL('../../migrations/', import.meta.url);
/** Where applied migrations are kept, with their checksums. */
const SCHEMA_TABLE = 'schema_migrations';
/** Chosen once, unlike any other lock of ours: `rapp` in ASCII. */
const ADVISORY_LOCK = 0x72617070;

const CREATE_SCHEMA_TABLE = `create table if not exists ${SCHEMA_TABLE} (version bigint primary key, name text not null, md5 text not null, run_at timestamptz not null)`;

/**
 * What each step begins with. The lock ends with the transaction, so that nothing that dies can leave it behind. It is
 * waited for, and a migration may take, longer than any statement of the running product. In one time zone a migration
 * does the same wherever it runs.
 */
const BEGIN_STEP = `set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(${ADVISORY_LOCK})`;

/**
 * `changed` and `missing` were applied, from a file that reads differently now or is gone. `overtaken` was never
 * applied although a newer one was, so the schema is not the one it was written for.
 */
export type MigrationState = 'applied' | 'pending' | 'changed' | 'missing' | 'overtaken';

export interface MigrationStatus {
  readonly version: string;
  readonly name: string;
  /** Name of the forward file. */
  readonly file: string;
  readonly state: MigrationState;
  /** RFC 3339, to the second; null when it was not applied. */
  readonly runAt: string | null;
}

export interface MigrationProblem {
  readonly file: string;
  readonly problem: string;
}

/** The files and the database disagree about what was applied. Nothing is run until they agree. */
export class MigrationDriftError extends Error {
  readonly files: readonly string[];
  constructor(problems: readonly MigrationProblem[]) {
    super(
      `The database was migrated with other files than these: ${problems.map(({ file, problem }) => `${file} ${problem}`).join('; ')}.`,
    );
    this.name = 'MigrationDriftError';
    this.files = problems.map(({ file }) => file);
  }
}

const PROBLEMS: Readonly<Record<MigrationState, string | null>> = {
  applied: null,
  pending: null,
  changed: 'was changed after it was applied (put the applied version back and write a new migration for the change)',
  missing: 'was applied and is missing (put it back)',
  overtaken: 'is older than the newest applied one and was never applied (give it a newer timestamp)',
};

/**
 * Brings the schema to the newest migration and returns the files it applied. Any number of runners may do this at
 * once: each migration is one transaction that holds a lock, looks again at what is applied, and records what it did,
 * so that each is applied once, wholly or not at all.
 *
 * @throws MigrationDriftError when an applied file was changed or removed, or one was overtaken.
 */
export async function migrateUp(pool: Pool, directory: URL = MIGRATIONS_DIRECTORY): Promise<string[]> {
  const files = await readMigrations(directory);
  const done: string[] = [];
  for (;;) {
    const applied = await inStep(pool, async (client) => {
      await client.query(CREATE_SCHEMA_TABLE);
      const statuses = compare(files, await readApplied(client));
      refuseDrift(statuses);
      const pending = statuses.find(({ state }) => state === 'pending');
      if (pending === undefined) return null;
      return run(client, migrationOf(files.forward, pending.version));
    });
    if (applied === null) return done;
    done.push(applied);
  }
}

/**
 * Undoes the newest `steps` migrations, newest first, and returns the undo files it ran. All of them must be there
 * before the first is run.
 *
 * @param steps a whole number from 1.
 * @throws MigrationDriftError when an applied file was changed or removed.
 */
export async function migrateDown(pool: Pool, steps = 1, directory: URL = MIGRATIONS_DIRECTORY): Promise<string[]> {
  if (!Number.isInteger(steps) || steps < 1) throw new RangeError(`steps must be a whole number from 1, not ${steps}`);
  const files = await readMigrations(directory);
  const done: string[] = [];
  while (done.length < steps) {
    const undone = await inStep(pool, async (client) => {
      const applied = await readApplied(client);
      refuseDrift(compare(files, applied).filter(({ state }) => state !== 'overtaken'));
      const undos = applied
        .slice(-(steps - done.length))
        .reverse()
        .map(({ version }) => migrationOf(files.backward, version));
      const [newest] = undos;
      return newest === undefined ? null : run(client, newest);
    });
    if (undone === null) break;
    done.push(undone);
  }
  return done;
}

/** Every migration, oldest first, and where it stands. Changes nothing, not even in an empty database. */
export async function migrationStatus(pool: Pool, directory: URL = MIGRATIONS_DIRECTORY): Promise<MigrationStatus[]> {
  return compare(await readMigrations(directory), await readApplied(pool));
}

/** What keeps the files and the database from agreeing, by file; empty when they agree. */
export async function verifyMigrations(
  pool: Pool,
  directory: URL = MIGRATIONS_DIRECTORY,
): Promise<readonly MigrationProblem[]> {
  return problemsOf(await migrationStatus(pool, directory));
}

/**
 * All forward migrations as one script for `psql -f`, each in a transaction with the row that records it, as the runner
 * does it: a database made with the script is one that `migrateUp` goes on from, and the other way round.
 */
export async function renderMigrationScript(directory: URL = MIGRATIONS_DIRECTORY): Promise<string> {
  const { forward } = await readMigrations(directory);
  const steps = forward.map(
    ({ version, name, md5, filename }) => `begin;
${BEGIN_STEP};
select not exists (select from ${SCHEMA_TABLE} where version = ${version}) as pending \\gset
\\if :pending
\\echo applying ${basename(filename)}
${readFileSync(filename, 'utf8').replaceAll('\r\n', '\n').trim()}
insert into ${SCHEMA_TABLE} (version, name, md5, run_at) values (${version}, '${name}', '${md5}', now());
\\else
\\echo already applied: ${basename(filename)}
\\endif
commit;
`,
  );
  return `-- Generated from the migrations in this folder by \`npm run migrate -- script\`: do not edit.
-- Brings an empty or an older database up to date: psql -d <database> -f packages/core/migrations/run_migrations.sql
\\set ON_ERROR_STOP on
\\pset tuples_only on
set client_min_messages = warning;

begin;
${BEGIN_STEP};
${CREATE_SCHEMA_TABLE};
commit;

${steps.join('\n')}`;
}

interface MigrationFiles {
  readonly forward: readonly Postgrator.Migration[];
  readonly backward: readonly Postgrator.Migration[];
}

interface AppliedMigration {
  readonly version: string;
  readonly name: string;
  readonly md5: string;
  readonly run_at: string;
}

/** @throws when the folder holds no migration, or a file whose name is not that of one. */
async function readMigrations(directory: URL): Promise<MigrationFiles> {
  const migrations = await createPostgrator(directory).getMigrations();
  const misnamed = migrations.find(
    ({ action, name }) => !['do', 'undo'].includes(action) || !/^[a-z0-9-]+$/.test(name),
  );
  if (misnamed !== undefined) {
    throw new Error(
      `${basename(misnamed.filename)} is not named as a migration is: <timestamp>.do.<what>.sql or its undo`,
    );
  }
  const ordered = migrations.toSorted((left, right) => left.version - right.version);
  const forward = ordered.filter(({ action }) => action === 'do');
  if (forward.length === 0) throw new Error(`There are no migrations in ${fileURLToPath(directory)}`);
  return { forward, backward: ordered.filter(({ action }) => action === 'undo') };
}

/** Postgrator reads and names the files, takes their checksums and writes the record; when and where is ours. */
function createPostgrator(directory: URL, client?: PoolClient): Postgrator {
  // A folder's own name may hold what a pattern would read as a wildcard.
  const folder = fileURLToPath(directory)
    .replaceAll('\\', '/')
    .replace(/[?*()[\]{}!@+]/g, '[$&]');
  return new Postgrator({
    driver: 'pg',
    schemaTable: SCHEMA_TABLE,
    migrationPattern: `${folder.replace(/\/$/, '')}/[0-9]*.sql`,
    newline: 'LF',
    execQuery: async (query) => (client === undefined ? { rows: [] } : client.query(query)),
  });
}

/** One transaction that no other runner's overlaps. */
function inStep<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  return inTransaction(pool, async (client) => {
    await client.query(BEGIN_STEP);
    return work(client);
  });
}

/** Runs one migration and its record on the step's transaction, and returns the file's name. */
async function run(client: PoolClient, migration: Postgrator.Migration): Promise<string> {
  const file = basename(migration.filename);
  const transactionId = async () =>
    (await client.query<{ id: string }>('select pg_current_xact_id()::text as id')).rows[0]?.id;
  const before = await transactionId();
  try {
    await createPostgrator(MIGRATIONS_DIRECTORY, client).runMigrations([migration]);
    // What a deferred constraint has to say is said here, where the file can be named.
    await client.query('set constraints all immediate');
  } catch (error) {
    throw new Error(`Migration ${file} failed and was rolled back`, { cause: error });
  }
  if ((await transactionId()) !== before) {
    throw new Error(`Migration ${file} ends the transaction it runs in: take its begin, commit or rollback out`);
  }
  return file;
}

function migrationOf(migrations: readonly Postgrator.Migration[], version: string): Postgrator.Migration {
  const found = migrations.find((migration) => String(migration.version) === version);
  if (found === undefined) throw new Error(`Migration ${version} has no undo file, so nothing was undone past it`);
  return found;
}

async function readApplied(executor: Pool | PoolClient): Promise<AppliedMigration[]> {
  const { rows: tables } = await executor.query<{ found: boolean }>('select to_regclass($1) is not null as found', [
    SCHEMA_TABLE,
  ]);
  if (tables[0]?.found !== true) return [];
  const { rows } = await executor.query<AppliedMigration>(
    `select version::text, name, md5, to_char(run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as run_at
     from ${SCHEMA_TABLE} order by ${SCHEMA_TABLE}.version`,
  );
  return rows;
}

function compare({ forward }: MigrationFiles, applied: readonly AppliedMigration[]): MigrationStatus[] {
  const newest = Number(applied.at(-1)?.version ?? 0);
  const records = new Map(applied.map((record) => [record.version, record]));
  const known = forward.map((migration): MigrationStatus => {
    const version = String(migration.version);
    const record = records.get(version);
    records.delete(version);
    const file = { version, name: migration.name, file: basename(migration.filename), runAt: record?.run_at ?? null };
    if (record === undefined) return { ...file, state: migration.version < newest ? 'overtaken' : 'pending' };
    return { ...file, state: record.md5 === migration.md5 ? 'applied' : 'changed' };
  });
  const missing = [...records.values()].map(
    ({ version, name, run_at }): MigrationStatus => ({
      version,
      name,
      file: `${version}.do.${name}.sql`,
      state: 'missing',
      runAt: run_at,
    }),
  );
  return [...known, ...missing].sort((left, right) => Number(left.version) - Number(right.version));
}

function problemsOf(statuses: readonly MigrationStatus[]): MigrationProblem[] {
  return statuses.flatMap(({ file, state }) => {
    const problem = PROBLEMS[state];
    return problem === null ? [] : [{ file, problem }];
  });
}

function refuseDrift(statuses: readonly MigrationStatus[]): void {
  const problems = problemsOf(statuses);
  if (problems.length > 0) throw new MigrationDriftError(problems);
}
