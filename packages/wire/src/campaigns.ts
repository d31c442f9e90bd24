import { z } from 'zod';
import { assistantId, id, page, pageQuery, text, time } from './primitives.ts';

/** Something an assistant said of its own accord. */
export const inboxMessage = z.object({
  id,
  assistant: z.string(),
  text: z.string(),
  createdAt: time,
  readAt: time.nullable(),
});
export type InboxMessage = z.infer<typeof inboxMessage>;

export const listInboxQuery = z.strictObject({ ...pageQuery });
/** `unread`: of all messages, not of this page. */
export const inboxAnswer = page(inboxMessage).extend({ unread: z.int().nonnegative() });
export type InboxAnswer = z.infer<typeof inboxAnswer>;
export const inboxPath = z.strictObject({ id });

const unsentReason = z.enum([
  'paused',
  'withdrawn',
  'too-late',
  'not-delivered',
  'no-address',
  'no-mail-server',
  'not-agreed',
  'minor',
  'in-care',
  'low-day',
  'handed-over',
  'no-longer-true',
  'capped',
  'nothing-to-say',
]);
const count = z.int().nonnegative();
/** People whose fourteen days are over, and how many of them said something to the assistant in these. */
const arm = z.object({ people: count, returned: count, rate: z.number().min(0).max(1).nullable() });

export const campaignReport = z.object({
  assistant: z.string(),
  id: z.string(),
  trigger: z.string(),
  triggerSummary: z.string(),
  stage: z.string().nullable(),
  delayHours: count,
  channel: z.enum(['inbox', 'email']),
  /** Share of people who get nothing, to be measured against. */
  holdout: z.number(),
  subject: z.string().nullable(),
  text: z.string(),
  wordings: z.array(z.object({ persona: z.string().nullable(), stage: z.string().nullable(), text: z.string() })),
  servedSince: time,
  pausedAt: time.nullable(),
  pausedBy: z.string().nullable(),
  /** Of the last 90 days. */
  counts: z.object({
    planned: count,
    /** On the way to a mail server, or waiting for it. */
    sending: count,
    sent: count,
    heldOut: count,
    skipped: z.array(z.object({ reason: unsentReason, count })),
    /** Read in the inbox; of mails it is not known. */
    opened: count,
    clicked: count,
    /** Said something to the assistant within three days. */
    replied: count,
    unsubscribed: count,
  }),
  returned: z.object({ sent: arm, heldOut: arm }),
});
export type CampaignReport = z.infer<typeof campaignReport>;
export const campaignsAnswer = z.object({ items: z.array(campaignReport), nextCursor: z.null() });

export const campaignPath = z.strictObject({
  assistant: assistantId,
  campaign: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
    .max(60),
});
export const campaignActionBody = z.strictObject({ by: text(1, 80).optional() }).nullish();
export const campaignPreviewQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) });

export const campaignPreview = z.object({
  at: time,
  pausedAt: time.nullable(),
  items: z.array(
    z.object({
      userId: id,
      isPlanned: z.boolean(),
      dueAt: time,
      verdict: z.enum(['send', 'hold-out', 'postpone', 'skip']),
      reason: unsentReason.nullable(),
      /** When quiet hours end. */
      until: time.nullable(),
      subject: z.string().nullable(),
      /** What it would say; null where it can say nothing. */
      text: z.string().nullable(),
    }),
  ),
  /** More than these are due. */
  hasMore: z.boolean(),
});
export type CampaignPreview = z.infer<typeof campaignPreview>;

/** What a signed link of a mail carries. */
export const mailLinkPath = z.strictObject({ token: z.string().regex(/^[\w-]{1,200}$/) });
