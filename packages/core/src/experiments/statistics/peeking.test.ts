import { describe, expect, it } from 'vitest';
import { welch } from './difference.ts';
import { sampleOf } from './sample.ts';
import { sequential } from './sequential.ts';

/** mulberry32: the same draws in every run. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often people write, skewed as such counts are: an exponential around a mean. */
const countAround = (draw: () => number, mean: number): number => -mean * Math.log(1 - draw());

const ALPHA = 0.05;
const LOOKS = 40;
const PEOPLE_BETWEEN_LOOKS = 100;

/** One experiment that is looked at again and again: whether any look, sequential or not, called it. */
function peek(draw: () => number, lift: number): { readonly always: boolean; readonly naive: boolean } {
  const sums = [0, 1].map(() => ({ people: 0, y: 0, yy: 0 }));
  let always = false;
  let naive = false;
  for (let look = 0; look < LOOKS; look += 1) {
    for (let person = 0; person < PEOPLE_BETWEEN_LOOKS; person += 1) {
      for (const [place, sum] of sums.entries()) {
        const y = countAround(draw, place === 0 ? 4 : 4 * (1 + lift));
        sum.people += 1;
        sum.y += y;
        sum.yy += y * y;
      }
    }
    const [control, variant] = sums.map(sampleOf);
    if (control === undefined || variant === undefined) throw new Error('there are two');
    const difference = welch(control, variant, ALPHA);
    if (difference === null) continue;
    naive ||= difference.pValue < ALPHA;
    const { pValue } = sequential(
      difference.estimate,
      difference.standardError,
      control.people + variant.people,
      ALPHA,
    );
    always ||= pValue < ALPHA;
  }
  return { always, naive };
}

const shareOf = (runs: readonly boolean[]): number => runs.filter(Boolean).length / runs.length;

describe('looking at an experiment forty times', () => {
  it('calls nothing that is not there more often than α, where a test for one look does so several times as often', () => {
    const draw = draws(20_261_130);
    const runs = Array.from({ length: 600 }, () => peek(draw, 0));
    expect(shareOf(runs.map(({ always }) => always))).toBeLessThan(ALPHA);
    expect(shareOf(runs.map(({ naive }) => naive))).toBeGreaterThan(2 * ALPHA);
  });

  it('finds a lift of fifteen in a hundred that is there', () => {
    const draw = draws(7);
    const runs = Array.from({ length: 100 }, () => peek(draw, 0.15));
    expect(shareOf(runs.map(({ always }) => always))).toBeGreaterThan(0.9);
  });
});
