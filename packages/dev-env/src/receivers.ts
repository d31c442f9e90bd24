import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';

/** A request to a receiver, and what it answered. */
export interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly answered: number;
}

/** A receiver as the specification wants one: checks time and signature, and takes each id once. */
export async function openWebhookReceiver(secret: string, failures: number) {
  const taken = new Set<string>();
  const received: Received[] = [];
  let left = failures;
  const judge = (headers: Record<string, string>, body: string): number => {
    try {
      new Webhook(secret).verify(body, headers);
    } catch {
      return 401;
    }
    const id = headers['webhook-id'] ?? '';
    if (taken.has(id)) return 409;
    if (left > 0) {
      left -= 1;
      return 503;
    }
    taken.add(id);
    return 204;
  };
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const answered = judge(headers, body);
    received.push({ headers, body, answered });
    response.writeHead(answered).end();
  });
  const url = await listening(server);
  return { url: `${url}/hooks`, received, judge, close: () => server.close() };
}

/** A team's chat: takes `{ text }` and says `ok`, as Slack does. */
export async function openChat() {
  const texts: string[] = [];
  const server = createServer(async (request, response) => {
    const { text }: { text: string } = JSON.parse(await bodyOf(request));
    texts.push(text);
    response.end('ok');
  });
  const url = await listening(server);
  return { url: `${url}/services/T0/B0/secret-path`, texts, close: () => server.close() };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );

/** A mail as the server took it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

/** A mail server that takes everything, and says so after `takesMs`. */
export async function openMailServer({ takesMs = 0 }: { readonly takesMs?: number } = {}): Promise<{
  url: string;
  mails: ReceivedMail[];
  close: () => void;
}> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        mails.push({ from, to: rcptTo.map(({ address }) => address), source: Buffer.concat(chunks).toString('utf8') });
        if (takesMs === 0) done();
        else setTimeout(done, takesMs);
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => resolve((listener.address() as AddressInfo).port));
  });
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => server.close() };
}
