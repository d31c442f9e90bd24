import type { Database } from '@rapport/core/database/database.ts';
import type { PersonHistory } from '@rapport/core/predictions/history.ts';

const DAY_MS = 86_400_000;
/** People stored by one statement of each kind. */
const BATCH = 500;

/** A conversation a person, in which all is said and rated. */
const CONVERSATION_OF = 'overlay(person."userId"::text placing \'c\' from 1 for 1)::uuid';

/** A turn for each mood, spread over the day's hours; none of them has a text. */
const STATEMENTS = [
  `insert into users (id, name, email)
   select "userId", 'Bo', "userId" || '@simulated.invalid' from json_to_recordset($1::json) as person ("userId" uuid)`,
  `insert into conversations (id, user_id, assistant, brand, created_at, updated_at)
   select ${CONVERSATION_OF}, person."userId", $2, $2, to_timestamp(0), to_timestamp(0)
   from json_to_recordset($1::json) as person ("userId" uuid)`,
  `insert into turns (user_id, message_id, conversation_id, reply_id, state, body_hash, instance_id, lease_until, started_at,
     finished_at, summary)
   select person."userId", gen_random_uuid(), ${CONVERSATION_OF}, gen_random_uuid(), 'completed', decode(repeat('00', 32), 'hex'),
     gen_random_uuid(), said.at, said.at, said.at, json_build_object('risk', json_build_object('level', 'none'),
       'mood', json_build_object('valence', written.valence / written.moods))
   from json_to_recordset($1::json) as person ("userId" uuid, days json)
   cross join json_to_recordset(person.days) as written (day integer, moods integer, valence double precision)
   cross join generate_series(1, written.moods) as nth
   cross join lateral (select to_timestamp(written.day * 86400.0 + 86000.0 * nth / (written.moods + 1)) as at) said`,
  `with rated as (
     select person."userId" as user_id, ${CONVERSATION_OF} as conversation_id, gen_random_uuid() as message_id, rating,
       to_timestamp(day * 86400.0 + 80000) as at, row_number() over (partition by person."userId" order by day) as sequence
     from json_to_recordset($1::json) as person ("userId" uuid, ratings json)
     cross join json_to_recordset(person.ratings) as rated (day integer, rating integer)
   ), replied as (
     insert into messages (user_id, id, conversation_id, sequence, role, text, created_at)
     select user_id, message_id, conversation_id, sequence, 'assistant', '', at from rated
   )
   insert into feedback (id, user_id, message_id, rating, created_at)
   select gen_random_uuid(), user_id, message_id, rating, at from rated`,
];

/**
 * Stores people with what they did before a moment, so that what is read of them is what they are made of. Of who had not begun by then
 * there is an account and a conversation without turns.
 */
export async function seedCohort(
  database: Database,
  assistant: string,
  people: readonly PersonHistory[],
  before: Date,
): Promise<void> {
  const past = ({ day }: { readonly day: number }) => day * DAY_MS < before.getTime();
  for (let from = 0; from < people.length; from += BATCH) {
    const rows = JSON.stringify(
      people.slice(from, from + BATCH).map(({ userId, days, ratings }) => ({
        userId,
        days: days.filter(past),
        ratings: ratings.filter(past),
      })),
    );
    for (const statement of STATEMENTS) {
      await database.pool.query(statement, statement.includes('$2') ? [rows, assistant] : [rows]);
    }
  }
}
