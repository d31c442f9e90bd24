import { describe, expect, test } from 'vitest';
import { decideConfig } from './config.ts';
import { readingOf } from './reading.ts';

const SECRET = 'cJ7tWq2nLz9vRb4xKs6mYd8pHf3gTa5eXu1';
const decide = (environment: Record<string, string>) => {
  const decision = decideConfig(readingOf({ APP_ENV: 'testing', ...environment }));
  return decision.success ? decision.config.widget : decision.problems.map(({ variable }) => variable);
};

describe('where the widget may be shown', () => {
  test.each([
    { sites: '', allowed: [] },
    { sites: 'https://shop.example.com', allowed: ['https://shop.example.com'] },
    {
      sites: 'https://*.example.com, http://localhost:3000',
      allowed: ['https://*.example.com', 'http://localhost:3000'],
    },
  ])('$sites', ({ sites, allowed }) => {
    expect(decide({ WIDGET_SITES: sites })).toMatchObject({ sites: allowed });
  });

  test.each([
    '*',
    "'none'",
    'https:',
    'shop.example.com',
    'https://shop.example.com/path',
    'https://shop.example.com;script-src',
  ])('%s is refused', (sites) => {
    expect(decide({ WIDGET_SITES: sites })).toEqual(['WIDGET_SITES']);
  });

  test('in development also on this machine', () => {
    expect(decide({ APP_ENV: 'development' })).toMatchObject({ sites: ['http://localhost:*', 'http://127.0.0.1:*'] });
  });
});

describe('with what a brand vouches for its customers', () => {
  test('one secret a brand, or two while they are exchanged', () => {
    const secrets = `sienna-naturals=${SECRET}, jumbo=${SECRET}2, jumbo=${SECRET}3`;
    const widget = decide({ WIDGET_IDENTITY_SECRETS: secrets });
    const read = 'identitySecrets' in widget ? [...widget.identitySecrets] : [];
    expect(read.map(([brand, ofBrand]) => [brand, ofBrand.map((secret) => secret.reveal())])).toEqual([
      ['sienna-naturals', [SECRET]],
      ['jumbo', [`${SECRET}2`, `${SECRET}3`]],
    ]);
  });

  test.each([SECRET, `=${SECRET}`, 'jumbo=short', `Jumbo!=${SECRET}`])('%s is refused', (secrets) => {
    expect(decide({ WIDGET_IDENTITY_SECRETS: secrets })).toEqual(['WIDGET_IDENTITY_SECRETS']);
  });
});
