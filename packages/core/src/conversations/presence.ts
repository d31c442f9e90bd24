import type { Pool, PoolClient } from 'pg';
import type { Advice } from '../advice/advice.ts';
import { type Ask, chooseAsk, isAnyDue } from '../advice/ask-advice.ts';
import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import { execute, type Statement } from '../database/database.ts';
import { readFacts } from '../memory/direct-read.ts';
import { type Callback, chooseCallback } from '../people/callback.ts';

/** Facts that a callback is chosen from: the latest, and what matters most. */
const LATEST = 60;

/** Moods of the last days, and what was asked after before. */
const READ_PRESENCE: Statement = {
  name: 'conversation-presence',
  text: `
select
  (select json_agg(json_build_object('valence', (summary -> 'mood' ->> 'valence')::float8, 'at', turns.started_at))
   from turns join conversations on conversations.user_id = turns.user_id and conversations.id = turns.conversation_id
   where turns.user_id = $1 and conversations.assistant = $2 and turns.started_at >= $3 and turns.summary -> 'mood' ->> 'valence' is not null) as moods,
  (select json_agg(id) from memories where user_id = $1 and assistant = $2 and called_back_at is not null) as called_back`,
};

interface PresenceRow {
  moods: { valence: number; at: string }[] | null;
  called_back: string[] | null;
}

export interface Returning {
  readonly userId: string;
  /** When the person last said something to this assistant; null when never. */
  readonly lastSeenAt: Date | null;
  readonly timeZone: string;
  readonly keepsMemories: boolean;
  readonly careLevel: 'none' | 'concern' | 'crisis';
  readonly now: Date;
  readonly seed: string;
}

/** Nobody is welcomed back with a question within these hours; not even what could be asked is read. */
const SHORTEST_ABSENCE_MS = 20 * 3_600_000;
const MOODS_SINCE_MS = 7 * 86_400_000;

/** A companion's question about something that mattered, for somebody who comes back after a while; often none. */
export async function callbackFor(
  executor: Pool | PoolClient,
  assistant: AssistantDefinition,
  { userId, lastSeenAt, timeZone, keepsMemories, careLevel, now, seed }: Returning,
): Promise<Callback | null> {
  if (assistant.kind !== 'companion' || !keepsMemories || lastSeenAt === null) return null;
  if (now.getTime() - lastSeenAt.getTime() < SHORTEST_ABSENCE_MS) return null;
  const scope = { userId, assistant: assistant.id };
  const facts = await readFacts(executor, scope, {
    slots: [],
    relations: [],
    names: [],
    latest: LATEST,
    everything: true,
  });
  if (facts.length === 0) return null;
  const since = new Date(now.getTime() - MOODS_SINCE_MS);
  const [row] = await execute<PresenceRow>(executor, READ_PRESENCE, [userId, assistant.id, since]);
  return chooseCallback({
    facts,
    lastSeenAt,
    now,
    timeZone,
    careLevel,
    recentMoods: (row?.moods ?? []).map(({ valence, at }) => ({ valence, at: new Date(at) })),
    seed,
    usedBefore: new Set(row?.called_back ?? []),
  });
}

/** A question on how advice went, for somebody who comes back to an assistant that advises; often none. */
export async function adviceQuestionFor(
  executor: Pool | PoolClient,
  assistant: AssistantDefinition,
  { userId, lastSeenAt, timeZone, keepsMemories, careLevel, now }: Returning,
  advice: readonly Advice[],
): Promise<Ask | null> {
  if (assistant.advice === null || !keepsMemories || lastSeenAt === null) return null;
  if (now.getTime() - lastSeenAt.getTime() < SHORTEST_ABSENCE_MS || !isAnyDue(advice, now)) return null;
  const since = new Date(now.getTime() - MOODS_SINCE_MS);
  const [row] = await execute<PresenceRow>(executor, READ_PRESENCE, [userId, assistant.id, since]);
  const recentMoods = (row?.moods ?? []).map(({ valence, at }) => ({ valence, at: new Date(at) }));
  return chooseAsk({ advice, now, timeZone, careLevel, recentMoods });
}
