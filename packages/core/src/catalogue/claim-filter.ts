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
  /** How much of what is held was looked at for an end, and the end marks just before. */
  #scanned = 0;
  #marks: Marks = NO_MARKS;
  /** Whether the last line said that a list of contents follows. */
  #leadsIn = false;
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
    for (let end = this.#nextEnd(); end !== null; end = this.#nextEnd()) {
      out += this.#judge(this.#held.slice(0, end));
      this.#held = this.#held.slice(end);
      this.#scanned = 0;
      this.#marks = NO_MARKS;
    }
    return out;
  }

  /** The reply is whole: returns what was held back, judged, and what is on file where nothing followed. */
  end(): string {
    const last = this.#held === '' ? '' : this.#judge(this.#held);
    this.#held = '';
    return last + this.#takeNotes(last === '' ? this.#lastOut : last, true);
  }

  /** Where the first whole sentence held ends, with the space after it; null while none does. Reads each character once. */
  #nextEnd(): number | null {
    for (; this.#scanned < this.#held.length; this.#scanned += 1) {
      const at = this.#scanned;
      const character = this.#held.charAt(at);
      const isSpace = /\s/.test(character);
      // The space may be the last character so far; more of it may come, and belongs to what follows.
      if (isSpace && this.#marks.count > 0 && !this.#isAbbreviationAt(at)) return at + spaceAt(this.#held, at, SPACES);
      if (character === '\n') return at + spaceAt(this.#held, at, NEWLINES);
      if (at >= LONGEST_HELD) return this.#cutOverlong();
      this.#marks = marksAfter(this.#marks, character);
    }
    return null;
  }

  #isAbbreviationAt(end: number): boolean {
    if (this.#marks.count !== 1 || this.#held.charAt(end - 1) !== '.') return false;
    return NO_END.test(this.#held.slice(Math.max(0, end - 13), end - 1));
  }

  /** A sentence of no reply's length ends where a part of it does, so that no claim is cut in two. */
  #cutOverlong(): number {
    const head = this.#held.slice(0, LONGEST_HELD);
    const cut = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; ')) + 1 || head.lastIndexOf(' ');
    return cut > LONGEST_HELD / 2 ? cut : Math.max(head.lastIndexOf(' '), 0) || LONGEST_HELD;
  }

  #judge(sentence: string): string {
    const claim = /[\p{L}\p{N}]/u.test(sentence) ? this.#claimOf(sentence) : null;
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

  /** The claim of a sentence, or of a line of a list together with the words that lead it in. */
  #claimOf(sentence: string): UngroundedClaim | null {
    const context = { named: this.#named };
    const item = LIST_ITEM.exec(sentence)?.groups?.item;
    if (item === undefined) this.#leadsIn = LEADS_IN.test(sentence);
    return (
      ungroundedClaim(sentence, this.#ground, context) ??
      (this.#leadsIn && item !== undefined ? ungroundedClaim(`It contains ${item}`, this.#ground, context) : null)
    );
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
const END_MARK = /[.!?…。！？]/;
const CLOSER = /["'”’)\]*_]/;
const SPACES = /[^\S\n]*/y;
const NEWLINES = /\n+/y;
/** "Ingredients:", before lines of a list. */
const LEADS_IN =
  /\b(?:ingredients?|contains?|made (?:with|from|of)|what(?:'s| is) in (?:it|them)|formula)\b[^.!?]*:[*_\s]*$/i;
const LIST_ITEM = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+(?<item>[^\n]+)/;

/** How many end marks and closing quotes stand together just before; none after another character. */
interface Marks {
  readonly count: number;
}
const NO_MARKS: Marks = { count: 0 };

function marksAfter({ count }: Marks, character: string): Marks {
  const goesOn = END_MARK.test(character) || (count > 0 && CLOSER.test(character));
  return goesOn ? { count: count + 1 } : NO_MARKS;
}

function spaceAt(text: string, at: number, kind: RegExp): number {
  kind.lastIndex = at;
  return kind.exec(text)?.[0].length ?? 0;
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
