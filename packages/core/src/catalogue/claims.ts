import { clean } from '../understanding/text.ts';
import { statingWords, stemsOf } from './care-words.ts';
import type { ClaimGround } from './claim-ground.ts';
import {
  ABSTAINS,
  AMOUNT_IN_WORDS,
  AMOUNTS,
  CLAIM_WORDS,
  DEALS,
  HEALTH_CLAIM,
  HELPS,
  ILLNESS,
  MADE_OF,
  OTHER_BRANDS,
  OTHER_FACTS,
  PRODUCT_NOUNS,
} from './claim-words.ts';
import {
  COURTESY_WORDS,
  isDoctorsWork,
  promisesAbroad,
  promisesAnEnd,
  SAFETY_WORDS,
  tellsDose,
} from './claims-advice.ts';
import { affirmed, denies, isDeniedAt } from './claims-denial.ts';
import { ingredientClaim, statedBy } from './content-claims.ts';
import { INGREDIENT_WORDS } from './ingredients.ts';
import { namedIn } from './names.ts';
import { type Product, priceText } from './product.ts';
import { asksAboutProduct, topicOf } from './product-talk.ts';
import { strangeNamesIn, strangeProductsIn } from './strange-products.ts';

/** What a sentence states without a ground: the first that is found. */
export type ClaimKind = 'price' | 'product' | 'ingredient' | 'health' | 'fact' | 'unfit';

export interface UngroundedClaim {
  readonly kind: ClaimKind;
  /** What it is about; empty when no product of the catalogue. */
  readonly about: readonly Product[];
}

/** What was said of products before in the same reply: "it" is the last. */
export interface ClaimContext {
  /** Products named so far, the latest last. */
  readonly named: readonly Product[];
}

const CLAUSE_END = /[;—–]|(?:,? )\b(?:but|however|although|though|yet|while|whereas)\b|, (?=(?:and|so|which) )/;

/**
 * The first claim of a sentence that neither the catalogue nor a passage bears out; null when there is none. Clause by
 * clause, so that "I don't know the price, but it is $12" is no honest word. Pure; time grows with the sentence.
 */
export function ungroundedClaim(sentence: string, ground: ClaimGround, context: ClaimContext): UngroundedClaim | null {
  const cleaned = clean(sentence.replace(/[*_~`#]/g, '')).trim();
  if (cleaned === '' || ground.passages.some((passage) => passage.includes(cleaned))) return null;
  const unquoted = cleaned.replace(/"([^"]{3,120})"/g, (whole, quoted: string) =>
    ground.passages.some((passage) => passage.includes(quoted)) ? '' : whole,
  );
  const asks = /\?["')]*$/.test(cleaned);
  for (const clause of unquoted.split(CLAUSE_END)) {
    const claim = clauseClaim(clause, ground, context, asks);
    if (claim !== null) return claim;
  }
  return null;
}

function clauseClaim(
  clause: string,
  ground: ClaimGround,
  context: ClaimContext,
  asks: boolean,
): UngroundedClaim | null {
  // "Not sure, it …" leaves nothing open.
  const text = clause.toLowerCase().replace(/\bnot sure,/g, ' ');
  const named = namedIn(clause, ground.advice.catalogue.products);
  const targets = targetsOf(named, context, ground);
  const refers = refersToProduct(text, named, context, ground);
  const topic = topicOf(ground);
  const kind =
    priceClaim(text, targets, ground) ??
    productClaim(clause, text, ground) ??
    (refers || topic === 'fact' ? claimOfProduct(text, targets, ground) : null) ??
    ((topic !== null || refers) && healthClaim(withoutNames(text, ground), targets) ? 'health' : null) ??
    (!ground.isOwn && (tellsDose(text) || promisesAbroad(text)) ? 'health' : null) ??
    (ground.isOwn ? null : unfitClaim(text, named, ground)) ??
    (!ground.isOwn && !asks && (refers || topic === 'fact') ? unspokenClaim(text, refers, targets, ground) : null);
  return kind === null ? null : { kind, about: targets };
}

/** What a clause speaks of: those it names, else the last one named in the reply, else those the message named. */
function targetsOf(
  named: readonly Product[],
  { named: before }: ClaimContext,
  { advice }: ClaimGround,
): readonly Product[] {
  if (named.length > 0) return named;
  if (before.length > 0) return before.slice(-1);
  return advice.asked;
}

function priceClaim(text: string, targets: readonly Product[], ground: ClaimGround): ClaimKind | null {
  if (AMOUNT_IN_WORDS.test(text)) return 'price';
  if (!ABSTAINS.test(text) && affirmed(text, DEALS).length > 0) return 'price';
  const amounts = amountsIn(text);
  if (amounts.length === 0) return null;
  const known = new Set(targets.flatMap(({ price }) => (price === null ? [] : [price.amount])));
  const told = ground.passages.flatMap((passage) => amountsIn(passage.toLowerCase()));
  const { budget } = ground.advice.need.constraints;
  const speaksOfBudget = /\b(?:under|below|within|over|above|more than|less than|budget|up to|at most)\b/.test(text);
  const hasGround = (amount: number) =>
    known.has(amount) || told.includes(amount) || (speaksOfBudget && budget !== null && amount === budget * 100);
  return amounts.every(hasGround) ? null : 'price';
}

/** Amounts of money in hundredths. */
function amountsIn(text: string): number[] {
  return AMOUNTS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ groups }) =>
      Math.round(Number((groups?.amount ?? '').replaceAll(',', '')) * 100),
    ),
  );
}

function productClaim(clause: string, text: string, ground: ClaimGround): ClaimKind | null {
  if (ABSTAINS.test(text)) return null;
  const brand = OTHER_BRANDS.exec(text);
  if (brand !== null && !isDeniedAt(text, brand.index)) return 'product';
  if (strangeProductsIn(clause, ground).length > 0) return 'product';
  return asksAboutProduct(ground) && strangeNamesIn(clause, ground).length > 0 ? 'product' : null;
}

const OURS =
  /\b(?:our|we(?:'ve| have)?|the brand'?s?|all of (?:our|the) products|every product|any product|products? here)\b/;
const POINTS =
  /^(?:and |so |plus |also |yes,? |no,? |yep,? |well,? |of course,? |absolutely,? |actually,? |great (?:choice|question)!? )*(?:it(?:'s|s)?|its|they(?:'re)?|their|this|that|these|those|both|each|all|the (?:formula|product|jar|tube|bottle|pack|packaging|pump|lid|scent|smell|texture|preservatives?|ph|ingredients?|blend|bottle|full list|key ingredients)|contains?|made|formulated|free|infused|packed|ingredients?|key|vegan|price|with|plus|perfect|great|safe|100|yes|no)\b|\b(?:it|it's|its|them|they)\b/;
const A_KIND = new RegExp(
  `\\b(?:the|this|that|our|my|your) (?:\\w+ )?(?:${Object.keys(PRODUCT_NOUNS).join('|')}|one|formula|bottle|product|line|range)s?\\b`,
);

/** Whether a clause is about a product of ours: by name, as "our …", or pointing at one that was named. */
function refersToProduct(text: string, named: readonly Product[], context: ClaimContext, ground: ClaimGround): boolean {
  if (named.length > 0 || OURS.test(text)) return true;
  if (text.includes(ground.brand.toLowerCase())) return true;
  const isTalkOfProducts = context.named.length > 0 || ground.advice.asked.length > 0 || asksAboutProduct(ground);
  return isTalkOfProducts && (POINTS.test(text) || A_KIND.test(text));
}

function claimOfProduct(text: string, targets: readonly Product[], ground: ClaimGround): ClaimKind | null {
  if (isOpen(text)) return null;
  const of = targets.length > 0 ? targets : ground.advice.catalogue.products;
  const bare = withoutNames(text, ground);
  if (healthClaim(bare, of)) return 'health';
  for (const [claim, says] of CLAIM_WORDS) {
    if (says.test(bare) && !of.every(({ claims }) => claims.includes(claim))) return 'fact';
    if (says.test(bare) && denies(bare) && claim !== 'cruelty-free') return 'fact';
  }
  const fact = OTHER_FACTS.exec(bare);
  if (fact !== null && !statedBy(of, fact[0])) return 'fact';
  // What an editor's words sum up of all lists was counted when they were written.
  if (ground.isOwn && text.includes('lists on file')) return null;
  return ingredientClaim(bare, of) ? 'ingredient' : null;
}

function healthClaim(text: string, targets: readonly Product[]): boolean {
  const health = affirmed(text, HEALTH_CLAIM).filter(({ index }) => !isDoctorsWork(text, index));
  if (health.some(({ said }) => targets.length === 0 || !statedBy(targets, said))) return true;
  if (promisesAnEnd(text)) return true;
  return HELPS.test(text) && affirmed(text, ILLNESS).some(({ index }) => !isDoctorsWork(text, index));
}

/** A product's own name is no claim about what is in it ("Aloe Dew"). */
function withoutNames(text: string, { advice }: ClaimGround): string {
  const names = advice.catalogue.products.flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]);
  return names
    .sort((one, other) => other.length - one.length)
    .reduce((rest, name) => rest.replaceAll(name.toLowerCase(), '—'), text);
}

const OFFERS =
  /\b(?:use|using|try|trying|recommend\w*|suggest\w*|apply|applying|go (?:for|with)|reach for|grab|pick|choose|add|buy|get|start with|would (?:help|suit|fit|work)|helps?|works?|good|great|perfect|ideal|suits?|fits?|safe|fine|best|love|pair)\b/;

/** A number that is a measure of use and no fact of a product. */
const MEASURE =
  /\b\d{1,2}(?:[.-]\d{1,2})?(?: (?:to|or|-) \d{1,2})? ?(?:minutes?|mins?|hours?|days?|weeks?|months?|times|drops?|sections?|x|steps?)\b/g;

/**
 * What no list of claims foresees: of a product only what care's common words and its own entry say is let through, so
 * that a scent, a study or a size nobody wrote down falls by its first word. Where the question is of products but the
 * clause is not, the passages and the question lend their words too.
 */
function unspokenClaim(
  text: string,
  refers: boolean,
  targets: readonly Product[],
  ground: ClaimGround,
): ClaimKind | null {
  // What is said to be in it has been held against its list by now.
  const bare = withoutIngredients(withoutNames(text, ground));
  if (isOpen(text)) return null;
  if (denies(bare) && (HEALTH_CLAIM.test(bare) || ILLNESS.test(bare))) return null;
  const lent = refers && topicOf(ground) === 'fact' ? [] : [...ground.passages, ground.message];
  const own = targets.map(({ about, howToUse, ingredients, claims, price }) =>
    [about, howToUse, ingredients?.join(' '), claims.join(' '), price === null ? '' : moneyWords(price)].join(' '),
  );
  const isOfProduct = bare.includes('—') || OURS.test(text);
  const common = isOfProduct ? [COURTESY_WORDS] : [COURTESY_WORDS, SAFETY_WORDS];
  const spoken = new Set([ground.brand, ...own, ...lent, ...common].flatMap(stemsOf));
  const measured = bare.replace(MEASURE, ' ').replace(/[$£€]\s?\d[\d.,]*|\b\d+(?:\.\d{1,2})? dollars\b/g, ' ');
  const isStrangeNumber = (measured.match(/\d+/g) ?? []).some((digits) => !spoken.has(digits));
  return isStrangeNumber || statingWords(bare, spoken).length > 0 ? 'fact' : null;
}

const moneyWords = (price: NonNullable<Product['price']>): string =>
  `${priceText(price)}${price.currency === 'USD' ? ' dollars bucks' : ''}`;

const withoutIngredients = (text: string): string =>
  MADE_OF.test(text) ? INGREDIENT_WORDS.reduce((rest, { says }) => rest.replace(says, ' '), text) : text;

/** A clause that says what is not known, in every part of it that states something. */
function isOpen(text: string): boolean {
  if (!ABSTAINS.test(text)) return false;
  return text.split(/,\s/).every((part) => ABSTAINS.test(part) || !STATES.test(part));
}
const STATES = /\b(?:it|they|these|this)(?:'s|'re| is| are| has| have| contains?| costs?)\b|\b(?:contains?|costs?)\b/;

const NO_HARM = /\b(?:won't|can't|wouldn't|doesn't|couldn't|will not) hurt\b|\bno harm\b|\bnot? (?:bad|problem)\b/;

/** Names a product as a good choice that something stands against for this person. */
function unfitClaim(text: string, named: readonly Product[], { advice }: ClaimGround): ClaimKind | null {
  if (ABSTAINS.test(text) || (denies(text) && !NO_HARM.test(text))) return null;
  // Where help comes first, even a word on the product that was asked about is one too many.
  const isCare = advice.need.silence !== null;
  const isOffered = (product: Product) => isCare || OFFERS.test(text) || !advice.asked.includes(product);
  return named.some((product) => advice.objections.has(product.id) && isOffered(product)) ? 'unfit' : null;
}
