import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LanguageModel } from '@rapport/core/models/language-model.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createVendorModel } from './create-vendor-model.ts';
import { SAMPLE_ANSWERS, SAMPLE_REQUEST } from './sample-answers.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A vendor on a real connection. */
async function serve(
  listener: RequestListener,
): Promise<{ readonly model: LanguageModel; readonly sockets: () => number }> {
  let sockets = 0;
  const server = createServer(listener).on('connection', () => {
    sockets += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  const { model } = createVendorModel('compatible/sample', { compatible: { apiKey: 'key-1', baseUrl } });
  return { model, sockets: () => sockets };
}

async function textOf(model: LanguageModel): Promise<string> {
  let text = '';
  for await (const part of model.stream(SAMPLE_REQUEST, new AbortController().signal))
    if (part.type === 'text') text += part.text;
  return text;
}

const sample = SAMPLE_ANSWERS.find(({ provider }) => provider === 'compatible');
const { stream, text } = sample ?? { stream: '', text: '' };

describe('on a real connection', () => {
  it('is kept for the requests that follow', async () => {
    const { model, sockets } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const event of stream.split(/(?<=\n\n)/)) response.write(event);
      setImmediate(() => response.end());
    });
    for (let turn = 0; turn < 6; turn++) expect(await textOf(model)).toBe(text);
    // Two at most: the end of one answer may still be on its way when the next is asked for.
    expect(sockets()).toBeLessThanOrEqual(2);
  });

  it('a reply is whole once the vendor says so, even when it never hangs up', async () => {
    const { model } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(stream);
    });
    expect(await textOf(model)).toBe(text);
  });

  it('one that breaks in the midst of an answer has cut it', async () => {
    const { model } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(stream.slice(0, stream.length / 2), () => response.destroy());
    });
    await expect(textOf(model)).rejects.toMatchObject({ details: { kind: 'cut' } });
  });

  it('one that breaks before an answer has failed', async () => {
    const { model } = await serve((request) => request.socket.destroy());
    await expect(textOf(model)).rejects.toMatchObject({ details: { kind: 'failed' } });
  });

  it('none at all has failed, and the code says why', async () => {
    const { model } = await serve(() => undefined);
    for (const end of endings.splice(0)) end();
    await expect(textOf(model)).rejects.toMatchObject({ details: { kind: 'failed', code: 'ECONNREFUSED' } });
  });

  it('a redirect is not followed', async () => {
    const paths: unknown[] = [];
    const { model } = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    await expect(textOf(model)).rejects.toMatchObject({ details: { kind: 'failed', status: 302 } });
    expect(paths).toEqual(['/v1/chat/completions']);
  });

  it('a person who cancels ends it, and the vendor notices', async () => {
    const closed = vi.fn();
    const { model } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(stream.slice(0, stream.length / 2));
      response.on('close', closed);
    });
    const cancellation = new AbortController();
    const parts = model.stream(SAMPLE_REQUEST, cancellation.signal)[Symbol.asyncIterator]();
    await parts.next();
    const next = parts.next().then(() => parts.next());
    cancellation.abort();
    await expect(next).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  });
});
