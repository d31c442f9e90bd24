import type { MoodsAnswer } from '@rapport/wire';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../components/chart.tsx';
import type { ChartSeries } from '../../components/chart-props.ts';
import { useProfile } from '../use-profile.ts';
import { type MoodDayShown, moodDaysShown } from './mood-days-shown.ts';

const RANGE = [-1, 1] as const;
const MARKS = [-1, -0.5, 0, 0.5, 1] as const;

/** How light and how lively each day was. A day on which nothing was heard stays a gap. */
export function MoodsChart({ moods }: { readonly moods: MoodsAnswer }) {
  const { t, i18n } = useTranslation('about-me');
  const { data: profile } = useProfile();
  const { days, points, trend } = moods;
  const timeZone = profile?.timeZone ?? 'UTC';
  const rows = useMemo(() => moodDaysShown(days, points, timeZone), [days, points, timeZone]);
  const series = useMemo(
    (): readonly ChartSeries<MoodDayShown>[] => [
      { name: t('moods.valence'), valueIn: ({ valence }) => valence },
      { name: t('moods.arousal'), valueIn: ({ arousal }) => arousal },
    ],
    [t],
  );
  const along = useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions) => {
      const written = new Intl.DateTimeFormat(i18n.language, { ...options, timeZone: 'UTC' });
      return ({ date }: MoodDayShown) => written.format(new Date(`${date}T00:00:00Z`));
    };
    return {
      name: t('moods.day'),
      labelOf: format({ dateStyle: 'medium' }),
      tickOf: format({ day: 'numeric', month: 'short' }),
    };
  }, [t, i18n.language]);
  const number = useMemo(
    () => new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2, signDisplay: 'exceptZero' }),
    [i18n.language],
  );
  return (
    <Chart
      title={t('moods.chart')}
      // The server tells of the days in English; in another language the direction is what can be said.
      summary={i18n.language.startsWith('en') ? trend.summary : t(`moods.directions.${trend.direction}`)}
      kind="line"
      rows={rows}
      along={along}
      series={series}
      range={RANGE}
      marks={MARKS}
      format={number.format}
      className="h-72"
    />
  );
}
