import { type Catalogue, parseCatalogue } from './load.ts';

/** A product as a file has it, with what matters to the test given. */
export function entryOf(given: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: 'fern-wash',
    name: 'Fern Wash',
    category: 'shampoo',
    about: 'a mild wash for scalp and lengths',
    forWhom: { concerns: ['routine'], hairTypes: null, porosities: null, fromYears: 3 },
    howToUse: 'Work a palmful into the wet scalp and rinse until the water is clear.',
    ingredients: ['Aqua', 'Decyl Glucoside', 'Glycerin'],
    claims: ['vegan'],
    price: { amount: 1250, currency: 'USD' },
    sourceUrl: 'https://shop.example/fern-wash',
    verifiedOn: '2026-11-01',
    sample: false,
    ...given,
  };
}

export const fileOf = (...products: readonly unknown[]): string => JSON.stringify({ products });

/** A shelf of four: a complete wash, a leave-in with almond, an oil of which nothing is on file, a gel for adults. */
export const SHELF: Catalogue = parseCatalogue(
  'products.json',
  fileOf(
    entryOf(),
    entryOf({
      id: 'dune-leave-in',
      name: 'Dune Leave-In',
      category: 'leave_in',
      about: 'a light leave-in',
      forWhom: { concerns: ['dryness', 'routine'], hairTypes: null, porosities: ['high'], fromYears: 3 },
      howToUse: 'Rake through damp hair and do not rinse.',
      ingredients: ['Aqua', 'Prunus Amygdalus Dulcis Oil'],
      claims: [],
      price: { amount: 1800, currency: 'USD' },
    }),
    entryOf({
      id: 'moss-oil',
      name: 'Moss Oil',
      category: 'oil_sealant',
      about: null,
      forWhom: { hairTypes: null, porosities: null, notOnScalp: ['oily'], fromYears: null },
      howToUse: null,
      ingredients: null,
      claims: [],
      price: null,
      sourceUrl: null,
      verifiedOn: null,
    }),
    entryOf({
      id: 'ridge-gel',
      name: 'Ridge Gel',
      category: 'styler',
      about: 'a gel that holds clumps',
      forWhom: { concerns: ['definition_frizz'], hairTypes: null, porosities: null, fromYears: 13 },
      howToUse: 'Smooth over a leave-in on wet hair and let it dry.',
      ingredients: ['Aqua', 'Xanthan Gum', 'Phenoxyethanol'],
      claims: [],
      price: { amount: 900, currency: 'USD' },
    }),
  ),
);
