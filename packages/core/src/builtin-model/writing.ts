/** A piece of a reply. When the whole grows too long, pieces of the least `weight` go first. */
export interface Piece {
  readonly text: string;
  readonly weight: number;
}

/** The longest reply to anything but a wish for detail, in words, as the product promises ("under 80"). */
export const MOST_WORDS = 79;
/** The longest reply to "tell me more", in words. */
export const MOST_WORDS_IN_DETAIL = 160;

/** The weights in use, so that tables of pieces read alike. */
export const WEIGHT = { essential: 9, question: 4, warmth: 3, extra: 2 } as const;

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

export function countQuestions(text: string): number {
  return text.match(/[?？]/g)?.length ?? 0;
}

/**
 * Joins pieces, in their order, to one reply: no more words than allowed and no second question. Pieces of the least
 * weight are left out first, the later one of two alike; an essential piece that is too long by itself is cut at a sentence.
 */
export function write(pieces: readonly Piece[], mostWords = MOST_WORDS): string {
  let kept = pieces.filter((piece) => piece.text.trim() !== '');
  const tooLong = () => countWords(kept.map((piece) => piece.text).join(' ')) > mostWords;
  const tooCurious = () => kept.reduce((sum, piece) => sum + countQuestions(piece.text), 0) > 1;
  const fits = () => !tooLong() && !tooCurious();
  while (kept.length > 1 && !fits()) {
    const droppable = tooCurious() ? kept.filter((piece) => countQuestions(piece.text) > 0) : kept;
    const least = Math.min(...droppable.map((piece) => piece.weight));
    const dropped = droppable.findLast((piece) => piece.weight === least);
    kept = kept.filter((piece) => piece !== dropped);
  }
  const [only] = kept;
  if (only !== undefined && kept.length === 1 && !fits()) return tidy(firstSentences(only.text, mostWords));
  return tidy(kept.map((piece) => piece.text).join(' '));
}

/** As many whole sentences from the start as fit into `mostWords` and hold one question at most; at least one of them. */
export function firstSentences(text: string, mostWords: number): string {
  const kept: string[] = [];
  for (const sentence of sentences(text)) {
    const longer = [...kept, sentence].join(' ');
    if (kept.length > 0 && (countWords(longer) > mostWords || countQuestions(longer) > 1)) break;
    kept.push(sentence);
  }
  return kept.join(' ');
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

export function sentences(text: string): string[] {
  return [...SENTENCES.segment(text)].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}

/** One space between words, none before a stop, the first letter a capital. */
export function tidy(text: string): string {
  return capitalize(
    text
      .replace(/\s+/g, ' ')
      .replace(/\s+([,.!?;:])/g, '$1')
      .replace(/([!?])\.(?!\.)/g, '$1')
      .replace(/(?<!\.)\.\.(?!\.)/g, '.')
      .trim(),
  );
}

export function capitalize(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Fills `{name}` places. Throws a `RangeError` for one that has no value, so that none is ever shown. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`nothing to fill {${name}} of "${template}" with`);
    return value;
  });
}

/** Lower case, without punctuation: how two wordings are compared. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
