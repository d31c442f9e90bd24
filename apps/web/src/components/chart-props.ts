import type { ReactNode } from 'react';

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
