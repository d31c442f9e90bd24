import { type Health, health, liveness } from '@rapport/wire';
import type { HttpServer } from '../http-server.ts';

/** Looks at every component; what it finds is what `/health` says. */
export type CheckHealth = () => Promise<Health>;

/** `/health` for operators and readiness probes, `/healthz` for liveness: the latter touches nothing. */
export const operationRoutes = (checkHealth: CheckHealth) => (server: HttpServer) => {
  const tags = ['Operations'];
  server.get(
    '/health',
    {
      config: { access: 'public', limit: 'none' },
      schema: { tags, summary: 'How every part is doing', response: { 200: health, 503: health } },
    },
    async (_request, reply) => {
      const report = await checkHealth();
      return reply
        .code(report.status === 'unhealthy' ? 503 : 200)
        .header('cache-control', 'no-store')
        .send(report);
    },
  );
  server.get(
    '/healthz',
    {
      config: { access: 'public', limit: 'none' },
      schema: { tags, summary: 'Whether the process is alive', response: { 200: liveness } },
    },
    async () => ({ status: 'alive' as const }),
  );
};
