import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMessageExamples } from './message-examples.ts';

describe('labelled messages', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'examples-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const written = (lines: string): URL => {
    const file = join(directory, 'examples.jsonl');
    writeFileSync(file, lines);
    return pathToFileURL(file);
  };

  it('are read a line each, empty ones aside', () => {
    const lines =
      '{"id":"1","text":"hi","stage":"learning"}\n\n{"id":"2","text":"ho","stage":"mastery","persona":"expert"}\n';
    expect(readMessageExamples(written(lines))).toMatchObject([{ stage: 'learning' }, { persona: 'expert' }]);
  });

  const refused = [
    ['no JSON', 'hello', /line 2: line: /],
    ['an unknown stage', '{"id":"1","text":"hi","stage":"bliss"}', /line 2: stage: /],
    ['an unknown field', '{"id":"1","text":"hi","stage":"learning","mood":"good"}', /line 2: line: /],
  ] as const;
  it.each(refused)('with %s are refused, naming file, line and field', (_, line, message) => {
    const read = () => readMessageExamples(written(`{"id":"0","text":"hi","stage":"learning"}\n${line}\n`));
    expect(read).toThrow(TypeError);
    expect(read).toThrow(message);
    expect(read).toThrow('examples.jsonl');
  });
});
