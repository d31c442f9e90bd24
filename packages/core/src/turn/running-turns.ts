import { type Database, execute, type Statement } from '../database/database.ts';
import type { Clock, Log } from '../runtime.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import { LEASE_MS, type RunningTurns } from './dependencies.ts';

/** How often turns that take their time are looked after; a cancel from another instance is heard this soon. */
const TICK_MS = 1_000;
/** Turns younger than this need no looking after: most are done by then. */
const LONG_TURN_MS = 1_000;
const RENEW_EVERY_MS = LEASE_MS / 3;

/** Renews the leases of this instance's turns and says which of them someone asked to cancel. */
const LOOK_AFTER: Statement = {
  name: 'turns-look-after',
  text: `
with renewed as (
  update turns set lease_until = $2 from json_to_recordset($3) as mine (user_id uuid, message_id uuid)
  where turns.instance_id = $1 and turns.state = 'running' and turns.user_id = mine.user_id and turns.message_id = mine.message_id
)
select user_id, message_id from turns
where instance_id = $1 and state = 'running' and cancel_requested_at is not null`,
};

const REQUEST_CANCEL: Statement = {
  name: 'turn-request-cancel',
  text: `
update turns set cancel_requested_at = coalesce(cancel_requested_at, $3)
where user_id = $1 and (message_id = $2 or reply_id = $2) and state = 'running'
returning message_id`,
};

interface Entry {
  readonly turn: AcceptedTurn;
  readonly cancel: () => void;
  readonly done: Promise<unknown>;
  readonly sinceMs: number;
  renewedMs: number;
}

/**
 * The turns this instance works on: their leases are renewed while they run, cancels asked for on another instance
 * reach them, and a shutdown waits for them.
 */
export class TurnKeeper implements RunningTurns {
  readonly #entries = new Map<string, Entry>();
  readonly #database: Database;
  readonly #instanceId: string;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #timer: NodeJS.Timeout;
  #ticking = false;

  constructor(dependencies: { database: Database; instanceId: string; clock: Clock; log: Log }) {
    this.#database = dependencies.database;
    this.#instanceId = dependencies.instanceId;
    this.#clock = dependencies.clock;
    this.#log = dependencies.log;
    this.#timer = setInterval(() => void this.#tick(), TICK_MS);
    this.#timer.unref();
  }

  add(turn: AcceptedTurn, cancel: () => void, done: Promise<unknown>): void {
    const key = `${turn.input.userId}:${turn.input.messageId}`;
    const sinceMs = this.#clock.monotonicMs();
    const entry: Entry = { turn, cancel, done, sinceMs, renewedMs: sinceMs };
    this.#entries.set(key, entry);
    void done.finally(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
  }

  /** Asks for a turn to be cancelled, wherever it runs. Returns false when none of this person's runs under that id. */
  async requestCancel(userId: string, id: string): Promise<boolean> {
    const rows = await execute<{ message_id: string }>(this.#database.pool, REQUEST_CANCEL, [
      userId,
      id,
      this.#clock.now(),
    ]);
    const messageId = rows[0]?.message_id;
    if (messageId === undefined) return false;
    this.#entries.get(`${userId}:${messageId}`)?.cancel();
    return true;
  }

  /** Waits until every turn has ended, cancelling those that still run after `graceMs`. */
  async drain(graceMs: number): Promise<void> {
    const all = () => Promise.allSettled([...this.#entries.values()].map(({ done }) => done));
    const grace = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      for (const { cancel } of this.#entries.values()) cancel();
      grace.resolve();
    }, graceMs);
    await Promise.race([all(), grace.promise]);
    clearTimeout(timer);
    await all();
    clearInterval(this.#timer);
  }

  async #tick(): Promise<void> {
    if (this.#ticking) return;
    const now = this.#clock.monotonicMs();
    const long = [...this.#entries.values()].filter(({ sinceMs }) => now - sinceMs > LONG_TURN_MS);
    if (long.length === 0) return;
    this.#ticking = true;
    try {
      const due = long.filter(({ renewedMs }) => now - renewedMs >= RENEW_EVERY_MS);
      const mine = due.map(({ turn }) => ({ user_id: turn.input.userId, message_id: turn.input.messageId }));
      const leaseUntil = new Date(this.#clock.now().getTime() + LEASE_MS);
      const cancelled = await execute<{ user_id: string; message_id: string }>(this.#database.pool, LOOK_AFTER, [
        this.#instanceId,
        leaseUntil,
        JSON.stringify(mine),
      ]);
      for (const entry of due) entry.renewedMs = now;
      for (const row of cancelled) this.#entries.get(`${row.user_id}:${row.message_id}`)?.cancel();
    } catch (error) {
      // The next tick tries again; a lease outlives two missed ones.
      this.#log.warn({ err: error }, 'Leases of running turns could not be renewed');
    } finally {
      this.#ticking = false;
    }
  }
}
