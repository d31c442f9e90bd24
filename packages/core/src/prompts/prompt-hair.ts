/** One thing that is known of someone's hair, as a prompt shows it. */
export interface PromptHair {
  /** Of the entry, by which a record names it. */
  readonly id: string;
  /** The field's name, such as `Porosity`. */
  readonly field: string;
  /** The value's name, such as `low porosity`. */
  readonly name: string;
  /** Their own words; null for what they entered by hand. */
  readonly quote: string | null;
  /** ISO 8601 day. */
  readonly saidOn: string;
}
