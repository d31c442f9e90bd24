import type { ProductAdvice } from '../catalogue/recommend.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import type { ReplyAdvice } from './reply-advice.ts';
import type { Summary } from '../understanding/summary.ts';

/** What memory gives a reply. */
export interface ReplyMemory {
  /** The answer to what was asked of memory, made from facts; null when nothing was asked of it. */
  readonly answer: { readonly text: string; readonly abstains: boolean; readonly used: readonly UsedMemory[] } | null;
  /** What may be known of the person in this reply, best first. */
  readonly known: readonly UsedMemory[];
  /** Whether the message has something forgotten: it is done when the reply is kept. */
  readonly forgets: boolean;
}

/** A memory as a reply names it beside its words. `key` is what betrays that a vendor's reply drew on it: its value or name. */
export interface UsedMemory {
  readonly id: string;
  readonly text: string;
  readonly key: string | null;
}

export const NO_MEMORY: ReplyMemory = { answer: null, known: [], forgets: false };

/** How a reply is made to fit the person: of where they are on the journey and who they come across as. */
export interface ReplyFit {
  /** The longest reply, in words; null for the usual length. */
  readonly mostWords: number | null;
  /** How much of an answer helps: its first sentences, the usual, or the reasons too. */
  readonly depth: 'brief' | 'usual' | 'deep';
  /** Lines a reply may open with; none for the plain tone. */
  readonly openings: readonly string[];
  /** What to do next, a sentence each. */
  readonly nextSteps: readonly string[];
  /** Terms to explain where they stand, in plain words. */
  readonly glossary: readonly { readonly term: string; readonly meaning: string }[];
  /** What they told at any time, in their words or ours: a question it answers is not asked. */
  readonly known: readonly string[];
  /** What is not known of them and worth asking, each beside passages of its topics only. */
  readonly questions: readonly { readonly question: string; readonly topics: readonly string[] }[];
}

export const USUAL_FIT: ReplyFit = {
  mostWords: null,
  depth: 'usual',
  openings: [],
  nextSteps: [],
  glossary: [],
  known: [],
  questions: [],
};

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
    /** The brand's own pages, which a reply may link to. */
    readonly links?: readonly string[];
  };
  /** What to call the person; null while unknown. */
  readonly preferredName: string | null;
  readonly message: string;
  readonly summary: Summary;
  /** The conversation's tail before `message`, oldest first. */
  readonly history: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
  /** Passages found for the message, best first; empty for a companion. */
  readonly passages: readonly FoundPassage[];
  /** What the brand's shelf has for the message; null for an assistant that sells nothing. */
  readonly products: ProductAdvice | null;
  /** What is remembered of the person and may matter; nothing when memory is off or could not help. */
  readonly memory: ReplyMemory;
  /** How it is made to fit the person. */
  readonly fit: ReplyFit;
  /** What was advised before and came of it; left out where nothing is known of that. */
  readonly advice?: ReplyAdvice;
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
