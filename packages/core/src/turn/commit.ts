import type { ChatReplyDetails, MessageStatus } from '@rapport/wire';
import type { Pool, PoolClient } from 'pg';
import { type AdviceChange, adviceValues, insertAdvice } from '../advice/advice.ts';
import type { AnalyticsEvent } from '../analytics/event-catalogue.ts';
import { analyticsRows, insertAnalyticsEvents } from '../analytics/write-events.ts';
import { type Database, execute, inTransaction, type Statement } from '../database/database.ts';
import { isDatabaseUnavailable } from '../database/errors.ts';
import type { Assignment } from '../experiments/assign.ts';
import { exposureRows, insertExposures } from '../experiments/experiment-store.ts';
import { hairRows, insertHairEntries } from '../hair-profile/hair-profile.ts';
import type { HandOffChange } from '../hand-off/standing.ts';
import { insertJourneyMove, journeyMoveRow } from '../journey/journey-moves.ts';
import { type EntryRow, insertEntries, type VectorSupport } from '../memory/vectors.ts';
import { lockMemory } from '../memory/write.ts';
import type { Attempt } from '../models/attempt.ts';
import { insertPersonaMove, personaMoveRow } from '../personas/persona-moves.ts';
import { insertSafetyEvents, type SafetyEvent, safetyEventRows } from '../safety/safety-ledger.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { StandingChange } from './plan.ts';
import type { PersonReading } from './read-person.ts';

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
  /** How the reply stands to people of the team who may have the conversation. */
  readonly handOff: {
    readonly change: HandOffChange;
    /** The fencing token the reply was begun under; null: it is said whoever has the conversation, as help that can't wait is. */
    readonly fencingToken: number | null;
    /** True: the reply is empty because a person of the team answers. */
    readonly isSilent: boolean;
    /** What else belongs to the turn's own transaction, such as a case and the news of it; null: nothing. */
    readonly follows: ((client: PoolClient) => Promise<void>) | null;
  };
  readonly change: StandingChange;
  /** Where the person is and who they come across as after it; null where that stays as it is. */
  readonly personChange: PersonReading['change'];
  /** What it advised, what was told of advice and what it asked after. */
  readonly advice: AdviceChange;
  readonly attempts: readonly LedgerEntry[];
  /** What the reply cache had, and by which rule it could have nothing; null when no model was to be asked. */
  readonly cache: { readonly result: 'exact' | 'near' | 'miss' | 'uncacheable'; readonly reason: string | null } | null;
  /** From what the prompt was made; null when there was none. */
  readonly prompt: object | null;
  readonly model: string | null;
  readonly responseTimeMs: number;
  readonly finishedAt: Date;
  /** What the turn adds to the yearly counts of care and disclosures, without anyone's name. */
  readonly safetyEvents: readonly SafetyEvent[];
  /** What analytics are told of it. */
  readonly events: readonly AnalyticsEvent[];
  /** What search will find the message and the reply by; none where memory is off. */
  readonly entries: readonly EntryRow[];
  /** The variants of experiments that shaped the reply. */
  readonly exposures: readonly Assignment[];
  /**
   * What the message teaches, run in the turn's own transaction; null when it teaches nothing. `isPromised`: the reply says
   * that it was done, so that it may not be stored without.
   */
  readonly learning: { readonly run: (client: PoolClient) => Promise<void>; readonly isPromised: boolean } | null;
}

/** Learning failed, and with it the transaction: the turn can be stored without it. */
export class LearningError extends Error {
  constructor(cause: unknown) {
    super('What a message teaches could not be stored', { cause });
    this.name = 'LearningError';
  }
}

/** Columns of the ledger that {@link attemptRow} fills, with their types. */
export const LEDGER_COLUMNS = [
  ['attempt', 'integer'],
  ['model', 'text'],
  ['served_model', 'text'],
  ['provider', 'text'],
  ['outcome', 'text'],
  ['first_token_ms', 'integer'],
  ['total_ms', 'integer'],
  ['input_tokens', 'integer'],
  ['cached_input_tokens', 'integer'],
  ['output_tokens', 'integer'],
  ['reasoning_tokens', 'integer'],
  ['started_at', 'timestamptz'],
  ['cost_micro_usd', 'bigint'],
  ['usage_source', 'text'],
  ['vendor_request_id', 'text'],
  ['failure_code', 'text'],
] as const;

/** Where a move finds what it hangs on among the parameters of the statement below. */
const PLACES_OF_A_MOVE = { user: '$1', assistant: '$16', message: '$2', movedAt: '$6', from: 'kept' } as const;

/**
 * Step 9: the reply, its attempts and what the turn taught about the person, in one statement. `finished` is the fence:
 * a turn that was taken over by another instance, or deleted, finishes nothing, and every other branch hangs on it but
 * one: what was spent was spent, so the ledger has its rows, and analytics their events of them, whatever became of the turn.
 *
 * Rows are locked from the root down, person, conversation, turn, as a deletion's cascade does: the other way about, each
 * would hold what the other waits for.
 */
const commitStatement = (support: VectorSupport): Statement => ({
  name: `turn-commit-${support === 'pgvector' ? 'vector' : 'real'}`,
  text: `
with person as materialized (
  select id from users where id = $1 for key share
), place as materialized (
  select conversations.user_id, conversations.id, conversations.fencing_token, conversations.told_human,
    case when conversations.owned_until > $6 then conversations.owner_name end as human_name,
    -- Of turns that run side by side under one token, one tells who answers.
    $41::integer is null
      or conversations.fencing_token = $41 and ($46::text is null or conversations.told_human is distinct from $46) as is_fenced_in
  from person
  join conversations on conversations.user_id = person.id and conversations.id = $27
  for no key update of conversations
), finished as (
  update turns set state = $4, summary = $5, finished_at = $6, cache_result = $24, cache_reason = $25, prompt = $26
  from place
  where place.is_fenced_in and turns.user_id = place.user_id and turns.message_id = $2 and turns.conversation_id = place.id
    and turns.instance_id = $3 and turns.state = 'running'
  returning turns.conversation_id, turns.reply_id
), kept as (
  -- What was forgotten while the turn ran teaches nothing.
  select finished.* from finished
  where not exists (select from messages where user_id = $1 and id = $2 and forgotten_at is not null)
), reply as (
  insert into messages (user_id, id, conversation_id, sequence, role, text, status, details, request_id, created_at, is_silent, replaced_by)
  -- The message may have been said anew while its reply was written.
  select $1, reply_id, conversation_id, $7, 'assistant', $8, $9, $10, $11, $6, $42,
    (select replaced_by from messages where user_id = $1 and id = $2) from finished where $8::text is not null
), conversation as (
  update conversations
  set model_used = coalesce($12, model_used), response_time_ms = $13, awaiting_name = coalesce($14, awaiting_name),
    hand_off = case when $43::boolean then $44::jsonb else hand_off end,
    told_human = case when $45::boolean then $46 else told_human end
  from finished where conversations.user_id = $1 and conversations.id = finished.conversation_id
), named as (
  update profiles set preferred_name = $15, updated_at = $6 from finished where user_id = $1 and $15::text is not null
), standing as (
  insert into assistant_profiles (user_id, assistant, name_asks, last_disclosed_at, care_level, care_turns_left, updated_at,
    journey_stage, journey_leaning, persona, persona_scores)
  select $1, $16, $17, $18, $19, $20, $6, $30, $31::jsonb, $32, $33::jsonb from finished where $21::boolean
  on conflict (user_id, assistant) do update
  set name_asks = excluded.name_asks, last_disclosed_at = excluded.last_disclosed_at,
    care_level = excluded.care_level, care_turns_left = excluded.care_turns_left, updated_at = excluded.updated_at,
    journey_stage = case when $34::boolean then excluded.journey_stage else assistant_profiles.journey_stage end,
    journey_leaning = case when $34::boolean then excluded.journey_leaning else assistant_profiles.journey_leaning end,
    persona = case when $34::boolean and not assistant_profiles.persona_chosen then excluded.persona else assistant_profiles.persona end,
    persona_scores = case when $34::boolean then excluded.persona_scores else assistant_profiles.persona_scores end
), attempted as (
  insert into model_attempts (id, user_id, message_id, assistant, brand, request_id, ${LEDGER_COLUMNS.map(([name]) => name).join(', ')})
  select a.id, payer.id, case when payer.id is not null then $2::uuid end, $16, $22,
    case when payer.id is not null then $11 end, ${LEDGER_COLUMNS.map(([name]) => `a.${name}`).join(', ')}
  from json_to_recordset($23) as a (id uuid, ${LEDGER_COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')})
  left join person payer on true
  on conflict (id) do nothing
), found_by as (${insertEntries(support, { user: '$1', assistant: '$16', rows: '$28', from: 'finished' })}
), moved as (${insertJourneyMove({ ...PLACES_OF_A_MOVE, row: '$35' })}
), became as (${insertPersonaMove({ ...PLACES_OF_A_MOVE, row: '$36' })}
), said_of_hair as (${insertHairEntries({ ...PLACES_OF_A_MOVE, saidAt: '$6', rows: '$37' })}
), ${insertAdvice({ ...PLACES_OF_A_MOVE, at: '$6', given: '$38', reports: '$39', asked: '$40::uuid' })}, counted as (${insertSafetyEvents({ rows: '$29', from: 'finished' })}
), alarmed as (
  update cases set crisis_at = $6 from finished
  where $47::boolean and cases.user_id = $1 and cases.conversation_id = finished.conversation_id and cases.status <> 'resolved'
), told as (${insertAnalyticsEvents({ rows: '$48', user: '$1', conversation: '$27', assistant: '$16', brand: '$22', from: 'finished' })}
), exposed as (${insertExposures({ rows: '$49', user: '$1', at: '$50', from: 'finished' })}
)
select count(finished.reply_id)::integer as finished, place.fencing_token, place.told_human, place.human_name,
  place.is_fenced_in
from place left join finished on true
group by place.fencing_token, place.told_human, place.human_name, place.is_fenced_in`,
});
const COMMIT = { pgvector: commitStatement('pgvector'), 'real[]': commitStatement('real[]') } as const;

/**
 * All that a turn that forgets may lock, from the root down and in one order, before it locks anything else: forgetting reaches
 * other conversations, and a turn in one of them waits for what this turn's own commit would hold by then.
 */
const LOCK_ALL_CONVERSATIONS: Statement = {
  name: 'turn-commit-lock-all',
  text: `
with person as materialized (select id from users where id = $1 for key share)
select from person join conversations on conversations.user_id = person.id
order by conversations.id for no key update of conversations`,
};

/**
 * What became of a commit. `human-answers`: a person of the team took the conversation or gave it back meanwhile, or the
 * reply would tell who answers where another turn has told it.
 */
export type Committed =
  | { readonly kind: 'stored' | 'taken-over' }
  | {
      readonly kind: 'human-answers';
      readonly humanName: string | null;
      readonly fencingToken: number;
      readonly toldHuman: string | null;
    };

/** Stores what a turn leaves; nothing of it is kept but the ledger's rows where it says anything else than `stored`. */
export async function commit(database: Database, support: VectorSupport, finished: FinishedTurn): Promise<Committed> {
  const { learning } = finished;
  const { follows } = finished.handOff;
  if (learning === null && follows === null) return store(database.pool, support, finished);
  return inTransaction(database.pool, async (client) => {
    if (learning !== null) await lockMemory(client, finished.turn.input.userId);
    if (learning?.isPromised === true) await execute(client, LOCK_ALL_CONVERSATIONS, [finished.turn.input.userId]);
    const committed = await store(client, support, finished);
    if (committed.kind !== 'stored') return committed;
    await follows?.(client);
    await learning?.run(client).catch((error: unknown) => {
      throw isDatabaseUnavailable(error) ? error : new LearningError(error);
    });
    return committed;
  });
}

interface CommittedRow {
  finished: number;
  fencing_token: number;
  told_human: string | null;
  human_name: string | null;
  is_fenced_in: boolean;
}

async function store(executor: Pool | PoolClient, support: VectorSupport, finished: FinishedTurn): Promise<Committed> {
  const { turn, change, handOff } = finished;
  const { standing } = turn;
  const [row] = await execute<CommittedRow>(executor, COMMIT[support], [
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
    hasStandingChange(change) || finished.personChange !== null,
    turn.input.brand,
    JSON.stringify(finished.attempts.map(attemptRow)),
    finished.cache?.result ?? null,
    finished.cache?.reason ?? null,
    finished.prompt === null ? null : JSON.stringify(finished.prompt),
    turn.conversationId,
    JSON.stringify(finished.entries),
    safetyEventRows(finished.safetyEvents),
    ...personValues(finished.personChange),
    ...adviceValues(finished.advice),
    handOff.fencingToken,
    handOff.isSilent,
    handOff.change.dialogue !== undefined,
    handOff.change.dialogue == null ? null : JSON.stringify(handOff.change.dialogue),
    handOff.change.toldHuman !== undefined,
    handOff.change.toldHuman ?? null,
    finished.reply?.details.safety === 'crisis',
    analyticsRows(finished.events),
    exposureRows(finished.exposures),
    turn.startedAt,
  ]);
  if (row?.finished === 1) return { kind: 'stored' };
  if (row === undefined || row.is_fenced_in) return { kind: 'taken-over' };
  return {
    kind: 'human-answers',
    humanName: row.human_name,
    fencingToken: row.fencing_token,
    toldHuman: row.told_human,
  };
}

/** From $30 on: the standing as it is now, whether it is to be written, and the moves that led to it. */
function personValues(change: PersonReading['change']): readonly unknown[] {
  if (change === null) return [null, null, null, null, false, journeyMoveRow(null), personaMoveRow(null), hairRows([])];
  const { journey, personas } = change;
  return [
    journey.stage,
    journey.leaning === null ? null : JSON.stringify(journey.leaning),
    personas.persona,
    JSON.stringify(personas.scores),
    true,
    journeyMoveRow(change.journeyMove),
    personaMoveRow(change.personaMove),
    hairRows(change.hair),
  ];
}

const hasStandingChange = (change: StandingChange): boolean =>
  change.nameAsks !== null || change.disclosedAt !== null || change.careLevel !== null || change.careTurnsLeft !== null;

/** The greatest `integer` of PostgreSQL. */
const MOST_TOKENS = 2_147_483_647;
const LONGEST_NAME = 200;
const count = (tokens: number, most = MOST_TOKENS): number =>
  Number.isFinite(tokens) ? Math.min(Math.max(0, Math.trunc(tokens)), most) : 0;
const name = (text: string | null): string | null =>
  text === null ? null : storable(text).slice(0, LONGEST_NAME).toWellFormed();

/** A model may send what PostgreSQL's `text` can't hold: NUL, or half of a surrogate pair where it was cut. */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** A row that the ledger's columns hold, whatever a vendor said: a number must never cost a person their reply. */
export function attemptRow(attempt: LedgerEntry, index: number) {
  const [input, output] = [count(attempt.usage.input), count(attempt.usage.output)];
  return {
    id: attempt.id,
    attempt: index + 1,
    model: attempt.model,
    served_model: name(attempt.servedModel),
    provider: attempt.provider,
    outcome: attempt.outcome,
    first_token_ms: attempt.firstTokenMs,
    total_ms: attempt.totalMs,
    input_tokens: input,
    cached_input_tokens: count(attempt.usage.cachedInput, input),
    output_tokens: output,
    reasoning_tokens: count(attempt.usage.reasoning, output),
    started_at: attempt.startedAt,
    cost_micro_usd: attempt.costMicroUsd === null ? null : count(attempt.costMicroUsd, Number.MAX_SAFE_INTEGER),
    usage_source: attempt.usageSource,
    vendor_request_id: name(attempt.vendorRequestId),
    failure_code: name(attempt.failureCode),
  };
}

const ABANDON: Statement = {
  name: 'turn-abandon',
  text: `
update turns set state = 'failed', finished_at = $4
where user_id = $1 and message_id = $2 and instance_id = $3 and state = 'running'`,
};

/** Gives up a turn that could not be finished: who sends the message again is answered at once, not at the lease's end. */
export async function abandon(database: Database, turn: AcceptedTurn, instanceId: string, now: Date): Promise<void> {
  await execute(database.pool, ABANDON, [turn.input.userId, turn.input.messageId, instanceId, now]);
}
