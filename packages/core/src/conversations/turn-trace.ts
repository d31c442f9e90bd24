import type { ChatReplyDetails, DeskMessage, TurnTrace } from '@rapport/wire';
import type { Selectable } from 'kysely';
import type { Database } from '../database/database.ts';
import type { FeedbackTable, MessagesTable, ModelAttemptsTable, TurnsTable } from '../database/schema.ts';
import type { Summary } from '../understanding/summary.ts';

export type DeskMessageRow = Selectable<MessagesTable>;
type TurnRow = Selectable<TurnsTable>;
type AttemptRow = Selectable<ModelAttemptsTable>;
type FeedbackRow = Pick<Selectable<FeedbackTable>, 'message_id' | 'rating' | 'comment'>;

/** What is kept of the turns of some messages. */
export interface DeskTurns {
  readonly byReply: ReadonlyMap<string, TurnRow>;
  /** By the person's message. */
  readonly attempts: ReadonlyMap<string, readonly AttemptRow[]>;
  /** The latest of each reply. */
  readonly feedback: ReadonlyMap<string, FeedbackRow>;
  /** The person's messages whose turn, or whose reply, was read as a crisis; both sides of it are withheld. */
  readonly inNeed: ReadonlySet<string>;
}

/** Reads what is kept of the turns that `messages` of one conversation belong to. */
export async function readDeskTurns(
  database: Database,
  userId: string,
  conversationId: string,
  messages: readonly DeskMessageRow[],
): Promise<DeskTurns> {
  const turns = await database.kysely
    .selectFrom('turns')
    .selectAll()
    .where('user_id', '=', userId)
    .where('conversation_id', '=', conversationId)
    .execute();
  const ids = new Set(messages.map(({ id }) => id));
  const shown = turns.filter(({ message_id, reply_id }) => ids.has(message_id) || ids.has(reply_id));
  const asked = shown.map(({ message_id }) => message_id);
  const replies = shown.map(({ reply_id }) => reply_id);
  const [attempts, feedback, replied] = await Promise.all([
    asked.length === 0
      ? []
      : database.kysely
          .selectFrom('model_attempts')
          .selectAll()
          .where('user_id', '=', userId)
          .where('message_id', 'in', asked)
          .orderBy('attempt')
          .execute(),
    replies.length === 0
      ? []
      : database.kysely
          .selectFrom('feedback')
          .select(['message_id', 'rating', 'comment'])
          .where('user_id', '=', userId)
          .where('message_id', 'in', replies)
          .orderBy('created_at')
          .execute(),
    replies.length === 0
      ? []
      : database.kysely
          .selectFrom('messages')
          .select(['id', 'details'])
          .where('user_id', '=', userId)
          .where('id', 'in', replies)
          .execute(),
  ]);
  const needs = new Set(replied.filter(({ details }) => detailsOf(details)?.safety === 'crisis').map(({ id }) => id));
  const inNeed = shown.filter(
    ({ reply_id, summary }) => needs.has(reply_id) || summaryOf(summary)?.risk?.level === 'crisis',
  );
  return {
    byReply: new Map(shown.map((turn) => [turn.reply_id, turn])),
    attempts: Map.groupBy(attempts, ({ message_id }) => message_id ?? ''),
    feedback: new Map(feedback.map((row) => [row.message_id, row])),
    inNeed: new Set(inNeed.flatMap(({ message_id, reply_id }) => [message_id, reply_id])),
  };
}

/** A message as operators read it. What the person had forgotten, or said in need, is withheld; what was done is not. */
export function messageOf(row: DeskMessageRow, turns: DeskTurns): DeskMessage {
  const withheld = turns.inNeed.has(row.id) ? 'in-need' : row.forgotten_at !== null ? 'forgotten' : null;
  const feedback = turns.feedback.get(row.id);
  const turn = turns.byReply.get(row.id);
  return {
    id: row.id,
    role: row.role,
    author: row.role === 'user' ? 'person' : row.author_name === null ? 'assistant' : 'human',
    authorName: row.author_name,
    text: withheld === null ? row.text : '',
    withheld,
    status: row.status,
    images: row.image_count,
    rating: feedback?.rating ?? null,
    comment: withheld === null ? (feedback?.comment ?? null) : null,
    createdAt: row.created_at.toISOString(),
    trace: turn === undefined ? null : traceOf(turn, row, turns.attempts.get(turn.message_id) ?? []),
  };
}

function traceOf(turn: TurnRow, reply: DeskMessageRow, attempts: readonly AttemptRow[]): TurnTrace {
  const details = detailsOf(reply.details);
  const summary = summaryOf(turn.summary);
  return {
    state: turn.state,
    startedAt: turn.started_at.toISOString(),
    finishedAt: turn.finished_at?.toISOString() ?? null,
    responseTimeMs: details?.responseTimeMs ?? null,
    model: details?.model ?? null,
    provider: details?.provider ?? null,
    cache: { result: turn.cache_result, reason: turn.cache_reason },
    attempts: attempts.map(attemptOf),
    mood: details?.mood ?? null,
    safety: details?.safety ?? 'none',
    journeyStage: details?.journeyStage ?? null,
    persona: details?.persona ?? null,
    intent: summary?.intent ?? null,
    topics: [...(summary?.topics ?? [])],
    memoriesUsed: details?.memoriesUsed?.length ?? 0,
    citations: (details?.citations ?? []).map(({ id, title }) => ({ id, title })),
    products: (details?.products ?? []).map(({ name }) => name),
    requestId: turn.request_id,
    takeovers: turn.takeovers,
  };
}

const attemptOf = (row: AttemptRow): TurnTrace['attempts'][number] => ({
  attempt: row.attempt,
  model: row.model,
  servedModel: row.served_model,
  provider: row.provider,
  outcome: row.outcome,
  firstTokenMs: row.first_token_ms,
  totalMs: row.total_ms,
  inputTokens: row.input_tokens,
  cachedInputTokens: row.cached_input_tokens,
  outputTokens: row.output_tokens,
  costMicroUsd: row.cost_micro_usd === null ? null : Number(row.cost_micro_usd),
  startedAt: row.started_at.toISOString(),
});

/** As our own commit wrote it, in this version or one before: what is missing was not known then. */
const detailsOf = (details: unknown): Partial<ChatReplyDetails> | null => details as Partial<ChatReplyDetails> | null;
const summaryOf = (summary: unknown): Partial<Summary> | null => summary as Partial<Summary> | null;
