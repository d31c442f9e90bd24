/** PostgreSQL's error codes that callers act on. https://www.postgresql.org/docs/current/errcodes-appendix.html */
export const SQLSTATE = {
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
} as const;

/** Classes and codes that mean that the database can't serve anyone at the moment, whatever was asked of it. */
const UNAVAILABLE_SQLSTATES = /^(08...|57P0[123]|53300|53100|53200)$/;
const UNAVAILABLE_SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOENT',
]);
/** What `pg` says, without a code, when a connection is lost or none is free in time. */
const UNAVAILABLE_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end|PGlite is closed/;

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** True when the error carries PostgreSQL's `sqlstate`. */
export const hasSqlState = (error: unknown, sqlState: string): boolean => codeOf(error) === sqlState;

/** True when the database could not be reached or could not serve: worth telling the person to try again. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable);
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code !== undefined && (UNAVAILABLE_SYSTEM_CODES.has(code) || UNAVAILABLE_SQLSTATES.test(code))) return true;
  return UNAVAILABLE_MESSAGES.test(error.message);
}
