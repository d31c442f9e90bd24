import { hashHistory } from '@rapport/core/conversations/openai-threads.ts';
import type { PrepareImages } from '@rapport/core/images/image-preparer.ts';
import type { ServedAssistant, TurnDependencies } from '@rapport/core/turn/dependencies.ts';
import type { TurnOutcome } from '@rapport/core/turn/finish.ts';
import { usageOfTurn } from '@rapport/core/turn/turn-usage.ts';
import {
  type ChatReply,
  type OpenAiChunk,
  type OpenAiError,
  openAiChatBody,
  openAiCompletion,
  openAiModel,
  openAiModelList,
  openAiModelPath,
  type ProblemCode,
} from '@rapport/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import { openStream } from '../event-stream.ts';
import type { HttpServer } from '../http-server.ts';
import { imagesForTurn } from '../message-images.ts';
import { beginAnswer } from '../openai/answer.ts';
import { type Asked, readAsked } from '../openai/asked.ts';
import { type AnswerHead, chunksOf, completionOf, firstChunk } from '../openai/completion.ts';
import { openAiErrorOf } from '../openai/errors.ts';
import type { Question } from '../openai/place.ts';
import { logProblem, Problem, problemDocumentOf } from '../problems.ts';
import { personOf } from './accounts.ts';

export interface OpenAiRouteDependencies {
  readonly turn: TurnDependencies;
  readonly assistants: ReadonlyMap<string, ServedAssistant>;
  readonly prepareImages: PrepareImages;
  /** Largest body, with images and the whole history, in bytes. */
  readonly uploadBytes: number;
}

/** What makes a request repeatable: a key, as on our other routes, or the count that OpenAI's own clients send. */
const chatHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters')
    .optional(),
  'x-stainless-retry-count': z.string().optional(),
});

const FAILURES: Readonly<Partial<Record<ProblemCode, string>>> = {
  NOT_FOUND: 'The conversation was deleted while the reply was written.',
  TIMEOUT_ERROR: 'The answer took too long. Please try again.',
  DATABASE_CONNECTION_ERROR: 'The reply could not be stored. Please try again.',
};

/**
 * `/v1`: the door for clients of OpenAI's API. A model is an assistant, the bearer is the person's own, and the
 * conversation is kept here though the client sends all of it each time.
 */
export const openAiRoutes = (dependencies: OpenAiRouteDependencies) => (server: HttpServer) => {
  const { assistants, turn } = dependencies;
  const tags = ['OpenAI'];

  server.get(
    '/v1/models',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'The assistants as models',
        response: { 200: openAiModelList, ...PROBLEM_RESPONSES },
      },
    },
    async () => ({ object: 'list' as const, data: [...assistants.values()].map(modelOf) }),
  );
  server.get(
    '/v1/models/:model',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'An assistant as a model',
        params: openAiModelPath,
        response: { 200: openAiModel, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => modelOf(assistantOf(assistants, request.params.model, 'params.model')),
  );
  server.post(
    '/v1/chat/completions',
    {
      config: { access: 'user', streams: true },
      bodyLimit: dependencies.uploadBytes,
      schema: {
        tags,
        summary: 'Say something as a client of OpenAI’s chat completions would; the last user message is answered',
        headers: chatHeaders,
        body: openAiChatBody,
        response: { 200: openAiCompletion, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { model, messages, stream, stream_options: streamOptions } = request.body;
      const assistant = assistantOf(assistants, model, 'body.model');
      const asked = readAsked(messages);
      refuseUnwantedImages(assistant, asked);
      const pictures = await imagesForTurn(
        asked.text,
        asked.images.map(({ url }) => url),
        {
          prepare: dependencies.prepareImages,
          readUploads: null,
          pathOf: (index) => asked.images[index]?.path ?? 'body.messages',
        },
      );
      const { userId } = personOf(request);
      const key = request.headers['idempotency-key'];
      const question: Question = {
        userId,
        assistant: model,
        asked,
        historyHash: hashHistory(model, asked.history),
        idempotencyKey: typeof key === 'string' ? key : null,
        isRepeated: Number(request.headers['x-stainless-retry-count']) > 0,
      };
      const { messageId, isReplayed, outcome } = await beginAnswer(turn, assistant, question, {
        requestId: request.id,
        pictures,
      });
      if (isReplayed) reply.header('idempotency-replayed', 'true');
      const head: AnswerHead = { messageId, model, at: turn.clock.now() };
      const usage = () => usageOfTurn(turn.database, userId, messageId);
      if (stream !== true) return completionOf(head, replyOrProblem(await outcome), await usage());
      const wantsUsage = streamOptions?.include_usage === true;
      return streamAnswer(request, reply, firstChunk(head, wantsUsage), async () =>
        chunksOf(head, replyOrProblem(await outcome), wantsUsage ? await usage() : null),
      );
    },
  );
};

/**
 * Streams an answer. Its beginning goes out at once and comments follow while the turn runs, so that neither the client
 * nor a proxy gives up; the text follows when it is whole, for an attempt may die half-way and OpenAI's stream has no way
 * to take back what it said. What goes wrong meanwhile is an event of OpenAI's form. The turn goes on when the client
 * leaves.
 */
async function streamAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  first: OpenAiChunk,
  rest: () => Promise<OpenAiChunk[]>,
): Promise<FastifyReply> {
  const stream = openStream(reply);
  const send = (event: OpenAiChunk | OpenAiError) => stream.write(`data: ${JSON.stringify(event)}\n\n`);
  send(first);
  try {
    for (const chunk of await rest()) send(chunk);
  } catch (error) {
    send(openAiErrorOf(problemDocumentOf(logProblem(error, request), request.id)));
  }
  stream.done();
  return reply;
}

function replyOrProblem(outcome: TurnOutcome): ChatReply {
  if (outcome.kind === 'replied') return outcome.reply;
  throw new Problem(outcome.code, FAILURES[outcome.code] ?? 'Something went wrong on our side. Please try again.');
}

function assistantOf(assistants: OpenAiRouteDependencies['assistants'], model: string, path: string): ServedAssistant {
  const assistant = assistants.get(model);
  if (assistant !== undefined) return assistant;
  throw new Problem('NOT_FOUND', 'There is no such model.', {
    errors: [{ path, message: `there is no such assistant: use one of ${[...assistants.keys()].join(', ')}` }],
  });
}

function refuseUnwantedImages({ definition }: ServedAssistant, { images: [first] }: Asked): void {
  if (first === undefined || definition.accepts.images) return;
  throw new Problem('VALIDATION_ERROR', 'The request is not valid: see errors for each field.', {
    errors: [{ path: first.path, message: `${definition.name} does not take images: describe what they show` }],
  });
}

const modelOf = ({ definition }: ServedAssistant) => ({
  id: definition.id,
  object: 'model' as const,
  created: 0,
  owned_by: definition.brand.id,
});
