import { z } from 'zod';

/**
 * Every error code of the API with its HTTP status, title and whether the same request may succeed later. The one table
 * from which problem documents, the OpenAPI document and the documentation are made.
 */
export const PROBLEMS = {
  VALIDATION_ERROR: { status: 400, title: 'The request is not valid', retryable: false },
  UNAUTHENTICATED: { status: 401, title: 'Sign in first', retryable: false },
  FORBIDDEN: { status: 403, title: 'You may not do this', retryable: false },
  NOT_FOUND: { status: 404, title: 'Not found', retryable: false },
  CONFLICT: { status: 409, title: 'Conflicts with what is already there', retryable: false },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The request is too large', retryable: false },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'Unsupported media type', retryable: false },
  HEADERS_TOO_LARGE: { status: 431, title: 'The request headers are too large', retryable: false },
  RATE_LIMIT_EXCEEDED: { status: 429, title: 'Too many requests', retryable: true },
  INTERNAL_ERROR: { status: 500, title: 'Something went wrong on our side', retryable: true },
  INVALID_API_KEY: { status: 502, title: 'A model vendor refused our key', retryable: false },
  CIRCUIT_BREAKER_OPEN: { status: 503, title: 'The assistant is resting for a moment', retryable: true },
  DATABASE_CONNECTION_ERROR: { status: 503, title: 'The database cannot be reached', retryable: true },
  REDIS_CONNECTION_ERROR: { status: 503, title: 'Redis cannot be reached', retryable: true },
  TIMEOUT_ERROR: { status: 504, title: 'The answer took too long', retryable: true },
} as const satisfies Record<string, { status: number; title: string; retryable: boolean }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 problem document, the shape of every error. */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  requestId: z.string(),
  retryable: z.boolean(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type ProblemDocument = z.infer<typeof problemDocument>;
