import type { Pool } from 'pg';
import { type MemoryScope, readFacts } from './direct-read.ts';
import { relationOf } from './extract/relations.ts';
import type { Evidence, Fact, FactQuery } from './fact.ts';
import { fold, foldedRuns } from './fold.ts';
import { searchMemory } from './search.ts';
import { SLOTS } from './slots.ts';
import type { MemoryVectors } from './vectors.ts';

/** What a turn has of memory: read before the reply, in one or two reads side by side. */
export interface Recalled {
  /** What the message asks of memory; null when it asks nothing of it. */
  readonly query: FactQuery | null;
  /** Facts that may matter, oldest first: those named, those of the slots asked for, the latest. */
  readonly facts: readonly Fact[];
  /** Ids of the facts that fit what is said, best first: what a model may be shown unasked. */
  readonly fitting: readonly string[];
  /** The person's own messages that fit, best first. */
  readonly evidence: readonly Evidence[];
}

/** For turns that read no memory: it is switched off, or nothing of it could help. */
export const NOTHING_RECALLED: Recalled = { query: null, facts: [], fitting: [], evidence: [] };

/** Latest facts that are read with every message: what "she" and "it" may mean, and what may be corrected. */
const LATEST = 30;
/** What search gives a reply to choose from. */
const SEARCH_LIMIT = 24;
/** Of the person alone and one at a time: what a new statement may supersede. */
export const SINGLE_SLOTS = SLOTS.filter(
  ({ cardinality, of, name }) => cardinality === 'one' && of !== 'others' && !name.endsWith(':'),
).map(({ name }) => name);

export interface RecallRequest {
  readonly scope: MemoryScope;
  readonly message: string;
  /** What the message asks of memory; null when nothing. */
  readonly query: FactQuery | null;
  /** Also searched when nothing is asked: a vendor's model may find use for what fits. */
  readonly searches: boolean;
}

/**
 * Reads what may matter for a message: facts straight from their columns and, where something is asked or a model wants
 * context, what search finds.
 */
export async function recall(pool: Pool, vectors: MemoryVectors, request: RecallRequest): Promise<Recalled> {
  const { scope, message, query } = request;
  const names = [...new Set([...(query?.names ?? []), ...foldedRuns(message)])];
  const [facts, found] = await Promise.all([
    readFacts(pool, scope, {
      slots: [...SINGLE_SLOTS, ...(query?.slots ?? [])],
      relations: [...new Set([...(query?.relations ?? []), ...relationsIn(message)])],
      names,
      latest: LATEST,
      everything: query?.wantsEverything ?? false,
    }),
    query === null && !request.searches
      ? { facts: [], evidence: [] }
      : searchMemory(pool, vectors, scope, {
          text: query?.searchText ?? message,
          names: query?.names ?? [],
          limit: SEARCH_LIMIT,
          withReplies: false,
        }),
  ]);
  const known = new Set(facts.map(({ id }) => id));
  const searched = found.facts.map(({ fact }) => fact);
  return {
    query,
    facts: [...facts, ...searched.filter(({ id }) => !known.has(id))],
    fitting: searched.map(({ id }) => id),
    evidence: found.evidence,
  };
}

/** Words of a message that are looked at for relations. */
const MOST_WORDS = 300;

/** Relations a message speaks of, as they are kept: `mother` for "mum". */
export function relationsIn(text: string): string[] {
  const words = fold(text).split(' ').slice(0, MOST_WORDS);
  const found = words.flatMap((word) => relationOf(word)?.relation ?? []);
  return [...new Set(found)];
}
