import { createHash } from 'node:crypto';
import { execute, type Statement } from '../database/database.ts';
import { hasSqlState, SQLSTATE } from '../database/errors.ts';
import {
  type AcceptContext,
  type AcceptedTurn,
  type AcceptRow,
  acceptedTurn,
  HISTORY_LENGTH,
  PERSON_COLUMNS,
  SAID,
  spentSince,
  type TurnInput,
} from './accepted-turn.ts';
import { handedOffBy, openCaseOf } from '../hand-off/standing.ts';
import { type EarlierTurn, findTurn } from './earlier-turn.ts';

/** A title is the person's first words, this many characters, as a reader counts them, at most. */
const TITLE_LENGTH = 60;
/** As much of a message as is looked at for its title, in UTF-16 code units: a family emoji has eleven. */
const TITLE_SPAN = TITLE_LENGTH * 16;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export type Acceptance =
  | { readonly kind: 'accepted'; readonly turn: AcceptedTurn }
  | { readonly kind: 'earlier'; readonly turn: EarlierTurn }
  | { readonly kind: 'no-such-conversation' }
  /** The message id is that of another of the person's messages, such as a reply of ours. */
  | { readonly kind: 'conflict' };

const STORE_MESSAGE_AND_READ_PERSON = `
stored as (
  insert into messages (user_id, id, conversation_id, sequence, role, text, request_id, created_at, image_count)
  select $1, $2, id, last_sequence - 1, 'user', $11, $8, $9, $13 from advanced
)`;
const PERSON_TABLES = `
from users
join profiles on profiles.user_id = users.id
left join assistant_profiles standing on standing.user_id = users.id and standing.assistant = $4
left join advanced on true
where users.id = $1`;

/** The place of the message that is said anew; null without one, and nothing is at or after null. */
const REPLACED_PLACE = '(select sequence from messages where user_id = $1 and id = $15)';

/**
 * Claims the message id, takes the conversation's next two places, stores the message and reads what the turn needs:
 * one statement. A message that another is said in place of leaves the conversation's course in it, with all after it. Concurrent messages of one conversation queue at its row for that moment only, which gives them one
 * order. A repeated message id claims nothing and stores nothing.
 */
const ACCEPT: Statement = {
  name: 'turn-accept',
  text: `
with conversation as (
  select id from conversations where user_id = $1 and id = $3 and assistant = $4
  and ($15::uuid is null or exists (
    select from messages where user_id = $1 and id = $15 and conversation_id = $3 and role = 'user'
    and (replaced_by is null or replaced_by = $2)
  ))
), claim as (
  insert into turns (user_id, message_id, conversation_id, reply_id, body_hash, instance_id, lease_until, request_id, started_at)
  select $1, $2, conversation.id, $5, $6, $7, $10, $8, $9 from conversation
  on conflict (user_id, message_id) do nothing
  returning conversation_id
), advanced as (
  update conversations
  set last_sequence = last_sequence + 2, updated_at = $9, title = coalesce(title, $12)
  from claim where conversations.user_id = $1 and conversations.id = claim.conversation_id
  returning conversations.id, last_sequence, awaiting_name, hand_off, owner_name, owned_until, fencing_token, told_human
), replaced as (
  update messages set replaced_by = $2 from advanced
  where messages.user_id = $1 and messages.conversation_id = $3 and messages.replaced_by is null
  and messages.sequence >= ${REPLACED_PLACE}
), ${STORE_MESSAGE_AND_READ_PERSON}
select exists (select from conversation) as conversation_found,
  advanced.id as conversation_id, advanced.last_sequence as reply_sequence, advanced.awaiting_name,
  (select json_agg(json_build_object('sequence', tail.sequence, 'role', tail.role, 'text', tail.said) order by tail.sequence)
   from (select role, ${SAID} as said, sequence from messages
         where user_id = $1 and conversation_id = $3 and forgotten_at is null and not is_silent and replaced_by is null
         and ($15::uuid is null or sequence < ${REPLACED_PLACE})
         order by sequence desc limit ${HISTORY_LENGTH}) tail) as history,
  ${handedOffBy('advanced', '$9')}, ${openCaseOf('$1', '$3')},
  ${spentSince('$14')}, ${PERSON_COLUMNS}
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
  select conversation_id, $1, $4, $15, $12, 2, $9, $9 from claim
  returning id, last_sequence, awaiting_name, hand_off, owner_name, owned_until, fencing_token, told_human
), ${STORE_MESSAGE_AND_READ_PERSON}
select true as conversation_found,
  advanced.id as conversation_id, advanced.last_sequence as reply_sequence, advanced.awaiting_name,
  null::json as history, ${handedOffBy('advanced', '$9')}, null::json as open_case,
  ${spentSince('$14')}, ${PERSON_COLUMNS}
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
    input.images.length,
    context.spendingSince,
  ];
  let row: AcceptRow | undefined;
  try {
    [row] =
      input.conversationId === null
        ? await execute<AcceptRow>(context.database.pool, ACCEPT_FIRST, [...values, input.brand])
        : await execute<AcceptRow>(context.database.pool, ACCEPT, [...values, input.replaces ?? null]);
  } catch (error) {
    if (hasSqlState(error, SQLSTATE.uniqueViolation)) return { kind: 'conflict' };
    if (hasSqlState(error, SQLSTATE.foreignKeyViolation)) {
      // What the row would hang on was deleted at this moment: the conversation, or with a first message the person.
      if (input.conversationId === null) throw new NoSuchPersonError();
      return { kind: 'no-such-conversation' };
    }
    throw error;
  }
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

/** What a request means, so that the same message id with another meaning is told apart. */
function hashOfRequest(input: TurnInput): Buffer {
  const meaning = JSON.stringify([
    input.assistant,
    input.text,
    input.conversationId,
    input.attachments,
    input.givenHistory ?? [],
    ...(input.replaces === undefined ? [] : [input.replaces]),
  ]);
  return createHash('sha256').update(meaning).digest();
}

/** A conversation's title: the first line's worth of its first message, cut between words where there are any. */
export function titleOf(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= TITLE_LENGTH) return line;
  const characters = Array.from(graphemes.segment(line.slice(0, TITLE_SPAN)), ({ segment }) => segment);
  if (line.length <= TITLE_SPAN && characters.length <= TITLE_LENGTH) return line;
  // The last one may itself be cut by the span.
  const cut = characters.slice(0, Math.min(TITLE_LENGTH, characters.length - 1));
  const lastSpace = cut.lastIndexOf(' ');
  return `${cut.slice(0, lastSpace < TITLE_LENGTH / 2 ? TITLE_LENGTH : lastSpace).join('')}…`;
}
