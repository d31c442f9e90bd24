import type { Evaluation } from '../understanding/evaluate.ts';
import type { Advice, Outcome } from './advice.ts';
import type { NamedAdvice } from './given-advice.ts';
import { readOutcomes } from './read-outcome.ts';

/** A message, labelled with what it says came of advice. */
export interface OutcomeRow {
  readonly id: string;
  readonly text: string;
  /** Passages whose advice was given three weeks before. */
  readonly advised: readonly string[];
  /** Which of them was just asked after; null when the person speaks of it unasked. */
  readonly asked: string | null;
  readonly label: Outcome | 'none';
  /** Of which it speaks, where that is not the only one or the one asked after. */
  readonly about?: string;
}

const DAY = '2026-11-09T12:00:00Z';
const NOW = new Date('2026-11-30T12:00:00Z');

/** How well outcomes are read from one message: the share read rightly, and of what tells nothing, the share taken for a report. */
export function evaluateOutcomes(
  rows: readonly OutcomeRow[],
  nameOf: (advice: readonly Advice[]) => readonly NamedAdvice[],
  phraseOf: (passage: string) => Pick<Advice, 'kind' | 'phrase'>,
): Evaluation<'right' | 'macroF1' | 'falseReports'> {
  const read = rows.map((row) => {
    const advised = nameOf(row.advised.map((passage) => adviceFor(passage, phraseOf(passage))));
    const { reports } = readOutcomes({ text: row.text, advised, asked: row.asked, now: NOW });
    const about = row.about ?? row.asked ?? row.advised[0];
    const report = reports.find(({ adviceId }) => adviceId === about) ?? reports[0];
    const got = report === undefined ? 'none' : report.adviceId === about ? report.outcome : `of ${report.adviceId}`;
    return { row, got };
  });
  const labels = [...new Set(rows.map(({ label }) => label))];
  const f1 = labels.map((label) => {
    const hits = read.filter(({ row, got }) => row.label === label && got === label).length;
    const named = read.filter(({ got }) => got === label).length;
    const there = read.filter(({ row }) => row.label === label).length;
    return (2 * hits) / Math.max(1, named + there);
  });
  const misses = read.filter(({ row, got }) => row.label !== got);
  const nothing = read.filter(({ row }) => row.label === 'none');
  return {
    count: rows.length,
    metrics: {
      right: 1 - misses.length / Math.max(1, rows.length),
      macroF1: f1.reduce((sum, value) => sum + value, 0) / Math.max(1, f1.length),
      falseReports: nothing.filter(({ got }) => got !== 'none').length / Math.max(1, nothing.length),
    },
    misses: misses.map(({ row, got }) => ({ id: row.id, text: row.text, expected: row.label, got })),
  };
}

const adviceFor = (passage: string, { kind, phrase }: Pick<Advice, 'kind' | 'phrase'>): Advice => ({
  id: passage,
  kind,
  itemKind: 'passage',
  item: passage,
  phrase,
  concern: null,
  concernWords: null,
  givenAt: DAY,
  askAfter: DAY,
  asks: 1,
  askedAt: null,
  droppedAt: null,
  report: null,
});
