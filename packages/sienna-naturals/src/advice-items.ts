import type { AdviceInput } from '@rapport/core/assistants/advice-definition.ts';

// Past 300 lines because it is one table: what each passage of the knowledge base has a person do, a line or two a passage.

type Item = AdviceInput['items'][number];

const items = (
  kind: Item['kind'],
  table: readonly (readonly [
    passage: string,
    phrase: string,
    concern: string | null,
    says?: RegExp | null,
    more?: Partial<Item>,
  ])[],
): Item[] =>
  table.map(([passage, phrase, concern, says, more = {}]) => ({
    passage,
    kind,
    phrase,
    concern,
    says: says ?? null,
    ...more,
  }));

const PROTEIN_WAIT = {
  days: 28,
  reason:
    'Protein is judged after a few washes: strength shows in what breaks over weeks, and too much of it shows late.',
};
const LENGTH_WAIT = {
  days: 56,
  reason: 'Hair grows about a centimeter a month, so whether length is kept shows after two months at the earliest.',
};
const SCALP_WAIT = {
  days: 21,
  reason: 'A flaky or itchy scalp is given some weeks of gentler washing before it is judged, and a doctor after that.',
};
const SOON_WAIT = { days: 5, reason: 'What grows worse by the day is asked about within the week.' };

/** What passages have a person do. */
export const adviceItems: readonly Item[] = [
  ...items('technique', [
    [
      'oils-and-butters',
      'sealing with an oil or a butter that suits your strands',
      'dryness',
      /\b(?:oils?|butters?|shea|seal(?:ing|ed)?)\b/,
      {
        next: 'Next, see how many days it stays soft: once that is four or five, you can seal less often.',
        smaller: 'Even a few drops on just the ends, right after your next wash, tells you something.',
      },
    ],
    [
      'ph-and-acid-rinses',
      'ending your wash with an acidic conditioner instead of strips or lemon',
      null,
      /\b(?:acid(?:ic)?|ph|vinegar|acv|rins(?:e|es|ing))\b/,
    ],
    ['rice-water', 'trying rice water now and then', 'breakage', /\brice(?: water)?\b/, { wait: PROTEIN_WAIT }],
    [
      'moisture-vs-protein',
      'balancing moisture and protein',
      'protein_balance',
      /\b(?:protein|moisture mask|moisture balance)\b/,
      {
        wait: PROTEIN_WAIT,
        next: 'Keep the rhythm you have, and skip one protein round if it ever feels stiff.',
      },
    ],
    [
      'protein-overload',
      'leaving protein out for a while',
      'protein_balance',
      /\b(?:(?:no|without|less|cutting|skip\w*) protein|protein[- ]free|protein break)\b/,
      { wait: PROTEIN_WAIT },
    ],
    ['hydrolyzed-proteins', 'a light protein treatment', 'breakage', /\bprotein\b/, { wait: PROTEIN_WAIT }],
    ['hygral-fatigue', 'keeping your hair wet for less long', 'protein_balance', /\b(?:over ?night|soaking|wet)\b/],
    [
      'dry-hair',
      'washing and conditioning first, then sealing in the water',
      'dryness',
      /\b(?:condition\w*|leave[- ]?in|seal\w*|moistur\w+)\b/,
      {
        next: 'Next, count the days until it feels dry again: that tells you whether to refresh on day three or day five.',
        smaller: 'If the whole wash day is too much, do only the leave-in on damp ends.',
      },
    ],
    [
      'cleanse-condition-seal',
      'the three steps of cleansing, conditioning and sealing',
      'dryness',
      /\b(?:three steps?|seal\w*|cleans\w+)\b/,
    ],
    [
      'deep-conditioning',
      'deep conditioning with warmth',
      'dryness',
      /\b(?:deep[- ]?condition\w*|dc|mask|masque|steam\w*|cap)\b/,
      {
        smaller: 'Ten minutes under a shower cap while you do something else counts too.',
        next: 'Keep it at that rhythm for now; more often rarely adds anything.',
      },
    ],
    [
      'detangling-and-slip',
      'detangling in sections with plenty of slip',
      'detangling',
      /\b(?:detangl\w*|sections?|slip|fingers?|finger[- ]detangl\w*)\b/,
      {
        smaller: 'Four sections with fingers only, on conditioner, is a start.',
      },
    ],
    ['loc-and-lco', 'layering leave-in, oil and cream', 'dryness', /\b(?:loc method|lco|layer\w*|cream)\b/],
    [
      'low-porosity-care',
      'using warmth and lighter products',
      'low_porosity',
      /\b(?:warm\w*|heat cap|steam\w*|light(?:er)? products?)\b/,
    ],
    [
      'high-porosity-care',
      'sealing with something richer and going easy on heat',
      'dryness',
      /\b(?:butter|cream|heavier|richer|seal\w*)\b/,
    ],
    [
      'pre-poo',
      'oiling your hair before shampoo',
      'detangling',
      /\b(?:pre[- ]?poo|before (?:the )?(?:shampoo|wash)|oil(?:ing)?)\b/,
    ],
    [
      'clarifying-vs-chelating',
      'a clarifying or chelating wash now and then',
      'build_up',
      /\b(?:clarif\w+|chelat\w+)\b/,
      {
        next: 'Once a month is usually enough from here, with a conditioner right after.',
      },
    ],
    ['product-build-up', 'a clarifying wash to lift build-up', 'build_up', /\b(?:clarif\w+|build[- ]?up)\b/],
    ['hard-water', 'a chelating wash against hard water', 'hard_water', /\b(?:chelat\w+|hard water|filter)\b/],
    [
      'curl-definition',
      'styling on soaking wet hair and leaving it alone until dry',
      'definition_frizz',
      /\b(?:wash[- ]and[- ]go|twist[- ]?out|braid[- ]?out|soaking wet|wet styling)\b/,
    ],
    [
      'frizz',
      'calming frizz with a leave-in and hands off while it dries',
      'definition_frizz',
      /\b(?:hands off|leave[- ]?in|gel|frizz tips?)\b/,
    ],
    [
      'gels-and-flaking',
      'using less gel, over a leave-in that goes with it',
      'definition_frizz',
      /\b(?:gel|flaking)\b/,
    ],
    [
      'humidity-and-humectants',
      'choosing humectants by the weather',
      'definition_frizz',
      /\b(?:glycerin|humectants?)\b/,
    ],
    [
      'refreshing-curls',
      'refreshing with a light mist between washes',
      'definition_frizz',
      /\b(?:refresh\w*|mist\w*|spritz\w*|spray bottle)\b/,
    ],
    ['heatless-sets', 'setting your curls without heat', 'heat_damage', /\b(?:rods?|rollers?|bantu|heatless|flexi)\b/],
    [
      'heat-styling-safely',
      'a heat protectant and one pass at a lower temperature',
      'heat_damage',
      /\b(?:protectant|lower (?:heat|temp\w*)|one pass|flat iron)\b/,
    ],
    ['silk-press', 'keeping silk presses few and well protected', 'heat_damage', /\bsilk press\w*\b/],
    [
      'sleep-protection',
      'sleeping on satin or in a bonnet',
      'night',
      /\b(?:bonnet|satin|silk|pillow ?case|scarf|pineappl\w+)\b/,
      {
        smaller: 'A satin pillowcase asks nothing of you at bedtime.',
      },
    ],
    [
      'swimming-and-chlorine',
      'wetting and coating your hair before you swim',
      'swimming',
      /\b(?:swim\w*|pool|cap|coat\w*)\b/,
    ],
    [
      'exercise-and-sweat',
      'rinsing sweat out of your scalp without a full wash',
      null,
      /\b(?:sweat|rins\w+|gym|workout)\b/,
    ],
    ['trimming-and-split-ends', 'trimming the split ends', 'breakage', /\b(?:trim\w*|dust(?:ing|ed)|split ends)\b/],
    ['single-strand-knots', 'stretching your hair to keep knots away', 'detangling', /\b(?:stretch\w*|knots?)\b/],
    ['shrinkage', 'stretching your hair without heat', null, /\b(?:stretch\w*|banding)\b/],
    ['scalp-massage', 'massaging your scalp gently', null, /\bmassag\w+\b/],
    [
      'scalp-care-basics',
      'keeping your scalp clean and going easy on grease',
      'scalp_dry',
      /\b(?:greas\w+|scalp routine)\b/,
      { wait: SCALP_WAIT },
    ],
    [
      'itchy-scalp',
      'washing your scalp more often and more gently',
      'scalp_itch_flakes',
      /\b(?:gentl\w+|wash\w* more)\b/,
      { wait: SCALP_WAIT },
    ],
    [
      'itchy-scalp-with-braids',
      'rinsing or misting your scalp under the braids',
      'scalp_itch_flakes',
      /\b(?:mist\w*|rins\w+|spray)\b/,
      { wait: SCALP_WAIT },
    ],
    [
      'dandruff-dry-scalp-or-seborrheic',
      'a dandruff shampoo left on for some minutes',
      'scalp_itch_flakes',
      /\b(?:dandruff shampoo|zinc|ketoconazole|medicated|shampoo)\b/,
      {
        wait: { days: 28, reason: 'Dandruff shampoos are judged after about four weeks of regular use.' },
      },
    ],
    [
      'medicated-shampoos',
      'using a medicated shampoo on the scalp only',
      'scalp_itch_flakes',
      /\b(?:medicated|ketoconazole|zinc|selsun|nizoral)\b/,
      {
        wait: { days: 28, reason: 'Medicated shampoos are judged after about four weeks of regular use.' },
      },
    ],
    [
      'scalp-pimples',
      'keeping oils and pomades off your scalp',
      'scalp_itch_flakes',
      /\b(?:pomade|oils? off|no oil)\b/,
      { wait: SCALP_WAIT },
    ],
    [
      'pomade-acne',
      'keeping pomade away from your hairline',
      'skin_reaction',
      /\b(?:pomade|hairline)\b/,
      { wait: SCALP_WAIT },
    ],
    [
      'patch-testing',
      'a patch test before anything new',
      'skin_reaction',
      /\bpatch[- ]?test\w*\b/,
      {
        wait: { days: 7, reason: 'A patch test is read after two to four days.' },
      },
    ],
    [
      'fragrance-and-sensitivity',
      'going without fragrance for a while',
      'skin_reaction',
      /\b(?:fragrance|perfume|scent)[- ]?(?:free)?\b/,
      { wait: SCALP_WAIT },
    ],
    [
      'essential-oils-on-the-scalp',
      'diluting essential oils well, after a patch test',
      'scalp_itch_flakes',
      /\b(?:tea tree|peppermint|rosemary|essential oils?)\b/,
      { wait: SCALP_WAIT },
    ],
    [
      'oils-for-growth',
      'trying a diluted rosemary oil with patience',
      'growth_length',
      /\b(?:rosemary|castor|growth oil)\b/,
      { wait: LENGTH_WAIT },
    ],
    [
      'color-fade-care',
      'washing colored hair less often and cooler',
      'color_damage',
      /\b(?:cool\w*|color[- ]safe|less often)\b/,
    ],
    [
      'color-and-bleach',
      'spacing out lightening and conditioning deeply around it',
      'color_damage',
      /\b(?:bleach\w*|lighten\w*|colou?r\w*)\b/,
    ],
    [
      'bond-builders',
      'a bond builder before your conditioner',
      'color_damage',
      /\b(?:bond|olaplex|k18)\b/,
      { wait: PROTEIN_WAIT },
    ],
    ['henna-and-plant-dyes', 'testing pure henna on a strand first', 'color_damage', /\b(?:henna|indigo)\b/],
    ['gray-coverage', 'a patch test and a gentler way to blend grays', 'color_damage', /\b(?:gr[ae]y|demi|blend\w*)\b/],
    [
      'matted-hair',
      'working a matted knot out from the ends with oil and conditioner',
      'detangling',
      /\b(?:mat(?:ted)?|knot|oil and conditioner)\b/,
      { wait: SOON_WAIT },
    ],
    [
      'style-take-down',
      'detangling before water touches the hair you take down',
      'detangling',
      /\b(?:take[- ]?down|taking (?:them|it) down)\b/,
    ],
    [
      'washing-transitioning-hair',
      'washing in braided sections at the line of two textures',
      'breakage',
      /\b(?:sections?|braided)\b/,
    ],
    ['transitioning-two-textures', 'styles that blend your two textures', 'breakage', /\b(?:blend\w*|flexi|sets?)\b/],
    ['damaged-hair', 'gentle handling, conditioning and small trims', 'breakage', /\b(?:trims?|gentl\w+)\b/],
    [
      'heat-damage',
      'a rest from heat with conditioning and small trims',
      'heat_damage',
      /\b(?:no heat|heat break|off heat)\b/,
    ],
    ['winter-hair-care', 'richer conditioning and covered ends in the cold', 'dryness', /\b(?:winter|cover\w*)\b/],
    ['hot-dry-climate', 'sealing more and covering up in dry heat', 'dryness', /\b(?:cover\w*|seal\w*)\b/],
    ['sun-and-scalp-burn', 'covering your parting in the sun', null, /\b(?:sunscreen|hat|parting)\b/],
    ['head-coverings', 'a satin lining and a dry scalp under covers', 'breakage', /\b(?:satin|lining|liner)\b/],
    ['night-shifts-and-scrub-caps', 'a satin-lined cap at work', 'breakage', /\b(?:scrub cap|satin|lined)\b/],
    ['tools', 'a wide-tooth comb and a soft towel', 'breakage', /\b(?:comb|towel|t-?shirt|microfiber|brush)\b/],
    ['tender-headed-child', 'slower, smaller sections for a tender head', 'detangling', /\b(?:sections?|tender)\b/],
    ['child-wash-day-without-tears', 'a calmer wash day with your child', 'detangling', /\b(?:tears|wash ?day)\b/],
    [
      'washing-locs',
      'washing locs with a light shampoo and drying them through',
      'locs',
      /\b(?:dry\w* (?:them|my locs)|wash\w* my locs)\b/,
    ],
    ['lint-in-locs', 'picking lint off dry locs and covering them', 'locs', /\b(?:lint|fluff|fuzz)\b/],
    ['sew-in-washing', 'washing and drying under a sew-in', 'protective_style', /\b(?:sew[- ]?in|dry\w* under)\b/],
    ['lace-glue', 'taking lace glue off with a remover, never by pulling', 'edges', /\b(?:remover|glue)\b/],
    ['beard-basics', 'washing and softening your beard', null, /\bbeard\b/],
    ['alcohols-in-products', 'leaving drying alcohols out of your leave-in', 'dryness', /\balcohols?\b/],
    ['travel-and-holidays', 'a small kit and an easy style for the road', null, /\b(?:travel|kit|trip)\b/],
    ['school-sport', 'a quick rinse and leave-in after sport and swimming', 'swimming', /\b(?:rinse|leave[- ]?in)\b/],
  ]),
  ...items('routine', [
    [
      'beginner-routine',
      'a first simple routine',
      'routine',
      /\broutine\b/,
      {
        next: 'Keep it as it is for another month before you add anything.',
        smaller: 'One wash with conditioner a week is a routine already.',
      },
    ],
    ['wash-day-steps', 'going through wash day step by step', 'routine', /\b(?:wash ?day|steps?)\b/],
    [
      'how-often-to-wash',
      'washing on a steady rhythm',
      'routine',
      /\b(?:wash\w* (?:more|less|once|every|weekly)|schedule|rhythm|weekly)\b/,
    ],
    ['week-at-a-glance', 'a week of care, day by day', 'routine', /\b(?:week|routine|plan)\b/],
    ['time-poor-routine', 'a routine that fits a full week', 'routine', /\b(?:routine|quick)\b/],
    ['three-product-budget-routine', 'getting by with three products', 'routine', /\b(?:three products?|budget)\b/],
    [
      'curly-method-and-co-washing',
      'co-washing between shampoos',
      'routine',
      /\b(?:co[- ]?wash\w*|curly (?:girl )?method|cgm)\b/,
    ],
    [
      'length-retention',
      'keeping the length you grow: low tension, covered ends, small trims',
      'growth_length',
      /\b(?:length|retention|tucked|ends)\b/,
      {
        wait: LENGTH_WAIT,
        next: 'Measure one strand at the same spot in two months: that tells more than the mirror.',
      },
    ],
    ['long-term-transition', 'going natural without a big chop', 'routine', /\btransition\w*\b/, { wait: LENGTH_WAIT }],
    ['big-chop', 'a simple routine for your first weeks after the chop', 'routine', /\b(?:twa|big chop|routine)\b/],
    ['childrens-hair-routine', "a simple routine for your child's hair", 'routine', /\broutine\b/],
    ['infant-hair-care', "gentle washing for your baby's scalp", null, /\b(?:cradle cap|baby)\b/],
    ['mixed-texture-children', "a routine made for your child's own texture", 'routine', /\broutine\b/],
    [
      'one-household-many-textures',
      'one shared wash and different finishes at home',
      'routine',
      /\b(?:household|shared)\b/,
    ],
    [
      'mens-short-hair-and-waves',
      'brushing and moisture for short hair and waves',
      'routine',
      /\b(?:waves|brush\w*|durag)\b/,
    ],
    [
      'relaxer-facts',
      'leaving relaxers out or spacing them further',
      'breakage',
      /\brelax\w+\b/,
      { wait: LENGTH_WAIT },
    ],
    [
      'eating-for-hair',
      'eating enough protein and iron',
      'growth_length',
      /\b(?:eating|diet|protein|food)\b/,
      { wait: LENGTH_WAIT },
    ],
  ]),
  ...items('style', [
    [
      'protective-styles-basics',
      'a low-tension style with a wash in between',
      'protective_style',
      /\b(?:protective style|style)\b/,
    ],
    [
      'two-strand-twists',
      'wearing two-strand twists',
      'protective_style',
      /\b(?:two[- ]strand|twists?|mini[- ]?twists?)\b/,
    ],
    [
      'box-braids-or-knotless',
      'choosing lighter, looser braids',
      'protective_style',
      /\b(?:knotless|box braids|braids)\b/,
    ],
    [
      'braids-and-tension',
      'having tight braids loosened and resting between installs',
      'edges',
      /\b(?:loosen\w*|tight|tension|rest(?:ing|ed)?)\b/,
      { wait: SOON_WAIT },
    ],
    ['cornrows', 'cornrows without pull at the hairline', 'protective_style', /\bcornrows?\b/],
    ['crochet-styles', 'crochet on a loose base', 'protective_style', /\bcrochet\b/],
    ['faux-locs', 'lighter faux locs for a shorter time', 'protective_style', /\b(?:faux|butterfly|soft) locs\b/],
    ['wigs-and-sew-ins', 'wearing wigs or sew-ins with days off', 'edges', /\b(?:wigs?|sew[- ]?ins?|weave)\b/],
    ['slick-ponytails', 'softer, lower ponytails with days off', 'edges', /\b(?:pony ?tails?|bun|puff)\b/],
    ['starting-locs', 'starting your locs', 'locs', /\b(?:starter locs|locs)\b/, { wait: LENGTH_WAIT }],
    ['loc-retwist-and-thin-roots', 'longer breaks between retwists', 'locs', /\bretwist\w*\b/, { wait: LENGTH_WAIT }],
    ['school-styles', 'a school style that lasts the week', 'protective_style', /\bstyle\b/],
    ['fades-and-lineups', 'caring for a fade between cuts', null, /\b(?:fade|line[- ]?up|taper)\b/],
    ['edges-care', 'a rest for your edges', 'edges', /\b(?:edges|hairline)\b/, { wait: LENGTH_WAIT }],
  ]),
  ...items('care', [
    ['dermatologist-visit', 'seeing a dermatologist', 'scalp_itch_flakes'],
    ['hair-thinning-overview', 'having thinning hair looked at', 'shedding'],
    ['crown-thinning', 'having your crown looked at by a dermatologist', 'shedding'],
    ['traction-alopecia', 'having your hairline looked at by a dermatologist', 'edges'],
    ['sudden-bald-patches', 'having the patch looked at by a dermatologist', 'bald_patch', null, { wait: SOON_WAIT }],
    ['scarring-hair-loss', 'having your scalp looked at by a dermatologist', 'bald_patch', null, { wait: SOON_WAIT }],
    ['frontal-fibrosing-alopecia', 'having your hairline looked at by a dermatologist', 'shedding'],
    [
      'burning-pus-or-swelling',
      'having your scalp looked at',
      'skin_reaction',
      null,
      {
        wait: { days: 2, reason: 'Burning, pus and swelling are for a doctor within a day or two.' },
      },
    ],
    ['contact-dermatitis-from-hair-products', 'having the rash looked at', 'skin_reaction', null, { wait: SOON_WAIT }],
    ['psoriasis-and-eczema-look-alikes', 'having a doctor look at the flakes', 'scalp_itch_flakes'],
    [
      'ringworm-in-children',
      "having a doctor look at your child's scalp",
      'scalp_itch_flakes',
      null,
      { wait: SOON_WAIT },
    ],
    ['neck-bumps-keloidalis', 'having the bumps on your nape looked at', 'scalp_itch_flakes'],
    ['iron-and-ferritin', 'having your iron checked', 'shedding'],
    ['thyroid-and-hair', 'having your thyroid checked', 'shedding'],
    ['hormones-pcos-and-contraception', 'talking with a doctor about hormones', 'shedding'],
    [
      'illness-and-stress-shedding',
      'having the shedding checked if it goes on',
      'shedding',
      null,
      { wait: LENGTH_WAIT },
    ],
    ['male-pattern-hair-loss', 'seeing a dermatologist about your options', 'shedding'],
  ]),
];

/** Passages that explain, or are about what is too painful, too private or too far off to be asked after. */
export const informingPassages: readonly string[] = `
alopecia-areata-treatment biotin-and-supplements breakage-vs-shedding cationic-conditioners ceramides
child-who-dislikes-her-hair childrens-hair-by-age choosing-a-stylist choosing-products clean-and-natural-claims
clinic-hair-treatments curl-types density-and-strand-thickness diy-treatments formaldehyde-smoothing-treatments
going-natural-is-it-hard graying-hair hair-and-faith hair-and-work hair-during-medical-treatment hair-dye-and-cancer
hair-growth-myths hair-growth-rate hair-pulling hair-typing-limits head-lice loc-stages loc-take-down-and-shed-hair low-days
lupus-and-hair menopause-hair microneedling-the-scalp mineral-oil-and-petrolatum minoxidil-facts panthenol
parabens-and-preservatives patchy-beard porosity-basics porosity-myths postpartum-shedding ppd-and-black-henna pregnancy
preservative-allergy product-expiry product-in-eyes reading-ingredient-lists scalp-biology silicones sulfates
swallowed-product texturizers too-many-hair-vitamins weight-loss-medicines
`
  .trim()
  .split(/\s+/);
