import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { countSafetyEvents, type SafetyEventKind } from '@rapport/core/safety/safety-ledger.ts';
import { safetyProtocol } from '@rapport/core/safety/safety-protocol.ts';
import { safetyCounts, safetyCountsQuery, safetyProtocol as safetyProtocolAnswer } from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { safetyPage } from '../safety-page.ts';

export interface SafetyRouteDependencies {
  readonly database: Database;
  readonly assistants: readonly AssistantDefinition[];
}

const MEANING: Readonly<Record<SafetyEventKind, string>> = {
  crisis: 'Messages read as a crisis, each answered with a line to call.',
  aftercare: 'Turns that stayed in care after a crisis, each with the line named again.',
  concern: 'Messages read as a concern.',
  disclosure: 'Replies in which the assistant said that it is an AI.',
};
const NOT_COUNTED =
  'Greetings that say it is an AI, turns whose reply was never shown, and crises answered while the database could not be written.';

/** The published protocol, for people and for programs, and the yearly counts for operators. */
export const safetyRoutes =
  ({ database, assistants }: SafetyRouteDependencies) =>
  (server: HttpServer) => {
    const tags = ['Safety'];
    const protocol = safetyProtocol(assistants);
    const page = safetyPage(protocol);

    server.get(
      '/api/v1/safety/protocol',
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'The safety protocol: what is detected, what is said, who to call, when it says that it is an AI',
          response: { 200: safetyProtocolAnswer, ...PROBLEM_RESPONSES },
        },
      },
      async () => protocol,
    );

    server.get(
      '/safety',
      { config: { access: 'public', limit: 'none' }, schema: { hide: true } },
      async (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
    );

    server.get(
      '/api/v1/admin/safety/counts',
      {
        config: { access: 'operator' },
        schema: {
          tags,
          summary: 'A year’s counts for the yearly reports, by kind, month and assistant; no identities are on file',
          querystring: safetyCountsQuery,
          response: { 200: safetyCounts, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const { year } = request.query;
        const months = await countSafetyEvents(database, year);
        const total = (kind: SafetyEventKind): number =>
          months.filter((each) => each.kind === kind).reduce((sum, { count }) => sum + count, 0);
        const [crisis, concern, aftercare, disclosure] = [
          total('crisis'),
          total('concern'),
          total('aftercare'),
          total('disclosure'),
        ] as const;
        return reply.header('cache-control', 'no-store').send({
          year,
          totals: { crisis, concern, aftercare, disclosure },
          referrals: crisis + aftercare,
          months: [...months],
          meaning: MEANING,
          notCounted: NOT_COUNTED,
        });
      },
    );
  };
