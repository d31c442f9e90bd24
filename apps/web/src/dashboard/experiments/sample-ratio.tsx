import type { ExperimentResults } from '@rapport/wire';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../formats.ts';

/** Whether as many people are in each variant as should be. Where not, no figure below can be trusted, and that comes first. */
export function SampleRatio({ ratio }: { readonly ratio: ExperimentResults['sampleRatio'] }) {
  const { t } = useTranslation('dashboard');
  const { count } = useFormats();
  const { isMismatch, pValue, variants } = ratio;
  const people = variants
    .map(({ variant, people: here, expected }) =>
      t('experiments.ratioOf', { variant, people: count(here), expected: count(Math.round(expected)) }),
    )
    .join(' · ');
  if (!isMismatch) {
    return (
      <p className="text-sm text-muted">
        {t(pValue === null ? 'experiments.ratioUnknown' : 'experiments.ratioFine')} {people}
      </p>
    );
  }
  return (
    <div role="alert" className="flex gap-3 rounded-2xl border-2 border-alarm p-4">
      <TriangleAlert className="mt-0.5 size-5 shrink-0 text-alarm" />
      <div>
        <p className="font-semibold">{t('experiments.mismatch')}</p>
        <p className="text-pretty">{t('experiments.mismatchMeans')}</p>
        <p className="mt-1 text-sm text-muted">{people}</p>
      </div>
    </div>
  );
}
