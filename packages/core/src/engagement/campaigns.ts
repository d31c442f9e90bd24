import type { Pool, PoolClient } from 'pg';
import type { CampaignDefinition } from '../assistants/campaigns-definition.ts';
import type { PersonMailer } from '../channels/channels.ts';
import { type Database, execute, type Statement } from '../database/database.ts';
import type { Clock, NewId } from '../runtime.ts';
import type { ServedAssistant } from '../turn/dependencies.ts';
import { decideSend, type SendVerdict } from './decide-send.ts';
import { isHeldOut } from './holdout.ts';
import type { MailLinks } from './links.ts';
import { type Recipient, readRecipient } from './recipient.ts';
import { type Occasion, TRIGGERS } from './triggers.ts';
import { type Wording, wordingFor } from './wording.ts';

/** How mail reaches people. */
export interface MailWay {
  readonly send: PersonMailer;
  readonly links: MailLinks;
  /** The product's own address, without a slash at its end. */
  readonly publicUrl: string;
}

export interface EngagementDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly assistants: ReadonlyMap<string, ServedAssistant>;
  /** Null: no mail goes to people here. */
  readonly mail: MailWay | null;
}

/** A campaign as it is served, and how operators have it. */
export interface ServedCampaign {
  readonly assistant: ServedAssistant;
  readonly campaign: CampaignDefinition;
  readonly servedSince: Date;
  readonly pausedAt: Date | null;
  readonly pausedBy: string | null;
}

const DAY_MS = 86_400_000;
/** Occasions that fell due longer ago leave no row: whoever was not served then was not passed over either. */
const LOOK_BACK_DAYS = 14;

/**
 * The time that sending goes by: ours, but never ahead of the database's. A clock that jumped ahead makes nobody dormant and nothing due.
 */
export async function sendingTime(executor: Pool | PoolClient, clock: Clock): Promise<Date> {
  const { rows } = await executor.query<{ now: Date }>('select least($1::timestamptz, now()) as now', [clock.now()]);
  return rows[0]?.now ?? clock.now();
}

const SERVE: Statement = {
  name: 'campaigns-serve',
  text: `
insert into campaigns (assistant, campaign, served_since) select assistant, campaign, $2 from json_to_recordset($1) as c (assistant text, campaign text)
on conflict (assistant, campaign) do nothing`,
};
const READ_SERVED: Statement = {
  name: 'campaigns-read',
  text: 'select assistant, campaign, served_since, paused_at, paused_by from campaigns',
};

/** Notes the campaigns that are new as served from `now` on: what fell due before is none of theirs. */
export async function serveCampaigns(
  { assistants }: Pick<EngagementDependencies, 'assistants'>,
  executor: Pool | PoolClient,
  now: Date,
): Promise<void> {
  const keys = declaredCampaigns(assistants).map(({ assistant, campaign }) => ({
    assistant: assistant.definition.id,
    campaign: campaign.id,
  }));
  if (keys.length > 0) await execute(executor, SERVE, [JSON.stringify(keys), now]);
}

/** Every campaign of the assistants served here, and how operators have it. */
export async function servedCampaigns(
  { assistants }: Pick<EngagementDependencies, 'assistants'>,
  executor: Pool | PoolClient,
  now: Date,
): Promise<ServedCampaign[]> {
  const rows = await execute<CampaignRow>(executor, READ_SERVED, []);
  const stored = new Map(rows.map((row) => [`${row.assistant}/${row.campaign}`, row]));
  return declaredCampaigns(assistants).map(({ assistant, campaign }) => {
    const row = stored.get(`${assistant.definition.id}/${campaign.id}`);
    return {
      assistant,
      campaign,
      servedSince: row?.served_since ?? now,
      pausedAt: row?.paused_at ?? null,
      pausedBy: row?.paused_by ?? null,
    };
  });
}

interface CampaignRow {
  readonly assistant: string;
  readonly campaign: string;
  readonly served_since: Date;
  readonly paused_at: Date | null;
  readonly paused_by: string | null;
}

const declaredCampaigns = (assistants: ReadonlyMap<string, ServedAssistant>) =>
  [...assistants.values()].flatMap((assistant) =>
    assistant.definition.campaigns.map((campaign) => ({ assistant, campaign })),
  );

/** Occasions of a campaign that are due at `now` and that it has no row for, the oldest first. */
export async function dueOccasions(
  executor: Pool | PoolClient,
  { assistant, campaign, servedSince }: ServedCampaign,
  now: Date,
  limit: number,
): Promise<Occasion[]> {
  const delayMs = delayOf(campaign);
  const dueAfter = Math.max(servedSince.getTime() - 1, now.getTime() - LOOK_BACK_DAYS * DAY_MS);
  return execute<Occasion>(executor, TRIGGERS[campaign.trigger].find, [
    assistant.definition.id,
    campaign.id,
    new Date(dueAfter - delayMs),
    new Date(now.getTime() - delayMs),
    limit,
    ...(campaign.stage === null ? [] : [campaign.stage]),
  ]);
}

export const delayOf = ({ delayHours }: CampaignDefinition): number => delayHours * 3_600_000;

/** A message to one person, planned or not yet. */
export interface SendCandidate {
  readonly userId: string;
  /** Null for one that is not planned yet. */
  readonly sendId: string | null;
  readonly adviceId: string | null;
  readonly happenedAt: Date;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly firstAttemptAt: Date | null;
}

/** What would become of a message now, to whom it would go, and what it would say. */
export interface Judgement {
  readonly verdict: SendVerdict;
  readonly recipient: Recipient;
  /** Null where nothing can be said; then nothing is sent either. */
  readonly wording: Wording | null;
}

/**
 * Judges a message by how everything is at `now`. The same for a preview and for the moment of sending.
 *
 * @returns null when the person no longer exists.
 */
export async function judge(
  executor: Pool | PoolClient,
  { assistant, campaign, pausedAt }: Pick<ServedCampaign, 'assistant' | 'campaign' | 'pausedAt'>,
  candidate: SendCandidate,
  { now, canMail }: { readonly now: Date; readonly canMail: boolean },
): Promise<Judgement | null> {
  const { userId, sendId, adviceId, happenedAt, dueAt, attempts, firstAttemptAt } = candidate;
  const { id } = assistant.definition;
  const recipient = await readRecipient(executor, { userId, assistant: id, adviceId, sendId }, now);
  if (recipient === null) return null;
  const verdict = decideSend({
    now,
    trigger: campaign.trigger,
    stage: campaign.stage,
    channel: campaign.channel,
    isPaused: pausedAt !== null,
    quietHours: campaign.quietHours,
    isHeldOut: isHeldOut(campaign.holdout, id, campaign.id, userId),
    canMail,
    happenedAt,
    dueAt,
    attempts,
    firstAttemptAt,
    person: recipient.person,
  });
  const wording = wordingFor(campaign, assistant, recipient.facts);
  const isSaid = wording !== null || (verdict.kind !== 'send' && verdict.kind !== 'hold-out');
  return { verdict: isSaid ? verdict : { kind: 'skip', reason: 'nothing-to-say' }, recipient, wording };
}
