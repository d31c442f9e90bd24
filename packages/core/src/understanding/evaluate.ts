import type { Mood, SafetyLevel } from '@rapport/wire';
import { readMood } from './mood.ts';
import { readName } from './names.ts';
import { readRisk } from './risk.ts';

/** One labelled message of an evaluation set (`packages/core/evals/*.jsonl`), with further answers that count as right. */
export interface NameRow {
  readonly id: string;
  readonly text: string;
  /** The name a person would be called by after this reply; null when the reply gives none. */
  readonly expected: string | null;
  readonly accept?: readonly string[];
  readonly category: string;
}

export interface MoodRow {
  readonly id: string;
  readonly text: string;
  readonly moods?: readonly string[];
  readonly valence: 'pos' | 'neg' | 'mixed' | 'neutral';
}

export interface RiskRow {
  readonly id: string;
  readonly text: string;
  readonly level: SafetyLevel;
  readonly accept?: readonly SafetyLevel[];
  readonly category: string;
}

export interface Miss {
  readonly id: string;
  readonly text: string;
  readonly expected: string;
  readonly got: string;
}

/** Shares run from 0 to 1; a share of nothing is 1. */
export interface Evaluation<Metric extends string> {
  readonly count: number;
  readonly metrics: Readonly<Record<Metric, number>>;
  readonly misses: readonly Miss[];
}

/** Reads the rows of a JSON Lines text. Throws a SyntaxError that names the line when one is not JSON. */
export function rowsOf<Row>(lines: string): Row[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      try {
        return JSON.parse(line) as Row;
      } catch (cause) {
        throw new SyntaxError(`line ${index + 1} is not JSON`, { cause });
      }
    });
}

/**
 * Names given in answer to "what should I call you?". `accuracy` over all rows, `recall` over those with a name,
 * `falseNames` the share of those without one that got one, `exactCase` the share written as its owner would.
 */
export function evaluateNames(
  rows: readonly NameRow[],
): Evaluation<'accuracy' | 'recall' | 'falseNames' | 'exactCase'> {
  const misses: Miss[] = [];
  const count = { right: 0, named: 0, found: 0, exact: 0, unnamed: 0, invented: 0 };
  for (const { id, text, expected, accept = [] } of rows) {
    const statement = readName(text, { asked: true });
    const got = statement.kind === 'name' ? statement.name : null;
    const accepted = expected === null ? [] : [expected, ...accept];
    const right = got === null ? expected === null : accepted.some((name) => sameName(name, got));
    if (right) count.right += 1;
    else misses.push({ id, text, expected: String(expected), got: String(got) });
    if (expected === null) {
      count.unnamed += 1;
      if (got !== null) count.invented += 1;
    } else {
      count.named += 1;
      if (right) count.found += 1;
      if (got !== null && accepted.includes(got)) count.exact += 1;
    }
  }
  return {
    count: rows.length,
    metrics: {
      accuracy: share(count.right, rows.length),
      recall: share(count.found, count.named),
      falseNames: count.unnamed === 0 ? 0 : count.invented / count.unnamed,
      exactCase: share(count.exact, count.named),
    },
    misses,
  };
}

/** Names are the same but for case, full stops and apostrophes. */
function sameName(one: string, other: string): boolean {
  const key = (name: string): string =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[.’'"]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  return key(one) === key(other);
}

const VALENCES = ['pos', 'neg', 'mixed', 'neutral'] as const;
const VALENCE_OF: Readonly<Record<Mood['polarity'], MoodRow['valence']>> = {
  positive: 'pos',
  negative: 'neg',
  mixed: 'mixed',
  neutral: 'neutral',
};

/** The side a mood is on. No mood counts as neutral. `macroF1` is the mean F1 of the sides that occur. */
export function evaluateMoods(rows: readonly MoodRow[]): Evaluation<'accuracy' | 'macroF1'> {
  const misses: Miss[] = [];
  const pairs = rows.map(({ id, text, valence }) => {
    const mood = readMood(text);
    const got = mood === null ? 'neutral' : VALENCE_OF[mood.polarity];
    if (got !== valence) misses.push({ id, text, expected: valence, got: `${got} (${mood?.label ?? 'no mood'})` });
    return { expected: valence, got };
  });
  return {
    count: rows.length,
    metrics: { accuracy: share(rows.length - misses.length, rows.length), macroF1: macroF1(pairs, VALENCES) },
    misses,
  };
}

/**
 * Risk levels. `crisisRecall`: crises found as such; `crisisNotMissed`: crises met with at least concern; `concernRecall`:
 * concerns met with at least concern; `falseCrisis` and `falseAlarm`: harmless messages taken for a crisis, for anything.
 */
export function evaluateRisks(
  rows: readonly RiskRow[],
): Evaluation<'accuracy' | 'crisisRecall' | 'crisisNotMissed' | 'concernRecall' | 'falseCrisis' | 'falseAlarm'> {
  const misses: Miss[] = [];
  const read = rows.map(({ id, text, level, accept = [] }) => {
    const risk = readRisk(text);
    const got = accept.includes(risk.level) ? level : risk.level;
    if (got !== level) misses.push({ id, text, expected: level, got: `${got} (${risk.rule ?? 'no rule'})` });
    return { level, got };
  });
  const rate = (level: SafetyLevel, holds: (got: SafetyLevel) => boolean, ofNone: number): number => {
    const those = read.filter((row) => row.level === level);
    return those.length === 0 ? ofNone : those.filter(({ got }) => holds(got)).length / those.length;
  };
  return {
    count: rows.length,
    metrics: {
      accuracy: share(rows.length - misses.length, rows.length),
      crisisRecall: rate('crisis', (got) => got === 'crisis', 1),
      crisisNotMissed: rate('crisis', (got) => got !== 'none', 1),
      concernRecall: rate('concern', (got) => got !== 'none', 1),
      falseCrisis: rate('none', (got) => got === 'crisis', 0),
      falseAlarm: rate('none', (got) => got !== 'none', 0),
    },
    misses,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function macroF1<Label extends string>(
  pairs: readonly { readonly expected: Label; readonly got: Label }[],
  labels: readonly Label[],
): number {
  const present = labels.filter((label) => pairs.some(({ expected }) => expected === label));
  const scores = present.map((label) => {
    const hits = pairs.filter(({ expected, got }) => expected === label && got === label).length;
    const said = pairs.filter(({ got }) => got === label).length;
    const meant = pairs.filter(({ expected }) => expected === label).length;
    return hits === 0 ? 0 : (2 * hits) / (said + meant);
  });
  return present.length === 0 ? 1 : scores.reduce((sum, score) => sum + score, 0) / present.length;
}
