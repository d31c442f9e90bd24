import type { Memory, MemoryPatch, NewMemory } from '@rapport/wire';
import type { PoolClient } from 'pg';
import { type Database, execute, inTransaction, type Statement } from '../database/database.ts';
import { type Page, type PageRequest, pageOf, readTimeCursor, writeCursor } from '../database/paging.ts';
import type { Clock, NewId } from '../runtime.ts';
import { type Fact, type MemoryKind, SELF } from './fact.ts';
import { fold } from './fold.ts';
import { forget } from './forget.ts';
import { foundOnce } from './found-once.ts';
import { factOf, MEMORY_COLUMNS, type MemoryRow } from './memory-rows.ts';
import { searchMemory } from './search.ts';
import { readSearch } from './search-query.ts';
import type { MemoryVectors } from './vectors.ts';
import { lockMemory, writeMemory } from './write.ts';
import { readWritten } from './written.ts';

/** What the person's own doors to their memory need. */
export interface MemoriesContext {
  readonly database: Database;
  readonly vectors: MemoryVectors;
  readonly clock: Clock;
  readonly newId: NewId;
  /** The client of a transaction that the work is part of; a transaction of its own without one. */
  readonly client?: PoolClient;
}

/** Runs under the lock of a person's memory, in the caller's transaction or in one of its own. */
function underLock<Result>(
  { database, client }: MemoriesContext,
  userId: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const locked = async (owner: PoolClient) => {
    await lockMemory(owner, userId);
    return work(owner);
  };
  return client === undefined ? inTransaction(database.pool, locked) : locked(client);
}

/** Which memories are asked for; null leaves a filter out. */
export interface MemoryFilter {
  readonly assistant: string | null;
  readonly kind: MemoryKind | 'message' | null;
  readonly status: Fact['status'] | null;
}

/** The conversation a message stands in. */
interface SourceConversation {
  readonly id: string;
  readonly assistant: string;
}
type ConversationsByMessage = ReadonlyMap<string, SourceConversation>;

/** A memory as its owner sees it; with `score` when it was searched for. */
function memoryOf(row: MemoryRow, conversations: ConversationsByMessage, score?: number): Memory {
  return {
    id: row.id,
    assistant: row.assistant,
    kind: row.kind,
    subject: row.subject_name ?? row.subject_relation ?? 'self',
    text: row.text,
    quote: row.quote,
    sourceMessageId: row.sources?.[0] ?? null,
    sourceConversationId: conversations.get(row.sources?.[0] ?? '')?.id ?? null,
    confidence: Math.round(row.confidence * 100) / 100,
    status: row.status,
    validFrom: row.valid_from.toISOString(),
    validUntil: row.valid_until?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    ...(score === undefined ? {} : { score }),
  };
}

export const LIST_MEMORIES: Statement = {
  name: 'memories-list',
  text: `
select ${MEMORY_COLUMNS} from memories
where user_id = $1 and ($2::text is null or assistant = $2) and ($3::text is null or kind = $3) and ($4::text is null or status = $4)
  and ($5::timestamptz is null or (created_at, id) < ($5, $6::uuid))
order by created_at desc, id desc limit $7`,
};

/** What is remembered of a person, the newest first. */
export async function listMemories(
  { database }: Pick<MemoriesContext, 'database'>,
  userId: string,
  filter: MemoryFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<Memory>> {
  const after = cursor === null ? null : readTimeCursor(cursor);
  const rows = await execute<MemoryRow>(database.pool, LIST_MEMORIES, [
    userId,
    filter.assistant,
    filter.kind,
    filter.status,
    after?.time ?? null,
    after?.id ?? null,
    limit + 1,
  ]);
  const conversations = await conversationsOf(database.pool, userId, sourcesOf(rows));
  return pageOf(
    rows,
    limit,
    (row) => memoryOf(row, conversations),
    (row) => writeCursor([row.created_at.toISOString(), row.id]),
  );
}

/** Searched for beyond the page, so that a filter leaves enough. */
const SEARCHED_PER_ITEM = 3;
const MOST_SEARCHED = 120;

/**
 * What matches a question, best first: memories and, because facts alone lose what no rule read, the person's own messages
 * (`kind: message`, under the message's id). One page: search has no second.
 */
export async function findMemories(
  { database, vectors }: Pick<MemoriesContext, 'database' | 'vectors'>,
  userId: string,
  filter: MemoryFilter,
  query: { readonly text: string; readonly limit: number },
): Promise<Page<Memory>> {
  const found = await searchMemory(
    database.pool,
    vectors,
    { userId, assistant: filter.assistant },
    {
      ...readSearch(query.text, { user: await ownName(database, userId), assistant: '' }),
      limit: Math.min(MOST_SEARCHED, query.limit * SEARCHED_PER_ITEM),
      withReplies: false,
    },
  );
  const rows = await rowsOf(database, userId, [...found.facts.map(({ fact }) => fact.id)]);
  const isWanted = ({ kind, status }: Pick<Memory, 'kind' | 'status'>): boolean =>
    (filter.kind === null || kind === filter.kind) && (filter.status === null || status === filter.status);
  const wanted = found.facts.flatMap(({ fact, score }) => {
    const row = rows.get(fact.id);
    return row !== undefined && isWanted(row) ? [{ row, score }] : [];
  });
  const { memories, evidence } = foundOnce(wanted, found.evidence);
  const conversations = await conversationsOf(database.pool, userId, [
    ...sourcesOf(memories.map(({ row }) => row)),
    ...evidence.map(({ messageId }) => messageId),
  ]);
  const messages = evidence.map(
    ({ messageId, text, saidAt, score }): Memory => ({
      id: messageId,
      assistant: conversations.get(messageId)?.assistant ?? '',
      kind: 'message',
      subject: 'self',
      text,
      quote: text,
      sourceMessageId: messageId,
      sourceConversationId: conversations.get(messageId)?.id ?? null,
      confidence: 1,
      status: 'active',
      validFrom: saidAt.toISOString(),
      validUntil: null,
      createdAt: saidAt.toISOString(),
      lastUsedAt: null,
      score: rounded(score),
    }),
  );
  const items = [
    ...memories.map(({ row, score }) => memoryOf(row, conversations, rounded(score))),
    ...messages.filter(isWanted),
  ]
    .sort((one, other) => (other.score ?? 0) - (one.score ?? 0))
    .slice(0, query.limit);
  return { items, nextCursor: null };
}

const OWN_NAME: Statement = {
  name: 'memories-own-name',
  text: 'select preferred_name from profiles where user_id = $1',
};

/** What the person is called, as a question about them in the third person has it; empty when nobody knows. */
async function ownName({ pool }: Pick<Database, 'pool'>, userId: string): Promise<string> {
  const [row] = await execute<{ preferred_name: string | null }>(pool, OWN_NAME, [userId]);
  return row?.preferred_name ?? '';
}

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;

const BY_IDS: Statement = {
  name: 'memories-by-ids',
  text: `select ${MEMORY_COLUMNS} from memories where user_id = $1 and id = any($2)`,
};

async function rowsOf(
  { pool }: Pick<Database, 'pool'>,
  userId: string,
  ids: readonly string[],
): Promise<Map<string, MemoryRow>> {
  const rows = ids.length === 0 ? [] : await execute<MemoryRow>(pool, BY_IDS, [userId, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

const CONVERSATIONS: Statement = {
  name: 'memories-conversations',
  text: `
select messages.id as message_id, conversations.id, conversations.assistant from messages
join conversations on conversations.user_id = messages.user_id and conversations.id = messages.conversation_id
where messages.user_id = $1 and messages.id = any($2)`,
};

/** The message each memory was first read from. */
const sourcesOf = (rows: readonly MemoryRow[]): string[] => rows.flatMap(({ sources }) => sources?.slice(0, 1) ?? []);

async function conversationsOf(
  querier: Database['pool'] | PoolClient,
  userId: string,
  messageIds: readonly string[],
): Promise<ConversationsByMessage> {
  if (messageIds.length === 0) return new Map();
  const rows = await execute<SourceConversation & { message_id: string }>(querier, CONVERSATIONS, [userId, messageIds]);
  return new Map(rows.map(({ message_id: messageId, id, assistant }) => [messageId, { id, assistant }]));
}

const withConversation = async (client: PoolClient, userId: string, row: MemoryRow): Promise<Memory> =>
  memoryOf(row, await conversationsOf(client, userId, sourcesOf([row])));

/** What the person wants remembered, written by themselves: no other proof is needed. Said twice, it is one memory. */
export async function addMemory(
  context: MemoriesContext,
  userId: string,
  given: NewMemory,
): Promise<{ readonly memory: Memory; readonly isNew: boolean } | null> {
  const { vectors, clock, newId } = context;
  return underLock(context, userId, async (client) => {
    if (!(await personExists(client, userId))) return null;
    const same = await findSame(client, userId, given);
    if (same !== null) return { memory: await withConversation(client, userId, same), isNew: false };
    const now = clock.now();
    const fact: Fact = {
      id: newId(),
      kind: given.kind,
      subject: subjectOf(given.subject),
      ...writtenAs(given.text, now, fold(given.subject) === 'self'),
      text: given.text,
      quote: given.text,
      confidence: 1,
      importance: 0.7,
      tender: false,
      time: null,
      status: 'active',
      saidAt: now,
      validFrom: now,
      validUntil: null,
      sourceMessageIds: [],
    };
    await writeMemory(
      client,
      { vectors, userId, assistant: given.assistant, origin: 'person', now },
      { add: [fact], reinforce: [], supersede: [], rename: [] },
    );
    const [row] = await execute<MemoryRow>(client, BY_IDS, [userId, [fact.id]]);
    return row === undefined ? null : { memory: await withConversation(client, userId, row), isNew: true };
  });
}

const PERSON: Statement = { name: 'memories-person', text: 'select id from users where id = $1 for key share' };
const personExists = async (client: PoolClient, userId: string): Promise<boolean> =>
  (await execute(client, PERSON, [userId])).length > 0;

const SAME: Statement = {
  name: 'memories-same',
  text: `
select ${MEMORY_COLUMNS} from memories
where user_id = $1 and assistant = $2 and lower(quote) = lower($3) and origin = 'person' and status <> 'superseded' limit 1`,
};

async function findSame(client: PoolClient, userId: string, { assistant, text }: NewMemory): Promise<MemoryRow | null> {
  const [row] = await execute<MemoryRow>(client, SAME, [userId, assistant, text]);
  return row ?? null;
}

function subjectOf(subject: string): Fact['subject'] {
  if (fold(subject) === 'self' || fold(subject) === 'me') return SELF;
  return { key: `person:${fold(subject)}`.slice(0, 200), name: subject, relation: null };
}

/** What the words say, typed where they say one thing, so that a question finds it; whose it is only where `asSubject`. */
function writtenAs(
  text: string,
  now: Date,
  asSubject: boolean,
): Pick<Fact, 'slot' | 'value' | 'modality'> & Partial<Pick<Fact, 'subject'>> {
  const written = readWritten(text, now);
  if (written === null || (!asSubject && written.subject.key === SELF.key))
    return { slot: 'fact', value: text, modality: 'asserted' };
  const { subject, slot, value, modality } = written;
  return { slot, value, modality, ...(asSubject ? { subject } : {}) };
}

/** What came of an attempt to correct a memory. `is-message`: the id is a message's, which stays as it was said. */
export type Corrected =
  | { readonly kind: 'corrected'; readonly memory: Memory }
  | { readonly kind: 'is-message' | 'not-found' };

/**
 * Corrects a memory in the person's own words. What it said before stays as history, superseded, and the memory keeps its
 * id. The messages it was read from no longer prove it.
 */
export async function correctMemory(
  context: MemoriesContext,
  userId: string,
  id: string,
  patch: MemoryPatch,
): Promise<Corrected> {
  const { vectors, clock, newId } = context;
  return underLock(context, userId, async (client): Promise<Corrected> => {
    const [row] = await execute<MemoryRow>(client, BY_IDS, [userId, [id]]);
    if (row === undefined) return { kind: (await isMessage(client, userId, id)) ? 'is-message' : 'not-found' };
    const now = clock.now();
    const fact = factOf(row);
    const text = patch.text ?? fact.text;
    if (text !== fact.text || (patch.kind !== undefined && patch.kind !== fact.kind)) {
      const before: Fact = { ...fact, id: newId(), status: 'superseded', validUntil: now, sourceMessageIds: [] };
      const corrected: Fact = {
        ...fact,
        kind: patch.kind ?? fact.kind,
        text,
        quote: text,
        // What the value was, the new words may not say any more.
        ...(text === fact.text ? {} : { ...writtenAs(text, now, true), time: null, confidence: 1 }),
        sourceMessageIds: [],
      };
      const writing = { vectors, userId, assistant: row.assistant, now };
      await writeMemory(
        client,
        { ...writing, origin: 'person' },
        { add: [{ ...before }], reinforce: [], supersede: [], rename: [{ id, fact: corrected }] },
      );
      await client.query(
        "update memories set origin = 'person', superseded_by = case when id = $3 then $2::uuid else superseded_by end where user_id = $1 and id in ($2, $3)",
        [userId, id, before.id],
      );
    }
    if (patch.status !== undefined) await setStatus(client, userId, id, patch.status);
    const [changed] = await execute<MemoryRow>(client, BY_IDS, [userId, [id]]);
    if (changed === undefined) return { kind: 'not-found' };
    return { kind: 'corrected', memory: await withConversation(client, userId, changed) };
  });
}

const SET_STATUS: Statement = {
  name: 'memories-status',
  text: 'update memories set status = $3, valid_until = null, superseded_by = null where user_id = $1 and id = $2',
};
const setStatus = (client: PoolClient, userId: string, id: string, status: 'active' | 'archived') =>
  execute(client, SET_STATUS, [userId, id, status]);

const IS_MESSAGE: Statement = {
  name: 'memories-is-message',
  text: 'select id from messages where user_id = $1 and id = $2 and forgotten_at is null',
};
const isMessage = async (client: PoolClient, userId: string, id: string): Promise<boolean> =>
  (await execute(client, IS_MESSAGE, [userId, id])).length > 0;

/** Deletes one memory, or has one message read by nothing any more. False when the person has none of that id. */
export async function deleteMemory(context: MemoriesContext, userId: string, id: string): Promise<boolean> {
  return underLock(context, userId, async (client) => {
    const scope = { userId, assistant: null, now: context.clock.now() };
    const [row] = await execute<MemoryRow>(client, BY_IDS, [userId, [id]]);
    if (row !== undefined) {
      await forget(client, scope, { kind: 'memories', ids: [id] });
      return true;
    }
    if (!(await isMessage(client, userId, id))) return false;
    await forget(client, scope, { kind: 'messages', ids: [id] });
    return true;
  });
}

/** Deletes all that one assistant remembers of a person; null for every assistant's. Returns how many memories went. */
export async function deleteMemories(
  context: MemoriesContext,
  userId: string,
  assistant: string | null,
): Promise<number> {
  return underLock(context, userId, async (client) => {
    const scope = { userId, assistant, now: context.clock.now() };
    const forgotten = await forget(client, scope, { kind: 'everything' });
    return forgotten.memoryIds.length;
  });
}
