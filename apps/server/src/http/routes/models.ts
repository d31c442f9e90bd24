import type { ReplyCache } from '@rapport/core/cache/reply-cache.ts';
import type { Database } from '@rapport/core/database/database.ts';
import type { BreakerBoard } from '@rapport/core/models/breaker-board.ts';
import { readModelsReport } from '@rapport/core/models/models-report.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import {
  circuitBreaker,
  circuitBreakerPath,
  circuitBreakers,
  clearCacheAnswer,
  clearCacheBody,
  modelsReport,
  modelsReportQuery,
} from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { Problem } from '../problems.ts';

export interface ModelRouteDependencies {
  readonly board: BreakerBoard;
  readonly failureThreshold: number;
  readonly cache: ReplyCache;
  readonly database: Database;
  readonly clock: Clock;
  /** Ids of the brands and assistants served here. */
  readonly brands: readonly string[];
  readonly assistants: readonly string[];
}

const HOUR_MS = 3_600_000;

/** For operators: breakers and their reset, what the models did and cost, and the reply cache's clearing. */
export const modelRoutes = (dependencies: ModelRouteDependencies) => (server: HttpServer) => {
  const { board, failureThreshold, cache, database, clock, brands, assistants } = dependencies;
  const tags = ['Models'];
  const views = () =>
    board.list().map((view) => ({
      ...view,
      failureThreshold,
      since: view.since.toISOString(),
      nextProbeAt: view.nextProbeAt?.toISOString() ?? null,
      pausedUntil: view.pausedUntil?.toISOString() ?? null,
    }));

  server.get(
    '/circuit-breakers',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: "The breaker of every vendor's model: state, cause, since when, next trial",
        response: { 200: circuitBreakers, ...PROBLEM_RESPONSES },
      },
    },
    async (_request, reply) => {
      await board.refresh();
      return reply
        .header('cache-control', 'no-store')
        .send({ timestamp: clock.now().toISOString(), breakers: views() });
    },
  );

  server.post(
    '/circuit-breakers/:model/reset',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Close a breaker everywhere. A slash in the model’s id is written %2F',
        params: circuitBreakerPath,
        response: { 200: circuitBreaker, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { model } = request.params;
      if (!(await board.reset(model))) {
        const known = board.list().map((view) => view.model);
        throw new Problem(
          'NOT_FOUND',
          known.length === 0
            ? 'No vendor’s model is in use, so there is no breaker to reset.'
            : `There is no breaker of that model. Breakers: ${known.join(', ')}; write a slash as %2F.`,
        );
      }
      const view = views().find((each) => each.model === model);
      if (view === undefined) throw new Problem('NOT_FOUND', 'There is no breaker of that model.');
      return view;
    },
  );

  server.get(
    '/analytics/models',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'What each model did: outcomes, waits, tokens, cost, who really answered',
        querystring: modelsReportQuery,
        response: { 200: modelsReport, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { hours, brand = null, assistant = null } = request.query;
      const to = clock.now();
      const from = new Date(to.getTime() - hours * HOUR_MS);
      const report = await readModelsReport(database, { from, to, brand, assistant });
      const states = new Map(board.list().map(({ model, state }) => [model, state]));
      return reply.header('cache-control', 'no-store').send({
        timestamp: to.toISOString(),
        ...report,
        models: report.models.map((model) => ({ ...model, breaker: states.get(model.model) ?? null })),
      });
    },
  );

  server.post(
    '/api/v1/admin/cache/clear',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Forget the replies kept for general questions: all, a brand’s or an assistant’s',
        body: clearCacheBody,
        response: { 200: clearCacheAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { brand, assistant } = request.body;
      const unknown = [
        brand === undefined || brands.includes(brand),
        assistant === undefined || assistants.includes(assistant),
      ];
      if (unknown.includes(false)) {
        throw new Problem(
          'NOT_FOUND',
          `No such brand or assistant is served here. Brands: ${brands.join(', ')}. Assistants: ${assistants.join(', ')}.`,
        );
      }
      const cleared = await cache.clear({
        ...(brand === undefined ? {} : { brand }),
        ...(assistant === undefined ? {} : { assistant }),
      });
      request.log.info({ event: 'cache_cleared', brand, assistant, ...cleared }, 'The reply cache was cleared');
      return cleared;
    },
  );
};
