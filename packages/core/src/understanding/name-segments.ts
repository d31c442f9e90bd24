import { TITLES } from './name-words.ts';

/** A stretch of a sentence between commas, dashes or brackets. */
export interface Segment {
  readonly text: string;
  readonly words: readonly Word[];
  /** The words in lower case joined by single spaces, so that the n-th space stands before the n-th word. */
  readonly joined: string;
  readonly bracketed: boolean;
}

export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['.\-\u2010\u2011·][\p{L}\p{N}\p{M}]+)*/gu;
const SEPARATOR = /[,;:"()[\]—–…!?¿¡/*_~=|。、，！？؟،]+|\s-+\s|\.{2,}|(?<=\p{L}{2})\.(?=\s|$)/gu;

/** A reply with more segments than this is no longer about a name. */
const MAX_SEGMENTS = 24;

/** Cuts a sentence into segments, at most 24. */
export function segmentsOf(sentence: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let bracketed = false;
  const add = (end: number, closes: string): void => {
    const segment = segmentOf(sentence.slice(start, end), bracketed);
    if (segment !== null) segments.push(segment);
    bracketed = closes.includes('(');
  };
  for (const match of sentence.matchAll(SEPARATOR)) {
    if (segments.length >= MAX_SEGMENTS) return segments;
    // The full stop of a title belongs to the name: "Mrs. Okafor".
    const before = sentence.slice(Math.max(0, match.index - 5), match.index).toLowerCase();
    if (match[0] === '.' && TITLES.has(before.match(/\p{L}+$/u)?.[0] ?? '')) continue;
    add(match.index, match[0]);
    start = match.index + match[0].length;
  }
  add(sentence.length, '');
  return segments;
}

function segmentOf(text: string, bracketed: boolean): Segment | null {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    // An initial keeps its full stop: "J. R.", "J.P.".
    const isInitial = text[end] === '.' && /^\p{L}(?:\.\p{L})*$/u.test(match[0]);
    const written = isInitial ? `${match[0]}.` : match[0];
    words.push({ text: written, lower: written.toLowerCase(), start: match.index, end: match.index + written.length });
  }
  if (words.length === 0) return null;
  return { text, words, joined: words.map((word) => word.lower).join(' '), bracketed };
}

/** The index of the first word after a position in the joined words. */
export function wordIndex(joined: string, position: number): number {
  let index = 0;
  for (let at = 0; at < position; at += 1) if (joined[at] === ' ') index += 1;
  return joined[position] === ' ' ? index + 1 : index;
}
