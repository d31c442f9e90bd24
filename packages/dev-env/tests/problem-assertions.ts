import { PROBLEMS, type ProblemCode, type ProblemDocument, problemDocument } from '@rapport/wire';
import { expect } from 'vitest';
import type { TestResponse } from '../src/index.ts';

/** The problem document of a response; fails unless it is one, with the status that belongs to its code. */
export function problemIn(response: Pick<TestResponse, 'status' | 'headers' | 'text'>): ProblemDocument {
  expect(response.headers.get('content-type'), response.text.slice(0, 300)).toMatch(/^application\/problem\+json\b/);
  const document = problemDocument.strict().parse(JSON.parse(response.text));
  expect(response.status).toBe(PROBLEMS[document.code].status);
  expect(document).toMatchObject({ status: response.status, title: PROBLEMS[document.code].title });
  expect(response.headers.get('x-request-id')).toBe(document.requestId);
  return document;
}

/** Fails unless the response is the problem of this code. */
export function expectProblem(
  response: Pick<TestResponse, 'status' | 'headers' | 'text'>,
  code: ProblemCode,
): ProblemDocument {
  const document = problemIn(response);
  expect(document.code, document.detail).toBe(code);
  return document;
}

/** The body with the one part that may differ between two equal answers cut out. */
export const withoutRequestId = (text: string): string => text.replace(/"requestId":"[^"]*"/, '"requestId":""');
