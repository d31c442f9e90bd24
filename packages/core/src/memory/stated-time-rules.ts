/** A calendar day, without hour or zone. `month` is 1 to 12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface TimeRule {
  readonly pattern: RegExp;
  /** The date; null when the words leave it open; undefined when they are no time after all (31 February). */
  readonly resolve: (
    groups: Readonly<Record<string, string | undefined>>,
    today: Day,
    leaning: 'past' | 'future',
  ) => string | null | undefined;
}

/** The day it is for someone in that zone at that instant; null for an instant that is none. An unknown zone counts as UTC. */
export function dayIn(instant: Date, timeZone: string): Day | null {
  if (Number.isNaN(instant.getTime())) return null;
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return { year: parts.get('year') ?? 0, month: parts.get('month') ?? 1, day: parts.get('day') ?? 1 };
}

/** Making one takes a hundred times as long as using it; there are some 400 zones, and names of zones come from outside. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();
const MAX_FORMATTERS = 500;

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormatter(timeZone);
  if (FORMATTERS.size < MAX_FORMATTERS) FORMATTERS.set(timeZone, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat {
  const fields = {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...fields, timeZone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: 'UTC' });
  }
}

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  enero: 1,
  febrero: 2,
  marzo: 3,
  abril: 4,
  mayo: 5,
  junio: 6,
  julio: 7,
  agosto: 8,
  septiembre: 9,
  octubre: 10,
  noviembre: 11,
  diciembre: 12,
};
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
/** Months that are everyday words too stand for a month only with a capital or after a word that asks for one. */
const SURE_MONTH =
  'january|february|april|june|july|august|september|october|november|december|feb|apr|jul|aug|sept?|oct|nov|dec';
const MONTH_ES = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const WEEKDAYS: Readonly<Record<string, number>> = {
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 0,
  lun: 1,
  mar: 2,
  mié: 3,
  mie: 3,
  jue: 4,
  vie: 5,
  sáb: 6,
  sab: 6,
  dom: 0,
};
const WEEKDAY = 'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|tues|thurs|weds';
const SHORT_WEEKDAY = 'mon|tue|wed|thu|fri|sat|sun';
const WEEKDAY_ES = 'lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo';
const SEASON = 'spring|summer|autumn|fall|winter';
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  couple: 2,
};
const NUMBER = '\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?couple(?: of)?';
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};
const ORDINAL = Object.keys(ORDINALS).join('|');
/** Days of the year that are the same everywhere they are kept. Movable feasts have no entry: their date is left open. */
const FEASTS: Readonly<Record<string, readonly [number, number]>> = {
  "new year's eve": [12, 31],
  'new years eve': [12, 31],
  nye: [12, 31],
  "new year's day": [1, 1],
  'new years day': [1, 1],
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  christmas: [12, 25],
  xmas: [12, 25],
  'boxing day': [12, 26],
  "valentine's day": [2, 14],
  'valentines day': [2, 14],
  "valentine's": [2, 14],
  valentines: [2, 14],
  halloween: [10, 31],
  "st patrick's day": [3, 17],
  'bonfire night': [11, 5],
  nochevieja: [12, 31],
  nochebuena: [12, 24],
  navidad: [12, 25],
};
const FEAST = Object.keys(FEASTS)
  .sort((one, other) => other.length - one.length)
  .join('|');
const MOVABLE =
  'easter|diwali|eid|ramadan|thanksgiving|hanukkah|passover|holi|lunar new year|chinese new year|mardi gras|carnival|new year|the new year';
const LEAD =
  '(?:(?:on|by|until|till|since|for|from|before|after|around|this coming|this|coming|the|early|late|mid|mid-) ?){0,2}';
/** An ordinal before one of these counts something other than days. */
/** "My 30th" is a birthday, not a day of a month. */
const NO_OWNER = "(?<!\\b(?:my|his|her|their|our|\\p{L}+'s) )";
const NO_RANK = `(?! (?:floor|grade|time|birthday|anniversary|century|place|year|week|day|month|attempt|try|round|house|person|(?:of )?(?:${MONTH}))\\b)`;
const EDGE = "(?<![\\p{L}\\p{N}'-])";
const END = "(?![\\p{L}\\p{N}]|-\\p{L}|'(?!s\\b))";

/** The hour that may stand beside a day: " at 3pm", " at half seven", " morning". */
export const WITHIN_DAY =
  /^,? (?:at (?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?|noon|midnight|half (?:past )?\p{L}+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:am|pm|o'clock))?)|morning|afternoon|evening|night)(?![\p{L}\p{N}])/iu;

function rule(source: string, resolve: TimeRule['resolve'], flags = 'giu'): TimeRule {
  return { pattern: new RegExp(`${EDGE}${source}${END}`, flags), resolve };
}

/** Times as people write them, each with the date it gives. Where two read the same words the longer reading counts. */
export const TIME_RULES: readonly TimeRule[] = [
  // A span counts from its first day.
  rule(
    `(?<day>\\d{1,2})(?:st|nd|rd|th)? ?(?:-|–|to) ?\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?<month>${MONTH})(?:\\.?,? (?<year>\\d{4}))?`,
    dayOfMonth,
  ),
  rule('(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})', ({ year, month, day }) =>
    exact(Number(year), Number(month), Number(day)),
  ),
  rule(`${LEAD}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${MONTH})(?:\\.?,? (?<year>\\d{4}))?`, dayOfMonth),
  rule(
    `${LEAD}(?<month>${MONTH})\\.? (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?(?!:\\d)`,
    dayOfMonth,
  ),
  rule(`${LEAD}(?<ordinal>${ORDINAL}) of (?<month>${MONTH})`, ({ ordinal, month }, today, leaning) =>
    dayOfMonth({ day: String(ORDINALS[(ordinal ?? '').toLowerCase()] ?? 0), month }, today, leaning),
  ),
  rule(`(?:el )?(?<day>\\d{1,2}) de (?<month>${MONTH_ES})(?: del? (?<year>\\d{4}))?`, dayOfMonth),
  // 13/12 and 12/13 have one reading each; 3/4 has two and stays open.
  rule('(?<one>\\d{1,2})[/.](?<other>\\d{1,2})[/.](?<year>\\d{4})', ({ one, other, year }) => {
    const [first, second] = [Number(one), Number(other)];
    if (first > 12) return exact(Number(year), second, first);
    if (second > 12) return exact(Number(year), first, second);
    return first === second ? exact(Number(year), first, second) : null;
  }),
  rule(
    `(?:(?:in|since|by|until|till|from|before|after|around|early|late|mid|mid-|of|during|this|last|next|back in) ?){1,2}(?<month>${MONTH})(?: (?<year>\\d{4}))?(?! \\d)`,
    monthAlone,
  ),
  rule(`(?<month>${SURE_MONTH}) (?<year>\\d{4})`, monthAlone),
  // "due May" and "May holidays": a capital asks for the month.
  rule(
    `(?<month>January|February|March|April|May|June|July|August|September|October|November|December)(?! \\d)(?<!^\\p{L}+|\\d(?:st|nd|rd|th)?(?: of)? \\p{L}+)`,
    monthAlone,
    'gu',
  ),
  rule(`(?:el próximo |en )(?<month>${MONTH_ES})`, monthAlone),
  rule(
    `(?:(?:on|by|until|till|since|before|after|for) )?the (?<day>\\d{1,2})(?:st|nd|rd|th)${NO_RANK}`,
    ({ day }, today, leaning) => dayAlone(Number(day), today, leaning),
  ),
  rule(
    `${NO_OWNER}(?:(?:on|by|until|till|since|before|after|for) )?(?<day>\\d{1,2})(?:st|nd|rd|th)${NO_RANK}`,
    ({ day }, today, leaning) => dayAlone(Number(day), today, leaning),
  ),

  rule('(?:today|tonight|this (?:morning|afternoon|evening)|hoy|esta noche|aaj)', (_, today) => offset(today, 0)),
  rule('(?:yesterday(?: (?:morning|afternoon|evening|night))?|last night|ayer|anoche)', (_, today) =>
    offset(today, -1),
  ),
  rule('(?:tomorrow|tmrw|tmr|tomoz|2moro|mañana)(?: (?:morning|afternoon|evening|night))?', (_, today) =>
    offset(today, 1),
  ),
  rule('(?:the )?day after tomorrow|pasado mañana', (_, today) => offset(today, 2)),
  rule('(?:the )?day before yesterday|anteayer', (_, today) => offset(today, -2)),
  rule(`last (?<weekday>${WEEKDAY})(?: (?:morning|afternoon|evening|night))?`, ({ weekday }, today) =>
    latest(weekday, today),
  ),
  rule(`next (?<weekday>${WEEKDAY})(?: (?:morning|afternoon|evening|night))?`, ({ weekday }, today) => {
    const monday = 1 - ((weekdayOf(today) + 6) % 7) - 1;
    const wanted = (weekdayNumber(weekday) + 6) % 7;
    return offset(today, monday + 7 + wanted);
  }),
  rule(
    `(?:(?:on|by|until|till|since|before|after|for|this|this coming|come) ){0,2}(?<weekday>${WEEKDAY})(?: (?:morning|afternoon|evening|night))?`,
    weekdayAlone,
  ),
  rule(`(?:on|by|until|till|since|before|after|this|next|last) (?<weekday>${SHORT_WEEKDAY})`, weekdayAlone),
  rule(
    `(?:el|este|el próximo|el proximo) (?<weekday>${WEEKDAY_ES})(?<went> pasado)?`,
    ({ weekday, went }, today, leaning) =>
      went === undefined ? weekdayAlone({ weekday }, today, leaning) : latest(weekday, today),
  ),
  rule('(?:over |at )?(?:the |this )weekend', (_, today, leaning) => weekend(today, leaning === 'past' ? -1 : 0)),
  rule('last weekend', (_, today) => weekend(today, -1)),
  rule('next weekend', (_, today) => weekend(today, 1)),
  rule('(?:this|last|next) week', unresolved),
  rule('(?:la semana (?:pasada|que viene)|el mes que viene|el mes pasado|el año (?:pasado|que viene))', unresolved),
  rule('this month', (_, today) => monthOffset(today, 0)),
  rule('last month', (_, today) => monthOffset(today, -1)),
  rule('next month', (_, today) => monthOffset(today, 1)),
  rule('this year', (_, today) => yearText(today.year)),
  rule('last year', (_, today) => yearText(today.year - 1)),
  rule('next year', (_, today) => yearText(today.year + 1)),
  rule(`(?<count>${NUMBER}) (?<unit>day|week|month|year)s? (?:ago|back|from now|from today)`, ago),
  rule(
    `in (?:about |around |like )?(?<count>${NUMBER}) (?<unit>day|week|month|year)s?(?:'? time)?`,
    // "Lost 3 kilos in two weeks" is how long it took.
    (groups, today, leaning) => (leaning === 'past' ? null : ahead(groups, today)),
  ),
  rule(
    'hace (?<count>\\d{1,3}|una?|dos|tres|cuatro|cinco|seis) (?<unit>día|semana|mes|año)(?:s|es)?',
    (groups, today) => ago(groups, today),
  ),
  rule(`a (?<unit>week|month|year) (?:today|tomorrow)`, unresolved),
  rule(
    `(?:in |since |by |until |till |from |before |around |back in |class of |early |late )(?<year>(?:19|20)\\d{2})`,
    ({ year }) => yearText(Number(year)),
  ),
  rule(
    `(?:(?:last|this|next|in|in the|over the|during the|since|since last|every|early|late) )(?:${SEASON})(?: of)?(?: (?<year>\\d{4}))?`,
    ({ year }) => (year === undefined ? null : yearText(Number(year))),
  ),
  rule(`(?:${SEASON}) (?<year>\\d{4})`, ({ year }) => yearText(Number(year))),
  rule(
    `(?:(?:on|by|until|till|at|for|this|since|before|after|over|en) ){0,2}(?<feast>${FEAST})`,
    ({ feast }, today, leaning) => {
      const [month, day] = FEASTS[(feast ?? '').toLowerCase()] ?? [0, 0];
      return nearest(month, day, today, leaning);
    },
  ),
  rule(`(?:last )(?<feast>${FEAST})`, ({ feast }, today) => {
    const [month, day] = FEASTS[(feast ?? '').toLowerCase()] ?? [0, 0];
    return nearest(month, day, today, 'past');
  }),
  rule(`(?:on|by|until|till|at|for|this|since|before|after|last|next|over|during) (?:${MOVABLE})`, unresolved),
  rule(
    '(?:when|since) i (?:was|were) (?:about |like |only |just )?(?:\\d{1,2}|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|little|a kid|a child|a teenager|young)',
    unresolved,
  ),
  rule(
    `(?:for|been here|been there|going on|almost|nearly|over|past) (?:(?:the past|the last|almost|nearly|over|about) )?(?:${NUMBER}|a few|several) (?:day|week|month|year|decade)s?`,
    unresolved,
  ),
  rule('(?:at|around) (?:\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)|noon|midnight)', unresolved),
];

function unresolved(): null {
  return null;
}

function dayOfMonth(
  { day, month, year }: Readonly<Record<string, string | undefined>>,
  today: Day,
  leaning: 'past' | 'future',
): string | undefined {
  const monthNumber = monthOf(month);
  if (year !== undefined) return exact(Number(year), monthNumber, Number(day));
  return nearest(monthNumber, Number(day), today, leaning);
}

function monthAlone(
  { month, year }: Readonly<Record<string, string | undefined>>,
  today: Day,
  leaning: 'past' | 'future',
): string | undefined {
  const number = monthOf(month);
  if (number === 0) return undefined;
  if (year !== undefined) return `${yearText(Number(year))}-${two(number)}`;
  const isAhead = leaning === 'future' ? number >= today.month : number > today.month;
  const inYear = leaning === 'future' ? (isAhead ? today.year : today.year + 1) : isAhead ? today.year - 1 : today.year;
  return `${yearText(inYear)}-${two(number)}`;
}

function dayAlone(day: number, today: Day, leaning: 'past' | 'future'): string | undefined {
  if (day < 1 || day > 31) return undefined;
  const step = leaning === 'past' ? -1 : 1;
  for (let months = 0; months < 4; months += 1) {
    const { year, month } = shiftMonth(today, months * step);
    const isOnSide = months > 0 || (leaning === 'past' ? day <= today.day : day >= today.day);
    if (isOnSide && day <= daysIn(year, month)) return exact(year, month, day);
  }
  return undefined;
}

function weekdayAlone(
  { weekday }: Readonly<Record<string, string | undefined>>,
  today: Day,
  leaning: 'past' | 'future',
): string | null {
  // "Fridays" is a habit, not a day.
  if (/days$/i.test(weekday ?? '')) return null;
  if (leaning === 'past') return latest(weekday, today);
  const ahead = (weekdayNumber(weekday) - weekdayOf(today) + 7) % 7;
  return offset(today, ahead === 0 ? 7 : ahead);
}

function latest(weekday: string | undefined, today: Day): string {
  const back = (weekdayOf(today) - weekdayNumber(weekday) + 7) % 7;
  return offset(today, -(back === 0 ? 7 : back));
}

/** The month a weekend lies in when both its days lie in it. Weeks begin on Monday; on a weekend "the weekend" is this one. */
function weekend(today: Day, weeks: number): string | null {
  const saturday = 6 - ((weekdayOf(today) + 6) % 7) - 1 + weeks * 7;
  const first = offset(today, saturday).slice(0, 7);
  return first === offset(today, saturday + 1).slice(0, 7) ? first : null;
}

function ago({ count, unit }: Readonly<Record<string, string | undefined>>, today: Day): string | null {
  return moved(count, unit, today, -1);
}

function ahead({ count, unit }: Readonly<Record<string, string | undefined>>, today: Day): string | null {
  return moved(count, unit, today, 1);
}

/** Days and weeks give a day; months a month; years a year: no more than was said. */
function moved(count: string | undefined, unit: string | undefined, today: Day, sign: 1 | -1): string | null {
  const words = (count ?? '').toLowerCase();
  const number = NUMBERS[words] ?? (words.includes('couple') ? null : Number(words));
  if (number === null || !Number.isFinite(number)) return null;
  const steps = number * sign;
  switch ((unit ?? '').toLowerCase()) {
    case 'day':
    case 'día':
      return offset(today, steps);
    case 'week':
    case 'semana':
      return offset(today, steps * 7);
    case 'month':
    case 'mes':
      return monthOffset(today, steps);
    case 'year':
    case 'año':
      return yearText(today.year + steps);
    default:
      return null;
  }
}

/** The nearest such day on that side, today included; 29 February waits for a leap year. */
function nearest(month: number, day: number, today: Day, leaning: 'past' | 'future'): string | undefined {
  const step = leaning === 'past' ? -1 : 1;
  for (let years = 0; years <= 8; years += 1) {
    const year = today.year + years * step;
    const isOnSide =
      years > 0 ||
      (leaning === 'past'
        ? month < today.month || (month === today.month && day <= today.day)
        : month > today.month || (month === today.month && day >= today.day));
    const date = isOnSide ? exact(year, month, day) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}

function exact(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

function offset(today: Day, days: number): string {
  const date = new Date(Date.UTC(today.year, today.month - 1, today.day + days));
  return `${yearText(date.getUTCFullYear())}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

function monthOffset(today: Day, months: number): string {
  const { year, month } = shiftMonth(today, months);
  return `${yearText(year)}-${two(month)}`;
}

function shiftMonth(today: Day, months: number): { readonly year: number; readonly month: number } {
  const index = today.year * 12 + today.month - 1 + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

function weekdayOf(day: Day): number {
  return new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
}

function weekdayNumber(word: string | undefined): number {
  return WEEKDAYS[(word ?? '').toLowerCase().slice(0, 3)] ?? 0;
}

function monthOf(word: string | undefined): number {
  const lower = (word ?? '').toLowerCase();
  return MONTHS[lower] ?? MONTHS[lower.slice(0, 3)] ?? 0;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}
