import type { Database } from '../database/database.ts';
import type { Clock, Log } from '../runtime.ts';
import { readNews, readVersions } from './content-store.ts';
import type { ContentKind, Entry } from './entry.ts';
import { ContentBuilder, type ServedContent, type ShippedContent } from './served-content.ts';

/** Tells other instances that content changed, so that they look sooner than they would. */
export interface ContentAnnouncements {
  announce(): void;
  onAnnounced(listener: () => void): void;
}

export interface LivingContentDependencies {
  readonly shipped: readonly ShippedContent[];
  readonly database: Database;
  readonly announcements: ContentAnnouncements | null;
  readonly clock: Clock;
  readonly log: Log;
  /** Told whenever an assistant is to answer from something else than before. */
  readonly onServed: (assistant: string, served: ServedContent) => void;
}

/** How often the database's versions and the files are looked at: an edit elsewhere is served within this and its building. */
const LOOK_EVERY_MS = 2_000;
/** Of the time between two looks, at most this part is spent on looking at files, however many there are. */
const MOST_OF_THE_TIME = 0.05;

interface Living {
  readonly shipped: ShippedContent;
  readonly builder: ContentBuilder;
  readonly entries: Map<string, Entry>;
  version: number;
  served: ServedContent;
  /** True when files or entries changed and what is served was not made anew yet. */
  isBehind: boolean;
}

/**
 * What every assistant answers from, kept current: shipped files with the edits of the brand's team laid over. An edit
 * made here is served when it is answered; one made elsewhere as soon as it is announced, or within two seconds. Without
 * the database what is served stays as it is.
 */
export class LivingContent {
  readonly #dependencies: LivingContentDependencies;
  readonly #living: ReadonlyMap<string, Living>;
  #timer: NodeJS.Timeout | null = null;
  #current: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #filesNotBeforeMs = 0;
  #told = new Set<string>();
  #isDatabaseAway = false;

  /** Serves what the files say. @throws RangeError for contradictory synonyms. */
  constructor(dependencies: LivingContentDependencies) {
    this.#dependencies = dependencies;
    this.#living = new Map(
      dependencies.shipped.map((shipped) => {
        const builder = new ContentBuilder(shipped);
        const living = { shipped, builder, entries: new Map<string, Entry>(), version: 0, isBehind: false };
        return [shipped.assistant, { ...living, served: builder.build([]) }];
      }),
    );
  }

  /** Reads the edits and keeps looking. */
  async start(): Promise<void> {
    await this.refresh();
    this.#dependencies.announcements?.onAnnounced(() => void this.refresh({ files: false }));
    this.#timer = setInterval(() => {
      void this.refresh({ files: this.#dependencies.clock.monotonicMs() >= this.#filesNotBeforeMs });
    }, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#current;
    await this.#next;
  }

  /** What an assistant answers from; null for an assistant that is not served here. */
  servedOf(assistant: string): ServedContent | null {
    return this.#living.get(assistant)?.served ?? null;
  }

  shippedOf(assistant: string): ShippedContent | null {
    return this.#living.get(assistant)?.shipped ?? null;
  }

  /** The edits of a kind, by id. */
  entriesOf(assistant: string, kind: ContentKind): ReadonlyMap<string, Entry> {
    const entries = this.#living.get(assistant)?.entries.values() ?? [];
    return new Map([...entries].filter((entry) => entry.kind === kind).map((entry) => [entry.id, entry]));
  }

  /** How many files and edits can't be used as they stand. */
  faultCount(): number {
    return [...this.#living.values()].reduce((sum, { served }) => sum + served.faults.length, 0);
  }

  /** Serves an edit that was just stored, here at once and elsewhere as soon as it is announced. */
  async edited(): Promise<void> {
    this.#dependencies.announcements?.announce();
    await this.refresh({ files: false });
  }

  /**
   * Looks at what changed, begun after this call. Of those that come while one is under way, all wait for one more.
   * Never rejects: what can't be read stays as it was, and is tried again.
   */
  refresh({ files = true }: { readonly files?: boolean } = {}): Promise<void> {
    if (this.#current === null) {
      this.#current = this.#look(files).finally(() => {
        this.#current = null;
      });
      return this.#current;
    }
    this.#next ??= this.#current.then(() => {
      this.#next = null;
      return this.refresh({ files });
    });
    return this.#next;
  }

  async #look(files: boolean): Promise<void> {
    try {
      if (files) await this.#lookAtFiles();
      await this.#lookAtEdits();
      for (const [assistant, living] of this.#living) {
        if (!living.isBehind) continue;
        living.isBehind = false;
        const served = await living.builder.buildGently(living.entries.values());
        living.served = served;
        this.#dependencies.onServed(assistant, served);
        this.#tell(assistant, served);
      }
    } catch (error) {
      this.#dependencies.log.error(
        { err: error, event: 'content_refresh_failed' },
        'What an assistant knows could not be made anew; it answers from what it had',
      );
    }
  }

  async #lookAtFiles(): Promise<void> {
    const startMs = this.#dependencies.clock.monotonicMs();
    for (const living of this.#living.values()) {
      const { knowledge, catalogue } = living.shipped;
      const changed = [await knowledge?.folder.look(), await catalogue?.look()];
      if (changed.includes(true)) living.isBehind = true;
    }
    const endMs = this.#dependencies.clock.monotonicMs();
    this.#filesNotBeforeMs = endMs + (endMs - startMs) / MOST_OF_THE_TIME - LOOK_EVERY_MS;
  }

  async #lookAtEdits(): Promise<void> {
    const { database, log } = this.#dependencies;
    try {
      const versions = await readVersions(database, [...this.#living.keys()]);
      for (const [assistant, living] of this.#living) {
        const version = versions.get(assistant) ?? 0;
        if (version === living.version) continue;
        // Lower than ours: the database was restored from an earlier day.
        const isBack = version < living.version;
        const news = await readNews(database, assistant, isBack ? 0 : living.version);
        if (isBack) living.entries.clear();
        for (const entry of news?.entries ?? []) living.entries.set(`${entry.kind} ${entry.id}`, entry);
        living.version = news?.version ?? 0;
        living.isBehind = true;
      }
      this.#isDatabaseAway = false;
    } catch (error) {
      if (this.#isDatabaseAway) return;
      this.#isDatabaseAway = true;
      log.warn({ err: error, event: 'content_unread' }, 'Edits of knowledge can not be read; what is served stays');
    }
  }

  /** Logs each fault once, as long as it lasts. */
  #tell(assistant: string, served: ServedContent): void {
    const { log } = this.#dependencies;
    log.info(
      { event: 'content_served', assistant, version: served.version, passages: served.passages.length },
      'An assistant answers from new content',
    );
    const key = (parts: readonly string[]) => `${assistant} ${parts.join(' ')}`;
    const now = new Set(served.faults.map(({ source, field, problem }) => key([source, field, problem])));
    for (const { source, kind, field, problem } of served.faults) {
      if (this.#told.has(key([source, field, problem]))) continue;
      log.warn(
        { event: 'content_fault', assistant, source, kind, field, problem },
        'A knowledge file or an edit can not be used; what it said before is served on',
      );
    }
    this.#told = new Set([...[...this.#told].filter((told) => !told.startsWith(`${assistant} `)), ...now]);
  }
}
