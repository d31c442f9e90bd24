import type { SafetyLevel } from '@rapport/wire';
import { type Database, execute, type Statement } from '../database/database.ts';
import type { Risk } from '../understanding/summary.ts';
import { countryOf, type Whereabouts } from './helplines.ts';

/**
 * What is counted: messages read as a crisis or a concern, turns that stayed in care (a crisis and each of these names a
 * line to call), and times the assistant said that it is an AI.
 */
export const SAFETY_EVENT_KINDS = ['crisis', 'concern', 'aftercare', 'disclosure'] as const;
export type SafetyEventKind = (typeof SAFETY_EVENT_KINDS)[number];

/** One thing to count, with nobody's name, words or moment on it. */
export interface SafetyEvent {
  readonly kind: SafetyEventKind;
  /** The rule that read it; for a disclosure why it was made. */
  readonly rule: string;
  readonly assistant: string;
  readonly brand: string;
  readonly country: string | null;
  readonly language: string;
  /** UTC day, ISO 8601. */
  readonly occurredOn: string;
}

export interface TurnToCount {
  /** What the person's message was read as. */
  readonly risk: Risk;
  /** The turn's level: a crisis whose message carries none is a turn of aftercare. */
  readonly safety: SafetyLevel;
  /** Whether this reply said that it is an AI. */
  readonly disclosed: boolean;
  readonly assistant: string;
  readonly brand: string;
  readonly person: Whereabouts;
  /** BCP 47 tag of the message's language. */
  readonly language: string;
  readonly at: Date;
}

const LONGEST_RULE = 100;
const LONGEST_LANGUAGE = 35;

/** The rows of a turn whose reply was shown; a turn can have several, or none. Pure. */
export function safetyEventsOf(turn: TurnToCount): readonly SafetyEvent[] {
  const shared = {
    assistant: turn.assistant,
    brand: turn.brand,
    country: countryOf(turn.person),
    language: turn.language.slice(0, LONGEST_LANGUAGE),
    occurredOn: turn.at.toISOString().slice(0, 10),
  };
  const read = kindOf(turn);
  return [
    ...(read === null ? [] : [{ ...shared, kind: read, rule: (turn.risk.rule ?? 'in-care').slice(0, LONGEST_RULE) }]),
    ...(turn.disclosed
      ? [{ ...shared, kind: 'disclosure' as const, rule: turn.safety === 'crisis' ? 'with-care' : 'due' }]
      : []),
  ];
}

function kindOf({ risk, safety }: TurnToCount): Exclude<SafetyEventKind, 'disclosure'> | null {
  if (risk.level === 'crisis') return 'crisis';
  if (safety === 'crisis') return 'aftercare';
  return risk.level === 'concern' ? 'concern' : null;
}

/**
 * The branch of a statement that writes them, so that they stand or fall with the turn. `rows` is the placeholder of
 * {@link safetyEventRows}, `from` the branch that has a row only if the turn is finished.
 */
export const insertSafetyEvents = ({ rows, from }: { readonly rows: string; readonly from: string }): string => `
  insert into safety_events (kind, rule, assistant, brand, country, language, occurred_on)
  select e.kind, e.rule, e.assistant, e.brand, e.country, e.language, e.occurred_on
  from ${from} cross join json_to_recordset(${rows}::json)
    as e (kind text, rule text, assistant text, brand text, country text, language text, occurred_on date)`;

/** The parameter of {@link insertSafetyEvents}. */
export const safetyEventRows = (events: readonly SafetyEvent[]): string =>
  JSON.stringify(events.map(({ occurredOn, ...event }) => ({ ...event, occurred_on: occurredOn })));

export interface SafetyCount {
  /** The UTC month, as `2026-11`. */
  readonly month: string;
  readonly assistant: string;
  readonly kind: SafetyEventKind;
  readonly count: number;
}

const COUNTS: Statement = {
  name: 'safety-counts',
  text: `
select to_char(occurred_on, 'YYYY-MM') as month, assistant, kind, count(*)::integer as count
from safety_events
where occurred_on >= make_date($1, 1, 1) and occurred_on < make_date($1 + 1, 1, 1)
group by 1, 2, 3 order by 1, 2, 3`,
};

/** A year's counts by month, assistant and kind; what has none is left out. */
export async function countSafetyEvents(database: Database, year: number): Promise<readonly SafetyCount[]> {
  const rows = await execute<{ month: string; assistant: string; kind: SafetyEventKind; count: number }>(
    database.pool,
    COUNTS,
    [year],
  );
  return rows.map(({ month, assistant, kind, count }) => ({ month, assistant, kind, count }));
}
