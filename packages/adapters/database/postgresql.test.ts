import type { Database } from '@rapport/core/database/database.ts';
import { isDatabaseUnavailable } from '@rapport/core/database/errors.ts';
import { withDatabase } from '@rapport/dev-env/databases.ts';
import { findPostgresqlPrograms, type OwnPostgresql, startOwnPostgresql } from '@rapport/dev-env/own-postgresql.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresql } from './postgresql.ts';

const programs = findPostgresqlPrograms();
if (programs !== null) withAServerOfItsOwn(programs);

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.fail('It was expected to fail'),
    (error: unknown) => error,
  );

function withAServerOfItsOwn(folder: string): void {
  describe('PostgreSQL that is stopped and started', () => {
    let server: OwnPostgresql;
    // Few connections, so that a test can use them up.
    const settings = '-c max_connections=6 -c superuser_reserved_connections=0';
    const progress: string[] = [];
    const lost: Error[] = [];
    const open = (database = 'postgres'): Promise<Database> =>
      openPostgresql({
        connectionString: withDatabase(server.url, database),
        poolSize: 4,
        tls: { mode: 'off' },
        onProgress: (message) => progress.push(message),
        onIdleError: (error) => lost.push(error),
      });

    beforeAll(async () => {
      server = await startOwnPostgresql(folder, settings);
      server.stop('fast');
    });
    afterAll(() => server[Symbol.dispose]());

    it('is waited for while it starts', async () => {
      const opening = openPostgresql({
        connectionString: server.url,
        poolSize: 1,
        tls: { mode: 'off' },
        onIdleError: () => undefined,
        onProgress: (message) => {
          progress.push(message);
          if (progress.length === 1) server.start();
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
        server.stop(mode);
        // A server that is stopped at once may not find the time to say so.
        if (mode === 'fast') expect(await running).toMatchObject({ code: '57P01' });
        expect(isDatabaseUnavailable(await running)).toBe(true);
        const refused = await failureOf(database.pool.query('select 1'));
        expect(isDatabaseUnavailable(refused)).toBe(true);
        expect(lost).not.toEqual([]);
        server.start();
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
