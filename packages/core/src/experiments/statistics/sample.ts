/** A figure over the people of one variant. */
export interface Sample {
  readonly people: number;
  readonly mean: number;
  /** Of one person, with people − 1 in the denominator; 0 below two people. */
  readonly variance: number;
}

/** Sums over the people of one variant: of their figures y, and of what they did before, x. */
export interface Sums {
  readonly people: number;
  readonly y: number;
  readonly yy: number;
  readonly x: number;
  readonly xx: number;
  readonly xy: number;
}

/** Sum of products of deviations from the means. */
const deviations = (products: number, one: number, other: number, people: number): number =>
  people === 0 ? 0 : products - (one * other) / people;

export function sampleOf({ people, y, yy }: Pick<Sums, 'people' | 'y' | 'yy'>): Sample {
  return {
    people,
    mean: people === 0 ? 0 : y / people,
    variance: people < 2 ? 0 : Math.max(0, deviations(yy, y, y, people)) / (people - 1),
  };
}

/** Variances and covariance of one variant, as sums of squares so that variants can be pooled. */
export const sumsOfSquares = ({ people, y, yy, x, xx, xy }: Sums) => ({
  ofY: Math.max(0, deviations(yy, y, y, people)),
  ofX: Math.max(0, deviations(xx, x, x, people)),
  ofBoth: deviations(xy, x, y, people),
});
