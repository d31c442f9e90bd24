import type { RealTimeMetrics } from '@rapport/wire';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../formats.ts';
import { useLiveFigures } from '../use-live-figures.ts';
import { useNow } from '../use-now.ts';

/** The last five minutes, as they pass. */
export function LiveFigures({ initial }: { readonly initial: RealTimeMetrics | null }) {
  const { t } = useTranslation('dashboard');
  const { count, share, duration, mean, ago } = useFormats();
  const now = useNow();
  const live = useLiveFigures(initial);
  if (live === null) return <p className="text-muted">{t('overview.live.none')}</p>;
  const orNone = (value: number | null, format: (value: number) => string) =>
    value === null ? t('figure.noData') : format(value);
  const figures = [
    [t('overview.live.people'), count(live.activePeople)],
    [t('overview.live.turns'), count(live.turns)],
    [t('overview.live.failed'), orNone(live.errorRate, share)],
    [t('overview.live.response'), orNone(live.p95ResponseTimeMs, duration)],
    [t('overview.live.cache'), orNone(live.cacheHitRate, share)],
    [t('overview.live.satisfaction'), orNone(live.averageSatisfaction, mean)],
  ] as const;
  return (
    <section aria-labelledby="live" className="rounded-2xl border border-line bg-tint p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="live" className="font-semibold">
          {t('overview.live.title')}
        </h2>
        <p className="text-sm text-muted">{t('overview.updated', { ago: ago(live.measuredAt, now) })}</p>
      </div>
      <dl className="mt-2 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="text-lg font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
