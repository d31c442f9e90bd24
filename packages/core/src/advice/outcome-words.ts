import type { Outcome } from './advice.ts';

/**
 * How people say what came of something, in lower case without apostrophes. A further wording is a line. Gaps have an end, so
 * that a rule's time grows no faster than what is written.
 */

/** Words between which a negation still reaches: "didnt really help". */
const NEAR = '(?: [\\w-]+){0,3}';
const NOT =
  '(?:not|no|never|didnt|did not|doesnt|does not|dont|do not|isnt|is not|wasnt|was not|hasnt|has not|havent|have not|arent|werent|cant|cannot|couldnt|wouldnt|wont|hardly|barely|without|neither|nor|nothing)';
/** "Very", "so", "actually": says how much and changes nothing. */
const MUCH =
  '(?:so|very|really|truly|super|pretty|quite|absolutely|actually|definitely|honestly|totally|just|soo+|hella|mad|crazy|insanely|incredibly|simply|literally)';

/** Harm to hair or skin that the thing is said to have done: its verb is what makes it harm done and not a state. */
const SKIN =
  '(?:rash(?:es|y)?|hives|bumps?|pimples?|acne|welts?|blisters?|sores?|itch(?:y|ing|es|iness)?|burn(?:t|ed|ing|s)?|sting(?:ing|s|y)?|stung|swell(?:ing|ed)?|swollen|irritat(?:ed|ion|ing)|inflam(?:ed|mation)|red(?:ness)?|raw|headaches?|allergic reaction|reaction|scabs?)';
const WORSE_HAIR =
  '(?:worse|drier|dryer|more (?:brittle|dry|breakage|shedding|frizz\\w*|tangled|flak\\w+|itchy|damaged|broken)|brittle|break(?:ing|age)?(?: off| more)?|shed(?:ding)? (?:more|like crazy|a ton|tons|so much|even more)|fall(?:ing)? out|f[ea]ll\\w* out|snap(?:ping|ped)?|damaged|fried|ruined|thinner|bald)';
const HARM: readonly string[] = [
  `(?:gave|given|giving|gives|caused|causing|causes|brought|left)(?: (?:me|my [\\w-]+(?: [\\w-]+)?|us|with|a|an|some|this|these|terrible|bad|awful|massive|horrible|big|little|tiny|huge|weird|all|kinds|of|over|the|worst|an awful|so|much|many)){0,6} (?:${SKIN}|damage|breakage|split ends|bald spots?)`,
  `(?:made|makes|making|turned|left|leaves|leaving|got|getting|gets)(?: (?:my|me|it|the|everything|things|hair|scalp|skin|ends|curls|edges|roots|neck|forehead|hairline|face|head|coils|feel|look|way|so|even|much|all|a lot|lot|just|really|actually|only|super|very|tender|red|and|my whole)){0,7} (?:${SKIN}|${WORSE_HAIR})`,
  `(?:broke|broken|breaks|breaking) (?:me|my [\\w-]+(?: [\\w-]+)?|us)? ?(?:all )?out`,
  '(?:broke|breaks|breaking|snapped|snaps|snapping|ripped|ripping|tore|tears|pulled|took|takes|ate|melted|fried|burned|burnt|burns|damaged|damages|ruined|ruins|wrecked|destroyed|thinned|killed|messed up|jacked up|irritates?|irritated|inflamed|stripped|scorched)(?: (?:out|off|up))? (?:so much of |half |some |all |most |chunks of |clumps of |a lot of |a few of )?(?:of )?(?:my|our) (?:[\\w-]+ ){0,2}?(?:hair|scalp|skin|ends|edges|curls|coils|strands|hairline|roots|neck|ears|face|forehead|eyes|temples|nape|curl pattern|pattern|locs|head)(?: (?:off|out|up))?',
  '(?:my |the )?(?:hair|scalp|skin|ends|edges|curls|strands|hairline|neck|forehead|face|eyes|ears|temples|roots|coils|whole head|head|it|they)(?: (?:all|just|really|actually|immediately|literally|then|both|sort of|kind of))? (?:(?:has |have |had )?(?:started|began|begun|starts|keeps?|kept)(?: to)? |(?:was|were|is|are|got|has been|have been)(?: so| really| super| all)? )?(?:burn(?:ing|ed|t)|sting(?:ing|s)?|stung|itch(?:ing|ed)(?: like crazy| so bad| badly| nonstop)?|itch(?:y|es) (?:like crazy|so bad|after|from|ever since|since|every time|whenever)|swell(?:ing|ed)|swelled up|blister(?:ed|ing)|peel(?:ed|ing) off|broke off|snapp(?:ed|ing) off|breaking off|(?:is |are )?falling out|fell out|came out in (?:clumps|chunks|handfuls)|shed(?:ding)? (?:like crazy|more|so much|in clumps)|reacted|broke out|breaking out)',
  '(?:i|we) (?:got|had|have|ended up with|developed|came out in|came up in|woke up with|broke out in|reacted|am reacting|had to go to|was left with|get)(?: (?:a|an|really|terrible|bad|awful|massive|horrible|huge|some|this|these|weird|itchy|red|angry|tiny|little|painful|all|over|my|such|allergic|severe|slight|mild|nasty|ton|of|so|many|serious|the|worst|in)){0,6} (?:' +
    SKIN +
    '|damage|more breakage|so much breakage|badly to it|to it|the er|urgent care)',
  '(?:i|we) (?:broke|broken|break|breakin?g?) out(?! of)',
  `(?:is|its|it is|got|getting|was|much|way|even|far|feels?|felt|looks?|looked|been) (?:actually |so |so much |much |a lot |way |even |now )?worse(?! (?:at first|before))`,
  '(?:made|makes|making) (?:it|things|everything|my [\\w-]+|the [\\w-]+) (?:[\\w-]+ ){0,2}worse',
  '(?:drier|dryer|crunchier|more brittle|more dry|itchier|flakier|thinner) than (?:before|ever|it was|when i started)',
  '(?:lost|losing|lose) (?:so much|a lot of|more|clumps of|chunks of|handfuls of|half my|a ton of|some)(?: of)?(?: my)? (?:hair|edges|strands)',
  '(?:so much |a lot of |way |even |tons of |ended up with |caused )?more (?:breakage|shedding|split ends|flakes)(?: than| since| after| now|$)',
  '(?:burned|burnt|burns|stings|stung|itches|itched|hurt|hurts)(?: like (?:hell|crazy|mad)| so (?:bad|much)| badly| my [\\w-]+| really bad)?$',
  '(?:it|that|they|this) (?:really )?(?:burned|burnt|burns|stings|stung|hurts?)\\b',
  '(?:bad|allergic|awful|terrible|nasty|severe) reaction',
  '(?:my |the )?(?:edges|hairline|curls|curl pattern|hair|temples) (?:is|are|was|were) (?:all |completely |just )?gone',
  '(?:my )?(?:[\\w-]+ ){0,2}(?:ears?|eyes?|eyelids?|face|lips?|neck|throat|forehead|scalp) (?:all )?(?:swelled|swollen|puffed|puffy|blew|is on fire|was on fire|were on fire|felt like fire|peeled)',
  '(?:was|were|felt like it was|is) on fire(?! emoji)',
  '(?:lost|losing) (?:a|some|my|the|whole|half|big|so|much|of) (?:[\\w-]+ ){0,2}(?:patch(?:es)?|section|chunks?|hair|edges|hairline|strands|curl pattern|curls)',
  '(?:came|comes|coming|broke|breaks|breaking|snapped|snapping|fell|falling) (?:off|out) (?:in|when|where|at|every|after|ever|since)(?: [\\w-]+){0,4}',
  '(?:bald|thin) (?:spots?|patch(?:es)?)',
  '(?:had to|needed to|made me) (?:cut off|take an antihistamine|go to (?:the )?(?:er|urgent care|doctor|hospital)|see a doctor)',
  '(?:ended up|landed) (?:at|in) (?:the )?(?:er|urgent care|hospital|emergency)',
  '(?:red|white|little|tiny|itchy) (?:dots|spots|bumps|patches)',
  '(?:hair|it) (?:has )?snapped',
  'ruined|scorched|set off my',
];

/** Harm that is denied, has gone, or is less: what the thing was for, then. */
const HARM_GONE: readonly string[] = [
  `(?:no|not any|zero|less|fewer|without|stopped|stops|stop|calmed|calms|calming|soothed|reduced|cleared|cleared up|cured|fixed|helps? with|helped with|helped|helps|got rid of|gets rid of|no more|isnt|not|wasnt|didnt(?: even)?|hasnt|doesnt|never|hardly any|barely any|barely|hardly|no longer|rid of|way less|much less)${NEAR} (?:${SKIN}|${WORSE_HAIR}|breaks?|breakage|broke|break|worse|shedding|flakes?|hurt|burn|sting|itch|broke me out|break me out)`,
  `(?:${SKIN}|breakage|shedding|flakes?|burning|itching)(?: [\\w-]+){0,2} (?:is |are |has |have |went |all )?(?:gone|stopped|went away|cleared(?: up)?|calmed(?: down)?|disappeared|vanished|less|eased|better|under control)`,
];

const NOT_TRIED: readonly string[] = [
  `(?:havent|have not|hadnt|didnt|did not|never|aint|haven t|not)(?: (?:really|actually|even|yet|had|gotten|got|been|the|a|any|found|quite|ever|still|managed|had a|got a|able|round|around|to|time|chance|energy|money|it|able to)){0,6} (?:tried|try|trying|use|used|using|do it|done it|do that|done that|start(?:ed)?|get (?:a)?round to|gotten (?:a)?round to|got (?:a)?round to|time|chance|chances?|energy|bandwidth|bought|buy|ordered|order|opened|open|picked (?:it|one|some) up|get to it|gotten to it|got to it|made it|managed|do the|done the|gave it a (?:go|try|shot)|given it a (?:go|try|shot)|give it a (?:go|try|shot)|attempt(?:ed)?|bother(?:ed)?|follow(?:ed)? through|follow(?:ed)? up|touched|be bothered|been able|do any of)\\b`,
  '(?:not|havent) (?:yet|gotten there|there yet)(?:$|[ ,])',
  '^(?:no+|nope|nah|um no|uh no|sadly no|not really)? ?,? ?not yet\\b',
  '^yet to\\b|\\b(?:have|ive|has) yet to\\b|\\bstill (?:need|have|havent|meaning|waiting|planning|trying|got) to\\b|\\bstill on my (?:list|to ?do)\\b|\\bon my (?:to ?do )?list\\b',
  '(?:no|zero|not enough|never enough|didnt have|dont have|havent had|had no|lacked|ran out of|no free)(?: the| any| much| a)? (?:time|energy|spare minute|minute|money|spoons|bandwidth|capacity|headspace)',
  '(?:been|was|am|im|got|life got|work got|things got|life has been|its been|weeks? (?:was|were)|month was)(?: just| way| far| so| really| super| too| crazy| insanely| a little| a bit){0,3} (?:busy|swamped|slammed|hectic|overwhelmed)(?: to| for|,|$| lately| this| and)',
  '(?:too|so) (?:lazy|tired|exhausted|scared|nervous|afraid|broke|sick|drained|depressed) to\\b|\\b(?:scared|nervous|afraid) (?:to|of)',
  '(?:forgot|forgotten|keep forgetting|kept forgetting|keep putting|kept putting|put it off|putting it off|procrastinat\\w+|chickened out|talked myself out|bailed|slipped my mind|completely slipped|totally slipped|spaced on|blanked)',
  '(?:skipped|skip|skipping) (?:it|that|this|the (?:whole|entire|step|treatment|mask|rinse)|out on)|never (?:started|did|got|bought|ordered|happened|tried|opened|actually)|never made it',
  '(?:couldnt|cant|could not|can not|cannot|wasnt able to|unable to|not able to) (?:find|get|afford|buy|order|locate|justify|get hold of|get my hands on|get to|make time|bring myself|see myself|commit|do it|fit it)',
  '(?:too expensive|out of stock|sold out|out of my budget|hasnt (?:arrived|come|shipped|been delivered)|waiting (?:for|on) (?:it|the|my|payday|delivery)|its still in (?:the|my)|still (?:unopened|sealed|boxed|sitting)|sitting (?:in|on|unopened|there|under)|unopened|collecting dust|in (?:the|my) (?:cart|cupboard|drawer|cabinet|box))',
  '(?:plan|planning|going|gonna|about|hoping|intend|mean|meaning|aim|aiming|want) to (?:try|start|do|use|give|get|buy|order|pick)(?: [\\w-]+){0,4} (?:this|next|tomorrow|tonight|soon|on|when|once|after|over|later|eventually)',
  '(?:ill|i will|im gonna|gonna|will|imma|im going to) (?:try|start|do|give|get to|get around to|use)(?: [\\w-]+){0,4} (?:this|next|tomorrow|tonight|soon|on|when|once|after|over|later|eventually)',
  '(?:been|was|were|am|im|its been) (?:just |so |really |too )?(?:ill|sick|unwell|away|travell?ing|on the road|lazy|out of town|in (?:the )?hospital|on (?:holiday|vacation))\\b',
  '(?:its |hair(?: is|s)? |been |was )?(?:still )?in (?:a |the )?(?:weave|sew ?in|braids|twists|install|boxes|the (?:box|basket|cart|mail))(?: since| the whole| this whole|$)',
  '(?:waiting|wait|decided to wait|rather wait) (?:until|till|for|a bit|a little|before|on)|(?:ill|i will|gonna) (?:start|begin|get it|do it|wait)(?: [\\w-]+){0,3}$|^next (?:week|weekend|month|wash ?day)\\b',
  '(?:just )?never found (?:the|a) |no wash ?day (?:yet|since)|no chance$|^not so far|life (?:happened|got in the way)|(?:been |keep )?meaning to|fell off my radar|off my radar|(?:as far as i got|didnt make it that far|got as far as)|lost the (?:instructions|recipe|note)|(?:bottle|jar|pack(?:age)?|box) is still (?:closed|full|sealed)|payday|saving up|(?:had|has|have) run out|ran out (?:of|before)|used it all before|too much going on|a lot on (?:my plate|right now)|didnt (?:dare|bother|feel like it)|(?:cant|couldnt) spare|left it (?:there|for now|at that|alone)$|havent (?:even|been to|gone|had a wash|washed|done|looked|started|begun)|only washed once|sent it back|so no$|hasnt come',
  'only just (?:bought|ordered|got|picked)|just (?:bought|ordered|arrived)(?: it| the)?(?: yesterday| today| and havent)?$',
  '(?:didnt|did not|havent|never) (?:do|did|done) (?:it|that|any|anything you|what you)',
  '(?:my hair has|my hairs|hair has|hairs|ive|i have) (?:still )?been (?:in|under) (?:braids|twists|a wig|wigs|cornrows|a sew ?in|a protective style)(?: [\\w-]+){0,3}$',
];

const PARTLY: readonly string[] = [
  '(?:a (?:little|bit|tad|touch|smidge|hair)|slightly|somewhat|marginally|a (?:little|tiny|wee|small) bit|kinda|kind of|sort of|sorta|partially|partly|halfway|half way|more or less|to (?:some|a certain|a) (?:extent|degree))(?: [\\w-]+){0,2} (?:better|softer|less|improve\\w*|help\\w*|work\\w*|difference|moisturized|stronger|shinier|easier|longer|calmer|nicer|more|smoother|good|ok|okay|itchy|dry)',
  '(?:better|softer|improved|improvement|helped|helps|works|worked|less dry|less itchy|nice|good|great)(?: [\\w-]+){0,2} (?:a (?:little|bit|tad)|slightly|somewhat|kinda|kind of|sort of|some|sometimes|partly|partially|at first|initially|for a (?:day|bit|while|few)|for (?:one|two|a couple of|a couple) days?|but|though|only|until|in some (?:spots|places)|on some days|here and there|for the first)',
  '(?:helps|helped|works|worked|works?) (?:a (?:little|bit)|some|somewhat|sometimes|partly|on and off|for (?:a|one|two|like)|in (?:parts|places|the))',
  '(?:sometimes (?:it|they|that) \\w+|progress|starting to|bit by bit|step by step|small (?:steps|change)|mild change|in the middle|the first (?:two |few )?(?:times|week|days)|still plenty|less so|not so much|slow but|an improvement|an hour later|by day (?:two|three)|not all of|half my head|comes and goes|levell?ed off|(?:on )?(?:the )?other (?:side|half|one) (?:isnt|is not|is another|not)|(?:is )?another story|doesnt (?:stay|last)|mixed (?:results|bag|feelings|success|outcome)|hit (?:or|and) miss|so[- ]so|50[ /]50|fifty fifty|meh but|some days|depends on the day|up and down|back and forth|better but|improving|getting there|slowly|not perfect|not quite there|not amazing|not terrible|not bad|could be better|not as (?:much|well|good) as|some improvement|small improvement|slight improvement|a slight|modest|minor improvement|one side|only (?:the|my|on|in|for)|except(?: for)?|not everywhere|jury is|room for improvement|did something|did help some|its ok|it was ok|its alright|it was alright|alright i guess|okay i guess|ok i guess|decent|fine i guess|bit better|little better|took the edge off|less than before but|still (?:a bit|a little|some|kinda|kind of))',
];

const DID_NOT: readonly string[] = [
  `(?:didnt|did not|doesnt|does not|dont|hasnt|has not|isnt|wasnt|not|never|havent|couldnt|cant|cannot|aint|wont)(?: [\\w-]+){0,4} (?:work(?:ed|ing|s)?|help(?:ed|ing|s)?|do (?:anything|much|a thing|shit|squat|jack|it for me|the trick|a lot)|done (?:anything|much|a thing)|make (?:a|any|much of a)(?: \\w+)? ?(?:difference|dent|change)|made (?:a|any|much of a)(?: \\w+)? ?(?:difference|dent|change)|notice(?:d)?|see(?:n)?(?: any| a| much| a real)? (?:difference|change|improvement|results?)|saw any|change(?:d)?|improve(?:d)?|better|like(?:d)? (?:it|that|how|the)|fix(?:ed)?|for me|stick|impressed|any (?:better|different|softer)|agree with|different|good|great|softer|worth|love|a fan|suit(?:ed)?|last(?:ed)?|budge(?:d)?|convinced|feel(?:ing)? it|happy with)`,
  '(?:no|zero|nil|little|not much|not any|hardly any|barely any|without any|0)(?: [\\w-]+){0,2} (?:difference|change|changes|improvement|improvements|effect|results?|luck|success|impact|benefit|dice|go)\\b',
  '(?:did|does|has done|done|doing) (?:absolutely |literally |basically |pretty much |practically |next to |almost )?(?:nothing|zilch|nada|diddly|jack|squat|f all|bugger all|sweet fa)',
  '(?:nothing|nada|zilch)(?: [\\w-]+){0,2} (?:changed|happened|improved|different|worked|helped|doing)',
  '(?:same|just as (?:dry|frizzy|bad|itchy|tangled|flaky)) (?:as (?:before|ever|always|it was)|old|thing|dry|result)|exactly the same|looks the same|feels the same|(?:its|is|still) the same|back to square one|no better|no softer|no different',
  '\\bstill (?:just as |so |really |super |very |completely |totally |bone |pretty |as )?(?:dry|frizzy|itchy|flaky|breaking|tangled|shedding|brittle|limp|greasy|crunchy|knotty|matted|falling|thirsty|stiff|thin|the same)',
  '(?:dont |didnt |couldnt |cant |no )?(?:see|get) (?:the|any|no) (?:point|hype|appeal)|no point|no results?|where i started|(?:came|come|went) (?:right |straight )?back(?: by| to (?:dry|frizz\\w*|my|what|how|square))|im back to|back to (?:dry|frizz\\w*|my old|what i did|how it was)|(?:dry|frizzy|flaky|itchy) as (?:ever|before|always|the day)|as (?:dry|frizzy|flaky|itchy) as|roll(?:ed|s) (?:right )?off|went flat|(?:a|left|leaves|left me with)(?: \\w+)? (?:film|residue)|wouldnt have (?:it|any)|into a helmet|(?:a|call it a) miss\\b|didnt take\\b|for nothing\\b|fell apart|limp and|nothing to report|laughed at|doesnt care|same (?:old|story)|cant (?:really )?tell|might as well have|by (?:lunch|noon|evening)(?: it| my)|another step|asked for more',
  '^(?:(?:um|uh|well|oh|honestly) )*(?:no|nope|nah|not really|sadly not|unfortunately not)(?: (?:sadly|unfortunately|honestly|didnt see it|not for me|not really|sorry))+$|^not really$|^zero$|^no sadly$',
  '(?:useless|pointless|a waste|waste of (?:time|money)|wasted|a flop|flopped|a bust|a dud|a fail|failed|failure|epic fail|total fail|underwhelm\\w*|disappoint\\w*|unimpressed|overhyped|overrated|rubbish|trash|garbage|a no from me|a no for me|a hard no|big no|thumbs down|crap|sucked|sucks|terrible|awful|horrible|gross|meh|nope nope|hated (?:it|that|the|how)|hate (?:it|how|the way)|not my thing|not for me|wasnt for me|isnt for me|not a fan|never again|wouldnt (?:do|use) it again|regret\\w*|1 out of 10|0 out of 10|0/10|1/10|2/10|backfired)',
  '(?:gave up|given up|(?<!since )(?<!since i )stopped|quit|ditched|dropped|abandoned|returned|threw (?:it|them)|tossed|binned|went back to)(?: [\\w-]+){0,4} (?:it|that|them|using|doing|on|out|away|my old|because|after|halfway|the)',
  '(?:too|so|super|really|just|felt|feels|left (?:it|my hair)|made (?:it|my hair)|leaves it|was|all)(?: [\\w-]+){0,2} (?:greasy|oily|sticky|gunky|heavy|stiff|crunchy|weighed down|weighs it down|coated|tacky|filmy|flat|limp|waxy|gummy|gloopy|like straw)',
  'weigh(?:s|ed|ing)? (?:it|my \\w+|everything|them|me) down|weighed down|sat on top|sits on top|just sits|like a helmet',
  '(?:my hair|hair|curls|scalp|skin|ends|coils) (?:hated|hates|didnt like|doesnt like|rejected|rejects|wasnt having)',
];

const GOOD =
  '(?:great|amazing|wonderful|fantastic|awesome|excellent|perfect|perfectly|brilliant|incredible|lovely|beautiful|beautifully|fabulous|phenomenal|good|nice|fire|lit|bomb|heavenly|dreamy|divine|gorgeous|soft|softer|silky|smooth|smoother|stronger|shiny|shinier|moisturi[sz]ed|hydrated|bouncy|bouncier|defined|healthy|healthier|manageable|easier|better|happier|calmer|fuller|longer|thicker|plush|buttery|supple|juicy|clean|flake[- ]free|itch[- ]free|happy|thriving|on point|10/10|a win)';
const WORKED: readonly string[] = [
  '(?:it|that|this|they|these|those|which|the [\\w -]{2,40}|your [\\w-]+|what you [\\w ]{2,20}|definitely|really|has|have|did|actually|def|so|totally|absolutely|also|honestly|does|do)? ?(?:work|works|worked|workin|working|help|helps|helped|helping)\\b(?! (?:out at|at the|from home|for a|late|on (?:my|a) (?:project|car|paper)|today|tomorrow|shift|night|day|was|is|has|has been|you|me (?:with|find|choose|pick|understand|decide)|with (?:choosing|picking)))',
  '(?:game[- ]?changer|game changing|life[- ]?saver|life[- ]?changing|life[- ]?changer|holy grail|hg|miracle|magic|a godsend|godsend|a blessing|a dream|like a (?:charm|dream|champ)|a treat|chefs kiss|slaps|slapped|slayed|ate (?:that )?(?:down)?$|bussin|fire|goated|the goat|a win|big win|a winner|a keeper|keeper|staple|obsessed|sold on|im sold|hooked|converted|a convert|im a believer|swear by|love love|two thumbs|thumbs up|10 ?/ ?10|10 out of 10|ten out of ten|9 ?/ ?10|100 ?%|a\\+|five stars|5 stars|chef kiss|saved my|saving my|night and day|new (?:woman|person)|like new|brand new|worlds of difference|world of difference|massive difference|huge difference|big difference|such a difference|real difference|a difference|all the difference|paid off|pays off|paying off|did wonders|does wonders|works wonders|wonders|did the trick|does the trick|hit the spot|changed everything|changed my (?:life|hair)|turned (?:it|things|my hair) around|on track|so glad|so happy with|very happy with|really happy with|happy with|pleased with|impressed|thrilled|delighted|cant complain|couldnt be happier|no complaints|never looked back|never going back|wont go back|not going back|best (?:thing|decision|advice|tip|thing ever|wash ?day|hair day)|drinks? it up|drank it up|my hair loves|my hair loved|curls love|curls loved|scalp loves|scalp loved|ends love|ends loved|hair is loving|loving it|loving how|love it|loved it|love that|loved that|loved how|love how|love the|loved the|loving the|like it a lot|really like|like it|liked it|big fan|huge fan|a fan|was right|were right|you were so right|spot on|right on|came out (?:so )?good|fixed it|solved|sorted|cured|success|successful|bless you|works great|wow)',
  `(?:is|its|it is|was|are|were|been|feels?|felt|looks?|looked|came out|turned out|got|gotten|getting|has been|have been|stays?|stayed|staying|doing|going|went|made it|made them|makes it|makes them|makes my \\w+(?: \\w+)?|made my \\w+(?: \\w+)?|left my \\w+|keeps? (?:it|my \\w+|them)|kept (?:it|my \\w+)|seems?|become|became|gone)(?: (?:so|much|way|a lot|lots|loads|very|really|truly|super|pretty|absolutely|actually|definitely|noticeably|visibly|honestly|tons|far|already|finally|now|and|more|been|even|just|feeling|looking|the|soft|consistently|going|${MUCH}))* ${GOOD}`,
  `(?:so|so so|soo+|so much|much|way|a lot|lots|loads|noticeably|definitely|finally|visibly|heaps|tons|far|sooo much|really|even|super|wayyy?|hella|already) ${GOOD}\\b(?! (?:question|point|to (?:hear|see|know|meet)|morning|evening|afternoon|advice|info))`,
  '(?:less|fewer|no more|no longer|almost no|hardly any|barely any|way less|zero|not as much|far less|much less|no) (?:breakage|shedding|frizz|frizzy|dry|dryness|itch\\w*|flak\\w+|knots?|tangl\\w+|split ends|dandruff|breaking|snapping|crunch|build ?up|greasy|tight|tender|pain|hair in the (?:drain|sink|comb|brush)|ssks|tears)',
  '(?:stopped|calmed|reduced|eased|soothed|cleared(?: up)?|cured|got rid of|gets rid of|fixed|tamed|cut down|halved|disappeared|went away|gone away|has gone|is gone|are gone|all gone|vanished)(?: (?:the|my|all|that|down|up|most|on|of|down on))*(?: (?:breakage|breaking|shedding|frizz|dryness|itch\\w*|flak\\w+|knots|tangles|dandruff|build ?up|pain|bumps|tenderness|redness|problem|it))?',
  '(?:improved|improvement|improvements|an improvement|results|grown|growing|retained|keeping length|gained|healed|recovered|bounced back|came back|coming back|holding up|lasts? (?:all|longer|for|until|days)|lasted (?:all|longer|for|until|days|the)|stays? (?:soft|moist|put|for|moisturized|defined)|stayed (?:soft|moist|put|moisturized|defined)|glides|slid|melts|melted the knots|breeze)',
  '(?:dont|doesnt|didnt|havent|hasnt|stopped|never) (?:\\w+ ){0,2}(?:scratch\\w*|itch\\w*|flak\\w*|shed|hurt|tangle|snap|frizz|break)(?: \\w+){0,3} (?:any ?more|any longer|since)|compliments?|(?:noticed|asked|asking|surprised)(?: (?:me|what|right|by|it))?(?: \\w+){0,3}(?: differently| changed| different| away| it)|never (?:giving|letting|going without)|(?:will|ill|going to) keep (?:doing|using|it)|(?:im )?keeping (?:it|this)|sticking with|(?:second|third|another|next) (?:bottle|jar|tub)|(?:you were|turns out you were|were so) right|first time (?:in|since) (?:years|months|ages|summer|forever|a long|my life)|enjoy(?:ed|ing)? (?:it|wash)|told (?:all|everyone|my friends)|different head of hair|(?:still|stays?|stayed|looks?|looked) (?:soft|fresh|good|done|defined|moisturi[sz]ed|put)\\b|what (?:knots|flakes|frizz|dryness)|no (?:more )?(?:tears|effort|zero effort)|zero effort|look forward to|hands down|favou?rite (?:step|thing|part)|part of my|every week now|(?:saw|see) (?:the difference|it right|results)|difference was|runs? my fingers through|lasted (?:five|four|six|seven|a|all|the|for|until|days|\\d)|(?:knots|flakes|itch\\w*|tangles|frizz) (?:is|are) history|touching my hair|laid (?:every|all)|i can (?:now|finally) |from (?:an|two|three|\\d+) hours? to',
  '(?:finally|actually) (?:soft|moisturized|retaining|growing|drinking|absorbing|behaving|gets|has|have|stays|works|holds)',
];

/** Good words that are turned round, and the ones whose "no" is praise. */
const WORKED_DENIED = new RegExp(
  `\\b${NOT}(?: (?:really|exactly|quite|actually|that|even|much|all|so|very|too|been|get|got|have|had|be|a|any|of|feel|look|seen?|notice|noticed|it|my|hair|the|do|did|as)){0,4} $`,
);
const PRAISE_IN_NEGATION =
  /\b(?:cant complain|couldnt be happier|no complaints|never looked back|never going back|wont go back|not going back|no more|no longer|less|fewer|almost no|hardly any|barely any|zero|not as much|no (?:breakage|shedding|frizz|dry|itch|flak|knots|tangl|split|dandruff|tears|pain|build))/;

const compile = (wordings: readonly string[]): RegExp =>
  new RegExp(wordings.map((wording) => `(?:${/^[\^\\]/.test(wording) ? wording : `\\b${wording}`})(?!\\w)`).join('|'));

const HARM_SAID = compile(HARM);
const HARM_DENIED = compile(HARM_GONE);
const NOT_TRIED_SAID = compile(NOT_TRIED);
const PARTLY_SAID = compile(PARTLY);
const DID_NOT_SAID = compile(DID_NOT);
const WORKED_SAID = new RegExp(compile(WORKED).source, 'g');

/** What a clause says came of it; null when it says nothing of that. `clause`: lower case, without apostrophes. Pure. */
export function outcomeIn(clause: string): Outcome | null {
  const deniesHarm = HARM_DENIED.test(clause);
  if (HARM_SAID.test(clause) && !deniesHarm) return 'harmed';
  if (NOT_TRIED_SAID.test(clause)) return 'not_tried';
  const praises = PRAISE_IN_NEGATION.test(clause);
  if (PARTLY_SAID.test(clause)) return 'partly';
  if (DID_NOT_SAID.test(clause) && !praises) return 'did_not';
  if (deniesHarm) return 'worked';
  for (const match of clause.matchAll(WORKED_SAID)) {
    const before = clause.slice(0, match.index + match[0].search(/\S/));
    if (praises || !WORKED_DENIED.test(`${before.trimEnd()} `)) return 'worked';
    return 'did_not';
  }
  return null;
}
