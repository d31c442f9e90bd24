import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { ConnectionOptions } from 'node:tls';
import { createDatabase, type Database } from '@rapport/core/database/database.ts';
import { isDatabaseUnavailable } from '@rapport/core/database/errors.ts';
import { Pool } from 'pg';

export interface PostgresqlOptions {
  /** Without `sslmode` and its kin: `tls` decides. */
  readonly connectionString: string;
  /** Most connections this process holds, 1 or more. */
  readonly poolSize: number;
  readonly tls: {
    /** `off`: in the clear. `unverified`: encrypted, whoever answers. `verified`: certificate and name checked. */
    readonly mode: 'off' | 'unverified' | 'verified';
    /** Paths of PEM files. */
    readonly certificateAuthorityFile?: string;
    readonly clientCertificateFile?: string;
    readonly clientKeyFile?: string;
  };
  readonly onProgress: (message: string) => void;
  /** Called with errors of idle connections, which belong to no query: the pool replaces the connection by itself. */
  readonly onIdleError: (error: Error) => void;
}

/** How long a query waits for a free connection before the caller is told that the database can't be reached. */
const CONNECTION_TIMEOUT_MS = 5_000;
/** No statement of ours takes this long; one that does is stuck and would hold a connection. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** A database that starts beside us needs some seconds; one that is not there after these is not coming. */
const START_ATTEMPTS = 15;
const START_WAIT_MS = 2_000;

/** PostgreSQL 14 or newer behind a pool. Waits up to half a minute for a server that is still starting. */
export async function openPostgresql(options: PostgresqlOptions): Promise<Database> {
  const ssl = tlsOptions(options.tls);
  const pool = new Pool({
    connectionString: options.connectionString,
    max: options.poolSize,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'rapport',
    keepAlive: true,
    ...(ssl === null ? {} : { ssl }),
  });
  pool.on('error', options.onIdleError);
  await untilReachable(pool, options.onProgress);
  return createDatabase('postgresql', pool, async () => {});
}

async function untilReachable(pool: Pool, onProgress: (message: string) => void): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await pool.query('select 1');
      return;
    } catch (error) {
      if (attempt === START_ATTEMPTS || !isDatabaseUnavailable(error)) {
        await pool.end();
        throw error;
      }
      onProgress(`PostgreSQL does not answer yet (${attempt} of ${START_ATTEMPTS})`);
      await delay(START_WAIT_MS);
    }
  }
}

function tlsOptions(tls: PostgresqlOptions['tls']): ConnectionOptions | null {
  if (tls.mode === 'off') return null;
  const read = (path: string | undefined) => (path === undefined ? undefined : readFileSync(path, 'utf8'));
  const [ca, cert, key] = [
    read(tls.certificateAuthorityFile),
    read(tls.clientCertificateFile),
    read(tls.clientKeyFile),
  ];
  return {
    rejectUnauthorized: tls.mode === 'verified',
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  };
}
