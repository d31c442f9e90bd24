import type { MoodPoint } from '@rapport/wire';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';

/** So many are shown until more are asked for. */
const SHOWN_AT_FIRST = 10;

/** The mood of each message, the latest first. */
export function MoodsHeard({ points }: { readonly points: readonly MoodPoint[] }) {
  const { t, i18n } = useTranslation('about-me');
  const { t: common } = useTranslation('common');
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const latest = points.toReversed().slice(0, shown);
  return (
    <section>
      <h2 className="font-medium">{t('moods.heard')}</h2>
      <ol className="mt-2 divide-y divide-line border-y border-line">
        {latest.map(({ at, label }, index) => (
          // Two messages may share a moment: their place in a list that only grows at its end tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          <li key={`${at} ${index}`} className="flex flex-wrap justify-between gap-x-6 py-2">
            <span className="first-letter:uppercase">{moodWords(t, i18n.language, label)}</span>
            <time dateTime={at} className="text-muted">
              {new Date(at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </li>
        ))}
      </ol>
      {shown < points.length && (
        <Button shape="quiet" className="mt-2" onClick={() => setShown(shown + 50)}>
          {common('more')}
        </Button>
      )}
    </section>
  );
}

/** A mood as it is called here: the server names one or two, in English, such as "sad and lonely". */
function moodWords(t: TFunction<'about-me'>, language: string, label: string): string {
  const named = label
    .split(' and ')
    .map((name) => t(`moods.names.${name}` as 'moods.names.calm', { defaultValue: name }));
  return new Intl.ListFormat(language).format(named);
}
