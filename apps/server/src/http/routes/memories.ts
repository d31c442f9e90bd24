import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { createOnce } from '@rapport/core/database/idempotency.ts';
import {
  addMemory,
  correctMemory,
  deleteMemories,
  deleteMemory,
  findMemories,
  listMemories,
  type MemoriesContext,
} from '@rapport/core/memory/memories.ts';
import { readProfile } from '@rapport/core/people/profiles.ts';
import type { LiveReplies } from '@rapport/core/turn/live-replies.ts';
import {
  deletedMemories,
  deleteMemoriesQuery,
  listMemoriesQuery,
  memory,
  memoryPatch,
  memoryPath,
  newMemory,
  page,
} from '@rapport/wire';
import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { accountGone, notFound, Problem } from '../problems.ts';
import { personOf } from './accounts.ts';
import { idempotencyHeaders, noSuchAssistant } from './conversations.ts';

export interface MemoryRouteDependencies {
  readonly memories: MemoriesContext;
  readonly assistants: readonly AssistantDefinition[];
  readonly live: LiveReplies;
}

/** `/api/v1/memories`: what is remembered of me; searching, adding, correcting and forgetting it. */
export const memoryRoutes =
  ({ memories, assistants, live }: MemoryRouteDependencies) =>
  (server: HttpServer) => {
    const tags = ['Me'];
    const { database, clock } = memories;

    server.get(
      '/api/v1/memories',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'What is remembered of me; with `q`, what fits it best, my own messages included',
          querystring: listMemoriesQuery,
          response: { 200: page(memory), ...PROBLEM_RESPONSES },
        },
      },
      async (request) => {
        const { userId } = personOf(request);
        const { assistant = null, q, kind = null, status = null, cursor = null, limit } = request.query;
        const filter = { assistant, kind, status };
        if (q === undefined) return listMemories(memories, userId, filter, { cursor, limit });
        return findMemories(memories, userId, filter, { text: q, limit });
      },
    );
    server.post(
      '/api/v1/memories',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'Have something remembered; 200 when it already is',
          headers: idempotencyHeaders,
          body: newMemory,
          response: { 200: memory, 201: memory, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        if (!assistants.some(({ id }) => id === request.body.assistant)) throw noSuchAssistant(assistants);
        const { userId } = personOf(request);
        const profile = await readProfile(database, userId);
        if (profile === null) throw accountGone();
        if (!profile.consent.memory) {
          throw new Problem(
            'CONFLICT',
            'Remembering is switched off: set consent.memory to true in PATCH /api/v1/profile first.',
          );
        }
        const make = async () => {
          const added = await addMemory(memories, userId, request.body);
          if (added === null) throw accountGone();
          return added;
        };
        const key = request.headers['idempotency-key'];
        if (typeof key !== 'string') {
          const { memory: made, isNew } = await make();
          return reply.code(isNew ? 201 : 200).send(made);
        }
        const operation = { userId, key, operation: 'add-memory', body: request.body };
        const result = await createOnce({ database, clock }, operation, async (client) => {
          const added = await addMemory({ ...memories, client }, userId, request.body);
          if (added === null) throw accountGone();
          return added;
        });
        if (result.kind === 'conflict')
          throw new Problem('CONFLICT', 'This Idempotency-Key was used for another request.');
        if (result.kind === 'replayed') reply.header('idempotency-replayed', 'true');
        return reply.code(result.response.isNew ? 201 : 200).send(result.response.memory);
      },
    );
    server.patch(
      '/api/v1/memories/:id',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'Correct a memory; what it said before stays as history',
          params: memoryPath,
          body: memoryPatch,
          response: { 200: memory, ...PROBLEM_RESPONSES },
        },
      },
      async (request) => {
        const corrected = await correctMemory(memories, personOf(request).userId, request.params.id, request.body);
        if (corrected.kind === 'is-message') {
          throw new Problem(
            'CONFLICT',
            'A message stays as it was said. Correct what was remembered of it, or delete it.',
          );
        }
        if (corrected.kind !== 'corrected') throw notFound('memory');
        return corrected.memory;
      },
    );
    server.delete(
      '/api/v1/memories/:id',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'Forget one memory, and never learn it again from what was said before',
          params: memoryPath,
          response: { 204: z.null(), ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const { userId } = personOf(request);
        if (!(await deleteMemory(memories, userId, request.params.id))) throw notFound('memory');
        live.forgetPerson(userId);
        return reply.code(204).send(null);
      },
    );
    server.delete(
      '/api/v1/memories',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'Forget everything one assistant remembers of me',
          querystring: deleteMemoriesQuery,
          response: { 200: deletedMemories, ...PROBLEM_RESPONSES },
        },
      },
      async (request) => {
        const { assistant } = request.query;
        if (!assistants.some(({ id }) => id === assistant)) throw noSuchAssistant(assistants);
        const { userId } = personOf(request);
        const deleted = await deleteMemories(memories, userId, assistant);
        live.forgetPerson(userId);
        return { deleted };
      },
    );
  };
