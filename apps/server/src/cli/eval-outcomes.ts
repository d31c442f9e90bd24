import { fileURLToPath } from 'node:url';
import { evaluateOutcomes, type OutcomeRow } from '@rapport/core/advice/evaluate-outcomes.ts';
import { namedAdvice } from '@rapport/core/advice/given-advice.ts';
import { loadCatalogue } from '@rapport/core/catalogue/load.ts';
import type { Evaluation } from '@rapport/core/understanding/evaluate.ts';
import { siennaNaturals } from '@rapport/sienna-naturals';

/** The labelled sets: the two that the rules were mended by, and the one that was written after them. */
const SETS = [
  ['What came of advice', 'outcomes.jsonl'],
  ['What came of advice, told obliquely', 'outcomes.oblique.jsonl'],
  ['What came of advice, written after the rules', 'outcomes.unseen.jsonl'],
] as const;

/** How well it is read what came of advice; `read` gives a labelled set of Sienna's. */
export function evaluateAdviceOutcomes(
  read: <Row>(name: string) => Row[],
): readonly { readonly title: string; readonly evaluation: Evaluation<string> }[] {
  const { advice, catalogue: source } = siennaNaturals;
  if (advice === null) throw new Error('Sienna advises nothing to evaluate');
  const products = source === null ? [] : loadCatalogue(fileURLToPath(source.file)).products;
  const phraseOf = (passage: string) => {
    const item = advice.items.find((each) => each.passage === passage);
    if (item === undefined) throw new RangeError(`"${passage}" is no advice of Sienna's`);
    return item;
  };
  return SETS.map(([title, file]) => ({
    title,
    evaluation: evaluateOutcomes(read<OutcomeRow>(file), (rows) => namedAdvice(rows, advice, products), phraseOf),
  }));
}
