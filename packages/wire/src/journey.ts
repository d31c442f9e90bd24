import { z } from 'zod';
import { JOURNEY_STAGES, PERSONAS } from './chat.ts';
import { assistantId, id, time } from './primitives.ts';

const stage = z.enum(JOURNEY_STAGES);
const persona = z.enum(PERSONAS);

/** A step, with the person's own words that brought it and the message they stand in. */
const proof = { quotes: z.array(z.string()), messageId: id, conversationId: id, movedAt: time };

export const journeyQuery = z.strictObject({ assistant: assistantId });
/** Where a person is on an assistant's journey and as whom they come across, and what brought them there. */
export const journeyAnswer = z.object({
  /** In their order; empty for an assistant that has no journey. */
  stages: z.array(z.object({ id: stage, name: z.string() })),
  stage: stage.nullable(),
  /** The latest first. */
  moves: z.array(
    z.object({ from: stage.nullable(), to: stage, reason: z.enum(['first-words', 'event', 'repeated']), ...proof }),
  ),
  /** As whom a person may come across; empty for an assistant that tells nobody apart. */
  personas: z.array(persona),
  persona: persona.nullable(),
  /** The person said so themselves: nothing they write changes it. */
  isPersonaChosen: z.boolean(),
  personaMoves: z.array(
    z.object({ from: persona.nullable(), to: persona, reason: z.enum(['first-words', 'overtaken']), ...proof }),
  ),
});
export type JourneyAnswer = z.infer<typeof journeyAnswer>;

/** What an assistant wants to know of people's hair: the fields of its `hairProfile` and what each may be. */
export const hairFields = z.object({
  fields: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      several: z.boolean(),
      values: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
});
export type HairFields = z.infer<typeof hairFields>;
