/** After a failure Redis is left alone this long. */
const REST_MS = 1_000;

/**
 * Whether Redis is worth asking at the moment. Shared by all who ask it: the first to find it slow or gone pays the wait
 * of one command, and for a second nobody else does.
 */
export class RedisRest {
  readonly #monotonicMs: () => number;
  #untilMs = Number.NEGATIVE_INFINITY;

  /** @param monotonicMs milliseconds that never go back. */
  constructor(monotonicMs: () => number) {
    this.#monotonicMs = monotonicMs;
  }

  isResting(): boolean {
    return this.#monotonicMs() < this.#untilMs;
  }

  /** Redis failed someone. True when nobody had told so yet. */
  begin(): boolean {
    const isNew = !this.isResting();
    this.#untilMs = this.#monotonicMs() + REST_MS;
    return isNew;
  }

  /** Someone can wait, and wants it asked all the same. */
  end(): void {
    this.#untilMs = Number.NEGATIVE_INFINITY;
  }
}
