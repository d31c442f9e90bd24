/**
 * How long what comes after the last word is waited for, in milliseconds: counts of tokens, the end of the stream.
 * Shorter than any clock of the chain that could take the reply back meanwhile.
 */
export const TRAILER_MS = 250;

/**
 * The wait for what comes after the last word. The person is not made to wait for it, nor is what they read taken back
 * when it does not come.
 */
export class Trailer {
  readonly #signal: AbortSignal;
  readonly #over = Promise.withResolvers<null>();
  #timer: NodeJS.Timeout | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', this.#finish, { once: true });
  }

  /** What comes next; null when nothing does in time, the connection breaks, or the signal fires. */
  async next<Step>(step: Promise<Step>): Promise<Step | null> {
    this.#timer ??= setTimeout(this.#finish, TRAILER_MS);
    try {
      return await Promise.race([step, this.#over.promise]);
    } catch {
      return null;
    }
  }

  /** Begins the wait anew: it was not the last word. */
  restart(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#finish);
  }

  readonly #finish = (): void => this.#over.resolve(null);
}
