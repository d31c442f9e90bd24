import type { Product } from '@rapport/core/catalogue/product.ts';
import type { ContentView } from '@rapport/core/content/edit-content.ts';
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
import { type ContentRouteDependencies, etagOf, shownOf, summaryOf } from './content.ts';
import { contentDesk } from './content-desk.ts';

const PATH = '/api/v1/admin/catalogue';
const tags = ['Catalogue'];
const config = { access: 'operator' } as const;
/** Two thousand products of the usual length. */
const IMPORT_BYTES = 8 * 1_048_576;

/** For a brand's team: its products, read, edited, and the sample data replaced by its own. */
export const catalogueRoutes = (dependencies: ContentRouteDependencies) => (server: HttpServer) => {
  const { living, clock } = dependencies.editing;
  const desk = contentDesk(dependencies, {
    kind: 'product',
    path: PATH,
    ofFile: 'the file’s',
    refusalOf: ({ name, catalogue }) => (catalogue === null ? `${name} sells nothing.` : null),
    textOf: (view) => `${view.id} ${JSON.stringify(view.content ?? shownOf(view))}`,
  });

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
    async ({ query }) =>
      desk.list(
        query,
        (view) => query.sample === undefined || String(shownOf(view)?.sample ?? false) === query.sample,
        toSummary,
      ),
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
      await desk.fresh(assistant);
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
    async ({ query, params }, reply) => {
      const entry = await desk.read(query.assistant, params.id);
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
    async ({ query: { assistant, cursor = null, limit }, params }) =>
      desk.revisions(assistant, params.id, { cursor, limit }),
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
      const { product, state } = request.body;
      const entry = await desk.create(request, request.query.assistant, product, state);
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
      const { product: content, state, revision } = request.body;
      const edited = { content, state, revision };
      const entry = await desk.save(request, request.query.assistant, request.params.id, edited);
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
      return desk.remove(request, assistant, request.params.id, revision);
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
      const { products, replace, dryRun } = request.body;
      const contents = () => readProducts(products, clock.now());
      return desk.takeIn(request, request.query.assistant, { field: 'products', contents }, { replace, dryRun });
    },
  );
};

function toSummary(view: ContentView<Product>) {
  const shown = shownOf(view);
  return {
    ...summaryOf(view),
    name: shown?.name ?? view.id,
    category: shown?.category ?? '',
    sample: shown?.sample ?? false,
  };
}
