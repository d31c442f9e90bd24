import { z } from 'zod';
import { PRODUCT_CATEGORIES } from './chat.ts';
import { content, contentEntry, contentId, contentImport, contentListQuery, contentSummary } from './content.ts';
import { isStorableText } from './primitives.ts';

/** What hair can be short of or ask for, as advice and products name it. */
export const PRODUCT_CONCERNS = [
  'routine',
  'dryness',
  'build_up',
  'hard_water',
  'protein_balance',
  'breakage',
  'heat_damage',
  'color_damage',
  'detangling',
  'definition_frizz',
  'growth_length',
  'protective_style',
  'locs',
  'edges',
  'scalp_dry',
  'scalp_itch_flakes',
  'night',
  'swimming',
  'low_porosity',
] as const;

export const POROSITIES = ['low', 'medium', 'high'] as const;
export const HAIR_LENGTHS = ['short', 'medium', 'long'] as const;
/** States of a scalp. On the last three nothing is sold, whatever a product says of itself. */
export const SCALP_STATES = ['dry', 'oily', 'flaky', 'itchy', 'sensitive', 'broken', 'burning', 'infected'] as const;
/** What a brand may state of a product beyond its ingredients; each needs the product's source behind it. */
export const PRODUCT_CLAIMS = ['vegan', 'cruelty-free', 'organic', 'gluten-free', 'color-safe', 'recyclable'] as const;

const NOT_STORABLE = { message: 'must not contain NUL or lone surrogate code units' };
/** A line of INCI names is data, so that no prose and no promise slips in with it. */
const inciName = z
  .string()
  .min(2)
  .max(120)
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ,.'()/+*-]*$/, 'must be one ingredient by its INCI name');
/** What no cosmetic may promise, in a field that is shown: a cure, growth, a disease. */
const PROMISE = /\b(cur(e|es|ed|ing)|treats?|heals?|re-?grow\w*|alopecia|psoriasis|eczema|dermatitis|guarantee\w*)\b/i;
const shown = (longest: number) =>
  z
    .string()
    .trim()
    .min(10)
    .max(longest)
    .refine(isStorableText, NOT_STORABLE)
    .refine((text) => !PROMISE.test(text), 'promises a cure, growth or a result, or names a disease');

/** One product as `products.json` has it. `null` means "not on file", which is said; nothing is guessed in its place. */
export const product = z
  .strictObject({
    id: contentId,
    /** As printed on the pack. */
    name: z.string().trim().min(3).max(80).refine(isStorableText, NOT_STORABLE),
    /** Other ways people write the name, such as "clear day shampoo". */
    alsoCalled: z.array(z.string().trim().min(3).max(80).refine(isStorableText, NOT_STORABLE)).max(20).default([]),
    category: z.enum(PRODUCT_CATEGORIES),
    /** One clause of what it is for, in the brand's words or ours; shown with a recommendation. */
    about: shown(160).nullable(),
    forWhom: z.strictObject({
      concerns: z.array(z.enum(PRODUCT_CONCERNS)).default([]),
      /** Hair types such as `4C`; null: not stated, so no ground for or against. */
      hairTypes: z.array(z.string().regex(/^[1-4][ABC]$/, 'must be a type such as 4C')).nullable(),
      porosities: z.array(z.enum(POROSITIES)).nullable(),
      lengths: z.array(z.enum(HAIR_LENGTHS)).nullable().default(null),
      /** States of the scalp on which its maker advises against it. */
      notOnScalp: z.array(z.enum(SCALP_STATES)).default([]),
      /** Youngest age in years its maker states; null: not stated, so it is offered to no child under 13. */
      fromYears: z.int().min(0).max(18).nullable(),
    }),
    howToUse: shown(320).nullable(),
    ingredients: z.array(inciName).min(1).nullable(),
    /** What its source states of it; what is not in the list is not on file. */
    claims: z.array(z.enum(PRODUCT_CLAIMS)).default([]),
    price: z
      .strictObject({
        /** In the currency's smallest unit: cents for USD. */
        amount: z.int().min(1).max(100_000_000),
        currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD'),
      })
      .nullable(),
    sourceUrl: z.url({ protocol: /^https$/ }).nullable(),
    /** Day on which someone held the entry against its source. */
    verifiedOn: z.iso.date().nullable(),
    /** True for what a brand has to replace: no such product is for sale. */
    sample: z.boolean(),
  })
  .superRefine(({ sourceUrl, verifiedOn, sample, price, ingredients, claims, name }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if ((sourceUrl === null) !== (verifiedOn === null)) {
      refuse('verifiedOn', 'must be there with sourceUrl, and only with it');
    }
    if (sample && !/\bsample\b/i.test(name)) refuse('name', 'must have the word "Sample" in it while "sample" is true');
    if (sample || sourceUrl !== null) return;
    const unsourced = [price !== null && 'price', ingredients !== null && 'ingredients', claims.length > 0 && 'claims'];
    for (const field of unsourced) if (field !== false) refuse(field, 'needs a sourceUrl that states it');
  });

export type Product = z.infer<typeof product>;

export const productSummary = contentSummary.extend({ name: z.string(), category: z.string(), sample: z.boolean() });
export const productEntry = contentEntry(product);
export type ProductEntry = z.infer<typeof productEntry>;
export const listProductsQuery = contentListQuery.extend({
  sample: z.enum(['true', 'false']).optional(),
});
export const newProduct = z.strictObject({ product, state: content.newState });
export const productChange = z
  .strictObject({ product: product.optional(), state: content.state, revision: content.revision.optional() })
  .refine(({ product: given, state }) => given !== undefined || state === 'retired', {
    path: ['product'],
    message: 'must be there, unless state is retired',
  });

/** Most products of one catalogue's import. */
const MOST_PRODUCTS = 2_000;

/** A whole `products.json`. Its products are checked one by one, so that every row that is wrong is told at once. */
export const productImport = contentImport.extend({
  products: z.array(z.unknown()).min(1).max(MOST_PRODUCTS),
  /** False: what is not in the file stays. True: the file is all there is. */
  replace: z.boolean().default(true),
});
export const productExport = z.object({ products: z.array(product) });
