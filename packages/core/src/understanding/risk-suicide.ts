// Long because it is one table of rules of one danger, each with its look-alikes beside it.
import {
  ASKED_BY_A_CHILD,
  anyOf,
  DIE,
  DISTRESS,
  EVERYDAY_VIEW,
  GONE,
  gap,
  INTEND,
  LEISURE_ABSENCE,
  MEANS,
  MYSELF,
  NOBODY,
  PILLS,
  type RiskRule,
  rx,
} from './risk-fragments.ts';

/**
 * One's own death: the wish, the act, and what it would need. One table, longer than a file should be, because the rules
 * are read in this order and against each other.
 */
export const SUICIDE_RULES: readonly RiskRule[] = [
  // The wish not to live.
  {
    name: 'wish-to-die',
    level: 'crisis',
    kind: 'suicide',
    pattern: rx(
      `\\b(?:i|im|id|ive|ill)${gap(4)} ${INTEND}(?: just| really| simply| fucking| honestly| actually| please| somehow)* ${DIE}\\b(?! (?:inside|alone|young|of|from|if|this (?:level|boss|round)|when i (?:see|get|hear|find)|in (?:game|this game|the game)))`,
    ),
    without: /\bi(?:ll| will| would|d) die (?:if|when|of|without)\b/,
  },
  {
    name: 'wish-to-die',
    level: 'crisis',
    kind: 'suicide',
    pattern: rx(`^(?:just |please |really )*(?:want to|wanna|ready to|let me) ${DIE}\\b`),
  },
  {
    name: 'wish-to-be-dead',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:wish(?:ed|ing)? (?:that )?i (?:was|were|wasnt|werent|could(?: just)?|didnt|had never been|was never|had(?:nt)?)|rather be|if only i (?:was|were)|better off|be better if i (?:was|were|wasnt|werent)|hope(?:d)? i|hoping i|pray(?:ed|ing)?(?: \S+){0,4} i(?: just)?)(?: \S+){0,3} (?:dead|die(?: in my sleep)?|not exist|stop existing|cease to exist|never (?:been )?born|never wake up|not wake up|dont wake up|wont wake up|wouldnt wake up|didnt wake up|alive|exist|existed|disappear forever|(?<=(?:never|not|nt|wasnt|hadnt|werent)(?: \S+)? )(?:been )?born|wake up(?: tomorrow| in the morning)?$)\b/,
  },
  {
    name: 'wish-not-to-wake',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:i|to)(?: \S+){0,3} (?:dont|never|not|didnt|wouldnt|wont|would not|do not)(?: \S+){0,2} (?:wake|waking) up\b(?! (?:to\b|early|at|for|my|the|before|until|late|yet|so early|on time|him|her|to (?:the|my) alarm|today feeling))/,
    with: /\b(?:hope|hoping|pray\w*|wish\w*|want|sleep|please|every night|fall asleep|better|mind if|care if|be (?:fine|ok|okay) if|relie\w+)\b/,
  },
  {
    name: 'sleep-forever',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:sleep|asleep|close my eyes|drift off)(?: \S+){0,3} (?:forever|and (?:never|not|dont) (?:have to )?(?:wake|open)|never (?:have to )?wake|for good|eternally)\b/,
    without:
      /\b(?:mattress|pillow|comfy|cozy|cosy|sofa|couch|holiday|vacation|jet ?lag\w*|night shift|weekend|so good|marathon|hike|brunch|lie[ -]in|day off|snooze|at least (?:till|until))\b/,
  },
  {
    name: 'refusal-of-life',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:dont|do not|didnt|no longer|never|cant|not)(?: \S+){0,3} (?:want|wanna|wanted|wanting|wish|care|feel like|see myself)(?: to| about)? (?:be(?:ing)? alive|live|living|exist|existing|be here any ?more|be here any longer|be on (?:this|the) (?:earth|planet)|be in this world|carry on living|keep living|go on living|continue living|go on any ?(?:more|longer)|see tomorrow|live any ?more|be around any ?more|stay alive)\b(?! (?:with|near|at|there|alone|off|by|under|together|downtown|here|around|next|paycheck|in (?!this world|this body|pain)|on (?!this|earth)|without (?!him|her|them|you)))/,
  },
  {
    name: 'refusal-of-life',
    level: 'crisis',
    kind: 'suicide',
    pattern: /\b(?:dont|do not) want to be here\b/,
    with: /\b(?:alive|life|live|die|pain|world|earth|goodbye|worth|exist|burden|without me|anymore|any more)\b/,
    without:
      /\b(?:party|office|work|school|class|wedding|meeting|airport|this (?:city|town|job)|club|date|restaurant|gym|hospital waiting|queue)\b/,
  },
  {
    name: 'tired-of-life',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:tired|sick|exhausted|(?<!ve )(?<!ever )done|had enough|fed up|through)(?: of| with| from)? (?:\S+ )?(?:living|being alive|existing|existence|this life|(?<!done with )my life|life itself|being here any ?more|waking up (?:every day|alive))\b(?! (?:in|with|on|at|near|paycheck|out of|alone|here|under|for the|rooms?))/,
  },
  {
    name: 'no-reason-to-live',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:no|any|any real|not one|a single|without a|whats the|what is the|whats|dont see (?:a|the|any)|see no|cant find a|nothing left|nothing|isnt (?:a|any)) ?(?:reason|point|purpose|sense|use)?(?: \S+){0,2} (?:to|in|of|for) (?:live for|live any\w*|living|live|be alive|being alive|staying alive|stay alive|keep living|going on living|exist|existing|keep myself alive|continue existing|me to be here)\b(?! (?:in|with|at|near|on|alone|here|there|chat\w*|agents?|support|help|music|stream\w*|shows?|tv|persons?|people|humans?|operator|updates?|bands?|gigs?|sessions?|calls?))/,
  },
  {
    name: 'life-not-worth',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:life|living|my life)(?: \S+){0,2} (?:not|isnt|aint|no longer|hardly|barely|doesnt(?: \S+)?)(?: \S+)? worth (?:living|it|staying for)\b|\b(?:cant|dont) (?:\S+ )?(?:live|go on) (?:anymore|any more|any longer|another day|like this any ?more|without (?:him|her|them|you))\b/,
    without: /\b(?:traffic|commute|roommate|coffee|avocado|diet|subscription|hype)\b/,
  },
  {
    name: 'life-denied',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\bi(?:m|ve|d|ll)?\b(?: \S+){0,8} (?:dont|do not|cant|cannot|not|no|never|stop(?:ped)?|rather|wish|without|tired|hate|what|why|whats|how|nobody|bother|wonder|want|if i|over|through)(?: \S+){0,6} (?:exist(?:ing)?|(?:i )?(?:stop(?:ped)? )?breathing|(?:being |stay(?:ing)? |keep myself |still |be |remain )alive|(?:being|stay(?:ing)?|still|im still|am still) here(?: any ?more| any longer)?$|wak(?:e|ing) up (?:tomorrow|any ?more|again|at all|ever|to another day))\b|^(?:whats|what is|theres|there is|no|i see no|is there)(?: \S+){0,4} (?:point|reason|use|sense)(?: \S+){0,4} (?:exist\w*|breathing|(?:being|staying|stay|be) (?:alive|here)|wak(?:e|ing) up|going on|carrying on|keep(?:ing)? going|living)\b|\b(?:no ?one|nobody|who|they|anyone)(?: \S+){0,6} (?:if|when) (?:i|im)(?: \S+){0,2} (?:stopped (?:breathing|existing)|disappeared|died|wasnt (?:here|around)|was gone|never woke up|vanished|didnt wake up)\b/,
    without:
      /\b(?:coffee|tea|chocolate|cats?|phone|never (?:felt|been) (?:so|more)|jet ?lag|early|alarm|snooze|nap|god|aliens?|unicorns?|dinosaurs?|does (?:it|this|that)|doesnt exist|didnt exist|shouldnt exist|santa|ghosts?|if you exist|stuffy|cold|allergies|yoga|breathing exercise\w*|keep (?:it|them|the plant|my plants?) alive|office|party|school|work|town|city|lol|haha\w*|song|book|movie|hope alive|glad|happy to (?:still )?be|grateful|thankful|lucky|amazed|proud|so good to|wonderful|since i last|years since)\b/,
  },
  {
    name: 'death-on-the-mind',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\bi(?:m|ve)?(?: (?!(?:not|never|dont|wasnt)\b)\S+){0,3} (?:think\w*|thought|dream\w*|fantasi[sz]\w*|obsess\w*|daydream\w*|imagin\w*|pictur\w*|pray\w*|long\w*|wait\w*|beg\w*|crave)(?: \S+){0,3} (?:about|of|for|over)(?: \S+){0,2} (?:dying|death|being dead|killing|my (?:own )?(?:death|funeral|suicide)|not being (?:here|alive)|the end)\b(?: \S+){0,3}|\b(?:dying|death|suicide|being dead)(?: \S+){0,3} (?:all the time|every (?:day|night|hour)|constantly|on my mind|in my head|again and again)\b/,
    without:
      /\b(?:afraid of|scared of|fear of|anxiety about|terrified of|my (?:mum|mom|dad|dog|cat|grand\w+|wife|husband|son|daughter|friend|brother|sister)s?|his death|her death|their death|philosoph\w+|stoic\w*|seneca|buddhis\w+|meditation|religious studies|class|death metal|death star|movie|novel|film|end of the (?:movie|book|world|day|month|semester|year)|hospice|nurse)\b/,
  },
  {
    name: 'by-then-gone',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\bby the time(?: \S+)? (?:anyone|you|they|somebody|someone|she|he|mum|mom|dad|my \S+)(?: \S+){0,3} (?:reads?|finds?|sees?|gets?|hears?|notices?|wakes?|know)(?: \S+){0,4} (?:ill be|i will be|its over|it(?:ll| will) (?:all )?be (?:over|done|too late)|too late|i wont|gone|dead)\b|\binsurance (?:money|payout|policy)\b(?: \S+){0,8} (?:peace|better|fine|ok|okay|happy|without me|pay|enough|set)\b|\b(?:im|i am) worth more dead\b|\bill (?:finally )?be (?:gone|dead|out of (?:everyones|their|your) (?:way|hair|lives))\b(?! (?:for|until|next|on|all|by (?:\S+ )?(?:noon|train|five|six)|to|from|at|most|half))/,
    without:
      /\b(?:beach|pool|plane|pub|bed|asleep|vacation|holiday|trip|work|travel\w*|weekend|car insurance|claim|deductible|flood|roof|phone insurance|pet insurance)\b/,
  },
  {
    name: 'date-set',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /^(?:so |well |i think )?(?:ive|i have|i) (?:finally )?(?:picked|chosen|set|chose) (?:a|the|my) (?:date|day|time|spot|method|way)(?: \S+){0,3}$/,
    without:
      /\b(?:wedding|venue|party|surgery|release|interview|dinner|closing|due|trip|launch|meeting|date (?:for|with|night)|move|moving|camp\w*|parking|spot for)\b/,
  },
  {
    name: 'cannot-stay',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:cant|cannot|dont (?:want|think i can)(?: to)?|not able to) (?:be|stay|keep being) here (?:any ?more|any longer|much longer)\b|\bonly (?:reason )?(?:im |i am )?(?:still )?(?:alive|breathing|living)(?: \S+)? (?:because|is|since)\b|\bonly reason (?:im|i am|i havent)(?: \S+)? (?:still here|here|done it|killed|ended)\b/,
    without:
      /\b(?:office|party|town|city|house|flat|apartment|job|company|school|hotel|hospital|landlord|lease|parking|library|cafe|gym|meeting|rent)\b/,
  },
  {
    name: 'death-welcomed',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\bif i (?:just |suddenly |randomly |could )?(?:died|dropped dead|die|didnt wake up|got hit by|was hit by|had (?:an accident|cancer))(?: \S+){0,6} (?:relief|mind|care|better|fine|easier|solve|sad|ok|okay|nice|peace)\b|\b(?:wish|hope|want|pray|beg)(?:ing|fully)?(?: \S+){0,2} (?:someone|somebody|a (?:truck|car|bus|train)|god|they|he|it|the plane|cancer)(?: \S+){0,2} (?:shoot|shoots|kill|kills|hit|hits|run(?:s)? (?:me )?over|take|takes|end|ends) me\b(?! (?:out|home|to|up|with|back|for|on|there|away for))|\b(?:hope|hopefully|wish|pray)(?: \S+){0,3} (?:i )?(?:get|got|be|am) (?:hit|run over|struck|shot|killed|murdered)\b|\b(?:no more|free (?:of|from)|end to) (?:the |this |all this )?(?:pain|suffering|hurting)(?: \S+){0,2} (?:after|tonight|soon|tomorrow|once|when)\b|\b(?:theyll|they will|someone will|somebody will|hell|shell|mumll|youll) find (?:me|my body)(?: \S+){0,2} (?:in the (?:morning|garage|bath|bathroom|woods|car|river)|tomorrow|cold|hanging|by then|when its|too late|at dawn)\b/,
    without:
      /\b(?:hide and seek|instagram|gps|surgery|dentist|epidural|labou?r|braces|physio\w*|app|lost in the|airport|game|paintball|lol|haha\w*)\b/,
  },
  {
    name: 'judgement-of-suicide',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:heaven|hell|god|afterlife|sin|forgiven?)\b(?: \S+){0,10} (?:suicide|end (?:their|your|my|his|her|ones)(?: own)? li(?:fe|ves)|kill (?:themselves|yourself|myself|themself)|take (?:their|your|my|ones) own)\b|\b(?:looked up|look up|googled|googling|searched|searching|researched|researching|reading (?:about|up on))(?: \S+){0,3} (?:how to (?:do it|die|end it|tie)|methods?|painless|lethal|ways to (?:die|go|end))\b/,
    without:
      /\b(?:sewing|recipe|bread|tie a tie|bow tie|shoelaces|bowline|braids?|hair|diy|plumbing|contraceptive|birth control|study methods|teaching methods|philosophy class|theology)\b/,
  },
  {
    name: 'wanting-out',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:want|need|looking for a way) (?:\S+ )?out of (?:life|this life|existence|my life|living)\b|^of life i mean$|\bstop(?:ped)? being (?:in it|here|alive|around)(?= |$)(?! (?:so|late|early|on))|\b(?:hope|wish|pray|hoping|wishing)(?: \S+){0,5} (?:tumou?r|cancer|fatal|terminal|heart attack|aneurysm|kills? me)\b(?: \S+){0,6} (?:over|end|ends|rest|peace|die|free|done)\b|\btell my (?:kids|children|son|daughter|mum|mom|dad|parents|family|wife|husband|sister|brother)(?: that)? i (?:tried|fought|did my best|couldnt)\b|\bmy (?:note|letter)(?:s| is)(?: \S+)? (?:on the|in the|under|next to|beside|done|ready|finished)\b|\bwaiting for the right (?:moment|time|night|day) to (?:do it|end|go|die|jump|leave this)\b/,
    without:
      /\b(?:propose|proposal|quit my job|resign|ask (?:her|him) out|cover letter|sick note|delivery|thank you note|doctors note|application|wedding|interview|marathon)\b/,
  },
  {
    name: 'rather-dead',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:rather|sooner) (?:die|be dead|kill myself|shoot myself) than (?:live|go on|keep|be here|face|stay|go (?:home|back)|feel|see (?:him|her|them|another (?:day|morning|year))|spend another|wake)\b/,
  },
  {
    name: 'undeserving-of-life',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:dont|do not|never) deserve to (?:live|be alive|exist|be here|breathe)\b|\bi (?:\S+ )?shouldnt (?:even )?(?:be alive|exist|still be (?:here|alive)|have been born|be here any ?more)\b|\bcoward for (?:still )?(?:being (?:here|alive)|living|not (?:doing|killing|ending))\b|\brather not (?:exist|be alive|live|be here|wake up)\b|\b(?:stay|staying|kept|keeping myself|keep myself) alive (?:for|because|any ?more|much longer)\b/,
  },
  {
    name: 'sorry-to-wake',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:hate|hated|upset|angry|disappointed|sad|sorry|cried|crying|annoyed)(?: \S+){0,4} (?:i )?(?:woke|wake|waking) up(?: (?:again|today|this morning|alive|at all|every (?:day|morning)))?$|^woke up (?:again|alive)(?: today| this morning)?$/,
    with: /\b(?:disappoint\w*|unfortunately|sadly|hate|hated|upset|sorry|cried|crying|damn|as usual|why|sad|angry)\b/,
    without: /\b(?:early|late|alarm|nap|dream|hungover|holiday|at \d|cat|dog|baby|snoring)\b/,
  },
  {
    name: 'nothing-holds',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:only|one|last) thing(?: \S+)? (?:keeping me (?:alive|here|from (?:doing|ending|killing|jumping|dying))|stopping me(?: is|s| from (?:doing it|ending|killing|jumping|dying))|holding me (?:here|back from (?:doing|ending)))|\b(?:no|not|wont|dont|without|lost my|have(?:nt)?)(?: \S+){0,3} reason to (?:stay(?: alive| here)?|be here|keep (?:going|living|fighting)|carry on|go on|wake up|get up any ?more)\b(?! (?:at|in (?:the|this|my) (?:job|city|town|company|relationship|band)|with|up|late|home|for dinner))|\bnothing (?:left )?(?:is )?(?:for me (?:here|in this)|(?:keeping|holding) me here)\b/,
    without:
      /\b(?:price|money|cost|budget|weather|rain|my knee|distance|laziness|subscription|from buying|from ordering|job|company|coffee|this town|this city)\b/,
  },
  {
    name: 'no-future',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:cant|dont|couldnt|cannot|never) (?:see|imagine|picture|imagined|pictured|saw) (?:myself|me)(?: \S+){0,2} (?:here|alive|living|existing|around|next year|turning|past|making it|growing (?:up|old)|getting old|reaching|at \d\d)\b|\b(?:no ?one|nobody)(?: \S+){0,2} (?:would|will|d|ll) find (?:me|my body)\b|\b(?:dont think|not sure|cant|wont|doubt|dont know if|dont know how|dont see how|how am i (?:supposed|going))(?: \S+){0,4} (?:(?:make it|last|survive|live|be here)(?: \S+){0,2} (?:through|until|till|past|to see)|get through) (?:the|this|another|tonight|tomorrow|today|it)\b/,
    without:
      /\b(?:change jobs|jobs?|lisbon|paris|rome|we are|were in|exams?|shift|meeting|class|lecture|movie|coffee|flight|party|dinner|workout|semester|season|this job|city|level|wine|snacks|work ?day|presentation|winter without|leftovers|phone|battery|lent|diet|living in|living with|retire\w*|weed|a drink|drinking|xanax|alcohol|caffeine|in (?:this|the) (?:job|company|role))\b/,
  },
  {
    name: 'unfit-for-life',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:life|living|this world|existence|being alive)(?: \S+){0,2} (?:isnt|not|wasnt|just isnt) (?:for|meant for|made for) (?:me|someone like me|people like me)\b|\bnot (?:cut out|made|meant|built) for (?:life|living|this world|this life|being alive)\b|\b(?:leaving|leave|quit|quitting|exit|log off|checking out of|check out of) (?:this|the|my) (?:world|earth|life|planet)\b|\bi (?:want|wish|need|d like|just want)(?: \S+){0,4} (?:disappear|vanish|fade|go away)(?: \S+){0,3} (?:never come back|forever|for good|not come back|without a trace)\b/,
    without:
      /\b(?:bali|beach|island|paris|cabin|holiday|vacation|hawaii|italy|forest|thailand|mountains|office life|city life|corporate|vr|headset|rocket\w*|spaceship|starship|nasa|mars|astronauts?|simulator)\b/,
  },
  {
    name: 'so-easy-to',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:easy|easier|tempting|tempted|simple|simpler|nice|nicer|better|peaceful|quick|want)(?: \S+){0,3} to (?:just )?(?:let go(?! of (?:him|her|them|it|the past|my|this|that|anger))|step (?:off|out in|in front)|swerve|drive (?:off|into)|stop (?:breathing|existing|being here)|never wake|not wake|slip under|sink|drown|not be (?:here|alive)|end it(?: all)?|close my eyes and (?:never|not|let))\b/,
  },
  {
    name: 'last-time',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:this|that|it)(?:s| is| will be|ll be|might be)(?: probably)? (?:the|my|our) last time (?:we|you|i|well|ill|youll)(?: \S+)? (?:talk|speak|chat|hear|see|write|message|text)\b/,
    without: LEISURE_ABSENCE,
  },
  // The act, spoken of as one's own.
  {
    name: 'suicidal-act',
    level: 'crisis',
    kind: 'suicide',
    pattern: rx(
      `\\b(?:kill|killing|hang|hanging|shoot|shooting|drown|drowning|off|offing|unalive|unaliving|strangl(?:e|ing)|end|ending|poison|poisoning|electrocute|suffocate|suffocating|gas|gassing|starve|throw|throwing|delete|get rid of|disappear|sacrific\\w+|neck|top|jump)(?:ed)? ${MYSELF}\\b(?! (?:laugh\\w*|into (?:work|it|my)|at the|a (?:glass|drink)|to (?:work|sleep|a)|in (?:work|books|my work)|for (?:this|the)|over (?:this|the|it|him|a)))`,
    ),
  },
  {
    name: 'suicidal-act',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:end|ending|take|taking|took|ended|finish)(?: \S+)? my (?:own )?(?:life|existence|suffering|misery|pain)\b|\b(?:end|ending) it all\b|\b(?:slit|slitting|slash\w*|open(?:ing)?) my (?:wrists?|throat|veins)\b|\bblow(?:ing)? my (?:brains|head)\b/,
  },
  {
    name: 'suicidal-ideation',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:im|i am|feel|feeling|felt|been|getting|become|became|am|was|really|so|very|me|actively|passively) (?:\S+ )?(?:suicidal)\b|\b(?:suicidal (?:thoughts?|ideation|again|urges?|feelings?))\b|\b(?:i|im|ive|keep|been)(?: \S+){0,4} (?:consider\w*|contemplat\w+|think\w*|thought|attempt\w*|commit\w*|want|plan\w*|research\w*|google\w*|look\w* (?:up|into))(?: \S+){0,3} suicide\b|\bcommit(?:ting)? suicide\b|\b(?:my|a|the) suicide (?:note|letter|plan|date)\b|\b(?:sewerslide|sewer slide|ctb|self delete|unalive me)\b|\bsuicide is (?:the only|my only)\b/,
  },
  {
    name: 'ideation-of-ending',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /(?<!\b(?:you|u|they|he|she) )\b(?:thoughts?|thinking|thought|think|ideas?|urges?|dreams?|planning|ready|want|decided)(?: \S+){0,3} (?:of|about|on|to)(?: just)? (?:ending (?:it|things|everything)|end (?:it|things|everything)|not being (?:here|alive|around)|dying|death all|killing|being dead|driving (?:off|into)|crashing (?:my|the) car|stepping (?:in front|into|off)|walking into (?:traffic|the (?:sea|ocean|river))|swerving)\b(?! with )/,
    without:
      /\b(?:membership|subscription|contract|lease|relationship|marriage|grandma|my dad dying|fear of dying|afraid of dying|scared of dying)\b/,
  },
  {
    name: 'jumping',
    level: 'crisis',
    kind: 'suicide',
    pattern: rx(
      `(?:\\b(?:i|im|id|ive|ill|myself)${gap(6)} |^(?:just |to )?)(?:jump(?:ing|ed)?|throw(?:ing)? myself|step(?:ping)?|walk(?:ing)?|fall(?:ing)?|leap(?:ing)?|drive|driving|crash(?:ing)?|swerv(?:e|ing)|veer(?:ing)?)(?: my car| the car)? (?:off|in front of|under|from|out of|over|into)${gap(3)} (?:bridge|roof|rooftop|building|train|tube|subway|window|balcony|cliff|car|cars|traffic|ledge|overpass|tower|truck|lorry|bus|tree|wall|river|ocean|sea|floor|motorway|highway|oncoming|railing|edge|barrier)\\b`,
    ),
    without:
      /\b(?:holiday|vacation|for fun|harness|swim\w*|snorkel\w*|refreshing|bucket list|for charity|parkour|rented|nearly had an accident|accident|landed (?:in|on)(?: \S+){0,3} (?:hay|feet|snow|mat|cushions?|trampoline|net)|glid(?:e|ed|er|ing)|respawn\w*|speed ?run\w*|fall damage|quest|hay bale|double jump)\b/,
  },
  {
    name: 'jumping',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:think\w*|thought\w*|urges?|want\w*|cant stop|imagin\w+|picturing|tempted)(?: \S+){0,4} (?:jumping|to jump|jump|letting go of the railing|stepping off)\b(?! (?:on|into|ship|rope|to|back|through|around|at|in (?!front)|up|higher|higher|straight|start))/,
  },
  // What the act would need: means, method, time, leave-taking.
  {
    name: 'method-question',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern: rx(
      `\\b(?:how (?:many|much|high|long|deep|fast)|what (?:dose|amount)|what (?:happens|would happen)(?= (?:\\S+ ){0,4}(?:take|takes|took|taking|drink|drank|jump|jumps|mix|inject|swallow|swallowed|cut|hang|fall|${PILLS})\\b)|(?:will|would|can|could|is) (?:these|this|it|they|that|\\d+|${PILLS})|is it enough)${gap(10)} (?:not wake up|never wake up|kill (?:me|you|someone|a person|yourself|a human)|die|overdose|od|be fatal|fatal|be lethal|lethal|sleep forever|stop breathing|end it|end me|stop my heart|bleed out|do the job|be enough to)\\b`,
    ),
    with: rx(`\\b(?:i|me|my|these|${PILLS}|jump|fall|rope|bleed|floors?|drop|storey|story|dose)\\b`),
    without: anyOf(
      ASKED_BY_A_CHILD,
      /\b(?:plants?|weeds?|ants?|cockroach\w*|mould|mold|bacteria|yeast|virus|germs|lice|rats?|mice|dogs?|cats?|toddler|baby|goldfish|calathea|romeo|battle|war|dinosaurs?|battery|biscuits?|cookies|crisps|chill?i(?:es|s)?|hot sauce|cocktails?|margaritas?|doughnuts?|bee|bees|world record|highest|hours of sleep|so tired|crypto|accountant|estate|probate)\b/,
    ),
  },
  {
    name: 'method-search',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:painless|quick(?:est)?|easy|easiest|fast(?:est)?|best|least painful|peaceful|cleanest|surest|good|simplest|less painful|effective) (?:\S+ )?(?:ways?|methods?|means)(?: \S+)? (?:to|of|for) (?:die|dying|go|go out|kill myself|killing myself|end (?:it|things|my life|everything)|ending (?:it|things)|do it|commit|suicide|leave this world|not be here|disappear forever)\b|\b(?:tie|make|tying|making) a noose\b|\bhow to (?:die|disappear forever|kill myself|end it|end my life|hang myself|overdose|commit suicide)\b/,
  },
  {
    name: 'method-question',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\bways? to (?:die|kill (?:my|your)self|end (?:it|my life|your life)|hang|suicide)\b|\b(?:painful|hurt|hurts|feel like|long|quick|fast)(?: \S+){0,4} (?:to |when you |if you )(?:hang|die|drown|od|overdose|bleed (?:out|to death)|suffocate|jump off|burn to death|freeze to death|kill yourself)\b|\bhow (?:tall|high|deep|far|long)(?: \S+){0,8} (?:(?:have|need|has|needs) to be(?: to (?:die|kill|be fatal))?|to bleed|takes? to (?:die|bleed|drown|hang|starve)|before (?:you|i|it|an? overdose)(?: \S+)? (?:die|dies|kicks in|works|bleed|pass))\b|\bknot(?: \S+){0,3} hold(?:s)?(?: \S+)? (?:your|my|a|body|human|persons?)(?: \S+)? ?weight\b|\bwhat (?:do|does|did)(?: \S+){0,3} feel(?: \S+){0,3} (?:when|as|after) (?:they|you|someone) (?:jump|die|hang|drown|overdose|hit the)\b/,
    without:
      /\b(?:hair|curls|locs|braids|roots|new growth|shifts?|edges)(?: \S+){0,3} (?:have|need|has|needs) to be\b|\b(?:plants?|dog|cat|fish|flower\w*|battery|hammock|climb\w*|swing|sail\w*|boat|tree house|trampoline|shelf|shelves|fence|ceiling|desk|heels|ride|rollercoaster|bees?|spider|antarctica|dinosaur\w*|lobster\w*|romans?|in the movie|pool|dive|skirt|socks|bake|oven)\b/,
  },
  {
    name: 'attempted',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /^i (?:tried|did it|attempted)(?: it)?(?: again)?(?: last night| yesterday| tonight| this morning| today| on \S+)?$|\b(?:my|the|last|an) (?:suicide )?attempt\b(?: \S+){0,8} (?:again|last (?:night|week|month)|yesterday|failed|didnt work)/,
    with: /\b(?:didnt work|did not work|failed|still here|still alive|woke up|hospital|dont tell|nobody knows|no ?one knows|again|couldnt even)\b/,
    without:
      /\b(?:recipe|souffle|sourdough|interview|fix|repair|code|level|jump shot|serve|call(?:ed|ing)?|coupon|login|log in|password|gym)\b/,
  },
  {
    name: 'gas',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:garage|car|hose|exhaust|windows? (?:up|closed))(?: \S+){0,6} (?:engine|car|motor) (?:is )?(?:running|on)\b|\bengine running(?: \S+){0,5} (?:garage|closed|shut)\b/,
    without: /\b(?:warm(?:ing)? up|ice|snow|scrap\w*|school run|mechanic|noise|smell|pick(?:ing)? up)\b/,
  },
  {
    name: 'looking-over',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:look\w*|star\w*|standing|lean\w*|sitting|hanging)(?: \S+)? (?:over|down from|off|on|at|from) the (?:edge(?! of (?!(?:the|a|this|that) (?:\S+ )?(?:roof|rooftop|bridge|building|platform|cliffs?|pier|quay|balcony|water|river|road|motorway|tracks|drop|world)\b))|ledge|railing|side of the bridge|bridge|drop)\b/,
    without: EVERYDAY_VIEW,
  },
  {
    name: 'loaded-gun',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:found|got|took|have|holding|grabbed|bought)(?: \S+){0,4} (?:gun|pistol|rifle|shotgun|revolver)(?: \S+){0,3} (?:loaded|loading|in my (?:hand|lap|mouth)|next to me|on the bed|under)\b|\bloaded (?:it|the gun|my gun|his gun)\b/,
    without:
      /\b(?:range|hunt\w*|deer|duck|paintball|nerf|airsoft|game|glue gun|water gun|massage gun|heat gun|police|officer|nail gun|truck|dishwasher|car)\b/,
  },
  {
    name: 'secret-plan',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:i|ive|have|had|got)(?: \S+){0,2} (?:made|have|got|a|had|finalised|finalized|finished|set)(?: \S+){0,2} (?:plan|date|day|method|spot|place)(?:s)?\b/,
    with: /\b(?:dont tell|cant tell|no ?one knows|nobody knows|no ?one can|nobody can|anyone know|goodbye\w*|suicid\w+|end it|do it|to die|dying|pills|note|letters?|be over soon|over by|wont (?:be here|hurt|have to)|pain (?:will|ends)|and the means|and a (?:rope|gun)|final)\b/,
    without:
      /\b(?:surprise|birthday|proposal|propose|gift|present|trip|wedding|party|business|invest\w*|workout|meal plan|study plan|payment)\b/,
  },
  {
    name: 'last-time',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:tonight(?:s| is)(?: \S+)? (?:the night(?! (?:of|for|we|she|he|they|that (?:we|she|he)|(?:i|im|ill) (?!(?:\S+ ){0,2}(?:do|doing|die|dying|end|ending|go|going|kill|hang|jump|leave|stop|quit|give|let|take|finish|find|disappear)\b)))|my last(?=$|[,;]| (?:night|one|evening|day|chance)\b)(?!(?: \S+)? (?:at (?!home)|of (?!my life)|before|in|as|with|here at|on (?!earth|this)|working|shift|class))|it for me|when i do it)|(?:this|it|today|tonight)(?: is| will be|s|ll be)(?: probably| likely)? my last (?:night|day|message|text|post|birthday|christmas|goodbye|words|conversation|week|chance to say)(?! (?:at|of (?!my life)|before|in|as|with|for|here at|on (?!earth|this)))|last (?:day|night|time)(?: \S+){0,2} (?:alive|on (?:this )?earth|youll (?:hear|see)(?: from)? me|anyone will)|youll never (?:hear from|see) me again|you wont (?:hear from|see) me (?:again|any ?more))\b/,
    without:
      /\b(?:propose|proposal|brought (?:me )?(?:a |the )?(?:cake|flowers)|bought (?:me )?flowers|theyve brought cake|signed (?:a|my|the) card|leaving (?:do|drinks|party)|colleagues?|co ?workers?|uniform|placement|internship|contract|summer camp|semester|vegetarian|vegan|season|(?:the|this|a) game|server|minecraft|flatshare|tenancy|maternity)\b/,
  },
  {
    name: 'no-future',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:i )?(?:wont|will not|might not|may not|am not going to|not gonna|not going to|dont (?:plan|intend|expect|think ill|want)(?: to| on)?)(?: \S+)? (?:be here|be around|be alive|make it|live|living|being here|being around|see|last|survive|reach|wake up|turn|turning|reach|reaching)(?: \S+)? (?:\d\d|much longer|tomorrow|anymore|any longer|by (?:then|monday|friday|christmas|the weekend|tomorrow|morning|next \S+)|(?:to|till|until|through|past)(?: see| my)? (?:christmas|tomorrow|the (?:end|morning|night|weekend|week|new year|summer)|my (?:next )?birthday|next \S+|monday|\d\d|old|thirty|graduation|tonight)|to see|the (?:morning|sunrise|night|weekend|week)|christmas|monday|next (?:week|year|birthday|month)|past|for (?:christmas|my birthday|it|that|much longer|graduation))\b/,
    without: anyOf(LEISURE_ABSENCE, /\b(?:party|venue|cake|guests|gig|concert)\b/),
  },
  {
    name: 'missed-by-nobody',
    level: 'crisis',
    kind: 'suicide',
    pattern: rx(
      `\\b${NOBODY}${gap(3)} (?:miss me|notice|care|even know|mind|cry|come to my funeral|be sad)\\b${gap(5)}(?: if| when| that)? (?:i|im|id|ive|me)\\b${gap(3)} ${GONE}\\b`,
    ),
  },
  {
    name: 'missed-by-nobody',
    level: 'crisis',
    kind: 'suicide',
    pattern: rx(
      `\\b(?:if|when|once) (?:i|im|id)${gap(3)} ${GONE}\\b${gap(6)} ${NOBODY}${gap(3)} (?:miss|notice|care|know|mind|cry|remember)\\b`,
    ),
  },
  {
    name: 'missed-by-nobody',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:no ?one|nobody) (?:would|will|d|is going to|is gonna)(?: even| really| ever| actually)? (?:miss me|come to my funeral|notice im gone|notice i was gone)\b|\bwould (?:anyone|anybody|you|they)(?: even)? (?:notice|care|miss me|mind) if i (?:died|was gone|were gone|disappeared|was dead|werent here|wasnt here|killed)\b/,
  },
  {
    name: 'better-off-without-me',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:better|happier|easier|fine|ok|okay|improved|lighter|simpler|relieved)(?: off)?(?: \S+){0,2} (?:without me|if i (?:was|were|wasnt|werent|died|disappeared|never existed|didnt exist|left this)|with me (?:gone|dead)|when im (?:gone|dead)|once im (?:gone|dead))\b(?! (?:here )?(?:at|on|in) (?!(?:(?:the|this|their|her|his) )?(?:it|world|earth|planet|house|home|family|picture|way|lives|life|all|every|general|christmas|the end)\b))/,
    without: /\b(?:(?:the|my|our) (?:teams?|project|band|meeting|recipe)|group project|my ex)\b/,
  },
  {
    name: 'burden-lifted',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:wont|not|never|no longer|stop)(?: \S+){0,3} (?:have to (?:deal with|worry about|look after|put up with|take care of|see|carry|support) me(?! (?:next (?:term|semester|season|school year)|in (?:class|lessons|training|meetings|the (?:office|group|choir|team))|at (?:work|school|practice|training|the)|on (?:the|this) (?!earth|planet)))|be a (?:burden|problem|bother) (?:to \S+ |for \S+ )?(?:any ?more|much longer|soon|again)|being a burden(?: to \S+)? (?:soon|tonight|for good))\b/,
  },
  {
    name: 'giving-away',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:gave|giving|given|give|gifted|donat\w+|handed|leaving|left|sold|selling|rehom\w+|got rid of|getting rid of|clear\w+ out|clean\w+ out|pack\w+ up|box\w+ up|find a home for|found a (?:new )?home for)(?: \S+){0,5} (?:away|to (?:my|her|him|them|the|a)|all my|everything|my (?:\S+ )?(?:guitar|dog|cat|stuff|things|clothes|records|jewel\S+|watch|bike|car|games?|books|savings|belongings|possessions|collection|camera|laptop|ring|pets?|room|plants?|console|piano|medals|necklace|instruments?|journals?))\b/,
    with: /\b(?:(?:wont|dont|not|no longer|never|not going to|not gonna)(?: \S+){0,2} need(?:ing)?(?: \S+){0,3} (?:it|them|any|anything|that|those|where)|no use to me|where im going|said (?:my )?goodbyes?|saying goodbye|goodbyes|affairs in order|(?:made|wrote|updated|finished|writing) (?:my|a) will|before i go\b|time left|so calm|at peace|feels? peaceful|lighter now|its time|finally ready|outlive|something to remember me|remember me by|so they have something|when im gone|after im gone|wont be (?:here|around)|letters?|for good|its almost over|over soon)\b/,
    without:
      /\b(?:moving|move to|moved|charity shop|goodwill|marathon|declutter\w*|kondo|minimalis\w+|new (?:house|flat|apartment|place|phone|guitar|bike|one)|downsiz\w+|upgrad\w+|garage sale|emigrat\w+|abroad|college|uni|university|diet|smoking|spring clean\w*|ebay|vinted|too small|outgr\w+|baby clothes|allerg\w+|deployment|server|guild|clan|in game|skins?|loot|ragequit)\b/,
  },
  {
    name: 'farewell-letters',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:wrote|writing|written|write|finished|left|leaving|recorded|recording|sent|sending|typed|drafting|drafted)(?: \S+){0,5} (?:goodbye|suicide|farewell|final|last|parting) (?:letters?|notes?|messages?|texts?|videos?|words)\b|\b(?:letters?|notes?|videos?)(?: \S+){0,6} (?:(?:when|after|once|for when|for after) (?:im|i am|ive) (?:gone|dead|not here|left|passed)|explaining why i(?: \S+)? (?:did it|left|had to))\b|\bwrote (?:letters|notes)(?: \S+)? (?:to|for) (?:everyone|each|all|my (?:kids|family|parents|children|mum|mom|friends))\b/,
    without:
      /\b(?:coworkers?|colleagues|last day at|retir\w+|leaving (?:party|do|card)|deploy\w+|wedding|terminal\w*|hospice|graduat\w+|pen ?pals?|thank|christmas|santa|valentines?|soldiers?|ww[12i]+|history (?:essay|homework|class|project)|pupils|students|(?:year|grade) \d+)\b/,
  },
  {
    name: 'farewell',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:goodbye (?:forever|for good|everyone|everybody|cruel world|world|to everyone|all)|this is goodbye|final goodbyes?|last goodbyes?|said (?:all )?my goodbyes|saying my goodbyes|its time for me to (?:go|leave this)|im leaving this world|leave this world|leaving this world|meet my maker)\b/,
    without:
      /\b(?:last day at|job|office|team|next thing|next chapter|cowork\w*|colleagues|retir\w+|graduat\w+|airport|moving|abroad|until next|see you (?:next|soon|tomorrow)|lunch|coffee break|spreadsheet|good night everyone|netflix|sugar|carbs|youtube|trip|leaving do)\b/,
  },
  {
    name: 'farewell',
    level: 'crisis',
    kind: 'suicide',
    pattern: rx(
      `\\b(?:tell|make sure|let|promise me)${gap(5)} (?:i (?:always )?loved?|im sorry|it (?:wasnt|isnt|is not|was not)|its not|know it)${gap(4)}`,
    ),
    with: /\b(?:im gone|gone|cant (?:do|go|take|stay|keep)|goodbye|bye|fault|pills|bridge|end|anymore|this is it|not coming (?:back|home)|wont be)\b/,
    without: /\b(?:late|cancel\w*|traffic|invoice|order|meeting)\b/,
  },
  {
    name: 'care-after-death',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:look after|take care of|take|feed|watch over|check on|raise|be there for|find a home for)(?: \S+){0,5} (?:when|after|once|if) (?:im|i am|ive) (?:gone|dead|not here|no longer here|not around|passed)\b/,
    without:
      /\b(?:holiday|vacation|trip|weekend|work|travel\w*|week|away|conference|hospital|surgery|old age|will and|lawyer|insurance)\b/,
  },
  {
    name: 'means-at-hand',
    level: 'crisis',
    kind: 'suicide',
    pattern: rx(
      `\\b${MEANS}${gap(6)} (?:(?:cant stop|keep) (?:thinking|looking|staring)(?= (?:about|of|at)\\b|$|[,;])|keep going back|calling me|whispering|tempting)\\b|\\b(?:have(?! to)|ive|got|holding|hold|with|theres|there is|bought|found|loaded|hid|hiding|kept|keeping|saved|saving|stockpil\\w+|hoard\\w+|collect\\w+|counted|counting|lined|laid|pour\\w*|staring at|looking at|put|next to|grabbed|took out|open\\w*|tied)${gap(5)} ${MEANS}\\b`,
    ),
    with: rx(DISTRESS.source.replace('|die|dying|dead|', '|dead|')),
    without:
      /\b(?:cook\w*|kitchen knife set|chop\w*|recipe|prescri\w+|pharmac\w+|pick\w* up (?:my|the)|doctor|hunt\w*|range|headache|period|cold|flu|vitamins?|dog|cat|wine bottle|water bottle|baby bottle|camping|climbing|belt (?:bag|loop)|seat ?belt|black belt|shav\w+|thirst\w*|antibiotics?)\b/,
  },
  {
    name: 'means-for-an-end',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern: rx(
      `\\b(?:${PILLS}|dose|drugs?|poison|rope|gun|gas|bottle)${gap(8)} (?:dont wake|not wake|never wake|stop my heart|stops? (?:the|your) heart|painless\\w*|to make sure|enough to|finish the job|go quietly|go peacefully|no pain|end (?:it|me|my)|put me (?:to sleep|under) for)|\\b(?:which|what|best|strongest|enough) (?:\\S+ )?(?:${PILLS}|dose|drugs?|poison|gas|chemical)${gap(8)} (?:stop (?:my|your|a) heart|kill|painless\\w*|fatal|lethal|die)`,
    ),
    without:
      /\b(?:dogs?|cats?|weeds?|plants?|ants?|rats?|mice|lice|fleas|headache|cramps|toothache|pain relief|vet|put down|novel|character|germs|bacteria|virus|stop my heart burn|heartburn)\b/,
  },
  {
    name: 'means-stockpiled',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern: rx(
      `\\b(?:stockpil\\w+|hoard\\w+|saving up|saved up|been saving|collecting|stashing|stashed|counting out|counted out|lining up|lined up)${gap(4)} (?:${PILLS}|insulin)\\b|\\bgun (?:to|in|against|at) my (?:head|mouth|temple)\\b|\\btying (?:the|a|my) (?:rope|noose)(?: now| tonight| up now|$)|\\b(?:noose|rope) (?:around my neck|tied|ready|is up|in the (?:garage|closet|wardrobe))\\b|\\b(?:pills|tablets|meds)${gap(4)} (?:in my (?:hand|palm)|in front of me|lined up|counted out|saved up|put by)\\b`,
    ),
    without:
      /\b(?:not even with a gun|if (?:someone|you|they) (?:put|held)|held a gun|pill organi[sz]er|pill box for (?:my|the)|boat|sail\w*|kayak|tent|horse|swing|climb\w*|tree house|ipads?|android|ebay|vinted|sell (?:em|them))\b/,
  },
  {
    name: 'place-of-danger',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:window (?:ledge|sill)|ledge)\b(?: \S+){0,6} (?:floor|storey|story|up|down)\b|\b(?:standing|stand|sit|lean|leaning|hanging|sitting|im|i am|walking|driving|going|stood|sat|climbed|waiting|parked|leaning)(?: \S+){0,5} (?:on|at|to|by|over|off|near)(?: \S+){0,3} (?:bridge|ledge|edge of (?:the|a|this) (?:\S+ )?(?:roof|rooftop|bridge|building|platform|cliffs?|pier|quay|balcony|water|river|road|motorway|tracks|drop|world)|platform|window ledge|windowsill|roof|rooftop|overpass|train tracks|railway tracks|tracks|platform edge|cliff|balcony|railings?|parking garage|multistorey)\b/,
    with: /\b(?:jump\w*|end it|cant (?:do|go|take|stop)|nobody|no ?one|goodbye|sorry|over it|so alone|thinking (?:about|of)|long way down|crying|dont know why im here|look(?:s|ing) down|calm|drop|fall|tell my|last|scared of what|what if i|too far|floor up|floor|alone|tonight|let go|pull\w* me|easy)\b/,
    without:
      /\b(?:view|sunset|sunrise|fireworks|barbecue|bbq|hike|hiking|photo\w*|picnic|drinks|party|beautiful|bungee|climb\w* wall|instagram|delayed|commut\w+|train is late|coffee)\b/,
  },
  {
    name: 'drawn-to-a-place',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:bridge|tracks|cliffs?|overpass|river|quarry|rooftop)\b(?: \S+){0,8} (?:walk(?:ed|ing)?|drove|drive|went|go|going|stand|standing|stood|sat|sit) (?:there|to it|on it|up there|by it)(?: \S+){0,3} (?:tonight|again|every night|last night|alone|at night|now)\b/,
    without: EVERYDAY_VIEW,
  },
  {
    name: 'note-written',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:written|wrote|finished|left|leaving|writing)(?: \S+)? (?:the|my) note\b(?! (?:to|for|on|about|from|in|taking|app|down))/,
    without:
      /\b(?:teacher|landlord|doctor|fridge|neighbou?r|colleague|boss|class|lecture|thank you|guitar|song|sick note|lunch ?box)\b/,
  },
  {
    name: 'reunion-in-death',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:ready|want|going|time|soon|cant wait)(?: \S+){0,3} (?:be|go|being) (?:back )?with (?:him|her|them|my \S+|mum|mom|dad|grandma|nan)(?: again)?(?: \S+){0,6} (?:up there|waiting for me|in heaven|other side|since (?:he|she|they) (?:died|passed))\b|\b(?:want|going|gonna|ready|cant wait|just|need|hope|wish|time|ill|soon)(?: \S+){0,3} (?:be with|join|see|be together with|go be with)(?: \S+){0,4} (?:in heaven|on the other side|up there|in the afterlife|in death|in the next life)\b|\bjoin (?:him|her|them|my \S+)(?: \S+){0,2} (?:in the ground|in death|tonight|soon where)\b/,
    without: /\b(?:one day when|many years|old age|movie|game)\b/,
  },
  {
    name: 'unsafe-with-self',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:not safe|dont feel safe|dont trust myself|cant trust myself|cant be trusted|scared|afraid|terrified|worried|frightened)(?: \S+){0,4} (?:with myself|from myself|around myself|alone with my(?:self| thoughts)|of what (?:i|ill|id)(?: \S+){0,2} do(?: to myself)?|(?:ill|i will|i might|i may|i could|im going to|im gonna) (?:hurt|kill|do something(?: stupid| bad| to myself)?|harm|end) ?(?:myself|to myself|it|stupid)?|to be alone tonight|of myself tonight)\b|\bdont trust myself (?:tonight|alone|right now|to be|with)\b|\bcant keep myself safe\b/,
    without: /\b(?:credit card|fridge|chocolate|cookies|sale|shopping|online shop\w*|around (?:cake|pizza|snacks))\b/,
  },
  {
    name: 'doing-it-now',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:im|i am|ill|gonna|going to|about to|will|decided to|finally)(?: \S+){0,2} (?:do it|doing it|going through with it|go through with it|do something (?:bad|drastic|stupid|irreversible|to myself))\b/,
    with: /\b(?:die|dead|pain|end|goodbye|bye|cant (?:take|do|go|live)|hate (?:my|myself)|pills|rope|gun|blade|knife|bridge|nobody|no ?one|alone|sorry|forgive|worthless|life|suicid\w+|kill|hurt(?:s|ing)?)\b/,
    without:
      /\b(?:quit\w*|propose|proposal|ask (?:her|him)|apply|haircut|interview|jump in the|book (?:it|the)|tattoo|resign\w*|exam|presentation|dye|bleach my hair|marathon|asking)\b/,
  },
  {
    name: 'make-it-stop',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:want|need|wish|make|making|wanted)(?: \S+){0,2} (?:it all|everything|all of it|all this|this life|my life|the pain|this pain)(?: \S+){0,2} (?:to (?:end|stop|be over|go away forever)|stop (?:forever|for good|permanently)|end|over with)\b/,
    without:
      /\b(?:exams?|semester|shift|movie|meeting|wedding|project|labou?r|flu|cramps|period|migraine|toothache|election|renovation|divorce papers|tooth|back pain|surgery|dentist)\b/,
  },
  {
    name: 'no-exit-and-means',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /\b(?:cant|could not|cannot)(?: \S+)? (?:do (?:this|it|life)|go on|take (?:it|this)|live like this|keep going|keep doing this|carry on)\b/,
    with: /\b(?:have (?:what i need|everything i need|a way|the means|it all ready)|in (?:the|my) drawer|its ready|tonight(?:s| is)? (?:the|my|it)|goodbye|bye\b|my last|last message|sorry (?:everyone|mum|mom|dad|guys|to)|forgive me|tell (?:my|them|everyone)|plan|pills|rope|gun|bridge|end (?:it|things|everything|my)|only way (?:out|is)|way out is)\b/,
    without: /\b(?:homework|group project|workout|job|traffic|season|meal plan|payment plan)\b/,
  },
  {
    name: 'only-way-out',
    level: 'crisis',
    kind: 'suicide',
    pattern:
      /(?<!s )(?<!\] )\b(?:death|dying|suicide|being dead|not being here|ending it|ending things)(?: \S+)? (?:is|seems|feels|looks|sounds|would be)(?: \S+){0,3} (?:only|best|easiest|peaceful|better|relief|nice|way out|answer|option|easier|good|right|like a relief|comforting|appealing|tempting)\b|\b(?:only (?:way out|option|answer|choice|thing left)(?: \S+)? is (?:to (?:die|end|kill|go)|death|dying|suicide))\b/,
    without: /\b(?:death penalty|death metal|in the game|hades|dark souls|elden)\b/,
  },
  {
    name: 'recent-attempt',
    level: 'crisis',
    kind: 'suicide',
    softens: false,
    pattern:
      /\b(?:i|ive)(?: \S+){0,2} (?:tried to|attempted to|attempted|almost|nearly) (?:kill(?:ed)? myself|end(?:ed)? (?:it|my life|things)|hang(?:ed)? myself|od|overdose|take my (?:own )?life|suicide|jump(?:ed)?|did it|do it)\b/,
    with: /\b(?:last night|yesterday|today|this (?:morning|week|evening)|tonight|again|last week|just now|hours? ago|days ago|hospital|few days|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/,
    without: /\b(?:off the diving|proposed|interview)\b/,
  },
];
