import type { FoundPassage } from '../../knowledge/passage.ts';
import type { ReplyMaterial } from '../../models/reply-material.ts';
import { speaksOfSwallowingOnly } from '../../understanding/body-signs.ts';
import { careInMind } from '../../understanding/care-in-mind.ts';
import { nearness } from './relevance.ts';

/** Under this age a passage that is written of children goes before one that isn't. In years. */
const GROWN_YEARS = 13;
/** A passage of illness needs so much of the message in how it is asked for, where nobody told of a sign. */
const LEAST_OF_ILLNESS = 0.34;
const OF_ILLNESS: ReadonlySet<string> = new Set([
  'see_doctor',
  'see_dermatologist',
  'see_doctor_if_persists',
  'ask_doctor_pharmacist',
]);

/**
 * The passages found, in the order that fits whom and what it is about: search reads words and knows neither. Those of illness
 * stand back where no body is spoken of and another answers; those of children come first for a child.
 */
export function weighedPassages({
  message,
  passages: found,
  history,
  products,
}: ReplyMaterial): readonly FoundPassage[] {
  const passages = withoutFalseAlarm(message, found);
  const [first] = passages;
  if (first?.answers !== true) return passages;
  const forChild = (products?.need.constraints.ageYears ?? GROWN_YEARS) < GROWN_YEARS;
  const ofChildren = forChild
    ? passages.find(({ answers, passage }) => answers && passage.tags.includes('children'))
    : undefined;
  if (ofChildren !== undefined) return foremost(ofChildren, passages);
  const isOfIllness = ({ passage }: FoundPassage) =>
    OF_ILLNESS.has(passage.safety ?? '') && nearness(passage, message) < LEAST_OF_ILLNESS;
  if (!isOfIllness(first)) return passages;
  const said = history.filter(({ role }) => role === 'user').map(({ text }) => text);
  const { now, before } = careInMind(message, said);
  if (now.length > 0 || before.length > 0) return passages;
  const other = passages.find((found) => found.answers && !isOfIllness(found));
  return other === undefined ? passages : foremost(other, passages);
}

/** Without the passage of swallowed product where a message only speaks as if. */
export function withoutFalseAlarm(message: string, passages: readonly FoundPassage[]): readonly FoundPassage[] {
  return speaksOfSwallowingOnly(message)
    ? passages.filter(({ passage: { safety } }) => safety !== 'urgent_poison_control')
    : passages;
}

const foremost = (one: FoundPassage, all: readonly FoundPassage[]): readonly FoundPassage[] => [
  one,
  ...all.filter((each) => each !== one),
];
