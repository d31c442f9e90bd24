import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '@rapport/adapters/database/embedded.ts';
import { MIGRATIONS_DIRECTORY } from '@rapport/core/database/migrate.ts';
import { withDatabase } from '@rapport/dev-env';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';

const CLI = fileURLToPath(new URL('migrate.ts', import.meta.url));
/** How many there are: each adds a file that does and one that undoes. */
const MIGRATIONS = readdirSync(MIGRATIONS_DIRECTORY).filter((file) => file.includes('.do.')).length;
const FIRST = '20261122090000.do.people-and-conversations.sql';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'rapport-migrate-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the command as a process, in a folder without any file of settings. */
function migrate(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, APP_ENV: 'testing', DATA_DIR: directory, ...environment };
    const child = execFile(process.execPath, [CLI, ...args], { env, cwd: directory }, (_, out, error) =>
      resolve({ status: child.exitCode, out, error }),
    );
  });
}

describe('npm run migrate', () => {
  it.each<readonly [string, readonly string[], RegExp]>([
    ['no command', [], /Say what to do/],
    ['an unknown command', ['sideways'], /no command sideways/],
    ['an unknown option', ['up', '--fast'], /--fast/],
    ['up with a number', ['up', '2'], /up takes nothing more/],
    ['down by none', ['down', '0'], /from 1/],
    ['down by less than none', ['down', '--', '-1'], /from 1/],
    ['down by a word', ['down', 'all'], /from 1/],
    ['down by two numbers', ['down', '1', '2'], /from 1/],
  ])('with %s says how it is used, with status 2', async (_, args, message) => {
    const { status, out, error } = await migrate(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).toContain('npm run migrate -- up');
    expect(existsSync(join(directory, 'database'))).toBe(false);
  });

  it('--help says how it is used, with status 0', async () => {
    expect(await migrate(['--help'])).toMatchObject({
      status: 0,
      out: expect.stringContaining('npm run migrate -- up'),
    });
  });

  it('with a configuration that is refused says why, with status 1', async () => {
    const { status, error } = await migrate(['up'], { DATABASE_URL: 'postgresql://127.0.0.1:99999/x' });
    expect(status).toBe(1);
    expect(error).toContain('DATABASE_URL');
  });

  it('script leaves run_migrations.sql as it is when it is true', async () => {
    const file = new URL('run_migrations.sql', MIGRATIONS_DIRECTORY);
    const before = readFileSync(file, 'utf8');
    expect(await migrate(['script'])).toMatchObject({ status: 0, out: expect.stringContaining('run_migrations.sql') });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('goes through its commands on the embedded database', async () => {
    expect(await migrate(['up'])).toMatchObject({ status: 0, out: expect.stringContaining(`applied  ${FIRST}`) });
    expect(await migrate(['status'])).toMatchObject({
      status: 0,
      out: expect.stringMatching(new RegExp(`^applied +\\S+Z +${FIRST}$`, 'm')),
    });
    expect(await migrate(['down', '99'])).toMatchObject({ status: 0, out: expect.stringContaining('undone') });
    expect(await migrate(['status'])).toMatchObject({
      status: 0,
      out: expect.stringMatching(new RegExp(`^pending +${FIRST}$`, 'm')),
    });
    expect(await migrate(['down'])).toMatchObject({ status: 0, out: expect.stringContaining('Nothing to undo') });
  });

  it('tells who holds the embedded database when someone does', async () => {
    const database = await openEmbedded({ directory: join(directory, 'database'), onProgress: () => undefined });
    const { status, error } = await migrate(['status']);
    expect(status).toBe(1);
    expect(error).toContain(`process ${process.pid}`);
    await database.close();
  });

  it('asks for --yes before it undoes anything in production', async () => {
    const production = {
      APP_ENV: 'production',
      EMBEDDED_DATABASE: 'allow',
      JWT_SECRET: Buffer.from(randomUUID() + randomUUID()).toString('base64url'),
      ENCRYPTION_KEY: Buffer.from(randomUUID().replaceAll('-', ''), 'utf8').toString('base64'),
      PUBLIC_URL: 'https://rapport.example.org',
      CORS_ORIGINS: 'https://rapport.example.org',
    };
    const refused = await migrate(['down'], production);
    expect(refused).toMatchObject({ status: 2, error: expect.stringContaining('--yes') });
    expect(await migrate(['down', '--yes'], production)).toMatchObject({
      status: 0,
      out: expect.stringContaining('Nothing to undo'),
    });
  });
});

const postgresql = inject('templates').postgresql;
if (postgresql !== null) onPostgresql(postgresql.url);

function onPostgresql(server: string): void {
  describe('npm run migrate on PostgreSQL', () => {
    const name = `rapport_test_${randomUUID().replaceAll('-', '')}`;
    const url = withDatabase(server, name);
    const environment = { DATABASE_URL: url };
    let administration: Client;
    let client: Client;
    beforeAll(async () => {
      administration = new Client({ connectionString: server });
      await administration.connect();
      await administration.query(`create database ${name}`);
      client = new Client({ connectionString: url });
      await client.connect();
    });
    beforeEach(() => client.query('drop schema public cascade; create schema public'));
    afterAll(async () => {
      await client.end();
      await administration.query(`drop database ${name} with (force)`);
      await administration.end();
    });

    it('of several processes at once each migration is applied by one', async () => {
      const outcomes = await Promise.all([1, 2, 3].map(() => migrate(['up'], environment)));
      expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0]);
      expect(outcomes.filter(({ out }) => out.includes(`applied  ${FIRST}`))).toHaveLength(1);
      expect((await client.query('select from schema_migrations')).rowCount).toBe(MIGRATIONS);
    });

    it('verify has status 0 when the files are those that were applied, and 1 and the file when not', async () => {
      expect(await migrate(['up'], environment)).toMatchObject({ status: 0 });
      expect(await migrate(['verify'], environment)).toMatchObject({
        status: 0,
        out: expect.stringContaining(`${MIGRATIONS} migrations applied`),
      });
      await client.query("update schema_migrations set md5 = 'another'");
      expect(await migrate(['verify'], environment)).toMatchObject({
        status: 1,
        error: expect.stringContaining(`${FIRST} was changed`),
      });
      for (const command of ['up', 'down']) {
        expect(await migrate([command], environment)).toMatchObject({
          status: 1,
          error: expect.stringContaining(FIRST),
        });
      }
      expect(await migrate(['status'], environment)).toMatchObject({
        status: 0,
        out: expect.stringMatching(/^changed/),
      });
    });

    it('killed in the middle leaves nothing half-done, and the next one does it all', async () => {
      // Someone is making a table of the same name, so that it is killed while it waits for them.
      await client.query('begin');
      await client.query('create table users (id integer)');
      const child = spawn(process.execPath, [CLI, 'up'], {
        env: { PATH: process.env.PATH, APP_ENV: 'testing', DATA_DIR: directory, ...environment },
        cwd: directory,
      });
      const exited = new Promise((resolve) => child.once('exit', resolve));
      const waiting = `select from pg_stat_activity where datname = '${name}' and application_name = 'rapport'`;
      await vi.waitFor(
        async () => expect((await administration.query(`${waiting} and wait_event_type = 'Lock'`)).rowCount).toBe(1),
        { timeout: 10_000 },
      );
      child.kill('SIGKILL');
      await exited;
      await client.query('rollback');
      await vi.waitFor(async () => expect((await administration.query(waiting)).rowCount).toBe(0), { timeout: 10_000 });
      expect((await client.query("select to_regclass('conversations') as found")).rows).toEqual([{ found: null }]);
      expect(await migrate(['up'], environment)).toMatchObject({
        status: 0,
        out: expect.stringContaining(`applied  ${FIRST}`),
      });
    });
  });
}
