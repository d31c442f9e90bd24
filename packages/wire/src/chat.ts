import { z } from 'zod';
import { message } from './conversations.ts';
import { handOffState } from './hand-off.ts';
import { assistantId, id, MAX_MESSAGE_LENGTH, text } from './primitives.ts';

/** Most images of one message. */
export const MAX_IMAGES = 4;
/** Largest image, in bytes before base64: 8 MiB. */
export const MAX_IMAGE_BYTES = 8_388_608;
/** Base64 characters of such an image, and room for a data URL's head. */
const MAX_IMAGE_REFERENCE_LENGTH = Math.ceil(MAX_IMAGE_BYTES / 3) * 4 + 200;

/** A picture as a base64 data URL: PNG, JPEG, WebP or GIF by its bytes, which the server looks at. */
export const imageReference = z
  .string()
  .min(1)
  .max(MAX_IMAGE_REFERENCE_LENGTH, `must be at most ${MAX_IMAGE_BYTES / 2 ** 20} MB: send a smaller picture`)
  .meta({ description: 'A base64 data URL of a PNG, JPEG, WebP or GIF of at most 8 MB and 50 megapixels.' });

export const chatBody = z.strictObject({
  assistant: assistantId,
  message: text(1, MAX_MESSAGE_LENGTH).refine((value) => value.trim() !== '', {
    message: 'must hold more than white space',
  }),
  conversationId: id.optional(),
  /** The turn's idempotency key: the same id is one turn, however often it is sent. */
  messageId: id.optional(),
  /**
   * A message of the person's in this conversation that is said anew: it and all after it leave the conversation's course,
   * and stay readable as what this message has replaced. Needs `conversationId`.
   */
  replaces: id.optional(),
  /** Each a data URL, or the id of a photo that was sent ahead. */
  images: z.array(imageReference).max(MAX_IMAGES, `must be at most ${MAX_IMAGES} pictures`).optional(),
});
export type ChatBody = z.infer<typeof chatBody>;

/** `valence` runs from -1 (unpleasant) to 1, `arousal` from 0 (calm) to 1, `confidence` from 0 to 1. */
export const mood = z.object({
  label: z.string(),
  primary: z.string(),
  secondary: z.string().optional(),
  polarity: z.enum(['positive', 'negative', 'mixed', 'neutral']),
  valence: z.number().min(-1).max(1),
  arousal: z.number().min(0).max(1),
  confidence: z.number().min(0).max(1),
});
export type Mood = z.infer<typeof mood>;

export const safetyLevel = z.enum(['none', 'concern', 'crisis']);
export type SafetyLevel = z.infer<typeof safetyLevel>;

export const JOURNEY_STAGES = [
  'discovery',
  'transition',
  'learning',
  'experimentation',
  'stabilization',
  'optimization',
  'maintenance',
  'mastery',
] as const;
export type JourneyStage = (typeof JOURNEY_STAGES)[number];
export const PERSONAS = ['newbie', 'experimenter', 'expert', 'busy_parent', 'product_seeker'] as const;
export type Persona = (typeof PERSONAS)[number];
export const PRODUCT_CATEGORIES = [
  'shampoo',
  'clarifying_shampoo',
  'conditioner',
  'leave_in',
  'mask_treatment',
  'oil_sealant',
  'scalp_treatment',
  'styler',
  'tool_accessory',
] as const;
export const SAFETY_NOTE_KINDS = [
  'patch_test',
  'avoid_allergen',
  'stop_use',
  'loosen_style',
  'see_doctor',
  'see_dermatologist',
  'see_doctor_if_persists',
  'ask_doctor_pharmacist',
  'urgent_care',
  'urgent_poison_control',
] as const;

export const citation = z.object({ id: z.string(), title: z.string(), url: z.string().optional() });
export type Citation = z.infer<typeof citation>;

/** Everything of a reply but its text: what the stream's `data-reply` part carries. */
export const chatReplyDetails = z.object({
  conversationId: id,
  message: message.omit({ text: true }),
  model: z.string(),
  provider: z.string(),
  attempts: z.int().nonnegative(),
  fallbackTriggered: z.boolean(),
  cacheHit: z.boolean(),
  responseTimeMs: z.number().nonnegative(),
  mood: mood.nullable(),
  journeyStage: z.enum(JOURNEY_STAGES).nullable(),
  persona: z.enum(PERSONAS).nullable(),
  concern: z.string().nullable(),
  safety: safetyLevel,
  memoriesUsed: z.array(z.object({ id, text: z.string() })),
  citations: z.array(citation),
  products: z.array(
    z.object({ id: z.string(), name: z.string(), category: z.enum(PRODUCT_CATEGORIES), reason: z.string() }),
  ),
  safetyNotes: z.array(z.object({ kind: z.enum(SAFETY_NOTE_KINDS), text: z.string() })),
  suggestions: z.array(z.string()),
  /** False: neither the message nor this reply could be stored, and help could not wait. Absent: both are. */
  kept: z.literal(false).optional(),
  /** Where the conversation stands between the assistant and people after this reply; absent: the assistant answers. */
  handOff: handOffState.optional(),
  /** True: a person of the team answers, so nothing is said here and `message.text` is empty. Do not show it. */
  silent: z.literal(true).optional(),
});
export type ChatReplyDetails = z.infer<typeof chatReplyDetails>;

export const chatReply = chatReplyDetails.extend({ message });
export type ChatReply = z.infer<typeof chatReply>;

/** A message as a conversation's list gives it: a reply comes with everything that was known of it when it was made. */
export const listedMessage = message.extend({
  reply: chatReplyDetails.optional(),
  /** The message that the person said anew by this one. */
  replaces: id.optional(),
  /** How many pictures came with it; absent: none. */
  imageCount: z.int().positive().optional(),
});
export type ListedMessage = z.infer<typeof listedMessage>;

export const turnPath = z.strictObject({ messageId: id });
export const resumeQuery = z.strictObject({
  /** Sequence number of the last event the client has; 0 asks for the whole reply. */
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
});
export const cancelAnswer = z.object({ messageId: id, status: z.enum(['cancelling', 'finished']) });
