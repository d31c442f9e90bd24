import type { AnalyticsDashboard } from '@rapport/wire';
import type { Database } from '../database/database.ts';
import type { Span } from './span.ts';

/** From when on a conversation nobody wrote in is no longer open, in hours: people answer the next morning. */
const OPEN_HOURS = 24;
/** Weekly cohorts that are shown, the latest. */
const COHORTS = 12;
const MONTH_DAYS = 30;

const ACTIVE = `
select (count(*) filter (where last = $1::date))::integer as day, (count(*) filter (where last > $1::date - 7))::integer as week,
  count(*)::integer as month, coalesce(sum(days), 0)::float8 as days
from (
  select user_id, max(day) as last, count(*) as days
  from (select distinct user_id, day from analytics_active_days
        where day > $1::date - ${MONTH_DAYS} and day <= $1::date and ($2::text is null or brand = $2)) as each_day
  group by user_id
) as people`;

const RETENTION = `
select cohort::text, weeks_after, people,
  people::float8 / first_value(people) over (partition by cohort order by weeks_after) as share
from analytics_retention
where brand = coalesce($2, '*') and cohort > date_trunc('week', $1::timestamp)::date - ${COHORTS * 7} and cohort <= $1::date
order by cohort, weeks_after`;

/** What of `users` is counted by person. @param day the UTC day it is counted on, ISO 8601. */
export async function readActivePeople(
  { pool }: Database,
  day: string,
  brand: string | null,
): Promise<Pick<AnalyticsDashboard['users'], 'activeDay' | 'activeWeek' | 'activeMonth' | 'stickiness' | 'retention'>> {
  const [active, retention] = await Promise.all([
    pool.query<{ day: number; week: number; month: number; days: number }>(ACTIVE, [day, brand]),
    pool.query<{ cohort: string; weeks_after: number; people: number; share: number }>(RETENTION, [day, brand]),
  ]);
  const counted = active.rows[0] ?? { day: 0, week: 0, month: 0, days: 0 };
  return {
    activeDay: counted.day,
    activeWeek: counted.week,
    activeMonth: counted.month,
    stickiness: counted.month === 0 ? null : counted.days / MONTH_DAYS / counted.month,
    retention: retention.rows.map(({ cohort, weeks_after: weeksAfter, people, share }) => ({
      cohort,
      weeksAfter,
      people,
      share,
    })),
  };
}

/**
 * How conversations are counted: the first rule that fits decides. Silence is no success: a conversation that simply ends is
 * `unknown`, however good the reply was.
 */
const RESOLUTION_RULES: AnalyticsDashboard['resolution']['rules'] = {
  handedOver: 'A case was opened for people of the team.',
  open: `Someone wrote in the last ${OPEN_HOURS} hours.`,
  resolved:
    'The latest rating is 4 or 5; or there is none and the latest message was a thank-you, or the person reported that what was advised worked.',
  abandoned: 'The latest rating is 1 or 2; or the latest reply failed or was stopped, and nobody wrote again.',
  unknown: 'Nothing of that: it ended in silence.',
};

/** How a row of `analytics_conversations` stands, as SQL. @param openSince the SQL of {@link openSince}'s value */
export const STANDS = (openSince: string): string => `case
    when is_handed_over then 'handedOver'
    when last_at > ${openSince} then 'open'
    when last_rating >= 4 or (last_rating is null and (last_thanks or has_worked)) then 'resolved'
    when last_rating <= 2 or last_state <> 'completed' then 'abandoned'
    else 'unknown' end`;

/** Conversations nobody wrote in since then are no longer open. */
export const openSince = (now: Date): Date => new Date(now.getTime() - OPEN_HOURS * 3_600_000);

const RESOLUTION = `
select stands, count(*)::integer as conversations
from (
  select ${STANDS('$4::timestamptz')} as stands
  from analytics_conversations where started_at >= $1 and started_at < $2 and ($3::text is null or brand = $3)
) as conversations group by stands`;

/** How the conversations stand that began in the span. @param started how many began, those that aren't followed too. */
export async function readResolution(
  { pool }: Database,
  { from, to }: Span,
  brand: string | null,
  now: Date,
): Promise<(started: number) => AnalyticsDashboard['resolution']> {
  const values = [from, to, brand, openSince(now)];
  const { rows } = await pool.query<{ stands: string; conversations: number }>(RESOLUTION, values);
  const by = new Map(rows.map(({ stands, conversations }) => [stands, conversations]));
  const of = (stands: string) => by.get(stands) ?? 0;
  const followed = rows.reduce((sum, { conversations }) => sum + conversations, 0);
  const ended = followed - of('open');
  return (started) => ({
    resolved: of('resolved'),
    abandoned: of('abandoned'),
    handedOver: of('handedOver'),
    unknown: of('unknown'),
    open: of('open'),
    resolutionRate: ended === 0 ? null : of('resolved') / ended,
    notFollowed: Math.max(0, started - followed),
    rules: RESOLUTION_RULES,
    noData: ended === 0 ? { resolutionRate: 'No conversation of this span has ended yet.' } : {},
  });
}
