import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogging } from './logging.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rapport-logs-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const logging = () =>
  createLogging({ directory, level: 'info', version: '1', environment: 'testing', toStandardOutput: false });
const linesOf = (name: string) =>
  readFileSync(join(directory, name), 'utf8')
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line));

describe('the log files', () => {
  it('hold lines with the level as a word, errors in a file of their own as well', async () => {
    const { log, close } = logging();
    log.info({ event: 'conversation_completed' }, 'done');
    log.error({ event: 'request_failed' }, 'failed');
    log.debug('too fine');
    await close();
    expect(linesOf('combined.log').map(({ level, event }) => [level, event])).toEqual([
      ['info', 'conversation_completed'],
      ['error', 'request_failed'],
    ]);
    expect(linesOf('error.log').map(({ event }) => event)).toEqual(['request_failed']);
  });

  it('take a line after their end without a word', async () => {
    const { log, close } = logging();
    log.info('the last');
    await close();
    expect(() => log.child({}).error('and another')).not.toThrow();
    expect(linesOf('combined.log')).toHaveLength(1);
  });

  it('hold no secret and no words of a person', async () => {
    const { log, close } = logging();
    log.info({ password: 'hunter2', headers: { authorization: 'Bearer x' }, body: { text: 'my diary' } }, 'oops');
    await close();
    const written = readFileSync(join(directory, 'combined.log'), 'utf8');
    for (const secret of ['hunter2', 'Bearer x', 'my diary']) expect(written).not.toContain(secret);
  });
});

/** /dev/full is Linux's disk that is always full. */
describe.runIf(process.platform === 'linux')('a full disk', () => {
  it('costs the lines that do not fit and nothing else: no exception, no wait at the end', async () => {
    for (const name of ['combined.log', 'error.log']) symlinkSync('/dev/full', join(directory, name));
    const { log, close } = logging();
    for (let line = 0; line < 500; line++) log.error({ line }, 'a line that does not fit');
    const from = performance.now();
    log.info('and on it goes');
    await close();
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});
