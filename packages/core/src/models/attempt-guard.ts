/** Parts a model may still give when its time is over: its last text and its finish. */
const MOST_LATE_PARTS = 3;

/** What is there without a wait; null when nothing is, or when it failed. */
const atOnce = <Part>(coming: Promise<IteratorResult<Part>>): Promise<IteratorResult<Part> | null> =>
  Promise.race([coming.catch(() => null), new Promise<null>((resolve) => setImmediate(() => resolve(null)))]);

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
      for (let late = 0; late <= MOST_LATE_PARTS; ) {
        const coming = iterator.next();
        let next: IteratorResult<Part>;
        try {
          next = await Promise.race([coming, this.#ended]);
        } catch (error) {
          // A model whose reply was whole when its time ran out says so at once.
          const last = this.timedOutBy === null ? null : await atOnce(coming);
          if (last === null) throw error;
          next = last;
          late += 1;
        }
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
