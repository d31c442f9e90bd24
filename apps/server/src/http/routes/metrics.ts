import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';

/** A process's metrics, whoever keeps them. */
export interface MetricsText {
  readonly contentType: string;
  text(): Promise<string>;
}

/** For Prometheus: `/metrics` of this process, behind the operators' token. */
export const metricsRoutes = (metrics: MetricsText) => (server: HttpServer) => {
  server.get(
    '/metrics',
    {
      config: { access: 'operator', limit: 'none' },
      schema: {
        tags: ['Operations'],
        summary: "This process's metrics in Prometheus' text format",
        produces: ['text/plain'],
        response: { 200: z.string(), ...PROBLEM_RESPONSES },
      },
    },
    async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()),
  );
};
