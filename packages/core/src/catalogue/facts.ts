import { contains, type IngredientWord } from './ingredients.ts';
import { type Product, type ProductClaim, priceText } from './product.ts';

/** A list longer than so many names is told in part. */
const MOST_INGREDIENTS = 12;
/** Of many products, so many are told one by one. */
const MOST_PRODUCTS = 3;

const named = ({ name, sample }: Product): string => `the ${name}${sample ? ' (sample data)' : ''}`;
/** In a long list the word "Sample" of a name has to do. */
const short = ({ name }: Product): string => `the ${name}`;
const capital = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());

/** "A, B and C". */
export function listed(items: readonly string[], joiner = 'and'): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1)}`;
}

/** First what is on file, then, in one sentence, what isn't. */
function told(
  products: readonly Product[],
  onFile: (product: Product) => string | null,
  missing: (names: string) => string,
): string {
  const facts = products.map((product) => ({ product, fact: onFile(product) }));
  const known = facts.flatMap(({ fact }) => fact ?? []).slice(0, MOST_PRODUCTS);
  const unknown = facts.filter(({ fact }) => fact === null).map(({ product }) => named(product));
  const gap = unknown.length === 0 ? '' : missing(listed(unknown.slice(0, MOST_PRODUCTS), 'or'));
  return [...known, gap].filter((sentence) => sentence !== '').join(' ');
}

/** Sentences on what products cost, from their entries alone. `shop`: whose page has the rest ("Acme's"). */
export function pricesOf(products: readonly Product[], shop: string): string {
  return told(
    products,
    (product) => (product.price === null ? null : `${capital(named(product))} is ${priceText(product.price)}.`),
    (names) => `I have no price on file for ${names}; ${shop} own page has it.`,
  );
}

/** Sentences on what is in products. */
export function ingredientsOf(products: readonly Product[]): string {
  return told(
    products,
    (product) =>
      product.ingredients === null
        ? null
        : `On file for ${named(product)}: ${product.ingredients.slice(0, MOST_INGREDIENTS).join(', ')}.`,
    (names) => `What is in ${names} is not on file with me; the label has the full list.`,
  );
}

/** Sentences on whether an ingredient or family is in products. */
export function holdings(products: readonly Product[], words: readonly IngredientWord[]): string {
  return words
    .map((word) =>
      told(
        products,
        (product) => {
          if (product.ingredients === null) return null;
          const found = product.ingredients.filter((name) => word.inci.test(name));
          return found.length > 0
            ? `${capital(named(product))} contains ${word.name} (${found.join(', ')}).`
            : `Going by the list on file, ${named(product)} has no ${word.name}.`;
        },
        (names) => `Whether ${names} has ${word.name} is not on file with me; the label has the full list.`,
      ),
    )
    .join(' ');
}

/** A sentence on which products something is stated of, and one on which nothing is on file for. */
export function claimsOf(products: readonly Product[], claim: ProductClaim): string {
  const stated = products.filter(({ claims }) => claims.includes(claim));
  const open = products.filter(({ claims }) => !claims.includes(claim));
  const known =
    stated.length === 0
      ? ''
      : `${capital(listed(stated.map(stated.length > MOST_PRODUCTS ? short : named)))} ${stated.length > 1 ? 'are' : 'is'} stated to be ${claim}.`;
  const gap =
    open.length === 0
      ? ''
      : `Whether ${listed([...open.slice(0, MOST_PRODUCTS).map(named), ...(open.length > MOST_PRODUCTS ? ['any other'] : [])], 'or')} is ${claim} is not on file with me.`;
  return [known, gap].filter((sentence) => sentence !== '').join(' ');
}

/** Sentences on how products are used; where nothing is stated, that the label says it. */
export function usesOf(products: readonly Product[]): string {
  return told(
    products,
    ({ name, howToUse }) => (howToUse === null ? null : `${name}: ${howToUse}`),
    (names) => `Directions for ${names} are not on file with me; the label has them.`,
  );
}

/** What is asked of a product beyond its entry, in the words of an answer; the first that fits. */
const OTHER_FACTS: readonly (readonly [RegExp, string])[] = [
  [/\bph\b/, 'the pH'],
  [/\b(?:smells?|scent\w*|fragrance)\b/, 'the scent'],
  [/\b(?:sizes?|how big|ounces|oz|ml)\b/, 'the size'],
  [/\b(?:expir\w*|shelf life|keep|last)\b/, 'the shelf life'],
  [/\b(?:reviews?|rating|best[- ]?sell\w*)\b/, 'anything on reviews'],
  [/\b(?:stock|available|ship\w*|bundles?|samples?)\b/, 'stock or delivery'],
  [/\b(?:pregnan\w*|breast\w*|nursing)\b/, 'a statement on use in pregnancy or nursing'],
  [/\b(?:safe)\b/, 'a statement on that'],
  [/\b(?:made in|who makes|where)\b/, 'where it is made'],
];

/** That what is asked is not on file for a product; `shop` has the rest. */
export function notOnFile(products: readonly Product[], text: string, shop: string): string {
  const what = OTHER_FACTS.find(([asks]) => asks.test(text.toLowerCase()))?.[1] ?? 'that';
  const whose =
    products.length === 0 || products.length > MOST_PRODUCTS ? 'our products' : listed(products.map(named), 'or');
  return `I don't have ${what} on file for ${whose}, so I won't guess; the label or ${shop} own page is the place for it.`;
}

/** What someone with an allergy leaves out, what is unknown, and what has none of it by its list. */
export function allergyFacts(
  products: readonly Product[],
  avoids: readonly IngredientWord[],
  said: readonly string[],
): string {
  const touching = products.filter(({ category }) => category !== 'tool_accessory');
  const what = listed([...avoids.map(({ name }) => name), ...said], 'or');
  const unlisted = touching.filter(({ ingredients }) => ingredients === null);
  const holding = touching.filter(
    ({ ingredients }) => ingredients !== null && avoids.some((word) => contains(ingredients, word)),
  );
  const sentences = [
    touching.length === unlisted.length
      ? ''
      : holding.length > 0
        ? `By the lists on file, leave out ${listed(holding.map(named))}: ${holding.length > 1 ? 'they contain' : 'it contains'} ${what}.`
        : `In the ingredient lists on file, I find no ${what}.`,
    unlisted.length > 0
      ? `What is in ${listed(unlisted.slice(0, MOST_PRODUCTS).map(named), 'or')} is not on file with me, so don't use ${unlisted.length > 1 ? 'them' : 'it'} before you have read the label.`
      : '',
    'Check the full ingredient list every time.',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** A recommendation in one or two sentences: what, why, and how to use it. */
export function offered(product: Product, reason: string, withUse: boolean): string {
  const use = product.howToUse ?? 'Its directions are not on file with me, so go by the label.';
  return `${capital(named(product))} fits ${reason}.${withUse ? ` ${use}` : ''}`;
}
