const DAY_MS = 24 * 60 * 60 * 1000;

const startOfDay = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/**
 * A day as one speaks of it from `now` on: the time for today, then yesterday, the weekday within a week, and the date.
 * @param time ISO 8601 time; shown in the time zone of the device
 * @param locale BCP 47 tag
 */
export function describeDay(time: string, now: Date, locale: string): string {
  const date = new Date(time);
  // Rounded, because a day on which the clocks change has 23 or 25 hours.
  const daysAgo = Math.round((startOfDay(now) - startOfDay(date)) / DAY_MS);
  if (daysAgo <= 0) return date.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
  if (daysAgo === 1)
    return sentenceCase(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day'), locale);
  if (daysAgo < 7) return date.toLocaleDateString(locale, { weekday: 'long' });
  const isThisYear = date.getFullYear() === now.getFullYear();
  return date.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

const sentenceCase = (text: string, locale: string): string =>
  text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
