import { cpus, loadavg } from 'node:os';
import { findServices } from '@rapport/dev-env';
import { type LoadResult, measure } from './load.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/**
 * What a turn costs beside a bare route: `npm run bench`. Everything runs on this machine in one run, so that ratios
 * hold however busy it is. The load comes from this process, the server has a process of its own.
 */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const CONNECTIONS = 16;

const services = await findServices(process.env);
console.log(`Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg().map((load) => load.toFixed(2)).join(' ')}`);
console.log(`Each figure: ${SECONDS} s, ${CONNECTIONS} connections; "alone": one connection. CPU is per request.\n`);

const rows: LoadResult[] = [];
await using bare = await startServer({ kind: 'bare' });
rows.push(await run('bare Fastify route', bare, 'bare'));

const databases = services.postgresql === null ? (['embedded'] as const) : (['postgresql', 'embedded'] as const);
for (const database of databases) {
  await using server = await startServer({ kind: 'rapport', database, postgresqlUrl: services.postgresql });
  console.log(`Idle server on ${database}: ${(server.residentBytes / 1_048_576).toFixed(0)} MB resident, ready after ${server.readyMs} ms`);
  rows.push(await run(`turn, JSON, ${database}`, server, 'json'));
  rows.push(await run(`turn, stream, ${database}`, server, 'stream'));
}

print(rows);

async function run(name: string, server: ServerProcess, scenario: 'bare' | 'json' | 'stream'): Promise<LoadResult> {
  return measure(name, server, scenario, { seconds: SECONDS, connections: CONNECTIONS });
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
