import type { AnalyticsDashboard, DashboardSection } from '@rapport/wire';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type DaySpan, type Filters, spanOf, useFilters } from './filters.ts';
import { useOperator } from './operator-client.ts';

/** Figures are made by the minute; asking oftener shows the same. */
const REFRESH_MS = 60_000;

/** The zone whose days are counted: that of the device. */
export const dayZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The address of the figures of `span`, or of one section of them as a table. */
export function dashboardPath({ from, to }: DaySpan, brand: string | null, section?: DashboardSection): string {
  const search = new URLSearchParams({
    from,
    to,
    timeZone: dayZone(),
    ...(brand === null ? {} : { brand }),
    ...(section === undefined ? {} : { section, format: 'csv' }),
  });
  return `/analytics/dashboard?${search}`;
}

interface DashboardFigures {
  readonly filters: Filters;
  readonly span: DaySpan;
  readonly now: UseQueryResult<AnalyticsDashboard>;
  /** Of as many days before; undefined unless these are asked for and there. */
  readonly before: AnalyticsDashboard | undefined;
}

/** The figures that the filters ask for. */
export function useDashboard(): DashboardFigures {
  const operator = useOperator();
  const { filters } = useFilters();
  const { brand, compare } = filters;
  const zone = dayZone();
  const span = spanOf(filters, new Date(), zone);
  const earlier = spanOf(filters, new Date(), zone, true);
  const read = (of: DaySpan) => () =>
    operator.call<AnalyticsDashboard>({ method: 'GET', path: dashboardPath(of, brand) });
  const now = useQuery({
    queryKey: ['dashboard', span, brand],
    queryFn: read(span),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const before = useQuery({ queryKey: ['dashboard', earlier, brand], queryFn: read(earlier), enabled: compare });
  return { filters, span, now, before: compare ? before.data : undefined };
}
