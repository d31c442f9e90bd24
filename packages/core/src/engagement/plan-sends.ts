import { execute, type Statement } from '../database/database.ts';
import {
  delayOf,
  dueOccasions,
  type EngagementDependencies,
  type ServedCampaign,
  sendingTime,
  serveCampaigns,
  servedCampaigns,
} from './campaigns.ts';

/** Rows that a run plans for a campaign at most: a clock or an import that makes everybody due at once is spread over runs. */
export const PLANNED_PER_RUN = 200;

/** One row an occasion, whoever plans it: the second to come finds the first one's. Nothing is planned for who is being erased. */
const PLAN: Statement = {
  name: 'campaign-plan',
  text: `
insert into campaign_sends (user_id, id, assistant, campaign, occasion, advice_id, channel, happened_at, due_at, next_at, planned_at)
select users.id, r.id, $2, $3, r.occasion, r.advice_id, $4, r.happened_at, r.due_at, $5, $5
from json_to_recordset($1) as r (user_id uuid, id uuid, occasion text, advice_id uuid, happened_at timestamptz, due_at timestamptz)
join users on users.id = r.user_id
on conflict (user_id, assistant, campaign, occasion) do nothing
returning id`,
};

/** Plans what fell due: a row a person and occasion. A campaign that is paused plans nothing. Returns how many rows. */
export async function planSends(dependencies: EngagementDependencies, signal: AbortSignal): Promise<number> {
  const { pool } = dependencies.database;
  const now = await sendingTime(pool, dependencies.clock);
  await serveCampaigns(dependencies, pool, now);
  let planned = 0;
  for (const served of await servedCampaigns(dependencies, pool, now)) {
    signal.throwIfAborted();
    if (served.pausedAt === null) planned += await planCampaign(dependencies, served, now);
  }
  return planned;
}

async function planCampaign(
  { database, newId }: EngagementDependencies,
  served: ServedCampaign,
  now: Date,
): Promise<number> {
  const { assistant, campaign } = served;
  const occasions = await dueOccasions(database.pool, served, now, PLANNED_PER_RUN);
  if (occasions.length === 0) return 0;
  const rows = occasions.map(({ userId, occasion, happenedAt, adviceId }) => ({
    user_id: userId,
    id: newId(),
    occasion,
    advice_id: adviceId,
    happened_at: happenedAt,
    due_at: new Date(happenedAt.getTime() + delayOf(campaign)),
  }));
  const values = [JSON.stringify(rows), assistant.definition.id, campaign.id, campaign.channel, now];
  return (await execute(database.pool, PLAN, values)).length;
}
