/** Advice given before and what came of it, as a prompt shows it. */
export interface PromptAdvice {
  /** Of the advice, by which a record names it. */
  readonly id: string;
  /** Of the report that is shown; null while nothing was told of it. */
  readonly reportId: string | null;
  /** What was advised, in plain words. */
  readonly phrase: string;
  /** What came of it; null while nothing was told. */
  readonly outcome: 'worked' | 'partly' | 'did_not' | 'not_tried' | 'harmed' | null;
  /** Their own words; null for what they entered by hand. */
  readonly quote: string | null;
  /** ISO 8601 day on which they told it; null while nothing was told. */
  readonly saidOn: string | null;
}

/** How a prompt says what came of advice. */
export const OUTCOME_WORDS: Readonly<Record<NonNullable<PromptAdvice['outcome']>, string>> = {
  worked: 'worked for them: prefer it and build on it',
  partly: 'worked in part',
  did_not: 'did not work for them: do not advise it again',
  not_tried: 'not tried: ask what stood in the way, or offer something smaller',
  harmed: 'HARMED them: never advise it again, and say so if they ask for it',
};
