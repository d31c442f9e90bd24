import type { ProblemCode } from '@rapport/wire';
import { ApiProblem, ConnectionLost, SessionEnded } from './client/problems.ts';

/** What went wrong, in words for the person, and what they can do. */
export interface ProblemWords {
  readonly title: string;
  readonly advice: string;
  readonly canRetry: boolean;
}

const PASSING = { advice: 'Nothing you wrote is lost. Please try again in a moment.', canRetry: true };

const WORDS: Record<ProblemCode, ProblemWords> = {
  VALIDATION_ERROR: {
    title: 'That message could not be taken in',
    advice: 'Try saying it another way.',
    canRetry: false,
  },
  UNAUTHENTICATED: { title: 'You are signed out', advice: 'Sign in, or start anew as a guest.', canRetry: false },
  FORBIDDEN: { title: 'This isn’t open to you', advice: 'Sign in with an account that may see it.', canRetry: false },
  NOT_FOUND: {
    title: 'This isn’t here',
    advice: 'It may have been deleted, or belong to another account.',
    canRetry: false,
  },
  CONFLICT: { title: 'That was said already', advice: 'Reload the page to see where things stand.', canRetry: false },
  PAYLOAD_TOO_LARGE: { title: 'That is too much at once', advice: 'Send it in smaller parts.', canRetry: false },
  UNSUPPORTED_MEDIA_TYPE: { title: 'That kind of content isn’t taken', advice: 'Send it as text.', canRetry: false },
  HEADERS_TOO_LARGE: {
    title: 'Your browser sent too much',
    advice: 'Clear this site’s cookies and reload.',
    canRetry: false,
  },
  RATE_LIMIT_EXCEEDED: {
    title: 'That was a lot at once',
    advice: 'Take a breath and try again in a moment.',
    canRetry: true,
  },
  INTERNAL_ERROR: { title: 'Something went wrong on our side', ...PASSING },
  INVALID_API_KEY: {
    title: 'The assistant isn’t available right now',
    advice: 'This one is for us to put right. Please try later.',
    canRetry: true,
  },
  CIRCUIT_BREAKER_OPEN: { title: 'The assistant is resting for a moment', ...PASSING },
  DATABASE_CONNECTION_ERROR: { title: 'We can’t reach our records right now', ...PASSING },
  REDIS_CONNECTION_ERROR: { title: 'Part of our service is away', ...PASSING },
  TIMEOUT_ERROR: { title: 'The answer took too long', ...PASSING },
};

const OFFLINE: ProblemWords = {
  title: 'We can’t reach the server',
  advice: 'Check your connection and try again. Your words stay here.',
  canRetry: true,
};

const isProblemCode = (code: unknown): code is ProblemCode => typeof code === 'string' && code in WORDS;

/** Words for any error of the client. What is unknown is taken for our own fault. */
export function describeProblem(error: unknown): ProblemWords {
  if (error instanceof ConnectionLost) return OFFLINE;
  if (error instanceof SessionEnded) return WORDS.UNAUTHENTICATED;
  const code = codeOf(error);
  const words = WORDS[isProblemCode(code) ? code : 'INTERNAL_ERROR'];
  const retryAfterSeconds = error instanceof ApiProblem ? error.retryAfterSeconds : undefined;
  return retryAfterSeconds === undefined || !words.canRetry
    ? words
    : { ...words, advice: `You can try again ${describeWait(retryAfterSeconds)}.` };
}

/** An error within a stream carries the code as its cause. */
function codeOf(error: unknown): unknown {
  if (error instanceof ApiProblem) return error.code;
  return error instanceof Error ? error.cause : undefined;
}

/** A wait of `seconds` as one would say it: exact up to a minute and a half, then in minutes, then in hours. */
export function describeWait(seconds: number): string {
  if (seconds <= 0) return 'now';
  const [count, unit] =
    seconds <= 90
      ? [seconds, 'second']
      : seconds <= 5_400
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3_600), 'hour'];
  return `in ${count} ${unit}${count === 1 ? '' : 's'}`;
}
