import { objectionTo } from './constraints.ts';
import type { Catalogue } from './load.ts';
import { namedIn } from './names.ts';
import { type NeedInput, type ProductNeed, type ProductOutcome, readNeed } from './need.ts';
import type { Product, ProductCategory, ProductConcern } from './product.ts';
import type { SilenceReason } from './silence.ts';

export interface Recommendation {
  readonly product: Product;
  /** Why it fits, going on from "it fits": what it is for, as they said it, and what it does, as it is on file. */
  readonly reason: string;
}

/** What the shelf has to say to a message. */
export interface ProductAdvice {
  /** All that a reply may name, price or describe. */
  readonly catalogue: Catalogue;
  readonly need: ProductNeed;
  /** Best first; empty when nothing is to be sold or nothing fits. */
  readonly recommended: readonly Recommendation[];
  /** What stands against a product for this person, by its id: a reply must not recommend it. */
  readonly objections: ReadonlyMap<string, string>;
  /** Products the message names, or points back to. */
  readonly asked: readonly Product[];
}

/** A shelf is no list to scroll: so many are told at most. */
const MOST_RECOMMENDED = 3;

/** What of the shelf fits a message: hard constraints first, then fit, a product a category. Pure; any text; never throws. */
export function adviseProducts(catalogue: Catalogue, input: NeedInput): ProductAdvice {
  const need = readNeed(input);
  const outcomes = new Map(
    (input.outcomes ?? []).filter(({ itemKind }) => itemKind === 'product').map((each) => [each.item, each]),
  );
  const objections = new Map<string, string>();
  for (const product of catalogue.products) {
    const objection =
      objectionTo(product, need.constraints) ?? silenced(need.silence) ?? failedBefore(outcomes.get(product.id));
    if (objection !== null) objections.set(product.id, objection);
  }
  const allowed = catalogue.products.filter(({ id }) => !objections.has(id));
  const recommended =
    need.silence === null
      ? need.categories.flatMap((category) => bestOf(category, allowed, need, outcomes)).slice(0, MOST_RECOMMENDED)
      : [];
  return { catalogue, need, recommended, objections, asked: askedIn(input, catalogue.products) };
}

const POINTS_BACK = /\b(?:it|its|it's|that|this|they|them|their|those|these|one|both)\b/i;

/** Products a message is about: those it names, else the last ones named before it, where it points back. */
function askedIn({ message, recent }: NeedInput, products: readonly Product[]): readonly Product[] {
  const named = namedIn(message, products);
  if (named.length > 0 || !POINTS_BACK.test(message)) return named;
  return recent.map((text) => namedIn(text, products)).findLast((found) => found.length > 0) ?? [];
}

/** Of these reasons a product's name beside the answer would be a sale; the others only ask for no product. */
function silenced(silence: SilenceReason | null): string | null {
  switch (silence) {
    case 'emergency':
    case 'medical':
    case 'reaction':
    case 'young-child':
    case 'distress':
    case 'medicine':
      return 'this calls for care, not for a product';
    default:
      return null;
  }
}

/** What harmed them or did nothing for them is not advised again. */
function failedBefore(known: ProductOutcome | undefined): string | null {
  if (known?.outcome === 'harmed') return `you told me in ${known.month} that it harmed you`;
  return known?.outcome === 'did_not' ? `it did nothing for you, as you told me in ${known.month}` : null;
}

function bestOf(
  category: ProductCategory,
  products: readonly Product[],
  need: ProductNeed,
  outcomes: ReadonlyMap<string, ProductOutcome>,
): Recommendation[] {
  const scored = products
    .filter((product) => product.category === category)
    .map((product) => ({ product, score: fitOf(product, need) }))
    .filter(({ score }) => score >= 0)
    .map(({ product, score }) => ({
      product,
      score: score + (outcomes.get(product.id)?.outcome === 'worked' ? PROVEN_FOR_THEM : 0),
    }))
    .sort((one, other) => other.score - one.score);
  const best = scored[0]?.product;
  return best === undefined ? [] : [{ product: best, reason: reasonFor(best, need, outcomes.get(best.id)) }];
}

/** Points for what fits; below 0 when something stated speaks against it. A real product goes before a sample of equal fit. */
function fitOf({ forWhom, sample }: Product, need: ProductNeed): number {
  const against = [
    need.hairType !== null && forWhom.hairTypes !== null && !forWhom.hairTypes.includes(need.hairType),
    need.porosity !== null && forWhom.porosities !== null && !forWhom.porosities.includes(need.porosity),
    need.length !== null && forWhom.lengths !== null && !forWhom.lengths.includes(need.length),
  ];
  if (against.includes(true)) return -1;
  const concerns = need.concerns.filter((concern) => forWhom.concerns.includes(concern)).length;
  const stated = [
    need.hairType !== null && forWhom.hairTypes !== null,
    need.porosity !== null && forWhom.porosities !== null,
    need.length !== null && forWhom.lengths !== null,
  ].filter(Boolean).length;
  return (sample ? 0 : REAL_PRODUCT) + concerns * 2 + stated;
}

/** What is for sale goes before what stands in for it, whatever the sample says of itself. */
const REAL_PRODUCT = 100;
/** What worked for this person goes before whatever fits on paper. */
const PROVEN_FOR_THEM = 1_000;

const WORDS_OF_CONCERN: Readonly<Record<ProductConcern, string>> = {
  routine: 'a routine',
  dryness: 'dryness',
  build_up: 'build-up',
  hard_water: 'hard water',
  protein_balance: 'limp or stiff hair',
  breakage: 'breakage',
  heat_damage: 'hair that gets heat',
  color_damage: 'colored hair',
  detangling: 'detangling',
  definition_frizz: 'definition and frizz',
  growth_length: 'keeping length',
  protective_style: 'hair in a protective style',
  locs: 'locs',
  edges: 'edges',
  scalp_dry: 'a dry scalp',
  scalp_itch_flakes: 'an itchy or flaky scalp',
  night: 'the night',
  swimming: 'swimming',
  low_porosity: 'how your hair takes water up',
};

/** What a kind of product does, as the field agrees: the ground where a product's own entry states nothing. */
const PURPOSE_OF_CATEGORY: Readonly<Record<ProductCategory, string>> = {
  shampoo: 'a shampoo cleans scalp and hair',
  clarifying_shampoo: 'a clarifying shampoo lifts film that a mild one leaves',
  conditioner: 'a conditioner gives slip for detangling',
  leave_in: 'a leave-in keeps lengths soft between washes',
  mask_treatment: 'a mask conditions lengths more deeply than a rinse',
  oil_sealant: 'an oil over damp hair slows drying out',
  scalp_treatment: 'a scalp product cares for the skin under styles',
  styler: 'a styler holds clumps while they dry',
  tool_accessory: 'it spares hair friction',
};

function reasonFor(
  { about, category, forWhom }: Product,
  need: ProductNeed,
  known: ProductOutcome | undefined,
): string {
  const met = need.concerns.filter((concern) => forWhom.concerns.includes(concern));
  const concern = met[0] ?? need.concerns[0];
  const matter = concern === undefined ? 'here' : `for ${WORDS_OF_CONCERN[concern]}`;
  const proven = known?.outcome === 'worked' ? `, and it worked for you in ${known.month}` : '';
  return `${matter}: ${about ?? PURPOSE_OF_CATEGORY[category]}${proven}`;
}
