import { z } from 'zod';
import { SAFETY_NOTE_KINDS } from './chat.ts';
import { content, contentEntry, contentId, contentImport, contentListQuery, contentSummary, slug } from './content.ts';
import { assistantId, isStorableText, text } from './primitives.ts';

/** Longest body of a passage, in UTF-16 code units: some ten times what a passage should have. */
const MAX_BODY_LENGTH = 20_000;

/** The front matter of a knowledge file. The Markdown below it is the passage's body. */
export const passageFrontMatter = z.strictObject({
  id: contentId,
  title: text(3, 120),
  tags: z.array(slug).min(1).max(40),
  /** How people ask for it, in their own words; searched beside title, tags and body. */
  questions: z.array(text(5, 300)).min(3).max(60),
  /** The answer in short: 25 to 65 words that stand alone, the assistant's own voice, no headings or lists. */
  answer: text(60, 460),
  /** The next useful thing to ask the person, one question. */
  next: text(1, 160).refine((value) => value.endsWith('?'), 'must be one question and end with "?"'),
  sources: z
    .array(
      z.strictObject({
        title: text(3, 300),
        url: z.url({ protocol: /^https$/, error: 'must be a URL that begins with https://' }).max(2_000),
      }),
    )
    .min(1)
    .max(20),
  lastReviewed: z.iso.date(),
  /** Who checked it, or `editorial` while no professional has. */
  reviewer: text(3, 120),
  /** The note that must accompany the passage, or null. */
  safety: z.enum(SAFETY_NOTE_KINDS).nullable(),
});

/** A whole passage: what a knowledge file says, its body included. */
export const passage = passageFrontMatter.extend({
  body: z
    .string()
    .trim()
    .min(1)
    .max(MAX_BODY_LENGTH)
    .refine(isStorableText, { message: 'must not contain NUL or lone surrogate code units' }),
});

/** What whoever reads a reply is shown of a passage that it cites. */
export const citedPassage = passage.pick({
  id: true,
  title: true,
  body: true,
  sources: true,
  lastReviewed: true,
  reviewer: true,
});
export type CitedPassage = z.infer<typeof citedPassage>;
/** A passage or a product by the id that a reply gives it. */
export const referencePath = z.strictObject({ id: text(1, 120) });
/** Whose reply it was; left out, the first assistant that has one of this id. */
export const referenceQuery = z.strictObject({ assistant: assistantId.optional() });

export const passageSummary = contentSummary.extend({
  title: z.string(),
  tags: z.array(z.string()),
  lastReviewed: z.string(),
  reviewer: z.string(),
  safety: z.string().nullable(),
});
export const passageEntry = contentEntry(passage);
export type PassageEntry = z.infer<typeof passageEntry>;
export const listPassagesQuery = contentListQuery.extend({ tag: slug.optional() });
export const newPassage = z.strictObject({ passage, state: content.newState });
export const passageChange = z
  .strictObject({ passage: passage.optional(), state: content.state, revision: content.revision.optional() })
  .refine(({ passage: given, state }) => given !== undefined || state === 'retired', {
    path: ['passage'],
    message: 'must be there, unless state is retired',
  });

/** Most files of one import. */
const MOST_FILES = 10_000;

/** Markdown files with front matter, as the knowledge folder holds them. */
const passageFiles = z
  .array(z.strictObject({ name: text(1, 200), content: text(1, MAX_BODY_LENGTH * 2) }))
  .min(1)
  .max(MOST_FILES);
export const passageImport = contentImport.extend({
  files: passageFiles,
  /** True: what is served and not among the files is retired, so that they are all there is. */
  replace: z.boolean().default(false),
});
export const passageExport = z.object({ assistant: z.string(), version: z.string(), files: passageFiles });

export const previewQuestion = z.strictObject({
  question: text(1, 8_000),
  limit: z.int().min(1).max(20).default(5),
});
export const knowledgePreview = z.object({
  version: z.string(),
  passages: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** Orders the passages of one question, and means nothing across questions. */
      score: z.number(),
      /** Whether the match is good enough to answer from; weaker ones are only offered. */
      answers: z.boolean(),
      served: content.served,
    }),
  ),
  /** What the built-in model would say to a person it knows nothing of. */
  reply: z.object({
    text: z.string(),
    citations: z.array(z.object({ id: z.string(), title: z.string(), url: z.string().optional() })),
  }),
});
export type KnowledgePreview = z.infer<typeof knowledgePreview>;
