import type { Risk } from '../understanding/summary.ts';
import type { CountryHelpline } from './helplines.ts';

export type CrisisKind = NonNullable<Risk['kind']>;

/** A helpline as a sentence takes it up. */
export interface ReachableLine {
  /** How to reach it, to stand after "please" or "you can" of the language. */
  readonly reach: string;
  /** How to get help when minutes count, as a verb phrase. */
  readonly callEmergency: string;
}

/** The words of care in one language. A further language is one more of these in `CARE_LANGUAGES`. */
export interface CareWords {
  /** One line that names the pain, by what was said. */
  readonly acknowledgements: Readonly<Record<CrisisKind, string>>;
  /** What to do at once, where minutes count before what helps. */
  readonly steps: Readonly<Record<CrisisKind, (line: ReachableLine) => string>>;
  /** Says that it is an AI and stays. */
  readonly presence: string;
  /** Said where no rule, only weights, found the crisis: they may be wrong, and the person can say so. */
  readonly unsure: string;
  readonly questions: Readonly<Partial<Record<CrisisKind, string>>>;
  readonly question: string;
  /** For someone under 18: a grown-up they trust, and that it is not telling on anyone. */
  readonly trustedAdult: string;
  /** Said where the conversation could not be stored. */
  readonly notKept: string;
  readonly reach: (line: CountryHelpline | null, isMinor: boolean, directory: string) => ReachableLine;
  /** With the name before it, the first letter of an acknowledgement in lower case, or as it is. */
  readonly addressed: (name: string, acknowledgement: string) => string;
  readonly aftercare: {
    readonly farewell: (line: ReachableLine) => string;
    readonly safe: (line: ReachableLine) => string;
    readonly better: (line: ReachableLine) => string;
    readonly asked: (line: ReachableLine) => string;
    /** What stays when nothing tells how the person is: another opening each turn, the first turn's first. */
    readonly staying: readonly string[];
    readonly stays: (opening: string, line: ReachableLine) => string;
    /** Said when they were misread: thanks for it, the number once more, and back to what they were talking of. */
    readonly misread: (line: ReachableLine) => string;
    /** Says that it was meant otherwise, or that they are not in such danger. */
    readonly isMisread: RegExp;
    /** Says that the person is safe, or with someone. */
    readonly isSafe: RegExp;
    readonly isBetter: RegExp;
    /** Takes either back. */
    readonly isNot: RegExp;
  };
}
