import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { HttpServer } from '../http-server.ts';

/** Where the page has addresses of its own, which all open the same document: talking, about me, and the dashboard. */
const OWN_ADDRESSES = ['/', '/a/*', '/me', '/me/*', '/dashboard', '/dashboard/*'];

/** The page at `/`, from the web package's build. */
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
    // What the build compressed ahead.
    preCompressed: true,
    // Files under assets/ carry a hash of their content in their name.
    setHeaders: (response, path) => {
      const isHashed = path.includes('/assets/');
      response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const document = async (_request: unknown, reply: { sendFile(name: string): unknown }) =>
    reply.sendFile('index.html');
  // Browsers ask for it on pages that name no icon, such as the reference of the API.
  server.get('/favicon.ico', async (_request, reply) => reply.sendFile('favicon.svg'));
  for (const address of OWN_ADDRESSES) server.get(address, document);
};
