import type { IncomingMessage } from 'node:http';
import { TextDecoder } from 'node:util';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from '@fastify/type-provider-zod';
import type { NewId } from '@rapport/core/runtime.ts';
import Fastify, { type FastifyBaseLogger, LogController, type RouteOptions } from 'fastify';
import type { Access, Authenticate } from './authentication.ts';
import { answerBrokenRequests } from './broken-requests.ts';
import { serveDocumentation } from './documentation.ts';
import type { HttpServer } from './http-server.ts';
import { handleError, Problem, sendProblem } from './problems.ts';
import type { LimitRequest } from './rate-limits.ts';
import { answeredRequest, type OnAnswered } from './request-counts.ts';

export interface ServerOptions {
  readonly log: FastifyBaseLogger;
  readonly newId: NewId;
  readonly version: string;
  readonly trustedProxies: readonly string[];
  readonly corsOrigins: readonly string[];
  /** Whether browsers reach this server over TLS: then they are told to stay with it. */
  readonly servedOverTls: boolean;
  readonly limits: {
    readonly bodyBytes: number;
    readonly headersBytes: number;
    readonly headersTimeoutMs: number;
    readonly requestTimeoutMs: number;
  };
  readonly authenticate: Authenticate;
  readonly limitRequest: LimitRequest;
  /** Told of each request once it is answered, also of those that were refused. */
  readonly onAnswered: OnAnswered;
  readonly routes: readonly ((server: HttpServer) => void | Promise<void>)[];
}

/** A caller's own request id is taken over when it looks like one. */
const REQUEST_ID = /^[\w.:-]{8,128}$/;
/** How often slow clients are looked for; Node's own 30 s would let them stay that much longer. */
const CONNECTIONS_CHECK_MS = 1_000;
const KEEP_ALIVE_MS = 65_000;

/** The HTTP edge: parsing, ids, headers, sign-in, limits and errors are decided here once, for every route. */
export async function createServer(options: ServerOptions): Promise<HttpServer> {
  const server = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: options.limits.bodyBytes,
    requestTimeout: options.limits.requestTimeoutMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    genReqId: (request: IncomingMessage) => requestIdOf(request) ?? options.newId(),
    clientErrorHandler: answerBrokenRequests(options),
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    http: {
      maxHeaderSize: options.limits.headersBytes,
      headersTimeout: options.limits.headersTimeoutMs,
      connectionsCheckingInterval: CONNECTIONS_CHECK_MS,
      // Node drops the second of two Authorization headers, a proxy may drop the first: joined, neither is believed.
      joinDuplicateHeaders: true,
    },
  }).withTypeProvider<ZodTypeProvider>();

  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(handleError);
  server.setNotFoundHandler((request, reply) =>
    sendProblem(
      reply,
      new Problem('NOT_FOUND', 'There is nothing at this address. /docs shows what there is.'),
      request.id,
    ),
  );
  acceptOnlyJson(server);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });

  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'object-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
      },
    },
    strictTransportSecurity: options.servedOverTls ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  await server.register(cors, {
    origin: options.corsOrigins.includes('*') ? '*' : [...options.corsOrigins],
    methods: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
    exposedHeaders: [
      'x-request-id',
      'retry-after',
      'ratelimit-limit',
      'ratelimit-remaining',
      'ratelimit-reset',
      'idempotency-replayed',
    ],
    maxAge: 86_400,
    // An OPTIONS request that is no preflight gets the same empty answer.
    strictPreflight: false,
  });
  await server.register(compress, { threshold: 2_048, encodings: ['br', 'gzip'] });

  server.decorateRequest('principal', null);
  refuseUndeclaredRoutes(server);
  server.addHook('onRequest', async (request, reply) => {
    const { access = 'public', limit = 'standard' } = request.routeOptions.config;
    if (access === 'public' && limit === 'none') return;
    // Tokens and what people say belong in no cache (RFC 9111 §5.2.2.5).
    reply.header('cache-control', 'no-store');
    const endpoint = `${request.method} ${request.routeOptions.url ?? '*'}`;
    // A refused sign-in is counted too, by address, or guessing tokens would be free.
    const refusal = await authenticateOrRefuse(options.authenticate, request, access);
    await options.limitRequest(request, reply, { limit, endpoint }, request.principal);
    if (refusal !== null) throw refusal;
  });
  server.addHook('onResponse', async (request, reply) => {
    options.onAnswered(answeredRequest(request, reply));
    const { limit } = request.routeOptions.config;
    if (limit === 'none') return;
    request.log.debug(
      {
        event: 'request_completed',
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        duration_ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request_completed',
    );
  });

  await serveDocumentation(server, options.version);
  for (const route of options.routes)
    await server.register(async (scope) => route(scope.withTypeProvider<ZodTypeProvider>()));
  return server;
}

/** A route that forgot to say who may call it must not be open by accident: the server doesn't start. */
function refuseUndeclaredRoutes(server: HttpServer): void {
  const routes: RouteOptions[] = [];
  server.addHook('onRoute', (route) => {
    routes.push(route);
  });
  server.addHook('onReady', async () => {
    const undeclared = routes
      .filter(({ config }) => config?.access === undefined)
      .map(({ method, url }) => `${String(method)} ${url}`);
    if (undeclared.length > 0) throw new Error(`These routes declare no access: ${undeclared.join(', ')}`);
  });
}

async function authenticateOrRefuse(
  authenticate: Authenticate,
  request: Parameters<Authenticate>[0],
  access: Access,
): Promise<unknown> {
  try {
    request.principal = await authenticate(request, access);
    return null;
  } catch (error) {
    return error;
  }
}

function requestIdOf(request: IncomingMessage): string | null {
  const header = request.headers['x-request-id'];
  return typeof header === 'string' && REQUEST_ID.test(header) ? header : null;
}

/**
 * Bodies are JSON in UTF-8 (RFC 8259 §8.1) and nothing else. Bytes that are no UTF-8 are refused, for text that came back
 * with replacement characters would not be what was said. A POST without a body may still say that it is JSON, as many
 * clients do.
 */
function acceptOnlyJson(server: HttpServer): void {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined);
    let text: string;
    try {
      text = decoder.decode(body);
    } catch {
      return done(new Problem('VALIDATION_ERROR', 'The body is not valid UTF-8.'));
    }
    return parseJson(request, text, done);
  });
}
