import type { MoodDay } from '@rapport/wire';
import { weekdayOf } from './calendar.ts';
import type { Trend } from './mood-trend.ts';

/** Words for how days were. They speak of days, never of the person, and name no condition. */
type Weather = 'heavy' | 'light' | 'mixed';

interface HeardDay {
  readonly date: string;
  /** Days before the last day of the window. */
  readonly ago: number;
  readonly weather: Weather;
}

/** From this valence on a day is light, and from its negative down heavy: half a mild mood such as "calm". */
const CLEAR_VALENCE = 0.2;
/** Days with a mood below which nothing general is said. */
const FEWEST_SAID_DAYS = 3;
/** Share of the days that makes them "mostly" so, and "nearly all". */
const MOSTLY = 0.6;
const NEARLY_ALL = 0.9;
/** Days in a row at the end that make a change, and how long ago a weekday still says which one. */
const FEWEST_TURN_DAYS = 2;
const WEEK = 7;
/** More gaps than this in the last week are counted, not named. */
const MOST_NAMED_GAPS = 3;

/** What is said when nothing is kept. */
export const MOODS_OFF =
  'You have switched moods off, so none are kept and there is nothing to show. You can switch them on again in your settings.';
/** What is said after a crisis instead of any figure: nobody's worst hours are read back to them as a curve. */
export const AFTER_CRISIS =
  'Some of these days were very hard, and they are not for a chart to sum up. It was good that you spoke about them, and you can do so again at any time.';

/**
 * The days in a sentence or two, in English, for the person they belong to: how most were, what changed lately and on
 * which days of the last week nothing was heard. `days` are all days of the window, oldest first, the last being today.
 */
export function summaryOf(days: readonly MoodDay[], { direction }: Trend): string {
  const heard = heardDays(days);
  const window = windowName(days.length);
  if (heard.length === 0) return `Nothing was heard of your moods ${window.within}.`;
  if (heard.length < FEWEST_SAID_DAYS) {
    return `So far ${countOf(heard.length)} ${window.within} said something of a mood, which is too little to say how your days have been.`;
  }
  const gaps = gapsOf(days);
  return `${spanName(heard, window)} ${generally(heard)}${lately(heard, direction)}.${gaps === null ? '' : ` ${gaps}`}`;
}

function heardDays(days: readonly MoodDay[]): HeardDay[] {
  return days.flatMap(({ date, valence }, index) =>
    valence === null ? [] : [{ date, ago: days.length - 1 - index, weather: weatherOf(valence) }],
  );
}

function weatherOf(valence: number): Weather {
  return valence >= CLEAR_VALENCE ? 'light' : valence <= -CLEAR_VALENCE ? 'heavy' : 'mixed';
}

interface WindowName {
  readonly over: string;
  readonly within: string;
}

function windowName(length: number): WindowName {
  if (length === 1) return { over: 'Today', within: 'today' };
  const span = spanOfDays(length);
  return { over: `Over the last ${span}`, within: `in the last ${span}` };
}

function spanOfDays(length: number): string {
  if (length === WEEK) return 'week';
  if (length % WEEK === 0 && length <= 5 * WEEK) return `${NUMBERS[length / WEEK]} weeks`;
  return length === 30 || length === 31 ? 'month' : length === 365 || length === 366 ? 'year' : `${length} days`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const;

/** A window that has been heard of only at its end is named by what was heard. */
function spanName(heard: readonly HeardDay[], window: WindowName): string {
  const first = heard[0]?.ago ?? 0;
  if (first < WEEK - 1 && window.over !== 'Over the last week' && window.over !== 'Today')
    return 'In the last few days';
  if (first < 2 * WEEK && window.over === 'Over the last month') return 'Over the last two weeks';
  return window.over;
}

function countOf(days: number): string {
  return days === 1 ? 'one day' : `${NUMBERS[days] ?? days} days`;
}

function generally(heard: readonly HeardDay[]): string {
  const share = (weather: Weather): number => heard.filter((day) => day.weather === weather).length / heard.length;
  const [heavy, light] = [share('heavy'), share('light')];
  if (light >= MOSTLY) return `your days have ${light >= NEARLY_ALL ? 'nearly all' : 'mostly'} been light`;
  if (heavy >= MOSTLY) return `your days have ${heavy >= NEARLY_ALL ? 'nearly all' : 'mostly'} been heavy`;
  if (heavy > 0 && light > 0) return 'there have been both heavy days and light ones';
  if (light > 0) return 'your days have been even, some of them light';
  return heavy > 0 ? 'your days have been even, some of them heavy' : 'your days have been even';
}

/** A run at the end that differs from what was before it; without one, where the days are going. */
function lately(heard: readonly HeardDay[], direction: Trend['direction']): string {
  const last = heard.at(-1)?.weather;
  const before = heard.findLastIndex(({ weather }) => weather !== last);
  const run = heard.slice(before + 1);
  const start = run[0];
  const isTurn = before >= 0 && run.length >= FEWEST_TURN_DAYS && start !== undefined && start.ago < WEEK;
  if (isTurn && last !== 'mixed' && mostly(heard.slice(0, before + 1)) !== last) {
    return last === 'light'
      ? `, with a lift since ${weekdayOf(start.date)}`
      : `, and heavier since ${weekdayOf(start.date)}`;
  }
  if (direction === 'rising') return ', getting a little lighter';
  if (direction === 'falling') return ', and a little heavier of late';
  return '';
}

function mostly(days: readonly HeardDay[]): Weather | null {
  for (const weather of ['light', 'heavy'] as const) {
    if (days.filter((day) => day.weather === weather).length >= MOSTLY * days.length) return weather;
  }
  return null;
}

/** The days of the last week, today aside, of which nothing was heard; null when there are none or hardly any others. */
function gapsOf(days: readonly MoodDay[]): string | null {
  const week = days.slice(-WEEK, -1);
  const gaps = week.filter(({ valence }) => valence === null);
  if (gaps.length === 0) return null;
  if (gaps.length === week.length) return 'Nothing was heard in the days before today.';
  if (gaps.length > MOST_NAMED_GAPS) return `Nothing was heard on ${countOf(gaps.length)} of the last week.`;
  return `Nothing was heard on ${listed(gaps.map(({ date }) => weekdayOf(date)))}.`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
