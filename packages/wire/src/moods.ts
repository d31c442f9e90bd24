import { z } from 'zod';
import { mood } from './chat.ts';
import { assistantId, time } from './primitives.ts';

/** How far back moods are shown at most, in days. */
export const MAX_MOOD_DAYS = 366;

export const moodsQuery = z.strictObject({
  assistant: assistantId,
  /** Days of the person's own calendar, today included. */
  days: z.coerce.number().int().min(1).max(MAX_MOOD_DAYS).default(30),
});
export type MoodsQuery = z.infer<typeof moodsQuery>;

/** The mood of one message, at the time it was sent. */
export const moodPoint = mood.pick({ label: true, valence: true, arousal: true }).extend({ at: time });
export type MoodPoint = z.infer<typeof moodPoint>;

/**
 * One day of the person's calendar (`date` as YYYY-MM-DD in their time zone). A day without a mood is a gap: `valence`
 * is null and stays so; nothing is put between its neighbours.
 */
export const moodDay = z.object({
  date: z.iso.date(),
  valence: z.number().min(-1).max(1).nullable(),
  count: z.int().nonnegative(),
});
export type MoodDay = z.infer<typeof moodDay>;

export const MOOD_DIRECTIONS = ['rising', 'falling', 'steady', 'unclear'] as const;

export const moodTrend = z.object({
  direction: z.enum(MOOD_DIRECTIONS),
  /** Change of a day's valence from day to day; 0 when the direction is unclear. */
  slopePerDay: z.number(),
  /** One or two sentences for the person, about their days and not about them. */
  summary: z.string(),
});
export type MoodTrend = z.infer<typeof moodTrend>;

export const moodsAnswer = z.object({
  /** Oldest first. */
  points: z.array(moodPoint),
  /** Every day asked for, oldest first. Empty when moods are off. */
  days: z.array(moodDay),
  trend: moodTrend,
  /** False when the person switched moods off: then none are kept, and none are here. */
  kept: z.boolean(),
});
export const deleteMoodsQuery = z.strictObject({ assistant: assistantId });
/** How many messages have no mood any more. */
export const deletedMoods = z.object({ deleted: z.int().nonnegative() });
export type MoodsAnswer = z.infer<typeof moodsAnswer>;
