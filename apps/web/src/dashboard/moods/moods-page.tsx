import type { AnalyticsDashboard } from '@rapport/wire';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../components/chart.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { CsvButton } from '../csv-button.tsx';
import { FilterBar } from '../filter-bar.tsx';
import { useFormats } from '../formats.ts';
import { dashboardPath, useDashboard } from '../use-dashboard.ts';

type Week = AnalyticsDashboard['moods']['weeks'][number];

/** The most moods drawn in one chart; the table has them all. */
const DRAWN = 6;

/** Moods of whole weeks, and only those that at least k people shared: nobody can be picked out. */
export function MoodsPage() {
  const { t } = useTranslation('dashboard');
  const { filters, span, now } = useDashboard();
  return (
    <>
      <PageHeading title={t('moods.title')} explanation={t('moods.explanation')} />
      <FilterBar hasComparison={false} />
      <QueryState query={now}>
        {({ moods }) =>
          moods.weeks.length === 0 ? (
            <Empty title={t('moods.empty.title')} advice={t('moods.empty.advice', { k: moods.k })} />
          ) : (
            <div className="grid gap-8">
              <MoodChart weeks={moods.weeks} k={moods.k} path={dashboardPath(span, filters.brand, 'moods')} />
              <MoodTable weeks={moods.weeks} />
            </div>
          )
        }
      </QueryState>
    </>
  );
}

interface MoodChartProps {
  readonly weeks: readonly Week[];
  readonly k: number;
  readonly path: string;
}

function MoodChart({ weeks, k, path }: MoodChartProps) {
  const { t } = useTranslation('dashboard');
  const { count, day } = useFormats();
  const byMood = Map.groupBy(weeks, ({ mood }) => mood);
  const sumOf = (rows: readonly Week[]): number => rows.reduce((sum, { readings }) => sum + readings, 0);
  const moods = [...byMood].toSorted(([, one], [, other]) => sumOf(other) - sumOf(one)).slice(0, DRAWN);
  const dates = [...new Set(weeks.map(({ week }) => week))].toSorted();
  const readingsOf = (mood: string, week: string): number | null => {
    const rows = weeks.filter((row) => row.mood === mood && row.week === week);
    // What fewer than k people shared is not zero: it isn't told.
    return rows.length === 0 ? null : sumOf(rows);
  };
  return (
    <Chart
      title={t('moods.byWeek')}
      summary={t('moods.kept', { k })}
      kind="line"
      rows={dates}
      along={{ name: t('moods.week'), labelOf: (week) => day(week) }}
      series={moods.map(([mood]) => ({
        name: mood.replaceAll('_', ' '),
        valueIn: (week: string) => readingsOf(mood, week),
      }))}
      format={count}
      tools={<CsvButton of={t('moods.title')} path={path} fileName="moods.csv" />}
    />
  );
}

function MoodTable({ weeks }: { readonly weeks: readonly Week[] }) {
  const { t } = useTranslation('dashboard');
  const { count, day } = useFormats();
  const columns: TableColumn<Week>[] = [
    { id: 'week', name: t('moods.week'), sortBy: ({ week }) => week, cell: ({ week }) => day(week) },
    {
      id: 'assistant',
      name: t('conversations.assistant'),
      sortBy: ({ assistant }) => assistant,
      cell: ({ assistant }) => assistant,
    },
    { id: 'mood', name: t('moods.mood'), sortBy: ({ mood }) => mood, cell: ({ mood }) => mood.replaceAll('_', ' ') },
    {
      id: 'people',
      name: t('moods.people'),
      isNumber: true,
      sortBy: ({ people }) => people,
      cell: ({ people }) => count(people),
    },
    {
      id: 'readings',
      name: t('moods.readings'),
      isNumber: true,
      sortBy: ({ readings }) => readings,
      cell: ({ readings }) => count(readings),
    },
  ];
  return (
    <DataTable
      caption={t('moods.title')}
      columns={columns}
      rows={weeks}
      keyOf={({ week, assistant, mood }) => `${week} ${assistant} ${mood}`}
    />
  );
}
