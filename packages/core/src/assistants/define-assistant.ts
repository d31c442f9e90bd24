import { z } from 'zod';
import { adviceDefinition } from './advice-definition.ts';
import { compileAvoided, NOTHING_ALLOWED } from './avoided-words.ts';
import { BRAND_SECTION_IDS, withBrandSections } from './brand-sections.ts';
import { campaignsDefinition } from './campaigns-definition.ts';
import { concernsDefinition } from './concerns-definition.ts';
import { sayIssue } from './definition-issues.ts';
import { hairProfileDefinition } from './hair-profile-definition.ts';
import { handOffDefinition } from './hand-off-definition.ts';
import { hoursDefinition } from './hours-definition.ts';
import { journeyDefinition } from './journey-definition.ts';
import { limitsDefinition } from './limits-definition.ts';
import { linksDefinition } from './links-definition.ts';
import { personasDefinition } from './personas-definition.ts';
import { photosDefinition, problemsOfPhotos } from './photos-definition.ts';
import { problemsOfSections, promptSection, promptVersionOf, readPromptSections } from './prompt-sections.ts';
import { voiceDefinition } from './voice-definition.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #8a3f1d');
/** WCAG 2.2 SC 1.4.3: text needs this contrast with what is behind it. */
const LEAST_CONTRAST = 4.5;
const face = z
  .strictObject({ accent: colour, onAccent: colour, surface: colour })
  .refine(({ accent, onAccent }) => contrast(accent, onAccent) >= LEAST_CONTRAST, {
    message: `onAccent must be readable on accent: a contrast of ${LEAST_CONTRAST} or more`,
  });

/** `{name}`, `{accountName}`, `{assistant}` and `{brand}` are the words a greeting may leave open. */
const greeting = z
  .string()
  .min(1)
  .max(400)
  .refine((value) => (value.match(/\{[^}]*\}/g) ?? []).every((slot) => GREETING_SLOTS.has(slot)), {
    message: 'may use {name}, {accountName}, {assistant} and {brand} only',
  });
const GREETING_SLOTS = new Set(['{name}', '{accountName}', '{assistant}', '{brand}']);

const assistantFields = z.strictObject({
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
  /** What vendors' models are told of role, voice and bounds, in the order of the prompt: `readPromptSections`. */
  promptSections: z.array(promptSection).min(1),
  /** Folder of passages and the brand's synonyms; null for an assistant that answers from no knowledge base. */
  knowledge: z
    .strictObject({
      directory: z.instanceof(URL),
      /**
       * Ways to say one thing, found as one; `near` are terms close in meaning, found with less weight. Once a group is
       * `everyday`, a question without a word of the others is off the subject.
       */
      synonyms: z.array(
        z.strictObject({
          term: z.string().min(1),
          forms: z.array(z.string().min(1)).readonly(),
          near: z.array(z.string().min(1)).readonly().exactOptional(),
          everyday: z.boolean().exactOptional(),
        }),
      ),
    })
    .nullable(),
  /** The stages people go through with what it is about; null for an assistant that knows none. */
  journey: journeyDefinition.nullable().default(null),
  /** Who people come across as, and how replies fit each; null for an assistant that talks with all alike. */
  personas: personasDefinition.nullable().default(null),
  /** What people come to it about; null for an assistant whose replies name none. */
  concerns: concernsDefinition.nullable().default(null),
  /** What it wants to know of people's hair; null for an assistant whose business it isn't. */
  hairProfile: hairProfileDefinition.nullable().default(null),
  /** When it hands a conversation to people and who they are; null for an assistant that never does. */
  handOff: handOffDefinition.nullable().default(null),
  /** What of its knowledge is advice and when it is asked after; null for an assistant that follows nothing up. */
  advice: adviceDefinition.nullable().default(null),
  /** What it looks for in photos of hair; null for an assistant whose models are shown pictures as they are. */
  photos: photosDefinition.nullable().default(null),
  /** The brand's products, a JSON file; null for an assistant that sells nothing. */
  catalogue: z
    .strictObject({ file: z.instanceof(URL) })
    .nullable()
    .default(null),
  /** How it speaks, with words to use and words to avoid; null for one whose prompt sections say it all. */
  voice: voiceDefinition.nullable().default(null),
  /** The brand's own pages and addresses; null for an assistant that has none to give. */
  links: linksDefinition.nullable().default(null),
  /** When the brand's people are there; null when that is not on file. `openingAt` tells whether they are. */
  hours: hoursDefinition.nullable().default(null),
  /** What one person may take of it. */
  limits: limitsDefinition.prefault({}),
  /** What it says of its own accord, and when; who sends asks for consent and hours again. */
  campaigns: campaignsDefinition.default([]),
});

const assistantDefinition = assistantFields
  .superRefine((definition, context) => {
    const { promptSections, knowledge, catalogue, photos, hairProfile } = definition;
    for (const message of photos === null ? [] : problemsOfPhotos(photos, hairProfile?.fields ?? []))
      context.addIssue({ code: 'custom', path: ['photos'], message });
    const has = { knowledge: knowledge !== null, catalogue: catalogue !== null };
    for (const message of problemsOfSections(promptSections, has)) {
      context.addIssue({ code: 'custom', path: ['promptSections'], message });
    }
    for (const { id } of promptSections) {
      if (!BRAND_SECTION_IDS.some((made) => made === id)) continue;
      const message = `the id "${id}" is of a section made from the definition: give yours another`;
      context.addIssue({ code: 'custom', path: ['promptSections'], message });
    }
    for (const { path, message } of [...problemsOfVoice(definition), ...problemsOfCampaigns(definition)]) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  })
  .transform((definition) => {
    const promptSections = withBrandSections(definition.promptSections, definition);
    return {
      ...definition,
      /** With those made from its voice, links, hours and limits. */
      promptSections,
      /** Hash of all the sections say; a turn's record of its prompt carries it. */
      promptVersion: promptVersionOf(promptSections),
    };
  });

type Fields = z.output<typeof assistantFields>;
interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Its own words that it is to avoid: what it says without a model is said as it is written here. */
function problemsOfVoice({ voice, ...definition }: Fields): Problem[] {
  if (voice === null) return [];
  const table = compileAvoided(voice.avoid);
  const { greetings, starters, tagline, disclosure, journey, personas, campaigns } = definition;
  const said: (readonly [Problem['path'], string])[] = [
    [['tagline'], tagline],
    [['disclosure'], disclosure],
    ...Object.entries(greetings).map(([kind, text]) => [['greetings', kind], text] as const),
    ...starters.map((text, place) => [['starters', place], text] as const),
    ...(journey?.stages ?? []).flatMap(({ nextSteps }, place) =>
      nextSteps.map((text, step) => [['journey', 'stages', place, 'nextSteps', step], text] as const),
    ),
    ...(personas?.kinds ?? []).flatMap(({ openings }, place) =>
      openings.map((text, line) => [['personas', 'kinds', place, 'openings', line], text] as const),
    ),
    ...campaigns.flatMap(({ subject, text, wordings }, place) => [
      [['campaigns', place, 'subject'], subject] as const,
      [['campaigns', place, 'text'], text] as const,
      ...wordings.map((each, line) => [['campaigns', place, 'wordings', line, 'text'], each.text] as const),
    ]),
  ];
  return said.flatMap(([path, text]) =>
    table.find(text, NOTHING_ALLOWED).map(({ start, end, instead }) => ({
      path,
      message: `says "${text.slice(start, end)}", which its voice avoids: write "${instead}"`,
    })),
  );
}

/** Stages that a campaign waits for or words, and personas that it words, and nobody has. */
function problemsOfCampaigns({ campaigns, journey, personas }: Fields): Problem[] {
  const stages: readonly string[] = (journey?.stages ?? []).map(({ id }) => id);
  const kinds: readonly string[] = (personas?.kinds ?? []).map(({ id }) => id);
  const noStage = (path: Problem['path'], stage: string | null): Problem[] => {
    if (stage === null || stages.includes(stage)) return [];
    const known = stages.length === 0 ? 'it has no journey' : `its journey has ${stages.join(', ')}`;
    return [{ path, message: `"${stage}" is no stage: ${known}` }];
  };
  const noPersona = (path: Problem['path'], persona: string | null): Problem[] => {
    if (persona === null || kinds.includes(persona)) return [];
    const known = kinds.length === 0 ? 'it has none' : `it has ${kinds.join(', ')}`;
    return [{ path, message: `"${persona}" is no persona: ${known}` }];
  };
  return campaigns.flatMap(({ stage, wordings }, place) => [
    ...noStage(['campaigns', place, 'stage'], stage),
    ...wordings.flatMap((wording, line) => [
      ...noStage(['campaigns', place, 'wordings', line, 'stage'], wording.stage),
      ...noPersona(['campaigns', place, 'wordings', line, 'persona'], wording.persona),
    ]),
  ]);
}

/** One assistant: who it is, how it greets, what it knows and which models speak for it. */
export type AssistantDefinition = z.output<typeof assistantDefinition>;
export type AssistantInput = Omit<z.input<typeof assistantDefinition>, 'promptSections'> & {
  /** The sections, or the folder that `readPromptSections` reads them from. */
  readonly promptSections: z.input<typeof assistantFields>['promptSections'] | URL;
};

/**
 * Checks an assistant's definition and returns it complete.
 *
 * @throws TypeError naming the assistant, each field that is wrong and what to write; PromptFileError for a file of its
 * prompt that is invalid.
 */
export function defineAssistant(input: AssistantInput): AssistantDefinition {
  const { promptSections } = input;
  const given =
    promptSections instanceof URL ? { ...input, promptSections: readPromptSections(promptSections) } : input;
  const result = assistantDefinition.safeParse(given, { error: sayIssue });
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'definition'}: ${issue.message}`);
  throw new TypeError(`The assistant "${input.id}" is not defined well: ${problems.join('; ')}`);
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of a `#rrggbb` colour, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(value: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(value.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
