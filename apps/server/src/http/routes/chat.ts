import type { Database } from '@rapport/core/database/database.ts';
import type { PrepareImages } from '@rapport/core/images/image-preparer.ts';
import type { NewId } from '@rapport/core/runtime.ts';
import type { TurnInput } from '@rapport/core/turn/accepted-turn.ts';
import type { ServedAssistant, TurnDependencies } from '@rapport/core/turn/dependencies.ts';
import { findTurn } from '@rapport/core/turn/earlier-turn.ts';
import type { TurnOutcome } from '@rapport/core/turn/finish.ts';
import type { TurnKeeper } from '@rapport/core/turn/running-turns.ts';
import { type StartedTurn, startTurn } from '@rapport/core/turn/turn.ts';
import { type ChatReply, cancelAnswer, chatBody, chatReply, resumeQuery, turnPath } from '@rapport/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import { openEventStream } from '../event-stream.ts';
import type { HttpServer } from '../http-server.ts';
import { imagesForTurn, type ReadUploads } from '../message-images.ts';
import { notFound, Problem } from '../problems.ts';
import { followElsewhere, sendStoredReply, waitForReply } from '../resumed-replies.ts';
import { answerUnkept } from '../unkept-crisis.ts';
import { personOf } from './accounts.ts';
import { noSuchAssistant } from './conversations.ts';

export interface ChatRouteDependencies {
  readonly turn: TurnDependencies;
  readonly keeper: TurnKeeper;
  readonly database: Database;
  readonly newId: NewId;
  readonly assistants: ReadonlyMap<string, ServedAssistant>;
  readonly prepareImages: PrepareImages;
  /** Photos of a person's that were sent ahead; null where none can be. */
  readonly readUploads: ((userId: string) => ReadUploads) | null;
  /** Largest body with images, in bytes. */
  readonly uploadBytes: number;
}

const FAILURES: Readonly<Record<string, string>> = {
  NOT_FOUND: 'The conversation was deleted while the reply was written.',
  TIMEOUT_ERROR: 'The answer took too long. Your message is kept: send it again with the same messageId.',
  DATABASE_CONNECTION_ERROR:
    'The reply could not be stored. Your message is kept: send it again with the same messageId.',
};

/** `/api/v1/chat`: a turn as JSON or as a stream, from one code path; its cancellation and its resumption. */
export const chatRoutes = (dependencies: ChatRouteDependencies) => (server: HttpServer) => {
  const { turn: turnDependencies, keeper, database } = dependencies;
  const { clock, live } = turnDependencies;
  const tags = ['Chat'];

  server.post(
    '/api/v1/chat',
    {
      config: { access: 'user', streams: true },
      bodyLimit: dependencies.uploadBytes,
      schema: {
        tags,
        summary: 'Say something; the reply comes as JSON, or as a UI message stream when text/event-stream is accepted',
        body: chatBody,
        response: { 200: chatReply, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const {
        assistant: assistantId,
        message,
        conversationId = null,
        messageId = dependencies.newId(),
        images = [],
        replaces,
      } = request.body;
      const assistant = dependencies.assistants.get(assistantId);
      if (assistant === undefined) {
        throw noSuchAssistant([...dependencies.assistants.values()].map(({ definition }) => definition));
      }
      if (images.length > 0 && !assistant.definition.accepts.images) {
        throw new Problem('VALIDATION_ERROR', 'The request is not valid: see errors for each field.', {
          errors: [
            {
              path: 'body.images',
              message: `${assistant.definition.name} does not take images: describe what they show`,
            },
          ],
        });
      }
      if (replaces !== undefined && conversationId === null) {
        throw new Problem('VALIDATION_ERROR', 'The request is not valid: see errors for each field.', {
          errors: [{ path: 'body.conversationId', message: 'is required beside replaces' }],
        });
      }
      const { userId } = personOf(request);
      const pictures = await imagesForTurn(message, images, {
        prepare: dependencies.prepareImages,
        readUploads: dependencies.readUploads?.(userId) ?? null,
        isRepeated: async () => (await findTurn(database, userId, messageId, clock.now())) !== null,
      });
      const streaming = acceptsStream(request);
      const input: TurnInput = {
        userId,
        assistant: assistantId,
        brand: assistant.definition.brand.id,
        messageId,
        text: message,
        conversationId,
        ...(replaces === undefined ? {} : { replaces }),
        requestId: request.id,
        streaming,
        attachments: pictures.digests,
        images: pictures.images,
        uploads: pictures.uploads,
        givenHistory: null,
      };
      const unkept = (error: unknown) =>
        answerUnkept(error, input, request, { database, clock, newId: dependencies.newId });
      const start = await startTurn(turnDependencies, assistant, input).catch(
        async (error: unknown) => ({ kind: 'unkept', reply: await unkept(error) }) as const,
      );
      switch (start.kind) {
        case 'no-such-conversation':
          throw notFound('conversation with this assistant');
        case 'conflict':
          throw new Problem(
            'CONFLICT',
            'This messageId was used for another message. Give each message an id of its own.',
          );
        case 'unkept':
          return streaming ? sendStoredReply(reply, start.reply, 0) : start.reply;
        case 'replayed':
          reply.header('idempotency-replayed', 'true');
          return streaming ? sendStoredReply(reply, start.reply, 0) : start.reply;
        case 'started':
          return streaming ? streamFrom(reply, start, 0) : replyOrProblem(await start.outcome);
        case 'running': {
          reply.header('idempotency-replayed', 'true');
          if (streaming) return resume(request, reply, userId, messageId, 0);
          const done = await waitForReply(database, clock, userId, messageId);
          return done ?? replyOrProblem(await takeOverDead(turnDependencies, assistant, input));
        }
      }
    },
  );

  server.post(
    '/api/v1/chat/:messageId/cancel',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'Stop a reply; what was said is kept',
        params: turnPath,
        body: z.unknown().optional(),
        response: { 202: cancelAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { userId } = personOf(request);
      const { messageId } = request.params;
      if (await keeper.requestCancel(userId, messageId))
        return reply.code(202).send({ messageId, status: 'cancelling' as const });
      if ((await findTurn(database, userId, messageId, clock.now())) === null) throw notFound('message');
      return reply.code(202).send({ messageId, status: 'finished' as const });
    },
  );

  server.get(
    '/api/v1/chat/:messageId/stream',
    {
      config: { access: 'user', streams: true },
      schema: {
        tags,
        summary: 'Resume a reply from a sequence number',
        params: turnPath,
        querystring: resumeQuery,
        response: PROBLEM_RESPONSES,
      },
    },
    async (request, reply) => {
      // An EventSource that reconnects says what it has in this header.
      const lastEventId = Number(request.headers['last-event-id'] ?? Number.NaN);
      const after =
        Number.isSafeInteger(lastEventId) && lastEventId > request.query.after ? lastEventId : request.query.after;
      return resume(request, reply, personOf(request).userId, request.params.messageId, after);
    },
  );

  async function resume(request: FastifyRequest, reply: FastifyReply, userId: string, id: string, after: number) {
    // The database first: what was deleted is gone, though this instance may still have it in memory.
    const found = await findTurn(database, userId, id, clock.now());
    if (found === null) throw notFound('message');
    const here = live.find(userId, found.turn.messageId);
    if (here !== null) return streamFrom(reply, { live: here }, after);
    return followElsewhere({ database, clock, live, log: request.log }, reply, userId, found.turn, after);
  }
};

/** The instance that had the turn died over it: whoever waited answers it instead. */
async function takeOverDead(
  dependencies: TurnDependencies,
  assistant: ServedAssistant,
  input: TurnInput,
): Promise<TurnOutcome> {
  const start = await startTurn(dependencies, assistant, input);
  if (start.kind === 'started') return start.outcome;
  if (start.kind === 'replayed') return { kind: 'replied', reply: start.reply };
  return { kind: 'failed', code: 'TIMEOUT_ERROR' };
}

function streamFrom(reply: FastifyReply, { live }: Pick<StartedTurn, 'live'>, after: number): FastifyReply {
  const stream = openEventStream(reply);
  const unsubscribe = live.subscribe(after, stream);
  stream.closed.addEventListener('abort', unsubscribe, { once: true });
  return reply;
}

function replyOrProblem(outcome: TurnOutcome): ChatReply {
  if (outcome.kind === 'replied') return outcome.reply;
  throw new Problem(outcome.code, FAILURES[outcome.code] ?? 'Something went wrong on our side. Please try again.');
}

/** The stream is for those who ask for it by name; everything else, `*` included, is JSON. */
const acceptsStream = (request: FastifyRequest): boolean =>
  (request.headers.accept ?? '').toLowerCase().includes('text/event-stream');
