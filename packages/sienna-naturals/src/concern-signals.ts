import type { ConcernsInput } from '@rapport/core/assistants/concerns-definition.ts';

/**
 * What people say when they come about one concern or another. Patterns and weights read as those of the journey do; what
 * people plainly came for ("bald spot", "locs") outweighs what is only mentioned.
 */
export const concernSignals: ConcernsInput['signals'] = [
  {
    id: 'bald-patch',
    pattern:
      /\b(bald|bare|smooth|round|shiny|coin sized) (\w+ )?(spots?|patch(es)?|circles?|area)\b|\bno pores\b|\balopecia areata\b/,
    weights: { bald_patch: 5 },
  },
  {
    id: 'swallowed-or-in-eye',
    pattern:
      /\b(swallow\w*|drank|drunk|drink\w*|licked|sucked|ate|chewed|mouthful|put her mouth|in(to)? (his|her|my|their) eyes?)\b/,
    weights: { other: 4 },
  },
  {
    id: 'locs',
    pattern: /\b(locs?|dreads?|dreadlocks|sister ?locks|retwist\w*|loctician)\b/,
    weights: { locs: 4 },
  },
  {
    id: 'hygral-fatigue',
    pattern:
      /\b(hygral|mushy|gummy|like wet tissue|chewing gum|over ?moisturi[sz]\w*|limp and stretch\w*|overnight (mask|conditioner|deep)|deep condition\w* overnight)\b/,
    weights: { hygral_fatigue: 4 },
  },
  {
    id: 'protein',
    pattern:
      /\b(protein|keratin treatment|aphogee|bond builder|rice water|gelatin|hydroly[sz]ed|egg mask|elasticity|stiff|like straw)\b/,
    weights: { protein_balance: 3 },
  },
  {
    id: 'porosity-and-type',
    pattern:
      /\b(porosity|porous|float test|hair types?|curl (pattern|type|chart)|typing chart|what (number|type)|(2|3|4)[abc] (or|and) (2|3|4)[abc]|am i (2|3|4)[abc]|water (just )?beads)\b/,
    weights: { typing_porosity: 3 },
  },
  {
    id: 'allergy',
    pattern:
      /\b(allerg\w*|reaction|rash(es)?|hives|welts?|swollen|swelling|puffy|broke (me )?out|sensitive to|contact dermatitis|stings?|burning|patch test\w*)\b/,
    weights: { allergy_sensitivity: 3 },
  },
  {
    id: 'itch-and-flakes',
    pattern:
      /\b(itch\w*|flak(e|es|y|ing)|dandruff|seborrh\w*|psoriasis|scal(e|es|y)\b|greasy scalp|scalp (is|feels|gets|itch\w*|smell\w*)|build ?up on my scalp)/,
    weights: { scalp_itch_flakes: 3 },
  },
  {
    id: 'edges',
    pattern:
      /\b(edges?|hair ?line|temples?|baby hairs|traction|lace|glue line|wig (band|grip)|sleek bun|front (is|looks) thin\w*)\b/,
    weights: { edges_traction: 3.5 },
  },
  {
    id: 'shedding',
    pattern:
      /\b(shed\w*|hair loss|losing hair|hair fall\w*|falling out|coming out in|thinn(ing|er|ed)|postpartum|ponytail (is|feels|was|looks)( \w+)? (half|thin\w*)|see(ing)? (my|more) scalp|parting? (is|gets|keeps)? ?(getting )?wid\w*|density)\b/,
    weights: { shedding_loss: 3 },
  },
  {
    id: 'breakage',
    pattern: /\b(break(s|ing|age)?|broke(n)? off|snap(s|ped|ping)?|split ends?|short(er)? (pieces|hairs))\b/,
    weights: { breakage: 3 },
  },
  {
    id: 'detangling',
    pattern:
      /\b(detangl\w*|tangl\w*|knots?\b|matted|matting|combing|get a comb|slip\b|brush (it|her|my)|single strand)/,
    weights: { detangling: 3 },
  },
  {
    id: 'growth',
    pattern:
      /\b(grow(th|s|ing)? (faster|longer|it|my|out)?|length|retain\w*|retention|inch(es)? a month|bra strap|waist|apl|bsl|mid back|hip length|trim(s|med|ming)?|dust(ing|ed)?|collarbone|plateau\w*|biotin)\b/,
    weights: { growth_length: 2.5 },
  },
  {
    id: 'heat',
    pattern:
      /\b(flat iron\w*|silk press|blow ?(dr\w*|out)s?|heat (damage|train\w*|setting|protect\w*|styl\w*)|hot comb|straighten(ed|ing|er)?|diffus\w+|pressed)\b/,
    weights: { heat_damage: 2.5 },
  },
  {
    id: 'chemicals',
    pattern:
      /\b(relax(er|ers|ed|ing)?|perm(s|ed|ing)?\b|texturi[sz]\w*|texlax\w*|bleach\w*|dye(d|ing)?|colou?r(ed|ing)?|henna|highlights|box (dye|color)|creamy crack|chemical\w*|brazilian)/,
    weights: { color_chemical: 2.5 },
  },
  {
    id: 'styles-that-stay-in',
    pattern:
      /\b(protective styl\w*|braids?\b|braider|cornrows?|knotless|box braids|mini twists|twists? in|weave|sew ?-?ins?|wigs?\b|crochet|faux locs|ponytail count|beads)/,
    weights: { protective_style: 2.5 },
  },
  {
    id: 'definition',
    pattern:
      /\b(defin\w*|frizz\w*|twist ?-?outs?|braid ?-?outs?|wash (n|and) go\w*|clump\w*|curls? (fall|drop|fell|dropped)|cast|crunch\w*|gel\b|mousse|custard|finger coils?|shingl\w*|bantu|perm rods|flexi|roller set|shrink\w*|volume|lift at the roots|stringy|halo|film formers?|hold\b)/,
    weights: { definition_frizz: 2.5 },
  },
  {
    id: 'dryness',
    pattern:
      /\b(dry(ness)?\b|parched|moistur\w*|brittle|seal(s|ed|ing|ant)?\b|loc or lco|lco|hydrat\w*|desert|crispy|thirsty|humectants?|glycerin)/,
    weights: { dryness: 2.5 },
  },
  {
    id: 'brand-and-products',
    pattern:
      /\b(your (\w+ )?(products?|brand|line|stuff|things|shampoo|conditioner|mask|leave|site)|do you (sell|have|ship|carry|guys)|are you (vegan|black)|cruelty|ingredients?|parabens?|silicones?|sulfates?|preservatives?|ph\b|formula\w*|expir\w*|shelf life|refill|restock\w*|bundle|subscri\w*|order|in stock|ship|discount|price|return(s| policy)?|dew magic|plant power|h\.?a\.?p\.?i|bottle|jar|tub|store (my|it)|sample|samples?|percent)\b/,
    weights: { product_info: 2.5 },
  },
  {
    id: 'routine',
    pattern:
      /\b(routine|regimen|schedule|how often|wash day|wash(ing)? my hair|where (do|does|should) (i|one|a person|people)( even)? (start|begin)|what now|now what|what next|first (step|time)|starter|pack\b|trip|travel\w*|camping|carry ?-?on|time|minutes|hours|swim\w*|winter|summer|night|sleep|bonnet|satin|big chop\w*|chopped|going natural|co ?-?wash\w*|shampoo\w*)\b/,
    weights: { routine: 1.5 },
  },
];
