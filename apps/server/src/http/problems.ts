import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from '@fastify/type-provider-zod';
import { InvalidCursorError } from '@rapport/core/database/paging.ts';
import { isDatabaseUnavailable } from '@rapport/core/database/errors.ts';
import { NoSuchPersonError } from '@rapport/core/turn/accept.ts';
import { PROBLEMS, type ProblemCode, type ProblemDocument } from '@rapport/wire';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { SigningKeysUnavailableError } from '../accounts/supabase.ts';
import { isOpenAiPath, openAiErrorOf } from './openai/errors.ts';

/** An error whose meaning the caller may know: it becomes a problem document with this code and detail. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: ProblemDocument['errors'];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: string,
    more: { errors?: ProblemDocument['errors']; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.name = 'Problem';
    this.code = code;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }
}

export const notFound = (what: string): Problem => new Problem('NOT_FOUND', `There is no such ${what} of yours.`);
export const accountGone = (): Problem =>
  new Problem('UNAUTHENTICATED', 'The account this token belongs to no longer exists. Sign in again.');

/** What Fastify itself refuses, and what the caller can do about it. */
const FASTIFY_REFUSALS: Readonly<Record<string, (request: FastifyRequest) => Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () =>
    new Problem(
      'PAYLOAD_TOO_LARGE',
      'The body is larger than this endpoint accepts. Make it shorter, or its pictures smaller.',
    ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: (request) =>
    new Problem(
      'UNSUPPORTED_MEDIA_TYPE',
      `Send the body as application/json, not as ${JSON.stringify(request.headers['content-type'] ?? 'nothing').slice(0, 80)}.`,
    ),
  FST_ERR_CTP_INVALID_JSON_BODY: () => new Problem('VALIDATION_ERROR', 'The body is not valid JSON.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new Problem('VALIDATION_ERROR', 'The body is not as long as its Content-Length says.'),
  FST_ERR_BAD_URL: () => new Problem('VALIDATION_ERROR', 'The path is not a valid URL.'),
  FST_ERR_MAX_PARAM_LENGTH: () => new Problem('NOT_FOUND', 'There is nothing at this path.'),
};

/** The problem an error stands for. What we don't know becomes an internal error that tells nothing. */
function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NoSuchPersonError) return accountGone();
  if (error instanceof InvalidCursorError) {
    return new Problem('VALIDATION_ERROR', 'The request is not valid.', {
      errors: [{ path: 'query.cursor', message: 'must be a nextCursor that this list gave' }],
    });
  }
  if (hasZodFastifySchemaValidationErrors(error)) return validationProblem(error);
  if (error instanceof SigningKeysUnavailableError) {
    return new Problem('TIMEOUT_ERROR', "Your sign-in can't be checked at the moment. Try again shortly.", {
      cause: error,
    });
  }
  if (isDatabaseUnavailable(error)) {
    return new Problem(
      'DATABASE_CONNECTION_ERROR',
      'The database cannot be reached at the moment. Try again shortly.',
      {
        headers: { 'retry-after': '5' },
        cause: error,
      },
    );
  }
  if (isFastifyError(error)) {
    const refusal = FASTIFY_REFUSALS[error.code];
    if (refusal !== undefined) return refusal(request);
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
      // `secure-json-parse` and the like: the caller's mistake, in words that may quote the body, so not repeated.
      return new Problem('VALIDATION_ERROR', 'The request could not be read. Check that the body is valid JSON.');
    }
  }
  return new Problem('INTERNAL_ERROR', 'Something went wrong on our side. Please try again.', { cause: error });
}

function validationProblem(error: {
  validation: readonly { instancePath: string; message?: string }[];
  validationContext?: string;
}): Problem {
  const where = error.validationContext ?? 'body';
  return new Problem('VALIDATION_ERROR', 'The request is not valid: see errors for each field.', {
    errors: error.validation.slice(0, 20).map(({ instancePath, message }) => ({
      path: `${where}${instancePath.replaceAll('/', '.')}`.slice(0, 200),
      // It may list the caller's own keys, however many.
      message: (message ?? 'is not valid').slice(0, 500),
    })),
  });
}

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** The RFC 9457 document of a problem. */
export function problemDocumentOf(problem: Problem, requestId: string): ProblemDocument {
  const { status, title, retryable } = PROBLEMS[problem.code];
  return {
    type: `urn:rapport:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    detail: problem.message,
    code: problem.code,
    requestId,
    retryable,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  };
}

/**
 * Answers with a problem document, or with an error of OpenAI's form at its door. Written by hand: an error must not fail
 * in the response's own validation.
 */
export function sendProblem(reply: FastifyReply, problem: Problem, requestId: string): FastifyReply {
  const document = problemDocumentOf(problem, requestId);
  const form = isOpenAiPath(reply.request.url) ? OPENAI_ERROR : PROBLEM_DOCUMENT;
  return (
    reply
      .code(document.status)
      .headers(problem.headers)
      .headers(form.headers(document))
      // An address that can't be parsed gets here before any hook has set it.
      .header('x-request-id', requestId)
      .serializer(JSON.stringify)
      .send(form.body(document))
  );
}

/** How an error is written. */
interface ErrorForm {
  readonly headers: (document: ProblemDocument) => Record<string, string>;
  readonly body: (document: ProblemDocument) => object;
}
const PROBLEM_DOCUMENT: ErrorForm = {
  headers: () => ({ 'content-type': 'application/problem+json; charset=utf-8' }),
  body: (document) => document,
};
const OPENAI_ERROR: ErrorForm = {
  headers: ({ retryable }) => ({
    'content-type': 'application/json; charset=utf-8',
    // OpenAI's clients would repeat every 409 and 5xx; this tells them which are worth it.
    'x-should-retry': String(retryable),
  }),
  body: openAiErrorOf,
};

/** The problem an error stands for; the ones on our side are logged with their cause. */
export function logProblem(error: unknown, request: FastifyRequest): Problem {
  const problem = problemOf(error, request);
  const { status } = PROBLEMS[problem.code];
  if (status >= 500) {
    const cause = problem.cause ?? error;
    const issues = isResponseSerializationError(cause) ? cause.cause.issues : undefined;
    request.log.error({ err: cause, event: 'request_failed', code: problem.code, issues }, 'A request failed');
  } else if (request.raw.errored !== null) {
    request.log.debug({ event: 'client_hung_up' }, 'A client hung up before its request was whole');
  }
  return problem;
}

/** Fastify's error handler: every error leaves as a problem document. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(reply, logProblem(error, request), request.id);
}
