import { describe, expect, test } from 'vitest';
import { readProblem, readRetryAfter } from './problems.ts';

const now = Date.parse('2026-11-22T08:00:00Z');

describe('Retry-After', () => {
  test.each([
    { header: null, seconds: undefined },
    { header: '30', seconds: 30 },
    { header: ' 5 ', seconds: 5 },
    { header: 'Sun, 22 Nov 2026 08:01:30 GMT', seconds: 90 },
    { header: 'Sun, 22 Nov 2026 07:00:00 GMT', seconds: 0 },
    { header: 'soon', seconds: undefined },
  ])('$header is $seconds s', ({ header, seconds }) => {
    expect(readRetryAfter(header, now)).toBe(seconds);
  });
});

test('a problem document is read whole', async () => {
  const response = Response.json(
    {
      code: 'VALIDATION_ERROR',
      detail: 'The e-mail is not valid.',
      retryable: false,
      errors: [{ path: 'email', message: 'must be an address' }, 'not a field'],
    },
    { status: 400, headers: { 'x-request-id': 'r-1' } },
  );
  const problem = await readProblem(response, now);
  expect(problem).toMatchObject({
    code: 'VALIDATION_ERROR',
    message: 'The e-mail is not valid.',
    retryable: false,
    requestId: 'r-1',
    errors: [{ path: 'email', message: 'must be an address' }],
  });
});

describe('an error without a problem document is told by its status', () => {
  test.each([
    { status: 404, code: 'NOT_FOUND', retryable: false },
    { status: 413, code: 'PAYLOAD_TOO_LARGE', retryable: false },
    { status: 429, code: 'RATE_LIMIT_EXCEEDED', retryable: true },
    { status: 502, code: 'INTERNAL_ERROR', retryable: true },
    { status: 504, code: 'TIMEOUT_ERROR', retryable: true },
  ])('$status', async ({ status, code, retryable }) => {
    expect(await readProblem(new Response('<html>', { status }), now)).toMatchObject({ code, retryable });
  });
});
