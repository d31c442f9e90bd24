import { readFileSync } from 'node:fs';
import { HAND_OFF_REASONS } from '@rapport/wire';
import { z } from 'zod';
import { hoursDefinition } from './hours-definition.ts';
import { weightsOf } from './signal-definition.ts';

/** What a message may be read as; `none`: the assistant answers it. That nothing was answered shows only over several. */
export const REASON_LABELS = ['none', 'asked', 'complaint', 'reaction', 'order', 'refund', 'press'] as const;
const reasonWording = weightsOf(z.enum(REASON_LABELS));

/** Reads what `scripts/learn-labels.mjs` learnt of reasons. Throws a ZodError for a file that is another thing. */
export const readReasonWording = (file: URL) => reasonWording.parse(JSON.parse(readFileSync(file, 'utf8')));

/** When an assistant hands a conversation to people, who they are, and when they are there. */
export const handOffDefinition = z.strictObject({
  /** Who answers, as it is said in a sentence: `the Fern care team`. */
  team: z.string().min(3).max(80),
  /** What it hands over for; what is not named here it answers itself. */
  reasons: z.array(z.enum(HAND_OFF_REASONS)).min(1),
  /** How people word what they want of people, learnt from labelled messages; null: it is read by rules alone. */
  wording: reasonWording.nullable().default(null),
  /** When the team is in: of these times its promises are made. */
  hours: hoursDefinition,
  /** Minutes of opening hours within which the team promises an answer, 5 minutes to ten working days. */
  answersWithinMinutes: z.int().min(5).max(4_800),
});
export type HandOffDefinition = z.output<typeof handOffDefinition>;
