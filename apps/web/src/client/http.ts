import { ApiProblem, ConnectionLost, readProblem } from './problems.ts';

/** The network, as the browser gives it; tests give their own. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly accessToken?: string | undefined;
  readonly accept?: string;
  readonly signal?: AbortSignal | undefined;
  /** True: the browser finishes the request though the page is left. */
  readonly outlivesPage?: boolean;
}

/**
 * Sends a request to our own origin and returns the response if it is ok.
 * @throws {ApiProblem} the server answered with an error
 * @throws {ConnectionLost} the server could not be reached
 */
export async function send(fetch: Fetch, request: ApiRequest): Promise<Response> {
  const headers: Record<string, string> = { accept: request.accept ?? 'application/json' };
  if (request.accessToken !== undefined) headers.authorization = `Bearer ${request.accessToken}`;
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(request.path, {
      method: request.method,
      headers,
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      ...(request.outlivesPage === true ? { keepalive: true } : {}),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
  } catch (error) {
    // Our own abort; a time-out has another name and counts as an unreachable server.
    if (error instanceof Error && error.name === 'AbortError') throw error;
    throw new ConnectionLost('The server could not be reached.', { cause: error });
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** The body of an ok response. The type is the contract's: the server validates what it sends by the same schemas. */
export async function readAnswer<Answer>(response: Response): Promise<Answer> {
  // Done, and nothing to say about it: the caller expects no answer.
  if (response.status === 204) return undefined as Answer;
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw new ConnectionLost('The connection broke inside the answer.', { cause: error });
  }
  try {
    return JSON.parse(text) as Answer;
  } catch (error) {
    // A captive portal or a proxy answers 200 with a page of its own.
    const problem = new ApiProblem({ code: 'INTERNAL_ERROR', detail: 'The answer is not JSON.', retryable: true });
    problem.cause = error;
    throw problem;
  }
}
