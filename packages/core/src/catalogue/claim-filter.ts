import type { ClaimGround } from './claim-ground.ts';
import { type ClaimKind, type UngroundedClaim, ungroundedClaim } from './claims.ts';
import { namedIn } from './names.ts';
import { type Product, priceText } from './product.ts';

/** So much of a sentence without an end is looked at as one: no reply's sentence is longer. In characters. */
const LONGEST_HELD = 1_200;
/** Of a list of ingredients, so many are told in a correction. */
const MOST_INGREDIENTS_TOLD = 6;

/**
 * Lets through the sentences of a reply that have a ground, as they are written: a sentence is held until it ends. One
 * that has none is left out, and what is on file is said once in its place, where another sentence still follows or came
 * before. What a person is shown is what comes out, in the same order.
 */
export class ClaimFilter {
  readonly #ground: ClaimGround;
  readonly #said = new Set<string>();
  #held = '';
  #named: Product[] = [];
  #notes: string[] = [];
  #kept = 0;
  readonly #removed: ClaimKind[] = [];
  #lastOut = '';

  constructor(ground: ClaimGround) {
    this.#ground = ground;
  }

  /** Kinds of claim that were left out, in their order. */
  get removed(): readonly ClaimKind[] {
    return this.#removed;
  }

  /** True when more was left out than let through: such a reply is no reply. */
  get isSpoiled(): boolean {
    return this.#removed.length > 0 && this.#kept < this.#removed.length;
  }

  /** Takes more of the reply; returns what may be shown now. */
  push(text: string): string {
    this.#held += text;
    let out = '';
    for (let end = sentenceEnd(this.#held); end !== null; end = sentenceEnd(this.#held)) {
      out += this.#judge(this.#held.slice(0, end));
      this.#held = this.#held.slice(end);
    }
    return out;
  }

  /** The reply is whole: returns what was held back, judged, and what is on file where nothing followed. */
  end(): string {
    const last = this.#held === '' ? '' : this.#judge(this.#held);
    this.#held = '';
    return last + this.#takeNotes(last === '' ? this.#lastOut : last, true);
  }

  #judge(sentence: string): string {
    const claim = /[\p{L}\p{N}]/u.test(sentence)
      ? ungroundedClaim(sentence, this.#ground, { named: this.#named })
      : null;
    const named = namedIn(sentence, this.#ground.advice.catalogue.products);
    if (named.length > 0) this.#named = [...this.#named, ...named];
    if (claim === null) {
      if (/\p{L}/u.test(sentence)) this.#kept += 1;
      const notes = this.#takeNotes(this.#lastOut, false);
      this.#lastOut = sentence;
      return notes + sentence;
    }
    this.#removed.push(claim.kind);
    const note = noteFor(claim, this.#ground);
    if (!this.#said.has(note)) this.#notes.push(note);
    this.#said.add(note);
    return '';
  }

  /** What is on file in place of what was left out, with the space it needs after what was shown and before what follows. */
  #takeNotes(after: string, isLast: boolean): string {
    if (this.#notes.length === 0) return '';
    const notes = this.#notes.join(' ');
    this.#notes = [];
    const space = /\s$|^$/.test(after) ? '' : ' ';
    return `${space}${notes}${isLast ? '' : ' '}`;
  }
}

const NO_END = /(?:^|[\s(*_])(?:(?:\p{L}\.)*\p{L}|mr|mrs|ms|dr|st|vs|etc|e\.g|i\.e|approx|no|oz)\.?$/iu;
const END = /[.!?…。！？]+["'”’)\]*_]*(?=\s)|\n+/gu;

/** Where the first whole sentence ends, with the space after it; null while none does. */
function sentenceEnd(text: string): number | null {
  END.lastIndex = 0;
  for (let match = END.exec(text); match !== null; match = END.exec(text)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('\n')) return end;
    const isAbbreviation = match[0] === '.' && NO_END.test(text.slice(Math.max(0, match.index - 12), match.index));
    // The space may be the last character so far; more of it may come, and belongs to what follows.
    if (!isAbbreviation) return end + (/^\s*/.exec(text.slice(end))?.[0].replace(/\n.*/s, '').length ?? 0);
  }
  return text.length > LONGEST_HELD ? LONGEST_HELD : null;
}

/** What may be said in place of a claim: what is on file, or that nothing is. */
function noteFor({ kind, about }: UngroundedClaim, { advice, brand }: ClaimGround): string {
  const [product] = about;
  const shop = brand.endsWith('s') ? `${brand}'` : `${brand}'s`;
  switch (kind) {
    case 'price':
      return product?.price == null
        ? `I have no price or offer on file for that; ${shop} own page has them.`
        : `On file, the ${product.name} is ${priceText(product.price)}.`;
    case 'ingredient':
      if (product === undefined || product.ingredients === null)
        return `What is in ${product === undefined ? 'that' : `the ${product.name}`} is not on file with me; the label has the full list.`;
      return `On file, the ${product.name} has ${product.ingredients.slice(0, MOST_INGREDIENTS_TOLD).join(', ')}${product.ingredients.length > MOST_INGREDIENTS_TOLD ? ' and more' : ''}.`;
    case 'product':
      return 'I have no product of that name on file.';
    case 'health':
      return 'A hair product is no medicine, so I promise nothing of that kind.';
    case 'fact':
      return 'That detail is not on file with me.';
    case 'unfit': {
      const unfit = about.find(({ id }) => advice.objections.has(id));
      return unfit === undefined
        ? 'I would not use a product for this.'
        : `I'd leave the ${unfit.name} out here: ${advice.objections.get(unfit.id)}.`;
    }
  }
}
