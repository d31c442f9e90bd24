import { conversationQuery } from '../knowledge/conversation-query.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';

/** Finds passages for a question; what an assistant's knowledge index offers. */
export interface PassageSearch {
  search(query: string, limit?: number): readonly FoundPassage[];
}

/** Most passages a reply may draw on unless an experiment says otherwise: where the retrieval set's recall stops rising. */
const PASSAGE_LIMIT = 5;

/** Of what a message that leans on others finds by itself, so much is looked at. */
const OWN_LIMIT = 2;

/** Step 5: what the reply may draw on, for the message as it is meant where the conversation stands. */
export function loadPassages(
  turn: Pick<AcceptedTurn, 'history'> & { readonly input: Pick<AcceptedTurn['input'], 'text'> },
  summary: Summary,
  knowledge: PassageSearch | null,
  limit: number = PASSAGE_LIMIT,
): readonly FoundPassage[] {
  if (knowledge === null) return [];
  const query = conversationQuery(turn.input.text, summary.intent, turn.history);
  const found = knowledge.search(query, limit);
  if (!query.includes('\n')) return found;
  // What a message leans on must not hide what it asks by itself: "how often do I wash it" is no more of the big chop.
  const known = new Set(found.map(({ passage }) => passage.id));
  const own = knowledge
    .search(turn.input.text, OWN_LIMIT)
    .filter(({ answers, passage }) => answers && !known.has(passage.id));
  return [...found, ...own];
}
