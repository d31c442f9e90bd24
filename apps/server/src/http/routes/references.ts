import type { LivingContent } from '@rapport/core/content/living-content.ts';
import { citedPassage, product, referencePath, referenceQuery } from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { notFound } from '../problems.ts';

export interface ReferenceRouteDependencies {
  readonly content: Pick<LivingContent, 'servedOf'>;
  readonly assistants: readonly { readonly id: string }[];
}

/**
 * What a reply refers to, for whoever reads it: the passage behind a citation and the product behind a name, as they are
 * served now. What was retired since is not there any more.
 */
export const referenceRoutes =
  ({ content, assistants }: ReferenceRouteDependencies) =>
  (server: HttpServer) => {
    const tags = ['Conversations'];
    const config = { access: 'user' } as const;

    /** What is served by the assistant named, or by all of them. */
    const servedBy = (named: string | undefined) =>
      assistants
        .filter(({ id }) => named === undefined || id === named)
        .flatMap(({ id }) => content.servedOf(id) ?? []);

    server.get(
      '/api/v1/passages/:id',
      {
        config,
        schema: {
          tags,
          summary: 'The passage that a reply cites',
          params: referencePath,
          querystring: referenceQuery,
          response: { 200: citedPassage, ...PROBLEM_RESPONSES },
        },
      },
      async ({ params, query }) => {
        for (const { passages } of servedBy(query.assistant)) {
          const found = passages.find(({ id }) => id === params.id);
          if (found === undefined) continue;
          const { id, title, body, sources, lastReviewed, reviewer } = found;
          return { id, title, body, sources, lastReviewed, reviewer };
        }
        throw notFound('passage');
      },
    );

    server.get(
      '/api/v1/products/:id',
      {
        config,
        schema: {
          tags,
          summary: 'A product that a reply names; null stands for what is not on file',
          params: referencePath,
          querystring: referenceQuery,
          response: { 200: product, ...PROBLEM_RESPONSES },
        },
      },
      async ({ params, query }) => {
        for (const { catalogue } of servedBy(query.assistant)) {
          const found = catalogue?.products.find(({ id }) => id === params.id);
          if (found !== undefined) return found;
        }
        throw notFound('product');
      },
    );
  };
