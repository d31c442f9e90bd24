import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { ReplyFailed } from './chat/thread.ts';
import { ApiProblem, ConnectionLost, SessionEnded } from './client/problems.ts';
import common from './language/en/common.json';
import { describeProblem, describeWait } from './problem-words.ts';

const language = createInstance();
await language.init({ lng: 'en', resources: { en: { common } }, defaultNS: 'common' });
const t = language.getFixedT('en', 'common');

const limited = (retryAfterSeconds?: number) =>
  new ApiProblem({ code: 'RATE_LIMIT_EXCEEDED', detail: 'RATE 100/900', retryable: true, retryAfterSeconds });

describe('a problem is told kindly, with what to do', () => {
  test.each([
    { error: limited(12), title: 'That was a lot at once', advice: 'You can try again in 12 seconds.', canRetry: true },
    {
      error: limited(),
      title: 'That was a lot at once',
      advice: 'Take a breath and try again in a moment.',
      canRetry: true,
    },
    {
      error: new ConnectionLost('x'),
      title: 'We can’t reach the server',
      advice: expect.stringContaining('connection'),
      canRetry: true,
    },
    {
      error: new SessionEnded('x'),
      title: 'You are signed out',
      advice: expect.stringContaining('Sign in'),
      canRetry: false,
    },
    {
      error: new ReplyFailed('x', { cause: 'TIMEOUT_ERROR' }),
      title: 'The answer took too long',
      advice: expect.any(String),
      canRetry: true,
    },
    {
      error: new TypeError('a bug'),
      title: 'Something went wrong on our side',
      advice: expect.any(String),
      canRetry: true,
    },
    {
      error: 'not even an error',
      title: 'Something went wrong on our side',
      advice: expect.any(String),
      canRetry: true,
    },
  ])('$title', ({ error, ...words }) => {
    expect(describeProblem(t, error)).toEqual(words);
  });
});

test.each([
  [0, 'now'],
  [1, 'in 1 second'],
  [90, 'in 90 seconds'],
  [91, 'in 2 minutes'],
  [900, 'in 15 minutes'],
  [5_400, 'in 90 minutes'],
  [7_201, 'in 3 hours'],
])('%i s is %s', (seconds, words) => {
  expect(describeWait(t, seconds)).toBe(`You can try again ${words}.`);
});
