import type { RiskRule } from './risk-fragments.ts';

/** Asked, taught or told about a matter, not about anybody: a quiz, an essay, a club, a screening, a forecast. */
const ABOUT_THE_WORD =
  /\b(?:(?:psych\w*|biology|nursing|a level|school|english|media|sociology) (?:quiz|test|exam|essay|assignment|coursework|module)|(?:writing|for) (?:a|an|my) (?:\S+ )?(?:essay|report|assignment|presentation|dissertation|article|school project|podcast)|how common is|whats the difference between|what is the difference between|activities for the assembly|assembly on|(?:mental health|awareness) (?:week|month|day)|tribute (?:act|band|gig)|run club|half marathon|parkrun|kilomet\w+|activation|licen[cs]e server|what does \S+ mean|(?:years?|decade) (?:clean|free|sober|recovered)|(?:its|its been|been) (?:\S+ )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) years (?:im|i am|since|and)|been free for|happy tears|recovered now)\b/;

/** What calls for care without being an emergency: lasting low mood, fear, loss, drink, cruelty, an illness with food. */
export const CONCERN_RULES: readonly RiskRule[] = [
  {
    name: 'past-attempt',
    level: 'concern',
    kind: 'suicide',
    pattern:
      /\b(?:my|a|an|suicide|previous|first|last) (?:suicide )?attempts?\b(?: \S+){0,6} (?:ago|last|years?|survived|hospital)|\b(?:tried|attempted) to (?:kill myself|end (?:it|my life)|take my (?:own )?life|commit suicide|die)\b|\bsurvived (?:a |my )?suicide\b/,
  },
  {
    name: 'dark-thoughts',
    level: 'concern',
    kind: 'suicide',
    pattern:
      /\b(?:dark|bad|scary|intrusive|ugly|horrible|unwanted|disturbing) (?:thoughts?|place|headspace)\b|\bthoughts of (?:ending|death|dying|suicide)\b|\bpassive(?:ly)? (?:suicidal|ideation)\b/,
  },
  {
    name: 'suicide-mentioned',
    level: 'concern',
    kind: 'suicide',
    pattern:
      /\b(?:suicidal(?! tendencies)|(?<!\b\d+ ?|\bkm and |\bten |\btwenty |\bfive )kms(?! (?:sunday|today|run|ride|walk|away|per|activation|an hour|error|server|licen[sc]e|key|host|pb|mean)\b)|wanna die|want to die|kill myself|self[ -]?harm\w*|end my life|wish i (?:was|were) dead|unalive(?! (?:the|this|that|a|his|him|her|them|every|all)\b))\b/,
    without: ABOUT_THE_WORD,
  },
  {
    name: 'wish-to-vanish',
    level: 'concern',
    kind: 'suicide',
    pattern:
      /\b(?:want|wanna|wish|feel like|could|need)(?: \S+){0,4} (?:disappear|vanish|cease|stop being|not be here|run away from everything|not be anything|stop existing|fade away|be over)\b(?! (?:into|in|with|on a|down|up|to|under a blanket))/,
    without:
      /\b(?:hole|embarrass\w*|presentation|lol|haha\w*|exam|semester|shift|movie|meeting|week|day|cookies|season|winter|summer)\b/,
  },
  {
    name: 'burden',
    level: 'concern',
    kind: 'low-mood',
    pattern:
      /\b(?:feel(?:ing|s)?|am|im|be|being|just|such|become|like|only)(?: \S+){0,4} (?:burden(?! on (?:my|the|our) (?:teams?|electric\w*|internet|wifi|fridge|budget|bowling|printer|\S+ bill)\b)|waste of (?:space|air|oxygen)|dead weight)\b/,
  },
  {
    name: 'hopeless',
    level: 'concern',
    kind: 'low-mood',
    pattern:
      /\b(?:no (?:hope|way out|future(?! (?:tense|proof\w*|plans? for))|escape|light|end in sight|point (?:in|to) (?:anything|trying|any of (?:it|this)|going on|getting up))|hopeless(?:ness)?(?! (?:at|with (?:names|money|numbers|directions|computers|technology|maps)|romantics?|case at|cook|dancer|singer|bowler))|(?:cant|dont|never|couldnt) see (?:a|any|the|my)(?: \S+)? (?:way out|way forward|future|point|light)|see no (?:way out|point|future)|nothing (?:matters|will (?:ever )?(?:change|get better)|ever (?:changes|gets better)|helps any ?more)|never (?:going to|gonna) (?:get better|be (?:ok|okay|happy|better))|whats the point(?: of (?:anything|going on|trying|any of (?:it|this)|it all)|(?! (?:in|to)\b| of (?!(?:me|us|life|living|it|this|that|love|waking|getting|being|going|any|anything)\b)(?:(?:a|an|the) )?\S+(?: \S+)?$))|giv(?:e|en|ing) up on (?:life|everything|myself)|gave up on (?:life|everything|myself)|everything is pointless|lost all hope|at (?:rock bottom|the end of my (?:rope|tether))|hit rock bottom|cant go on(?: like this)?(?! (?:rollercoasters?|rides?|planes?|boats?|stage|holiday|without (?:coffee|tea|my coffee|chocolate|cheese|caffeine|snacks|wifi)|the (?:ride|trip|swings?|boat)|trips?|facebook|it because)\b)|cant (?:do|take) (?:this|it) (?:anymore|any more|any longer)|cant keep (?:doing this|going|living(?! (?:with|on|in|at|off)\b))|cant cope|cant carry on(?! (?:living )?(?:with|on|in|at|off)\b)|ready to give up|just want(?: it)?(?: all)?(?: \S+)? to (?:stop|end|be over))\b/,
    without:
      /\b(?:lol|haha|lmao|exams?|wifi|game|season|team|semester|shift|dieting|diet|group project|traffic|level|recipe|winter|heat|rain|movie|meeting|sourdough|puzzle|parking|hot sauce|darts|pool|dive|diving|plants?|houseplants?|seedlings|at (?:maths?|darts|cooking|baking|names|golf|chess|drawing|singing|dancing|directions))\b/,
  },
  {
    name: 'joyless',
    level: 'concern',
    kind: 'low-mood',
    pattern:
      /\b(?:havent|cant remember|dont remember|not|forgotten|forgot)(?: \S+){0,6} (?:joy|joyful|happy|happiness|laughed|laugh|smiled|smile|felt (?:good|anything|like myself|alive)|enjoyed anything)\b(?: \S+){0,4}|\bnothing (?:i do|i try|about me)(?: \S+){0,3} (?:matters?|works?|good enough|enough|helps?)\b|\b(?:everything|life|all of it|the world)(?: just)? (?:feels|is|seems|has been)(?: \S+){0,2} (?:gr[ea]y|heavy|dark|pointless|meaningless|unbearable|too hard|empty)\b|\bwhats?(?: is)?(?: even| really)? the point\b|\b(?:if|whether)(?: \S+){0,2} (?:its|it is|any of (?:it|this)(?: is)?|life(?: is|s)?)(?: \S+){0,2} worth (?:it|living)\b|\bfeel(?:s|ing)? like (?:im|i am) (?:disappearing|fading|drowning|invisible|falling|suffocating|losing (?:myself|it|my mind)|dying inside|watching)\b|\b(?:cant|dont) see (?:a|any) future\b/,
    with: /\b(?:months?|weeks?|years?|long time|last time|since|ever|lately|even|point|worth|feels?|everything|nothing|future|im|all)\b/,
    without:
      /\b(?:lol|haha\w*|the point (?:of the (?:movie|game|story)|guard)|whats the point of (?:this app|a|the|having two|that)|worth it to (?:buy|upgrade)|screen|monitor|photo|room|sky|bag|gym|backpack|suitcase)\b/,
  },
  {
    name: 'worthless',
    level: 'concern',
    kind: 'low-mood',
    pattern:
      /\b(?:worthless|hate (?:myself|my life|who i am|being me|my existence|being alive)|i(?:m| am) (?:\S+ )?(?:nothing(?! (?:like|but|special|if not))|a failure|a disappointment|unlovable|broken inside|broken|useless(?! (?:at|with)\b)|a mess inside|not good enough)|no ?one (?:cares|loves me|likes me|wants me|would care)|nobody (?:cares|loves me|likes me|wants me|would care)|everyone (?:hates|would hate) me|ruin everything|dont deserve (?:to be (?:happy|loved|here)|love|happiness))\b/,
    without:
      /\b(?:lol|haha\w*|lmao|game|ranked|league|cooking|at maths?|at (?:golf|chess|cooking|parking|drawing|singing)|the pilot|this show|about (?:football|golf|politics|crypto|the (?:score|weather|sequel))|used to hate (?:my life|myself|who i am)|now i love)\b/,
  },
  {
    name: 'numb',
    level: 'concern',
    kind: 'low-mood',
    pattern:
      /\b(?:feel(?:ing|s)?|felt|am|im|been|so|completely|just|go)(?: \S+){0,3} (?:numb|empty(?: inside)?|hollow|dead inside|nothing at all|dont feel anything|like a ghost|like a shell|like a zombie|disconnected)\b(?! (?:stomach|fridge|mouth|legs?|feet|toes|fingers|face|handed|nest))|\bdont (?:feel|enjoy|care about) (?:anything|nothing) (?:any ?more|at all)\b|\bcant feel anything\b/,
    without:
      /\b(?:dentist|novocaine|cold|frostbite|tooth|fingers?|toes|foot|leg|hungry|stomach|wallet|tank|lol|(?:before|until|without) (?:my )?(?:coffee|tea)|havent had (?:my )?(?:lunch|breakfast|dinner|tea))\b/,
  },
  {
    name: 'depressed',
    level: 'concern',
    kind: 'low-mood',
    pattern:
      /\b(?:depress(?:ed|ion|ive episode)|mental(?:ly)? (?:breakdown|unwell|exhausted|broken)|nervous breakdown|having a breakdown|breaking point|break(?:ing)? down (?:crying|every|all)|falling apart|at my lowest|lowest (?:point|ive)|cant (?:get out of|leave my) bed|havent (?:left|gotten out of|got out of) (?:my |the )?(?:bed|room|house|flat|apartment)|spiral\w*|burn(?:ed|t) ?out(?: and)?|cant function|stopped (?:eating|showering|leaving|caring)|(?:lost|losing|lose) (?:all |the |my )*(?:interest|motivation|will) (?:in|for|to) (?:everything|anything|life|do|get|go|live)|drowning(?: in (?:it|this|sadness|grief|debt))?|suffocating|trapped in my)\b/,
    without:
      /\b(?:great depression|tropical|song|movie|weather|season finale|game|lol|haha\w*|pool|swimming|lifeguard|book|sauce|economics|history|forecast|isobars?|atlantic|curls|frizz|conditioner|courgettes?|tomatoes|zucchini|burn(?:ed|t) out on (?:\S+ )?(?:films?|movies|books?|games?|series|romance|podcasts?|thrillers?)|depression (?:screening|questionnaire|scale|inventory)|(?:overcame|beat|recovered from) (?:my )?depression|(?:cat|dog|puppy|kitten|baby) (?:is |s )?(?:asleep|sleeping|lying|sitting) on|lose the will to live|lost the will to live (?:somewhere|halfway|on|in|at|during|trying|reading)|spiral (?:pasta|notebook|staircase|curls?|ham|perm))\b/,
  },
  {
    name: 'lasting-tears',
    level: 'concern',
    kind: 'low-mood',
    pattern:
      /\b(?:cry|crying|cried|sob\w*|weep\w*|in tears|tears)(?: \S+){0,6} (?:every|each|all|for (?:days|weeks|hours|months)|myself to sleep|constantly|nonstop|non stop|cant stop|again tonight|most (?:days|nights)|alone|in (?:the|my) (?:car|bathroom|shower|toilets?))\b|\bcant (?:seem to )?stop crying\b|\bcr(?:y|ied|ying) myself to sleep\b/,
    without: /\b(?:baby|newborn|puppy|laugh\w*|happy|joy|the finale|movie|film|book|wedding|onions?|song|proud)\b/,
  },
  {
    name: 'so-tired-of-it',
    level: 'concern',
    kind: 'low-mood',
    pattern:
      /\b(?:tired|exhausted|sick|done)(?: \S+)? (?:of|with) (?:everything|it all|life|fighting|trying|pretending|feeling (?:like this|this way)|being (?:me|strong|sad|alone|in pain|a disappointment)|hurting|all of (?:it|this)|myself|people hurting me|faking)\b/,
    without: /\b(?:lol|haha\w*|laundry|trying to park|trying to find parking|pretending to like)\b/,
  },
  {
    name: 'isolated',
    level: 'concern',
    kind: 'low-mood',
    pattern:
      /\b(?:so|completely|totally|utterly|all|really|always|incredibly|desperately|painfully|unbearably|more) (?:alone|lonely|isolated)(?! (?:time|on the|in the (?:gym|cinema|house tonight)))\b|\b(?:have|got) (?:no ?one|nobody|no friends|not a single friend)(?: \S+)?\b|\bno ?one (?:to talk to|to turn to|understands|i can talk to|notices me|would listen|checks on me)\b|\bnobody (?:to talk to|understands|notices me|checks on me|talks to me)\b/,
    without: /\b(?:lol|haha|home alone|nobody else|no ?one else|to blame but|at the gym)\b/,
  },
  {
    name: 'persistent-sadness',
    level: 'concern',
    kind: 'low-mood',
    pattern:
      /\b(?:sad|miserable|down|low|unhappy|awful|terrible|not (?:ok|okay|myself|doing well))(?: \S+){0,4} (?:for (?:weeks|months|a while|a long time|so long|years|days|the past|no reason)|every (?:single )?(?:day|morning|night)|all the time|lately|since (?:he|she|my|the|they|we))\b|\b(?:im|i am|really|definitely|honestly) not (?:okay|ok|alright|coping|doing (?:well|okay|ok|great))(?: at all| right now)?$/,
    without: /\b(?:prices|sales|stock|battery|phone|energy|score|internet|wifi|server)\b/,
  },
  {
    name: 'panic',
    level: 'concern',
    kind: 'anxiety',
    pattern:
      /\b(?:panic(?:king)?(?: |-)?attacks?|anxiety attacks?|having a panic|panicking|hyperventilat\w+|cant breathe|heart (?:is |keeps )?(?:racing|pounding)|thought i was (?:dying|having a heart attack)|shaking and cant|terrified to (?:leave|go out|sleep)|scared to leave (?:the|my) (?:house|room|flat)|constant(?:ly)? (?:anxious|anxiety|worry\w*|on edge|dread|fear)|crippl\w+ (?:anxiety|fear|self)|anxiety (?:is|has been|got|keeps)(?: \S+){0,3} (?:bad|worse|out of control|through the roof|unbearable|ruining|taking over|eating|crippling|crushing|so high|killing)|(?:so|too) (?:anxious|scared|afraid|frightened) (?:i|that|lately|all|to)|overwhelming (?:anxiety|dread))\b/,
    without:
      /\b(?:lol|haha\w*|workout|run(?:ning)?|sprint|5k|laugh\w*|panic at the disco|nose|cold|stuffy|corset|crush|date night|rollercoaster|horror|proud|excited|nostril|sinus\w*|hay fever|new (?:bike|phone|guitar|console)|delivery (?:man|driver|guy|van)|concert tickets?)\b|[\u{1f602}\u{1f923}\u{1f480}]/u,
  },
  {
    name: 'dread',
    level: 'concern',
    kind: 'anxiety',
    pattern:
      /\b(?:convinced|sure|certain|feeling|know|terrified|feels like)(?: \S+){0,3} something (?:terrible|bad|awful|horrible)(?: \S+){0,4} happen\w*|\bcant stop (?:checking|washing|counting|cleaning|ruminating|worrying|overthinking|shaking|panicking|picking)\b|\bchest(?: \S+){0,2} (?:tight|tightens|closing|heavy)\b|\b(?:ocd|intrusive thoughts?|agoraphobi\w+|compulsions?)\b/,
    without:
      /\b(?:my phone|instagram|tracking|twitter|the score|email|lol|haha\w*|gym|bench|flies|cough|cold|asthma)\b/,
  },
  {
    name: 'sleepless',
    level: 'concern',
    kind: 'anxiety',
    pattern:
      /\b(?:havent|have not|not|barely|hardly|cant|couldnt|dont)(?: \S+)? (?:slept|sleep|sleeping)(?: \S+){0,8} (?:(?:for|in) (?:\S+ )?(?:days|nights|weeks?|months?|\d+)|since|hours? a night|at all (?:this|for)|any ?more)\b|\bthoughts (?:wont|dont|keep|are)(?: \S+)? (?:stop|racing|spiral\w*|spinning)\b|\bracing thoughts\b|\binsomnia(?: \S+){0,4} (?:weeks|months|worse|again|bad|every)\b|\bnightmares? (?:every|each|about (?:it|what|him))\b/,
    without: /\b(?:newborn|baby|puppy|jet ?lag|holiday|festival|finals|rave|excited|christmas)\b/,
  },
  {
    name: 'unreal',
    level: 'concern',
    kind: 'anxiety',
    pattern:
      /\b(?:watching my(?:self| life| body)(?: \S+)? from (?:outside|above|far)|outside (?:of )?my (?:own )?body|nothing (?:feels|seems) real|(?:dont|doesnt) feel real|not real any ?more|dissociat\w+|dereali[sz]\w+|depersonali[sz]\w+|losing (?:my (?:mind|grip)|touch with reality)|going (?:insane|crazy) (?:in|and|from)|flashbacks?|ptsd|hearing (?:voices|things)|voices in my head|seeing things|paranoid|being watched|out to get me)\b/,
    without:
      /\b(?:lol|haha\w*|in a good way|movie|novel|game|ghost|prices|this weather|sale|car alarm|puppy|printer|photocopier|pigeons?|seagulls?|squirrels?|geese|wasps?|flashbacks (?:to|of) (?:that|the) (?:\S+ )?(?:curry|pizza|meal|buffet|burger|sandwich|cake|sushi|dessert|roast))\b/,
  },
  {
    name: 'drinking',
    level: 'concern',
    kind: 'substance',
    pattern:
      /\b(?:drink\w*|drunk|drank|wine|vodka|whisk\w+|beers?|booze|high|smok\w+ weed|getting high|stoned|using|gambl\w+|cocaine|coke|xanax|pills|heroin|meth|oxy\w*|adderall|edibles|ket|ketamine)(?: \S+){0,5} (?:(?:every|each|most) (?:single )?(?:night|day|morning|evening)s?|alone|to (?:sleep|cope|forget|numb|get through|feel|fall asleep|stop|function|calm)|in the morning|before work|too much|way too much|again after|just to|all day|until i (?:pass|black|forget))\b|\b(?:cant|couldnt|trying to|unable to|need to|dont know how to) (?:stop|quit|control)(?: \S+)? (?:drinking|using|gambling|smoking weed|taking (?:pills|xanax|coke)|getting high)\b|\b(?:blackout|blacked out) drunk\b|\bwithdrawals?\b(?! (?:from (?:the|my) (?:bank|atm|savings|isa|account|pension)|fee|limit|request|form|took (?:\S+ ){0,3}to clear|symptoms? from (?:my|the|this) (?:favou?rite )?(?:series|show|game|book|holiday)))/,
    without:
      /\b(?:water|coffee|tea|smoothie|lol|haha\w*|one glass|alexa|using (?:it|this|the|my|your)|milk|juice|kombucha|creatine|matcha|cash|protein|herbal)\b/,
  },
  {
    name: 'hidden-drinking',
    level: 'concern',
    kind: 'substance',
    pattern:
      /\b(?:bottles?|pints?|glasses|six pack|pack|fifth|litre|liter)(?: of \S+)?(?: of)?(?: \S+)? (?:a|every|each|per) (?:night|day|evening)\b|\b(?:hid|hide|hiding|hidden)(?: \S+){0,2} (?:bottles?|drinking|drinks|pills|stash|needles?|wine|vodka|empties)\b|\b(?:sober|sobriety|clean|recovery|days off)\b(?: \S+){0,8} (?:slip\w*|relaps\w*|drank|broke|gave in|ruined|used|lost it|caved|fell)\b|\bget through(?: \S+){0,3} without (?:weed|a drink|drinking|wine|alcohol|pills|vodka|smoking weed|xanax|getting high|a joint|something)\b/,
    without:
      /\b(?:water|milk|juice|coke zero|soda|kombucha|coffee|dishes|shampoo|conditioner|lol|haha\w*|formula|baby)\b/,
  },
  {
    name: 'relapse',
    level: 'concern',
    kind: 'substance',
    pattern:
      /\b(?:i|ive|just|and|then)(?: \S+)? relapsed\b|\brelapse\b|\b(?:fell off the wagon|addict(?:ed|ion)(?: to)?|alcoholic|overdose risk|rehab|(?:lost|broke) my sobriety|(?:drinking|using) again|craving (?:a drink|alcohol|it so)|hit the bottle|drinking problem|problem with (?:alcohol|drugs|drinking))\b/,
    without:
      /\b(?:addicted to (?:this|that|your|the|my|coffee|chocolate|tiktok|candy|boba|wordle|chess|running|reading|crosswords?|podcasts?|netflix|sushi|cheese|it lol)|work ?aholic|shopaholic|chocoholic|movie|character|bought (?:another|more|two|three) (?:\S+ )?(?:lego|yarn|wool|books?|vinyl|plants?|sneakers|trainers|lipsticks?|fabric|games?)|never drinking again)\b/,
  },
  {
    name: 'bullying',
    level: 'concern',
    kind: 'bullying',
    pattern:
      /\b(?:bull(?:y|ied|ies|ying)|pick(?:s|ing|ed)? on me|mak(?:e|es|ing) fun of me|made fun of me|(?:they|theyre|they all|everyone|everyones|everybody|who|people|kids|girls|boys|guys|others|class|classmates|team|co ?workers|colleagues|friends|family)(?: (?:just|all|always|keep|were|are|still|started|would|will|at \S+|in my \S+)){0,3} laugh(?:s|ed|ing)? at me|(?:being|been|get|got) laughed at|call(?:s|ed|ing)? me (?:\S+ )?(?:names|fat|ugly|a freak|a loser|stupid|worthless|disgusting|a whore|a slut|slurs|gay|trash|pathetic|retard\w*|crazy)|spread(?:ing)? rumou?rs|(?:ate|eat|eating) (?:my )?lunch (?:alone|by myself|in (?:the|a) (?:toilets?|bathroom|library|car))|everyone (?:at school|in my (?:class|year|team|office)) hates me|harass(?:ed|es|ing|ment)|cyber ?bull\w+|(?:leave|leaves|leaving|left) me out of everything|(?:nobody|no ?one) (?:sits|talks) (?:with|to) me|threw my (?:bag|books|lunch)|push(?:ed|es)? me (?:into|around|down)|mock(?:s|ed|ing)? me|fake account|(?:whole|entire) (?:class|school|team|office|group) (?:is |was |are )?(?:laugh\w*|hates|ignor\w*)|everyone laughed|(?:put|posted|shared|sent|leaked) my (?:photo|picture|pic|video|messages|nudes|texts)|tell(?:s|ing)? me to (?:kill myself|kms|die)|told me to (?:kill myself|kms|die))\b/,
    without:
      /\b(?:lol|haha\w*|my joke|my pun|photo (?:contest|album)|newsletter|website|exhibition|bully beef|anti ?bullying|bulldog|playfully|my toddler|pit ?bull|laughed at my joke|bull(?:y|ies|ied) me into (?:doing|eating|going|having|trying) (?:my|the|a|yoga|more)|reply[ -]all)\b/,
  },
  {
    name: 'loss',
    level: 'concern',
    kind: 'grief',
    pattern:
      /\b(?:lost|losing|buried|bury|burying|cremated|say goodbye to|said goodbye to|grieving|mourning|miss)(?: \S+){0,2} (?:my|our|him|her)(?: \S+){0,2} (?:mum|mom|mother|dad|father|baby|son|daughter|wife|husband|partner|brother|sister|best friend|friend|nan|grand\w+|gran|child|twin|fiance|fiancee|uncle|aunt|cousin|dog|cat|unborn|little (?:girl|boy)|girl|boy)\b(?! (?:in (?:ikea|(?:the|a) (?:crowd|shop|store|mall|supermarket|market|airport|parking))|at (?:the|a)|s (?:phone|keys|bag|charger|number|wallet)|phone|keys|to (?:college|uni)))|\b(?:my|our)(?: \S+){0,3} (?:mum|mom|mother|dad|father|baby|son|daughter|wife|husband|partner|brother|sister|friend|nan|gran\w*|grand\w+|child|twin|fiance|dog|cat|uncle|aunt|cousin)(?: \S+){0,4} (?:died|passed away|passed on|passed(?: \S+)?(?: last| on| in| yesterday| this)|is gone now|killed (?:him|her)self|took (?:his|her) own life|was killed|death|funeral|is dying|has (?:terminal|months to live|stage (?:4|four))|didnt make it|put (?:him|her) (?:down|to sleep))\b|\b(?:miscarr\w+|still ?b(?:orn|irth)|widow(?:ed|er)?|grief|grieving|bereave\w+|anniversary of (?:his|her|my \S+s?) death|since (?:he|she|they|mum|mom|dad) (?:died|passed))\b/,
    without:
      /\b(?:video game|character|in the (?:movie|book|show)|lost my mum in|lost my (?:dad|mom|mum) (?:to|at) (?:golf|facebook)|laughing|lost my (?:\S+ )?to (?:golf|facebook)|passed (?:the|her|his) (?:test|exam|driving)|minecraft|lost to my (?:\S+ )?\S+ at|stages of grief|plot hole|(?:on holiday|while im (?:away|abroad|at (?:uni|college)))|last (?:slice|biscuit|chip|crisp|piece|doughnut|donut|cookie))\b/,
  },
  {
    name: 'counting-food',
    level: 'concern',
    kind: 'eating-disorder',
    pattern:
      /\b(?:count\w*|obsess\w*|track\w*|log\w*)(?: \S+){0,3} calories?\b(?: \S+){0,12} (?:weigh\w*|every|each|cant stop|times a day|guilty|scared|disgust\w*|hate|obsess\w*|constantly|panic|crying)|\b(?:obsess\w*|terrified|scared|afraid|panic\w*|anxious)(?: \S+){0,4} (?:calories?|eat(?:ing)?|food|gaining(?: weight)?|getting fat|weight|the scale|carbs)\b|\b(?:every|each) (?:single )?calorie\b|\bweigh(?:ing|ed)? myself(?: \S+){0,3} (?:times|every|constantly|multiple|after)\b/,
    without: /\b(?:dog|cat|spicy|new foods|picky eater|toddler|airport|luggage|suitcase|exotic|allerg\w+)\b/,
  },
  {
    name: 'disordered-eating',
    level: 'concern',
    kind: 'eating-disorder',
    pattern:
      /\b(?:anorexi\w+|bulimi\w+|eating disorder|purg(?:e|ed|ing)|bing(?:e|ed|ing|eing)(?: \S+){0,4} (?:purg\w*|hate|sick|guilt\w*|asham\w*|disgust\w*|throw|vomit\w*|starv\w*|food|eating|eat)|binge eat\w*|make myself (?:sick|throw up|vomit|puke)|making myself (?:sick|throw up|vomit|puke)|made myself (?:sick|throw up|vomit|puke)|throw(?:ing)? up (?:after|what|every|my food|on purpose)|starv(?:e|ing) myself|laxatives?(?: \S+){0,4} (?:lose|weight|every|daily|after)|skip(?:ping|ped)?(?: \S+)? meals(?: \S+){0,5} (?:lose|skinny|thin|weight|fat|hate|days|body|control|punish)|hate (?:my body|how i look|looking in|the way i look|what i see in the mirror)|dont deserve (?:to eat|food)|punish myself with|(?:scared|afraid|frightened|terrified) of (?:food|eating|meals|carbs)|(?:guilty|disgusting|disgusted|ashamed|panic|hate myself)(?: \S+){0,2} (?:every time|whenever|when|after|each time) i eat|(?:only|just) (?:ate|eat|eating|eaten|had)(?: \S+){0,4} (?:all day|all week|in \S+ days|a day|today because)|not (?:eaten|eating)(?: \S+){0,4} (?:days?|because|control|deserve)|havent (?:eaten|ate)(?: \S+){0,4} (?:days?|since (?:yesterday|monday|sunday|saturday|friday|thursday|wednesday|tuesday)))\b/,
    without:
      /\b(?:binge watch\w*|netflix|series|lol|flu|stomach bug|food poisoning|pregnan\w+|morning sickness|ramadan|antibiotics?|hangover|so busy|too busy|election|purg(?:e|ed|ing) (?:my|the|our) (?:closet|wardrobe|inbox|files|emails?|photos|contacts|shed|loft|kitchen|bookshel\w+|camera roll)|whats the difference between|quiz|coursework|(?:recovered|free (?:of it )?for (?:\d+|two|three|four|five|six|seven|eight|nine|ten))(?!.*\b(?:back|again|old|still|slip\w*|relaps\w*|lately)\b))\b/,
  },
  {
    name: 'violent-home',
    level: 'concern',
    kind: 'abuse',
    pattern:
      /\b(?:punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|break(?:s|ing)?|broke|smash(?:es|ed|ing)?|throw(?:s|ing)?|threw)(?: \S+)? (?:the |holes? in the |my |things|stuff|plates|furniture|at )?(?:walls?|doors?|things|stuff|plates|furniture|phone|around)?(?: \S+){0,4} (?:next to|near|beside|at|in front of|around|when)(?: \S+)? (?:my head|me|my face|us|the kids|hes (?:angry|mad|drunk)|shes (?:angry|mad|drunk)|he gets (?:angry|mad|drunk)|he drinks)\b|\b(?:he|she|my (?:husband|wife|boyfriend|girlfriend|partner|ex|dad|mum|mom|father|mother|stepdad|parents?|bf|gf))(?: \S+){0,3} (?:control(?:s|ling)|checks my phone|monitors?|tracks? (?:my|where)|isolates?|screams? at me|screaming at me|yells? at me|yelling at me|scares? me|threaten(?:s|ed|ing)?|humiliat\w+|gaslight\w*|insults?|calls me|puts me down|manipulat\w+|abusive|violent|doesnt let me see|never lets me|doesnt let me|goes through my (?:phone|messages|bag)|reads my (?:messages|texts|diary)|wont let me (?:see|have|talk|work|spend)|takes my money|hit me|hurt me|beat me|slapped me|abused me|pushed me|forced me|touched me|used to (?:hit|beat|hurt|touch|abuse|kick|lock))\b|\b(?:abusive|toxic|violent) (?:relationship|home|partner|husband|boyfriend|wife|family|parents?|marriage|dad|father|mother|mum|mom|ex|household)\b|\b(?:was|were|been|got) (?:abused|molested|raped|beaten|groomed|stalked|assaulted|sexually \w+)\b|\bdomestic (?:violence|abuse)\b|\bwalking on eggshells\b|\b(?:i|me|im|being|was)(?: \S+)? stalk(?:ed|ing me)\b/,
    without:
      /\b(?:lol|haha\w*|toddler|movie|character|novel|hit me up|hit me with|chess|the ref|coach yells|beat me at|beat me to|the cat|my dog|our dog|puppy|my cat|pigeons?|seagulls?|geese|on the swing|vegetables|broccoli|greens|scrabble|monopoly|uno|darts|sourdough|adopted (?:him|her)|rescue (?:dog|cat)|happy now|screams at me from the tv|team was beaten|were beaten (?:by|in|at))\b/,
  },
  {
    name: 'worried-for-another',
    level: 'concern',
    kind: 'third-party',
    pattern:
      /\b(?:my|a|one of my|this)(?: \S+){0,3} (?:friends?|roommate|flatmate|sister|brother|mum|mom|mother|dad|father|son|daughter|cousin|boyfriend|girlfriend|husband|wife|partner|student|kid|niece|nephew|girl|boy|classmate|colleague|coworker|neighbou?r|teen\w*|child)(?: \S+){0,10} (?:self[ -]?harm\w*|cuts? (?:himself|herself|themselves)|cutting(?: (?:himself|herself|themselves|again))?|scars on|marks on (?:his|her|their)|bruises|really dark|dark (?:stuff|things|drawings?|poems?|posts?)|not eating|stopped eating|wont eat|starving|throwing up after|depress\w+|hopeless|drinking (?:too much|again|every|all)|using (?:again|drugs|heroin|meth|coke)|addict\w*|relapsed|overdosed|abus\w+|gets hit|hits (?:him|her|them)|being hurt|suicidal|tried to (?:kill|end|hurt|take)|withdrawn|shut(?:ting)? (?:herself|himself|everyone|me) (?:in|out|off)|worries me|scaring me|anorexi\w+|bulimi\w+|wont (?:talk|leave|get out|come out)|hates? (?:himself|herself|themselves)|in an abusive|talks about (?:death|dying))\b|\b(?:scared|worried|afraid|terrified)(?: \S+){0,3} (?:for|about) my (?:friend|sister|brother|mum|mom|dad|son|daughter|roommate|best friend|cousin|partner|husband|wife|student|girlfriend|boyfriend)(?: \S+){0,12} (?:safe\w*|hurt\w*|low|dark|drink\w*|drugs|eat\w*|die|alone|depress\w+|himself|herself|themselves)\b/,
    without:
      /\b(?:movie|novel|character|cutting (?:grass|carbs|hair|onions|a tooth|teeth|cake)|veg\w*|new job|exam|dark (?:roast|chocolate|academia|souls)|not eating (?:meat|dairy|gluten|his veg|her veg|their))\b/,
  },
  {
    name: 'anger-at-another',
    level: 'concern',
    kind: 'violence',
    pattern:
      /\b(?:i|im|id|ill|ive)(?: \S+){0,3} (?:want to|wanna|going to|gonna|could|might|thinking (?:about|of)|feel like|will)(?: \S+){0,2} (?:kill|killing|murder|hurt|hurting|stab|stabbing|shoot|strangle|poison|attack)(?: \S+)? (?:him|her|them|someone|people|everyone|my (?:boss|ex|dad|mum|mom|father|mother|brother|sister|husband|wife|stepdad|neighbou?r|landlord|teacher|roommate|coworker|kids?|manager|boyfriend|girlfriend|partner))\b/,
    without:
      /\b(?:lol|lmao|haha\w*|jk|eats?|ate|leftovers|fridge|dishes|snor\w*|spoil\w*|forgot|forgets|socks|remote|game|level|zombies?|npc|feelings|dont want to hurt|didnt mean|chess|tennis|with kindness|if (?:he|she|they))\b/,
  },
  {
    name: 'debt-without-exit',
    level: 'concern',
    kind: 'low-mood',
    pattern:
      /\b(?:owe|debts?|evict\w*|foreclos\w*|bankrupt\w*|lost (?:my job|the house|our house|everything)|homeless|repossess\w*|laid off|loan sharks?|bailiffs|gambled (?:it|everything|away))\b/,
    with: /\b(?:way out|never (?:pay|be able|recover)|ever pay|drowning|no idea what|cant (?:cope|sleep|see|breathe|go on|face)|ruined|hopeless|nowhere|desperate|terrified|ashamed|dont know what to do|on the street|kids to feed|give up|end of)\b/,
  },
  {
    name: 'poor-self-control',
    level: 'concern',
    kind: 'self-harm',
    pattern:
      /\b(?:i|ive) (?:\S+ )?(?:used to|once|havent|stopped|quit|dont) (?:\S+ )?(?:cut(?:ting)?(?: myself)?|self[ -]?harm(?:ing|ed)?|burn(?:ing)? myself|hurt(?:ing)? myself)\b(?! (?:carbs|sugar|hair|my))|\bclean (?:from|off) (?:cutting|self[ -]?harm\w*|sh)\b|\bself[ -]?harm (?:scars?|urges?)\b|\bmy (?:old )?scars\b(?: \S+){0,6} (?:cut\w*|arms?|wrists?|see|hide|ask\w*|cover)/,
    without: /\b(?:surgery|c section|acne|appendix|knee|carbs|sugar|chickenpox)\b/,
  },
];
