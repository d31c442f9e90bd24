import type { Evidence } from './fact.ts';
import type { MemoryRow } from './memory-rows.ts';

export interface FoundMemory {
  readonly row: MemoryRow;
  readonly score: number;
}

/**
 * A memory and the message it was read from are one find: the memory stands for both, with the better score. Of several
 * memories of one message, the best takes its score.
 */
export function foundOnce(
  memories: readonly FoundMemory[],
  evidence: readonly Evidence[],
): { readonly memories: readonly FoundMemory[]; readonly evidence: readonly Evidence[] } {
  const bestOf = new Map<string, string>();
  for (const { row } of [...memories].sort((one, other) => other.score - one.score)) {
    for (const messageId of row.sources ?? []) if (!bestOf.has(messageId)) bestOf.set(messageId, row.id);
  }
  const scores = new Map<string, number>();
  for (const { messageId, score } of evidence) {
    const id = bestOf.get(messageId);
    if (id !== undefined) scores.set(id, Math.max(scores.get(id) ?? 0, score));
  }
  return {
    memories: memories.map(({ row, score }) => ({ row, score: Math.max(score, scores.get(row.id) ?? 0) })),
    evidence: evidence.filter(({ messageId }) => !bestOf.has(messageId)),
  };
}
