import type { MoodDay, MoodTrend } from '@rapport/wire';

/** The trend as figures; the sentence is made of them and of the days by `summaryOf`. */
export type Trend = Pick<MoodTrend, 'direction' | 'slopePerDay'>;

/** Days with a mood, and days from the first to the last of them, below which no trend is claimed. */
const FEWEST_TREND_DAYS = 5;
const SHORTEST_TREND_SPAN = 7;
/** Change of valence over the whole span that a person would notice; the scale runs from -1 to 1. */
const NOTICEABLE_CHANGE = 0.2;
/** Mean distance of the days from their median up to which days without a slope are steady; beyond, they are merely up and down. */
const STEADY_SPREAD = 0.3;
/** Standard normal deviate of a two-sided confidence of 80 %: enough to say "lately", too little for more. */
const CONFIDENT = 1.28;

export const UNCLEAR: Trend = { direction: 'unclear', slopePerDay: 0 };

/**
 * Where days are going. The slope is the median of the slopes between all pairs of days (Theil 1950; Sen, "Estimates of
 * the regression coefficient based on Kendall's tau", 1968): up to 29 % of the days may be anything without turning
 * it. `rising` and `falling` need a change over the span of at least 0.2 that Mann's test for a trend (1945, Kendall's S with
 * its normal approximation) holds for real at 80 %; `steady` is a smaller change of days that are alike. Everything else, and fewer than 5 days with a
 * mood or less than 7 from first to last, is `unclear`. Days without a mood take no part. Quadratic in the days, of
 * which there are at most some hundred.
 */
export function trendOf(days: readonly MoodDay[]): Trend {
  const heard = days.flatMap(({ valence }, day) => (valence === null ? [] : [{ day, valence }]));
  const span = (heard.at(-1)?.day ?? 0) - (heard[0]?.day ?? 0) + 1;
  if (heard.length < FEWEST_TREND_DAYS || span < SHORTEST_TREND_SPAN) return UNCLEAR;
  const slopes: number[] = [];
  let score = 0;
  for (const [index, later] of heard.entries()) {
    for (const earlier of heard.slice(0, index)) {
      slopes.push((later.valence - earlier.valence) / (later.day - earlier.day));
      score += Math.sign(later.valence - earlier.valence);
    }
  }
  const slopePerDay = Math.round(medianOf(slopes) * 10_000) / 10_000;
  if (Math.abs(slopePerDay * (span - 1)) < NOTICEABLE_CHANGE) {
    return spreadOf(heard.map(({ valence }) => valence)) <= STEADY_SPREAD
      ? { direction: 'steady', slopePerDay }
      : UNCLEAR;
  }
  if (Math.sign(score) !== Math.sign(slopePerDay) || deviateOf(score, heard.length) < CONFIDENT) return UNCLEAR;
  return { direction: slopePerDay > 0 ? 'rising' : 'falling', slopePerDay };
}

function spreadOf(values: readonly number[]): number {
  const median = medianOf(values);
  return values.reduce((sum, value) => sum + Math.abs(value - median), 0) / values.length;
}

/** How many standard deviations Kendall's S is from no trend, with the correction for continuity; ties are not corrected for. */
function deviateOf(score: number, count: number): number {
  return (Math.abs(score) - 1) / Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18);
}

/** The median; 0 of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}
