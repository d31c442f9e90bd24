import type { SAFETY_NOTE_KINDS } from '@rapport/wire';
import { weighedNote } from './body-sign-wording.ts';
import { clean } from './text.ts';

/** What a reply has to note, as clients are told it. */
export type CareNote = (typeof SAFETY_NOTE_KINDS)[number];

/**
 * What kind of care a sign calls for. `poison`, `eye`, `skin` and `reaction` come before all advice; `loss` and `tension` shape
 * it; `carrying` (pregnancy, breastfeeding) and `treatment` have a professional asked first; the rest is noted and no more.
 */
export type CareKind = 'poison' | 'eye' | 'reaction' | 'skin' | 'loss' | 'tension' | 'treatment' | 'carrying' | 'note';

/** Something a message tells of a body, in a person's words. */
export interface BodySign {
  readonly id: string;
  readonly kind: CareKind;
  /** The notes that belong beside a reply to it, the weightiest first. */
  readonly notes: readonly CareNote[];
}

interface BodySignRule extends BodySign {
  /** Tried on cleaned text in lower case. Gaps have an end, so that a rule's time grows no faster than the text. */
  readonly says: RegExp;
  /** What shows that it is something else. */
  readonly unless?: RegExp;
}

const PRODUCT =
  '(?:shampoo|conditioner|oil|gel|relaxer|perm|dye|bleach|cream|mask|spray|leave[- ]?in|mousse|glue|serum|lotion|grease|butter|pomade|detangler|gumm(?:y|ies)|vitamins|stuff|product|bottle|it)';
const CHEMICAL = '(?:relaxer|perm|texturi[sz]er|dye|bleach|lye|chemicals?|keratin treatment|brazilian blowout|colou?r)';
const HOT =
  '(?:flat ?iron|straightener|hot comb|curling (?:iron|wand)|blow ?dr[yi]\\w*|hooded dryer|hot (?:oil|water|tool))';
const STYLE =
  '(?:braids?|braider|cornrows?|knotless|twists?|retwist\\w*|loctician|ponytail|bun|puff|sew[- ]?in|weave|wigs?(?: band)?|install|extensions|style|crochet|faux locs|locs?)';
const SCALP = '(?:scalp|crown|hairline|temples?|nape|head|skin|part(?:ing)?|edges|neck|forehead|spot|patch)';

const RULES: readonly BodySignRule[] = [
  {
    id: 'swallowed',
    kind: 'poison',
    notes: ['urgent_poison_control'],
    says: new RegExp(
      `\\b(?:swallow(?:ed|ing|s)?|drank|drunk|dr[iu]nk(?:ing|s)?|ate|eat(?:en|ing)|ingest\\w*|licked|(?:mouthful|gulp|sip)s? of|chew(?:ed|ing)(?: on)?)\\b[^.!?]{0,40}\\b${PRODUCT}\\b|\\b${PRODUCT}\\b[^.!?]{0,30}\\b(?:swallowed|in (?:his|her|their|the \\w+'?s?) mouth)\\b`,
    ),
    unless:
      /\b(?:hair|curls?|coils?|strands?|ends|scalp|lengths?|it|they|which|that) (?:just |really |always |\w+ly )?(?:drank|drinks?|drunk|ate|eats?)\b|\b(?:drank|drink(?:ing)?|ate|eat(?:ing)?) (?:more |enough |lots of |plenty of |less |a lot of )?(?:water|well|better|healthy|protein|foods?|iron|tea|coffee|juice|breakfast)\b|\bswallow(?:ed|ing)? (?:my|his|her) pride\b|\b(?:hard|tough) to swallow\b|\b(?:price|cost)\b[^.!?]{0,20}\bswallow\b|\b(?:what|would|is it|dangerous|bad) (?:\w+ ){0,3}if\b/,
  },
  {
    id: 'in-eye',
    kind: 'eye',
    notes: ['urgent_care'],
    says: /\b(?:in|into|inside) (?:my |his |her |their |the |one |both )?(?:\w+ )?eyes?\b(?! (?:of|colou?r|level))|\beyes? (?:is|are|keeps?|still|was|were)\b[^.!?]{0,30}\b(?:sting\w*|burn\w*|blurr\w*|red)\b/,
    unless:
      /\b(?:all fine|stung for a sec\w*|tear[- ]?free|tears of joy)\b|\b(?:keep|avoid|stop|without|getting|run(?:ning)? down|tears? in|hair (?:is |gets )?in|bangs|fringe|falls?|in the public eye)\b[^.!?]{0,30}\beyes?\b/,
  },
  {
    id: 'allergic-swelling',
    kind: 'reaction',
    notes: ['stop_use', 'urgent_care'],
    says: /\b(?:can'?t breathe|trouble breathing|throat (?:is |feels )?(?:clos|swell|tight)\w*|anaphyla\w+|(?:face|lips?|tongue|throat|eyelids?|eyes?)\b[^.!?]{0,20}\b(?:swell\w*|swollen|puff(?:y|ed)|ballooned)|(?:swollen|puffy) (?:face|lips?|tongue|throat|eyelids?|eyes?))\b/,
    unless: /\b(?:epi-?pen for|allerg\w+\b[\s\S]{0,200}\b(?:which|can i use|safe))\b/,
  },
  {
    id: 'burn',
    kind: 'skin',
    notes: ['stop_use', 'see_doctor'],
    says: new RegExp(
      `\\b(?:${CHEMICAL}|${HOT})\\b[^.!?]{0,80}\\b(?:burn(?:ed|t|s|ing)?|blister\\w*|bubbled|raw|scabs?|scabb\\w+|peel(?:ed|ing))\\b|\\b(?:burn(?:ed|t|ing)?|blister\\w*|raw)\\b[^.!?]{0,60}\\b(?:from|by|with|after)\\b[^.!?]{0,25}\\b(?:${CHEMICAL}|${HOT})\\b|\\bblisters?\\b(?! pack)|\\b(?:chemical|scalp) burns?\\b`,
    ),
    unless:
      /\bif it burns\b|\bsunburn\w*\b|\bburn(?:ed|t)? (?:hair|ends|curls|smell)|\b(?:smell\w*|ends|curls|hair) (?:is |are |got |was )?burn(?:ed|t)\b|\bburn(?:ing|t)? (?:hair|smell)\b/,
  },
  {
    id: 'reaction',
    kind: 'reaction',
    notes: ['stop_use', 'see_doctor'],
    says: /\b(?:hives|rash(?:es|y)?|welts?|broke(?:n)? (?:me |my \w+ )?out|breaking (?:me |my \w+ )?out|allergic reaction|having a reaction|red,? (?:and )?(?:itchy|sore|raw|hot|weeping)|swollen|weep(?:ing|y)|skin (?:is )?(?:peeling|raw)|(?:left|made|turned) (?:the |my )?skin (?:raw|red))\b/,
    unless:
      /\b(?:allergic|allergy|allergies|gives? me|react|i (?:get|come out in|break out in))\b[\s\S]{0,160}\b(?:which|what|can i|safe|okay|ok|fine|not use|avoid|do (?:you|any))\b|\b(?:never|no) (?:had |got )?(?:a )?(?:rash|reaction|hives)\b/,
  },
  {
    id: 'infection',
    kind: 'skin',
    notes: ['see_doctor', 'see_dermatologist'],
    says: /\b(?:pus|ooz(?:es|ing|ed|y)|infected|infection|crust(?:s|y|ed|ing)|weeping sore|open (?:sores?|cuts?|wounds?)|bleed(?:s|ing)|fever|swollen glands?|boils?|abscess|scal(?:y|ing) (?:round |ring )?(?:patch|ring|circle)\w*|round,? scaly|ringworm|tinea|folliculitis)\b/,
    unless:
      /\bno (?:pus|sores?|bleeding|fever)\b|\bcrust(?:y|ed)? (?:gel|product|build)|\b(?:gel|product|colou?r|dye|cast) (?:is |gets |was )?(?:crusty|bleed\w*)\b/,
  },
  {
    id: 'bald-patch',
    kind: 'skin',
    notes: ['see_dermatologist'],
    says: /\b(?:bald(?:ing)? (?:spots?|patch(?:es)?|circles?|area|ring)|bald\b[^.!?]{0,20}\b(?:spots?|patch(?:es)?|circles?)|(?:spots?|patch(?:es)?|circles?|area) (?:of |with |is |are |that is |that's )?(?:\w+ )?(?:no hair|bald|bare|smooth)|(?:smooth|round|circular|bare) (?:\w+ )?(?:patch(?:es)?|spots?|circles?)|no hair (?:at all|there|left)|alopecia areata)\b/,
    unless: /\bbald(?:ed)? (?:emergency|patched frizz)\b|\bbald patched\b/,
  },
  {
    id: 'sore-from-style',
    kind: 'tension',
    notes: ['loosen_style'],
    says: new RegExp(
      `\\b${STYLE}\\b[^.!?]{0,80}\\b(?:too tight|so tight|tight\\b|hurts?|hurting|sore|ach(?:e|es|ing)|throb\\w*|pull(?:s|ed|ing)?|painful|pain|bumps?|headaches?|can'?t (?:sleep|raise))|\\b(?:too tight|so tight|tight|hurts?|sore|pain|bumps?|headaches?|pulling)\\b[^.!?]{0,60}\\b${STYLE}\\b|\\bpulled (?:it |my hair |me )?(?:so|too|really) tight\\b`,
    ),
    unless:
      /\b(?:without (?:pulling|tension|pain)|not too tight|isn'?t tight|doesn'?t hurt|tight (?:coils?|curls?|budget|schedule)|pull(?:ed|ing|s)? (?:it |them )?(?:through|out|apart|back)|curls? (?:is|are) tight|comb hurts)\b/,
  },
  {
    id: 'no-rest-between-styles',
    kind: 'note',
    notes: ['loosen_style'],
    says: new RegExp(
      `\\b${STYLE}\\b[^.!?]{0,60}\\b(?:back[- ]to[- ]back|without a break|non-?stop|all year|no break)\\b|\\b(?:back[- ]to[- ]back|non-?stop)\\b[^.!?]{0,30}\\b${STYLE}\\b`,
    ),
  },
  {
    id: 'thinning-from-style',
    kind: 'tension',
    notes: ['loosen_style', 'see_dermatologist'],
    says: new RegExp(
      `\\b(?:thin\\w*|reced\\w*|gone|bald\\w*|disappear\\w*|broke off|breaking)\\b[^.!?]{0,60}\\b${STYLE}\\b|\\b${STYLE}\\b[^.!?]{0,60}\\b(?:thinn\\w+|looks? thin\\w*|getting thin|reced\\w*|bald\\w*)\\b`,
    ),
    unless:
      /\b(?:thin (?:braids?|twists?|locs?|ends|layer|coat|leave)|braid for a living|gone natural|took (?:out|down)|(?:braids?|twists?|style|it) (?:is|are|was|were|has|have) gone)\b/,
  },
  {
    id: 'sore-scalp',
    kind: 'skin',
    notes: ['see_dermatologist'],
    says: new RegExp(
      `\\b${SCALP}\\b[^.!?]{0,50}\\b(?:burn(?:s|ing|ed)?|tender|raw|throbs?|hurts? (?:when|to|all)|painful|inflamed|shiny)\\b|\\b(?:burning|tender|raw|painful|inflamed|sore|shiny)\\b[^.!?]{0,30}\\b${SCALP}\\b|\\bsores? on\\b|\\bpsoriasis\\b|\\beczema\\b|\\blupus\\b|\\bscarr(?:ing|ed) (?:alopecia|hair|scalp)\\b`,
    ),
    unless:
      /\b(?:tender[- ]?head\w*|tender loving|raw (?:shea|honey|oil|butter)|burn(?:ing|ed|t)? (?:through|out)|shiny (?:hair|curls|coils))\b/,
  },
  {
    id: 'bumps-at-neck',
    kind: 'note',
    notes: ['see_dermatologist'],
    says: /\b(?:razor bumps|bumps|keloid\w*)\b[^.!?]{0,50}\b(?:neck|nape|back of (?:my |his )?head)\b|\b(?:neck|nape)\b[^.!?]{0,50}\b(?:bumps|keloid\w*)\b/,
  },
  {
    id: 'thinning',
    kind: 'loss',
    notes: ['see_dermatologist'],
    says: /\b(?:(?:hair|it|she|he)(?:'s| is| has been| keeps)? (?:falling|coming|comes) out|com(?:es|ing) out in|(?:hand|fist)fuls?|los(?:e|ing|t) (?:so much |a lot of |all |my |half |most of )*(?:of )?(?:my |her |his )?(?:hair|edges|hairline)|hair ?loss|thinn(?:ing|ed)\b(?! (?:out )?(?:the )?(?:product|mask|leave|conditioner|shears))|(?:edges|temples?|hairline|crown|top|ponytail|part|density)\b[^.!?]{0,30}\b(?:thin(?:ner|ning)?|reced\w*|wid(?:er|ening|ens)|gone|sparse|never grew|half)|(?:thin(?:ning|ner)?|sparse|receding|bald(?:ing)?|wider) (?:at |on |in |around )?(?:the |my )?(?:edges|temples?|hairline|crown|top|part)|going bald|balding|shed(?:ding)?\b[^.!?]{0,40}\b(?:doubled|tripled|a day|so much|like crazy|(?:way |much )?more than|everywhere)|\d{2,} (?:strands|hairs) a day|shed(?:ding)? (?:count|rate)\b[^.!?]{0,30}\b(?:doubled|up|rose|higher|tripled)|shed(?:ding)? (?:has |is )?(?:way |so |much )(?:more|worse)|never grew back|won'?t grow back|alopecia|bring (?:it|them|my \w+) back|regrow\w*)\b/,
    unless:
      /\b(?:trapped|normal to shed|in plain english|science question|same as balding|with age anyway|totalis|under a consultant|why do (?:men|people|some)|bald emergency or normal|bald patched|thinn(?:ing|ed)? ends|thin at the ends|took (?:out|down) (?:my |the )?(?:locs|braids|twists)|hair (?:is )?(?:coming|falls?|falling) out of (?:the |my )?(?:bun|puff|ponytail|braids?|twists?)|trim(?:ming)?\b[^.!?]{0,20}\bgrow|braid for a living)\b/,
  },
  {
    id: 'crown-breakage',
    kind: 'note',
    notes: ['see_dermatologist'],
    says: /\b(?:break(?:age|s|ing)|broke(?:n)?|snap\w*)\b[^.!?]{0,30}\bcrown\b|\bcrown\b[^.!?]{0,30}\b(?:break(?:age|s|ing)|broke(?:n)?|snap\w*)\b/,
  },
  {
    id: 'greasy-flakes',
    kind: 'note',
    notes: ['see_dermatologist'],
    says: /\b(?:dandruff|flak(?:es|y|ing)|scales?)\b[^.!?]{0,80}[.!?]?[^.!?]{0,40}\b(?:yellow\w*|greasy|waxy|thick|bleed\w*|silvery)\b|\b(?:yellow\w*|greasy|thick|silvery) (?:\w+ )?(?:flakes|scales?|dandruff)\b/,
    unless: /\bgel|product|leave[- ]?in|build[- ]?up\b/,
  },
  {
    id: 'hormones-or-blood',
    kind: 'loss',
    notes: ['see_doctor'],
    says: /\b(?:ferritin|iron (?:is |was |level)|low iron|anemi\w*|anaemi\w*|thyroid|pcos|menopaus\w*|(?:my|the|changed|new|stopped|off) (?:\w+ )?(?:pill|birth control|contracepti\w+|iud|implant)|b12|vitamin d (?:is |was )?low)\b/,
    unless: /\bno (?:thyroid|pcos|iron)\b/,
  },
  {
    id: 'carrying',
    kind: 'carrying',
    notes: ['ask_doctor_pharmacist'],
    says: /\b(?:pregnan(?:t|cy)|trimester|\d{1,2} weeks along|expecting (?:a (?:baby|boy|girl)|twins|in \w+|my)|(?:found out|find out) (?:that )?(?:i'?m|we'?re) expecting|trying for a baby|trying to conceive|breast-?feed\w*|nursing (?:my|a|the|her|him)|while nursing|embarazad[oa])\b/,
    unless: /\b(?:after|since|post) (?:my |the |her )?pregnan\w*|\bnot pregnant\b|\bwas pregnant\b/,
  },
  {
    id: 'after-birth',
    kind: 'loss',
    notes: ['see_doctor_if_persists'],
    says: /\b(?:post-?partum|(?:after|since) (?:having|i had|giving birth|the birth|my (?:baby|son|daughter|pregnancy))|had (?:a|my) (?:baby|son|daughter))\b/,
  },
  {
    id: 'treatment',
    kind: 'treatment',
    notes: ['ask_doctor_pharmacist'],
    says: /\b(?:chemo\w*|radiation|radiotherapy|immunotherapy|(?:on|for|my) tamoxifen|transplant|dialysis|cancer treatment)\b/,
    unless:
      /\b(?:finished chemo|after chemo|done with chemo) (?:\w+ ){0,3}years? ago\b|\b(?:trial|stud(?:y|ies)|cause cancer|cancer risk)\b/,
  },
  {
    id: 'medicine',
    kind: 'note',
    notes: ['ask_doctor_pharmacist'],
    says: /\b(?:minoxidil|rogaine|warfarin|blood pressure (?:pills?|tablets?|meds)|anti-?depressants?|anti-?coagulants?|hydroxychloroquine|finasteride|spironolactone|accutane|isotretinoin|blood thinner\w*|methotrexate|steroid\w*|prescri\w+|my (?:medication|meds)|ozempic|wegovy|semaglutide)\b/,
    unless: /\b(?:trial|stud(?:y|ies)|evidence|research|compar\w+|versus|vs)\b/,
  },
  {
    id: 'mouth-on-product',
    kind: 'poison',
    notes: ['urgent_poison_control'],
    says: new RegExp(
      `\\b(?:suck(?:ed|ing)|swigg?(?:ed|ing)|gulp(?:ed|ing)|sipp(?:ed|ing)|mistook|lick(?:ed|ing))\\b[^.!?]{0,50}\\b(?:${PRODUCT}|tonic|remover|rinse|clarifying|stuff|edge)\\b|\\b(?:mistook|thinking it was|thought it was)\\b[^.!?]{0,40}\\b(?:squash|juice|milk|water|medicine|yogh?urt|sweets?|a drink)\\b|\\bfoam\\w*\\b[^.!?]{0,20}\\bmouth\\b|\\bfound the\\b[^.!?]{0,30}\\bbottle\\b[\\s\\S]{0,80}\\b(?:drowsy|sleepy|smells? of it|round (?:his|her) mouth)\\b`,
    ),
    unless:
      /\b(?:hair|curls?|coils?|strands?|ends|it|they) (?:just |really )?(?:suck(?:ed|s)?|gulp(?:ed|s)?) (?:it |that |the \w+ )?(?:up|in)\b/,
  },
  {
    id: 'splashed-in-eye',
    kind: 'eye',
    notes: ['urgent_care', 'urgent_poison_control'],
    says: /\b(?:splash\w*|squirt\w*|spray\w*|blew up|flew|shot|dripp\w*|got)\b[^.!?]{0,40}\b(?:eyes?|in (?:my|his|her) face)\b|\beyes?\b[^.!?]{0,25}\b(?:streaming|cloudy|won'?t open|can'?t see)\b|\b(?:can'?t|cannot) see (?:properly|the phone|anything)\b/,
    unless:
      /\b(?:all fine|stung for a sec\w*|tear[- ]?free|tears of joy|keep|avoid|without|caught my eye|got an eye|eye for)\b/,
  },
  {
    id: 'bare-shape',
    kind: 'skin',
    notes: ['see_dermatologist'],
    says: /\b(?:bare|bald|hairless|smooth|shiny|pale)(?: \w+)? (?:dots?|ovals?|rings?|circles?|gaps?|strips?|hole|egg)\b|\bholes? in (?:my|his|her) (?:hair|head)\b|\bpatch(?:es)? (?:like|the (?:size|shape)|came back|(?:is|are|has|keeps?) (?:back|growing|spreading|bigger))\b|\bpatch on (?:my|his|her|the) (?:crown|head|scalp)\b|\b(?:crown|scalp) is smooth\b|\b(?:eyelashes|eyebrows) (?:fell|are falling|falling) out\b|\bareata\b/,
    unless: /\b(?:smooth(?:ed)? (?:gap|strip) of|bald cap)\b/,
  },
  {
    id: 'hairline-going',
    kind: 'tension',
    notes: ['loosen_style', 'see_dermatologist'],
    says: /\b(?:hair ?line|temples?|sides|baby hairs?|edges|(?:hair )?around my face|parting)\b[^.!?]{0,40}\b(?:creep\w* back|(?:have|has|are|is|'?re|'?s) (?:all )?(?:gone|going|sparse|bare|vanish\w*|fluff\w*)|going bare|getting sparse|(?:a|is a) motorway|gone to fluff|fluffy|reced\w*)\b|\b(?:daylight|see (?:the )?skin|no baby hairs?(?: left)?)\b[^.!?]{0,30}(?:\b(?:at|through|on|left)\b|$)|\bbald strip\b|\bno baby hair\b/,
    unless: /\bgoing (?:well|great|fine|good|strong)\b/,
  },
  {
    id: 'style-too-much',
    kind: 'tension',
    notes: ['loosen_style'],
    says: new RegExp(
      `\\b(?:${STYLE}|bunches|plaits?|pigtails|bobbles|band|elastic|undercap|hijab|cap|petals?|beads|micros|ponies|updo|scarf)\\b[^.!?]{0,70}\\b(?:tight(?:er|est)?|snug|so heavy|groove|ears? ring|pulse|tilts? (?:his|her|my) head|eyebrows lift|drawn up|popped|white between|raised|roots are pulling|pimples|no gap|one night|weeks? at a stretch|for the whole|push it)\\b|\\b(?:scalp|roots?|hairline)(?:'s| is| are)? (?:so tight|drawn up|white between|pulling|stretched)\\b|\\bsleek (?:ponies|pony|buns?)\\b[^.!?]{0,40}\\b(?:a week|every day|daily|to \\d)\\b|\\b(?:hairline|roots?)\\b[^.!?]{0,40}\\bpimples\\b|\\bpimples\\b[^.!?]{0,30}\\bhairline\\b`,
    ),
    unless: /\b(?:not too tight|isn'?t tight|tight (?:coils?|curls?|budget|schedule)|head ?band|rubber band)\b/,
  },
  {
    id: 'skin-on-fire',
    kind: 'reaction',
    notes: ['stop_use', 'see_doctor'],
    says: /\b(?:lips?|tongue|scalp|face|forehead|ears?|throat)\b[^.!?]{0,30}\b(?:tingl\w*|on fire|balloon\w*|puffed up|puffy|slits|weep(?:s|ing)?|like sunburn|stinging (?:so|really) bad\w*)\b|\b(?:wheez(?:e|ing)|feels? like (?:someone|somebody) lit me|(?:fluid|liquid) where i scratched)\b|\bswelling (?:behind|on|around|of) (?:both |my |the |his |her )*(?:ears?|neck|face|eyes?|scalp)\b/,
    unless: /\b(?:minty|peppermint) tingl\w*\b|\btingl\w* (?:feels|is) (?:nice|good|normal)\b/,
  },
  {
    id: 'scabs-or-lump',
    kind: 'skin',
    notes: ['see_doctor', 'see_dermatologist'],
    says: /\b(?:yellow crust|crust on (?:his|her|my|the) scalp|hot lump|leaking (?:green|yellow|pus|fluid)|(?:gets|still gets|got|with|leaves?|last \w+ times?) scabs|scabs after|ring with scales|shingles|bit red underneath|skin'?s (?:white|blistered)|wool scarf[^.!?]*sore|bald dots)\b/,
  },
  {
    id: 'loss-told-otherwise',
    kind: 'loss',
    notes: ['see_dermatologist'],
    says: /\b(?:in the (?:plughole|drain|shower)\b[^.!?]{0,20}\b(?:each|every|lots|loads|clumps)|(?:loads|lots|clumps) (?:of hair )?in the (?:plughole|drain)|hair never stopped (?:falling|shedding)|density\b[^.!?]{0,40}\b(?:dropped|fell|down|lower)|(?:hasn'?t|has not|never|not) (?:come|came|grown|grew) back\b|short,? snapped (?:hairs?|bits)|(?:make|makes|making) (?:my )?hair thin|(?:breaking|coming|falling) off since (?:my|i)\b)/,
    unless: /\b(?:length|it'?ll|it will) (?:come|grow) back\b/,
  },
  {
    id: 'told-of-a-client',
    kind: 'note',
    notes: ['see_dermatologist'],
    says: /\b(?:word the referral|refer (?:my |a |the )?(?:clients?|her|him|them)|red flags?|spot (?:scalp disease|a patch)|must go to a doctor|client(?:'s)?\b[^.!?]{0,40}\b(?:hairline is reced\w*|bald|patch|follicle))\b/,
  },
  {
    id: 'infant',
    kind: 'note',
    notes: ['see_doctor'],
    says: /\b(?:new ?borns?|(?:\d{1,2}|two|three|four|five|six|seven|eight)[- ](?:weeks?|months?)[- ]old|baby is (?:\w+ )?(?:weeks|months))\b[^.!?]{0,80}\b(?:oil|rub|scalp|shampoo|product|elixir|grease)\b/,
  },
  {
    id: 'tragado',
    kind: 'poison',
    notes: ['urgent_poison_control'],
    says: /(?:bebi[óo]|bebido|trag[óo]|tragado|comi[óo]|comido|ingiri[óo])[^.!?]{0,60}(?:champ[uú]|acondicionador|alisador|alisante|tinte|aceite|crema|gel|producto)/,
  },
  {
    id: 'arde',
    kind: 'skin',
    notes: ['stop_use', 'see_doctor'],
    says: /(?:quema|arde|ardor|ampollas?|pus|hinchad[oa]s?)[^.!?]{0,60}(?:cuero cabelludo|cabeza|cara|ojos?|labios|piel)|(?:cuero cabelludo|cabeza|cara|ojos?|labios|piel)[^.!?]{0,60}(?:quema|arde|ampollas?|pus|hinchad[oa]s?)/,
  },
  {
    id: 'calva',
    kind: 'skin',
    notes: ['see_dermatologist'],
    says: /(?:calvas?|c[íi]rculo|parche|zona)[^.!?]{0,30}(?:sin (?:pelo|cabello)|calv[oa]s?|lis[oa])|se me cae (?:mucho )?el (?:pelo|cabello)|(?:pelo|cabello) a (?:pu[ñn]ados|mechones)/,
  },
  {
    id: 'colouring',
    kind: 'note',
    notes: ['patch_test'],
    says: /\b(?:(?:can|could|should|may|how (?:do|can)|want to|wanna|going to|gonna|thinking (?:of|about)|planning to|about to|tonight|first time|okay to|ok to|safe to|time to)\b[^.!?]{0,50}\b(?:dye|dyeing|colou?r(?:ing)?|bleach(?:ing)?|highlights?|henna|tint|balayage|lace glue|bonding glue)|(?:henna|dye|bleach|colou?r) (?:over|on top of|at home)|(?:go|going|gone) (?:\w+ )?(?:ginger|pink|copper|blonde?|red|purple|teal|blue|brunette)\b|semi[- ]?permanent|(?:new|another|different) (?:brand|line) of (?:toner|developer|dye|colou?r)|(?:same|usual) dye\b|changed the formula|level brighter|lifted twice|(?:do|how to do) a patch test|dye boxes|(?:henna|box dye|dyeing it)\b[^.!?]{0,30}(?:\?|yes or no|good idea|safe))\b/,
    unless:
      /\b(?:cause cancer|research|stud(?:y|ies)|colou?r[- ]safe|what colou?r|gr[ae]y hair early|bonnet|out of my|remove)\b/,
  },
  {
    id: 'allergy-asked',
    kind: 'note',
    notes: ['avoid_allergen'],
    says: /\b(?:allerg(?:ic|y|ies)|react(?:s|ed)? (?:badly )?to|intoleran\w+|(?<!protein )sensitive to|contact dermatitis|epi-?pen|swell(?:s)? up (?:with|from)|tested positive for|makes? (?:my|his|her) throat close|(?:gives?|gave) me (?:hives|a rash)|(?:hives|rash) from)\b(?=[\s\S]{0,300}(?:\?|\b(?:which|what|can|is|are|safe|avoid|not use|okay|ok|fine)\b))|\b(?:which|what|can|is|are|does|safe|okay)\b[^.!?]{0,60}\b(?:allerg(?:ic|y|ies)|react to|intoleran\w+)\b/,
  },
  {
    id: 'itch-or-flakes',
    kind: 'note',
    notes: ['see_doctor_if_persists'],
    says: /\b(?:itch(?:y|es|ing)?|dandruff|scalp (?:is |gets )?flak\w+|flak(?:es|ing)\b(?=[^.!?]{0,60}\b(?:scalp|dandruff|head)\b))\b/,
    unless:
      /\b(?:itching to|nothing itchy|no itch\w*|(?:doesn'?t|does not|isn'?t) itch\w*|does itchy mean|no marks|(?:gel|product|leave[- ]?in|cream|mousse)\b[^.!?]{0,60}\bflak\w+|flak\w+\b[^.!?]{0,60}\b(?:gel|product|leave[- ]?in))\b/,
  },
];

/** Words of swallowing that are a way of speaking ("my hair drank it up"), and nothing that tells of a body. */
export function speaksOfSwallowingOnly(message: string): boolean {
  const text = clean(message).toLowerCase();
  const rule = RULES.find(({ id }) => id === 'swallowed');
  return (
    rule?.unless?.test(text) === true &&
    !/\b(?:what|is it|would|dangerous|bad) (?:\w+ ){0,3}if\b|\bpoison\w*\b/.test(text)
  );
}

/** What a note that was only weighed is taken for: it stands beside the reply, and only an emergency or a reaction shapes it. */
const KIND_OF: Readonly<Partial<Record<CareNote, CareKind>>> = {
  see_dermatologist: 'note',
  see_doctor: 'note',
  loosen_style: 'note',
  stop_use: 'reaction',
  urgent_poison_control: 'poison',
  urgent_care: 'eye',
  patch_test: 'note',
  avoid_allergen: 'note',
};

/** Introduces somebody, and tells no more: what was learnt of products that are new to a skin is not meant. */
const IS_NEW =
  /^(?:(?:hi|hey|hello|so|well)\b[\s,.!]*)?(?:i(?:['’]?m| am)|we(?:['’]re| are)|my \w+(?: is|['’]s)|(?:she|he)(?:['’]s| is)) (?:\w+ ){0,2}new (?:here|to (?:(?:all )?this|(?:the |my |her |his )?(?:\w+ ){0,2}(?:hair|curls|locs|braids))(?: care)?)[\s.!]*$/i;

/** What a message tells of a body, the weightiest first: in its words, else by what it reads like. Pure; any text. */
export function bodySignsIn(message: string): readonly BodySign[] {
  const text = clean(message).toLowerCase();
  const told = RULES.filter(({ says, unless }) => says.test(text) && unless?.test(text) !== true);
  if (told.some(({ kind }) => kind !== 'note') || RULED_OUT.some((what) => what.test(text))) return told;
  const note = IS_NEW.test(message.trim()) ? null : weighedNote(message);
  const kind = note === null ? undefined : KIND_OF[note];
  return note === null || kind === undefined || told.some(({ notes }) => notes.includes(note))
    ? told
    : [{ id: `weighed-${note}`, kind, notes: [note] }, ...told];
}

/** What looks like a sign and was ruled out by a rule's exception is not weighed either. */
const RULED_OUT = RULES.flatMap(({ unless }) => unless ?? []);
