import { Kysely, PostgresDialect } from 'kysely';
import type { ClientBase, Pool, PoolClient, QueryConfig, QueryResultRow } from 'pg';
import { noteDatabaseError } from './errors.ts';
import type { Tables } from './schema.ts';

/** `embedded`: PGlite in this process, one connection, one owner. `postgresql`: a server, any number of instances. */
export type DatabaseKind = 'embedded' | 'postgresql';

/**
 * The one way to the data. Both kinds are reached through the same `pg.Pool`, so every library and every line of SQL
 * sees one driver. The embedded pool has a single connection: inside a transaction nothing may ask for a second one.
 */
export interface Database {
  readonly kind: DatabaseKind;
  readonly pool: Pool;
  /** Typed queries for everything but the turn's own statements. */
  readonly kysely: Kysely<Tables>;
  close(): Promise<void>;
}

/**
 * A statement that is prepared once a connection and named, so that PostgreSQL plans it once. Used where a turn's time
 * goes; elsewhere Kysely reads better.
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export interface DatabaseOptions {
  readonly kind: DatabaseKind;
  readonly pool: Pool;
  /** Told of each connection that is lost, in use or idle. The pool makes a new one by itself. */
  readonly onConnectionLost: (error: Error) => void;
  /** Closes what is under the pool, after the pool. */
  readonly closeUnderlying?: () => Promise<void>;
}

export function createDatabase({ kind, pool, onConnectionLost, closeUnderlying }: DatabaseOptions): Database {
  // The pool listens to a connection only while it is idle: one that is lost between two statements of a transaction
  // would otherwise be an event that nobody handles, and end the process.
  pool.on('connect', (client) => {
    client.on('error', onConnectionLost);
    noteErrorsOf(client, 'query');
  });
  // The same errors again, of idle connections; without a listener they would end the process too.
  pool.on('error', () => undefined);
  noteErrorsOf(pool, 'connect');
  noteErrorsOf(pool, 'query');
  return {
    kind,
    pool,
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    async close() {
      try {
        await pool.end();
      } finally {
        await closeUnderlying?.();
      }
    },
  };
}

/** `pg` reads a query's own time limit; its types do not have it yet. */
interface TimedQuery extends QueryConfig {
  readonly query_timeout: number;
}

/** A server that takes a statement and never answers counts as gone after this; the connection is thrown away. */
const STATEMENT_ANSWER_MS = 10_000;

const timedQuery = (statement: Statement, values: readonly unknown[]): TimedQuery => ({
  name: statement.name,
  text: statement.text,
  values: [...values],
  query_timeout: STATEMENT_ANSWER_MS,
});

/**
 * Has an error of a driver's method noted as the database's, whether the method tells it to a callback or by a promise:
 * a connection that is refused or reset looks like any other by itself.
 */
function noteErrorsOf(target: Pool | ClientBase, method: 'connect' | 'query'): void {
  const original: unknown = Reflect.get(target, method);
  if (typeof original !== 'function') throw new TypeError(`The driver has no ${method}`);
  Reflect.set(target, method, (...values: unknown[]): unknown => {
    const callback = values.at(-1);
    const given =
      typeof callback === 'function'
        ? values.with(-1, (error: unknown, ...rest: unknown[]): unknown => callback(noteDatabaseError(error), ...rest))
        : values;
    const result: unknown = Reflect.apply(original, target, given);
    if (!(result instanceof Promise)) return result;
    return result.catch((error: unknown) => {
      throw noteDatabaseError(error);
    });
  });
}

/** Runs a named statement. `values` are its parameters in order. */
export async function execute<Row extends QueryResultRow>(
  executor: Pool | PoolClient,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const result = await executor.query<Row>(timedQuery(statement, values));
  return result.rows;
}

/**
 * Runs `work` in a transaction on one connection: committed when it resolves, rolled back when it throws. On the
 * embedded database that connection is the only one, so `work` must use no other.
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that can't even roll back is thrown away; the server rolls back when it closes.
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
