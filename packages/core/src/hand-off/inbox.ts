import type { CaseDetail, CaseStatus, CaseSummary, HandOffReason } from '@rapport/wire';
import { type Database, execute, type Statement } from '../database/database.ts';
import {
  InvalidCursorError,
  type Page,
  type PageRequest,
  pageOf,
  readCursor,
  readTimeCursor,
  writeCursor,
} from '../database/paging.ts';
import type { CollectedFields } from './dialogue.ts';
import type { LeaseContext, Operator } from './lease.ts';

export interface CaseFilter {
  /** Null: all that are not resolved. */
  readonly status: CaseStatus | null;
  readonly reason: HandOffReason | null;
  readonly assistant: string | null;
}

const SUMMARY_COLUMNS = [
  'id',
  'reference',
  'conversation_id',
  'assistant',
  'brand',
  'reason',
  'status',
  'opened_at',
  'answer_by',
  'first_answered_at',
  'resolved_at',
  'crisis_at',
  'taken_by',
] as const;

interface SummaryRow {
  id: string;
  reference: string;
  conversation_id: string;
  assistant: string;
  brand: string;
  reason: HandOffReason;
  status: CaseStatus;
  opened_at: Date;
  answer_by: Date;
  first_answered_at: Date | null;
  resolved_at: Date | null;
  crisis_at: Date | null;
  taken_by: string | null;
}

const summaryOf = (row: SummaryRow): CaseSummary => ({
  id: row.id,
  reference: row.reference,
  conversationId: row.conversation_id,
  assistant: row.assistant,
  brand: row.brand,
  reason: row.reason,
  status: row.status,
  openedAt: row.opened_at.toISOString(),
  answerBy: row.answer_by.toISOString(),
  firstAnsweredAt: row.first_answered_at?.toISOString() ?? null,
  resolvedAt: row.resolved_at?.toISOString() ?? null,
  crisisAt: row.crisis_at?.toISOString() ?? null,
  takenBy: row.taken_by,
});

/** Cases, the latest first. */
export async function listCases(
  database: Database,
  { status, reason, assistant }: CaseFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<CaseSummary>> {
  let query = database.kysely
    .selectFrom('cases')
    .select(SUMMARY_COLUMNS)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  query = status === null ? query.where('status', '<>', 'resolved') : query.where('status', '=', status);
  if (reason !== null) query = query.where('reason', '=', reason);
  if (assistant !== null) query = query.where('assistant', '=', assistant);
  if (cursor !== null) {
    const { time, id } = readTimeCursor(cursor);
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('opened_at', 'id'), '<', tuple(time, id)));
  }
  const toCursor = (row: SummaryRow) => writeCursor([row.opened_at.toISOString(), row.id]);
  return pageOf(await query.execute(), limit, summaryOf, toCursor);
}

/** Messages of a case's conversation that its detail shows; `GET …/messages` has the rest. */
const TRANSCRIPT_LENGTH = 50;

/** One case with all that is known of it; null when there is none of that id. */
export async function readCase(database: Database, id: string, now: Date): Promise<CaseDetail | null> {
  const row = await database.kysely
    .selectFrom('cases')
    .innerJoin('conversations', (join) =>
      join.onRef('conversations.user_id', '=', 'cases.user_id').onRef('conversations.id', '=', 'cases.conversation_id'),
    )
    .innerJoin('users', 'users.id', 'cases.user_id')
    .innerJoin('profiles', 'profiles.user_id', 'cases.user_id')
    .select(SUMMARY_COLUMNS.map((column) => `cases.${column}` as const))
    .select(['cases.user_id', 'cases.collected', 'cases.message_id'])
    .select(['conversations.owner_name', 'conversations.owned_until', 'conversations.fencing_token'])
    .select(['users.email', 'users.is_anonymous', 'profiles.preferred_name', 'profiles.display_name'])
    .select(['profiles.locale', 'profiles.time_zone'])
    .where('cases.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const events = await database.kysely
    .selectFrom('case_events')
    .select(['id', 'kind', 'actor_name', 'text', 'at'])
    .where('user_id', '=', row.user_id)
    .where('case_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const deliveries = await database.kysely
    .selectFrom('case_deliveries')
    .select(['id', 'event', 'channel', 'state', 'attempts', 'last_error', 'created_at', 'delivered_at'])
    .where('user_id', '=', row.user_id)
    .where('case_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const transcript = await readTranscript(database, id, { cursor: null, limit: TRANSCRIPT_LENGTH });
  // What `case-desk` wrote, from the type of the same name.
  const collected = row.collected as CollectedFields;
  const isLive = row.owner_name !== null && row.owned_until !== null && row.owned_until > now;
  const accountEmail = row.is_anonymous || row.email.endsWith('.invalid') ? null : row.email;
  return {
    ...summaryOf(row),
    person: {
      name: row.preferred_name ?? row.display_name,
      email: collected.email ?? accountEmail,
      isGuest: row.is_anonymous,
      locale: row.locale,
      timeZone: row.time_zone,
    },
    collected,
    openedFromMessageId: row.message_id,
    lease:
      isLive && row.owner_name !== null && row.owned_until !== null
        ? { fencingToken: row.fencing_token, humanName: row.owner_name, until: row.owned_until.toISOString() }
        : null,
    transcript: transcript ?? { items: [], nextCursor: null },
    events: events.map(({ id: eventId, kind, actor_name: by, text, at }) => ({
      id: eventId,
      kind,
      by,
      text,
      at: at.toISOString(),
    })),
    deliveries: deliveries.map((delivery) => ({
      id: delivery.id,
      event: delivery.event,
      channel: delivery.channel,
      state: delivery.state,
      attempts: delivery.attempts,
      lastError: delivery.last_error,
      createdAt: delivery.created_at.toISOString(),
      deliveredAt: delivery.delivered_at?.toISOString() ?? null,
    })),
  };
}

/** A case's conversation, the newest message first; null when there is no such case. What the person had forgotten is left out. */
export async function readTranscript(
  database: Database,
  caseId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<CaseDetail['transcript']['items'][number]> | null> {
  const found = await database.kysely
    .selectFrom('cases')
    .select(['user_id', 'conversation_id'])
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (found === undefined) return null;
  let query = database.kysely
    .selectFrom('messages')
    .select(['id', 'sequence', 'role', 'text', 'status', 'author_name', 'created_at'])
    .where('user_id', '=', found.user_id)
    .where('conversation_id', '=', found.conversation_id)
    .where('forgotten_at', 'is', null)
    .where('is_silent', '=', false)
    .orderBy('sequence', 'desc')
    .limit(limit + 1);
  if (cursor !== null) query = query.where('sequence', '<', readSequence(cursor));
  return pageOf(
    await query.execute(),
    limit,
    ({ id, role, text, status, author_name: authorName, created_at: createdAt }) => ({
      id,
      role,
      author: role === 'user' ? ('person' as const) : authorName === null ? ('assistant' as const) : ('human' as const),
      authorName,
      text,
      status,
      createdAt: createdAt.toISOString(),
    }),
    (row) => writeCursor([row.sequence]),
  );
}

function readSequence(cursor: string): number {
  const [sequence] = readCursor(cursor);
  if (typeof sequence !== 'number' || !Number.isInteger(sequence) || sequence < 0 || sequence > 2_147_483_647)
    throw new InvalidCursorError();
  return sequence;
}

const NOTE: Statement = {
  name: 'case-note',
  text: `
insert into case_events (user_id, id, case_id, kind, actor_id, actor_name, text, at)
select user_id, $2, id, 'note', $3, $4, $5, $6 from cases where id = $1
returning id`,
};

/** Keeps a note of the team's about a case; the person does not see it in the conversation, but in their export. False: no such case. */
export async function noteCase(
  { database, clock, newId }: LeaseContext,
  caseId: string,
  operator: Operator,
  text: string,
): Promise<boolean> {
  const rows = await execute(database.pool, NOTE, [caseId, newId(), operator.id, operator.name, text, clock.now()]);
  return rows.length > 0;
}
