import { type Database, execute } from '../database/database.ts';
import type { NewId } from '../runtime.ts';
import type { ConversationQuestion, LongConversation } from './evaluate-retrieval-conversations.ts';
import { searchMemory } from './search.ts';
import { readSearch } from './search-query.ts';
import { type EntryText, entryRows, insertEntries, type MemoryVectors } from './vectors.ts';

/** How much of the evidence search finds, over some questions; shares from 0 to 1. */
export interface RetrievalFigures {
  readonly questions: number;
  /** Mean share of a question's evidence turns among the first five, and the first ten, that search returns. */
  readonly recallAt5: number;
  readonly recallAt10: number;
  /** Share of questions with at least one evidence turn among the first ten. */
  readonly hitAt10: number;
}

export interface RetrievalMiss {
  readonly conversation: string;
  readonly question: string;
  readonly category: string;
  /** Evidence that was not among the first ten. */
  readonly missed: readonly ConversationText[];
  readonly found: readonly ConversationText[];
}

interface ConversationText {
  readonly turnId: string;
  readonly text: string;
}

export interface RetrievalEvaluation {
  readonly all: RetrievalFigures;
  readonly byCategory: ReadonlyMap<string, RetrievalFigures>;
  readonly byConversation: ReadonlyMap<string, RetrievalFigures>;
  /** Every question with evidence beyond the first ten. */
  readonly misses: readonly RetrievalMiss[];
}

interface Answered {
  readonly conversation: string;
  readonly question: ConversationQuestion;
  /** Turn ids, best first, ten at most. */
  readonly found: readonly string[];
}

const ASSISTANT = 'evaluation';
const FIRST = 10;
const MINUTE_MS = 60_000;
/** Turns before one that are indexed beside it, as a turn of the product indexes them. */
const TURNS_AROUND = 2;

/**
 * Stores each conversation as one person's, through the product's own index, and asks its questions through the product's
 * own search: the first speaker's turns as the person's, the second's as the assistant's, both searched. The database is
 * the evaluation's own, migrated and empty; people stay in it.
 *
 * @param limit questions asked of a conversation at most.
 */
export async function evaluateRetrieval(
  context: { readonly database: Database; readonly vectors: MemoryVectors; readonly newId: NewId },
  conversations: readonly LongConversation[],
  limit: number = Number.POSITIVE_INFINITY,
): Promise<RetrievalEvaluation> {
  const answered: Answered[] = [];
  const texts = new Map<string, string>();
  for (const conversation of conversations) {
    const stored = await store(context, conversation);
    for (const { turnId, text } of conversation.sessions.flatMap(({ turns }) => turns)) {
      texts.set(`${conversation.id} ${turnId}`, text);
    }
    for (const question of conversation.questions.slice(0, limit)) {
      const found = await searchMemory(
        context.database.pool,
        context.vectors,
        { userId: stored.userId, assistant: null },
        { ...readSearch(question.question, conversation.speakers), limit: FIRST, withReplies: true },
      );
      answered.push({
        conversation: conversation.id,
        question,
        found: found.evidence.map(({ messageId }) => stored.turnIds.get(messageId) ?? '').slice(0, FIRST),
      });
    }
  }
  return {
    all: figuresOf(answered),
    byCategory: grouped(answered, ({ question }) => question.category),
    byConversation: grouped(answered, ({ conversation }) => conversation),
    misses: answered.flatMap((answer) => missOf(answer, texts)),
  };
}

interface Stored {
  readonly userId: string;
  /** Turn id of each message. */
  readonly turnIds: ReadonlyMap<string, string>;
}

async function store(
  { database, vectors, newId }: Parameters<typeof evaluateRetrieval>[0],
  conversation: LongConversation,
): Promise<Stored> {
  const userId = newId();
  const turnIds = new Map<string, string>();
  await database.pool.query('insert into users (id, name, email) values ($1, $2, $3)', [
    userId,
    conversation.speakers.user,
    `${userId}@evaluation.invalid`,
  ]);
  for (const { startedAt, turns } of conversation.sessions) {
    const conversationId = newId();
    const messages = turns.map(({ turnId, speaker, text }, place) => {
      const id = newId();
      turnIds.set(id, turnId);
      return {
        id,
        sequence: place + 1,
        role: speaker === conversation.speakers.user ? ('user' as const) : ('assistant' as const),
        text,
        said_at: new Date(startedAt.getTime() + place * MINUTE_MS),
      };
    });
    await database.pool.query(
      `insert into conversations (id, user_id, assistant, brand, last_sequence, created_at, updated_at)
       values ($1, $2, $3, $3, $4, $5, $5)`,
      [conversationId, userId, ASSISTANT, messages.length, startedAt],
    );
    await database.pool.query(
      `insert into messages (user_id, id, conversation_id, sequence, role, text, created_at)
       select $1, id, $2, sequence, role, text, said_at from json_to_recordset($3)
         as m (id uuid, sequence integer, role text, text text, said_at timestamptz)`,
      [userId, conversationId, JSON.stringify(messages)],
    );
    const entries = await entryRows(
      vectors,
      messages.map(
        ({ id, role, text, said_at }, place): EntryText => ({
          id,
          source: 'message',
          role,
          text,
          around: messages
            .slice(Math.max(0, place - TURNS_AROUND), place)
            .map((before) => before.text)
            .join(' '),
          saidAt: said_at,
        }),
      ),
    );
    const statement = insertEntries(vectors.support, { user: '$1', assistant: '$2', rows: '$3', from: '' });
    await execute(database.pool, { name: 'evaluation-entries', text: statement }, [
      userId,
      ASSISTANT,
      JSON.stringify(entries),
    ]);
  }
  return { userId, turnIds };
}

function grouped(
  answered: readonly Answered[],
  groupOf: (answer: Answered) => string,
): ReadonlyMap<string, RetrievalFigures> {
  const groups = [...new Set(answered.map(groupOf))].sort();
  return new Map(groups.map((group) => [group, figuresOf(answered.filter((answer) => groupOf(answer) === group))]));
}

function figuresOf(answered: readonly Answered[]): RetrievalFigures {
  const mean = (shareOf: (answer: Answered) => number): number =>
    answered.reduce((sum, answer) => sum + shareOf(answer), 0) / Math.max(1, answered.length);
  return {
    questions: answered.length,
    recallAt5: mean((answer) => recallWithin(answer, 5)),
    recallAt10: mean((answer) => recallWithin(answer, FIRST)),
    hitAt10: mean((answer) => (recallWithin(answer, FIRST) > 0 ? 1 : 0)),
  };
}

function recallWithin({ question: { evidence }, found }: Answered, count: number): number {
  const first = new Set(found.slice(0, count));
  return evidence.filter((turnId) => first.has(turnId)).length / evidence.length;
}

function missOf({ conversation, question, found }: Answered, texts: ReadonlyMap<string, string>): RetrievalMiss[] {
  const withText = (turnId: string): ConversationText => ({
    turnId,
    text: texts.get(`${conversation} ${turnId}`) ?? '',
  });
  const missed = question.evidence.filter((turnId) => !found.includes(turnId));
  if (missed.length === 0) return [];
  return [
    {
      conversation,
      question: question.question,
      category: question.category,
      missed: missed.map(withText),
      found: found.map(withText),
    },
  ];
}
