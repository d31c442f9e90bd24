import { z } from 'zod';
import { assistantId, id, page, pageQuery, text, time } from './primitives.ts';

/** Why a conversation goes to people. `asked`: the person asked for one. `unanswered`: three questions in a row had no answer. */
export const HAND_OFF_REASONS = ['asked', 'complaint', 'reaction', 'order', 'refund', 'press', 'unanswered'] as const;
export const handOffReason = z.enum(HAND_OFF_REASONS);
export type HandOffReason = z.infer<typeof handOffReason>;

/** What is collected for a case, each thing only where its reason needs it. */
export const CASE_FIELDS = [
  'matter',
  'orderNumber',
  'whatWentWrong',
  'product',
  'whatHappened',
  'when',
  'outlet',
  'deadline',
  'email',
] as const;
export const caseField = z.enum(CASE_FIELDS);
export type CaseField = z.infer<typeof caseField>;

export const CASE_STATUSES = ['open', 'assigned', 'handed_back', 'resolved'] as const;
const caseStatus = z.enum(CASE_STATUSES);
export type CaseStatus = z.infer<typeof caseStatus>;

/**
 * Where a conversation stands between its assistant and people. `offered`: the assistant asked whether to pass it on.
 * `collecting`: it asks for what the team needs. `waiting`: a case is open and the assistant still answers. `human`: a person
 * of the team answers and the assistant is silent.
 */
export const handOffState = z.object({
  state: z.enum(['offered', 'collecting', 'waiting', 'human']),
  reason: handOffReason.nullable(),
  caseId: id.nullable(),
  /** What the person may call the case. */
  reference: z.string().nullable(),
  /** By when the team has promised an answer. */
  answerBy: time.nullable(),
  /** Who of the team answers, in state `human`. */
  humanName: z.string().nullable(),
});
export type HandOffState = z.infer<typeof handOffState>;

/** Longest text a person of the team sends, in UTF-16 code units. */
const MAX_ANSWER_LENGTH = 8_000;
const fencingToken = z.int().positive().max(2_147_483_647);
/** As the person sees it. One line: it stands in front of messages and in e-mail. */
const displayName = text(1, 80).refine((name) => name.trim() !== '' && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name), {
  message: 'must be a name on one line',
});

export const casePath = z.strictObject({ id });
export const listCasesQuery = z.strictObject({
  ...pageQuery,
  /** Left out: all that are not resolved. */
  status: caseStatus.optional(),
  reason: handOffReason.optional(),
  assistant: assistantId.optional(),
});
export const caseMessagesQuery = z.strictObject({ ...pageQuery });

/** Who answers a conversation. Every taking has a higher `fencingToken`; what comes with an older one is refused. */
export const conversationLease = z.object({
  fencingToken,
  humanName: z.string(),
  until: time,
});
export type ConversationLease = z.infer<typeof conversationLease>;

export const caseSummary = z.object({
  id,
  reference: z.string(),
  conversationId: id,
  assistant: assistantId,
  brand: z.string(),
  reason: handOffReason,
  status: caseStatus,
  openedAt: time,
  answerBy: time,
  firstAnsweredAt: time.nullable(),
  resolvedAt: time.nullable(),
  /** When a message of this conversation last spoke of a crisis while the case was open: look at this one first. */
  crisisAt: time.nullable(),
  /** Who took it last. */
  takenBy: z.string().nullable(),
});
export type CaseSummary = z.infer<typeof caseSummary>;
export const casesAnswer = page(caseSummary);

const transcriptMessage = z.object({
  id,
  role: z.enum(['user', 'assistant']),
  author: z.enum(['person', 'assistant', 'human']),
  authorName: z.string().nullable(),
  text: z.string(),
  status: z.enum(['complete', 'partial', 'cancelled']),
  createdAt: time,
});
export const transcriptPage = page(transcriptMessage);

export const caseDetail = caseSummary.extend({
  person: z.object({
    /** What they want to be called, where that is known. */
    name: z.string().nullable(),
    /** Where to answer them by e-mail; null where they have left none. */
    email: z.string().nullable(),
    isGuest: z.boolean(),
    locale: z.string(),
    timeZone: z.string(),
  }),
  collected: z.partialRecord(caseField, z.string()),
  openedFromMessageId: id,
  /** Who answers at this moment; null: the assistant does. */
  lease: conversationLease.nullable(),
  /** The newest messages first, as `GET …/messages` goes on. */
  transcript: transcriptPage,
  events: z.array(
    z.object({
      id,
      kind: z.enum(['opened', 'reopened', 'taken', 'answered', 'handed_back', 'resolved', 'note']),
      by: z.string().nullable(),
      /** Of a note, its text. */
      text: z.string().nullable(),
      at: time,
    }),
  ),
  /** How the news of it went out; `parked`: set aside after its last attempt. */
  deliveries: z.array(
    z.object({
      id,
      event: z.enum(['case.opened', 'case.reopened']),
      channel: z.enum(['webhook', 'email']),
      state: z.enum(['pending', 'delivered', 'parked']),
      attempts: z.int().nonnegative(),
      lastError: z.string().nullable(),
      createdAt: time,
      deliveredAt: time.nullable(),
    }),
  ),
});
export type CaseDetail = z.infer<typeof caseDetail>;

export const takeCaseBody = z.strictObject({
  /** How the person sees whoever answers. Left out: the name of the operator's account. */
  displayName: displayName.optional(),
});
export const leaseBody = z.strictObject({ fencingToken });
export const answerCaseBody = z.strictObject({
  fencingToken,
  text: text(1, MAX_ANSWER_LENGTH).refine((value) => value.trim() !== '', {
    message: 'must hold more than white space',
  }),
  /** The message's id: the same id and text is one message, however often it is sent. */
  messageId: id.optional(),
});
export const resolveCaseBody = z.strictObject({
  /** Needed while somebody answers the conversation. */
  fencingToken: fencingToken.optional(),
});
export const noteBody = z.strictObject({ text: text(1, 4_000), by: displayName.optional() });
export const answeredCase = z.object({ messageId: id, createdAt: time, lease: conversationLease });

/** What the conversation's event feed sends beside messages. */
export const conversationEventsQuery = z.strictObject({
  /** Id of the last message the client has; left out, what is said from now on. */
  after: id.optional(),
});
