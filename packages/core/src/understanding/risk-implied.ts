import { gap, type RiskRule, rx } from './risk-fragments.ts';

/**
 * One's own death as it is said sideways: in slang and figures, as a question of means, as being found, missed or out of the
 * way, as an ending that is looked forward to. Each rule is a family of wordings, so that a new one is mostly read already.
 */

/** Where such words are play, work or plans for the week. */
const PLAY =
  /\b(?:lol|lmao|haha\w*|jaja\w*|game|games|gaming|ranked|match|movie|film|book|novel|show|series|song|lyrics?|band|party|holiday|vacation|trip|wedding|boss fight|raid|level|sims?|minecraft server|homework|exams?|deadline|hair|ends|curls|job|work|office|meeting|gym|diet)\b/;
const OTHER_LEAPS =
  /\b(?:rope|trampoline|pool|lake|pier|bungee|parachute|skydiv\w*|call|queue|car|ship|bed|joy|gun|conclusions?|in|into|right|hurdles?|puddles?)\b/;

const rule = (
  name: string,
  source: string,
  more: { readonly with?: RegExp; readonly without?: RegExp; readonly softens?: boolean } = { without: PLAY },
): RiskRule => ({ name, level: 'crisis', kind: 'suicide', pattern: rx(source), softens: false, ...more });

const LIFE =
  '(?:life|living|existence|existing|being (?:alive|a person|human)|the living thing|this (?:world|life|planet|earth))';
const OTHERS =
  '(?:everyone|everybody|they|theyd|you|youll|people|my (?:\\S+ )?(?:family|kids|children|parents|wife|husband|mum|mom|dad|friends|son|daughter|brother|sister)|she|he|the world|the planet)';
const MY_ABSENCE =
  '(?:without me|(?:with )?me (?:out of (?:it|the way|the picture)|gone|dead|six feet under|in the ground)|(?:if|once|when) (?:im|i am|i was|i were|i) (?:gone|dead|out of (?:the picture|their way|the way|it)|six feet under|disappeared|died|vanished|not here|left this)|at my funeral|free of me|rid of me)';

export const IMPLIED_RULES: readonly RiskRule[] = [
  // Slang and figures for dying by one's own hand.
  rule(
    'slang-for-suicide',
    `\\b(?:sewer ?slid\\w*|sui ?cide (?:soon|tonight)|self delet\\w+|ctrl alt delet\\w* (?:myself|me)|alt f4 (?:irl|life|myself|my life|fr)|neck myself|yeet(?:ing)? myself (?:off|out|from|into)|catch(?:ing)? the bus(?= tonight|,? if you know)|ctb|toaster bath|(?:gonna|going to|want to|wanna|ready to|about to) (?:rope(?: soon| tonight|$)|un ?aliv\\w+|be unalived|self delete|cease)|want to be unalived|un ?alive (?:later|tonight|soon|me)|check(?:ing)? out early|(?:plan\\w*|prepar\\w*) (?:my|on my) (?:exit|way out|departure)|(?:take|taking|need) (?:the|a) forever nap|forever (?:sleep|box|nap))`,
    {
      without:
        /\b(?:game|season|hotel|sims?|final boss|boss|(?:homework|coursework|class|test|spreadsheet|project|meeting|commute)s? (?:\S+ )?makes? me|if (?:we|i|they) (?:get|have|give|set)(?: \S+){0,2} another)\b/,
    },
  ),
  rule(
    'life-left-as-a-game',
    `\\b(?:(?:quit(?:ting)?|rage quit(?:ting)?|uninstall(?:ing)?|delet(?:e|ing)|log(?:ging)? off(?: from| of)?|leav(?:e|ing)|exit(?:ing)?|done w(?:ith)?|finished with|resign(?:ing)? from|cancel(?:ling)?|unsubscrib(?:e|ing) from|opt(?:ing)? out of|check(?:ing)? out of|clock(?:ing)? out of|want to quit|stop) ${LIFE}(?! (?:for (?!good|ever)|with|in|at|off|out|under|together|alone|like)\\b)|${LIFE} (?:is|feels like) (?:\\S+ ){0,4}(?:i (?:want to|wanna) quit|not for me|too much for me)|logging off for good|(?:want|need|like) a refund on (?:life|being born|my life)|un ?born|turn (?:the|my) lights? off,? (?:permanently|forever|for good)|close the book on (?:myself|me|my life)|roll (?:the )?credits on me|let the (?:sea|water|river|ocean|tide) (?:have|take) me|not plugging (?:it |back )?in again)`,
    {
      without:
        /\b(?:netflix|spotify|insurance|magazine|game of life|newspaper|reform|assurance|corporate|since i last|vr|headset|rocket\w*|nasa|mars)\b/,
    },
  ),
  rule(
    'kms-meant',
    `\\b(?:gonna|going to|want to|wanted to|wanna|thinking (?:about|of)|thought (?:about|of)|might|about to|ready to|feel like|should|will|ima|so|wish i could|could|just) (?:\\S+ )?(?:kms|kys myself)\\b|\\b(?:kms|k m s)(?: \\S+){0,3} (?:tonight|tn|tomorrow|soon|again|for real|fr|not (?:a )?(?:joke|joking|meme)|seriously|not joking|so bad)\\b`,
    {
      without:
        /\b(?:lol|lmao|haha\w*|homework|wifi|exam|project|group|lag|boss fight|monday|meeting|printer|spoiler|season|\d kms|drive|run|walk|marathon)\b/,
    },
  ),
  // The will to live, lost.
  rule(
    'will-to-live-lost',
    `\\b(?:lost|lose|losing|have no|havent got|no|without)(?: \\S+){0,3} (?:will|desire|wish|urge|motivation|appetite|strength|energy|want) (?:to (?:live|be alive|exist|stay alive|keep living|go on living)|for (?:life|living))(?! (?:(?:somewhere|halfway|midway|about|around|roughly) (?:on|in|at|through|page|by|\\d+)|(?:trying|listening|watching|reading|waiting|queu\\w+|filling|assembling|marking|sorting|scrolling) |on (?:hold|page|the (?:phone|third|second|first|bus|m\\d+)|step|slide)|at (?:page|step|slide|chapter|minute|ikea)|during|in (?:a|the|this|that|every) (?:\\S+ )?(?:queue|meeting|lecture|class|call|seminar|thread|traffic|shop|waiting room|car park|webinar|line)|by (?:page|slide|step|chapter|minute|question)|after (?:page|slide|\\S+ (?:pages|slides|minutes|hours) of)|over (?:the|this|a) (?:form|manual|instructions)))|\\b(?:hate|hating|resent|regret|cant stand|cant bear) (?:that im|that i am|im|i am|being|still being) (?:still )?(?:alive|born|here on earth)|\\bexist(?:ing|ence) (?:hurts|is (?:pain\\w*|torture|unbearable|exhausting|hell))|\\b(?:dont|do not|didnt|never|not)(?: \\S+){0,2} (?:want|wanna|tryna|trying to|feel like|like)(?: \\S+){0,3} (?:be a (?:thing|person|human)|be alive|do (?:the )?(?:living|life|existing)(?: thing)?|liv(?= any ?more)|live anymore|tomorrow to come|any more tomorrows|grow (?:up|old))|\\b(?:let there be a tomorrow|no more (?:birthdays|mornings|tomorrows)(?: for me| please|$)|another (?:morning|day|second|hour|minute) (?:on (?:this )?earth|alive|of (?:living|this life|being me))|stop being (?:a person|alive))\\b`,
    { without: /\b(?:lol|peter pan|movie|game|coffee)\b/ },
  ),
  rule(
    'a-future-without-me',
    `\\b(?:(?:dont|do not|didnt|not|never|wont)(?: \\S+){0,2} (?:plan|intend|expect|going|plan on|see myself|picture|think ill|think i will|mean|be)(?: \\S+){0,4} (?:(?:be )?(?:around|alive|here|anywhere) (?:by|then|for (?:my|the)|next (?:year|christmas|summer)|at (?:christmas|all))|mak(?:e|ing) it (?:that far|to (?:my|\\d+|thirty|forty|twenty|christmas|spring|summer|graduation|the end))|see (?:the|my|another|next) (?:spring|summer|christmas|birthday|year|trial|winter)|last(?:ing)? the (?:winter|year|week|night)|reach(?:ing)? (?:\\d+|thirty|forty))|(?:no|isnt a|is no) (?:version|picture|future)(?: \\S+){0,4} with me in it|wont be here for (?:my|the next) (?:birthday|christmas|graduation)|wont be anywhere|(?:stopped making|have no|made no) plans (?:past|after|beyond)|not plan(?:ning)? (?:past|beyond))`,
    {
      without:
        /\b(?:holiday|vacation|travel\w*|abroad|trip|leave|work|wedding shower|moving|on (?:call|shift)|surgery|tournament|season|playoffs|marathon)\b/,
    },
  ),
  // Others, relieved of me.
  rule(
    'others-relieved-of-me',
    `\\b${OTHERS}${gap(4)} (?:better|happier|easier|relie\\w+|free|freed|breathe|sleep better|lighter|cleaner|glad|fine by|celebrate|peace|get over it|mourn|griev\\w+|be (?:ok|okay|fine))${gap(6)} ${MY_ABSENCE}|\\b${MY_ABSENCE}${gap(4)} ${OTHERS}${gap(4)} (?:better|happier|easier|free|breathe|sleep|lighter|cleaner|glad|relie\\w+|peace)|\\b(?:doing|do|be) (?:everyone|everybody|them|you all|the world|my (?:family|parents|kids|wife|husband)) a (?:favou?r|kindness)(?: \\S+){0,5} (?:disappear\\w*|die\\w*|gone|dead|wasnt|werent|not here|myself)|\\b(?:griev\\w+|mourn|cry|sad|miss me)(?: \\S+){0,8} (?:free of me|better off|move on|forget me|over it|relie\\w+)$`,
    { without: /\b(?:team|band|boss|ex|project|in goal|office|company|lol|haha\w*|party)\b/ },
  ),
  rule(
    'self-removed',
    `\\b(?:remov(?:e|ing)|eras(?:e|ing)|delet(?:e|ing)|correct(?:ing)?) (?:myself|me from)(?! from (?:the (?:group|chat|list|thread|call|email)|facebook|instagram|social))|\\b(?:should|want to|need to|could|deserve to) (?:just )?be (?:erased|put down|deleted|wiped out)\\b|\\b(?:press|push|hit|flip)(?: \\S+){0,3} (?:off switch|button)(?: \\S+){0,6} (?:me|myself)\\b|\\boff switch without\\b|\\bput me (?:down|out of my misery) (?:like|already|please)\\b|\\bim the problem\\b(?: \\S+){0,3} (?:take away|remove|without)|\\bworth more (?:to \\S+ )?(?:dead|as a payout)|\\bdead (?:id|i would) at least\\b|\\bdont deserve the air\\b|\\bwaste of (?:space|air|oxygen) (?:and|so|i should)`,
  ),
  // Being found, and what is left.
  rule(
    'body-found',
    `\\b(?:who|someone|somebody|anyone|nobody|stranger|strangers?|mum|mom|dad|wife|husband|daughter|son|kids|family|they|he|she|hes|shes|roommate|police|cleaner|brother|sister)(?: \\S+){0,5} (?:finds?|found|find out|finding|discovers?) (?:me|my body|the body)(?= |$)(?! (?:a|an|on|at (?:the )?(?:party|gate|station)|attractive|funny|boring|annoying|cute|weird|guilty|another|something|interesting|the|there|online|hiding))|\\b(?:regret|sorry|see|realise|realize)(?: \\S+){0,6} (?:when (?:they|he|she) finds? me|when im (?:dead|gone|in the ground)|at my (?:funeral|grave))|\\bmake it look like (?:i (?:fell|slipped)|an accident|a fall)\\b`,
    {
      without:
        /\b(?:hide and seek|hiding spot|gps|map|lost|instagram|linkedin|tinder|phone|stickers?|crowd|airport|station|boat|prank|locate|novel|story|book|playing|sardines|seek)\b/,
    },
  ),
  rule(
    'left-behind-for-them',
    `\\b(?:give|keep|hand|pass) (?:a|this|my|the)(?: \\S+)? (?:message|letter|note|video|box|ring)(?: \\S+){0,5} (?:(?:when|once) (?:hes|shes|they are|theyre) \\d+|when im gone|after)|\\b(?:can you|please|could you|someone)(?: \\S+)? (?:tell|make sure) (?:my|them|him|her)(?: \\S+){0,6} (?:loved|love|sorry|tried|gets my)|\\bwhere i(?:m| am) going\\b|\\bwont be needing (?:it|them|the|my|any|this)|\\b(?:last|final) loose end|\\b(?:goodbye|suicide|farewell) (?:letter|note)(?: \\S+){0,2} (?:to|for) (?:my|mum|mom|dad|everyone)|\\b(?:write|word|help me (?:write|word)|draft)(?: \\S+){0,2} (?:suicide note|note so they know|goodbye (?:letter|note))`,
    {
      without:
        /\b(?:colleagues?|team|moving|new job|cowork\w*|novel|character|retir\w*|trip|holiday|vacation|job|airport|abroad)\b/,
    },
  ),
  rule(
    'money-after-death',
    `\\b(?:insurance|pension|policy|debts?|inheritance)(?: \\S+){0,8} (?:if (?:i|it)(?: \\S+)? (?:go|die|died|jump\\w*|suicide|was on purpose|kill\\w*|wasnt an accident)|on purpose|die with me|pays? out(?: \\S+){0,4} (?:suicide|math|do the)|if it was (?:suicide|on purpose))`,
    { without: /\b(?:novel|character|exam|crash was on purpose)\b/ },
  ),
  // A last message.
  rule(
    'nothing-can-stop-me',
    `\\b(?:dont|do not|stop|quit) (?:try|trying)(?: \\S+)? (?:to )?(?:talk me out of (?:it|this)|stop me|save me)|\\b(?:nothing|no ?one)(?: \\S+){0,4} (?:say|do)(?: \\S+){0,3} (?:minds? (?:is )?made up|stop me|save me)|\\b(?:talk|stay|sit|be) (?:to|with) me (?:till|until|while)(?: \\S+)? (?:i (?:go|die|pass|leave|fall asleep)|it(?:s| is) (?:over|done|finished)|its over|it happens)|\\bjust wanted (?:someone|somebody|you) to know before i (?:go|leave|do it)|\\bno (?:amb|ambulance|police)\\b(?: \\S+){0,2} please|\\b(?:its|it is) (?:already )?done\\b(?: \\S+){0,4} (?:wait|waiting|over soon|too late)`,
  ),
  rule(
    'parting-words',
    `\\b(?:you(?:ve| were|r)(?: \\S+){0,3} (?:good|kind|nice|sweet|the only one)(?: \\S+){0,5}|thank(?:s| you) for (?:everything|being|talking|listening)(?: \\S+){0,6}|take care of yourself(?: \\S+){0,2}|(?:came|here) to say (?:bye|goodbye)(?: \\S+){0,5}|my last (?:message|text|post) to (?:anyone|everyone|you)|last youll (?:get|hear|see) of me|this is where it (?:ends|stops) for me)`,
    {
      with: /\b(?:wont be (?:around|here|needed|needing)|wont need to any ?more|you wont need|where it ends|only one who listened|last (?:message|youll|time)|im done|goodbye forever|i wont|before i go|end of me|to anyone)\b/,
      without:
        /\b(?:job|team|trip|holiday|vacation|moving|week|weekend|monday|semester|course|shift|cancel\w*|subscription)\b/,
    },
  ),
  // Questions about means, asked for oneself.
  rule(
    'method-asked',
    `\\b(?:how (?:many|much|high|long|far|fast|deep|do (?:i|you)|does|could i|would i|would you|to)|what (?:dose|amount|height|happens|is the|would)|whats (?:the|a)|which|is there|can (?:you|i)|does|where (?:can|do) i)(?: \\S+){0,14} (?:lethal|fatal|bleed out|bleeding out|hang (?:yourself|myself)|definitely (?:dont|not|wont) survive|dont survive|cant be saved|drown (?:yourself|myself)|tie a noose|without (?:anyone|anybody) (?:stopping|noticing)|most lethal|painless(?:ly)?(?: (?:way|method|option|one))?(?! (?:way |method )?(?:to|of|for) (?!(?:die|dying|go|end|ending|kill|killing|leave|do it|be (?:gone|dead)|suicide|me)\\b))|kill (?:me|myself|yourself|you|an adult|a person|a human|someone my \\S+)(?= |$)(?! in)|die from (?:holding|drowning|hanging|od|an overdose)|od on|never wake up|not wake up|way to die|ways to die|to be sure)`,
    {
      without:
        /\b(?:novel|story|character|game|dogs?|cats?|pets?|fish|chickens?|spiders?|snakes?|mosquito\w*|plants?|weeds?|biscuits?|cookies|crisps|cocktails?|doughnuts?|class|exam|essay|documentary|nurs\w+|study\w*|article|people die|many people|statistics|medic\w+ school|virus|allerg\w+|waxing|dentist|epilat\w+|tattoo|removal|shark|venom)\b/,
    },
  ),
  rule(
    'reason-demanded',
    `\\b(?:give me|tell me|i need|name) (?:one|a|any|a single) (?:good )?reason (?:not to(?: \\S+)? (?:do it|die|end|jump|go)|to (?:live|stay|keep (?:going|living)|not))|\\btell me why i shouldnt(?:$| (?:do it|just|end|die))|\\bshould i (?:just )?(?:end it|end it all|do it|kill myself|die)(?:$| (?:tonight|now|all))|\\bwhy (?:should|do|would) i (?:even )?(?:keep (?:going|living|breathing)|stay alive|go on)\\b|\\bis it selfish to (?:end|die|leave)`,
    {
      without:
        /\b(?:relationship|him|her|boyfriend|girlfriend|contract|job|haircut|tattoo|bangs|game|gym|subscription|diet|course|marriage|buy|order)\b/,
    },
  ),
  // Means and places, with hardly a word more.
  rule(
    'means-set-up',
    `\\b(?:noose|ligature)\\b(?! (?:tighten\\w*|around (?:his|her|their)))|\\b(?:beam|hook|rope|belt|branch)(?: \\S+){0,4} (?:hold my weight|tested it|would hold me|snapped|in the boot|not for climbing)|\\b(?:turned|left|put) (?:on )?the gas(?: on)?$|\\b(?:sealed|taped)(?: \\S+){0,3} (?:windows?|doors?)\\b|\\blit the charcoal\\b|\\b(?:engine|cars?)(?: is|s)? (?:still )?running(?: \\S+){0,3} garage|\\bgarage(?: \\S+){0,5} engine running|\\b(?:blade|razors?|knife|scissors|glass)(?: is|s)? (?:on|at|to|against) my (?:vein|veins|wrist|wrists|throat|skin)\\b|\\b(?:i|ive) (?:only )?(?:need|got|have|keep)(?: \\S+)? one bullet\\b|\\bonly need (?:it|the gun) once\\b|\\b(?:loaded|service|dads|grandpas) (?:gun|pistol|shotgun|rifle)(?: \\S+){0,5} (?:lap|closet|hand|out again|mouth|head|tonight)|\\b(?:tablets?|pills|meds)(?: \\S+){0,8} (?:enough to be sure|should be plenty|lined up|in case i|so i know i can leave|means an exit|an exit|shoebox|put by)|\\b(?:pills|knife|gun|rope|rooftop|bridge|tracks) (?:is|are|keeps?) calling (?:me|to me)?|\\bhoard\\w* my (?:insulin|pills|meds|medication)|\\bkept (?:it|them) all$|\\b(?:staring|stare|stared|looking|look) at (?:the|my|a|his|this)(?: \\S+){0,3} (?:pills|tablets|razor|blade|rope|noose|gun|pistol|knife)\\b(?: \\S+){0,4} (?:hour|hours|night|minutes|again|all day|and|cant stop)|\\b(?:gun|revolver|pistol|shotgun|rifle) is loaded\\b`,
    {
      without:
        /\b(?:dolls?|painting|draft|cold|winter|tape measure|novel|story|character|book|movie|sail\w*|swing|decor\w*)\b/,
    },
  ),
  rule(
    'drawn-to-the-edge',
    `\\b(?:im|i am|sat|sitting|standing|stood|climbed)(?: \\S+){0,4} (?:on (?:the|a) (?:roof|rooftop|ledge|railing|window ledge|edge)|over the (?:rail|railing|edge)|wrong side of the rail\\w*)(?:$| (?:and|with my legs|for an hour|i|again))|\\b(?:about to|want to|going to|gonna|have to|will|ill|nearly|almost|keep wanting to) jump(?:$| off (?:the|a|this) (?:bridge|roof|building|balcony|cliff|overpass))|\\b(?:brain|head|voice|something|part of me)(?: \\S+){0,3} (?:saying|says|tells me to|telling me to) jump|\\b(?:step|stepping|stepped) (?:off|in front of)(?: \\S+)? (?:platform|train|bus|traffic|truck)?$|\\b(?:train|tracks)(?: \\S+){0,4} (?:times by heart|next trains? at)|\\bwalk\\w* (?:into|to) the (?:lake|sea|ocean|river|tracks|water)(?: \\S+){0,3} (?:not com\\w+|never|next train|$)|\\b(?:turn|turned|jerk\\w*|swerv\\w*)(?: \\S+){0,2} (?:wheel|car)(?: \\S+){0,4} (?:oncoming|lorry|truck|wall|tree|traffic)|\\bdr(?:ove|ive|iving) (?:off|to|into) (?:that|the|a) (?:cliffs?|wall|tree|river)(?: \\S+){0,5} (?:accident|back|again|everyone)|\\bbridges? (?:dont|doesnt|without) (?:have )?(?:nets?|barriers?|a net)|\\btop floor(?: \\S+){0,4} (?:after|every|again)|\\bmeasur\\w+ the drop\\b|\\b(?:feel\\w* like|thinking (?:of|about)|about) end(?:ing)? (?:things|it) (?:tonight|today|now|tomorrow)|\\b(?:tomorrow|tonight) i (?:jump|hang|shoot myself)(?:$| (?:and|off|from))|\\b(?:almost|nearly) (?:stepped|walked|jumped|threw myself|drove|let myself fall)(?: \\S+)? (?:in front|off|onto|into|under|over)\\b|\\btop of (?:the|a) (?:car park|parking garage|building|tower block|multistorey|multi storey|flats|cliff)\\b(?: \\S+){0,5} (?:high|down|alone|done|sorry)`,
    { without: OTHER_LEAPS },
  ),
  // Death wished for, or let in.
  rule(
    'death-let-in',
    `\\b(?:truck|bus|car|lorry|train|plane|van|lightning|meteor|tumou?r|cancer|lump|crash|accident|virus|heart attack)\\b(?: \\S+){0,7} (?:relie\\w+|wouldnt (?:mind|move|care|fight)|be (?:fine|ok|okay|glad|happy|nice|great)|(?:to|would|could|had|have|should|didnt|not) finish\\w* (?:the job|me)|killed me|taken me|is something bad|celebrate|on purpose)|\\b(?:wouldnt|wont|not)(?: \\S+)? (?:move|get|jump|step) out of the way\\b|\\b(?:wish|wished|hope|hoping|pray\\w*)(?: \\S+){0,4} (?:crash|accident|surgery|cancer|covid|fall|overdose|virus)(?: \\S+){0,2} (?:had )?(?:finish\\w*|killed|taken|took|got|end\\w*) (?:me|the job|it)|\\b(?:terminal|fatal) (?:diagnosis|illness)(?: \\S+){0,3} (?:celebrate|relie\\w+|glad|happy)|\\b(?:should have (?:been me|died)|it should have been me|take my years)\\b|\\b(?:driv\\w*|drink\\w*|run\\w*|walk\\w*|cross\\w*|swim\\w*|go\\w*|every pill)(?: \\S+){0,10} hop(?:e|ing)(?:$| (?:i (?:dont|wont|never|stop)|nobody sees|someone hits|it kills|a car|no ?one|is the|its the))|\\b(?:stopped|without|not) look\\w* (?:before|when)(?: \\S+){0,2} cross|\\bcross roads? without looking|\\b(?:stopped|stop|stopping|refus\\w+|not|havent been|skip\\w*)(?: \\S+){0,4} (?:insulin|dialysis|heart (?:medicine|medication|pills|meds)|chemo|treatment|eating)(?: \\S+){0,8} (?:on purpose|want(?:ing)? out|be over|nature take|fade out|so id|to die|let it happen|end it)|\\bdeath (?:sounds|feels|would feel|seems) like (?:a |an )?(?:hug|home|rest|relief|gift|friend|sleep)|\\bbeing dead cant be worse`,
    { without: /\b(?:lol|haha\w*|movie|film|news|novel|insurance|driving test|video|article|game)\b/ },
  ),
  rule(
    'following-the-dead',
    `\\b(?:follow(?:ing)? (?:him|her|them)|be with (?:my )?(?:\\S+ )?(?:him|her|them|mum|mom|dad|grandma|grandad|nan|son|daughter|wife|husband)|be together again|going to see (?:him|her|them) (?:again|soon)|go home to god|go to god)\\b`,
    {
      with: /\b(?:dead|died|passed(?! (?:the|me|it|my|him|her|us|through|by|out)\b)|gone(?! (?:to|out|on|off|for|away|ahead|back|home)\b)|grave|heaven|funeral|since|without (?:her|him)|dont want to wait|this week|ive arranged|up there)\b/,
      without: /\b(?:instagram|twitter|tiktok|concert|hospital visit|visiting|flight|train to|moving in)\b/,
    },
  ),
  // Means within reach, a place of danger, a day: said outright.
  rule(
    'gun-within-reach',
    `\\b(?:i|im|ive)\\b(?: \\S+){0,6} (?:looking at|staring at|look at|stare at|taking|took|take|have|got|ive|sat|sitting)(?: \\S+){0,4} (?:gun|shotgun|rifle|revolver|pistol)\\b(?: \\S+){0,2} (?:cabinet|safe|cupboard|out of the|across my knees|on my (?:lap|knees))|\\b(?:ive|i have|ive got|i got) the (?:gun|shotgun|rifle|pistol|revolver) out of|\\bgun (?:cabinet|safe|cupboard)(?: \\S+){0,3} (?:key|open)\\b(?: \\S+){0,4}(?: (?:tonight|im looking|round my neck|in my (?:hand|pocket))|$)|\\bkeys? to the gun (?:safe|cabinet|cupboard)(?: \\S+){0,3} (?:in my|round my|with me)\\b|\\bi know where (?:the|he keeps the|dad keeps the) (?:key|gun)(?: is)?$|\\b(?:dads|grandads|grandpas|fathers)(?: old)? (?:gun|shotgun|rifle|pistol)?(?: is|s)? still behind the door\\b`,
    {
      with: /\b(?:gun|shotgun|rifle|revolver|pistol)\b/,
      without:
        /\b(?:hunt\w*|deer|pheasants?|clay|range|clean(?:ed|ing)?|oil(?:ed|ing)?|museum|antique|auction|police|game|novel|story|film|movie|nerf|airsoft|squirrels?|rabbits?|foxes|coyotes?|glue|heat gun|nail gun|he|his|hes|she|shes)\b/,
    },
  ),
  rule(
    'rope-within-reach',
    `\\b(?:bought|measured|hung|tied|fetched)(?: \\S+){0,2} (?:the|that|my) rope\\b(?! (?:lights?|ladder|bridge|swing|bracelet))(?:$|(?: \\S+){0,3} (?:today|tonight|already|took it down))|\\bi have (?:the|a) rope and (?:i have )?(?:the|a) (?:tree|beam|chair|place|knot)\\b|\\bbought (?:the|a) rope (?:today|tonight|already)|\\b(?:the|my) ropes? (?:is )?already in the (?:garage|barn|shed|loft|attic|closet|wardrobe|boot|woods)|\\b(?:still here|alive|typing this|only reason)(?: \\S+){0,6} the rope broke$|\\b(?:prison|jail|pills|gun|bridge|train|debts?|bankruptcy)(?: \\S+)? or the rope\\b`,
    {
      without:
        /\b(?:sail\w*|boat|climb\w*|swing|tow\w*|hay|horses?|cows?|calf|calves|sheep|goats?|camp\w*|hammock|tug of war|skipping|washing line|christmas|tent|trailer|roof rack|dog|lifeguard|anchor|gym|bell|tree ?house|deck|dock|macrame|craft\w*|project|he|she|his|her)\b/,
    },
  ),
  rule(
    'rope-in-its-place',
    `\\b(?:the|my) ropes?(?: is)? in the (?:garage|barn|shed|loft|attic|closet|wardrobe|boot|woods)\\b`,
    {
      with: /\b(?:wont miss|miss me|nobody|no ?one|goodbye|forgive|tired of|failed|failure|one less|cant (?:do|go|take|live)|burden|better off|had enough|lost everything)\b/,
      without: /\b(?:sail\w*|boat|climb\w*|swing|tow\w*|horses?|camp\w*|trailer|christmas|washing line)\b/,
    },
  ),
  rule(
    'waiting-at-the-edge',
    `^(?:yes |so |ok )?(?:im |i am |ive been |been )?(?:still |just )?(?:sat |sitting |standing |stood |up )?(?:up |here )?on the (?:(?:car park|hospital|school|parking|railway|motorway|footbridge|station) )?(?:roof|rooftop|bridge|ledge|viaduct|overpass|multi ?storey|water tower|cliff edge|edge of the \\S+|tracks)(?: of (?:the|my|our) \\S+(?: \\S+)?)?(?: (?:rn|now|right now|again|alone))?(?:$| (?:and )?(?:its (?:so |really |quite )?(?:cold|quiet|high|windy|dark|pretty)|nobody|no ?one|everyone looks|the cars look|people look|looking down))|\\b(?:letting (?:the )?trains (?:go|pass)|let (?:two|three|four|five|six|\\d+) trains (?:go|pass)|(?:one|two|three|four|five|six|\\d+) trains (?:gone|have gone|went))\\b(?: \\S+){0,10} (?:next one|maybe|courage)|\\b(?:im|i am|^standing|^sat|^sitting|ive climbed|i climbed)(?: \\S+){0,3} (?:on )?the wrong side of the rail\\w*`,
    {
      with: /\b(?:cold|quiet|high|wind\w*|dark|pretty|nobody|no ?one|everyone|cars|people|small|rn|now|alone|crying|water|jump\w*|sorry|look\w*|next one|maybe|wrong side|ready|bye|goodbye)\b/,
      without:
        /\b(?:traffic|delayed|delays|tent|santa|cat|ball|frisbee|photos?|sunset|sunrise|view|bbq|barbecue|beers?|drinks|solar|fixing|tiles?|gutters?|fireworks|stars|full|packed|cancelled|seats?|yoga|picnic|pizza|lol jk|bus|game|quest|seals?|birds?|where are you|nearly there|see you|on my way|meet\w*|crossing|minutes? away|walk home|cycl\w+|run|bike|crew)\b/,
    },
  ),
  rule(
    'joining-the-dead',
    `\\b(?:i|im|ill)\\b(?: \\S+){0,5} (?:join|joining|be with|being with) (?:him|her|them|my (?:wife|husband|mum|mom|dad|son|daughter|brother|sister|twin|boy|girl|partner)|mum|mom|dad)\\b(?: (?:when i please|again|there|up there|perhaps|maybe))*(?: (?:this (?:week|weekend|evening|month|morning)|tonight|tomorrow|soon|by (?:\\S+day|the weekend|our anniversary|christmas)|on (?:\\S+day|the anniversary|his birthday|her birthday)|at last)|$)`,
    {
      with: /\b(?:died|dead|passed(?! (?:the|me|it|my|him|her|us|through|by|out)\b)|buried|funeral|widow\w*|gone (?:two|three|four|five|ten|\d+|since|a year)|been gone|scattered|grave|without (?:him|her)|whole life|since (?:mum|mom|dad|he|she) (?:died|passed)|kept (?:his|her) tablets|miss my (?:husband|wife|son|daughter))\b/,
      without:
        /\b(?:pub|dinner|lunch|cinema|party|zoom|gym|flight|holiday|visit\w*|call|class|hospital|in (?:spain|france|italy|london)|meeting|team|gig|concert|church|choir|phone died|battery|car died|one day|old age|many years)\b/,
    },
  ),
  rule(
    'no-birthday-to-come',
    `\\b(?:dont|do not|didnt|never)(?: \\S+)? (?:want|plan(?:n)?|intend|wish|hope|expect)(?:ed)?(?: to)? (?:reach|see|get to|make it to|live to(?: see)?|be here for|be around for|be alive (?:for|on|by))(?: (?:my|another|the))?(?: \\S+)? birthday\\b|\\bnot (?:making|gonna make|going to make|planning (?:to make|on making)) it to (?:(?:\\d\\d|thirty|forty|twenty|eighteen|sixteen)(?=$| (?:and|but|so|anyway))|my (?:\\d\\d\\w*|next|\\S+) birthday\\b)|\\bpromised myself(?: \\S+){0,5} not turn (?:\\d\\d|thirty|forty)`,
    {
      without:
        /\b(?:party|venue|guests?|train|tickets?|flight|late|traffic|km|miles|followers|subs(?:cribers)?|level|holiday|abroad|trip|away|deployed|travel\w*|work|offshore|lol|haha\w*)\b/,
    },
  ),
  rule(
    'letters-to-each',
    `\\b(?:wrote|written|writing|write|finished|left|recorded|record)(?: \\S+){0,3} (?:letters?|notes|videos?)\\b(?: \\S+){0,4} (?:one (?:for|to) (?:each|mum|mom|dad|my|every)|(?:for|to) each of (?:the|my)|one each|each birthday|when (?:hes|shes|theyre) (?:big|older|grown|eighteen|\\d+))|\\b(?:the|my) letters are (?:all )?(?:done|written|finished|ready|sealed|on the (?:table|bed|desk|mantelpiece))|\\bletters?(?: \\S+){0,4} (?:all )?laid out\\b|\\bi(?:ve)? posted the letters\\b(?: \\S+){0,8} (?:arrive|after)|\\bposted the letters(?: \\S+){0,3} so they (?:get|arrive)(?: \\S+)? after`,
    {
      without:
        /\b(?:thank|thanks|christmas|santa|wedding|class|pupils|students|applications?|teachers?|postcards?|cards|guests|pen ?pals?|election|council|mp|clients?|customers|scrabble|sign|embroider\w*|stitch|quilt|sampler|border|poster|mural|youtube|channel|course|module|font|banner|stencil|paint\w*|logo|neon|icing|novel|character|time capsule|save the dates?|invites?|invitations?)\b/,
    },
  ),
  rule(
    'ended-by-oneself',
    `\\b(?:do|doing|done|did) away with myself\\b|\\b(?:string|stringing) myself up\\b|\\bdo(?:ing)? myself in(?:$| (?:tonight|tomorrow|soon|this|with (?:pills|the)))|\\b(?:end|ends|die|dies|dying|go|going)(?: \\S+){0,4} by my own hand\\b|\\b(?:please )?(?:god|lord|jesus)(?: \\S+)? (?:please )?take me (?:tonight|now|in my sleep|away tonight|home tonight)|\\bi(?:m| am) the one (?:who|that) wants to (?:die|kill|end)|\\bcant (?:keep|carry on|go on|continue) living\\b(?! (?:in (?!this (?:head|body|skin|pain))|with (?!this|the (?:pain|guilt|shame))|at|here|out of|off|on|together|apart|next|under|alone|the|like this))|\\bim ending it(?:$| (?:all|tonight|today|now|tomorrow|for good))|\\b(?:once|when|after|until) (?:my|the) (?:\\S+ )?(?:dog|cat|mum|mom|dad|gran|nan|parents) (?:dies?|pass(?:es)?|goes|is gone|are gone)(?: \\S+){0,4} (?:ill go|i will go|i can go|go too|nothing (?:holding|keeping)|im (?:done|out|free to)(?! (?:with|of)))|^(?:honestly |and )?(?:the )?only reason i havent(?: yet)? is (?:my|the) (?:dog|cat|kids?|mum|mom|dad|son|daughter|children|sister|brother|wife|husband|parents)$|\\b(?:think\\w*|want|urge|could|just|about)(?: \\S+){0,3} let(?:ting)? go of the (?:steering )?wheel\\b|\\bwaiting for my (?:dog|cat|mum|mom|gran|nan) to (?:die|pass|go) so i can`,
    {
      without:
        /\b(?:relationship|engagement|contract|subscription|with (?:him|her)|texting|dating|lease|lol|haha\w*|workout|burpees|gym|leg day|game|novel|character|boyfriend|girlfriend|together|marriage|affair|friendship|situationship|stream|chapter|mov(?:e|ing)|travel\w*|quit|job|abroad|tattoo|carpet|sofa|lane assist|autopilot|cruise control|pottery|learn\w*|instructor|driving lesson)\b/,
    },
  ),
  // Attempts, just now or again.
  rule(
    'attempt-told',
    `\\b(?:i|ive) (?:\\S+ )?tried (?:last night|yesterday|this morning|again|to od|it|tonight)(?: \\S+){0,4}$|\\btried to (?:od|hang|drown|gas|suffocate|strangle|smother) ?(?:myself)?\\b(?: \\S+){0,4} (?:last night|yesterday|today|this|threw|didnt|failed|belt|bath|$)|\\b(?:second|third|another|my last|last|after my|my) (?:suicide )?attempt(?: \\S+){0,4} (?:this (?:week|month)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last week|failed|already)|\\bangry im still here\\b|\\bgutted it (?:failed|didnt work)|\\bcant even die (?:properly|right)|\\bit around my neck\\b|\\b(?:belt|rope|cord|branch) (?:snapped|broke|gave way)|\\bor id be (?:gone|dead) by now|\\bnext time i wont (?:climb back|stop|miss|wake)|\\bdischarged(?: \\S+){0,6} attempt|\\bwoke up in (?:a ?&? ?e|hospital|icu|the er)\\b(?: \\S+){0,6} (?:failed|gutted|again|disappointed|angry)`,
    {
      with: /\b(?:end|die|dead|didnt work|snapped|failed|work|wake|attempt|myself|od|threw|neck|alive|again|still here|hospital|gone|back|job)\b/,
      without:
        /\b(?:recipe|sushi|yoga|bike|call you|gym|weed|coffee|game|level|scarf|necklace|years ago|shop|swimming|fix)\b/,
    },
  ),
  rule(
    'date-and-calm',
    `\\b(?:set|given myself|gave myself|picked|chose|have) (?:a|the|my|until) (?:date|day|deadline)(?: \\S+){0,6} (?:after|so i|dont spoil|to (?:go|die|leave))|\\b(?:gave|giving|given) myself until\\b|\\bneed to (?:choose|pick) the (?:day|date|night|place)|\\b(?:made (?:my )?peace with (?:it|dying|death)|peaceful now|feel light\\w*|never felt calmer|feels calm)\\b(?: \\S+){0,8} (?:choose|decided|be over|over by|days left|the day|end\\w*)|\\b(?:plan|place|method|date)(?: \\S+){0,2} (?:and|,) (?:a |the )?(?:place|plan|method|date|time)\\b(?: \\S+){0,6} (?:evening|alone|need|night)|\\blied to my (?:therapist|doctor|psychiatrist|counsell?or|wife|mum|mom)(?: \\S+){0,5} plan|\\bplans? (?:is|s) still there\\b|\\b(?:worked|figured) out how i would\\b|\\b(?:dont|not) (?:\\S+ )?(?:going to )?do(?:ing)? it (?:this week|tonight|today|while (?:my|mum|mom|she|he))|\\b(?:too much of a coward|chicken\\w* out|had the guts|have the guts|got the guts)\\b(?: \\S+){0,10} (?:do it|go through|manage it|eventually|already)|\\bhardly wait to be dead|\\b(?:pain|this|it|hurt\\w*|suffering) only (?:ends|stops) one way|\\bonly one way (?:this|the|my)(?: \\S+)? (?:pain|ends|stops)|\\bone way to (?:stop|end|make)(?: \\S+){0,2} (?:pain|head|thoughts|hurting|all this|suffering)|\\bhave a (?:date|day) in mind\\b(?: \\S+){0,6} (?:calm|peace\\w*|relie\\w+|ready)`,
    {
      without:
        /\b(?:ask (?:her|him) out|propos\w*|quit\w*|roller ?coaster|skydiv\w*|bungee|tattoo|spider|haircut|wedding|interview|stage|audition|venue|party|dinner|marathon|moving|surgery|teacher|resign\w*|call (?:him|her))\b/,
    },
  ),
];
