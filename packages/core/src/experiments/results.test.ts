import { type Experiment, experimentDefinition } from '@rapport/wire';
import { describe, expect, it } from 'vitest';
import type { Metric } from './metrics.ts';
import { resultsOf } from './results.ts';
import type { Sums } from './statistics/sample.ts';

const STARTED = '2026-11-01T00:00:00.000Z';
const experiment: Experiment = {
  definition: experimentDefinition.parse({
    id: 'warmer',
    name: 'A warmer welcome',
    hypothesis: 'People come back more often.',
    assistant: 'sienna',
    variants: [
      { id: 'control', name: 'As it is' },
      { id: 'warm', name: 'Warmer', changes: { retrieval: { passages: 2 } } },
    ],
    weights: [0.5, 0.5],
    metric: 'returned',
  }),
  status: 'running',
  phases: [{ from: STARTED, weights: [0.5, 0.5], coverage: 1 }],
  shippedVariant: null,
  createdAt: STARTED,
  startedAt: STARTED,
  stoppedAt: null,
  shippedAt: null,
  archivedAt: null,
};

const did = (count: number, people: number): Sums => ({ people, y: count, yy: count, x: 0, xx: 0, xy: 0 });
const both = (control: Sums, warm: Sums) =>
  new Map([
    ['control', control],
    ['warm', warm],
  ]);
const counts = (control: number, warm: number) => [
  { variant: 'control', phase: 1, people: control },
  { variant: 'warm', phase: 1, people: warm },
];
const results = (
  figures: readonly (readonly [Metric, ReadonlyMap<string, Sums>])[],
  people: readonly [number, number] = [2_000, 2_000],
) => resultsOf(experiment, new Date('2026-11-30T00:00:00Z'), counts(...people), new Map(figures), STARTED);

describe('what an experiment comes to', () => {
  const clearlyBetter = both(did(400, 2_000), did(600, 2_000));

  it('is nothing while nobody has had a variant', () => {
    expect(results([], [0, 0]).decision.kind).toBe('nothing-yet');
  });

  it('is a winner where the interval that holds at every look leaves out 0', () => {
    const { decision, goal } = results([['returned', clearlyBetter]]);
    expect(decision).toMatchObject({ kind: 'winner', variant: 'warm' });
    const difference = goal.variants[1]?.difference;
    expect(difference?.estimate).toBeCloseTo(0.1, 10);
    expect(difference?.relative).toBeCloseTo(0.5, 10);
    expect(difference?.sequentialInterval.low).toBeGreaterThan(0);
    expect(difference?.chanceToWin).toBeGreaterThan(0.999);
  });

  it('is no winner that worsens a guardrail, however much it wins', () => {
    const { decision, harms } = results([
      ['returned', clearlyBetter],
      ['concern', both(did(40, 2_000), did(80, 2_000))],
    ]);
    expect(harms).toMatchObject([{ variant: 'warm', metric: 'concern' }]);
    expect(decision.kind).not.toBe('winner');
    expect(decision.says).toContain(`"warm" worsens concern, so it can't win.`);
  });

  it('leaves the control alone where the variant is the kinder one', () => {
    const { decision, harms } = results([
      ['returned', clearlyBetter],
      ['concern', both(did(80, 2_000), did(40, 2_000))],
    ]);
    expect(harms).toEqual([]);
    expect(decision.kind).toBe('winner');
  });

  it('is a broken split before anything else', () => {
    const { decision, sampleRatio } = results([['returned', clearlyBetter]], [2_300, 1_700]);
    expect(sampleRatio.isMismatch).toBe(true);
    expect(sampleRatio.variants).toEqual([
      { variant: 'control', people: 2_300, expected: 2_000 },
      { variant: 'warm', people: 1_700, expected: 2_000 },
    ]);
    expect(decision).toMatchObject({ kind: 'sample-ratio-mismatch', variant: null });
  });

  it('is more time while there are too few people, and an end once there are enough', () => {
    const some = results([['returned', both(did(40, 200), did(44, 200))]], [200, 200]);
    expect(some.decision.kind).toBe('keep-running');
    // R: power.prop.test(p1 = .20, p2 = .22, power = .80): n = 6509.
    expect(some.peopleNeeded).toBeGreaterThan(6_500);
    expect(some.peopleNeeded).toBeLessThan(6_520);
    const many = results([['returned', both(did(1_400, 7_000), did(1_405, 7_000))]], [7_000, 7_000]);
    expect(many.decision.kind).toBe('no-winner');
  });

  it('says nothing of the moods of fewer than five', () => {
    const mood = (people: number): Sums => ({ people, y: people * 0.2, yy: people, x: 0, xx: 0, xy: 0 });
    const of = (control: number, warm: number) =>
      results([['mood', both(mood(control), mood(warm))]]).guardrails.find(({ metric }) => metric === 'mood')?.variants;
    expect(of(4, 50)?.map(({ mean }) => mean)).toEqual([null, 0.2]);
    expect(of(4, 50)?.[1]?.difference).toBeNull();
    expect(of(5, 50)?.[1]?.difference).not.toBeNull();
  });
});
