import { setImmediate as otherWork } from 'node:timers/promises';

/** Where a minimum was found, and how surely. */
export interface Minimum {
  readonly point: readonly number[];
  readonly value: number;
  readonly evaluations: number;
  /** False when the evaluations were used up before the corners agreed. */
  readonly converged: boolean;
}

export interface MinimiseOptions {
  readonly start: readonly number[];
  /** Distance of the first corners from the start. */
  readonly step: number;
  /** The corners agree when their values differ by no more than this. */
  readonly tolerance: number;
  readonly mostEvaluations: number;
  readonly signal: AbortSignal;
}

interface Corner {
  readonly point: readonly number[];
  readonly value: number;
}

/**
 * A local minimum of a function without derivatives (Nelder & Mead, "A Simplex Method for Function Minimization", 1965, with
 * the usual coefficients 1, 2, ½, ½). Infinity is a value: so bounds are drawn.
 *
 * Our own because it has to let other work on between evaluations, each of which reads a whole cohort: the process that
 * fits may be the one that answers people. Libraries run to the end in one go.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function minimise(
  valueAt: (point: readonly number[]) => number,
  { start, step, tolerance, mostEvaluations, signal }: MinimiseOptions,
): Promise<Minimum> {
  let evaluations = 0;
  const corner = (point: readonly number[]): Corner => {
    evaluations += 1;
    const value = valueAt(point);
    return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const dimensions = start.length;
  const corners = [corner(start)];
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    corners.push(corner(start.map((coordinate, index) => (index === dimension ? coordinate + step : coordinate))));
  }
  for (;;) {
    signal.throwIfAborted();
    await otherWork();
    corners.sort((one, other) => one.value - other.value);
    const best = cornerAt(corners, 0);
    const worst = cornerAt(corners, dimensions);
    const converged = worst.value - best.value <= tolerance;
    if (converged || evaluations >= mostEvaluations) return { ...best, evaluations, converged };

    const others = corners.slice(0, dimensions);
    const centre = best.point.map((_, index) => meanOf(others.map(({ point }) => point[index] ?? Number.NaN)));
    /** On the line from the worst corner through the centre of the others: 1 is as far beyond it as the worst is before it. */
    const along = (far: number) =>
      corner(centre.map((middle, index) => middle + far * (middle - (worst.point[index] ?? Number.NaN))));
    const reflected = along(1);
    if (reflected.value < best.value) {
      const expanded = along(2);
      corners[dimensions] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < cornerAt(corners, dimensions - 1).value) {
      corners[dimensions] = reflected;
    } else {
      const isOutside = reflected.value < worst.value;
      const contracted = along(isOutside ? 0.5 : -0.5);
      if (contracted.value < (isOutside ? reflected : worst).value) corners[dimensions] = contracted;
      else {
        for (const [index, { point }] of corners.slice(1).entries()) {
          corners[index + 1] = corner(
            point.map((coordinate, place) => (coordinate + (best.point[place] ?? Number.NaN)) / 2),
          );
        }
      }
    }
  }
}

function cornerAt(corners: readonly Corner[], index: number): Corner {
  const found = corners[index];
  if (found === undefined) throw new RangeError('There is nothing to minimise over: the start has no coordinates');
  return found;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
