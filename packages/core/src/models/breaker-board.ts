import type { Alerts } from '../alerts/alerts.ts';
import type { Clock, Log } from '../runtime.ts';
import type { Attempt } from './attempt.ts';
import { ALERT_TEXTS, describeFailure, MODEL_ALERTS, VENDOR_ALERTS } from './breaker-alerts.ts';
import { type BreakerView, type Entry, newEntry, viewOf } from './breaker-entry.ts';
import type { BreakerStateName, BreakerStore, RecordedFailure, SharedBreaker } from './breaker-store.ts';
import type { LanguageModel } from './language-model.ts';
import type { FailureDetails } from './model-failure.ts';
import type { Admission, ModelGate } from './model-gate.ts';
import type { Consequence } from './outcomes.ts';

/** Tells other instances that a breaker changed, so that they look sooner than they would. */
export interface BreakerAnnouncements {
  announce(): void;
  onAnnounced(listener: () => void): void;
}

export interface BreakerSettings {
  /** Failures in a row that open a breaker. */
  readonly failureThreshold: number;
  /** Milliseconds an open breaker waits before one trial. */
  readonly resetTimeoutMs: number;
}

export interface BreakerBoardDependencies {
  /** Every vendor's model in use. */
  readonly models: readonly Pick<LanguageModel, 'id' | 'provider'>[];
  readonly store: BreakerStore;
  readonly announcements: BreakerAnnouncements | null;
  readonly settings: BreakerSettings;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long a trial may be silent, and how long it keeps others away: a hung one can't hold a breaker half open. */
export const PROBE_MS = 15_000;
/** A key that is refused, or an allowance that is used up, is tried again this often. */
const PARK_MS = 3_600_000;
/** A model that does not exist is asked again this often: it may have been a deployment's moment. */
const A_WHILE_MS = 300_000;
/** A vendor that limits us and does not say for how long. */
const UNTOLD_PAUSE_MS = 5_000;
/** No vendor's word keeps a model away for longer than this without a look. */
const LONGEST_PAUSE_MS = 600_000;
/** How often the shared states are read: a row set by hand is seen within this, another instance's change at the latest. */
export const REFRESH_MS = 2_000;
/** How long a turn waits to be given a trial before it goes on without. */
const CLAIM_WITHIN_MS = 250;

/**
 * The breakers of all vendors' models: asked before every attempt, without a wait, and told of every one. What it
 * learns takes effect here at once and in the database behind the turn's back, where the other instances find it.
 */
export class BreakerBoard implements ModelGate {
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #dependencies: BreakerBoardDependencies;
  #timer: NodeJS.Timeout | null = null;
  #refreshing: Promise<void> | null = null;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(dependencies: BreakerBoardDependencies) {
    this.#dependencies = dependencies;
    const since = dependencies.clock.now();
    this.#entries = new Map(dependencies.models.map(({ id, provider }) => [id, newEntry(id, provider, since)]));
  }

  /** Reads what other instances and earlier runs left, and keeps reading. A refused key is tried anew: it may be another. */
  async start(): Promise<void> {
    if (this.#entries.size === 0) return;
    await this.refresh();
    for (const entry of this.#entries.values()) {
      if (entry.state === 'closed' || entry.cause !== 'refused-key') continue;
      entry.nextProbeMs = this.#now();
      const recorded = { cause: entry.cause, error: entry.lastError ?? entry.cause };
      void this.#write(entry, () => this.#dependencies.store.park(entry, recorded, 0));
    }
    this.#dependencies.announcements?.onAnnounced(() => void this.refresh());
    this.#timer = setInterval(() => void this.refresh(), REFRESH_MS);
    this.#timer.unref();
  }

  /** Stops reading and waits for what is being written. */
  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#refreshing;
    await this.#writing;
  }

  admit(model: LanguageModel): Admission | Promise<Admission> {
    const entry = this.#entries.get(model.id);
    if (entry === undefined) return { kind: 'open' };
    const now = this.#now();
    if (now < entry.pausedUntilMs) return { kind: 'refused' };
    if (entry.state === 'closed') return { kind: 'open' };
    if (now < entry.nextProbeMs || entry.claiming) return { kind: 'refused' };
    return this.#claim(entry);
  }

  report(
    model: LanguageModel,
    attempt: Attempt,
    consequence: Consequence,
    failure: FailureDetails | null,
    admission: Admission,
  ): void {
    const entry = this.#entries.get(model.id);
    if (entry === undefined) return;
    const recorded = { cause: attempt.outcome, error: describeFailure(attempt, failure) };
    this.#pause(entry, consequence, failure);
    this.#alert(entry, consequence, recorded);
    switch (consequence.breaker) {
      case 'success':
        this.#resolveAlerts(entry);
        if (admission.kind === 'probe' || (entry.state === 'closed' && entry.failureCount > 0)) this.#close(entry);
        break;
      case 'answered':
        if (admission.kind === 'probe') this.#close(entry);
        break;
      case 'unknown':
        if (admission.kind === 'probe') this.#release(entry);
        break;
      case 'failure':
        if (admission.kind === 'probe') this.#reopen(entry, recorded);
        else if (entry.state === 'closed') this.#countFailure(entry, recorded);
        break;
      case 'park-model':
        this.#park(entry, recorded);
        break;
      case 'park-vendor':
        for (const other of this.#entries.values()) if (other.provider === entry.provider) this.#park(other, recorded);
        break;
    }
  }

  resume(model: LanguageModel): void {
    const entry = this.#entries.get(model.id);
    if (entry !== undefined) entry.pausedUntilMs = 0;
  }

  /** Every breaker, in the order of the chains. */
  list(): BreakerView[] {
    const { clock } = this.#dependencies;
    return [...this.#entries.values()].map((entry) => viewOf(entry, clock));
  }

  /**
   * Closes a breaker everywhere and lifts a pause, because an operator says so. False when there is no such model.
   * Rejects when the database can't be written.
   */
  async reset(model: string): Promise<boolean> {
    const entry = this.#entries.get(model);
    if (entry === undefined) return false;
    await this.#track(entry, this.#dependencies.store.close(entry));
    this.#change(entry, 'closed', { failureCount: 0, cause: null, lastError: null, nextProbeMs: 0 }, 'by an operator');
    entry.pausedUntilMs = 0;
    entry.alerted = true;
    this.#resolveAlerts(entry);
    this.#dependencies.announcements?.announce();
    return true;
  }

  /** Takes over what the database says. Never rejects: without the database every instance goes by its own experience. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    const before = new Map([...this.#entries.values()].map((entry) => [entry.model, entry.writes]));
    try {
      for (const shared of await this.#dependencies.store.load()) {
        const entry = this.#entries.get(shared.model);
        if (entry !== undefined && entry.pending === 0 && entry.writes === before.get(entry.model)) {
          this.#adopt(entry, shared);
        }
      }
    } catch (error) {
      this.#dependencies.log.warn(
        { err: error, event: 'circuit_breakers_unread' },
        'Shared breakers could not be read',
      );
    }
  }

  #adopt(entry: Entry, shared: SharedBreaker): void {
    const nextProbeMs = this.#now() + shared.nextProbeInMs;
    if (shared.state === 'closed' && entry.state !== 'closed') {
      // A row closed by hand lifts what this instance alone decided, too.
      entry.pausedUntilMs = 0;
      this.#resolveAlerts(entry);
    }
    if (shared.state !== 'closed') entry.alerted = true;
    this.#change(entry, shared.state, { ...shared, nextProbeMs }, 'elsewhere');
    entry.since = shared.since;
    entry.transitions = shared.transitions;
  }

  async #claim(entry: Entry): Promise<Admission> {
    entry.claiming = true;
    let mine = true;
    try {
      const claimed = await within(
        CLAIM_WITHIN_MS,
        this.#track(entry, this.#dependencies.store.claimProbe(entry, PROBE_MS)),
      );
      mine = claimed !== null;
    } catch (error) {
      // Without the database each instance makes its own trial.
      this.#dependencies.log.warn(
        { err: error, event: 'circuit_breaker_unshared', model: entry.model },
        'A trial is not shared',
      );
    } finally {
      entry.claiming = false;
    }
    if (!mine) {
      void this.refresh();
      return { kind: 'refused' };
    }
    this.#change(entry, 'half_open', { nextProbeMs: this.#now() + PROBE_MS }, 'here');
    this.#dependencies.announcements?.announce();
    return { kind: 'probe', withinMs: PROBE_MS };
  }

  #countFailure(entry: Entry, recorded: RecordedFailure): void {
    const { settings, store } = this.#dependencies;
    entry.failureCount += 1;
    entry.lastError = recorded.error;
    if (entry.failureCount >= settings.failureThreshold) this.#open(entry, recorded, settings.resetTimeoutMs);
    void this.#write(entry, async () => {
      const shared = await store.countFailure(entry, recorded, settings.failureThreshold, settings.resetTimeoutMs);
      // Together with what others saw, this may have been the last straw.
      if (shared !== null && shared.state === 'open' && entry.state === 'closed') {
        this.#open(entry, recorded, shared.nextProbeInMs);
      }
      return shared;
    });
  }

  #open(entry: Entry, recorded: RecordedFailure, waitMs: number): void {
    this.#change(entry, 'open', { cause: recorded.cause, nextProbeMs: this.#now() + waitMs }, 'here');
    entry.alerted = true;
    this.#dependencies.alerts.raise({
      kind: 'model_unavailable',
      severity: 'critical',
      subject: entry.model,
      message: `${entry.model} failed ${entry.failureCount} times in a row and is left alone for a while; the next models answer. Last: ${recorded.error}`,
    });
  }

  #reopen(entry: Entry, recorded: RecordedFailure): void {
    const { settings, store } = this.#dependencies;
    const nextProbeMs = this.#now() + settings.resetTimeoutMs;
    entry.lastError = recorded.error;
    this.#change(entry, 'open', { cause: recorded.cause, failureCount: entry.failureCount + 1, nextProbeMs }, 'here');
    void this.#write(entry, () => store.reopen(entry, recorded, settings.resetTimeoutMs));
  }

  #release(entry: Entry): void {
    this.#change(entry, 'open', { nextProbeMs: this.#now() }, 'here');
    void this.#write(entry, () => this.#dependencies.store.release(entry));
  }

  #park(entry: Entry, recorded: RecordedFailure): void {
    entry.alerted = true;
    entry.lastError = recorded.error;
    this.#change(entry, 'open', { cause: recorded.cause, nextProbeMs: this.#now() + PARK_MS }, 'here');
    void this.#write(entry, () => this.#dependencies.store.park(entry, recorded, PARK_MS));
  }

  #close(entry: Entry): void {
    this.#change(entry, 'closed', { failureCount: 0, cause: null, nextProbeMs: 0 }, 'here');
    void this.#write(entry, () => this.#dependencies.store.close(entry));
  }

  /** What alerts were about is well: the model answered, or an operator says so. */
  #resolveAlerts(entry: Entry): void {
    if (!entry.alerted) return;
    entry.alerted = false;
    this.#dependencies.alerts.resolve(MODEL_ALERTS, entry.model);
    this.#dependencies.alerts.resolve(VENDOR_ALERTS, entry.provider);
  }

  #pause(entry: Entry, { pause }: Consequence, failure: FailureDetails | null): void {
    if (pause === null) return;
    const told = Math.min(failure?.retryAfterMs ?? UNTOLD_PAUSE_MS, LONGEST_PAUSE_MS);
    entry.pausedUntilMs = this.#now() + (pause === 'a-while' ? A_WHILE_MS : told);
  }

  #alert(entry: Entry, { alert, breaker }: Consequence, recorded: RecordedFailure): void {
    if (alert === null) return;
    // A request they refuse is no matter of health: a success says nothing about the next one like it.
    if ([...MODEL_ALERTS, ...VENDOR_ALERTS].includes(alert.kind)) entry.alerted = true;
    const subject = breaker === 'park-vendor' ? entry.provider : entry.model;
    this.#dependencies.alerts.raise({
      ...alert,
      subject,
      message: `${subject}: ${ALERT_TEXTS[alert.kind] ?? alert.kind} (${recorded.error})`,
    });
  }

  #change(
    entry: Entry,
    state: BreakerStateName,
    values: Partial<Pick<Entry, 'failureCount' | 'cause' | 'lastError' | 'nextProbeMs'>>,
    origin: string,
  ): void {
    const from = entry.state;
    const { failureCount, cause, lastError, nextProbeMs } = { ...entry, ...values };
    Object.assign(entry, { state, failureCount, cause, lastError, nextProbeMs });
    if (from === state) return;
    entry.since = this.#dependencies.clock.now();
    entry.transitions += 1;
    const fields = { event: 'circuit_breaker', model: entry.model, from, to: state, cause: entry.cause, origin };
    if (state === 'open') this.#dependencies.log.warn({ ...fields, last_error: entry.lastError }, 'A breaker opened');
    else this.#dependencies.log.info(fields, state === 'closed' ? 'A breaker closed' : 'A breaker lets one trial pass');
  }

  /** Writes after all earlier writes, so that the database sees what happened in the order it did. Never rejects. */
  #write(entry: Entry, write: () => Promise<SharedBreaker | null>): Promise<void> {
    const done = this.#track(
      entry,
      this.#writing.then(write).then(
        () => this.#dependencies.announcements?.announce(),
        (error: unknown) =>
          this.#dependencies.log.warn(
            { err: error, event: 'circuit_breaker_unshared', model: entry.model },
            'A breaker could not be shared',
          ),
      ),
    );
    this.#writing = done;
    return done;
  }

  /** While something is written, what is read meanwhile is out of date. */
  async #track<Result>(entry: Entry, work: Promise<Result>): Promise<Result> {
    entry.pending += 1;
    try {
      return await work;
    } finally {
      entry.pending -= 1;
      entry.writes += 1;
    }
  }

  #now(): number {
    return this.#dependencies.clock.monotonicMs();
  }
}

/** Rejects when `work` takes longer; the work goes on. */
async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new DOMException('The database took too long', 'TimeoutError')),
    milliseconds,
  );
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
