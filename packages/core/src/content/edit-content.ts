import { isDeepStrictEqual } from 'node:util';
import { doublesAmong } from '../catalogue/load.ts';
import type { Database } from '../database/database.ts';
import type { Clock } from '../runtime.ts';
import { changeContent, type EntryChange } from './content-store.ts';
import {
  type Actor,
  ContentConflictError,
  type ContentKind,
  ContentRefusedError,
  type Entry,
  type EntryState,
  type Served,
} from './entry.ts';
import type { LivingContent } from './living-content.ts';
import { checkContent, type ContentOf, overlay } from './overlay.ts';

export interface EditingContext {
  readonly database: Database;
  readonly living: LivingContent;
  readonly clock: Clock;
}

/** Whose content is edited, and by whom. */
export interface Editing<Kind extends ContentKind> {
  readonly assistant: string;
  readonly kind: Kind;
  readonly actor: Actor;
}

/** A passage or a product as an editor sees it. */
export interface ContentView<Content> {
  readonly id: string;
  readonly state: Exclude<EntryState, 'deleted'>;
  readonly served: Served;
  readonly revision: number;
  /** What was saved last; what the file says where nothing was. */
  readonly content: Content | null;
  readonly servedContent: Content | null;
  readonly fileContent: Content | null;
}

/** What an import did, or would do. */
export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly retired: number;
}

/** Everything of one kind: served, drafted and retired, in the order of the ids. Empty for an assistant without it. */
export function viewsOf<Kind extends ContentKind>(
  living: LivingContent,
  assistant: string,
  kind: Kind,
): ContentView<ContentOf[Kind]>[] {
  const served = living.servedOf(assistant);
  if (served === null) return [];
  const items = (
    kind === 'passage' ? served.passages : (served.catalogue?.products ?? [])
  ) as readonly ContentOf[Kind][];
  const servedItems = new Map(items.map((item) => [item.id, item]));
  const servedOf = kind === 'passage' ? served.servedPassages : served.servedProducts;
  const files = fileContentOf(living, assistant, kind);
  const entries = living.entriesOf(assistant, kind);
  const ids = new Set([...files.keys(), ...entries.keys()]);
  return [...ids].sort().flatMap((id): ContentView<ContentOf[Kind]>[] => {
    const entry = entries.get(id);
    const fileContent = files.get(id) ?? null;
    const edit = entry === undefined || entry.state === 'deleted' ? null : entry;
    if (edit === null && fileContent === null) return [];
    return [
      {
        id,
        state: edit === null ? 'live' : (edit.state as Exclude<EntryState, 'deleted'>),
        served: servedOf.get(id) ?? 'nothing',
        revision: edit?.revision ?? 0,
        content: edit === null || edit.content === null ? fileContent : usable(kind, edit.content),
        servedContent: servedItems.get(id) ?? null,
        fileContent,
      },
    ];
  });
}

/** An edit's content; null when this release can't serve it, as the faults of what is served say. */
function usable<Kind extends ContentKind>(kind: Kind, content: unknown): ContentOf[Kind] | null {
  const verdict = checkContent(kind, content);
  return 'content' in verdict ? verdict.content : null;
}

/** One of them; null when there is none. */
export const viewOf = <Kind extends ContentKind>(
  living: LivingContent,
  assistant: string,
  kind: Kind,
  id: string,
): ContentView<ContentOf[Kind]> | null => viewsOf(living, assistant, kind).find((view) => view.id === id) ?? null;

/**
 * Creates one. @throws ContentConflictError when a file or an edit has the id already; ContentRefusedError when it can't
 * be served beside the others.
 */
export async function createContent<Kind extends ContentKind>(
  context: EditingContext,
  editing: Editing<Kind>,
  content: ContentOf[Kind],
  state: 'draft' | 'live',
): Promise<void> {
  refuseUndated(context, editing.kind, [content]);
  if (fileContentOf(context.living, editing.assistant, editing.kind).has(content.id)) {
    const entry = context.living.entriesOf(editing.assistant, editing.kind).get(content.id);
    throw new ContentConflictError(content.id, entry === undefined || entry.state === 'deleted' ? 0 : entry.revision);
  }
  await store(context, editing, () => [{ id: content.id, from: 0, state, content }]);
}

/**
 * Saves one over what there is, be it a file's or an edit. `content` null, for what is retired, keeps what was saved.
 *
 * @param from the revision it was made from, 0 for a file's that was never edited.
 * @returns false when there is nothing of that id.
 * @throws ContentConflictError, ContentRefusedError
 */
export async function saveContent<Kind extends ContentKind>(
  context: EditingContext,
  editing: Editing<Kind>,
  edit: {
    readonly id: string;
    readonly from: number | null;
    readonly state: 'draft' | 'live' | 'retired';
    readonly content: ContentOf[Kind] | null;
  },
): Promise<boolean> {
  if (edit.content !== null) refuseUndated(context, editing.kind, [edit.content]);
  const inFile = fileContentOf(context.living, editing.assistant, editing.kind).has(edit.id);
  const stored = await store(context, editing, (entries) => {
    const entry = entries.get(edit.id);
    const isThere = entry !== undefined && entry.state !== 'deleted';
    return isThere || inFile ? [edit] : [];
  });
  return stored > 0;
}

/** Takes an edit away, so that what the file says is served again. Returns false when there is no edit. */
export async function deleteContent<Kind extends ContentKind>(
  context: EditingContext,
  editing: Editing<Kind>,
  { id, from }: { readonly id: string; readonly from: number | null },
): Promise<boolean> {
  const stored = await store(context, editing, (entries) => {
    const entry = entries.get(id);
    return entry === undefined || entry.state === 'deleted'
      ? []
      : [{ id, from, state: 'deleted' as const, content: null }];
  });
  return stored > 0;
}

/**
 * Saves many as live, over whatever there is: all of them or none. With `replace` they are all there is: what else is
 * served is retired, and edits that no file has are deleted.
 *
 * @throws ContentRefusedError when they can't be served together.
 */
export async function importContent<Kind extends ContentKind>(
  context: EditingContext,
  editing: Editing<Kind>,
  contents: readonly ContentOf[Kind][],
  { replace, dryRun }: { readonly replace: boolean; readonly dryRun: boolean },
): Promise<Imported> {
  const { living } = context;
  const { assistant, kind } = editing;
  const files = fileContentOf(living, assistant, kind);
  const given = new Map(contents.map((content) => [content.id, content]));
  let outcome: Imported = { added: 0, changed: 0, unchanged: 0, retired: 0 };
  const decide = (entries: ReadonlyMap<string, Entry>): EntryChange[] => {
    const servedNow = new Map(overlay(kind, files, entries.values()).items.map((item) => [item.id, item]));
    const changes: EntryChange[] = [];
    let unchanged = 0;
    for (const [id, content] of given) {
      const draft = entries.get(id)?.state === 'draft';
      if (!draft && isDeepStrictEqual(servedNow.get(id), content)) unchanged += 1;
      else changes.push({ id, from: null, state: 'live', content });
    }
    const leaving = replace
      ? [...new Set([...servedNow.keys(), ...entries.keys()])].filter((id) => !given.has(id))
      : [];
    const retired = leaving.flatMap((id): EntryChange[] => {
      const entry = entries.get(id);
      if (files.has(id)) return entry?.state === 'retired' ? [] : [{ id, from: null, state: 'retired', content: null }];
      return entry === undefined || entry.state === 'deleted'
        ? []
        : [{ id, from: null, state: 'deleted', content: null }];
    });
    const added = changes.filter(({ id }) => !servedNow.has(id)).length;
    outcome = { added, changed: changes.length - added, unchanged, retired: retired.length };
    return [...changes, ...retired];
  };
  if (dryRun) {
    await living.refresh({ files: false });
    const entries = living.entriesOf(assistant, kind);
    refuseTogether(kind, files, entries, decide(entries));
  } else {
    await store(context, editing, decide);
  }
  return outcome;
}

async function store<Kind extends ContentKind>(
  { database, clock, living }: EditingContext,
  { assistant, kind, actor }: Editing<Kind>,
  decide: (entries: ReadonlyMap<string, Entry>) => readonly EntryChange[],
): Promise<number> {
  const files = fileContentOf(living, assistant, kind);
  const stored = await changeContent(database, {
    assistant,
    kind,
    actor,
    at: clock.now(),
    decide(entries) {
      const changes = decide(entries);
      refuseTogether(kind, files, entries, changes);
      return changes;
    },
  });
  await living.edited();
  return stored;
}

/** Products of one name could not be told apart in a reply. Passages have their ids only, which the database keeps apart. */
function refuseTogether<Kind extends ContentKind>(
  kind: Kind,
  files: ReadonlyMap<string, ContentOf[Kind]>,
  entries: ReadonlyMap<string, Entry>,
  changes: readonly EntryChange[],
): void {
  if (kind !== 'product') return;
  const changed = new Map(entries);
  for (const { id, state, content } of changes) {
    if (state === 'draft') continue;
    const liveContent = state === 'live' ? content : null;
    changed.set(id, { kind, id, state, revision: 0, content, liveContent, isHidden: state === 'retired' });
  }
  const { items } = overlay('product', files as ReadonlyMap<string, ContentOf['product']>, changed.values());
  const touched = new Set(changes.map(({ id }) => id));
  // The changed ones last, so that it is they who are told.
  const inOrder = [...items].sort((one, other) => Number(touched.has(one.id)) - Number(touched.has(other.id)));
  const doubles = doublesAmong(inOrder).filter(({ id }) => touched.has(id));
  if (doubles.length > 0) {
    throw new ContentRefusedError(
      doubles.map(({ id, field, problem }) => ({ path: `${id}.${field}`, message: problem })),
    );
  }
}

/** The earliest zone of the world is fourteen hours ahead: a day that has begun nowhere is in the future. */
const AHEAD_MS = 14 * 3_600_000;

/** A day on which someone is to have checked it must have come. */
function refuseUndated<Kind extends ContentKind>(
  { clock }: EditingContext,
  kind: Kind,
  contents: readonly ContentOf[Kind][],
): void {
  const faults = contents.flatMap((content) => futureDate(kind, content, clock.now()) ?? []);
  if (faults.length > 0) throw new ContentRefusedError(faults);
}

/** What is wrong with the day on which something is to have been checked; null when it has come. */
export function futureDate<Kind extends ContentKind>(
  kind: Kind,
  content: ContentOf[Kind],
  now: Date,
): { readonly path: string; readonly message: string } | null {
  const latest = new Date(now.getTime() + AHEAD_MS).toISOString().slice(0, 10);
  const [field, date] =
    kind === 'passage'
      ? ['lastReviewed', (content as ContentOf['passage']).lastReviewed]
      : ['verifiedOn', (content as ContentOf['product']).verifiedOn];
  if (date === null || date === undefined || date <= latest) return null;
  return { path: field ?? kind, message: `must not be in the future; today is ${latest} at most` };
}

function fileContentOf<Kind extends ContentKind>(
  living: LivingContent,
  assistant: string,
  kind: Kind,
): ReadonlyMap<string, ContentOf[Kind]> {
  const shipped = living.shippedOf(assistant);
  const content =
    kind === 'passage'
      ? (shipped?.knowledge?.folder.passages ?? new Map())
      : new Map((shipped?.catalogue?.catalogue.products ?? []).map((product) => [product.id, product]));
  return content as ReadonlyMap<string, ContentOf[Kind]>;
}
