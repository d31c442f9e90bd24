import type { PoolClient } from 'pg';
import { execute, type Statement } from '../database/database.ts';
import type { NewId } from '../runtime.ts';
import { UPLOAD_LIFETIME_MS } from './photos.ts';

/** One thing a photo shows that the hair profile could hold. */
export interface PhotoFinding {
  readonly field: string;
  readonly value: string;
  /** 0 to 1, below that of anything a person says. */
  readonly confidence: number;
}

/** What a person was asked of a photo and has not answered. */
export interface PhotoAsk {
  /** The message that the photo came with. */
  readonly messageId: string;
  readonly conversationId: string;
  /** Whether it is asked to add the findings to the profile, or to keep the photo. */
  readonly stage: 'profile' | 'keep';
  readonly findings: readonly PhotoFinding[];
  /** Photos that were sent ahead and that are not kept. */
  readonly uploads: readonly string[];
}

/** An unanswered question lives as long as the photo it is about. */
export const ASK_LIFETIME_MS = UPLOAD_LIFETIME_MS;

/** A column with what was asked and not answered, of `user` and `assistant`, as {@link StoredAsk}; null when nothing was. */
export const photoAskOf = (user: string, assistant: string): string => `
  (select json_build_object('messageId', message_id, 'conversationId', conversation_id, 'stage', stage, 'findings', findings,
     'askedAt', asked_at,
     'uploads', (select coalesce(json_agg(photos.id), '[]'::json) from photos
                 where photos.user_id = photo_asks.user_id and photo_asks.uploads ? photos.id::text and photos.expires_at is not null))
   from photo_asks where user_id = ${user} and assistant = ${assistant})`;

/** As a query's JSON gives it. */
export interface StoredAsk extends PhotoAsk {
  /** ISO 8601. */
  readonly askedAt: string;
}

/** What is still open of it in a conversation at a moment; null when it was asked elsewhere or too long ago. */
export function openAsk(stored: StoredAsk | null, conversationId: string, now: Date): PhotoAsk | null {
  if (stored === null || stored.conversationId !== conversationId) return null;
  if (now.getTime() - Date.parse(stored.askedAt) > ASK_LIFETIME_MS) return null;
  const { askedAt: _, ...ask } = stored;
  return ask;
}

/** What a turn changes of photos. Everything is done in the turn's own transaction. */
export interface PhotoChange {
  /** What is asked now; null: nothing, and what was asked before is settled. */
  readonly ask: PhotoAsk | null;
  /** What goes into the hair profile, of the photo that came with a message. */
  readonly add: { readonly messageId: string; readonly findings: readonly PhotoFinding[] } | null;
  /** Photos that are kept from now on, and photos that are deleted at once. */
  readonly keep: readonly string[];
  readonly drop: readonly string[];
}

const SETTLE: Statement = {
  name: 'photo-ask-settle',
  text: 'delete from photo_asks where user_id = $1 and assistant = $2',
};
const ASK: Statement = {
  name: 'photo-ask',
  text: `
with held as (
  -- The photo waits as long as the question about it.
  update photos set expires_at = greatest(expires_at, $8::timestamptz + make_interval(secs => $9))
  where user_id = $1 and expires_at is not null and $7::jsonb ? id::text
)
insert into photo_asks (user_id, assistant, message_id, conversation_id, stage, findings, uploads, asked_at)
select $1, $2, id, $4, $5, $6::jsonb, $7::jsonb, $8 from messages where user_id = $1 and id = $3 and forgotten_at is null
on conflict (user_id, assistant) do update
set message_id = excluded.message_id, conversation_id = excluded.conversation_id, stage = excluded.stage,
  findings = excluded.findings, uploads = excluded.uploads, asked_at = excluded.asked_at`,
};
/** They hang on the photo's message: when it goes, so do they. */
const ADD: Statement = {
  name: 'photo-add-to-profile',
  text: `
insert into hair_profile_entries (user_id, id, assistant, field, value, holds, quote, confidence, message_id, said_at, source)
select $1, f.id, $2, f.field, f.value, true, null, f.confidence, messages.id, $5::timestamptz, 'photo'
from messages cross join json_to_recordset($4::json) as f (id uuid, field text, value text, confidence real)
where messages.user_id = $1 and messages.id = $3 and messages.forgotten_at is null`,
};
const KEEP: Statement = {
  name: 'photo-keep',
  text: 'update photos set expires_at = null where user_id = $1 and id = any($2::uuid[])',
};
const DROP: Statement = {
  name: 'photo-drop',
  text: 'delete from photos where user_id = $1 and id = any($2::uuid[]) and expires_at is not null',
};

/** Does what a turn changes, on the turn's own client. */
export async function writePhotoChange(
  client: PoolClient,
  of: { readonly userId: string; readonly assistant: string; readonly now: Date; readonly newId: NewId },
  { ask, add, keep, drop }: PhotoChange,
): Promise<void> {
  const { userId, assistant, now, newId } = of;
  if (add !== null) {
    const rows = add.findings.map((finding) => ({ ...finding, id: newId() }));
    await execute(client, ADD, [userId, assistant, add.messageId, JSON.stringify(rows), now]);
  }
  if (keep.length > 0) await execute(client, KEEP, [userId, keep]);
  if (drop.length > 0) await execute(client, DROP, [userId, drop]);
  if (ask === null) {
    await execute(client, SETTLE, [userId, assistant]);
    return;
  }
  await execute(client, ASK, [
    userId,
    assistant,
    ask.messageId,
    ask.conversationId,
    ask.stage,
    JSON.stringify(ask.findings),
    JSON.stringify(ask.uploads),
    now,
    ASK_LIFETIME_MS / 1_000,
  ]);
}
