import type { CampaignTrigger } from '../assistants/campaigns-definition.ts';
import type { UnsentReason } from '../database/schema.ts';
import { ADULT_AGE } from '../safety/minors.ts';
import { type QuietHours, quietUntil } from './quiet-hours.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Thresholds and why. All are judgement and lean to silence. */
export const SEND_LIMITS = {
  /** Most messages of all campaigns together that a person gets within {@link capDays}: one kind word is kind, three are noise. */
  perWindow: 2,
  capDays: 7,
  /** And no two within a day. */
  betweenHours: 24,
  /** "How was wash day?" a week late is about another one. */
  lateDays: 3,
  /** After words of a crisis nothing comes from us for a month: whoever wants to talk is there, and nobody nudges. */
  crisisDays: 30,
  /** A very low day wants attention, not a message that was planned before it. Valence −1 to 1. */
  lowMood: -0.6,
  lowMoodHours: 72,
  /** A mail that no server has taken within these is given up. */
  retryHours: 6,
  attempts: 8,
} as const;

/** What the rules look at: the occasion, the person and the installation, as they are at this moment. */
export interface SendCase {
  readonly now: Date;
  readonly trigger: CampaignTrigger;
  /** Of `stage-reached`. */
  readonly stage: string | null;
  readonly channel: 'inbox' | 'email';
  readonly isPaused: boolean;
  readonly quietHours: QuietHours;
  readonly isHeldOut: boolean;
  /** Whether a mail server for people is configured. */
  readonly canMail: boolean;
  readonly happenedAt: Date;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly firstAttemptAt: Date | null;
  readonly person: SendPerson;
}

/** What the rules look at of a person. */
export interface SendPerson {
  /** An address of their own; null for guests. */
  readonly address: string | null;
  readonly channels: { readonly email: boolean; readonly inApp: boolean };
  readonly timeZone: string;
  /** Their own; null: the campaign's hold. */
  readonly quietHours: QuietHours | null;
  readonly birthYear: number | null;
  /** The age they told of themselves; null: none. */
  readonly toldAge: number | null;
  /** Whether the care that follows words of a crisis or a concern goes on with any assistant. */
  readonly isInCare: boolean;
  readonly lastCrisisAt: Date | null;
  /** The lowest of the last {@link SEND_LIMITS.lowMoodHours}; null: none. */
  readonly lowestValence: number | null;
  /** Whether people of the team have something of theirs open. */
  readonly hasOpenCase: boolean;
  readonly lastSeenAt: Date | null;
  readonly stageNow: string | null;
  /** The advice the occasion is about: whether it still stands unanswered. Null for none, or when it is gone. */
  readonly advice: { readonly isOpen: boolean } | null;
  /** What all campaigns sent them of late. */
  readonly sentAt: readonly Date[];
}

export type SendVerdict =
  | { readonly kind: 'send' }
  | { readonly kind: 'hold-out' }
  | { readonly kind: 'postpone'; readonly until: Date }
  | { readonly kind: 'skip'; readonly reason: UnsentReason };

interface SkipRule {
  readonly reason: UnsentReason;
  readonly applies: (send: SendCase) => boolean;
}

const agoMs = ({ now }: SendCase, at: Date): number => now.getTime() - at.getTime();

/** What keeps a message from ever being sent, in the order in which it is told. */
const BEFORE_HOURS: readonly SkipRule[] = [
  { reason: 'paused', applies: ({ isPaused }) => isPaused },
  {
    reason: 'not-delivered',
    applies: (send) =>
      send.attempts >= SEND_LIMITS.attempts ||
      (send.firstAttemptAt !== null && agoMs(send, send.firstAttemptAt) > SEND_LIMITS.retryHours * HOUR_MS),
  },
  { reason: 'too-late', applies: (send) => agoMs(send, send.dueAt) > SEND_LIMITS.lateDays * DAY_MS },
  { reason: 'no-address', applies: ({ channel, person }) => channel === 'email' && person.address === null },
  {
    reason: 'not-agreed',
    applies: ({ channel, person }) => !(channel === 'email' ? person.channels.email : person.channels.inApp),
  },
  { reason: 'no-mail-server', applies: ({ channel, canMail }) => channel === 'email' && !canMail },
  { reason: 'minor', applies: (send) => isMinorByProfile(send) },
  {
    reason: 'in-care',
    applies: (send) =>
      send.person.isInCare ||
      (send.person.lastCrisisAt !== null && agoMs(send, send.person.lastCrisisAt) < SEND_LIMITS.crisisDays * DAY_MS),
  },
  {
    reason: 'low-day',
    applies: ({ person }) => person.lowestValence !== null && person.lowestValence <= SEND_LIMITS.lowMood,
  },
  { reason: 'handed-over', applies: ({ person }) => person.hasOpenCase },
  { reason: 'no-longer-true', applies: (send) => !STILL_TRUE[send.trigger](send) },
];

/** What only the moment of sending tells. */
const AFTER_HOURS: readonly SkipRule[] = [{ reason: 'capped', applies: (send) => isCapped(send) }];

/** Whether what a message speaks of is still so. */
const STILL_TRUE: Readonly<Record<CampaignTrigger, (send: SendCase) => boolean>> = {
  'first-conversation-ended': () => true,
  'stage-reached': ({ stage, person }) => person.stageNow === stage,
  'product-recommended': ({ person }) => person.advice?.isOpen === true,
  'advice-due': ({ person }) => person.advice?.isOpen === true,
  'not-seen-for': ({ happenedAt, person }) =>
    person.lastSeenAt !== null && person.lastSeenAt.getTime() <= happenedAt.getTime(),
};

/**
 * Whether a message is sent now, later, or not, and why. Asked when it is planned for a preview, and again at the moment of sending, of
 * what is so then. Pure.
 */
export function decideSend(send: SendCase): SendVerdict {
  const kept = BEFORE_HOURS.find(({ applies }) => applies(send));
  if (kept !== undefined) return { kind: 'skip', reason: kept.reason };
  const until = quietUntil(send.person.quietHours ?? send.quietHours, send.person.timeZone, send.now);
  if (until !== null) return { kind: 'postpone', until };
  const full = AFTER_HOURS.find(({ applies }) => applies(send));
  if (full !== undefined) return { kind: 'skip', reason: full.reason };
  // Last, so that who is held out is who would have been sent to: the two are measured against each other.
  return send.isHeldOut ? { kind: 'hold-out' } : { kind: 'send' };
}

function isMinorByProfile({ now, person: { birthYear, toldAge } }: SendCase): boolean {
  // A year of birth says the age give or take one: the younger counts.
  if (birthYear !== null && now.getUTCFullYear() - birthYear <= ADULT_AGE) return true;
  return toldAge !== null && toldAge < ADULT_AGE;
}

function isCapped(send: SendCase): boolean {
  const recent = send.person.sentAt.map((at) => agoMs(send, at));
  return (
    recent.filter((age) => age < SEND_LIMITS.capDays * DAY_MS).length >= SEND_LIMITS.perWindow ||
    recent.some((age) => age < SEND_LIMITS.betweenHours * HOUR_MS)
  );
}
