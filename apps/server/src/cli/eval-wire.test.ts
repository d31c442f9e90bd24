import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { evaluateWire } from './eval-wire.ts';

const LONG = {
  id: 'long',
  provider: 'gemini',
  status: 200,
  headers: {},
  suggested: 'OK',
  body: JSON.stringify({
    candidates: [{ content: { parts: [{ text: 'Fine.' }] }, finishReason: 'STOP' }],
    usageMetadata: { promptTokenCount: 90_000, candidatesTokenCount: 9_000 },
  }),
};

let folder: string;
const printed: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-wire-'));
  printed.length = 0;
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line) => void printed.push(String(line)));
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const evaluate = (...lines: readonly string[]): Promise<number> => {
  const file = join(folder, 'cases.jsonl');
  writeFileSync(file, lines.join('\n'));
  return evaluateWire(['--cases', file]);
};

it('believes what was counted, for others may have asked for more than we do', async () => {
  expect(await evaluate(JSON.stringify(LONG))).toBe(0);
  expect(printed[0]).toContain('completed · 90000 (0) + 9000 (0) tokens');
});

it('reads a file that begins with a byte order mark', async () => {
  expect(await evaluate(`\uFEFF${JSON.stringify(LONG)}`)).toBe(0);
});

it('ends with 1 when a label says otherwise, and names the line of what is no case', async () => {
  expect(await evaluate(JSON.stringify({ ...LONG, suggested: 'TRUNCATED' }))).toBe(1);
  expect(await evaluate(JSON.stringify(LONG), '{}')).toBe(1);
  expect(printed.at(-1)).toContain('line 2');
});
