import {
  allergyFacts,
  claimsOf,
  holdings,
  ingredientsOf,
  listed,
  notOnFile,
  offered,
  pricesOf,
  usesOf,
} from '../../catalogue/facts.ts';
import { type ProductQuestion, productQuestionIn, subjectsOf } from '../../catalogue/questions.ts';
import type { Product } from '../../catalogue/product.ts';
import type { ProductAdvice } from '../../catalogue/recommend.ts';
import { cheapest, compared, describe, routineText, routineWithin } from '../../catalogue/shopping.ts';
import type { SilenceReason } from '../../catalogue/silence.ts';
import { strangeProductsIn } from '../../catalogue/strange-products.ts';
import type { ComposedReply } from '../../models/reply-material.ts';
import type { Piece } from '../writing.ts';
import { countWords, firstSentences, MOST_WORDS, MOST_WORDS_IN_DETAIL, WEIGHT, write } from '../writing.ts';
import { careOf } from './care-of.ts';
import { isTold } from './elaborate.ts';
import { isMedical, SAFETY_LINES } from './safety-lines.ts';
import { citationsOf, safetyOf, suggestionsOf } from './telling.ts';
import type { GuideTurn } from './turn.ts';
import { chosen, freshOrNothing, isAnswerable, said } from './turn.ts';
import * as say from './wordings.ts';

/** With these, help comes first and no word of the shelf is in its way. */
const CARE_FIRST: ReadonlySet<SilenceReason> = new Set([
  'emergency',
  'medical',
  'reaction',
  'distress',
  'young-child',
  'order',
  'complaint',
]);

/** Least room for a passage's words beside a product's, in words. */
const LEAST_ROOM = 18;

/** A product asked for where a body needs looking at: no product, and who should look; null where a passage says more. */
export function careBeforeShelf(turn: GuideTurn, { need }: ProductAdvice): ComposedReply | null {
  if (isAnswerable(turn) || need.named.length === 0) return null;
  if (need.silence !== 'medical' && need.silence !== 'reaction') return null;
  const isReaction = need.silence === 'reaction';
  const pieces: Piece[] = [
    { text: chosen(turn, 'care-first', say.NO_PRODUCT_FOR_THAT), weight: WEIGHT.essential },
    {
      text: isReaction ? turn.choice.one('safety', SAFETY_LINES.stop_use.lines) : chosen(turn, 'see', say.SEE_SOMEONE),
      weight: WEIGHT.essential,
    },
  ];
  return said(write(pieces));
}

/** Whether help comes first, and no word of the shelf is in its way. */
export const isCareFirst = ({ need }: ProductAdvice): boolean => need.silence !== null && CARE_FIRST.has(need.silence);

/** Answers what is asked of products from their entries, and names what fits; null when nothing is asked of them. */
export function shelfReply(turn: GuideTurn, advice: ProductAdvice): ComposedReply | null {
  if (isCareFirst(advice)) return null;
  const { silence } = advice.need;
  const { message } = turn.material;
  const question = budgetAgain(turn, advice) ?? productQuestionIn(message, advice);
  // "Your gummies" are "our gummies" here.
  const strange = strangeProductsIn(message.replace(/\byour\b/gi, 'our'), groundOf(turn, advice));
  if (strange.length > 0 && advice.asked.length === 0 && (question !== null || message.includes('?'))) {
    return said(write([{ text: chosen(turn, 'unknown-product', say.UNKNOWN_PRODUCT), weight: WEIGHT.essential }]));
  }
  if (question === null) return null;
  if (question.kind === 'which' && /\b(?:safe|okay|ok|fine|allowed)\b/i.test(message) && isWithChild(turn)) {
    const fact = factOf({ kind: 'other-fact' }, turn, advice);
    return said(write([{ text: `${fact} ${say.ASK_MIDWIFE}`, weight: WEIGHT.essential }], MOST_WORDS_IN_DETAIL));
  }
  if (question.kind === 'which') {
    const isAllergyAlone = advice.need.constraints.isAllergic && advice.recommended.length === 0;
    if (isAllergyAlone && silence === null)
      return said(
        write([{ text: factOf({ kind: 'allergy' }, turn, advice), weight: WEIGHT.essential }], MOST_WORDS_IN_DETAIL),
      );
    return silence === null ? offerReply(turn, advice) : null;
  }
  const fact = factOf(question, turn, advice);
  return said(write([{ text: fact, weight: WEIGHT.essential }], MOST_WORDS_IN_DETAIL));
}

const groundOf = ({ material }: GuideTurn, advice: ProductAdvice) => ({
  advice,
  brand: material.assistant.brand,
  message: '',
  isOwn: true,
  passages: [],
});

function factOf(question: ProductQuestion, turn: GuideTurn, advice: ProductAdvice): string {
  const { brand } = turn.material.assistant;
  const shop = brand.endsWith('s') ? `${brand}'` : `${brand}'s`;
  const subjects = subjectsOf(advice);
  const { avoids, avoidsUnknown } = advice.need.constraints;
  switch (question.kind) {
    case 'price':
      return pricesOf(subjects, shop);
    case 'ingredients':
      return ingredientsOf(subjects);
    case 'contains':
      return holdings(subjects, question.ingredients);
    case 'claim':
      return claimsOf(subjects, question.claim);
    case 'use':
      return usesOf(subjects);
    case 'allergy':
      return allergyFacts(subjects, avoids, avoidsUnknown);
    case 'about':
      return subjects
        .slice(0, MOST_DESCRIBED)
        .map((product) => describe(product, shop))
        .join(' ');
    case 'compare':
      return `${compared(subjects, advice.need.porosity)} ${freshOrNothing(turn, 'compare', say.COMPARE_QUESTIONS)}`.trim();
    case 'extreme-price':
      return cheapest(affordable(advice), question.isDearest) ?? pricesOf(subjects, shop);
    case 'routine-budget':
      return routineOf(question.budget, advice);
    case 'where':
      return placesOf(turn, subjects);
    case 'other-fact':
      return [notOnFile(subjects, turn.material.message, shop), cautionBeside(turn)].join(' ').trim();
    case 'which':
      return chosen(turn, 'catalogue', say.NO_CATALOGUE_ENTRY);
  }
}

/** "And under 25?", after a routine for a budget: the same with another figure. */
function budgetAgain({ material, conversation }: GuideTurn, { need }: ProductAdvice): ProductQuestion | null {
  const { budget } = need.constraints;
  const isBrief = countWords(material.message) <= MOST_WORDS_OF_ANOTHER_FIGURE;
  return budget !== null && isBrief && /\btogether [$£€]\d/.test(conversation.lastReply ?? '')
    ? { kind: 'routine-budget', budget }
    : null;
}
const MOST_WORDS_OF_ANOTHER_FIGURE = 6;

/** A second description beside the first is read by nobody. */
const MOST_DESCRIBED = 2;

/** What a question of the lowest price is about: the kinds named, else those that help with what is told, else all there are. */
function affordable(advice: ProductAdvice): readonly Product[] {
  const { named, categories, concerns } = advice.need;
  const kinds = named.length > 0 ? named : concerns.some((each) => each !== 'routine') ? categories : [];
  const allowed = advice.catalogue.products.filter(({ id }) => !advice.objections.has(id));
  const fitting = allowed.filter(({ category }) => kinds.length === 0 || kinds.includes(category));
  return fitting.some(({ price }) => price !== null) ? fitting : allowed;
}

function routineOf(budget: number, advice: ProductAdvice): string {
  const routine = routineWithin(advice, budget);
  const unpriced = advice.catalogue.products.filter(({ price }) => price === null);
  const gap =
    unpriced.length === 0
      ? ''
      : `I left out ${listed(unpriced.slice(0, 3).map(({ name }) => `the ${name}`))}: no price on file.`;
  if (routine === null) {
    const least = cheapest(
      advice.catalogue.products.filter(
        ({ id }) => !advice.objections.has(id) || advice.objections.get(id) === 'it costs more',
      ),
    );
    return `A whole routine doesn't fit into that with the prices I have on file. ${least ?? ''}`.trim();
  }
  const order = 'Wash, condition, then leave-in on damp hair; add the rest when you like.';
  return [routineText(routine, budget), gap, order].filter((part) => part !== '').join(' ');
}

/** Where to get products: their own pages where on file; else the brand's, without a name of a shop that nobody gave. */
function placesOf(turn: GuideTurn, subjects: readonly Product[]): string {
  const linked = subjects.filter(({ sourceUrl }) => sourceUrl !== null).slice(0, MOST_DESCRIBED);
  if (linked.length > 0)
    return linked.map(({ name, sourceUrl }) => `You find the ${name} here: ${sourceUrl}`).join(' ');
  return chosen(turn, 'where', say.WHERE_TO_BUY);
}

/** What the notes say in general of a question that no entry answers, where it is one of health. */
function cautionBeside({ material }: GuideTurn): string {
  const best = material.passages.find(({ passage: { safety } }) => safety === 'ask_doctor_pharmacist');
  const isOfHealth = /\b(?:pregnan\w*|breast\w*|nursing|medic\w*|chemo\w*)\b/i.test(material.message);
  return best === undefined || !isOfHealth ? '' : firstSentences(best.passage.answer, MOST_WORDS_OF_CAUTION);
}
const MOST_WORDS_OF_CAUTION = 40;

const isWithChild = (turn: GuideTurn): boolean => {
  const { now, before } = careOf(turn);
  return [...now, ...before].some(({ kind }) => kind === 'carrying' || kind === 'treatment');
};

/** What fits, with why and how; or, in plain words, that nothing on file does. */
function offerReply(turn: GuideTurn, advice: ProductAdvice): ComposedReply | null {
  const { material, conversation } = turn;
  const { recommended } = advice;
  const best = material.passages[0];
  const passage =
    best?.answers === true && !isMedical(best.passage.safety) && !isTold(best.passage, conversation)
      ? best.passage
      : null;
  if (recommended.length === 0) {
    const why = whyNothing(advice);
    if (why !== null) return said(write([{ text: why, weight: WEIGHT.essential }]));
    return passage === null && advice.need.categories.length > 0
      ? said(write([{ text: chosen(turn, 'catalogue', say.NO_CATALOGUE_ENTRY), weight: WEIGHT.essential }]))
      : null;
  }
  const [first, ...others] = recommended;
  if (first === undefined) return null;
  const lines = [
    offered(first.product, first.reason, true),
    ...others
      .filter(({ product }) => advice.need.named.length === 0 || advice.need.named.includes(product.category))
      .slice(0, 1)
      .map(({ product, reason }) => offered(product, reason, false)),
  ];
  const price =
    advice.need.constraints.budget === null
      ? ''
      : pricesOf(
          recommended.slice(0, 2).map(({ product }) => product),
          '',
        );
  const deals = /\b(?:bundles?|in stock|sold out|sets?|deals?)\b/i.test(material.message);
  const told = [lines[0] ?? '', price].join(' ');
  const room = MOST_WORDS - countWords(told) - countWords(lines[1] ?? '');
  const words = passage === null || room < LEAST_ROOM ? '' : firstSentences(passage.answer, room);
  const fits = words !== '' && countWords(words) <= room;
  const pieces: Piece[] = [
    { text: deals ? chosen(turn, 'catalogue', say.NO_OFFERS) : '', weight: WEIGHT.essential },
    { text: lines[0] ?? '', weight: WEIGHT.essential },
    { text: allergyLineFor(first.product, advice), weight: WEIGHT.essential },
    { text: price, weight: WEIGHT.essential },
    { text: lines[1] ?? '', weight: WEIGHT.question },
    { text: fits ? words : '', weight: WEIGHT.extra },
    { text: passage === null ? '' : safetyOf(turn, passage, words), weight: WEIGHT.essential - 1 },
    { text: passage === null ? freshOrNothing(turn, 'category', say.CATEGORY_QUESTIONS) : '', weight: WEIGHT.extra },
  ];
  return {
    text: write(pieces),
    citations: fits && passage !== null ? citationsOf([passage]) : [],
    suggestions: passage === null ? [] : suggestionsOf(turn, passage, { more: true }),
  };
}

/** With an allergy, what the list on file says of it, and that the label has the last word. */
function allergyLineFor({ ingredients }: Product, { need: { constraints } }: ProductAdvice): string {
  if (!constraints.isAllergic || ingredients === null) return '';
  const what = listed(
    constraints.avoids.map(({ name }) => name),
    'or',
  );
  const known = what === '' ? '' : `By the lists on file it has no ${what}. `;
  return `${known}Check the full ingredient list on the label every time.`;
}

/** What stands against all of the kind that was asked for, told once; null when there is no such kind or no such reason. */
function whyNothing({ need, catalogue, objections }: ProductAdvice): string | null {
  const kinds = catalogue.products.filter(({ category }) => need.categories.includes(category));
  const against = [...new Set(kinds.flatMap(({ id }) => objections.get(id) ?? []))];
  if (kinds.length === 0 || against.length === 0) return null;
  const reasons = kinds.slice(0, 3).flatMap(({ id, name }) => {
    const objection = objections.get(id);
    return objection === undefined ? [] : [`${name}: ${objection}`];
  });
  return `I have nothing on file that I could recommend for that (${listed(reasons)}).`;
}
