import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** A PostgreSQL of a test's own, on a port of its own, to stop and start. */
export interface OwnPostgresql extends Disposable {
  readonly url: string;
  start(): void;
  /** `fast` ends sessions politely, `immediate` as a crash does. */
  stop(mode: 'fast' | 'immediate'): void;
}

/** Where the newest server's programs are; null where none is installed. */
export function findPostgresqlPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((left, right) => Number(right) - Number(left)) : [];
  return (
    versions.map((version) => join(DEBIAN, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb'))) ?? null
  );
}

/**
 * Makes a cluster in a temporary folder and starts it. Disposing stops it and removes the folder.
 *
 * @param settings further options of the server, such as `-c max_connections=6`.
 */
export async function startOwnPostgresql(programs: string, settings = ''): Promise<OwnPostgresql> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'rapport-postgresql-'));
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres', folder]);
  runAsOwner(`${programs}/initdb -D ${folder}/data -U postgres -A trust --no-sync`);
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off ${settings}`;
  const server: OwnPostgresql = {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    start: () => runAsOwner(`${programs}/pg_ctl -D ${folder}/data -w -l ${folder}/log -o '${options}' start`),
    stop: (mode) => runAsOwner(`${programs}/pg_ctl -D ${folder}/data -m ${mode} -w stop`),
    [Symbol.dispose]() {
      if (existsSync(join(folder, 'data', 'postmaster.pid'))) server.stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  server.start();
  return server;
}

/** PostgreSQL refuses to run as root. */
function runAsOwner(command: string): void {
  const asRoot = process.getuid?.() === 0;
  execFileSync(asRoot ? 'su' : 'sh', asRoot ? ['postgres', '-s', '/bin/sh', '-c', command] : ['-c', command], {
    stdio: 'ignore',
    cwd: tmpdir(),
  });
}

/** A port nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('It listened on no port');
  return address.port;
}
