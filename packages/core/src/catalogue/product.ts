import type {
  HAIR_LENGTHS,
  POROSITIES,
  PRODUCT_CATEGORIES,
  PRODUCT_CLAIMS,
  PRODUCT_CONCERNS,
  product,
  SCALP_STATES,
} from '@rapport/wire';
import type { z } from 'zod';

export { HAIR_LENGTHS, POROSITIES, PRODUCT_CLAIMS, PRODUCT_CONCERNS, product, SCALP_STATES } from '@rapport/wire';
export type ProductCategory = (typeof PRODUCT_CATEGORIES)[number];
export type ProductConcern = (typeof PRODUCT_CONCERNS)[number];
export type Porosity = (typeof POROSITIES)[number];
export type HairLength = (typeof HAIR_LENGTHS)[number];
export type ScalpState = (typeof SCALP_STATES)[number];
export type ProductClaim = (typeof PRODUCT_CLAIMS)[number];
/** One product of a brand, as its file or an edit has it. */
export type Product = z.output<typeof product>;

/** A price as it is said: `$12` or `$12.50`, in other currencies as English writes them. */
export function priceText({ amount, currency }: NonNullable<Product['price']>): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits).replace(/\.00$/, '');
}
