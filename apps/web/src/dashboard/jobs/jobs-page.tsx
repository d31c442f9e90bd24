import type { JobsReport } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';
import { useAction } from '../use-action.ts';
import { useNow } from '../use-now.ts';

const REFRESH_MS = 10_000;

/** Work that happens by itself: when, how it went, and what was set aside. */
export function JobsPage() {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const query = useQuery({
    queryKey: ['jobs'],
    queryFn: () => operator.call<JobsReport>({ method: 'GET', path: '/api/v1/admin/jobs' }),
    refetchInterval: REFRESH_MS,
  });
  return (
    <>
      <PageHeading title={t('jobs.title')} explanation={t('jobs.explanation')} />
      <QueryState query={query}>
        {(report) => (
          <div className="grid gap-10">
            <p>
              <Badge look={report.workers === 'stalled' ? 'alarm' : 'good'}>
                {t(`jobs.workers.${report.workers}`)}
              </Badge>
            </p>
            {report.parked.length > 0 && <Parked parked={report.parked} />}
            <Schedules report={report} />
            <Tasks tasks={report.tasks} />
          </div>
        )}
      </QueryState>
    </>
  );
}

type Schedule = JobsReport['schedules'][number];
type Task = JobsReport['tasks'][number];
type ParkedJob = JobsReport['parked'][number];

function Parked({ parked }: { readonly parked: readonly ParkedJob[] }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { time, count } = useFormats();
  const retry = useAction({
    run: (id: string) => operator.fetch({ method: 'POST', path: `/api/v1/admin/jobs/parked/${id}/retry`, body: {} }),
    changes: ['jobs'],
    done: t('jobs.isRetried'),
  });
  const columns: TableColumn<ParkedJob>[] = [
    { id: 'task', name: t('jobs.task'), cell: ({ task }) => task },
    { id: 'attempts', name: t('jobs.attempts'), isNumber: true, cell: ({ attempts }) => count(attempts) },
    { id: 'at', name: t('jobs.parkedAt'), cell: ({ parkedAt }) => time(parkedAt) },
    {
      id: 'retry',
      name: t('jobs.action'),
      cell: ({ id, task }) => (
        <Button
          shape="link"
          className="min-h-6 whitespace-nowrap"
          aria-label={t('jobs.retryNamed', { task })}
          onClick={() => retry.mutate(id)}
        >
          {t('jobs.retry')}
        </Button>
      ),
    },
  ];
  return (
    <section aria-labelledby="parked">
      <h2 id="parked" className="mb-3 text-lg font-semibold text-alarm">
        {t('jobs.parked')}
      </h2>
      <DataTable caption={t('jobs.parked')} columns={columns} rows={parked} keyOf={({ id }) => id} />
    </section>
  );
}

function Schedules({ report }: { readonly report: JobsReport }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { time, ago } = useFormats();
  const now = useNow(REFRESH_MS);
  const runnable = new Set(report.tasks.filter(({ isRunnable }) => isRunnable).map(({ name }) => name));
  const run = useAction({
    run: (task: string) => operator.fetch({ method: 'POST', path: `/api/v1/admin/jobs/${task}/run`, body: {} }),
    changes: ['jobs'],
    done: t('jobs.isSent'),
  });
  const columns: TableColumn<Schedule>[] = [
    {
      id: 'name',
      name: t('jobs.schedule'),
      sortBy: ({ name }) => name,
      cell: ({ name, why }) => (
        <>
          <span className="font-medium">{name}</span>
          <span className="block text-sm text-muted">{why}</span>
        </>
      ),
    },
    {
      id: 'cron',
      name: t('jobs.cron'),
      cell: ({ cron, timeZone }) => (
        <>
          <code>{cron}</code> <span className="text-sm text-muted">{timeZone}</span>
        </>
      ),
    },
    {
      id: 'last',
      name: t('jobs.lastRun'),
      cell: ({ lastRun }) =>
        lastRun === null ? (
          t('jobs.never')
        ) : (
          <span title={time(lastRun.startedAt)}>
            {t(`jobs.outcomes.${lastRun.outcome}`)}, {ago(lastRun.startedAt, now)}
          </span>
        ),
    },
    { id: 'next', name: t('jobs.nextRun'), cell: ({ nextRunAt }) => (nextRunAt === null ? '–' : ago(nextRunAt, now)) },
    {
      id: 'run',
      name: t('jobs.action'),
      cell: ({ task }) =>
        runnable.has(task) && (
          <Button
            shape="link"
            className="min-h-6 whitespace-nowrap"
            aria-label={t('jobs.runNamed', { task })}
            onClick={() => run.mutate(task)}
          >
            {t('jobs.run')}
          </Button>
        ),
    },
  ];
  return (
    <section aria-labelledby="schedules">
      <h2 id="schedules" className="mb-3 text-lg font-semibold">
        {t('jobs.schedules')}
      </h2>
      <DataTable caption={t('jobs.schedules')} columns={columns} rows={report.schedules} keyOf={({ name }) => name} />
    </section>
  );
}

function Tasks({ tasks }: { readonly tasks: readonly Task[] }) {
  const { t } = useTranslation('dashboard');
  const { count } = useFormats();
  const numbers = ['waiting', 'retrying', 'running', 'completed', 'parked'] as const;
  const columns: TableColumn<Task>[] = [
    {
      id: 'name',
      name: t('jobs.task'),
      sortBy: ({ name }) => name,
      cell: ({ name, summary }) => (
        <>
          <span className="font-medium">{name}</span>
          <span className="block text-sm text-muted">{summary}</span>
        </>
      ),
    },
    ...numbers.map((state) => ({
      id: state,
      name: t(`jobs.counts.${state}`),
      isNumber: true,
      sortBy: ({ jobs }: Task) => jobs[state],
      cell: ({ jobs }: Task) => count(jobs[state]),
    })),
  ];
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks" className="mb-3 text-lg font-semibold">
        {t('jobs.tasks')}
      </h2>
      <DataTable caption={t('jobs.tasks')} columns={columns} rows={tasks} keyOf={({ name }) => name} />
    </section>
  );
}
