import type { Fact, MemoryKind } from './fact.ts';
import { fold } from './fold.ts';

/** A row of `memories` with its sources, as {@link MEMORY_COLUMNS} reads it. */
export interface MemoryRow {
  id: string;
  assistant: string;
  kind: MemoryKind;
  subject_key: string;
  subject_name: string | null;
  subject_relation: string | null;
  slot: string;
  value: string | null;
  text: string;
  quote: string;
  modality: 'asserted' | 'negated';
  confidence: number;
  importance: number;
  tender: boolean;
  time_words: string | null;
  time_date: string | null;
  status: Fact['status'];
  said_at: Date;
  valid_from: Date;
  valid_until: Date | null;
  created_at: Date;
  last_used_at: Date | null;
  sources: string[] | null;
}

/** Columns of {@link MemoryRow}, of a table or alias named `memories`. */
export const MEMORY_COLUMNS = `
  memories.id, memories.assistant, memories.kind, memories.subject_key, memories.subject_name, memories.subject_relation,
  memories.slot, memories.value, memories.text, memories.quote, memories.modality, memories.confidence, memories.importance,
  memories.tender, memories.time_words, memories.time_date, memories.status, memories.said_at, memories.valid_from,
  memories.valid_until, memories.created_at, memories.last_used_at,
  (select json_agg(memory_sources.message_id order by (
     select created_at from messages where messages.user_id = memory_sources.user_id and messages.id = memory_sources.message_id
   ), memory_sources.message_id) from memory_sources
   where memory_sources.user_id = memories.user_id and memory_sources.memory_id = memories.id) as sources`;

/** The fact a row stands for. */
export function factOf(row: MemoryRow): Fact {
  return {
    id: row.id,
    kind: row.kind,
    subject: { key: row.subject_key, name: row.subject_name, relation: row.subject_relation },
    slot: row.slot,
    value: row.value,
    text: row.text,
    quote: row.quote,
    modality: row.modality,
    confidence: row.confidence,
    importance: row.importance,
    tender: row.tender,
    time: row.time_words === null ? null : { words: row.time_words, date: row.time_date },
    status: row.status,
    saidAt: row.said_at,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    sourceMessageIds: row.sources ?? [],
  };
}

/** Who found a memory: the rules, a vendor's model behind the same gate, or the person, who wrote or corrected it. */
export type Origin = 'rules' | 'model' | 'person';

/** A fact as `json_to_recordset` takes it into `memories`. */
export const rowOf = (fact: Fact, origin: Origin, createdAt: Date) => ({
  id: fact.id,
  kind: fact.kind,
  subject_key: fact.subject.key,
  subject_name: fact.subject.name,
  subject_relation: fact.subject.relation,
  slot: fact.slot,
  value: fact.value,
  name_key: fact.subject.name === null ? null : fold(fact.subject.name),
  value_key: fact.value === null ? null : fold(fact.value),
  text: fact.text,
  quote: fact.quote,
  modality: fact.modality,
  confidence: fact.confidence,
  importance: fact.importance,
  tender: fact.tender,
  time_words: fact.time?.words ?? null,
  time_date: fact.time?.date ?? null,
  status: fact.status,
  origin,
  said_at: fact.saidAt,
  valid_from: fact.validFrom,
  valid_until: fact.validUntil,
  created_at: createdAt,
});

/** The columns of {@link rowOf} with their types, for `json_to_recordset`. */
export const ROW_COLUMNS = `id uuid, kind text, subject_key text, subject_name text, subject_relation text, slot text,
  value text, name_key text, value_key text, text text, quote text, modality text, confidence real, importance real,
  tender boolean, time_words text, time_date text, status text, origin text, said_at timestamptz, valid_from timestamptz,
  valid_until timestamptz, created_at timestamptz`;
