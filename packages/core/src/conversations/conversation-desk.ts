import type { ConversationOutcome, DeskConversation, DeskDetail, DeskMessage } from '@rapport/wire';
import { sql } from 'kysely';
import { openSince, STANDS } from '../analytics/read-people.ts';
import type { Span } from '../analytics/span.ts';
import type { Database } from '../database/database.ts';
import { type Page, type PageRequest, pageOf, readTimeCursor, writeCursor } from '../database/paging.ts';
import { type DeskMessageRow, type DeskTurns, messageOf, readDeskTurns } from './turn-trace.ts';

/** Which conversations an operator looks for; null: whichever. */
export interface DeskFilter {
  /** When they began. */
  readonly span: Pick<Span, 'from' | 'to'> | null;
  readonly brand: string | null;
  readonly assistant: string | null;
  readonly outcome: ConversationOutcome | null;
  readonly rating: number | null;
  readonly isRated: boolean | null;
  readonly hasFallback: boolean | null;
  readonly hasCacheHit: boolean | null;
  readonly model: string | null;
  readonly userId: string | null;
}

interface DeskRow {
  id: string;
  user_id: string;
  assistant: string;
  brand: string;
  title: string | null;
  created_at: Date;
  updated_at: Date;
  last_sequence: number;
  stands: ConversationOutcome | null;
  rating: number | null;
  models: string[] | null;
  has_fallback: boolean | null;
  has_cache_hit: boolean | null;
  has_need: boolean | null;
  preferred_name: string | null;
}

/** A title says what somebody said: where they were in need it stays between them and who answers cases. */
const conversationOf = (row: DeskRow): DeskConversation => ({
  id: row.id,
  userId: row.user_id,
  assistant: row.assistant,
  brand: row.brand,
  title: row.has_need === true ? null : row.title,
  startedAt: row.created_at.toISOString(),
  lastAt: row.updated_at.toISOString(),
  messages: row.last_sequence,
  outcome: row.stands,
  rating: row.rating,
  models: row.models ?? [],
  hasFallback: row.has_fallback ?? false,
  hasCacheHit: row.has_cache_hit ?? false,
  personName: row.preferred_name,
});

/** A conversation with what is told of it in a list. Each part is one walk over the conversation's own messages. */
const deskRows = (database: Database, now: Date) =>
  database.kysely
    .selectFrom('conversations as c')
    .innerJoin('profiles as p', 'p.user_id', 'c.user_id')
    .leftJoin('analytics_conversations as a', (join) =>
      join.onRef('a.user_id', '=', 'c.user_id').onRef('a.conversation_id', '=', 'c.id'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('messages as m')
          .whereRef('m.user_id', '=', 'c.user_id')
          .whereRef('m.conversation_id', '=', 'c.id')
          .where('m.role', '=', 'assistant')
          .select([
            sql<string[] | null>`array_agg(distinct m.details ->> 'model') filter (where m.details ? 'model')`.as(
              'models',
            ),
            sql<boolean>`coalesce(bool_or((m.details ->> 'fallbackTriggered')::boolean), false)`.as('has_fallback'),
            sql<boolean>`coalesce(bool_or((m.details ->> 'cacheHit')::boolean), false)`.as('has_cache_hit'),
            sql<boolean>`coalesce(bool_or(m.details ->> 'safety' = 'crisis'), false)`.as('has_need'),
          ])
          .as('r'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('feedback as f')
          .innerJoin('messages as m', (join) =>
            join.onRef('m.user_id', '=', 'f.user_id').onRef('m.id', '=', 'f.message_id'),
          )
          .whereRef('f.user_id', '=', 'c.user_id')
          .whereRef('m.conversation_id', '=', 'c.id')
          .orderBy('f.created_at', 'desc')
          .limit(1)
          .select('f.rating')
          .as('g'),
      (join) => join.onTrue(),
    )
    .select([
      'c.id',
      'c.user_id',
      'c.assistant',
      'c.brand',
      'c.title',
      'c.created_at',
      'c.updated_at',
      'c.last_sequence',
    ])
    .select(['r.models', 'r.has_fallback', 'r.has_cache_hit', 'r.has_need', 'g.rating', 'p.preferred_name'])
    .select(
      sql<ConversationOutcome | null>`case when a.user_id is null then null else ${standsAt(now)} end`.as('stands'),
    );

/** {@link STANDS} of the row `a`, its one value bound. */
const standsAt = (now: Date) => {
  const [before = '', after = ''] = STANDS('\u0000').split('\u0000');
  return sql<ConversationOutcome>`${sql.raw(before)}${openSince(now)}::timestamptz${sql.raw(after)}`;
};

/** Conversations that people spoke in, the latest begun first. Throws `InvalidCursorError`. */
export async function listDeskConversations(
  database: Database,
  filter: DeskFilter,
  { cursor, limit }: PageRequest,
  now: Date,
): Promise<Page<DeskConversation>> {
  // A greeting nobody answered is no conversation: one message is all it has.
  let query = deskRows(database, now)
    .where('c.last_sequence', '>', 1)
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit + 1);
  const { span, brand, assistant, outcome, rating, isRated, hasFallback, hasCacheHit, model, userId } = filter;
  if (span !== null) query = query.where('c.created_at', '>=', span.from).where('c.created_at', '<', span.to);
  if (brand !== null) query = query.where('c.brand', '=', brand);
  if (assistant !== null) query = query.where('c.assistant', '=', assistant);
  if (userId !== null) query = query.where('c.user_id', '=', userId);
  if (outcome !== null) {
    query = query.where('a.user_id', 'is not', null).where(({ eb }) => eb(standsAt(now), '=', outcome));
  }
  if (rating !== null) query = query.where('g.rating', '=', rating);
  if (isRated !== null) query = query.where('g.rating', isRated ? 'is not' : 'is', null);
  if (hasFallback !== null) query = query.where('r.has_fallback', '=', hasFallback);
  if (hasCacheHit !== null) query = query.where('r.has_cache_hit', '=', hasCacheHit);
  if (model !== null) query = query.where(sql<boolean>`${model} = any(r.models)`);
  if (cursor !== null) {
    const { time, id } = readTimeCursor(cursor);
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('c.created_at', 'c.id'), '<', tuple(time, id)));
  }
  const rows: DeskRow[] = await query.execute();
  return pageOf(rows, limit, conversationOf, (row) => writeCursor([row.created_at.toISOString(), row.id]));
}

/** One conversation with a page of what was said, the newest first; null when there is none of that id. */
export async function readDeskConversation(
  database: Database,
  id: string,
  page: PageRequest,
  now: Date,
): Promise<DeskDetail | null> {
  const row: DeskRow | undefined = await deskRows(database, now).where('c.id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const [transcript, cases] = await Promise.all([
    readTranscript(database, row.user_id, id, page),
    database.kysely
      .selectFrom('cases')
      .select(['id', 'reference', 'status'])
      .where('user_id', '=', row.user_id)
      .where('conversation_id', '=', id)
      .orderBy('opened_at', 'desc')
      .execute(),
  ]);
  return { ...conversationOf(row), transcript, cases };
}

/** Whether somebody was in need in a conversation, and whose it is; null when there is none of that id. */
export async function readNeed(database: Database, id: string): Promise<{ userId: string; hasNeed: boolean } | null> {
  const row = await database.kysely
    .selectFrom('conversations as c')
    .where('c.id', '=', id)
    .select('c.user_id')
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('messages as m')
          .whereRef('m.user_id', '=', 'c.user_id')
          .whereRef('m.conversation_id', '=', 'c.id')
          .where(sql<boolean>`m.details ->> 'safety' = 'crisis'`)
          .select('m.id'),
      ).as('has_need'),
    )
    .executeTakeFirst();
  return row === undefined ? null : { userId: row.user_id, hasNeed: Boolean(row.has_need) };
}

async function readTranscript(
  database: Database,
  userId: string,
  conversationId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<DeskMessage>> {
  let query = database.kysely
    .selectFrom('messages')
    .selectAll()
    .where('user_id', '=', userId)
    .where('conversation_id', '=', conversationId)
    .where('is_silent', '=', false)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor !== null) {
    const { time, id } = readTimeCursor(cursor);
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('created_at', 'id'), '<', tuple(time, id)));
  }
  const rows: DeskMessageRow[] = await query.execute();
  const turns: DeskTurns = await readDeskTurns(database, userId, conversationId, rows);
  return pageOf(
    rows,
    limit,
    (row) => messageOf(row, turns),
    (row) => writeCursor([row.created_at.toISOString(), row.id]),
  );
}
