import { readFileSync } from 'node:fs';
import { rowsOf } from '@rapport/core/understanding/evaluate.ts';
import { expect, test } from 'vitest';
import { evaluateShelf } from './eval-products.ts';

const folder = new URL('../../../../packages/sienna-naturals/evals/', import.meta.url);
const results = evaluateShelf((name) => rowsOf(readFileSync(new URL(name, folder), 'utf8')));
const figures = new Map(results.map(({ title, evaluation }) => [title, evaluation]));

test.each(['Products', 'Products, further cases'])(
  '%s: what fits is found, and nothing sold where nothing should be',
  (title) => {
    const { metrics } = figures.get(title) ?? {};
    expect(metrics?.hit).toBeGreaterThanOrEqual(0.85);
    expect(metrics?.silentWhereNothing).toBe(1);
  },
);

test.each(['Claims of the built-in model', 'Claims a vendor invents'])(
  '%s: none without a ground is shown',
  (title) => {
    expect(figures.get(title)).toMatchObject({ metrics: { unsupported: 0 }, misses: [] });
  },
);

test('two hundred questions tempt, and honest sentences come through', () => {
  expect(figures.get('Claims of the built-in model')?.count).toBeGreaterThanOrEqual(200);
  expect(figures.get('Claims a vendor invents')?.metrics.honestKept).toBeGreaterThanOrEqual(0.95);
});
