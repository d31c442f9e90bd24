import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresqlTemplate, dropPostgresqlDatabase, withDatabase } from '@rapport/dev-env/databases.ts';
import { runServer } from '@rapport/dev-env/server-process.ts';

/** Memory is looked at when what starting needed has settled. */
const SETTLE_MS = 3_000;

/** Starts the server as an operator does, twice, and says how long each start took and what it holds when idle. */
export async function measureIdle(database: 'embedded' | 'postgresql', postgresqlUrl: string | null): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-idle-'));
  const name =
    database === 'postgresql' && postgresqlUrl !== null ? await createPostgresqlTemplate(postgresqlUrl) : null;
  const environment = {
    APP_ENV: 'development',
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    LOG_DIR: join(folder, 'logs'),
    ...(name === null || postgresqlUrl === null ? {} : { DATABASE_URL: withDatabase(postgresqlUrl, name) }),
  };
  const starts: number[] = [];
  let residentMb = 0;
  for (const _ of ['first', 'second']) {
    const startedMs = performance.now();
    const server = runServer(environment);
    await server.ready;
    starts.push(performance.now() - startedMs);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    residentMb = residentMegabytes(server.process.pid);
    server.process.kill('SIGTERM');
    await server.ended;
  }
  if (name !== null && postgresqlUrl !== null) await dropPostgresqlDatabase(postgresqlUrl, name);
  rmSync(folder, { recursive: true, force: true });
  const [first, second] = starts.map((milliseconds) => `${(milliseconds / 1_000).toFixed(1)} s`);
  return `Idle server on ${database}: ${residentMb.toFixed(0)} MB resident; first start ${first}, second ${second}`;
}

/** VmRSS of proc(5), in kB; NaN where there is no /proc. */
function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
  } catch {
    return Number.NaN;
  }
}
