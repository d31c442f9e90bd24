import type { ConversationLease } from '@rapport/wire';
import { type Database, execute, inTransaction, type Statement } from '../database/database.ts';
import { hasSqlState, SQLSTATE } from '../database/errors.ts';
import type { Clock, NewId } from '../runtime.ts';
import { humanAnswers } from './wording.ts';

/** Somebody who works for the brand: the id their actions are recorded under, and the name the person sees. */
export interface Operator {
  readonly id: string;
  readonly name: string;
}

export interface LeaseContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** How long a conversation stays with whoever took it without a sign of them; each renewal and each answer begins it anew. */
export const LEASE_MS = 10 * 60_000;

/** `held`: somebody else has it, until then. `stale`: the lease ran out or was taken over. `resolved`: the case is closed. */
export type LeaseRefusal =
  | { readonly kind: 'not-found' | 'stale' | 'resolved' }
  | { readonly kind: 'held'; readonly by: string; readonly until: Date };

interface LeaseRow {
  fencing_token: number;
  owner_name: string;
  owned_until: Date;
}

const leaseOf = (row: LeaseRow): ConversationLease => ({
  fencingToken: row.fencing_token,
  humanName: row.owner_name,
  until: row.owned_until.toISOString(),
});

/**
 * Gives the conversation of a case to one operator, and to nobody else while their lease runs. The row that is changed is
 * the one a turn's commit locks, so that a reply that is being written is either stored before or not at all.
 */
const TAKE: Statement = {
  name: 'case-take',
  text: `
with found as (
  select cases.user_id, cases.id, cases.conversation_id from cases where cases.id = $1 and cases.status <> 'resolved'
), taken as (
  update conversations
  set owner_id = $2, owner_name = $3, owned_until = $5, fencing_token = fencing_token + 1
  from found
  where conversations.user_id = found.user_id and conversations.id = found.conversation_id
    and (conversations.owned_until is null or conversations.owned_until <= $4 or conversations.owner_id = $2)
  returning conversations.fencing_token, conversations.owner_name, conversations.owned_until
), assigned as (
  update cases set status = 'assigned', taken_by = $3 from found, taken where cases.user_id = found.user_id and cases.id = found.id
), noted as (
  insert into case_events (user_id, id, case_id, kind, actor_id, actor_name, at)
  select found.user_id, $6, found.id, 'taken', $2, $3, $4 from found, taken
)
select * from taken`,
};

export async function takeCase(
  { database, clock, newId }: LeaseContext,
  caseId: string,
  operator: Operator,
): Promise<{ readonly kind: 'leased'; readonly lease: ConversationLease } | LeaseRefusal> {
  const now = clock.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const [row] = await execute<LeaseRow>(database.pool, TAKE, [caseId, operator.id, operator.name, now, until, newId()]);
  return row === undefined ? whyNot(database, caseId, now) : { kind: 'leased', lease: leaseOf(row) };
}

const WHY_NOT: Statement = {
  name: 'case-lease-why-not',
  text: `
select cases.status, conversations.owner_name, conversations.owned_until
from cases join conversations on conversations.user_id = cases.user_id and conversations.id = cases.conversation_id
where cases.id = $1`,
};

async function whyNot(database: Database, caseId: string, now: Date): Promise<LeaseRefusal> {
  const [row] = await execute<{ status: string; owner_name: string | null; owned_until: Date | null }>(
    database.pool,
    WHY_NOT,
    [caseId],
  );
  if (row === undefined) return { kind: 'not-found' };
  if (row.status === 'resolved') return { kind: 'resolved' };
  const { owner_name: by, owned_until: until } = row;
  return by !== null && until !== null && until > now ? { kind: 'held', by, until } : { kind: 'stale' };
}

/** Who holds a lease shows its fencing token, and that they are who took it. */
interface Held {
  readonly caseId: string;
  readonly operatorId: string;
  readonly fencingToken: number;
}

/** The conversation of a case while a lease holds: parameters $1 case, $2 operator, $3 token, $4 now. */
const HELD = `
from cases
where cases.id = $1 and conversations.user_id = cases.user_id and conversations.id = cases.conversation_id
  and conversations.owner_id = $2 and conversations.fencing_token = $3 and conversations.owned_until > $4`;

const RENEW: Statement = {
  name: 'case-renew',
  text: `
update conversations set owned_until = $5 ${HELD}
returning conversations.fencing_token, conversations.owner_name, conversations.owned_until`,
};

export async function renewLease(
  { database, clock }: LeaseContext,
  held: Held,
): Promise<{ readonly kind: 'leased'; readonly lease: ConversationLease } | LeaseRefusal> {
  const now = clock.now();
  const values = [held.caseId, held.operatorId, held.fencingToken, now, new Date(now.getTime() + LEASE_MS)];
  const [row] = await execute<LeaseRow>(database.pool, RENEW, values);
  return row === undefined ? whyNotHeld(database, held, now) : { kind: 'leased', lease: leaseOf(row) };
}

/** A lease that somebody else has now is no longer one's own: both are told as `stale` to whoever shows an old token. */
async function whyNotHeld(database: Database, { caseId }: Held, now: Date): Promise<LeaseRefusal> {
  const why = await whyNot(database, caseId, now);
  return why.kind === 'held' || why.kind === 'resolved' ? { kind: 'stale' } : why;
}

/** Takes one place of the conversation for the message, and one before it where the person has not been told who speaks. */
const ADVANCE: Statement = {
  name: 'case-answer-advance',
  text: `
with before as (
  select user_id, id, told_human from conversations
  where (user_id, id) = (select user_id, conversation_id from cases where id = $1) for no key update
), advanced as (
  update conversations
  set last_sequence = last_sequence + case when before.told_human is distinct from owner_name then 2 else 1 end,
    told_human = owner_name, owned_until = $5, updated_at = $4
  from before, cases
  where cases.id = $1 and conversations.user_id = before.user_id and conversations.id = before.id
    and conversations.owner_id = $2 and conversations.fencing_token = $3 and conversations.owned_until > $4
  returning conversations.user_id, conversations.id, conversations.last_sequence, conversations.fencing_token,
    conversations.owner_name, conversations.owned_until, before.told_human is distinct from conversations.owner_name as is_news,
    cases.assistant
), answered as (
  update cases set first_answered_at = coalesce(first_answered_at, $4) from advanced where cases.id = $1
), noted as (
  insert into case_events (user_id, id, case_id, kind, actor_id, actor_name, at)
  select user_id, $6, $1, 'answered', $2, owner_name, $4 from advanced
)
select * from advanced`,
};

const SAY: Statement = {
  name: 'case-answer-say',
  text: `
insert into messages (user_id, id, conversation_id, sequence, role, text, created_at, author_name, author_id)
values ($1, $2, $3, $4, 'assistant', $5, $6, $7, $8)`,
};

interface AdvancedRow extends LeaseRow {
  user_id: string;
  id: string;
  last_sequence: number;
  is_news: boolean;
  assistant: string;
}

export interface Answer extends Held {
  readonly messageId: string;
  readonly text: string;
}

/** How an assistant's notice names itself and the team. */
export type NamesOf = (assistant: string) => { readonly assistant: string; readonly team: string };

/**
 * Says something to the person in the operator's name. The same message id and text is one message; with another text it is
 * a conflict.
 */
export async function answerCase(
  context: LeaseContext,
  answer: Answer,
  namesOf: NamesOf,
): Promise<
  | { readonly kind: 'said'; readonly messageId: string; readonly createdAt: Date; readonly lease: ConversationLease }
  | { readonly kind: 'conflict' }
  | LeaseRefusal
> {
  const { database, clock, newId } = context;
  const now = clock.now();
  const { caseId, operatorId, fencingToken, messageId, text } = answer;
  try {
    return await inTransaction(database.pool, async (client) => {
      const until = new Date(now.getTime() + LEASE_MS);
      const values = [caseId, operatorId, fencingToken, now, until, newId()];
      const [row] = await execute<AdvancedRow>(client, ADVANCE, values);
      if (row === undefined) throw new NotHeldError();
      const place = row.last_sequence;
      if (row.is_news) {
        const notice = humanAnswers(row.owner_name, namesOf(row.assistant));
        await execute(client, SAY, [row.user_id, newId(), row.id, place - 1, notice, now, null, null]);
      }
      await execute(client, SAY, [row.user_id, messageId, row.id, place, text, now, row.owner_name, operatorId]);
      return { kind: 'said', messageId, createdAt: now, lease: leaseOf(row) } as const;
    });
  } catch (error) {
    if (error instanceof NotHeldError) return whyNotHeld(database, answer, now);
    if (hasSqlState(error, SQLSTATE.uniqueViolation)) return repeated(context, answer);
    throw error;
  }
}

class NotHeldError extends Error {}

const FIND_SAID: Statement = {
  name: 'case-answer-find',
  text: `
select messages.created_at, conversations.fencing_token, conversations.owner_name, conversations.owned_until
from cases
join conversations on conversations.user_id = cases.user_id and conversations.id = cases.conversation_id
join messages on messages.user_id = cases.user_id and messages.id = $2 and messages.conversation_id = conversations.id
where cases.id = $1 and messages.author_id = $3 and messages.text = $4 and conversations.owned_until > $5`,
};

async function repeated({ database, clock }: LeaseContext, { caseId, messageId, operatorId, text }: Answer) {
  const values = [caseId, messageId, operatorId, text, clock.now()];
  const [row] = await execute<LeaseRow & { created_at: Date }>(database.pool, FIND_SAID, values);
  if (row === undefined) return { kind: 'conflict' } as const;
  return { kind: 'said', messageId, createdAt: row.created_at, lease: leaseOf(row) } as const;
}

/** Ends a lease; the next token is another's, so that nothing late comes in under this one. */
const RELEASE = `
  update conversations set owner_id = null, owner_name = null, owned_until = null, fencing_token = fencing_token + 1`;

const HAND_BACK: Statement = {
  name: 'case-hand-back',
  text: `
with released as (${RELEASE} ${HELD}
  returning cases.user_id, cases.id, cases.taken_by
), returned as (
  update cases set status = 'handed_back' from released where cases.user_id = released.user_id and cases.id = released.id
)
insert into case_events (user_id, id, case_id, kind, actor_id, actor_name, at)
select user_id, $5, id, 'handed_back', $2, taken_by, $4 from released
returning id`,
};

/** Gives the conversation back to its assistant; the case stays, to be taken again. */
export async function handBack(
  { database, clock, newId }: LeaseContext,
  held: Held,
): Promise<{ readonly kind: 'done' } | LeaseRefusal> {
  const now = clock.now();
  const rows = await execute(database.pool, HAND_BACK, [held.caseId, held.operatorId, held.fencingToken, now, newId()]);
  return rows.length > 0 ? { kind: 'done' } : whyNotHeld(database, held, now);
}

/** Closes the case. Whose conversation somebody else answers at this moment can't be closed over their head. */
const RESOLVE: Statement = {
  name: 'case-resolve',
  text: `
with place as materialized (
  select conversations.user_id, conversations.id,
    conversations.owned_until > $4 as is_held,
    conversations.owned_until > $4 and conversations.owner_id = $2 and conversations.fencing_token = $3 as is_own
  from cases join conversations on conversations.user_id = cases.user_id and conversations.id = cases.conversation_id
  where cases.id = $1 and cases.status <> 'resolved'
  for no key update of conversations
), resolved as (
  update cases set status = 'resolved', resolved_at = $4 from place
  where cases.id = $1 and (place.is_own or place.is_held is not true)
  returning cases.user_id, cases.id, cases.conversation_id
), released as (${RELEASE}
  from resolved, place
  where conversations.user_id = resolved.user_id and conversations.id = resolved.conversation_id and place.is_own
)
insert into case_events (user_id, id, case_id, kind, actor_id, actor_name, at)
select user_id, $5, id, 'resolved', $2, $6, $4 from resolved
returning id`,
};

export async function resolveCase(
  { database, clock, newId }: LeaseContext,
  held: { readonly caseId: string; readonly operator: Operator; readonly fencingToken: number | null },
): Promise<{ readonly kind: 'done' } | LeaseRefusal> {
  const now = clock.now();
  const { caseId, operator, fencingToken } = held;
  const rows = await execute(database.pool, RESOLVE, [caseId, operator.id, fencingToken, now, newId(), operator.name]);
  return rows.length > 0 ? { kind: 'done' } : whyNot(database, caseId, now);
}
