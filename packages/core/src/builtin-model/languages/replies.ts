/** Something people say to a companion, told by its words, and what to reply. */
export interface Cued {
  readonly cue: RegExp;
  /** A named group of the cue stands in its place: `{who}`. */
  readonly replies: readonly string[];
}

/** A language's replies where the tables in English don't reach. A new language is a file and a line in `languages.ts`. */
export interface LanguageReplies {
  /** Says that it does best in English, in the person's language. */
  readonly bestInEnglish: readonly string[];
  /** Short replies in the language itself; null when there is no more than the apology. */
  readonly short: {
    /** Words by which a feeling shows; the understanding reads moods in English. */
    readonly feelings: Readonly<Record<'positive' | 'negative', RegExp>>;
    readonly greeting: readonly string[];
    readonly farewell: readonly string[];
    readonly thanks: readonly string[];
    /** `{assistant}` is the assistant's name. */
    readonly identity: readonly string[];
    /** To a name just given; `{who}` is the name. */
    readonly named: readonly string[];
    /** For a companion: what is said often enough to have replies of its own. The first that fits decides. */
    readonly cued: readonly Cued[];
    /** For a companion, by how the message feels. */
    readonly companion: Readonly<Record<'positive' | 'negative' | 'mixed' | 'neutral', readonly string[]>>;
    /** For a companion that is asked what it was told; `{quote}` is the person's own sentence. */
    readonly recall: {
      readonly cue: RegExp;
      /** "What do you know about me?" */
      readonly aboutSelf: RegExp;
      readonly quoted: readonly string[];
      readonly unknown: readonly string[];
    };
    /** For a guide: emergencies, told by the words alone, whatever language they were taken for; the first that fits. */
    readonly urgent: readonly { readonly cue: RegExp; readonly reply: string }[];
    /** For a guide, whose knowledge is in English. */
    readonly guide: readonly string[];
    readonly question: readonly string[];
  } | null;
}
