import { readFileSync } from 'node:fs';
import { type StaticTable, unpackStaticTable } from './static-embedding.ts';

/** Read once a process; all who use it share it. */
let table: StaticTable | null = null;

/**
 * The table of word pieces that ships beside this file, distilled from all-MiniLM-L6-v2 (minilm-static.NOTICE.md). Read at
 * the first call, some tens of milliseconds.
 *
 * @throws when the file is missing or is not the one that was shipped.
 */
export function shippedStaticTable(): StaticTable {
  table ??= unpackStaticTable(readFileSync(new URL('./minilm-static.bin', import.meta.url)));
  return table;
}
