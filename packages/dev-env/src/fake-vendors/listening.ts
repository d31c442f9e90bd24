import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';

/** More than any vendor takes: 20 MB of request with room for its frame. */
const BODY_MAX_BYTES = 32 * 1024 * 1024;

/**
 * Listens on 127.0.0.1.
 *
 * @param port 0 takes any free one.
 * @returns the port.
 * @throws the system's error, such as `EADDRINUSE`.
 */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return address.port;
}

/** @throws RangeError when the body is larger than any vendor takes. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > BODY_MAX_BYTES) throw new RangeError(`The body has more than ${BODY_MAX_BYTES} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString();
}
