import type { PoolClient } from 'pg';
import { execute, type Statement } from '../database/database.ts';
import { FORGET_ENTERED_HAIR } from '../hair-profile/hair-profile.ts';
import type { MemoryKind } from './fact.ts';
import { fold } from './fold.ts';

/** What an order to forget names: memories or messages by id, everything that mentions words, or all there is. */
export type ToForget =
  | { readonly kind: 'memories'; readonly ids: readonly string[] }
  | { readonly kind: 'messages'; readonly ids: readonly string[] }
  | { readonly kind: 'about'; readonly words: string }
  | { readonly kind: 'everything' };

/** What was forgotten. */
export interface Forgotten {
  readonly memoryIds: readonly string[];
  /** Messages that are shown to the person and read by nothing else any more. */
  readonly messages: number;
}

interface MemoryText {
  id: string;
  kind: MemoryKind;
  text: string;
  quote: string;
  subject_name: string | null;
  subject_relation: string | null;
  value: string | null;
}
interface MessageText {
  id: string;
  text: string;
}

const MEMORIES: Statement = {
  name: 'forget-find-memories',
  text: `
select id, kind, text, quote, subject_name, subject_relation, value from memories
where user_id = $1 and ($2::text is null or assistant = $2)`,
};
const MESSAGES_WITH: Statement = {
  name: 'forget-find-messages',
  text: `
select messages.id, messages.text from messages
join conversations on conversations.user_id = messages.user_id and conversations.id = messages.conversation_id
where messages.user_id = $1 and ($2::text is null or conversations.assistant = $2) and messages.forgotten_at is null
  and ($3::text[] is null or messages.text ilike any ($3) or messages.id in (
    select id from recall_entries where user_id = $1 and source = 'message' and tsv @@ plainto_tsquery('english', $4)))`,
};
/** A message a memory was read from, and the reply that was given to it. */
const SOURCES: Statement = {
  name: 'forget-find-sources',
  text: `
select messages.id, messages.text from memory_sources
join turns on turns.user_id = memory_sources.user_id and turns.message_id = memory_sources.message_id
join messages on messages.user_id = turns.user_id and messages.id in (turns.message_id, turns.reply_id)
where memory_sources.user_id = $1 and memory_sources.memory_id = any($2)`,
};

/**
 * Deletes memories with their vectors, and has the messages that tell of them read by nothing any more: not by search,
 * not by prompts, not by a later extraction. Summaries, titles and the lists of memories beside stored replies go too.
 */
const FORGET: Statement = {
  name: 'forget',
  text: `
with gone as (
  delete from memories where user_id = $1 and id = any($2) returning id
), silent as (
  update messages set forgotten_at = $4 where user_id = $1 and id = any($3) returning id, conversation_id
), entries as (
  delete from recall_entries where user_id = $1 and id = any($3)
), summaries as (
  update turns set summary = null where user_id = $1 and (message_id = any($3) or reply_id = any($3))
), titles as (
  update conversations set title = null from silent
  where conversations.user_id = $1 and conversations.id = silent.conversation_id and conversations.title is not null
)
select (select count(*)::integer from silent) as messages`,
};

const FORGET_BESIDE_REPLIES: Statement = {
  name: 'forget-beside-replies',
  text: `
update messages set details = jsonb_set(details, '{memoriesUsed}', (
  select coalesce(jsonb_agg(used), '[]') from jsonb_array_elements(details -> 'memoriesUsed') used
  where not (used ->> 'id')::uuid = any($2)))
where user_id = $1 and role = 'assistant' and jsonb_array_length(coalesce(details -> 'memoriesUsed', '[]')) > 0
  and exists (select from jsonb_array_elements(details -> 'memoriesUsed') used where (used ->> 'id')::uuid = any($2))`,
};

/** Conversations before what is in them, in one order: as a deletion and a commit do. */
const LOCK_CONVERSATIONS: Statement = {
  name: 'forget-lock',
  text: `
select from conversations where user_id = $1 and id in (
  select conversation_id from messages where user_id = $1 and id = any($2)
) order by id for no key update`,
};

/**
 * Forgets for good, in the caller's transaction and under the lock of the person's memory: the order's own words too, where
 * they name what is to go.
 *
 * @param scope whose memory; of every assistant where that is null.
 */
export async function forget(
  client: PoolClient,
  scope: { readonly userId: string; readonly assistant: string | null; readonly now: Date },
  order: ToForget,
): Promise<Forgotten> {
  const memories =
    order.kind === 'memories' || order.kind === 'messages'
      ? []
      : await execute<MemoryText>(client, MEMORIES, [scope.userId, scope.assistant]);
  const sought = order.kind === 'about' ? soughtWords(order.words, memories) : [];
  const memoryIds =
    order.kind === 'memories'
      ? [...order.ids]
      : order.kind === 'messages'
        ? await provenBy(client, scope.userId, order.ids)
        : memoriesOf(memories, order, sought);
  const messages = await messagesOf(client, scope, order, sought, memoryIds);
  const messageIds = messages.map(({ id }) => id);
  await execute(client, LOCK_CONVERSATIONS, [scope.userId, messageIds]);
  const [row] = await execute<{ messages: number }>(client, FORGET, [scope.userId, memoryIds, messageIds, scope.now]);
  if (order.kind === 'everything') await execute(client, FORGET_ENTERED_HAIR, [scope.userId, scope.assistant]);
  if (memoryIds.length > 0) await execute(client, FORGET_BESIDE_REPLIES, [scope.userId, memoryIds]);
  return { memoryIds, messages: row?.messages ?? 0 };
}

type Scope = Parameters<typeof forget>[1];

function memoriesOf(memories: readonly MemoryText[], order: ToForget, sought: readonly string[]): string[] {
  const kinds = new Set(sought.map((word) => KIND_WORDS.get(word)));
  return memories
    .filter(
      (memory) =>
        order.kind === 'everything' ||
        mentions(memoryWords(memory), sought) ||
        (kinds.size === 1 && kinds.has(memory.kind)),
    )
    .map(({ id }) => id);
}

const PROVEN_BY: Statement = {
  name: 'forget-find-proven',
  text: `
select memory_id as id from memory_sources mine where user_id = $1 and message_id = any($2)
  and not exists (select from memory_sources other where other.user_id = $1 and other.memory_id = mine.memory_id
    and not other.message_id = any($2))`,
};

/** Memories that were read from these messages and no other. */
async function provenBy(client: PoolClient, userId: string, messageIds: readonly string[]): Promise<string[]> {
  const rows = await execute<{ id: string }>(client, PROVEN_BY, [userId, messageIds]);
  return rows.map(({ id }) => id);
}

const memoryWords = ({ text, quote, subject_name, subject_relation, value }: MemoryText): string =>
  [text, quote, subject_name, subject_relation, value].join(' ');

async function messagesOf(
  client: PoolClient,
  { userId, assistant }: Scope,
  order: ToForget,
  sought: readonly string[],
  memoryIds: readonly string[],
): Promise<MessageText[]> {
  const sources = await execute<MessageText>(client, SOURCES, [userId, memoryIds]);
  if (order.kind === 'memories') return sources;
  if (order.kind === 'messages') return [...sources, ...order.ids.map((id) => ({ id, text: '' }))];
  if (order.kind === 'everything') return execute<MessageText>(client, MESSAGES_WITH, [userId, assistant, null, '']);
  if (sought.length === 0) return sources;
  // Patterns find what is written so, the index what is written with accents; whole words decide.
  const patterns = sought.map((word) => `%${word}%`);
  const found = await execute<MessageText>(client, MESSAGES_WITH, [userId, assistant, patterns, sought.join(' ')]);
  return [...sources, ...found.filter(({ text }) => mentions(text, sought))];
}

/** Words of an order that name nothing: "everything about my ex Dean" names an ex and Dean. */
const UNNAMING = new Set(
  `a an the and or of about what that which who i you he she it we they me him her them my your his its our their mine said told
  say tell everything anything all is was are were have has had do did does to on in for with please now ever again stuff things
  thing whole story call called named name names`.split(/\s+/),
);

/** What people call a whole kind of memory: "forget everything about my job". */
const KIND_WORDS: ReadonlyMap<string, MemoryKind> = new Map([
  ['job', 'work'],
  ['work', 'work'],
  ['career', 'work'],
  ['school', 'study'],
  ['studies', 'study'],
  ['health', 'health'],
  ['illness', 'health'],
  ['pets', 'pet'],
  ['plans', 'plan'],
  ['goals', 'goal'],
]);

/** The words that name what is to go; where one is a name, that alone: "my ex Dean" is in few messages, Dean in many. */
function soughtWords(order: string, memories: readonly MemoryText[]): string[] {
  const sought = fold(order)
    .split(' ')
    .filter((word) => word !== '' && !UNNAMING.has(word));
  const known = new Set(memories.flatMap(({ subject_name }) => fold(subject_name ?? '').split(' ')));
  const capitalised = new Set(Array.from(order.matchAll(/\p{Lu}\p{L}+/gu), ([word]) => fold(word)));
  const names = sought.filter((word) => known.has(word) || capitalised.has(word));
  return names.length > 0 ? names : sought;
}

/** Whether a text holds all of the words, each as a whole one. */
function mentions(text: string, sought: readonly string[]): boolean {
  if (sought.length === 0) return false;
  const words = new Set(fold(text).split(' '));
  return sought.every((word) => words.has(word) || words.has(`${word}s`));
}
