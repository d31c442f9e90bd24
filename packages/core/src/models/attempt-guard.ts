/**
 * Ends an attempt when the person cancels or a clock runs out, also when the model ignores its signal: a vendor that
 * hangs must not hold the turn.
 */
export class AttemptGuard {
  readonly #controller = new AbortController();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #person: AbortSignal;
  readonly #ended: Promise<never>;
  /** The clock that ran out; null while none has. */
  timedOutBy: string | null = null;

  constructor(person: AbortSignal) {
    this.#person = person;
    person.addEventListener('abort', this.#abort, { once: true });
    this.#ended = new Promise((_, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason), { once: true });
    });
    // Nobody may be waiting when it fires.
    this.#ended.catch(() => undefined);
    if (person.aborted) this.#abort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Starts or restarts one of the attempt's clocks. */
  within(clock: string, milliseconds: number): void {
    clearTimeout(this.#timers.get(clock));
    this.#timers.set(
      clock,
      setTimeout(() => {
        this.timedOutBy ??= clock;
        this.#controller.abort(new DOMException('The attempt took too long', 'TimeoutError'));
      }, milliseconds),
    );
  }

  async *race<Part>(parts: AsyncIterable<Part>): AsyncGenerator<Part> {
    const iterator = parts[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await Promise.race([iterator.next(), this.#ended]);
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      // Not awaited: a generator stuck in its own await would never answer.
      iterator.return?.()?.then(undefined, () => undefined);
    }
  }

  end(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#person.removeEventListener('abort', this.#abort);
  }

  readonly #abort = (): void => this.#controller.abort(this.#person.reason);
}
