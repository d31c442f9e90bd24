/** Local times between which nothing is sent, such as 21:00 to 08:00: over midnight where `until` is earlier. The same twice: no quiet hours. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/**
 * When quiet hours that hold at `now` end by the clock of a zone; null when none hold. Where the clock is changed within them, the end
 * is an hour off: whoever waits for it asks again then. Pure; a zone that is unknown counts as UTC.
 */
export function quietUntil({ from, until }: QuietHours, timeZone: string, now: Date): Date | null {
  const [start, end] = [minutesOf(from), minutesOf(until)];
  const at = minutesOf(localTime(now, timeZone));
  const isQuiet = start <= end ? start <= at && at < end : at >= start || at < end;
  if (!isQuiet) return null;
  const wait = (end - at + DAY_MINUTES) % DAY_MINUTES;
  // To the minute's beginning, so that it is the time that was said.
  return new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS + wait * MINUTE_MS);
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

function localTime(at: Date, timeZone: string): string {
  const format = (zone: string) =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
      at,
    );
  try {
    return format(timeZone);
  } catch (error) {
    if (error instanceof RangeError) return format('UTC');
    throw error;
  }
}
