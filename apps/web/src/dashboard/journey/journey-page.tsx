import type { AnalyticsDashboard } from '@rapport/wire';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../components/chart.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { CsvButton } from '../csv-button.tsx';
import { FilterBar } from '../filter-bar.tsx';
import { useFormats } from '../formats.ts';
import { dashboardPath, useDashboard } from '../use-dashboard.ts';

type Stage = AnalyticsDashboard['journeys']['stages'][number];
type Move = AnalyticsDashboard['journeys']['transitions'][number];

const plain = (id: string): string => id.replaceAll('_', ' ');

/** How far people come, where they are, how long they stay, and how they move. */
export function JourneyPage() {
  const { t } = useTranslation('dashboard');
  const { filters, span, now } = useDashboard();
  const csv = (of: string) => (
    <CsvButton of={of} path={dashboardPath(span, filters.brand, 'journeys')} fileName="journeys.csv" />
  );
  return (
    <>
      <PageHeading title={t('journey.title')} explanation={t('journey.explanation')} />
      <FilterBar hasComparison={false} />
      <QueryState
        query={now}
        isEmpty={({ journeys }) => journeys.stages.every(({ reached }) => reached === 0)}
        empty={<Empty title={t('journey.empty.title')} advice={t('journey.empty.advice')} />}
      >
        {({ journeys }) => (
          <div className="grid gap-8">
            <Funnel stages={journeys.stages} tools={csv(t('journey.funnel'))} />
            <Stays stages={journeys.stages} />
            <Moves moves={journeys.transitions} />
          </div>
        )}
      </QueryState>
    </>
  );
}

/** Stages by name, with the assistant's where two assistants have stages of one name. */
const labelsOf = (stages: readonly Stage[]) => {
  const hasSeveral = new Set(stages.map(({ assistant }) => assistant)).size > 1;
  return ({ assistant, stage }: Stage): string => (hasSeveral ? `${assistant}: ${plain(stage)}` : plain(stage));
};

interface FunnelProps {
  readonly stages: readonly Stage[];
  readonly tools: ReactNode;
}

function Funnel({ stages, tools }: FunnelProps) {
  const { t } = useTranslation('dashboard');
  const { count } = useFormats();
  return (
    <Chart
      title={t('journey.funnel')}
      summary={t('journey.funnelMeans')}
      kind="bar"
      rows={stages}
      along={{ name: t('journey.stage'), labelOf: labelsOf(stages) }}
      series={[
        { name: t('journey.reached'), valueIn: ({ reached }) => reached },
        { name: t('journey.thereNow'), valueIn: ({ thereNow }) => thereNow },
      ]}
      format={count}
      tools={tools}
    />
  );
}

function Stays({ stages }: { readonly stages: readonly Stage[] }) {
  const { t } = useTranslation('dashboard');
  const { count, mean } = useFormats();
  const columns: TableColumn<Stage>[] = [
    { id: 'stage', name: t('journey.stage'), cell: ({ stage }) => plain(stage) },
    { id: 'assistant', name: t('conversations.assistant'), cell: ({ assistant }) => assistant },
    {
      id: 'now',
      name: t('journey.thereNow'),
      isNumber: true,
      sortBy: ({ thereNow }) => thereNow,
      cell: ({ thereNow }) => count(thereNow),
    },
    {
      id: 'stays',
      name: t('journey.left'),
      isNumber: true,
      sortBy: ({ stays }) => stays,
      cell: ({ stays }) => count(stays),
    },
    {
      id: 'days',
      name: t('journey.medianDays'),
      isNumber: true,
      sortBy: ({ medianDays }) => medianDays,
      cell: ({ medianDays }) => (medianDays === null ? '–' : mean(medianDays)),
    },
  ];
  return (
    <section aria-labelledby="stays">
      <h2 id="stays" className="mb-3 text-lg font-semibold">
        {t('journey.stays')}
      </h2>
      <DataTable
        caption={t('journey.stays')}
        columns={columns}
        rows={stages}
        keyOf={({ assistant, stage }) => `${assistant} ${stage}`}
      />
    </section>
  );
}

function Moves({ moves }: { readonly moves: readonly Move[] }) {
  const { t } = useTranslation('dashboard');
  const { count, share } = useFormats();
  const all = moves.reduce((sum, move) => sum + move.moves, 0);
  const columns: TableColumn<Move>[] = [
    {
      id: 'from',
      name: t('journey.from'),
      sortBy: ({ from }) => from,
      cell: ({ from }) => (from === '' ? t('journey.start') : plain(from)),
    },
    { id: 'to', name: t('journey.to'), sortBy: ({ to }) => to, cell: ({ to }) => plain(to) },
    {
      id: 'moves',
      name: t('journey.moves'),
      isNumber: true,
      sortBy: (move) => move.moves,
      cell: (move) => count(move.moves),
    },
    { id: 'share', name: t('journey.share'), isNumber: true, cell: (move) => share(move.moves / all) },
  ];
  return (
    <section aria-labelledby="moves">
      <h2 id="moves" className="mb-3 text-lg font-semibold">
        {t('journey.flows')}
      </h2>
      {moves.length === 0 ? (
        <p className="text-muted">{t('journey.noMoves')}</p>
      ) : (
        <DataTable
          caption={t('journey.flows')}
          columns={columns}
          rows={moves}
          keyOf={({ from, to }) => `${from} ${to}`}
        />
      )}
    </section>
  );
}
