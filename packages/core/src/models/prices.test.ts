import { describe, expect, it } from 'vitest';
import { costOf, costOfAttempt, createPriceList, type Price } from './prices.ts';

const price = (values: Partial<Price> = {}): Price => ({
  model: 'test/model',
  from: '2026-01-01',
  inputPerMillion: 300_000,
  cachedInputPerMillion: 75_000,
  outputPerMillion: 2_500_000,
  ...values,
});
const at = (day: string) => new Date(`${day}T12:00:00Z`);

describe('what tokens cost', () => {
  // Worked by hand, in millionths of a dollar: tokens × price / 1 000 000.
  it.each([
    ['nothing', { input: 0, cachedInput: 0, output: 0, reasoning: 0 }, 0],
    ['input: 1 000 × .3', { input: 1_000, cachedInput: 0, output: 0, reasoning: 0 }, 300],
    [
      'input half of it cached: 500 × .3 + 500 × .075',
      { input: 1_000, cachedInput: 500, output: 0, reasoning: 0 },
      188,
    ],
    ['output with its thoughts, once: 400 × 2.5', { input: 0, cachedInput: 0, output: 400, reasoning: 300 }, 1_000],
    [
      'all of it: 1 234 × .3 − 200 × .225 + 77 × 2.5',
      { input: 1_234, cachedInput: 200, output: 77, reasoning: 7 },
      518,
    ],
    ['one token: .3 rounds down', { input: 1, cachedInput: 0, output: 0, reasoning: 0 }, 0],
    ['two tokens: .6 rounds up', { input: 2, cachedInput: 0, output: 0, reasoning: 0 }, 1],
    [
      'more than a double holds exactly',
      { input: 9_007_199_254_740_991, cachedInput: 0, output: 0, reasoning: 0 },
      2_702_159_776_422_297,
    ],
  ])('%s', (_, usage, cost) => expect(costOf(usage, price())).toBe(cost));
});

describe('dated prices', () => {
  const list = createPriceList([
    price(),
    price({ from: '2026-06-01', inputPerMillion: 150_000 }),
    price({ model: 'test/other' }),
  ]);
  it.each([
    ['before the first', '2025-12-31', null],
    ['on the first day', '2026-01-01', 300_000],
    ['before the change', '2026-05-31', 300_000],
    ['on the day of the change', '2026-06-01', 150_000],
    ['long after', '2030-01-01', 150_000],
  ])('%s', (_, day, input) => expect(list.find('test/model', at(day))?.inputPerMillion ?? null).toBe(input));

  it.each([
    ['a fraction', [price({ inputPerMillion: 0.5 })], 'whole millionths'],
    ['less than nothing', [price({ outputPerMillion: -1 })], 'whole millionths'],
    ['no day', [price({ from: 'soon' })], 'first day'],
    ['a day that is none', [price({ from: '2026-02-30' })], 'first day'],
    ['the same day twice', [price(), price()], 'two prices'],
  ])('refuses %s', (_, prices, words) => expect(() => createPriceList(prices)).toThrow(words));
});

describe('what an attempt cost', () => {
  const prices = createPriceList([price(), price({ model: 'test/newer', inputPerMillion: 1_000_000 })]);
  const attempt = {
    model: 'test/model',
    servedModel: null,
    provider: 'test',
    usage: { input: 1_000, cachedInput: 0, output: 0, reasoning: 0 },
    usageSource: 'reported' as const,
    startedAt: at('2026-11-22'),
  };
  it.each([
    ['by the price of what was asked', attempt, 300],
    ['by that of what answered, where it has one', { ...attempt, servedModel: 'newer' }, 1_000],
    ['by that of what was asked, where what answered has none', { ...attempt, servedModel: 'model-2026-01-01' }, 300],
    ['nothing, when nothing was used', { ...attempt, model: 'test/unpriced', usageSource: 'none' as const }, 0],
    ['unknown, when no price is on file', { ...attempt, model: 'test/unpriced' }, null],
    ['an estimate too', { ...attempt, usageSource: 'estimated' as const }, 300],
  ])('%s', (_, given, cost) => expect(costOfAttempt(given, prices)).toBe(cost));

  it('sums to the exact total within half a millionth an attempt', () => {
    const usages = Array.from({ length: 1_000 }, (_, index) => ({
      input: index * 7,
      cachedInput: index,
      output: index * 3,
      reasoning: 0,
    }));
    const exact = usages.reduce(
      (sum, { input, cachedInput, output }) => sum + ((input - cachedInput) * 0.3 + cachedInput * 0.075 + output * 2.5),
      0,
    );
    const rows = usages.reduce((sum, usage) => sum + costOf(usage, price()), 0);
    expect(Math.abs(rows - exact)).toBeLessThanOrEqual(500);
  });
});
