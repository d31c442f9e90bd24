import type { ColumnType, Generated } from 'kysely';

/** Every table as Kysely sees it; the migrations are the truth, and `schema.test.ts` compares the two column by column. */
export interface Tables {
  users: UsersTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  verifications: VerificationsTable;
  refresh_tokens: RefreshTokensTable;
  profiles: ProfilesTable;
  assistant_profiles: AssistantProfilesTable;
  conversations: ConversationsTable;
  messages: MessagesTable;
  turns: TurnsTable;
  model_attempts: ModelAttemptsTable;
  feedback: FeedbackTable;
  idempotency_keys: IdempotencyKeysTable;
  erasures: ErasuresTable;
}

/** A `jsonb` column: read as the parsed value, written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>;
type NullableJson<Value> = ColumnType<Value | null, string | null, string | null>;
/** One that the database fills when it is not given. */
type GeneratedJson<Value> = ColumnType<Value, string | undefined, string>;

export interface UsersTable {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  is_anonymous: Generated<boolean>;
  identity_provider: Generated<'built-in' | 'supabase'>;
  role: Generated<'user' | 'operator'>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** How someone signs in. Written and read by the accounts library. */
export interface AccountsTable {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface SessionsTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** Written and read by the accounts library. */
export interface VerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface RefreshTokensTable {
  token_hash: Buffer;
  session_id: string;
  created_at: Date;
  expires_at: Date;
  spent_at: Date | null;
}

export interface ProfilesTable {
  user_id: string;
  preferred_name: string | null;
  display_name: string | null;
  locale: Generated<string>;
  time_zone: Generated<string>;
  quiet_hours: NullableJson<{ from: string; to: string }>;
  channels: GeneratedJson<{ email: boolean; push: boolean; inApp: boolean }>;
  consent: GeneratedJson<{ memory: boolean; mood: boolean; analytics: boolean; crossAssistant: boolean }>;
  birth_year: number | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AssistantProfilesTable {
  user_id: string;
  assistant: string;
  persona: string | null;
  journey_stage: string | null;
  hair_profile: NullableJson<Record<string, unknown>>;
  name_asks: Generated<number>;
  last_disclosed_at: Date | null;
  care_level: Generated<'none' | 'concern' | 'crisis'>;
  care_turns_left: Generated<number>;
  updated_at: Generated<Date>;
}

export interface ConversationsTable {
  id: string;
  user_id: string;
  assistant: string;
  brand: string;
  title: string | null;
  last_sequence: Generated<number>;
  awaiting_name: Generated<boolean>;
  model_used: string | null;
  response_time_ms: number | null;
  created_at: Date;
  updated_at: Date;
}

export interface MessagesTable {
  user_id: string;
  id: string;
  conversation_id: string;
  sequence: number;
  role: 'user' | 'assistant';
  text: string;
  status: Generated<'complete' | 'partial' | 'cancelled'>;
  details: NullableJson<unknown>;
  request_id: string | null;
  created_at: Date;
}

export interface TurnsTable {
  user_id: string;
  message_id: string;
  conversation_id: string;
  reply_id: string;
  state: Generated<'running' | 'completed' | 'cancelled' | 'failed'>;
  body_hash: Buffer;
  summary: NullableJson<unknown>;
  instance_id: string;
  lease_until: Date;
  cancel_requested_at: Date | null;
  takeovers: Generated<number>;
  request_id: string | null;
  started_at: Date;
  finished_at: Date | null;
}

/** The ledger. `user_id` and `message_id` are null once the person is gone. */
export interface ModelAttemptsTable {
  id: string;
  user_id: string | null;
  message_id: string | null;
  assistant: string;
  brand: string;
  attempt: number;
  model: string;
  served_model: string | null;
  provider: string;
  outcome:
    | 'completed'
    | 'empty'
    | 'filtered'
    | 'truncated'
    | 'rate-limited'
    | 'refused-key'
    | 'timed-out'
    | 'failed'
    | 'cut'
    | 'cancelled';
  first_token_ms: number | null;
  total_ms: number;
  input_tokens: Generated<number>;
  cached_input_tokens: Generated<number>;
  output_tokens: Generated<number>;
  reasoning_tokens: Generated<number>;
  request_id: string | null;
  started_at: Date;
}

export interface FeedbackTable {
  id: string;
  user_id: string;
  message_id: string;
  rating: number;
  comment: string | null;
  created_at: Date;
}

export interface IdempotencyKeysTable {
  user_id: string;
  key: string;
  operation: string;
  body_hash: Buffer;
  response: Json<unknown>;
  created_at: Date;
}

export interface ErasuresTable {
  receipt_id: string;
  subject_hash: Buffer;
  stores: Json<{ store: string; rows: number }[]>;
  erased_at: Date;
}
