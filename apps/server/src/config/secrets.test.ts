import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect, promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { completeSecrets, Secret, type Secrets } from './secrets.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rapport-secrets-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const none = { jwtSecret: null, encryptionKey: null };
const development = () => ({ environment: 'development' as const, dataDirectory: join(directory, 'data') });
const reveal = ({ jwtSecret, encryptionKey }: Secrets) => [
  jwtSecret.reveal(),
  Buffer.from(encryptionKey.reveal()).toString('hex'),
];

test('a secret is shown by nothing but reveal', () => {
  const secret = new Secret('open sesame');
  const bytes = new Secret(new TextEncoder().encode('open sesame'));
  const shown = [
    `${secret}`,
    JSON.stringify({ secret, bytes }),
    inspect({ secret, bytes }, { showHidden: true }),
    JSON.stringify({ ...secret }),
    JSON.stringify(structuredClone(secret)),
  ].join();
  expect(shown).not.toMatch(/sesame|115/);
  expect(secret.reveal()).toBe('open sesame');
});

describe('generated secrets', () => {
  test('are made once, for the owner alone, with nothing left beside them', () => {
    const first = completeSecrets(none, development());
    expect(first.jwtSecret.reveal().length).toBeGreaterThanOrEqual(32);
    expect(first.encryptionKey.reveal()).toHaveLength(32);
    expect(reveal(completeSecrets(none, development()))).toEqual(reveal(first));
    expect(readdirSync(join(directory, 'data'))).toEqual(['secrets.json']);
    expect(statSync(join(directory, 'data/secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('differ from one data folder to the next', () => {
    const other = { ...development(), dataDirectory: join(directory, 'other') };
    expect(reveal(completeSecrets(none, development()))).not.toEqual(reveal(completeSecrets(none, other)));
  });

  test('are the same for processes that start at once', async () => {
    const script = `
      const { completeSecrets } = await import(${JSON.stringify(new URL('./secrets.ts', import.meta.url).href)});
      const made = completeSecrets({ jwtSecret: null, encryptionKey: null }, ${JSON.stringify(development())});
      console.log(made.jwtSecret.reveal());`;
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    const outputs = await Promise.all([run(), run(), run(), run()]);
    expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(readdirSync(join(directory, 'data'))).toEqual(['secrets.json']);
  });

  test('stand in for what is missing alone', () => {
    const given = new Secret('given by the operator, long enough');
    const made = completeSecrets({ ...none, jwtSecret: given }, development());
    expect(made.jwtSecret).toBe(given);
    expect(made.encryptionKey.reveal()).toHaveLength(32);
  });

  test('that others may read are closed to them', () => {
    completeSecrets(none, development());
    const file = join(directory, 'data/secrets.json');
    chmodSync(file, 0o644);
    completeSecrets(none, development());
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['an empty file', ''],
    ['half a file', '{ "jwtSecret": "kX9-canary'],
    ['a short secret', JSON.stringify({ jwtSecret: 'kX9-canary', encryptionKey: '0'.repeat(64) })],
    ['a broken key', JSON.stringify({ jwtSecret: 'x'.repeat(64), encryptionKey: 'kX9-canary' })],
  ])('%s is refused in words, showing nothing of it', (_, content) => {
    completeSecrets(none, development());
    const file = join(directory, 'data/secrets.json');
    writeFileSync(file, content);
    const attempt = () => completeSecrets(none, development());
    expect(attempt).toThrow(/secrets\.json.*delete/s);
    expect(attempt).not.toThrow(/canary/);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  test('that can’t be written are an error that says what to do', () => {
    const file = join(directory, 'a file');
    writeFileSync(file, '');
    expect(() => completeSecrets(none, { ...development(), dataDirectory: file })).toThrow(/JWT_SECRET/);
  });

  test.each(['production', 'staging'] as const)('are never made in %s', (environment) => {
    const jwtSecret = new Secret('given by the operator, long enough');
    expect(() => completeSecrets({ ...none, jwtSecret }, { ...development(), environment })).toThrow(/never generated/);
    expect(readdirSync(directory)).toEqual([]);
  });
});
