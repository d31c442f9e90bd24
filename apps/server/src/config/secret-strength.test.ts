import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { howPublished, howWeak } from './secret-strength.ts';

const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;

describe('values others know', () => {
  test.each([
    ['your_jwt_secret_32_characters_min', 'the deployment guide'],
    ['your_32_character_encryption_key', 'the deployment guide'],
    ['secure_password', 'the deployment guide'],
    ['secure_redis_password', 'the deployment guide'],
    ['your-256-bit-secret', 'jwt.io'],
    ['super-secret-jwt-token-with-at-least-32-characters-long', "Supabase's local setup"],
    ['SUPER-SECRET-JWT-TOKEN-WITH-AT-LEAST-32-CHARACTERS-LONG', "Supabase's local setup"],
    ['a-string-secret-at-least-256-bits-long-change-this-please', 'jwt.io'],
    ['secret', 'guessed'],
    ['Secret123!', 'guessed'],
    ['changeme', 'placeholder'],
    ['change-me-in-production-please-123', 'placeholder'],
    ['<your key>', 'placeholder'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an unexpanded variable is the case
    ['${JWT_SECRET}', 'placeholder'],
    ['your_groq_api_key_here', 'placeholder'],
    ['sk-xxxxxxxxxxxxxxxx', 'placeholder'],
    ['paste your key', 'placeholder'],
    ['xxxxxxxx', 'placeholder'],
    [token({ iss: 'supabase-demo', role: 'anon' }), 'demonstration'],
  ])('%s', (value, reason) => expect(howPublished(value)).toContain(reason));

  test.each([
    ['a real Groq key', 'gsk_8f2KdQ0pZrT6vYb1NcXs7wEm4uHjLa'],
    ['a passphrase', 'otter-lantern-brisk-quarry-59-violin'],
    ['a project token', token({ iss: 'supabase', ref: 'abcdefghij', role: 'anon' })],
    ['a password with a common word in it', 'thesecretgarden-is-locked-7Q'],
  ])('%s is nobody else’s', (_, value) => expect(howPublished(value)).toBeNull());
});

describe('values that are easy to guess', () => {
  test.each([
    ['a'.repeat(32), 'different characters'],
    ['abababababababababababababababababab', 'different characters'],
    ['12345678901234567890123456789012', 'repeated'],
    ['correct-horse-correct-horse-correct-horse-', 'repeated'],
    ['abcdefghijklmnopqrstuvwxyz0123456789', 'sequence'],
    ['zyxwvutsrqponmlkjihgfedcba98765432', 'sequence'],
    ['0'.repeat(64), 'different characters'],
    [Buffer.alloc(32).toString('base64'), 'different characters'],
  ])('%s', (value, reason) => expect(howWeak(value)).toContain(reason));

  test('random values pass in every spelling', () => {
    for (let round = 0; round < 500; round += 1) {
      for (const spelling of ['base64', 'base64url', 'hex'] as const) {
        const value = randomBytes(32).toString(spelling);
        expect({ value, weak: howWeak(value), published: howPublished(value) }).toEqual({
          value,
          weak: null,
          published: null,
        });
      }
    }
  });
});
