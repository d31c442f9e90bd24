import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '@rapport/adapters/database/embedded.ts';
import { createScriptedModel, createTestApp } from '@rapport/dev-env';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('prompt.ts', import.meta.url));
const UNKNOWN = '01900000-0000-7000-8000-00000000dead';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'rapport-prompt-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the command as a process, in a folder without any file of settings. */
function prompt(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, APP_ENV: 'testing', DATA_DIR: directory };
    const child = execFile(process.execPath, [CLI, ...args], { env, cwd: directory }, (_, out, error) =>
      resolve({ status: child.exitCode, out, error }),
    );
  });
}

describe('npm run prompt', () => {
  it.each<readonly [string, readonly string[], RegExp]>([
    ['no message', [], /Say which message/],
    ['an id that is none', ['--message', '42'], /a UUID, not "42"/],
    ['a person who is none', ['--message', UNKNOWN, '--user', 'bo'], /a UUID, not "bo"/],
    ['an unknown option', ['--reply', UNKNOWN], /--reply/],
  ])('with %s says how it is used, with status 2', async (_, args, message) => {
    const { status, out, error } = await prompt(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).toContain('npm run prompt -- --message ID');
  });

  it('names what holds the embedded database, and shows the prompt once that has stopped', async () => {
    const model = createScriptedModel('test/willing', () => [{ do: 'text', text: 'Do you?' }, { do: 'finish' }]);
    const app = await createTestApp({
      database: await openEmbedded({ directory: join(directory, 'database'), onProgress: () => undefined }),
      overrides: { models: [model] },
    });
    const person = await app.guest();
    const reply = await person.say('sienna', 'Is hard water ruining my hair?');
    const held = await prompt('--message', reply.message.id);
    await app[Symbol.asyncDispose]();
    expect(held).toMatchObject({ status: 1, out: '', error: expect.stringMatching(/in use by process .* stop that/s) });

    const shown = await prompt('--message', reply.message.id);
    expect(shown.status).toBe(0);
    expect(shown.out).toContain('Is hard water ruining my hair?');
    expect(shown.out).toContain(model.requests[0]?.instructions);
    expect(shown.out).toMatch(/The same to the byte: SHA-256 [0-9a-f]{64}/);

    const json = await prompt('--message', reply.message.id, '--json');
    expect(JSON.parse(json.out)).toMatchObject({ kind: 'reproduced', assistant: 'sienna', differences: [] });
  });
});
