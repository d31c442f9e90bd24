import { type Database, execute, type Statement } from '../database/database.ts';
import type { Clock, Log } from '../runtime.ts';

/**
 * How often watched conversations are looked at: as soon as a person notices, and one indexed statement for all readers of
 * an instance together, none while nobody reads.
 */
const LOOK_EVERY_MS = 1_000;
/** Of one look at most; a thousand readers wait a second longer each. */
const BATCH = 1_000;

/** What changes when something is said or somebody takes the conversation, gives it back or lets it go. */
interface Mark {
  readonly lastSequence: number;
  readonly standing: string;
}

interface Watched {
  readonly userId: string;
  readonly conversationId: string;
  readonly listeners: Set<(event: 'changed' | 'gone') => void>;
  mark: Mark | null;
}

const LOOK: Statement = {
  name: 'conversations-watch',
  text: `
select conversations.id, conversations.last_sequence,
  concat_ws('/', conversations.fencing_token, conversations.owned_until > $2,
    (select string_agg(cases.status || cases.answer_by::text, ',' order by cases.id) from cases
     where cases.user_id = conversations.user_id and cases.conversation_id = conversations.id),
    (select count(*) from messages where messages.user_id = conversations.user_id
       and messages.conversation_id = conversations.id and messages.sequence > conversations.last_sequence - 20)) as standing
from json_to_recordset($1) as watched (user_id uuid, id uuid)
join conversations on conversations.user_id = watched.user_id and conversations.id = watched.id`,
};

/**
 * Tells readers of conversations that something is new in them, whichever instance it came through: the database is asked,
 * so that neither Redis nor a listening connection is needed, which the embedded database does not have.
 */
export class ConversationWatch {
  readonly #watched = new Map<string, Watched>();
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #log: Log;
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor({ database, clock, log }: { readonly database: Database; readonly clock: Clock; readonly log: Log }) {
    this.#database = database;
    this.#clock = clock;
    this.#log = log;
  }

  /** Calls `listener` when something has changed since it began, at most once a second. Returns what ends it. */
  watch(userId: string, conversationId: string, listener: (event: 'changed' | 'gone') => void): () => void {
    const key = `${userId}:${conversationId}`;
    const watched = this.#watched.get(key) ?? { userId, conversationId, listeners: new Set(), mark: null };
    watched.listeners.add(listener);
    this.#watched.set(key, watched);
    this.#timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size > 0) return;
      this.#watched.delete(key);
      if (this.#watched.size === 0) this.close();
    };
  }

  /** Looks at every watched conversation, as the timer has it do. Never rejects. */
  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const all = [...this.#watched.values()];
      for (let start = 0; start < all.length; start += BATCH) await this.#lookAt(all.slice(start, start + BATCH));
    } catch (error) {
      this.#log.debug(
        { event: 'conversations_not_watched', err: error },
        'Watched conversations could not be looked at',
      );
    } finally {
      this.#looking = false;
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #lookAt(watched: readonly Watched[]): Promise<void> {
    const asked = watched.map(({ userId, conversationId }) => ({ user_id: userId, id: conversationId }));
    const rows = await execute<{ id: string; last_sequence: number; standing: string }>(this.#database.pool, LOOK, [
      JSON.stringify(asked),
      this.#clock.now(),
    ]);
    const marks = new Map(rows.map((row) => [row.id, { lastSequence: row.last_sequence, standing: row.standing }]));
    for (const entry of watched) {
      const mark = marks.get(entry.conversationId);
      if (mark === undefined) {
        for (const listener of entry.listeners) listener('gone');
        continue;
      }
      const before = entry.mark;
      entry.mark = mark;
      // The first look may come after the first change: whoever watches is told once.
      if (before?.lastSequence === mark.lastSequence && before.standing === mark.standing) continue;
      for (const listener of entry.listeners) listener('changed');
    }
  }
}
