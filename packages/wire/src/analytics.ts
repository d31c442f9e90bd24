import { z } from 'zod';
import { brandId } from './models.ts';
import { timeZone } from './person.ts';
import { time } from './primitives.ts';

/** Longest span a dashboard is asked for, in days. */
export const MAX_DASHBOARD_DAYS = 400;

const day = z.iso.date();
/** Of the years in which there can be anything to count. */
const askedDay = day.refine((value) => value >= '2020-01-01' && value < '2200-01-01', {
  message: 'must be a day from 2020-01-01 to 2199-12-31',
});
const count = z.int().nonnegative();
/** 0 to 1; null where there was nothing to divide by. */
const rate = z.number().min(0).max(1).nullable();
/** Why figures of the section are null, by their name: no data is not zero. */
const noData = z.record(z.string(), z.string());

/** The last five minutes, as measured every minute. */
export const realTimeMetrics = z.object({
  measuredAt: time,
  windowSeconds: count,
  activeConversations: count,
  activePeople: count,
  turns: count,
  failedTurns: count,
  errorRate: rate,
  fallbacks: count,
  averageResponseTimeMs: z.number().nullable(),
  p95ResponseTimeMs: z.number().nullable(),
  cacheLookups: count,
  cacheHits: count,
  cacheHitRate: rate,
  ratings: count,
  averageSatisfaction: z.number().nullable(),
  handOffs: count,
  modelAttempts: count,
  failedAttempts: count,
  costMicroUsd: count,
});
export type RealTimeMetrics = z.infer<typeof realTimeMetrics>;

/** Milliseconds, right to 5 %. */
const latency = z.object({
  measured: count,
  averageMs: z.number().nullable(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
});

/** Everything operators are told of a span of whole days, in the zone they ask for. */
export const analyticsDashboard = z.object({
  timestamp: time,
  /** As it was counted: whole UTC hours. `to` is not in it. */
  from: time,
  to: time,
  timeZone: z.string(),
  /** Null: all. */
  brand: z.string().nullable(),
  /** Up to when figures were made; null: never yet. Retention, journeys, moods and memories: `refreshedAt`. */
  rolledUpAt: time.nullable(),
  refreshedAt: time.nullable(),
  realtime: z.object({ latest: realTimeMetrics.nullable(), noData }),
  conversations: z.object({
    started: count,
    turns: count,
    turnsPerConversation: z.number().nullable(),
    /** Days of the zone; a day with nothing is 0. */
    days: z.array(z.object({ day, started: count, turns: count })),
    noData,
  }),
  users: z.object({
    /** Of the last UTC day of the span, the 7 and the 30 days up to it. Without people who switched analytics off. */
    activeOn: day,
    activeDay: count,
    activeWeek: count,
    activeMonth: count,
    /** Of the month's people, the share that is active on a day, over the 30 days. */
    stickiness: rate,
    accounts: z.record(z.string(), count),
    /** Turns of people who switched analytics off or have been forgotten in it: counted, and nobody's. */
    unnamedTurns: count,
    /** By week of the first conversation (Monday, UTC), the twelve latest: how many came back in which week after. */
    retention: z.array(z.object({ cohort: day, weeksAfter: count, people: count, share: z.number().min(0).max(1) })),
    noData,
  }),
  resolution: z.object({
    resolved: count,
    abandoned: count,
    handedOver: count,
    unknown: count,
    /** Somebody wrote in the last 24 hours. */
    open: count,
    /** Of those not open, the share of resolved. */
    resolutionRate: rate,
    /** Conversations of people who switched analytics off, which are not followed. */
    notFollowed: count,
    /** How each is decided; the first that fits. */
    rules: z.record(z.string(), z.string()),
    noData,
  }),
  satisfaction: z.object({
    ratings: count,
    average: z.number().nullable(),
    distribution: z.record(z.string(), count),
    adviceReports: z.record(z.string(), count),
    noData,
  }),
  models: z.object({
    /** Replies by who spoke. */
    replies: z.array(z.object({ model: z.string(), replies: count })),
    attempts: z.array(z.object({ model: z.string(), outcome: z.string(), attempts: count })),
    fallbacks: count,
    fallbackRate: rate,
    noData,
  }),
  cache: z.object({
    lookups: count,
    exactHits: count,
    nearHits: count,
    misses: count,
    /** Replies that may not be another's. */
    uncacheable: count,
    /** Of lookups. */
    hitRate: rate,
    noData,
  }),
  cost: z.object({
    microUsd: count,
    /** Attempts without a price on file: not in it. */
    unpricedAttempts: count,
    byModel: z.array(z.object({ model: z.string(), microUsd: count })),
    noData,
  }),
  latency: z.object({ response: latency, firstToken: latency, relativeError: z.number(), noData }),
  errors: z.object({
    failedTurns: count,
    cancelledTurns: count,
    /** Failed, of all turns but the cancelled. */
    failureRate: rate,
    attemptsByOutcome: z.record(z.string(), count),
    noData,
  }),
  moods: z.object({
    /** Fewest people of whom a mood is told. */
    k: count,
    weeks: z.array(
      z.object({
        week: day,
        brand: z.string(),
        assistant: z.string(),
        mood: z.string(),
        readings: count,
        people: count,
      }),
    ),
    noData,
  }),
  journeys: z.object({
    /** People who ever reached a stage (the funnel), are there now, and how long those who left had stayed. */
    stages: z.array(
      z.object({
        assistant: z.string(),
        stage: z.string(),
        reached: count,
        thereNow: count,
        stays: count,
        medianDays: z.number().nullable(),
      }),
    ),
    /** Moves within the span; `from` is empty for the first stage that was known. */
    transitions: z.array(z.object({ from: z.string(), to: z.string(), moves: count })),
    noData,
  }),
  memory: z.object({
    /** Held now, by what they are: active, superseded, archived. Of every brand. */
    held: z.array(z.object({ assistant: z.string(), status: z.string(), memories: count })),
    /** Merged and archived by the jobs within the span. Null: they did not run. */
    merged: count.nullable(),
    archived: count.nullable(),
    /** Times a reply drew on one. */
    used: count,
    noData,
  }),
  safety: z.object({
    /** Crisis, aftercare, concern and disclosure, by whole UTC days within the span. */
    events: z.record(z.string(), count),
    noData,
  }),
});
export type AnalyticsDashboard = z.infer<typeof analyticsDashboard>;

export const DASHBOARD_SECTIONS = [
  'realtime',
  'conversations',
  'users',
  'resolution',
  'satisfaction',
  'models',
  'cache',
  'cost',
  'latency',
  'errors',
  'moods',
  'journeys',
  'memory',
  'safety',
] as const;
export type DashboardSection = (typeof DASHBOARD_SECTIONS)[number];

export const dashboardQuery = z
  .strictObject({
    /** First day, in the zone. Left out: 29 days before the last. */
    from: askedDay.optional(),
    /** Last day. Left out: today. */
    to: askedDay.optional(),
    brand: brandId.optional(),
    timeZone: timeZone.default('UTC'),
    /** `csv`, or `Accept: text/csv`: one section as a table of `section,figure,of,value`. */
    format: z.enum(['json', 'csv']).optional(),
    section: z.enum(DASHBOARD_SECTIONS).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    message: 'must not be after to',
    path: ['from'],
  });
