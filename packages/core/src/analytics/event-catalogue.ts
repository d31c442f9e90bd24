import { z } from 'zod';

/**
 * Every event of `analytics_events`: its name, its version and what its properties are. Properties are counts, ids of ours
 * and words from fixed lists; never a person's words, and nothing about a crisis: those are counted in `safety_events` by
 * the day alone, so that none can be laid beside a message by its time. A property that changes its meaning is a new
 * version; one that is added is not.
 *
 * `names`: whom the event names. `person`: the person and the conversation, and nobody when they switched analytics off.
 * `person-or-nothing`: it tells of the person alone, so that without them it isn't written. `nobody`: it never names anyone.
 */
export const EVENT_CATALOGUE = {
  /** A turn was stored, whatever became of it. In the turn's own statement. */
  turn_finished: {
    version: 1,
    names: 'person',
    properties: z.strictObject({
      state: z.enum(['completed', 'cancelled', 'failed']),
      /** The conversation's first. */
      isFirst: z.boolean(),
      /** From the message's acceptance to the end of the reply. */
      responseTimeMs: z.int().nonnegative(),
      /** The id of who spoke: a model of the chain, or our own words; null when nobody did. */
      model: z.string().nullable(),
      /** Someone else than the first choice had to speak. */
      fallback: z.boolean(),
      attempts: z.int().nonnegative(),
      /** What the reply cache had; null when no model was to be asked. */
      cache: z.enum(['exact', 'near', 'miss', 'uncacheable']).nullable(),
      /** Memories that the reply draws on. */
      memoriesUsed: z.int().nonnegative(),
      /** The message was a thank-you. */
      thanks: z.boolean(),
    }),
  },
  /** A model was asked. Of the moment it was asked, with the ledger's id; in the turn's own statement. */
  model_attempted: {
    version: 1,
    names: 'nobody',
    properties: z.strictObject({
      model: z.string(),
      outcome: z.string(),
      firstTokenMs: z.int().nonnegative().nullable(),
      totalMs: z.int().nonnegative(),
      /** Millionths of a US dollar; null without a price on file. */
      costMicroUsd: z.int().nonnegative().nullable(),
    }),
  },
  /** A message spoke of a mood, of someone who lets moods be kept and is not in care. In the turn's own statement. */
  mood_read: {
    version: 1,
    names: 'person-or-nothing',
    properties: z.strictObject({
      mood: z.string(),
      polarity: z.enum(['positive', 'negative', 'mixed', 'neutral']),
    }),
  },
  /** A person moved to another stage of an assistant's journey. In the turn's own statement. */
  journey_moved: {
    version: 1,
    names: 'person-or-nothing',
    properties: z.strictObject({ from: z.string().nullable(), to: z.string() }),
  },
  /** A person told what came of advice. In the turn's own statement. */
  advice_reported: {
    version: 1,
    names: 'person',
    properties: z.strictObject({ outcome: z.enum(['worked', 'partly', 'did_not', 'not_tried', 'harmed']) }),
  },
  /** A conversation was handed to people: a case was opened. In the turn's own statement. */
  hand_off_opened: {
    version: 1,
    names: 'person',
    properties: z.strictObject({ reason: z.string() }),
  },
  /** A person rated a reply. In the statement that keeps the rating. */
  feedback_given: {
    version: 1,
    names: 'person',
    properties: z.strictObject({ rating: z.int().min(1).max(5) }),
  },
  /**
   * An account came to be, or a guest stayed. Written by a trigger of `users`, whichever library makes the account.
   * `outside`: of another identity provider.
   */
  account_created: {
    version: 1,
    names: 'person',
    properties: z.strictObject({ kind: z.enum(['guest', 'account', 'outside', 'upgraded']) }),
  },
} as const;

export type EventName = keyof typeof EVENT_CATALOGUE;
type PropertiesOf<Name extends EventName> = z.infer<(typeof EVENT_CATALOGUE)[Name]['properties']>;

/** One event, as a turn's statement writes it. */
export interface AnalyticsEvent {
  /** Given where a repetition has to find the first; else the database makes one. */
  readonly id: string | null;
  readonly occurredAt: Date;
  readonly name: EventName;
  readonly version: number;
  readonly names: 'person' | 'person-or-nothing' | 'nobody';
  readonly properties: Readonly<Record<string, unknown>>;
}

const helper =
  <Name extends EventName>(name: Name) =>
  (occurredAt: Date, properties: PropertiesOf<Name>, id: string | null = null): AnalyticsEvent => {
    const { version, names } = EVENT_CATALOGUE[name];
    return { id, occurredAt, name, version, names, properties };
  };

/** One helper an event; `account_created` has none, because the database writes it. */
export const turnFinished = helper('turn_finished');
export const modelAttempted = helper('model_attempted');
export const moodRead = helper('mood_read');
export const journeyMoved = helper('journey_moved');
export const adviceReported = helper('advice_reported');
export const handOffOpened = helper('hand_off_opened');
export const feedbackGiven = helper('feedback_given');
