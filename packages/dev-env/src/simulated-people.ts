import type { PersonHistory } from '@rapport/core/predictions/history.ts';

/** Numbers that look like chance and are the same every time. */
export interface SeededRandom {
  /** From 0 up to 1. */
  uniform(): number;
  /** Of a Gamma distribution of this shape and this rate. */
  gamma(shape: number, rate: number): number;
  beta(a: number, b: number): number;
  exponential(rate: number): number;
  normal(): number;
}

/** Mulberry32 (Ettinger 2017); for the gamma distribution, Marsaglia & Tsang, "A Simple Method for Generating Gamma Variables", 2000. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const positive = (): number => 1 - uniform();
  const normal = (): number => Math.sqrt(-2 * Math.log(positive())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number, rate: number): number => {
    if (shape < 1) return gamma(shape + 1, rate) * positive() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(positive()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return (d * v) / rate;
    }
  };
  return {
    uniform,
    normal,
    gamma,
    beta(a, b) {
      const one = gamma(a, 1);
      return one / (one + gamma(b, 1));
    },
    exponential: (rate) => -Math.log(positive()) / rate,
  };
}

/** How simulated people behave. Time is in any one unit. */
export interface ReturningPeople {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * When one person comes, from their first time at 0 until `until`: at a rate of their own, after each return gone for good
 * with a probability of their own (the story behind the BG/NBD model).
 */
export function visitsOf(random: SeededRandom, { r, alpha, a, b }: ReturningPeople, until: number): number[] {
  const rate = random.gamma(r, alpha);
  const leaves = random.beta(a, b);
  const visits = [0];
  for (let at = random.exponential(rate); at < until; at += random.exponential(rate)) {
    visits.push(at);
    if (random.uniform() < leaves) break;
  }
  return visits;
}

export interface SimulatedCohort {
  readonly seed: number;
  readonly people: number;
  /** The day (of UTC since 1970) on which they are looked at; they go on for a while after it. */
  readonly today: number;
  /** Their first days are spread evenly over so many days before it. */
  readonly joinedWithinDays: number;
  /** With α in days. */
  readonly behaviour: ReturningPeople;
  /** Whether half of them grow unhappy at some time: they say so in moods and ratings, and leave at one of their next visits. */
  readonly someGrowUnhappy: boolean;
}

const AFTER_TODAY_DAYS = 60;
const UNHAPPY_SHARE = 1 / 2;
/** After each visit. */
const UNHAPPY_LEAVE = 0.25;
const RATES_EACH = 0.3;

/** People with one assistant over months, by day, with what comes after `today` too: what a model of them has to foretell. */
export function simulateCohort({
  seed,
  people,
  today,
  joinedWithinDays,
  behaviour,
  someGrowUnhappy,
}: SimulatedCohort): PersonHistory[] {
  const random = seededRandom(seed);
  return Array.from({ length: people }, (_, index) => {
    const joined = today - joinedWithinDays * random.uniform();
    const unhappyFrom =
      someGrowUnhappy && random.uniform() < UNHAPPY_SHARE
        ? joined + random.uniform() * joinedWithinDays
        : Number.POSITIVE_INFINITY;
    const days = new Map<number, { moods: number; valence: number }>();
    const ratings: { day: number; rating: number }[] = [];
    for (const after of visitsOf(random, behaviour, today + AFTER_TODAY_DAYS - joined)) {
      const at = joined + after;
      const day = Math.floor(at);
      const isUnhappy = at > unhappyFrom;
      const valence = Math.max(-1, Math.min(1, (isUnhappy ? -0.5 : 0.3) + 0.3 * random.normal()));
      const known = days.get(day) ?? { moods: 0, valence: 0 };
      days.set(day, { moods: known.moods + 1, valence: known.valence + valence });
      if (random.uniform() < RATES_EACH) {
        ratings.push({ day, rating: (isUnhappy ? 1 : 4) + Math.floor(2 * random.uniform()) });
      }
      if (isUnhappy && random.uniform() < UNHAPPY_LEAVE) break;
    }
    return {
      userId: `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
      days: [...days].map(([day, moods]) => ({ day, ...moods })),
      ratings,
    };
  });
}
