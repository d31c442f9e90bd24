import type { CircuitBreakers, ModelsReport } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { Figure } from '../figure.tsx';
import { FilterBar } from '../filter-bar.tsx';
import { RANGE_DAYS, useFilters } from '../filters.ts';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';
import { useAction } from '../use-action.ts';
import { useNow } from '../use-now.ts';

const HOURS_A_DAY = 24;
const REFRESH_MS = 10_000;

/** The vendors' models: whether each may be asked, and what each did. */
export function ModelsPage() {
  const { t } = useTranslation('dashboard');
  return (
    <>
      <PageHeading title={t('models.title')} explanation={t('models.explanation')} />
      <Breakers />
      <Report />
    </>
  );
}

type Breaker = CircuitBreakers['breakers'][number];

function Breakers() {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { time, ago, count } = useFormats();
  const now = useNow(REFRESH_MS);
  const [resetting, setResetting] = useState<Breaker | null>(null);
  const query = useQuery({
    queryKey: ['breakers'],
    queryFn: () => operator.call<CircuitBreakers>({ method: 'GET', path: '/circuit-breakers' }),
    refetchInterval: REFRESH_MS,
  });
  const reset = useAction({
    run: (model: string) =>
      operator.call({ method: 'POST', path: `/circuit-breakers/${encodeURIComponent(model)}/reset`, body: {} }),
    changes: ['breakers', 'models'],
    done: t('models.wasReset'),
  });
  const columns: TableColumn<Breaker>[] = [
    { id: 'model', name: t('models.model'), sortBy: ({ model }) => model, cell: ({ model }) => model },
    {
      id: 'state',
      name: t('models.state'),
      sortBy: ({ state }) => state,
      cell: ({ state }) => <Badge look={state === 'closed' ? 'good' : 'alarm'}>{t(`models.states.${state}`)}</Badge>,
    },
    {
      id: 'failures',
      name: t('models.failures'),
      isNumber: true,
      cell: ({ failureCount, failureThreshold }) =>
        t('models.failuresOf', { count: failureCount, shown: count(failureCount), most: count(failureThreshold) }),
    },
    { id: 'cause', name: t('models.cause'), cell: ({ cause, lastError }) => cause ?? lastError ?? '–' },
    { id: 'since', name: t('models.since'), cell: ({ since }) => <span title={time(since)}>{ago(since, now)}</span> },
    {
      id: 'probe',
      name: t('models.nextProbe'),
      cell: ({ nextProbeAt, pausedUntil }) => {
        const at = nextProbeAt ?? pausedUntil;
        return at === null ? '–' : ago(at, now);
      },
    },
    {
      id: 'reset',
      name: t('models.action'),
      cell: (breaker) => (
        <Button
          shape="link"
          className="min-h-6"
          aria-label={t('models.resetNamed', { model: breaker.model })}
          onClick={() => setResetting(breaker)}
        >
          {t('models.reset')}
        </Button>
      ),
    },
  ];
  return (
    <section aria-labelledby="breakers" className="mb-10">
      <h2 id="breakers" className="mb-3 text-lg font-semibold">
        {t('models.breakers')}
      </h2>
      <QueryState
        query={query}
        isEmpty={({ breakers }) => breakers.length === 0}
        empty={<Empty title={t('models.none.title')} advice={t('models.none.advice')} />}
      >
        {({ breakers }) => (
          <DataTable caption={t('models.breakers')} columns={columns} rows={breakers} keyOf={({ model }) => model} />
        )}
      </QueryState>
      {resetting !== null && (
        <ConfirmDialog
          title={t('models.resetNamed', { model: resetting.model })}
          action={t('models.reset')}
          confirm={() => reset.mutateAsync(resetting.model)}
          onClose={() => setResetting(null)}
        >
          {t('models.resetMeans')}
        </ConfirmDialog>
      )}
    </section>
  );
}

type Model = ModelsReport['models'][number];

function Report() {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { filters } = useFilters();
  const { count, share, duration, cost } = useFormats();
  const hours = RANGE_DAYS[filters.range] * HOURS_A_DAY;
  const query = useQuery({
    queryKey: ['models', hours, filters.brand],
    queryFn: () => {
      const search = new URLSearchParams({
        hours: String(hours),
        ...(filters.brand === null ? {} : { brand: filters.brand }),
      });
      return operator.call<ModelsReport>({ method: 'GET', path: `/analytics/models?${search}` });
    },
  });
  const columns: TableColumn<Model>[] = [
    { id: 'model', name: t('models.model'), sortBy: ({ model }) => model, cell: ({ model }) => model },
    {
      id: 'attempts',
      name: t('models.attempts'),
      isNumber: true,
      sortBy: ({ attempts }) => attempts,
      cell: ({ attempts }) => count(attempts),
    },
    {
      id: 'success',
      name: t('models.success'),
      isNumber: true,
      sortBy: ({ successRate }) => successRate,
      cell: ({ successRate }) => (successRate === null ? '–' : share(successRate)),
    },
    {
      id: 'outcomes',
      name: t('models.outcomes'),
      cell: ({ outcomes }) =>
        Object.entries(outcomes)
          .filter(([outcome]) => outcome !== 'completed')
          .map(([outcome, times]) => `${outcome.replaceAll('_', ' ')} ${count(times)}`)
          .join(', ') || '–',
    },
    {
      id: 'first',
      name: t('models.firstToken'),
      isNumber: true,
      sortBy: ({ firstTokenMs }) => firstTokenMs?.p50 ?? null,
      cell: ({ firstTokenMs }) =>
        firstTokenMs === null ? '–' : `${duration(firstTokenMs.p50)} / ${duration(firstTokenMs.p95)}`,
    },
    {
      id: 'total',
      name: t('models.total'),
      isNumber: true,
      sortBy: ({ totalMs }) => totalMs?.p50 ?? null,
      cell: ({ totalMs }) => (totalMs === null ? '–' : `${duration(totalMs.p50)} / ${duration(totalMs.p95)}`),
    },
    {
      id: 'cost',
      name: t('models.cost'),
      isNumber: true,
      sortBy: (model) => model.cost.microUsd,
      cell: (model) => cost(model.cost.microUsd),
    },
  ];
  return (
    <section aria-labelledby="report">
      <h2 id="report" className="mb-3 text-lg font-semibold">
        {t('models.report')}
      </h2>
      <FilterBar hasComparison={false} hasOwnDays={false} />
      <QueryState query={query}>
        {({ turns, retriedTurns, cost: whole, models }) => (
          <>
            <div className="mb-6 grid gap-3 sm:grid-cols-3">
              <Figure name={t('models.turns')} value={turns} format={count} />
              <Figure
                name={t('models.retried')}
                value={turns === 0 ? null : retriedTurns / turns}
                format={share}
                noData={t('models.noTurns')}
              />
              <Figure name={t('models.cost')} value={whole.microUsd} format={cost}>
                {whole.unpricedAttempts > 0 && (
                  <p className="text-sm text-muted">
                    {t('models.unpriced', { count: whole.unpricedAttempts, shown: count(whole.unpricedAttempts) })}
                  </p>
                )}
              </Figure>
            </div>
            {models.length === 0 ? (
              <Empty title={t('models.unused.title')} advice={t('models.unused.advice')} />
            ) : (
              <DataTable caption={t('models.report')} columns={columns} rows={models} keyOf={({ model }) => model} />
            )}
          </>
        )}
      </QueryState>
    </section>
  );
}
