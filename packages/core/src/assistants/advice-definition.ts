import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { repeatedIds, weightsOf } from './signal-definition.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const pattern = z
  .instanceof(RegExp)
  .refine(({ flags }) => !/[gy]/.test(flags), { message: 'must not have the flags g or y' });

/** How an answer to how advice went reads: that something came of it, that it harmed, or neither. */
const answerWording = weightsOf(z.enum(['told', 'harmed', 'none']));

/** Reads what `scripts/learn-outcomes.mjs` learnt. Throws a ZodError for a file that is another thing. */
export const readAnswerWording = (file: URL) => answerWording.parse(JSON.parse(readFileSync(file, 'utf8')));

/** What can be advised. `care`: to see somebody who can help; asked after in other words, and never beside anything for sale. */
export const ADVICE_KINDS = ['technique', 'product', 'routine', 'style', 'care'] as const;
export type AdviceKind = (typeof ADVICE_KINDS)[number];

/** Sooner there is nothing to tell yet; later the advice is no longer the person's. In days. */
const askAfterDays = z.int().min(1).max(120);

/** When a kind of advice is asked after, and on what ground. */
const followUp = z.strictObject({
  askAfterDays,
  reason: z.string().min(20).max(400),
  sources: z.array(z.url({ protocol: /^https$/ })),
});

const item = z.strictObject({
  /** The passage of the knowledge base that tells it. */
  passage: slug,
  kind: z.enum(ADVICE_KINDS),
  /** In plain words, going on from "we talked about": "rinsing with something mildly acidic". */
  phrase: z
    .string()
    .min(6)
    .max(120)
    .regex(/^[a-z][^.?!]*$/, 'must go on from "we talked about": lower case, no stop'),
  /** How people call it later, in lower case and without apostrophes; beside the words of the phrase. */
  says: pattern.nullable().default(null),
  /** Where it takes another time than its kind, and why. */
  wait: z
    .strictObject({ days: askAfterDays, reason: z.string().min(10).max(300) })
    .nullable()
    .default(null),
  /** What it is for where the message doesn't say. */
  concern: z.string().nullable().default(null),
  /** A next step for whom it works, a sentence; null for the usual one. */
  next: z.string().max(200).nullable().default(null),
  /** Something smaller for whom it was too much, a sentence; null for the usual one. */
  smaller: z.string().max(200).nullable().default(null),
});

const concern = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, 'must be words joined by underscores'),
  /** Going on from "for your": "dry hair". */
  words: z.string().min(3).max(60),
  /** How people say it of a part of their hair; what it finds is told in their own words. Null: never. */
  said: pattern.nullable(),
});

/** What of an assistant's knowledge is advice, how it is called, and when it is asked after. */
export const adviceDefinition = z
  .strictObject({
    kinds: z.strictObject({
      technique: followUp,
      product: followUp,
      routine: followUp,
      style: followUp,
      care: followUp,
    }),
    items: z.array(item).min(1),
    /** Passages that explain and recommend nothing to do, or that are too painful to be brought up again. */
    informs: z.array(slug),
    concerns: z.array(concern),
    /** How people answer when they are asked how it went, learnt from labelled answers. */
    wording: answerWording,
  })
  .superRefine(({ items, informs, concerns }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    for (const message of repeatedIds([...items.map(({ passage }) => passage), ...informs])) refuse('items', message);
    for (const message of repeatedIds(concerns.map(({ id }) => id))) refuse('concerns', message);
    const known = new Set(concerns.map(({ id }) => id));
    for (const { passage, concern: named } of items) {
      if (named !== null && !known.has(named)) refuse('items', `${passage}: there is no concern "${named}"`);
    }
  });

export type AdviceDefinition = z.output<typeof adviceDefinition>;
export type AdviceInput = z.input<typeof adviceDefinition>;
export type AdviceItem = AdviceDefinition['items'][number];
