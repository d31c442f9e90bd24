import type { CampaignPreview } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';

type Row = CampaignPreview['items'][number];

/** Who would get it now, and what would it say? Nothing is sent. */
export function DryRun({ path }: { readonly path: string }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { time } = useFormats();
  const [isAsked, setIsAsked] = useState(false);
  const query = useQuery({
    queryKey: ['dry-run', path],
    queryFn: () => operator.call<CampaignPreview>({ method: 'GET', path: `${path}/preview?limit=50` }),
    enabled: isAsked,
    staleTime: 0,
  });
  const run = () => (isAsked ? void query.refetch() : setIsAsked(true));
  const columns: TableColumn<Row>[] = [
    {
      id: 'person',
      name: t('campaigns.person'),
      cell: ({ userId }) => <code className="text-sm">{userId.slice(-12)}</code>,
    },
    {
      id: 'verdict',
      name: t('campaigns.verdict'),
      sortBy: ({ verdict }) => verdict,
      cell: ({ verdict, reason, until }) => (
        <>
          {t(`campaigns.verdicts.${verdict}`)}
          {reason !== null && <span className="text-muted">: {t(`campaigns.reasons.${reason}`)}</span>}
          {until !== null && <span className="text-muted">: {time(until)}</span>}
        </>
      ),
    },
    {
      id: 'text',
      name: t('campaigns.wouldSay'),
      cell: ({ subject, text }) =>
        text === null ? (
          '–'
        ) : (
          <>
            {subject !== null && <span className="block font-medium">{subject}</span>}
            {text}
          </>
        ),
    },
  ];
  return (
    <section aria-labelledby="dry-run">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 id="dry-run" className="text-lg font-semibold">
            {t('campaigns.dryRun')}
          </h2>
          <p className="text-muted">{t('campaigns.dryRunMeans')}</p>
        </div>
        <Button shape="outlined" aria-disabled={query.isFetching} onClick={run}>
          {query.isFetching ? t('campaigns.looking') : t('campaigns.look')}
        </Button>
      </div>
      {isAsked && (
        <QueryState
          query={query}
          isEmpty={({ items }) => items.length === 0}
          empty={<Empty title={t('campaigns.nobody.title')} advice={t('campaigns.nobody.advice')} />}
        >
          {({ items, hasMore, at }) => (
            <>
              <DataTable
                caption={t('campaigns.dryRun')}
                columns={columns}
                rows={items}
                keyOf={({ userId }) => userId}
              />
              <p className="mt-3 text-sm text-muted">
                {t('campaigns.lookedAt', { time: time(at) })}
                {hasMore && ` ${t('campaigns.moreDue')}`}
              </p>
            </>
          )}
        </QueryState>
      )}
    </section>
  );
}
