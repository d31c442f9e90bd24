import { dashboardCsv } from '@rapport/core/analytics/dashboard-csv.ts';
import { readDashboard } from '@rapport/core/analytics/read-dashboard.ts';
import type { RealTimeWatch } from '@rapport/core/analytics/real-time.ts';
import { spanOf } from '@rapport/core/analytics/span.ts';
import type { Database } from '@rapport/core/database/database.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import {
  type AnalyticsDashboard,
  analyticsDashboard,
  DASHBOARD_SECTIONS,
  dashboardQuery,
  MAX_DASHBOARD_DAYS,
} from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import { openStream } from '../event-stream.ts';
import type { HttpServer } from '../http-server.ts';
import { Problem } from '../problems.ts';

export interface AnalyticsRouteDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly watch: RealTimeWatch;
  /** Ids of the brands served here. */
  readonly brands: readonly string[];
}

/** For operators: what happened, in figures, and the last five minutes as they pass. What models did is with the models. */
export const analyticsRoutes =
  ({ database, clock, watch, brands }: AnalyticsRouteDependencies) =>
  (server: HttpServer) => {
    const tags = ['Analytics'];

    server.get(
      '/analytics/dashboard',
      {
        config: { access: 'operator' },
        schema: {
          tags,
          summary: 'What happened in a span of days, in figures; with format=csv a section of it as a table',
          querystring: dashboardQuery,
          response: { 200: analyticsDashboard, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const { from = null, to = null, brand = null, timeZone, format, section } = request.query;
        const wantsCsv =
          format === 'csv' || (format === undefined && request.headers.accept?.includes('text/csv') === true);
        if (wantsCsv && section === undefined) {
          throw new Problem('VALIDATION_ERROR', `A table is of one section: ${DASHBOARD_SECTIONS.join(', ')}.`);
        }
        if (brand !== null && !brands.includes(brand)) {
          throw new Problem('NOT_FOUND', `No such brand is served here. Brands: ${brands.join(', ')}.`);
        }
        const now = clock.now();
        const span = spanOf({ from, to, timeZone }, now);
        if (span === null) throw new Problem('VALIDATION_ERROR', 'The first day is after the last.');
        if (span.days.length > MAX_DASHBOARD_DAYS) {
          throw new Problem('VALIDATION_ERROR', `A span is ${MAX_DASHBOARD_DAYS} days at most.`);
        }
        const dashboard = await readDashboard(database, { span, brand, now });
        reply.header('cache-control', 'no-store').header('vary', 'accept');
        if (!wantsCsv || section === undefined) return reply.type('application/json; charset=utf-8').send(dashboard);
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${section}.csv"`)
          .serializer((answer: AnalyticsDashboard) => dashboardCsv(answer, section))
          .send(dashboard);
      },
    );

    server.get(
      '/analytics/stream',
      {
        config: { access: 'operator', streams: true },
        schema: {
          tags,
          summary:
            'The last five minutes, measured every minute, as server-sent events `realtime`: the same on every instance',
          response: PROBLEM_RESPONSES,
        },
      },
      async (_request, reply) => {
        const stream = openStream(reply);
        const stop = watch.watch({
          measured: (metrics) =>
            stream.write(`event: realtime\nid: ${metrics.measuredAt}\ndata: ${JSON.stringify(metrics)}\n\n`),
          ended: () => stream.done(),
        });
        stream.closed.addEventListener('abort', stop, { once: true });
        return reply;
      },
    );
  };
