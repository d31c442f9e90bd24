import { type AnswerContext, type Found, found } from './context.ts';
import { asSentence } from './phrasing.ts';

/** What people of a diet don't eat or drink, as people name it. */
const NOT_OF_DIET: readonly { readonly diet: RegExp; readonly not: RegExp }[] = [
  {
    diet: /vegan|vegetarian|veggie/i,
    not: /\b(?:meat|beef|pork|ham|bacon|chicken|turkey|lamb|steak|burgers?|sausages?)\b/i,
  },
  { diet: /vegan|vegetarian|veggie/i, not: /\b(?:fish|tuna|salmon|seafood|prawns?|shrimps?)\b/i },
  { diet: /vegan/i, not: /\b(?:dairy|milk|cheese|butter|eggs?|yogh?urt|honey|cream)\b/i },
  { diet: /pescatarian|pescetarian/i, not: /\b(?:meat|beef|pork|ham|bacon|chicken|turkey|lamb|steak)\b/i },
  { diet: /halal|kosher/i, not: /\b(?:pork|ham|bacon)\b/i },
];

/** "Do I eat meat?", of somebody vegetarian. */
export function dietSays({ reading, facts }: AnswerContext): Found | null {
  if (!/^(?:do|can|could|should|may) i (?:eat|drink|have|like to eat)\b/i.test(reading.text)) return null;
  const fact = facts.findLast(
    ({ slot, subject, status, modality, value }) =>
      slot === 'diet' &&
      subject.key === 'self' &&
      status === 'active' &&
      modality === 'asserted' &&
      NOT_OF_DIET.some(({ diet, not }) => diet.test(value ?? '') && not.test(reading.text)),
  );
  return fact === undefined
    ? null
    : found(asSentence(`no, ${fact.text.charAt(0).toLowerCase()}${fact.text.slice(1)}`), [], [fact]);
}
