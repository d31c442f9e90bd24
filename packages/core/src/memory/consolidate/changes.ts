import type { Fact } from '../fact.ts';

/** What a message changes of what is known. Ids are of known facts, or of facts under `add`. */
export interface Consolidation {
  readonly add: readonly Fact[];
  /** The same said again: the fact gains the message as a source, nothing else. */
  readonly reinforce: readonly { readonly id: string; readonly messageId: string }[];
  readonly supersede: readonly {
    readonly id: string;
    readonly validUntil: Date;
    readonly supersededBy: string | null;
  }[];
  /** Facts whose subject, value or sentence is to be read anew, whole: a corrected name, a name that was missing. */
  readonly rename: readonly { readonly id: string; readonly fact: Fact }[];
  /** What the person wants forgotten, in their words; null for everything. */
  readonly forget: readonly { readonly about: string | null }[];
}

export interface ConsolidationContext {
  readonly messageId: string;
  readonly saidAt: Date;
  /** Gives a new UUID each time. */
  readonly newId: () => string;
  /**
   * True where another reader, a model, reads a message that was read before. Else a message that is the source of anything known adds nothing.
   */
  readonly isFurtherReading?: boolean;
  /** How alike two sentences are, 0 to 1; by words alone without it. */
  readonly similarity?: (one: string, other: string) => number;
  /** The person's message, whole. With it a quote that does not stand in it is turned away: needed for whatever a model extracted. */
  readonly message?: string;
}
