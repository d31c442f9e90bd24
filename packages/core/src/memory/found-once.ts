interface FoundMemory {
  /** `sources`: the messages it was read from. */
  readonly row: { readonly id: string; readonly sources: readonly string[] | null };
  readonly score: number;
}

interface FoundMessage {
  readonly messageId: string;
  readonly score: number;
}

/**
 * A memory and the message it was read from are one find: the memory stands for both, with the better score. Of several
 * memories of one message, the best takes its score.
 */
export function foundOnce<Found extends FoundMemory, Message extends FoundMessage>(
  memories: readonly Found[],
  evidence: readonly Message[],
): { readonly memories: readonly Found[]; readonly evidence: readonly Message[] } {
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
    memories: memories.map((found) => ({ ...found, score: Math.max(found.score, scores.get(found.row.id) ?? 0) })),
    evidence: evidence.filter(({ messageId }) => !bestOf.has(messageId)),
  };
}
