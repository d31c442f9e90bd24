import { type Sample, type Sums, sampleOf, sumsOfSquares } from './sample.ts';

export interface Adjusted {
  /** In the order given. */
  readonly samples: readonly Sample[];
  /** The share of the variance within variants that what was before explained, 0 to 1. */
  readonly varianceReduction: number;
}

/**
 * CUPED (Deng, Xu, Kohavi & Walker 2013, "Improving the Sensitivity of Online Controlled Experiments by Utilizing Pre-Experiment
 * Data", WSDM, eq. 4 and 5): each mean less θ times how far its people were from all people before, with
 * θ = cov(Y, X) / var(X) pooled within the variants. The expectation of a difference stays; its variance falls by the square of
 * the correlation. Null where what was before says nothing, such as where nobody was there.
 */
export function cuped(variants: readonly Sums[]): Adjusted | null {
  const squares = variants.map(sumsOfSquares);
  const total = squares.reduce(
    (sum, { ofX, ofY, ofBoth }) => ({ ofX: sum.ofX + ofX, ofY: sum.ofY + ofY, ofBoth: sum.ofBoth + ofBoth }),
    { ofX: 0, ofY: 0, ofBoth: 0 },
  );
  if (!(total.ofX > 0) || !(total.ofY > 0)) return null;
  const theta = total.ofBoth / total.ofX;
  const people = variants.reduce((sum, each) => sum + each.people, 0);
  const meanBefore = variants.reduce((sum, { x }) => sum + x, 0) / people;
  const samples = variants.map((each, place): Sample => {
    const plain = sampleOf(each);
    const { ofX, ofY, ofBoth } = squares[place] ?? { ofX: 0, ofY: 0, ofBoth: 0 };
    if (each.people < 2) return plain;
    return {
      people: each.people,
      mean: plain.mean - theta * (each.x / each.people - meanBefore),
      variance: Math.max(0, ofY - 2 * theta * ofBoth + theta ** 2 * ofX) / (each.people - 1),
    };
  });
  return { samples, varianceReduction: total.ofBoth ** 2 / (total.ofX * total.ofY) };
}
