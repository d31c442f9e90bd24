import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEmbeddedTemplate,
  createPostgresqlTemplate,
  dropPostgresqlDatabase,
  openTestDatabase,
} from '@rapport/dev-env/databases.ts';
import { createTestApp, type TestApp } from '@rapport/dev-env/test-app.ts';
import Fastify from 'fastify';
import pino from 'pino';
import { instantModel } from './instant-model.ts';
import type { Ready, ServerRequest } from './server-process.ts';

/** People the load is spread over: enough that no conversation's row is waited for. */
const PEOPLE = 64;

const request: ServerRequest = JSON.parse(process.argv[2] ?? '');
const { ready, end } = request.kind === 'bare' ? await startBare() : await startRapport(request);
process.send?.(ready);
process.on('message', async (message) => {
  if (message === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1_000);
  } else {
    await end();
    process.exit(0);
  }
});

async function startBare(): Promise<{ ready: Ready; end: () => Promise<void> }> {
  const server = Fastify();
  server.get('/', async () => ({ hello: 'world' }));
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    ready: { url, people: [] },
    end: () => server.close(),
  };
}

async function startRapport({ database: kind, postgresqlUrl, model }: Extract<ServerRequest, { kind: 'rapport' }>) {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
  const embedded = join(folder, 'template.tar');
  if (kind === 'embedded') await writeFile(embedded, Buffer.from(await (await createEmbeddedTemplate()).arrayBuffer()));
  const postgresql =
    kind === 'postgresql' && postgresqlUrl !== null
      ? { url: postgresqlUrl, template: await createPostgresqlTemplate(postgresqlUrl) }
      : null;
  const database = await openTestDatabase(kind, { embedded, postgresql });
  // As in production: JSON lines at level info, written to a file.
  const log = pino({ level: 'info' }, pino.destination({ dest: join(folder, 'bench.log'), sync: false }));
  const app = await createTestApp({
    database,
    log,
    ...(model === 'instant' ? { overrides: { models: [instantModel] } } : {}),
  });
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => settle(app)));
  return {
    ready: { url: app.url, people },
    async end() {
      await app[Symbol.asyncDispose]();
      if (postgresql !== null) await dropPostgresqlDatabase(postgresql.url, postgresql.template);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function settle(app: TestApp) {
  const person = await app.guest();
  const [jumbo, sienna] = [await person.startConversation('jumbo'), await person.startConversation('sienna')];
  return { token: person.session.accessToken, conversations: { jumbo: jumbo.id, sienna: sienna.id } };
}
