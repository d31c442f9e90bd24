import { readFileSync } from 'node:fs';
import { rowsOf } from '@rapport/core/understanding/evaluate.ts';
import { expect, test } from 'vitest';
import { evaluateAdviceOutcomes } from './eval-outcomes.ts';

const folder = new URL('../../../../packages/sienna-naturals/evals/', import.meta.url);
const results = evaluateAdviceOutcomes((name) => rowsOf(readFileSync(new URL(name, folder), 'utf8')));

/** What it has reached, a little below: a rule that is mended must not cost what others read. */
test.each([
  ['What came of advice', 150, 0.97, 0.02],
  ['What came of advice, told obliquely', 60, 0.75, 0.1],
  ['What came of advice, written after the rules', 60, 0.6, 0.1],
])('%s: most is read, and hardly anything of what tells nothing', (title, least, right, most) => {
  const evaluation = results.find((each) => each.title === title)?.evaluation;
  expect(evaluation?.count).toBeGreaterThanOrEqual(least);
  expect(evaluation?.metrics.right).toBeGreaterThanOrEqual(right);
  expect(evaluation?.metrics.falseReports).toBeLessThanOrEqual(most);
});
