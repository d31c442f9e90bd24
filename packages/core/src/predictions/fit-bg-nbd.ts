import { type BgNbdParameters, type Cohort, logLikelihood } from './bg-nbd.ts';
import { minimise } from './nelder-mead.ts';

/** What a fit gave. */
export interface BgNbdFit {
  readonly parameters: BgNbdParameters;
  readonly logLikelihood: number;
  readonly evaluations: number;
  /** False when the search was given up, or ended at the edge of what is sought in: then the data don't say. */
  readonly converged: boolean;
}

/** What is sought in, for each parameter in its own unit: wide of anything published. */
const LEAST = 1e-4;
const MOST = 1e5;
/** A parameter this near an edge, as a factor, is at it. */
const AT_EDGE = 1.05;
/** Of the mean log-likelihood a person: far below what could be told from chance with any number of people. */
const TOLERANCE = 1e-10;
const MOST_EVALUATIONS = 2_000;

const asLogarithms = ({ r, alpha, a, b }: BgNbdParameters): number[] => [r, alpha, a, b].map(Math.log);

function fromLogarithms(point: readonly number[]): BgNbdParameters {
  const [r = Number.NaN, alpha = Number.NaN, a = Number.NaN, b = Number.NaN] = point.map(Math.exp);
  return { r, alpha, a, b };
}

/**
 * The parameters under which a cohort is likeliest, sought by their logarithms, so that they stay positive. Once more from
 * where the first search ended, because a simplex may get stuck short of the top.
 *
 * @param start in the cohort's unit of time; any sensible parameters, such as those of another cohort.
 * @throws RangeError for a cohort of nobody; the signal's reason when it is aborted.
 */
export async function fitBgNbd(cohort: Cohort, start: BgNbdParameters, signal: AbortSignal): Promise<BgNbdFit> {
  const people = cohort.counts.reduce((sum, count) => sum + count, 0);
  if (people === 0) throw new RangeError('A cohort of nobody fits every model');
  const edges = [Math.log(LEAST), Math.log(MOST)] as const;
  const unlikeliness = (point: readonly number[]): number => {
    if (point.some((coordinate) => coordinate < edges[0] || coordinate > edges[1])) return Number.POSITIVE_INFINITY;
    return -logLikelihood(fromLogarithms(point), cohort) / people;
  };
  const options = { tolerance: TOLERANCE, mostEvaluations: MOST_EVALUATIONS, signal };
  const first = await minimise(unlikeliness, { ...options, start: asLogarithms(start), step: 0.7 });
  const second = await minimise(unlikeliness, { ...options, start: first.point, step: 0.1 });
  const parameters = fromLogarithms(second.point);
  const isInside = Object.values(parameters).every((value) => value > LEAST * AT_EDGE && value < MOST / AT_EDGE);
  return {
    parameters,
    logLikelihood: -second.value * people,
    evaluations: first.evaluations + second.evaluations,
    converged: second.converged && isInside,
  };
}
