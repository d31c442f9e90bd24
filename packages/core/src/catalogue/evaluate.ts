import type { FoundPassage } from '../knowledge/passage.ts';
import type { Evaluation } from '../understanding/evaluate.ts';
import { understand } from '../understanding/understand.ts';
import type { Catalogue } from './load.ts';
import { adviseProducts } from './recommend.ts';

export interface ProductRow {
  readonly id: string;
  readonly text: string;
  /** Categories of which one at least is to be recommended; none: nothing is. */
  readonly product: readonly string[];
}

/** How often a fitting kind of product is recommended, and nothing where nothing should be sold. */
export function evaluateProducts(
  rows: readonly ProductRow[],
  catalogue: Catalogue,
  passagesFor: (text: string) => readonly FoundPassage[],
): Evaluation<'hit' | 'hitWhereFitting' | 'silentWhereNothing'> {
  const judged = rows.map((row) => {
    const { recommended, need } = adviseProducts(catalogue, {
      message: row.text,
      summary: understand(row.text, { nameAsked: false }),
      before: [],
      recent: [],
      passages: passagesFor(row.text),
    });
    const got = recommended.map(({ product }) => product.category as string);
    const isHit = row.product.length === 0 ? got.length === 0 : row.product.some((category) => got.includes(category));
    return { row, got, isHit, silence: need.silence };
  });
  const share = (some: readonly { readonly isHit: boolean }[]) =>
    some.filter(({ isHit }) => isHit).length / Math.max(1, some.length);
  return {
    count: rows.length,
    metrics: {
      hit: share(judged),
      hitWhereFitting: share(judged.filter(({ row }) => row.product.length > 0)),
      silentWhereNothing: share(judged.filter(({ row }) => row.product.length === 0)),
    },
    misses: judged
      .filter(({ isHit }) => !isHit)
      .map(({ row, got, silence }) => ({
        id: row.id,
        text: row.text,
        expected: row.product.join(', ') || 'nothing',
        got: got.join(', ') || `nothing (${silence ?? 'nothing called for'})`,
      })),
  };
}
