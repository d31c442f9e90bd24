import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { DatabaseError, Pool, type PoolConfig } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { createDatabase } from './database.ts';
import { hasSqlState, isDatabaseUnavailable, noteDatabaseError, SQLSTATE } from './errors.ts';

const ofServer = (code: string): DatabaseError =>
  Object.assign(new DatabaseError('as the server words it', 0, 'error'), { code });
const ofSystem = (code: string, more: object = {}): Error =>
  Object.assign(new Error(`connect ${code}`), { code, ...more });
const ofDriver = (code: string, more: object = {}): Error => noteDatabaseError(ofSystem(code, more));
/** A pool as the product uses it. */
const poolOf = (config: PoolConfig): Pool =>
  createDatabase({ kind: 'postgresql', pool: new Pool(config), onConnectionLost: () => undefined }).pool;

describe('isDatabaseUnavailable', () => {
  it.each<readonly [string, unknown]>([
    ['connection_failure', ofServer('08006')],
    ['sqlclient_unable_to_establish_sqlconnection', ofServer('08001')],
    ['protocol_violation, as poolers word a lost server', ofServer('08P01')],
    ['insufficient_resources', ofServer('53000')],
    ['disk_full', ofServer('53100')],
    ['out_of_memory', ofServer('53200')],
    ['too_many_connections', ofServer('53300')],
    ['admin_shutdown', ofServer('57P01')],
    ['crash_shutdown', ofServer('57P02')],
    ['cannot_connect_now', ofServer('57P03')],
    ['idle_session_timeout', ofServer('57P05')],
    ['idle_in_transaction_session_timeout', ofServer('25P03')],
    ['read_only_sql_transaction', ofServer('25006')],
    ['io_error', ofServer('58030')],
    ['a refused connection', ofDriver('ECONNREFUSED')],
    ['a reset connection', ofDriver('ECONNRESET')],
    ['a name that is unknown', ofDriver('ENOTFOUND')],
    ['a name server that is away', ofDriver('EAI_AGAIN')],
    ['a network that is away', ofDriver('ENETUNREACH')],
    ['a missing socket', ofDriver('ENOENT', { syscall: 'connect' })],
    ['every address refused', noteDatabaseError(new AggregateError([ofSystem('ECONNREFUSED')]))],
    ['a refused connection as the cause of another', new Error('Not stored', { cause: ofDriver('ECONNREFUSED') })],
    ['a pool without a free connection', new Error('timeout exceeded when trying to connect')],
    ['a pool that has ended', new Error('Cannot use a pool after calling end on the pool')],
    ['a lost connection', new Error('Connection terminated unexpectedly')],
    ['a connection known to be lost', new Error('Client has encountered a connection error and is not queryable')],
    ['an answer that never came', new Error('Query read timeout')],
    ['the embedded database closed', new Error('PGlite is closed')],
    ['one of these as the cause of another', new Error('Migration failed', { cause: ofServer('57P01') })],
  ])('is true of %s', (_, error) => {
    expect(isDatabaseUnavailable(error)).toBe(true);
  });

  it.each<readonly [string, unknown]>([
    ['unique_violation', ofServer(SQLSTATE.uniqueViolation)],
    ['syntax_error', ofServer('42601')],
    ['undefined_table', ofServer('42P01')],
    ['query_canceled', ofServer('57014')],
    ['database_dropped', ofServer('57P04')],
    ['invalid_password', ofServer('28P01')],
    ['serialization_failure', ofServer('40001')],
    ['read-only code with a letter more', ofServer('250060')],
    ['a missing file, as the driver tells it', ofDriver('ENOENT', { syscall: 'open' })],
    ['a missing file', ofSystem('ENOENT', { syscall: 'open' })],
    ['a file that may not be read', ofSystem('EACCES')],
    ['an error of ours that speaks of connections', new Error('The word Connection terminated is in the text')],
    ["a client's connection that was reset", ofSystem('ECONNRESET')],
    ["a client's connection that was closed", ofSystem('EPIPE')],
    ['a name to listen on that is unknown', ofSystem('ENOTFOUND', { syscall: 'getaddrinfo' })],
    ["a vendor's server that refuses", new AggregateError([ofSystem('ECONNREFUSED')])],
    ['several errors, none of them such', new AggregateError([new Error('a'), ofServer('42601')])],
    ['no error', { code: '57P01' }],
    ['nothing', null],
    ['a text', '57P01'],
  ])('is false of %s', (_, error) => {
    expect(isDatabaseUnavailable(error)).toBe(false);
  });

  it('is true of what pg throws when nobody listens', async () => {
    const port = await freePort();
    for (const target of [
      { host: '127.0.0.1', port },
      { host: 'localhost', port },
      { host: tmpdir(), port },
    ]) {
      expect(isDatabaseUnavailable(await failureOf(poolOf({ ...target, database: 'x' }).connect()))).toBe(true);
    }
  });

  it('is true of what pg throws when the one who listens hangs up, or says nothing', async () => {
    const { server, port } = await listen((socket) => socket.destroy());
    expect(isDatabaseUnavailable(await failureOf(poolOf({ host: '127.0.0.1', port }).query('select 1')))).toBe(true);
    server.close();
    const silent = await listen(() => undefined);
    const target = { host: '127.0.0.1', port: silent.port, connectionTimeoutMillis: 50 };
    expect(isDatabaseUnavailable(await failureOf(poolOf(target).connect()))).toBe(true);
    const pool = poolOf(target);
    expect(isDatabaseUnavailable(await failureOf(pool.query('select 1')))).toBe(true);
    await pool.end();
    expect(isDatabaseUnavailable(await failureOf(pool.query('select 1')))).toBe(true);
    silent.server.close();
  });
});

const postgresql = inject('services').postgresql;
if (postgresql !== null) {
  describe('against a PostgreSQL server', () => {
    it('a pool without a free connection is unavailable; a statement that is wrong or takes too long is not', async () => {
      const pool = new Pool({
        connectionString: postgresql,
        max: 1,
        connectionTimeoutMillis: 50,
        statement_timeout: 50,
      });
      const client = await pool.connect();
      expect(isDatabaseUnavailable(await failureOf(pool.query('select 1')))).toBe(true);
      expect(isDatabaseUnavailable(await failureOf(client.query('selec 1')))).toBe(false);
      expect(isDatabaseUnavailable(await failureOf(client.query('select pg_sleep(5)')))).toBe(false);
      client.release();
      await pool.end();
    });

    it('hasSqlState knows the code', async () => {
      const pool = new Pool({ connectionString: postgresql, max: 1 });
      const error = await failureOf(
        pool.query('create temporary table t (id integer primary key); insert into t values (1), (1)'),
      );
      expect(hasSqlState(error, SQLSTATE.uniqueViolation)).toBe(true);
      expect(hasSqlState(error, SQLSTATE.foreignKeyViolation)).toBe(false);
      await pool.end();
    });
  });
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.fail('It was expected to fail'),
    (error: unknown) => error,
  );
}

async function listen(
  onConnection: Parameters<typeof createServer>[1] & object,
): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on no port');
  return { server, port: address.port };
}

async function freePort(): Promise<number> {
  const { server, port } = await listen((socket) => socket.destroy());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
