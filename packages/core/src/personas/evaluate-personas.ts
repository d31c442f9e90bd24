import { PERSONAS, type Persona } from '@rapport/wire';
import type { Evaluation } from '../understanding/evaluate.ts';
import type { PersonaReader } from './read-persona.ts';

/** A message, labelled with the persona it reads as; rows without one could be anybody's and are left out. */
export interface PersonaRow {
  readonly id: string;
  readonly text: string;
  readonly persona?: Persona;
}

/** How well personas are told from a single message, of which much can be said by none: the mean F1 and the share read rightly. */
export function evaluatePersonas(
  rows: readonly PersonaRow[],
  readPersona: PersonaReader,
): Evaluation<'macroF1' | 'accuracy'> {
  const read = rows.flatMap((row) =>
    row.persona === undefined
      ? []
      : [{ row, expected: row.persona, got: readPersona(row.text)?.likeliest ?? ('nothing' as const) }],
  );
  const f1 = PERSONAS.map((persona) => {
    const hits = read.filter(({ expected, got }) => expected === persona && got === persona).length;
    const named = read.filter(({ got }) => got === persona).length;
    const there = read.filter(({ expected }) => expected === persona).length;
    return named + there === 0 ? 1 : (2 * hits) / (named + there);
  });
  const misses = read.filter(({ expected, got }) => expected !== got);
  return {
    count: read.length,
    metrics: {
      macroF1: f1.reduce((sum, value) => sum + value, 0) / f1.length,
      accuracy: 1 - misses.length / Math.max(1, read.length),
    },
    misses: misses.map(({ row, expected, got }) => ({ id: row.id, text: row.text, expected, got })),
  };
}
