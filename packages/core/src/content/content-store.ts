import type { Pool, PoolClient } from 'pg';
import { type Database, execute, inTransaction, type Statement } from '../database/database.ts';
import {
  type Page,
  type PageRequest,
  pageOf,
  readCursor,
  writeCursor,
  InvalidCursorError,
} from '../database/paging.ts';
import { type Actor, ContentConflictError, type ContentKind, type Entry, type EntryState } from './entry.ts';

/** One edit to store. */
export interface EntryChange {
  readonly id: string;
  /** The revision it was made from, 0 where there was no edit; null overrides whatever there is. */
  readonly from: number | null;
  readonly state: EntryState;
  /** Null keeps what was saved last; what is deleted has none. */
  readonly content: unknown;
}

export interface ContentChange {
  readonly assistant: string;
  readonly kind: ContentKind;
  readonly actor: Actor;
  readonly at: Date;
  /**
   * Decides what to store, given what is on file of this kind. Nobody else's edit comes between. Throws to change nothing.
   */
  readonly decide: (entries: ReadonlyMap<string, Entry>) => readonly EntryChange[];
}

/** What an instance doesn't know yet of an assistant's edits. */
export interface ContentNews {
  readonly version: number;
  readonly entries: readonly Entry[];
}

export interface Revision {
  readonly revision: number;
  readonly state: EntryState;
  readonly content: unknown;
  readonly changedAt: Date;
  readonly actor: Actor['kind'];
  readonly changedBy: string | null;
}

interface EntryRow {
  kind: ContentKind;
  id: string;
  state: EntryState;
  revision: number;
  content: unknown;
  live_content: unknown;
  is_hidden: boolean;
}

const COLUMNS = 'e.kind, e.id, e.state, e.revision, e.content, e.live_content, e.is_hidden';

/** One row an assistant, by its key: this is asked every few seconds. */
const VERSIONS: Statement = {
  name: 'content-versions',
  text: 'select assistant, version::float8 as version from content_versions where assistant = any ($1)',
};
/** The version and what changed since, in one statement, so that they fit together. */
const NEWS: Statement = {
  name: 'content-news',
  text: `
select v.version::float8 as content_version, ${COLUMNS}
from content_versions v left join content_entries e on e.assistant = v.assistant and e.version > $2
where v.assistant = $1`,
};
/** Taken first, so that edits of one assistant come one after the other and each sees the one before. */
const NEXT_VERSION: Statement = {
  name: 'content-next-version',
  text: `
insert into content_versions as v (assistant, version, changed_at) values ($1, 1, $2)
on conflict (assistant) do update set version = v.version + 1, changed_at = excluded.changed_at
returning version::float8 as version`,
};
const ENTRIES: Statement = {
  name: 'content-entries',
  text: `select ${COLUMNS} from content_entries e where e.assistant = $1 and e.kind = $2`,
};
const STORE: Statement = {
  name: 'content-store',
  text: `
with given as (
  select * from jsonb_to_recordset($3::jsonb)
    as g (id text, state text, revision integer, content jsonb, live_content jsonb, is_hidden boolean)
), history as (
  insert into content_revisions (assistant, kind, id, revision, state, content, changed_at, actor, changed_by)
  select $1, $2, id, revision, state, content, $5, $6, $7::uuid from given
)
insert into content_entries (assistant, kind, id, state, revision, content, live_content, is_hidden, version)
select $1, $2, id, state, revision, content, live_content, is_hidden, $4 from given
on conflict (assistant, kind, id) do update set state = excluded.state, revision = excluded.revision,
  content = excluded.content, live_content = excluded.live_content, is_hidden = excluded.is_hidden,
  version = excluded.version`,
};
const REVISIONS: Statement = {
  name: 'content-revisions',
  text: `
select revision, state, content, changed_at, actor, changed_by from content_revisions
where assistant = $1 and kind = $2 and id = $3 and revision < $4 order by revision desc limit $5`,
};

/** The versions of assistants that were ever edited. */
export async function readVersions(database: Database, assistants: readonly string[]): Promise<Map<string, number>> {
  const rows = await execute<{ assistant: string; version: number }>(database.pool, VERSIONS, [assistants]);
  return new Map(rows.map(({ assistant, version }) => [assistant, version]));
}

/** What changed of an assistant's content since a version; 0: all of it. Null when it was never edited. */
export async function readNews(database: Database, assistant: string, since: number): Promise<ContentNews | null> {
  const rows = await execute<EntryRow & { content_version: number }>(database.pool, NEWS, [assistant, since]);
  const [first] = rows;
  if (first === undefined) return null;
  return { version: first.content_version, entries: rows.filter(({ id }) => id !== null).map(toEntry) };
}

/**
 * Stores edits: all of them or none, with their history, in one transaction that other edits of the assistant wait for.
 *
 * @returns how many were stored.
 * @throws ContentConflictError when one was made from another revision than the one on file, and what `decide` throws.
 */
export async function changeContent(database: Database, change: ContentChange): Promise<number> {
  const { assistant, kind, actor, at } = change;
  return inTransaction(database.pool, async (client) => {
    const [next] = await execute<{ version: number }>(client, NEXT_VERSION, [assistant, at]);
    const entries = await readEntries(client, assistant, kind);
    const changes = change.decide(entries);
    const given = changes.map((each) => rowOf(each, entries.get(each.id)));
    if (given.length === 0) return 0;
    await execute(client, STORE, [assistant, kind, JSON.stringify(given), next?.version, at, actor.kind, actor.userId]);
    return given.length;
  });
}

/** The revisions of one entry, latest first. Throws {@link InvalidCursorError}. */
export async function readRevisions(
  database: Database,
  { assistant, kind, id }: { readonly assistant: string; readonly kind: ContentKind; readonly id: string },
  { cursor, limit }: PageRequest,
): Promise<Page<Revision>> {
  const before = cursor === null ? MOST_REVISIONS : readCursor(cursor)[0];
  if (typeof before !== 'number' || !Number.isInteger(before) || before < 0 || before > MOST_REVISIONS)
    throw new InvalidCursorError();
  const rows = await execute<{
    revision: number;
    state: EntryState;
    content: unknown;
    changed_at: Date;
    actor: Actor['kind'];
    changed_by: string | null;
  }>(database.pool, REVISIONS, [assistant, kind, id, before, limit + 1]);
  return pageOf(
    rows,
    limit,
    ({ changed_at, changed_by, ...rest }) => ({ ...rest, changedAt: changed_at, changedBy: changed_by }),
    ({ revision }) => writeCursor([revision]),
  );
}

/** PostgreSQL's largest `integer`. */
const MOST_REVISIONS = 2_147_483_647;

async function readEntries(
  client: Pool | PoolClient,
  assistant: string,
  kind: ContentKind,
): Promise<ReadonlyMap<string, Entry>> {
  const rows = await execute<EntryRow>(client, ENTRIES, [assistant, kind]);
  return new Map(rows.map((row) => [row.id, toEntry(row)]));
}

function rowOf({ id, from, state, content }: EntryChange, before: Entry | undefined) {
  const isThere = before !== undefined && before.state !== 'deleted';
  const revision = before?.revision ?? 0;
  // Someone who read what there is before the edit, or after its end, read revision 0: there was none.
  if (from !== null && from !== (isThere ? revision : 0)) throw new ContentConflictError(id, isThere ? revision : 0);
  const kept = content ?? (isThere ? before.content : null);
  const row = { id, state, revision: revision + 1 };
  switch (state) {
    case 'live':
      return { ...row, content: kept, live_content: kept, is_hidden: false };
    case 'draft':
      return {
        ...row,
        content: kept,
        live_content: before?.liveContent ?? null,
        is_hidden: before?.isHidden ?? false,
      };
    case 'retired':
      return { ...row, content: kept, live_content: null, is_hidden: true };
    case 'deleted':
      return { ...row, content: null, live_content: null, is_hidden: false };
  }
}

const toEntry = ({ kind, id, state, revision, content, live_content, is_hidden }: EntryRow): Entry => ({
  kind,
  id,
  state,
  revision,
  // One object for both where they are the same: thousands of passages are kept.
  content: state === 'live' ? live_content : content,
  liveContent: live_content,
  isHidden: is_hidden,
});
