import { SAFETY_NOTE_KINDS } from '@rapport/wire';
import { z } from 'zod';
import { repeatedIds } from './signal-definition.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/i, 'must be words joined by underscores')
  .max(60);
const words = z.string().min(3).max(200);
const pattern = z
  .instanceof(RegExp)
  .refine(({ flags }) => !/[gy]/.test(flags), { message: 'must not have the flags g or y' });

/** What about a picture hides a thing, as the reading of its quality names it. */
export const PHOTO_HIDERS = ['wet', 'product', 'dim', 'blurred'] as const;
export type PhotoHider = (typeof PHOTO_HIDERS)[number];

const property = z.strictObject({
  id,
  /** The field of the hair profile that it may be added to; null for what holds for the moment only. */
  field: id.nullable(),
  /** What a model is told to look for. */
  look: words,
  /** Each said after "I can see" or "I'd guess". `id` is one of the field's, where there is a field. */
  values: z.array(z.strictObject({ id, says: words })).min(1),
  /** How two neighbouring values are said as a range, with {value}; null where there is one value. */
  range: z.string().includes('{value}').nullable(),
  /** What takes the ground from it, and how that is said after "though". */
  hiddenBy: z.partialRecord(z.enum(PHOTO_HIDERS), words),
});

const sign = z.strictObject({
  id,
  look: words,
  /** Said after "I can see". */
  says: words,
  note: z.enum(SAFETY_NOTE_KINDS),
  /** Whom it should be shown to, and when that can't wait: whole sentences. */
  advice: z.string().min(20).max(400),
});

const guidedQuestion = z.strictObject({
  id,
  /** The field of the hair profile that an answer fills; when it is known, it is not asked. */
  field: id,
  question: z.string().min(20).max(240).endsWith('?'),
  /** In the order they are tried, on lower-case text without apostrophes. Null: understood, and nothing to keep. */
  answers: z.array(z.strictObject({ value: id.nullable(), pattern })).min(2),
});

/** What an assistant looks for in people's photos, what it can't tell from one, and what it asks where nobody can look. */
export const photosDefinition = z
  .strictObject({
    properties: z.array(property).min(1),
    /** What wants a doctor's eyes: said as what is seen, never as what it is. */
    signs: z.array(sign),
    /** Asked after a sign, instead of anything else. */
    signQuestion: words.endsWith('?'),
    /** What no photo tells, said after "no photo tells me": a list in words. */
    untold: words,
    questions: z.array(guidedQuestion).min(1),
  })
  .superRefine(({ properties, signs, questions }, context) => {
    for (const [path, list] of Object.entries({ properties, signs, questions })) {
      for (const message of repeatedIds(list.map((each) => each.id)))
        context.addIssue({ code: 'custom', path: [path], message });
    }
  });

export type PhotosDefinition = z.output<typeof photosDefinition>;
export type PhotosInput = z.input<typeof photosDefinition>;
export type PhotoProperty = PhotosDefinition['properties'][number];

/** What of a photos definition the hair profile does not know, a sentence each; empty when they fit. */
export function problemsOfPhotos(
  { properties, questions }: PhotosDefinition,
  fields: readonly { readonly id: string; readonly values: readonly { readonly id: string }[] }[],
): string[] {
  const problemOf = (what: string, field: string, values: readonly (string | null)[]): string[] => {
    const found = fields.find((each) => each.id === field);
    if (found === undefined) return [`${what}: the hair profile has no field "${field}"`];
    return values
      .filter((value) => value !== null && !found.values.some((each) => each.id === value))
      .map((value) => `${what}: the field "${field}" has no value "${value}"`);
  };
  return [
    ...properties.flatMap(({ id: name, field, values }) =>
      field === null
        ? []
        : problemOf(
            name,
            field,
            values.map((value) => value.id),
          ),
    ),
    ...questions.flatMap(({ id: name, field, answers }) =>
      problemOf(
        name,
        field,
        answers.map(({ value }) => value),
      ),
    ),
  ];
}
