import {
  type AdviceFileContext,
  countOutcomes,
  deleteAdvice,
  listAdvice,
  reportOnAdvice,
} from '@rapport/core/advice/advice-file.ts';
import {
  advice,
  adviceList,
  adviceOutcomes,
  adviceOutcomesQuery,
  advicePatch,
  advicePath,
  listAdviceQuery,
} from '@rapport/wire';
import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { notFound } from '../problems.ts';
import { personOf } from './accounts.ts';

/** `/api/v1/advice`: what I was advised and what came of it; for operators, how often advice works, in counts. */
export const adviceRoutes = (context: AdviceFileContext) => (server: HttpServer) => {
  const tags = ['Me'];

  server.get(
    '/api/v1/advice',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'What I was advised, when I am asked after it, and what I said came of it',
        querystring: listAdviceQuery,
        response: { 200: adviceList, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => ({
      items: await listAdvice(context, personOf(request).userId, request.query.assistant ?? null),
    }),
  );
  server.patch(
    '/api/v1/advice/:id',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'Enter what came of advice, or drop it; what I said before stays as history',
        params: advicePath,
        body: advicePatch,
        response: { 200: advice, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const changed = await reportOnAdvice(context, personOf(request).userId, request.params.id, request.body);
      if (changed === null) throw notFound('advice');
      return changed;
    },
  );
  server.delete(
    '/api/v1/advice/:id',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'Forget advice and all I said of it',
        params: advicePath,
        response: { 204: z.null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      if (!(await deleteAdvice(context, personOf(request).userId, request.params.id))) throw notFound('advice');
      return reply.code(204).send(null);
    },
  );
  server.get(
    '/api/v1/admin/advice-outcomes',
    {
      config: { access: 'operator' },
      schema: {
        tags: ['Operations'],
        summary: 'How often advice worked, by passage and product: counts of people, none for what few told of',
        querystring: adviceOutcomesQuery,
        response: { 200: adviceOutcomes, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) =>
      reply.header('cache-control', 'no-store').send(await countOutcomes(context, request.query.assistant ?? null)),
  );
};
