/** What of an error may stand in a log. */
export interface LoggableError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  /** What was violated and where, of a database's error. */
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly cause?: LoggableError;
}

const KEPT_FIELDS = ['code', 'constraint', 'table', 'column'] as const;
/** Deep enough for every chain of ours; a cycle ends here too. */
const DEEPEST_CAUSE = 5;

/**
 * An error for the log: its kind, message, stack and causes, and of its own fields only those that name things. The rest
 * is left out, for a database's error carries the row that it refused and a vendor's the request it was sent, which may
 * be what a person said.
 */
export function loggableError(error: unknown): LoggableError {
  return withCauses(error, 0);
}

function withCauses(error: unknown, depth: number): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'Something that is no error was thrown' };
  const kept = KEPT_FIELDS.flatMap((field): [string, string][] => {
    const value: unknown = Reflect.get(error, field);
    return typeof value === 'string' ? [[field, value]] : [];
  });
  const hasCause = error.cause !== undefined && depth < DEEPEST_CAUSE;
  return {
    type: error.name,
    message: error.message,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...Object.fromEntries(kept),
    ...(hasCause ? { cause: withCauses(error.cause, depth + 1) } : {}),
  };
}
