import { ChartLine, Table } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

/** The library that draws comes when a chart does: whoever came to talk doesn't load it. */
const ChartDrawing = lazy(async () => ({ default: (await import('./chart-drawing.tsx')).ChartDrawing }));

/** One line, one row of bars or one area of a chart. */
export interface ChartSeries<Row> {
  /** What it is called in the legend and at the head of its column. */
  readonly name: string;
  /** Null is a gap: nothing is drawn across it. */
  readonly valueIn: (row: Row) => number | null;
  /** Where one chart mixes shapes; the chart's own kind without it. */
  readonly kind?: ChartKind;
}

type ChartKind = 'line' | 'bar' | 'area';

export interface ChartProps<Row> {
  /** What is measured; the caption, and the name of the drawing and of the table. */
  readonly title: string;
  /** What is to be seen in it, in a sentence, for whoever can't or won't look. */
  readonly summary?: ReactNode;
  readonly kind: ChartKind;
  readonly rows: readonly Row[];
  /** What stands along the bottom, and is the first column of the table. */
  readonly along: {
    readonly name: string;
    readonly labelOf: (row: Row) => string;
    /** Shorter, for the axis, where the label is long. */
    readonly tickOf?: (row: Row) => string;
  };
  readonly series: readonly ChartSeries<Row>[];
  /** How a value is written: in the language of the page, with its unit. */
  readonly format: (value: number) => string;
  /** Lowest and highest value of the axis; what the values call for without it. */
  readonly range?: readonly [number, number];
  /** The values to mark along the side, with `format`; chosen by the drawing without it. */
  readonly marks?: readonly number[];
  readonly isStacked?: boolean;
  /** Opens what is behind a row: by pressing its place in the drawing, or its name in the table. */
  readonly open?: (row: Row) => void;
  /** Further controls beside the one that turns it into a table. */
  readonly tools?: ReactNode;
  /** Height of the drawing; `h-64` without it. */
  readonly className?: string;
}

/** A chart, and the same as a table at the press of a button. An empty one says so. */
export function Chart<Row>(props: ChartProps<Row>) {
  const { title, summary, rows, series, tools, className = 'h-64' } = props;
  const { t } = useTranslation('common');
  const [isTable, setIsTable] = useState(false);
  const captionId = useId();
  const hasValues = rows.some((row) => series.some(({ valueIn }) => valueIn(row) !== null));
  return (
    <figure aria-labelledby={captionId} className="rounded-3xl border border-line bg-raised p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <figcaption className="min-w-0">
          <span id={captionId} className="font-medium">
            {title}
          </span>
          {summary !== undefined && <span className="block text-sm text-muted text-pretty">{summary}</span>}
        </figcaption>
        <div className="flex flex-wrap items-center gap-1">
          {tools}
          {hasValues && (
            <Button
              shape="quiet"
              className="flex min-h-11 items-center gap-2 text-sm lg:min-h-9"
              onClick={() => setIsTable(!isTable)}
            >
              {isTable ? <ChartLine className="size-4.5" /> : <Table className="size-4.5" />}
              {t(isTable ? 'chart.asChart' : 'chart.asTable')}
              <span className="sr-only">: {title}</span>
            </Button>
          )}
        </div>
      </div>
      {!hasValues ? (
        <p className={`grid place-items-center text-center text-muted ${className}`}>{t('chart.noData')}</p>
      ) : isTable ? (
        <ChartTable {...props} />
      ) : (
        <div className="mt-3">
          {series.length > 1 && <Legend names={series.map(({ name }) => name)} />}
          <div className={className}>
            <Suspense fallback={<div aria-hidden="true" className="size-full animate-pulse rounded-2xl bg-tint" />}>
              <ChartDrawing {...(props as ChartProps<unknown>)} />
            </Suspense>
          </div>
        </div>
      )}
    </figure>
  );
}

/** The colours of the series, in order; a seventh begins anew. Each has 3:1 on the surface in both themes. */
const LEGEND_LOOKS = [
  'border-chart-1 bg-chart-1',
  'border-chart-2',
  'border-chart-3 bg-chart-3',
  'border-chart-4',
  'border-chart-5 bg-chart-5',
  'border-chart-6',
];

function Legend({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {names.map((name, index) => (
        <li key={name} className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className={`size-3 rounded-full border-2 ${LEGEND_LOOKS[index % LEGEND_LOOKS.length] ?? ''}`}
          />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** The chart in figures. Scrolls by itself where it is wide, so that the page doesn't. */
function ChartTable<Row>({ title, rows, along, series, format, open }: ChartProps<Row>) {
  const { t } = useTranslation('common');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section aria-label={title} tabIndex={0} className="mt-3 max-h-96 overflow-auto rounded-2xl border border-line">
      <table className="w-full text-start text-sm">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-raised">
          <tr className="border-b border-line">
            <th scope="col" className="px-3 py-2 text-start font-medium">
              {along.name}
            </th>
            {series.map(({ name }) => (
              <th key={name} scope="col" className="px-3 py-2 text-end font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={along.labelOf(row)}>
              <th scope="row" className="px-3 py-1.5 text-start font-normal whitespace-nowrap">
                {open === undefined ? (
                  along.labelOf(row)
                ) : (
                  <Button shape="link" className="min-h-6" onClick={() => open(row)}>
                    {along.labelOf(row)}
                  </Button>
                )}
              </th>
              {series.map(({ name, valueIn }) => {
                const value = valueIn(row);
                return (
                  <td key={name} className="px-3 py-1.5 text-end tabular-nums">
                    {value === null ? <span className="text-muted">{t('none')}</span> : format(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
