import type { ChatReplyDetails, MessageStatus } from '@rapport/wire';
import { type Database, execute, type Statement } from '../database/database.ts';
import type { Attempt } from '../models/attempt.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { StandingChange } from './plan.ts';

/** An attempt with its id and what it cost, in millionths of a US dollar; null when no price is on file. */
export interface LedgerEntry extends Attempt {
  readonly id: string;
  readonly costMicroUsd: number | null;
}

/** Everything a finished turn leaves behind. */
export interface FinishedTurn {
  readonly turn: AcceptedTurn;
  readonly instanceId: string;
  readonly state: 'completed' | 'cancelled' | 'failed';
  readonly summary: Summary;
  /** The reply as shown; null when nothing was. */
  readonly reply: { readonly text: string; readonly status: MessageStatus; readonly details: ChatReplyDetails } | null;
  readonly change: StandingChange;
  readonly attempts: readonly LedgerEntry[];
  /** What the reply cache had, and by which rule it could have nothing; null when no model was to be asked. */
  readonly cache: { readonly result: 'exact' | 'near' | 'miss' | 'uncacheable'; readonly reason: string | null } | null;
  /** From what the prompt was made; null when there was none. */
  readonly prompt: object | null;
  readonly model: string | null;
  readonly responseTimeMs: number;
  readonly finishedAt: Date;
}

/**
 * Step 9: the reply, its attempts and what the turn taught about the person, in one statement. The first branch is the
 * fence: a turn that was taken over by another instance finishes nothing, and every other branch hangs on it.
 */
const COMMIT: Statement = {
  name: 'turn-commit',
  text: `
with finished as (
  update turns set state = $4, summary = $5, finished_at = $6, cache_result = $24, cache_reason = $25, prompt = $26
  where user_id = $1 and message_id = $2 and instance_id = $3 and state = 'running'
  returning conversation_id, reply_id
), reply as (
  insert into messages (user_id, id, conversation_id, sequence, role, text, status, details, request_id, created_at)
  select $1, reply_id, conversation_id, $7, 'assistant', $8, $9, $10, $11, $6 from finished where $8::text is not null
), conversation as (
  update conversations
  set model_used = coalesce($12, model_used), response_time_ms = $13, awaiting_name = coalesce($14, awaiting_name)
  from finished where conversations.user_id = $1 and conversations.id = finished.conversation_id
), named as (
  update profiles set preferred_name = $15, updated_at = $6 from finished where user_id = $1 and $15::text is not null
), standing as (
  insert into assistant_profiles (user_id, assistant, name_asks, last_disclosed_at, care_level, care_turns_left, updated_at)
  select $1, $16, $17, $18, $19, $20, $6 from finished where $21::boolean
  on conflict (user_id, assistant) do update
  set name_asks = excluded.name_asks, last_disclosed_at = excluded.last_disclosed_at,
    care_level = excluded.care_level, care_turns_left = excluded.care_turns_left, updated_at = excluded.updated_at
), attempted as (
  insert into model_attempts (id, user_id, message_id, assistant, brand, attempt, model, served_model, provider, outcome,
    first_token_ms, total_ms, input_tokens, cached_input_tokens, output_tokens, reasoning_tokens, request_id, started_at,
    cost_micro_usd, usage_source, vendor_request_id, failure_code)
  select a.id, $1, $2, $16, $22, a.attempt, a.model, a.served_model, a.provider, a.outcome,
    a.first_token_ms, a.total_ms, a.input_tokens, a.cached_input_tokens, a.output_tokens, a.reasoning_tokens, $11, a.started_at,
    a.cost_micro_usd, a.usage_source, a.vendor_request_id, a.failure_code
  from finished, json_to_recordset($23) as a (id uuid, attempt integer, model text, served_model text, provider text, outcome text,
    first_token_ms integer, total_ms integer, input_tokens integer, cached_input_tokens integer, output_tokens integer,
    reasoning_tokens integer, started_at timestamptz, cost_micro_usd bigint, usage_source text, vendor_request_id text, failure_code text)
)
select count(*)::integer as finished from finished`,
};

/** Stores what a turn leaves. False when the turn was taken over meanwhile: then nothing of this one is kept. */
export async function commit(database: Database, finished: FinishedTurn): Promise<boolean> {
  const { turn, change } = finished;
  const { standing } = turn;
  const [row] = await execute<{ finished: number }>(database.pool, COMMIT, [
    turn.input.userId,
    turn.input.messageId,
    finished.instanceId,
    finished.state,
    JSON.stringify(finished.summary),
    finished.finishedAt,
    turn.replySequence,
    finished.reply?.text ?? null,
    finished.reply?.status ?? null,
    finished.reply === null ? null : JSON.stringify(finished.reply.details),
    turn.input.requestId,
    finished.model,
    finished.responseTimeMs,
    change.awaitingName,
    change.preferredName,
    turn.input.assistant,
    change.nameAsks ?? standing.nameAsks,
    change.disclosedAt ?? standing.lastDisclosedAt,
    change.careLevel ?? standing.careLevel,
    change.careTurnsLeft ?? standing.careTurnsLeft,
    hasStandingChange(change),
    turn.input.brand,
    JSON.stringify(finished.attempts.map(attemptRow)),
    finished.cache?.result ?? null,
    finished.cache?.reason ?? null,
    finished.prompt === null ? null : JSON.stringify(finished.prompt),
  ]);
  return row?.finished === 1;
}

const hasStandingChange = (change: StandingChange): boolean =>
  change.nameAsks !== null || change.disclosedAt !== null || change.careLevel !== null || change.careTurnsLeft !== null;

function attemptRow(attempt: LedgerEntry, index: number) {
  return {
    id: attempt.id,
    attempt: index + 1,
    model: attempt.model,
    served_model: attempt.servedModel,
    provider: attempt.provider,
    outcome: attempt.outcome,
    first_token_ms: attempt.firstTokenMs,
    total_ms: attempt.totalMs,
    input_tokens: attempt.usage.input,
    cached_input_tokens: attempt.usage.cachedInput,
    output_tokens: attempt.usage.output,
    reasoning_tokens: attempt.usage.reasoning,
    started_at: attempt.startedAt,
    cost_micro_usd: attempt.costMicroUsd,
    usage_source: attempt.usageSource,
    vendor_request_id: attempt.vendorRequestId,
    failure_code: attempt.failureCode,
  };
}
