import type { ProductCategory, ProductClaim } from './product.ts';

/** What tells that a clause says what it doesn't know, or sends people to who does: no claim, whatever it names. */
export const ABSTAINS =
  /\b(?:(?:not|isn't|aren't|n't|nothing|none|no \w+(?: \w+)?) on file|\b(?:i|we)(?: really| simply| just)? (?:don't|do not) (?:have|know|see|hold)\b|\b(?:i|we) have no\b|(?:can't|cannot|can not|couldn't|won't|wouldn't|unable to|not able to) (?:say|tell|confirm|promise|see|check|recommend|claim|guess|vouch|speak|quote|give|know|verify|state|be sure|judge|look)\b|not sure|no (?:idea|record|information|entry|ground|way to)|(?:label|pack|packaging|bottle|customer care|own page|website|shop)(?: itself)? (?:(?:has|have|lists?|shows?) (?:the (?:full|whole|complete)|it\b|them\b|that\b|those\b|everything|every)|can (?:tell|say|help)|will (?:tell|say)|tells? you)|(?:check|read|look at|see|ask) (?:the |its |their )?(?:full )?(?:label|ingredient list|pack|customer care|brand|shop|own page|website)|whether (?:it|they|the|that)|(?:would|i'd) (?:only )?be guess\w*)/;

/** A denial, anywhere before the words it denies in one clause. */
export const DENIES =
  /\b(?:not|no|never|nothing|none|nobody|cannot|without|neither|nor|rather than|instead of|isn't|aren't|doesn't|don't|won't|can't|wouldn't|shouldn't|avoid|skip|leave out|myth)\b|n't\b/;

const NUMBER_WORDS =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)';
/** An amount of money: with a sign, with a currency's name, in words, or as a number that something costs. */
export const AMOUNTS: readonly RegExp[] = [
  /(?:[$£€¥₹]|\b(?:usd|us\$|eur|gbp|cad|aud) ?)\s?(?<amount>\d[\d,]{0,7}(?:\.\d{1,2})?)/g,
  /\b(?<amount>\d[\d,]{0,7}(?:\.\d{1,2})?) ?(?:dollars?|bucks|usd|eur|euros?|pounds sterling|pounds|quid|gbp|cents|[$€£₹]|rupees|pesos)/g,
  /\b(?:costs?|price[ds]?|retails?|sells?|goes|going|yours)(?: \w+){0,3} (?:is|at|for|of|around|about|only|just)? ?(?<amount>\d{1,4}(?:\.\d{1,2})?)\b(?! ?(?:%|percent|min|hour|day|week|month|year|time|drop|oz|ml|x\b|hair))/g,
  /(?<![\d.])(?<amount>\d{1,3}\.(?:\d[05]|99|49|95))\b(?! ?(?:%|ph|oz|ml|l\b))/g,
];
/** Money in words has no figure to hold against the catalogue, so it never has a ground. */
export const AMOUNT_IN_WORDS = new RegExp(
  `\\b${NUMBER_WORDS}(?:[ -]${NUMBER_WORDS}){0,3} (?:dollars?|bucks|pounds|quid|euros?|cents)\\b|\\b(?:costs?|priced? (?:is|at)|for (?:just|only)) (?:about |around |just |only )?${NUMBER_WORDS}(?:[ -]${NUMBER_WORDS})+\\b|\\b(?:low|mid|high)[- ](?:teens|twenties|thirties|forties|fifties)\\b|\\bunder a (?:tenner|twenty)\\b|\\ba (?:tenner|fiver)\\b`,
);
/** Offers, stock and shops: no catalogue has them. */
export const DEALS =
  /\b(?:\d{1,2} ?(?:%|percent) (?:off|discount)|discount\w*|on sale|(?:free|express) (?:shipping|delivery|sample|gift|returns?)|promo\w*|coupon|(?:use |with )?code [A-Za-z0-9]{3,}|bundle (?:deal|price|offer)|buy one|bogo|half[- ]price|money[- ]back|subscribe (?:and|&) save|limited (?:time|edition|offer)|in stock|out of stock|sold out|back in stock|ships? (?:in|within|today|free|to)|(?:at|from|in|on|through|via|by) (?:target|sephora|ulta|walmart|amazon|stores|boots|cvs|walgreens|sally)|cheaper than|sav(?:e|es|ing) (?:a |up to |\d)|best value|lowest price|price match)\b/i;

/** Words that say what a thing is made of. */
export const MADE_OF =
  /\b(?:contain\w*|made (?:with|from|of|using)|formulated (?:with|without|from)|infused|packed with|rich in|loaded with|full of|enriched|fortified|boasts?|blends?|blended|ingredients?|features?|includes?|including|powered by|based on|active\w*|has|have|having|comes with|got|uses?|preserv\w+|with|without|free (?:of|from)|zero|no|is|are)\b|[- ]free\b|[- ]based\b|:/;
/** Of those, the ones after which a list of what is in it follows. */
export const LISTS_OF =
  /\b(?:contain(?:s|ing)?|made (?:with|from|of|using)|formulated (?:with|from)|infused with|packed with|rich in|loaded with|enriched with|fortified with|blend of|powered by|(?:key |main |active |hero |full )?ingredients?(?: list)?(?: here)?(?: are| is| include[sd]?|:))\s+(?<list>[^.;:]{3,400})/;
/** Just before an ingredient: it is said not to be in it. */
export const ABSENT =
  /(?:\b(?:no|not|without|zero|free (?:of|from)|free|never|n't|nor|neither|lacks?|skips?)(?: \w+){0,4} ?|n't (?:have|contain|include)(?: \w+){0,3} )$/;
export const FREE_AFTER = /^[- ]free\b/;

/** What may be said of a product only where its entry has it. */
export const CLAIM_WORDS: readonly (readonly [ProductClaim, RegExp])[] = [
  ['vegan', /\bvegan\b/],
  ['cruelty-free', /\bcruelty[- ]free|(?:not |never )?tested on animals|leaping bunny\b/],
  ['organic', /\b(?:certified |usda )?organic\b/],
  ['gluten-free', /\bgluten[- ]free\b/],
  ['color-safe', /\bcolou?r[- ]safe\b/],
  ['recyclable', /\brecycl\w+\b/],
];

/** What no entry can state: tests, prizes, reviews, sizes, scents, places. Always without ground. */
export const OTHER_FACTS =
  /\b(?:non[- ]?toxic|all[- ]natural|100 ?% (?:natural|pure|safe|plant)|chemical[- ]free|toxin[- ]free|plant[- ]based|biodegradable|halal|kosher|ph[- ]balanced|ph (?:of|is|level|around|about|at|between)|ewg|ecocert|award[- ]winning|awards?|best[- ]?sell\w+|number one|cult favou?rite|(?:\d[\d,.]{0,8} |five |5 )?(?:star|review)s?\b|loved by|celebrit\w+|smells? (?:like|of|amazing|great)|scented with|(?:\d+(?:\.\d+)?|eight|twelve|sixteen) ?(?:fl ?)?(?:oz|ounces?|ml|liters?|litres?)\b|made in (?:the )?[a-z]+|founded|patented|trademarked|proprietary|new formula|reformulat\w+|discontinued|shelf life|lasts? (?:\d+|two|three|six|twelve|a year)|expires?|(?:safe|suitable|ok|okay|fine|gentle enough) (?:for|during|in|on|to use (?:on|during|while|if)) (?:\w+ ){0,2}(?:pregnan\w*|breast\w*|nursing|bab(?:y|ies)|infants?|newborns?|toddlers?|eczema|psoriasis|open|broken|cuts|everyone|anyone|all ages|any age|allerg\w*|chemo\w*)|allergen[- ]free|safely (?:while|during|if|on|in)|while (?:pregnant|nursing|breastfeeding)|works? for everyone|hypo-?allergenic|hormone[- ]free|edible|safe to (?:eat|swallow|drink|ingest))\b|#1\b/i;

/** What only a medicine may claim, and what nobody can. */
export const HEALTH_CLAIM =
  /\b(?:cur(?:es?|ed|ing)|treat(?:s|ed|ing)?(?! (?:your|the|my)?(?:self| (?:hair|curls|lengths|ends) (?:gently|to|with)))|heal(?:s|ed|ing)?|re-?gr(?:ow|ew)\w*|grow(?:s|n)? (?:back|your|hair|longer|faster|thicker|new|edges|in)|(?:hair|faster|new|edge|beard) growth|growth (?:in|of|within|boost\w*|serum|formula)|stimulat\w+|boost(?:s|ing)? (?:growth|circulation|blood|follicle)\w*|stop(?:s|ping|ped)? (?:\w+ ){0,3}(?:loss|shedding|thinning|dandruff|itch\w*|balding|fungus|infection)|prevent(?:s|ing)? (?:\w+ ){0,3}(?:loss|shedding|thinning|dandruff|balding|alopecia|infection|gr[ae]y\w*|cancer)|revers(?:es?|ed|ing)|eliminat\w+|eradicat\w*|kill(?:s|ing)?|anti-?(?:fungal|bacterial|inflammatory|microbial|septic|aging|dht)|clinical(?:ly)?|scientifically|(?:proven|guarantee\w*)|(?:doctor|dermatologist|pediatrician|physician|salon|expert)[- ](?:recommended|approved|tested|trusted|developed|backed)|medical[- ]grade|medicated|fda|dht|hormon\w+|follicles?|detox\w*|permanent(?:ly)?|miracle\w*|thicken(?:s|ed|ing)? (?:your |the |thin )?(?:hair|edges|strands|hairline)|restor(?:es?|ed|ing) (?:\w+ ){0,2}(?:hairline|edges|growth|hair|follicles?|colou?r)|repigment\w*|no side effects|side[- ]effect|painless|relie(?:f|ves?)\b|sooth(?:es?|ing) (?:eczema|psoriasis|dermatitis|infections?|burn\w*|inflam\w*)|clear(?:s|ed|ing)? (?:up )?(?:your |the )?(?:dandruff|eczema|psoriasis|infection|fungus|ringworm|scalp acne|dermatitis)|fix(?:es|ed)? (?:\w+ ){0,2}(?:loss|alopecia|bald\w*|dandruff|thinning)|within (?:\w+ ){0,2}(?:days|weeks)|in (?:just |only |as little as )?(?:\d+|two|three|four|six|eight|a few) (?:days|weeks|months)(?:,? (?:you|your|flat|or less))|fill(?:s|ed|ing)? (?:back )?in|(?:twice|double) (?:as|the) \w+|inch(?:es)? (?:a|per) month|dormant|(?:shedding|loss|thinning|flakes|dandruff|itch\w*) (?:is|are|will be|stops?) (?:gone|over|history|a thing)|fortnight|sun protection|spf)\b/i;
/** Illness beside a product: with a verb that helps it is a claim, whatever the verb. */
export const ILLNESS =
  /\b(?:alopecia|ringworm|psoriasis|eczema|dermatitis|folliculitis|fungal|infection|cancer|lupus|hair loss|baldness|balding|bald (?:spot|patch)\w*|thyroid|anemia|lice|migraine|asthma)\b/i;
export const HELPS =
  /\b(?:helps?|good|great|works?|perfect|ideal|use|using|apply|try|recommend|best|effective|improves?|calms?|tackles?|fights?|targets?|combats?|designed|made for|formulated for|safe)\b/i;

/** What a product is called by, and the category that has it; null: no such kind is in any catalogue. */
export const PRODUCT_NOUNS: Readonly<Record<string, readonly ProductCategory[]>> = {
  shampoo: ['shampoo', 'clarifying_shampoo'],
  cleanser: ['shampoo', 'clarifying_shampoo'],
  conditioner: ['conditioner', 'leave_in'],
  'leave-in': ['leave_in'],
  'leave in': ['leave_in'],
  mask: ['mask_treatment'],
  masque: ['mask_treatment'],
  treatment: ['mask_treatment', 'scalp_treatment'],
  oil: ['oil_sealant'],
  butter: [],
  serum: [],
  elixir: [],
  tonic: [],
  drops: [],
  mist: ['scalp_treatment'],
  spray: ['scalp_treatment', 'leave_in'],
  gel: ['styler'],
  cream: [],
  custard: [],
  pudding: [],
  souffle: [],
  mousse: [],
  foam: [],
  pomade: [],
  milk: [],
  lotion: [],
  balm: [],
  salve: [],
  ointment: [],
  scrub: [],
  gummies: [],
  vitamins: [],
  vitamin: [],
  supplement: [],
  supplements: [],
  capsules: [],
  tea: [],
  relaxer: [],
  dye: [],
  texturizer: [],
  kit: [],
  bundle: [],
  set: [],
  bonnet: ['tool_accessory'],
  scarf: [],
  pillowcase: [],
  brush: [],
  comb: [],
  glaze: [],
  powder: [],
  'co-wash': [],
  cowash: [],
};

/** Words before such a noun that name no particular product. */
export const ORDINARY_BEFORE_NOUN = new Set(
  'a an the this that your my our its their any some each every no one two use try apply with and or of for in on hair scalp curl curly coily natural clarifying chelating gentle mild moisturizing hydrating light lightweight rich deep leave-in leave in rinse-out rinse protein repair styling sealing detangling anti-dandruff dandruff dry co-wash satin silk wide-tooth new same other another regular favorite wash sulfate-free after before then next first last plain simple soft water-based scalp-friendly sample if when once start finish follow add smooth work rake massage which what'.split(
    ' ',
  ),
);

/** Brands whose products are no one's to vouch for here; naming one is naming what no catalogue of ours holds. */
export const OTHER_BRANDS =
  /\b(?:cantu|shea ?moisture|mielle|carol'?s daughter|camille rose|olaplex|k18|pattern beauty|tgin|as i am|aunt jackie'?s|eco ?style|mixed chicks|devacurl|ouidai?|briogeo|kinky[- ]curly|innersense|miss jessie'?s|the mane choice|design essentials|aussie|pantene|head (?:&|and) shoulders|nizoral|dove|tresemm[eé]|garnier|l'?or[eé]al|bounce curl|adwoa|c[eé]cred|fenty|ors|dark (?:&|and) lovely|jamaican black castor|blue magic|sulfur8|wild growth|nutrafol|vegamour|rogaine)\b/i;
