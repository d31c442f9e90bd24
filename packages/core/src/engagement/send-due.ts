import type { PoolClient } from 'pg';
import { DeliveryError } from '../channels/channels.ts';
import { execute, inTransaction, type Statement } from '../database/database.ts';
import type { UnsentReason } from '../database/schema.ts';
import type { Log } from '../runtime.ts';
import { campaignMail } from './campaign-mail.ts';
import { type EngagementDependencies, judge, type ServedCampaign, servedCampaigns } from './campaigns.ts';
import type { Recipient } from './recipient.ts';
import type { Wording } from './wording.ts';

/** After this long an attempt whose end nobody noted counts as lost, with its worker: longer than any mail server is waited for. */
const LEASE_MINUTES = 5;
/** Before the next attempt at a mail that no server took, in minutes; the last one holds for all that follow. */
const RETRY_MINUTES = [1, 5, 15, 60] as const;
/** Messages a run looks at, at most: with a run every five minutes, no burst is larger than this. */
export const SENT_PER_RUN = 500;
/** After so many mails on end that no server took, a run stops: the server is away. */
const REFUSALS_PER_RUN = 3;

/**
 * The next message that is due. The person is locked and not the row: whatever is sent to one person, of whatever campaign, is decided
 * one after the other, so that caps hold; others pass by. A turn is not held up, for it only refers to the person.
 */
const CLAIM: Statement = {
  name: 'campaign-claim',
  text: `
select sends.user_id, sends.id, sends.assistant, sends.campaign, sends.advice_id, sends.happened_at, sends.due_at, sends.state,
  sends.attempts, sends.first_attempt_at, least($1::timestamptz, now()) as now
from campaign_sends sends join users on users.id = sends.user_id
where sends.state in ('planned', 'sending') and sends.next_at <= least($1::timestamptz, now()) and sends.assistant = any($2::text[])
order by sends.next_at limit 1
for no key update of users skip locked`,
};
/** Only from what was seen: another worker may have dealt with it between our reading and our lock. */
const AS_SEEN = 'where user_id = $1 and id = $2 and state = $3 and attempts = $4 returning id';
const SKIP: Statement = {
  name: 'campaign-skip',
  text: `update campaign_sends set state = 'skipped', reason = $5, decided_at = $6 ${AS_SEEN}`,
};
const POSTPONE: Statement = {
  name: 'campaign-postpone',
  text: `update campaign_sends set next_at = $5, postponed = postponed + 1 ${AS_SEEN}`,
};
const HOLD_OUT: Statement = {
  name: 'campaign-hold-out',
  text: `update campaign_sends set state = 'held-out', decided_at = $5 ${AS_SEEN}`,
};
/** In the inbox it is there with this statement; a mail is claimed by it, before it leaves. */
const BEGIN: Statement = {
  name: 'campaign-begin',
  text: `
update campaign_sends set state = case channel when 'inbox' then 'sent' else 'sending' end, attempts = attempts + 1,
  first_attempt_at = coalesce(first_attempt_at, $5), decided_at = $5, subject = $6, text = $7,
  next_at = $5::timestamptz + make_interval(mins => ${LEASE_MINUTES}) ${AS_SEEN}`,
};
/** What is asked after here the assistant doesn't ask again at the next visit. */
const NOTE_ASKED: Statement = {
  name: 'campaign-advice-asked',
  text: 'update advice set asks = asks + 1, asked_at = $3 where user_id = $1 and id = $2 and asks < 2',
};
/** Told by the attempt's number, so that a worker that was given up says nothing over the next one. */
const NOTE_SENT: Statement = {
  name: 'campaign-sent',
  text: `update campaign_sends set state = 'sent' where user_id = $1 and id = $2 and state = 'sending' and attempts = $3`,
};
const NOTE_REFUSED: Statement = {
  name: 'campaign-refused',
  text: `update campaign_sends set next_at = $4 where user_id = $1 and id = $2 and state = 'sending' and attempts = $3`,
};

interface ClaimedRow {
  readonly user_id: string;
  readonly id: string;
  readonly assistant: string;
  readonly campaign: string;
  readonly advice_id: string | null;
  readonly happened_at: Date;
  readonly due_at: Date;
  readonly state: 'planned' | 'sending';
  readonly attempts: number;
  readonly first_attempt_at: Date | null;
  readonly now: Date;
}

/** A mail that was claimed and is to leave now. */
interface MailToSend {
  readonly row: ClaimedRow;
  readonly served: ServedCampaign;
  readonly recipient: Recipient;
  readonly wording: Wording;
}

type Step =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'done';
      readonly as: 'sent' | 'held-out' | 'postponed' | 'skipped';
      readonly reason: UnsentReason | null;
    }
  | { readonly kind: 'mail'; readonly mail: MailToSend };

export interface SendingReport {
  sent: number;
  heldOut: number;
  postponed: number;
  /** Mails that no server took for now. */
  refused: number;
  readonly skipped: Partial<Record<UnsentReason, number>>;
}

/**
 * Deals with what is due, one after the other: decided and claimed in a transaction that holds the person, then, for a mail, sent and
 * noted. In the inbox it is exactly once. A mail is at least once for a worker that dies between the server's word and ours: the next
 * attempt has the same Message-ID, and none is made after {@link SEND_LIMITS}' `retryHours`.
 */
export async function sendDue(
  dependencies: EngagementDependencies,
  { signal, log }: { readonly signal: AbortSignal; readonly log: Log },
): Promise<SendingReport> {
  const report: SendingReport = { sent: 0, heldOut: 0, postponed: 0, refused: 0, skipped: {} };
  let refusals = 0;
  for (let count = 0; count < SENT_PER_RUN && refusals < REFUSALS_PER_RUN; count += 1) {
    signal.throwIfAborted();
    const step = await inTransaction(dependencies.database.pool, (client) => decideNext(dependencies, client));
    if (step.kind === 'none') break;
    if (step.kind === 'mail') {
      const isTaken = await sendMail(dependencies, step.mail, { signal, log });
      refusals = isTaken ? 0 : refusals + 1;
      if (isTaken) report.sent += 1;
      else report.refused += 1;
    } else if (step.as === 'skipped' && step.reason !== null) {
      report.skipped[step.reason] = (report.skipped[step.reason] ?? 0) + 1;
    } else if (step.as === 'sent') report.sent += 1;
    else if (step.as === 'held-out') report.heldOut += 1;
    else report.postponed += 1;
  }
  return report;
}

async function decideNext(dependencies: EngagementDependencies, client: PoolClient): Promise<Step> {
  const { clock, assistants, mail } = dependencies;
  const [row] = await execute<ClaimedRow>(client, CLAIM, [clock.now(), [...assistants.keys()]]);
  if (row === undefined) return { kind: 'none' };
  const { now } = row;
  const seen = [row.user_id, row.id, row.state, row.attempts] as const;
  /** What another worker did meanwhile stays; then this step did nothing. */
  const note = async (statement: Statement, values: readonly unknown[]): Promise<boolean> =>
    (await execute(client, statement, [...seen, ...values])).length > 0;
  const skip = async (reason: UnsentReason): Promise<Step> => {
    await note(SKIP, [reason, now]);
    return { kind: 'done', as: 'skipped', reason };
  };

  // Read again for each: a campaign that was paused a moment ago sends nothing more.
  const served = (await servedCampaigns(dependencies, client, now)).find(
    ({ assistant, campaign }) => assistant.definition.id === row.assistant && campaign.id === row.campaign,
  );
  if (served === undefined) return skip('withdrawn');
  const candidate = {
    userId: row.user_id,
    sendId: row.id,
    adviceId: row.advice_id,
    happenedAt: row.happened_at,
    dueAt: row.due_at,
    attempts: row.attempts,
    firstAttemptAt: row.first_attempt_at,
  };
  const judgement = await judge(client, served, candidate, { now, canMail: mail !== null });
  if (judgement === null) return { kind: 'none' };
  const { verdict, recipient, wording } = judgement;
  if (verdict.kind === 'skip') return skip(verdict.reason);
  if (verdict.kind === 'postpone') {
    await note(POSTPONE, [verdict.until]);
    return { kind: 'done', as: 'postponed', reason: null };
  }
  if (verdict.kind === 'hold-out') {
    await note(HOLD_OUT, [now]);
    return { kind: 'done', as: 'held-out', reason: null };
  }
  if (wording === null) return skip('nothing-to-say');
  if (!(await note(BEGIN, [now, wording.subject, wording.text])))
    return { kind: 'done', as: 'postponed', reason: null };
  if (row.attempts === 0 && row.advice_id !== null)
    await execute(client, NOTE_ASKED, [row.user_id, row.advice_id, now]);
  if (served.campaign.channel === 'inbox') return { kind: 'done', as: 'sent', reason: null };
  return { kind: 'mail', mail: { row, served, recipient, wording } };
}

/** Whether a mail server took it. */
async function sendMail(
  { database, mail }: EngagementDependencies,
  { row, served, recipient, wording }: MailToSend,
  { signal, log }: { readonly signal: AbortSignal; readonly log: Log },
): Promise<boolean> {
  const attempt = row.attempts + 1;
  const { address } = recipient.person;
  if (mail === null || address === null) return false;
  const message = campaignMail(mail, served.assistant.definition, {
    userId: row.user_id,
    sendId: row.id,
    address,
    allowsFigures: recipient.allowsFigures,
    wording,
  });
  try {
    await mail.send({ ...message, signal });
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const minutes = RETRY_MINUTES[Math.min(attempt, RETRY_MINUTES.length) - 1] ?? LEASE_MINUTES;
    const again = new Date(row.now.getTime() + minutes * 60_000);
    await execute(database.pool, NOTE_REFUSED, [row.user_id, row.id, attempt, again]);
    log.warn(
      { event: 'campaign_mail_refused', campaign: row.campaign, sendId: row.id, attempt, reason: error.message },
      'No server took a mail of a campaign',
    );
    return false;
  }
  await execute(database.pool, NOTE_SENT, [row.user_id, row.id, attempt]);
  return true;
}
