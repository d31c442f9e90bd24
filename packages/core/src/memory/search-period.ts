/** A stretch of time a question asks about; `until` is the first moment after it. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** First month and length, in the north: a question that means the southern summer loses a boost and nothing else. */
const SEASONS: Readonly<Record<string, readonly [firstMonth: number, months: number]>> = {
  spring: [2, 3],
  summer: [5, 3],
  autumn: [8, 3],
  fall: [8, 3],
  winter: [11, 3],
};
const DAY_MS = 86_400_000;
/** Of a day: people tell of it in the days after. */
const TOLD_WITHIN_DAYS = 14;

const NAMED = `(${MONTHS.join('|')})`;
const DATED = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?${NAMED}(?: (\\d{1,2})(?:st|nd|rd|th)?)?,? (?:of )?((?:19|20)\\d\\d)\\b`,
  'i',
);
const SEASON = /\b(spring|summer|autumn|fall|winter)(?: of)? ((?:19|20)\d\d)\b/i;
const YEAR = /\b(?:in|of|during|since) ((?:19|20)\d\d)\b/i;

/**
 * The time a question names with its year: "8 May 2023", "in May, 2023", "in the summer of 2022", "in 2022". Null when it
 * names none. In UTC: a day more or less changes no boost that matters. Never throws; linear.
 */
export function periodIn(question: string): Period | null {
  const dated = DATED.exec(question);
  if (dated !== null) {
    const [, dayBefore, month, dayAfter, year] = dated;
    const index = MONTHS.indexOf(month?.toLowerCase() ?? '');
    const day = dayBefore ?? dayAfter;
    if (day === undefined) return months(Number(year), index, 1);
    const from = Date.UTC(Number(year), index, Number(day));
    return { from: new Date(from), until: new Date(from + TOLD_WITHIN_DAYS * DAY_MS) };
  }
  const season = SEASON.exec(question);
  const [firstMonth, count] = SEASONS[season?.[1]?.toLowerCase() ?? ''] ?? [0, 0];
  if (season !== null && count > 0) return months(Number(season[2]), firstMonth, count);
  const year = YEAR.exec(question)?.[1];
  return year === undefined ? null : months(Number(year), 0, 12);
}

const months = (year: number, first: number, count: number): Period => ({
  from: new Date(Date.UTC(year, first)),
  until: new Date(Date.UTC(year, first + count)),
});

export const isWithin = ({ from, until }: Period, moment: Date): boolean => from <= moment && moment < until;
