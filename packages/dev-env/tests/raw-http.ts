import http from 'node:http';
import { connect, type Socket } from 'node:net';

/** A request as `fetch` would not send it: any path, any header as often as given, any bytes. */
export interface RawRequest {
  readonly method?: string;
  /** Sent as it is, neither normalised nor encoded. */
  readonly path: string;
  /** A list is sent as that many headers of one name. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends one request on a connection of its own and reads the whole answer, even when it comes before all was sent. */
export function sendRaw(url: string, { method = 'GET', path, headers = {}, body }: RawRequest): Promise<RawResponse> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answered = false;
    const request = http.request({ hostname, port, method, path, agent: false }, (response) => {
      answered = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      const finish = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: headersOf(response.rawHeaders),
          text: Buffer.concat(chunks).toString(),
        });
      response.on('end', finish);
      response.on('error', finish);
    });
    // Set one by one: the options' type allows no second header of a name that HTTP knows once.
    for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
    // A server that has answered may close the connection while the rest of the body is on its way.
    request.on('error', (error) => {
      if (!answered) reject(error);
    });
    request.end(body);
  });
}

/** A connection on which nothing has been said yet. What comes back is read and dropped unless someone listens. */
export function openSocket(url: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  // A server that cuts a connection may reset it; and what it says must be read for its end to be seen.
  socket.on('error', () => undefined).resume();
  return socket;
}

/** Writes bytes to a connection and reads what comes back until the server closes it. */
export function sendBytes(url: string, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = openSocket(url);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.write(bytes);
  });
}

/** The response that a server wrote to a socket. */
export function parseResponse(text: string): RawResponse {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { status: Number(statusLine.split(' ')[1]), headers, text: body };
}

function headersOf(rawHeaders: readonly string[]): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  return headers;
}
