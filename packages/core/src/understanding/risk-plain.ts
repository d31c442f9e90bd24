import { anyOf, LITTLE_ONE, NOT_A_DANGER, PETTY, PLAYED, type RiskRule, rx } from './risk-fragments.ts';

/**
 * Harm said plainly and briefly: wounds of one's own, what was swallowed, what others do, who won't wake, who is about to be
 * hurt, a body that gives way. Families of wordings over broad classes of people, things and signs.
 */

/** Who does it, with or without "my": "dad", "my ex", "he", "mum's boyfriend". */
const WHO =
  '(?:he|she|they|hes|shes|theyre|someone|somebody|(?:my |our |the |a |his |her |mums |moms |dads )?(?:(?:foster|step|ex|own|older|big|little|youth|drunk|abusive|online)[ -]?)?(?:mum|mom|mummy|mother|dad|daddy|papa|father|brother|sister|stepdad|stepmum|stepmom|stepfather|stepmother|step ?brother|uncle|aunt|auntie|grandpa|granddad|grandad|grandfather|grandma|cousin|son|parents|family|husband|wife|boyfriend|girlfriend|bf|gf|partner|fiance|ex|boss|coach|teacher|tutor|pastor|priest|nurse|carers?|caregiver|roommate|flatmate|neighbou?r|landlord|agent|pimp|guy|man|stranger|classmate|in laws))';
const LOVED =
  '(?:(?:my|our|a|the|this) (?:(?:little|older|younger|best|big|baby|online|close|old|step|good) )?(?:friends?|mates?|mum|mom|mother|dad|father|brother|sister|son|daughter|child|kid|boy|girl|baby|toddler|cousin|nan|nana|gran|grandma|grandpa|husband|wife|partner|boyfriend|girlfriend|bf|gf|ex|roommate|flatmate|housemate|classmate|neighbou?r|patient|student|nephew|niece|uncle|aunt|mate|bestie)s?|(?:the )?(?:little boy|little girl|kid|boy|girl|guy|woman|man)(?: (?:next door|i babysit|i know|upstairs|downstairs))|someone (?:on|in) my (?:server|discord|class|building|chat)|mom|mum|dad|grandpa|grandma|husband|wife|she|he|hes|shes|they)';
const MINE =
  'my (?:\\S+ )?(?:face|head|throat|neck|arms?|wrists?|ribs|stomach|back|hair|legs?|thighs?|hands?|fingers?|nose|jaw|lip|lips|pants|body|breasts?|skirt|bed|clothes|hips?|skin|stomach|knuckles)';
const STRIKES =
  '(?:hits?|hitting|beats?|beating|beaten|punch\\w*|kick\\w*|slap(?:s|ped|ping)|chok\\w+|strangl\\w+|squeez\\w+|burn(?:s|ed|t|ing)|stab\\w*|threw|throws?|throwing|push\\w*|shov\\w+|drag\\w*|grab\\w*|pinn\\w+|whip\\w*|smack\\w*|headbutt\\w*|tie(?:s|d)|broke|breaks|split|bit|bites|spat|spits|slam\\w*|cut|cuts)';
const DRUGS =
  '(?:pills?|tablets?|tabs|meds|medications?|medicines?|capsules?|paracetamol|acetaminophen|tylenol|panadol|ibuprofen|advil|nurofen|aspirin|naproxen|xanax|valium|ambien|zopiclone|tramadol|codeine|oxy\\w*|morphine|fentanyl|benadryl|antihistamines?|sertraline|prozac|zoloft|citalopram|amitriptyline|antidepress\\w*|lithium|seroquel|insulin|beta blockers?|blood pressure \\w+|painkillers?|sleeping (?:pills?|tablets?)|cough (?:syrup|medicine)|melatonin|heart (?:pills?|meds)|benzos?|adderall|gabapentin)';
const SOBER_USE =
  /\b(?:prescri\w+|as directed|vitamins?|course|antibiotics?|doctor said|pharmacist|each day|a day|per day|daily|over the (?:last|past) (?:week|month|year)|protein|probiotics?|biotin|collagen|creatine|photos?|pictures?|selfies|notes|lol|haha\w*|years ago|as a (?:kid|child)|dose for)\b/;
const JEST =
  /\b(?:lol|lmao|haha\w*|jaja\w*|game|chess|mario|fifa|uno|scrabble|boxing|sparring|karate|judo|wrestling|pillow|snowball|paintball|playful\w*|joking|tickl\w*|movie|film|novel|story|book|show|toddler|puppy|kitten|cat|in my dream|dodgeball|rugby|football practice|surprise party|high five|confetti|wave|goal|balloons?|toys?|hes two|swing|giggl\w*|laugh\w*|so cute|broke up with me|by text)\b/;
const CALL_FOR_HELP =
  /\b(?:hid\w*|scared|afraid|help|knife|gun|drunk|screaming|shouting|kill|hammer|(?:break|kick|bang|pound|smash|batter|thump)\w*(?: \S+){0,3} door|again|kids|bathroom|police|cant (?:talk|speak)|quiet(?:ly)?|angry|threat\w*|found me|please)\b/;

const make =
  (kind: RiskRule['kind']) =>
  (
    name: string,
    source: string,
    more: { readonly with?: RegExp; readonly without?: RegExp; readonly softens?: boolean } = {},
  ): RiskRule => ({
    name,
    level: 'crisis',
    kind,
    pattern: rx(source),
    ...more,
  });
const selfHarm = make('self-harm');
const overdose = make('overdose');
const abuse = make('abuse');
const others = make('third-party');
const violence = make('violence');
const eating = make('eating-disorder');
const substance = make('substance');

export const PLAIN_RULES: readonly RiskRule[] = [
  selfHarm(
    'wounds-of-ones-own',
    `\\b(?:cut|cutting|hurt|hurting|burn|burning|burnt|burned|scald\\w*|punish\\w*|harm\\w*|stab\\w*|starv\\w*) (?:myself|my self)\\b(?: \\S+){0,2} (?:again|with|last night|tonight|in the|because|so|helps|when|every|daily|to feel|bad|right now|$)|\\b(?:burn(?:t|ed|ing)?|scald\\w*|held|dug|carv\\w+|slash\\w*|stab\\w*|bit|scratch\\w*|punch\\w*|hit|cut|slic\\w+|pull(?:ed)?|put)(?: \\S+){0,6} ${MINE}(?: \\S+){0,6} (?:on purpose|till it ble\\w+|until it ble\\w+|ble(?:d|eds)|because i (?:deserve|hate)|until i (?:bruise|bleed)|i like that it hurts|to punish|punishment)|\\b(?:compass|needles?|pins?|lighter|cigarettes?|scissors|razor|glass|blade|nails)(?: \\S+){0,3} (?:(?:into|under|across) my (?:leg|arm|thigh|skin|nails|wrist|hand|stomach|hip)|(?:on|in) my (?:leg|arm|thigh|skin|wrist|stomach|hip))|\\bcarv\\w+(?: \\S+){0,3} (?:into|on|in) my (?:arm|leg|skin|thigh)`,
    {
      without:
        /\b(?:shav\w+|cook\w*|kitchen|oven|curling|by accident|accidentally|acupunctur\w*|tattoo\w*|manicure|blood test|vaccin\w*|sew\w*|waxing|splinter)\b/,
    },
  ),
  selfHarm(
    'wounds-fresh',
    `\\b(?:(?:arms?|thighs?|legs?|wrists?|hips?|skin)(?: \\S+){0,3} (?:all cut up|cut up|covered in|full of|sting|stinging|a mess|red lines|new (?:lines|cuts)|fresh (?:cuts|lines))|new (?:lines|cuts) on my|(?:went|cut|go|too|so) (?:\\S+ )?deep(?:er)?(?= |$)(?: \\S+){0,6} (?:fat|gaping|gape\\w*|stitches|blood|wont stop)|(?:\\d+|two|three|four|five|six|ten|twelve|twenty|thirty|new|fresh|so many) cuts (?:on|all over|across|down) my|(?:gonna|going to|wanna|want to|about to|might) cut(?= |$)(?: tonight| again| so bad|$)|sh again|relapsed on (?:sh|cutting|self ?harm)|(?:just|i) cut$|just cut\\b(?: \\S+){0,3} (?:wont stop|bleed\\w*)|have to cut\\b(?! (?:back|down|costs|out|carbs|it (?:all |short)|(?:it|them|everything) off|the|my (?:hair|curls|locs)))|(?:need|want|have) to see (?:the |my )?blood|scratched (?:till|until) it bled|(?:unwrapped|hid|took apart)(?: \\S+){0,5} (?:blades?|sharpener|razor)(?: \\S+){0,4}$|deep cut i made|stitches but i cant tell|under long sleeves(?: \\S+){0,6} (?:i did|last night)|now i do it on my (?:hips|thighs|legs|stomach|arms))`,
    {
      without:
        /\b(?:shav\w+|cook\w*|kitchen|garden\w*|bramble\w*|cat|dog|fell|bike|hair|clippers|mosquito\w*|eczema|allerg\w+|sunburn|workout|gym|surgery|prescription|school supplies|steak|meat|bread)\b/,
    },
  ),
  selfHarm(
    'urge-to-hurt-oneself',
    `\\b(?:urge|urges|need|want|wanna|craving|itching|tempted|going|sitting with the razor)(?: \\S+){0,3} (?:to |for )?(?:something sharp|cut\\b(?= |$)(?: so bad| tonight| again| myself|$)|sh\\b|hurt myself|self ?harm|bleed)|\\bneed something sharp\\b|\\bsitting with the razor\\b|\\brazor and i dont want to but\\b|\\b(?:promised|swore|said)(?: \\S+){0,4} stop cutting(?: \\S+){0,4} (?:did it again|again)`,
    { without: /\b(?:hair|bangs|fringe|carbs|sugar|costs|knife set|cheese|kitchen|cake)\b/ },
  ),
  overdose(
    'taken-in-quantity',
    `\\b(?:took|taken|take|swallowed|downed|popped|had|ate|necked|chugged|drank|injected|kha li|ingested)(?: \\S+){0,5} (?:all|whole|entire|every|handful|fistful|load|loads|lots|bunch|boxes|box|strip|bottle|packet|packets|months|(?:[2-9]|1)\\d{1,2}|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|double|too many|too much|a lot more|way too many)(?: \\S+){0,5} ${DRUGS}\\b|\\b(?:\\d{2,}|thirty|twenty|fifty) (?:\\S+ )?${DRUGS}(?: \\S+){0,6} (?:on purpose|last night|ago|gone|down|in me|already)\\b|\\b${DRUGS}(?: \\S+){0,4} (?:went down|are in me|inside me|all gone)\\b|\\bi took the (?:pills|tablets)\\b(?: \\S+){0,3}(?:$| (?:regret|sorry|scared|now|help))|\\bregret it\\b(?: \\S+){0,3} (?:took|pills)`,
    { without: SOBER_USE, softens: false },
  ),
  overdose(
    'overdose-said',
    `\\b(?:i|ive|just|we|think i)(?: \\S+){0,3} (?:ods?|oded|odd|overdosed|overdosing|(?:taken|took|had) (?:an )?overdose)(?= |$)(?! (?:on (?:chocolate|sugar|cake|coffee|caffeine|sun|cheese|netflix|turkey|candy|memes|cuteness|carbs|christmas)))|^overdosed on my\\b|\\b(?:tried to|try to|attempted to) od\\b|\\b(?:after|from) an overdose\\b(?: \\S+){0,8} (?:been|its|hours?|feel it)|\\btook (?:them all|all (?:of (?:them|it)|\\d{2,}))(?: \\S+){0,2}$|^took all \\d+$`,
    {
      without:
        /\b(?:my nursing|exam|documentary|years ago|photos|class|article|brother|cousin|friend of mine|character|vitamins?)\b/,
      softens: false,
    },
  ),
  overdose(
    'taken-with-signs',
    `\\b(?:taken|took|swallowed|had|drank|injected|inhaled|mixed|done|did|smoked|snorted)(?: \\S+){0,3} (?:something|too (?:much|many)|so (?:much|many)|way too (?:much|many)|them|everything|the (?:whole )?bottle|the whole thing|a lot|exhaust|fumes|ket\\w*|coke|alcohol|whatever)\\b`,
    {
      with: /\b(?:cant feel|cant move|cant breathe|scared|vomit\w*|ringing|sleepy|drowsy|dizzy|blurry|numb|fading|heart|chest|pass\w* out|shaking|seeing things|regret|help|weird|cabinet|poison|call anyone|lips|dont know how many|on purpose|exhaust)\b/,
      without:
        /\b(?:coffee|caffeine|espresso|sugar|pizza|dinner|water|food|sun|photos|pictures|credit|work|homework|notes|food poisoning|norovirus|sushi|chilli|spicy|sea ?sick|roller ?coaster)\b/,
      softens: false,
    },
  ),
  overdose(
    'taken-past-counting',
    `\\b(?:dont know|lost count(?: of)?|not sure|cant remember) how many (?:pills |tablets |of them )?i(?:ve)? (?:took|taken|swallowed|had(?=.*\\b(?:swallow\\w*|pills|tablets|sleepy|dizzy)\\b))\\b|\\bi(?:ve)? (?:just )?swallowed (?:them all|all of them|the lot|everything in the)\\b|^swallowed (?:them all|everything in the)\\b|\\btook enough to not (?:come back|wake)|\\btook (?:way |far |a lot )?more (?:insulin|pills|tablets|meds) than i should\\b|\\bdrank (?:\\S+ ){0,4}(?:windscreen wash|screen ?wash|cleaning liquid|paint thinner|white spirit|turps|turpentine|kerosene|lighter fluid|drain cleaner|weed ?killer|something (?:from )?under (?:the )?sink)\\b`,
    {
      without:
        /\b(?:photos?|pictures|pics|screenshots|notes|biscuits?|cookies|courses|classes|naps|steps|shots|coffees|episodes|oysters|grapes|gummy bears|sweets|olives|pips|seeds|vitamins?|mussels|pride|feelings|novel|character|movie|dog|cat)\b/,
      softens: false,
    },
  ),
  overdose(
    'swallowed-what-harms',
    `\\b(?:swallowed|drank|drunk|ate|eaten|ingested|chugged|inhaled)(?: \\S+){0,4} (?:razor blades?|batter(?:y|ies)|glass|needles?|screws|bleach|cleaning (?:stuff|product|fluid|spray)|cleaner|detergent|antifreeze|petrol|gasoline|acid|pesticide|weed ?killer|rat poison|lighter fluid|nail polish remover|mercury|hand sanitizer|mouthwash|pods?)\\b|\\b(?:toddler|baby|son|daughter|little (?:girl|boy)|kid|child|niece|nephew)(?: \\S+){0,3} (?:got into|ate|swallowed|drank|took)(?: \\S+){0,5} (?:pills|medicine|meds|medication|cleaner|bleach|cleaning stuff|tablets|berries|battery)\\b`,
    { without: /\b(?:wine glass|glass of|a glass|pod of|peas|podcast|novel|movie|story)\b/, softens: false },
  ),
  abuse(
    'struck',
    `\\b${WHO}(?: (?:just|always|often|sometimes|still|again|keeps|has|have|had|regularly|really|drunkenly|physically|nearly|also|was|is|and|got|then)){0,2} ${STRIKES}(?: \\S+){0,2} (?:me|us)\\b(?! (?:at |in (?:chess|a race|the (?:race|game))|to (?:it|the (?:punch|finish))|up (?:at|for|from|on|to|tomorrow|a)|a (?:message|text|bone|line|kiss|party|fish|compliment|look|ball)|the (?:ball|keys|remote|idea|best|good|truth)|with (?:his|her|a) (?:new|great|idea|question|surprise|kindness|news|smile)|off (?:a|the|at)|around|out of (?:the rat race|my comfort)|to (?:be|do|try|work|study)|hard and|by \\d|over (?:with|to)|on the shoulder|some (?:money|slack)|open|in half|as (?:odd|strange|funny)))`,
    { without: anyOf(PLAYED, LITTLE_ONE, JEST) },
  ),
  abuse(
    'struck-on-the-body',
    `\\b${WHO} (?:tried to run me over|pulled (?:a|the) (?:knife|gun|blade))|\\b${WHO}(?: \\S+){0,2} (?!(?:squeez\\w+|grab\\w*) my (?:\\S+ )?hands?\\b)${STRIKES} ${MINE}\\b|\\b${WHO}(?: \\S+){0,2} (?:hands?|arm|knife|gun|belt|fist)(?: \\S+){0,3} (?:round|around|on|to|at|in|down|against) (?:my (?:throat|neck|head|pants|face|body|skirt|thigh)|me when)|\\b(?:holds?|held|points?|pointed|pulled|pulls|put|puts|waved?)(?: \\S+){0,2} (?:knife|gun|blade) (?:to|at|on|against) (?:me|my)|\\b${WHO}(?: \\S+){0,3} (?:broke|fractured|dislocated|blackened) my (?:arm|finger|nose|rib|ribs|jaw|wrist|eye|leg|teeth|tooth)|\\bpushed me (?:into|down|against|out)\\b(?: \\S+){0,6} (?:wall|stairs|split|pregnant|bleed\\w*|window|car)|\\b(?:plates?|bottles?|chairs?|glass\\w*|knife|knives|things|phone) at (?:me|my (?:\\S+ )?(?:head|face|sister|brother|mum|mom)\\w*)`,
    {
      without:
        /\b(?:lol|haha\w*|game|massage|physio\w*|barber|stylist|dentist|football|soccer|heart|hockey|basketball|skiing|bouldering|yoga|choreograph\w*|dance|baby|toddler|hairdresser|shoulder|braid\w*|sparring|kickboxing|mma|bjj)\b/,
    },
  ),
  abuse(
    'touched',
    `\\b${WHO}(?: (?:always|keeps|often|still|then|sometimes|also|and|just)){0,2} (?:(?:shows me (?:videos|porn|pictures) and )?touch(?:es|ed|ing) me|kissed me|kisses me|grop(?:ed|es) me|forced (?:himself|herself) on me|undress\\w* me|rap(?:es|ed) me|makes? me (?:sleep with|do (?:things|stuff)|touch|strip|undress|send)|made me (?:do (?:things|stuff)|touch|strip|undress|sleep with|send))\\b(?! (?:emotionally|deeply|with (?:his|her) (?:words|speech|kindness)|goodnight|on the cheek|good night|laugh|smile|dishes))|\\b(?:spiked my drink|woke up (?:without|with no) (?:my )?(?:clothes|underwear)|doesnt stop when i (?:cry|say no)|wont stop when i|gods will to undress|our (?:little )?secret)\\b`,
    {
      with: /\b(?:secret|touch\w*|rap\w*|force\w*|nobody|night|asleep|videos|clients|clothes|cry|say no|said no|undress|drink|scared|teacher|coach|pastor|uncle|stepdad|granddad|grandpa|boss|cousin|brother|13|12|14|15|weird|send|bed)\b/,
      without:
        /\b(?:heart|speech|lol|haha\w*|first date|so romantic|under the mistletoe|novel|story|movie|cat|puppy)\b/,
    },
  ),
  abuse(
    'blackmailed',
    `\\b(?:blackmail\\w*|extort\\w*|sextort\\w*)(?: \\S+){0,3} me\\b|\\b(?:has|have|got|post|posts|share|shares|send|sends|leak|leaks|show|shows)(?: \\S+){0,3} (?:my )?(?:nudes|pictures|photos|pics|video|videos)(?: \\S+){0,10} (?:unless|if i|or else|to everyone|to my school|to my parents)\\b|\\bmeet me\\b(?: \\S+){0,8} (?:not to tell|dont tell|secret)(?: \\S+){0,3} parents`,
    { without: /\b(?:photographer|wedding|holiday pictures|surprise|album)\b/ },
  ),
  abuse(
    'held-and-traded',
    `\\b${WHO}(?: \\S+){0,2} (?:lock(?:s|ed)?|shut|ties?|tied|chain\\w*|trap\\w*|keeps?) me (?:in|up|to|inside|out|locked)\\b(?! (?:on|by accident|entertained|updated|posted|company|safe|warm|sane|going|awake))|\\b(?:making|forcing|make|force) me (?:to )?marry\\b|\\b(?:marry|married to) a man ive never met|\\bwant to cut my (?:little )?(?:sister|daughter)\\b|\\b(?:not allowed to leave|wont let me leave|wont let me out|no me deja salir)\\b|\\b(?:keeps my money and|takes my money and) makes me\\b|\\b(?:doesnt|dont|wont|refuses to|never) feeds? (?:me|us)\\b|\\bhasnt fed (?:me|us)\\b|\\bleaves me in my own (?:mess|urine|dirt)\\b|\\bwithout food(?: \\S+){0,3} (?:closet|locked|room)|\\bcloset for hours\\b`,
    {
      without:
        /\b(?:by accident|as a prank|until (?:my|the) homework|lol|haha\w*|meeting|desk|traffic|grounded|screen time|party|snow\w*|airport|escape room|quarantine|the cat|vip|locked me out(?: \.+)? of (?:the|our|my|his|her|their)(?: \S+)? (?:account|netflix|spotify|wifi|server|chat|laptop|ipad)|brought (?:me )?(?:a )?cake|leaving (?:do|party|drinks))\b/,
    },
  ),
  abuse(
    'threatened-with-death',
    `\\b(?:${WHO}(?: is|s| are|re| will| might| swore| says| said| mean(?:s)?(?: it)?)?(?: \\S+){0,4} (?:going to|gonna|will|ll|would) (?:kill|murder|shoot|stab|burn|bury|strangle|hurt) (?:me|us|the kids|my (?:kids|children|mum|mom|family|dog)|the house)\\b(?! (?:for|when (?:he|she|they) (?:sees?|finds? out about|hears?) the|if i(?:m| am) late|if i spoil|with|lol|haha))|(?:my family|they|he|she|my (?:dad|father|brothers?)) will kill me\\b(?: \\S+){0,10} (?:mean it|boyfriend|honou?r|leave|police)|if (?:he|she) cant have me|showed me the grave|(?<!\\bi (?:want to|could|will|would|might|nearly|almost|just want to|have to) )burn the house down|grave hed dig|killed (?:the|my) (?:cat|dog|rabbit) as a|jalane ki dhamki)`,
    {
      without: anyOf(
        PETTY,
        /\b(?:lol|lmao|haha\w*|dishes|late again|the dent|phone bill|spoil\w*|ending|drills|deadline|grades?|report card|curfew|messy|vase|carpet|haircut|puns?|jokes|forgot (?:her|his|our|their))\b/,
      ),
    },
  ),
  abuse(
    'danger-at-the-door',
    `\\b(?:${WHO}|hes|shes)(?: is|s)?(?: \\S+){0,3} (?:coming up the stairs|in the next room|outside (?:my|the|our) (?:door|flat|house|window|bathroom)|at (?:my|the) (?:door|window)|breaking (?:the|my) (?:door|window)|(?:kick|bang|pound)\\w* (?:on )?(?:the|my) door|in the garden|downstairs|found me|following me|follows me|(?:got|has) a (?:knife|gun)(?! (?:set|block|rack|sharpener|licen[cs]e))|drunk again)\\b`,
    {
      with: CALL_FOR_HELP,
      without:
        /\b(?:lol|haha\w*|game|movie|pizza|delivery|postman|amazon|barbecue|bbq|dinner|breakfast|watching tv|gardening|cooking|package|halloween|santa|wedding)\b/,
      softens: false,
    },
  ),
  abuse(
    'attacked-with-things',
    `\\b(?:threw|throws|thrown|throwing|chuck(?:s|ed)|${WHO}(?: \\S+)? (?:pour(?:s|ed)|tipp?(?:s|ed)|splash(?:es|ed)))(?: \\S+){0,2} (?:boiling|scalding|hot) (?:water|oil|tea|coffee|soup|fat|milk|kettle)\\b(?: \\S+){0,2} (?:at|on|onto|over) (?:me|us|${MINE})\\b|\\b(?:threw|throws|thrown) (?:the|a|her|his) (?:kettle|pan|knife|iron|chair|glass|plate|bottle|hammer|vase|lamp|phone) (?:\\S+ )?at (?:me|us|my (?:head|face))\\b|\\b(?:put|puts|putting|wraps?|wrapped) (?:his|her|their) hands? (?:a)?round my (?:throat|neck)\\b|\\btried to (?:strangle|choke|stab|drown|smother|suffocate|rape|run over) (?:me|us)\\b|\\bthreaten(?:s|ed|ing)? (?:me|us) with (?:a|the|his|her) (?:\\S+ )?(?:knife|gun|hammer|bat|axe|machete|rifle|shotgun|acid)\\b|\\b(?:hes|shes|he is|she is|ex|husband|wife|dad|brother)(?: \\S+)? coming to (?:kill|hurt) me\\b|\\b(?:wont let me have|took|hid|hides|withholds?|locks?|locked|put)(?: away)? my (?:insulin|inhaler|heart (?:pills|meds)|meds|medication|oxygen)(?: \\S+){0,6} (?:until i|unless i|apologi[sz]e|in the safe|if i dont)|\\bfilms? me (?:in the shower|changing|undress\\w*)|\\bhiding in (?:the|a) (?:\\S+ ){0,2}(?:toilets?|loo|bathroom|wardrobe|cupboard|shed|garage)\\b(?: \\S+){0,4} (?:hes|shes|he is|she is|from (?:him|her|my (?:ex|husband|dad|boyfriend)))\\b(?=.*\\b(?:looking for me|asking people|smash\\w*|scream\\w*|shout\\w*|drunk|angry|kick\\w*|bang\\w*|knife|gun|hurt|hit|kill|find me)\\b)|\\bmarry(?:ing)? (?:me|my (?:\\S+ )?sister) off\\b|\\b(?:taking|take|took|takes|flying)(?: \\S+){0,2} (?:sister|daughter|niece|cousin|girls?|her|me|them)(?: \\S+){0,2} to be cut\\b`,
    {
      without: anyOf(
        PLAYED,
        JEST,
        /\b(?:by accident|accidentally|my (?:tattoo|hairdresser|barber)|haircut|fringe|hide and seek|sardines|playing|airport|fell asleep in|massage|scarf|necklace|physio|hug\w*|keys?)\b/,
      ),
    },
  ),
  others(
    'another-at-the-edge',
    `\\b(?:man|woman|boy|girl|kid|stranger|someone|somebody|lad|lass|guy|teen\\w*|child)\\b(?: \\S+){0,6} (?:on (?:the|a) (?:ledge|roof edge)|the wrong side of the rail\\w*|(?:over|outside) the railings?|(?:on|at) the edge of the (?:roof|bridge))\\b|\\b(?:dad|mum|mom|father|mother|uncle|grandad|brother|sister|son|daughter|husband|wife|friend|mate|he|she|hes|shes)s?(?: has| is)?(?: \\S+){0,4} (?:barricaded|shut|locked) (?:him|her|them)self\\b(?: \\S+){0,6} (?:shotgun|rifle|gun|pills|rope|knife|petrol|razor)\\b|\\b(?:dad|hes|he is|husband|brother|son)(?: \\S+){0,6} with (?:the|his|a) (?:shotgun|rifle|gun|rope) (?:across|in|round|around) his\\b|\\basked me where(?: \\S+){0,4} (?:rope|gun cabinet|key to the gun)\\b|\\b(?:sent|sends|posted|posting|shared)(?: \\S+){0,3} (?:pic|pics|photo|picture|selfie|snap)(?: \\S+){0,6} (?:pills|tablets|rope|noose|gun|razor|edge of (?:the|a) (?:bridge|roof|cliff)|(?:cut|bleeding) (?:arms?|wrists?))\\b|\\bbabys?(?: is|s)? (?:\\S+ )?(?:not waking|(?:gone )?floppy(?! (?:hat|ears?|bunny))|limp|not breathing|turning blue|gone blue)\\b`,
    {
      without:
        /\b(?:movie|film|novel|series|episode|documentary|game|years ago|pharmac\w*|prescri\w+|climb\w*|boat|sail\w*|gym|hunt\w*|range|deer|skipping|tug of war|cat|dog|toddler|photographer|parkour|abseil\w*|costume|doll|swing|tyre|which ones?|cholesterol|made (?:from|of|out)|clean\w*|scaffold\w*|builders?|roofers?|painting|blood pressure|vitamins?|refill|reminder)\b/,
      softens: false,
    },
  ),
  others('another-gone-with-a-note', `\\b(?:left|leaves|found)(?: \\S+){0,3} (?:a|the|his|her) (?:note|letter)\\b`, {
    with: /\b(?:phone(?:s| is)?(?: turned)? off|straight to voicemail|cars? (?:is )?gone|not (?:picking up|answering)|wont pick up|cant (?:reach|find|get hold of) (?:him|her|them))\b/,
    without:
      /\b(?:landlord|neighbou?r|delivery|courier|teacher|windscreen|council|traffic warden|years ago|movie|film|novel|character|game|milkman|fridge|postman|parcel)\b/,
    softens: false,
  }),
  violence(
    'weapon-among-people',
    `\\b(?:boy|girl|kid|guy|lad|someone|student|classmate|friend|brother|colleague)\\b(?: \\S+){0,8} (?:bring|bringing|bringin|take|taking|has|brought|with)(?: \\S+){0,2} (?:gun|knife|rifle|bomb)\\b(?! (?:sharpen\\w*|skills|block|set|crime|amnesty|emoji))(?: \\S+){0,5} (?:school|class|college|on \\S+day|tomorrow|backpack|bag|locker|assembly|prom)\\b|\\bbring(?:ing|in)?(?: \\S+){0,2} (?:it|gun|knife|rifle|blade)(?: \\S+)? to (?:school|work|class|college|assembly|prom)\\b(?: \\S+){0,6} (?:(?:theyll|they will) (?:all )?(?:see(?! (?:it|my|the|how|that|our|this|what)\\b)|be sorry|pay|regret)|be sorry they)\\b|\\b(?:imagin\\w+|think\\w*|plan\\w*|going|want\\w*)(?: \\S+){0,4} (?:bring|bringing|take|taking)(?: \\S+){0,2} (?:gun|rifle|shotgun|knife|bomb) to (?:school|work|class|assembly|college|prom|church)\\b|\\bshoot(?:ing)? up (?:his|her|their|my|the) (?:work|school|office|college|church|mosque|synagogue)\\b|\\bbullets? with (?:their|his|her) names?\\b|\\b(?:put|mixed|slipped)(?: \\S+){0,2} (?:rat poison|poison|bleach|antifreeze|weed ?killer)(?: \\S+)? (?:in|into) (?:his|her|their|my \\S+) (?:coffee|tea|food|drink|dinner|kettle|glass|bottle)\\b|\\b(?:put|putting|hold|holding|held|press\\w*)(?: \\S+)? (?:a |the )?(?:pillow|cushion) over (?:him|the baby|my baby|(?:his|her) (?:face|mouth|nose|head)|her(?! \\S))`,
    {
      without:
        /\b(?:game|movie|film|novel|character|story|nerf|water gun|toy|plastic|costume|halloween|drama class|butter knife|cake|chef|cookery|glue|massage|show and tell|museum)\b/,
      softens: false,
    },
  ),
  violence(
    'told-to-by-voices',
    `\\bvoices?\\b(?: \\S+){0,5} (?:tells?|telling|told|says?|saying|wants?|wanting|orders?|commands?|until i|wont stop)(?: \\S+){0,5} (?:push|steer|hurt|kill|jump|burn|cut|drown|stab|put my eyes|smother|set fire)\\b|\\b(?:angels?|jesus|the spirits?|the lord|aliens|the devil|demons?|the man (?:in|on) the (?:radio|tv))(?: \\S+){0,3} (?:told|tell|tells|say|says|want|wants|order\\w*|command\\w*)(?: \\S+){0,4} (?:burn|kill|hurt|push|cut|drown|stab|put my eyes|stop (?:her|him) before)\\b`,
    {
      without:
        /\b(?:game|movie|film|novel|character|sat ?nav|gps|choir|audiobook|podcast|sermon|bible study|coach|trainer|story|song|lol|haha\w*|the voice on|director|filming|film set)\b/,
      softens: false,
    },
  ),
  others(
    'another-may-die',
    `\\b${LOVED}(?: \\S+){0,4} (?:kill(?:ing)? (?:himself|herself|themselves|themself)|end(?:ing)? (?:it|his life|her life|their life|things)(?: all)?(?: tonight| soon|$)|suicid\\w*|goodbye (?:video|text|post|message|letter)|suicide note|streaming himself with|on the (?:(?:ledge|roof|bridge)${NOT_A_DANGER}|edge)|standing on a (?:bridge|roof|ledge)|walked out with the rope|cleaned his rifle|going to jump|joining (?:grandma|grandpa|him|her)(?=$| (?:in (?:heaven|death|the)|up there|soon|tonight|tomorrow|this|by|where|there|and|now|on (?:\\S+day|the (?:anniversary|\\d+\\w*))))|dont come tomorrow|gave me (?:his|her) (?:ring|necklace|things|dog|cat)|hes sorry and he loves me|se quiere (?:matar|suicidar)|marne ki baat|(?:list and a|got a|has a) gun)\\b|\\b(?:left|leaving|found)(?: \\S+){0,3} (?:a|the|his|her|their) (?:suicide |goodbye )?note\\b(?: \\S+){0,4} (?:took|gone|missing|just now|cant find|(?:his|her|their) (?:car|desk))|\\b(?:shoot up|blow up) (?:the|our|my|his) (?:school|office|church|mall)\\b`,
    {
      without:
        /\b(?:novel|movie|film|show|series|book|episode|game|song|article|news|documentary|years ago|last year|months ago|in \d{4}|character|poem|support a friend who|how can i support|work(?:s|ed)? for|volunteer\w*|prevention|squad|attempt in|recovered|doing better|teacher left a note|cleaner|wifi|fridge|milk|shopping|propos(?:ed|es|ing|al))\b/,
    },
  ),
  others(
    'another-hurt-now',
    `\\b(?:${LOVED}|hes|shes|he|she)(?: is|s| isnt| has| looks)?(?: \\S+){0,3} (?:wont wake|not waking|isnt waking|not breathing|isnt breathing|barely breathing|stopped breathing|turning blue|unconscious|isnt respond\\w*|not respond\\w*|not responsive|took (?:something|pills|a load|an overdose|too many)|taken (?:pills|something|an overdose)|cut (?:his|her|their) wrists?|cut (?:himself|herself|themselves) (?:really |so )?(?:badly|deep)|overdosing|has overdosed)\\b|\\b${LOVED}(?: \\S+){0,3} (?:passed out|out cold|slumped)(?: \\S+){0,6} (?:needle|syringe|foil|pills|pipe)\\b|\\blips are (?:blue|purple)\\b|\\b(?:empty pill (?:packets?|bottles?)|pill packets everywhere)\\b|\\bse tomo muchas pastillas\\b|\\bwent out with the gun\\b|\\b(?:gave|giving|given) away (?:his|her|their) (?:stuff|things|dog|cat)(?: \\S+){0,5} (?:answer|phone|goodbye)`,
    {
      without:
        /\b(?:novel|movie|film|show|character|years ago|last year|used to|in recovery|app|computer|laptop|server isnt|website|printer|customer service|email|texts?|kitten|hamster|alarm|teen\w* wont get up|nap)\b/,
      softens: false,
    },
  ),
  others(
    'another-beaten',
    `\\b(?:kid|child|boy|girl|neighbou?r|cousin|niece|nephew|sister|brother|friend|nan|gran|grandma|mum|mom|woman|baby|roommate)s?(?: \\S+){0,8} (?:screams? (?:every night|for help)|screaming for help|cigarette burns|black eye|bruises|hurts? (?:her|him) at night|is (?:beating|hitting|choking|strangling) (?:her|him)|being (?:beaten|hit|abused))|\\b(?:slaps|hits|beats|kicks|burns) (?:my (?:nan|gran|grandma|mum|mom|sister|brother|little \\S+|baby|son|daughter|kids)|her|him)\\b(?: \\S+){0,8} (?:bruises|every night|right now|hear it|again|blood)`,
    {
      without:
        /\b(?:novel|movie|film|show|game|football|rugby|boxing|hockey|karate|toddler tantrum|skateboard\w*|years ago|in a dream|fell)\b/,
    },
  ),
  violence(
    'harm-meant',
    `\\b(?:(?:i|im|ill|id)(?: \\S+){0,4} )?(?:going to|gonna|about to|want to|wanna|planning to|ready to|i will|ill|have to|voy a) (?:kill|shoot|stab|burn|murder|hurt|smother|poison|drown|strangle|matar a|make) (?:him|her|them|someone|somebody|people|everyone|that (?:kid|guy|girl|man|boy|woman)|his|her|my (?:dad|mum|mom|boss|wife|husband|ex|roommate|teacher|baby|family|stepdad|stepfather|stepmum|stepmom|stepmother|uncle|brother|sister|jefe)|the (?:baby|kids|neighbou?rs))(?: pay)?(?:$| (?:and|with|tonight|tomorrow|in|while|before|i have|because|she|he))|\\bi(?:ll| will) kill (?:her|him|them|my (?:kids|wife|husband|family))(?: \\S+){0,2} and (?:then )?(?:myself|me)\\b|\\b(?:stop laughing|regret it|pay for it)\\b(?: \\S+){0,6} gun\\b`,
    {
      with: /\b(?:gun|knife|hammer|tonight|tomorrow|petrol|acid|address|myself|ready|plan\w*|hurt someone|when he sleeps|with her in it|list|bomb|axe|bat|mean it|serious\w*|wont stop (?:crying|screaming)|(?:falls|is) asleep|stab|smother|pay|cant stop|scared (?:ill|i will|of myself)|i have|kill him$|kill her$|jefe|chaku|matar)\b/,
      without:
        /\b(?:lol|lmao|haha\w*|jaja\w*|game|raid|boss fight|level|pizza|printer|dishes|surprise|movie|novel|story|spider|mosquito\w*|weeds|character|chess|tournament|saturday match|in fortnite|hangover|laptop|neighbou?rs dog|barks?|ate my|se comio)\b/,
    },
  ),
  violence(
    'harm-at-hand',
    `\\b(?:i have|ive got|i got|i bought|got|bought|le liya)(?: \\S+){0,6} (?:gun|knife|bomb|acid|petrol|hammer|axe|chaku)\\b(?: \\S+){0,8} (?:his|her|him|them|their|address|house|pay|laughing|ready|people|school|face|usko)\\b|\\b(?:pipe )?bomb(?: is)? ready\\b|\\bacid\\b(?: \\S+){0,6} (?:never be pretty|her face|his face)|\\baaj usko maar\\b|\\b(?:urges?|thoughts?|scared|afraid|cant trust myself|impulses?)(?: \\S+){0,6} (?:to )?(?:hurt|harm|shake|drop|smother|hit) (?:kids|children|people|the baby|my baby|him|her|someone|my girlfriend|my wife)\\b(?: \\S+){0,6} (?:scared|real|myself|again|do it|trust)|\\bshook (?:him|her|the baby)\\b|\\bdropped the baby out\\b|\\bhit my (?:girlfriend|wife|boyfriend|husband|son|daughter|kids?)\\b(?: \\S+){0,6} (?:again|scared)|\\bvoices?(?: \\S+){0,3} (?:tell\\w*|want|wants|say|saying|order\\w*|command\\w*)(?: \\S+){0,3} (?:to )?(?:kill|hurt|jump|set|stab|burn|do it|cut|die|harm)|\\b(?:hear\\w*|tv|god|radio|demons?)(?: \\S+){0,4} (?:tell\\w*|says?|wants?)(?: \\S+){0,2} (?:me )?to (?:kill|hurt|drown|stab|burn|harm)`,
    {
      without:
        /\b(?:i would never|horrif\w*|intrusive|ocd|game|novel|movie|film|horror|story|episode|series|glue|nerf|water gun|salicylic|hyaluronic|bath bomb|photo bomb|chess|church|sermon|bible study|kitchen|never act)\b/,
    },
  ),
  eating(
    'body-giving-way',
    `\\b(?:(?:nothing|only|just)(?: \\S+){0,3} (?:water|diet coke|coffee|tea|ice)|havent eaten|not eat\\w*|not ate|wont eat|dont eat|stopped eating|refus\\w+ (?:food|to eat)|purg\\w+|laxatives|bmi|vomit\\w* \\d+ times|starv\\w+|no he comido)\\b`,
    {
      with: /\b(?:black\w* out|faint\w*|pass\w* out|collaps\w+|heart (?:is|stops|doing|skips|keeps|flutter\w*)|cant (?:see|stand|walk)|nails are blue|freezing|bmi (?:is |of )?1[0-5]|tube feed|admit me|\d\d ?kg|desmay\w+|chest pain|bleed\w*|blood|since (?:sun|mon|tues|wednes|thurs|fri|satur)day|(?:five|six|seven|eight|nine|ten|\d+) days)\b/,
      without:
        /\b(?:ramadan|yom kippur|lent|blood test|surgery|colonoscopy|stomach bug|norovirus|flu|food poisoning|pregnan\w+|hungover|hangover|my (?:dog|cat|baby|hamster)|salads?|meat|sugar|carbs|bread|dairy|gluten)\b/,
      softens: false,
    },
  ),
  substance(
    'body-in-danger',
    `\\b(?:drink\\w*|drunk|drank|alcohol|vodka|coke|cocaine|meth|heroin|ket\\w*|mdma|pills from|xanax|benzos?|fentanyl|drugs?|shot up|smoking meth|ecstasy|molly|speed|lsd|shrooms)\\b`,
    {
      with: /\b(?:seeing (?:things|bugs|people)|bugs on|people in the walls|seizures?|cant move|cant breathe|crushing|chest pains?|heart (?:going crazy|racing like|stopping|pounding so)|lips (?:are )?(?:blue|purple)|barely breathing|wont wake|convuls\w+|hallucinat\w+|turning blue)\b/,
      without: /\b(?:movie|film|novel|character|documentary|coffee|game|song|concert|years ago|used to)\b/,
      softens: false,
    },
  ),
];
