import { SAFETY_NOTE_KINDS } from '@rapport/wire';
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** The front matter of a knowledge file. The Markdown below it is the passage's body. */
export const passageFrontMatter = z.strictObject({
  id: slug,
  title: z.string().min(3).max(120),
  tags: z.array(slug).min(1),
  /** How people ask for it, in their own words; searched beside title, tags and body. */
  questions: z.array(z.string().min(5)).min(3),
  /** The answer in short: 25 to 65 words that stand alone, the assistant's own voice, no headings or lists. */
  answer: z.string().min(60).max(460),
  /** The next useful thing to ask the person, one question. */
  next: z.string().max(160).endsWith('?'),
  sources: z.array(z.strictObject({ title: z.string().min(3), url: z.url({ protocol: /^https$/ }) })).min(1),
  lastReviewed: z.iso.date(),
  /** Who checked it, or `editorial` while no professional has. */
  reviewer: z.string().min(3),
  /** The note that must accompany the passage, or null. */
  safety: z.enum(SAFETY_NOTE_KINDS).nullable(),
});

/** One passage of an assistant's knowledge: the unit that is found, quoted and cited. */
export type Passage = z.infer<typeof passageFrontMatter> & { readonly body: string };

/** A passage found for a question. `score` orders results of one search and means nothing across searches. */
export interface FoundPassage {
  readonly passage: Passage;
  readonly score: number;
  /** True when the match is good enough to answer from; weaker ones are only offered. */
  readonly answers: boolean;
}
