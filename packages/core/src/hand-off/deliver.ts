import { z } from 'zod';
import type { Alerts } from '../alerts/alerts.ts';
import { DeliveryError, type Mailer, type SendWebhook } from '../channels/channels.ts';
import { type Database, execute, type Statement } from '../database/database.ts';
import { defineTask, type Task } from '../jobs/task.ts';
import type { Clock } from '../runtime.ts';
import { type CaseNews, caseMail, type DeliveryChannel } from './case-news.ts';

const deliveryInput = z.strictObject({ userId: z.guid(), deliveryId: z.guid() });
export type DeliveryInput = z.infer<typeof deliveryInput>;

export interface DeliveryDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly alerts: Alerts;
  readonly sendWebhook: SendWebhook | null;
  readonly sendMail: Mailer | null;
}

/** Tries again after 2, 4, 8 … seconds, then every ten minutes: an evening's outage of the receiver is outlasted. */
const RETRIES = 20;
const FIRST_DELAY_SECONDS = 2;
const UNDELIVERED = 'case_not_delivered';

const FIND: Statement = {
  name: 'case-delivery-find',
  text: `select case_id, channel, payload, state from case_deliveries where user_id = $1 and id = $2`,
};
const NOTE_DELIVERED: Statement = {
  name: 'case-delivery-delivered',
  text: `
update case_deliveries set state = 'delivered', attempts = attempts + 1, last_error = null, delivered_at = $3
where user_id = $1 and id = $2 and state <> 'delivered'`,
};
const NOTE_FAILED: Statement = {
  name: 'case-delivery-failed',
  text: `
update case_deliveries set state = $3, attempts = attempts + 1, last_error = $4
where user_id = $1 and id = $2 and state <> 'delivered'`,
};

/**
 * Tells the team of a case through one channel. At least once: a worker that dies between the receiver's answer and our note
 * sends it again under the same id.
 */
export function deliveryTask({
  database,
  clock,
  alerts,
  sendWebhook,
  sendMail,
}: DeliveryDependencies): Task<DeliveryInput> {
  return defineTask<DeliveryInput>({
    name: 'deliver-case-news',
    summary: 'Tells the team of a case, by webhook or e-mail',
    input: deliveryInput,
    retryLimit: RETRIES,
    retryDelaySeconds: FIRST_DELAY_SECONDS,
    expireInSeconds: 60,
    urgency: 'soon',
    async run({ signal, isLastAttempt, log }, { userId, deliveryId }) {
      const found = await execute<{ case_id: string; channel: DeliveryChannel; payload: CaseNews; state: string }>(
        database.pool,
        FIND,
        [userId, deliveryId],
      );
      const [row] = found;
      if (row === undefined) return { result: 'erased' };
      const { channel, payload, case_id: caseId } = row;
      if (row.state === 'delivered') return { result: 'already delivered', channel };
      try {
        await send(channel, deliveryId, payload, signal);
      } catch (error) {
        const reason = error instanceof DeliveryError ? error.message : 'failed';
        await execute(database.pool, NOTE_FAILED, [userId, deliveryId, isLastAttempt ? 'parked' : 'pending', reason]);
        log.warn(
          { event: 'case_delivery_failed', caseId, channel, reason, lastAttempt: isLastAttempt },
          'The team could not be told of a case',
        );
        if (isLastAttempt) {
          alerts.raise({
            kind: UNDELIVERED,
            severity: 'critical',
            subject: channel,
            message: `Case news could not be sent by ${channel} (${reason}) and was set aside. The case is in GET /api/v1/admin/cases; when the receiver is well, POST /api/v1/admin/jobs/parked/{id}/retry sends it again.`,
            details: { caseId, deliveryId },
          });
        }
        throw error;
      }
      await execute(database.pool, NOTE_DELIVERED, [userId, deliveryId, clock.now()]);
      alerts.resolve([UNDELIVERED], channel);
      return { result: 'delivered', channel };
    },
  });

  async function send(channel: DeliveryChannel, id: string, news: CaseNews, signal: AbortSignal): Promise<void> {
    switch (channel) {
      case 'webhook':
        if (sendWebhook === null) throw new DeliveryError('no webhook is configured here');
        return sendWebhook({ id, body: JSON.stringify(news), signal });
      case 'email':
        if (sendMail === null) throw new DeliveryError('no mail server is configured here');
        return sendMail({ ...caseMail(news), id, signal });
    }
  }
}
