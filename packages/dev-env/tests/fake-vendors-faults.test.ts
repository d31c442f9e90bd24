import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type FakeVendors, type Fault, startFakeVendors, type VendorName } from '../src/fake-vendors/fake-vendors.ts';
import { openSocket } from './raw-http.ts';
import { askVendor, vendorRequestBytes } from './vendor-requests.ts';

const VENDORS: readonly VendorName[] = ['google', 'xai', 'groq', 'openai', 'compatible'];

/** Asks on a connection of its own and reads until it is closed: a character a byte, for bytes may come apart. */
async function bytesFrom(vendors: FakeVendors, name: VendorName): Promise<string> {
  const socket = openSocket(vendors.url);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(Buffer.from(chunk)));
  socket.write(vendorRequestBytes(vendors, name));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}

/** The chunks of a body as they stand on the wire, and whether the last, empty one is there. */
function chunksOf(bytes: string): { readonly chunks: readonly string[]; readonly isEnded: boolean } {
  let rest = bytes.slice(bytes.indexOf('\r\n\r\n') + 4);
  const chunks: string[] = [];
  for (;;) {
    const lineEnd = rest.indexOf('\r\n');
    const length = Number.parseInt(rest.slice(0, Math.max(0, lineEnd)), 16);
    if (Number.isNaN(length)) return { chunks, isEnded: false };
    if (length === 0) return { chunks, isEnded: true };
    chunks.push(rest.slice(lineEnd + 2, lineEnd + 2 + length));
    rest = rest.slice(lineEnd + 2 + length + 2);
  }
}

async function wireOf(
  fault: Fault | readonly Fault[],
  name: VendorName = 'groq',
  text = 'Rinse the naïve curl 🌿 slowly.',
) {
  await using vendors = await startFakeVendors({ behaviour: { text, fault } });
  const bytes = await bytesFrom(vendors, name);
  const { chunks, isEnded } = chunksOf(bytes);
  const body = Buffer.from(chunks.join(''), 'latin1').toString();
  return { bytes, chunks, isEnded, body, request: vendors.requests[0] };
}

/** What is sent with this fault, read as a client reads it. */
async function answerOf(fault: Fault, name: VendorName) {
  await using vendors = await startFakeVendors({ behaviour: { tokens: 6, fault } });
  return await askVendor(vendors, name);
}

describe('faults on the wire', () => {
  it.each([408, 413, 418, 429, 498, 500, 503, 529])('status %i comes with the body of each vendor', async (status) => {
    for (const name of VENDORS) {
      const answer = await answerOf({ kind: 'status', status }, name);
      expect(answer.status, name).toBe(status);
      expect(JSON.parse(answer.text), name).toHaveProperty('error');
    }
  });

  it('a status may have any body and headers', async () => {
    const fault: Fault = { kind: 'status', status: 503, body: 'gone fishing', headers: { 'retry-after': '9' } };
    const answer = await answerOf(fault, 'openai');
    expect(answer).toMatchObject({ status: 503, text: 'gone fishing' });
    expect(answer.headers.get('retry-after')).toBe('9');
  });

  it.each([200, 502] as const)('a page of the network in front has status %i', async (status) => {
    const answer = await answerOf({ kind: 'html', status }, 'google');
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.text).toMatch(/^<!DOCTYPE html>/);
  });

  it('an empty 200 is a proper response without a body', async () => {
    const { bytes, chunks, isEnded } = await wireOf({ kind: 'empty' });
    expect(bytes).toMatch(/^HTTP\/1\.1 200 /);
    expect({ chunks, isEnded }).toEqual({ chunks: [], isEnded: true });
  });

  it.each(VENDORS)('truncated JSON of %s is a proper response that ends inside an object', async (name) => {
    const { body, isEnded } = await wireOf({ kind: 'truncated-json' }, name);
    const last = body.split('data: ').at(-1) ?? '';
    expect(isEnded).toBe(true);
    expect(last).toMatch(/^\{/);
    expect(() => JSON.parse(last)).toThrow(SyntaxError);
  });

  it.each(VENDORS)('a stream of %s without a finish reason ends properly after its tokens', async (name) => {
    const { body, isEnded } = await wireOf({ kind: 'no-finish', afterTokens: 2 }, name);
    expect(isEnded).toBe(true);
    expect(body.match(name === 'google' ? /"text":/g : /"content":"[^"]/g)).toHaveLength(2);
    expect(body).not.toMatch(/\[DONE\]|finishReason|"finish_reason":"/);
  });

  it.each([
    ['google', /\r\n\r\n\{\n {2}"error": \{\n {4}"code": 503,[\s\S]*\}\n$/],
    ['groq', /\n\nevent: error\ndata: \{"error":\{[^\n]*\}\n\n$/],
    ['openai', /\n\ndata: \{"error":\{[^\n]*\}\n\n$/],
    ['compatible', /\n\ndata: \{[^\n]*"error":\{"code":502[^\n]*"finish_reason":"error"[^\n]*\n\n$/],
    ['xai', /^data: \{"type":"error","code":"[^\n]*\n\n$/],
  ] as const)('an error inside the stream of %s stands there in its way', async (name, shape) => {
    const { bytes, body, isEnded } = await wireOf({ kind: 'error-in-stream' }, name);
    expect(bytes).toMatch(/^HTTP\/1\.1 200 /);
    expect(body).toMatch(shape);
    expect(isEnded).toBe(true);
  });

  it.each([0, 1, 57, 400])('a cut comes after exactly %i bytes of body', async (atByte) => {
    const whole = await wireOf({ kind: 'bytewise' });
    const { bytes, chunks, isEnded, request } = await wireOf({ kind: 'cut', atByte });
    expect(bytes).toMatch(/^HTTP\/1\.1 200 /);
    expect(chunks.join('')).toBe(whole.chunks.join('').slice(0, atByte));
    expect(isEnded).toBe(false);
    expect(request).toMatchObject({ outcome: 'cut', status: 200 });
  });

  it('a reset closes the connection without a byte', async () => {
    const { bytes, request } = await wireOf({ kind: 'reset' });
    expect(bytes).toBe('');
    expect(request).toMatchObject({ outcome: 'cut', status: null });
  });

  it.each<Fault>([{ kind: 'bytewise' }, { kind: 'drip', delayMs: 1 }])('$kind sends each byte alone', async (fault) => {
    const { chunks, isEnded, body } = await wireOf(fault, 'google', 'naïve 🌿');
    expect(new Set(chunks.map(({ length }) => length))).toEqual(new Set([1]));
    expect(body).toContain('naïve');
    expect(isEnded).toBe(true);
  });

  it('faults of transport combine with each other and with any content', async () => {
    const faults: readonly Fault[] = [{ kind: 'crlf' }, { kind: 'bytewise' }, { kind: 'no-finish', afterTokens: 3 }];
    const { body, chunks } = await wireOf(faults, 'openai');
    expect(body).toMatch(/^(?:data: \{[^\r\n]*\}\r\n\r\n){4}$/);
    expect(chunks.every(({ length }) => length === 1)).toBe(true);
  });

  it('a hang before the headers says nothing, and is seen to end when the client leaves', async () => {
    await using vendors = await startFakeVendors({ behaviour: { fault: { kind: 'hang-before-headers' } } });
    const socket = openSocket(vendors.url);
    socket.write(vendorRequestBytes(vendors, 'xai'));
    await vendors.called('xai');
    expect(vendors.requests).toMatchObject([{ outcome: 'open' }]);
    socket.destroy();
    await vendors.requests[0]?.ended;
    expect(vendors.requests).toMatchObject([{ outcome: 'hung-up', status: null }]);
    expect(socket.bytesRead).toBe(0);
  });

  it.each([
    ['a hang after a token', { fault: { kind: 'hang', afterTokens: 1 } }],
    ['a pace of a token an hour', { tokensPerSecond: 1 / 3_600 }],
  ] as const)('%s shows that token and keeps the connection', async (_, behaviour) => {
    await using vendors = await startFakeVendors({ behaviour: { text: 'One two', ...behaviour } });
    const socket = openSocket(vendors.url);
    socket.write(vendorRequestBytes(vendors, 'google'));
    let heard = '';
    while (!heard.includes('"One"')) heard += (await once(socket, 'data')).join('');
    expect(heard).not.toContain('two');
    expect(vendors.requests).toMatchObject([{ outcome: 'open' }]);
  });

  it('closing ends whatever hangs', async () => {
    const vendors = await startFakeVendors({ behaviour: { fault: { kind: 'hang', afterTokens: 0 }, latencyMs: 1 } });
    const closed = bytesFrom(vendors, 'groq');
    await vendors.called('groq');
    await vendors[Symbol.asyncDispose]();
    await closed;
    await vendors.requests[0]?.ended;
    expect(vendors.requests).toMatchObject([{ outcome: 'hung-up' }]);
  });

  it('refuses connections and accepts them again on the same port', async () => {
    await using vendors = await startFakeVendors();
    await vendors.refuseConnections();
    await expect(askVendor(vendors, 'groq')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await vendors.acceptConnections();
    expect((await askVendor(vendors, 'groq')).status).toBe(200);
  });
});

describe('scripts', () => {
  it('play one behaviour after the other, and the last one from then on', async () => {
    await using vendors = await startFakeVendors();
    vendors.script('openai', [{ fault: { kind: 'status', status: 503 } }, { fault: { kind: 'empty' } }, {}]);
    const answers = [];
    for (let call = 0; call < 4; call++) answers.push(await askVendor(vendors, 'openai'));
    expect(answers.map(({ status, text }) => [status, text.includes('[DONE]')])).toEqual([
      [503, false],
      [200, false],
      [200, true],
      [200, true],
    ]);
  });

  it('of a model win over those of its vendor, field by field', async () => {
    await using vendors = await startFakeVendors({ behaviour: { text: 'Anyone.' } });
    vendors.script('groq', { text: 'Groq.', fault: { kind: 'status', status: 500 } });
    vendors.script('groq/some-model', { fault: [] });
    expect((await askVendor(vendors, 'groq')).text).toContain('"Groq."');
    expect((await askVendor(vendors, 'groq', {}, 'other-model')).status).toBe(500);
    expect((await askVendor(vendors, 'xai')).text).toContain('"Anyone."');
    vendors.clearScripts();
    expect((await askVendor(vendors, 'groq', {}, 'other-model')).text).toContain('"Anyone."');
  });

  it('fail by chance in the same places for the same seed, in the share that was asked for', async () => {
    const failuresOf = async (seed: number) => {
      const among: readonly Fault[] = [{ kind: 'status', status: 503 }, { kind: 'empty' }];
      await using vendors = await startFakeVendors({ seed, behaviour: { tokens: 1, failShare: 0.3, among } });
      for (let call = 0; call < 200; call++) await askVendor(vendors, 'openai');
      return vendors.requests.map(({ faults }) => faults.map(({ kind }) => kind).join());
    };
    const first = await failuresOf(1);
    expect(await failuresOf(1)).toEqual(first);
    expect(await failuresOf(2)).not.toEqual(first);
    const failed = first.filter((kind) => kind !== '');
    // Two standard deviations of a binomial with 200 draws at 0.3 are 13.
    expect(Math.abs(failed.length - 60)).toBeLessThanOrEqual(13);
    expect(new Set(failed)).toEqual(new Set(['status', 'empty']));
  });
});
