import type { passage } from '@rapport/wire';
import type { z } from 'zod';

export { passage, passageFrontMatter } from '@rapport/wire';

/** One passage of an assistant's knowledge: the unit that is found, quoted and cited. */
export type Passage = z.infer<typeof passage>;

/** A passage found for a question. `score` orders results of one search and means nothing across searches. */
export interface FoundPassage {
  readonly passage: Passage;
  readonly score: number;
  /** True when the match is good enough to answer from; weaker ones are only offered. */
  readonly answers: boolean;
}
