import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import type { ChartProps } from './chart.tsx';

const COLOURS = [1, 2, 3, 4, 5, 6].map((number) => `var(--chart-${number})`);
/** Lines differ by more than colour (WCAG 1.4.1). */
const DASHES = ['0', '7 4', '2 3', '10 3 2 3', '12 4', '4 2'];
/** Beyond so many points a dot at each hides the line. */
const MOST_DOTS = 60;
const TICK = { fill: 'var(--muted)', fontSize: 12 };
const MARGIN = { top: 8, right: 8, bottom: 0, left: 0 };

interface Point {
  readonly label: string;
  readonly tick: string;
  readonly [series: `series${number}`]: number | null;
}

/** The drawing of a chart, in the theme of the page. Arrow keys go from point to point. Only `chart.tsx` draws it. */
export function ChartDrawing(props: ChartProps<unknown>) {
  const { title, kind, rows, along, series, format, range, marks, isStacked = false, open } = props;
  const { i18n } = useTranslation();
  const isRightToLeft = i18n.dir() === 'rtl';
  const points = useMemo(
    () =>
      rows.map(
        (row): Point => ({
          label: along.labelOf(row),
          tick: (along.tickOf ?? along.labelOf)(row),
          ...Object.fromEntries(series.map(({ valueIn }, index) => [`series${index}`, valueIn(row)])),
        }),
      ),
    [rows, along, series],
  );
  const openPoint = (index: unknown) => {
    const row = rows[Number(index)];
    if (open !== undefined && row !== undefined) open(row);
  };
  return (
    <ComposedChart
      responsive
      data={points}
      title={title}
      aria-label={title}
      margin={MARGIN}
      className={`size-full text-sm [&_:focus]:outline-offset-4 ${open === undefined ? '' : 'cursor-pointer'}`}
      onClick={({ activeTooltipIndex }) => openPoint(activeTooltipIndex ?? -1)}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="label"
        reversed={isRightToLeft}
        tickFormatter={(label: string) => tickOf(points, label)}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: 'var(--soft)' }}
        minTickGap={24}
        interval="preserveStartEnd"
      />
      <YAxis
        orientation={isRightToLeft ? 'right' : 'left'}
        width="auto"
        tickFormatter={format}
        tick={TICK}
        tickLine={false}
        axisLine={false}
        {...(range === undefined ? {} : { domain: [...range] })}
        {...(marks === undefined ? {} : { ticks: [...marks] })}
      />
      {range !== undefined && range[0] < 0 && <ReferenceLine y={0} stroke="var(--soft)" />}
      <Tooltip
        cursor={{ stroke: 'var(--soft)', fill: 'var(--tint)' }}
        content={(tooltip) => <PointNote {...tooltip} format={format} />}
      />
      {series.map(({ name, kind: own = kind }, index) => {
        const shared = { name, dataKey: `series${index}`, ...(isStacked ? { stackId: 'all' } : {}) };
        const colour = COLOURS[index % COLOURS.length] ?? '';
        if (own === 'bar') return <Bar key={name} {...shared} fill={colour} radius={isStacked ? 0 : [4, 4, 0, 0]} />;
        const line = {
          ...shared,
          type: 'monotone' as const,
          stroke: colour,
          strokeWidth: 2,
          strokeDasharray: DASHES[index % DASHES.length] ?? '0',
          connectNulls: false,
          dot: points.length <= MOST_DOTS ? dotOf(colour, index) : false,
        };
        return own === 'area' ? (
          <Area key={name} {...line} fill={colour} fillOpacity={0.16} />
        ) : (
          <Line key={name} {...line} />
        );
      })}
    </ComposedChart>
  );
}

/** Full and hollow by turns, as points without a line between them differ by more than colour too. */
const dotOf = (colour: string, index: number) => ({
  r: 3.5,
  fill: index % 2 === 0 ? colour : 'var(--raised)',
  stroke: colour,
  strokeWidth: 2,
  strokeDasharray: '0',
});

const tickOf = (points: readonly Point[], label: string): string =>
  points.find((point) => point.label === label)?.tick ?? label;

/** What a point says, where the pointer or the arrow keys are. */
function PointNote({ active, label, payload, format }: TooltipContentProps & Pick<ChartProps<unknown>, 'format'>) {
  if (!active || payload.length === 0) return null;
  return (
    <div className="rounded-xl border border-line bg-surface px-3 py-2 text-sm shadow-lifted">
      <p className="font-medium">{label}</p>
      {payload.map(({ name, value, color }) => (
        <p key={String(name)} className="flex items-center gap-2">
          <svg viewBox="0 0 8 8" className="size-2" aria-hidden="true">
            <circle cx="4" cy="4" r="4" fill={color} />
          </svg>
          <span className="grow">{name}</span>
          <span className="tabular-nums">{typeof value === 'number' ? format(value) : '–'}</span>
        </p>
      ))}
    </div>
  );
}
