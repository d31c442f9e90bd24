import type { IdentifyBody, LoginBody, Session, SignupBody, User } from '@rapport/wire';
import type { AccountCalls } from './accounts.ts';
import { ApiProblem, SessionEnded } from './problems.ts';
import type { KeyValueStore } from './storage.ts';

/** A session as it is kept; `expiresAt` is the access token's end in Unix milliseconds by this device's clock. */
export interface StoredSession {
  readonly user: User;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
}

/** `ended`: the session can't be renewed, and the person has yet to choose between signing in and starting anew. */
export type SessionState =
  | { readonly status: 'none' }
  | { readonly status: 'active'; readonly session: StoredSession }
  | { readonly status: 'ended'; readonly wasGuest: boolean };

/** Runs `task` while no other tab runs one. */
export type Exclusively = <Result>(task: () => Promise<Result>) => Promise<Result>;

interface Collaborators {
  readonly calls: AccountCalls;
  readonly store: KeyValueStore;
  readonly exclusively: Exclusively;
  readonly now: () => number;
}

export const SESSION_KEY = 'rapport.session';

/** A token this close to its end is renewed first, so that it doesn't run out on the way. */
const RENEW_BEFORE_MS = 30_000;

const NONE: SessionState = { status: 'none' };

/**
 * Who is talking. Holds the session in storage that all tabs share; a refresh token is single use, so every change
 * happens under one lock across tabs and begins by reading what another tab may have written meanwhile.
 */
export class SessionStore {
  readonly #calls: AccountCalls;
  readonly #store: KeyValueStore;
  readonly #exclusively: Exclusively;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #raw: string | null = null;
  #state: SessionState = NONE;

  constructor({ calls, store, exclusively, now }: Collaborators) {
    this.#calls = calls;
    this.#store = store;
    this.#exclusively = exclusively;
    this.#now = now;
    this.#read();
  }

  /** The state as this tab last saw it. The same object until it changes. */
  readonly current = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Takes over what another tab wrote. */
  readonly synchronise = (): void => {
    if (this.#read()) this.#announce();
  };

  /**
   * A usable access token: the one held, a renewed one, or that of a guest made for the occasion.
   * @throws {SessionEnded} the session can't be renewed
   */
  async authorize(): Promise<string> {
    this.synchronise();
    const state = this.#state;
    if (state.status === 'active' && !this.#isStale(state.session)) return state.session.accessToken;
    return this.#exclusively(async () => {
      this.synchronise();
      const latest = this.#state;
      if (latest.status === 'ended') throw new SessionEnded('The session has ended.');
      if (latest.status === 'none') return this.#keep(await this.#calls.guest());
      return this.#isStale(latest.session) ? this.#renew(latest.session) : latest.session.accessToken;
    });
  }

  /**
   * A token to use instead of one the server refused: another tab's newer one, or a renewed one.
   * @throws {SessionEnded} the session can't be renewed
   */
  async replaceRefused(refusedToken: string): Promise<string> {
    return this.#exclusively(async () => {
      this.synchronise();
      const state = this.#state;
      if (state.status !== 'active') throw new SessionEnded('The session has ended.');
      return state.session.accessToken === refusedToken ? this.#renew(state.session) : state.session.accessToken;
    });
  }

  /** Makes an account; a guest keeps everything they said. */
  async signUp(body: SignupBody): Promise<void> {
    const isGuest = this.#state.status === 'active' && this.#state.session.user.isGuest;
    if (!isGuest) return this.#exclusively(async () => void this.#keep(await this.#calls.signup(body)));
    const accessToken = await this.authorize();
    return this.#exclusively(async () => void this.#keep(await this.#calls.upgrade(accessToken, body)));
  }

  async logIn(body: LoginBody): Promise<void> {
    return this.#exclusively(async () => void this.#keep(await this.#calls.login(body)));
  }

  /** Comes in as the customer whom a brand's server vouches for. Nothing another person kept here stays behind. */
  async identify(body: IdentifyBody): Promise<void> {
    return this.#exclusively(async () => {
      this.synchronise();
      const former = this.#state.status === 'active' ? this.#state.session : null;
      const isUsableGuest = former?.user.isGuest === true && !this.#isStale(former);
      const session = await this.#calls.identify(body, isUsableGuest ? former.accessToken : undefined);
      if (former !== null && former.user.id !== session.user.id) this.#forgetAll();
      this.#keep(session);
    });
  }

  /** Forgets the session on this device, and tells the server; the device forgets even when the server can't be told. */
  async logOut(): Promise<void> {
    return this.#exclusively(async () => {
      this.synchronise();
      const state = this.#state;
      this.#forgetAll();
      if (state.status === 'active') await this.#calls.logout(state.session.refreshToken);
    });
  }

  /** Leaves an ended session behind; the next thing said is said by a new guest. */
  readonly startAnew = (): void => {
    this.#forgetAll();
  };

  #isStale(session: StoredSession): boolean {
    return session.expiresAt - this.#now() < RENEW_BEFORE_MS;
  }

  async #renew(session: StoredSession): Promise<string> {
    try {
      return this.#keep(await this.#calls.refresh(session.refreshToken));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.retryable) throw error;
      this.#store.set(SESSION_KEY, JSON.stringify({ ended: true, wasGuest: session.user.isGuest }));
      this.synchronise();
      throw new SessionEnded('The session has ended.', { cause: error });
    }
  }

  #keep(session: Session): string {
    const { user, accessToken, refreshToken, expiresIn } = session;
    const kept: StoredSession = { user, accessToken, refreshToken, expiresAt: this.#now() + expiresIn * 1000 };
    this.#store.set(SESSION_KEY, JSON.stringify(kept));
    this.synchronise();
    return accessToken;
  }

  /** The session and whatever else the page kept about the person: drafts, turns under way. */
  #forgetAll(): void {
    for (const key of this.#store.keys()) if (key.startsWith('rapport.')) this.#store.remove(key);
    this.synchronise();
  }

  /** True when storage held something new. */
  #read(): boolean {
    const raw = this.#store.get(SESSION_KEY);
    if (raw === this.#raw) return false;
    this.#raw = raw;
    this.#state = raw === null ? NONE : parseState(raw);
    return true;
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What is unreadable counts as no session: it was not written by this page. */
function parseState(raw: string): SessionState {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return NONE;
  }
  if (typeof value !== 'object' || value === null) return NONE;
  if ('ended' in value) return { status: 'ended', wasGuest: 'wasGuest' in value && value.wasGuest === true };
  return isStoredSession(value) ? { status: 'active', session: value } : NONE;
}

function isStoredSession(value: object): value is StoredSession {
  return (
    'user' in value &&
    typeof value.user === 'object' &&
    value.user !== null &&
    'accessToken' in value &&
    typeof value.accessToken === 'string' &&
    'refreshToken' in value &&
    typeof value.refreshToken === 'string' &&
    'expiresAt' in value &&
    typeof value.expiresAt === 'number'
  );
}

/**
 * One task at a time across the tabs of this origin. Web Locks exist only in secure contexts; on a plain-http address
 * of the local network tasks are ordered within the tab, which is what can be had there.
 */
export function createExclusively(locks: LockManager | undefined): Exclusively {
  if (locks !== undefined) return (task) => locks.request(SESSION_KEY, task);
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task, task);
    last = result;
    return result;
  };
}
