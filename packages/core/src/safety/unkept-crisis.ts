import type { ChatReply } from '@rapport/wire';
import { type Database, execute, type Statement } from '../database/database.ts';
import { readRisk } from '../understanding/risk.ts';
import { understand } from '../understanding/understand.ts';
import { type CaredFor, crisisReply } from './crisis-reply.ts';
import { isMinor } from './minors.ts';

/** A message whose turn could not be stored. */
export interface UnkeptMessage {
  readonly text: string;
  /** Null where the message would have started its conversation. */
  readonly conversationId: string | null;
}

/** What is known of the person where their profile could be read. */
export interface ReadablePerson {
  readonly preferredName: string | null;
  readonly locale: string;
  readonly timeZone: string;
  readonly birthYear: number | null;
}

/**
 * The reply to a crisis whose message no database took: help can't wait for a disk. Null for every other message, which is
 * told to be sent again. Made of rules and tables alone; nothing of it is stored, and it says so, in words and as `kept`.
 */
export function unkeptCrisisReply(
  message: UnkeptMessage,
  person: ReadablePerson,
  {
    now,
    newId,
    model,
  }: {
    readonly now: Date;
    readonly newId: () => string;
    readonly model: { readonly id: string; readonly provider: string };
  },
): ChatReply | null {
  const risk = readRisk(message.text);
  if (risk.level !== 'crisis') return null;
  const { language } = understand(message.text, { nameAsked: false });
  const caredFor: CaredFor = {
    ...person,
    language,
    isMinor: isMinor({ text: message.text, birthYear: person.birthYear, now }),
    isKept: false,
  };
  const conversationId = message.conversationId ?? newId();
  return {
    conversationId,
    message: {
      id: newId(),
      conversationId,
      role: 'assistant',
      text: crisisReply(risk, caredFor),
      createdAt: now.toISOString(),
      status: 'complete',
    },
    kept: false,
    model: model.id,
    provider: model.provider,
    attempts: 0,
    fallbackTriggered: false,
    cacheHit: false,
    responseTimeMs: 0,
    mood: null,
    journeyStage: null,
    persona: null,
    concern: null,
    safety: 'crisis',
    memoriesUsed: [],
    citations: [],
    products: [],
    safetyNotes: [],
    suggestions: [],
  };
}

const READ_PERSON: Statement = {
  name: 'unkept-crisis-person',
  text: 'select preferred_name, locale, time_zone, birth_year from profiles where user_id = $1',
};

/** Who it is, where a database that takes nothing can still be read; rejects where it can't. */
export async function readPersonInCrisis(database: Database, userId: string): Promise<ReadablePerson | null> {
  const [row] = await execute<{
    preferred_name: string | null;
    locale: string;
    time_zone: string;
    birth_year: number | null;
  }>(database.pool, READ_PERSON, [userId]);
  if (row === undefined) return null;
  return {
    preferredName: row.preferred_name,
    locale: row.locale,
    timeZone: row.time_zone,
    birthYear: row.birth_year,
  };
}
