import { createContext, useContext } from 'react';
import type { Api } from '../client/api.ts';
import { type ApiRequest, type Fetch, readAnswer, send } from '../client/http.ts';
import type { SessionState } from '../client/session-store.ts';
import type { KeyValueStore } from '../client/storage.ts';

/** The calls of whoever runs the assistants. All throw `ApiProblem`, `ConnectionLost` or `SessionEnded`. */
export interface OperatorClient {
  call<Answer>(request: ApiRequest): Promise<Answer>;
  /** The answer as it comes: a file to save, or a stream. */
  fetch(request: ApiRequest): Promise<Response>;
}

/** Kept for this tab only: a token of the whole installation must not outlive the one who typed it. */
export const OPERATOR_TOKEN_KEY = 'rapport.operator-token';

const TIMEOUT_MS = 30_000;

interface Collaborators {
  readonly api: Pick<Api, 'call' | 'authorized'>;
  readonly fetch: Fetch;
  readonly session: SessionState;
  /** Storage of this tab. */
  readonly tab: KeyValueStore;
}

/**
 * Calls in the name of the operator's account, else with the token that was typed in, else in nobody's name, which a
 * server in development takes from its own machine.
 */
export function createOperatorClient({ api, fetch, session, tab }: Collaborators): OperatorClient {
  const isOperator = session.status === 'active' && session.session.user.role === 'operator';
  const fetchAnswer = async (request: ApiRequest): Promise<Response> => {
    const timed = { signal: AbortSignal.timeout(TIMEOUT_MS), ...request };
    if (isOperator) return api.authorized(timed);
    return send(fetch, { ...timed, accessToken: tab.get(OPERATOR_TOKEN_KEY) ?? undefined });
  };
  return {
    fetch: fetchAnswer,
    call: async <Answer>(request: ApiRequest) => readAnswer<Answer>(await fetchAnswer(request)),
  };
}

const OperatorContext = createContext<OperatorClient | null>(null);
export const OperatorProvider = OperatorContext.Provider;

export function useOperator(): OperatorClient {
  const client = useContext(OperatorContext);
  if (client === null) throw new Error('useOperator needs an OperatorProvider above it');
  return client;
}
