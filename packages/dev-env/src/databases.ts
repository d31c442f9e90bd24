import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { type EmbeddedDatabase, openEmbedded } from '@rapport/adapters/database/embedded.ts';
import { openPostgresql } from '@rapport/adapters/database/postgresql.ts';
import { installPgBoss } from '@rapport/adapters/queues/pg-boss.ts';
import type { Database, DatabaseKind } from '@rapport/core/database/database.ts';
import { migrateUp } from '@rapport/core/database/migrate.ts';
import { Client } from 'pg';

/** What test runs prepare once: a migrated database to copy instead of migrating anew for every test file. */
export interface Templates {
  /** File with a snapshot of an embedded database. */
  readonly embedded: string;
  /** Name of the template database, beside the connection string of its server; null without a server. */
  readonly postgresql: { readonly url: string; readonly template: string } | null;
}

const silent = () => undefined;

/** Makes the embedded template's content. */
export async function createEmbeddedTemplate(): Promise<Blob> {
  const database = await openEmbedded({ directory: 'memory://', onProgress: silent });
  await migrateUp(database.pool);
  await installPgBoss(database);
  const snapshot = await database.snapshot();
  await database.close();
  return snapshot;
}

/** Makes the template database on a server and returns its name. */
export async function createPostgresqlTemplate(url: string): Promise<string> {
  const name = `rapport_template_${randomUUID().replaceAll('-', '')}`;
  await administer(url, `create database ${name}`);
  const database = await openOn(url, name);
  await migrateUp(database.pool);
  await installPgBoss(database);
  await database.close();
  return name;
}

export const dropPostgresqlDatabase = (url: string, name: string): Promise<void> =>
  administer(url, `drop database if exists ${name} with (force)`);

/** A migrated, empty database of its own, gone when closed. */
export async function openTestDatabase(kind: DatabaseKind, templates: Templates): Promise<Database> {
  if (kind === 'embedded') return openEmbeddedCopy(templates.embedded);
  if (templates.postgresql === null) throw new Error('There is no PostgreSQL server to test on');
  const { url, template } = templates.postgresql;
  const name = `rapport_test_${randomUUID().replaceAll('-', '')}`;
  await administer(url, `create database ${name} template ${template}`);
  const database = await openOn(url, name);
  return {
    ...database,
    async close() {
      await database.close();
      await dropPostgresqlDatabase(url, name);
    },
  };
}

/** An empty database without any table of ours. */
export async function openEmptyDatabase(kind: DatabaseKind, templates: Templates): Promise<Database> {
  const database = await openTestDatabase(kind, templates);
  await database.pool.query('drop schema public cascade; create schema public; drop schema pgboss cascade');
  return database;
}

async function openEmbeddedCopy(file: string): Promise<EmbeddedDatabase> {
  return openEmbedded({ directory: 'memory://', onProgress: silent, startFrom: await openAsBlob(file) });
}

/** The same server's connection string for another of its databases. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

const openOn = (url: string, name: string): Promise<Database> =>
  openPostgresql({
    connectionString: withDatabase(url, name),
    poolSize: 10,
    tls: { mode: 'off' },
    onProgress: silent,
    onIdleError: silent,
  });

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
