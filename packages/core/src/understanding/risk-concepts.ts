/**
 * What a message can be about where risk is concerned, each as broad as its field: classes of words that stand for one
 * another, and concepts said in a few words. Neither decides anything; `risk-model.ts` weighs them together, by weights
 * that `scripts/train-risk.mjs` trains from the labelled messages in `packages/core/evals`. A new word is an entry here.
 */

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Words that stand for one another. A word is in one class at most; inflections are listed where stemming misses them. */
export const WORD_CLASSES: Readonly<Record<string, readonly string[]>> = {
  kin: words(`mum mom mommy mummy mother mothers mama ma dad daddy father fathers papa pa parents parent brother brothers bro sister sisters
    sis son sons daughter daughters kid kids child children nephew niece uncle uncles aunt aunty auntie grandma grandpa granddad grandad nan nana
    gran grandmother grandfather cousin family twin madre padre mama hermano hermana hijo hija hijos familia abuela abuelo`),
  partner: words(
    `husband wife hubby boyfriend girlfriend bf gf partner fiance fiancee ex spouse novio novia esposo esposa marido pareja`,
  ),
  stepkin: words(`stepdad stepfather stepmom stepmum stepmother stepbrother stepsister padrastro madrastra`),
  peer: words(
    `friend friends bestie mate roommate roommates flatmate flatmates housemate classmate classmates buddy pal amigo amiga neighbour neighbor colleague`,
  ),
  authority: words(`boss coach teacher tutor priest pastor manager carer caregiver landlord imam nurse`),
  pet: words(`dog dogs cat cats puppy kitten hamster rabbit pets pet`),
  pill: words(`pill pills tablet tablets tabs meds med medication medications medicine paracetamol tylenol ibuprofen advil aspirin xanax
    valium tramadol oxy oxycodone codeine insulin antidepressants antidepressant amitriptyline sertraline prozac zopiclone ambien benzos capsules
    benadryl melatonin painkillers prescriptions prescription pastillas pastilla goliyan panadol fentanyl morphine lithium`),
  poison: words(`bleach antifreeze poison cyanide arsenic petrol pesticide zeher veneno`),
  gun: words(`gun guns pistol rifle shotgun revolver firearm bullet bullets glock ammo trigger`),
  blade: words(`blade blades razor razors knife knives scalpel scissors compass cutter`),
  noose: words(`rope noose ligature belt cord beam rafters`),
  height: words(`bridge roof rooftop ledge cliff balcony overpass viaduct tracks platform rails railing puente`),
  drink: words(
    `vodka whiskey whisky wine gin rum tequila booze alcohol beer beers drunk drinking drink drinks bottle bottles`,
  ),
  drug: words(`heroin coke cocaine meth weed ketamine mdma molly drugs crack pcp fent`),
  body: words(
    `arm arms wrist wrists leg legs thigh thighs skin stomach throat neck head hand hands knuckles chest face forearm hip hips brazos brazo`,
  ),
  time: words(
    `tonight tn tomorrow today monday tuesday wednesday thursday friday saturday sunday weekend morning evening midnight soon hoy noche`,
  ),
  past: words(`yesterday ago yesterday years months used formerly once earlier`),
  number: words(
    `two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty sixty hundred dozen`,
  ),
  laugh: words(`lol lmao lmfao haha hahaha hahahaha hehe jaja jajaja rofl xd jk lolol`),
  fiction:
    words(`novel book story film movie show series game character characters hero heroine villain plot scene episode anime manga play
    lyrics song songs chorus band album playlist sim sims boss raid level netflix season spoiler writing author sing karaoke fanfic`),
  report: words(
    `article news documentary podcast history statistics exam essay class course training lecture country countries read`,
  ),
  chore:
    words(`laundry printer wifi meeting deadline project traffic homework exam exams gym workout hike recipe cooking kitchen oven holiday trip vacation camping move
    moving flat apartment furniture charity contract subscription membership budget wedding birthday party surprise`),
  shop: words(`tickets price sale shoes coffee pizza cake ramen kebab sushi burger dinner lunch breakfast`),
};

/** Concepts said in a few words, over lower-case text without apostrophes. Linear: no nested repetition. */
export const CONCEPTS: Readonly<Record<string, RegExp>> = {
  'own-death':
    /\b(?:kill(?:ing)? my ?self|kms|kys|unaliv\w*|un alive\w*|sewer ?slid\w*|suicid\w*|end(?:ing)? (?:it all|my life|myself|me)|tak(?:e|ing) my (?:own )?life|(?:want|wanna|ready|wanted|going|gonna|wish) (?:to |i )?(?:die|be dead|was dead|were dead)|hang(?:ing)? myself|shoot(?:ing)? myself|drown(?:ing)? myself|off(?:ing)? myself|delet\w+ myself|self delet\w*|eras\w+ myself|removing myself|not (?:be|being) alive|stop (?:living|existing|being alive)|being dead|my (?:own )?(?:death|funeral)|matarme|suicid\w+|morirme|quitarme la vida|marna cha\w+|khudkus\w+|mar (?:ja|jau)\w*)\b/,
  'not-living':
    /\b(?:(?:dont|do not|not|never|cant|no longer|without)(?: \S+){0,3} (?:live|living|alive|exist|existing|be here|being here|be around|wake up|go on|carry on|keep going|keep living|continue|make it|see (?:tomorrow|christmas|spring|summer))|no vivir|no quiero vivir|jeena nahi|jeene ka)\b/,
  'not-there-later':
    /\b(?:(?:wont|not|dont (?:plan|intend|expect|think)|never)(?: \S+){0,5} (?:be here|be around|here|make it|make it (?:that|to)|see (?:it|my|the)|turn (?:\d+|twenty|thirty))|when im (?:gone|not here|dead)|after im gone|once im (?:gone|out)|(?:ill|i will) be gone|by the time (?:you|anyone|they)|be over (?:soon|tonight|by)|itll (?:all )?be over|no version of|with me in it|no future)\b/,
  'better-without':
    /\b(?:better|happier|easier|fine|free|relieved|cleaner|lighter|breathe|relief|favou?r|peace)(?: \S+){0,5} (?:without me|if i|of me|when im|once im|me out|me gone|with me|i disappeared|i died|i wasnt|i left)|without me(?: \S+){0,4} (?:better|happier|easier|fine|ok|okay|free|mejor)|sin mi\b(?: \S+){0,3} (?:mejor|felices|bien)|mere bina|rid of me|out of (?:the picture|their way|everyones way|your way)\b/,
  burden:
    /\b(?:burden|carga|bojh|drag\w* (?:everyone|them|him|her|my family) down|waste of (?:space|air|oxygen)|cost(?:ing)? (?:everyone|them|everybody)|worth more|in (?:the|their|everyones) way|carr(?:y|ies) me|stop costing|holding (?:everyone|them) back|dead weight|nobody needs me|no one needs me|useless to)\b/,
  worthless:
    /\b(?:worthless|failure|pathetic|disgusting|useless|hate myself|i hate me|loathe myself|disappointment|dont deserve|deserve to (?:die|suffer)|ruin(?:ed)? (?:everything|my life)|never good enough|unlovable|not worth|dont matter|i fail\w*)\b/,
  hopeless:
    /\b(?:hopeless|no hope|no point|whats the point|what is the point|pointless|no way out|way out|no reason|nothing (?:left|matters|will|is going|keeps|is keeping|holding)|never (?:gets?|get|going to get) better|wont get better|give up|giving up|gave up|given up|see a way|cant fix|trapped|never ends|too late for me|sin esperanza|sentido)\b/,
  'cant-go-on':
    /\b(?:cant|cannot|can not|dont want to|dont wanna|no longer|no puedo|nao aguento)(?: \S+){0,3} (?:do this|take (?:it|this|any)|go on|carry on|keep (?:going|doing|living|pretending)|cope|fight|bear|handle|stand it|anymore|any more|any longer|mas)\b/,
  'tired-of':
    /\b(?:tired|sick|exhausted|done|fed up|had enough|weary|through)(?: \S+)? (?:of|with|from|by|fighting|trying|pretending|living|being|everything|life|it all)\b/,
  'wish-end':
    /\b(?:want|wish|need|pray|hope|wanna|just)(?: \S+){0,4} (?:stop|end|over|sleep|disappear|vanish|quiet|peace|gone|nothing|follow (?:him|her|them))\b/,
  'sleep-forever':
    /\b(?:sleep|asleep|nap|bed|wake|waking|woke)(?: \S+){0,5} (?:forever|never|not|for good|dont|eternal|again)|\b(?:never|not|dont|didnt|wont)(?: \S+){0,2} (?:wake|waking)|forever nap\b/,
  farewell:
    /\b(?:goodbye|good bye|farewell|bye|final (?:message|words|night|day)|last (?:message|night|time|words|letter|text)|(?:wont|not|never) (?:hear|see)(?: \S+){0,2} (?:me|from me|again)|take care of yourself|been (?:good|kind) to me|thank(?:s| you) for (?:everything|being|listening)|i love(?:d)? (?:you all|them|you guys)|remember me|forgive me|im sorry (?:mum|mom|dad|everyone|for everything)|tell (?:my|them|her|him|everyone)|this is (?:it|where it ends|the end)|despedida|adios)\b/,
  note: /\b(?:note|notes|letter|letters|carta|will)\b/,
  'put-in-order':
    /\b(?:gave|giving|given|give|signed|found|sorted|paid|cleared|deleted|closed|cancelled|canceled|wrote|written|packed|cleaned|organi[sz]ed|arranged|rehomed|left|leaving|transferred|settled|returned)\b(?: \S+){0,4} (?:away|over|off|everything|all|home|papers|accounts?|bills?|debts?|things|stuff|loose end\w*|passwords?|affairs|letters|will|belongings|social media|guitar|cat|dog|car)\b/,
  decided:
    /\b(?:decided|decision|made (?:my|peace|up)|made my peace|set a date|chosen|picked (?:a|the)|choose the|ready to|im ready|its time|tonights the night|made a plan|have a plan|a plan|planned|planning (?:my|on|to)|intend|already (?:tied|written|bought|got|wrote|looked)|no turning back|go through with|do it|doing it|get it over|arranged|on purpose|the guts|the courage|the nerve|chicken\w* out)\b/,
  'calm-after': /\b(?:calm\w*|peaceful|at peace|lighter|feel light|relief|relieved|serene|quiet now|peace with)\b/,
  'method-question':
    /\b(?:how (?:many|much|long|high|fast|do|to|would)|what (?:dose|happens|would|is the|kind)|which|whats the|is there a|can you|does it|do you|would (?:it|the))\b(?: \S+){0,12} (?:die|dies|lethal|fatal|kill|kills|survive|survives|painless|hurt|hurts|bleed|overdose|liver|hang|drown|jump|fall|noose|pain|death|od|saved|wake)\b/,
  quantity:
    /\b(?:all (?:of )?(?:my|the|them|it|his|her|mums|moms)|(?:the )?(?:whole|entire|full)|every|handful|bunch of|load of|loads of|too many|too much|way too|\d{2,}|a lot|more than|strip|box|enough|entero|todas|saari)\b/,
  ingested:
    /\b(?:took|taken|take|taking|swallow\w*|downed|popped|drank|drunk|injected|ate|necked|snorted|mixed|shot up|tome|trague|kha li|overdos\w*|od|oded)\b/,
  'self-injury':
    /\b(?:cut(?:ting)?(?: \S+)? (?:my|myself|again|deep|deeper)|self ?harm\w*|sh again|relapsed on sh|hurt(?:ing)? myself|harm(?:ing)? myself|burn(?:ed|t|ing)? (?:my|myself)|scratch\w* (?:my|myself|till|until)|punch\w* (?:myself|the wall|walls)|hit(?:ting)? (?:myself|my head)|bang\w* my head|carv\w*|slic\w*|slash\w*|new (?:lines|cuts|scars)|bleed\w*|blood|urge|urges|cortarme|me corto|me coupe|dig\w*|dug)\b/,
  hiding:
    /\b(?:nobody knows|no one knows|dont tell|hiding|hide|secret|long sleeves|havent told|never told|tell anyone|when no ?one|when nobody)\b/,
  'hurt-by':
    /\b(?:hit|hits|hitting|beat|beats|beating|punch\w*|kick\w*|slap\w*|chok\w*|strangl\w*|throw\w*|threw|shov\w*|push\w*|drag\w*|grab\w*|burn\w*|touch\w*|kiss\w*|rape\w*|assault\w*|molest\w*|abus\w*|attack\w*|forc\w*|lock\w*|threaten\w*|blackmail\w*|bruis\w*|pega|golpea|toca|maart\w+|scream\w*|hands? (?:round|around|on|in) my)\b/,
  'me-object':
    /\b(?:me|my (?:head|face|throat|neck|arm|hair|stomach|pants|body|room|phone|passport|bed)|us|on me|at me)\b/,
  fear: /\b(?:scared|afraid|terrified|frightened|miedo|hiding|hide|escape|ran|unsafe|not safe|help|emergency|police|locked|door|downstairs|outside)\b/,
  'other-in-danger':
    /\b(?:wont wake|not waking|not breathing|isnt breathing|lips (?:are )?blue|turning blue|unconscious|passed out|not answering|isnt answering|not picking up|phones? (?:is |was )?off|turned (?:her|his|their) phone off|locked (?:her|his|the|their)|goodbye (?:video|text|post|message)|wants? to (?:die|kill)|kill (?:himself|herself|themselves|themself)|end(?:ing)? (?:his|her|their) life|tried to (?:kill|hang|overdose)|says? (?:he|she|theyre|they)|told me (?:he|she|they))\b/,
  'third-person': /\b(?:he|she|they|him|her|hes|shes|theyre|his|their)\b/,
  voices:
    /\b(?:voices?|hear(?:ing)? (?:them|him|her|things|it)|telling me|tell me to|tells me to|god (?:is|says|told)|command\w*|they say i)\b/,
  'harm-others':
    /\b(?:(?:kill|hurt|stab|shoot|burn|drown|shake|poison|strangle|murder|smother|hit) (?:him|her|them|my|the baby|everyone|people|someone|his|you)|make (?:him|her|them) pay|bring\w* (?:a|the|my|dads) (?:gun|knife)|(?:hell|shell|theyll|he will) (?:pay|regret)|stop laughing)\b/,
  starving:
    /\b(?:havent eaten|not eat\w*|nothing but water|only (?:water|coffee)|stop(?:ped)? eating|starv\w*|purg\w*|laxatives?|throw\w* up|threw up|vomit\w*|made myself sick|making myself sick|bmi|calories|kilos|kg|lbs|weigh\w*|binge\w*|fat|thin\w*|skinny|skip\w* (?:meals|lunch|breakfast|dinner)|diet)\b/,
  'body-alarm':
    /\b(?:faint\w*|pass(?:ed|ing)? out|black\w* out|collaps\w*|heart (?:is|keeps|doing|skip\w*|stop\w*|racing)|chest|cant stand|dizzy|blurry|numb|drowsy|spinning|shaking|seizure|throat bleed\w*|stomachs? (?:is )?(?:killing|burn\w*)|seeing (?:bugs|things)|crushing)\b/,
  'low-feeling':
    /\b(?:sad|down|low|empty|numb|lonely|alone|depress\w*|miserable|cry|crying|cried|heavy|grey|gray|blank|hurts|broken|ashamed|guilty|exhausted|overwhelmed|triste|akela|akeli|isolat\w*|cant face|cant get out|out of bed|no energy|dont enjoy|feel nothing)\b/,
  worry:
    /\b(?:anxi\w*|panic\w*|worr\w*|nervous|flashbacks?|intrusive|racing|cant sleep|cant breathe|losing my mind|ansiedad|nightmares?|paranoi\w*|stress\w*)\b/,
  loss: /\b(?:died|passed away|funeral|buried|miscarr\w*|grief|griev\w*|lost (?:my|our|him|her)|murio|since (?:he|she|they) (?:died|passed|left)|stillb\w*|anniversary|widow\w*)\b/,
  habit:
    /\b(?:relaps\w*|using again|sober|clean|addict\w*|gambl\w*|hungover|drinking (?:again|every)|every night|need (?:a drink|weed|it)|withdraw\w*|detox)\b/,
  mocked:
    /\b(?:bull(?:y|ied|ying)|laugh\w* at|slurs?|call(?:s|ed)? me|make fun|made fun|group chat|fake account|poll|rumou?rs?|trolls?|harass\w*|picked on)\b/,
  controlled:
    /\b(?:controls?|checks my|reads (?:all )?my|doesnt let me|wont let me|not allowed|ask (?:permission|before)|eggshells|threatened to|insulta|calls me|screams at me|jealous)\b/,
  recovered:
    /\b(?:used to|years? ago|months clean|years clean|years sober|in recovery|therapy saved|im (?:better|ok|okay|fine|good) now|now i (?:teach|help|work)|celebrat\w*|survivor|grateful|when i was)\b/,
  denial:
    /\b(?:not suicidal|not going to|wont do|would never|id never|not that i|isnt that i|dont want to die|wouldnt|never act)\b/,
  but: /\b(?:but|though|just|except|only)\b/,
  minor:
    /\b(?:im (?:1[0-7]|[89]|twelve|thirteen|fourteen|fifteen|sixteen)|year (?:7|8|9|10|11)|(?:1[0-7]) (?:year|yr|yo)|my school|in class|my class|6th grade|7th grade|8th grade)\b/,
  earnest:
    /\b(?:fr|for real|not joking|not kidding|serious\w*|im not joking|no cap|literally|honestly|actually|this time)\b/,
  'good-feeling':
    /\b(?:love|loved|happy|glad|great|amazing|best|excited|gorgeous|lovely|wonderful|proud|cant wait|thrilled|fun|enjoy\w*|free|grateful|beautiful|feliz|buena)\b/,
  'asks-fact': /^(?:how|what|when|who|why|where|which|did|does|is it|can you|is there)\b/,
  pronoun: /\b(?:i|im|ive|id|ill|me|my|myself|mi|me|main|mujhe|yo|ich|je)\b/,
};
