import type { FoundPassage } from '../knowledge/passage.ts';
import type { Advice, Outcome } from './advice.ts';

/** What came of advice, for choosing what to advise next. */
export interface KnownOutcome {
  readonly itemKind: Advice['itemKind'];
  readonly item: string;
  readonly outcome: Outcome;
  /** The month it was told in, such as "October". */
  readonly month: string;
}

/** A passage that worked comes first where it fits nearly as well as the best one, by this share of its score. */
const NEARLY_AS_GOOD = 0.75;

/**
 * Passages in the order this person is best advised in: what worked for their hair before what only fits, and what failed or
 * harmed is told no more, unless they ask for it by name. Help and warnings stay where they are. Pure.
 */
export function shapePassages(
  passages: readonly FoundPassage[],
  known: readonly KnownOutcome[],
  /** Passages that the message names. */
  named: ReadonlySet<string>,
): readonly FoundPassage[] {
  const outcomes = new Map(
    known.filter(({ itemKind }) => itemKind === 'passage').map((each) => [each.item, each.outcome]),
  );
  if (outcomes.size === 0) return passages;
  const isOut = ({ passage }: FoundPassage): boolean => {
    const outcome = outcomes.get(passage.id);
    return (outcome === 'harmed' || outcome === 'did_not') && !named.has(passage.id) && passage.safety === null;
  };
  const kept = passages.filter((found) => !isOut(found));
  const best = kept[0];
  const proven = kept.find(
    ({ passage, answers, score }) =>
      outcomes.get(passage.id) === 'worked' && answers && best !== undefined && score >= best.score * NEARLY_AS_GOOD,
  );
  const first = proven === undefined || best?.passage.safety !== null ? [] : [proven];
  return [
    ...first,
    ...kept.filter((found) => !first.includes(found)),
    ...passages.filter(isOut).map((found) => ({ ...found, answers: false })),
  ];
}
