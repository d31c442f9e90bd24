import { readFileSync } from 'node:fs';
import { PERSONAS } from '@rapport/wire';
import { z } from 'zod';
import { repeatedIds, signalOf, weightsOf } from './signal-definition.ts';

const personaId = z.enum(PERSONAS);
const personaWording = weightsOf(personaId);

/** Reads what `scripts/learn-labels.mjs` learnt of personas. Throws a ZodError for a file that is another thing. */
export const readPersonaWording = (file: URL) => personaWording.parse(JSON.parse(readFileSync(file, 'utf8')));
const said = z.string().min(4).max(160);

const kind = z.strictObject({
  id: personaId,
  name: z.string().min(1).max(40),
  /** Who they are, to be told to a model: a clause about "they". */
  meaning: z.string().min(10).max(200),
  /** How to talk with them, to be told to a model: depth, tone and length. */
  advice: z.string().min(10).max(300),
  /** The longest built-in reply to them, in words. */
  mostWords: z.int().min(30).max(160),
  /** How much of an answer they want: its first sentences, the usual, or the reasons too; `as-stage`: as the stage says. */
  depth: z.enum(['brief', 'usual', 'deep', 'as-stage']),
  /** Whether terms of the glossary are explained to them. */
  explainsTerms: z.boolean(),
  /** Lines a built-in reply may open with, which set its tone; none for the plain tone. No questions. */
  openings: z.array(said.refine((line) => !line.includes('?'), { message: 'must not ask anything' })),
});

/** Who people come across as, how that is told, and how replies fit each. */
export const personasDefinition = z
  .strictObject({
    kinds: z.array(kind).min(2),
    signals: z.array(signalOf(personaId)).min(1),
    /** How their wording differs, learnt from labelled messages; null: signals alone tell. */
    wording: personaWording.nullable().default(null),
    /** Terms of the field in plain words: a clause that follows "{term} means". */
    glossary: z
      .array(z.strictObject({ term: z.string().min(3).max(40), meaning: z.string().min(5).max(120) }))
      .default([]),
    moving: z
      .strictObject({
        /** What of each score is left after a message, 0 to 1. */
        fading: z.number().gt(0).lt(1),
        /** From what score a persona is believed at first. */
        first: z.number().gt(0).lt(1),
        /** By how much another must be ahead. */
        lead: z.number().gt(0).max(3),
      })
      // What was measured to suit five personas, by messages never learnt from.
      .default({ fading: 0.7, first: 0.5, lead: 0.5 }),
  })
  .superRefine(({ kinds, signals, wording }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    for (const message of repeatedIds(kinds.map(({ id }) => id))) refuse('kinds', message);
    for (const message of repeatedIds(signals.map(({ id }) => id))) refuse('signals', message);
    for (const { id } of kinds) {
      if (wording !== null && !wording.labels.includes(id))
        refuse('wording', `was learnt without "${id}": learn it anew`);
    }
  });

export type PersonasDefinition = z.output<typeof personasDefinition>;
export type PersonasInput = z.input<typeof personasDefinition>;
export type PersonaDefinition = PersonasDefinition['kinds'][number];
