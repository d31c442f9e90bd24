import { setImmediate as otherWork } from 'node:timers/promises';
import { type Database, execute, type Statement } from '../database/database.ts';
import type { PersonHistory } from './history.ts';

/**
 * Of whom anything is foretold, as a condition on `users` and `profiles`: people with an account who have not switched
 * `consent.analytics` off. Guests come once by their nature and can't be written to.
 */
export const MAY_BE_FORETOLD = `not users.is_anonymous and coalesce(profiles.consent ->> 'analytics', 'true') <> 'false'`;

/** The day of UTC since 1 January 1970 that a time belongs to, as {@link PersonHistory} counts. */
const dayOf = (column: string): string => `floor(extract(epoch from ${column}) / 86400)::integer`;

/**
 * A share of people from 0 to 2^32, the same ones whenever and wherever it is asked: by a hash of their id, so that it has
 * nothing to do with who they are or when they came.
 */
const IN_SAMPLE = `('x' || substr(md5(users.id::text), 1, 8))::bit(32)::bigint`;

const THEIRS =
  'exists (select from conversations where conversations.user_id = users.id and conversations.assistant = $1)';

const COUNT: Statement = {
  name: 'predictions-count-people',
  text: `
select count(*)::integer as people from users join profiles on profiles.user_id = users.id
where ${MAY_BE_FORETOLD} and ${THEIRS}`,
};

/**
 * A page of people by id with what the tables say of them before a moment. Moods of messages in a crisis are left out, as they are
 * everywhere; where somebody keeps no moods there are none.
 */
const READ: Statement = {
  name: 'predictions-read-histories',
  text: `
with people as materialized (
  select users.id from users join profiles on profiles.user_id = users.id
  where ($3::uuid is null or users.id > $3) and ${IN_SAMPLE} < $4::bigint and ${MAY_BE_FORETOLD} and ${THEIRS}
  order by users.id
  limit $5
)
select people.id as "userId", written.days, rated.ratings
from people
cross join lateral (
  select json_agg(json_build_object('day', day, 'moods', moods, 'valence', valence) order by day) as days from (
    select ${dayOf('turns.started_at')} as day, count(heard.valence)::integer as moods,
      coalesce(sum(heard.valence), 0) as valence
    from conversations
    join turns on turns.user_id = conversations.user_id and turns.conversation_id = conversations.id
    cross join lateral (
      select case when jsonb_typeof(turns.summary #> '{mood,valence}') = 'number'
        and turns.summary #>> '{risk,level}' is distinct from 'crisis'
        then (turns.summary #>> '{mood,valence}')::double precision end as valence
    ) heard
    where conversations.user_id = people.id and conversations.assistant = $1 and turns.started_at < $2
    group by 1
  ) by_day
) written
cross join lateral (
  select json_agg(json_build_object('day', ${dayOf('feedback.created_at')}, 'rating', rating) order by feedback.created_at, feedback.id)
    as ratings
  from feedback
  join messages on messages.user_id = feedback.user_id and messages.id = feedback.message_id
  join conversations on conversations.user_id = messages.user_id and conversations.id = messages.conversation_id
  where feedback.user_id = people.id and conversations.assistant = $1 and feedback.created_at < $2
) rated
order by people.id`,
};

interface HistoryRow {
  userId: string;
  days: PersonHistory['days'] | null;
  ratings: PersonHistory['ratings'] | null;
}

/** People read by one statement, which holds the embedded database, and with it the process, for some 30 ms. */
const PAGE = 200;
const EVERYBODY = 2 ** 32;

export const countPeople = async (database: Database, assistant: string): Promise<number> =>
  (await execute<{ people: number }>(database.pool, COUNT, [assistant]))[0]?.people ?? 0;

/**
 * Pages of people of an assistant with what they did before `before`, by id. Only a page is held at a time.
 *
 * @param share from 0 to 1, of people; the same ones each time.
 * @throws the signal's reason when it is aborted.
 */
export async function* readHistories(
  database: Database,
  {
    assistant,
    before,
    share,
    signal,
  }: { readonly assistant: string; readonly before: Date; readonly share: number; readonly signal: AbortSignal },
): AsyncGenerator<PersonHistory[]> {
  let after: string | null = null;
  for (;;) {
    signal.throwIfAborted();
    // The embedded database answers without ever letting go: timers and requests would wait for the last page.
    await otherWork();
    const rows: HistoryRow[] = await execute<HistoryRow>(database.pool, READ, [
      assistant,
      before,
      after,
      Math.ceil(share * EVERYBODY),
      PAGE,
    ]);
    yield rows.map(({ userId, days, ratings }) => ({ userId, days: days ?? [], ratings: ratings ?? [] }));
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.userId ?? null;
  }
}
