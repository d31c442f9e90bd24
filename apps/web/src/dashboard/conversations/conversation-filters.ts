import type { ConversationOutcome } from '@rapport/wire';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import { type DaySpan, type Filters, spanOf } from '../filters.ts';

export const OUTCOMES = [
  'resolved',
  'abandoned',
  'handedOver',
  'unknown',
  'open',
] as const satisfies ConversationOutcome[];

const yes = z.literal(true).nullable().default(null).catch(null);

/** What of the address narrows the list, beside the days and the brand. */
const search = z.object({
  outcome: z.enum(OUTCOMES).nullable().default(null).catch(null),
  rating: z.int().min(1).max(5).nullable().default(null).catch(null),
  rated: yes,
  fallback: yes,
  cached: yes,
  model: z.string().min(1).max(200).nullable().default(null).catch(null),
  person: z.uuid().nullable().default(null).catch(null),
  /** One day of the span, as a chart opens it. */
  day: z.iso.date().nullable().default(null).catch(null),
});
export type ConversationFilters = z.infer<typeof search>;

export const readConversationFilters = (written: unknown): ConversationFilters => search.parse(written ?? {});

/** The call that lists what the filters ask for. */
export function conversationsPath(
  filters: Filters,
  narrowed: ConversationFilters,
  { now, timeZone, cursor }: { readonly now: Date; readonly timeZone: string; readonly cursor: string | null },
): string {
  const { day, ...others } = narrowed;
  const span: DaySpan = day === null ? spanOf(filters, now, timeZone) : { from: day, to: day };
  const query = new URLSearchParams({ ...span, timeZone, limit: '50' });
  const named = { brand: filters.brand, cursor, ...others };
  for (const [name, value] of Object.entries(named)) if (value !== null) query.set(name, String(value));
  return `/api/v1/admin/conversations?${query}`;
}

/** The filters of the address, and how to change them; undefined takes one away. */
export function useConversationFilters() {
  const written = useSearch({ strict: false });
  const navigate = useNavigate();
  const narrowed = useMemo(() => readConversationFilters(written), [written]);
  const narrow = useCallback(
    (changed: Readonly<Record<string, unknown>>) =>
      void navigate({ to: '.', search: (former: object) => ({ ...former, ...changed }) } as never),
    [navigate],
  );
  return { narrowed, narrow };
}
