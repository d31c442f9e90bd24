import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@rapport/core/database/database.ts';
import { isDatabaseUnavailable } from '@rapport/core/database/errors.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresql } from './postgresql.ts';

const DEBIAN = '/usr/lib/postgresql';

/** The newest server that Debian has installed here; null where there is none of our own to stop and start. */
function findServerPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((left, right) => Number(right) - Number(left)) : [];
  const programs = versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
  return programs ?? null;
}

const programs = findServerPrograms();
if (programs !== null) withAServerOfItsOwn(programs);

/** PostgreSQL refuses to run as root. */
function runAsOwner(command: string): void {
  const asRoot = process.getuid?.() === 0;
  execFileSync(asRoot ? 'su' : 'sh', asRoot ? ['postgres', '-c', command] : ['-c', command], {
    stdio: 'ignore',
    cwd: tmpdir(),
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('It listened on no port');
  return address.port;
}

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.fail('It was expected to fail'),
    (error: unknown) => error,
  );

function withAServerOfItsOwn(folder: string): void {
  describe('PostgreSQL that is stopped and started', () => {
    let data: string;
    let port: number;
    const start = () =>
      runAsOwner(
        `${folder}/pg_ctl -D ${data} -w -l ${data}/log -o '-p ${port} -k ${data} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=6 -c superuser_reserved_connections=0' start`,
      );
    const stop = (mode: 'fast' | 'immediate') => runAsOwner(`${folder}/pg_ctl -D ${data} -m ${mode} -w stop`);
    const progress: string[] = [];
    const lost: Error[] = [];
    const open = (database = 'postgres'): Promise<Database> =>
      openPostgresql({
        connectionString: `postgresql://postgres@127.0.0.1:${port}/${database}`,
        poolSize: 4,
        tls: { mode: 'off' },
        onProgress: (message) => progress.push(message),
        onIdleError: (error) => lost.push(error),
      });

    beforeAll(async () => {
      port = await freePort();
      data = mkdtempSync(join(tmpdir(), 'rapport-postgresql-'));
      if (process.getuid?.() === 0) execFileSync('chown', ['postgres', data]);
      runAsOwner(`${folder}/initdb -D ${data} -U postgres -A trust --no-sync`);
    });
    afterAll(() => {
      if (existsSync(join(data, 'postmaster.pid'))) stop('immediate');
      rmSync(data, { recursive: true });
    });

    it('is waited for while it starts', async () => {
      const opening = openPostgresql({
        connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
        poolSize: 1,
        tls: { mode: 'off' },
        onIdleError: () => undefined,
        onProgress: (message) => {
          progress.push(message);
          if (progress.length === 1) start();
        },
      });
      const database = await opening;
      expect(progress[0]).toBe('PostgreSQL does not answer yet (0 of 30 s)');
      expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      await database.close();
    });

    it('is not waited for when it answers that there is no such database', async () => {
      const before = progress.length;
      const error = await failureOf(open('no_such_database'));
      expect(error).toMatchObject({ code: '3D000' });
      expect(progress).toHaveLength(before);
    });

    it.each(['fast', 'immediate'] as const)(
      'when stopped (%s) fails as unavailable, and serves the same pool after it is started again',
      async (mode) => {
        const database = await open();
        const idle = await database.pool.connect();
        idle.release();
        const running = failureOf(database.pool.query('select pg_sleep(60)'));
        await database.pool.query('select 1');
        stop(mode);
        // A server that is stopped at once may not find the time to say so.
        if (mode === 'fast') expect(await running).toMatchObject({ code: '57P01' });
        expect(isDatabaseUnavailable(await running)).toBe(true);
        const refused = await failureOf(database.pool.query('select 1'));
        expect(isDatabaseUnavailable(refused)).toBe(true);
        expect(lost).not.toEqual([]);
        start();
        expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
        await database.close();
      },
    );

    it('without a connection left is unavailable', async () => {
      const [first, second] = [await open(), await open()];
      const held = await Promise.all([1, 2, 3, 4].map(() => first.pool.connect()));
      const rest = await Promise.allSettled([1, 2, 3, 4].map(() => second.pool.connect()));
      const refusals = rest.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
      expect(refusals.length).toBeGreaterThan(0);
      for (const refusal of refusals) {
        expect(refusal).toMatchObject({ code: '53300' });
        expect(isDatabaseUnavailable(refusal)).toBe(true);
      }
      for (const client of held) client.release();
      for (const result of rest) if (result.status === 'fulfilled') result.value.release();
      await first.close();
      await second.close();
    });
  });
}
