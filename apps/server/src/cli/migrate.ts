import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Database } from '@rapport/core/database/database.ts';
import { isDatabaseUnavailable } from '@rapport/core/database/errors.ts';
import {
  MIGRATIONS_DIRECTORY,
  migrateDown,
  migrateUp,
  migrationStatus,
  renderMigrationScript,
  verifyMigrations,
} from '@rapport/core/database/migrate.ts';
import { loadConfig } from '../config/load.ts';
import { openDatabase } from '../open-database.ts';

const USAGE = `Bring the database's schema up to date, or look at it.

  npm run migrate -- up              apply what is pending
  npm run migrate -- down [steps]    undo the newest migration, or the newest few; in production only with --yes
  npm run migrate -- status          list every migration and where it stands
  npm run migrate -- verify          compare what was applied with the files; status 1 when they differ
  npm run migrate -- script          write packages/core/migrations/run_migrations.sql anew

The database is the configured one. The embedded database has one owner: stop the server first.`;

/** What the shell is told: https://www.gnu.org/software/bash/manual/html_node/Exit-Status.html reserves 2 for misuse. */
const EXIT = { ok: 0, failure: 1, usage: 2 } as const;
type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

type DatabaseCommand =
  | { readonly name: 'up' | 'status' | 'verify' }
  | { readonly name: 'down'; readonly steps: number; readonly confirmed: boolean };
type Command = DatabaseCommand | { readonly name: 'script' };

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

process.exitCode = await main(process.argv.slice(2));

async function main(given: readonly string[]): Promise<ExitStatus> {
  if (given.includes('--help') || given.includes('-h')) {
    say(USAGE);
    return EXIT.ok;
  }
  const command = readCommand(given);
  if (typeof command === 'string') {
    complain(`${command}\n\n${USAGE}`);
    return EXIT.usage;
  }
  try {
    return command.name === 'script' ? await writeScript() : await onDatabase(command);
  } catch (error) {
    complain(explain(error));
    return EXIT.failure;
  }
}

/** The command, or what is wrong with it. */
function readCommand(given: readonly string[]): Command | string {
  try {
    const { positionals, values } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { yes: { type: 'boolean' } },
    });
    const [name, steps, ...more] = positionals;
    if (name === 'down') {
      if (more.length > 0 || (steps !== undefined && !/^[1-9]\d{0,3}$/.test(steps)))
        return 'down takes the number of migrations to undo, from 1.';
      return { name, steps: Number(steps ?? 1), confirmed: values.yes === true };
    }
    if (name !== 'up' && name !== 'status' && name !== 'verify' && name !== 'script') {
      return name === undefined ? 'Say what to do.' : `There is no command ${name}.`;
    }
    if (steps !== undefined) return `${name} takes nothing more.`;
    return { name };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function writeScript(): Promise<ExitStatus> {
  const file = fileURLToPath(new URL('run_migrations.sql', MIGRATIONS_DIRECTORY));
  writeFileSync(file, await renderMigrationScript());
  say(`Wrote ${relative(process.cwd(), file)}`);
  return EXIT.ok;
}

async function onDatabase(command: DatabaseCommand): Promise<ExitStatus> {
  const loaded = loadConfig();
  if (!loaded.success) {
    complain(loaded.explanation);
    return EXIT.failure;
  }
  const { config } = loaded;
  if (command.name === 'down' && config.environment === 'production' && !command.confirmed) {
    complain('This is production, and what a migration made goes with everything in it. If you mean it, add --yes.');
    return EXIT.usage;
  }
  const database = await openDatabase(config.database, {
    // One migration at a time, each on one connection.
    poolSize: 1,
    onProgress: (message) => complain(`${message} …`),
    onIdleError: (error) => complain(`A database connection was lost: ${error.message}`),
  });
  try {
    return await run(command, database);
  } finally {
    await database.close();
  }
}

async function run(command: DatabaseCommand, { pool }: Database): Promise<ExitStatus> {
  switch (command.name) {
    case 'up': {
      const files = await migrateUp(pool);
      for (const file of files) say(`applied  ${file}`);
      say(
        files.length === 0
          ? 'Nothing to do: the schema is up to date.'
          : `${migrations(files.length)} applied. The schema is up to date.`,
      );
      return EXIT.ok;
    }
    case 'down': {
      const files = await migrateDown(pool, command.steps);
      for (const file of files) say(`undone   ${file}`);
      say(files.length === 0 ? 'Nothing to undo: no migration was applied.' : `${migrations(files.length)} undone.`);
      return EXIT.ok;
    }
    case 'status': {
      const statuses = await migrationStatus(pool);
      for (const { state, file, runAt } of statuses) say(`${state.padEnd(9)}  ${(runAt ?? '').padEnd(20)}  ${file}`);
      return EXIT.ok;
    }
    case 'verify': {
      const problems = await verifyMigrations(pool);
      for (const { file, problem } of problems) complain(`${file} ${problem}`);
      if (problems.length > 0) return EXIT.failure;
      const statuses = await migrationStatus(pool);
      const applied = statuses.filter(({ state }) => state === 'applied').length;
      say(`${migrations(applied)} applied, each from the file that is here; ${statuses.length - applied} pending.`);
      return EXIT.ok;
    }
  }
}

function migrations(count: number): string {
  return `${count} ${count === 1 ? 'migration' : 'migrations'}`;
}

/** The error and what caused it, in a line each. */
function explain(error: unknown): string {
  if (isDatabaseUnavailable(error)) {
    return `DATABASE_CONNECTION_ERROR: the database cannot be reached (${error instanceof Error ? messageOf(error) : String(error)}). Check DATABASE_URL or DB_HOST, DB_PORT, DB_USER, DB_PASSWORD and DB_NAME, and that PostgreSQL runs.`;
  }
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n  ${explain(error.cause)}`;
}

/** Node words the failure of several addresses as an error without a message. */
function messageOf(error: Error): string {
  return error.message || ('code' in error ? String(error.code) : error.name);
}
