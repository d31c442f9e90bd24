import { STATUS_CODES } from 'node:http';
import swagger from '@fastify/swagger';
import { jsonSchemaTransform } from '@fastify/type-provider-zod';
import { openAiError, problemDocument } from '@rapport/wire';
import scalar from '@scalar/fastify-api-reference';
import { z } from 'zod';
import type { HttpServer } from './http-server.ts';
import { isOpenAiPath } from './openai/errors.ts';

/** What a route may answer besides its own: every error is a problem document. */
export const PROBLEM_RESPONSES = { '4xx': problemDocument, '5xx': problemDocument } as const;

/** `/openapi.json` and `/docs`, made from the schemas that validate, so that they can't drift. */
export async function serveDocumentation(server: HttpServer, version: string): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Rapport',
        version,
        description:
          'Assistants that know the people they talk to. Errors are RFC 9457 problem documents with a stable code; under /v1/ they have the form of OpenAI’s.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      servers: [{ url: '/' }],
    },
    transform: (input) => {
      const transformed = jsonSchemaTransform(input);
      const access = input.route.config?.access ?? 'public';
      const security = access === 'public' ? [] : [{ bearer: [] }];
      const streams = input.route.config?.streams === true;
      return { ...transformed, schema: { ...transformed.schema, security, 'x-access': access, 'x-streams': streams } };
    },
  });
  let document: string | null = null;
  server.get(
    '/openapi.json',
    { config: { access: 'public', limit: 'none' }, schema: { hide: true } },
    async (_request, reply) => {
      document ??= JSON.stringify(describeAnswers(JSON.parse(JSON.stringify(server.swagger()))));
      return reply.type('application/json; charset=utf-8').send(document);
    },
  );
  await server.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { access: 'public', limit: 'none', ...route.config };
    });
    scope.addHook('onRequest', async (_request, reply) => {
      // The reference is a page of its own with inline configuration and styles; nothing of a person is on it.
      reply.header(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src blob:; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
      );
    });
    await scope.register(scalar, {
      routePrefix: '/docs',
      configuration: {
        url: '/openapi.json',
        pageTitle: 'Rapport API',
        withDefaultFonts: false,
        telemetry: false,
        // What would hand this server's document to the reference's makers.
        hideClientButton: true,
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    });
  });
}

/** What of the document an answer's description needs. */
interface Answer {
  description?: string;
  content?: Record<string, { schema?: object }>;
  $ref?: string;
}
interface AnsweringOperation {
  responses?: Record<string, Answer>;
  'x-streams'?: boolean;
}
interface AnsweringDocument {
  components?: object;
  paths: Record<string, Record<string, AnsweringOperation>>;
}

const UI_MESSAGE_STREAM = {
  schema: {
    type: 'string',
    description:
      'Server-sent events of the AI SDK’s UI message stream (v1), each with its sequence number for an id: start, text-start, text-delta, text-end, data-reply, finish, and data-replace when what was shown is to be dropped.',
  },
};

const CHAT_COMPLETION_STREAM = {
  schema: {
    type: 'string',
    description:
      'Server-sent events of OpenAI’s chat.completion.chunk, when stream is true. The text comes when it is whole; comments keep the connection alive until then.',
  },
};

/** Says what the schemas alone don't: what errors look like, once for all, and which answers stream. */
function describeAnswers(document: AnsweringDocument): AnsweringDocument {
  const paths = Object.entries(document.paths).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [
        method,
        describeOperation(operation, isOpenAiPath(path)),
      ]),
    ),
  ]);
  const problem = { $ref: '#/components/schemas/Problem' };
  const openAi = { $ref: '#/components/schemas/OpenAiError' };
  return {
    ...document,
    components: {
      ...document.components,
      schemas: {
        Problem: z.toJSONSchema(problemDocument, { target: 'draft-2020-12' }),
        OpenAiError: z.toJSONSchema(openAiError, { target: 'draft-2020-12' }),
      },
      responses: {
        Problem: { description: 'What went wrong', content: { 'application/problem+json': { schema: problem } } },
        OpenAiError: { description: 'What went wrong', content: { 'application/json': { schema: openAi } } },
      },
    },
    paths: Object.fromEntries(paths),
  };
}

function describeOperation(operation: AnsweringOperation, isOpenAi: boolean): AnsweringOperation {
  const described = Object.entries(operation.responses ?? {}).map(([status, answer]): [string, Answer] => {
    if (/^[45]XX$/.test(status))
      return [status, { $ref: `#/components/responses/${isOpenAi ? 'OpenAiError' : 'Problem'}` }];
    return [status, { ...answer, description: STATUS_CODES[status] ?? status }];
  });
  const responses = Object.fromEntries(described);
  if (operation['x-streams'] !== true) return { ...operation, responses };
  const { description = 'OK', content } = responses['200'] ?? {};
  const stream = isOpenAi ? CHAT_COMPLETION_STREAM : UI_MESSAGE_STREAM;
  const streaming = { description, content: { ...content, 'text/event-stream': stream } };
  return { ...operation, responses: { ...responses, '200': streaming } };
}
