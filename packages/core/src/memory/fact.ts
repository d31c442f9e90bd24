import { MEMORY_KINDS } from '@rapport/wire';

export { MEMORY_KINDS };
/** What a memory is about, for lists and filters. `fact` is a statement worth keeping that fits no narrower kind. */
export type MemoryKind = (typeof MEMORY_KINDS)[number];

/**
 * How a statement was meant. Only `asserted` and `negated` ("I don't have kids") say something about the world;
 * `hypothetical` ("if I ever get a dog") and `quoted` ("she said I'm lazy") are never kept as facts.
 */
export type Modality = 'asserted' | 'negated' | 'hypothetical' | 'quoted';

/** About whom or what a statement is. The person who speaks is `SELF`. */
export interface Subject {
  /**
   * Stable within a person and assistant: `self`, else `<relation or kind>:<folded name>`, such as `sister:lucia`,
   * `boss:maria`, `flatmate:maria`, `mother:` (a mother whose name is unknown), `person:dean`, `cat:biscuit`,
   * `group:book club`. Two Marias have two keys.
   */
  readonly key: string;
  /** As the person writes it; null when only the relation is known. */
  readonly name: string | null;
  /** Relation to the person in the singular, normalised (`mother` for mum and mom); null when unsaid. */
  readonly relation: string | null;
}

export const SELF: Subject = { key: 'self', name: null, relation: null };

/** When what a statement tells of happens or happened, as exactly as it was said. */
export interface StatedTime {
  /** The words, such as `last Friday`, `12 December`. */
  readonly words: string;
  /**
   * Resolved by the message's own clock and zone: `2026-12-12`, `2026-12`, `2026`, `--12-12` for a yearly day (a birthday);
   * null when words give no date ("soon", "after the party").
   */
  readonly date: string | null;
}

/**
 * One thing the person said about the world, read from one message: what extraction gives, before it meets what is
 * already known. Never made from anyone else's words.
 */
export interface Statement {
  readonly kind: MemoryKind;
  readonly subject: Subject;
  /**
   * What is said of the subject, from the table of slots: `name`, `is` (the subject exists in the person's life: friend,
   * sister, dog), `lives-in`, `from`, `employer`, `job`, `age`, `birthday`, `allergy`, `likes`, `dislikes`,
   * `favourite:film`, `diagnosis`, `owns:car`, `saved`, `goal`, `event`, `member`, … A slot's cardinality says whether a new value
   * supersedes (`lives-in`) or adds (`likes`).
   */
  readonly slot: string;
  /** The value in the person's own words, without the frame: `Sevilla`, `12 December`, `peanuts`; null for a bare existence. */
  readonly value: string | null;
  /** The statement as the assistant would say it to them, in English: `Your sister Lucía lives in Sevilla.` */
  readonly text: string;
  /** The person's own words that prove it: a verbatim slice of the message, the clause and no more. */
  readonly quote: string;
  readonly modality: Modality;
  /** 0 to 1: how sure the reading is. */
  readonly confidence: number;
  /** 0 to 1: how much it matters to the person; people, health and loss over tea and weather. */
  readonly importance: number;
  /** True where bringing it up unasked could hurt or betray: grief, illness, conflict, a secret. Never a callback. */
  readonly tender: boolean;
  readonly time: StatedTime | null;
}

/**
 * A change to what is known that a message asks for, beside plain statements: "not Lou, Lu"; "false alarm"; "we broke up";
 * "Grant left book club"; "forget everything about Dean".
 */
export type Correction =
  /** What was written with this value or name is to be read with another. */
  | { readonly kind: 'replace'; readonly wrong: string; readonly right: string; readonly quote: string }
  /** A statement that held no longer does: its subject's key or name, and the slot and value where they are said. */
  | {
      readonly kind: 'end';
      readonly subject: Subject;
      readonly slot: string | null;
      readonly value: string | null;
      readonly quote: string;
    }
  /** What was last told, in this conversation, did not come true. */
  | { readonly kind: 'retract-last'; readonly quote: string }
  /** The person wants it forgotten: what it names, in their words; null for everything. */
  | { readonly kind: 'forget'; readonly about: string | null };

/** What extraction reads of one message. */
export interface Extraction {
  readonly statements: readonly Statement[];
  readonly corrections: readonly Correction[];
}

/** What is known of a person: a statement that passed the gate and met what was known before. */
export interface Fact extends Omit<Statement, 'modality'> {
  /** UUID. */
  readonly id: string;
  readonly modality: 'asserted' | 'negated';
  readonly status: 'active' | 'superseded' | 'archived';
  /** When the person said it. */
  readonly saidAt: Date;
  readonly validFrom: Date;
  /** Null while it holds. */
  readonly validUntil: Date | null;
  /** The person's messages it was read from, oldest first. */
  readonly sourceMessageIds: readonly string[];
}

/** A message of the person that search found for a question, with what stood around it. */
export interface Evidence {
  readonly messageId: string;
  /** The person's words, whole. */
  readonly text: string;
  readonly saidAt: Date;
  /** The person's message before it in the same conversation, for "it" and "she"; null at a conversation's start. */
  readonly before: string | null;
  /** Their message after it; null when there is none. */
  readonly after: string | null;
  /** 0 to 1 among what was found. */
  readonly score: number;
}

/** What a question needs of what is known: read directly from the typed columns, beside what search finds. */
export interface FactQuery {
  /** Slots that answer it; one that ends in `:` stands for all that begin so. */
  readonly slots: readonly string[];
  /** Normalised relations it asks about: `sister`, `friend`, `dog`. */
  readonly relations: readonly string[];
  /** Folded names it mentions. */
  readonly names: readonly string[];
  /** The question as the person would have said the answer: first person, without "do you remember". */
  readonly searchText: string;
  /** True when what no longer holds is asked for: "where did I live before?". */
  readonly wantsHistory: boolean;
  /** True for "what do you know about me?". */
  readonly wantsEverything: boolean;
}

/** An answer from memory, with what it drew on. */
export interface MemoryAnswer {
  readonly text: string;
  /** True when it says that it was never told. */
  readonly abstains: boolean;
  readonly usedFactIds: readonly string[];
  readonly usedMessageIds: readonly string[];
}
