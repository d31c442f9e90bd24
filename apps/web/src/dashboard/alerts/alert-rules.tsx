import type { AlertMute, AlertRuleReport } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { type Formats, useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';
import { useAction } from '../use-action.ts';

const MUTE_MINUTES = 60;
const REFRESH_MS = 60_000;
/** Instances have ids of 36 characters; their ends tell them apart. */
const SUBJECT_SHOWN = 12;

/** Every rule with what it watches and how it stands, and which are muted. */
export function AlertRules() {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const formats = useFormats();
  const query = useQuery({
    queryKey: ['alert-rules'],
    queryFn: () =>
      operator.call<{ rules: AlertRuleReport[]; mutes: AlertMute[] }>({
        method: 'GET',
        path: '/api/v1/admin/alerts/rules',
      }),
    refetchInterval: REFRESH_MS,
  });
  const mute = useAction({
    run: (kind: string) =>
      operator.fetch({ method: 'POST', path: '/api/v1/admin/alerts/mutes', body: { kind, minutes: MUTE_MINUTES } }),
    changes: ['alert-rules'],
    done: t('alerts.isMuted'),
  });
  const unmute = useAction({
    run: (kind: string) =>
      operator.fetch({ method: 'DELETE', path: `/api/v1/admin/alerts/mutes?${new URLSearchParams({ kind })}` }),
    changes: ['alert-rules'],
    done: t('alerts.isUnmuted'),
  });
  const columns = (mutes: readonly AlertMute[]): TableColumn<AlertRuleReport>[] => [
    {
      id: 'kind',
      name: t('alerts.rule'),
      sortBy: ({ kind }) => kind,
      cell: ({ kind, summary }) => (
        <>
          <span className="font-medium">{kind.replaceAll('_', ' ')}</span>
          <span className="block text-sm text-muted">{summary}</span>
        </>
      ),
    },
    {
      id: 'severity',
      name: t('alerts.severity'),
      sortBy: ({ severity }) => severity,
      cell: ({ severity }) => t(`alerts.severities.${severity}`),
    },
    {
      id: 'threshold',
      name: t('alerts.fires'),
      cell: ({ watches }) =>
        watches === null
          ? t('alerts.whenItHappens')
          : t(`alerts.${watches.direction}`, { value: inUnit(formats, watches.unit, watches.fires.threshold) }),
    },
    {
      id: 'state',
      name: t('alerts.stands'),
      cell: ({ states, watches }) =>
        states.length === 0 ? (
          '–'
        ) : (
          <span className="flex flex-wrap gap-1.5 max-md:justify-end">
            {states.map(({ subject, isFiring, value }) => (
              <Badge key={subject} look={isFiring ? 'alarm' : 'good'}>
                {states.length > 1 && `${subject.slice(-SUBJECT_SHOWN)}: `}
                {value === null ? t('alerts.tooLittle') : inUnit(formats, watches?.unit ?? 'count', value)}
              </Badge>
            ))}
          </span>
        ),
    },
    {
      id: 'mute',
      name: t('alerts.mute'),
      cell: ({ kind }) => {
        const muted = mutes.find((each) => each.kind === kind && each.subject === null);
        return muted === undefined ? (
          <Button
            shape="link"
            className="min-h-6 whitespace-nowrap"
            aria-label={t('alerts.muteNamed', { kind: kind.replaceAll('_', ' ') })}
            onClick={() => mute.mutate(kind)}
          >
            {t('alerts.muteHour')}
          </Button>
        ) : (
          <>
            {t('alerts.mutedUntil', { time: formats.time(muted.until) })}{' '}
            <Button shape="link" className="min-h-6 whitespace-nowrap" onClick={() => unmute.mutate(kind)}>
              {t('alerts.unmute')}
            </Button>
          </>
        );
      },
    },
  ];
  return (
    <section aria-labelledby="rules">
      <h2 id="rules" className="mb-3 text-lg font-semibold">
        {t('alerts.rules')}
      </h2>
      <QueryState query={query}>
        {({ rules, mutes }) => (
          <DataTable caption={t('alerts.rules')} columns={columns(mutes)} rows={rules} keyOf={({ kind }) => kind} />
        )}
      </QueryState>
    </section>
  );
}

type Unit = NonNullable<AlertRuleReport['watches']>['unit'];

const inUnit = ({ share, duration, mean, count }: Formats, unit: Unit, value: number): string =>
  ({ share, milliseconds: duration, rating: mean, count })[unit](value);
