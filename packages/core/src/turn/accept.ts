import { createHash } from 'node:crypto';
import type { ChatReplyDetails } from '@rapport/wire';
import { type Database, execute, type Statement } from '../database/database.ts';

/** How many messages of the conversation's tail a turn reads. */
export const HISTORY_LENGTH = 12;
/** A title is the person's first words, this many characters at most. */
const TITLE_LENGTH = 60;

export interface TurnInput {
  readonly userId: string;
  readonly assistant: string;
  readonly brand: string;
  readonly messageId: string;
  readonly text: string;
  /** Null starts a conversation. */
  readonly conversationId: string | null;
  readonly requestId: string;
  /** True when the person reads along; no part of the turn's meaning. */
  readonly streaming: boolean;
  /** What else the turn's meaning hangs on, such as images: part of what makes a repeated request the same one. */
  readonly attachments: readonly string[];
}

/** What the claim gives a turn to work with: one round trip for all of it. */
export interface AcceptedTurn {
  readonly input: TurnInput;
  readonly conversationId: string;
  readonly replyId: string;
  readonly replySequence: number;
  readonly startedAt: Date;
  readonly awaitingName: boolean;
  readonly history: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
  readonly person: {
    readonly preferredName: string | null;
    readonly displayName: string | null;
    readonly accountName: string;
    readonly email: string;
    readonly isGuest: boolean;
    readonly locale: string;
    readonly timeZone: string;
  };
  /** What this assistant knows and owes of this person. */
  readonly standing: {
    readonly nameAsks: number;
    readonly lastDisclosedAt: Date | null;
    readonly careLevel: 'none' | 'concern' | 'crisis';
    readonly careTurnsLeft: number;
    readonly persona: string | null;
    readonly journeyStage: string | null;
  };
}

/** A turn that was claimed before under the same message id. */
export interface EarlierTurn {
  readonly messageId: string;
  readonly conversationId: string;
  readonly replyId: string;
  readonly state: 'running' | 'completed' | 'cancelled' | 'failed';
  readonly sameRequest: boolean;
  readonly leaseExpired: boolean;
  readonly startedAt: Date;
  /** The stored reply of a turn that ended; null while it runs and when it failed. */
  readonly reply: { readonly text: string; readonly details: ChatReplyDetails } | null;
}

export type Acceptance =
  | { readonly kind: 'accepted'; readonly turn: AcceptedTurn }
  | { readonly kind: 'earlier'; readonly turn: EarlierTurn }
  | { readonly kind: 'no-such-conversation' };

export interface AcceptContext {
  readonly database: Database;
  readonly instanceId: string;
  readonly leaseMs: number;
  readonly now: Date;
  readonly newId: () => string;
}

interface AcceptRow {
  conversation_found: boolean;
  conversation_id: string | null;
  reply_sequence: number | null;
  awaiting_name: boolean | null;
  history: { role: 'user' | 'assistant'; text: string }[] | null;
  preferred_name: string | null;
  display_name: string | null;
  account_name: string;
  email: string;
  is_guest: boolean;
  locale: string;
  time_zone: string;
  name_asks: number | null;
  last_disclosed_at: Date | null;
  care_level: 'none' | 'concern' | 'crisis' | null;
  care_turns_left: number | null;
  persona: string | null;
  journey_stage: string | null;
}

const STORE_MESSAGE_AND_READ_PERSON = `
stored as (
  insert into messages (user_id, id, conversation_id, sequence, role, text, request_id, created_at)
  select $1, $2, id, last_sequence - 1, 'user', $11, $8, $9 from advanced
)`;
const PERSON_COLUMNS = `
  profiles.preferred_name, profiles.display_name, profiles.locale, profiles.time_zone,
  users.name as account_name, users.email, users.is_anonymous as is_guest,
  standing.name_asks, standing.last_disclosed_at, standing.care_level, standing.care_turns_left, standing.persona, standing.journey_stage`;
const PERSON_TABLES = `
from users
join profiles on profiles.user_id = users.id
left join assistant_profiles standing on standing.user_id = users.id and standing.assistant = $4
left join advanced on true
where users.id = $1`;

/**
 * Claims the message id, takes the conversation's next two places, stores the message and reads what the turn needs:
 * one statement. Concurrent messages of one conversation queue at its row for that moment only, which gives them one
 * order. A repeated message id claims nothing and stores nothing.
 */
const ACCEPT: Statement = {
  name: 'turn-accept',
  text: `
with conversation as (
  select id from conversations where user_id = $1 and id = $3 and assistant = $4
), claim as (
  insert into turns (user_id, message_id, conversation_id, reply_id, body_hash, instance_id, lease_until, request_id, started_at)
  select $1, $2, conversation.id, $5, $6, $7, $10, $8, $9 from conversation
  on conflict (user_id, message_id) do nothing
  returning conversation_id
), advanced as (
  update conversations
  set last_sequence = last_sequence + 2, updated_at = $9, title = coalesce(title, $12)
  from claim where conversations.user_id = $1 and conversations.id = claim.conversation_id
  returning conversations.id, last_sequence, awaiting_name
), ${STORE_MESSAGE_AND_READ_PERSON}
select exists (select from conversation) as conversation_found,
  advanced.id as conversation_id, advanced.last_sequence as reply_sequence, advanced.awaiting_name,
  (select json_agg(json_build_object('role', tail.role, 'text', tail.text) order by tail.sequence)
   from (select role, text, sequence from messages where user_id = $1 and conversation_id = $3
         order by sequence desc limit ${HISTORY_LENGTH}) tail) as history,
  ${PERSON_COLUMNS}
${PERSON_TABLES}`,
};

/** The same for a message that starts its conversation: the conversation exists only if the claim was won. */
const ACCEPT_FIRST: Statement = {
  name: 'turn-accept-first',
  text: `
with claim as (
  insert into turns (user_id, message_id, conversation_id, reply_id, body_hash, instance_id, lease_until, request_id, started_at)
  select users.id, $2, $3, $5, $6, $7, $10, $8, $9 from users where users.id = $1
  on conflict (user_id, message_id) do nothing
  returning conversation_id
), advanced as (
  insert into conversations (id, user_id, assistant, brand, title, last_sequence, created_at, updated_at)
  select conversation_id, $1, $4, $13, $12, 2, $9, $9 from claim
  returning id, last_sequence, awaiting_name
), ${STORE_MESSAGE_AND_READ_PERSON}
select true as conversation_found,
  advanced.id as conversation_id, advanced.last_sequence as reply_sequence, advanced.awaiting_name,
  null::json as history,
  ${PERSON_COLUMNS}
${PERSON_TABLES}`,
};

/** Thrown when the token's person is no longer there: erased, with the token still valid for some minutes. */
export class NoSuchPersonError extends Error {
  constructor() {
    super('The person this token belongs to no longer exists');
    this.name = 'NoSuchPersonError';
  }
}

/**
 * Step 3 of a turn. After it the message is stored and this instance owns the reply, or it is known why not.
 *
 * @throws NoSuchPersonError when the person was erased.
 */
export async function accept(input: TurnInput, context: AcceptContext): Promise<Acceptance> {
  const bodyHash = hashOfRequest(input);
  const replyId = context.newId();
  const conversationId = input.conversationId ?? context.newId();
  const values: unknown[] = [
    input.userId,
    input.messageId,
    conversationId,
    input.assistant,
    replyId,
    bodyHash,
    context.instanceId,
    input.requestId,
    context.now,
    new Date(context.now.getTime() + context.leaseMs),
    input.text,
    titleOf(input.text),
  ];
  const [row] =
    input.conversationId === null
      ? await execute<AcceptRow>(context.database.pool, ACCEPT_FIRST, [...values, input.brand])
      : await execute<AcceptRow>(context.database.pool, ACCEPT, values);
  if (row === undefined) throw new NoSuchPersonError();
  if (row.conversation_id !== null && row.reply_sequence !== null) {
    return {
      kind: 'accepted',
      turn: acceptedTurn(input, row, row.conversation_id, row.reply_sequence, replyId, context.now),
    };
  }
  if (!row.conversation_found) return { kind: 'no-such-conversation' };
  const earlier = await findTurn(context.database, input.userId, input.messageId, context.now);
  if (earlier === null) return { kind: 'no-such-conversation' };
  return { kind: 'earlier', turn: { ...earlier.turn, sameRequest: earlier.bodyHash.equals(bodyHash) } };
}

function acceptedTurn(
  input: TurnInput,
  row: AcceptRow,
  conversationId: string,
  replySequence: number,
  replyId: string,
  startedAt: Date,
): AcceptedTurn {
  return {
    input,
    conversationId,
    replyId,
    replySequence,
    startedAt,
    awaitingName: row.awaiting_name ?? false,
    history: row.history ?? [],
    person: {
      preferredName: row.preferred_name,
      displayName: row.display_name,
      accountName: row.account_name,
      email: row.email,
      isGuest: row.is_guest,
      locale: row.locale,
      timeZone: row.time_zone,
    },
    standing: {
      nameAsks: row.name_asks ?? 0,
      lastDisclosedAt: row.last_disclosed_at,
      careLevel: row.care_level ?? 'none',
      careTurnsLeft: row.care_turns_left ?? 0,
      persona: row.persona,
      journeyStage: row.journey_stage,
    },
  };
}

interface TurnRow {
  message_id: string;
  conversation_id: string;
  reply_id: string;
  state: EarlierTurn['state'];
  body_hash: Buffer;
  lease_until: Date;
  started_at: Date;
  text: string | null;
  details: ChatReplyDetails | null;
}

const FIND_TURN: Statement = {
  name: 'turn-find',
  text: `
select turns.message_id, turns.conversation_id, turns.reply_id, turns.state, turns.body_hash, turns.lease_until, turns.started_at,
  messages.text, messages.details
from turns
left join messages on messages.user_id = turns.user_id and messages.id = turns.reply_id
where turns.user_id = $1 and (turns.message_id = $2 or turns.reply_id = $2)
order by turns.message_id = $2 desc limit 1`,
};

/** A person's turn by its message's id or its reply's; null when there is none of theirs. */
export async function findTurn(
  database: Database,
  userId: string,
  id: string,
  now: Date,
): Promise<{ turn: Omit<EarlierTurn, 'sameRequest'>; bodyHash: Buffer } | null> {
  const [row] = await execute<TurnRow>(database.pool, FIND_TURN, [userId, id]);
  if (row === undefined) return null;
  return {
    bodyHash: row.body_hash,
    turn: {
      messageId: row.message_id,
      conversationId: row.conversation_id,
      replyId: row.reply_id,
      state: row.state,
      leaseExpired: row.lease_until <= now,
      startedAt: row.started_at,
      reply: row.text === null || row.details === null ? null : { text: row.text, details: row.details },
    },
  };
}

/**
 * Takes over a turn whose instance died or whose generation failed. Only one taker wins. The message keeps its place;
 * the reply is generated anew under the same id.
 */
const TAKE_OVER: Statement = {
  name: 'turn-take-over',
  text: `
with claim as (
  update turns set state = 'running', finished_at = null, cancel_requested_at = null, instance_id = $3, lease_until = $4, started_at = $5
  where user_id = $1 and message_id = $2 and ((state = 'running' and lease_until <= $5) or state = 'failed')
  returning conversation_id, reply_id
), advanced as (
  select conversations.id, messages.sequence, conversations.awaiting_name, claim.reply_id
  from claim
  join conversations on conversations.user_id = $1 and conversations.id = claim.conversation_id
  join messages on messages.user_id = $1 and messages.id = $2
)
select true as conversation_found, advanced.id as conversation_id, advanced.sequence + 1 as reply_sequence, advanced.awaiting_name,
  advanced.reply_id,
  (select json_agg(json_build_object('role', tail.role, 'text', tail.text) order by tail.sequence)
   from (select role, text, sequence from messages
         where user_id = $1 and conversation_id = advanced.id and sequence < advanced.sequence
         order by sequence desc limit ${HISTORY_LENGTH}) tail) as history,
  ${PERSON_COLUMNS}
from users
join profiles on profiles.user_id = users.id
join advanced on true
left join assistant_profiles standing on standing.user_id = users.id
  and standing.assistant = (select assistant from conversations where user_id = $1 and id = advanced.id)
where users.id = $1`,
};

/** Takes over a dead or failed turn for this instance; null when another was faster or there is nothing to take. */
export async function takeOver(input: TurnInput, context: AcceptContext): Promise<AcceptedTurn | null> {
  const [row] = await execute<AcceptRow & { reply_id: string }>(context.database.pool, TAKE_OVER, [
    input.userId,
    input.messageId,
    context.instanceId,
    new Date(context.now.getTime() + context.leaseMs),
    context.now,
  ]);
  if (row === undefined || row.conversation_id === null || row.reply_sequence === null) return null;
  return acceptedTurn(input, row, row.conversation_id, row.reply_sequence, row.reply_id, context.now);
}

/** What a request means, so that the same message id with another meaning is told apart. */
function hashOfRequest(input: TurnInput): Buffer {
  const meaning = JSON.stringify([input.assistant, input.text, input.conversationId, input.attachments]);
  return createHash('sha256').update(meaning).digest();
}

function titleOf(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const characters = Array.from(line.slice(0, TITLE_LENGTH * 4));
  if (characters.length <= TITLE_LENGTH) return line;
  const cut = characters.slice(0, TITLE_LENGTH).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_LENGTH / 2))}…`;
}
