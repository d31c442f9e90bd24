import type { CampaignReport } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../components/badge.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';

/** All campaigns, with what came of each in the last 90 days. */
export function CampaignList() {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { count, share } = useFormats();
  const query = useQuery({
    queryKey: ['campaigns'],
    queryFn: () => operator.call<{ items: CampaignReport[] }>({ method: 'GET', path: '/api/v1/admin/campaigns' }),
  });
  const columns: TableColumn<CampaignReport>[] = [
    {
      id: 'id',
      name: t('campaigns.campaign'),
      sortBy: ({ id }) => id,
      cell: ({ assistant, id, pausedAt }) => (
        <>
          <Link
            to="/dashboard/$place/$item"
            params={{ place: 'campaigns', item: `${assistant}.${id}` }}
            className="rounded font-medium underline decoration-edge underline-offset-4"
          >
            {id}
          </Link>
          {pausedAt !== null && (
            <>
              {' '}
              <Badge look="alarm">{t('campaigns.paused')}</Badge>
            </>
          )}
        </>
      ),
    },
    {
      id: 'assistant',
      name: t('campaigns.assistant'),
      sortBy: ({ assistant }) => assistant,
      cell: ({ assistant }) => assistant,
    },
    { id: 'trigger', name: t('campaigns.trigger'), cell: ({ triggerSummary }) => triggerSummary },
    {
      id: 'sent',
      name: t('campaigns.sent'),
      isNumber: true,
      sortBy: ({ counts }) => counts.sent,
      cell: ({ counts }) => count(counts.sent),
    },
    {
      id: 'unsent',
      name: t('campaigns.unsent'),
      isNumber: true,
      sortBy: skippedOf,
      cell: (report) => count(skippedOf(report)),
    },
    {
      id: 'replied',
      name: t('campaigns.replied'),
      isNumber: true,
      sortBy: ({ counts }) => counts.replied,
      cell: ({ counts }) => count(counts.replied),
    },
    {
      id: 'lift',
      name: t('campaigns.lift'),
      isNumber: true,
      cell: ({ returned }) => {
        const { sent, heldOut } = returned;
        return sent.rate === null || heldOut.rate === null
          ? t('campaigns.tooFew')
          : t('campaigns.against', { sent: share(sent.rate), heldOut: share(heldOut.rate) });
      },
    },
  ];
  return (
    <>
      <PageHeading title={t('campaigns.title')} explanation={t('campaigns.explanation')} />
      <QueryState
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<Empty title={t('campaigns.empty.title')} advice={t('campaigns.empty.advice')} />}
      >
        {({ items }) => (
          <DataTable
            caption={t('campaigns.title')}
            columns={columns}
            rows={items}
            keyOf={({ assistant, id }) => `${assistant}.${id}`}
          />
        )}
      </QueryState>
    </>
  );
}

const skippedOf = ({ counts }: CampaignReport): number =>
  counts.skipped.reduce((sum, { count: skipped }) => sum + skipped, 0);
