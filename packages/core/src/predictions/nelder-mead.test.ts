import { describe, expect, it } from 'vitest';
import { minimise } from './nelder-mead.ts';

const options = { step: 0.5, tolerance: 1e-14, mostEvaluations: 5_000, signal: new AbortController().signal };

describe('Nelder and Mead’s search', () => {
  it('finds the bottom of Rosenbrock’s valley', async () => {
    const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x ** 2) ** 2;
    const found = await minimise(valley, { ...options, start: [-1.2, 1] });
    expect(found.converged).toBe(true);
    expect(found.point[0]).toBeCloseTo(1, 4);
    expect(found.point[1]).toBeCloseTo(1, 4);
  });

  it('stays within bounds drawn by infinity, and takes what is no number for it', async () => {
    const found = await minimise(
      ([x = 0, y = 0]) => (x < 1 ? Number.POSITIVE_INFINITY : y < -5 ? Number.NaN : x + y ** 2),
      { ...options, start: [3, 2] },
    );
    expect(found.point[0]).toBeGreaterThanOrEqual(1);
    expect(found.value).toBeCloseTo(1, 3);
  });

  it('says when its evaluations were used up', async () => {
    const found = await minimise(([x = 0]) => -x, { ...options, start: [0], mostEvaluations: 50 });
    expect(found.converged).toBe(false);
    expect(found.evaluations).toBeLessThan(60);
  });

  it('lets other work on in between', async () => {
    let turns = 0;
    let searching = true;
    const count = () => {
      turns += 1;
      if (searching) setImmediate(count);
    };
    setImmediate(count);
    const { evaluations } = await minimise(([x = 0, y = 0]) => x ** 2 + y ** 2, { ...options, start: [4, 5] });
    searching = false;
    expect(turns).toBeGreaterThan(evaluations / 4);
  });
});
