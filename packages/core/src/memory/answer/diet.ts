import { type AnswerContext, type Found, found, retold } from './context.ts';
import { lemmaOf } from './lemma.ts';
import { nearness } from './meanings.ts';
import { asSentence } from './phrasing.ts';
import { subjectAt } from './subjects.ts';

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

const NUTS =
  /\b(?:nuts?|peanuts?|almonds?|cashews?|hazelnuts?|walnuts?|pistachios?|pecans?|pesto|praline|marzipan|nutella|satay|frangipane|baklava)\b/i;
const GLUTEN =
  /\b(?:gluten|wheat|bread|toast|sandwich(?:es)?|pasta|spaghetti|noodles?|pizza|cake|biscuits?|cookies?|croissants?|pastry|pastries|beer|flour|couscous|bagels?|pie|naan|wraps?|cereal|muffins?|scones?|pancakes?|doughnuts?|donuts?)\b/i;
const DAIRY =
  /\b(?:dairy|lactose|milk|cheese|butter|cream|yogh?urt|ice[ -]?cream|latte|cappuccino|custard|pizza|milkshake|cheesecake|brie|cheddar|mozzarella)\b/i;
const SHELLFISH =
  /\b(?:shellfish|prawns?|shrimps?|crabs?|lobster|mussels?|oysters?|clams?|scallops?|crayfish|scampi|seafood)\b/i;
const EGG = /\b(?:eggs?|omelettes?|omelets?|quiche|mayo(?:nnaise)?|meringues?|cake|custard|pancakes?|frittata)\b/i;
const SUGAR =
  /\b(?:sugar|cake|sweets|candy|chocolate|coke|cola|dessert|pudding|ice[ -]?cream|doughnuts?|donuts?|syrup)\b/i;

/** What an allergy, an intolerance or an illness keeps from the plate: the foods that have it in them. */
const NOT_WITH: readonly { readonly because: RegExp; readonly not: RegExp }[] = [
  { because: /\b(?:co?eliac|gluten|wheat)\b/i, not: GLUTEN },
  { because: /\b(?:lactose|dairy|milk)\b/i, not: DAIRY },
  { because: /\bnuts?\b|peanut|almond|cashew|hazelnut|walnut|pistachio/i, not: NUTS },
  { because: /shellfish|prawn|shrimp|crab|lobster|seafood/i, not: SHELLFISH },
  { because: /\beggs?\b/i, not: EGG },
  { because: /diabet/i, not: SUGAR },
];

/** Whether what is known of somebody ("coeliac", "peanuts", "vegan") speaks against what they ask to eat. */
export function forbids(known: string, asked: string): boolean {
  return (
    NOT_WITH.some(({ because, not }) => because.test(known) && not.test(asked)) ||
    NOT_OF_DIET.some(({ diet, not }) => diet.test(known) && not.test(asked))
  );
}

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

/** What only an allergy does. */
const REACTS =
  /\b(?:hives|epi-?pen|anaphyla\w+|(?:in|to) a ?& ?e|throat (?:closes?|swells?|closed|swelled)|(?:come|break|comes|breaks|came|broke) out in|swell(?:s|ed)? up|puff(?:s|ed)? up|(?:puts?|landed|lands|sends?|sent) me in (?:the )?(?:hospital|er\b|casualty|a ?& ?e)|(?:could|would|nearly|almost) (?:kill|killed) me)/i;

/** "What am I allergic to?", of "bees. one sting and I'm in A&E": what the body does says it, and the sentence before it what to. */
export function reactionAnswer(context: AnswerContext): Found | null {
  const { reading, pool } = context;
  if (!/\ballerg|\b(?:should|must) (?:i|we) (?:avoid|not (?:eat|take|have))/i.test(reading.text)) return null;
  if (reading.names.length > 0 || reading.relations.length > 0) return null;
  const passage = pool.passages.findLast(
    (one) => REACTS.test(one.text) && subjectAt(one, one.words.length - 1, pool).kind === 'self',
  );
  if (passage === undefined) return null;
  const before = pool.passages[pool.passages.indexOf(passage) - 1];
  const named = before !== undefined && before.message === passage.message && before.words.length <= 2 ? before : null;
  const text = retold(passage, context, 18);
  return named === null
    ? found(asSentence(text), [passage])
    : found(asSentence(`${named.words.map(({ raw }) => raw).join(' ')}: ${text}`), [named, passage]);
}

const MAY_EAT =
  /^(?:can|could|should|may|is it (?:safe|ok|okay) (?:for me )?to|am i allowed to|will i be ok(?:ay)?)\b.*\b(?:eat|have|drink|try|order|taste|cook|use|touch|pet|take)\b/i;

/** "Can I eat a peanut butter cookie?": what the person can't have decides. */
export function mayEat(context: AnswerContext): Found | null {
  const { reading, facts, pool } = context;
  if (!MAY_EAT.test(reading.text)) return null;
  const asked = reading.words.filter(
    ({ lower }) =>
      !/^(?:can|could|may|i|eat|have|drink|cook|use|touch|pet|take|taste|a|an|the|some|is|it|safe|to|for|me|my|try|order|any)$/.test(
        lower,
      ),
  );
  if (asked.length === 0) return null;
  for (const fact of facts) {
    if (
      fact.status !== 'active' ||
      fact.subject.key !== 'self' ||
      !/^(?:allergy|intolerance|avoids|diet)$/.test(fact.slot) ||
      fact.modality === 'negated'
    )
      continue;
    const value = (fact.value ?? '').toLowerCase().match(/[\p{L}]+/gu) ?? [];
    if (
      value.some((word) =>
        asked.some(
          (other) => nearness({ lemma: lemmaOf(word), relation: null }, { lemma: other.lemma, relation: null }) >= 0.85,
        ),
      )
    )
      return found(asSentence(`better not: ${fact.text.charAt(0).toLowerCase()}${fact.text.slice(1)}`), [], [fact]);
  }
  const forbidding = facts.findLast(
    ({ slot, subject, status, modality, value }) =>
      /^(?:diagnosis|intolerance|allergy|diet|avoids)$/.test(slot) &&
      subject.key === 'self' &&
      status === 'active' &&
      modality === 'asserted' &&
      forbids(value ?? '', reading.text),
  );
  if (forbidding !== undefined)
    return found(
      asSentence(`better not: ${forbidding.text.charAt(0).toLowerCase()}${forbidding.text.slice(1)}`),
      [],
      [forbidding],
    );
  const CANNOT =
    /\b(?:allerg|intoleran|can'?t (?:do|eat|have|drink)|cannot|coeliac|celiac|avoid|off limits|makes me (?:sick|ill)|throat|hives|vegan|vegetarian|don'?t eat|halal|kosher|diabet)/i;
  const passage = pool.passages.findLast(
    (one) =>
      CANNOT.test(one.text) &&
      subjectAt(one, one.words.length - 1, pool).kind === 'self' &&
      asked.some((word) => one.words.some((told) => nearness(word, told) >= 0.85 || nearness(told, word) >= 0.85)),
  );
  return passage === undefined ? null : found(asSentence(`better not: ${retold(passage, context, 18)}`), [passage]);
}
