import type { ClaimGround } from './claim-ground.ts';
import { PRODUCT_NOUNS } from './claim-words.ts';
import { productQuestionIn } from './questions.ts';
import { strangeProductsIn } from './strange-products.ts';

const ABOUT_PRODUCT = new RegExp(
  `\\b(?:your|yours|you guys|sell (?:me|us)|you make|do you (?:have|sell|carry|make)|ingredients?|what's in|vegan|cruelty|price|cost|how much|contain\\w*|free|formula|label|bottle|product|line|${Object.keys(PRODUCT_NOUNS).join('|')})s?\\b`,
  'i',
);
/** Whether a message is about products at all, so that "it" in the reply may be one. */
export const asksAboutProduct = ({ message }: ClaimGround): boolean => ABOUT_PRODUCT.test(message);

/** Talk of shops and labels, whatever product it is about. */
const FACT_TALK =
  /\b(?:discounts?|deals?|offers? today|shop assistant|sales? ?(?:person|assistant|pitch)|price list|promos?|coupons?|codes?|on sale|stock|ship\w*|bundles?|gift|refunds?|returns?|guarantee\w*|subscribe|refills?|pric\w+|costs?|how much|ingredients?|vegan|sulfates?|parabens?|silicones?|ounces?|reviews?|awards?|sephora|ulta|amazon|facts about|ad for|formula|discontinued|cheaper|total|yours|pay|paid|overpa\w+|for sale|buy one|delivery|available|carry|match prices)\b/i;
const FACT_OF_A_KIND = new RegExp(
  `^(?:is|are|does|do|can|will|has|did|was|what|how (?:much|many|fast|long does)|where|who|why|when|tell|promise|prove|confirm|show|admit|swear|write|sell)\\b.*\\b(?:the|your) (?:\\w+ )?(?:${Object.keys(PRODUCT_NOUNS).join('|')})s?\\b`,
  'i',
);

/** Whether the message asks a fact of products or which there is; null: it asks of hair. Grounds are the same for a turn. */
const topics = new WeakMap<ClaimGround, 'fact' | 'which' | null>();
export function topicOf(ground: ClaimGround): 'fact' | 'which' | null {
  const known = topics.get(ground);
  if (known !== undefined) return known;
  const { advice, message } = ground;
  const question = productQuestionIn(message, advice)?.kind ?? null;
  const isFact =
    advice.asked.length > 0 ||
    FACT_TALK.test(message) ||
    FACT_OF_A_KIND.test(message) ||
    (question !== null && question !== 'which');
  const isNamed = strangeProductsIn(message, { ...ground, message: '' }).length > 0;
  const topic = isFact || isNamed ? 'fact' : question === null ? null : 'which';
  topics.set(ground, topic);
  return topic;
}
