import { listed } from './facts.ts';
import { namedIn } from './names.ts';
import { type Porosity, type Product, type ProductCategory, priceText } from './product.ts';
import type { ProductAdvice } from './recommend.ts';

type Priced = Product & { readonly price: NonNullable<Product['price']> };

const named = ({ name, sample }: Product): string => `the ${name}${sample ? ' (sample data)' : ''}`;
const capital = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());
const isPriced = (product: Product): product is Priced => product.price !== null;
const byPrice = (one: Priced, other: Priced): number => one.price.amount - other.price.amount;

/** What a kind of product does, as the field agrees: said where a product's own entry states nothing. */
const KIND: Readonly<Record<ProductCategory, string>> = {
  shampoo: 'a shampoo that cleans scalp and hair',
  clarifying_shampoo: 'a clarifying shampoo that lifts film that a mild one leaves',
  conditioner: 'a conditioner that gives slip for detangling and is rinsed out',
  leave_in: 'a leave-in that stays in and keeps lengths soft between washes',
  mask_treatment: 'a mask that conditions lengths more deeply than a rinse and is washed out',
  oil_sealant: 'a sealing oil that slows drying out when it goes over damp hair',
  scalp_treatment: 'a scalp product that cares for the skin under styles',
  styler: 'a styler that holds clumps while they dry',
  tool_accessory: 'an accessory that spares hair friction',
};

/** What a product is, from its entry, and in one clause what of it is not on file. `shop`: whose page has the rest ("Acme's"). */
export function describe(product: Product, shop: string): string {
  const { about, ingredients, howToUse, price, claims, forWhom } = product;
  const known = [
    `${capital(named(product))} is ${about === null ? KIND[product.category] : about}.`,
    howToUse ?? '',
    forWhom.fromYears === null ? '' : `It is stated for ${forWhom.fromYears} years and up.`,
    claims.length === 0 ? '' : `It is stated to be ${listed(claims)}.`,
    price === null ? '' : `It costs ${priceText(price)}.`,
  ];
  const missing = [
    ingredients === null && 'ingredients',
    howToUse === null && 'directions',
    price === null && 'price',
  ].filter((each) => each !== false);
  const gap =
    missing.length === 0
      ? ''
      : `Its ${listed(missing)} ${missing.length > 1 ? 'are' : 'is'} not on file with me; the label or ${shop} own page has them.`;
  return [...known, gap].filter((sentence) => sentence !== '').join(' ');
}

/** More side by side is a table, and no talk. */
const MOST_COMPARED = 3;

/** Products side by side, each by what is on file, then what tells them apart, or that too little is on file to rank them. */
export function compared(products: readonly Product[], porosity: Porosity | null = null): string {
  const some = products.slice(0, MOST_COMPARED);
  const each = some.map((product) => {
    const { about, price, forWhom, category } = product;
    const notFor = forWhom.notOnScalp.length === 0 ? '' : `, not for a ${listed(forWhom.notOnScalp, 'or')} scalp`;
    const cost = price === null ? '' : `, ${priceText(price)}`;
    const suits =
      porosity !== null && forWhom.porosities?.includes(porosity) === true ? `, stated for ${porosity} porosity` : '';
    return `${capital(named(product))}: ${about ?? KIND[category]}${suits}${notFor}${cost}.`;
  });
  const bare = some.filter(({ ingredients, about }) => ingredients === null && about === null);
  const gap =
    bare.length === 0
      ? ''
      : `Of ${listed(bare.map(named))} I have no more than that on file, so I can't honestly rank ${some.length > 1 ? 'them' : 'it'} on ingredients or price.`;
  return [...each, gap].filter((sentence) => sentence !== '').join(' ');
}

/** Of these products the cheapest with a price on file, the next one, and how many have none. */
export function cheapest(products: readonly Product[], isDearest = false): string | null {
  const priced = products.filter(isPriced).sort(byPrice);
  if (isDearest) priced.reverse();
  const [first, second] = priced;
  if (first === undefined) return null;
  const unpriced = products.filter(({ price }) => price === null);
  return [
    `Of those with a price on file, ${named(first)} is the ${isDearest ? 'most' : 'least'} expensive at ${priceText(first.price)}${first.about === null ? '' : `: ${first.about}`}.`,
    second === undefined ? '' : `Next is ${named(second)} at ${priceText(second.price)}.`,
    unpriced.length === 0
      ? ''
      : `${capital(listed(unpriced.slice(0, 3).map(named)))} ${unpriced.length > 1 ? 'have' : 'has'} no price on file with me.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** What a routine is made of, what matters most first: cleanse, condition, leave in, seal, treat, style. */
const ROUTINE: readonly ProductCategory[] = [
  'shampoo',
  'conditioner',
  'leave_in',
  'oil_sealant',
  'mask_treatment',
  'styler',
];
/** With fewer there is no routine. */
const FEWEST = 2;
const MOST = 4;

/** A routine whose prices, added up, stay within `budget` (whole units of the catalogue's currency); null where none does. */
export function routineWithin(advice: ProductAdvice, budget: number): readonly Product[] | null {
  const chosen: Priced[] = [];
  let spent = 0;
  for (const category of ROUTINE) {
    const best = advice.catalogue.products
      .filter(isPriced)
      .filter(({ id, category: own }) => own === category && !standsAgainst(advice.objections.get(id)))
      .sort(byPrice)
      .find(({ price }) => spent + price.amount <= budget * 100);
    if (best === undefined || chosen.length >= MOST) continue;
    chosen.push(best);
    spent += best.price.amount;
  }
  return chosen.length < FEWEST ? null : chosen;
}

/** What one product costs is no objection to a sum. */
const standsAgainst = (objection: string | undefined): boolean =>
  objection !== undefined && objection !== 'it costs more';

/** The routine with its prices and their sum. */
export function routineText(products: readonly Product[], budget: number): string {
  const priced = products.filter(isPriced);
  const [first] = priced;
  if (first === undefined) return '';
  const sum = priced.reduce((total, { price }) => total + price.amount, 0);
  const items = priced.map((product) => `${named(product)} at ${priceText(product.price)}`);
  return `Within ${priceText({ amount: Math.round(budget * 100), currency: first.price.currency })}: ${listed(items)}, together ${priceText({ amount: sum, currency: first.price.currency })}.`;
}

/** Whether an amount is what some of the products a text names cost together. In the currency's smallest unit. */
export function isSumOfNamed(amount: number, text: string, products: readonly Product[]): boolean {
  const prices = namedIn(text, products).flatMap(({ price }) => price?.amount ?? []);
  let sums = new Set([0]);
  for (const price of prices.slice(0, 10)) sums = new Set([...sums, ...[...sums].map((sum) => sum + price)]);
  return sums.has(amount);
}
