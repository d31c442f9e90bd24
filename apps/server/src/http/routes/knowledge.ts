import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
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

const PATH = '/api/v1/admin/knowledge';
const tags = ['Knowledge'];
const config = { access: 'operator' } as const;
/** Ten thousand passages of the usual length. */
const IMPORT_BYTES = 32 * 1_048_576;
const kind = 'passage';

/** For a brand's team: what an assistant knows, read, edited, tried, taken in and taken along. Past 300 lines for its nine routes. */
export const knowledgeRoutes = (dependencies: ContentRouteDependencies) => (server: HttpServer) => {
  const { editing } = dependencies;
  const { living, database, clock } = editing;
  const versionOf = (assistant: string) => living.servedOf(assistant)?.version ?? '';
  const knowing = (id: string): AssistantDefinition => {
    const assistant = assistantOf(dependencies, id);
    if (assistant.knowledge === null) throw new Problem('NOT_FOUND', `${assistant.name} answers from no knowledge.`);
    return assistant;
  };
  /** What is there now, edits of other instances included. */
  const fresh = () => living.refresh({ files: false });
  const read = (assistant: string, id: string): ContentView<Passage> => {
    const view = viewOf(living, assistant, kind, id);
    if (view === null) throw new Problem('NOT_FOUND', `There is no passage "${id}". GET ${PATH} lists them.`);
    return view;
  };
  const whole = (assistant: string, id: string) => entryOf(read(assistant, id));

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
    async (request) => {
      const { assistant, q, state, served, tag, cursor = null, limit } = request.query;
      knowing(assistant);
      await fresh();
      const views = viewsOf(living, assistant, kind).filter(
        (view) =>
          (state === undefined || view.state === state) &&
          (served === undefined || view.served === served) &&
          (tag === undefined || shownOf(view)?.tags.includes(tag) === true) &&
          (q === undefined || holdsWords(textOf(view), q)),
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
        summary: 'What is served, as Markdown files with front matter that the knowledge folder and an import take',
        querystring: contentQuery,
        response: { 200: passageExport, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { assistant } = request.query;
      knowing(assistant);
      await fresh();
      const passages = living.servedOf(assistant)?.passages ?? [];
      return reply.header('content-disposition', `attachment; filename="${assistant}-knowledge.json"`).send({
        assistant,
        version: versionOf(assistant),
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
    async (request, reply) => {
      const { assistant } = request.query;
      knowing(assistant);
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
        summary: 'Every edit of a passage, the latest first, with what it said, who made it and when',
        params: contentPath,
        querystring: contentQuery.extend(pageQuery),
        response: { 200: contentRevisions, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { assistant, cursor = null, limit } = request.query;
      knowing(assistant);
      return revisionsOf(await readRevisions(database, { assistant, kind, id: request.params.id }, { cursor, limit }));
    },
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
      const { assistant } = request.query;
      knowing(assistant);
      const { passage, state } = request.body;
      const by = { assistant, kind, actor: actorOf(request) } as const;
      await edit('passage', 'body.passage', () => createContent(editing, by, passage, state));
      const entry = whole(assistant, passage.id);
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
      const { assistant } = request.query;
      const { id } = request.params;
      knowing(assistant);
      const { passage, state, revision } = request.body;
      sameId(id, passage, 'passage');
      const from = revisionOf(request, revision);
      const by = { assistant, kind, actor: actorOf(request) } as const;
      const saved = await edit('passage', 'body.passage', () =>
        saveContent(editing, by, { id, from, state, content: passage ?? null }),
      );
      if (!saved) throw new Problem('NOT_FOUND', `There is no passage "${id}". POST ${PATH} adds one.`);
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
      knowing(assistant);
      const from = revisionOf(request, revision);
      const by = { assistant, kind, actor: actorOf(request) } as const;
      const deleted = await edit('passage', 'query', () => deleteContent(editing, by, { id, from }));
      if (!deleted) {
        read(assistant, id);
        throw new Problem('CONFLICT', `"${id}" is a file’s and no one has edited it. PUT it with state "retired".`);
      }
      const served = viewOf(living, assistant, kind, id)?.served ?? 'nothing';
      return { served, version: versionOf(assistant) };
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
      const assistant = knowing(request.query.assistant);
      await fresh();
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
      const { assistant } = request.query;
      knowing(assistant);
      const { files, replace, dryRun } = request.body;
      const by = { assistant, kind, actor: actorOf(request) } as const;
      const imported = await edit('passage', 'body.files', async () =>
        importContent(editing, by, await readPassageFiles(files, clock.now()), { replace, dryRun }),
      );
      return { ...imported, version: versionOf(assistant) };
    },
  );
};

/** What a list shows of a passage: what is served, else what waits. */
const shownOf = ({ servedContent, content, fileContent }: ContentView<Passage>): Passage | null =>
  servedContent ?? content ?? fileContent;

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
