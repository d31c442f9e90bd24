import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from './load.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rapport-load-'));
  writeFileSync(join(root, 'package.json'), '{ "workspaces": [] }');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('an empty folder gives a whole development configuration, the same one twice', () => {
  const [first, second] = [loadConfig({}, root), loadConfig({}, root)];
  if (!first.success || !second.success) throw new Error('nothing is missing in development');
  expect(first.config).toMatchObject({ environment: 'development', dataDirectory: join(root, 'data') });
  expect(second.secrets.jwtSecret.reveal()).toBe(first.secrets.jwtSecret.reveal());
});

test('a guide’s settings, copied and not filled in, are refused in production with every placeholder named', () => {
  writeFileSync(
    join(root, '.env'),
    `NODE_ENV=production
GOOGLE_API_KEY=your_gemini_api_key_here
DB_HOST=localhost
DB_PASSWORD=your_secure_password
JWT_SECRET=your_jwt_secret_32_characters_min
ENCRYPTION_KEY=your_32_character_encryption_key
`,
  );
  const loaded = loadConfig({}, root);
  if (loaded.success) throw new Error('placeholders must be refused');
  const named = ['JWT_SECRET', 'ENCRYPTION_KEY', 'DB_PASSWORD', 'GOOGLE_API_KEY'];
  for (const name of named) expect(loaded.explanation).toContain(`. ${name}\n`);
  expect(loaded.explanation).toContain('4 problems');
  expect(loaded.explanation).toContain('from .env');
});
