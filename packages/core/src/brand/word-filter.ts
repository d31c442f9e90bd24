import type { ReplyFilter } from '../models/reply-filter.ts';
import { type AllowedText, type AvoidedTable, replaceHits } from '../assistants/avoided-words.ts';

/** What was shown is remembered so far back, for the quotation or the exception that a phrase stands in. In characters. */
const REMEMBERED = 600;
/** Everything up to the last end of a sentence that is followed by something. */
const SENTENCE_ENDS = /^[\s\S]*[.!?][)"'”’]?\s+/;

/**
 * Replaces words to avoid in a reply, as it is written: as many words are held back as the longest phrase has, with the
 * article before it, so that no part of one is shown before the whole of it is known.
 */
export class WordFilter implements ReplyFilter {
  readonly #table: AvoidedTable;
  readonly #allowed: AllowedText;
  #before = '';
  #held = '';

  constructor(table: AvoidedTable, allowed: AllowedText) {
    this.#table = table;
    this.#allowed = allowed;
  }

  /** What was replaced is no fault that voids a reply. */
  get isSpoiled(): boolean {
    return false;
  }

  push(text: string): string {
    this.#held += text;
    return this.#release(this.#placeOfLastWords());
  }

  end(): string {
    return this.#release(this.#held.length);
  }

  /** Shows what is held up to `upTo`, or up to the phrase that goes on beyond it. */
  #release(upTo: number): string {
    if (upTo === 0) return '';
    const shift = this.#before.length;
    const hits = this.#table
      .find(this.#before + this.#held, this.#allowed)
      .map(({ start, end, instead }) => ({ start: start - shift, end: end - shift, instead }))
      // What was shown was judged when it was.
      .filter(({ start }) => start >= 0);
    const beyond = hits.find(({ start, end }) => start < upTo && end > upTo);
    const until = beyond?.start ?? upTo;
    const out = replaceHits(
      this.#held.slice(0, until),
      hits.filter(({ end }) => end <= until),
    );
    this.#before = (this.#before + out).slice(-REMEMBERED);
    this.#held = this.#held.slice(until);
    return out;
  }

  /** Where the words begin that may be part of a phrase whose rest is to come: no phrase goes on from one sentence to the next. */
  #placeOfLastWords(): number {
    const sentence = SENTENCE_ENDS.exec(this.#held)?.[0].length ?? 0;
    const words = this.#table.longestWords + 1;
    let place = this.#held.length;
    for (let count = 0; count < words; count += 1) {
      const before = this.#held.slice(0, place).trimEnd();
      const space = before.search(/\S+$/);
      if (space <= sentence) return sentence;
      place = space;
    }
    return Math.max(place, sentence);
  }
}

/** A filter whose words go through `first` and then `second`. */
export function filterThrough(first: ReplyFilter, second: ReplyFilter): ReplyFilter {
  return {
    push: (text) => second.push(first.push(text)),
    end: () => second.push(first.end()) + second.end(),
    get isSpoiled() {
      return first.isSpoiled || second.isSpoiled;
    },
  };
}
