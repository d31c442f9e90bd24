import type { Catalogue } from '../catalogue/load.ts';
import { adviseProducts, type ProductAdvice } from '../catalogue/recommend.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import type { Recalled } from '../memory/recall.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import { promptMemoriesOf } from './remembering.ts';

interface AdviceInput {
  readonly catalogue: Catalogue | null;
  readonly turn: AcceptedTurn;
  readonly summary: Summary;
  readonly passages: readonly FoundPassage[];
  readonly recalled: Recalled;
}

/** So many messages back, "it" may still be a product that was named. */
const RECENT_MESSAGES = 4;

/** What of the brand's products fits; what they said before, and what is remembered, still stands against one. */
export function adviceFor({ catalogue, turn, summary, passages, recalled }: AdviceInput): ProductAdvice | null {
  if (catalogue === null) return null;
  const said = turn.history.filter(({ role }) => role === 'user').map(({ text }) => text);
  const remembered = promptMemoriesOf(turn, recalled).map((memory) => memory.said);
  return adviseProducts(catalogue, {
    message: turn.input.text,
    summary,
    before: [...remembered, ...said],
    recent: turn.history.slice(-RECENT_MESSAGES).map(({ text }) => text),
    passages,
  });
}
