import type { ProductCategory, ProductConcern } from './product.ts';

/** How a message that calls for something says so; the text is cleaned and in lower case. A new case is a line. */
export interface ConcernRule {
  readonly concern: ProductConcern;
  readonly says: RegExp;
}

const HAIR = "(?:hair|curls?|coils?|ends|tips|strands|lengths?|roots|fro|afro|waves|side|it|they|i'm|everything)";

export const CONCERN_RULES: readonly ConcernRule[] = [
  {
    // Where to begin comes before all that was done to the hair until now.
    concern: 'routine',
    says: /\b(?:where (?:do|would|should|can|does) \w+(?: \w+){0,3} (?:even )?(?:begin|start)|upgrade me|biggest difference|one thing (?:that|i)|(?:way|how|where) to (?:start|begin)|from scratch|bare minimum|minimum kit|starter (?:kit|set)|holy grails?|start to finish)\b/,
  },
  {
    // Taking a long-worn style down is a matter of knots and shed hair.
    concern: 'detangling',
    says: /\b(?:t(?:ook|ake|aking|aken) (?:out|down)(?: my| the)?|take[- ]?down|t(?:ook|ake|aking) (?:my |the )?(?:\w+ )?(?:braids|knotless|twists|locs|cornrows|sew[- ]in|crochet|weave|style)(?: all)? (?:out|down)|com(?:e|ing) out (?:on |this |next |in )?(?:\w+ )?(?:after|saturday|sunday|friday|tomorrow|week\w*)|gum in|slime in|combed? out)\b/,
  },
  {
    concern: 'protein_balance',
    says: /\b(?:protein(?! ?-?free)|keratin treatment|rice water|aminos?|mushy|gummy|limp|overmoistur\w*|over-moistur\w*|hygral|stretch(?:y|es)|chewing gum|noodles?|won'?t hold (?:a|its|any) (?:shape|curl|style)|mask(?:ing)? (?:every|\w+ times)|moisture overload)\b/,
  },
  {
    concern: 'build_up',
    says: /\b(?:build[- ]?up|builds up|residue|gunk\w*|coated|coating|waxy|clarif\w+|detox|reset|white (?:stuff|bits|flakes|film)|greasy film|film|sits on top|greasy and|oily fast|(?:greasy|oily) by|weigh(?:s|ed|ing)? (?:it |my \w+ |them )?down|too (?:heavy|much (?:product|oil|gel|cream))|layer\w* (?:of )?(?:product|gel|cream)|product junk)\b/,
  },
  {
    // Edges that are to lie flat want hold; thinning ones want care.
    concern: 'definition_frizz',
    says: /\b(?:edges (?:laid|down|slick\w*|flat)|lay(?:ing)? (?:my |down )*edges|slick(?:ed)? back)\b/,
  },
  { concern: 'hard_water', says: /\b(?:hard water|well water|limescale|mineral\w*|chelat\w*|nothing lathers)\b/ },
  { concern: 'swimming', says: /\b(?:swim\w*|pool|chlorine|laps)\b/ },
  {
    concern: 'heat_damage',
    says: /\b(?:heat[- ]damage\w*|flat[- ]?iron\w*|straighten(?:er|ing|ed)?|blow[- ]?dr\w+|silk press\w*|press and curl|hot comb|curling (?:iron|wand)|diffus\w+ on high|too hot|heat styl\w+|won'?t (?:curl|revert)|lost (?:its|my|their) (?:curl|pattern))\b/,
  },
  {
    concern: 'color_damage',
    says: /\b(?:bleach\w*|dye[ds]?|dyeing|colou?r(?:ed|ing)? (?:my|it|treated)|colou?r my hair|highlights|balayage|toner|henna|box dye\w*|relaxe[rd] (?:and|then)|level \d{1,2}|perm(?:ed)?)\b/,
  },
  {
    concern: 'locs',
    says: /\b(?:locs?|dreads|dreadlocks|retwist\w*|loctician|sisterlocks|microlocs|starter locs)\b/,
  },
  {
    concern: 'protective_style',
    says: /\b(?:braids?(?! ?-?out)|braided|box braids|knotless|cornrow\w*|sew[- ]in|weave|wigs?|crochet|twists? (?:in|under|for|installed)|faux locs|protective style\w*|bun|ponytail|extensions|install|mini[- ]?twists|(?:my|her|his|their) twists|two[- ]strand twists in)\b/,
  },
  {
    concern: 'edges',
    says: /\b(?:edges|baby hairs?|hairline|temples)\b/,
  },
  {
    concern: 'scalp_itch_flakes',
    says: /\b(?:itch\w*|dandruff|flak(?:es|y|ing)(?! gel)|seborrh?\w*|scalp (?:is|feels|gets) (?:so )?(?:oily|greasy|dirty|smelly|funky)|smelly scalp|scalp (?:has|got) an? (?:smell|odou?r)|scalp (?:smells|stinks))\b/,
  },
  {
    concern: 'scalp_dry',
    says: /\b(?:dry scalp|scalp (?:is|feels|gets|'s)(?: \w+){0,3} (?:dry|tight)|scalp feels)\b/,
  },
  {
    concern: 'detangling',
    says: /\b(?:detangl\w+|tangl\w+|knot(?:s|ted|ting)?\b(?!less)|matted|matting|slip|comb(?:ing)? (?:through|out)|tender[- ]headed|(?:hates?|screams?|scream(?:ing)?|cries|cry(?:ing)?|tears|fights?) (?:\w+ ){0,3}(?:combs?|combing|brush\w*|wash day)|single strand|wash day tears|rip(?:ping|s)?)\b/,
  },
  {
    concern: 'definition_frizz',
    says: /\b(?:frizz\w*|defin(?:e|ed|ition|ing)|poof\w*|puff(?:y|s)|twist[- ]?out|braid[- ]?out|wash (?:and|n|&|'n') ?go|clump\w*|flyaways?|humid\w*|refresh\w*|second day|day (?:two|three|four|[2-4]) (?:hair|curls)|hold|gels?|mousse|film formers?|shingl\w+|volume|flat roots|springs? up|flop(?:s|py)?|cotton candy|no grip|can'?t (?:style|grip)|socket|sleek|tame\w*|stick(?:ing|s)? (?:straight )?(?:out|up)|bird'?s nest|curl cream)\b/,
  },
  {
    concern: 'breakage',
    says: /\b(?:break(?:s|ing|age)?\b(?! (?:from|between|the bank|out))|broke(?:n)? off|snap(?:s|ping|ped)?|split ends?|splitting|brittle|damag\w+|weak|fragile|shed like snow|little (?:broken )?(?:pieces|hairs) (?:on|all|everywhere)|thin(?:ner)? (?:at the )?ends|white dots|hollow|bend(?:s|ing)?|see[- ]through|scraggly|stringy)\b/,
  },
  {
    concern: 'growth_length',
    says: /\b(?:length|retain\w*|retention|stuck at|grow(?:s|ing)? (?:out|it|past|my hair)|longer hair|waist length|bra ?strap length|hasn'?t (?:moved|grown)|won'?t grow|not growing|never gets? (?:past|longer)|plateau\w*)\b/,
  },
  {
    concern: 'dryness',
    says: new RegExp(
      `\\b(?:dry(?:ness|er|ing out)?(?! (?:shampoo|twist|time))|parch\\w*|thirst\\w*|crisp\\w*|crunchy|straw|wire|squeak\\w*|stripped|hay|rough|dull|moistur\\w+|hydrat\\w+|soften\\w*|soft(?:er)?|seal(?:s|ing|ant|ed)?|loc method|lco|spritz\\w*|ash[yi]\\w*|brillo|moved (?:from|to)|hates (?:it|the|winter|summer)|winter|cold (?:air|weather)|altitude|new climate|velcro|sandpaper|scratchy|tumbleweed|desert|pre[- ]?poo|${HAIR} (?:feel|feels|is|are|gets?) (?:so |really |always )?(?:hard|stiff))\\b`,
    ),
  },
  {
    concern: 'night',
    says: /\b(?:bonnet\w*|satin|silk (?:scarf|pillow\w*)|pillow\w*|at night|overnight|sleep(?:ing)?|bedtime|durag)\b/,
  },
  {
    concern: 'low_porosity',
    says: /\b(?:poros\w+|low po|high po|float test|water (?:beads|rolls|slides) (?:up|off)|doesn'?t absorb|won'?t absorb)\b/,
  },
  {
    concern: 'routine',
    says: /\b(?:routine|regimen|wash day\w*|wash(?:ing)? (?:my|his|her|their|it|4|3|hair|frequency)|how often|what order|big chop|twa|teeny weeny|beginner|where do i start|start(?:ing)? (?:with|out)|schedule|minimum|minimal\w*|kit|pack|carry[- ]on|travel\w*|fly(?:ing)? (?:to|out)|packing|suitcase|trip|vacation|holiday|beach|gym|work(?:ing)? out|workouts?|sweat\w*|line ?up|starter|basics|co-?wash\w*|shampoo|baking soda|cleans\w+|running low|bundle|restock|two textures|half of it is straight|week in|weekend in|tweak\w*|smells? (?:off|musty|funky)|takes? (?:all day|forever) to dry|two in one|2[- ]in[- ]1)\b/,
  },
];

/** What each concern calls for, what helps most first (the field's order of cleanse, condition, treat, seal, style). */
export const CATEGORIES_OF_CONCERN: Readonly<Record<ProductConcern, readonly ProductCategory[]>> = {
  routine: ['shampoo', 'leave_in', 'conditioner'],
  dryness: ['leave_in', 'oil_sealant', 'mask_treatment'],
  build_up: ['clarifying_shampoo', 'shampoo'],
  hard_water: ['clarifying_shampoo'],
  protein_balance: ['mask_treatment', 'leave_in'],
  breakage: ['mask_treatment', 'leave_in'],
  heat_damage: ['mask_treatment', 'leave_in'],
  color_damage: ['mask_treatment', 'leave_in'],
  detangling: ['conditioner', 'leave_in'],
  definition_frizz: ['styler', 'leave_in'],
  growth_length: ['leave_in', 'oil_sealant', 'mask_treatment'],
  protective_style: ['leave_in', 'scalp_treatment'],
  locs: ['scalp_treatment', 'shampoo'],
  edges: ['scalp_treatment', 'leave_in'],
  scalp_dry: ['scalp_treatment', 'shampoo'],
  scalp_itch_flakes: ['shampoo', 'scalp_treatment'],
  night: ['tool_accessory', 'leave_in'],
  swimming: ['clarifying_shampoo', 'leave_in'],
  low_porosity: ['shampoo', 'leave_in'],
};

/** Words for a category, as a customer asks for it. */
export const CATEGORY_WORDS: readonly { readonly category: ProductCategory; readonly says: RegExp }[] = [
  { category: 'clarifying_shampoo', says: /\b(?:clarif\w+|chelat\w+|detox) ?(?:shampoo|wash)?\b/ },
  { category: 'shampoo', says: /\b(?<!clarifying |chelating |dry )(?:shampoos?|cleansers?|sulfate[- ]free wash)\b/ },
  { category: 'leave_in', says: /\bleave[- ]?ins?\b/ },
  { category: 'conditioner', says: /\b(?<!leave[- ]in |deep )(?:conditioners?|rinse[- ]outs?)\b/ },
  {
    category: 'mask_treatment',
    says: /\b(?:(?:hair )?masks?|deep[- ]condition(?:er|ers|ing)?|protein treatment|repair treatment|bond (?:builder|repair))\b/,
  },
  {
    category: 'oil_sealant',
    says: /\b(?:(?:hair )?oils?(?! ?y)|sealants?|(?:shea |hair )?butters?|something to seal)\b/,
  },
  { category: 'scalp_treatment', says: /\bscalp (?:serum|oil|mist|spray|treatment|scrub|tonic)s?\b/ },
  {
    category: 'styler',
    says: /\b(?:gels?|mousse|curl creams?|custard|edge control|stylers?|styling (?:cream|product)s?|pomade|foam)\b/,
  },
  {
    category: 'tool_accessory',
    says: /\b(?:bonnets?|satin (?:scarf|pillowcase|cap)|silk pillowcase|wide[- ]tooth comb|brush(?:es)?)\b/,
  },
];
