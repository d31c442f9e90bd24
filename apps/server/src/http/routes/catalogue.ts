import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import type { Product } from '@rapport/core/catalogue/product.ts';
import { readRevisions } from '@rapport/core/content/content-store.ts';
import {
  type ContentView,
  createContent,
  deleteContent,
  importContent,
  saveContent,
  viewOf,
  viewsOf,
} from '@rapport/core/content/edit-content.ts';
import { readProducts } from '@rapport/core/content/import-products.ts';
import {
  contentPage,
  contentPath,
  contentQuery,
  contentRevisions,
  deleteContentQuery,
  deletedContent,
  importedContent,
  listProductsQuery,
  newProduct,
  pageQuery,
  productChange,
  productEntry,
  productExport,
  productImport,
  productSummary,
} from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { Problem } from '../problems.ts';
import {
  actorOf,
  assistantOf,
  type ContentRouteDependencies,
  edit,
  entryOf,
  etagOf,
  holdsWords,
  pageOfViews,
  revisionOf,
  revisionsOf,
  sameId,
  summaryOf,
} from './content.ts';

const PATH = '/api/v1/admin/catalogue';
const tags = ['Catalogue'];
const config = { access: 'operator' } as const;
/** Two thousand products of the usual length. */
const IMPORT_BYTES = 8 * 1_048_576;
const kind = 'product';

/** For a brand's team: its products, read, edited, and the sample data replaced by its own. */
export const catalogueRoutes = (dependencies: ContentRouteDependencies) => (server: HttpServer) => {
  const { editing } = dependencies;
  const { living, database, clock } = editing;
  const versionOf = (assistant: string) => living.servedOf(assistant)?.version ?? '';
  const selling = (id: string): AssistantDefinition => {
    const assistant = assistantOf(dependencies, id);
    if (assistant.catalogue === null) throw new Problem('NOT_FOUND', `${assistant.name} sells nothing.`);
    return assistant;
  };
  /** What is there now, edits of other instances included. */
  const fresh = () => living.refresh({ files: false });
  const read = (assistant: string, id: string): ContentView<Product> => {
    const view = viewOf(living, assistant, kind, id);
    if (view === null) throw new Problem('NOT_FOUND', `There is no product "${id}". GET ${PATH} lists them.`);
    return view;
  };
  const whole = (assistant: string, id: string) => entryOf(read(assistant, id));

  server.get(
    PATH,
    {
      config,
      schema: {
        tags,
        summary: 'The products of an assistant with what is served of each; `sample` finds what is to be replaced',
        querystring: listProductsQuery,
        response: { 200: contentPage(productSummary), ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { assistant, q, state, served, sample, cursor = null, limit } = request.query;
      selling(assistant);
      await fresh();
      const views = viewsOf(living, assistant, kind).filter(
        (view) =>
          (state === undefined || view.state === state) &&
          (served === undefined || view.served === served) &&
          (sample === undefined || String(shownOf(view)?.sample ?? false) === sample) &&
          (q === undefined || holdsWords(`${view.id} ${JSON.stringify(view.content ?? shownOf(view))}`, q)),
      );
      return {
        ...pageOfViews(views, { cursor, limit }, toSummary),
        version: versionOf(assistant),
        problems: [...(living.servedOf(assistant)?.faults ?? [])],
      };
    },
  );

  server.get(
    `${PATH}/export`,
    {
      config,
      schema: {
        tags,
        summary: 'What is served, as the products.json that an assistant’s package and an import take',
        querystring: contentQuery,
        response: { 200: productExport, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { assistant } = request.query;
      selling(assistant);
      await fresh();
      return reply
        .header('content-disposition', `attachment; filename="${assistant}-products.json"`)
        .send({ products: [...(living.servedOf(assistant)?.catalogue?.products ?? [])] });
    },
  );

  server.get(
    `${PATH}/:id`,
    {
      config,
      schema: {
        tags,
        summary: 'One product: what was saved last, what is served and what the file says. Its ETag is the revision',
        params: contentPath,
        querystring: contentQuery,
        response: { 200: productEntry, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { assistant } = request.query;
      selling(assistant);
      await fresh();
      const entry = whole(assistant, request.params.id);
      return reply.header('etag', etagOf(entry.revision)).send(entry);
    },
  );

  server.get(
    `${PATH}/:id/revisions`,
    {
      config,
      schema: {
        tags,
        summary: 'Every edit of a product, the latest first, with what it said, who made it and when',
        params: contentPath,
        querystring: contentQuery.extend(pageQuery),
        response: { 200: contentRevisions, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { assistant, cursor = null, limit } = request.query;
      selling(assistant);
      return revisionsOf(await readRevisions(database, { assistant, kind, id: request.params.id }, { cursor, limit }));
    },
  );

  server.post(
    PATH,
    {
      config,
      schema: {
        tags,
        summary: 'Add a product; it is recommended everywhere at once, or waits as a draft',
        querystring: contentQuery,
        body: newProduct,
        response: { 201: productEntry, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { assistant } = request.query;
      selling(assistant);
      const { product, state } = request.body;
      const by = { assistant, kind, actor: actorOf(request) } as const;
      await edit('product', 'body.product', () => createContent(editing, by, product, state));
      const entry = whole(assistant, product.id);
      return reply.code(201).header('etag', etagOf(entry.revision)).send(entry);
    },
  );

  server.put(
    `${PATH}/:id`,
    {
      config,
      schema: {
        tags,
        summary: 'Edit a product, the file’s or one of one’s own, or retire it',
        params: contentPath,
        querystring: contentQuery,
        body: productChange,
        response: { 200: productEntry, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { assistant } = request.query;
      const { id } = request.params;
      selling(assistant);
      const { product, state, revision } = request.body;
      sameId(id, product, 'product');
      const from = revisionOf(request, revision);
      const by = { assistant, kind, actor: actorOf(request) } as const;
      const saved = await edit('product', 'body.product', () =>
        saveContent(editing, by, { id, from, state, content: product ?? null }),
      );
      if (!saved) throw new Problem('NOT_FOUND', `There is no product "${id}". POST ${PATH} adds one.`);
      const entry = whole(assistant, id);
      return reply.header('etag', etagOf(entry.revision)).send(entry);
    },
  );

  server.delete(
    `${PATH}/:id`,
    {
      config,
      schema: {
        tags,
        summary: 'Take an edit away: what the file says is served again, and nothing where no file has it',
        params: contentPath,
        querystring: deleteContentQuery,
        response: { 200: deletedContent, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { assistant, revision } = request.query;
      const { id } = request.params;
      selling(assistant);
      const from = revisionOf(request, revision);
      const by = { assistant, kind, actor: actorOf(request) } as const;
      const deleted = await edit('product', 'query', () => deleteContent(editing, by, { id, from }));
      if (!deleted) {
        read(assistant, id);
        throw new Problem('CONFLICT', `"${id}" is the file’s and no one has edited it. PUT it with state "retired".`);
      }
      const served = viewOf(living, assistant, kind, id)?.served ?? 'nothing';
      return { served, version: versionOf(assistant) };
    },
  );

  server.post(
    `${PATH}/import`,
    {
      config,
      bodyLimit: IMPORT_BYTES,
      schema: {
        tags,
        summary:
          'Replace the catalogue by a whole products.json, all of it or nothing, with every row that is wrong named',
        querystring: contentQuery,
        body: productImport,
        response: { 200: importedContent, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { assistant } = request.query;
      selling(assistant);
      const { products, replace, dryRun } = request.body;
      const by = { assistant, kind, actor: actorOf(request) } as const;
      const imported = await edit('product', 'body.products', () =>
        importContent(editing, by, readProducts(products, clock.now()), { replace, dryRun }),
      );
      return { ...imported, version: versionOf(assistant) };
    },
  );
};

/** What a list shows of a product: what is served, else what waits. */
const shownOf = ({ servedContent, content, fileContent }: ContentView<Product>): Product | null =>
  servedContent ?? content ?? fileContent;

function toSummary(view: ContentView<Product>) {
  const shown = shownOf(view);
  return {
    ...summaryOf(view),
    name: shown?.name ?? view.id,
    category: shown?.category ?? '',
    sample: shown?.sample ?? false,
  };
}
