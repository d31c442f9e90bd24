import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';

/** The last so many days, today among them. */
export const RANGE_DAYS = { '1d': 1, '7d': 7, '30d': 30, '90d': 90 } as const;
export type Range = keyof typeof RANGE_DAYS;

const DEFAULT_RANGE: Range = '30d';
const DAY_MS = 24 * 60 * 60 * 1_000;

/** What of the address the dashboard reads. What can't be read counts as unsaid: an address is anybody's to write. */
const search = z.object({
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

export const readFilters = (written: unknown): Filters => search.parse(written ?? {});

/** The part of the address that says `filters`; what is as unsaid is left out, so that addresses stay short. */
export const writeFilters = ({ range, brand, compare }: Filters): Record<string, unknown> => ({
  range: range === DEFAULT_RANGE ? undefined : range,
  brand: brand ?? undefined,
  compare: compare || undefined,
});

/** The days of a range up to the day of `now` in `timeZone`, or as many days before those. */
export function spanOf(range: Range, now: Date, timeZone: string, before = false): DaySpan {
  const days = RANGE_DAYS[range];
  const today = new Date(`${new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)}T00:00:00Z`).getTime();
  const last = today - (before ? days * DAY_MS : 0);
  return { from: isoDay(last - (days - 1) * DAY_MS), to: isoDay(last) };
}

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
