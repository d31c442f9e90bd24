import { cosine } from '../embeddings/embedder.ts';

/** Similarity of texts by vectors that are made at once; for an embedder in this process only. */
export function similarityBy(embedOne: (text: string) => Float32Array): (one: string, other: string) => number {
  return (one, other) => Math.max(0, cosine(embedOne(one), embedOne(other)));
}
