import type { PoolClient } from 'pg';
import { z } from 'zod';
import { DeliveryError, type Mailer, type PostToChat, type SendWebhook } from '../channels/channels.ts';
import { type Database, execute, type Statement } from '../database/database.ts';
import type { JobSender } from '../jobs/queue.ts';
import { defineTask, type Task } from '../jobs/task.ts';
import type { Clock, NewId } from '../runtime.ts';
import { type AlertChannel, type AlertEvent, type AlertNews, alertLine, alertMail } from './alert-news.ts';

/** Ways to the team; null: not configured. */
export interface AlertChannels {
  readonly webhook: SendWebhook | null;
  readonly chat: PostToChat | null;
  readonly email: Mailer | null;
}

export interface TellDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly channels: AlertChannels;
  /** The product's own address, for links; null: unknown. */
  readonly publicUrl: string | null;
  /** Asked when a task runs, not before: the queue is opened with the tasks. */
  readonly sender: () => JobSender;
}

/** Older news is none: an alert that came while no channel was configured is not told of when there is one. */
const NEWS_FOR_HOURS = 24;

/** What an open or ended alert is news of, one row an event; infos are for the list alone, and muted ones are told to nobody. */
const DUE: Statement = {
  name: 'alert-news-due',
  text: `
with news as (
  select id, kind, subject, severity, 'opened' as event, first_seen_at as happened_at from system_alerts
  where not resolved and severity <> 'info' and first_seen_at > $1::timestamptz - make_interval(hours => ${NEWS_FOR_HOURS})
  union all
  -- It was told of as a warning and is critical now.
  select id, kind, subject, severity, 'escalated', last_seen_at from system_alerts
  where not resolved and severity = 'critical' and exists (
    select from alert_deliveries told where told.alert_id = system_alerts.id and told.event = 'opened' and told.severity = 'warning')
  union all
  -- Only who heard that it began hears that it is over.
  select id, kind, subject, severity, 'resolved', resolved_at from system_alerts
  where resolved and resolved_at > $1::timestamptz - make_interval(hours => ${NEWS_FOR_HOURS})
    and exists (select from alert_deliveries told where told.alert_id = system_alerts.id and told.event = 'opened')
)
select news.id, news.event, news.severity, channel from news cross join unnest($2::text[]) as channel
where not exists (select from alert_mutes where alert_mutes.kind = news.kind and alert_mutes.subject in ('*', news.subject) and until > $1)
  and not exists (select from alert_deliveries told
    where told.alert_id = news.id and told.event = news.event and told.channel = channel)
order by happened_at, news.id limit 200`,
};
const PLAN: Statement = {
  name: 'alert-news-plan',
  text: `
insert into alert_deliveries (id, alert_id, event, severity, channel, state, created_at)
select id, alert_id, event, severity, channel, 'pending', $2 from json_to_recordset($1)
  as r (id uuid, alert_id uuid, event text, severity text, channel text)
on conflict (alert_id, event, channel) do nothing
returning id`,
};
const FIND: Statement = {
  name: 'alert-delivery-find',
  text: `
select alert_deliveries.event, alert_deliveries.channel, alert_deliveries.state, alert_deliveries.created_at,
  system_alerts.id, system_alerts.kind, system_alerts.severity, system_alerts.subject, system_alerts.message,
  system_alerts.first_seen_at, system_alerts.resolved_at, system_alerts.resolved_by
from alert_deliveries join system_alerts on system_alerts.id = alert_deliveries.alert_id where alert_deliveries.id = $1`,
};
const NOTE: Statement = {
  name: 'alert-delivery-note',
  text: `
update alert_deliveries set state = $2, attempts = attempts + 1, last_error = $3,
  delivered_at = case when $2 = 'delivered' then $4::timestamptz end
where id = $1 and state <> 'delivered'`,
};

interface DeliveryRow {
  readonly event: AlertEvent;
  readonly channel: AlertChannel;
  readonly state: 'pending' | 'delivered' | 'parked';
  readonly created_at: Date;
  readonly id: string;
  readonly kind: string;
  readonly severity: 'info' | 'warning' | 'critical';
  readonly subject: string;
  readonly message: string;
  readonly first_seen_at: Date;
  readonly resolved_at: Date | null;
  readonly resolved_by: string | null;
}

const deliveryInput = z.strictObject({ deliveryId: z.guid() });

/** Half an hour of attempts: what is told later than that the list shows better. */
const RETRIES = 10;

/**
 * The two tasks that tell the team: one finds what it has not been told and plans a delivery a channel, the other makes one.
 * The plan is committed with the deliveries' jobs, so that a crash between the two tells nothing twice and forgets nothing.
 */
export function tellTasks(dependencies: TellDependencies): { readonly tell: Task; readonly deliver: Task } {
  const { database, clock, newId, channels } = dependencies;
  const configured = (['webhook', 'chat', 'email'] as const).filter((channel) => channels[channel] !== null);
  const deliver = defineTask({
    name: 'deliver-alert',
    summary: 'Tells the team of an alert by one channel',
    input: deliveryInput,
    retryLimit: RETRIES,
    retryDelaySeconds: 2,
    expireInSeconds: 60,
    urgency: 'soon',
    async run({ signal, isLastAttempt, log }, { deliveryId }) {
      const [row] = await execute<DeliveryRow>(database.pool, FIND, [deliveryId]);
      if (row === undefined || row.state === 'delivered') return { result: row === undefined ? 'gone' : 'told before' };
      try {
        await tellBy(channels, row.channel, deliveryId, newsOf(row, dependencies.publicUrl), signal);
      } catch (error) {
        const reason = error instanceof DeliveryError ? error.message : 'failed';
        await execute(database.pool, NOTE, [deliveryId, isLastAttempt ? 'parked' : 'pending', reason, null]);
        log.warn(
          { event: 'alert_delivery_failed', channel: row.channel, kind: row.kind, reason, lastAttempt: isLastAttempt },
          'The team could not be told of an alert',
        );
        throw error;
      }
      await execute(database.pool, NOTE, [deliveryId, 'delivered', null, clock.now()]);
      return { result: 'told', channel: row.channel, event: row.event };
    },
  });
  const tell = defineTask({
    name: 'tell-of-alerts',
    summary: 'Finds alerts that the team has not been told of, and has it told',
    input: z.strictObject({}),
    urgency: 'soon',
    retryLimit: 2,
    expireInSeconds: 30,
    async run(context) {
      if (configured.length === 0) return { channels: 0 };
      return context.commit(async (client) => {
        const planned = await plan(client);
        for (const id of planned) await dependencies.sender().send(deliver, { deliveryId: id }, { executor: client });
        return { channels: configured.length, deliveries: planned.length };
      });
    },
  });
  return { tell, deliver };

  async function plan(client: PoolClient): Promise<string[]> {
    const now = clock.now();
    const due = await execute<{ id: string; event: AlertEvent; severity: string; channel: AlertChannel }>(client, DUE, [
      now,
      configured,
    ]);
    const rows = due.map(({ id, event, severity, channel }) => ({
      id: newId(),
      alert_id: id,
      event,
      severity,
      channel,
    }));
    return (await execute<{ id: string }>(client, PLAN, [JSON.stringify(rows), now])).map(({ id }) => id);
  }
}

function newsOf(row: DeliveryRow, publicUrl: string | null): AlertNews {
  return {
    type: `alert.${row.event}`,
    timestamp: row.created_at.toISOString(),
    data: {
      id: row.id,
      kind: row.kind,
      severity: row.severity,
      subject: row.subject,
      message: row.message,
      firstSeenAt: row.first_seen_at.toISOString(),
      resolvedAt: row.resolved_at?.toISOString() ?? null,
      resolvedBy: row.resolved_by,
      url: publicUrl === null ? null : `${publicUrl}/api/v1/admin/alerts/${row.id}`,
    },
  };
}

/** Sends news by one way. Rejects with a {@link DeliveryError} when it was not taken. */
export async function tellBy(
  channels: AlertChannels,
  channel: AlertChannel,
  id: string,
  news: AlertNews,
  signal: AbortSignal,
): Promise<void> {
  const unconfigured = () => new DeliveryError(`no ${channel} is configured here`);
  switch (channel) {
    case 'webhook':
      if (channels.webhook === null) throw unconfigured();
      return channels.webhook({ id, body: JSON.stringify(news), signal });
    case 'chat':
      if (channels.chat === null) throw unconfigured();
      return channels.chat({ text: alertLine(news), signal });
    case 'email':
      if (channels.email === null) throw unconfigured();
      return channels.email({ ...alertMail(news), id, signal });
  }
}

/** Sends news by every way at once, without storing that: for when nothing can be stored. Never rejects. */
export async function tellByAll(channels: AlertChannels, id: string, news: AlertNews): Promise<void> {
  const signal = AbortSignal.timeout(15_000);
  const ways = (['webhook', 'chat', 'email'] as const).filter((channel) => channels[channel] !== null);
  await Promise.allSettled(ways.map((channel) => tellBy(channels, channel, id, news, signal)));
}
