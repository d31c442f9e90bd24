import type { AnalyticsDashboard, DashboardSection } from '@rapport/wire';

/**
 * A section as a table of `section,figure,of,value` (RFC 4180): every section has the same four columns, and `of` says of
 * what the figure is, such as a day or a model. A value that is null is empty, and why is a row `noData`.
 */
export function dashboardCsv(dashboard: AnalyticsDashboard, section: DashboardSection): string {
  const rows = [['section', 'figure', 'of', 'value'], ...rowsOf(dashboard[section]).map((row) => [section, ...row])];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function rowsOf(value: unknown, figure = '', of = ''): string[][] {
  if (Array.isArray(value)) return value.flatMap((item) => rowsOfItem(item, figure, of));
  if (typeof value !== 'object' || value === null) return [[figure, of, value === null ? '' : String(value)]];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' ? rowsOf(inner, join(figure, name), of) : [[join(figure, name), of, String(inner)]],
  );
}

/** An item's words say of what its numbers are. */
function rowsOfItem(item: unknown, figure: string, of: string): string[][] {
  if (typeof item !== 'object' || item === null) return [[figure, of, String(item)]];
  const entries = Object.entries(item);
  const words = entries.filter(([name, value]) => typeof value === 'string' || name === 'weeksAfter');
  const place = [of, ...words.map(([, value]) => String(value))].filter((word) => word !== '').join(' / ');
  return entries
    .filter((entry) => !words.includes(entry))
    .map(([name, value]) => [join(figure, name), place, value === null ? '' : String(value)]);
}

const join = (figure: string, name: string): string => (figure === '' ? name : `${figure}.${name}`);

/**
 * A spreadsheet runs a cell that begins like a formula: such text gets an apostrophe before it, as OWASP's "CSV Injection"
 * page advises. Numbers stay numbers.
 */
function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
  const safe = !isNumber && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
