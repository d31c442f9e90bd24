import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { MEASURES } from './measures.ts';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

const tablesReadWhole = (node: PlanNode): string[] => [
  ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : []),
  ...(node.Plans ?? []).flatMap(tablesReadWhole),
];

onEachDatabase('what the alert rules measure', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.migrated();
  });
  afterAll(() => database.close());

  it('is read by ranges of indexes, every minute and however many turns there are', async () => {
    const client = await database.pool.connect();
    try {
      // On a small table reading all of it is cheapest. Where that is dear, what still does it has no index to use.
      await client.query('set enable_seqscan = off');
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
        `explain (format json) ${MEASURES.text}`,
        [new Date('2026-11-30T12:00:00Z')],
      );
      expect(rows[0]?.['QUERY PLAN'].flatMap(({ Plan }) => tablesReadWhole(Plan))).toEqual([]);
    } finally {
      await client.query('reset enable_seqscan');
      client.release();
    }
  });
});
