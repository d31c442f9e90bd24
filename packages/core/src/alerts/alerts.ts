import type { Database } from '../database/database.ts';
import type { Clock, Log, NewId } from '../runtime.ts';

export interface Alert {
  /** What happened, such as `vendor_refused_key`. */
  readonly kind: string;
  readonly severity: 'info' | 'warning' | 'critical';
  /** What it is about, such as a model's id: the same kind about the same subject is one alert while it is open. */
  readonly subject: string;
  /** For the person who looks after the product: what happened and what to do. Never a person's words or a key. */
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Tells operators what needs them. Neither call waits, rejects or holds up a turn. */
export interface Alerts {
  raise(alert: Alert): void;
  /** What alerts of these kinds about a subject were about is well again. */
  resolve(kinds: readonly string[], subject: string): void;
}

/** An alert that comes again within this while it is open is counted in the next, not written each time. */
const REPEAT_AFTER_MS = 10_000;
/** Alerts remembered, so that a flood of them stays small. */
const MOST_REMEMBERED = 1_000;

const RAISE = `
insert into system_alerts as a (id, kind, severity, subject, message, details, occurrences, first_seen_at, last_seen_at)
values ($1, $2, $3, $4, $5, $6, $8, $7, $7)
on conflict (kind, subject) where not resolved do update
set occurrences = a.occurrences + excluded.occurrences, last_seen_at = excluded.last_seen_at, severity = excluded.severity,
  message = excluded.message, details = excluded.details
returning occurrences = $8 as is_new`;
const RESOLVE = `
update system_alerts set resolved = true, resolved_at = $3 where kind = any($1::text[]) and subject = $2 and not resolved
returning true as is_new`;

/** Alerts in `system_alerts` and, at once, in the log. */
export function createAlerts(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Told when an alert has been opened or has ended, so that the team hears of it now and not within the minute. */
  readonly onChange?: () => void;
}): Alerts {
  const { database, clock, newId, log, onChange } = dependencies;
  const recent = new Map<string, { writtenMs: number; uncounted: number }>();
  // One after the other: what is well again must not overtake what it was about.
  let writing: Promise<unknown> = Promise.resolve();
  const write = (text: string, values: readonly unknown[]): void => {
    writing = writing
      .then(() => database.pool.query<{ is_new: boolean }>(text, [...values]))
      .then(({ rows }) => {
        if (rows.some(({ is_new }) => is_new)) onChange?.();
      })
      .catch((error: unknown) => {
        log.warn({ err: error, event: 'alert_not_stored' }, 'An alert could not be stored; it is in the log');
      });
  };
  return {
    raise(alert) {
      const key = JSON.stringify([alert.kind, alert.subject]);
      const known = recent.get(key);
      const now = clock.monotonicMs();
      if (known !== undefined && now - known.writtenMs < REPEAT_AFTER_MS) {
        known.uncounted += 1;
        return;
      }
      if (recent.size >= MOST_REMEMBERED) recent.clear();
      recent.set(key, { writtenMs: now, uncounted: 0 });
      const fields = { event: 'alert', kind: alert.kind, severity: alert.severity, subject: alert.subject };
      if (alert.severity === 'critical') log.error(fields, alert.message);
      else log.warn(fields, alert.message);
      write(RAISE, [
        newId(),
        alert.kind,
        alert.severity,
        alert.subject,
        alert.message,
        JSON.stringify(alert.details ?? {}),
        clock.now(),
        1 + (known?.uncounted ?? 0),
      ]);
    },
    resolve(kinds, subject) {
      // If it comes again it is news: what it is about may be left alone for an hour and not come a third time.
      for (const kind of kinds) recent.delete(JSON.stringify([kind, subject]));
      write(RESOLVE, [kinds, subject, clock.now()]);
    },
  };
}
