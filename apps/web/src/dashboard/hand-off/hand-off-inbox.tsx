import type { CaseStatus, CaseSummary } from '@rapport/wire';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../client/api.ts';
import { Badge } from '../../components/badge.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { ChoiceField } from '../../components/form-fields.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';
import { useNow } from '../use-now.ts';

const REFRESH_MS = 15_000;
type Shown = CaseStatus | 'waiting';
const SHOWN: readonly Shown[] = ['waiting', 'open', 'assigned', 'handed_back', 'resolved'];

/** The cases that wait for people, those in danger first, then those promised an answer soonest. */
export function HandOffInbox() {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { time, ago } = useFormats();
  const now = useNow(REFRESH_MS);
  const [shown, setShown] = useState<Shown>('waiting');
  const query = useInfiniteQuery({
    queryKey: ['cases', shown],
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams({
        limit: '50',
        ...(shown === 'waiting' ? {} : { status: shown }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      });
      return operator.call<Page<CaseSummary>>({ method: 'GET', path: `/api/v1/admin/cases?${search}` });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: REFRESH_MS,
  });
  const columns: TableColumn<CaseSummary>[] = [
    {
      id: 'reference',
      name: t('handOff.case'),
      cell: ({ id, reference, crisisAt }) => (
        <>
          <Link
            to="/dashboard/$place/$item"
            params={{ place: 'hand-off', item: id }}
            className="rounded font-medium underline decoration-edge underline-offset-4"
          >
            {reference}
          </Link>
          {crisisAt !== null && (
            <>
              {' '}
              <Badge look="alarm">{t('handOff.crisis')}</Badge>
            </>
          )}
        </>
      ),
    },
    { id: 'reason', name: t('handOff.reason'), cell: ({ reason }) => t(`handOff.reasons.${reason}`) },
    { id: 'assistant', name: t('handOff.assistant'), cell: ({ assistant }) => assistant },
    {
      id: 'status',
      name: t('handOff.status'),
      cell: ({ status, takenBy }) => (
        <>
          {t(`handOff.statuses.${status}`)}
          {takenBy !== null && <span className="text-muted"> · {takenBy}</span>}
        </>
      ),
    },
    {
      id: 'opened',
      name: t('handOff.opened'),
      cell: ({ openedAt }) => <span title={time(openedAt)}>{ago(openedAt, now)}</span>,
    },
    {
      id: 'answerBy',
      name: t('handOff.answerBy'),
      cell: ({ answerBy, firstAnsweredAt }) => {
        const isLate = firstAnsweredAt === null && Date.parse(answerBy) < now.getTime();
        if (firstAnsweredAt !== null) return t('handOff.answered');
        return (
          <span className={isLate ? 'font-medium text-alarm' : ''} title={time(answerBy)}>
            {isLate ? t('handOff.late', { ago: ago(answerBy, now) }) : ago(answerBy, now)}
          </span>
        );
      },
    },
  ];
  return (
    <>
      <PageHeading
        title={t('handOff.title')}
        explanation={t('handOff.explanation')}
        actions={
          <ChoiceField
            label={t('handOff.status')}
            hidesLabel
            value={shown}
            choices={SHOWN.map((value) => ({ value, label: t(`handOff.statuses.${value}`) }))}
            onChoose={(value) => setShown(value as Shown)}
          />
        }
      />
      <QueryState
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<Empty title={t('handOff.empty.title')} advice={t('handOff.empty.advice')} />}
      >
        {({ pages }) => (
          <DataTable
            caption={t('handOff.title')}
            columns={columns}
            rows={pages.flatMap(({ items }) => items).toSorted(byUrgency)}
            keyOf={({ id }) => id}
            loadMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            isLoadingMore={query.isFetchingNextPage}
          />
        )}
      </QueryState>
    </>
  );
}

/** Whoever may be in danger first; then whoever has no answer yet, by when one was promised; then the latest. */
function byUrgency(one: CaseSummary, other: CaseSummary): number {
  const rank = ({ crisisAt, firstAnsweredAt, status }: CaseSummary): number =>
    status === 'resolved' ? 3 : crisisAt !== null ? 0 : firstAnsweredAt === null ? 1 : 2;
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  return rank(one) === 1 ? one.answerBy.localeCompare(other.answerBy) : other.openedAt.localeCompare(one.openedAt);
}
