import type { ComposedReply } from '../../models/reply-material.ts';
import type { Piece } from '../writing.ts';
import { firstSentences, WEIGHT, write } from '../writing.ts';
import { isTold } from './elaborate.ts';
import { isMedical } from './safety-lines.ts';
import { careBeforeShelf, isCareFirst, shelfReply } from './shelf.ts';
import { citationsOf, safetyOf, suggestionsOf } from './telling.ts';
import type { GuideTurn } from './turn.ts';
import { chosen, freshOrNothing, isAnswerable, isAsking, said, spoken } from './turn.ts';
import * as say from './wordings.ts';

const ORDER =
  /\b((my|an|the|our) (order|package|parcel)|order (number|status|history)|track(ing)? (number|my)|refund|return (policy|an item|my|this|it)|shipp(ing|ed)|deliver(y|ed)|my (account|password|subscription|payment)|cancel my|customer (service|care|support)|discounts?|promo( code)?s?|coupons?|invoices?|gift ?cards?|exchange (it|this|my)|unsubscribe|newsletter|mailing list|(do|does|can) (you|u|they|it) ship|wholesale|(any|on) (sales?|offers?)( on)?( now| right now)?(?=\s*\?*$))\b/i;

/** A product of the brand did harm or came broken, or the money is wanted back. */
const COMPLAINT =
  /\b(?:your|ur|this|that) (?:\w+ ){0,3}(?:ruined|wrecked|destroyed|damaged|messed up|fried|broke off)\b|\b(?:money|cash) back\b|\b(?:arrived|came) (?:broken|empty|open|damaged|leaking)\b|\b(?:leaked|leaking) (?:all over|everywhere|in)\b|\bwant (?:a |my )?refund\b|\byou (?:people|guys) (?:sold|ruined|scammed)\b/i;

const SALON =
  /\b(recommend|know|suggest|find|good|best|any|where)\b.{0,30}\b(salons?|stylists?|hair ?dressers?|braiders?|barbers?|locticians?)\b/i;

/** Orders, accounts and salons, none of which can be seen from here: who can. */
export function orderReply(turn: GuideTurn): ComposedReply | null {
  const { message } = turn.material;
  if (COMPLAINT.test(message)) return spoken(turn, 'complaint', say.COMPLAINTS);
  if (ORDER.test(message)) return spoken(turn, 'orders', say.ORDERS);
  return SALON.test(message) && isAsking(turn) && !isAnswerable(turn) ? spoken(turn, 'salons', say.SALONS) : null;
}

/** Asks what it costs or where to get it: nothing that general advice would answer. */
const BUYING =
  /\b(price[ds]?|how much (is|are|does|do|for)|cost of|costs?\b.*\?|in stock|sold out|where (can|do) i (buy|get|find) (your|the|it|this)|buy (your|from you)|do you (sell|carry|stock|offer)|you guys (sell|have|make)|bundles?|free samples?)\b/i;

/** Asks what a product of the brand is, holds or does: facts that only a catalogue has. */
const PRODUCT =
  /\b((do|does|are|is|can|would|will) your (?!hair|scalp|head|curls)|your (products?|shampoos?|conditioners?|oils?|leave[- ]ins?|masks?|gels?|line|range|brand|collection|website|store)|which (one )?of your|(which|what) (shampoo|conditioner|oil|gel|products?|leave[- ]in|mask|brand|cream|butter)s? (should|do|would|can) (i|you|we)|(what'?s|what is|what are|ingredients) (the ingredients )?(in|of) (the|this|that|it|your) ?(shampoo|conditioner|leave[- ]in|oil|mask|gel|cream|bottle|product)?|(in|of|about|with|from) your (ingredients?|formulas?|bottles?|stuff|company|scents?|packaging)|vegan|cruelty[- ]free)\b/i;

const OF_OURS =
  /\b(your|you guys|vegan|cruelty[- ]free)\b|\b(in|of) (the|this|that) (shampoo|conditioner|leave[- ]in|oil|mask|gel|cream|bottle|product)\b/i;

/** The most of a passage's answer that fits beside the word that nothing is on file, in words. */
const MOST_WORDS_OF_ADVICE = 48;

/** What is asked of products: answered from the catalogue where there is one; else that it is not on file. */
export function productReply(turn: GuideTurn): ComposedReply | null {
  const { products } = turn.material;
  if (products === null) return notOnFileReply(turn);
  if (isCareFirst(products)) return careBeforeShelf(turn, products);
  return shelfReply(turn, products) ?? notOnFileReply(turn);
}

/** A product's price, stock or make-up: not on file, with what is known in general beside it. */
function notOnFileReply(turn: GuideTurn): ComposedReply | null {
  const { material, conversation } = turn;
  const { message, assistant } = material;
  const buys = BUYING.test(message);
  const namesBrand = message.toLowerCase().includes(assistant.brand.toLowerCase());
  if (!buys && !PRODUCT.test(message) && !(namesBrand && material.summary.asks !== null)) return null;
  const best = material.passages[0];
  const isAdvice = best?.answers === true && !isMedical(best.passage.safety) && !isTold(best.passage, conversation);
  const passage = isAdvice && !buys ? best.passage : null;
  // Which kind of product suits, asked of nobody's line in particular, is a question of care.
  if (passage !== null && !OF_OURS.test(message) && !namesBrand) return null;
  const notOnFile = { text: chosen(turn, 'catalogue', say.NO_CATALOGUE_ENTRY), weight: WEIGHT.essential };
  if (passage === null) {
    const question = freshOrNothing(turn, 'category', say.CATEGORY_QUESTIONS);
    return said(write([notOnFile, { text: question, weight: WEIGHT.question }]));
  }
  const advice = firstSentences(passage.answer, MOST_WORDS_OF_ADVICE);
  const pieces: Piece[] = [
    notOnFile,
    { text: turn.choice.one('advice', say.CATEGORY_ADVICE), weight: WEIGHT.extra },
    { text: advice, weight: WEIGHT.essential - 1 },
    { text: safetyOf(turn, passage, advice), weight: WEIGHT.essential },
  ];
  return {
    text: write(pieces),
    citations: citationsOf([passage]),
    suggestions: suggestionsOf(turn, passage, { more: true }),
  };
}
