import type { Experiment, ExperimentResults } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../components/badge.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { BackLink } from '../back-link.tsx';
import { useOperator } from '../operator-client.ts';
import { ExperimentActions } from './experiment-actions.tsx';
import { MetricTable } from './metric-table.tsx';
import { SampleRatio } from './sample-ratio.tsx';

/** One experiment: what it tries, whether its figures can be trusted, what they say, and what to do. */
export function ExperimentDetail({ id }: { readonly id: string }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const path = `/api/v1/admin/experiments/${encodeURIComponent(id)}`;
  const experiment = useQuery({
    queryKey: ['experiments', id],
    queryFn: () => operator.call<Experiment>({ method: 'GET', path }),
  });
  return (
    <>
      <BackLink place="experiments" name={t('experiments.title')} />
      <QueryState query={experiment}>
        {(found) => (
          <>
            <PageHeading
              title={found.definition.name}
              explanation={found.definition.hypothesis}
              actions={<Badge>{t(`experiments.statuses.${found.status}`)}</Badge>}
            />
            <Results experiment={found} path={path} />
          </>
        )}
      </QueryState>
    </>
  );
}

function Results({ experiment, path }: { readonly experiment: Experiment; readonly path: string }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const query = useQuery({
    queryKey: ['experiments', experiment.definition.id, 'results'],
    queryFn: () => operator.call<ExperimentResults>({ method: 'GET', path: `${path}/results` }),
    enabled: experiment.status !== 'draft',
  });
  if (experiment.status === 'draft') {
    return (
      <div className="grid gap-6">
        <p className="text-muted">{t('experiments.notStarted')}</p>
        <ExperimentActions experiment={experiment} results={null} path={path} />
      </div>
    );
  }
  return (
    <QueryState query={query}>
      {(results) => (
        <div className="grid gap-8">
          <SampleRatio ratio={results.sampleRatio} />
          <Decision results={results} />
          <ExperimentActions experiment={experiment} results={results} path={path} />
          <MetricTable heading={t('experiments.goal')} results={[results.goal]} />
          <MetricTable heading={t('experiments.guardrails')} results={results.guardrails} />
          {results.others.length > 0 && <MetricTable heading={t('experiments.others')} results={results.others} />}
        </div>
      )}
    </QueryState>
  );
}

function Decision({ results }: { readonly results: ExperimentResults }) {
  const { t } = useTranslation('dashboard');
  const { decision, harms, people, peopleNeeded } = results;
  return (
    <section aria-labelledby="decision" className="rounded-2xl border border-line bg-tint p-4">
      <h2 id="decision" className="font-semibold">
        {t(`experiments.decisions.${decision.kind}`, { variant: decision.variant ?? '' })}
      </h2>
      <p className="mt-1 text-pretty">{decision.says}</p>
      {harms.map(({ variant, metric }) => (
        <p key={`${variant} ${metric}`} className="mt-2 font-medium text-alarm">
          {t('experiments.harm', { variant, metric: t(`experiments.metrics.${metric}`) })}
        </p>
      ))}
      <p className="mt-2 text-sm text-muted">
        {t('experiments.people', { count: people })}
        {peopleNeeded !== null && ` ${t('experiments.needed', { count: peopleNeeded })}`}
      </p>
    </section>
  );
}
