import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chart } from '../../components/chart.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { announce } from '../../components/toasts.tsx';
import { CsvButton } from '../csv-button.tsx';
import { Figure } from '../figure.tsx';
import { FilterBar } from '../filter-bar.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';
import { dashboardPath, useDashboard } from '../use-dashboard.ts';

/** How often a kept reply was given, and how to forget the kept ones. */
export function CachePage() {
  const { t } = useTranslation('dashboard');
  const { count, share } = useFormats();
  const { filters, span, now, before } = useDashboard();
  return (
    <>
      <PageHeading
        title={t('cache.title')}
        explanation={t('cache.explanation')}
        actions={<ClearCache brand={filters.brand} />}
      />
      <FilterBar />
      <QueryState query={now}>
        {({ cache }) => (
          <div className="grid gap-6">
            <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
              <Figure
                name={t('overview.figures.cache')}
                value={cache.hitRate}
                format={share}
                isGood="up"
                before={before === undefined ? undefined : before.cache.hitRate}
                noData={Object.values(cache.noData)[0]}
                rows={{ place: 'conversations', search: { cached: true } }}
              />
              <Figure name={t('cache.lookups')} value={cache.lookups} format={count} before={before?.cache.lookups} />
              <Figure
                name={t('cache.uncacheable')}
                value={cache.uncacheable}
                format={count}
                before={before?.cache.uncacheable}
              />
            </div>
            <Chart
              title={t('cache.found')}
              kind="bar"
              rows={(['exactHits', 'nearHits', 'misses'] as const).map((kind) => ({ kind, times: cache[kind] }))}
              along={{ name: t('cache.kind'), labelOf: ({ kind }) => t(`cache.kinds.${kind}`) }}
              series={[{ name: t('cache.lookups'), valueIn: ({ times }) => (cache.lookups === 0 ? null : times) }]}
              format={count}
              tools={
                <CsvButton
                  of={t('cache.title')}
                  path={dashboardPath(span, filters.brand, 'cache')}
                  fileName="cache.csv"
                />
              }
            />
          </div>
        )}
      </QueryState>
    </>
  );
}

function ClearCache({ brand }: { readonly brand: string | null }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { count } = useFormats();
  const [isAsked, setIsAsked] = useState(false);
  const clear = async () => {
    const { cleared, everywhere } = await operator.call<{ cleared: number; everywhere: boolean }>({
      method: 'POST',
      path: '/api/v1/admin/cache/clear',
      body: brand === null ? {} : { brand },
    });
    announce({
      text: t(everywhere ? 'cache.cleared' : 'cache.clearedHere', { count: cleared, shown: count(cleared) }),
    });
  };
  return (
    <>
      <Button shape="outlined" onClick={() => setIsAsked(true)}>
        {t('cache.clear')}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={t('cache.clear')}
          action={t('cache.clear')}
          confirm={clear}
          onClose={() => setIsAsked(false)}
        >
          {t(brand === null ? 'cache.clearAll' : 'cache.clearBrand', { brand })}
        </ConfirmDialog>
      )}
    </>
  );
}
