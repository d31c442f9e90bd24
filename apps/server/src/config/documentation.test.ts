import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { decideConfig, readingOf } from './config.ts';
import { configurationTable, environmentExample } from './documentation.ts';
import { explainProblems } from './explain.ts';
import { environmentNames } from './reading.ts';
import { howPublished } from './secret-strength.ts';
import { isVariableName, type Variable, variables } from './variables.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const all: readonly Variable[] = variables;
const assistantExamples = readdirSync(join(root, 'packages'))
  .map((folder) => `packages/${folder}/.env.example`)
  .filter((file) => existsSync(join(root, file)));
const environmentFiles = environmentNames.map((name) => `.env.${name}`);

test('.env.example is what the variables say', () => {
  expect(read('.env.example')).toBe(environmentExample());
});

test('the README’s table is what the variables say', () => {
  const [, table] = /<!-- configuration:start -->\n(.*?)\n<!-- configuration:end -->/s.exec(read('README.md')) ?? [];
  expect(table?.trim()).toBe(configurationTable());
});

test('variables are declared once, with a purpose, and start from a value of their kind', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const variable of all) {
    expect(variable.purpose).toMatch(/\.$/);
    if (variable.secret === 'whole') expect(variable).not.toHaveProperty('example');
    if (variable.secret === 'whole') expect(variable).not.toHaveProperty('default');
  }
});

test('every default decides as if nothing were set, except to take away what is derived', () => {
  const defaults = Object.fromEntries(
    all.flatMap((variable) => (variable.default ? [[variable.name, variable.default]] : [])),
  );
  const { DB_PORT: _port, DB_USER: _user, DB_NAME: _name, REDIS_PORT: _redis, REDIS_DB: _database, ...rest } = defaults;
  expect(decideConfig(readingOf(rest))).toEqual(decideConfig(readingOf({})));
});

/** What an example can't do without. */
const companions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  DB_SSL_CA_FILE: { DB_HOST: 'localhost', DB_SSL: 'verify-full' },
  HANDOFF_WEBHOOK_URL: { HANDOFF_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
  ALERT_WEBHOOK_URL: { ALERT_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
  SMTP_URL: { MAIL_FROM: 'no-reply@example.com' },
  CAMPAIGN_MAIL_FROM: { SMTP_URL: 'smtp://localhost:25', MAIL_FROM: 'no-reply@example.com' },
  EMBEDDING_MODEL: { OPENAI_API_KEY: 'sk-4f0c2a91b7d84e6fa3c5d0e1f2a3b4c5' },
};

test('every example is a value that is taken', () => {
  for (const { name, example } of all) {
    if (example === undefined || ['SUPABASE_URL', 'APP_ENV', 'NODE_ENV'].includes(name)) continue;
    const also = companions[name] ?? {};
    const decision = decideConfig(readingOf({ ...also, [name]: example }));
    expect(decision.success ? '' : explainProblems(decision.problems, null)).toBe('');
  }
});

test('what the examples hold as a secret is refused in production', () => {
  for (const file of ['.env.example', ...assistantExamples]) {
    for (const [, name = '', value = ''] of read(file).matchAll(/^(?:# )?([A-Z][A-Z_]+)=(.+)$/gm)) {
      const secrecy = all.find((variable) => variable.name === name)?.secret;
      if (secrecy === undefined) continue;
      expect({ name, refused: howPublished(URL.parse(value)?.password ?? value) !== null }).toEqual({
        name,
        refused: true,
      });
    }
  }
});

describe.each([...environmentFiles, ...assistantExamples])('%s', (file) => {
  const values = Object.entries(parseEnv(read(file)));

  test('sets variables that are read, and no secret', () => {
    for (const [name, value] of values) {
      expect({ name, known: isVariableName(name) }).toEqual({ name, known: true });
      const secrecy = all.find((variable) => variable.name === name)?.secret;
      expect({ name, holdsSecret: secrecy !== undefined && value !== '' }).toEqual({ name, holdsSecret: false });
    }
  });

  test('is written so that Docker’s --env-file reads it alike', () => {
    for (const line of read(file).split('\n')) expect(line).toMatch(/^(#.*|[A-Z][A-Z_]*=[^'"`#]*|)$/);
  });
});

test.each(environmentNames)('.env.%s starts with its required secrets and nothing else', (name) => {
  const required =
    name === 'production' || name === 'staging'
      ? {
          JWT_SECRET: 'Qm7x-tV2pLr9_kZs4WfYb8Nc1HdGj6Ea3Uo5',
          ENCRYPTION_KEY: 'k3Zb9QwXv7Rt2Lp8Nf4Hs6Jd1Gc5Ym0A',
          DATABASE_URL: 'postgresql://rapport:zR8-kq2Lw9@postgres/rapport',
        }
      : {};
  const decision = decideConfig(readingOf({ APP_ENV: name, ...fileValues(`.env.${name}`), ...required }));
  if (!decision.success) throw new Error(explainProblems(decision.problems, decision.environment));
  expect(decision.config.environment).toBe(name);
});

test.each(assistantExamples)('%s starts as it is copied, without a warning', (file) => {
  const decision = decideConfig(readingOf(fileValues(file)));
  expect({ success: decision.success, warnings: decision.warnings }).toEqual({ success: true, warnings: [] });
});

function fileValues(file: string): Record<string, string> {
  return Object.fromEntries(Object.entries(parseEnv(read(file))).map(([name, value]) => [name, value ?? '']));
}
