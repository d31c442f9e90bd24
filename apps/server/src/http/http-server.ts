import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { Principal } from '../accounts/tokens.ts';
import type { Access } from './authentication.ts';
import type { RouteLimit } from './rate-limits.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who the request speaks for; null on public routes without a valid token. */
    principal: Principal | null;
  }
  interface FastifyContextConfig {
    access?: Access;
    limit?: RouteLimit;
    /** The answer is, or may be, a stream of events. */
    streams?: boolean;
  }
}

/** Fastify with our schemas' types and what every route declares. */
export type HttpServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
