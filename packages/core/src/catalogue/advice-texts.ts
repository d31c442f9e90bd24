import { namedIn } from './names.ts';
import { type Product, type ProductCategory, priceText } from './product.ts';
import type { ProductAdvice } from './recommend.ts';

/** So many are shown to a vendor's model: those that fit, and those the message names. */
const MOST_SHOWN = 4;

/** What of the shelf a model is shown for a message, what was asked for first. */
export function shownProducts({ recommended, asked }: ProductAdvice): readonly Product[] {
  return [...new Set([...asked, ...recommended.map(({ product }) => product)])].slice(0, MOST_SHOWN);
}

/** A product as a model is shown it: what is on file, line by line, and what isn't. */
export function productData(product: Product): string {
  const { name, category, about, forWhom, howToUse, ingredients, claims, price, sample } = product;
  const kind = `${category.replaceAll('_', ' ')}${sample ? ' (sample data: a stand-in, not for sale)' : ''}`;
  return [
    `Name: ${name}`,
    `Kind: ${kind}`,
    `For: ${about ?? 'not on file'}`,
    `Youngest age: ${forWhom.fromYears === null ? 'not on file' : `${forWhom.fromYears} years`}`,
    `How to use: ${howToUse ?? 'not on file'}`,
    `Ingredients: ${ingredients?.join(', ') ?? 'not on file'}`,
    `Stated of it: ${claims.join(', ') || 'nothing'}`,
    `Price: ${price === null ? 'not on file' : priceText(price)}`,
  ].join('\n');
}

/** A product as it stands beside a reply. */
interface ProductBeside {
  readonly id: string;
  readonly name: string;
  readonly category: ProductCategory;
  readonly reason: string;
}

/**
 * What stands beside a reply: the products it names and nothing is against, then those that fit. Where nothing is to be
 * sold, none: not even one that the reply had to name.
 */
export function productsBeside(
  { recommended, objections, catalogue, need }: ProductAdvice,
  text: string,
): readonly ProductBeside[] {
  if (need.silence !== null) return [];
  const reasons = new Map(recommended.map(({ product, reason }) => [product.id, reason]));
  const named = namedIn(text, catalogue.products).filter(({ id }) => !objections.has(id));
  return [...new Set([...named, ...recommended.map(({ product }) => product)])].map(
    ({ id, name, category, about }) => ({
      id,
      name,
      category,
      reason: reasons.get(id) ?? about ?? 'named in the reply',
    }),
  );
}

interface ProductPassage {
  readonly title: string;
  readonly answer: string;
  readonly body: string;
  readonly sources: readonly { readonly url: string }[];
}

/** The catalogue as what a reply's prices, names and links are checked against, beside the passages it was shown. */
export function productPassages(advice: ProductAdvice | null): readonly ProductPassage[] {
  if (advice === null) return [];
  return advice.catalogue.products.map((product) => ({
    title: product.name,
    answer: product.alsoCalled.join(', '),
    body: productData(product),
    sources: product.sourceUrl === null ? [] : [{ url: product.sourceUrl }],
  }));
}
