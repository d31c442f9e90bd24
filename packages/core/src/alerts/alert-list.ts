import type { AlertMute, AlertRuleReport, ListedAlert } from '@rapport/wire';
import type { Database } from '../database/database.ts';
import { type Page, type PageRequest, pageOf, readTimeCursor, writeCursor } from '../database/paging.ts';
import type { Clock } from '../runtime.ts';
import { EVENT_RULES, MEASURED_RULES } from './alert-rules.ts';
import { readStates } from './rule-states.ts';

export interface AlertFilter {
  /** `unresolved`: open and acknowledged ones. */
  readonly status: 'unresolved' | 'open' | 'acknowledged' | 'resolved' | 'all';
  readonly severity: ListedAlert['severity'] | null;
  readonly kind: string | null;
}

export interface AlertDesk {
  readonly database: Database;
  readonly clock: Clock;
}

/** What changing an alert came to. */
export type AlertChange =
  | { readonly kind: 'changed'; readonly alert: ListedAlert }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'resolved-before' };

const COLUMNS = [
  'id',
  'kind',
  'severity',
  'subject',
  'message',
  'details',
  'occurrences',
  'first_seen_at',
  'last_seen_at',
  'resolved',
  'resolved_at',
  'resolved_by',
  'acknowledged_at',
  'acknowledged_by',
] as const;

interface Row {
  id: string;
  kind: string;
  severity: ListedAlert['severity'];
  subject: string;
  message: string;
  details: Record<string, unknown>;
  occurrences: number;
  first_seen_at: Date;
  last_seen_at: Date;
  resolved: boolean;
  resolved_at: Date | null;
  resolved_by: string | null;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
}

const alertOf = (row: Row): ListedAlert => ({
  id: row.id,
  kind: row.kind,
  severity: row.severity,
  subject: row.subject,
  message: row.message,
  details: row.details,
  occurrences: row.occurrences,
  status: row.resolved ? 'resolved' : row.acknowledged_at === null ? 'open' : 'acknowledged',
  firstSeenAt: row.first_seen_at.toISOString(),
  lastSeenAt: row.last_seen_at.toISOString(),
  acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
  acknowledgedBy: row.acknowledged_by,
  resolvedAt: row.resolved_at?.toISOString() ?? null,
  resolvedBy: row.resolved_by,
});

/** Alerts, the latest to begin first. */
export async function listAlerts(
  database: Database,
  { status, severity, kind }: AlertFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<ListedAlert>> {
  let query = database.kysely
    .selectFrom('system_alerts')
    .select(COLUMNS)
    .orderBy('first_seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (status === 'resolved') query = query.where('resolved', '=', true);
  else if (status !== 'all') query = query.where('resolved', '=', false);
  if (status === 'open') query = query.where('acknowledged_at', 'is', null);
  if (status === 'acknowledged') query = query.where('acknowledged_at', 'is not', null);
  if (severity !== null) query = query.where('severity', '=', severity);
  if (kind !== null) query = query.where('kind', '=', kind);
  if (cursor !== null) {
    const { time, id } = readTimeCursor(cursor);
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('first_seen_at', 'id'), '<', tuple(time, id)));
  }
  return pageOf(await query.execute(), limit, alertOf, (row) => writeCursor([row.first_seen_at.toISOString(), row.id]));
}

/** One alert and how the team was told of it; null when there is none of that id. */
export async function readAlert({ database }: AlertDesk, id: string) {
  const row = await database.kysely.selectFrom('system_alerts').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const deliveries = await database.kysely
    .selectFrom('alert_deliveries')
    .select(['event', 'channel', 'state', 'attempts', 'last_error', 'created_at', 'delivered_at'])
    .where('alert_id', '=', id)
    .orderBy('created_at')
    .orderBy('channel')
    .execute();
  return {
    ...alertOf(row),
    deliveries: deliveries.map((one) => ({
      event: one.event,
      channel: one.channel,
      state: one.state,
      attempts: one.attempts,
      lastError: one.last_error,
      createdAt: one.created_at.toISOString(),
      deliveredAt: one.delivered_at?.toISOString() ?? null,
    })),
  };
}

/** Somebody looks after it. The first to say so stays named. */
export const acknowledgeAlert = (desk: AlertDesk, id: string, by: string): Promise<AlertChange> =>
  change(desk, id, (now) => ({ acknowledged_at: now, acknowledged_by: by }), 'acknowledged_at');

/** Somebody says that it is over. What a rule still finds so comes again with its next look. */
export const resolveAlert = (desk: AlertDesk, id: string, by: string): Promise<AlertChange> =>
  change(desk, id, (now) => ({ resolved: true, resolved_at: now, resolved_by: by }), 'resolved_at');

async function change(
  { database, clock }: AlertDesk,
  id: string,
  valuesAt: (now: Date) => Partial<Omit<Row, 'details'>>,
  unlessSet: 'acknowledged_at' | 'resolved_at',
): Promise<AlertChange> {
  await database.kysely
    .updateTable('system_alerts')
    .set(valuesAt(clock.now()))
    .where('id', '=', id)
    .where('resolved', '=', false)
    .where(unlessSet, 'is', null)
    .executeTakeFirst();
  const row = await database.kysely.selectFrom('system_alerts').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return { kind: 'unknown' };
  if (unlessSet === 'acknowledged_at' && row.resolved) return { kind: 'resolved-before' };
  return { kind: 'changed', alert: alertOf(row) };
}

/** Has nobody told of alerts of a kind, of all or one subject, until a time. */
export async function muteAlerts(
  { database, clock }: AlertDesk,
  mute: { readonly kind: string; readonly subject: string | null; readonly minutes: number; readonly by: string },
): Promise<AlertMute> {
  const now = clock.now();
  const row = {
    kind: mute.kind,
    subject: mute.subject ?? '*',
    until: new Date(now.getTime() + mute.minutes * 60_000),
    muted_by: mute.by,
    muted_at: now,
  };
  await database.kysely
    .insertInto('alert_mutes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).doUpdateSet(row))
    .execute();
  return muteOf(row);
}

/** True when there was such a mute. */
export async function unmuteAlerts({ database }: AlertDesk, kind: string, subject: string | null): Promise<boolean> {
  const { numDeletedRows } = await database.kysely
    .deleteFrom('alert_mutes')
    .where('kind', '=', kind)
    .where('subject', '=', subject ?? '*')
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

const muteOf = (row: { kind: string; subject: string; until: Date; muted_by: string; muted_at: Date }): AlertMute => ({
  kind: row.kind,
  subject: row.subject === '*' ? null : row.subject,
  until: row.until.toISOString(),
  mutedBy: row.muted_by,
  mutedAt: row.muted_at.toISOString(),
});

/** Every rule with its thresholds and how it stands, and what is muted. */
export async function readAlertRules({ database, clock }: AlertDesk): Promise<{
  rules: AlertRuleReport[];
  mutes: AlertMute[];
}> {
  const states = await readStates(database);
  const mutes = await database.kysely
    .selectFrom('alert_mutes')
    .selectAll()
    .where('until', '>', clock.now())
    .orderBy('kind')
    .orderBy('subject')
    .execute();
  return {
    rules: [
      ...MEASURED_RULES.map((rule) => ({
        kind: rule.kind,
        severity: rule.severity,
        summary: rule.summary,
        remedy: rule.remedy,
        watches: {
          measure: rule.measure,
          unit: rule.unit,
          direction: rule.direction,
          windowMinutes: rule.windowMinutes,
          minimumVolume: rule.minimumVolume,
          fires: rule.fires,
          clears: rule.clears,
        },
        states: states
          .filter(({ kind }) => kind === rule.kind)
          .map((state) => ({
            subject: state.subject,
            isFiring: state.isFiring,
            value: state.value,
            volume: state.volume,
            turningSince: state.turningSince?.toISOString() ?? null,
            measuredAt: state.measuredAt.toISOString(),
          })),
      })),
      ...EVENT_RULES.map(({ kind, severity, summary, remedy }) => ({
        kind,
        severity,
        summary,
        remedy,
        watches: null,
        states: [],
      })),
    ],
    mutes: mutes.map(muteOf),
  };
}
