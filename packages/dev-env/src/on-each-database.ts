import type { Database, DatabaseKind } from '@rapport/core/database/database.ts';
import { describe, inject } from 'vitest';
import { openEmptyDatabase, openTestDatabase } from './databases.ts';

/** Opens databases of the kind that a suite runs on. Each is the test's to close. */
export interface DatabaseFactory {
  readonly kind: DatabaseKind;
  /** Migrated, without rows. */
  migrated(): Promise<Database>;
  /** Without any table. */
  empty(): Promise<Database>;
}

/** Runs a suite on the embedded database and, where it answers, on PostgreSQL. */
export function onEachDatabase(name: string, suite: (databases: DatabaseFactory) => void): void {
  const templates = inject('templates');
  const kinds: DatabaseKind[] = templates.postgresql === null ? ['embedded'] : ['embedded', 'postgresql'];
  for (const kind of kinds) {
    describe(`${name} (${kind})`, () =>
      suite({
        kind,
        migrated: () => openTestDatabase(kind, templates),
        empty: () => openEmptyDatabase(kind, templates),
      }));
  }
}
