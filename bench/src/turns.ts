import { findServices } from '@rapport/dev-env/external-servers.ts';
import { measureIdle } from './idle.ts';
import { type LoadResult, measure } from './load.ts';
import { type ServerProcess, type ServerRequest, startServer } from './server-process.ts';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const CONNECTIONS = 16;

/** What a turn costs beside a bare route. The load comes from this process, the server has a process of its own. */
export async function measureTurns(): Promise<void> {
  const services = await findServices(process.env);
  console.log(`Each figure: ${SECONDS} s, ${CONNECTIONS} connections; "alone": one connection. CPU is per request.\n`);

  const rows: LoadResult[] = [];
  await withServer({ kind: 'bare' }, async (bare) => {
    rows.push(await run('bare Fastify route', bare, 'bare'));
  });

  const databases = services.postgresql === null ? (['embedded'] as const) : (['postgresql', 'embedded'] as const);
  for (const database of databases) {
    console.log(await measureIdle(database, services.postgresql));
    for (const model of ['instant', 'built-in'] as const) {
      const talk = model === 'instant' ? 'Jumbo, model of 0 ms' : 'Sienna, built-in model';
      await withServer({ kind: 'rapport', database, postgresqlUrl: services.postgresql, model }, async (server) => {
        rows.push(await run(`${database}: ${talk}, JSON`, server, 'json', model));
        rows.push(await run(`${database}: ${talk}, stream`, server, 'stream', model));
      });
    }
  }
  print(rows);
}

async function withServer(request: ServerRequest, use: (server: ServerProcess) => Promise<void>): Promise<void> {
  const server = await startServer(request);
  try {
    await use(server);
  } finally {
    await server.end();
  }
}

async function run(
  name: string,
  server: ServerProcess,
  scenario: 'bare' | 'json' | 'stream',
  model: 'instant' | 'built-in' = 'instant',
): Promise<LoadResult> {
  const assistant = model === 'instant' ? 'jumbo' : 'sienna';
  return measure(name, server, { scenario, assistant, seconds: SECONDS, connections: CONNECTIONS });
}

function print(results: readonly LoadResult[]): void {
  const bareCpu = results[0]?.nodeCpuMs ?? Number.NaN;
  console.log(
    '\n| case | p50 alone ms | p50 ms | p99 ms | requests/s | node CPU ms | of bare | pg CPU ms | per node core/s | failed |\n|---|---|---|---|---|---|---|---|---|---|',
  );
  for (const result of results) {
    const cells = [
      result.name,
      result.aloneP50Ms.toFixed(2),
      result.p50Ms.toFixed(2),
      result.p99Ms.toFixed(2),
      result.requestsPerSecond.toFixed(0),
      result.nodeCpuMs.toFixed(3),
      `${(result.nodeCpuMs / bareCpu).toFixed(1)} ×`,
      result.postgresCpuMs === null ? '–' : result.postgresCpuMs.toFixed(3),
      (1_000 / result.nodeCpuMs).toFixed(0),
      String(result.failed),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
