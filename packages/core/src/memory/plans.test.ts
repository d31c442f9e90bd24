import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database, Statement } from '../database/database.ts';
import { READ_FACTS } from './direct-read.ts';
import { LIST_MEMORIES } from './memories.ts';
import { SEARCH_MEMORY } from './search.ts';
import { readVectorSupport, type VectorSupport } from './vectors.ts';

const PERSON = '01a20294-f647-7396-9c7b-1e3978e20447';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Every step of a plan that reads a table from end to end. */
const scansIn = (node: PlanNode): string[] => [
  ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : []),
  ...(node.Plans ?? []).flatMap(scansIn),
];

const VECTOR = { pgvector: '[1,0,0]', 'real[]': '{1,0,0}' } as const;

/** What a turn or a person's page asks of memory, with parameters as they come. */
const QUERIES: readonly (readonly [
  string,
  (support: VectorSupport) => Statement,
  (support: VectorSupport) => unknown[],
])[] = [
  [
    'facts by slot, relation and name',
    () => READ_FACTS,
    () => [PERSON, 'jumbo', ['lives-in'], ['favourite:'], ['sister'], ['ana'], 30, false],
  ],
  [
    'search by words and vectors',
    (support) => SEARCH_MEMORY[support],
    (support) => [PERSON, 'jumbo', 'who waved from the lighthouse', 'test/model', '100', VECTOR[support], false, 20],
  ],
  ['the list of memories', () => LIST_MEMORIES, () => [PERSON, 'jumbo', null, 'active', null, null, 21]],
];

onEachDatabase('a hot query of memory', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.migrated();
  });
  afterAll(() => database.close());

  it.each(QUERIES)('reads %s by indexes', async (_, statementOf, valuesOf) => {
    const support = await readVectorSupport(database.pool);
    const client = await database.pool.connect();
    try {
      // On a small table reading all of it is cheapest. Where that is dear, what still does it has no index to use.
      await client.query('set enable_seqscan = off');
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
        `explain (format json) ${statementOf(support).text}`,
        valuesOf(support),
      );
      expect(rows[0]?.['QUERY PLAN'].flatMap(({ Plan }) => scansIn(Plan))).toEqual([]);
    } finally {
      await client.query('reset enable_seqscan');
      client.release();
    }
  });
});
