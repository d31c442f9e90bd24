import { z } from 'zod';
import { id, page, pageQuery, text, time } from './primitives.ts';

const severity = z.enum(['info', 'warning', 'critical']);
const alertKind = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'must be the kind of an alert, such as high_error_rate');
/** A model's id, an instance, a task. */
const subject = text(1, 200);

export const listedAlert = z.object({
  id,
  kind: z.string(),
  severity,
  subject: z.string(),
  /** What happened and what to do. */
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
  /** How often it was seen since it began. */
  occurrences: z.int().positive(),
  /** `acknowledged`: somebody looks after it. */
  status: z.enum(['open', 'acknowledged', 'resolved']),
  firstSeenAt: time,
  lastSeenAt: time,
  acknowledgedAt: time.nullable(),
  acknowledgedBy: z.string().nullable(),
  resolvedAt: time.nullable(),
  /** Null: what it was about was well again. */
  resolvedBy: z.string().nullable(),
});
export type ListedAlert = z.infer<typeof listedAlert>;

export const listAlertsQuery = z.strictObject({
  ...pageQuery,
  /** `unresolved`: open and acknowledged ones. */
  status: z.enum(['unresolved', 'open', 'acknowledged', 'resolved', 'all']).default('unresolved'),
  severity: severity.optional(),
  kind: alertKind.optional(),
});
export const alertsAnswer = page(listedAlert);

/** One alert, and how the team was told of it. */
export const alertDetail = listedAlert.extend({
  deliveries: z.array(
    z.object({
      event: z.enum(['opened', 'escalated', 'resolved']),
      channel: z.enum(['webhook', 'chat', 'email']),
      /** `parked`: every attempt failed. */
      state: z.enum(['pending', 'delivered', 'parked']),
      attempts: z.int().nonnegative(),
      lastError: z.string().nullable(),
      createdAt: time,
      deliveredAt: time.nullable(),
    }),
  ),
});
export const alertPath = z.strictObject({ id });
/** Who does it, where the bearer names nobody. */
export const alertActionBody = z.strictObject({ by: text(1, 80).optional() }).nullish();

const turning = z.object({ threshold: z.number(), minutes: z.int().nonnegative() });
const alertRuleReport = z.object({
  kind: z.string(),
  severity,
  summary: z.string(),
  remedy: z.string(),
  /** What it measures each minute; null: it is told when it happens. */
  watches: z
    .object({
      measure: z.string(),
      unit: z.enum(['share', 'milliseconds', 'rating', 'count']),
      direction: z.enum(['above', 'below']),
      windowMinutes: z.int().nonnegative(),
      minimumVolume: z.int().nonnegative(),
      fires: turning,
      clears: turning,
    })
    .nullable(),
  states: z.array(
    z.object({
      subject: z.string(),
      isFiring: z.boolean(),
      /** Null: too little happened to tell. */
      value: z.number().nullable(),
      volume: z.int().nonnegative(),
      /** Since when it is beyond the threshold that is about to turn it. */
      turningSince: time.nullable(),
      measuredAt: time,
    }),
  ),
});
export type AlertRuleReport = z.infer<typeof alertRuleReport>;

export const alertMute = z.object({
  kind: z.string(),
  /** Null: about whatever. */
  subject: z.string().nullable(),
  until: time,
  mutedBy: z.string(),
  mutedAt: time,
});
export type AlertMute = z.infer<typeof alertMute>;

export const alertRulesAnswer = z.object({ rules: z.array(alertRuleReport), mutes: z.array(alertMute) });

const MAX_MUTE_MINUTES = 7 * 24 * 60;
export const muteBody = z.strictObject({
  kind: alertKind,
  subject: subject.optional(),
  minutes: z.int().min(1).max(MAX_MUTE_MINUTES),
  by: text(1, 80).optional(),
});
export const unmuteQuery = z.strictObject({ kind: alertKind, subject: subject.optional() });
