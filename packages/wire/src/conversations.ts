import { z } from 'zod';
import { handOffState } from './hand-off.ts';
import { assistantId, id, pageQuery, text, time } from './primitives.ts';

/** An assistant as a client sees it: who it is, what it accepts and what one might ask first. */
export const assistant = z.object({
  id: assistantId,
  name: z.string(),
  tagline: z.string(),
  /** The brand's name, and the id that operators' calls know it by. */
  brand: z.string(),
  brandId: z.string(),
  /** The sentence by which the assistant says that it is an AI. */
  disclosure: z.string(),
  accepts: z.object({ images: z.boolean() }),
  starters: z.array(z.string()),
  /** Colours of the assistant's face, as CSS colours, for light and dark. */
  theme: z.object({
    light: z.object({ accent: z.string(), onAccent: z.string(), surface: z.string() }),
    dark: z.object({ accent: z.string(), onAccent: z.string(), surface: z.string() }),
  }),
});
export type Assistant = z.infer<typeof assistant>;
export const assistantsAnswer = z.object({ items: z.array(assistant), nextCursor: z.null() });

/** `partial`: the reply's run died; `cancelled`: the person stopped it. Both keep the text that was shown. */
export const messageStatus = z.enum(['complete', 'partial', 'cancelled']);
export type MessageStatus = z.infer<typeof messageStatus>;

export const message = z.object({
  id,
  conversationId: id,
  role: z.enum(['user', 'assistant']),
  text: z.string(),
  createdAt: time,
  status: messageStatus,
  /** Who wrote a message of role `assistant`; absent in the person's own. */
  author: z.enum(['assistant', 'human']).optional(),
  /** Name of the person of the team who wrote it, beside `author: "human"`. */
  authorName: z.string().optional(),
});
export type Message = z.infer<typeof message>;

export const conversation = z.object({
  id,
  assistant: assistantId,
  /** The person's first words, shortened; null while they have said nothing. */
  title: z.string().nullable(),
  createdAt: time,
  updatedAt: time,
  /** Where a search found something said: the words around it. Absent where only the title holds them, and without a search. */
  excerpt: z.string().optional(),
});
export type Conversation = z.infer<typeof conversation>;
/** With where it stands between its assistant and people; null: the assistant answers and nothing waits. */
export const conversationDetail = conversation.extend({ handOff: handOffState.nullable() });
export type ConversationDetail = z.infer<typeof conversationDetail>;

export const createConversationBody = z.strictObject({ assistant: assistantId });
export type CreateConversationBody = z.infer<typeof createConversationBody>;

export const createdConversation = z.object({ id, assistant: assistantId, createdAt: time, greeting: message });
export type CreatedConversation = z.infer<typeof createdConversation>;

export const listConversationsQuery = z.strictObject({
  ...pageQuery,
  assistant: assistantId.optional(),
  /** Only conversations in whose title or messages this stands, whatever the case of its letters. */
  q: text(1, 200).optional(),
});
export const renameConversationBody = z.strictObject({
  title: text(1, 120)
    .refine((value) => value.trim() !== '', { message: 'must hold more than white space' })
    .transform((value) => value.trim()),
});
export type RenameConversationBody = z.infer<typeof renameConversationBody>;
export const listMessagesQuery = z.strictObject({
  ...pageQuery,
  /** `oldest` first reads a conversation from its start; `newest` first is what opens one at its end. */
  order: z.enum(['oldest', 'newest']).default('oldest'),
  /** Id of a message: only what was said after it, oldest first. */
  after: id.optional(),
  /** Id of a message of the person's: what it has replaced, in place of what stands in the conversation now. */
  replacedBy: id.optional(),
});
export const conversationPath = z.strictObject({ id });

export const feedbackBody = z.strictObject({ rating: z.int().min(1).max(5), comment: text(1, 2_000).optional() });
export type FeedbackBody = z.infer<typeof feedbackBody>;
export const feedback = z.object({
  id,
  messageId: id,
  rating: z.int(),
  comment: z.string().nullable(),
  createdAt: time,
});
