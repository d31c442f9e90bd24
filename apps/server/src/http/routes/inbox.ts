import type { Database } from '@rapport/core/database/database.ts';
import { listInbox, readInboxMessage } from '@rapport/core/engagement/inbox.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import { emptyBody, inboxAnswer, inboxMessage, inboxPath, listInboxQuery } from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { notFound } from '../problems.ts';
import { personOf } from './accounts.ts';

/** `/api/v1/inbox`: what assistants said to me of their own accord. */
export const inboxRoutes =
  (context: { readonly database: Database; readonly clock: Clock }) => (server: HttpServer) => {
    const tags = ['Me'];
    const config = { access: 'user' } as const;

    server.get(
      '/api/v1/inbox',
      {
        config,
        schema: {
          tags,
          summary: 'What assistants said to me of their own accord, latest first',
          querystring: listInboxQuery,
          response: { 200: inboxAnswer, ...PROBLEM_RESPONSES },
        },
      },
      async (request) => {
        const { cursor = null, limit } = request.query;
        return listInbox(context.database, personOf(request).userId, { cursor, limit });
      },
    );
    server.post(
      '/api/v1/inbox/:id/read',
      {
        config,
        schema: {
          tags,
          summary: 'Note that I have read it; the first time counts',
          params: inboxPath,
          body: emptyBody,
          response: { 200: inboxMessage, ...PROBLEM_RESPONSES },
        },
      },
      async (request) => {
        const read = await readInboxMessage(context, personOf(request).userId, request.params.id);
        if (read === null) throw notFound('message');
        return read;
      },
    );
  };
