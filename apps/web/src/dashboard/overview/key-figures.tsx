import type { AnalyticsDashboard } from '@rapport/wire';
import { useTranslation } from 'react-i18next';
import { Figure } from '../figure.tsx';
import { type Formats, useFormats } from '../formats.ts';

interface KeyFigure {
  readonly id:
    | 'started'
    | 'turns'
    | 'activeMonth'
    | 'stickiness'
    | 'resolution'
    | 'satisfaction'
    | 'response'
    | 'failures'
    | 'fallbacks'
    | 'cache'
    | 'cost'
    | 'crisis';
  readonly valueOf: (figures: AnalyticsDashboard) => number | null;
  readonly format: keyof Pick<Formats, 'count' | 'share' | 'duration' | 'cost' | 'mean'>;
  readonly isGood?: 'up' | 'down';
  /** The rows it is made of. */
  readonly rows?: { readonly place: string; readonly search?: Record<string, unknown> };
  readonly noDataOf?: (figures: AnalyticsDashboard) => string | undefined;
}

const firstReason = (noData: Readonly<Record<string, string>>): string | undefined => Object.values(noData)[0];

/** What the team looks at first, in the order in which it matters. */
const KEY_FIGURES: readonly KeyFigure[] = [
  {
    id: 'started',
    valueOf: ({ conversations }) => conversations.started,
    format: 'count',
    rows: { place: 'conversations' },
  },
  {
    id: 'turns',
    valueOf: ({ conversations }) => conversations.turns,
    format: 'count',
    rows: { place: 'conversations' },
  },
  { id: 'activeMonth', valueOf: ({ users }) => users.activeMonth, format: 'count', isGood: 'up' },
  { id: 'stickiness', valueOf: ({ users }) => users.stickiness, format: 'share', isGood: 'up' },
  {
    id: 'resolution',
    valueOf: ({ resolution }) => resolution.resolutionRate,
    format: 'share',
    isGood: 'up',
    rows: { place: 'conversations', search: { outcome: 'resolved' } },
    noDataOf: ({ resolution }) => firstReason(resolution.noData),
  },
  {
    id: 'satisfaction',
    valueOf: ({ satisfaction }) => satisfaction.average,
    format: 'mean',
    isGood: 'up',
    rows: { place: 'conversations', search: { rated: true } },
    noDataOf: ({ satisfaction }) => firstReason(satisfaction.noData),
  },
  {
    id: 'response',
    valueOf: ({ latency }) => latency.response.p95Ms,
    format: 'duration',
    isGood: 'down',
    noDataOf: ({ latency }) => firstReason(latency.noData),
  },
  {
    id: 'failures',
    valueOf: ({ errors }) => errors.failureRate,
    format: 'share',
    isGood: 'down',
    rows: { place: 'models' },
  },
  {
    id: 'fallbacks',
    valueOf: ({ models }) => models.fallbackRate,
    format: 'share',
    isGood: 'down',
    rows: { place: 'conversations', search: { fallback: true } },
  },
  {
    id: 'cache',
    valueOf: ({ cache }) => cache.hitRate,
    format: 'share',
    isGood: 'up',
    rows: { place: 'conversations', search: { cached: true } },
  },
  { id: 'cost', valueOf: ({ cost }) => cost.microUsd, format: 'cost', isGood: 'down', rows: { place: 'models' } },
  { id: 'crisis', valueOf: ({ safety }) => safety.events.crisis ?? 0, format: 'count', rows: { place: 'safety' } },
];

interface KeyFiguresProps {
  readonly figures: AnalyticsDashboard;
  readonly before: AnalyticsDashboard | undefined;
}

export function KeyFigures({ figures, before }: KeyFiguresProps) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  return (
    <section aria-labelledby="key-figures">
      <h2 id="key-figures" className="sr-only">
        {t('overview.keyFigures')}
      </h2>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-4">
        {KEY_FIGURES.map(({ id, valueOf: valueIn, format, isGood, rows, noDataOf }) => (
          <Figure
            key={id}
            name={t(`overview.figures.${id}`)}
            value={valueIn(figures)}
            format={formats[format]}
            noData={noDataOf?.(figures)}
            before={before === undefined ? undefined : valueIn(before)}
            {...(isGood === undefined ? {} : { isGood })}
            {...(rows === undefined ? {} : { rows })}
          />
        ))}
      </div>
    </section>
  );
}
