import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import {
  createConversation,
  deleteConversation,
  findConversation,
  listConversations,
  listMessages,
  messagesAfter,
  renameConversation,
} from '@rapport/core/conversations/conversations.ts';
import { giveFeedback } from '@rapport/core/conversations/feedback.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { createOnce } from '@rapport/core/database/idempotency.ts';
import type { Clock, NewId } from '@rapport/core/runtime.ts';
import type { LiveReplies } from '@rapport/core/turn/live-replies.ts';
import {
  assistantsAnswer,
  conversation,
  conversationDetail,
  conversationPath,
  createConversationBody,
  createdConversation,
  feedback,
  feedbackBody,
  listConversationsQuery,
  listedMessage,
  listMessagesQuery,
  page,
  renameConversationBody,
} from '@rapport/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { accountGone, notFound, Problem } from '../problems.ts';
import { personOf } from './accounts.ts';

export interface ConversationRouteDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly assistants: readonly AssistantDefinition[];
  readonly live: LiveReplies;
}

export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters')
    .optional(),
});

/** `/api/v1/assistants`, `/conversations` and feedback on messages. */
export const conversationRoutes = (dependencies: ConversationRouteDependencies) => (server: HttpServer) => {
  const { database, clock, newId, assistants } = dependencies;
  const tags = ['Conversations'];

  /** Creates once when the request carries a key, and simply creates when it doesn't. */
  async function create<Response>(
    request: FastifyRequest,
    reply: FastifyReply,
    operation: string,
    make: (executor: Database['pool'] | PoolClient) => Promise<Response>,
  ): Promise<Response> {
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string') return make(database.pool);
    const { userId } = personOf(request);
    const result = await createOnce({ database, clock }, { userId, key, operation, body: request.body }, make);
    if (result.kind === 'conflict') throw new Problem('CONFLICT', 'This Idempotency-Key was used for another request.');
    if (result.kind === 'replayed') reply.header('idempotency-replayed', 'true');
    return result.response;
  }

  server.get(
    '/api/v1/assistants',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'The assistants served here',
        response: { 200: assistantsAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async () => ({ items: assistants.map(assistantForClients), nextCursor: null }),
  );
  server.post(
    '/api/v1/conversations',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'Start a conversation; the assistant speaks first',
        headers: idempotencyHeaders,
        body: createConversationBody,
        response: { 201: createdConversation, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const assistant = assistants.find(({ id }) => id === request.body.assistant);
      if (assistant === undefined) throw noSuchAssistant(assistants);
      const { userId } = personOf(request);
      const created = await create(request, reply, 'create-conversation', async (executor) => {
        const made = await createConversation({ executor, clock, newId }, assistant, userId, request.id);
        if (made === null) throw accountGone();
        return made;
      });
      return reply.code(201).send(created);
    },
  );
  server.get(
    '/api/v1/conversations',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'My conversations, latest first; with q, those in which it was said',
        querystring: listConversationsQuery,
        response: { 200: page(conversation), ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { assistant = null, q = null, cursor = null, limit } = request.query;
      const filter = { assistant, words: q };
      return listConversations(database, personOf(request).userId, filter, { cursor, limit });
    },
  );
  server.get(
    '/api/v1/conversations/:id',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'One of my conversations, and whether people of the team have it',
        params: conversationPath,
        response: { 200: conversationDetail, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const found = await findConversation(database, personOf(request).userId, request.params.id, clock.now());
      if (found === null) throw notFound('conversation');
      return found;
    },
  );
  server.patch(
    '/api/v1/conversations/:id',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'Give a conversation another title',
        params: conversationPath,
        body: renameConversationBody,
        response: { 200: conversation, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { userId } = personOf(request);
      const renamed = await renameConversation(database, userId, request.params.id, request.body.title);
      if (renamed === null) throw notFound('conversation');
      return renamed;
    },
  );
  server.delete(
    '/api/v1/conversations/:id',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'Delete a conversation and all in it',
        params: conversationPath,
        response: { 204: z.null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      if (!(await deleteConversation(database, personOf(request).userId, request.params.id)))
        throw notFound('conversation');
      dependencies.live.forgetPerson(personOf(request).userId);
      return reply.code(204).send(null);
    },
  );
  server.get(
    '/api/v1/conversations/:id/messages',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'What was said; with replacedBy, what a message that was said anew has replaced',
        params: conversationPath,
        querystring: listMessagesQuery,
        response: { 200: page(listedMessage), ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { order, after, replacedBy = null, cursor = null, limit } = request.query;
      if (after !== undefined) {
        const { userId } = personOf(request);
        const later = await messagesAfter(database, userId, request.params.id, {
          after,
          limit: limit + 1,
          late: false,
        });
        if (later === null) throw notFound('message in this conversation');
        return { items: later.slice(0, limit), nextCursor: null };
      }
      const { userId } = personOf(request);
      const which = { order, replacedBy };
      const found = await listMessages(database, userId, request.params.id, which, { cursor, limit });
      if (found === null) throw notFound('conversation');
      return found;
    },
  );
  server.post(
    '/api/v1/messages/:id/feedback',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'Rate a reply',
        headers: idempotencyHeaders,
        params: conversationPath,
        body: feedbackBody,
        response: { 201: feedback, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { rating, comment = null } = request.body;
      const { userId } = personOf(request);
      const given = await create(request, reply, `feedback:${request.params.id}`, async (executor) => {
        const made = await giveFeedback({ executor, clock, newId }, userId, request.params.id, { rating, comment });
        if (made === null) throw notFound('reply');
        return made;
      });
      return reply.code(201).send(given);
    },
  );
};

/** What a client is told of an assistant. */
function assistantForClients(definition: AssistantDefinition) {
  const { id, name, tagline, brand, disclosure, accepts, starters, theme } = definition;
  return {
    id,
    name,
    tagline,
    brand: brand.name,
    brandId: brand.id,
    disclosure,
    accepts,
    starters: [...starters],
    theme,
  };
}

export const noSuchAssistant = (assistants: readonly { id: string }[]): Problem =>
  new Problem('VALIDATION_ERROR', 'The request is not valid: see errors for each field.', {
    errors: [{ path: 'body.assistant', message: `must be one of ${assistants.map(({ id }) => id).join(', ')}` }],
  });
