import type { Database } from '@rapport/core/database/database.ts';
import type { ClientBase, QueryResult } from 'pg';
import type { Db } from 'pg-boss';

/** A text of several statements answers with a list; pg-boss wants all rows in one. */
function rowsOf(result: QueryResult | QueryResult[]): { rows: unknown[] } {
  return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows };
}

/** The library's statements on a client of ours, such as one inside a transaction. */
export const executorOf = (client: ClientBase): Db => ({
  executeSql: async (text, values) => rowsOf(await client.query(text, values)),
});

/**
 * The library's statements on our pool. Some are whole transactions in one text. PostgreSQL's pool throws a connection
 * away on which one failed; the embedded database has only the one, which is rolled back instead.
 */
export function poolExecutor({ kind, pool }: Database): Db {
  if (kind === 'postgresql') return { executeSql: async (text, values) => rowsOf(await pool.query(text, values)) };
  return {
    async executeSql(text, values) {
      const client = await pool.connect();
      try {
        return rowsOf(await client.query(text, values));
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
  };
}
