import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '@rapport/core/database/database.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import { type EarlierTurn, findTurn } from '@rapport/core/turn/earlier-turn.ts';
import type { LiveReplies } from '@rapport/core/turn/live-replies.ts';
import { storedReply } from '@rapport/core/turn/turn.ts';
import type { ChatReply, StreamPart } from '@rapport/wire';
import type { FastifyBaseLogger, FastifyReply } from 'fastify';
import { type EventStream, openEventStream } from './event-stream.ts';

/** How often a turn that runs elsewhere is looked at, and how long at most. */
const LOOK_EVERY_MS = 250;
const LOOK_FOR_MS = 120_000;

type Turn = Omit<EarlierTurn, 'sameRequest'>;

/** Waits for a turn that runs elsewhere; null when it never ends or fails. */
export async function waitForReply(
  database: Database,
  clock: Clock,
  userId: string,
  messageId: string,
): Promise<ChatReply | null> {
  const end = clock.monotonicMs() + LOOK_FOR_MS;
  while (clock.monotonicMs() < end) {
    const found = await findTurn(database, userId, messageId, clock.now());
    if (found === null || found.turn.state === 'failed') return null;
    const reply = storedReply(found.turn);
    if (reply !== null) return reply;
    if (found.turn.leaseExpired) return null;
    await delay(LOOK_EVERY_MS);
  }
  return null;
}

interface FollowContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly live: LiveReplies;
  readonly log: FastifyBaseLogger;
}

/**
 * Streams a reply that this instance does not write: from the relay while it is known there, else from the stored
 * message once the turn has ended.
 */
export async function followElsewhere(
  { database, clock, live, log }: FollowContext,
  reply: FastifyReply,
  userId: string,
  turn: Turn,
  after: number,
): Promise<FastifyReply> {
  const gone = new AbortController();
  const stored = storedReply(turn);
  // Someone who has a part of it goes on where they were, if the relay still has the rest; the whole is the second best.
  const relayed =
    stored !== null && after === 0 ? null : await live.readElsewhere(userId, turn.messageId, after, gone.signal);
  if (stored !== null && relayed === null) return sendStoredReply(reply, stored, after);
  const stream = openEventStream(reply);
  stream.closed.addEventListener('abort', () => gone.abort(), { once: true });
  let sent = after;
  try {
    if (relayed !== null) {
      let finished = false;
      for await (const part of relayed) {
        stream.part(part);
        sent = part.sequence;
        finished = part.part.type === 'finish' || part.part.type === 'error';
      }
      if (finished) return end(stream, reply);
    }
    if (stream.closed.aborted) return reply;
    const done = await waitForReply(database, clock, userId, turn.messageId);
    if (done === null) {
      stream.part({
        sequence: sent + 1,
        part: { type: 'error', errorText: 'The reply was interrupted. Send your message again.' },
      });
    } else {
      for (const part of partsOf(done, sent)) stream.part(part);
    }
  } catch (error) {
    log.error({ err: error, event: 'resume_failed' }, 'A reply could not be followed');
    stream.part({
      sequence: sent + 1,
      part: { type: 'error', errorText: 'The reply was interrupted. Try again shortly.' },
    });
  }
  return end(stream, reply);
}

/** Streams a stored reply whole. A client that already has some of it is told to drop that first. */
export function sendStoredReply(reply: FastifyReply, stored: ChatReply, after: number): FastifyReply {
  const stream = openEventStream(reply);
  for (const part of partsOf(stored, after)) stream.part(part);
  return end(stream, reply);
}

function end(stream: EventStream, reply: FastifyReply): FastifyReply {
  stream.done();
  return reply;
}

function partsOf(reply: ChatReply, after: number) {
  const { text, ...message } = reply.message;
  const { message: _, ...details } = reply;
  const id = message.id;
  const parts: StreamPart[] = [
    {
      type: 'start',
      messageId: id,
      messageMetadata: { conversationId: reply.conversationId, createdAt: message.createdAt },
    },
    ...(after > 0 ? [{ type: 'data-replace', data: { reason: 'resumed' } } as const] : []),
    { type: 'text-start', id },
    ...(text === '' ? [] : [{ type: 'text-delta', id, delta: text } as const]),
    { type: 'text-end', id },
    { type: 'data-reply', data: { ...details, message } },
    { type: 'finish' },
  ];
  return parts.map((part, index) => ({ sequence: after + index + 1, part }));
}
