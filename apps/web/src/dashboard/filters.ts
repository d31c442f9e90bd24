import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';

/** The last so many days, today among them. */
export const RANGE_DAYS = { '1d': 1, '7d': 7, '30d': 30, '90d': 90 } as const;
export type Range = keyof typeof RANGE_DAYS;

const DEFAULT_RANGE: Range = '30d';
/** As many days as the API gives figures of at once. */
const MAX_DAYS = 400;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** What of the address the dashboard reads. What can't be read counts as unsaid: an address is anybody's to write. */
const aDay = z.iso.date().refine((day) => day >= '2020-01-01' && day < '2200-01-01');
const search = z.object({
  from: aDay.nullable().default(null).catch(null),
  to: aDay.nullable().default(null).catch(null),
  range: z.enum(['1d', '7d', '30d', '90d']).default(DEFAULT_RANGE).catch(DEFAULT_RANGE),
  brand: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/)
    .nullable()
    .default(null)
    .catch(null),
  compare: z.boolean().default(false).catch(false),
});

export interface Filters {
  readonly range: Range;
  /** Days of one's own choice, which then count instead of the range; null: none. */
  readonly days: DaySpan | null;
  /** Null: every brand. */
  readonly brand: string | null;
  /** Whether figures stand beside those of as many days before. */
  readonly compare: boolean;
}

/** A span of whole days, as the API takes it: the first and the last, both in it. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

export function readFilters(written: unknown): Filters {
  const { from, to, ...others } = search.parse(written ?? {});
  return { ...others, days: from === null || to === null ? null : readDays(from, to) };
}

/** Two days as a span; null where they are none or the wrong way round, or more than figures are given of at once. */
export function readDays(from: string, to: string): DaySpan | null {
  if (!aDay.safeParse(from).success || !aDay.safeParse(to).success) return null;
  return from <= to && lengthOf({ from, to }) <= MAX_DAYS ? { from, to } : null;
}

/** The part of the address that says `filters`; what is as unsaid is left out, so that addresses stay short. */
export const writeFilters = ({ range, days, brand, compare }: Filters): Record<string, unknown> => ({
  range: range === DEFAULT_RANGE ? undefined : range,
  from: days?.from,
  to: days?.to,
  brand: brand ?? undefined,
  compare: compare || undefined,
});

/** The chosen days, else those of the range up to the day of `now` in `timeZone`; or as many days before those. */
export function spanOf(
  { range, days }: Pick<Filters, 'range' | 'days'>,
  now: Date,
  timeZone: string,
  before = false,
): DaySpan {
  const length = days === null ? RANGE_DAYS[range] : lengthOf(days);
  const end = timeOf(days?.to ?? new Intl.DateTimeFormat('en-CA', { timeZone }).format(now));
  const last = end - (before ? length * DAY_MS : 0);
  return { from: isoDay(last - (length - 1) * DAY_MS), to: isoDay(last) };
}

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** In days, the first and the last among them. */
const lengthOf = ({ from, to }: DaySpan): number => (timeOf(to) - timeOf(from)) / DAY_MS + 1;

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The filters of the address, and how to change them. They live nowhere else: a link carries them. */
export function useFilters(): { readonly filters: Filters; readonly change: (change: Partial<Filters>) => void } {
  const written = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = useMemo(() => readFilters(written), [written]);
  const change = useCallback(
    (changed: Partial<Filters>) =>
      void navigate({
        to: '.',
        search: (former: object) => ({ ...former, ...writeFilters({ ...readFilters(former), ...changed }) }),
      } as never),
    [navigate],
  );
  return { filters, change };
}
