import { createHmac } from 'node:crypto';
import type { ErasureReceipt, Profile, ProfilePatch } from '@rapport/wire';
import { sql } from 'kysely';
import type { HairProfileDefinition } from '../assistants/hair-profile-definition.ts';
import { type Database, execute, inTransaction, type Statement } from '../database/database.ts';
import { enteredHair, type HairEntry, hairEntriesOf, shownHair } from '../hair-profile/hair-profile.ts';
import type { Queue } from '../jobs/queue.ts';
import { lockMemory } from '../memory/write.ts';
import type { Clock, NewId } from '../runtime.ts';

interface ProfileRow {
  user_id: string;
  preferred_name: string | null;
  display_name: string | null;
  locale: string;
  time_zone: string;
  quiet_hours: { from: string; to: string } | null;
  channels: Profile['channels'];
  consent: Profile['consent'];
  birth_year: number | null;
  created_at: Date;
  assistants: Record<string, Omit<Profile['assistants'][string], 'hairProfile'> & { hair: HairEntry[] | null }> | null;
}

/** What an assistant wants to know of people's hair; null for one that doesn't. */
export type HairProfileOf = (assistant: string) => HairProfileDefinition | null;
const NO_HAIR_PROFILE: HairProfileOf = () => null;

const READ: Statement = {
  name: 'profile-read',
  text: `
select profiles.user_id, preferred_name, display_name, locale, time_zone, quiet_hours, channels, consent, birth_year, created_at,
  (select json_object_agg(assistant, json_build_object('persona', persona, 'journeyStage', journey_stage,
     'hair', ${hairEntriesOf('assistant_profiles.user_id', 'assistant_profiles.assistant')}))
   from assistant_profiles where assistant_profiles.user_id = profiles.user_id) as assistants
from profiles where profiles.user_id = $1`,
};

/** What is kept about a person as they see it; null when they no longer exist. */
export async function readProfile(
  database: Database,
  userId: string,
  hairProfileOf: HairProfileOf = NO_HAIR_PROFILE,
): Promise<Profile | null> {
  const [row] = await execute<ProfileRow>(database.pool, READ, [userId]);
  if (row === undefined) return null;
  return {
    id: row.user_id,
    preferredName: row.preferred_name,
    displayName: row.display_name,
    locale: row.locale,
    timeZone: row.time_zone,
    quietHours: row.quiet_hours,
    channels: row.channels,
    consent: row.consent,
    birthYear: row.birth_year,
    createdAt: row.created_at.toISOString(),
    assistants: Object.fromEntries(
      Object.entries(row.assistants ?? {}).map(([assistant, { hair, ...standing }]) => [
        assistant,
        { ...standing, hairProfile: shownHair(hair ?? [], hairProfileOf(assistant)) },
      ]),
    ),
  };
}

/** Changes the fields that are given and returns the whole profile; null when the person no longer exists. */
export async function changeProfile(
  database: Database,
  clock: Clock,
  userId: string,
  patch: ProfilePatch,
  hair: { readonly of: HairProfileOf; readonly newId: NewId },
): Promise<Profile | null> {
  const simple = {
    preferred_name: patch.preferredName,
    display_name: patch.displayName,
    locale: patch.locale,
    time_zone: patch.timeZone,
    birth_year: patch.birthYear,
    quiet_hours: patch.quietHours && JSON.stringify(patch.quietHours),
  };
  const given = Object.fromEntries(Object.entries(simple).filter(([, value]) => value !== undefined));
  await database.kysely
    .updateTable('profiles')
    .set({
      ...given,
      // Merged in the database, so that two changes at once lose nothing.
      channels: sql`channels || ${JSON.stringify(patch.channels ?? {})}::jsonb`,
      consent: sql`consent || ${JSON.stringify(patch.consent ?? {})}::jsonb`,
      updated_at: clock.now(),
    })
    .where('user_id', '=', userId)
    .execute();
  for (const [assistant, { hairProfile, persona }] of Object.entries(patch.assistants ?? {})) {
    if (persona !== undefined) await execute(database.pool, CHOOSE_PERSONA, [userId, assistant, persona, clock.now()]);
    if (hairProfile === undefined) continue;
    const entries = enteredHair(hairProfile);
    await execute(database.pool, ENTER_HAIR, [
      userId,
      assistant,
      JSON.stringify(entries.map((entry, place) => ({ ...entry, id: hair.newId(), place }))),
      clock.now(),
    ]);
  }
  return readProfile(database, userId, hair.of);
}

/** Chosen, it stays; with null it is again as whom their words last had them come across. */
const CHOOSE_PERSONA: Statement = {
  name: 'profile-choose-persona',
  text: `
insert into assistant_profiles (user_id, assistant, persona, persona_chosen, updated_at)
select id, $2, $3::text, $3::text is not null, $4 from users where id = $1
on conflict (user_id, assistant) do update set updated_at = $4, persona_chosen = excluded.persona_chosen,
  persona_scores = case when excluded.persona_chosen then null else assistant_profiles.persona_scores end,
  persona = coalesce(excluded.persona, (
    select to_persona from persona_moves where user_id = $1 and assistant = $2 order by moved_at desc, id desc limit 1))`,
};

/** What the person entered by hand stands beside what they said, and holds because it is later: a field is cleared before it is filled. */
const ENTER_HAIR: Statement = {
  name: 'profile-enter-hair',
  text: `
with standing as (
  insert into assistant_profiles (user_id, assistant, updated_at) select id, $2, $4 from users where id = $1
  on conflict (user_id, assistant) do nothing
), given as (
  select * from json_to_recordset($3::json) as h (id uuid, field text, value text, holds boolean, place integer)
), outdone as (
  -- What was entered before proves nothing by itself; what was said stays, and holds again when this is taken back.
  delete from hair_profile_entries
  where user_id = $1 and assistant = $2 and message_id is null and field in (select field from given)
)
insert into hair_profile_entries (user_id, id, assistant, field, value, holds, confidence, said_at, source)
select users.id, h.id, $2, h.field, h.value, h.holds, 1, $4::timestamptz + h.place * interval '1 microsecond', 'entered'
from users cross join given h
where users.id = $1`,
};

/** The stores that hold something of a person, and how their rows are found. The order is that of the receipt. */
const PERSONAL_STORES = [
  ['users', 'id'],
  ['profiles', 'user_id'],
  ['assistant_profiles', 'user_id'],
  ['accounts', 'user_id'],
  ['sessions', 'user_id'],
  ['conversations', 'user_id'],
  ['messages', 'user_id'],
  ['turns', 'user_id'],
  ['feedback', 'user_id'],
  ['idempotency_keys', 'user_id'],
  ['openai_threads', 'user_id'],
  ['memories', 'user_id'],
  ['memory_sources', 'user_id'],
  ['recall_entries', 'user_id'],
  ['journey_moves', 'user_id'],
  ['persona_moves', 'user_id'],
  ['hair_profile_entries', 'user_id'],
  ['cases', 'user_id'],
  ['case_events', 'user_id'],
  ['case_deliveries', 'user_id'],
  ['advice', 'user_id'],
  ['advice_givings', 'user_id'],
  ['advice_reports', 'user_id'],
  ['photos', 'user_id'],
  ['photo_asks', 'user_id'],
  ['analytics_events', 'user_id'],
  ['analytics_active_days', 'user_id'],
  ['analytics_conversations', 'user_id'],
  ['predictions', 'user_id'],
  ['experiment_assignments', 'user_id'],
  ['campaign_sends', 'user_id'],
] as const;

/** The tables an erasure empties of a person, for the test that compares them with the schema. */
export const PERSONAL_TABLES: readonly string[] = PERSONAL_STORES.map(([table]) => table);

/** The ledger keeps what was spent and forgets for whom: its rows lose every id that leads to the person. */
const FORGET_ATTEMPTS =
  'update model_attempts set user_id = null, message_id = null, request_id = null, vendor_request_id = null where user_id = $1';

/**
 * Erases a person: every row that is theirs, in one transaction, counted for the receipt. The receipt names no one; a
 * keyed hash of the id stays, so that an old token or an old backup can't bring the person back.
 *
 * @param key secret under which the id is hashed.
 * @returns null when there is no such person.
 */
export async function erasePerson(
  {
    database,
    clock,
    newId,
    queue,
  }: {
    readonly database: Database;
    readonly clock: Clock;
    readonly newId: NewId;
    readonly queue: Pick<Queue, 'forget'>;
  },
  key: string,
  userId: string,
): Promise<ErasureReceipt | null> {
  return inTransaction(database.pool, async (client) => {
    const counts = PERSONAL_STORES.map(
      ([table, column]) => `(select count(*)::integer from ${table} where ${column} = $1) as ${table}`,
    );
    await lockMemory(client, userId);
    const locked = await client.query('select id from users where id = $1 for update', [userId]);
    if (locked.rowCount === 0) return null;
    const { rows } = await client.query<Record<string, number>>(`select ${counts.join(', ')}`, [userId]);
    const stores = [
      ...PERSONAL_STORES.map(([table]) => ({ store: table, rows: rows[0]?.[table] ?? 0 })),
      { store: 'jobs', rows: await queue.forget(userId, client) },
    ];
    await client.query(FORGET_ATTEMPTS, [userId]);
    await client.query('delete from users where id = $1', [userId]);
    const receipt = { erasedAt: clock.now().toISOString(), stores, receiptId: newId() };
    await client.query('insert into erasures (receipt_id, subject_hash, stores, erased_at) values ($1, $2, $3, $4)', [
      receipt.receiptId,
      subjectHash(key, userId),
      JSON.stringify(stores),
      receipt.erasedAt,
    ]);
    return receipt;
  });
}

/** How an erased person is recognised without being named. */
export const subjectHash = (key: string, userId: string): Buffer =>
  createHmac('sha256', key).update(`erased-person:${userId}`).digest();

/** When a person was last erased; null when never. A token issued before it is not theirs any more. */
export async function erasedAt(database: Database, key: string, userId: string): Promise<Date | null> {
  const row = await database.kysely
    .selectFrom('erasures')
    .select('erased_at')
    .where('subject_hash', '=', subjectHash(key, userId))
    .orderBy('erased_at', 'desc')
    .executeTakeFirst();
  return row?.erased_at ?? null;
}

/** The name and version of the export's shape, so that a reader knows what it holds. */
export const EXPORT_SCHEMA = 'rapport-export-1';

/** Everything held about a person, as one document. Secrets (password hashes, session tokens) are said to exist, not shown. */
export async function exportPerson(
  database: Database,
  clock: Clock,
  userId: string,
  hairProfileOf: HairProfileOf = NO_HAIR_PROFILE,
): Promise<Record<string, unknown> | null> {
  const profile = await readProfile(database, userId, hairProfileOf);
  if (profile === null) return null;
  const { kysely } = database;
  const account = await kysely
    .selectFrom('users')
    .select(['id', 'email', 'name', 'is_anonymous', 'identity_provider', 'role', 'created_at'])
    .where('id', '=', userId)
    .executeTakeFirst();
  const sessions = await kysely
    .selectFrom('sessions')
    .select(['id', 'expires_at'])
    .where('user_id', '=', userId)
    .execute();
  const standing = await kysely.selectFrom('assistant_profiles').selectAll().where('user_id', '=', userId).execute();
  const conversations = await kysely
    .selectFrom('conversations')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute();
  const messages = await kysely
    .selectFrom('messages')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('conversation_id')
    .orderBy('sequence')
    .execute();
  const turns = await kysely
    .selectFrom('turns')
    .select(['message_id', 'reply_id', 'conversation_id', 'state', 'summary', 'started_at', 'finished_at'])
    .where('user_id', '=', userId)
    .orderBy('started_at')
    .execute();
  const feedback = await kysely.selectFrom('feedback').selectAll().where('user_id', '=', userId).execute();
  const memories = await kysely
    .selectFrom('memories')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute();
  const memorySources = await kysely
    .selectFrom('memory_sources')
    .select(['memory_id', 'message_id'])
    .where('user_id', '=', userId)
    .execute();
  const hairProfileEntries = await kysely
    .selectFrom('hair_profile_entries')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('said_at')
    .execute();
  const cases = await kysely
    .selectFrom('cases')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('opened_at')
    .execute();
  const caseEvents = await kysely
    .selectFrom('case_events')
    .select(['id', 'case_id', 'kind', 'actor_name', 'text', 'at'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .execute();
  const caseDeliveries = await kysely
    .selectFrom('case_deliveries')
    .select(['id', 'case_id', 'event', 'channel', 'payload', 'state', 'created_at', 'delivered_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute();
  const adviceOf = (table: 'advice' | 'advice_givings' | 'advice_reports') =>
    kysely.selectFrom(table).selectAll().where('user_id', '=', userId).execute();
  const experimentAssignments = await kysely
    .selectFrom('experiment_assignments')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('assigned_at')
    .execute();
  const photoAsks = await kysely.selectFrom('photo_asks').selectAll().where('user_id', '=', userId).execute();
  const analyticsEvents = await kysely
    .selectFrom('analytics_events')
    .select(['occurred_at', 'name', 'assistant', 'conversation_id', 'properties'])
    .where('user_id', '=', userId)
    .orderBy('occurred_at')
    .execute();
  const analyticsOf = (table: 'analytics_active_days' | 'analytics_conversations') =>
    kysely.selectFrom(table).selectAll().where('user_id', '=', userId).execute();
  const predictions = await kysely
    .selectFrom('predictions')
    .select(['assistant', 'at', 'probability', 'band', 'reasons', 'model_id'])
    .where('user_id', '=', userId)
    .execute();
  const campaignSends = await kysely
    .selectFrom('campaign_sends')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('planned_at')
    .execute();
  const movesOf = (table: 'journey_moves' | 'persona_moves') =>
    kysely.selectFrom(table).selectAll().where('user_id', '=', userId).orderBy('moved_at').execute();
  return {
    schema: EXPORT_SCHEMA,
    exportedAt: clock.now().toISOString(),
    account,
    profile,
    assistants: standing,
    sessions,
    // Whose accounts the team's are is none of the person's data; their names as shown are.
    conversations: conversations.map(({ owner_id: _owner, ...conversation }) => conversation),
    messages: messages.map(({ author_id: _author, ...message }) => message),
    turns,
    feedback,
    memories,
    memorySources,
    journeyMoves: await movesOf('journey_moves'),
    personaMoves: await movesOf('persona_moves'),
    hairProfileEntries,
    cases,
    caseEvents,
    caseDeliveries,
    advice: await adviceOf('advice'),
    adviceGivings: await adviceOf('advice_givings'),
    adviceReports: await adviceOf('advice_reports'),
    photoAsks,
    analyticsEvents,
    analyticsActiveDays: await analyticsOf('analytics_active_days'),
    analyticsConversations: await analyticsOf('analytics_conversations'),
    predictions,
    experimentAssignments,
    campaignSends,
  };
}
