import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { type Actor, ContentConflictError, ContentRefusedError } from '@rapport/core/content/entry.ts';
import type { ContentView, EditingContext } from '@rapport/core/content/edit-content.ts';
import type { Revision } from '@rapport/core/content/content-store.ts';
import {
  type Page,
  type PageRequest,
  pageOf,
  readCursor,
  InvalidCursorError,
  writeCursor,
} from '@rapport/core/database/paging.ts';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems.ts';
import { personOf } from './accounts.ts';
import { noSuchAssistant } from './conversations.ts';

/** What the routes of knowledge and catalogue share. */
export interface ContentRouteDependencies {
  readonly editing: EditingContext;
  readonly assistants: readonly AssistantDefinition[];
}

/** The assistant that is asked about. @throws Problem when none of that id is served here. */
export function assistantOf({ assistants }: ContentRouteDependencies, id: string): AssistantDefinition {
  const found = assistants.find((assistant) => assistant.id === id);
  if (found === undefined) throw noSuchAssistant(assistants);
  return found;
}

/** Who edits. */
export function actorOf(request: FastifyRequest): Actor {
  const { source, userId } = personOf(request);
  return source === 'operator-token' ? { kind: 'operator-token', userId: null } : { kind: 'account', userId };
}

export const etagOf = (revision: number): string => `"${revision}"`;

/**
 * The revision an edit was made from, as the body or `If-Match` says it (RFC 9110 §13.1.1); null for `*`: whatever there
 * is. @throws Problem when neither says it, for else the slower of two editors would undo what the faster one did.
 */
export function revisionOf(request: FastifyRequest, given: number | undefined): number | null {
  if (given !== undefined) return given;
  const header = request.headers['if-match'];
  if (header?.trim() === '*') return null;
  const match = header === undefined ? null : /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header);
  if (match !== null) return Number(match[1]);
  throw new Problem(
    'VALIDATION_ERROR',
    'Say which revision this was made from: "revision", or an If-Match header with the ETag you read. 0 for what no one has edited; If-Match: * overrides whatever there is.',
    { errors: [{ path: 'revision', message: 'is required, or an If-Match header' }] },
  );
}

/** Runs an edit; what refuses it becomes a problem that says what to do. `under` is the path of the content in the body. */
export async function edit<Result>(what: string, under: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContentConflictError) {
      throw new Problem(
        'CONFLICT',
        error.revision === 0
          ? `A file has a ${what} "${error.id}" and no one has edited it. PUT to it with revision 0 to edit it.`
          : `The ${what} "${error.id}" is at revision ${error.revision} now. Read it, look at what changed, and send yours with that revision.`,
        { cause: error },
      );
    }
    if (error instanceof ContentRefusedError) {
      throw new Problem('VALIDATION_ERROR', 'The request is not valid: see errors for each field.', {
        errors: error.faults.slice(0, MOST_ERRORS).map(({ path, message }) => ({
          path: path.startsWith('body.') ? path : `${under}.${path}`,
          message: message.slice(0, 500),
        })),
        cause: error,
      });
    }
    throw error;
  }
}

/** Errors told of one import: enough to mend a file, and no answer without end. */
const MOST_ERRORS = 100;

export const sameId = (pathId: string, given: { readonly id: string } | undefined, field: string): void => {
  if (given === undefined || given.id === pathId) return;
  throw new Problem('VALIDATION_ERROR', 'The request is not valid: see errors for each field.', {
    errors: [{ path: `body.${field}.id`, message: `must be "${pathId}", as in the address` }],
  });
};

/** A page of views, in the order of their ids. Throws {@link InvalidCursorError}. */
export function pageOfViews<Content, Item>(
  views: readonly ContentView<Content>[],
  { cursor, limit }: PageRequest,
  toItem: (view: ContentView<Content>) => Item,
): Page<Item> & { readonly total: number } {
  const after = cursor === null ? '' : readCursor(cursor)[0];
  if (typeof after !== 'string') throw new InvalidCursorError();
  const rest = views.filter(({ id }) => id > after).slice(0, limit + 1);
  return { ...pageOf(rest, limit, toItem, ({ id }) => writeCursor([id])), total: views.length };
}

export const summaryOf = <Content>({ id, state, served, revision, fileContent }: ContentView<Content>) => ({
  id,
  state,
  served,
  revision,
  inFile: fileContent !== null,
});

export const entryOf = <Content>(view: ContentView<Content>) => ({
  ...summaryOf(view),
  content: view.content,
  servedContent: view.servedContent,
  fileContent: view.fileContent,
});

export const revisionsOf = ({ items, nextCursor }: Page<Revision>) => ({
  items: items.map(({ changedAt, actor, changedBy, ...revision }) => ({
    ...revision,
    changedAt: changedAt.toISOString(),
    changedBy: { kind: actor, userId: changedBy },
  })),
  nextCursor,
});

/** Whether a text holds every word of a query, whatever their case. */
export function holdsWords(text: string, query: string): boolean {
  const lower = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
