import { FolderInUseError } from '@rapport/adapters/database/folder-lock.ts';
import { PromptFileError } from '@rapport/core/assistants/prompt-sections.ts';
import { CatalogueFileError } from '@rapport/core/catalogue/load.ts';
import { isDatabaseUnavailable } from '@rapport/core/database/errors.ts';
import { MigrationDriftError } from '@rapport/core/database/migrate.ts';
import { KnowledgeFileError } from '@rapport/core/knowledge/load.ts';
import type { AppConfig } from './config/config.ts';
import { AssistantFolderError } from './find-assistants.ts';
import { ModelConfigurationError } from './open-models.ts';

/** Why it did not start and what to do, for the person at the terminal; the log has the rest. */
export function explainStartFailure(error: unknown, config: AppConfig): string {
  const { host, port } = config.server;
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const syscall = error instanceof Error && 'syscall' in error ? error.syscall : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
  }
  if (syscall === 'listen') return `This process may not listen on ${host}:${port} (${code}). Change HOST or PORT.`;
  if (syscall === 'getaddrinfo' && !isDatabaseUnavailable(error)) {
    return `HOST is ${host}, and no address is known by that name (${code}). Give an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.`;
  }
  if (
    error instanceof AssistantFolderError ||
    error instanceof FolderInUseError ||
    error instanceof MigrationDriftError ||
    error instanceof ModelConfigurationError
  ) {
    return error.message;
  }
  if (error instanceof PromptFileError) {
    return `A prompt file can't be used. ${error.message}. The form is in packages/core/src/assistants/prompt-sections.ts.`;
  }
  if (error instanceof KnowledgeFileError) {
    return `A knowledge file can't be used. In ${error.message.replace(/^knowledge file /, '')}. The format is in packages/core/src/knowledge/passage.ts.`;
  }
  if (error instanceof CatalogueFileError) {
    return `A catalogue can't be used. In ${error.message.replace(/^catalogue file /, '')}. The format is in packages/core/src/catalogue/product.ts.`;
  }
  if (isDatabaseUnavailable(error)) {
    return `DATABASE_CONNECTION_ERROR: the database at ${placeOf(config)} cannot be reached (${reasonOf(error)}). Check DATABASE_URL or DB_HOST, DB_PORT, DB_USER, DB_PASSWORD and DB_NAME, and that PostgreSQL runs.`;
  }
  if (code === NO_SUCH_DATABASE) {
    const name = placeOf(config).split('/').at(-1);
    return `The server at ${placeOf(config)} answers, but has no such database. Make it first: createdb ${name}`;
  }
  const message = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `Rapport could not start: ${message}${cause}. See ${config.logs.directory}/error.log.`;
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: invalid_catalog_name. */
const NO_SUCH_DATABASE = '3D000';

/** Host, port and name of the database, without user or password. */
function placeOf({ database }: AppConfig): string {
  if (database.kind === 'embedded') return database.directory;
  const { host, pathname } = new URL(database.connectionString.reveal());
  return `${host}${pathname}`;
}

/** The system's code or the server's, as far as there is one. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
}
