import type { PoolClient } from 'pg';
import { z } from 'zod';
import { type Database, execute, inTransaction, type Statement } from '../database/database.ts';
import { defineTask, type Task, type TaskContext, type TaskReport } from '../jobs/task.ts';
import { readFacts } from '../memory/direct-read.ts';
import { foldedRuns } from '../memory/fold.ts';
import { extractionRequest, readExtraction } from '../memory/model-extraction.ts';
import { relationsIn, SINGLE_SLOTS } from '../memory/recall.ts';
import { learn } from '../memory/remember.ts';
import { lockMemory } from '../memory/write.ts';
import type { Attempt } from '../models/attempt.ts';
import { type Deadlines, runChain } from '../models/chain.ts';
import type { LanguageModel, ModelRequest } from '../models/language-model.ts';
import { costOfAttempt } from '../models/prices.ts';
import { structuredRequest } from '../models/structured-request.ts';
import { startOfDay } from '../models/spending.ts';
import { attemptRow, LEDGER_COLUMNS } from './commit.ts';
import type { ServedAssistant, TurnDependencies } from './dependencies.ts';

export const LEARNING_TASK = 'learn-from-message';

export interface LearningJobDependencies
  extends Pick<
    TurnDependencies,
    'database' | 'clock' | 'newId' | 'log' | 'gate' | 'prices' | 'spending' | 'servedModels' | 'memory'
  > {
  readonly assistants: ReadonlyMap<string, ServedAssistant>;
}

const input = z.strictObject({ userId: z.guid(), messageId: z.guid() });
export type LearningInput = z.output<typeof input>;

/** Nobody waits for it, and a vendor that thinks long may. */
const DEADLINES: Deadlines = { firstToken: 20_000, idle: 15_000, attempt: 45_000, turn: 60_000 };
/** A job asks two vendors at most: the message was read by rules already. */
const MOST_MODELS = 2;

/** Vendors' models read a message for what rules miss; their word goes through the same gate as the rules'. */
export const learningTask = (dependencies: () => LearningJobDependencies): Task<LearningInput> =>
  defineTask({
    name: LEARNING_TASK,
    summary: "Has a vendor's model read a message for what is worth remembering",
    input,
    retryLimit: 2,
    retryDelaySeconds: 60,
    expireInSeconds: 180,
    urgency: 'soon',
    key: ({ messageId, userId }) => `${userId}:${messageId}`,
    run: (context, given) => run(dependencies(), context, given),
  });

interface MessageRow {
  text: string;
  created_at: Date;
  assistant: string;
  brand: string;
  time_zone: string;
  spent: number;
}

/** The message, as long as it may be learnt from: not forgotten, and memory not switched off meanwhile. */
const READ: Statement = {
  name: 'learning-read',
  text: `
select messages.text, messages.created_at, conversations.assistant, conversations.brand, profiles.time_zone,
  (select coalesce(sum(cost_micro_usd), 0)::float8 from model_attempts where user_id = $1 and started_at >= $3) as spent
from messages
join conversations on conversations.user_id = messages.user_id and conversations.id = messages.conversation_id
join profiles on profiles.user_id = messages.user_id
where messages.user_id = $1 and messages.id = $2 and messages.role = 'user' and messages.forgotten_at is null
  and coalesce(profiles.consent ->> 'memory', 'true') <> 'false'`,
};

async function run(
  dependencies: LearningJobDependencies,
  context: TaskContext,
  { userId, messageId }: LearningInput,
): Promise<TaskReport> {
  const { database, clock, spending, assistants } = dependencies;
  const [row] = await execute<MessageRow>(database.pool, READ, [userId, messageId, startOfDay(clock.now())]);
  if (row === undefined) return { outcome: 'nothing-to-read' };
  if (spending.spentBudget(row.brand, row.spent) !== null) return { outcome: 'budget-spent' };
  const models = (assistants.get(row.assistant)?.models ?? []).filter(({ isLocal }) => !isLocal).slice(0, MOST_MODELS);
  const known = await readFacts(
    database.pool,
    { userId, assistant: row.assistant },
    {
      slots: SINGLE_SLOTS,
      relations: relationsIn(row.text),
      names: foldedRuns(row.text),
      latest: 0,
      everything: false,
    },
  );
  const request = requestFor(
    row.text,
    known.map(({ text }) => text),
  );
  const answer = await ask(dependencies, context, models, request);
  await account(
    database,
    { userId, assistant: row.assistant, brand: row.brand, jobId: context.jobId },
    answer.attempts,
    dependencies,
  );
  // A vendor that fails in passing is asked again with the job's next attempt; what it refuses outright stays refused.
  if (answer.text === null) {
    if (answer.isWorthAnother && !context.isLastAttempt) throw new Error('No model read the message this time');
    return { outcome: 'no-model-answered', attempts: answer.attempts.length };
  }
  const extraction = readExtraction(answer.text, row.text);
  if (extraction === null) return { outcome: 'unreadable', attempts: answer.attempts.length };
  const counts = await inTransaction(database.pool, async (client) => {
    await lockMemory(client, userId);
    // Forgotten, switched off or gone while the model read: then nothing is learnt of it.
    if (!(await mayStillLearn(client, userId, messageId))) return { added: 0 };
    const writing = { vectors: dependencies.memory, userId, assistant: row.assistant, now: clock.now() };
    return learn(
      client,
      { ...writing, newId: dependencies.newId, origin: 'model' },
      { messageId, text: row.text, saidAt: row.created_at },
      () => extraction,
    );
  });
  return { outcome: 'read', attempts: answer.attempts.length, statements: extraction.statements.length, ...counts };
}

const mayStillLearn = async (client: PoolClient, userId: string, messageId: string): Promise<boolean> =>
  (await execute(client, READ, [userId, messageId, new Date()])).length > 0;

function requestFor(message: string, known: readonly string[]): ModelRequest {
  const { instructions, message: asked } = extractionRequest(message, known);
  return structuredRequest({ instructions, message: asked, maxOutputTokens: 800 });
}

interface Answer {
  readonly text: string | null;
  readonly attempts: readonly Attempt[];
  /** Whether it failed for a reason that passes. */
  readonly isWorthAnother: boolean;
}

/** What passes by itself; a request that was refused never succeeds the second time. */
const PASSING: ReadonlySet<string> = new Set(['failed', 'cut', 'empty', 'timed-out', 'rate-limited']);

async function ask(
  { clock, gate, log }: LearningJobDependencies,
  { signal }: TaskContext,
  models: readonly LanguageModel[],
  request: ModelRequest,
): Promise<Answer> {
  if (models.length === 0) return { text: null, attempts: [], isWorthAnother: false };
  const silent = { text: () => undefined, replace: () => undefined };
  const result = await runChain(models, request, silent, {
    clock,
    signal,
    deadlines: DEADLINES,
    gate,
    check: () => null,
    shrink: () => null,
    onFailedAttempt: ({ model, outcome }) =>
      log.info({ event: 'learning_attempt_failed', model, outcome }, 'A model did not read a message'),
  });
  const isWorthAnother = result.attempts.length === 0 || result.attempts.some(({ outcome }) => PASSING.has(outcome));
  return { text: result.outcome === 'completed' ? result.reply.text : null, attempts: result.attempts, isWorthAnother };
}

/** The rows hang on the person and on no message: what a reply cost stays what it cost. */
const ACCOUNT: Statement = {
  name: 'learning-account',
  text: `
insert into model_attempts (id, user_id, assistant, brand, request_id, ${LEDGER_COLUMNS.map(([name]) => name).join(', ')})
select a.id, payer.id, $2, $3, $4, ${LEDGER_COLUMNS.map(([name]) => `a.${name}`).join(', ')}
from json_to_recordset($5) as a (id uuid, ${LEDGER_COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')})
left join users payer on payer.id = $1`,
};

async function account(
  database: Database,
  whose: { readonly userId: string; readonly assistant: string; readonly brand: string; readonly jobId: string },
  attempts: readonly Attempt[],
  { newId, prices, spending, servedModels }: LearningJobDependencies,
): Promise<void> {
  const entries = attempts.map((attempt) => ({
    ...attempt,
    id: newId(),
    costMicroUsd: costOfAttempt(attempt, prices),
  }));
  if (entries.length === 0) return;
  await execute(database.pool, ACCOUNT, [
    whose.userId,
    whose.assistant,
    whose.brand,
    whose.jobId,
    JSON.stringify(entries.map(attemptRow)),
  ]);
  spending.add(
    whose.brand,
    entries.reduce((sum, { costMicroUsd }) => sum + (costMicroUsd ?? 0), 0),
  );
  for (const entry of entries) servedModels.observe(entry);
}
