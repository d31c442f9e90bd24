import type { Product } from './product.ts';

/** A text as names are compared: lower case, no dots in initials, hyphens and marks as spaces. */
export function nameForm(text: string): string {
  return ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘']/g, '')
    .replace(/(?<=\b\p{L})\.(?=\s?\p{L}\b|\s|$)/gu, '')
    .replace(/\b(\p{L}) (?=\p{L}\b)/gu, '$1')
    .replace(/[^\p{L}\p{N}$%]+/gu, ' ')
    .trim()} `;
}

/** Products that a text names, by name or by another way it is written. */
export function namedIn(text: string, products: readonly Product[]): Product[] {
  const form = nameForm(text);
  return products.filter((product) => formsOf(product).some((name) => form.includes(name)));
}

/** Products are the same objects every turn. */
const forms = new WeakMap<Product, readonly string[]>();

/** A product's names in the form they are compared in, the longest first. */
export function formsOf(product: Product): readonly string[] {
  const known = forms.get(product);
  if (known !== undefined) return known;
  const made = [product.name, ...product.alsoCalled].map(nameForm).sort((one, other) => other.length - one.length);
  forms.set(product, made);
  return made;
}

/** A word before a name that shows that a certain product is meant: "the gentle shampoo", "or the reset one". */
const POINTS_AT = '(?:the|your|compare|vs|versus|or|between|and|sample)';

/**
 * Products of samples that a message names without their "Sample": "the slip conditioner", "your reset one". In a reply such
 * words are ordinary ones, so that only what a person says is read in this way.
 */
export function shortlyNamedIn(message: string, products: readonly Product[]): Product[] {
  const form = nameForm(message);
  return products.filter(({ name, sample }) => {
    if (!sample) return false;
    const words = nameForm(name)
      .trim()
      .replace(/^sample /, '')
      .split(' ');
    const [first = ''] = words;
    if (new RegExp(` ${POINTS_AT} ${words.join(' ')} `).test(form)) return true;
    const rest = words.slice(1).join(' ');
    return new RegExp(` ${POINTS_AT} ${first}(?: one| ${rest.split(' ').at(-1)}) `).test(form);
  });
}
