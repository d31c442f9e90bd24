import type { FoundPassage } from '../knowledge/passage.ts';
import type { Summary } from '../understanding/summary.ts';

/** What the built-in model writes a reply from: gathered by `load` and `plan`, complete in itself, no input or output. */
export interface ReplyMaterial {
  readonly assistant: {
    readonly name: string;
    /** `guide`: answers from knowledge for a brand. `companion`: listens, reflects, asks. */
    readonly kind: 'guide' | 'companion';
    readonly brand: string;
    /** What the brand is about, such as `natural hair care`. */
    readonly focus: string;
    /** The sentence by which the assistant says that it is an AI. */
    readonly disclosure: string;
  };
  /** What to call the person; null while unknown. */
  readonly preferredName: string | null;
  readonly message: string;
  readonly summary: Summary;
  /** The conversation's tail before `message`, oldest first. */
  readonly history: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
  /** Passages found for the message, best first; empty for a companion. */
  readonly passages: readonly FoundPassage[];
  /** Chooses among equal wordings: the same seed gives the same reply. A turn's message id. */
  readonly seed: string;
}

/** A reply of the built-in model: its text, what it drew on and what one might say next. */
export interface ComposedReply {
  readonly text: string;
  readonly citations: readonly { readonly id: string; readonly title: string; readonly url?: string }[];
  /** Up to three things the person may want to say next, in their voice. */
  readonly suggestions: readonly string[];
}
