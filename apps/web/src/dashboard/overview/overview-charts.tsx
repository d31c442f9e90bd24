import type { AnalyticsDashboard, DashboardSection } from '@rapport/wire';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../components/chart.tsx';
import { CsvButton } from '../csv-button.tsx';
import type { DaySpan } from '../filters.ts';
import { useFormats } from '../formats.ts';
import { dashboardPath } from '../use-dashboard.ts';

interface OverviewChartsProps {
  readonly figures: AnalyticsDashboard;
  readonly span: DaySpan;
  readonly brand: string | null;
}

const OUTCOMES = ['resolved', 'abandoned', 'handedOver', 'unknown', 'open'] as const;
const RATINGS = ['1', '2', '3', '4', '5'] as const;

/** The figures over time and by kind. Each opens the conversations behind what is pressed. */
export function OverviewCharts({ figures, span, brand }: OverviewChartsProps) {
  const { t } = useTranslation('dashboard');
  const { count, day, share, cost } = useFormats();
  const navigate = useNavigate();
  const open = (search: Record<string, unknown>) =>
    void navigate({
      to: '/dashboard/$place',
      params: { place: 'conversations' },
      search: (former: object) => ({ ...former, ...search }),
    } as never);
  const csv = (section: DashboardSection, of: string) => (
    <CsvButton of={of} path={dashboardPath(span, brand, section)} fileName={`${section}.csv`} />
  );
  const { conversations, resolution, satisfaction, models, cost: spent } = figures;
  const outcomes = OUTCOMES.map((outcome) => ({ outcome, conversations: resolution[outcome] }));
  const ratings = RATINGS.map((rating) => ({ rating, ratings: satisfaction.distribution[rating] ?? 0 }));
  return (
    <section aria-labelledby="charts" className="grid gap-4 lg:grid-cols-2">
      <h2 id="charts" className="sr-only">
        {t('overview.charts')}
      </h2>
      <div className="lg:col-span-2">
        <Chart
          title={t('overview.byDay')}
          kind="area"
          rows={conversations.days}
          along={{ name: t('overview.day'), labelOf: (row) => day(row.day) }}
          series={[
            { name: t('overview.figures.started'), valueIn: ({ started }) => started },
            { name: t('overview.figures.turns'), valueIn: ({ turns }) => turns },
          ]}
          format={count}
          open={(row) => open({ day: row.day })}
          tools={csv('conversations', t('overview.byDay'))}
        />
      </div>
      <Chart
        title={t('overview.outcomes')}
        summary={t('overview.outcomesMean')}
        kind="bar"
        rows={outcomes}
        along={{ name: t('overview.outcome'), labelOf: ({ outcome }) => t(`overview.outcomeNames.${outcome}`) }}
        series={[{ name: t('overview.figures.started'), valueIn: (row) => row.conversations }]}
        format={count}
        open={({ outcome }) => open({ outcome })}
        tools={csv('resolution', t('overview.outcomes'))}
      />
      <Chart
        title={t('overview.ratings')}
        kind="bar"
        rows={satisfaction.ratings === 0 ? [] : ratings}
        along={{ name: t('overview.rating'), labelOf: ({ rating }) => rating }}
        series={[{ name: t('overview.ratingsGiven'), valueIn: (row) => row.ratings }]}
        format={count}
        open={({ rating }) => open({ rating: Number(rating) })}
        tools={csv('satisfaction', t('overview.ratings'))}
      />
      <Chart
        title={t('overview.speakers')}
        kind="bar"
        rows={models.replies}
        along={{ name: t('models.model'), labelOf: ({ model }) => model }}
        series={[{ name: t('overview.replies'), valueIn: ({ replies }) => replies }]}
        format={count}
        open={({ model }) => open({ model })}
        tools={csv('models', t('overview.speakers'))}
      />
      <Chart
        title={t('overview.costs')}
        kind="bar"
        rows={spent.byModel}
        along={{ name: t('models.model'), labelOf: ({ model }) => model }}
        series={[{ name: t('models.cost'), valueIn: ({ microUsd }) => microUsd }]}
        format={cost}
        tools={csv('cost', t('overview.costs'))}
      />
      <div className="lg:col-span-2">
        <Chart
          title={t('overview.retention')}
          summary={t('overview.retentionMeans')}
          kind="line"
          rows={retentionByWeek(figures.users.retention)}
          along={{ name: t('overview.weeksAfter'), labelOf: ({ weeksAfter }) => count(weeksAfter) }}
          series={[
            { name: t('overview.cameBack'), valueIn: ({ people, size }) => (size === 0 ? null : people / size) },
          ]}
          format={share}
          range={[0, 1]}
          tools={csv('users', t('overview.retention'))}
        />
      </div>
    </section>
  );
}

type Cohorts = AnalyticsDashboard['users']['retention'];

/**
 * Of all people who could have come back so many weeks after their first conversation, how many did: the cohorts that
 * have come that far, taken together.
 */
function retentionByWeek(cohorts: Cohorts): { weeksAfter: number; people: number; size: number }[] {
  const sizes = new Map(
    cohorts.filter(({ weeksAfter }) => weeksAfter === 0).map(({ cohort, people }) => [cohort, people]),
  );
  const weeks = new Map<number, { weeksAfter: number; people: number; size: number }>();
  for (const { cohort, weeksAfter, people } of cohorts) {
    const week = weeks.get(weeksAfter) ?? { weeksAfter, people: 0, size: 0 };
    week.people += people;
    week.size += sizes.get(cohort) ?? 0;
    weeks.set(weeksAfter, week);
  }
  return [...weeks.values()].toSorted((one, other) => one.weeksAfter - other.weeksAfter);
}
