import { type Database, execute, type Statement } from '../database/database.ts';
import type { Clock } from '../runtime.ts';
import type { LinkSubject } from './links.ts';

interface LinkContext {
  readonly database: Database;
  readonly clock: Clock;
}

/** The person's own setting is what every send asks; what the link came with is noted for the figures. */
const UNSUBSCRIBE: Statement = {
  name: 'campaign-unsubscribe',
  text: `
with ended as (
  update profiles set channels = channels || '{"email": false}', updated_at = $3 where user_id = $1 and channels ->> 'email' = 'true'
)
update campaign_sends set unsubscribed_at = coalesce(unsubscribed_at, $3) where user_id = $1 and id = $2`,
};
const VISIT: Statement = {
  name: 'campaign-visit',
  text: 'update campaign_sends set clicked_at = coalesce(clicked_at, $3) where user_id = $1 and id = $2',
};

/** Ends all mail of campaigns to a person, at once. Said twice, or of somebody who is gone, it changes nothing. */
export async function unsubscribe({ database, clock }: LinkContext, { userId, sendId }: LinkSubject): Promise<void> {
  await execute(database.pool, UNSUBSCRIBE, [userId, sendId, clock.now()]);
}

/** Notes that a mail's link was followed. */
export async function noteVisit({ database, clock }: LinkContext, { userId, sendId }: LinkSubject): Promise<void> {
  await execute(database.pool, VISIT, [userId, sendId, clock.now()]);
}
