import { onEachDatabase } from '@rapport/dev-env';
import { Pool, type PoolClient } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDatabase, type Database, execute, inTransaction, type Statement } from './database.ts';
import { isDatabaseUnavailable } from './errors.ts';

onEachDatabase('a transaction', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.migrated();
    await database.pool.query('create table birds (name text primary key)');
    await database.pool.query('create table nests (bird text references birds (name) deferrable initially deferred)');
  });
  afterAll(() => database.close());
  afterEach(() => database.pool.query('truncate birds, nests'));

  const add = (client: PoolClient, name: string) => client.query('insert into birds values ($1)', [name]);
  const birds = async () =>
    (await database.pool.query<{ name: string }>('select name from birds order by name')).rows.map(({ name }) => name);

  it('is committed when the work resolves, and gives what it resolves with', async () => {
    const result = await inTransaction(database.pool, async (client) => {
      await add(client, 'wren');
      return 'done';
    });
    expect(result).toBe('done');
    expect(await birds()).toEqual(['wren']);
  });

  it.each<readonly [string, (client: PoolClient) => Promise<unknown>, RegExp]>([
    ['throws', () => Promise.reject(new Error('the work failed')), /the work failed/],
    ['sends what the database refuses', (client) => client.query('insert into nowhere values (1)'), /nowhere/],
    ['breaks a constraint', (client) => add(client, 'wren'), /duplicate key/],
    [
      'breaks a constraint that is looked at only at the end',
      (client) => client.query("insert into nests values ('dodo')"),
      /foreign key/,
    ],
  ])('is rolled back when the work %s, and the connection serves on', async (_, fail, message) => {
    const work = inTransaction(database.pool, async (client) => {
      await add(client, 'wren');
      await fail(client);
    });
    await expect(work).rejects.toThrow(message);
    expect(await birds()).toEqual([]);
    await inTransaction(database.pool, (client) => add(client, 'finch'));
    expect(await birds()).toEqual(['finch']);
  });

  it('of many at once each waits for its turn, also where there is one connection', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `bird ${String(index).padStart(2, '0')}`);
    await Promise.all(names.map((name) => inTransaction(database.pool, (client) => add(client, name))));
    expect(await birds()).toEqual(names);
    expect(database.pool.waitingCount).toBe(0);
  });

  it('leaves prepared statements usable after one of them failed', async () => {
    const statement: Statement = { name: 'add-bird', text: 'insert into birds values ($1) returning name' };
    await execute(database.pool, statement, ['wren']);
    await expect(inTransaction(database.pool, (client) => execute(client, statement, ['wren']))).rejects.toThrow(
      /duplicate key/,
    );
    expect(await execute(database.pool, statement, ['finch'])).toEqual([{ name: 'finch' }]);
  });
});

onEachDatabase('a statement that fails', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.migrated();
    await database.pool.query('create table eggs (number integer primary key check (number > 0))');
  });
  afterAll(() => database.close());

  const failing: readonly (readonly [string, string | { name?: string; text: string; values: unknown[] }])[] = [
    ['in its syntax', 'selec 1'],
    ['half-way through several', 'select 1; select 1 / 0; select 2'],
    ['with parameters, when it is parsed', { text: 'select $1 from nowhere', values: [1] }],
    ['with parameters, when they are bound', { text: 'select $1::integer', values: ['one'] }],
    ['with parameters, when it runs', { text: 'select 1 / $1::integer', values: [0] }],
    ['prepared, when it is parsed', { name: 'parse', text: 'select $1 from nowhere', values: [1] }],
    ['prepared, when it is bound', { name: 'bind', text: 'select $1::integer', values: ['one'] }],
    ['prepared, when it runs', { name: 'run', text: 'select 1 / $1::integer', values: [0] }],
    ['prepared, on a constraint', { name: 'constraint', text: 'insert into eggs values ($1)', values: [-1] }],
  ];

  it.each(failing)('%s leaves the next one its own answer', async (_, statement) => {
    for (const round of [1, 2, 3]) {
      await expect(database.pool.query(statement)).rejects.toThrow();
      expect((await database.pool.query('select $1::integer as round', [round])).rows).toEqual([{ round }]);
    }
  });

  it('among many that succeed fails alone, and each gets its own answer', async () => {
    const statements = Array.from({ length: 60 }, (_, index) => ({ index, fails: index % 3 === 0 }));
    const answers = await Promise.all(
      statements.map(({ index, fails }) =>
        database.pool
          .query<{ answer: number }>({
            name: `divide-${index % 2}`,
            text: 'select $1::integer / $2::integer as answer',
            values: [index, fails ? 0 : 1],
          })
          .then(
            ({ rows }) => rows[0]?.answer,
            (error: Error) => error.message,
          ),
      ),
    );
    expect(answers).toEqual(statements.map(({ index, fails }) => (fails ? 'division by zero' : index)));
  });
});

const postgresql = inject('templates').postgresql;

if (postgresql !== null) losingConnections(postgresql.url);

function losingConnections(url: string): void {
  describe('a connection that is lost', () => {
    const lost: Error[] = [];
    let database: Database;
    let administration: Pool;
    beforeAll(() => {
      database = createDatabase({
        kind: 'postgresql',
        pool: new Pool({ connectionString: url, max: 2 }),
        onConnectionLost: (error) => lost.push(error),
      });
      administration = new Pool({ connectionString: url, max: 1 });
    });
    afterAll(async () => {
      await database.close();
      await administration.end();
    });

    const processOf = async (client: PoolClient) =>
      (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;
    const kill = (pid: number | undefined) => administration.query('select pg_terminate_backend($1)', [pid]);
    const ended = (client: PoolClient) => new Promise<void>((resolve) => client.once('end', resolve));

    it('between two statements of a transaction fails that transaction, is told, and is replaced', async () => {
      const before = lost.length;
      let broken: number | undefined;
      const work = inTransaction(database.pool, async (client) => {
        broken = await processOf(client);
        const end = ended(client);
        await kill(broken);
        await end;
        await client.query('select 1');
      });
      const error = await work.then(
        () => expect.fail('It was expected to fail'),
        (thrown: unknown) => thrown,
      );
      expect(isDatabaseUnavailable(error)).toBe(true);
      expect(lost.length).toBeGreaterThan(before);
      expect(await inTransaction(database.pool, processOf)).not.toBe(broken);
    });

    it('in the middle of a statement fails it as unavailable', async () => {
      const work = inTransaction(database.pool, (client) =>
        client.query('select pg_terminate_backend(pg_backend_pid())'),
      );
      const error = await work.then(
        () => expect.fail('It was expected to fail'),
        (thrown: unknown) => thrown,
      );
      expect(isDatabaseUnavailable(error)).toBe(true);
      expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    });

    it('while it is idle disturbs nobody', async () => {
      const client = await database.pool.connect();
      const pid = await processOf(client);
      const end = ended(client);
      client.release();
      await kill(pid);
      await end;
      expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    });

    it('is thrown away when it can not even roll back', async () => {
      const client = await database.pool.connect();
      client.release();
      const total = database.pool.totalCount;
      await expect(
        inTransaction(database.pool, async (used) => {
          const end = ended(used);
          await kill(await processOf(used));
          await end;
        }),
      ).rejects.toThrow();
      expect(database.pool.totalCount).toBeLessThan(total + 1);
      expect(database.pool.idleCount).toBe(database.pool.totalCount);
    });
  });
}
