import { conversationQuery } from '../knowledge/conversation-query.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';

/** Finds passages for a question; what an assistant's knowledge index offers. */
export interface PassageSearch {
  search(query: string, limit?: number): readonly FoundPassage[];
}

/** Most passages a reply may draw on: where the retrieval set's recall stops rising. */
const PASSAGE_LIMIT = 5;

/** Step 5: what the reply may draw on, for the message as it is meant where the conversation stands. */
export function loadPassages(
  turn: Pick<AcceptedTurn, 'history'> & { readonly input: Pick<AcceptedTurn['input'], 'text'> },
  summary: Summary,
  knowledge: PassageSearch | null,
): readonly FoundPassage[] {
  if (knowledge === null) return [];
  return knowledge.search(conversationQuery(turn.input.text, summary.intent, turn.history), PASSAGE_LIMIT);
}
