import type { ColumnType, Generated } from 'kysely';

/** The tables as Kysely sees them; the migrations are the truth, and a test compares the two. */
export interface Tables {
  users: UsersTable;
  profiles: ProfilesTable;
  assistant_profiles: AssistantProfilesTable;
  conversations: ConversationsTable;
  messages: MessagesTable;
  turns: TurnsTable;
  feedback: FeedbackTable;
  idempotency_keys: IdempotencyKeysTable;
  erasures: ErasuresTable;
  sessions: SessionsTable;
  refresh_tokens: RefreshTokensTable;
}

/** A `jsonb` column: read as the parsed value, written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>;

export interface UsersTable {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  is_anonymous: Generated<boolean>;
  identity_provider: Generated<'built-in' | 'supabase'>;
  role: Generated<'user' | 'operator'>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface ProfilesTable {
  user_id: string;
  preferred_name: string | null;
  display_name: string | null;
  locale: Generated<string>;
  time_zone: Generated<string>;
  quiet_hours: ColumnType<{ from: string; to: string } | null, string | null, string | null>;
  channels: Json<{ email: boolean; push: boolean; inApp: boolean }>;
  consent: Json<{ memory: boolean; mood: boolean; analytics: boolean; crossAssistant: boolean }>;
  birth_year: number | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AssistantProfilesTable {
  user_id: string;
  assistant: string;
  persona: string | null;
  journey_stage: string | null;
  hair_profile: ColumnType<Record<string, unknown> | null, string | null, string | null>;
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
  details: ColumnType<unknown, string | null, string | null>;
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
  summary: ColumnType<unknown, string | null, string | null>;
  instance_id: string;
  lease_until: Date;
  cancel_requested_at: Date | null;
  request_id: string | null;
  started_at: Date;
  finished_at: Date | null;
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
  response: ColumnType<unknown, string, string>;
  created_at: Date;
}

export interface ErasuresTable {
  receipt_id: string;
  subject_hash: Buffer;
  stores: ColumnType<{ store: string; rows: number }[], string, string>;
  erased_at: Date;
}

export interface SessionsTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
}

export interface RefreshTokensTable {
  token_hash: Buffer;
  session_id: string;
  created_at: Date;
  expires_at: Date;
  spent_at: Date | null;
}
