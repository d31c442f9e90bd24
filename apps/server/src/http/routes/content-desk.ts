import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { readRevisions } from '@rapport/core/content/content-store.ts';
import {
  type ContentView,
  createContent,
  deleteContent,
  type Editing,
  importContent,
  saveContent,
  viewOf,
  viewsOf,
} from '@rapport/core/content/edit-content.ts';
import type { ContentKind } from '@rapport/core/content/entry.ts';
import type { ContentOf } from '@rapport/core/content/overlay.ts';
import type { PageRequest } from '@rapport/core/database/paging.ts';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems.ts';
import {
  actorOf,
  assistantOf,
  type ContentRouteDependencies,
  edit,
  entryOf,
  holdsWords,
  pageOfViews,
  revisionOf,
  revisionsOf,
  sameId,
} from './content.ts';

/** What tells one kind of content from another where it is edited over HTTP. */
export interface ContentDeskDefinition<Kind extends ContentKind> {
  readonly kind: Kind;
  readonly path: string;
  /** Whose one is that no one has edited. */
  readonly ofFile: string;
  /** Why an assistant has none of the kind at all; null when it may have some. */
  readonly refusalOf: (assistant: AssistantDefinition) => string | null;
  /** What a search for words reads of one. */
  readonly textOf: (view: ContentView<ContentOf[Kind]>) => string;
}

interface ListQuery {
  readonly assistant: string;
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  readonly served?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * What a brand's team does with one kind of content, whichever it is: list, read, add, edit, take back and take in. The
 * routes say under which address and in which shape. Everything throws a Problem where the assistant has no such content.
 */
export function contentDesk<Kind extends ContentKind>(
  dependencies: ContentRouteDependencies,
  { kind, path, ofFile, refusalOf, textOf }: ContentDeskDefinition<Kind>,
) {
  type Content = ContentOf[Kind];
  type View = ContentView<Content>;
  const { editing } = dependencies;
  const { living, database } = editing;

  const versionOf = (assistant: string): string => living.servedOf(assistant)?.version ?? '';

  const holder = (id: string): AssistantDefinition => {
    const assistant = assistantOf(dependencies, id);
    const refusal = refusalOf(assistant);
    if (refusal !== null) throw new Problem('NOT_FOUND', refusal);
    return assistant;
  };

  /** The assistant and what is there now, edits of other instances included. */
  const fresh = async (id: string): Promise<AssistantDefinition> => {
    const assistant = holder(id);
    await living.refresh({ files: false });
    return assistant;
  };

  const read = (assistant: string, id: string): View => {
    const view = viewOf(living, assistant, kind, id);
    if (view === null) throw new Problem('NOT_FOUND', `There is no ${kind} "${id}". GET ${path} lists them.`);
    return view;
  };
  const entry = (assistant: string, id: string) => entryOf(read(assistant, id));

  const editingBy = (request: FastifyRequest, assistant: string): Editing<Kind> => ({
    assistant,
    kind,
    actor: actorOf(request),
  });

  return {
    fresh,
    versionOf,

    async list<Item>(query: ListQuery, fits: (view: View) => boolean, toItem: (view: View) => Item) {
      const { assistant, q, state, served, cursor = null, limit } = query;
      await fresh(assistant);
      const views = viewsOf(living, assistant, kind).filter(
        (view) =>
          (state === undefined || view.state === state) &&
          (served === undefined || view.served === served) &&
          fits(view) &&
          (q === undefined || holdsWords(textOf(view), q)),
      );
      return {
        ...pageOfViews(views, { cursor, limit }, toItem),
        version: versionOf(assistant),
        problems: [...(living.servedOf(assistant)?.faults ?? [])],
      };
    },

    async read(assistant: string, id: string) {
      await fresh(assistant);
      return entry(assistant, id);
    },

    async revisions(assistant: string, id: string, page: PageRequest) {
      holder(assistant);
      return revisionsOf(await readRevisions(database, { assistant, kind, id }, page));
    },

    async create(request: FastifyRequest, assistant: string, content: Content, state: 'draft' | 'live') {
      holder(assistant);
      await edit(kind, `body.${kind}`, () => createContent(editing, editingBy(request, assistant), content, state));
      return entry(assistant, content.id);
    },

    async save(
      request: FastifyRequest,
      assistant: string,
      id: string,
      given: {
        readonly content: Content | undefined;
        readonly state: 'draft' | 'live' | 'retired';
        readonly revision: number | undefined;
      },
    ) {
      holder(assistant);
      const { content, state, revision } = given;
      sameId(id, content, kind);
      const from = revisionOf(request, revision);
      const saved = await edit(kind, `body.${kind}`, () =>
        saveContent(editing, editingBy(request, assistant), { id, from, state, content: content ?? null }),
      );
      if (!saved) throw new Problem('NOT_FOUND', `There is no ${kind} "${id}". POST ${path} adds one.`);
      return entry(assistant, id);
    },

    async remove(request: FastifyRequest, assistant: string, id: string, revision: number | undefined) {
      holder(assistant);
      const from = revisionOf(request, revision);
      const deleted = await edit(kind, 'query', () =>
        deleteContent(editing, editingBy(request, assistant), { id, from }),
      );
      if (!deleted) {
        read(assistant, id);
        throw new Problem('CONFLICT', `"${id}" is ${ofFile} and no one has edited it. PUT it with state "retired".`);
      }
      return { served: viewOf(living, assistant, kind, id)?.served ?? 'nothing', version: versionOf(assistant) };
    },

    /** `field`: where in the body the contents stand, which `contents` reads. */
    async takeIn(
      request: FastifyRequest,
      assistant: string,
      { field, contents }: { readonly field: string; readonly contents: () => Promise<Content[]> | Content[] },
      how: { readonly replace: boolean; readonly dryRun: boolean },
    ) {
      holder(assistant);
      const imported = await edit(kind, `body.${field}`, async () =>
        importContent(editing, editingBy(request, assistant), await contents(), how),
      );
      return { ...imported, version: versionOf(assistant) };
    },
  };
}
