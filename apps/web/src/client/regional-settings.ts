import type { Profile } from '@rapport/wire';
import type { Api } from './api.ts';
import { ApiProblem, SessionEnded } from './problems.ts';
import type { SessionStore } from './session-store.ts';
import type { KeyValueStore } from './storage.ts';

/** An IANA time zone and a BCP 47 language tag, as the device is set. */
type RegionalSettings = Pick<Profile, 'timeZone' | 'locale'>;

interface Collaborators {
  readonly api: Pick<Api, 'updateProfile'>;
  readonly sessions: Pick<SessionStore, 'current' | 'subscribe'>;
  readonly store: KeyValueStore;
  /** Reads the device's settings; they change when a person travels. */
  readonly read: () => RegionalSettings;
  /** Resolves after the given milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

const SENT_KEY = 'rapport.regional-settings';

/** A message is held back for its writer's settings no longer than this. */
const MAX_WAIT_MS = 1_000;

/**
 * Tells the server the clock and the language of whoever talks, once for each person and each change: which crisis line
 * is near them depends on it. What fails is tried again before the next message and on the next visit.
 */
export class RegionalSettingsSender {
  readonly #with: Collaborators;
  #underWay: Promise<void> | null = null;
  /** What the server refused for good in this visit: asking again would hear the same. */
  #refused: string | null = null;

  constructor(collaborators: Collaborators) {
    this.#with = collaborators;
  }

  /** Sends now, and whenever someone comes to talk from here on. */
  start(): void {
    void this.settled();
    this.#with.sessions.subscribe(() => void this.settled());
  }

  /**
   * Resolves when the server knows the settings, could not be told, or has taken a second over it, counted from when it
   * was asked. Never rejects: talking is worth more than being placed.
   */
  settled(): Promise<void> {
    const state = this.#with.sessions.current();
    if (state.status !== 'active') return Promise.resolve();
    if (this.#underWay !== null) return this.#underWay;
    const settings = this.#with.read();
    const sending = JSON.stringify({ person: state.session.user.id, ...settings });
    if (sending === this.#refused || sending === this.#with.store.get(SENT_KEY)) return Promise.resolve();
    const sent = this.#send(settings, sending).finally(() => {
      this.#underWay = null;
    });
    this.#underWay = Promise.race([sent, this.#with.wait(MAX_WAIT_MS)]);
    return this.#underWay;
  }

  async #send(settings: RegionalSettings, sending: string): Promise<void> {
    try {
      await this.#with.api.updateProfile(settings);
      this.#with.store.set(SENT_KEY, sending);
    } catch (error) {
      // Whatever it was, the person did not ask for this; an ended session says so by itself.
      if (error instanceof SessionEnded) return;
      if (error instanceof ApiProblem && !error.retryable) this.#refused = sending;
    }
  }
}

/** The settings of the browser this runs in. */
export function readRegionalSettings(): RegionalSettings {
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  const spoken = document.documentElement.lang;
  // The language of the page is the person's own choice; the device says which form of it, where it is the same one.
  const isSame = spoken === '' || locale.toLowerCase().split('-')[0] === spoken;
  return { timeZone, locale: isSame ? locale : spoken };
}
