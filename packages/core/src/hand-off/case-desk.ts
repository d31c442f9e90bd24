import type { PoolClient } from 'pg';
import { execute, type Statement } from '../database/database.ts';
import type { JobSender } from '../jobs/queue.ts';
import type { Task } from '../jobs/task.ts';
import type { NewId } from '../runtime.ts';
import { caseNews, type DeliveryChannel } from './case-news.ts';
import type { CollectedFields } from './dialogue.ts';
import type { DeliveryInput } from './deliver.ts';
import type { HandOffChange } from './standing.ts';

/** What of a turn a case is made from. */
export interface TurnOfCase {
  readonly input: {
    readonly userId: string;
    readonly assistant: string;
    readonly brand: string;
    readonly messageId: string;
  };
  readonly conversationId: string;
  readonly person: { readonly preferredName: string | null; readonly displayName: string | null };
}

/** Opens cases and leaves the news of them to be sent, as part of the turn's own transaction. */
export interface CaseDesk {
  /** What a turn's change has to store beyond the conversation's own row; null: nothing. */
  openWith(turn: TurnOfCase, change: HandOffChange, now: Date): ((client: PoolClient) => Promise<void>) | null;
}

export interface CaseDeskDependencies {
  readonly newId: NewId;
  readonly sender: () => JobSender;
  readonly task: Task<DeliveryInput>;
  /** Ways of telling the team, beside the inbox. */
  readonly channels: readonly DeliveryChannel[];
  /** Where operators reach the server, without a slash at its end; null when it is not known. */
  readonly publicUrl: string | null;
}

const OPEN_CASE: Statement = {
  name: 'case-open',
  text: `
with opened as (
  insert into cases (id, user_id, conversation_id, assistant, brand, reference, reason, collected, message_id, opened_at, answer_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  returning user_id, id
)
insert into case_events (user_id, id, case_id, kind, at) select user_id, $12, id, 'opened', $10 from opened`,
};

/** Back to the team, unless somebody has resolved it in this moment. */
const REOPEN_CASE: Statement = {
  name: 'case-reopen',
  text: `
with reopened as (
  update cases set status = 'open', answer_by = $3, first_answered_at = null
  where user_id = $1 and id = $2 and status in ('open', 'handed_back')
  returning user_id, id, collected
), noted as (
  insert into case_events (user_id, id, case_id, kind, at) select user_id, $4, id, 'reopened', $5 from reopened
)
select collected from reopened`,
};

const LEAVE_NEWS: Statement = {
  name: 'case-delivery-leave',
  text: `
insert into case_deliveries (user_id, id, case_id, event, channel, payload, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
};

export function createCaseDesk({ newId, sender, task, channels, publicUrl }: CaseDeskDependencies): CaseDesk {
  /** The outbox: a row a channel, and the job that sends it, both of this transaction. */
  async function leaveNews(
    client: PoolClient,
    userId: string,
    caseId: string,
    news: ReturnType<typeof caseNews>,
    now: Date,
  ) {
    for (const channel of channels) {
      const deliveryId = newId();
      await execute(client, LEAVE_NEWS, [userId, deliveryId, caseId, news.type, channel, JSON.stringify(news), now]);
      await sender().send(task, { userId, deliveryId }, { executor: client });
    }
  }
  return {
    openWith(turn, { opens, reopens }, now) {
      if (opens === undefined && reopens === undefined) return null;
      const { userId, assistant, brand } = turn.input;
      const about = {
        assistant,
        brand,
        conversationId: turn.conversationId,
        name: turn.person.preferredName ?? turn.person.displayName,
        publicUrl,
      };
      return async (client) => {
        if (opens !== undefined) {
          const { id, reference, reason, collected, messageId, answerBy } = opens;
          await execute(client, OPEN_CASE, [
            id,
            userId,
            turn.conversationId,
            assistant,
            brand,
            reference,
            reason,
            JSON.stringify(collected),
            messageId,
            now,
            answerBy,
            newId(),
          ]);
          const news = caseNews('case.opened', { id, reference, reason, answerBy, collected, ...about }, now);
          await leaveNews(client, userId, id, news, now);
        }
        if (reopens !== undefined) {
          const { id, reference, reason } = reopens.case;
          const values = [userId, id, reopens.answerBy, newId(), now];
          const [row] = await execute<{ collected: CollectedFields }>(client, REOPEN_CASE, values);
          if (row === undefined) return;
          const { answerBy } = reopens;
          const news = caseNews(
            'case.reopened',
            { id, reference, reason, answerBy, collected: row.collected, ...about },
            now,
          );
          await leaveNews(client, userId, id, news, now);
        }
      };
    },
  };
}
