import { feedbackGiven } from '../analytics/event-catalogue.ts';
import { analyticsRows, insertAnalyticsEvents } from '../analytics/write-events.ts';
import { execute, type Statement } from '../database/database.ts';
import type { CreationContext } from './conversations.ts';

export interface Feedback {
  readonly id: string;
  readonly messageId: string;
  /** 1 (bad) to 5 (good). */
  readonly rating: number;
  readonly comment: string | null;
  readonly createdAt: string;
}

const GIVE: Statement = {
  name: 'feedback-give',
  text: `
with kept as (
  insert into feedback (id, user_id, message_id, rating, comment, created_at)
  select $1, user_id, id, $4, $5, $6 from messages where user_id = $2 and id = $3 and role = 'assistant'
  returning id, user_id, message_id
), rated as (
  select conversations.id, conversations.brand, conversations.assistant from kept
  join messages on messages.user_id = kept.user_id and messages.id = kept.message_id
  join conversations on conversations.user_id = messages.user_id and conversations.id = messages.conversation_id
), told as (${insertAnalyticsEvents({ rows: '$7', user: '$2', conversation: 'named.id', assistant: 'named.assistant', brand: 'named.brand', from: 'rated' })}
)
select id from kept`,
};

/** Keeps a person's rating of a reply. Null when they have no reply of that id. */
export async function giveFeedback(
  { executor, clock, newId }: CreationContext,
  userId: string,
  messageId: string,
  given: { readonly rating: number; readonly comment: string | null },
): Promise<Feedback | null> {
  const id = newId();
  const now = clock.now();
  const told = analyticsRows([feedbackGiven(now, { rating: given.rating })]);
  const rows = await execute(executor, GIVE, [id, userId, messageId, given.rating, given.comment, now, told]);
  return rows.length === 0 ? null : { id, messageId, ...given, createdAt: now.toISOString() };
}
