import type { AdviceDefinition } from '../assistants/advice-definition.ts';
import { labelScorer } from '../understanding/learnt-labels.ts';
import { type MeaningOf, messageFeatures } from '../understanding/message-features.ts';

/** How a message reads as an answer to how advice went, where no rule knows its words. */
export type AnswerReading = 'told' | 'harmed' | 'none';
export type AnswerReader = (text: string) => AnswerReading;

/**
 * How far an answer must be ahead of nothing: by cross-validation over the examples, seven in ten oblique answers are then taken for
 * one, and two in ten of what tells nothing. It only ever leads to a question, never to a report.
 */
const LEAST_AHEAD = 0.3;

/** A reader by what was learnt of the wording of answers. `meaningOf` is the embedder that was learnt with. Pure. */
export function createAnswerReader({ wording }: AdviceDefinition, meaningOf: MeaningOf): AnswerReader {
  const score = labelScorer(wording);
  return (text) => {
    if (!/[\p{L}\p{N}]/u.test(text)) return 'none';
    const scores = score(messageFeatures(text, meaningOf, [], []));
    const of = (label: AnswerReading): number => scores.get(label) ?? 0;
    const best = of('harmed') > of('told') ? 'harmed' : 'told';
    return of(best) - of('none') >= LEAST_AHEAD ? best : 'none';
  };
}
