/**
 * What people do with hair, make of it and put on it. Much of it is said in words that a crisis borrows ("wash and go", "give
 * up on my twist out", "the relaxer burns"). Hair itself is not among it: people are dragged by it, and lose it to hunger; nor
 * is bleach, which people drink.
 */
const HAIR_CRAFT =
  /\b(?:wash (?:and|n) gos?|wash days?|(?:twist|braid|blow) ?outs?|(?:my|the|mini|flat|chunky|two strand|two-strand) twists|box braids|braids|braiders?|cornrows?|bantu knots?|locs|(?:start|starter|my|sister|faux) ?lo(?:c|ck)s?|afros?|shrinkage|flat irons?|straighten(?:ing|ed|ers?)|perms|transitioning|scalps?|(?:edge |scalp )?serums?|tonics?|bleach(?:ing|ed)? (?:my )?(?:own )?(?:tips|ends|hair|roots)|dreads|retwists?|big chop(?:ped)?|silk press(?:es)?|roller sets?|rod sets?|perm rods?|finger coils?|curls?|curly|coily|[1-4][abc] (?:hair|curls|coils)|frizz\w*|bed ?head|shampoos?|conditioners?|leave[ -]ins?|pre[ -]?poo|co[ -]?wash\w*|deep condition\w*|hair (?:mask|gel|oil|cream|butter|dye|colou?r)s?|relaxers?|texturi[sz]ers?|keratin treatments?|detangl\w*|split ends|new growth|regrowth|bonnets?|durags?|edge control|sew[ -]ins?|wigs?|weaves?)\b/;

/** What is said of an order: "it's been twelve days", "send it to my work instead", "it says delivered, it isn't". */
const ORDERS =
  /\b(?:my (?:order|parcel|package|delivery|refund|return)|the (?:order|parcel|package|box|delivery) (?:was|is|has|to|from|came|arrived|never)|tracking (?:says|number|link)|already ordered|another bottle|last one is nearly empty)\b/;

/** In these a message is more than talk of hair. */
const HARM =
  /\b(?:blood\w*|bleed\w*|kill\w*|dead|die[ds]?|dying|death|suicid\w*|alive|living|my life|drag\w*|punch\w*|kick\w*|hits? me|beat(?:s|en)? me|hurt(?:s|ing)? (?:me|myself)|cut(?:s|ting)? (?:me|myself|my (?:arms?|wrists?|legs?|thighs?|skin))|starv\w*|eat(?:ing)?|faint\w*|passed out|pills?|goodbye|funeral|find me|burden|worthless|no one|nobody|alone|drank|drunk|drink(?:ing)?|swallow\w*|deserve|afraid of (?:him|her)|hopeless)\b/;

/** A child's mouthful of a product is for poison control at once, and no taking of a dose. */
const CHILD_TASTED =
  /\b(?:(?:grand)?son|(?:grand)?daughter|lad|(?:little|baby) (?:boy|girl|one)|boy|girl|baby|toddler|kid|child|(?:one|two|three|four|five) year old)s? (?:has |just |have |accidentally )*(?:swallow\w*|drank|ate|licked|tasted|got hold of)\b/;

/** Whether a text, as `plain` makes it, is about the craft of hair or an order and tells of no harm. */
export const isHairTalk = (text: string): boolean =>
  (HAIR_CRAFT.test(text) || ORDERS.test(text)) && (!HARM.test(text) || CHILD_TASTED.test(text));
