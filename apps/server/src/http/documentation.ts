import swagger from '@fastify/swagger';
import { jsonSchemaTransform } from '@fastify/type-provider-zod';
import { problemDocument } from '@rapport/wire';
import scalar from '@scalar/fastify-api-reference';
import type { HttpServer } from './http-server.ts';

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
          'Assistants that know the people they talk to. Errors are RFC 9457 problem documents with a stable code.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      servers: [{ url: '/' }],
    },
    transform: (input) => {
      const transformed = jsonSchemaTransform(input);
      const access = input.route.config?.access ?? 'public';
      const security = access === 'public' ? [] : [{ bearer: [] }];
      return { ...transformed, schema: { ...transformed.schema, security, 'x-access': access } };
    },
  });
  server.get(
    '/openapi.json',
    { config: { access: 'public', limit: 'none' }, schema: { hide: true } },
    async (_request, reply) => reply.serializer(JSON.stringify).send(server.swagger()),
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
      configuration: { url: '/openapi.json', withDefaultFonts: false, telemetry: false, hideClientButton: true },
    });
  });
}
