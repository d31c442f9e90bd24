import type { ClaimGround } from './claim-ground.ts';
import { ORDINARY_BEFORE_NOUN, PRODUCT_NOUNS } from './claim-words.ts';
import { formsOf, nameForm } from './names.ts';

const NOUNS = Object.keys(PRODUCT_NOUNS).sort((one, other) => other.length - one.length);
const NOUN = `(?:${NOUNS.join('|')})s?`;
/** "Growth Gold Drops": capitals before a product's noun that has one too. */
const CAPITALS = new RegExp(
  `(?:\\b[A-Z0-9][\\w'’.&-]{0,30}(?: (?:of|and|&|the|for|in|n'))? ){1,5}(?:${NOUNS.map((noun) => noun.replace(/^./, (first) => first.toUpperCase()).replace(/[- ]in$/, '[- ]In')).join('|')})s?\\b`,
  'g',
);
/** "our rosemary oil", "we sell a growth serum". */
const OURS = new RegExp(
  `\\b(?:our(?: own)?|we(?:'ve| have)? (?:also |just |now )*(?:have|got|sell|make|offer|carry|recommend|launched|released|introduced)|from our line,?|try our)(?: (?:an?|the))? (?<before>(?:[a-z0-9'’&-]+ ){0,4}?)(?<noun>${NOUN})\\b`,
  'gi',
);

/** "your Edge Tamer": capitals after a word of possession are a name, whatever its noun. */
const CALLED = /\b(?:your|the|yours?) (?<name>(?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+)/g;

/** Names of products that are in no catalogue, as a clause has them; a noun with ordinary words before it is a kind. */
export function strangeProductsIn(clause: string, ground: ClaimGround): string[] {
  const { advice, brand } = ground;
  const { isKnown, askedFor } = groundOf(ground);
  const capital = [...clause.matchAll(CAPITALS)]
    .map(([name]) => withoutOrdinaryStart(name, brand))
    .filter((name) => name !== null && !isKnown(name));
  const ours = [...clause.matchAll(OURS)].flatMap(({ groups }) => {
    const before = (groups?.before ?? '').trim();
    const noun = (groups?.noun ?? '').toLowerCase().replace(/s$/, '');
    const whole = `${before} ${noun}`.trim();
    if (isKnown(whole)) return [];
    const categories = PRODUCT_NOUNS[noun] ?? PRODUCT_NOUNS[`${noun}s`] ?? [];
    const isSold = advice.catalogue.products.some(({ category }) => categories.includes(category));
    const isPlain = before.split(' ').every((word) => word === '' || ORDINARY_BEFORE_NOUN.has(word.toLowerCase()));
    return isSold && isPlain ? [] : [whole];
  });
  return [...capital.filter((name) => name !== null), ...ours, ...takenUp(clause, askedFor)];
}

/** A name without the words that start a sentence; null when nothing but ordinary words is left. */
function withoutOrdinaryStart(name: string, brand: string): string | null {
  const words = name.replace(brand, '').trim().split(' ');
  const own = words.slice(0, -1).filter((word) => !ORDINARY_BEFORE_NOUN.has(word.toLowerCase().replace(/[,.:]$/, '')));
  return own.length === 0 ? null : words.join(' ');
}

interface NamesGround {
  readonly isKnown: (name: string) => boolean;
  /** Names the message asks about that no catalogue has. */
  readonly askedFor: readonly string[];
}

/** A ground is the same for a turn, and its message is read once. */
const namesGrounds = new WeakMap<ClaimGround, NamesGround>();

function groundOf(ground: ClaimGround): NamesGround {
  const found = namesGrounds.get(ground);
  if (found !== undefined) return found;
  const { advice, message } = ground;
  const known = advice.catalogue.products.flatMap(formsOf);
  const inci = advice.catalogue.products.flatMap(({ ingredients }) => ingredients ?? []).map(nameForm);
  const isKnown = (name: string) => {
    const form = nameForm(name);
    return known.some((one) => form.includes(one) || one.includes(form)) || inci.some((one) => one.includes(form));
  };
  const called = [...message.matchAll(CALLED)].flatMap(({ groups }) => groups?.name ?? []);
  const capital = [...message.matchAll(CAPITALS)].map(([name]) => withoutOrdinaryStart(name, ''));
  const askedFor = [...new Set([...capital, ...called])].filter((name) => name !== null && !isKnown(name));
  const made = { isKnown, askedFor: askedFor.filter((name) => name !== null) };
  namesGrounds.set(ground, made);
  return made;
}

/** Names asked about that a clause takes up as if they were known: in whatever case. */
function takenUp(clause: string, askedFor: readonly string[]): string[] {
  const form = nameForm(clause);
  return askedFor.filter((name) => form.includes(nameForm(name)));
}

const NAME =
  /\b(?:[Tt]he|[Oo]ur|an?|limited|new|[Tt]ry|for|called|with|[Uu]se|get) (?<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)/g;

/** Names in capitals that neither the catalogue, the brand, the message nor a passage has: in talk of products, a product. */
export function strangeNamesIn(clause: string, { advice, brand, message, passages }: ClaimGround): string[] {
  const known = [
    brand,
    message,
    ...passages,
    ...advice.catalogue.products.flatMap(({ name, alsoCalled, ingredients }) => [
      name,
      ...alsoCalled,
      ...(ingredients ?? []),
    ]),
  ]
    .join(' ')
    .toLowerCase();
  return [...clause.matchAll(NAME)]
    .flatMap(({ groups }) => groups?.name ?? [])
    .filter((name) => name.split(' ').some((word) => !known.includes(word.toLowerCase())));
}
