import { openAiError, PROBLEMS, type ProblemCode, type ProblemDocument, problemDocument } from '@rapport/wire';
import { expect } from 'vitest';
import type { TestResponse } from '../src/index.ts';

/**
 * The problem document of a response; fails unless it is one, with the status that belongs to its code. An error of
 * OpenAI's form is read as the problem it was made from.
 */
export function problemIn(response: Pick<TestResponse, 'status' | 'headers' | 'text'>): ProblemDocument {
  if (response.headers.has('x-should-retry')) return problemInOpenAiForm(response);
  expect(response.headers.get('content-type'), response.text.slice(0, 300)).toMatch(/^application\/problem\+json\b/);
  const document = problemDocument.strict().parse(JSON.parse(response.text));
  expect(response.status).toBe(PROBLEMS[document.code].status);
  expect(document).toMatchObject({ status: response.status, title: PROBLEMS[document.code].title });
  expect(response.headers.get('x-request-id')).toBe(document.requestId);
  return document;
}

const CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** Only codes of 500 and more share a status, and those name themselves. */
function problemInOpenAiForm(response: Pick<TestResponse, 'status' | 'headers' | 'text'>): ProblemDocument {
  expect(response.headers.get('content-type'), response.text.slice(0, 300)).toMatch(/^application\/json\b/);
  const { error } = openAiError
    .extend({ error: openAiError.shape.error.strict() })
    .strict()
    .parse(JSON.parse(response.text));
  const codes = CODES.filter((each) => PROBLEMS[each].status === response.status);
  const code = codes.find((each) => each.toLowerCase() === error.code) ?? codes[0];
  if (code === undefined) throw new Error(`No problem has the status ${response.status}`);
  const { status, title, retryable } = PROBLEMS[code];
  expect(response.headers.get('x-should-retry')).toBe(String(retryable));
  const requestId = response.headers.get('x-request-id') ?? '';
  const path = error.param === null ? 'body' : `body.${error.param}`;
  const errors = [{ path, message: error.message }];
  return { type: 'urn:openai', title, status, detail: error.message, code, requestId, retryable, errors };
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
