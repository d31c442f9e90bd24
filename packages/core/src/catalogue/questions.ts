import { clean } from '../understanding/text.ts';
import { CLAIM_WORDS } from './claim-words.ts';
import { type IngredientWord, ingredientsIn } from './ingredients.ts';
import type { Product, ProductClaim } from './product.ts';
import type { ProductAdvice } from './recommend.ts';

/** What is asked of products: a fact of their entries, what not to use, or which there is. */
export type ProductQuestion =
  | { readonly kind: 'price' | 'ingredients' | 'use' | 'allergy' | 'other-fact' | 'which' }
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
const USE =
  /\b(?:how (?:do|should|can|would) (?:i|you|we) use|how to use|directions|how long (?:do|should) (?:i|you) (?:leave|keep)|how often (?:do|should|can) (?:i|you) use)\b/;
const WHICH =
  /\b(?:do (?:you|u)(?: guys)? (?:have|sell|carry|make|offer|recommend)|(?:which|what) (?:one |ones |products? )?(?:of|from) (?:your|yours|you)|which (?:one|product|products|of)|recommend\w*|suggest\w*|what (?:products?|shampoo|conditioner|leave[- ]?in|mask|oil|gel|spray|cream)s? (?:should|do|can|would|is|are|works?)|any(?:thing)? (?:you (?:have|sell)|from (?:you|your)|under|below|for less|product)|is there (?:a|an|any) (?:bundle|product|spray|gel|mask|oil|shampoo|conditioner|leave)|line ?up|bundle|(?:under|below|less than) [$£€]?\d+|looking for (?:a|an|your|the|something)|which (?:shampoo|conditioner|leave[- ]?in|mask|oil|gel|cream|spray)|your (?:best|lightest|richest|gentlest)|what (?:can|should|do) i (?:use|put|buy|get))\b/;
const OF_OURS =
  /\b(?:your|yours|you guys|you (?:have|sell|carry|make)|(?:the|this|that|in|of) (?:shampoo|conditioner|leave[- ]?in|mask|oil|gel|mist|bonnet|spray))\b/;

/** What a message asks of the brand's products; null when it asks nothing of them. */
export function productQuestionIn(message: string, { asked, need }: ProductAdvice): ProductQuestion | null {
  const text = clean(message).toLowerCase();
  const isOfOurs = asked.length > 0 || OF_OURS.test(text);
  if (need.silence === 'allergy-question' || (need.constraints.isAllergic && ALLERGY.test(text))) {
    return need.silence === 'allergy-question' || !WHICH.test(text) ? { kind: 'allergy' } : { kind: 'which' };
  }
  if (isOfOurs) {
    if (PRICE.test(text)) return { kind: 'price' };
    const ingredients = ingredientsIn(withoutNames(text, asked));
    if (ingredients.length > 0 && CONTAINS.test(text) && /\?|^(?:is|does|do|are)\b/.test(text))
      return { kind: 'contains', ingredients };
    if (INGREDIENTS.test(text)) return { kind: 'ingredients' };
    const claim = CLAIM_WORDS.find(([, says]) => says.test(text))?.[0];
    if (claim !== undefined) return { kind: 'claim', claim };
    if (asked.length > 0 && USE.test(text)) return { kind: 'use' };
    if (asked.length > 0 && OTHER_FACT.test(text)) return { kind: 'other-fact' };
  }
  return WHICH.test(text) ? { kind: 'which' } : null;
}

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
