import { offered } from '../../catalogue/facts.ts';
import { countWords } from '../writing.ts';
import type { GuideTurn } from './turn.ts';

/** So many words of the shelf fit beside an answer. */
const MOST_WORDS_BESIDE = 32;

/** One sentence on what fits, to stand beside an answer; empty when nothing is to be sold or it was named before. */
export function besideAnswer({ material, conversation }: GuideTurn): string {
  const first = material.products?.recommended[0];
  if (first === undefined) return '';
  const line = offered(first.product, first.reason, false);
  return conversation.hasSaid(line) || countWords(line) > MOST_WORDS_BESIDE ? '' : line;
}
