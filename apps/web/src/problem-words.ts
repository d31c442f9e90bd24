import type { ProblemCode } from '@rapport/wire';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, ConnectionLost, SessionEnded } from './client/problems.ts';

/** What went wrong, in words for the person, and what they can do. */
export interface ProblemWords {
  readonly title: string;
  readonly advice: string;
  readonly canRetry: boolean;
}

/** Whether the same request may succeed later, for every code of the contract. */
const CAN_RETRY: Record<ProblemCode, boolean> = {
  VALIDATION_ERROR: false,
  UNAUTHENTICATED: false,
  FORBIDDEN: false,
  NOT_FOUND: false,
  CONFLICT: false,
  PAYLOAD_TOO_LARGE: false,
  UNSUPPORTED_MEDIA_TYPE: false,
  HEADERS_TOO_LARGE: false,
  RATE_LIMIT_EXCEEDED: true,
  INTERNAL_ERROR: true,
  INVALID_API_KEY: true,
  CIRCUIT_BREAKER_OPEN: true,
  DATABASE_CONNECTION_ERROR: true,
  REDIS_CONNECTION_ERROR: true,
  TIMEOUT_ERROR: true,
};

const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(CAN_RETRY, code);

/** Words for any error of the client. What is unknown is taken for our own fault. */
export function describeProblem(t: TFunction<'common'>, error: unknown): ProblemWords {
  if (error instanceof ConnectionLost) {
    return { title: t('problems.offline.title'), advice: t('problems.offline.advice'), canRetry: true };
  }
  const code = error instanceof SessionEnded ? 'UNAUTHENTICATED' : codeOf(error);
  const known = isProblemCode(code) ? code : 'INTERNAL_ERROR';
  const canRetry = CAN_RETRY[known];
  const retryAfterSeconds = error instanceof ApiProblem ? error.retryAfterSeconds : undefined;
  return {
    title: t(`problems.${known}.title`),
    advice:
      retryAfterSeconds === undefined || !canRetry ? t(`problems.${known}.advice`) : describeWait(t, retryAfterSeconds),
    canRetry,
  };
}

/** {@link describeProblem} in the language of the page. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const { t } = useTranslation('common');
  return useCallback((error) => describeProblem(t, error), [t]);
}

/** An error within a stream carries the code as its cause. */
function codeOf(error: unknown): unknown {
  if (error instanceof ApiProblem) return error.code;
  return error instanceof Error ? error.cause : undefined;
}

/** When to try again, after `seconds`, as one would say it: exact up to a minute and a half, then in minutes, then in hours. */
export function describeWait(t: TFunction<'common'>, seconds: number): string {
  if (seconds <= 0) return t('waits.now');
  if (seconds <= 90) return t('waits.seconds', { count: seconds });
  if (seconds <= 5_400) return t('waits.minutes', { count: Math.ceil(seconds / 60) });
  return t('waits.hours', { count: Math.ceil(seconds / 3_600) });
}
