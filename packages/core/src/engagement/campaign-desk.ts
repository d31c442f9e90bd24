import type { CampaignPreview, CampaignReport } from '@rapport/wire';
import { execute, type Statement } from '../database/database.ts';
import type { UnsentReason } from '../database/schema.ts';
import {
  delayOf,
  dueOccasions,
  type EngagementDependencies,
  judge,
  type SendCandidate,
  type ServedCampaign,
  sendingTime,
  servedCampaigns,
} from './campaigns.ts';
import { TRIGGERS } from './triggers.ts';

/** What the figures are of. */
export const FIGURES = {
  /** Rows planned within these days. */
  days: 90,
  /** Who says something to the assistant so soon after a message has answered it. */
  replyDays: 3,
  /** Who says something within these has returned; measured of those whose time is over. */
  returnDays: 14,
} as const;

/** Whether somebody said something to the assistant within so many days after the decision: their own words, not a greeting. */
const spokeWithin = (days: number): string => `exists (
  select from conversations join messages on messages.user_id = conversations.user_id and messages.conversation_id = conversations.id
  where conversations.user_id = sends.user_id and conversations.assistant = sends.assistant and conversations.updated_at >= sends.decided_at
    and messages.role = 'user' and messages.created_at > sends.decided_at
    and messages.created_at <= sends.decided_at + make_interval(days => ${days}))`;

const COUNT: Statement = {
  name: 'campaign-figures',
  text: `
select assistant, campaign, state, reason, count(*)::integer as count,
  count(*) filter (where read_at is not null)::integer as read,
  count(*) filter (where clicked_at is not null)::integer as clicked,
  count(*) filter (where unsubscribed_at is not null)::integer as unsubscribed,
  count(*) filter (where state = 'sent' and ${spokeWithin(FIGURES.replyDays)})::integer as replied,
  count(*) filter (where is_over)::integer as over,
  count(*) filter (where is_over and ${spokeWithin(FIGURES.returnDays)})::integer as returned
from (select *, state in ('sent', 'held-out') and decided_at <= $1::timestamptz - make_interval(days => ${FIGURES.returnDays}) as is_over
  from campaign_sends where planned_at > $1::timestamptz - make_interval(days => ${FIGURES.days})
    and assistant = any($2::text[])) sends
group by assistant, campaign, state, reason`,
};

interface CountRow {
  readonly assistant: string;
  readonly campaign: string;
  readonly state: 'planned' | 'sending' | 'sent' | 'skipped' | 'held-out';
  readonly reason: UnsentReason | null;
  readonly count: number;
  readonly read: number;
  readonly clicked: number;
  readonly unsubscribed: number;
  readonly replied: number;
  readonly over: number;
  readonly returned: number;
}

/** Every campaign with its figures of the last {@link FIGURES} days, in the order of the assistants' data. */
export async function listCampaigns(dependencies: EngagementDependencies): Promise<CampaignReport[]> {
  const { pool } = dependencies.database;
  const now = await sendingTime(pool, dependencies.clock);
  const campaigns = await servedCampaigns(dependencies, pool, now);
  const counts = await execute<CountRow>(pool, COUNT, [now, [...dependencies.assistants.keys()]]);
  return campaigns.map((served) =>
    reportOf(
      served,
      counts.filter(
        ({ assistant, campaign }) => assistant === served.assistant.definition.id && campaign === served.campaign.id,
      ),
    ),
  );
}

function reportOf({ assistant, campaign, servedSince, pausedAt, pausedBy }: ServedCampaign, rows: readonly CountRow[]) {
  const total = (
    of: keyof CountRow & ('count' | 'read' | 'clicked' | 'unsubscribed' | 'replied'),
    ...states: string[]
  ) => rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row[of], 0);
  const armOf = (state: CountRow['state']) => {
    const arm = rows.find((row) => row.state === state);
    const [people, returned] = [arm?.over ?? 0, arm?.returned ?? 0];
    return { people, returned, rate: people === 0 ? null : returned / people };
  };
  const { id, trigger, stage, delayHours, channel, holdout, subject, text, wordings } = campaign;
  return {
    assistant: assistant.definition.id,
    id,
    trigger,
    triggerSummary: TRIGGERS[trigger].summary,
    stage,
    delayHours,
    channel,
    holdout,
    subject: channel === 'email' ? subject : null,
    text,
    wordings,
    servedSince: servedSince.toISOString(),
    pausedAt: pausedAt?.toISOString() ?? null,
    pausedBy,
    counts: {
      planned: total('count', 'planned'),
      sending: total('count', 'sending'),
      sent: total('count', 'sent'),
      heldOut: total('count', 'held-out'),
      skipped: rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }])),
      opened: total('read', 'sent'),
      clicked: total('clicked', 'sent'),
      replied: total('replied', 'sent'),
      unsubscribed: total('unsubscribed', 'sent', 'sending'),
    },
    returned: { sent: armOf('sent'), heldOut: armOf('held-out') },
  } satisfies CampaignReport;
}

/** One campaign with its figures; null when none is called so. */
export const readCampaign = async (
  dependencies: EngagementDependencies,
  key: CampaignKey,
): Promise<CampaignReport | null> =>
  (await listCampaigns(dependencies)).find(({ assistant, id }) => assistant === key.assistant && id === key.campaign) ??
  null;

export interface CampaignKey {
  readonly assistant: string;
  readonly campaign: string;
}

const PAUSE: Statement = {
  name: 'campaign-pause',
  text: `
insert into campaigns (assistant, campaign, served_since, paused_at, paused_by) values ($1, $2, $3, $3, $4)
on conflict (assistant, campaign) do update set
  paused_at = coalesce(campaigns.paused_at, excluded.paused_at), paused_by = coalesce(campaigns.paused_by, excluded.paused_by)`,
};
const RESUME: Statement = {
  name: 'campaign-resume',
  text: 'update campaigns set paused_at = null, paused_by = null where assistant = $1 and campaign = $2',
};

/**
 * Holds a campaign: from now on it plans nothing, and what is planned is skipped when its time comes. Null when none is called so.
 *
 * @param by who does it, as shown.
 */
export async function pauseCampaign(dependencies: EngagementDependencies, key: CampaignKey, by: string) {
  if ((await findServed(dependencies, key)) === null) return null;
  const { database, clock } = dependencies;
  await execute(database.pool, PAUSE, [key.assistant, key.campaign, clock.now(), by]);
  return readCampaign(dependencies, key);
}

/** Lets a campaign go on, with what fell due in the last days and is not too late. Null when none is called so. */
export async function resumeCampaign(dependencies: EngagementDependencies, key: CampaignKey) {
  if ((await findServed(dependencies, key)) === null) return null;
  await execute(dependencies.database.pool, RESUME, [key.assistant, key.campaign]);
  return readCampaign(dependencies, key);
}

async function findServed(dependencies: EngagementDependencies, key: CampaignKey): Promise<ServedCampaign | null> {
  const { pool } = dependencies.database;
  const campaigns = await servedCampaigns(dependencies, pool, await sendingTime(pool, dependencies.clock));
  const found = campaigns.find(
    ({ assistant, campaign }) => assistant.definition.id === key.assistant && campaign.id === key.campaign,
  );
  return found ?? null;
}

const WAITING: Statement = {
  name: 'campaign-waiting',
  text: `
select user_id as "userId", id as "sendId", advice_id as "adviceId", happened_at as "happenedAt", due_at as "dueAt", attempts,
  first_attempt_at as "firstAttemptAt"
from campaign_sends where assistant = $1 and campaign = $2 and state in ('planned', 'sending') order by next_at, id limit $3`,
};

/**
 * Who would get a campaign now and what it would say to them, and why others would not: what is planned, then what is due and not
 * planned yet, judged as at the moment of sending and with nothing written. A campaign that is paused is judged as if it were not.
 */
export async function previewCampaign(
  dependencies: EngagementDependencies,
  key: CampaignKey,
  limit: number,
): Promise<CampaignPreview | null> {
  const { database, clock, mail } = dependencies;
  const served = await findServed(dependencies, key);
  if (served === null) return null;
  const now = await sendingTime(database.pool, clock);
  const waiting = await execute<SendCandidate>(database.pool, WAITING, [key.assistant, key.campaign, limit + 1]);
  const due = await dueOccasions(database.pool, served, now, limit + 1);
  const candidates: SendCandidate[] = [
    ...waiting,
    ...due.map(({ userId, adviceId, happenedAt }) => ({
      userId,
      sendId: null,
      adviceId,
      happenedAt,
      dueAt: new Date(happenedAt.getTime() + delayOf(served.campaign)),
      attempts: 0,
      firstAttemptAt: null,
    })),
  ];
  const items: CampaignPreview['items'] = [];
  for (const candidate of candidates.slice(0, limit)) {
    const judgement = await judge(database.pool, { ...served, pausedAt: null }, candidate, {
      now,
      canMail: mail !== null,
    });
    if (judgement === null) continue;
    const { verdict, wording } = judgement;
    items.push({
      userId: candidate.userId,
      isPlanned: candidate.sendId !== null,
      dueAt: candidate.dueAt.toISOString(),
      verdict: verdict.kind,
      reason: verdict.kind === 'skip' ? verdict.reason : null,
      until: verdict.kind === 'postpone' ? verdict.until.toISOString() : null,
      subject: served.campaign.channel === 'email' ? (wording?.subject ?? null) : null,
      text: wording?.text ?? null,
    });
  }
  return {
    at: now.toISOString(),
    pausedAt: served.pausedAt?.toISOString() ?? null,
    items,
    hasMore: candidates.length > limit,
  };
}
