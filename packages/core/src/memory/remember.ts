import type { PoolClient } from 'pg';
import type { NewId } from '../runtime.ts';
import { consolidate } from './consolidate.ts';
import { readFacts } from './direct-read.ts';
import { extractStatements } from './extract.ts';
import type { Extraction, Fact } from './fact.ts';
import { fold, foldedRuns } from './fold.ts';
import { forget } from './forget.ts';
import { relationsIn, SINGLE_SLOTS } from './recall.ts';
import { type WriteContext, writeMemory } from './write.ts';

/** A message of the person's, and what stood around it in its conversation. */
export interface MessageToLearn {
  readonly messageId: string;
  readonly text: string;
  readonly saidAt: Date;
  /** IANA zone in which "last Friday" is meant. */
  readonly timeZone: string;
  /** The person's earlier messages of this conversation, oldest first. */
  readonly earlier: readonly string[];
  /** What the assistant said last: context, never a source. */
  readonly lastReply: string | null;
}

/** What the rules read of a message. */
export const extractFrom = (message: MessageToLearn, known: readonly Fact[]): Extraction =>
  extractStatements(message, known);

/** Latest memories that a message is held against. */
const LATEST = 30;
/** "Forget my name". */
const NAMES_THE_NAME = /\bname\b/i;
const CLEAR_NAME = 'update profiles set preferred_name = null where user_id = $1';

export interface LearnContext extends WriteContext {
  readonly newId: NewId;
  /** How alike two texts are, 0 to 1; by words alone without it. */
  readonly similarity?: (one: string, other: string) => number;
}

/**
 * Learns from one message by the rules, in the turn's own transaction and under the lock of the person's memory. The same
 * message twice changes nothing.
 */
export const remember = (
  client: PoolClient,
  context: Omit<LearnContext, 'origin'>,
  message: MessageToLearn,
): Promise<Learnt> =>
  learn(client, { ...context, origin: 'rules' }, message, (known) => extractStatements(message, known));

/** How much a message changed. */
export interface Learnt {
  readonly added: number;
  readonly reinforced: number;
  readonly superseded: number;
}

/**
 * Holds what was read of a message, by whoever, against what is known at this moment, and writes what changes. The caller
 * holds the lock of the person's memory.
 */
export async function learn(
  client: PoolClient,
  context: LearnContext,
  message: Pick<MessageToLearn, 'messageId' | 'text' | 'saidAt'>,
  read: (known: readonly Fact[]) => Extraction,
): Promise<Learnt> {
  const known = await readFacts(
    client,
    { userId: context.userId, assistant: context.assistant },
    {
      slots: SINGLE_SLOTS,
      relations: relationsIn(message.text),
      names: foldedRuns(message.text),
      latest: LATEST,
      everything: false,
    },
  );
  const changes = consolidate(read(known), known, {
    messageId: message.messageId,
    saidAt: message.saidAt,
    message: message.text,
    newId: context.newId,
    // A model reads what the rules have read before it.
    isFurtherReading: context.origin !== 'rules',
    ...(context.similarity === undefined ? {} : { similarity: context.similarity }),
  });
  const counts = {
    added: changes.add.length,
    reinforced: changes.reinforce.length,
    superseded: changes.supersede.length,
  };
  if (changes.rename.length + counts.added + counts.reinforced + counts.superseded > 0) {
    await writeMemory(client, context, changes);
  }
  for (const { about } of changes.forget) await carryOut(client, context, about);
  return counts;
}

async function carryOut(
  client: PoolClient,
  { userId, assistant, now }: LearnContext,
  about: string | null,
): Promise<void> {
  const order = about === null ? ({ kind: 'everything' } as const) : ({ kind: 'about', words: about } as const);
  await forget(client, { userId, assistant, now }, order);
  const namesTheName = about !== null && NAMES_THE_NAME.test(about) && fold(about).split(' ').length <= 3;
  if (about === null || namesTheName) await client.query(CLEAR_NAME, [userId]);
}
