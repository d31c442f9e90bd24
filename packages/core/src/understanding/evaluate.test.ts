import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  evaluateMoods,
  evaluateNames,
  evaluateRisks,
  type MoodRow,
  type NameRow,
  type RiskRow,
  rowsOf,
} from './evaluate.ts';

const set = (name: string): string => readFileSync(new URL(`../../evals/${name}.jsonl`, import.meta.url), 'utf8');

/** Floors stand a little under what was measured when they were set; a change that falls below them made reading worse. */
describe('names stay above their floors', () => {
  it.each(['names', 'names.extra'])('%s', (name) => {
    const { metrics, misses } = evaluateNames(rowsOf<NameRow>(set(name)));
    expect(metrics.accuracy, JSON.stringify(misses)).toBeGreaterThanOrEqual(0.97);
    expect(metrics.falseNames).toBeLessThanOrEqual(0.02);
    expect(metrics.exactCase).toBeGreaterThanOrEqual(0.96);
  });
});

describe('moods stay above their floors', () => {
  it.each([
    ['mood', 0.95],
    ['mood.extra', 0.94],
    // Never trained on; the last 479 by authors who were asked for danger without its words.and no rule made for: what a stranger's message can expect.
    ['mood.unseen', 0.78],
    // Mostly what nobody feels anything about: the dog's age, the coat to buy.
    ['mood.plain.unseen', 0.79],
  ])('%s', (name, floor) => {
    const { metrics, misses } = evaluateMoods(rowsOf<MoodRow>(set(name)));
    expect(metrics.macroF1, JSON.stringify(misses)).toBeGreaterThanOrEqual(floor);
  });
});

describe('risk stays above its floors', () => {
  // The extra set was written to be hard, most of it before anyone looked at what the rules make of it; the model is trained on it.
  it.each([
    ['crisis', { crisisRecall: 0.98, concernRecall: 0.97, falseCrisis: 0.01, falseAlarm: 0.04 }],
    ['crisis.extra', { crisisRecall: 0.915, concernRecall: 0.77, falseCrisis: 0.02, falseAlarm: 0.04 }],
    // Never trained on; the last 479 by authors who were asked for danger without its words.
    ['crisis.unseen', { crisisRecall: 0.843, concernRecall: 0.71, falseCrisis: 0.05, falseAlarm: 0.06 }],
  ])('%s', (name, bounds) => {
    const { metrics, misses } = evaluateRisks(rowsOf<RiskRow>(set(name)));
    expect(metrics.crisisRecall, JSON.stringify(misses)).toBeGreaterThanOrEqual(bounds.crisisRecall);
    expect(metrics.concernRecall).toBeGreaterThanOrEqual(bounds.concernRecall);
    expect(metrics.falseCrisis).toBeLessThanOrEqual(bounds.falseCrisis);
    expect(metrics.falseAlarm).toBeLessThanOrEqual(bounds.falseAlarm);
  });
});

describe('the evaluation itself', () => {
  it('counts a missed, an invented and a differently written name', () => {
    const rows: NameRow[] = [
      { id: '1', text: 'Amayra', expected: 'Amayra', category: 'plain' },
      { id: '2', text: 'Amayra', expected: null, category: 'plain' },
      { id: '3', text: 'Amayra', expected: 'Zoë', category: 'plain' },
      { id: '4', text: 'Amayra', expected: 'AMAYRA', category: 'plain' },
    ];
    const { metrics, misses } = evaluateNames(rows);
    expect(metrics).toEqual({ accuracy: 0.5, recall: 2 / 3, falseNames: 1, exactCase: 1 / 3 });
    expect(misses.map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('lets an accepted level count as the expected one', () => {
    const row = { id: '1', text: 'I want to die', category: 'suicide' } as const;
    expect(evaluateRisks([{ ...row, level: 'concern', accept: ['crisis'] }]).metrics.accuracy).toBe(1);
    expect(evaluateRisks([{ ...row, level: 'none' }]).metrics).toMatchObject({
      accuracy: 0,
      falseCrisis: 1,
      falseAlarm: 1,
    });
  });

  it('names the line that is not JSON', () => {
    expect(() => rowsOf('{"a":1}\nnope')).toThrow('line 2 is not JSON');
  });
});
