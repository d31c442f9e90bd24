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
  /** Called when a connection is lost, in use or idle: the pool replaces it by itself. */
  readonly onIdleError: (error: Error) => void;
}

/** How long a query waits for a free connection before the caller is told that the database can't be reached. */
const CONNECTION_TIMEOUT_MS = 5_000;
/** No statement of ours takes this long; one that does is stuck and would hold a connection. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** A server that vanished without a word is noticed after this and ten probes a second apart, not after the system's two hours. */
const KEEP_ALIVE_AFTER_MS = 10_000;
/** A database that starts beside us needs some seconds; one that is not there after these is not coming. */
const START_FOR_MS = 30_000;
const START_WAIT_MS = 1_000;

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
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    ...(ssl === null ? {} : { ssl }),
  });
  const database = createDatabase({ kind: 'postgresql', pool, onConnectionLost: options.onIdleError });
  await untilReachable(pool, options.onProgress);
  return database;
}

async function untilReachable(pool: Pool, onProgress: (message: string) => void): Promise<void> {
  const start = performance.now();
  for (;;) {
    try {
      await pool.query('select 1');
      return;
    } catch (error) {
      const waitedMs = performance.now() - start;
      if (waitedMs + START_WAIT_MS > START_FOR_MS || !isDatabaseUnavailable(error)) {
        await pool.end();
        throw error;
      }
      onProgress(`PostgreSQL does not answer yet (${Math.round(waitedMs / 1_000)} of ${START_FOR_MS / 1_000} s)`);
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
