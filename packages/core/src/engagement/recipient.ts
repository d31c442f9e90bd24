import type { Pool, PoolClient } from 'pg';
import { execute, type Statement } from '../database/database.ts';
import { PLACEHOLDER_EMAIL_DOMAIN } from '../people/names.ts';
import { SEND_LIMITS, type SendPerson } from './decide-send.ts';
import type { WordingFacts } from './wording.ts';

/** Everything that is looked at of a person before something is sent: in one statement, so that it is of one moment. */
const READ: Statement = {
  name: 'campaign-recipient',
  text: `
select users.email, users.is_anonymous, profiles.preferred_name, profiles.time_zone, profiles.quiet_hours, profiles.channels, profiles.consent,
  profiles.birth_year, standing.persona, standing.journey_stage,
  (select min(value::integer) from memories where memories.user_id = $1 and subject_key = 'self' and slot = 'age' and status = 'active'
     and modality = 'asserted' and value ~ '^[0-9]{1,3}$') as told_age,
  exists (select from assistant_profiles cared where cared.user_id = $1 and cared.care_level <> 'none') as in_care,
  (select max(created_at) from messages where messages.user_id = $1 and role = 'assistant' and details ->> 'safety' = 'crisis'
     and created_at > $3::timestamptz - make_interval(days => ${SEND_LIMITS.crisisDays})) as last_crisis_at,
  (select min((summary -> 'mood' ->> 'valence')::float8) from turns
   where turns.user_id = $1 and started_at > $3::timestamptz - make_interval(hours => ${SEND_LIMITS.lowMoodHours})) as lowest_valence,
  exists (select from cases where cases.user_id = $1 and cases.assistant = $2 and status <> 'resolved')
    or exists (select from conversations where conversations.user_id = $1 and conversations.assistant = $2 and owned_until > $3) as has_open_case,
  (select max(updated_at) from conversations where conversations.user_id = $1 and conversations.assistant = $2 and last_sequence > 1) as last_seen_at,
  (select json_build_object('product', case when item_kind = 'product' then item end, 'phrase', phrase,
     'isOpen', dropped_at is null and not exists (select from advice_reports
       where advice_reports.user_id = $1 and advice_reports.advice_id = advice.id and outcome <> 'not_tried'))
   from advice where advice.user_id = $1 and advice.id = $4::uuid) as advice,
  (select json_agg(decided_at) from campaign_sends sends where sends.user_id = $1 and sends.state in ('sent', 'sending')
     and sends.id is distinct from $5::uuid
     and sends.decided_at > $3::timestamptz - make_interval(days => ${SEND_LIMITS.capDays})) as sent_at
from users join profiles on profiles.user_id = users.id
left join assistant_profiles standing on standing.user_id = users.id and standing.assistant = $2
where users.id = $1`,
};

interface RecipientRow {
  readonly email: string;
  readonly is_anonymous: boolean;
  readonly preferred_name: string | null;
  readonly time_zone: string;
  readonly quiet_hours: { readonly from: string; readonly to: string } | null;
  readonly channels: { readonly email?: boolean; readonly inApp?: boolean };
  readonly consent: { readonly analytics?: boolean };
  readonly birth_year: number | null;
  readonly persona: string | null;
  readonly journey_stage: string | null;
  readonly told_age: number | null;
  readonly in_care: boolean;
  readonly last_crisis_at: Date | null;
  readonly lowest_valence: number | null;
  readonly has_open_case: boolean;
  readonly last_seen_at: Date | null;
  readonly advice: { readonly product: string | null; readonly phrase: string; readonly isOpen: boolean } | null;
  readonly sent_at: string[] | null;
}

/** Somebody a message may go to. */
export interface Recipient {
  readonly person: SendPerson;
  readonly facts: WordingFacts;
  /** Whether what comes of mail may be noted. */
  readonly allowsFigures: boolean;
}

/** Who a message may go to, as they are at `now`; null when they no longer exist. */
export async function readRecipient(
  executor: Pool | PoolClient,
  about: {
    readonly userId: string;
    readonly assistant: string;
    readonly adviceId: string | null;
    /** The send itself, which is none of what was sent before; null for one that is not planned yet. */
    readonly sendId: string | null;
  },
  now: Date,
): Promise<Recipient | null> {
  const { userId, assistant, adviceId, sendId } = about;
  const [row] = await execute<RecipientRow>(executor, READ, [userId, assistant, now, adviceId, sendId]);
  if (row === undefined) return null;
  const hasAddress = !row.is_anonymous && !row.email.endsWith(`@${PLACEHOLDER_EMAIL_DOMAIN}`);
  return {
    person: {
      address: hasAddress ? row.email : null,
      channels: { email: row.channels.email === true, inApp: row.channels.inApp !== false },
      timeZone: row.time_zone,
      quietHours: row.quiet_hours === null ? null : { from: row.quiet_hours.from, until: row.quiet_hours.to },
      birthYear: row.birth_year,
      toldAge: row.told_age,
      isInCare: row.in_care,
      lastCrisisAt: row.last_crisis_at,
      lowestValence: row.lowest_valence,
      hasOpenCase: row.has_open_case,
      lastSeenAt: row.last_seen_at,
      stageNow: row.journey_stage,
      advice: row.advice,
      sentAt: (row.sent_at ?? []).map((at) => new Date(at)),
    },
    facts: { name: row.preferred_name, persona: row.persona, stage: row.journey_stage, advice: row.advice },
    allowsFigures: row.consent.analytics !== false,
  };
}
