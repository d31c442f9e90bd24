import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { HttpServer } from '../http-server.ts';

/** The page at `/`, from the web package's build. Its own addresses (`/a/…`) all open the same document. */
export const pageRoutes = (directory: string) => async (server: HttpServer) => {
  server.addHook('onRoute', (route) => {
    route.config = { access: 'public', limit: 'none', ...route.config };
    route.schema = { hide: true, ...route.schema };
  });
  if (!existsSync(directory)) {
    server.get('/', async (_request, reply) =>
      reply.code(503).type('text/plain; charset=utf-8').send('The page is not built. Run: npm run build:web'),
    );
    return;
  }
  await server.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    index: false,
    // Files under assets/ carry a hash of their content in their name.
    setHeaders: (response, path) => {
      const isHashed = path.includes('/assets/');
      response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const document = async (_request: unknown, reply: { sendFile(name: string): unknown }) =>
    reply.sendFile('index.html');
  server.get('/', document);
  server.get('/a/*', document);
};
