import type {
  ChatReplyDetails,
  Conversation,
  ConversationDetail,
  CreatedConversation,
  ListedMessage,
} from '@rapport/wire';
import { type Selectable, sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { type Advice, adviceOf } from '../advice/advice.ts';
import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import { type Database, execute, inTransaction, type Statement } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import {
  InvalidCursorError,
  type Page,
  type PageRequest,
  pageOf,
  readCursor,
  readTimeCursor,
  writeCursor,
} from '../database/paging.ts';
import { type HandOffRow, handedOffBy, handOffState, openCaseOf, standingOf } from '../hand-off/standing.ts';
import { lockMemory } from '../memory/write.ts';
import { greet } from '../people/greeting.ts';
import { adviceQuestionFor, callbackFor } from './presence.ts';
import { accountNameOf } from '../people/names.ts';
import type { Clock, NewId } from '../runtime.ts';

export interface CreationContext {
  /** Where the creation runs: the pool, or the client of a transaction that it is part of. */
  readonly executor: Pool | PoolClient;
  readonly clock: Clock;
  readonly newId: NewId;
}

interface AcquaintanceRow {
  preferred_name: string | null;
  display_name: string | null;
  name: string;
  email: string;
  is_anonymous: boolean;
  name_asks: number;
  has_been_here: boolean;
  time_zone: string;
  keeps_memories: boolean;
  care_level: 'none' | 'concern' | 'crisis' | null;
  last_seen_at: Date | null;
  advice: Advice[] | null;
}

const READ_ACQUAINTANCE: Statement = {
  name: 'conversation-acquaintance',
  text: `
select profiles.preferred_name, profiles.display_name, users.name, users.email, users.is_anonymous,
  coalesce(standing.name_asks, 0) as name_asks, standing.care_level, profiles.time_zone,
  coalesce(profiles.consent ->> 'memory', 'true') <> 'false' as keeps_memories,
  (select max(updated_at) from conversations where user_id = $1 and assistant = $2 and last_sequence > 1) as last_seen_at,
  exists (select from conversations where user_id = $1 and assistant = $2) as has_been_here,
  ${adviceOf('$1', '$2')} as advice
from users
join profiles on profiles.user_id = users.id
left join assistant_profiles standing on standing.user_id = users.id and standing.assistant = $2
where users.id = $1`,
};

/**
 * The conversation, its greeting, and the note that the name was asked for and the disclosure made. The person is locked
 * before anything of theirs, as an erasure does; nothing is stored for one who is gone.
 */
const CREATE: Statement = {
  name: 'conversation-create',
  text: `
with person as materialized (
  select id from users where id = $1 for key share
), conversation as (
  insert into conversations (id, user_id, assistant, brand, last_sequence, awaiting_name, created_at, updated_at)
  select $2, id, $3, $4, 1, $5, $6, $6 from person
  returning user_id, id
), standing as (
  insert into assistant_profiles (user_id, assistant, name_asks, last_disclosed_at, updated_at)
  select id, $3, case when $5 then 1 else 0 end, case when $9 then $6::timestamptz end, $6 from person
  on conflict (user_id, assistant) do update set
    name_asks = assistant_profiles.name_asks + excluded.name_asks,
    last_disclosed_at = coalesce(excluded.last_disclosed_at, assistant_profiles.last_disclosed_at),
    updated_at = excluded.updated_at
), called_back as (
  update memories set called_back_at = $6 from person where memories.user_id = person.id and memories.id = $11
), asked_after as (
  update advice set asks = asks + 1, asked_at = $6 from person
  where advice.user_id = person.id and advice.id = $12::uuid and advice.asks < 2
)
insert into messages (user_id, id, conversation_id, sequence, role, text, request_id, created_at)
select user_id, $7, id, 1, 'assistant', $8, $10, $6 from conversation
returning id`,
};

/**
 * Starts a conversation in which the assistant speaks first. Null when the person no longer exists.
 *
 * A greeting that contains the disclosure counts as having said it.
 */
export async function createConversation(
  { executor, clock, newId }: CreationContext,
  assistant: AssistantDefinition,
  userId: string,
  requestId: string,
): Promise<CreatedConversation | null> {
  const [person] = await execute<AcquaintanceRow>(executor, READ_ACQUAINTANCE, [userId, assistant.id]);
  if (person === undefined) return null;
  const now = clock.now();
  const returning = {
    userId,
    lastSeenAt: person.last_seen_at,
    timeZone: person.time_zone,
    keepsMemories: person.keeps_memories,
    careLevel: person.care_level ?? 'none',
    now,
    seed: requestId,
  };
  const callback = await callbackFor(executor, assistant, returning);
  const ask = callback === null ? await adviceQuestionFor(executor, assistant, returning, person.advice ?? []) : null;
  const greeting = greet(assistant, {
    preferredName: person.preferred_name,
    accountName: accountNameOf({
      displayName: person.display_name,
      name: person.name,
      email: person.email,
      isGuest: person.is_anonymous,
    }),
    hasBeenHere: person.has_been_here,
    nameAsks: person.name_asks,
    callback: callback?.text ?? ask?.text ?? null,
  });
  const id = newId();
  const greetingId = newId();
  const discloses = /\bAI\b/.test(greeting.text);
  const stored = await execute(executor, CREATE, [
    userId,
    id,
    assistant.id,
    assistant.brand.id,
    greeting.asksName,
    now,
    greetingId,
    greeting.text,
    discloses,
    requestId,
    // Not every greeting has room for it.
    callback !== null && greeting.text.includes(callback.text) ? callback.factId : null,
    ask !== null && greeting.text.includes(ask.text) ? ask.adviceId : null,
  ]);
  if (stored.length === 0) return null;
  const createdAt = now.toISOString();
  return {
    id,
    assistant: assistant.id,
    createdAt,
    greeting: {
      id: greetingId,
      conversationId: id,
      role: 'assistant',
      text: greeting.text,
      createdAt,
      status: 'complete',
      author: 'assistant',
    },
  };
}

/** Which of a person's conversations are meant; null: all. `words` are looked for in titles and in what was said. */
export interface ConversationFilter {
  readonly assistant: string | null;
  readonly words: string | null;
}

/** A person's conversations, the one with the latest message first. */
export async function listConversations(
  database: Database,
  userId: string,
  { assistant, words }: ConversationFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<Conversation>> {
  const pattern = words === null ? null : `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
  let query = database.kysely
    .selectFrom('conversations')
    .select(['id', 'assistant', 'title', 'created_at', 'updated_at'])
    .select(sql<string | null>`(${pattern === null ? sql`null::text` : latestSaying(pattern)})`.as('said'))
    .where('user_id', '=', userId)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (assistant !== null) query = query.where('assistant', '=', assistant);
  if (pattern !== null) {
    query = query.where(sql<boolean>`(title ilike ${pattern} or exists (${latestSaying(pattern)}))`);
  }
  if (cursor !== null) {
    const { time, id } = readTimeCursor(cursor);
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('updated_at', 'id'), '<', tuple(time, id)));
  }
  const rows = await query.execute();
  return pageOf(
    rows,
    limit,
    (row) => ({
      id: row.id,
      assistant: row.assistant,
      title: row.title,
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
      ...(row.said === null || words === null ? {} : { excerpt: excerptAround(row.said, words.trim()) }),
    }),
    (row) => writeCursor([row.updated_at.toISOString(), row.id]),
  );
}

/** The latest message of a conversation that matches. One person's messages are few enough to be looked through. */
const latestSaying = (pattern: string) => sql`
select text from messages
where messages.user_id = conversations.user_id and messages.conversation_id = conversations.id
  and forgotten_at is null and not is_silent and text ilike ${pattern}
order by sequence desc limit 1`;

/** As much of a message is shown before and after what was looked for, in UTF-16 code units. */
const EXCERPT_BEFORE = 30;
const EXCERPT_AFTER = 90;

/** The words around the first place where `words` stand in a message, on one line. */
export function excerptAround(text: string, words: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const place = Math.max(0, line.toLowerCase().indexOf(words.toLowerCase().replace(/\s+/g, ' ')));
  const start = place <= EXCERPT_BEFORE ? 0 : line.indexOf(' ', place - EXCERPT_BEFORE) + 1 || place;
  const from = Math.min(start, place);
  const end = Math.min(line.length, place + words.length + EXCERPT_AFTER);
  return `${from > 0 ? '…' : ''}${line.slice(from, end).toWellFormed()}${end < line.length ? '…' : ''}`;
}

/** Gives one of a person's conversations another title. Null when they have none of that id. */
export async function renameConversation(
  database: Database,
  userId: string,
  id: string,
  title: string,
): Promise<Conversation | null> {
  const row = await database.kysely
    .updateTable('conversations')
    .set({ title })
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .returning(['id', 'assistant', 'title', 'created_at', 'updated_at'])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    assistant: row.assistant,
    title: row.title,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

interface ConversationRow extends HandOffRow {
  id: string;
  assistant: string;
  title: string | null;
  created_at: Date;
  updated_at: Date;
}

const FIND: Statement = {
  name: 'conversation-find',
  text: `
select conversations.id, conversations.assistant, conversations.title, conversations.created_at, conversations.updated_at,
  ${handedOffBy('conversations', '$3')}, ${openCaseOf('conversations.user_id', 'conversations.id')}
from conversations where user_id = $1 and id = $2`,
};

/** One of a person's conversations, and whether people have it at `now`; null when they have none of that id. */
export async function findConversation(
  database: Database,
  userId: string,
  id: string,
  now: Date,
): Promise<ConversationDetail | null> {
  const [row] = await execute<ConversationRow>(database.pool, FIND, [userId, id, now]);
  if (row === undefined) return null;
  return {
    id: row.id,
    assistant: row.assistant,
    title: row.title,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    handOff: handOffState(standingOf(row)),
  };
}

/** Deletes a conversation with its messages, turns, feedback and what was learnt from them alone. False when the person has none of that id. */
export async function deleteConversation(database: Database, userId: string, id: string): Promise<boolean> {
  return inTransaction(database.pool, async (client) => {
    // What was learnt in it alone goes with it: nobody may learn from it meanwhile.
    await lockMemory(client, userId);
    const deleted = await client.query('delete from conversations where user_id = $1 and id = $2', [userId, id]);
    return deleted.rowCount === 1;
  });
}

/**
 * A conversation's messages in their order, or from the newest back: those that stand, or those that the message
 * `replacedBy` has replaced. Null when the person has no such conversation.
 */
export async function listMessages(
  database: Database,
  userId: string,
  conversationId: string,
  { order, replacedBy }: { readonly order: 'oldest' | 'newest'; readonly replacedBy: string | null },
  { cursor, limit }: PageRequest,
): Promise<Page<ListedMessage> | null> {
  const isTheirs = await database.kysely
    .selectFrom('conversations')
    .select('id')
    .where('user_id', '=', userId)
    .where('id', '=', conversationId)
    .executeTakeFirst();
  if (isTheirs === undefined) return null;
  const direction = order === 'oldest' ? 'asc' : 'desc';
  let query = database.kysely
    .selectFrom('messages')
    .select(MESSAGE_COLUMNS)
    .select(REPLACED_BY_IT)
    .where('user_id', '=', userId)
    .where('conversation_id', '=', conversationId)
    .where('is_silent', '=', false)
    .where('replaced_by', replacedBy === null ? 'is' : '=', replacedBy)
    .orderBy('sequence', direction)
    .limit(limit + 1);
  if (cursor !== null) query = query.where('sequence', order === 'oldest' ? '>' : '<', readSequenceCursor(cursor));
  const rows = await query.execute();
  return pageOf(rows, limit, listedMessage, (row) => writeCursor([row.sequence]));
}

const MESSAGE_COLUMNS = [
  'id',
  'conversation_id',
  'sequence',
  'role',
  'text',
  'status',
  'details',
  'author_name',
  'created_at',
  'image_count',
] as const;

/** The message that the person said anew by this one: the first of those that name it. */
const REPLACED_BY_IT = sql<string | null>`(
  select earlier.id from messages earlier where earlier.user_id = messages.user_id and earlier.replaced_by = messages.id
  order by earlier.sequence limit 1
)`.as('replaces');

type MessageRow = Pick<Selectable<Tables['messages']>, (typeof MESSAGE_COLUMNS)[number]> & {
  readonly replaces: string | null;
};

function listedMessage(row: MessageRow): ListedMessage {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    role: row.role,
    text: row.text,
    createdAt: row.created_at.toISOString(),
    status: row.status,
    ...(row.role === 'user' ? {} : { author: row.author_name === null ? ('assistant' as const) : ('human' as const) }),
    ...(row.author_name === null ? {} : { authorName: row.author_name }),
    ...(row.replaces === null ? {} : { replaces: row.replaces }),
    ...(row.image_count === 0 ? {} : { imageCount: row.image_count }),
    // What `commit` stored, from the type of the same name.
    ...(row.details === null ? {} : { reply: row.details as ChatReplyDetails }),
  };
}

/** Places before the one given that are looked at too: a reply may be stored later than what was said after its message. */
const LATE_PLACES = 4;

/**
 * What was said after a message, oldest first, at most `limit`; null when that message is not the person's and in this
 * conversation. `after` null: from the conversation's end on. `late`: also what stands shortly before, for a reader who knows
 * what they have.
 */
export async function messagesAfter(
  database: Database,
  userId: string,
  conversationId: string,
  { after, limit, late }: { readonly after: string | null; readonly limit: number; readonly late: boolean },
): Promise<ListedMessage[] | null> {
  const place = await database.kysely
    .selectFrom('messages')
    .select('sequence')
    .where('user_id', '=', userId)
    .where('conversation_id', '=', conversationId)
    .$if(after !== null, (query) => query.where('id', '=', after ?? ''))
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (place === undefined) return null;
  const rows = await database.kysely
    .selectFrom('messages')
    .select(MESSAGE_COLUMNS)
    .select(REPLACED_BY_IT)
    .where('user_id', '=', userId)
    .where('conversation_id', '=', conversationId)
    .where('is_silent', '=', false)
    .where('replaced_by', 'is', null)
    .where('sequence', '>', place.sequence - (late ? LATE_PLACES : 0))
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(listedMessage);
}

function readSequenceCursor(cursor: string): number {
  const [sequence] = readCursor(cursor);
  if (!Number.isInteger(sequence) || Number(sequence) < 0 || Number(sequence) > 2_147_483_647)
    throw new InvalidCursorError();
  return Number(sequence);
}
