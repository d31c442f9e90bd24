import type { ContentView } from '@rapport/core/content/edit-content.ts';
import { readPassageFiles } from '@rapport/core/content/import-passages.ts';
import { writePassage } from '@rapport/core/knowledge/load.ts';
import type { Passage } from '@rapport/core/knowledge/passage.ts';
import { previewQuestion } from '@rapport/core/turn/preview.ts';
import {
  contentPage,
  contentPath,
  contentQuery,
  contentRevisions,
  deleteContentQuery,
  deletedContent,
  importedContent,
  knowledgePreview,
  listPassagesQuery,
  newPassage,
  pageQuery,
  passageChange,
  passageEntry,
  passageExport,
  passageImport,
  passageSummary,
  previewQuestion as previewBody,
} from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { Problem } from '../problems.ts';
import { type ContentRouteDependencies, etagOf, shownOf, summaryOf } from './content.ts';
import { contentDesk } from './content-desk.ts';

const PATH = '/api/v1/admin/knowledge';
const tags = ['Knowledge'];
const config = { access: 'operator' } as const;
/** Ten thousand passages of the usual length. */
const IMPORT_BYTES = 32 * 1_048_576;

/** For a brand's team: what an assistant knows, read, edited, tried, taken in and taken along. */
export const knowledgeRoutes = (dependencies: ContentRouteDependencies) => (server: HttpServer) => {
  const { living, clock } = dependencies.editing;
  const desk = contentDesk(dependencies, {
    kind: 'passage',
    path: PATH,
    ofFile: 'a file’s',
    refusalOf: ({ name, knowledge }) => (knowledge === null ? `${name} answers from no knowledge.` : null),
    textOf,
  });

  server.get(
    PATH,
    {
      config,
      schema: {
        tags,
        summary: 'The passages of an assistant with what is served of each, and what can’t be used as it stands',
        querystring: listPassagesQuery,
        response: { 200: contentPage(passageSummary), ...PROBLEM_RESPONSES },
      },
    },
    async ({ query }) =>
      desk.list(
        query,
        (view) => query.tag === undefined || shownOf(view)?.tags.includes(query.tag) === true,
        toSummary,
      ),
  );

  server.get(
    `${PATH}/export`,
    {
      config,
      schema: {
        tags,
        summary: 'What is served, as Markdown files with front matter that the knowledge folder and an import take',
        querystring: contentQuery,
        response: { 200: passageExport, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { assistant } = request.query;
      await desk.fresh(assistant);
      const passages = living.servedOf(assistant)?.passages ?? [];
      return reply.header('content-disposition', `attachment; filename="${assistant}-knowledge.json"`).send({
        assistant,
        version: desk.versionOf(assistant),
        files: passages.map((passage) => ({ name: `${passage.id}.md`, content: writePassage(passage) })),
      });
    },
  );

  server.get(
    `${PATH}/:id`,
    {
      config,
      schema: {
        tags,
        summary: 'One passage: what was saved last, what is served and what the file says. Its ETag is the revision',
        params: contentPath,
        querystring: contentQuery,
        response: { 200: passageEntry, ...PROBLEM_RESPONSES },
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
        summary: 'Every edit of a passage, the latest first, with what it said, who made it and when',
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
        summary: 'Add a passage; it is served everywhere at once, or waits as a draft',
        querystring: contentQuery,
        body: newPassage,
        response: { 201: passageEntry, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { passage, state } = request.body;
      const entry = await desk.create(request, request.query.assistant, passage, state);
      return reply.code(201).header('etag', etagOf(entry.revision)).send(entry);
    },
  );

  server.put(
    `${PATH}/:id`,
    {
      config,
      schema: {
        tags,
        summary: 'Edit a passage, a file’s or one of one’s own, or retire it',
        params: contentPath,
        querystring: contentQuery,
        body: passageChange,
        response: { 200: passageEntry, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { passage: content, state, revision } = request.body;
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
    `${PATH}/preview`,
    {
      config,
      schema: {
        tags,
        summary: 'Which passages a question would find, and what the built-in model would say with which sources',
        querystring: contentQuery,
        body: previewBody,
        response: { 200: knowledgePreview, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const assistant = await desk.fresh(request.query.assistant);
      const served = living.servedOf(assistant.id);
      if (served === null) throw new Problem('NOT_FOUND', 'Nothing is served of that assistant.');
      const { passages, reply } = previewQuestion(assistant, served, request.body.question, request.body.limit);
      return {
        version: served.version,
        passages: passages.map(({ passage: { id, title }, score, answers }) => ({
          id,
          title,
          score: Math.round(score * 1_000) / 1_000,
          answers,
          served: served.servedPassages.get(id) ?? ('nothing' as const),
        })),
        reply: { text: reply.text, citations: [...reply.citations] },
      };
    },
  );

  server.post(
    `${PATH}/import`,
    {
      config,
      bodyLimit: IMPORT_BYTES,
      schema: {
        tags,
        summary: 'Take in Markdown files with front matter: all of them or none, with every file that is wrong named',
        querystring: contentQuery,
        body: passageImport,
        response: { 200: importedContent, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { files, replace, dryRun } = request.body;
      const contents = () => readPassageFiles(files, clock.now());
      return desk.takeIn(request, request.query.assistant, { field: 'files', contents }, { replace, dryRun });
    },
  );
};

function toSummary(view: ContentView<Passage>) {
  const shown = shownOf(view);
  return {
    ...summaryOf(view),
    title: shown?.title ?? view.id,
    tags: shown?.tags ?? [],
    lastReviewed: shown?.lastReviewed ?? '',
    reviewer: shown?.reviewer ?? '',
    safety: shown?.safety ?? null,
  };
}

function textOf(view: ContentView<Passage>): string {
  const shown = view.content ?? shownOf(view);
  if (shown === null) return view.id;
  return [shown.id, shown.title, ...shown.tags, ...shown.questions, shown.answer, shown.body].join('\n');
}
