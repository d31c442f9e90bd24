import { z } from 'zod';

const face = z.strictObject({ accent: z.string(), onAccent: z.string(), surface: z.string() });

/** `{name}`, `{accountName}`, `{assistant}` and `{brand}` are the words a greeting may leave open. */
const greeting = z
  .string()
  .min(1)
  .max(400)
  .refine((value) => (value.match(/\{[^}]*\}/g) ?? []).every((slot) => GREETING_SLOTS.has(slot)), {
    message: 'may use {name}, {accountName}, {assistant} and {brand} only',
  });
const GREETING_SLOTS = new Set(['{name}', '{accountName}', '{assistant}', '{brand}']);

const assistantDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  name: z.string().min(1).max(40),
  /** `guide`: answers from knowledge for a brand. `companion`: listens, reflects, asks. */
  kind: z.enum(['guide', 'companion']),
  tagline: z.string().min(1).max(120),
  brand: z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
    name: z.string().min(1).max(80),
    focus: z.string().min(1).max(120),
  }),
  /** The sentence by which it says that it is an AI: shown beside the conversation and said in it. */
  disclosure: z
    .string()
    .min(10)
    .max(240)
    .regex(/\bAI\b/, 'must say that it is an AI'),
  /** Minutes of continuing use after which the disclosure is said again; 180 is New York's and California's rule. */
  disclosureEveryMinutes: z.int().min(1).max(180).default(180),
  accepts: z.strictObject({ images: z.boolean() }),
  starters: z.array(z.string().min(1).max(120)).min(3),
  theme: z.strictObject({ light: face, dark: face }),
  /** Whether it asks people what to call them. */
  asksForName: z.boolean(),
  greetings: z.strictObject({
    /** First time here, the name is not known and not asked for, or the person would rather not say. */
    stranger: greeting,
    /** Been here before, the name is not known and not asked for again. */
    returningStranger: greeting,
    /** First time here with a known name. */
    introduction: greeting,
    /** Been here before with a known name. */
    welcomeBack: greeting,
    /** Asks for the name; an account gives one to go by. */
    askNameOfAccount: greeting,
    /** Asks for the name; nothing is known. */
    askName: greeting,
  }),
  /** Models to try in order, as `<provider>/<model>`. The built-in model is always added last. */
  models: z.array(z.string().regex(/^[a-z-]+\/.+$/)),
  /** The role and voice given to vendors' models, in Markdown. */
  instructions: z.string().min(1),
  /** Folder of passages and the brand's synonyms; null for an assistant that answers from no knowledge base. */
  knowledge: z
    .strictObject({
      directory: z.instanceof(URL),
      /** Ways to say one thing, found as one; `near` are terms close in meaning, found with less weight. */
      synonyms: z.array(
        z.strictObject({
          term: z.string().min(1),
          forms: z.array(z.string().min(1)).readonly(),
          near: z.array(z.string().min(1)).readonly().exactOptional(),
        }),
      ),
    })
    .nullable(),
});

/** One assistant: who it is, how it greets, what it knows and which models speak for it. */
export type AssistantDefinition = z.output<typeof assistantDefinition>;
export type AssistantInput = z.input<typeof assistantDefinition>;

/**
 * Checks an assistant's definition and returns it complete.
 *
 * @throws TypeError naming the assistant, each field that is wrong and why.
 */
export function defineAssistant(input: AssistantInput): AssistantDefinition {
  const result = assistantDefinition.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'definition'}: ${issue.message}`);
  throw new TypeError(`The assistant "${input.id}" is not defined well: ${problems.join('; ')}`);
}
