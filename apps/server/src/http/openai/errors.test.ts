import type { ProblemCode } from '@rapport/wire';
import { describe, expect, test } from 'vitest';
import { Problem, problemDocumentOf } from '../problems.ts';
import { isOpenAiPath, openAiErrorOf } from './errors.ts';

describe("an error in OpenAI's form", () => {
  test.each<[ProblemCode, string, string | null]>([
    ['VALIDATION_ERROR', 'invalid_request_error', null],
    ['UNAUTHENTICATED', 'invalid_request_error', 'invalid_api_key'],
    ['FORBIDDEN', 'invalid_request_error', 'insufficient_permissions'],
    ['NOT_FOUND', 'invalid_request_error', null],
    ['CONFLICT', 'invalid_request_error', 'conflict'],
    ['PAYLOAD_TOO_LARGE', 'invalid_request_error', 'payload_too_large'],
    ['RATE_LIMIT_EXCEEDED', 'requests', 'rate_limit_exceeded'],
    ['INVALID_API_KEY', 'server_error', null],
    ['INTERNAL_ERROR', 'server_error', 'internal_error'],
    ['DATABASE_CONNECTION_ERROR', 'server_error', 'database_connection_error'],
    ['TIMEOUT_ERROR', 'server_error', 'timeout_error'],
  ])('%s is %s, %s', (code, type, name) => {
    const document = problemDocumentOf(new Problem(code, 'Words for the caller.'), 'an-id');
    expect(openAiErrorOf(document)).toEqual({
      error: { message: 'Words for the caller.', type, param: null, code: name },
    });
  });

  test.each([
    ['body.messages.0.content', 'messages[0].content'],
    ['body.messages.12.content.3.image_url.url', 'messages[12].content[3].image_url.url'],
    ['body.n', 'n'],
    ['params.model', 'model'],
    ['headers.idempotency-key', 'idempotency-key'],
    ['body', null],
  ])('names %s as %s', (path, param) => {
    const problem = new Problem('VALIDATION_ERROR', 'See errors.', { errors: [{ path, message: 'is wrong' }] });
    expect(openAiErrorOf(problemDocumentOf(problem, 'an-id')).error).toMatchObject({
      param,
      message: `${param ?? 'the body'}: is wrong`,
    });
  });

  test.each([
    ['/v1/models', true],
    ['/v1/nothing', true],
    ['/api/v1/chat', false],
    ['/v1', false],
    ['/docs', false],
  ])('is for %s: %s', (path, isOpenAi) => {
    expect(isOpenAiPath(path)).toBe(isOpenAi);
  });
});
