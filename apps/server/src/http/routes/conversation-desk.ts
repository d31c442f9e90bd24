import { spanOf } from '@rapport/core/analytics/span.ts';
import {
  listDeskConversations,
  readDeskConversation,
  readNeed,
} from '@rapport/core/conversations/conversation-desk.ts';
import type { Database } from '@rapport/core/database/database.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import { type PromptSource, reproducePrompt } from '@rapport/core/turn/reproduce-prompt.ts';
import { deskDetail, deskDetailQuery, deskPage, deskPath, deskPrompt, deskPromptPath, deskQuery } from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { Problem } from '../problems.ts';

interface ConversationDeskDependencies {
  readonly database: Database;
  readonly clock: Clock;
  /** The assistants as they are served at this moment. */
  readonly promptSources: () => ReadonlyMap<string, PromptSource>;
}

const NOBODY = 'There is no such conversation.';
const IN_NEED = 'Somebody was in need in this conversation: its prompts are shown to nobody.';

/**
 * For operators: the conversations behind the figures, what went into each reply, and the prompt it was made with. What
 * somebody said in need is read by who answers cases and by nobody here. Every reading is logged.
 */
export const conversationDeskRoutes =
  ({ database, clock, promptSources }: ConversationDeskDependencies) =>
  (server: HttpServer) => {
    const tags = ['Conversations of all people'];
    const config = { access: 'operator' } as const;

    server.get(
      '/api/v1/admin/conversations',
      {
        config,
        schema: {
          tags,
          summary: 'Conversations by when they began, how they stand, what they were rated and what answered',
          querystring: deskQuery,
          response: { 200: deskPage, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const { query } = request;
        const now = clock.now();
        const isSpan = query.from !== undefined || query.to !== undefined;
        const span = isSpan
          ? spanOf({ from: query.from ?? null, to: query.to ?? null, timeZone: query.timeZone }, now)
          : null;
        if (isSpan && span === null) throw new Problem('VALIDATION_ERROR', 'The first day is after the last.');
        const filter = {
          span,
          brand: query.brand ?? null,
          assistant: query.assistant ?? null,
          outcome: query.outcome ?? null,
          rating: query.rating ?? null,
          isRated: query.rated ?? null,
          hasFallback: query.fallback ?? null,
          hasCacheHit: query.cached ?? null,
          model: query.model ?? null,
          userId: query.person ?? null,
        };
        const page = { cursor: query.cursor ?? null, limit: query.limit };
        return reply.header('cache-control', 'no-store').send(await listDeskConversations(database, filter, page, now));
      },
    );

    server.get(
      '/api/v1/admin/conversations/:id',
      {
        config,
        schema: {
          tags,
          summary: 'One conversation with its transcript, newest message first, and the trace of each reply',
          params: deskPath,
          querystring: deskDetailQuery,
          response: { 200: deskDetail, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const { cursor = null, limit } = request.query;
        const detail = await readDeskConversation(database, request.params.id, { cursor, limit }, clock.now());
        if (detail === null) throw new Problem('NOT_FOUND', NOBODY);
        request.log.info(
          { event: 'conversation_read', conversationId: detail.id, operatorId: request.principal?.userId },
          'An operator read a conversation',
        );
        return reply.header('cache-control', 'no-store').send(detail);
      },
    );

    server.get(
      '/api/v1/admin/conversations/:id/prompts/:messageId',
      {
        config,
        schema: {
          tags,
          summary: 'The prompt of a reply, made again from what is stored and checked against its hash',
          params: deskPromptPath,
          response: { 200: deskPrompt, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const { id, messageId } = request.params;
        const found = await readNeed(database, id);
        if (found === null) throw new Problem('NOT_FOUND', NOBODY);
        // Its history would hold what was said in need.
        if (found.hasNeed) throw new Problem('NOT_FOUND', IN_NEED);
        const made = await reproducePrompt(database, promptSources(), messageId, found.userId);
        if (made.kind !== 'reproduced') {
          throw new Problem('NOT_FOUND', made.kind === 'no-prompt' ? made.reason : NOBODY);
        }
        request.log.info(
          { event: 'prompt_read', conversationId: id, messageId, operatorId: request.principal?.userId },
          'An operator read a prompt',
        );
        const { prompt, record, model, differences, notes } = made;
        return reply.header('cache-control', 'no-store').send({
          model,
          instructions: prompt.instructions,
          messages: prompt.messages.map(({ role, text }) => ({ role, text })),
          sections: { used: [...record.sections.used], cut: [...record.sections.cut] },
          estimatedInputTokens: record.estimatedInputTokens,
          budgetTokens: record.budget.tokens,
          differences: [...differences],
          notes: [...notes],
        });
      },
    );
  };
