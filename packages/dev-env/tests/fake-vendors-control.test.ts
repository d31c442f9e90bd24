import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { decideConfig, readingOf } from '@rapport/server/config';
import { describe, expect, it } from 'vitest';
import { helpText, readArguments } from '../src/fake-vendors/arguments.ts';
import { type FakeVendors, startFakeVendors } from '../src/fake-vendors/fake-vendors.ts';
import { askVendor } from './vendor-requests.ts';

const RECORDED = [
  {
    id: 'google-1',
    provider: 'gemini',
    stream: true,
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'server-timing': 'dur=1', 'Content-Length': '3' },
    body: 'data: {"n": 1}\r\n\r\ndata: {"n": 2}\r\n\r\n',
    framing: 'as-recorded',
  },
  { id: 'google-2', provider: 'vertex', stream: false, status: 403, headers: {}, body: '{"n": 3}', framing: 'quoted' },
  {
    id: 'groq-1',
    provider: 'groq',
    stream: true,
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'content-encoding': 'br', 'transfer-encoding': 'chunked' },
    body: '{"n": 4}\n{"n": 5}',
    framing: 'sse-stripped',
  },
  { id: 'router-1', provider: 'openrouter', stream: false, status: 200, headers: {}, body: '{"n": 6}' },
];

function recordedFile(...lines: readonly string[]): { readonly file: string } & Disposable {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-cases-'));
  const file = join(folder, 'cases.jsonl');
  writeFileSync(file, (lines.length > 0 ? lines : RECORDED.map((line) => JSON.stringify(line))).join('\n'));
  return { file, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

const control = (vendors: FakeVendors, name: string, body: unknown, method = 'POST'): Promise<Response> =>
  fetch(`${vendors.url}/_control/${name}`, { method, ...(method === 'POST' && { body: JSON.stringify(body) }) });

describe('recorded responses', () => {
  it('answer in place of made-up ones, without the headers of their transport', async () => {
    using recorded = recordedFile();
    const caseIds = ['google-1', 'groq-1'];
    await using vendors = await startFakeVendors({ casesFile: recorded.file, caseIds });
    const google = await askVendor(vendors, 'google');
    expect(google).toMatchObject({ status: 200, text: RECORDED[0]?.body });
    expect(google.headers.get('server-timing')).toBe('dur=1');
    expect(google.headers.get('content-length')).toBeNull();
    const groq = await askVendor(vendors, 'groq');
    expect(groq.text).toBe('data: {"n": 4}\n\ndata: {"n": 5}\n\ndata: [DONE]\n\n');
    expect(groq.headers.get('content-encoding')).toBeNull();
    expect((await askVendor(vendors, 'openai')).text).toContain('chat.completion.chunk');
    expect(vendors.requests.map(({ caseId }) => caseId)).toEqual([...caseIds, null]);
  });

  it('come one after the other in a cycle, each at its vendor', async () => {
    using recorded = recordedFile();
    await using vendors = await startFakeVendors({ casesFile: recorded.file, cycles: true });
    for (const name of ['google', 'google', 'google', 'compatible', 'xai'] as const) await askVendor(vendors, name);
    expect(vendors.requests.map(({ caseId }) => caseId)).toEqual([
      'google-1',
      'google-2',
      'google-1',
      'router-1',
      null,
    ]);
    expect(vendors.requests.map(({ status }) => status)).toEqual([200, 403, 200, 200, 200]);
  });

  it('of Google’s door in OpenAI’s format are the compatible vendor’s; a byte order mark is nothing', async () => {
    const line = { id: 'door-1', provider: 'gemini', api: '/v1beta/openai/chat/completions', status: 200, body: '{}' };
    using recorded = recordedFile(`\uFEFF${JSON.stringify(line)}`);
    await using vendors = await startFakeVendors({ casesFile: recorded.file, caseIds: ['door-1'] });
    expect((await askVendor(vendors, 'compatible')).text).toBe('{}');
    expect(vendors.requests.map(({ caseId }) => caseId)).toEqual(['door-1']);
  });

  it('meet the faults of their transport too', async () => {
    using recorded = recordedFile();
    const behaviour = { fault: { kind: 'cut', atByte: 9 } } as const;
    await using vendors = await startFakeVendors({ casesFile: recorded.file, caseIds: ['google-1'], behaviour });
    expect((await askVendor(vendors, 'google')).text).toBe('data: {"n');
  });

  it.each([
    ['no JSON', 'line 1: this is no JSON object'],
    ['{"provider": "groq", "status": 200}', '"id" is missing'],
    ['{"id": "a", "status": 200}', '"provider" is missing'],
    ['{"id": "a", "provider": "groq", "status": "ok"}', '"status" is no HTTP status'],
    ['', 'holds no recorded response'],
  ])('that are none are refused in words: %s', async (line, words) => {
    using recorded = recordedFile(line);
    await expect(startFakeVendors({ casesFile: recorded.file })).rejects.toThrow(words);
  });
});

describe('the control door', () => {
  it('scripts, chooses recorded responses, and resets both', async () => {
    using recorded = recordedFile();
    await using vendors = await startFakeVendors({ casesFile: recorded.file });
    const behaviour = { fault: 'status:503', body: 'tired' };
    expect((await control(vendors, 'script', { target: 'xai', behaviour })).status).toBe(200);
    expect(await askVendor(vendors, 'xai')).toMatchObject({ status: 503, text: 'tired' });
    expect((await control(vendors, 'case', { vendor: 'google', id: 'google-2' })).status).toBe(200);
    expect((await askVendor(vendors, 'google')).status).toBe(403);
    expect((await control(vendors, 'reset', {})).status).toBe(200);
    expect((await askVendor(vendors, 'xai')).status).toBe(200);
    expect((await askVendor(vendors, 'google')).status).toBe(200);
  });

  it('refuses connections for a while', async () => {
    await using vendors = await startFakeVendors();
    expect((await control(vendors, 'refuse', { forMs: 3_600_000 })).status).toBe(200);
    await expect(askVendor(vendors, 'groq')).rejects.toThrow(/ECONNREFUSED|hang up|ECONNRESET/);
  });

  it.each([
    ['script', { behaviour: {} }, '"target" is missing'],
    ['script', { target: 'groq', behaviour: { speed: 1 } }, 'no field "speed"'],
    ['script', { target: 'groq', behaviour: { tokens: 1.5 } }, 'tokens is 1.5, but takes a whole number'],
    ['script', { target: 'groq', behaviour: { fault: 'crash' } }, 'no fault "crash"'],
    ['script', { target: 'groq', behaviour: { fault: 'status:99' } }, 'Write it like "status:503"'],
    ['script', { target: 'groq', behaviour: { finish: 'never' } }, 'finish takes one of stop, length, filter'],
    ['script', { target: 'groq', behaviours: [] }, 'at least one behaviour'],
    ['case', { vendor: 'acme', id: 'a' }, '"vendor" is not one of'],
    ['case', { vendor: 'groq', id: 'a' }, 'no recorded response "a"'],
    ['refuse', { forMs: 0 }, '"forMs" takes milliseconds'],
    ['script', [], 'no JSON object'],
  ])('says what is wrong with %s %j', async (name, body, words) => {
    await using vendors = await startFakeVendors();
    const answer = await control(vendors, name, body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
  });

  it('names what there is', async () => {
    await using vendors = await startFakeVendors();
    expect((await control(vendors, 'elsewhere', {})).status).toBe(404);
    expect((await control(vendors, 'script', null, 'GET')).status).toBe(405);
  });
});

describe('the command line', () => {
  it('is read into behaviour', () => {
    const line = '--port 0 --seed 7 --latency-ms 5 --tokens-per-second 0.5 --tokens 9 --fault crlf+cut:12';
    expect(readArguments(line.split(' '))).toMatchObject({
      port: 0,
      seed: 7,
      behaviour: {
        latencyMs: 5,
        tokensPerSecond: 0.5,
        tokens: 9,
        fault: [{ kind: 'crlf' }, { kind: 'cut', atByte: 12 }],
      },
    });
    expect(readArguments(['--fault', 'empty', '--fault', 'reset', '--fail-share', '0.2'])).toMatchObject({
      behaviour: { failShare: 0.2, among: [[{ kind: 'empty' }], [{ kind: 'reset' }]] },
    });
    expect(readArguments(['--help'])).toBeNull();
    expect(helpText()).toContain('/_control/');
  });

  it.each([
    ['--speed 3', "Unknown option '--speed'. See --help."],
    ['extra', "Unexpected argument 'extra'. See --help."],
    ['--tokens many', '--tokens is "many", but takes a whole number from 0 to 100000.'],
    ['--fail-share 30', '--fail-share is 30, but takes a number from 0 to 1.'],
    ['--port 70000', '--port is "70000", but takes a whole number from 0 to 65535.'],
    ['--fault cut', 'The fault "cut" is not understood. Write it like "cut:120".'],
    ['--case a', '--case needs recorded responses: name their file with --cases.'],
    ['--cycle', '--cycle needs recorded responses: name their file with --cases.'],
  ])('refuses %s with a sentence', (line, sentence) => {
    expect(() => readArguments(line.split(' '))).toThrow(new RangeError(sentence));
  });

  it('prints lines for the environment, answers, and ends on a signal', async () => {
    const main = fileURLToPath(new URL('../src/fake-vendors/main.ts', import.meta.url));
    const child = spawn(process.execPath, [main, '--port', '0', '--text', 'secret words'], { stdio: 'pipe' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const ended = once(child, 'close');
    while (!output.includes('Ctrl+C')) await once(child.stdout, 'data');
    // As `.env.local` would be read, and the server would decide.
    const pasted = parseEnv(output.slice(0, output.indexOf('Playing at')));
    const decision = decideConfig(readingOf({ ...pasted, MODEL_CHAIN: 'compatible/any' }));
    expect(decision).toMatchObject({ success: true, warnings: [] });
    expect(Object.keys(pasted).sort()).toEqual([
      'COMPATIBLE_BASE_URL',
      'GOOGLE_API_KEY',
      'GOOGLE_BASE_URL',
      'GROQ_API_KEY',
      'GROQ_BASE_URL',
      'OPENAI_API_KEY',
      'OPENAI_BASE_URL',
      'XAI_API_KEY',
      'XAI_BASE_URL',
    ]);
    const { OPENAI_BASE_URL: baseUrl = '' } = pasted;
    const answer = await fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer some-key' },
      body: '{"model": "some-model"}',
    });
    expect(await answer.text()).toContain('secret words');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(output).toContain('openai some-model whole -> 200\n');
    expect(output).not.toContain('secret words');
  });
});
