import { clean } from '../understanding/text.ts';
import { CLAIM_WORDS } from './claim-words.ts';
import { type IngredientWord, ingredientsIn } from './ingredients.ts';
import type { Product, ProductClaim } from './product.ts';
import type { ProductAdvice } from './recommend.ts';

/** What is asked of products: a fact of their entries, what not to use, or which there is. */
export type ProductQuestion =
  | {
      readonly kind:
        | 'price'
        | 'ingredients'
        | 'use'
        | 'allergy'
        | 'other-fact'
        | 'which'
        | 'about'
        | 'compare'
        | 'where';
    }
  | { readonly kind: 'extreme-price'; readonly isDearest: boolean }
  /** A routine whose prices together stay within so much. */
  | { readonly kind: 'routine-budget'; readonly budget: number }
  | { readonly kind: 'contains'; readonly ingredients: readonly IngredientWord[] }
  | { readonly kind: 'claim'; readonly claim: ProductClaim };

const ALLERGY =
  /\b(?:allerg\w+|react(?:ed)? to|intoleran\w+)\b(?=[\s\S]*\b(?:which|what|any|do|does|are|is|can)\b)(?=[\s\S]*\b(?:your|yours|products?|avoid|not use|can't use|contain\w*|use)\b)/;
const PRICE =
  /\b(?:how much (?:is|are|does|do|for|would)|pric(?:e[sd]?|ing)|costs?\b|what does \S+(?: \S+){0,4} go for|expensive|cheap(?:er|est)?)\b/;
const INGREDIENTS =
  /\b(?:what'?s in|what is in|what are the ingredients|ingredients?(?: list)?(?: \w+)? (?:of|in|for)|ingredients\??$|made (?:of|from|with|out of)|list the ingredients|inci)\b/;
const CONTAINS =
  /\b(?:contains?|containing|have|has|having|free of|without|any|is there|are there|with|use|in)\b|-free\b| free\b/;
const OTHER_FACT =
  /\b(?:smells?|scent(?:ed)?|fragrance like|sizes?|how (?:big|many (?:ounces|oz|ml))|ounces|ph of|ph balanced|made in|expir\w*|shelf life|reviews?|rating|best[- ]?sell\w*|patent\w*|stock|available|ship|bundles?|samples?|safe (?:for|during|in)|proven|tested|cure|treat|regrow|grow)\b/;
const CHEAPEST =
  /\b(?:cheap(?:est|er)|least expensive|lowest[- ]price\w*|most affordable|(?<dearest>most expensive|pricies?t|dearest))\b/;
const WHERE =
  /\bwhere(?: else)? (?:(?:can|do|could|would|should|will|to) )?(?:(?:i|we|you|u) )?(?:can )?(?:buy|get|find|order|purchase|pick up|shop)\b|\bwhere (?:is|are) (?:it|they|this|your \w+) sold\b|\bstockists?\b|\b(?:which|what) (?:store|shop|retailer)s?\b/;
const COMPARE =
  /\b(?:compar(?:e|ed|ing|ison)|differ(?:s|ence|ent)?|versus|vs|better|which one|or (?:the|your|just)|instead of)\b/;
const ABOUT =
  /\b(?:what(?:'?s| is| are| does| do)|whats|tell me|describe|explain|info(?:rmation)?|know about|heard of|who (?:is|are)|what for|about)\b/;
/** Several things bought together. */
const TOGETHER =
  /\b(?:routine|regimen|kit|set|everything|whole|full|all (?:in|of it)|total|wash day|starter|basics|combo|products|stuff)\b/;
const USE =
  /\b(?:how (?:do|should|can|would) (?:i|you|we) use|how to use|directions|how long (?:do|should) (?:i|you) (?:leave|keep)|how often (?:do|should|can) (?:i|you) use)\b/;
const WHICH =
  /\b(?:do (?:you|u)(?: guys)? (?:have|sell|carry|make|offer|recommend)|(?:which|what) (?:one |ones |products? )?(?:of|from) (?:your|yours|you)|which (?:one|product|products|of)|recommend\w*|suggest\w*|what (?:products?|shampoo|conditioner|leave[- ]?in|mask|oil|gel|spray|cream)s? (?:should|do|can|would|is|are|works?)|any(?:thing)? (?:you (?:have|sell)|from (?:you|your)|under|below|for less|product)|is there (?:a|an|any) (?:bundle|product|spray|gel|mask|oil|shampoo|conditioner|leave)|line ?up|bundle|(?:under|below|less than) [$£€]?\d+|looking for (?:a|an|your|the|something)|(?:which|what|wat) (?:shampoo|conditioner|leave[- ]?in|mask|oil|gel|cream|spray)(?! (?:is|are|does|do|really|made|for me to)\b(?! (?:good|best)))|your (?:best|lightest|richest|gentlest)|what (?:can|should|do) i (?:use|put|buy|get))\b/;
const OF_OURS =
  /\b(?:do you test|your|yours|you guys|you (?:have|sell|carry|make)|(?:the|this|that|in|of) (?:shampoo|conditioner|leave[- ]?in|mask|oil|gel|mist|bonnet|spray))\b/;

/** What a message asks of the brand's products; null when it asks nothing of them. */
export function productQuestionIn(message: string, { asked, need }: ProductAdvice): ProductQuestion | null {
  const text = clean(message).toLowerCase();
  const isOfOurs = asked.length > 0 || OF_OURS.test(text);
  if (need.silence === 'allergy-question' || (need.constraints.isAllergic && ALLERGY.test(text))) {
    return need.silence === 'allergy-question' || !WHICH.test(text) ? { kind: 'allergy' } : { kind: 'which' };
  }
  const budget = need.constraints.budget;
  if (budget !== null && TOGETHER.test(text)) return { kind: 'routine-budget', budget };
  const extreme = CHEAPEST.exec(text);
  if (extreme !== null && (isOfOurs || OF_SHOPPING.test(text)))
    return { kind: 'extreme-price', isDearest: extreme.groups?.dearest !== undefined };
  if (isOfOurs) {
    if (WHERE.test(text)) return { kind: 'where' };
    if (PRICE.test(text)) return { kind: 'price' };
    const ingredients = ingredientsIn(withoutNames(text, asked));
    if (ingredients.length > 0 && CONTAINS.test(text) && /\?|^(?:is|does|do|are|has|any)\b/.test(text))
      return { kind: 'contains', ingredients };
    if (INGREDIENTS.test(text)) return { kind: 'ingredients' };
    const claim = TESTS_ON_ANIMALS.test(text) ? 'cruelty-free' : CLAIM_WORDS.find(([, says]) => says.test(text))?.[0];
    if (claim !== undefined) return { kind: 'claim', claim };
    if (asked.length > 0 && USE.test(text)) return { kind: 'use' };
    if ((asked.length > 0 || need.named.length > 0) && OTHER_FACT.test(text)) return { kind: 'other-fact' };
  }
  if (WHERE.test(text) && (isOfOurs || OF_SHOPPING.test(text))) return { kind: 'where' };
  if (asked.length > 1 && COMPARE.test(text)) return { kind: 'compare' };
  if (asked.length > 0 && (ABOUT.test(text) || isBareName(text, asked))) return { kind: 'about' };
  // "Does it have shea?" with no product in sight is still asked of a product.
  const sought = OF_SOMETHING.test(text) ? ingredientsIn(text) : [];
  if (sought.length > 0 && !isOfOurs) return { kind: 'contains', ingredients: sought };
  return WHICH.test(text) ? { kind: 'which' } : null;
}

const OF_SOMETHING =
  /^(?:and |so |but |ok |okay )?(?:does|do|is|has|have) (?:it|this|that|they|these) (?:have|contain|got|use|made)\b/;

const TESTS_ON_ANIMALS =
  /\b(?:test(?:s|ed|ing)?\b[^.!?]{0,20}\b(?:animals?|bunn(?:y|ies)|rabbits?|mice)|animal test\w*)\b/;

/** Words of a shop: what is asked of them is asked of its shelf. */
const OF_SHOPPING =
  /\b(?:products?|sell|have|stock|item|thing|option|one|line|range|it|them|this|these|shampoo|conditioner|leave[- ]?in|mask|oil|gel|spray|bonnet|buy)\b/;

/** Nothing but a product's name, with a question mark or without. */
const isBareName = (text: string, products: readonly Product[]): boolean =>
  withoutNames(text, products).replace(/[^a-z]/g, '').length <= MOST_LETTERS_BESIDE_A_NAME;
const MOST_LETTERS_BESIDE_A_NAME = 4;

/** "Aloe Dew Leave-In Conditioner" is no word about an ingredient. */
function withoutNames(text: string, products: readonly Product[]): string {
  return products
    .flatMap(({ name, alsoCalled }) => [name, ...alsoCalled])
    .reduce((rest, name) => rest.replaceAll(name.toLowerCase(), ' '), text);
}

/** What a question is about: products it names, else those of the kinds it names, else all there are. */
export function subjectsOf({ asked, need, catalogue }: ProductAdvice): readonly Product[] {
  if (asked.length > 0) return asked;
  const ofKind = catalogue.products.filter(({ category }) => need.named.includes(category));
  return ofKind.length > 0 ? ofKind : catalogue.products;
}
