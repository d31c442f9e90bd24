import type { FoundPassage } from '../knowledge/passage.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accept.ts';

/** Finds passages for a question; what an assistant's knowledge index offers. */
export interface PassageSearch {
  search(query: string, limit?: number): readonly FoundPassage[];
}

/** Most passages a reply may draw on. */
const PASSAGE_LIMIT = 4;
/** A message this short is understood with the one before it ("and for kids?"). */
const SHORT_MESSAGE = 40;

/** Step 5: what the reply may draw on. An assistant without a knowledge base has none. */
export function loadPassages(
  turn: AcceptedTurn,
  summary: Summary,
  knowledge: PassageSearch | null,
): readonly FoundPassage[] {
  if (knowledge === null) return [];
  const { text } = turn.input;
  const found = knowledge.search(text, PASSAGE_LIMIT);
  const needsContext = text.length <= SHORT_MESSAGE && !found.some(({ answers }) => answers);
  if (!needsContext || summary.intent === 'greeting' || summary.intent === 'farewell') return found;
  const previous = turn.history.findLast(({ role }) => role === 'user');
  return previous === undefined ? found : knowledge.search(`${previous.text} ${text}`, PASSAGE_LIMIT);
}
