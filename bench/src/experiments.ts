import { drawnVariant } from '@rapport/core/experiments/assign.ts';
import { sampleRatio } from '@rapport/core/experiments/statistics/sample-ratio.ts';
import { experimentDefinition } from '@rapport/wire';
import { table } from './machine.ts';

const PEOPLE = 1_000_000;
const SPLITS: readonly (readonly number[])[] = [
  [0.5, 0.5],
  [0.9, 0.1],
  [0.25, 0.25, 0.25, 0.25],
];

/** How many people a second are drawn a variant, one after the other in this process, and how even the split is. */
export function measureExperiments(): void {
  const people = Array.from({ length: PEOPLE }, () => crypto.randomUUID());
  const rows = SPLITS.map((weights) => {
    const variants = weights.map((_, place) => ({ id: `variant-${place}`, name: `Variant ${place}` }));
    const definition = experimentDefinition.parse({
      id: `split-${weights.length}-${weights[0]}`.replace('.', '-'),
      name: 'A split',
      hypothesis: 'None: it is measured how people are drawn.',
      assistant: 'sienna',
      variants,
      weights,
      metric: 'turns',
    });
    const counts = new Map(variants.map(({ id }) => [id, 0]));
    const startMs = performance.now();
    for (const userId of people) {
      const variant = drawnVariant(definition, userId);
      if (variant !== null) counts.set(variant, (counts.get(variant) ?? 0) + 1);
    }
    const seconds = (performance.now() - startMs) / 1_000;
    const pValue = sampleRatio([{ people: [...counts.values()], weights }]);
    return [
      weights.join(' / '),
      Math.round(PEOPLE / seconds).toLocaleString('en'),
      [...counts.values()].map((count) => count.toLocaleString('en')).join(' / '),
      pValue === null ? '' : pValue.toFixed(3),
    ];
  });
  console.log(table(['weights', 'people a second', 'of a million', 'p of χ²'], rows));
}
