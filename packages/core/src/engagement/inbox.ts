import type { InboxMessage } from '@rapport/wire';
import type { Selectable } from 'kysely';
import { type Database, execute, type Statement } from '../database/database.ts';
import { type Page, type PageRequest, pageOf, readTimeCursor, writeCursor } from '../database/paging.ts';
import type { CampaignSendsTable } from '../database/schema.ts';
import type { Clock } from '../runtime.ts';

type InboxRow = Pick<Selectable<CampaignSendsTable>, 'id' | 'assistant' | 'text' | 'decided_at' | 'read_at'>;

/** What was said to a person of the assistants' own accord, the latest first. */
export async function listInbox(
  database: Database,
  userId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<InboxMessage> & { readonly unread: number }> {
  let query = database.kysely
    .selectFrom('campaign_sends')
    .select(['id', 'assistant', 'text', 'decided_at', 'read_at'])
    .where('user_id', '=', userId)
    .where('channel', '=', 'inbox')
    .where('state', '=', 'sent')
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor !== null) {
    const { time, id } = readTimeCursor(cursor);
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('decided_at', 'id'), '<', tuple(time, id)));
  }
  const rows: readonly InboxRow[] = await query.execute();
  const [counted] = await execute<{ unread: number }>(database.pool, COUNT_UNREAD, [userId]);
  const page = pageOf(rows, limit, shown, (row) => writeCursor([sentAt(row), row.id]));
  return { ...page, unread: counted?.unread ?? 0 };
}

const COUNT_UNREAD: Statement = {
  name: 'inbox-count-unread',
  text: `
select count(*)::integer as unread from campaign_sends
where user_id = $1 and channel = 'inbox' and state = 'sent' and read_at is null`,
};

const READ: Statement = {
  name: 'inbox-read',
  text: `
update campaign_sends set read_at = coalesce(read_at, $3)
where user_id = $1 and id = $2 and channel = 'inbox' and state = 'sent'
returning id, assistant, text, decided_at, read_at`,
};

/** Notes that a message was read, the first time it is said; null when the person has none of that id. */
export async function readInboxMessage(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  userId: string,
  id: string,
): Promise<InboxMessage | null> {
  const [row] = await execute<InboxRow>(database.pool, READ, [userId, id, clock.now()]);
  return row === undefined ? null : shown(row);
}

const sentAt = ({ decided_at: at }: InboxRow): string => (at ?? new Date(0)).toISOString();

const shown = (row: InboxRow): InboxMessage => ({
  id: row.id,
  assistant: row.assistant,
  text: row.text ?? '',
  createdAt: sentAt(row),
  readAt: row.read_at?.toISOString() ?? null,
});
