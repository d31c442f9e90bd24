import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEnvironment } from './env.ts';
import { findSetting } from './reading.ts';

let root: string;
const write = (file: string, content: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
};
const find = (name: string, environment: Record<string, string> = {}, directory = root) =>
  findSetting(readEnvironment(environment, directory).layers, name);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rapport-env-'));
  write('package.json', '{ "workspaces": [] }');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('precedence', () => {
  const places = [
    ['.env.development', 'PORT=1'],
    ['packages/sienna-naturals/.env', 'PORT=2'],
    ['packages/jumbo/.env', 'PORT=3'],
    ['.env', 'PORT=4'],
    ['.env.local', 'PORT=5'],
  ] as const;

  test('each place wins over the ones before it, and the process over all', () => {
    for (const [file, content] of places) {
      write(file, content);
      expect(find('PORT')).toEqual({ value: content.slice(-1), source: file });
    }
    expect(find('PORT', { PORT: '6' })).toEqual({ value: '6', source: 'the environment' });
  });

  test('an empty value gives way to the next place', () => {
    write('.env.local', 'PORT=\n');
    write('.env', 'PORT="  "\n');
    write('.env.development', 'PORT=1\n');
    expect(find('PORT', { PORT: '' })).toEqual({ value: '1', source: '.env.development' });
  });
});

describe('which environment’s file', () => {
  test.each<[string, Record<string, string>, Record<string, string>, string | undefined]>([
    ['nothing set', {}, {}, '.env.development'],
    ['APP_ENV of the process', { APP_ENV: 'staging' }, {}, '.env.staging'],
    ['NODE_ENV=test', { NODE_ENV: 'test' }, {}, '.env.testing'],
    ['NODE_ENV=production', { NODE_ENV: 'production' }, {}, '.env.production'],
    ['APP_ENV of a file', {}, { '.env': 'APP_ENV=staging' }, '.env.staging'],
    [
      'NODE_ENV of an assistant’s file',
      {},
      { 'packages/sienna-naturals/.env': 'NODE_ENV=production' },
      '.env.production',
    ],
    ['a path', { APP_ENV: '../secret' }, {}, undefined],
    ['a name nobody knows', { APP_ENV: 'prod' }, {}, undefined],
  ])('%s', (_, environment, files, expected) => {
    for (const name of ['development', 'testing', 'staging', 'production', 'prod', '../secret']) {
      write(`.env.${name}`, 'LOG_LEVEL=trace');
    }
    for (const [file, content] of Object.entries(files)) write(file, content);
    expect(find('LOG_LEVEL', environment)?.source).toBe(expected);
  });
});

test('from a folder inside, the repository’s files are read', () => {
  write('.env', 'PORT=4');
  write('packages/jumbo/package.json', '{ "name": "@rapport/jumbo" }');
  expect(find('PORT', {}, join(root, 'packages/jumbo'))).toEqual({ value: '4', source: '.env' });
  expect(readEnvironment({}, join(root, 'packages/jumbo')).root).toBe(root);
});

test('an assistant’s own file is marked as its own', () => {
  write('packages/jumbo/.env', 'BRAND_NAME=Jumbo & Friends');
  expect(readEnvironment({}, root).layers).toContainEqual(
    expect.objectContaining({ source: 'packages/jumbo/.env', assistantFolder: 'jumbo' }),
  );
});

test('quotes, comments, exports, line ends of Windows and a byte order mark are understood', () => {
  write('.env', '\uFEFFPORT=9000\r\nexport HOST=::1 # a comment\r\nBRAND_NAME="Sienna # Naturals"\r\n');
  expect(['PORT', 'HOST', 'BRAND_NAME'].map((name) => find(name)?.value)).toEqual(['9000', '::1', 'Sienna # Naturals']);
});

test.each([
  ['DB_PASSWORD=kP3#x9', ['DB_PASSWORD']],
  ['export DB_PASSWORD = kP3#x9', ['DB_PASSWORD']],
  ['DB_PASSWORD=kP3 # the new one', []],
  ['DB_PASSWORD="kP3#x9"', []],
  ['DB_PASSWORD= # none', []],
  ['# DB_PASSWORD=kP3#x9', []],
])('%s: cut at the hash', (content, cut) => {
  write('.env', content);
  expect(readEnvironment({}, root).layers.find(({ source }) => source === '.env')?.cutAtHash).toEqual(cut);
});

test('a file that is there and can’t be read is reported', () => {
  mkdirSync(join(root, '.env.local'));
  expect(readEnvironment({}, root).unreadable).toEqual([{ file: '.env.local', reason: 'EISDIR' }]);
});
