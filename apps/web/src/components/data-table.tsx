import {
  type Column,
  createColumnHelper,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns });

/** One column of a table. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly name: string;
  /** What it sorts by, where all rows are there to be sorted; a column without it can't be sorted. */
  readonly sortBy?: (row: Row) => string | number | null;
  /** Numbers stand under each other by their digits. */
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  /** What the table holds, for who can't see the heading above it. */
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Loads the rows after these; left out where there are no more. */
  readonly loadMore?: (() => void) | undefined;
  readonly isLoadingMore?: boolean;
}

/**
 * Rows under named columns. On a narrow screen each row is a card whose values carry their column's name, so that nothing
 * has to be scrolled sideways. Sorts where a column says by what.
 */
export function DataTable<Row extends RowData>({
  caption,
  columns,
  rows,
  keyOf,
  loadMore,
  isLoadingMore = false,
}: DataTableProps<Row>) {
  const { t } = useTranslation('common');
  const defined = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map(({ id, name, sortBy }) =>
      helper.accessor((row): unknown => sortBy?.(row) ?? null, {
        id,
        header: name,
        enableSorting: sortBy !== undefined,
        sortUndefined: 'last',
      }),
    );
  }, [columns]);
  const table = useTable({ features, columns: defined, data: rows, getRowId: keyOf });
  const byId = new Map(columns.map((column) => [column.id, column]));
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <>
      <table className="w-full border-collapse text-start max-md:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-b border-soft">
            {headers.map(({ id, column }) => (
              <th
                key={id}
                scope="col"
                aria-sort={ariaSortOf(column)}
                className={`px-3 py-2 text-sm font-semibold text-muted first:ps-0 last:pe-0 ${byId.get(id)?.isNumber ? 'text-end' : 'text-start'}`}
              >
                <HeaderCell name={byId.get(id)?.name ?? ''} column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:grid max-md:gap-3">
          {table.getRowModel().rows.map((row) => (
            <tr
              key={row.id}
              className="border-b border-line align-top max-md:block max-md:rounded-2xl max-md:border max-md:p-3 md:hover:bg-tint"
            >
              {columns.map(({ id, name, isNumber, cell }) => (
                <td
                  key={id}
                  className={`px-3 py-2.5 first:ps-0 last:pe-0 max-md:flex max-md:justify-between max-md:gap-4 max-md:px-0 max-md:py-1 max-md:text-end ${isNumber ? 'tabular-nums md:text-end' : ''}`}
                >
                  <span aria-hidden="true" className="shrink-0 text-start text-sm text-muted md:hidden">
                    {name}
                  </span>
                  <span className="min-w-0 break-words">{cell(row.original)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {loadMore !== undefined && (
        <p className="mt-4 text-center">
          <Button shape="outlined" aria-disabled={isLoadingMore} onClick={loadMore}>
            {isLoadingMore ? t('loading') : t('more')}
          </Button>
        </p>
      )}
    </>
  );
}

type SortableColumn<Row extends RowData> = Column<typeof features, Row, unknown>;

function ariaSortOf<Row extends RowData>(column: SortableColumn<Row>): 'ascending' | 'descending' | 'none' | undefined {
  if (!column.getCanSort()) return undefined;
  const direction = column.getIsSorted();
  if (direction === false) return 'none';
  return direction === 'asc' ? 'ascending' : 'descending';
}

interface HeaderCellProps<Row extends RowData> {
  readonly name: string;
  readonly column: SortableColumn<Row>;
}

function HeaderCell<Row extends RowData>({ name, column }: HeaderCellProps<Row>) {
  if (!column.getCanSort()) return name;
  const direction = column.getIsSorted();
  const Arrow = direction === false ? ArrowUpDown : direction === 'asc' ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      className="inline-flex min-h-6 items-center gap-1 rounded text-start font-semibold hover:text-ink"
      onClick={column.getToggleSortingHandler()}
    >
      {name}
      <Arrow className="size-3.5 shrink-0" />
    </button>
  );
}
