import type { PoolClient } from 'pg';
import type { Extraction } from '../memory/fact.ts';
import type { Recalled } from '../memory/recall.ts';
import { extractFrom, type MessageToLearn, remember } from '../memory/remember.ts';
import { type EntryText, entryRows } from '../memory/vectors.ts';
import type { Intent, Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { FinishedTurn } from './commit.ts';
import type { ServedAssistant, TurnDependencies } from './dependencies.ts';

/** What people tell of themselves with; a question or a thank you costs no vendor's reading. */
const TELLS: ReadonlySet<Intent> = new Set(['share', 'ask-for-help', 'memory-command', 'small-talk']);
/** Shorter messages say what the rules read, or nothing. */
const FEWEST_WORDS = 5;

/** A message and what the rules read of it. */
export interface Lesson {
  readonly message: MessageToLearn;
  readonly extraction: Extraction;
  /** Whether a vendor's model should read it too, later. */
  readonly isWorthReading: boolean;
}

/**
 * What a message teaches, read before the reply so that the reply can say what becomes of it. Null where nothing may be
 * learnt: the person switched memory off, or is in a crisis, of which nothing is kept but the conversation.
 */
export function readLesson(
  turn: AcceptedTurn,
  { models }: Pick<ServedAssistant, 'models'>,
  summary: Summary,
  recalled: Recalled,
): Lesson | null {
  if (!turn.person.keepsMemories || summary.risk.level === 'crisis') return null;
  const message: MessageToLearn = {
    messageId: turn.input.messageId,
    text: turn.input.text,
    saidAt: turn.startedAt,
    timeZone: turn.person.timeZone,
    // What a caller brought along is not known to have been said.
    earlier: turn.history
      .filter(({ role, sequence }) => role === 'user' && sequence !== undefined)
      .map(({ text }) => text),
    lastReply: turn.history.findLast(({ role }) => role === 'assistant')?.text ?? null,
  };
  const asksVendors = models.some(({ isLocal }) => !isLocal);
  const isWorthReading =
    asksVendors && TELLS.has(summary.intent) && turn.input.text.split(/\s+/).length >= FEWEST_WORDS;
  return { message, extraction: extractFrom(message, recalled.facts), isWorthReading };
}

/** Whether the person wants something forgotten, and it is clear what. */
export const forgets = (lesson: Lesson | null): boolean =>
  lesson?.extraction.corrections.some(({ kind }) => kind === 'forget') ?? false;

/**
 * Step 10, as far as rules go: what search will find the turn by, and what its message teaches, to be stored with the
 * reply.
 */
export async function withMemory(
  { memory, newId, learnLater }: TurnDependencies,
  { turn, lesson }: { readonly turn: AcceptedTurn; readonly lesson: Lesson | null },
  finished: FinishedTurn,
): Promise<FinishedTurn> {
  if (lesson === null || finished.reply === null) return finished;
  const { message, extraction, isWorthReading } = lesson;
  const entries = await entryRows(memory, entriesOf(turn, message, finished));
  const teaches = extraction.statements.length > 0 || extraction.corrections.length > 0;
  const readers = isWorthReading ? learnLater : null;
  if (!teaches && readers === null) return { ...finished, entries };
  const context = {
    vectors: memory,
    userId: turn.input.userId,
    assistant: turn.input.assistant,
    now: finished.finishedAt,
    newId,
    ...(memory.similarity === null ? {} : { similarity: memory.similarity }),
  };
  const { userId } = turn.input;
  const run = async (client: PoolClient) => {
    if (teaches) await remember(client, context, message);
    await readers?.(client, { userId, messageId: message.messageId });
  };
  return { ...finished, entries, learning: { run, isPromised: forgets(lesson) } };
}

function entriesOf(turn: AcceptedTurn, message: MessageToLearn, { reply, finishedAt }: FinishedTurn): EntryText[] {
  const said: EntryText = {
    id: message.messageId,
    source: 'message',
    role: 'user',
    text: message.text,
    around: [message.earlier.at(-1) ?? '', message.lastReply ?? ''].join(' '),
    saidAt: turn.startedAt,
  };
  if (reply === null || reply.text.trim() === '') return [said];
  return [
    said,
    {
      id: turn.replyId,
      source: 'message',
      role: 'assistant',
      text: reply.text,
      around: message.text,
      saidAt: finishedAt,
    },
  ];
}
