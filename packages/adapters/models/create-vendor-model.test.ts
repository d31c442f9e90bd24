import { createPriceList } from '@rapport/core/models/prices.ts';
import { describe, expect, it } from 'vitest';
import { ALIASES, resolveModelId } from './aliases.ts';
import { CATALOGUE, findInCatalogue } from './catalogue.ts';
import { createVendorModel } from './create-vendor-model.ts';

const connection = { apiKey: 'key-1', baseUrl: null };
const connections = { google: connection, xai: connection, groq: connection, openai: connection };

describe('a model by its id', () => {
  it.each(CATALOGUE)('$id', (entry) => {
    const created = createVendorModel(entry.id, connections);
    expect(created).toMatchObject({ entry, alias: null });
    expect(created.model).toMatchObject({ id: entry.id, seesImages: entry.seesImages, isLocal: false });
  });

  it.each(ALIASES)('$id gives $successor', (alias) => {
    const created = createVendorModel(alias.id, connections);
    expect(created).toMatchObject({ alias, model: { id: alias.successor } });
    expect(created.entry?.id).toBe(alias.successor);
  });

  it.each([
    ['grok-3-mini', 'xai/grok-4.3'],
    ['gemini-2.0-flash', 'google/gemini-3.8-flash'],
    ['gemini-3.5-flash-lite', 'google/gemini-3.5-flash-lite'],
    ['openai/gpt-oss-120b', 'openai/gpt-oss-120b'],
    ['meta-llama/llama-4-scout-17b-16e-instruct', 'groq/openai/gpt-oss-120b'],
    ['compatible/gemini-2.0-flash', 'compatible/gemini-2.0-flash'],
  ])('%s is %s', (id, expected) => {
    expect(resolveModelId(id).id).toBe(expected);
  });

  it('that nobody described is asked all the same, and said to be unknown', () => {
    const created = createVendorModel('groq/some-model', connections);
    expect(created).toMatchObject({ entry: null, alias: null, model: { id: 'groq/some-model', seesImages: false } });
    expect(createVendorModel('groq/some-model', connections, { seesImages: true }).model.seesImages).toBe(true);
  });
});

describe('an id that can’t be used says what to do', () => {
  it.each([
    ['', 'names no model'],
    ['gpt', 'names no model'],
    ['google/', 'names no model'],
    ['toString/x', 'names no model'],
    ['acme/rocket', 'google, xai, groq, openai, compatible'],
    ['compatible/llama', 'give it one or take the model out'],
  ])('"%s"', (id, message) => {
    expect(() => createVendorModel(id, connections)).toThrow(RangeError);
    expect(() => createVendorModel(id, connections)).toThrow(message);
  });

  it('a compatible server without an address', () => {
    expect(() => createVendorModel('compatible/llama', { compatible: connection })).toThrow('base URL');
  });
});

describe('the catalogue', () => {
  it('has prices that a price list takes', () => {
    const prices = CATALOGUE.flatMap(({ id, prices }) => prices.map((price) => ({ model: id, ...price })));
    const list = createPriceList(prices);
    const priceOn = (day: string) =>
      list.find('google/gemini-3.8-flash', new Date(`${day}T12:00:00Z`))?.inputPerMillion;
    expect(priceOn('2026-12-31')).toBe(750_000);
    expect(priceOn('2027-01-01')).toBe(1_500_000);
  });

  it.each(CATALOGUE)('describes $id soundly', ({ id, contextTokens, maxOutputTokens, prices, source, checkedOn }) => {
    expect(CATALOGUE.filter((other) => other.id === id)).toHaveLength(1);
    expect(maxOutputTokens).toBeLessThanOrEqual(contextTokens);
    expect(prices.length).toBeGreaterThan(0);
    for (const price of prices) expect(price.cachedInputPerMillion).toBeLessThanOrEqual(price.inputPerMillion);
    expect(new URL(source).protocol).toBe('https:');
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it.each(ALIASES)('knows the successor of $id', ({ id, successor }) => {
    expect(findInCatalogue(successor)).not.toBeNull();
    expect(findInCatalogue(id)).toBeNull();
    expect(ALIASES.filter((other) => other.id === id)).toHaveLength(1);
  });
});
