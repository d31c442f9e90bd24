import type { AnalyticsDashboard } from '@rapport/wire';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { FilterBar } from '../filter-bar.tsx';
import type { DaySpan } from '../filters.ts';
import { useFormats } from '../formats.ts';
import { useDashboard } from '../use-dashboard.ts';
import { useNow } from '../use-now.ts';
import { KeyFigures } from './key-figures.tsx';
import { LiveFigures } from './live-figures.tsx';
import { OverviewCharts } from './overview-charts.tsx';

/** What happens now, and how it went. */
export function OverviewPage() {
  const { t } = useTranslation('dashboard');
  const { filters, span, now, before } = useDashboard();
  return (
    <>
      <PageHeading title={t('overview.title')} explanation={t('overview.explanation')} />
      <FilterBar />
      <QueryState query={now} skeleton={<FiguresSkeleton />}>
        {(figures) => (
          <div className="grid gap-8" aria-busy={now.isPlaceholderData}>
            <LiveFigures initial={figures.realtime.latest} />
            <KeyFigures figures={figures} before={before} />
            <OverviewCharts figures={figures} span={span} brand={filters.brand} />
            <Freshness figures={figures} span={span} />
          </div>
        )}
      </QueryState>
    </>
  );
}

/** Up to when the figures count, and whose days these are. */
function Freshness({ figures, span }: { readonly figures: AnalyticsDashboard; readonly span: DaySpan }) {
  const { t } = useTranslation('dashboard');
  const { ago, day } = useFormats();
  const now = useNow();
  return (
    <p className="text-sm text-muted">
      {t('overview.span', { from: day(span.from), to: day(span.to), zone: figures.timeZone })}{' '}
      {figures.rolledUpAt === null
        ? t('overview.neverUpdated')
        : t('overview.updated', { ago: ago(figures.rolledUpAt, now) })}
    </p>
  );
}

function FiguresSkeleton() {
  return (
    <div aria-hidden="true" className="grid animate-pulse grid-cols-2 gap-3 md:grid-cols-4">
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: eight outlines that never change places.
        <span key={index} className="h-24 rounded-2xl bg-line" />
      ))}
    </div>
  );
}
