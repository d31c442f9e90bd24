import type { ProblemCode } from '@rapport/wire';

/** A field of a request that the server refused, by its path in the body. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

interface ProblemFields {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number | undefined;
  readonly requestId?: string | undefined;
  readonly errors?: readonly FieldProblem[] | undefined;
}

/** The server answered with a problem document, or with an error that carried none. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly retryable: boolean;
  /** Seconds until the same request may succeed; undefined when the server didn't say. */
  readonly retryAfterSeconds: number | undefined;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldProblem[];

  constructor(fields: ProblemFields) {
    super(fields.detail);
    this.code = fields.code;
    this.retryable = fields.retryable;
    this.retryAfterSeconds = fields.retryAfterSeconds;
    this.requestId = fields.requestId;
    this.errors = fields.errors ?? [];
  }
}

/** The server could not be reached, or the connection broke before the answer was whole. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** The session can't be renewed: it expired, was signed out elsewhere, or its refresh token was used twice. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
}

/** Codes for errors that come without a problem document, as from a proxy in front of the server. */
const CODE_BY_STATUS: Record<number, ProblemCode> = {
  400: 'VALIDATION_ERROR',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  429: 'RATE_LIMIT_EXCEEDED',
  504: 'TIMEOUT_ERROR',
};

/** Reads the problem of a response that is not ok. `nowMs` is Unix time, for a `Retry-After` that is a date. */
export async function readProblem(response: Response, nowMs: number = Date.now()): Promise<ApiProblem> {
  const body = await readBody(response);
  const code = readCode(body.code) ?? CODE_BY_STATUS[response.status] ?? 'INTERNAL_ERROR';
  return new ApiProblem({
    code,
    detail: typeof body.detail === 'string' ? body.detail : '',
    retryable: typeof body.retryable === 'boolean' ? body.retryable : response.status >= 500 || response.status === 429,
    retryAfterSeconds: readRetryAfter(response.headers.get('retry-after'), nowMs),
    requestId: response.headers.get('x-request-id') ?? undefined,
    errors: Array.isArray(body.errors) ? body.errors.filter(isFieldProblem) : [],
  });
}

/** A code of the contract; a newer server may know more of them, and whoever finds words for a code expects that. */
const readCode = (code: unknown): ProblemCode | null =>
  typeof code === 'string' && /^[A-Z_]+$/.test(code) ? (code as ProblemCode) : null;

async function readBody(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    // A proxy's HTML page or a cut body: the status alone has to tell.
    return {};
  }
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}

/** Seconds named by a `Retry-After` header, which is a number of seconds or an HTTP date (RFC 9110 §10.2.3). */
export function readRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - nowMs) / 1000));
}
