import { z } from 'zod';

/** Longest text of a person's message, in UTF-16 code units, as the contract states. */
export const MAX_MESSAGE_LENGTH = 8_000;

/**
 * True for text PostgreSQL can keep and JSON can carry byte for byte: no NUL (PostgreSQL's `text` refuses it) and no
 * lone surrogate (it has no UTF-8 form and would come back changed).
 */
export const isStorableText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** A string that round-trips through the database unchanged. Add `.min()` and `.max()` before this check through {@link text}. */
export const text = (minimum: number, maximum: number) =>
  z
    .string()
    .min(minimum)
    .max(maximum)
    .refine(isStorableText, { message: 'must not contain NUL or lone surrogate code units' })
    .meta({ pattern: '^[^\\u0000]*$' });

/** Any RFC 9562 UUID in canonical form; ids made here are version 7. Upper case is folded, as PostgreSQL does. */
export const id = z.guid().toLowerCase().meta({ format: 'uuid' });

/** ISO 8601 UTC time, as every time in the API. */
export const time = z.iso.datetime();

/** An assistant's id, as its folder names it, such as `sienna` or `jumbo`. */
export const assistantId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z][a-z0-9-]*$/, 'must be an assistant id: lower-case letters, digits and hyphens');

export const pageQuery = {
  cursor: text(1, 512).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};

/** One page of a list: `nextCursor` is null on the last page. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const emptyBody = z.strictObject({}).nullish();
