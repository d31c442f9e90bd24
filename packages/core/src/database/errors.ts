/** PostgreSQL's error codes that callers act on. https://www.postgresql.org/docs/current/errcodes-appendix.html */
export const SQLSTATE = {
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
} as const;

/**
 * Classes and codes that mean that the database can't serve anyone at the moment, whatever was asked of it: a lost
 * connection (08), a full disk, no memory or no connection left (53), a shutdown, a crash or a start (57P01 to 57P03),
 * a session ended for being idle (57P05, 25P03), a failed read or write of its files (58030), a standby where a primary
 * was (25006).
 */
const UNAVAILABLE_SQLSTATES = /^(08...|53...|57P0[1235]|25P03|25006|58030)$/;
/** The system's own words. They say the same of every other connection, so they count on an error of the database only. */
const UNAVAILABLE_SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** What `pg` says, without a code, when a connection is lost or none is free in time. */
const UNAVAILABLE_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end|Query read timeout|PGlite is clos(ed|ing))/;

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const errorsOfDatabase = new WeakSet<Error>();

/** Notes that an error came out of the database's driver, and gives it back. */
export function noteDatabaseError<Thrown>(error: Thrown): Thrown {
  if (error instanceof Error) errorsOfDatabase.add(error);
  return error;
}

/** True when the error carries PostgreSQL's `sqlstate`. */
export const hasSqlState = (error: unknown, sqlState: string): boolean => codeOf(error) === sqlState;

/**
 * True when the database could not be reached or could not serve: worth telling the person to try again. A lost
 * connection counts when it was one of a pool that `createDatabase` was given, not a client's or a vendor's.
 */
export const isDatabaseUnavailable = (error: unknown): boolean => meansUnavailable(error, false);

/** @param isPart whether the error is part of one that came from the database: only the whole of it was noted. */
function meansUnavailable(error: unknown, isPart: boolean): boolean {
  if (!(error instanceof Error)) return false;
  const isOfDatabase = isPart || errorsOfDatabase.has(error);
  if (error instanceof AggregateError && error.errors.some((each) => meansUnavailable(each, isOfDatabase))) return true;
  const code = codeOf(error);
  if (code !== undefined && UNAVAILABLE_SQLSTATES.test(code)) return true;
  if (isOfDatabase && code !== undefined && UNAVAILABLE_SYSTEM_CODES.has(code)) return true;
  // A missing socket, not any missing file.
  if (isOfDatabase && code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return true;
  return UNAVAILABLE_MESSAGES.test(error.message) || meansUnavailable(error.cause, isOfDatabase);
}
