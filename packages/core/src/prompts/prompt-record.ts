/** How a prompt is put together. A change in this folder that changes prompts raises it, so that old records say so. */
export const PROMPT_FORMAT = 5;

/** What a prompt may take, in whatever a vendor counts. */
export interface PromptBudget {
  /** Most input tokens, estimated; 1 or more. */
  readonly tokens: number;
  /** Most bytes of instructions and messages as JSON in UTF-8; 1 or more. */
  readonly bytes: number;
  /** Most earlier messages of the conversation; 0 or more. */
  readonly historyMessages: number;
}

/** A section and what it takes with the block it holds, less what was cut of it. */
export interface SectionSize {
  readonly id: string;
  readonly tokens: number;
}

/**
 * From what a turn's prompt was made: ids and sizes, from which it can be made again, and never its text. Stored as JSON
 * beside the turn; what is in it the turn's own row, its messages and the assistant's folder complete.
 */
export interface PromptRecord {
  readonly format: number;
  /** Whether it is a smaller one, made for a vendor that found the turn's first prompt too large. */
  readonly shrunk: boolean;
  readonly promptVersion: string;
  readonly sections: { readonly used: readonly SectionSize[]; readonly cut: readonly SectionSize[] };
  readonly passages: {
    readonly used: readonly string[];
    readonly cut: readonly string[];
    /** Hash of what the used ones say; null when there are none. */
    readonly version: string | null;
  };
  /** Products of the catalogue. */
  readonly products: {
    readonly used: readonly string[];
    /** Hash of what the used ones say; null when there are none. */
    readonly version: string | null;
  };
  /** Earlier messages by their sequence number, and how many the caller brought along, which are kept nowhere. */
  readonly history: {
    readonly used: readonly number[];
    readonly cut: readonly number[];
    readonly brought: number;
  };
  /** What was remembered: ids of memories and, quoted, of messages. */
  readonly memories: {
    readonly used: readonly { readonly id: string; readonly isQuote: boolean }[];
    /** Hash of what they say; null when there are none. */
    readonly version: string | null;
  };
  readonly preferredName: string | null;
  /** Ids of where they were on the journey and who they came across as. */
  readonly stage: string | null;
  readonly persona: string | null;
  /** Ids of what they had told of their hair. */
  readonly hair: readonly string[];
  /** Ids of what they had been advised, each with that of the report that was shown. */
  readonly advice: readonly { readonly id: string; readonly reportId: string | null }[];
  readonly moment: { readonly today: string; readonly locale: string };
  readonly pictures: number;
  readonly isMinor: boolean;
  /** The variants of experiments it was made with, as `experiment:variant` with a space between; null or absent: none. */
  readonly variants?: string | null;
  readonly budget: PromptBudget;
  readonly estimatedInputTokens: number;
  readonly bytes: number;
  /** SHA-256 of instructions and messages, in hexadecimal. */
  readonly sha256: string;
}
