import type { Clock } from '@rapport/core/runtime.ts';

/** A clock whose time of day a test sets, while durations stay real, so that timers and measured times agree. */
export class FakeClock implements Clock {
  #offsetMs: number;

  /** @param start the time of day it begins with; it goes on at the real pace. */
  constructor(start: Date) {
    this.#offsetMs = start.getTime() - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  monotonicMs(): number {
    return performance.now();
  }

  advance(milliseconds: number): void {
    this.#offsetMs += milliseconds;
  }
}
