import { createHash } from 'node:crypto';
import { type Database, execute, type Statement } from '../database/database.ts';

/**
 * Conversations held through a door whose clients keep the history and send all of it each time. A thread is the hash
 * of everything said so far; it belongs to one person and moves on with each reply, so a history that was edited or
 * whose last reply is asked for again is no thread any more: it starts a conversation of its own, and what is stored
 * stays what that client shows.
 */

/** Threads kept of one person; the oldest go first. A lost thread costs a new conversation, nothing that was said. */
const MAX_THREADS = 1_000;

export interface SaidBefore {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** Messages of a history's end that are hashed, and of each so many characters: a body of megabytes must stay cheap. */
const HASHED_MESSAGES = 100;
const HASHED_CHARACTERS = 4_000;

/**
 * The hash of a history with an assistant. White space and Unicode's ways to compose a letter make no difference:
 * clients trim. Histories whose last hundred messages are alike are one.
 */
export function hashHistory(assistant: string, history: readonly SaidBefore[]): Buffer {
  const said = history.slice(-HASHED_MESSAGES).map(({ role, text }) => [role, gist(text)]);
  return createHash('sha256')
    .update(JSON.stringify([assistant, said]))
    .digest();
}

/** Cut twice: first for speed, then, where white space can't move it, to the length. */
const gist = (text: string): string =>
  text
    .slice(0, 2 * HASHED_CHARACTERS)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, HASHED_CHARACTERS);

const FIND: Statement = {
  name: 'openai-thread-find',
  text: 'select conversation_id from openai_threads where user_id = $1 and history_hash = $2',
};

/** The conversation in which this was said last; null when there is none of this person's. */
export async function findThread(database: Database, userId: string, historyHash: Buffer): Promise<string | null> {
  const [row] = await execute<{ conversation_id: string }>(database.pool, FIND, [userId, historyHash]);
  return row?.conversation_id ?? null;
}

/** The conversation is locked before its threads, as its deletion does. */
const MOVE: Statement = {
  name: 'openai-thread-move',
  text: `
with place as materialized (
  select user_id, id from conversations where user_id = $1 and id = $2 for key share
), left_behind as (
  delete from openai_threads using place
  where openai_threads.user_id = place.user_id and (
    (history_hash = $3 and conversation_id = $2)
    or history_hash in (
      select history_hash from openai_threads where user_id = $1 order by created_at desc, history_hash offset ${MAX_THREADS - 1}
    )
  ) and history_hash <> $4
)
insert into openai_threads (user_id, history_hash, conversation_id, created_at)
select user_id, $4, id, $5 from place
on conflict (user_id, history_hash) do update
set conversation_id = excluded.conversation_id, created_at = excluded.created_at`,
};

/** Moves a conversation's thread from what was said before a reply to what has been said with it. */
export async function moveThread(
  database: Database,
  thread: {
    readonly userId: string;
    readonly conversationId: string;
    readonly from: Buffer;
    readonly to: Buffer;
    readonly now: Date;
  },
): Promise<void> {
  await execute(database.pool, MOVE, [thread.userId, thread.conversationId, thread.from, thread.to, thread.now]);
}

/** Where a turn stands that was taken before: what its request meant by "this conversation" at that time. */
export interface TurnPlace {
  readonly messageId: string;
  readonly conversationId: string;
  readonly startedConversation: boolean;
}

interface PlaceRow {
  message_id: string;
  conversation_id: string;
  sequence: number;
}

const PLACE: Statement = {
  name: 'openai-turn-place',
  text: `
select id as message_id, conversation_id, sequence from messages
where user_id = $1 and id = $2 and role = 'user'`,
};

/** The place of a person's turn by its message's id; null when there is none of theirs. */
export async function findTurnPlace(database: Database, userId: string, messageId: string): Promise<TurnPlace | null> {
  const [row] = await execute<PlaceRow>(database.pool, PLACE, [userId, messageId]);
  return row === undefined ? null : placeOf(row);
}

/** By the index of a person's conversations by time, then by that of a conversation's turns: few rows each. */
const RECENT: Statement = {
  name: 'openai-turn-recent',
  text: `
select turns.message_id, turns.conversation_id, messages.sequence
from conversations
join turns on turns.user_id = conversations.user_id and turns.conversation_id = conversations.id
join messages on messages.user_id = turns.user_id and messages.id = turns.message_id
where conversations.user_id = $1 and conversations.assistant = $2 and conversations.updated_at >= $4
  and turns.started_at >= $4 and messages.text = $3
order by turns.started_at desc limit 1`,
};

/** The person's latest turn with these words since a time; null when there is none. */
export async function findRecentTurn(
  database: Database,
  userId: string,
  asked: { readonly assistant: string; readonly text: string; readonly since: Date },
): Promise<TurnPlace | null> {
  const [row] = await execute<PlaceRow>(database.pool, RECENT, [userId, asked.assistant, asked.text, asked.since]);
  return row === undefined ? null : placeOf(row);
}

const placeOf = (row: PlaceRow): TurnPlace => ({
  messageId: row.message_id,
  conversationId: row.conversation_id,
  startedConversation: row.sequence === 1,
});
