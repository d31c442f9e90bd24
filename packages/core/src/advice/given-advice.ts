import type { AdviceDefinition, AdviceItem } from '../assistants/advice-definition.ts';
import type { Product } from '../catalogue/product.ts';
import type { Passage } from '../knowledge/passage.ts';
import { words } from '../knowledge/vocabulary.ts';
import { clean } from '../understanding/text.ts';
import { type Advice, DAY_MS, type GivenAdvice } from './advice.ts';

/** A reply and what it was made of. */
export interface ComposedFrom {
  readonly text: string;
  /** What the person asked. */
  readonly message: string;
  /** Passages it cites, the one it draws on most first. */
  readonly cited: readonly Passage[];
  /** Whether the citations were found by comparing the reply with the passages, as a vendor's are. */
  readonly comparesAlready: boolean;
  /** Products it names that were recommended to this person and nothing stands against. */
  readonly products: readonly Product[];
  /** What the message called for, the most pressing first. */
  readonly concerns: readonly string[];
  /** Whether it may be asked after later: not what was said in pain. */
  readonly mayBeAskedAfter: boolean;
  readonly now: Date;
}

/** Of one reply so much is remembered as advice: the main thing, and what was to do it with. */
const MOST_OF_A_REPLY = 2;

/**
 * What a reply advises, read from what it was composed of and never from its prose: passages that have people do something, and
 * products that were recommended. Pure.
 */
export function adviceGivenIn(
  from: ComposedFrom,
  definition: AdviceDefinition,
  newId: () => string,
): readonly GivenAdvice[] {
  const items = new Map(definition.items.map((item) => [item.passage, item]));
  const told = from.cited
    .filter((passage) => from.comparesAlready || tellsOf(passage, from.text))
    .flatMap((passage) => items.get(passage.id) ?? [])
    .slice(0, 1);
  const care = told.some(({ kind }) => kind === 'care');
  // Where a doctor is to look, nothing beside it is followed up: it would read as a sale.
  const products = care ? [] : from.products.filter(({ sample }) => !sample).slice(0, 1);
  return [
    ...told.map((item) => ofPassage(item, from, definition, newId)),
    ...products.map((product) => ofProduct(product, from, definition, newId)),
  ].slice(0, MOST_OF_A_REPLY);
}

/** So many words in a row are no accident. */
const WORDS_IN_A_ROW = 6;

/** Whether a reply tells what a passage says, and doesn't only name it as a source. */
function tellsOf({ answer, body }: Passage, text: string): boolean {
  const said = ` ${words(text).join(' ')} `;
  return [answer, body].some((part) => {
    const told = words(part);
    return told.some(
      (_, start) =>
        start + WORDS_IN_A_ROW <= told.length &&
        said.includes(` ${told.slice(start, start + WORDS_IN_A_ROW).join(' ')} `),
    );
  });
}

function ofPassage(
  { passage, kind, phrase, wait, concern }: AdviceItem,
  from: ComposedFrom,
  definition: AdviceDefinition,
  newId: () => string,
): GivenAdvice {
  const named = concernOf([...(concern === null ? [] : [concern]), ...from.concerns], from.message, definition);
  const days = wait?.days ?? definition.kinds[kind].askAfterDays;
  return {
    id: newId(),
    kind,
    itemKind: 'passage',
    item: passage,
    phrase,
    ...named,
    askAfter: from.mayBeAskedAfter ? new Date(from.now.getTime() + days * DAY_MS) : null,
  };
}

function ofProduct(
  { id, name }: Product,
  from: ComposedFrom,
  definition: AdviceDefinition,
  newId: () => string,
): GivenAdvice {
  const days = definition.kinds.product.askAfterDays;
  return {
    id: newId(),
    kind: 'product',
    itemKind: 'product',
    item: id,
    phrase: `the ${name}`,
    ...concernOf(from.concerns, from.message, definition),
    askAfter: from.mayBeAskedAfter ? new Date(from.now.getTime() + days * DAY_MS) : null,
  };
}

/** What it was for: in the person's words where they said it of a part of their hair, else in ours. */
function concernOf(
  ids: readonly string[],
  message: string,
  { concerns }: AdviceDefinition,
): Pick<GivenAdvice, 'concern' | 'concernWords'> {
  const text = clean(message).toLowerCase().replaceAll("'", '');
  for (const { id, said } of concerns) {
    const found = said?.exec(text)?.[0];
    if (found !== undefined && (ids.length === 0 || ids.includes(id)))
      return { concern: id, concernWords: found.replace(/\b(?:my|the|so|very|really)\b /g, '').slice(0, 60) };
  }
  const known = ids.flatMap((id) => concerns.find((concern) => concern.id === id) ?? [])[0];
  return known === undefined ? { concern: null, concernWords: null } : { concern: known.id, concernWords: known.words };
}

/** How what was advised is called, for reading which advice someone means: of its row, its item and its product. */
export interface NamedAdvice {
  readonly advice: Advice;
  readonly says: RegExp | null;
  /** Other names, such as a product's, in the words of its catalogue. */
  readonly names: readonly string[];
}

/** The advice of a person with how it is called. */
export function namedAdvice(
  advice: readonly Advice[],
  { items }: AdviceDefinition,
  products: readonly Product[],
): readonly NamedAdvice[] {
  return advice.map((each) => {
    const item = each.itemKind === 'passage' ? items.find(({ passage }) => passage === each.item) : undefined;
    const product = each.itemKind === 'product' ? products.find(({ id }) => id === each.item) : undefined;
    return {
      advice: each,
      says: item?.says ?? null,
      names: product === undefined ? [] : [product.name, ...product.alsoCalled],
    };
  });
}
