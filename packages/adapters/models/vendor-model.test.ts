import { describe, expect, it, vi } from 'vitest';
import { answer, type Fetch, hear, listen, modelOf } from './listening.fixtures.ts';
import { SAMPLE_ANSWERS, SAMPLE_REQUEST } from './sample-answers.ts';

describe.each(SAMPLE_ANSWERS)('$provider', ({ provider, stream, whole, text, servedModel, usage }) => {
  const [input, cachedInput, output, reasoning] = usage;
  const finish = { type: 'finish', reason: 'stop', usage: { input, cachedInput, output, reasoning } };

  it.each([
    ['a stream', stream],
    ['a stream with CRLF', stream.replaceAll('\n', '\r\n')],
    ['a stream without its last blank line', stream.trimEnd()],
    ['a whole answer', whole],
    ['a whole answer on one line', JSON.stringify(JSON.parse(whole))],
    ['a document a line', stream.replaceAll('data: ', '').replaceAll('[DONE]', '')],
  ])('understands %s, in pieces of any size', async (_, body) => {
    for (const size of [1, 2, 7, 64, Number.POSITIVE_INFINITY]) {
      const heard = await listen(modelOf(provider, async () => answer(body, size)));
      expect(heard).toMatchObject({ text, thrown: undefined, finish });
      expect(heard.parts[0]).toMatchObject({ type: 'response', servedModel });
      expect(heard.parts.filter(({ type }) => type === 'response')).toHaveLength(1);
    }
  });

  it('is never taken for whole when it is cut, at whichever byte', async () => {
    const bytes = new TextEncoder().encode(stream);
    for (let cut = 1; cut < bytes.length; cut++) {
      const heard = await listen(modelOf(provider, async () => answer(bytes.slice(0, cut))));
      expect(text.startsWith(heard.text), `cut at ${cut}`).toBe(true);
      if (heard.finish === undefined) expect(heard.kind, `cut at ${cut}`).toBe('cut');
      else expect(heard.text, `cut at ${cut}`).toBe(text);
    }
  });

  it('says cut when the connection breaks, with the tokens counted so far', async () => {
    const broken = new Error('terminated', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
    const pieces = [new TextEncoder().encode(stream.slice(0, stream.length / 2))];
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) controller.error(broken);
        else controller.enqueue(piece);
      },
    });
    const { thrown } = await listen(modelOf(provider, async () => new Response(body)));
    expect(thrown).toMatchObject({ details: { kind: 'cut', code: 'ECONNRESET' } });
  });

  it.each([
    ['an error document', '{"error":{"code":503,"message":"My secret","status":"UNAVAILABLE"}}', 'failed'],
    ['an error without an end', '{"error":{"code":503', 'cut'],
    ['an error event', 'event: error\ndata: {"message":"My secret"}\n\n', 'failed'],
    ['a first event of type error', 'data: {"type":"error","error":{"message":"My secret"}}\n\n', 'failed'],
    ['a page', '<html><body>My secret</body></html>', 'failed'],
    ['plain words', 'upstream connect error', 'failed'],
  ])('200 with %s is a failure', async (_, body, kind) => {
    const heard = await hear(provider, body);
    expect(heard).toMatchObject({ kind, text: '', finish: undefined });
    expect(String(heard.thrown) + JSON.stringify(heard.thrown)).not.toContain('secret');
  });

  it.each([
    ['nothing', ''],
    ['only comments', ': keep alive\n\n'],
    ['only its end', 'data: [DONE]\n\n'],
  ])('200 with %s is no reply', async (_, body) => {
    expect(await hear(provider, body)).toMatchObject({ text: '', finish: { reason: 'other' }, thrown: undefined });
  });

  it('an error in the midst of a reply is a failure, with and without its frame', async () => {
    const half = stream.slice(0, stream.indexOf('\n\n', stream.length / 2) + 2);
    const error = '{"error":{"code":429,"message":"Slow down","status":"RESOURCE_EXHAUSTED"}}';
    for (const end of [
      `data: ${error}\n\n`,
      `event: error\ndata: ${error}\n\n`,
      JSON.stringify(JSON.parse(error), null, 2),
    ]) {
      const heard = await listen(modelOf(provider, async () => answer(half + end, 50)));
      expect(heard).toMatchObject({ kind: 'rate-limited', finish: undefined });
      expect(heard.text).not.toBe('');
    }
  });

  it('shows nothing of a piece that ends in an error', async () => {
    const half = stream.slice(0, stream.indexOf('\n\n', stream.length / 2) + 2);
    const heard = await hear(provider, `${half}data: {"error":{"message":"x"}}\n\n`);
    expect(heard).toMatchObject({ text: '', kind: 'failed' });
    expect(heard.parts).toEqual([expect.objectContaining({ type: 'response', servedModel })]);
  });

  it.each([
    [400, 'bad-request'],
    [401, 'refused-key'],
    [404, 'unknown-model'],
    [413, 'too-large'],
    [429, 'rate-limited'],
    [302, 'failed'],
    [500, 'failed'],
  ])('status %i is %s, and its failure quotes nobody', async (status, kind) => {
    const body = JSON.stringify({ error: { message: 'My secret is a red kite.' } });
    const headers = { location: 'http://elsewhere.test/', 'x-request-id': 'req_7' };
    const { thrown } = await hear(provider, body, { status, headers });
    expect(thrown).toMatchObject({ details: { kind, status, requestId: 'req_7' } });
    expect(thrown).not.toHaveProperty('cause');
    expect(`${thrown} ${JSON.stringify(thrown)} ${(thrown as Error).stack}`).not.toContain('red kite');
  });

  it('an unreachable vendor is failed, with the code of the transport', async () => {
    const refused = new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
    const { thrown } = await listen(modelOf(provider, () => Promise.reject(refused)));
    expect(thrown).toMatchObject({ details: { kind: 'failed', code: 'ECONNREFUSED', status: null } });
  });

  it('has the vendor stop when nobody listens any more', async () => {
    const cancelled = vi.fn();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(stream.slice(0, stream.length / 2))),
      cancel: cancelled,
    });
    const parts = modelOf(provider, async () => new Response(body)).stream(
      SAMPLE_REQUEST,
      new AbortController().signal,
    );
    for await (const _ of parts) break;
    expect(cancelled).toHaveBeenCalledOnce();
  });

  it.each(['before', 'while asking', 'while reading'])(
    'throws its signal’s reason when it fires %s',
    async (moment) => {
      const cancellation = new AbortController();
      const fetch = vi.fn<Fetch>(async (_, init) => {
        if (moment === 'while asking') cancellation.abort();
        init?.signal?.throwIfAborted();
        const body = new ReadableStream({
          pull(controller) {
            cancellation.abort();
            controller.error(init?.signal?.reason);
          },
        });
        return new Response(body);
      });
      if (moment === 'before') cancellation.abort();
      const { thrown } = await listen(modelOf(provider, fetch), cancellation.signal);
      expect(thrown).toBe(cancellation.signal.reason);
      expect(fetch).toHaveBeenCalledTimes(moment === 'before' ? 0 : 1);
    },
  );

  it('reads no more than it must of an answer without end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(120));
      },
    });
    const { thrown } = await listen(modelOf(provider, async () => new Response(endless)));
    expect(thrown).toMatchObject({ details: { kind: 'failed', code: 'answer_too_long' } });
    expect(sent).toBeLessThan(6 * 1024 * 1024);
  });

  it('never follows a redirect with the key', async () => {
    const fetch = vi.fn<Fetch>(async () => answer('', undefined, { status: 307 }));
    await listen(modelOf(provider, fetch));
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', redirect: 'manual' });
    expect(fetch).toHaveBeenCalledOnce();
  });
});
