/**
 * What no reader sees: controls but line ends and tabs, format characters, what Unicode assigns to nothing, fillers, and
 * the sign for what could not be read. Joiners and variation selectors belong to emoji and to some scripts.
 */
const HIDDEN = /(?!\t|\n|\r|\u200c|\u200d|\ufe0e|\ufe0f)[\p{C}\p{DI}\u2800\ufffd]/u;
const JOINER = /\u200c|\u200d|\ufe0e|\ufe0f/g;
/** A sequence of emoji has fewer; more of them say something else. */
const MOST_JOINERS = 0.1;
/** Letters, numbers, punctuation and symbols; a space between them shows too. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/gu;

/** Whether a text holds what readers don't see and models do. */
export function hidesText(text: string): boolean {
  return HIDDEN.test(text) || (text.match(JOINER)?.length ?? 0) > Math.max(2, text.length * MOST_JOINERS);
}

/** How many signs of a text a reader sees: code points, without spaces and marks. */
export function visibleLength(text: string): number {
  return text.match(VISIBLE)?.length ?? 0;
}
