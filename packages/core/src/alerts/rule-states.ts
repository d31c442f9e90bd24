import type { Database } from '../database/database.ts';

/** What a rule measured last of a subject, over all instances. */
export interface MeasuredState {
  readonly kind: string;
  readonly subject: string;
  readonly isFiring: boolean;
  /** Since when it has been beyond the threshold that is about to turn it; null while it is not. */
  readonly turningSince: Date | null;
  /** Null: too little happened to tell. */
  readonly value: number | null;
  readonly volume: number;
  readonly measuredAt: Date;
}

/** How every rule stands. */
export async function readStates({ kysely }: Database): Promise<MeasuredState[]> {
  const rows = await kysely.selectFrom('alert_rule_states').selectAll().orderBy('kind').orderBy('subject').execute();
  return rows.map((row) => ({
    kind: row.kind,
    subject: row.subject,
    isFiring: row.is_firing,
    turningSince: row.turning_since,
    value: row.value,
    volume: row.volume,
    measuredAt: row.measured_at,
  }));
}
