import { FolderInUseError } from '@rapport/adapters/database/folder-lock.ts';
import { isDatabaseUnavailable } from '@rapport/core/database/errors.ts';
import { MigrationDriftError } from '@rapport/core/database/migrate.ts';
import type { AppConfig } from './config/config.ts';

/** Why it did not start and what to do, for the person at the terminal; the log has the rest. */
export function explainStartFailure(error: unknown, config: AppConfig): string {
  const { host, port } = config.server;
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return `This process may not listen on ${host}:${port} (${code}). Change HOST or PORT.`;
  if (error instanceof FolderInUseError || error instanceof MigrationDriftError) return error.message;
  if (isDatabaseUnavailable(error)) {
    return 'DATABASE_CONNECTION_ERROR: the database cannot be reached. Check DATABASE_URL or DB_HOST, DB_PORT, DB_USER, DB_PASSWORD and DB_NAME, and that PostgreSQL runs.';
  }
  const message = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `Rapport could not start: ${message}${cause}. See ${config.logs.directory}/error.log.`;
}
