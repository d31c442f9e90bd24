import { BODY, gap, MYSELF, PILLS, type RiskRule, rx, SELF_INJURY } from './risk-fragments.ts';

/** Harm to one's own body: self-harm, an overdose or a poison taken, an eating disorder with signs of danger. */
export const BODY_RULES: readonly RiskRule[] = [
  // Self-harm.
  {
    name: 'self-harm',
    level: 'crisis',
    kind: 'self-harm',
    pattern: rx(
      `\\b(?:i|ive|im|id|been|keep|started|want|wanna|going|gonna|need|about|again|just|to|urge|urges|by)${gap(5)} ${SELF_INJURY} (?:${MYSELF}|(?:up |into )?(?:my|at my) (?:own )?${BODY})\\b(?! (?:at|playing|lifting|falling|fell|running|training|in the (?:gym|garden|kitchen)|while|when i fell|skiing|again at|badly at|doing))`,
    ),
    without:
      /\b(?:accident\w*|by mistake|cook\w*|oven|stove|sunburn\w*|sun burn\w*|tattoo\w*|waxing|wax|mosquito\w*|eczema|itch\w*|rash|gym|workout|squat\w*|physio\w*|football|soccer|bike|climbing|hot (?:pan|water|sauce|coffee|tea)|beach|sunscreen|cat scratched|curling|straightener|paper cut|dont want to hurt)\b/,
  },
  {
    name: 'self-harm',
    level: 'crisis',
    kind: 'self-harm',
    pattern: rx(
      `\\b${SELF_INJURY} ${MYSELF} (?:on purpose|deliberately|intentionally|to (?:feel|cope|punish|calm|numb)|tonight|last night|when(?:ever)? i)\\b`,
    ),
  },
  {
    name: 'self-harm',
    level: 'crisis',
    kind: 'self-harm',
    pattern:
      /\burges?(?: \S+){0,2} to (?:cut|self[ -]?harm|hurt myself|burn myself|relapse)\b(?! (?:my hair|someone|him|her|them|it off|bangs))|\bi(?:ve)?(?: just| have| did| started| also| kinda)? (?:cut|cutting|been cutting) (?:again|last night|tonight|today|yesterday|deep|deeper|too deep|every (?:day|night|time)|so deep|this (?:morning|week)|when(?:ever)? (?:i|it)|to (?:feel|cope)|for the first time|because (?:i|it|its))\b|\b(?:relaps\w+|slipp\w+|went back|started|back)(?: \S+){0,4} (?:cutting|self ?-?harm\w*|burning myself|sh)\b(?! (?:carbs|sugar))|\b(?:im|ive been|been|i)(?: \S+){0,2} self[ -]?harm(?:ing|ed)?\b|\bself[ -]?harm(?:ing|ed)? (?:again|tonight|last night|is the only|helps|to cope)\b|\b(?:urges?|want|need|tempted)(?: \S+){0,3} (?:to )?(?:cut|self[ -]?harm|hurt myself|burn myself|relapse)(?: (?:again|tonight|so bad|rn|now|right now|deep))?$/,
  },
  {
    name: 'self-harm',
    level: 'crisis',
    kind: 'self-harm',
    pattern:
      /\b(?:fresh|new|more) (?:cuts|burns|wounds)\b(?: \S+){0,3} (?:on|all|up|down|my)?|\b(?:arms?|wrists?|legs|thighs|stomach)(?: \S+){0,3} (?:covered|full|lined|ruined)(?: \S+){0,2} (?:cuts|scars|burns|blood)\b|\b(?:so|and|then|until|because|when|if) i (?:just )?cut(?: \S+)?$|\bi cut (?:to (?:feel|cope)|because|when i|so i|myself|until)\b|\b(?:cant|couldnt) (?:seem to )?stop (?:cutting|burning|hurting|hitting|scratching|biting)(?: myself)?$|\b(?:bang\w*|hit\w*|smash\w*|slam\w*|punch\w*) (?:my (?:own )?(?:head|face)|myself)(?: \S+){0,3} (?:wall|until|floor|on purpose|again|door|because)\b|\b(?:punching|hitting|biting|clawing)(?: \S+){0,2} (?:and )?myself\b/,
    without:
      /\b(?:accident\w*|onions?|cook\w*|paper|shav\w+|cat scratched|garden\w*|steaks?|of (?:meat|beef)|tripped|slipped|ikea|low beam|cabinet|class short|bangs|hair)\b/,
  },
  {
    name: 'self-harm-bleeding',
    level: 'crisis',
    kind: 'self-harm',
    softens: false,
    pattern:
      /\b(?:cuts?|wrists?|arms?)(?: \S+){0,5} (?:(?:too|so|really|very|pretty) deep|deep|wont stop bleeding|keeps? bleeding|bleeding (?:a lot|through|everywhere|badly))\b|\bwont stop bleeding\b/,
    without:
      /\b(?:nose|nosebleed|onions?|chef|kitchen|cook\w*|shav\w+|razor burn|gums|dog|cat|son|daughter|toddler|kid|fell|glass|knife slipped|haircut|budget|tax|accident\w*|stitches from)\b/,
  },
  {
    name: 'self-harm',
    level: 'crisis',
    kind: 'self-harm',
    pattern: rx(
      `(?:^|\\b(?:and|then|just|snapped|broke)(?: \\S+)? )(?:cut|cutting|burned|burnt|sliced|slashed|scratched|carved)(?: up| open| into)? my ${BODY}\\b`,
    ),
    without: /\b(?:cook\w*|kitchen|shav\w+|garden\w*|bike|fell|accident\w*|oven|sunburn\w*|work out)\b/,
  },
  {
    name: 'blade-at-hand',
    level: 'crisis',
    kind: 'self-harm',
    softens: false,
    pattern:
      /\b(?:blades?|razors?|razor blades?|scalpel|box cutter|glass|lighter|knife)(?: \S+){0,3} (?:and (?:im|my|i)|to|in|on|against|under|next to|to|beside|at|and) ?(?:my|me|im|i|shaking|hands)\b/,
    with: /\b(?:cut\w*|clean (?:from|for|off)|self[ -]?harm|urge\w*|relaps\w+|cant stop|wrist|bleed\w*|skin|arm|shaking|hurt|tempted|scars?|alone|help|used it|use it|need it)\b/,
    without: /\b(?:cook\w*|shav\w+|chop\w*|onion\w*|legs smooth|craft\w*)\b/,
  },

  // Taken already.
  {
    name: 'overdose-taken',
    level: 'crisis',
    kind: 'overdose',
    softens: false,
    pattern: rx(
      `(?:^|\\b(?:i|ive|weve|just|and|she|he|they|friend|sister|brother|mom|mum|dad|son|daughter|wife|husband|kid|baby|toddler|child|roommate|girlfriend|boyfriend)${gap(3)} )(?:took|taken|take|swallowed|downed|ate|popped|had|drank|drunk|ingested|injected|necked)${gap(4)} (?:all|whole|entire|full|bottles?|box|boxes|pack|packs|packet|bunch|handfuls?|too many|too much|\\d{2,}|ten|twelve|fifteen|twenty|thirty|forty|fifty|dozens?|rest of|lots of|loads of|every|extra|double)${gap(5)} (?:${PILLS})\\b`,
    ),
    without:
      /\b(?:course|as (?:directed|prescribed)|vitamins?|finished my last|gummies|probiotic\w*|for the week|this month|years ago|melatonin gummies|over the (?:last|past)|in total|each day|a day|per day|daily dose|antibiotics?)\b/,
  },
  {
    name: 'overdose-taken',
    level: 'crisis',
    kind: 'overdose',
    softens: false,
    pattern: rx(
      `\\b(?:took|taken|swallowed|downed|drank) (?:them all|all of (?:them|it|my|the|these|those)|the (?:whole|entire) (?:bottle|box|pack|thing|lot)|too many|everything (?:in|from) the)\\b`,
    ),
    with: rx(`\\b(?:${PILLS}|cabinet|bottle|overdose|dizzy|sleepy|feel (?:weird|sick|strange|sleepy|funny))\\b`),
    without: /\b(?:course|as (?:directed|prescribed)|vitamins?|wine|beer|water|photos|notes|milk|antibiotics?)\b/,
  },
  {
    name: 'overdose-mixed',
    level: 'crisis',
    kind: 'overdose',
    softens: false,
    pattern: rx(
      `\\b(?:drunk|drank|vodka|whisk\\w+|wine|alcohol|drinking|booze|gin|rum|tequila|bottle)${gap(8)} (?:and|with|on top of|plus|then)${gap(5)} (?:${PILLS})\\b|\\b${PILLS}${gap(6)} (?:and|with|on top of|plus|then)${gap(5)} (?:vodka|whisk\\w+|alcohol|booze|gin|rum|tequila)\\b`,
    ),
    with: /\b(?:i|ive|my|feel|mixed|took)\b/,
    without:
      /\b(?:can i|is it (?:ok|safe|okay)|should i|should you|safe to|allowed|before i (?:take|start)|interact\w*|doctor said|pharmacist|headache|hangover)\b/,
  },
  {
    name: 'overdose-signs',
    level: 'crisis',
    kind: 'overdose',
    softens: false,
    pattern: rx(
      `\\b(?:sleepy|dizzy|weird|drowsy|funny|fuzzy|strange|faint|shaky|woozy|heavy|slow)${gap(4)} (?:after|from|since)${gap(4)} (?:all|those|these|so many|that many|too many)${gap(2)} (?:${PILLS})\\b`,
    ),
    without: /\b(?:doctor|prescribed|allergy|antihistamine\w*|years ago|surgery|dentist)\b/,
  },
  {
    name: 'overdose-signs',
    level: 'crisis',
    kind: 'overdose',
    softens: false,
    pattern:
      /\b(?:inject\w*|shot up|snorted|smoked|took|taken|drank|drunk|used)(?: \S+){0,5} (?:more than|too much|a lot|double|everything|way more|so much)\b/,
    with: /\b(?:lips (?:are|look|turned|turning)? ?(?:blue|purple)|cant (?:feel|breathe|move|stay awake|stop (?:shaking|vomiting))|turning blue|chest (?:hurts|pain|tight)|passing out|seeing double|heart (?:is )?(?:racing|slow|stopping|pounding)|overdos\w+|numb all over)\b/,
    without: /\b(?:coffee|caffeine|pizza|dinner|run|workout|sushi|espresso)\b/,
  },
  {
    name: 'poison-taken',
    level: 'crisis',
    kind: 'overdose',
    softens: false,
    pattern:
      /(?:^|\b(?:i|ive|just|and|she|he|son|daughter|baby|toddler|kid|friend|brother|sister|mom|mum|dad)(?: \S+){0,3} )(?:drank|drunk|swallowed|ate|ingested)(?: \S+){0,3} (?:bleach|antifreeze|rat poison|poison|weed ?killer|detergent|drain cleaner|disinfectant|pesticide|batteries|button battery|hand sanitizer)\b/,
  },
  {
    name: 'overdose-taken',
    level: 'crisis',
    kind: 'overdose',
    softens: false,
    pattern:
      /\b(?:i|ive|just|think i|she|he|friend|sister|brother|mom|mum|dad|son|daughter|roommate)(?: \S+){0,2} (?:overdosed|oded|od on|overdosing|taken an overdose|took an overdose)\b/,
  },

  // Eating disorder with signs of bodily danger.
  {
    name: 'purging-with-danger',
    level: 'crisis',
    kind: 'eating-disorder',
    softens: false,
    pattern:
      /\b(?:throw\w*|threw|thrown|make myself|making myself|made myself|puk\w+|vomit\w*|purg\w+|binge\w*|laxatives?|starv\w+|not eat\w*|stopped eating|wont eat|refuse to eat|cant eat|cant make myself eat|havent eaten|havent ate|dont eat|barely eat\w*|(?:only|just) (?:had|having|drinking|drank) (?:water|coffee|black coffee|diet coke|ice|tea)|not had food|fasting|fasted|(?:been on|day \d+ of|into|long|water|dry) (?:a |my |this |the )?fast|anorexi\w+|bulimi\w+|eating disorder|restrict\w*)\b/,
    with: /\b(?:(?:throw\w*|threw|vomit\w*|cough\w*|puk\w+|was|there was|theres|with|of) (?:up )?(?:some |fresh |bright )?blood|(?:throat|mouth|gums|nose)(?: \S+){0,2} (?:bleed\w*|bloody)|bleeding|faint\w*|pass(?:ed|ing)? out|black(?:ed|ing)? out|collaps\w+|chest (?:pain\w*|hurts?|is tight)|heart (?:is |keeps |feels |was )?(?:skipp\w+|flutter\w*|pound\w+|weird|stopp\w+|racing|palpitat\w+)|cant (?:stand|get) up|cant feel my|hair is falling)\b/,
    without:
      /\b(?:food poisoning|stomach bug|norovirus|flu|morning sickness|pregnan\w+|hangover|hungover|ramadan|lent|yom kippur|drunk|vodka|tequila)\b/,
  },
  {
    name: 'dangerous-weight',
    level: 'crisis',
    kind: 'eating-disorder',
    softens: false,
    pattern:
      /\bi(?:m| weigh| am)(?: \S+){0,3} (?:(?:2|3)\d|4[0-2]) ?(?:kg|kgs|kilos?|kilograms)\b|\bi(?:m| weigh| am)(?: \S+){0,3} [678]\d ?(?:lbs?|pounds)\b/,
    without: /\b(?:dog|deadlift\w*|bench|squat\w*|suitcase|luggage|lifting|dumbbells?|lost|carried|curl\w*)\b/,
  },
  {
    name: 'starvation',
    level: 'crisis',
    kind: 'eating-disorder',
    softens: false,
    pattern:
      /\b(?:havent|have not|not|hasnt)(?: \S+){0,2} (?:eaten|ate|eat|had food|touched food)(?: \S+){0,4} (?:in|for|since)(?: \S+){0,2} (?:[4-9]|1\d|four|five|six|seven|eight|nine|ten|a|two|three) (?:days|week|weeks)\b/,
    without:
      /\b(?:meat|sugar|dairy|gluten|chocolate|bread|carbs|pizza|sushi|tacos|fast food|out|mcdonalds|ramadan|flu|surgery|stomach bug|there)\b/,
  },
];
