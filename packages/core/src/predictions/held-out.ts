/** What was forecast of somebody in a week that the model had not seen, and what came. */
export interface Forecast {
  /** From 0 to 1. */
  readonly probability: number;
  readonly came: boolean;
}

/** A part of the calibration table: of those forecast from `from` up to `until`, how many came. */
export interface CalibrationBin {
  readonly from: number;
  /** Not of the bin itself, but for 1. */
  readonly until: number;
  readonly count: number;
  /** What was forecast on average; null for an empty bin. */
  readonly forecast: number | null;
  /** The share of them that came; null for an empty bin. */
  readonly came: number | null;
}

const BINS = 10;

/** Ten bins of equal width, empty ones too. */
export function calibrationOf(forecasts: readonly Forecast[]): CalibrationBin[] {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, forecast: 0, came: 0 }));
  for (const { probability, came } of forecasts) {
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))];
    if (bin === undefined) throw new RangeError(`A probability is from 0 to 1, not ${probability}`);
    bin.count += 1;
    bin.forecast += probability;
    bin.came += came ? 1 : 0;
  }
  return bins.map(({ count, forecast, came }, index) => ({
    from: index / BINS,
    until: (index + 1) / BINS,
    count,
    forecast: count === 0 ? null : forecast / count,
    came: count === 0 ? null : came / count,
  }));
}

/**
 * The mean squared distance of forecasts from what came (Brier, "Verification of Forecasts Expressed in Terms of Probability",
 * 1950, for two outcomes, halved as is usual): 0 is perfect, and it is least for who says what they believe.
 */
export const brierScore = (forecasts: readonly Forecast[]): number =>
  meanOf(forecasts.map(({ probability, came }) => squaredMiss(probability, came)));

export const squaredMiss = (probability: number, came: boolean): number => (probability - (came ? 1 : 0)) ** 2;

/** The share that came: as a forecast for everybody, what a model has to beat. */
export const baseRateOf = (forecasts: readonly Pick<Forecast, 'came'>[]): number =>
  meanOf(forecasts.map(({ came }) => (came ? 1 : 0)));

/**
 * How often one who came was given the higher probability than one who did not, ties counted half (the area under the ROC curve:
 * Hanley & McNeil 1982). Null where all came or none did.
 */
export function areaUnderCurve(forecasts: readonly Forecast[]): number | null {
  const sorted = forecasts.toSorted((one, other) => one.probability - other.probability);
  const came = sorted.filter((forecast) => forecast.came).length;
  const stayed = sorted.length - came;
  if (came === 0 || stayed === 0) return null;
  let rankSum = 0;
  for (let from = 0; from < sorted.length; ) {
    let until = from;
    let ofThem = 0;
    while (until < sorted.length && sorted[until]?.probability === sorted[from]?.probability) {
      if (sorted[until]?.came) ofThem += 1;
      until += 1;
    }
    // Ranks from 1; equal values share the mean of theirs.
    rankSum += ofThem * ((from + 1 + until) / 2);
    from = until;
  }
  return (rankSum - (came * (came + 1)) / 2) / (came * stayed);
}

/**
 * By how much one model's Brier score is below another's on the same forecasts, and the standard error of that by person: somebody
 * forecast in four weeks is one person, not four.
 */
export function improvement(
  rows: readonly { readonly person: number; readonly came: boolean; readonly of: number; readonly over: number }[],
): { readonly mean: number; readonly standardError: number } {
  const byPerson = new Map<number, number>();
  for (const { person, came, of, over } of rows) {
    byPerson.set(person, (byPerson.get(person) ?? 0) + squaredMiss(over, came) - squaredMiss(of, came));
  }
  const mean = [...byPerson.values()].reduce((sum, gain) => sum + gain, 0) / rows.length;
  const perPerson = rows.length / byPerson.size;
  const variance = meanOf([...byPerson.values()].map((gain) => (gain / perPerson - mean) ** 2));
  return { mean, standardError: Math.sqrt(variance / byPerson.size) };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
