import { ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { NewId } from '@rapport/core/runtime.ts';
import type { ProblemCode } from '@rapport/wire';
import type { FastifyBaseLogger } from 'fastify';
import { Problem, problemDocumentOf } from './problems.ts';

/** What Node's parser says of bytes that are no request. https://nodejs.org/api/http.html#event-clienterror */
const PARSER_REFUSALS: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  HPE_HEADER_OVERFLOW: ['HEADERS_TOO_LARGE', 'Send fewer or shorter headers.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['VALIDATION_ERROR', 'The request did not arrive in time.'],
};
/** How long a client has to take the answer and hang up. */
const LINGER_MS = 1_000;

/**
 * Answers bytes that never reach a route: no HTTP, heads that are too large, requests that came too slowly. The answer
 * is a problem document with an id all the same, and the connection is closed whatever the client does.
 */
export function answerBrokenRequests({ newId, log }: { readonly newId: NewId; readonly log: FastifyBaseLogger }) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    if (!socket.writable || hasBegunAnswer(socket)) {
      socket.destroy();
      return;
    }
    const [code, detail] = PARSER_REFUSALS[error.code ?? ''] ?? ['VALIDATION_ERROR', 'This is not an HTTP request.'];
    const document = problemDocumentOf(new Problem(code, detail), newId());
    log.debug(
      { event: 'broken_request', requestId: document.requestId, reason: error.code },
      'A request was no request',
    );
    const body = JSON.stringify(document);
    socket.end(
      [
        `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
        'content-type: application/problem+json; charset=utf-8',
        `content-length: ${Buffer.byteLength(body)}`,
        `x-request-id: ${document.requestId}`,
        'connection: close',
        '',
        body,
      ].join('\r\n'),
    );
    const timer = setTimeout(() => socket.destroy(), LINGER_MS);
    socket.once('close', () => clearTimeout(timer));
  };
}

/** True when part of a response is on its way: a second one would end up in the middle of it. */
function hasBegunAnswer(socket: Socket): boolean {
  // Node keeps the response here and its own handler looks at it so; there is no public way.
  const response: unknown = Reflect.get(socket, '_httpMessage');
  return response instanceof ServerResponse && response.headersSent;
}
