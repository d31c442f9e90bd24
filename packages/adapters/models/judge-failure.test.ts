import type { FailureDetails, FailureKind } from '@rapport/core/models/model-failure.ts';
import { describe, expect, it, vi } from 'vitest';
import { readErrorBody } from './error-body.ts';
import { judgeFailure } from './judge-failure.ts';

const judge = (status: number, body: unknown, headers: Record<string, string> = {}): Omit<FailureDetails, 'usage'> =>
  judgeFailure(
    {
      status,
      headers: new Headers(headers),
      body: readErrorBody(typeof body === 'string' ? body : JSON.stringify(body)),
    },
    0,
  );

const google = (code: number, status: string, message: string, ...details: object[]): object => ({
  error: { code, message, status, details },
});
const reason = (name: string): object => ({ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: name });
const openai = (message: string, code: string | null = null, type = 'invalid_request_error'): object => ({
  error: { message, type, param: null, code },
});
const xai = (code: string, error: string): object => ({ code, error });
const teamOf = 'Your team 00000000-0000';
const limitOf = (what: string): string => `Rate limit reached for model \`a/b-1\` in organization \`org_1\` on ${what}`;
const page = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>api key invalid</body></html>';

type Row = readonly [string, number, unknown, FailureKind];

describe('what a refusal is, by its body', () => {
  const google400 = (message: string) => google(400, 'INVALID_ARGUMENT', message);
  const rows: readonly Row[] = [
    // Refused keys, with every status a vendor has for them.
    ['Google, wrong key', 400, google400('API key not valid. Please pass a valid API key.'), 'refused-key'],
    ['Google, by its reason', 400, google(400, 'INVALID_ARGUMENT', 'No.', reason('API_KEY_INVALID')), 'refused-key'],
    ['Google, key not found', 400, google400('API Key not found. Please pass a valid API key.'), 'refused-key'],
    ['Google, no free tier', 400, google400('Gemini API free tier is not available in your country.'), 'refused-key'],
    ['Google, expired key', 400, google400('API key expired. Please renew the API key.'), 'refused-key'],
    ['Google, service off', 403, google(403, 'PERMISSION_DENIED', 'Off', reason('SERVICE_DISABLED')), 'refused-key'],
    ['Google, leaked key', 403, google(403, 'PERMISSION_DENIED', 'Your API key was leaked.'), 'refused-key'],
    ['Google, no key', 403, google(403, 'PERMISSION_DENIED', 'Unregistered callers'), 'refused-key'],
    [
      'Google, country',
      400,
      google(400, 'FAILED_PRECONDITION', 'User location is not supported for the API use.'),
      'refused-key',
    ],
    ['Google, account closed', 403, google(403, 'PERMISSION_DENIED', 'x', reason('CONSUMER_SUSPENDED')), 'refused-key'],
    [
      'xAI, wrong key',
      400,
      xai('Client specified an invalid argument', 'Incorrect API key provided: x'),
      'refused-key',
    ],
    ['xAI, blocked key', 403, xai('The caller lacks permission', 'Your API key is blocked.'), 'refused-key'],
    ['Groq, wrong key', 401, openai('Invalid API Key', 'invalid_api_key'), 'refused-key'],
    ['a compatible one, account', 400, openai('This organization has been disabled.'), 'refused-key'],
    ['Groq, account', 400, openai('Organization has been restricted.', 'organization_restricted'), 'refused-key'],
    ['OpenAI, wrong key', 401, openai('Incorrect API key provided', 'invalid_api_key'), 'refused-key'],
    ['OpenAI, account', 401, openai('The account was deactivated', 'account_deactivated'), 'refused-key'],
    [
      'an account closed for its content',
      403,
      openai('Your account was suspended for violating our usage policies'),
      'refused-key',
    ],
    ['anyone, 401 without words', 401, '', 'refused-key'],
    ['anyone, 403 in JSON', 403, { detail: 'Forbidden' }, 'refused-key'],
    // Limits.
    ['Google, a minute', 429, google(429, 'RESOURCE_EXHAUSTED', 'You exceeded your current quota'), 'rate-limited'],
    ['Groq, a minute', 429, openai('on tokens per minute (TPM)', 'rate_limit_exceeded', 'tokens'), 'rate-limited'],
    ['xAI, a minute', 429, xai('exhausted', 'Too many tokens for team x and model y'), 'rate-limited'],
    ['anyone, 429 without words', 429, '', 'rate-limited'],
    ['OpenRouter, upstream', 429, { error: { code: 429, message: 'Provider returned error' } }, 'rate-limited'],
    ['anyone, no credit', 402, { error: { message: 'Payment required' } }, 'rate-limited'],
    // Too large, whatever it is dressed as.
    ['Groq, request', 413, openai('Request too large for model', 'rate_limit_exceeded', 'tokens'), 'too-large'],
    ['OpenAI, tokens', 429, openai('Request too large for gpt', 'rate_limit_exceeded', 'tokens'), 'too-large'],
    ['Groq, more than its limit', 429, openai('(TPM): Limit 6000, Used 10, Requested 9000. Try later'), 'too-large'],
    ['OpenAI, context', 400, openai('Your input exceeds the context window', 'context_length_exceeded'), 'too-large'],
    ['Google, tokens', 400, google400('The input token count (12) exceeds the maximum number of tokens'), 'too-large'],
    ['Google, bytes', 400, google400('Request payload size exceeds the limit: 20971520 bytes.'), 'too-large'],
    ['xAI, prompt', 400, xai('invalid', 'This model’s maximum prompt length is 131072 but …'), 'too-large'],
    [
      'vLLM, context',
      400,
      { object: 'error', message: 'maximum context length is 4096 tokens', code: 400 },
      'too-large',
    ],
    ['llama.cpp, context', 400, { error: { code: 400, type: 'exceed_context_size_error', message: 'x' } }, 'too-large'],
    // Models.
    ['Google, model', 404, google(404, 'NOT_FOUND', 'models/x is not found for API version v1beta'), 'unknown-model'],
    ['OpenAI, model with 400', 400, openai('The requested model does not exist.', 'model_not_found'), 'unknown-model'],
    ['OpenAI, model with 403', 403, openai('No access to model `x`', 'model_not_found'), 'unknown-model'],
    ['xAI, model with 400', 400, xai('invalid', 'Model not found: grok-9'), 'unknown-model'],
    [
      'xAI, wrong address',
      404,
      xai('Some requested entity was not found', 'No handler found on route'),
      'unknown-model',
    ],
    [
      'Groq, retired model',
      400,
      openai('The model `x` has been decommissioned', 'model_decommissioned'),
      'unknown-model',
    ],
    [
      'Google, a model’s name',
      400,
      google400('* GenerateContentRequest.model: unexpected model name format'),
      'unknown-model',
    ],
    ['Ollama, model', 404, { error: { message: 'model "x" not found, try pulling it first' } }, 'unknown-model'],
    ['anyone, a page with 404', 404, page, 'unknown-model'],
    // Withheld.
    ['OpenAI, policy', 400, openai('Invalid prompt: flagged as violating', 'invalid_prompt'), 'filtered'],
    ['Azure, filter', 400, openai('The response was filtered', 'content_filter'), 'filtered'],
    ['xAI, usage guidelines', 403, xai('No permission', 'Content violates usage guidelines.'), 'filtered'],
    ['OpenRouter, moderation', 403, { error: { code: 403, message: 'Your input was flagged' } }, 'filtered'],
    ['Google, practices', 400, google400('It violates Google’s Responsible AI practices.'), 'filtered'],
    // Ours to mend.
    ['Google, argument', 400, google400('Request contains an invalid argument.'), 'bad-request'],
    ['OpenAI, parameter', 400, openai("'messages' does not support 'developer' with this model."), 'bad-request'],
    ['OpenAI, option', 400, openai('Web search options not supported with this model.'), 'bad-request'],
    ['Groq, tool', 400, openai('Tool call validation failed', 'tool_use_failed'), 'bad-request'],
    ['xAI, field', 422, 'Failed to deserialize the JSON body into the target type', 'bad-request'],
    ['anyone, 405', 405, '', 'bad-request'],
    // Breakdowns.
    ['Google, overloaded', 503, google(503, 'UNAVAILABLE', 'The model is overloaded.'), 'failed'],
    ['Google, deadline', 504, google(504, 'DEADLINE_EXCEEDED', 'Deadline expired.'), 'failed'],
    ['OpenAI, server', 500, openai('The server had an error', null, 'server_error'), 'failed'],
    ['Groq, capacity', 498, openai('Flex tier capacity exceeded', 'capacity_exceeded'), 'failed'],
    ['anyone, 529', 529, '', 'failed'],
    ['anyone, 408', 408, '', 'failed'],
    ['a proxy’s page', 502, page, 'failed'],
    ['a firewall’s page', 403, page, 'failed'],
    ['a redirect', 302, '', 'failed'],
    ['words about a key while broken', 500, openai('invalid api key cache'), 'failed'],
  ];
  it.each(rows)('%s (%i)', (_, status, body, kind) => {
    expect(judge(status, body)).toMatchObject({ kind, status });
  });
});

describe('a failure inside an answer of status 200', () => {
  const rows: readonly Row[] = [
    ['Google, overloaded', 200, google(503, 'UNAVAILABLE', 'The model is overloaded.'), 'failed'],
    ['Google, in an array', 200, [google(429, 'RESOURCE_EXHAUSTED', 'Quota')], 'rate-limited'],
    ['Groq, generation', 200, { error: { message: 'x', code: 'json_validate_failed', status_code: 400 } }, 'failed'],
    ['words about credits', 200, { type: 'error', ...xai('x', `${teamOf} has used all available credits`) }, 'failed'],
    ['OpenAI, server', 200, openai('The server had an error', null, 'server_error'), 'failed'],
    ['Groq, server', 200, openai('The server had an error'), 'failed'],
    ['xAI, as a whole answer', 200, xai('The service is currently unavailable', 'Timed out'), 'failed'],
    ['words about a key', 200, xai('x', 'Incorrect API key provided'), 'failed'],
    ['a key, by its code', 200, openai('No.', 'invalid_api_key'), 'refused-key'],
    ['a key, by the status it states', 200, { error: { code: 401, message: 'No.' } }, 'refused-key'],
    ['OpenAI, model', 200, openai('The model does not exist', 'model_not_found'), 'unknown-model'],
    ['OpenRouter, code as text', 200, { error: { code: '502', message: 'x' } }, 'failed'],
    [
      'a gateway, wrapped',
      200,
      { error: { message: JSON.stringify(google(429, 'RESOURCE_EXHAUSTED', 'x')), code: 429 } },
      'rate-limited',
    ],
    ['anyone, no more than a word', 200, { error: 'oops' }, 'failed'],
  ];
  it.each(rows)('%s', (_, status, body, kind) => {
    expect(judge(status, body)).toMatchObject({ kind, status: null });
  });
});

describe('what is used up', () => {
  const quota = (quotaId: string) =>
    google(
      429,
      'RESOURCE_EXHAUSTED',
      'You exceeded your current quota, please check your plan and billing details.',
      { violations: [{ quotaId }] },
      { retryDelay: '23s' },
    );
  const rows: readonly (readonly [string, unknown, 'day' | 'credit' | null, number | null])[] = [
    ['Google, a minute', quota('RequestsPerMinutePerProject'), null, 23_000],
    ['Google, a day, whatever the delay', quota('GenerateRequestsPerDayPerProjectPerModel-FreeTier'), 'day', 23_000],
    [
      'Google, a day, in its older words',
      google(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric', {
        reason: 'RATE_LIMIT_EXCEEDED',
        metadata: { quota_limit: 'GenerateContentRequestsPerDayPerProject', quota_limit_value: '50' },
      }),
      'day',
      null,
    ],
    [
      'Google, the month’s cap',
      google(429, 'RESOURCE_EXHAUSTED', 'Your project has exceeded its monthly spending cap.'),
      'credit',
      null,
    ],
    ['Groq, a minute', openai(limitOf('tokens per minute (TPM): Limit 6000. Please try again in 2.5s')), null, 2_500],
    ['Groq, a day of tokens', openai(limitOf('tokens per day (TPD): Limit 10. Please try again in 1m')), 'day', 60_000],
    ['Groq, a day of requests', openai(limitOf('requests per day (RPD): Limit 1000')), 'day', null],
    ['OpenAI, credit', openai('You exceeded your current quota', 'insufficient_quota'), 'credit', null],
    ['OpenAI, billing', openai('Billing is not active', 'billing_not_active'), 'credit', null],
    ['xAI, credit', xai('x', `${teamOf} has either used all available credits or reached its limit`), 'credit', null],
    ['a gateway, wrapped', { error: { message: JSON.stringify(quota('RequestsPerDay')), code: 429 } }, 'day', 23_000],
    ['xAI, no licence yet', xai('x', 'Your newly created team doesn’t have any credits yet'), 'credit', null],
  ];
  it.each(rows)('%s', (_, body, exhausted, retryAfterMs) => {
    expect(judge(429, body)).toMatchObject({ kind: 'rate-limited', exhausted, retryAfterMs });
  });
});

describe('a person’s words in a vendor’s error', () => {
  const words = [
    'My team account was suspended at work and my hair is dry, what helps?',
    'why does it say API key not valid and incorrect api key provided?',
    'I have no credit left: your team has used all available credits',
    'Rate limit reached for model x on tokens per day (TPD), please try again in 30 days',
    'the model x does not exist',
    "' Incorrect API key provided: x",
    '\nAPI key not valid. Please pass a valid API key.',
  ];
  const wrappings: readonly (readonly [string, (said: string) => unknown])[] = [
    ['quoted', (said) => openai(`Invalid value for messages[1].content: '${said}'`)],
    ['in backticks', (said) => openai(`The model \`a\` could not process \`${said}\``)],
    ['unquoted', (said) => openai(`Failed to process: ${said}`)],
    ['at xAI', (said) => xai('Client specified an invalid argument', `Bad content "${said}"`)],
    ['at Google', (said) => google(400, 'INVALID_ARGUMENT', `Invalid text “${said}”`)],
    ['in plain text', (said) => `Failed to deserialize ${said}`],
  ];
  it.each(wrappings)('set nothing aside, %s', (_, wrap) => {
    for (const said of words) {
      expect(judge(400, wrap(said)), said).toMatchObject({ kind: 'bad-request' });
      for (const status of [200, 500]) {
        expect(judge(status, wrap(said)), said).toMatchObject({ kind: 'failed', retryAfterMs: null, exhausted: null });
      }
      expect(judge(429, wrap(said)), said).toMatchObject({ kind: 'rate-limited', exhausted: null });
    }
  });

  it('take no time, however many', () => {
    const judged = vi.spyOn(RegExp.prototype, 'test');
    try {
      judge(400, openai('model account '.repeat(4_000)));
      expect(Math.max(...judged.mock.calls.map(([text]) => text.length))).toBeLessThan(10_000);
    } finally {
      judged.mockRestore();
    }
  });
});

describe('what a failure carries', () => {
  it('never the vendor’s sentence, and only codes that are one word of a machine', () => {
    const details = judge(
      400,
      { error: { message: 'I told you my secret', code: 'my secret is out', status: 'INVALID_ARGUMENT' } },
      { 'x-request-id': 'req_1' },
    );
    expect(JSON.stringify(details)).not.toContain('secret');
    expect(details).toMatchObject({ code: 'INVALID_ARGUMENT', requestId: 'req_1' });
  });

  it('neither a code nor an id that is too long or could break a log', () => {
    const details = judge(400, { error: { code: 'x'.repeat(65) }, request_id: 'a\nb' });
    expect(details).toMatchObject({ code: null, requestId: null });
  });
});
