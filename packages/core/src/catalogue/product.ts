import { PRODUCT_CATEGORIES } from '@rapport/wire';
import { z } from 'zod';

export type ProductCategory = (typeof PRODUCT_CATEGORIES)[number];

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
export type ProductConcern = (typeof PRODUCT_CONCERNS)[number];

export const POROSITIES = ['low', 'medium', 'high'] as const;
export type Porosity = (typeof POROSITIES)[number];
export const HAIR_LENGTHS = ['short', 'medium', 'long'] as const;
export type HairLength = (typeof HAIR_LENGTHS)[number];
/** States of a scalp. On the last three nothing is sold, whatever a product says of itself. */
export const SCALP_STATES = ['dry', 'oily', 'flaky', 'itchy', 'sensitive', 'broken', 'burning', 'infected'] as const;
export type ScalpState = (typeof SCALP_STATES)[number];
/** What a brand may state of a product beyond its ingredients; each needs the product's source behind it. */
export const PRODUCT_CLAIMS = ['vegan', 'cruelty-free', 'organic', 'gluten-free', 'color-safe', 'recyclable'] as const;
export type ProductClaim = (typeof PRODUCT_CLAIMS)[number];

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
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
    .refine((text) => !PROMISE.test(text), 'promises a cure, growth or a result, or names a disease');

/** One product as `products.json` has it. `null` means "not on file", which is said; nothing is guessed in its place. */
export const product = z
  .strictObject({
    id: slug,
    /** As printed on the pack. */
    name: z.string().trim().min(3).max(80),
    /** Other ways people write the name, such as "clear day shampoo". */
    alsoCalled: z.array(z.string().trim().min(3).max(80)).default([]),
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
export type Product = z.output<typeof product>;

/** A price as it is said: `$12` or `$12.50`, in other currencies as English writes them. */
export function priceText({ amount, currency }: NonNullable<Product['price']>): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits).replace(/\.00$/, '');
}
