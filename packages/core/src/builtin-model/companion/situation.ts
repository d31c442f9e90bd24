import type { Mood } from '@rapport/wire';

/** Something that happens to people, told by its words, with what a friend would say and ask about it. */
export interface Situation {
  readonly id: string;
  readonly cue: RegExp;
  /** Moods in which the words fit; any when left out. A loss is no news to celebrate, whatever its verb. */
  readonly when?: readonly Mood['polarity'][];
  readonly reflections: readonly string[];
  readonly questions: readonly string[];
}

export const GOOD = ['positive', 'mixed', 'neutral'] as const;
export const HARD = ['negative', 'mixed', 'neutral'] as const;
