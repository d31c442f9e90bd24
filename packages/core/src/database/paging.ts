/** A page of a list: `cursor` is what an earlier page gave, opaque to the caller. */
export interface PageRequest {
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** Thrown for a cursor that no page of ours gave. */
export class InvalidCursorError extends Error {
  constructor() {
    super('The cursor is not one that this list gave');
    this.name = 'InvalidCursorError';
  }
}

/** The page that `limit + 1` rows give: the last of them only says that there are more. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toCursor: (row: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? toCursor(last) : null,
  };
}

/** A cursor, opaque to the caller. */
export const writeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** What a cursor holds. Throws {@link InvalidCursorError}. */
export function readCursor(cursor: string): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values)) return values;
  } catch {
    throw new InvalidCursorError();
  }
  throw new InvalidCursorError();
}

/** What `toISOString` writes of a time that PostgreSQL holds: the years 0001 to 9999, without a sign. */
const ISO_TIME = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The time and id of a cursor over a list by time. Throws {@link InvalidCursorError}. */
export function readTimeCursor(cursor: string): { time: Date; id: string } {
  const [time, id] = readCursor(cursor);
  if (typeof time !== 'string' || typeof id !== 'string' || !ISO_TIME.test(time) || !UUID.test(id))
    throw new InvalidCursorError();
  const date = new Date(time);
  // The 30th of February is read as a day of March, the 25th hour not at all.
  if (Number.isNaN(date.getTime()) || date.toISOString() !== time) throw new InvalidCursorError();
  return { time: date, id };
}
