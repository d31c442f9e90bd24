import {
  findRecentTurn,
  findThread,
  findTurnPlace,
  type TurnPlace,
} from '@rapport/core/conversations/openai-threads.ts';
import type { Database } from '@rapport/core/database/database.ts';
import type { Clock, NewId } from '@rapport/core/runtime.ts';
import { HISTORY_LENGTH, HISTORY_TEXT_LENGTH, type TurnInput } from '@rapport/core/turn/accepted-turn.ts';
import { validate as isUuid, v5 as uuidV5 } from 'uuid';
import type { Asked } from './asked.ts';

/** A request as far as it matters where it belongs. */
export interface Question {
  readonly userId: string;
  /** The assistant's id. */
  readonly assistant: string;
  readonly asked: Asked;
  /** Of the history that came with it. */
  readonly historyHash: Buffer;
  readonly idempotencyKey: string | null;
  /** The client says that it sent the same before and got no answer. */
  readonly isRepeated: boolean;
}

/** Either the conversation a question goes on with, or what was said before the one that it starts. */
type Whereabouts = Pick<TurnInput, 'conversationId' | 'givenHistory'>;

/** Where a question belongs: its turn and its conversation. */
export interface Place extends Whereabouts {
  readonly messageId: string;
  /** Where the id is from: made here, the caller's key, or a turn with the same words shortly before. */
  readonly origin: 'new' | 'key' | 'recent';
}

interface PlaceDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Any UUID does, if it is always the same: the namespace of the ids that are made from keys. */
const KEY_NAMESPACE = '6f0c1a52-7f0e-5b53-9a3e-0d7d5f0c8e41';
/** A client that repeats a request does so within its own time limit (OpenAI's: ten minutes) and a pause. */
const REPEATED_WITHIN_MS = 15 * 60_000;

/**
 * Finds the turn and the conversation a question belongs to.
 *
 * OpenAI's own clients repeat a request up to twice and send no key with it, only a count of repetitions: then the
 * same words of a moment ago are looked for, and `startTurn` compares the rest. A turn that was taken before keeps the
 * place it had then, for the thread has moved on since.
 */
export async function findPlace(dependencies: PlaceDependencies, question: Question): Promise<Place> {
  const { database, clock } = dependencies;
  const { userId, assistant, asked, idempotencyKey } = question;
  if (idempotencyKey !== null) {
    const messageId = idOfKey(userId, idempotencyKey);
    const taken = await findTurnPlace(database, userId, messageId);
    const whereabouts = taken === null ? await whereaboutsNow(database, question) : whereaboutsThen(taken, asked);
    return { ...whereabouts, messageId, origin: 'key' };
  }
  if (question.isRepeated) {
    const since = new Date(clock.now().getTime() - REPEATED_WITHIN_MS);
    const taken = await findRecentTurn(database, userId, { assistant, text: asked.text, since });
    if (taken !== null) return { ...whereaboutsThen(taken, asked), messageId: taken.messageId, origin: 'recent' };
  }
  return newPlace(dependencies, question);
}

/** The place of a question that repeats none. */
export async function newPlace({ database, newId }: PlaceDependencies, question: Question): Promise<Place> {
  return { ...(await whereaboutsNow(database, question)), messageId: newId(), origin: 'new' };
}

/** A conversation of its own, with what the client says was said before. */
export const startingAnew = ({ history }: Asked): Whereabouts => ({
  conversationId: null,
  givenHistory: history.length === 0 ? null : history.slice(-HISTORY_LENGTH).map(shortened),
});

const goingOn = (conversationId: string): Whereabouts => ({ conversationId, givenHistory: null });

async function whereaboutsNow(database: Database, { userId, asked, historyHash }: Question): Promise<Whereabouts> {
  const thread = asked.history.length === 0 ? null : await findThread(database, userId, historyHash);
  return thread === null ? startingAnew(asked) : goingOn(thread);
}

const whereaboutsThen = ({ startedConversation, conversationId }: TurnPlace, asked: Asked): Whereabouts =>
  startedConversation ? startingAnew(asked) : goingOn(conversationId);

/** A key that is a UUID is the message's id; another key is made one, for each person their own. */
const idOfKey = (userId: string, key: string): string =>
  isUuid(key) ? key.toLowerCase() : uuidV5(`${userId}:${key}`, KEY_NAMESPACE);

/** As much of a message as a turn reads of its own, without what a model can't be given. */
function shortened({ role, text }: Asked['history'][number]): Asked['history'][number] {
  const beginning = text.slice(0, HISTORY_TEXT_LENGTH).replaceAll('\u0000', '');
  // Half of a surrogate pair, where it was cut or sent so.
  return { role, text: beginning.isWellFormed() ? beginning : beginning.toWellFormed().replaceAll('\ufffd', '') };
}
