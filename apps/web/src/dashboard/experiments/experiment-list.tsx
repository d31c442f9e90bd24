import type { Experiment } from '@rapport/wire';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../client/api.ts';
import { Badge } from '../../components/badge.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';

export function ExperimentList() {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { time, share } = useFormats();
  const query = useInfiniteQuery({
    queryKey: ['experiments'],
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams({ limit: '50', ...(pageParam === null ? {} : { cursor: pageParam }) });
      return operator.call<Page<Experiment>>({ method: 'GET', path: `/api/v1/admin/experiments?${search}` });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const columns: TableColumn<Experiment>[] = [
    {
      id: 'name',
      name: t('experiments.experiment'),
      cell: ({ definition }) => (
        <Link
          to="/dashboard/$place/$item"
          params={{ place: 'experiments', item: definition.id }}
          className="rounded font-medium underline decoration-edge underline-offset-4"
        >
          {definition.name}
        </Link>
      ),
    },
    { id: 'assistant', name: t('conversations.assistant'), cell: ({ definition }) => definition.assistant },
    {
      id: 'status',
      name: t('experiments.status'),
      cell: ({ status }) => <Badge>{t(`experiments.statuses.${status}`)}</Badge>,
    },
    {
      id: 'metric',
      name: t('experiments.metric'),
      cell: ({ definition }) => t(`experiments.metrics.${definition.metric}`),
    },
    {
      id: 'shares',
      name: t('experiments.shares'),
      cell: ({ definition }) =>
        definition.variants.map(({ id }, index) => `${id} ${share(definition.weights[index] ?? 0)}`).join(', '),
    },
    {
      id: 'started',
      name: t('experiments.started'),
      cell: ({ startedAt }) => (startedAt === null ? '–' : time(startedAt)),
    },
  ];
  return (
    <>
      <PageHeading title={t('experiments.title')} explanation={t('experiments.explanation')} />
      <QueryState
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<Empty title={t('experiments.empty.title')} advice={t('experiments.empty.advice')} />}
      >
        {({ pages }) => (
          <DataTable
            caption={t('experiments.title')}
            columns={columns}
            rows={pages.flatMap(({ items }) => items)}
            keyOf={({ definition }) => definition.id}
            loadMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            isLoadingMore={query.isFetchingNextPage}
          />
        )}
      </QueryState>
    </>
  );
}
