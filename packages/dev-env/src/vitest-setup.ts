import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import {
  createEmbeddedTemplate,
  createPostgresqlTemplate,
  dropPostgresqlDatabase,
  type Templates,
} from './databases.ts';
import { findServices, type Services } from './external-servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    services: Services;
    templates: Templates;
  }
}

/** Runs once before all tests: finds the servers, says which, and prepares the template databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const services = await findServices(process.env);
  const folder = await mkdtemp(join(tmpdir(), 'rapport-test-'));
  const embedded = join(folder, 'embedded-template.tar');
  await writeFile(embedded, Buffer.from(await (await createEmbeddedTemplate()).arrayBuffer()));
  const { postgresql: url } = services;
  const postgresql = url === null ? null : { url, template: await createPostgresqlTemplate(url) };
  project.provide('services', services);
  project.provide('templates', { embedded, postgresql });
  process.stdout.write(
    `\nTested on: the embedded database${url === null ? '' : `, PostgreSQL (${url})`}${services.redis === null ? '' : `, Redis (${services.redis})`}\n` +
      [
        url === null ? ['PostgreSQL does not answer: its tests are left out.\n'] : [],
        services.redis === null ? ['Redis does not answer: its tests are left out.\n'] : [],
      ]
        .flat()
        .join(''),
  );
  return async () => {
    if (postgresql !== null) await dropPostgresqlDatabase(postgresql.url, postgresql.template);
    await rm(folder, { recursive: true });
  };
}
