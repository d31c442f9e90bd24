import type { ChatReplyDetails } from '@rapport/wire';
import { type Database, execute, type Statement } from '../database/database.ts';
import { handedOffBy, openCaseOf } from '../hand-off/standing.ts';
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
  update turns set state = 'running', finished_at = null, cancel_requested_at = null, takeovers = takeovers + 1, instance_id = $3, lease_until = $4, started_at = $5
  where user_id = $1 and message_id = $2 and ((state = 'running' and lease_until <= $5) or state = 'failed')
  returning conversation_id, reply_id, takeovers
), advanced as (
  select conversations.id, messages.sequence, conversations.awaiting_name, claim.reply_id, claim.takeovers,
    conversations.hand_off, conversations.owner_name, conversations.owned_until, conversations.fencing_token, conversations.told_human
  from claim
  join conversations on conversations.user_id = $1 and conversations.id = claim.conversation_id
  join messages on messages.user_id = $1 and messages.id = $2
)
select true as conversation_found, advanced.id as conversation_id, advanced.sequence + 1 as reply_sequence, advanced.awaiting_name,
  advanced.reply_id, advanced.takeovers,
  (select json_agg(json_build_object('sequence', tail.sequence, 'role', tail.role, 'text', tail.said) order by tail.sequence)
   from (select role, ${SAID} as said, sequence from messages
         where user_id = $1 and conversation_id = advanced.id and sequence < advanced.sequence and forgotten_at is null and not is_silent and replaced_by is null
         order by sequence desc limit ${HISTORY_LENGTH}) tail) as history,
  ${handedOffBy('advanced', '$5')}, ${openCaseOf('$1', 'advanced.id')},
  ${spentSince('$6')}, ${PERSON_COLUMNS}
from users
join profiles on profiles.user_id = users.id
join advanced on true
left join assistant_profiles standing on standing.user_id = users.id
  and standing.assistant = (select assistant from conversations where user_id = $1 and id = advanced.id)
where users.id = $1`,
};

/** Takes over a dead or failed turn for this instance; null when another was faster or there is nothing to take. */
export async function takeOver(input: TurnInput, context: AcceptContext): Promise<AcceptedTurn | null> {
  const [row] = await execute<AcceptRow & { reply_id: string; takeovers: number }>(context.database.pool, TAKE_OVER, [
    input.userId,
    input.messageId,
    context.instanceId,
    new Date(context.now.getTime() + context.leaseMs),
    context.now,
    context.spendingSince,
  ]);
  if (row === undefined || row.conversation_id === null || row.reply_sequence === null) return null;
  const turn = acceptedTurn(input, row, row.conversation_id, row.reply_sequence, row.reply_id, context.now);
  return { ...turn, takeovers: row.takeovers };
}
