import { expect, test } from 'vitest';
import { findMisspellings, likelyVariable } from './misspellings.ts';
import { readingOf } from './reading.ts';

test.each([
  ['RATE_LIMIT_MAXX', 'RATE_LIMIT_MAX'],
  ['REDIS_PASWORD', 'REDIS_PASSWORD'],
  ['REDDIS_URL', 'REDIS_URL'],
  ['JWT_SERCET', 'JWT_SECRET'],
  ['DATABSE_URL', 'DATABASE_URL'],
  ['ENCRYPTON_KEY', 'ENCRYPTION_KEY'],
  ['CIRCUIT_BREAKER_FAILURE_TRESHOLD', 'CIRCUIT_BREAKER_FAILURE_THRESHOLD'],
  ['CORS_ORIGIN', 'CORS_ORIGINS'],
  ['jwt_secret', 'JWT_SECRET'],
  ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  ['GROK_API_KEY', 'XAI_API_KEY'],
  ['DB_USERNAME', 'DB_USER'],
])('%s looks like %s', (name, likely) => expect(likelyVariable(name)).toBe(likely));

test.each([
  'HOSTNAME',
  'HOSTS',
  'POST',
  'PATH',
  'HOME',
  'LOGNAME',
  'LANG',
  'SHLVL',
  'TERM_PROGRAM',
  'XDG_DATA_DIRS',
  'XDG_RUNTIME_DIR',
  'NODE_OPTIONS',
  'NODE_PATH',
  'NODE_VERSION',
  'NODE_EXTRA_CA_CERTS',
  'npm_config_cache',
  'npm_package_json',
  'REDIS_SERVICE_HOST',
  'REDIS_SERVICE_PORT',
  'REDIS_PORT_6379_TCP',
  'KUBERNETES_PORT',
  'POSTGRES_PASSWORD',
  'PGPASSWORD',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'GOOGLE_CLOUD_PROJECT',
  'AWS_SECRET_ACCESS_KEY',
  'ANTHROPIC_API_KEY',
  'SENTRY_RELEASE',
  'K_SERVICE',
  'CI',
  'VITEST',
])('%s is somebody else’s', (name) => expect(likelyVariable(name)).toBeUndefined());

test('another tool’s name is left alone in the process’s environment where ours is set', () => {
  expect(findMisspellings(readingOf({ DB_PASS: 'x', DB_PASSWORD: 'y' }))).toEqual([]);
  expect(findMisspellings(readingOf({ DB_PASS: 'x' }))).toMatchObject([{ name: 'DB_PASS', likely: 'DB_PASSWORD' }]);
});

test('a slip of the finger is pointed out even where the right name is set', () => {
  expect(findMisspellings(readingOf({ LOG_LEVL: 'debug', LOG_LEVEL: 'info' }))).toMatchObject([{ name: 'LOG_LEVL' }]);
});
