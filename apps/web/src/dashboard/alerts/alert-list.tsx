import type { ListedAlert } from '@rapport/wire';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../client/api.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { ChoiceField } from '../../components/form-fields.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';
import { useAction } from '../use-action.ts';
import { useNow } from '../use-now.ts';

const REFRESH_MS = 30_000;
const SHOWN = ['unresolved', 'open', 'acknowledged', 'resolved', 'all'] as const;
type Shown = (typeof SHOWN)[number];

export function AlertList() {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { t: inCommon } = useTranslation('common');
  const [shown, setShown] = useState<Shown>('unresolved');
  const query = useInfiniteQuery({
    queryKey: ['alerts', shown],
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams({
        status: shown,
        limit: '50',
        ...(pageParam === null ? {} : { cursor: pageParam }),
      });
      return operator.call<Page<ListedAlert>>({ method: 'GET', path: `/api/v1/admin/alerts?${search}` });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: REFRESH_MS,
  });
  return (
    <section aria-labelledby="alerts">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="alerts" className="text-lg font-semibold">
          {t('alerts.now')}
        </h2>
        <ChoiceField
          label={t('alerts.status')}
          hidesLabel
          value={shown}
          choices={SHOWN.map((value) => ({ value, label: t(`alerts.statuses.${value}`) }))}
          onChoose={(value) => setShown(value as Shown)}
        />
      </div>
      <QueryState
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<Empty title={t('alerts.empty.title')} advice={t('alerts.empty.advice')} />}
      >
        {({ pages }) => (
          <ul className="grid gap-3">
            {pages
              .flatMap(({ items }) => items)
              .map((alert) => (
                <AlertCard key={alert.id} alert={alert} />
              ))}
          </ul>
        )}
      </QueryState>
      {query.hasNextPage && (
        <p className="mt-4 text-center">
          <Button shape="outlined" onClick={() => void query.fetchNextPage()}>
            {inCommon('more')}
          </Button>
        </p>
      )}
    </section>
  );
}

function AlertCard({ alert }: { readonly alert: ListedAlert }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { time, ago, count } = useFormats();
  const now = useNow(REFRESH_MS);
  const { id, kind, severity, subject, message, occurrences, status, firstSeenAt, lastSeenAt } = alert;
  const act = useAction({
    run: (action: 'acknowledge' | 'resolve') =>
      operator.fetch({ method: 'POST', path: `/api/v1/admin/alerts/${id}/${action}`, body: {} }),
    changes: ['alerts', 'alert-rules'],
    done: t('alerts.done'),
  });
  return (
    <li
      className={`rounded-2xl border p-4 ${severity === 'critical' && status !== 'resolved' ? 'border-alarm' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center gap-2">
        <Badge look={severity === 'critical' ? 'alarm' : 'plain'}>{t(`alerts.severities.${severity}`)}</Badge>
        <Badge>{t(`alerts.statuses.${status}`)}</Badge>
        <h3 className="font-medium">
          {kind.replaceAll('_', ' ')} · {subject}
        </h3>
      </div>
      <p className="mt-2 text-pretty">{message}</p>
      <p className="mt-1 text-sm text-muted">
        <span title={time(firstSeenAt)}>{t('alerts.since', { ago: ago(firstSeenAt, now) })}</span>
        {' · '}
        <span title={time(lastSeenAt)}>
          {t('alerts.seen', { count: occurrences, shown: count(occurrences), ago: ago(lastSeenAt, now) })}
        </span>
        {alert.acknowledgedBy !== null && ` · ${t('alerts.lookedAfterBy', { name: alert.acknowledgedBy })}`}
      </p>
      {status !== 'resolved' && (
        <div className="mt-3 flex flex-wrap gap-3">
          {status === 'open' && (
            <Button shape="outlined" disabled={act.isPending} onClick={() => act.mutate('acknowledge')}>
              {t('alerts.acknowledge')}
            </Button>
          )}
          <Button shape="outlined" disabled={act.isPending} onClick={() => act.mutate('resolve')}>
            {t('alerts.resolve')}
          </Button>
        </div>
      )}
    </li>
  );
}
