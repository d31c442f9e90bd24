import type { CampaignReport } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Figure } from '../figure.tsx';
import { BackLink } from '../back-link.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';
import { useAction } from '../use-action.ts';
import { DryRun } from './dry-run.tsx';

interface CampaignDetailProps {
  readonly assistant: string;
  readonly campaign: string;
}

/** One campaign: what it says and when, what came of it, why it was not sent, and who would get it now. */
export function CampaignDetail({ assistant, campaign }: CampaignDetailProps) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const path = `/api/v1/admin/campaigns/${encodeURIComponent(assistant)}/${encodeURIComponent(campaign)}`;
  const query = useQuery({
    queryKey: ['campaigns', assistant, campaign],
    queryFn: () => operator.call<CampaignReport>({ method: 'GET', path }),
  });
  return (
    <>
      <BackLink place="campaigns" name={t('campaigns.title')} />
      <QueryState query={query}>
        {(report) => (
          <div className="grid gap-8">
            <Head report={report} path={path} />
            <Figures report={report} />
            <Wordings report={report} />
            <Unsent report={report} />
            <DryRun path={path} />
          </div>
        )}
      </QueryState>
    </>
  );
}

function Head({ report, path }: { readonly report: CampaignReport; readonly path: string }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { time } = useFormats();
  const isPaused = report.pausedAt !== null;
  const turn = useAction({
    run: () => operator.fetch({ method: 'POST', path: `${path}/${isPaused ? 'resume' : 'pause'}`, body: {} }),
    changes: ['campaigns'],
    done: t(isPaused ? 'campaigns.isResumed' : 'campaigns.isPaused'),
  });
  return (
    <div>
      <PageHeading
        title={report.id}
        explanation={`${report.triggerSummary} · ${t(`campaigns.channels.${report.channel}`)}`}
        actions={
          <Button shape={isPaused ? 'primary' : 'outlined'} disabled={turn.isPending} onClick={() => turn.mutate()}>
            {t(isPaused ? 'campaigns.resume' : 'campaigns.pause')}
          </Button>
        }
      />
      {report.pausedAt !== null && (
        <p role="status" className="-mt-3 text-alarm">
          {t('campaigns.pausedSince', { time: time(report.pausedAt), by: report.pausedBy ?? '–' })}
        </p>
      )}
    </div>
  );
}

function Figures({ report: { counts, returned, channel } }: { readonly report: CampaignReport }) {
  const { t } = useTranslation('dashboard');
  const { count, share } = useFormats();
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome" className="mb-3 text-lg font-semibold">
        {t('campaigns.outcome')}
      </h2>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <Figure name={t('campaigns.planned')} value={counts.planned} format={count} />
        <Figure name={t('campaigns.sent')} value={counts.sent} format={count} />
        <Figure
          name={t('campaigns.opened')}
          value={channel === 'inbox' ? counts.opened : null}
          noData={t('campaigns.openedUnknown')}
          format={count}
        />
        <Figure name={t('campaigns.clicked')} value={counts.clicked} format={count} />
        <Figure name={t('campaigns.replied')} value={counts.replied} format={count} />
        <Figure name={t('campaigns.unsubscribed')} value={counts.unsubscribed} format={count} />
        <Figure
          name={t('campaigns.returnedSent')}
          value={returned.sent.rate}
          noData={t('campaigns.tooFew')}
          format={share}
        >
          <p className="text-sm text-muted">{t('campaigns.of', { count: returned.sent.people })}</p>
        </Figure>
        <Figure
          name={t('campaigns.returnedHeldOut')}
          value={returned.heldOut.rate}
          noData={t('campaigns.tooFew')}
          format={share}
        >
          <p className="text-sm text-muted">{t('campaigns.of', { count: returned.heldOut.people })}</p>
        </Figure>
      </div>
    </section>
  );
}

function Wordings({ report: { subject, text, wordings } }: { readonly report: CampaignReport }) {
  const { t } = useTranslation('dashboard');
  return (
    <section aria-labelledby="wording">
      <h2 id="wording" className="mb-3 text-lg font-semibold">
        {t('campaigns.wording')}
      </h2>
      <div className="rounded-2xl border border-line bg-raised p-4">
        {subject !== null && <p className="mb-1 font-medium">{subject}</p>}
        <p className="whitespace-pre-wrap">{text}</p>
      </div>
      {wordings.length > 0 && (
        <ul className="mt-3 grid gap-3">
          {wordings.map(({ persona, stage, text: words }) => (
            <li key={`${persona} ${stage}`} className="rounded-2xl border border-line p-4">
              <p className="text-sm text-muted">
                {[persona, stage]
                  .filter((part) => part !== null)
                  .join(', ')
                  .replaceAll('_', ' ')}
              </p>
              <p className="whitespace-pre-wrap">{words}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type Skipped = CampaignReport['counts']['skipped'][number];

function Unsent({ report }: { readonly report: CampaignReport }) {
  const { t } = useTranslation('dashboard');
  const { count } = useFormats();
  const { skipped, heldOut } = report.counts;
  const columns: TableColumn<Skipped>[] = [
    { id: 'reason', name: t('campaigns.reason'), cell: ({ reason }) => t(`campaigns.reasons.${reason}`) },
    {
      id: 'count',
      name: t('campaigns.people'),
      isNumber: true,
      sortBy: (row) => row.count,
      cell: (row) => count(row.count),
    },
  ];
  return (
    <section aria-labelledby="unsent">
      <h2 id="unsent" className="mb-3 text-lg font-semibold">
        {t('campaigns.whyUnsent')}
      </h2>
      <p className="mb-3 text-muted">{t('campaigns.heldOut', { count: heldOut, shown: count(heldOut) })}</p>
      {skipped.length === 0 ? (
        <p>{t('campaigns.noneUnsent')}</p>
      ) : (
        <DataTable caption={t('campaigns.whyUnsent')} columns={columns} rows={skipped} keyOf={({ reason }) => reason} />
      )}
    </section>
  );
}
