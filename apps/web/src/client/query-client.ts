import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, ConnectionLost } from './problems.ts';

/** How long what was read counts as fresh, in milliseconds: going back and forth between pages reads nothing anew. */
const FRESH_FOR_MS = 15_000;
const MAX_RETRIES = 2;

/** What was read from the server, kept for the pages that show it. One a person: make another when the session changes. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_FOR_MS,
        // What the server refused it refuses again; only what is passing is asked for once more.
        retry: (failures, error) => failures < MAX_RETRIES && isPassing(error),
      },
    },
  });
}

const isPassing = (error: unknown): boolean =>
  error instanceof ConnectionLost ||
  (error instanceof ApiProblem && error.retryable && error.retryAfterSeconds === undefined);
