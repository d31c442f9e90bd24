import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import type { Product } from '../catalogue/product.ts';
import { type Database, execute, type Statement } from '../database/database.ts';
import { changedDefinition } from '../experiments/apply-variant.ts';
import { findExperiment } from '../experiments/experiment-store.ts';
import type { KnownHair } from '../hair-profile/hair-profile.ts';
import { knowledgeVersion } from '../knowledge/load.ts';
import type { Passage } from '../knowledge/passage.ts';
import { memoriesVersion, productsVersion, promptHash, writePrompt } from '../prompts/assemble-prompt.ts';
import type { PromptAdvice } from '../prompts/prompt-advice.ts';
import type { PromptHair } from '../prompts/prompt-hair.ts';
import type { PromptMemory } from '../prompts/prompt-memory.ts';
import type { HistoryMessage, WrittenPrompt } from '../prompts/prompt-parts.ts';
import { PROMPT_FORMAT, type PromptRecord } from '../prompts/prompt-record.ts';
import type { Summary } from '../understanding/summary.ts';
import { SAID } from './accepted-turn.ts';
import { hairLines } from './fit.ts';
import { SCRIPTED_MODEL } from './generate.ts';

/** What the files say at this moment of an assistant whose prompts are to be made again. */
export interface PromptSource {
  readonly definition: AssistantDefinition;
  readonly passages: readonly Passage[];
  readonly products: readonly Product[];
}

export type Reproduction =
  | {
      readonly kind: 'reproduced';
      readonly assistant: string;
      readonly messageId: string;
      readonly replyId: string;
      /** The model that wrote the reply; null when none did. */
      readonly model: string | null;
      readonly prompt: WrittenPrompt;
      readonly record: PromptRecord;
      /** Why it is not the same to the byte, a sentence each; empty when its hash is the one that was recorded. */
      readonly differences: readonly string[];
      /** What was sent besides, a sentence each. */
      readonly notes: readonly string[];
    }
  /** No prompt belongs to the message; `reason` says why, in a sentence. */
  | { readonly kind: 'no-prompt'; readonly reason: string }
  /** Ids are chosen by clients and unique within a person only: say whose is meant. */
  | { readonly kind: 'ambiguous'; readonly userIds: readonly string[] };

interface TurnRow {
  user_id: string;
  message_id: string;
  reply_id: string;
  conversation_id: string;
  state: 'running' | 'completed' | 'cancelled' | 'failed';
  summary: Summary | null;
  prompt: PromptRecord | null;
  cache_result: string | null;
  assistant: string;
  text: string;
  model: string | null;
  vendor_attempts: number;
  too_large: number;
}

const FIND_PROMPT: Statement = {
  name: 'prompt-find',
  text: `
select turns.user_id, turns.message_id, turns.reply_id, turns.conversation_id, turns.state, turns.summary, turns.prompt,
  turns.cache_result, conversations.assistant, asked.text, reply.details ->> 'model' as model,
  tried.vendor_attempts, tried.too_large
from turns
join conversations on conversations.user_id = turns.user_id and conversations.id = turns.conversation_id
join messages asked on asked.user_id = turns.user_id and asked.id = turns.message_id
left join messages reply on reply.user_id = turns.user_id and reply.id = turns.reply_id
cross join lateral (
  select count(*) filter (where provider <> '${SCRIPTED_MODEL.provider}')::integer as vendor_attempts,
    count(*) filter (where outcome = 'too-large')::integer as too_large
  from model_attempts where user_id = turns.user_id and message_id = turns.message_id
) tried
where (turns.message_id = $1 or turns.reply_id = $1) and ($2::uuid is null or turns.user_id = $2)`,
};

const READ_HISTORY: Statement = {
  name: 'prompt-history',
  text: `
select sequence, role, ${SAID} as text from messages
where user_id = $1 and conversation_id = $2 and sequence = any($3::integer[])
order by sequence`,
};

const READ_HAIR: Statement = {
  name: 'prompt-hair',
  text: `
select id, field, value, quote, confidence, message_id as "messageId", source,
  to_char(said_at at time zone 'UTC', 'YYYY-MM-DD') as "saidAt"
from hair_profile_entries where user_id = $1 and id = any($2::uuid[])`,
};

const READ_ADVICE: Statement = {
  name: 'prompt-advice',
  text: `
select shown.id, phrase, shown."reportId", outcome, quote,
  to_char(reported_at at time zone 'UTC', 'YYYY-MM-DD') as "saidOn"
from json_to_recordset($2::json) as shown (id uuid, "reportId" uuid)
join advice on advice.user_id = $1 and advice.id = shown.id
left join advice_reports on advice_reports.user_id = $1 and advice_reports.id = shown."reportId"`,
};

const READ_MEMORIES: Statement = {
  name: 'prompt-memories',
  text: `
select id, text as said, to_char(said_at at time zone 'UTC', 'YYYY-MM-DD') as "saidOn", false as "isQuote"
from memories where user_id = $1 and id = any($2)
union all
select id, text, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD'), true
from messages where user_id = $1 and id = any($3)`,
};

/**
 * The prompt of a turn, made again from what is stored and from the assistant's files as they are now. `messageId` is the
 * person's message or the reply, a UUID; `userId` whose it is, where several people have one of this id.
 */
export async function reproducePrompt(
  database: Pick<Database, 'pool'>,
  sources: ReadonlyMap<string, PromptSource>,
  messageId: string,
  userId: string | null = null,
): Promise<Reproduction> {
  const rows = await execute<TurnRow>(database.pool, FIND_PROMPT, [messageId, userId]);
  const [turn] = rows;
  if (turn === undefined) return { kind: 'no-prompt', reason: await whyNoTurn(database, messageId) };
  if (rows.length > 1) return { kind: 'ambiguous', userIds: rows.map((row) => row.user_id) };
  if (turn.prompt === null || turn.summary === null) return { kind: 'no-prompt', reason: whyNoPrompt(turn) };
  const served = sources.get(turn.assistant);
  if (served === undefined) {
    return { kind: 'no-prompt', reason: `The assistant "${turn.assistant}" is not here any more.` };
  }
  if (turn.prompt.format !== PROMPT_FORMAT) {
    return {
      kind: 'no-prompt',
      reason: `It was put together by another version of Rapport (format ${turn.prompt.format}).`,
    };
  }
  const source = { ...served, definition: await asTried(database, served.definition, turn.prompt.variants ?? null) };
  const history = await execute<{ sequence: number } & HistoryMessage>(database.pool, READ_HISTORY, [
    turn.user_id,
    turn.conversation_id,
    turn.prompt.history.used,
  ]);
  const given = turn.prompt.memories.used;
  const idsOf = (quoted: boolean) => given.filter(({ isQuote }) => isQuote === quoted).map(({ id }) => id);
  const found = await execute<PromptMemory & { isQuote: boolean }>(database.pool, READ_MEMORIES, [
    turn.user_id,
    idsOf(false),
    idsOf(true),
  ]);
  const memories = given.flatMap(({ id }) => found.find((memory) => memory.id === id) ?? []);
  const entries = await execute<KnownHair>(database.pool, READ_HAIR, [turn.user_id, turn.prompt.hair]);
  const hair = hairLines(
    turn.prompt.hair.flatMap((id) => entries.find((entry) => entry.id === id) ?? []),
    source.definition.hairProfile,
  );
  const advised = await execute<PromptAdvice>(database.pool, READ_ADVICE, [
    turn.user_id,
    JSON.stringify(turn.prompt.advice),
  ]);
  const advice = turn.prompt.advice.flatMap(({ id }) => advised.find((each) => each.id === id) ?? []);
  return remake({ ...turn, prompt: turn.prompt, summary: turn.summary }, source, history, memories, hair, advice);
}

/** The assistant as the turn's variants of experiments had it. */
async function asTried(
  { pool }: Pick<Database, 'pool'>,
  definition: AssistantDefinition,
  variants: string | null,
): Promise<AssistantDefinition> {
  let changed = definition;
  for (const [experiment = '', variant = ''] of (variants?.split(' ') ?? []).map((name) => name.split(':'))) {
    const found = await findExperiment(pool, experiment);
    const changes = found?.definition.variants.find(({ id }) => id === variant)?.changes;
    if (changes !== undefined) changed = changedDefinition(changed, changes);
  }
  return changed;
}

function remake(
  turn: TurnRow & { readonly prompt: PromptRecord; readonly summary: Summary },
  { definition, passages, products: shelf }: PromptSource,
  history: readonly HistoryMessage[],
  memories: readonly PromptMemory[],
  hair: readonly PromptHair[],
  advice: readonly PromptAdvice[],
): Reproduction {
  const record = turn.prompt;
  const used = new Set(record.sections.used.map(({ id }) => id));
  const parts = {
    sections: definition.promptSections.filter(({ id }) => used.has(id)),
    passages: record.passages.used.flatMap((id) => passages.find((passage) => passage.id === id) ?? []),
    history,
  };
  const products = record.products.used.flatMap((id) => shelf.find((product) => product.id === id) ?? []);
  const prompt = writePrompt(
    {
      assistant: definition,
      preferredName: record.preferredName,
      summary: turn.summary,
      passages: parts.passages,
      products,
      memories,
      stage: definition.journey?.stages.find(({ id }) => id === record.stage) ?? null,
      persona: definition.personas?.kinds.find(({ id }) => id === record.persona) ?? null,
      hair,
      advice,
      history,
      message: turn.text,
      pictures: record.pictures,
      moment: record.moment,
      isMinor: record.isMinor,
    },
    parts,
  );
  return {
    kind: 'reproduced',
    assistant: turn.assistant,
    messageId: turn.message_id,
    replyId: turn.reply_id,
    model: turn.model,
    prompt,
    record,
    differences:
      promptHash(prompt) === record.sha256 ? [] : differencesOf(record, definition, { ...parts, products, memories }),
    notes: notesOf(turn, record),
  };
}

/** What is known to be another than it was; when none of it is, what isn't recorded must be. */
function differencesOf(
  record: PromptRecord,
  definition: AssistantDefinition,
  parts: {
    readonly passages: readonly Passage[];
    readonly products: readonly Product[];
    readonly history: readonly HistoryMessage[];
    readonly memories: readonly PromptMemory[];
  },
): string[] {
  const differences: string[] = [];
  if (record.promptVersion !== definition.promptVersion) {
    differences.push(
      `The assistant's prompt files have changed since: version ${record.promptVersion} then, ${definition.promptVersion} now.`,
    );
  }
  const found = new Set(parts.passages.map(({ id }) => id));
  const missing = record.passages.used.filter((id) => !found.has(id));
  if (missing.length > 0) differences.push(`No longer in the knowledge folder: ${missing.join(', ')}.`);
  else if (record.passages.version !== null && record.passages.version !== knowledgeVersion(parts.passages)) {
    differences.push('The passages it was given have been edited since.');
  }
  if (record.products.version !== productsVersion(parts.products)) {
    differences.push('The products it was given have been edited since, or are no longer in the catalogue.');
  }
  if (record.history.brought > 0) {
    differences.push(`${record.history.brought} of its earlier messages came with the request, and are kept nowhere.`);
  }
  const gone = record.history.used.length - parts.history.length;
  if (gone > 0) differences.push(`${gone} of its earlier messages are not stored any more.`);
  const { used: remembered, version } = record.memories;
  if (remembered.length > parts.memories.length)
    differences.push('Some of what it remembered has been forgotten since.');
  else if (version !== memoriesVersion(parts.memories))
    differences.push('What it remembered has been corrected since.');
  return differences.length > 0
    ? differences
    : ["Nothing that is recorded has changed, so something else has: the brand's name or focus, or Rapport itself."];
}

function notesOf(turn: TurnRow, { pictures, shrunk }: PromptRecord): string[] {
  const notes: string[] = [];
  if (turn.vendor_attempts === 0) {
    notes.push("No vendor's model was given this prompt: the reply was written in this process.");
  }
  if (pictures > 0) notes.push(`${pictures} of the message's pictures went with it. Pictures are not kept.`);
  if (shrunk) {
    notes.push("A vendor found the turn's first prompt too large. This is the smaller one, which the reply answers.");
  } else if (turn.too_large > 0) {
    notes.push('A vendor found it too large and was asked with a smaller one, which the reply does not answer.');
  }
  return notes;
}

function whyNoPrompt({ state, model, cache_result }: TurnRow): string {
  if (state === 'running') return 'Its reply is still being written; ask again when it is stored.';
  if (model === SCRIPTED_MODEL.id)
    return 'Its reply is scripted: the words were decided by rules, and no model was asked.';
  if (cache_result === 'exact' || cache_result === 'near')
    return 'Its reply came from the cache: it was made for an earlier turn, and no model was asked in this one.';
  return 'No prompt was recorded with it: its turn failed before, or is older than these records.';
}

/** The greeting is a message without a turn. */
async function whyNoTurn(database: Pick<Database, 'pool'>, messageId: string): Promise<string> {
  const { rows } = await database.pool.query('select from messages where id = $1 limit 1', [messageId]);
  return rows.length > 0
    ? "It is a greeting: its words are the assistant's own, and no model was asked."
    : 'There is no such message. It may never have been, or its conversation or its person has been deleted, and the prompt with it.';
}
