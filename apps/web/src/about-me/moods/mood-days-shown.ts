import type { MoodDay, MoodPoint } from '@rapport/wire';

/** A day of the chart: the averages of its messages, valence from -1 to 1 and arousal from 0 to 1; null where nothing was heard. */
export interface MoodDayShown {
  /** YYYY-MM-DD in the person's time zone. */
  readonly date: string;
  readonly valence: number | null;
  readonly arousal: number | null;
}

/**
 * The days with the average arousal of each day's messages, which the server gives by message only.
 * @param timeZone IANA zone in which the server counted the days
 */
export function moodDaysShown(
  days: readonly MoodDay[],
  points: readonly MoodPoint[],
  timeZone: string,
): readonly MoodDayShown[] {
  // Swedish writes dates as ISO 8601 does.
  const dateOf = new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const arousals = Map.groupBy(points, ({ at }) => dateOf.format(new Date(at)));
  return days.map(({ date, valence }) => {
    const heard = arousals.get(date) ?? [];
    return {
      date,
      valence,
      arousal:
        valence === null || heard.length === 0
          ? null
          : heard.reduce((sum, { arousal }) => sum + arousal, 0) / heard.length,
    };
  });
}
