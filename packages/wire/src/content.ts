import { z } from 'zod';
import { assistantId, pageQuery, text, time } from './primitives.ts';

/** Lower-case words joined by hyphens, such as `low-porosity-care`. */
export const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** Words of the address, beside which no passage or product of that id could be asked for. */
const RESERVED = new Set(['export', 'import', 'preview']);
/** What a passage or a product goes by. */
export const contentId = slug.refine((id) => !RESERVED.has(id), 'must not be export, import or preview');

/**
 * `live`: this is what is served. `draft`: kept, and what was served before stays. `retired`: nothing is served of it, not
 * even what a file says.
 */
const state = z.enum(['draft', 'live', 'retired']);
/** Whence comes what is answered from: a shipped file, an edit, or neither. */
const served = z.enum(['file', 'edit', 'nothing']);
/** Counts the edits of one passage or product; 0 while there is none. */
const revision = z.int().nonnegative();
/** A new one is served at once, or waits as a draft. */
const newState = z.enum(['draft', 'live']).default('live');
export const content = { state, served, revision, newState };

/** Who changed something. An account that was erased leaves no id, and the operator's token has none. */
const changedBy = z.object({
  kind: z.enum(['account', 'operator-token']),
  userId: z.string().nullable(),
});

export const contentSummary = z.object({
  id: z.string(),
  state,
  served,
  /** Whether a shipped file has it too, which deleting the edit would restore. */
  inFile: z.boolean(),
  revision,
});

/** One, whole: what was saved last, what is served, and what the file says. */
export const contentEntry = <Content extends z.ZodType>(schema: Content) =>
  contentSummary.extend({
    content: schema.nullable(),
    servedContent: schema.nullable(),
    fileContent: schema.nullable(),
  });

/** What can't be used as it stands; the last good one is served in its place. */
export const contentProblem = z.object({
  /** A file's name, or the id of an edit. */
  source: z.string(),
  kind: z.enum(['file', 'edit']),
  field: z.string(),
  problem: z.string(),
});
export type ContentProblem = z.infer<typeof contentProblem>;

export const contentQuery = z.strictObject({ assistant: assistantId });
export const contentPath = z.strictObject({ id: contentId });
export const contentListQuery = z.strictObject({
  ...pageQuery,
  assistant: assistantId,
  /** Words that the title, the text or the id hold. */
  q: text(1, 200).optional(),
  state: state.optional(),
  served: served.optional(),
});
export const contentPage = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int(),
    version: z.string(),
    problems: z.array(contentProblem),
  });

export const deleteContentQuery = contentQuery.extend({ revision: z.coerce.number().int().nonnegative().optional() });
/** What is served once the edit is gone. */
export const deletedContent = z.object({ served, version: z.string() });

export const contentImport = z.strictObject({
  /** True: say what it would do, and do nothing. */
  dryRun: z.boolean().default(false),
});
export const importedContent = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  retired: z.int(),
  version: z.string(),
});

export const contentRevisions = z.object({
  items: z.array(
    z.object({
      revision,
      state: z.enum(['draft', 'live', 'retired', 'deleted']),
      changedAt: time,
      changedBy,
      content: z.unknown(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
