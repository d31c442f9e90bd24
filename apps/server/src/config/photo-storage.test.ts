import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decideConfig, readingOf, Secret } from './config.ts';
import { completeSecrets } from './secrets.ts';

const base64 = randomBytes(32).toString('base64');
const hex = randomBytes(32).toString('hex');
const production = {
  APP_ENV: 'production',
  JWT_SECRET: 'Qm7x-tV2pLr9_kZs4WfYb8Nc1HdGj6Ea3Uo5',
  ENCRYPTION_KEY: 'k3Zb9QwXv7Rt2Lp8Nf4Hs6Jd1Gc5Ym0A',
  DATABASE_URL: 'postgresql://rapport:zR8-kq2Lw9@db.example.com:5432/rapport?sslmode=verify-full',
};
type Values = Readonly<Record<string, string>>;
const decide = (values: Values) => decideConfig(readingOf(values));
const refusedVariables = (values: Values): readonly string[] => {
  const decision = decide(values);
  return decision.success ? [] : decision.problems.map(({ variable }) => variable);
};

describe('storing photos', () => {
  const cases: readonly (readonly [string, Values, boolean, number])[] = [
    ['a laptop stores', {}, true, 0],
    ['a laptop that wants none', { PHOTO_STORAGE: 'off' }, false, 0],
    ['production without keys starts, and stores none', production, false, 0],
    ['production with a key stores', { ...production, PHOTO_ENCRYPTION_KEYS: base64 }, true, 1],
    ['the newest first, the older still open', { ...production, PHOTO_ENCRYPTION_KEYS: `${hex}, ${base64}` }, true, 2],
    [
      'keys without storing, to open what is there',
      { ...production, PHOTO_ENCRYPTION_KEYS: base64, PHOTO_STORAGE: 'off' },
      false,
      1,
    ],
  ];
  test.each(cases)('%s', (_, values, stored, keys) => {
    const decision = decide(values);
    if (!decision.success) throw new Error(JSON.stringify(decision.problems));
    expect(decision.config.photos.stored).toBe(stored);
    expect(decision.secrets.photoKeys).toHaveLength(keys);
  });

  const refused: readonly (readonly [string, Values])[] = [
    ['storing without a key', { PHOTO_STORAGE: 'on' }],
    ['a short key', { PHOTO_ENCRYPTION_KEYS: 'too-short' }],
    ['a broken second key', { PHOTO_ENCRYPTION_KEYS: `${base64},nothing` }],
    ['one key twice', { PHOTO_ENCRYPTION_KEYS: `${base64},${base64}` }],
    ['a weak key', { PHOTO_ENCRYPTION_KEYS: '0'.repeat(64) }],
  ];
  test.each(refused)('production refuses %s', (_, values) => {
    expect(refusedVariables({ ...production, ...values })).toContain('PHOTO_ENCRYPTION_KEYS');
  });

  test('a laptop’s key follows from its encryption key, and is another', () => {
    const given = {
      jwtSecret: new Secret(production.JWT_SECRET),
      encryptionKey: new Secret(new TextEncoder().encode(production.ENCRYPTION_KEY)),
    };
    const whole = (environment: 'development' | 'production') =>
      completeSecrets(given, { environment, dataDirectory: '/nowhere' }).photoKeys.map((key) =>
        Buffer.from(key.reveal()).toString('hex'),
      );
    expect(whole('development')).toEqual(whole('development'));
    expect(whole('development')[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(whole('development')[0]).not.toBe(Buffer.from(production.ENCRYPTION_KEY).toString('hex'));
    expect(whole('production')).toEqual([]);
  });
});
