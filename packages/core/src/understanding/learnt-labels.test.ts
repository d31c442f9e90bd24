import { describe, expect, it } from 'vitest';
import { labelScorer, learnLabels } from './learnt-labels.ts';

const words = (text: string): ReadonlyMap<string, number> => new Map(text.split(' ').map((word) => [word, 1]));
const examples = [
  { features: words('red rose petal'), label: 'flower' as const },
  { features: words('rose garden petal'), label: 'flower' as const },
  { features: words('red engine wheel'), label: 'car' as const },
  { features: words('wheel garden engine'), label: 'car' as const },
];

describe('labels learnt from examples', () => {
  const weights = learnLabels(examples, ['flower', 'car']);
  const score = labelScorer(weights);

  it('are told apart by what differs', () => {
    const scores = score(words('petal of a rose'));
    expect(scores.get('flower')).toBeGreaterThan(0.4);
    expect(scores.get('car')).toBeLessThan(0);
  });

  it('are left open by what is common, and by what was never seen', () => {
    expect(score(words('red')).get('flower')).toBeCloseTo(0, 2);
    expect(score(words('zebra')).get('car')).toBe(0);
  });

  it('come out the same every time', () => {
    expect(learnLabels(examples, ['flower', 'car'])).toEqual(weights);
  });

  it('solve the ridge equations: (XᵀX + 0.6) w = Xᵀy, by hand for one feature', () => {
    const one = [1, 1, 1].map(() => ({ features: new Map([['x', 2]]), label: 'a' as const }));
    // w = 3·2·1 / (3·4 + 0.6)
    expect(learnLabels(one, ['a', 'b']).features.x?.[0]).toBe(Math.round((6 / 12.6) * 1_000));
  });

  it('cannot be learnt from nothing', () => {
    expect(() => learnLabels([], ['a'])).toThrow(RangeError);
  });
});
