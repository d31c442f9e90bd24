/** Stands between a model's words and the person: lets through what may be said, as it is written. */
export interface ReplyFilter {
  /** Takes more of the reply; returns what may be shown now, which may be nothing yet. */
  push(text: string): string;
  /** The reply is whole: returns what was held back and may be shown. */
  end(): string;
  /** True when so much was left out that the rest is no reply. */
  readonly isSpoiled: boolean;
}
