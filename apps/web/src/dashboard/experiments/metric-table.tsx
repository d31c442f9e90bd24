import type { MetricResult } from '@rapport/wire';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { useFormats } from '../formats.ts';

interface MetricTableProps {
  readonly heading: string;
  readonly results: readonly MetricResult[];
}

type Row = { readonly result: MetricResult; readonly variant: MetricResult['variants'][number] };

const CERTAINTY_DIGITS = 3;

/** Each variant on each metric, with intervals that stay valid however often one looks. */
export function MetricTable({ heading, results }: MetricTableProps) {
  const { t } = useTranslation('dashboard');
  const { count, share, mean } = useFormats();
  const written = (result: MetricResult, value: number) => (result.kind === 'proportion' ? share(value) : mean(value));
  const signed = (result: MetricResult, value: number) => `${value > 0 ? '+' : ''}${written(result, value)}`;
  const columns: TableColumn<Row>[] = [
    {
      id: 'metric',
      name: t('experiments.metric'),
      cell: ({ result }) => (
        <>
          <span className="font-medium">{t(`experiments.metrics.${result.metric}`)}</span>
          <span className="block text-sm text-muted">{t(`experiments.better.${result.better}`)}</span>
        </>
      ),
    },
    { id: 'variant', name: t('experiments.variant'), cell: ({ variant }) => variant.variant },
    { id: 'people', name: t('experiments.inIt'), isNumber: true, cell: ({ variant }) => count(variant.people) },
    {
      id: 'mean',
      name: t('experiments.mean'),
      isNumber: true,
      cell: ({ result, variant }) => (variant.mean === null ? t('campaigns.tooFew') : written(result, variant.mean)),
    },
    {
      id: 'difference',
      name: t('experiments.difference'),
      isNumber: true,
      cell: ({ result, variant: { difference } }) =>
        difference === null ? t('experiments.control') : signed(result, difference.estimate),
    },
    {
      id: 'interval',
      name: t('experiments.interval'),
      isNumber: true,
      cell: ({ result, variant: { difference } }) =>
        difference === null
          ? '–'
          : `${signed(result, difference.sequentialInterval.low)} … ${signed(result, difference.sequentialInterval.high)}`,
    },
    {
      id: 'p',
      name: t('experiments.pValue'),
      isNumber: true,
      cell: ({ variant: { difference } }) =>
        difference === null ? '–' : difference.sequentialPValue.toFixed(CERTAINTY_DIGITS),
    },
    {
      id: 'chance',
      name: t('experiments.chance'),
      isNumber: true,
      cell: ({ variant: { difference } }) => (difference === null ? '–' : share(difference.chanceToWin)),
    },
  ];
  const rows = results.flatMap((result) => result.variants.map((variant): Row => ({ result, variant })));
  return (
    <section aria-label={heading}>
      <h2 className="mb-3 text-lg font-semibold">{heading}</h2>
      <DataTable
        caption={heading}
        columns={columns}
        rows={rows}
        keyOf={({ result, variant }) => `${result.metric} ${variant.variant}`}
      />
    </section>
  );
}
