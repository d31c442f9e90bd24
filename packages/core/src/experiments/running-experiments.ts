import type { ExperimentDefinition } from '@rapport/wire';
import type { Database } from '../database/database.ts';
import type { Log } from '../runtime.ts';
import { assign, type StickyVariants, type Subject } from './assign.ts';
import { type ExperimentNews, readExperimentsVersion, readLiveExperiments } from './experiment-store.ts';
import { NO_VARIANTS, type TurnVariants, variantsOf } from './variants-of-turn.ts';

/** Tells other instances that experiments changed, so that they look sooner than they would. */
export interface ExperimentAnnouncements {
  announce(): void;
  onAnnounced(listener: () => void): void;
}

export interface RunningExperimentsDependencies {
  readonly database: Database;
  readonly announcements: ExperimentAnnouncements | null;
  readonly log: Log;
}

/** How often the database's version is looked at: a start or a stop elsewhere holds here within this. */
const LOOK_EVERY_MS = 2_000;

/**
 * The experiments that decide who gets what, kept in this process so that a turn asks nothing for them: a change made here holds
 * when it is answered, one made elsewhere as soon as it is announced, or within two seconds. Without the database what is known
 * stays.
 */
export class RunningExperiments {
  readonly #dependencies: RunningExperimentsDependencies;
  #news: ExperimentNews = { version: -1, holdoutShare: 0, live: [] };
  #definitions: ReadonlyMap<string, ExperimentDefinition> = new Map();
  #timer: NodeJS.Timeout | null = null;
  #current: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #isDatabaseAway = false;

  constructor(dependencies: RunningExperimentsDependencies) {
    this.#dependencies = dependencies;
  }

  async start(): Promise<void> {
    await this.refresh();
    this.#dependencies.announcements?.onAnnounced(() => void this.refresh());
    this.#timer = setInterval(() => void this.refresh(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#current;
    await this.#next;
  }

  /** Which variants a person has at this moment. */
  variantsOf(subject: Subject, sticky: StickyVariants): TurnVariants {
    const { live, holdoutShare } = this.#news;
    return live.length === 0 ? NO_VARIANTS : variantsOf(this.#definitions, assign(live, subject, sticky, holdoutShare));
  }

  /** Has a change that was just stored hold, here at once and elsewhere as soon as it is announced. */
  async changed(): Promise<void> {
    this.#dependencies.announcements?.announce();
    await this.refresh();
  }

  /**
   * Looks at what changed, begun after this call; of those that come while one is under way, all wait for one more. Never
   * rejects: what can't be read stays as it was, and is tried again.
   */
  refresh(): Promise<void> {
    if (this.#current === null) {
      this.#current = this.#look().finally(() => {
        this.#current = null;
      });
      return this.#current;
    }
    this.#next ??= this.#current.then(() => {
      this.#next = null;
      return this.refresh();
    });
    return this.#next;
  }

  async #look(): Promise<void> {
    const { database, log } = this.#dependencies;
    try {
      if ((await readExperimentsVersion(database)) !== this.#news.version) {
        this.#news = await readLiveExperiments(database);
        this.#definitions = new Map(this.#news.live.map(({ definition }) => [definition.id, definition]));
      }
      this.#isDatabaseAway = false;
    } catch (error) {
      if (this.#isDatabaseAway) return;
      this.#isDatabaseAway = true;
      log.warn({ err: error, event: 'experiments_unread' }, 'Experiments can not be read; those that run go on');
    }
  }
}
