import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request that has been answered, without who asked and for what. */
export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern, such as `/api/v1/memories/:id`; null: there was none. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
}

export type OnAnswered = (answered: AnsweredRequest) => void;

export const answeredRequest = (request: FastifyRequest, reply: FastifyReply): AnsweredRequest => ({
  method: request.method,
  route: request.routeOptions.url ?? null,
  status: reply.statusCode,
  durationMs: reply.elapsedTime,
});

/** Probes and scrapes say nothing of how people are served. */
const UNCOUNTED: ReadonlySet<string | null> = new Set(['/health', '/healthz', '/metrics']);

/** Counts what this process answered, for the alert about requests that fail. */
export class RequestCounts {
  #requests = 0;
  #failures = 0;

  add({ route, status }: AnsweredRequest): void {
    if (UNCOUNTED.has(route)) return;
    this.#requests += 1;
    if (status >= 500) this.#failures += 1;
  }

  /** What came since the last taking. */
  take(): { requests: number; failures: number } {
    const taken = { requests: this.#requests, failures: this.#failures };
    this.#requests = 0;
    this.#failures = 0;
    return taken;
  }
}
