/**
 * Indirect cues, each broad and none decisive: what is at hand, where the person stands, what has been settled, put in
 * order or said for the last time. `CUE_PAIRS` names the combinations that together mean a crisis. This is how a message
 * that never says the word is still understood ("I paid off my debts and wrote out my passwords for my wife").
 */
export type Cue =
  | 'resolved'
  | 'means'
  | 'place'
  | 'decision'
  | 'affairs'
  | 'despair'
  | 'farewell'
  | 'secrecy'
  | 'peace'
  | 'soon'
  | 'thanks'
  | 'after'
  | 'ending'
  | 'sorrow'
  | 'exit';

export const CUES: Readonly<Record<Cue, RegExp>> = {
  resolved:
    /\b(?:one|only) (?:thing|option|choice) left(?: to do| for me)?|\b(?:ive|i have|i) (?:finally )?(?:decided|made up my mind)(?= \.|$| tonight| today| im done| thats it)/,
  means:
    /\b(?:pills?|tablets?|my meds|sleeping (?:pills|tablets)|overdose|rope|noose|(?:a|the|my|dads|his|his old|moms|grandpas) (?:gun|pistol|rifle|shotgun|revolver)|razors?|razor blades?|blades?|scalpel|the bottle(?! (?:came|arrived|was|is|broke|broken|leak\w*|cap|top|lid|pump|says|label|of (?:shampoo|conditioner|leave)))|whole bottle|bottle (?:next to|beside|in front of) me|helium|exhaust|carbon monoxide|engine running|belt around|what i need|everything i need|(?:a|the) knot|insulin)\b/,
  place:
    /\b(?:bridge|overpass|viaduct|(?:on|at|near|over|from|off|to) the (?:roof|rooftop|ledge|edge|cliff|balcony|tracks|platform|cliffs|top floor|railing|quay|pier)|roof of|looking (?:over|down)|train tracks|railway|car park roof|parking (?:garage|structure)|cliffs?|the wheel|deep end of the river|the river)\b/,
  decision:
    /\b(?:ive (?:finally )?(?:decided|made up my mind|made (?:my|a|the) (?:decision|peace|choice))|i (?:finally )?decided|made up my mind|made my peace|its time|ready (?:to go|now|for it)|im ready|need the courage|find the courage|had the courage|have the courage|the courage to|do it|doing it|go through with|getting it over with|get it over with|this is it|(?:dont think|not|wont)(?: \S+){0,2} get(?:ting)? on (?:it|the train)|no turning back|no going back|the only thing stopping me|if i just let go|not getting on|never coming back|not coming back|plan is (?:ready|set|done)|i have a plan|tonights the night|trying again|try again soon|counting them|keep counting|cant stop (?:looking|staring|thinking))\b/,
  affairs:
    /\b(?:(?:my|updated|wrote|made|signed|changed|finished) (?:my |a |the )?will\b(?! (?:be|not|have|go|come|get|do|never|always|take|make|see|say|is))|passwords|life insurance|(?:paid|paying|settled|cleared) (?:off )?(?:all )?(?:my|the) (?:debts|bills|loans|tab)|affairs in order|(?:deleted|closed|deactivated|wiped)(?: \S+){0,2} (?:accounts|socials|social media|photos|messages|profiles|phone)|returned (?:everything|all)|everything i borrowed|cancel\w* (?:all |everything|my appointments|all my)|(?:giving|gave|given)(?: all)? my (?:things|stuff|belongings|possessions|clothes) away|(?:gave|given|giving)(?: \S+){0,2} (?:away )?(?:my|all my|everything|away)(?: \S+)?(?: (?:cat|dog|pets?|things|stuff|clothes|guitar|savings|books|records|belongings|plants))?|rehomed|hugged everyone|hugged (?:them|my kids|my mum|my mom)(?: \S+){0,2} longer|said goodbye to (?:everyone|my|the (?:dog|cat|kids))|(?:the|my|a) (?:note|letter) (?:is|are|already|on|has)|written the note|wrote the note|writing the note|letters? (?:for|to) (?:my|each|everyone|them|the kids)|(?:instructions|list) for (?:my|the) (?:wife|husband|mum|mom|kids|family|funeral|cat|dog)|funeral (?:plan|song|playlist|arrangements)|cleaned (?:out|up)? ?(?:my|the) (?:room|flat|apartment|house|desk|car)(?: \S+)? (?:so|for|one last)|wont be needing|wont need (?:it|them|any))\b/,
  despair:
    /\b(?:cant (?:do (?:this|it|life)|go on|take (?:it|this|any)|live|cope|keep (?:going|doing|living|pretending)|carry on|handle|bear|breathe anymore|see a way|stop crying|win|feel)|dont (?:want to|wanna) (?:feel|be|do|live|go|keep|hurt|fight|try)|done (?:with (?:it|everything|life|all)|trying|fighting|hurting|pretending)|im (?:just )?(?:so |really )?done\b|tired of|so tired|exhausted by|hopeless|worthless|hate (?:my|myself)|empty|numb|alone|nobody|no ?one|pain|hurts?|hurting|too much|burden|failure|broken|lost everything|ruined everything|nothing left|no point|no reason|shaking|crying|scared|sorry|forgive\w*|it never (?:stops|ends|gets better)|over it|give up|giving up|gave up|suffer\w*|end it|to be over|it to (?:stop|end)|everyone leaves|wont stop)\b/,
  farewell:
    /\b(?:goodbyes?|farewell|(?:the|my|our|one) last (?:time|message|text|night|day|supper|hug|letter|words|post|call|conversation)|wont (?:hear from|see|be here|be around|bother|wake)|tell (?:my|her|him|them|everyone)(?: \S+){0,3} (?:i love|i loved|im sorry|it wasnt|its not|not (?:her|his|their) fault)|wasnt (?:her|his|their|your|anyones|anybodys) fault|not (?:your|her|his|their|anyones) fault|i love you all|love you all|remember me|forget about me|take care of (?:my|her|him|them|each other|the kids)|look after (?:my|her|him|them|each other|the kids))\b/,
  secrecy:
    /\b(?:dont tell|they dont know|no ?one knows|nobody knows|nobody can know|havent told (?:anyone|a soul)|cant tell anyone|between us|promise (?:me )?not to tell|our secret|dont try to stop me|dont call anyone|nobody suspects|(?:nobody|no ?one)(?: \S+)? noticed|told (?:my \S+|them|everyone)(?: \S+)? (?:im|i was|i am|id be) (?:working|out|at|busy|staying|going|asleep|in bed)|no ?one suspects|smile(?:d)? (?:and|like) nothing)\b/,
  peace:
    /\b(?:feel(?:s|ing)? (?:so |really |strangely |weirdly |finally |oddly )?(?:calm|peaceful|at peace|lighter|free|relieved|quiet)|at peace|strangely calm|calm for the first time|finally calm|peaceful|so calm|looks? (?:so )?(?:calm|peaceful|quiet|soft)|a relief)\b/,
  soon: /\b(?:tonight|today|tomorrow|this (?:evening|morning|weekend|week)|right now|now|by (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|then|the (?:weekend|morning|time))|in an hour|before (?:anyone|they|he|she|mum|mom|dad|my)|when (?:they|everyone|everybody|mum|mom|dad|my \S+) (?:is|are|s|leaves?|goes|falls?)|at (?:\d+|midnight|dawn))\b/,
  sorrow: /\b(?:forgive|forgiven|sorry|understand|forgiveness|apologi[sz]e)\b/,
  exit: /\b(?:(?:no|any|only|another|other|cant see (?:any|another|a)) (?:\S+ )?(?:way out|escape)|(?:(?:no|only|another|cant see (?:any|another)) (?:other )?(?:way|option|choice|exit)|(?:any|no) other way)(?!(?: now)? (?:to|of|is to) (?!(?:end|stop|die|go|make|live|escape|fix|be)\b))|nowhere (?:left )?to (?:go|turn)|out of options|nothing left(?! (?:on|to (?:eat|watch|do|pack|buy|wear|read|cook|say)|but|for (?:dinner|lunch|breakfast|tea)|in the)))\b/,
  thanks: /\b(?:thank you|thanks) (?:for (?:everything|being|listening|trying|all|the|caring|always|your)|all)\b/,
  after:
    /\b(?:(?:after|when|once) (?:im|i am|ive|it) (?:gone|dead|not here|left|done|over|happens)|(?:she|he|they|everyone|you|everybody)(?:ll| will) (?:all )?(?:be (?:ok|okay|fine|better|happier|alright|taken care|safe|relieved)|understand|find|thank me|get over)(?: \S+)?|be (?:ok|okay|fine|alright) (?:after|without me)|theyll be (?:ok|okay|fine|better)|find (?:me|my body)|without me)\b/,
  ending:
    /\b(?:(?:im|ill be|i will be|be|about|start) (?:just )?ending it|end (?:it|things|everything)(?! with)|ending (?:it|things|everything)(?! with)|checking out|check out for good|my funeral|own funeral|last breath|leave (?:this|the) (?:world|earth)|stop existing|not exist|be dead|to die|die\b|dying|death|suicid\w+|kill myself|not wake up|never wake up|disappear|stay alive|being alive|be alive|let go of the wheel|step off)\b/,
};

/** Two cues that together mean it. Ordered by nothing; the first that holds names the rule. */
export const CUE_PAIRS: readonly (readonly [Cue, Cue])[] = [
  ['resolved', 'soon'],
  ['resolved', 'despair'],
  ['means', 'decision'],
  ['means', 'despair'],
  ['means', 'farewell'],
  ['means', 'ending'],
  ['means', 'peace'],
  ['means', 'secrecy'],
  ['place', 'decision'],
  ['place', 'despair'],
  ['place', 'farewell'],
  ['place', 'ending'],
  ['place', 'secrecy'],
  ['affairs', 'decision'],
  ['affairs', 'peace'],
  ['affairs', 'farewell'],
  ['affairs', 'secrecy'],
  ['affairs', 'after'],
  ['affairs', 'sorrow'],
  ['affairs', 'ending'],
  ['decision', 'farewell'],
  ['resolved', 'thanks'],
  ['resolved', 'farewell'],
  ['decision', 'ending'],
  ['decision', 'peace'],
  ['farewell', 'thanks'],
  ['farewell', 'despair'],
  ['farewell', 'peace'],
  ['farewell', 'after'],
  ['ending', 'exit'],
  ['exit', 'soon'],
  ['exit', 'farewell'],
  ['means', 'exit'],
  ['place', 'exit'],
  ['ending', 'peace'],
  ['ending', 'soon'],
  ['ending', 'after'],
  ['peace', 'after'],
];

/** Settings in which these cues are everyday life. */
export const EVERYDAY =
  /\b(?:refund|parcel|money back|shampoo|conditioner|(?:rain|snow|hail|cat|sun) on (?:the|my)|my (?:\S+ )?(?:son|daughter|nephew|niece|kids?) (?:asks|asked|wants to know)|doctor|pharmac\w+|prescri\w+|vitamins?|antibiotics?|headaches?|migraine|allerg\w+|hay fever|cramps|period pain|vet|dog|puppy|hik(?:e|ing)|climb\w*|camping|hunting|range|fishing|view|sunset|sunrise|picnic|photo\w*|drone|instagram|holiday|vacation|trip|travel\w*|flight|airport|moving|move (?:to|out|house|in)|moved|new (?:job|house|flat|apartment|place|phone|school|city|year)|quit my job|resign\w*|retir\w+|last day (?:at|of)|colleague\w*|cowork\w*|leaving (?:do|party)|graduat\w+|(?:year|grade) \d+ (?:class|pupils|kids|students)|(?:my|the|our) whole (?:\S+ )*class|pupils|happy tears|wedding|married|baby shower|pregnan\w+|birthday|christmas|diet|sugar|smoking|vap\w+|gym|workout|marathon|race|match|season|team|game|level|boss fight|episode|series|movie|film|book|novel|story|chapter|song|concert|recipe|cook\w*|baking|kitchen|knitting|craft\w*|sewing|shav\w+|haircut|hair|swing|hammock|sail\w*|boat|surf\w*|traffic|commut\w+|late for|interview|exam|homework|essay|project|deadline|meeting|office|tattoo|apply|application|password manager|two factor|bank|mortgage|tax|subscription|app|account(?:ant)?|browser|lol|haha\w*|lmao|cat litter|plants?|garden|chemo|hospice|terminal|dying of cancer|his funeral|her funeral|grandma\w*|grandpa|grandmother|grandfather|break ?up|broke up|ending it with|relationship|(?:years|months) together|grew apart|boyfriend and i|girlfriend and i|medication review|side effects?|pill organi[sz]er|contraceptive|birth control|antihistamine\w*)\b/;
