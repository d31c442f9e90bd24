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
insert into feedback (id, user_id, message_id, rating, comment, created_at)
select $1, user_id, id, $4, $5, $6 from messages where user_id = $2 and id = $3 and role = 'assistant'
returning id`,
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
  const rows = await execute(executor, GIVE, [id, userId, messageId, given.rating, given.comment, now]);
  return rows.length === 0 ? null : { id, messageId, ...given, createdAt: now.toISOString() };
}
