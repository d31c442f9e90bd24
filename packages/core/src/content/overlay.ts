import { doublesAmong } from '../catalogue/load.ts';
import { type Product, product } from '../catalogue/product.ts';
import { type Passage, passage } from '../knowledge/passage.ts';
import type { ContentFault, ContentKind, Entry, Served } from './entry.ts';

/** What a kind of content is, once it has been checked. */
export interface ContentOf {
  readonly passage: Passage;
  readonly product: Product;
}

/** What is served of one kind: edits laid over what the files say. */
export interface Overlay<Content> {
  readonly items: readonly Content[];
  readonly servedOf: ReadonlyMap<string, Served>;
  readonly faults: readonly ContentFault[];
}

const CHECKS = { passage, product } as const;

/** Edits as they were read, each checked once: the same object as long as the edit stays, so that what is made of it keeps. */
const checked = new WeakMap<
  object,
  { readonly content: unknown } | { readonly fault: Omit<ContentFault, 'kind' | 'source'> }
>();

/** An edit's content if this release can serve it, else what is wrong with it. */
export function checkContent<Kind extends ContentKind>(
  kind: Kind,
  content: unknown,
): { readonly content: ContentOf[Kind] } | { readonly fault: Omit<ContentFault, 'kind' | 'source'> } {
  const known = typeof content === 'object' && content !== null ? checked.get(content) : undefined;
  if (known !== undefined) return known as { readonly content: ContentOf[Kind] };
  const result = CHECKS[kind].safeParse(content);
  const issue = result.error?.issues[0];
  const verdict = result.success
    ? { content: result.data as ContentOf[Kind] }
    : { fault: { field: issue?.path.join('.') || kind, problem: issue?.message ?? 'is not valid' } };
  if (typeof content === 'object' && content !== null) checked.set(content, verdict);
  return verdict;
}

/**
 * What is served: of each id its edit, else what the file says, unless it is hidden. An edit that this release refuses
 * is a fault, and the file's is served in its place. New ones come after the files', in the order of their ids.
 */
export function overlay<Kind extends ContentKind>(
  kind: Kind,
  files: ReadonlyMap<string, ContentOf[Kind]>,
  entries: Iterable<Entry>,
): Overlay<ContentOf[Kind]> {
  const edits = new Map<string, ContentOf[Kind]>();
  const hidden = new Set<string>();
  const faults: ContentFault[] = [];
  for (const entry of entries) {
    if (entry.kind !== kind) continue;
    if (entry.isHidden) hidden.add(entry.id);
    if (entry.liveContent === null) continue;
    const verdict = checkContent(kind, entry.liveContent);
    if ('content' in verdict) edits.set(entry.id, verdict.content);
    else faults.push({ source: entry.id, kind: 'edit', ...verdict.fault });
  }
  const servedOf = new Map<string, Served>();
  const items: ContentOf[Kind][] = [];
  const serve = (id: string, item: ContentOf[Kind], from: Served) => {
    items.push(item);
    servedOf.set(id, from);
  };
  for (const [id, ofFile] of files) {
    const edit = edits.get(id);
    if (edit !== undefined) serve(id, edit, 'edit');
    else if (hidden.has(id)) servedOf.set(id, 'nothing');
    else serve(id, ofFile, 'file');
  }
  for (const [id, edit] of [...edits].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (!files.has(id)) serve(id, edit, 'edit');
  }
  return { items, servedOf, faults };
}

/** Products of which no two have a name in common; a file's gives way to an edit, and a later one to an earlier. */
export function withoutDoubles({ items, servedOf, faults }: Overlay<Product>): Overlay<Product> {
  if (doublesAmong(items).length === 0) return { items, servedOf, faults };
  const edited = items.filter(({ id }) => servedOf.get(id) === 'edit');
  const others = items.filter(({ id }) => servedOf.get(id) !== 'edit');
  const doubles = doublesAmong([...edited, ...others]);
  const dropped = new Set(doubles.map(({ id }) => id));
  return {
    items: items.filter(({ id }) => !dropped.has(id)),
    servedOf: new Map([...servedOf].map(([id, from]) => [id, dropped.has(id) ? 'nothing' : from])),
    faults: [
      ...faults,
      ...doubles.map(({ id, field, problem }) => ({
        source: id,
        kind: servedOf.get(id) === 'edit' ? ('edit' as const) : ('file' as const),
        field,
        problem,
      })),
    ],
  };
}
