import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { decideConfig, readingOf } from './config.ts';
import { explainProblems, explainWarning } from './explain.ts';
import { maskValue } from './findings.ts';

test('an operator reads what, where from, why, what instead, and how to make it', () => {
  const decision = decideConfig(
    readingOf({ APP_ENV: 'production', EMBEDDED_DATABASE: 'allow', PORT: 'http', JWT_SECRET: 'changeme' }),
  );
  if (decision.success) throw new Error('a published secret must be refused');
  expect(explainProblems(decision.problems, decision.environment)).toMatchInlineSnapshot(`
    "Rapport can't start in production: 3 problems in its configuration.

    1. JWT_SECRET
       holds      •••••••• (8 characters), from the environment
       problem    it is a placeholder that nobody replaced
       should be  at least 32 characters drawn at random
       make one   openssl rand -base64 48
       or         node -e "console.log(require('node:crypto').randomBytes(48).toString('base64url'))"

    2. ENCRYPTION_KEY
       holds      nothing: it is not set
       problem    it is required here
       should be  32 bytes drawn at random, as base64, as 64 hexadecimal digits, or as 32 characters
       make one   openssl rand -base64 32
       or         node -e "console.log(require('node:crypto').randomBytes(32).toString('base64'))"

    3. PORT
       holds      http, from the environment
       problem    it is not a whole number
       should be  a whole number from 0 to 65535, such as 8080

    Every variable is described in .env.example. The first place that sets one wins: the environment, .env.local, .env, packages/<assistant>/.env, .env.<APP_ENV>."
  `);
});

const canary = 'kX9-canary-7Qz';
const secretive = {
  JWT_SECRET: canary,
  ENCRYPTION_KEY: canary,
  DATABASE_URL: `postgresql://app:${canary}@db:5432/chat`,
  DB_PASSWORD: `${canary}-other`,
  REDIS_URL: `redis://:${canary}@cache:99999`,
  REDIS_PASSWORD: canary,
  OPERATOR_TOKEN: ` ${canary}`,
  SUPABASE_JWT_SECRET: canary,
  GOOGLE_API_KEY: `${canary}…`,
  JWT_SECRT: canary,
  DB_PASWORD: canary,
};

test('no problem and no warning shows a secret', () => {
  const decision = decideConfig(readingOf({ APP_ENV: 'production', ...secretive }));
  if (decision.success) throw new Error('these contradict each other');
  const shown = `${explainProblems(decision.problems, decision.environment)}${decision.warnings.map(explainWarning)}${JSON.stringify(decision)}`;
  expect(decision.problems.length).toBeGreaterThan(6);
  expect(decision.warnings.map(({ variable }) => variable)).toContain('JWT_SECRT');
  expect(shown).not.toContain('canary');
});

test('a decided configuration can be logged whole', () => {
  const decision = decideConfig(
    readingOf({
      DATABASE_URL: secretive.DATABASE_URL,
      REDIS_URL: `redis://:${canary}@cache`,
      GROQ_API_KEY: canary,
      JWT_SECRET: `${canary}-${canary}-${canary}`,
      SUPABASE_ANON_KEY: canary,
      OPERATOR_TOKEN: canary,
    }),
  );
  if (!decision.success) throw new Error(explainProblems(decision.problems, null));
  const spellings = [
    JSON.stringify(decision),
    inspect(decision, { depth: 9, showHidden: true }),
    `${decision.config.operatorToken}`,
  ];
  for (const spelling of spellings) expect(spelling).not.toContain('canary');
  expect(decision.config.vendors.groq.apiKey?.reveal()).toBe(canary);
});

test.each([
  ['PORT', 'http', 'http'],
  ['JWT_SECRET', 'abc', '•••••••• (3 characters)'],
  ['DATABASE_URL', 'postgresql://app:secret@db:5432/chat', 'postgresql://app:••••••••@db:5432/chat'],
  ['DATABASE_URL', 'postgresql://app:s@cr/t@db/chat', 'postgresql://app:••••••••@db/chat'],
  ['DATABASE_URL', 'postgresql://db/chat?password=secret&x=1', 'postgresql://db/chat?password=••••••••&x=1'],
  ['DATABASE_URL', 'app:secret@db', '•••••••• (13 characters)'],
  ['REDIS_URL', 'redis://:secret@cache', 'redis://:••••••••@cache'],
  ['PUBLIC_URL', 'https://me:secret@example.com', 'https://me:••••••••@example.com'],
  ['STRIPE_SECRET_KEYS', 'abcd', '•••••••• (4 characters)'],
  ['LOG_DIR', 'a\u001b[31mb', 'a·[31mb'],
])('%s=%s is shown as %s', (name, value, shown) => expect(maskValue(name, value)).toBe(shown));
