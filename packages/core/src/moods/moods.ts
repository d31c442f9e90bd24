import { type MoodsAnswer, mood } from '@rapport/wire';
import { type Database, execute, type Statement } from '../database/database.ts';
import type { Clock } from '../runtime.ts';
import { dateReader, datesUntil } from './calendar.ts';
import { moodDays } from './mood-days.ts';
import { AFTER_CRISIS, MOODS_OFF, summaryOf } from './mood-summary.ts';
import { trendOf, UNCLEAR } from './mood-trend.ts';

/** As many points as a chart can show; of more, the newest. */
const MOST_POINTS = 2_000;
/** For so many days after a crisis nobody's days are summed up: our choice, there is no standard to follow. */
const TENDER_DAYS = 14;
const DAY_MS = 86_400_000;
/** A date somewhere on earth begins up to 14 hours before UTC's and ends up to 12 after: a day more than asked is read. */
const ZONE_MARGIN_MS = DAY_MS;

interface MoodRow {
  keeps_moods: boolean;
  time_zone: string;
  at: Date | null;
  mood: unknown;
  in_crisis: boolean;
}

/**
 * The person's consent and zone, and each turn of theirs with this assistant that holds a mood or a crisis, newest first. The
 * lateral join keeps the person's row when there is no turn. Its condition is that of the index `turns_with_mood`, word
 * for word, or the index is not used. Exported for the test that reads its plan.
 */
export const READ_MOODS: Statement = {
  name: 'moods-read',
  text: `
select coalesce(profiles.consent ->> 'mood', 'true') <> 'false' as keeps_moods, profiles.time_zone, heard.at, heard.mood,
  coalesce(heard.in_crisis, false) as in_crisis
from profiles left join lateral (
  select turns.started_at as at, turns.summary -> 'mood' as mood, turns.summary #>> '{risk,level}' = 'crisis' as in_crisis
  from turns
  join conversations on conversations.user_id = turns.user_id and conversations.id = turns.conversation_id
  where turns.user_id = $1 and turns.started_at >= $3
    and (jsonb_typeof(turns.summary -> 'mood') = 'object' or turns.summary #>> '{risk,level}' = 'crisis')
    and conversations.assistant = $2
  order by turns.started_at desc
  limit ${MOST_POINTS}
) heard on coalesce(profiles.consent ->> 'mood', 'true') <> 'false'
where profiles.user_id = $1`,
};

/**
 * The person's moods with one assistant over the last `days` of their own calendar, today included; null when the person
 * no longer exists. Moods of messages in a crisis are in nothing of it, and for two weeks after one there is no trend and
 * the summary speaks without figures. When the person switched moods off there are none (`kept` is false).
 */
export async function readMoods(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { userId, assistant, days }: { readonly userId: string; readonly assistant: string; readonly days: number },
): Promise<MoodsAnswer | null> {
  const now = clock.now();
  const since = new Date(now.getTime() - days * DAY_MS - ZONE_MARGIN_MS);
  const rows = await execute<MoodRow>(database.pool, READ_MOODS, [userId, assistant, since]);
  const [person] = rows;
  if (person === undefined) return null;
  if (!person.keeps_moods) {
    return { points: [], days: [], trend: { ...UNCLEAR, summary: MOODS_OFF }, kept: false };
  }
  return answerOf(rows, datesUntil(dateReader(person.time_zone)(now), days), dateReader(person.time_zone));
}

function answerOf(rows: readonly MoodRow[], dates: readonly string[], dateOf: (moment: Date) => string): MoodsAnswer {
  const asked = new Set(dates);
  const dated = rows
    .flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at, date: dateOf(at) }]))
    .filter(({ date }) => asked.has(date))
    .toReversed();
  const heard = dated.flatMap(({ at, date, mood: stored, in_crisis }) => {
    // Summaries of older versions may hold a mood of another shape: it is none.
    const read = mood.safeParse(stored);
    return read.success && !in_crisis ? [{ ...read.data, at, date }] : [];
  });
  const days = moodDays(dates, heard);
  const tender = new Set(dates.slice(-TENDER_DAYS));
  const isTender = dated.some(({ date, in_crisis }) => in_crisis && tender.has(date));
  const trend = isTender ? UNCLEAR : trendOf(days);
  return {
    points: heard.map(({ at, label, valence, arousal }) => ({ at: at.toISOString(), label, valence, arousal })),
    days,
    trend: { ...trend, summary: isTender ? AFTER_CRISIS : summaryOf(days, trend) },
    kept: true,
  };
}

/** Takes the moods out of what is kept of the turns, and out of the details beside their replies. */
const FORGET_MOODS: Statement = {
  name: 'moods-forget',
  text: `
with own as (
  select id from conversations where user_id = $1 and assistant = $2
), heard as (
  update turns set summary = jsonb_set(summary, '{mood}', 'null')
  where user_id = $1 and conversation_id in (select id from own) and jsonb_typeof(summary -> 'mood') = 'object'
  returning message_id
), shown as (
  update messages set details = jsonb_set(details, '{mood}', 'null')
  where user_id = $1 and conversation_id in (select id from own) and jsonb_typeof(details -> 'mood') = 'object'
)
select count(*)::integer as deleted from heard`,
};

/** Deletes every mood that one assistant heard of a person. Returns of how many messages. The messages stay. */
export async function forgetMoods(
  { pool }: Pick<Database, 'pool'>,
  { userId, assistant }: { readonly userId: string; readonly assistant: string },
): Promise<number> {
  const [row] = await execute<{ deleted: number }>(pool, FORGET_MOODS, [userId, assistant]);
  return row?.deleted ?? 0;
}
