import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onEachDatabase, withDatabase } from '@rapport/dev-env';
import { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDatabase, type Database } from './database.ts';
import {
  MIGRATIONS_DIRECTORY,
  MigrationDriftError,
  migrateDown,
  migrateUp,
  migrationStatus,
  renderMigrationScript,
  verifyMigrations,
} from './migrate.ts';

// Past 300 lines and whole: one suite over both databases, then what only a server can show.

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

type Files = Readonly<Record<string, string>>;

/** A folder of migrations, gone after the test. */
function folderOf(files: Files, prefix = 'migrations-'): URL {
  const path = mkdtempSync(join(tmpdir(), prefix));
  cleanUps.push(() => rmSync(path, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return pathToFileURL(`${path}/`);
}

const TWO: Files = {
  '20260101000000.do.birds.sql': 'create table birds (id integer primary key); insert into birds values (1);',
  '20260101000000.undo.birds.sql': 'drop table birds;',
  '20260102000000.do.fish.sql': 'create table fish (id integer primary key); insert into fish values (1);',
  '20260102000000.undo.fish.sql': 'drop table fish;',
};
const THREE: Files = {
  ...TWO,
  '20260103000000.do.cats.sql': 'create table cats (id integer primary key); insert into cats values (1);',
  '20260103000000.undo.cats.sql': 'drop table cats;',
};

/** Everything the catalogs say of our schema, one line each: tables, columns, constraints, indexes, triggers, functions. */
async function describeSchema(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(`
    with ours as (select oid, relname, relkind from pg_class where relnamespace = 'public'::regnamespace)
    select format('relation %s %s', relname, relkind) as line from ours
    union all
    select format('column %s.%s #%s %s %s default %s', relname, attname, attnum, format_type(atttypid, atttypmod),
      case when attnotnull then 'not null' else 'null' end, pg_get_expr(adbin, adrelid))
    from pg_attribute join ours on ours.oid = attrelid and relkind = 'r'
    left join pg_attrdef on adrelid = attrelid and adnum = attnum where attnum > 0 and not attisdropped
    union all
    select format('constraint %s.%s %s', relname, conname, pg_get_constraintdef(pg_constraint.oid))
    from pg_constraint join ours on ours.oid = conrelid
    union all
    select pg_get_indexdef(indexrelid) from pg_index join ours on ours.oid = indrelid
    union all
    select pg_get_triggerdef(pg_trigger.oid) from pg_trigger join ours on ours.oid = tgrelid where not tgisinternal
    union all
    select pg_get_functiondef(pg_proc.oid) from pg_proc where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
      -- An extension's functions are the server's, and stay: others may use them.
      and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
    order by line`);
  return rows.map(({ line }) => line);
}

async function tablesOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname",
  );
  return rows.map(({ name }) => name);
}

async function causeOf(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => expect.fail('It was expected to fail'),
    (error: unknown) => (error instanceof Error ? error : expect.fail(`It threw ${String(error)}`)),
  );
}

onEachDatabase('migrations', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.empty();
  });
  afterAll(() => database.close());
  afterEach(() => database.pool.query('drop schema public cascade; create schema public'));

  describe('of the product', () => {
    it('bring an empty database up, and then have nothing to do', async () => {
      const applied = await migrateUp(database.pool);
      expect(applied[0]).toBe('20261122090000.do.people-and-conversations.sql');
      expect(await migrateUp(database.pool)).toEqual([]);
      expect(await tablesOf(database.pool)).toContain('conversations');
      expect(await verifyMigrations(database.pool)).toEqual([]);
    });

    it('leave the same schema after up, down and up again, and nothing but the record after down', async () => {
      const applied = await migrateUp(database.pool);
      const first = await describeSchema(database.pool);
      expect(first.length).toBeGreaterThan(100);
      expect(await migrateDown(database.pool, applied.length)).toHaveLength(applied.length);
      expect(await tablesOf(database.pool)).toEqual(['schema_migrations']);
      expect((await describeSchema(database.pool)).filter((line) => !line.includes('schema_migrations'))).toEqual([]);
      await migrateUp(database.pool);
      expect(await describeSchema(database.pool)).toEqual(first);
    });
  });

  describe('up', () => {
    it('applies what is pending, oldest first', async () => {
      expect(await migrateUp(database.pool, folderOf(TWO))).toEqual([
        '20260101000000.do.birds.sql',
        '20260102000000.do.fish.sql',
      ]);
      expect(await migrateUp(database.pool, folderOf(THREE))).toEqual(['20260103000000.do.cats.sql']);
    });

    it('reads a folder whose path has spaces and wildcards in it', async () => {
      expect(await migrateUp(database.pool, folderOf(TWO, 'a [b] {c} (d)* é '))).toHaveLength(2);
    });

    it('takes line endings of Windows for the same file', async () => {
      await migrateUp(database.pool, folderOf({ '1.do.birds.sql': 'create table birds (\n id integer\n);\n' }));
      const windows = folderOf({ '1.do.birds.sql': 'create table birds (\r\n id integer\r\n);\r\n' });
      expect(await verifyMigrations(database.pool, windows)).toEqual([]);
    });

    it('lets two runners at once apply each migration once', async () => {
      const directory = folderOf(THREE);
      const runs = await Promise.all([1, 2, 3, 4].map(() => migrateUp(database.pool, directory)));
      expect(runs.flat().sort()).toEqual(Object.keys(THREE).filter((file) => file.includes('.do.')));
    });

    it.each<readonly [string, Files, RegExp]>([
      ['an empty folder', {}, /no migrations in/],
      ['a folder of other files', { 'readme.md': 'Hello' }, /no migrations in/],
      ['an action that is none', { '1.od.birds.sql': 'select 1' }, /1\.od\.birds\.sql is not named/],
      ['a name that is missing', { '1.do.sql': 'select 1' }, /1\.do\.sql is not named/],
      ["a name that would break out of the record's quotes", { "1.do.bird's.sql": 'select 1' }, /is not named/],
      [
        'a timestamp used twice',
        { '1.do.birds.sql': 'select 1', '1.do.fish.sql': 'select 1' },
        /Two migrations found with version 1/,
      ],
    ])('refuses %s', async (_, files, message) => {
      await expect(migrateUp(database.pool, folderOf(files))).rejects.toThrow(message);
      expect(await tablesOf(database.pool)).toEqual([]);
    });
  });

  describe('a migration that fails half-way', () => {
    it.each<readonly [string, string]>([
      ['in its second statement', 'create table cats (id integer); insert into nowhere values (1);'],
      ['in its syntax', 'create table cats (id integer); create tabel dogs (id integer);'],
      [
        'in a constraint that is deferred to the end',
        'create table cats (id integer primary key, friend integer references cats (id) deferrable initially deferred); insert into cats values (1, 2);',
      ],
    ])('%s is rolled back wholly and named, and the earlier ones stay', async (_, text) => {
      const broken = folderOf({
        ...TWO,
        '20260103000000.do.cats.sql': text,
        '20260104000000.do.dogs.sql': 'create table dogs (id integer);',
      });
      const error = await causeOf(migrateUp(database.pool, broken));
      expect(error.message).toBe('Migration 20260103000000.do.cats.sql failed and was rolled back');
      expect(error.cause).toBeInstanceOf(Error);
      expect(await tablesOf(database.pool)).toEqual(['birds', 'fish', 'schema_migrations']);
      expect(await migrateUp(database.pool, folderOf(THREE))).toEqual(['20260103000000.do.cats.sql']);
    });

    it('is named when it ends the transaction that would have protected it', async () => {
      const error = await causeOf(
        migrateUp(database.pool, folderOf({ '1.do.birds.sql': 'create table birds (id integer); commit;' })),
      );
      expect(error.message).toMatch(/1\.do\.birds\.sql ends the transaction/);
    });
  });

  describe('drift', () => {
    const withoutFish = Object.fromEntries(Object.entries(THREE).filter(([name]) => !name.includes('fish')));
    it.each<readonly [string, Files, string]>([
      [
        'a changed file',
        { ...THREE, '20260101000000.do.birds.sql': 'create table birds (id bigint);' },
        '20260101000000.do.birds.sql',
      ],
      ['a missing file', withoutFish, '20260102000000.do.fish.sql'],
      [
        'a file that came too late',
        { ...THREE, '20260101120000.do.ants.sql': 'select 1' },
        '20260101120000.do.ants.sql',
      ],
    ])('of %s is refused and the file named; nothing is run', async (_, files, file) => {
      await migrateUp(database.pool, folderOf(TWO));
      const error = await causeOf(migrateUp(database.pool, folderOf(files)));
      expect(error).toBeInstanceOf(MigrationDriftError);
      expect(error).toMatchObject({ files: [file] });
      expect(error.message).toContain(file);
      expect(await verifyMigrations(database.pool, folderOf(files))).toMatchObject([{ file }]);
      expect(await tablesOf(database.pool)).toEqual(['birds', 'fish', 'schema_migrations']);
    });

    it('names every file it finds', async () => {
      await migrateUp(database.pool, folderOf(TWO));
      const error = await causeOf(migrateUp(database.pool, folderOf({ '20260101000000.do.birds.sql': 'select 2' })));
      expect(error).toMatchObject({ files: ['20260101000000.do.birds.sql', '20260102000000.do.fish.sql'] });
    });

    it('keeps down from undoing what it does not know', async () => {
      await migrateUp(database.pool, folderOf(THREE));
      await expect(migrateDown(database.pool, 1, folderOf(withoutFish))).rejects.toBeInstanceOf(MigrationDriftError);
      expect(await tablesOf(database.pool)).toEqual(['birds', 'cats', 'fish', 'schema_migrations']);
    });
  });

  describe('down', () => {
    it.each<readonly [number, readonly string[]]>([
      [1, ['20260103000000.undo.cats.sql']],
      [2, ['20260103000000.undo.cats.sql', '20260102000000.undo.fish.sql']],
      [99, ['20260103000000.undo.cats.sql', '20260102000000.undo.fish.sql', '20260101000000.undo.birds.sql']],
    ])('by %i undoes the newest, newest first', async (steps, undone) => {
      const directory = folderOf(THREE);
      await migrateUp(database.pool, directory);
      expect(await migrateDown(database.pool, steps, directory)).toEqual(undone);
      expect(await tablesOf(database.pool)).toHaveLength(4 - undone.length);
    });

    it('undoes nothing when one of the undo files is missing', async () => {
      const incomplete = folderOf(
        Object.fromEntries(Object.entries(THREE).filter(([name]) => name !== '20260102000000.undo.fish.sql')),
      );
      await migrateUp(database.pool, incomplete);
      await expect(migrateDown(database.pool, 2, incomplete)).rejects.toThrow('20260102000000 has no undo file');
      expect(await tablesOf(database.pool)).toEqual(['birds', 'cats', 'fish', 'schema_migrations']);
      expect(await migrateDown(database.pool, 1, incomplete)).toEqual(['20260103000000.undo.cats.sql']);
    });

    it('of an empty database does nothing', async () => {
      expect(await migrateDown(database.pool, 1, folderOf(TWO))).toEqual([]);
    });

    it.each([0, -1, 1.5, Number.NaN])('refuses %d steps', async (steps) => {
      await expect(migrateDown(database.pool, steps, folderOf(TWO))).rejects.toBeInstanceOf(RangeError);
    });
  });

  describe('status', () => {
    it('says of each file where it stands, and changes nothing in an empty database', async () => {
      const directory = folderOf(TWO);
      expect(await migrationStatus(database.pool, directory)).toEqual([
        {
          version: '20260101000000',
          name: 'birds',
          file: '20260101000000.do.birds.sql',
          state: 'pending',
          runAt: null,
        },
        { version: '20260102000000', name: 'fish', file: '20260102000000.do.fish.sql', state: 'pending', runAt: null },
      ]);
      expect(await tablesOf(database.pool)).toEqual([]);
    });

    it('tells applied, changed, missing, overtaken and pending apart', async () => {
      await migrateUp(database.pool, folderOf(THREE));
      const directory = folderOf({
        '20260101000000.do.birds.sql': TWO['20260101000000.do.birds.sql'] ?? '',
        '20260101120000.do.ants.sql': 'select 1',
        '20260102000000.do.fish.sql': 'select 1',
        '20260104000000.do.dogs.sql': 'select 1',
      });
      const statuses = await migrationStatus(database.pool, directory);
      expect(statuses.map(({ name, state }) => [name, state])).toEqual([
        ['birds', 'applied'],
        ['ants', 'overtaken'],
        ['fish', 'changed'],
        ['cats', 'missing'],
        ['dogs', 'pending'],
      ]);
      expect(statuses[0]?.runAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    });
  });

  describe('run_migrations.sql', () => {
    it('makes what the runner makes, and the runner goes on from it', async () => {
      await migrateUp(database.pool);
      const expected = await describeSchema(database.pool);
      await database.pool.query('drop schema public cascade; create schema public');
      await database.pool.query(withoutMetaCommands(await renderMigrationScript()));
      expect(await describeSchema(database.pool)).toEqual(expected);
      expect(await verifyMigrations(database.pool)).toEqual([]);
      expect(await migrateUp(database.pool)).toEqual([]);
    });
  });
});

/** The script as a driver can run it: psql's own commands taken out. */
const withoutMetaCommands = (script: string): string =>
  script
    .replaceAll(/ \\gset$/gm, ';')
    .replaceAll(/\\else\n(?:\\.*\n)*\\endif\n/g, '')
    .replaceAll(/^\\.*\n/gm, '');

it('run_migrations.sql is the one that the migrations give', async () => {
  const file = readFileSync(new URL('run_migrations.sql', MIGRATIONS_DIRECTORY), 'utf8');
  expect(file, 'run: npm run migrate -- script').toBe(await renderMigrationScript());
});

const postgresql = inject('templates').postgresql;

if (postgresql !== null) onAServer(postgresql.url);

function onAServer(url: string): void {
  describe('migrations on a PostgreSQL server', () => {
    let connectionString: string;
    let pool: Pool;
    let cleanUpAtEnd: () => Promise<void>;
    beforeAll(async () => {
      const administration = new Pool({ connectionString: url, max: 1 });
      const name = `rapport_test_migrate_${process.pid}`;
      await administration.query(`create database ${name} template template0`);
      connectionString = withDatabase(url, name);
      pool = new Pool({ connectionString, statement_timeout: 1_000 });
      // The end drops the database under connections that may still be closing.
      pool.on('error', () => undefined);
      cleanUpAtEnd = async () => {
        await pool.end();
        await administration.query(`drop database ${name} with (force)`);
        await administration.end();
      };
    });
    afterAll(() => cleanUpAtEnd());
    afterEach(() => pool.query('drop schema public cascade; create schema public'));

    it('runners on pools of their own apply each migration once', async () => {
      const directory = folderOf(THREE);
      const pools = [1, 2, 3].map(() => new Pool({ connectionString, max: 1 }));
      const runs = await Promise.all(pools.map((each) => migrateUp(each, directory)));
      await Promise.all(pools.map((each) => each.end()));
      expect(runs.flat()).toHaveLength(3);
      expect((await pool.query('select from cats')).rowCount).toBe(1);
    });

    it('the record says when a migration ran, whatever time zone the session has', async () => {
      const elsewhere = new Pool({ connectionString, max: 1, options: '-c TimeZone=Asia/Kolkata' });
      await migrateUp(elsewhere, folderOf(TWO));
      const ages = (await migrationStatus(elsewhere, folderOf(TWO))).map(
        ({ runAt }) => Date.now() - Date.parse(runAt ?? ''),
      );
      expect(ages).toHaveLength(2);
      for (const age of ages) expect(Math.abs(age)).toBeLessThan(60_000);
      await elsewhere.end();
    });

    it('a runner waits for another, and a migration may take, longer than any other statement is allowed to', async () => {
      const directory = folderOf({ '1.do.slow.sql': 'select pg_sleep(1.2); create table birds (id integer);' });
      const runs = await Promise.all([migrateUp(pool, directory), migrateUp(pool, directory)]);
      expect(runs.flat()).toEqual(['1.do.slow.sql']);
      await expect(pool.query('select pg_sleep(1.2)')).rejects.toThrow('statement timeout');
    });

    it('a runner that is cut off leaves nothing behind, no lock either', async () => {
      const lost: Error[] = [];
      const doomed = createDatabase({
        kind: 'postgresql',
        pool: new Pool({ connectionString, max: 1 }),
        onConnectionLost: (error) => lost.push(error),
      });
      const directory = folderOf({
        '1.do.birds.sql': 'create table birds (id integer); select pg_terminate_backend(pg_backend_pid());',
      });
      const error = await causeOf(migrateUp(doomed.pool, directory));
      expect(error.message).toContain('1.do.birds.sql');
      await doomed.close();
      expect(lost).not.toEqual([]);
      expect(await tablesOf(pool)).toEqual([]);
      expect(await migrateUp(pool, folderOf(TWO))).toHaveLength(2);
    });

    // Debian has psql in a package of its own; without it the script is still run above, through the driver.
    if (!hasPsql()) return;

    it('psql makes with run_migrations.sql what the runner makes, and may run it again', async () => {
      await migrateUp(pool);
      const expected = await describeSchema(pool);
      await pool.query('drop schema public cascade; create schema public');
      const file = new URL('run_migrations.sql', MIGRATIONS_DIRECTORY);
      const run = () =>
        execFileSync('psql', ['--no-psqlrc', '-d', connectionString, '-f', file.pathname], { encoding: 'utf8' });
      expect(run()).toContain('applying 20261122090000.do.people-and-conversations.sql');
      expect(await describeSchema(pool)).toEqual(expected);
      expect(await migrateUp(pool)).toEqual([]);
      expect(run()).toContain('already applied: 20261122090000.do.people-and-conversations.sql');
      expect(await describeSchema(pool)).toEqual(expected);
    });

    it('psql applies only what an older database lacks', async () => {
      await migrateUp(pool, folderOf(TWO));
      const directory = folderOf(THREE);
      const script = new URL('script.sql', directory);
      writeFileSync(script, await renderMigrationScript(directory));
      execFileSync('psql', ['--no-psqlrc', '-d', connectionString, '-f', script.pathname]);
      expect(await tablesOf(pool)).toEqual(['birds', 'cats', 'fish', 'schema_migrations']);
      expect(await migrateUp(pool, directory)).toEqual([]);
    });
  });
}

function hasPsql(): boolean {
  try {
    execFileSync('psql', ['--version']);
    return true;
  } catch {
    return false;
  }
}
