import { describe, expect, it, test } from 'vitest';
import { entryOf, fileOf } from './catalogue.fixtures.ts';
import { CatalogueFileError, parseCatalogue } from './load.ts';
import { priceText } from './product.ts';

describe('a catalogue file', () => {
  it('becomes products, with a version that follows what it says', () => {
    const one = parseCatalogue('products.json', fileOf(entryOf()));
    expect(one.products).toMatchObject([{ id: 'fern-wash', alsoCalled: [], forWhom: { notOnScalp: [] } }]);
    expect(parseCatalogue('products.json', fileOf(entryOf())).version).toBe(one.version);
    const dearer = entryOf({ price: { amount: 1300, currency: 'USD' } });
    expect(parseCatalogue('products.json', fileOf(dearer)).version).not.toBe(one.version);
  });

  test.each([
    ['a category that is none', { category: 'potion' }, 'category', 'shampoo'],
    ['a price in dollars with a point', { price: { amount: 12.5, currency: 'USD' } }, 'price.amount', 'int'],
    ['a price of nothing', { price: { amount: 0, currency: 'USD' } }, 'price.amount', '1'],
    ['a currency in words', { price: { amount: 12, currency: 'dollar' } }, 'price.currency', 'ISO 4217'],
    ['an empty list of ingredients', { ingredients: [] }, 'ingredients', '1'],
    ['prose for an ingredient', { ingredients: ['a secret; nobody knows'] }, 'ingredients.0', 'INCI'],
    ['a promise', { about: 'regrows edges in a month' }, 'about', 'promises'],
    ['a disease it is for', { about: 'a wash for scalp psoriasis' }, 'about', 'disease'],
    ['a source without a day', { verifiedOn: null }, 'verifiedOn', 'sourceUrl'],
    ['a price without a source', { sourceUrl: null, verifiedOn: null }, 'price', 'sourceUrl'],
    ['a sample that is not named so', { sample: true }, 'name', 'Sample'],
    ['an unknown field', { colour: 'green' }, 'product', 'colour'],
    ['a missing field', { ingredients: undefined }, 'ingredients', 'array'],
  ])('with %s is refused, naming file, product, field and fault', (_, change, field, fault) => {
    const read = () => parseCatalogue('products.json', fileOf(entryOf(), entryOf({ id: 'second', ...change })));
    expect(read).toThrow(CatalogueFileError);
    expect(read).toThrow(`catalogue file products.json: product "second": ${field}: `);
    expect(read).toThrow(fault);
  });

  test.each([
    ['what is no JSON', '{', 'file: is not JSON'],
    ['no products', '{"products": []}', 'products: '],
    ['a product that is none', fileOf('shampoo'), 'product "number 1": '],
    ['an id twice', fileOf(entryOf(), entryOf({ name: 'Other' })), 'id: "fern-wash" is already that of'],
    ['a name twice', fileOf(entryOf(), entryOf({ id: 'other' })), 'name: "Fern Wash" is already that of'],
  ])('of %s is refused', (_, content, problem) => {
    expect(() => parseCatalogue('products.json', content)).toThrow(problem);
  });
});

test.each([
  [1200, 'USD', '$12'],
  [1250, 'USD', '$12.50'],
  [990, 'EUR', '€9.90'],
  [1500, 'JPY', '¥1,500'],
])('%d of %s is said as %s', (amount, currency, said) => expect(priceText({ amount, currency })).toBe(said));
