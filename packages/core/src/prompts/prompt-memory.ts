/** Something the person said at another time. */
export interface PromptMemory {
  /** The memory's id or, where `isQuote`, the message's. */
  readonly id: string;
  readonly isQuote: boolean;
  /** As the assistant would say it to them; their own words where `isQuote`. */
  readonly said: string;
  /** The day they said it, `YYYY-MM-DD`. */
  readonly saidOn: string;
}
