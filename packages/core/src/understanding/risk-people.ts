import {
  ABUSER,
  ASKED_BY_A_CHILD,
  anyOf,
  gap,
  LITTLE_ONE,
  NOT_A_DANGER,
  PETTY,
  PILLS,
  PLAYED,
  type RiskRule,
  rx,
  SOMEONE,
  VIOLENCE_TO_ME,
} from './risk-fragments.ts';

/** Harm between people: violence and abuse suffered, threatened or feared, and others in danger. */
export const PEOPLE_RULES: readonly RiskRule[] = [
  // Harm by others, now.
  {
    name: 'violence-suffered',
    level: 'crisis',
    kind: 'abuse',
    pattern: rx(
      `\\b${ABUSER}(?: (?!(?:doesnt|didnt|never|dont|not|isnt|wouldnt|wont|hasnt)\\b(?! (?:just|only|stop)\\b| \\S+ me (?:where|in front|when (?:people|anyone))))\\S+){0,4} ${VIOLENCE_TO_ME} (?:me|on me)\\b(?! (?:at|in (?:chess|a|the (?:race|game)|mario|fifa|tennis|pool)|to (?:it|the)|by \\d|that|about|as|up the|with (?:kindness|love|a smile)|off|out on|on the shoulder|for (?:breakfast|the)|playfully|emotionally when he left))`,
    ),
    without: anyOf(
      PLAYED,
      LITTLE_ONE,
      /\b(?:lol|boxing|sparring|karate|judo|bjj|wrestling|playfight\w*|pillow|snowball|paintball|laser tag|never hit me|never hits me|toddler|scrabble|chess|mario|fifa|video game|balloons?|toys?|hes two|is two|truck|high five|swing|surprise party|party|giggl\w*|laugh\w*|so cute|filmed it|hugged it out)\b/,
    ),
  },
  {
    name: 'violence-threatened',
    level: 'crisis',
    kind: 'abuse',
    pattern: rx(
      `\\b(?:hell|shell|theyll|he will|she will|they will|${ABUSER}(?: is|s)? (?:going to|gonna)|${ABUSER} (?:said|says|threaten\\w*|swore|told me|promised)${gap(6)}) (?:hit|hurt|beat|find|rape|shoot|stab|strangle|attack|hunt|murder|kill) (?:me|us|the kids|my (?:kids|son|daughter|baby|mum|mom))\\b`,
    ),
    with: /\b(?:again|scared|afraid|terrif\w+|hid\w*|door|leave|left|gun|knife|drunk|police|outside|threat\w*|if i|he means|locked|hurt\w*|bruise\w*|come out|tell (?:anyone|someone)|told me|said|last time|help)\b/,
    without: anyOf(
      PETTY,
      /\b(?:lol|haha|dishes|late home|borrowed|vase|dented|grades?|report card|missed curfew|spoil\w*|forgot (?:her|his|their)|birthday|surprise party|chores|the car keys)\b/,
    ),
  },
  {
    name: 'held-captive',
    level: 'crisis',
    kind: 'abuse',
    softens: false,
    pattern:
      /\b(?:im|i am|ive been|been|being|were) (?:locked|trapped|chained|tied|shut|kept|stuck)(?: \S+)? (?:in|inside|up)(?: \S+){0,4}(?: (?:and|he|she|they|with|my))(?: \S+){0,5} (?:key|lock(?:s|ed)?|phone|let me|leave|out|home|hit|angry|drunk)\b/,
    without:
      /\b(?:escape room|locksmith|bathroom door handle|elevator|lift|traffic|spare key|lol|haha\w*|toddler|cat|dog)\b/,
  },
  {
    name: 'held-captive',
    level: 'crisis',
    kind: 'abuse',
    pattern: rx(
      `\\b(?:${ABUSER}${gap(3)} (?:locked|locks|trapped|traps|keeps|keeping|kept|chained|tied) me (?:locked |shut |trapped )?(?:in|inside|up|here|out|from leaving|down)\\b|(?:wont|doesnt|never|didnt) let me (?:leave|out of|go out|out|see a doctor|go home|use (?:the|my) phone|have (?:my|a) phone|eat|talk to (?:anyone|my family))|(?:took|takes|has|hid|broke|smashed)${gap(2)} my (?:passport|papers|id)\\b|held (?:captive|against my will|hostage)(?! by (?!(?:him|her|them|someone|somebody|a (?:man|group|gang|guy)|men|people|my (?:own |ex )?(?:ex|husband|wife|boyfriend|girlfriend|partner|family|parents|dad|father|mum|mom|mother|stepdad|uncle|employer|boss|in laws|son|daughter|brother))\\b))|(?:im|being) (?:trafficked|held here))`,
    ),
    without:
      /\b(?:grounded|by accident|prank|out of the office|homework|curfew|sleepover|screen time|xbox|playing outside|dessert|candy|sweets|dog|cat|party|pub|spoiler|escape room|the app|my phone battery|until i finish|passport(?: \S+){0,2} (?:at|to) the (?:embassy|consulate)|visa (?:stamp|application|office|interview)|passport office|renew\w*|hotel reception|check[ -]?in|locked me out(?: \.+)? of (?:the|our|my|his|her|their)(?: \S+)? (?:account|netflix|spotify|wifi|server|chat|laptop|ipad)|brought (?:me )?(?:a )?cake|leaving (?:do|party|drinks))\b/,
  },
  {
    name: 'sexual-abuse',
    level: 'crisis',
    kind: 'abuse',
    pattern: rx(
      `\\b(?:${ABUSER}${gap(4)} (?:comes? (?:in|into) my (?:room|bed)|gets? into my bed|came into my (?:room|bed)|touch(?:es|ed|ing)? (?:me|my (?:private|body|chest|breasts?))|(?:makes?|made|forc(?:es|ed)|forcing) me (?:to )?(?:do things|touch|have sex|undress|sleep with|send|watch|take my clothes|kiss)|forces? (?:himself|herself|itself) on me|(?:sends?|asks? for|wants?) (?:me )?(?:nudes|naked|pictures of my body))|(?:i|ive|im|me)(?: \\S+){0,2} (?:was|been|being|got|getting) (?:raped|molested|sexually (?:abused|assaulted)|assaulted)|^(?:was|been|being|got) (?:raped|molested|sexually (?:abused|assaulted))|(?:rapes|raped|molests|molested) me|sexually (?:abus\\w+|assault\\w+) (?:me|by))`,
    ),
    with: /\b(?:night|scared|afraid|tell|secret|private|inappropriate\w*|dont (?:want|like)|said no|stop|raped|molest\w*|sexual\w*|assault\w*|forc\w+|nudes|naked|alone|help|uncomfortable|hurts|sex|years|kid|weird|wrong|bed)\b/,
    without: /\b(?:wakes? me up for (?:work|school)|cat|puppy)\b/,
  },
  {
    name: 'sexual-abuse',
    level: 'crisis',
    kind: 'abuse',
    pattern: rx(
      `\\b${ABUSER}${gap(3)} (?:(?:does|did|do|doing) (?:\\S+ )?(?:things|stuff) to me|keeps? touching me|touch(?:es|ed) me (?:down there|inappropriately|in places|under|when|at night|again|where)|(?:makes?|made|forc(?:es|ed)|forcing) me (?:to )?(?:send (?:him|her|them|\\S+)? ?(?:photos?|pics?|pictures?|nudes|videos?)|touch|kiss|undress|have sex|do things|sleep with|take off|watch (?:him|porn)|suck|perform))`,
    ),
    without: /\b(?:touch(?:es|ed) me deeply|dishes|chores|homework|vegetables|laugh|smile)\b/,
  },
  {
    name: 'mortal-fear',
    level: 'crisis',
    kind: 'abuse',
    softens: false,
    pattern: rx(
      `\\b${ABUSER}(?: is|s|will| might|s going| is going)?(?: really| actually)? (?:going to|gonna|will|might|could) (?:kill|hurt|murder|strangle|shoot|stab) me\\b|\\b(?:breaking|break|kick(?:ing)?|bang(?:ing)?|pound(?:ing)?|smash(?:ing)?)(?: \\S+)? (?:down|in|on|through) (?:my|the|our) (?:bedroom |front |bathroom )?(?:door|window)\\b|\\bbruises?${gap(8)} (?:from (?:him|her|last night|my)|he|she|coming home|again|hide|cover)\\b|\\b(?:follows|following|stalking|stalks|watches|watching|waits|waiting) (?:me|outside)${gap(5)} (?:outside my|everywhere|home|again|flat|house|work|window)\\b`,
    ),
    with: /\b(?:think|scared|afraid|drunk|he|she|ex|outside|hide|tonight|again|coming|hurt|drunk|terrified|police|leave|help|last night)\b/,
    without: anyOf(
      PETTY,
      /\b(?:lol|haha\w*|niece|nephew|(?:is|shes|hes) (?:two|three|four|five|six|seven|[2-7])\b(?! (?:foot|feet|months pregnant))|ducks?|goose|geese|pigeons?|swan|when (?:he|she|they|mum|mom|dad) (?:sees?|finds?|hears?|gets home and sees|reads?)|if (?:i|we) (?:forget|dont (?:do|clean|finish)|miss|lose|spend|fail)|for (?:being late|forgetting|breaking|spending|eating|this)|bill|vase|grades?|report card|curfew|chores|haircut|tattoo|my dog|my cat|puppy|kitten|toddler|kids? (?:is|are|keep)|instagram|twitter|tiktok|spotify|workout|leg day|neighbou?rs? (?:music|drill\w*)|delivery|opportunity|rain|ball|football|falling off|bike)\b/,
    ),
  },
  {
    name: 'hands-on-throat',
    level: 'crisis',
    kind: 'abuse',
    pattern:
      /\bfinish(?:es)? what (?:he|she|they) started\b|\b(?:hands?|fingers)(?: \S+)? (?:up|under|down|in|inside|into) my (?:skirt|shirt|top|clothes|bra|pants|trousers|dress|underwear|knickers|shorts)\b|\b(?:put|puts|has|had|wrapped|got) (?:his|her|their) hands? (?:on me|around my (?:neck|throat)|over my mouth)\b|\b(?:has|had|got|pulled|held|holding|waving|with|pointed)(?: \S+){0,2} (?:gun|knife|bat|machete)(?: \S+){0,4} (?:me|my (?:head|face|throat|neck)|us|outside|in his hand|at my)\b/,
    with: /\b(?:he|she|they|him|friend|uncle|coach|teacher|boss|stepbrother|my (?:\S+ )?(?:ex|husband|boyfriend|dad|partner|wife|stepdad|father|brother|cousin|grandad|grandpa|uncle|mum|mom|girlfriend|tutor|carer)|someone|a man)\b/,
    without: /\b(?:haunted house|paintball|nerf|water gun|movie|game|kitchen)\b/,
  },
  {
    name: 'hiding-from-violence',
    level: 'crisis',
    kind: 'abuse',
    pattern: rx(
      `\\b(?:im|i am|were|we are|currently)${gap(3)} (?:hiding|hid|locked (?:myself )?in|barricaded|trapped|stuck)${gap(8)} (?:from (?:him|her|them|my (?:dad|husband|boyfriend|ex|wife|mom|mum|stepdad|father|partner))|he|she|drunk|screaming|banging|yelling|bathroom|closet)\\b`,
    ),
    with: /\b(?:hit|hits|hurt|kill|drunk|scared|banging|screaming|afraid|knife|gun|angry|hell|yelling|breaking|violent|beat|smash\w*)\b/,
    without: /\b(?:hide and seek|nephew|toddler|my kids for five|game)\b/,
  },
  {
    name: 'afraid-at-home',
    level: 'crisis',
    kind: 'abuse',
    pattern:
      /\b(?:i|im|ive|me|were)(?: \S+){0,3} (?:scared|afraid|terrified|not safe|dont feel safe|unsafe|frightened)(?: \S+){0,4} (?:to go home|at home|of (?:him|my (?:dad|father|husband|boyfriend|partner|stepdad|mum|mom|mother|ex|wife|brother|uncle|stepfather))(?! (?:dying|getting|being (?:ill|sick|alone)|passing|losing|falling|finding out about (?:my grades|the bill)))|in my own (?:home|house)|for my life|to be in (?:the|this|my) house)\b/,
    without: /\b(?:ghosts?|spiders?|horror|dark|storm|burglar\w*|mice|disappointing|meeting my)\b/,
  },
  {
    name: 'being-abused',
    level: 'crisis',
    kind: 'abuse',
    pattern:
      /\b(?:im|i am|ive been|i was|im being|i keep getting|i get|i got) (?:being |getting )?(?:abused|beaten|beaten up|hit(?! on)|stalked|raped|assaulted|molested)(?: \S+){0,2} (?:by|at home|every|since|again|and)\b|\b(?:someone|a man|a guy|my ex)(?: \S+){0,3} (?:following me|broken in|breaking in|trying to get in|break down (?:the|my) door)\b/,
    without: anyOf(
      PLAYED,
      /\b(?:instagram|twitter|tiktok|linkedin|spotify|strava|kudos|threads|bluesky|goodreads|letterboxd|duolingo|snapchat|hit by a (?:wave|bug|cold)|on social|following me back)\b/,
    ),
  },

  // Harm to others.
  {
    name: 'commanding-voices',
    level: 'crisis',
    kind: 'violence',
    softens: false,
    pattern:
      /\b(?:voices?|whispers?|shadows?|demons?|something in my head|god|the devil|satan|tv|radio)(?: \S+){0,6} (?:say|says|saying|said|tell|tells|telling|told|want|wants|command\w*|order\w*|keep|keeps|scream\w*|make|making|whisper\w*)(?: \S+){0,7} (?:hurt|kill|harm|stab|jump|die|end|do it|burn|attack|cut|murder|strangle|drown|punish|sacrifice)\b/,
    without: /\b(?:game|movie|film|horror|episode|novel|character|choir|the voice on|audiobook|podcast|gps|lol)\b/,
  },
  {
    name: 'threat-to-others',
    level: 'crisis',
    kind: 'violence',
    pattern: rx(
      `\\b(?:i|im|ill|id|ive)${gap(3)} (?:want(?:ing)? to|going to|gonna|wanna|will|ill|might|thinking (?:about|of)|planning (?:to|on)|plan to|need to|ready to|about to|cant stop (?:thinking|imagining|picturing)(?: about)?|fantasi\\w+ about|urges? to|decided to|could)${gap(1)} (?:kill|killing|murder|murdering|stab|stabbing|shoot|shooting|hurt|hurting|strangle|strangling|poison|poisoning|attack|attacking|beat|bomb|bombing|make (?:him|her|them) pay|smother|drown)${gap(1)} (?:him|her|them|my|someone|somebody|people|everyone|everybody|that|those|the|a|as many)\\b`,
    ),
    with: /\b(?:gun|knife|tonight|tomorrow|know where (?:he|she|they)|waiting for|outside (?:his|her|their)|plan(?:ned|ning)?|deserves?|weapon|bat|bought|loaded|school|office|everyone|everybody|shoot|shooting|bomb|sleep\w*|cant (?:control|stop)|serious|no one can stop|revenge|poison|list|address|follow\w*|baby|my (?:kids|children|son|daughter|baby|sister|mother|mum|mom|wife|husband|girlfriend|boyfriend))\b/,
    without:
      /\b(?:lol|lmao|haha\w*|jk|eats?|ate|eating|leftovers|dishes|fridge|snor\w*|spoil\w*|forgot|forgets|socks|toilet seat|remote|the game|boss fight|level|raid|zombies?|npc|paintball\w*|laser tag|airsoft|nerf|water (?:pistols?|guns?|fight)|photo\w*|camera|portraits?|feelings|hurt (?:him|her|them|anyone) (?:by|when i tell)|break up|breaking up|birthday|surprise|chess|tennis|fifa|mario|record|time to beat|dont want to hurt)\b/,
  },
  {
    name: 'threat-to-others',
    level: 'crisis',
    kind: 'violence',
    pattern:
      /\bi(?:ll| will| swear ill| am going to|m going to|m gonna) (?:\S+ )?(?:kill|stab|shoot|cut|beat|hurt|burn|strangle|slit) (?:him|her|them|my \S+|everyone)\b/,
    with: /\b(?:gun|knife|tonight|tomorrow|waiting|deserves?|weapon|bat|loaded|carry|sleep\w*|serious|means? it|outside|next time|blade)\b/,
    without:
      /\b(?:lol|lmao|haha\w*|jk|eats?|ate|eating|leftovers|dishes|fridge|spoil\w*|forgot|forgets|socks|game|boss fight|level|zombies?|feelings|hair|cut her off|cut him off|cut them off|some slack|cake|bangs)\b/,
  },
  {
    name: 'fear-of-harming',
    level: 'crisis',
    kind: 'violence',
    softens: false,
    pattern:
      /\b(?:afraid|scared|terrified|worried|urge|urges|thoughts?|thinking|going to|gonna|might|want|about|picturing|imagining|picture|imagine|visions|images|seeing myself)(?: \S+){0,5} (?:hurt|hurting|shake|shaking|harm|harming|drown|drowning|smother\w*|drop|throw|kill|killing|stab|stabbing)(?: \S+)? (?:my|the|our|his|her) (?:baby|newborn|kids?|child|children|son|daughter|toddler|sister|brother|mother|mum|mom|father|dad|wife|husband|partner|girlfriend|boyfriend|family|parents|infant|little (?:sister|brother))\b/,
    without:
      /\b(?:feelings|by (?:telling|saying|leaving)|emotionally|accident\w*|dropping (?:off|my \S+ off)|drop (?:off|my \S+ off)|lol|haha\w*|eats?|ate|leftovers|if (?:he|she|they) (?:\S+ ){0,3}(?:again|one more)|the news|disappoint\w*)\b/,
  },
  {
    name: 'threat-of-revenge',
    level: 'crisis',
    kind: 'violence',
    softens: false,
    pattern:
      /\bthey (?:all )?deserve(?: to)? (?:die|pay|suffer|burn)(?: \S+){0,6} (?:tomorrow|see|soon|tonight|ready|sorry)\b|\b(?:theyll|they will|everyone will|youll)(?: all)? (?:be sorry|pay|regret it|see)(?: \S+){0,4} (?:tomorrow|tonight|monday|soon|gun|school)\b/,
    without: /\b(?:game|match|season|team|score|election|lol|haha\w*)\b/,
  },
  {
    name: 'mass-violence',
    level: 'crisis',
    kind: 'violence',
    softens: false,
    pattern:
      /\b(?:bring|bringing|brought|take|taking)(?: \S+){0,3} (?:gun|knife|bomb|rifle|weapon)(?: \S+){0,2} to (?:school|work|class|church|the (?:office|mall|party))\b|\b(?:shoot|shooting|blow|blowing|burn|burning) up (?:the|my|this|that) (?:school|office|place|church|mall|workplace|party|building)\b|\bmake (?:them|everyone|him|her) all pay\b/,
    without:
      /\b(?:duty|game|movie|drill|the news|he|she|they|lemons?|cake|bread|fruit|cheese|sandwich\w*|butter|salad|culinary|cookery)\b/,
  },

  // Another person in danger now.
  {
    name: 'other-suicidal',
    level: 'crisis',
    kind: 'third-party',
    pattern: rx(
      `\\b${SOMEONE}${gap(7)} (?:(?:kill|shoot|stab|hang|drown|starv|gas|cut|harm|hurt)(?:e|ing)? (?:him|her|them)(?:self|selves)|(?:end|ending|take|taking) (?:his|her|their) (?:own )?(?:life|lives)|(?:end|ending) it(?: all)?|suicide|suicidal|wrote a (?:suicide|goodbye) (?:note|letter)|wants? to die|wanting to die|wanted to die|wanna die|doesnt want to (?:live|be here|be alive|wake up|exist)|dont want to (?:live|be alive)|not wanting to (?:be here|live|be alive)|want(?:s|ed)? to be dead|better off (?:dead|without (?:him|her|them))|jump(?:ing)? off|(?:going|gonna|wants|about|threatening|plans?|planning|ready) to (?:overdose|od|jump|take (?:all|a bunch|his|her))|no reason to live|goodbye (?:note|letter|text|message)|not (?:be|being) (?:here|around) (?:much longer|anymore|tomorrow))`,
    ),
    with: /\b(?:i|im|me|my|we|help|what do|scared|worried|texted|told|said|says|saying|posted|threaten\w*|wants?|talk\w*|plan\w*|going|hint\w*|called|just|now|tonight|keeps?|again|online|found)\b/,
    without:
      /\b(?:squad|movie|film|novel|book|game|character|celebrity|singer|actor|died by|killed (?:him|her|them)self|(?:years|months) ago|last (?:year|summer|winter)|in (?:19|20)\d\d|committed suicide|bomber|king|queen|president|history|anniversary)\b/,
  },
  {
    name: 'other-beaten',
    level: 'crisis',
    kind: 'third-party',
    softens: false,
    pattern:
      /\b(?:is|was|hes|shes|keeps|started|just|are|were|always)? ?(?:beating|choking|attacking|stabbing|strangling|raping|hitting|beats|chokes|hits|molests|abuses|molesting|abusing)(?: up)? (?:(?:his|her|their|my|the|a|our) )?(?:\S+ )?(?:wife|husband|kids?|child|children|girlfriend|boyfriend|mum|mom|mother|baby|daughter|son|sister|brother|partner|woman|girl|grandma|grandmother|toddler|neighbou?r|friend)\b/,
    without:
      /\b(?:movie|film|novel|book|series|show|game|chess|cards|mario|fifa|tennis|drum|news|history|used to|years ago|documentary|podcast|(?:hits|hitting) (?:his|her|the|my) (?:\S+ )?(?:brother|sister) (?:with a pillow|back))\b/,
  },
  {
    name: 'other-shut-in-with-means',
    level: 'crisis',
    kind: 'third-party',
    softens: false,
    pattern: rx(`\\b${SOMEONE}${gap(5)} (?:locked|barricaded|shut) (?:him|her|them)self${gap(8)}`),
    with: /\b(?:gun|knife|pills|rope|razor|blade|bottle|wont (?:answer|come out|open|talk)|screaming|threaten\w*|quiet|hours?|crying)\b/,
    without: /\b(?:out|room to study|pantry|lol|haha\w*|homework|sulk\w*|gaming|playing|accident\w*)\b/,
  },
  {
    name: 'child-poisoned',
    level: 'crisis',
    kind: 'overdose',
    softens: false,
    pattern: rx(
      `\\b(?:son|daughter|toddler|baby|kid|child|grandson|granddaughter|nephew|niece|brother|sister|\\S{1,12} year old)${gap(3)} (?:ate|swallowed|drank|got into|took|chewed|found and ate|has eaten|has swallowed|had)${gap(4)} (?:${PILLS}|cleaning \\S+|detergent pod|tide pod|pod|magnets?|gummies|edibles?|nicotine)\\b`,
    ),
    without:
      /\b(?:vitamins?|prescribed|doctor said|antibiotics?|allergy|calpol|as directed|his medicine|her medicine|the vet)\b/,
  },
  {
    name: 'other-taking-leave',
    level: 'crisis',
    kind: 'third-party',
    softens: false,
    pattern: rx(
      `\\b${SOMEONE}${gap(4)} (?:texted|sent|said|posted|left|called|messaged|wrote|is saying|saying|told|snapped|gave|handed|mailed|emailed)${gap(5)} (?:goodbye|good bye|a note|final message|last message|sorry for everything|take care of (?:his|her|their)|loves? (?:me|us|everyone) and)`,
    ),
    with: /\b(?:phone off|turned (?:her|his|their) phone|not answering|isnt answering|wont answer|cant reach|worried|scared|tried (?:before|once|to)|depress\w+|missing|gone|pills|bridge|low|suicid\w*|disappear\w*|isnt (?:in|at)|not (?:in|at) (?:school|work|class|home)|absent|didnt (?:come|show)|blocked|gun|location|last night|self ?harm|hospital)\b/,
    without:
      /\b(?:airport|flight|moving|last day|retir\w+|abroad|date|ghosted|broke up|retreat|festival|on holiday|boarding|boarded|cinema|theatre|concert|in (?:an?|her|his) (?:exam|interview|meeting)|camping|cruise)\b/,
  },
  {
    name: 'other-unresponsive',
    level: 'crisis',
    kind: 'third-party',
    softens: false,
    pattern: rx(
      `\\b${SOMEONE}s?(?: (?!(?:i|im|ive|id|ill|we|weve)\\b)\\S+){0,12} (?:(?:isnt|is not|not|stopped|barely|hardly)(?: \\S+)? (?:answering|responding|responsive|waking|breathing|moving|coming out)|not (?:wake|breathe|respond|move)|(?:wont|cant|doesnt|does not|will not|didnt)(?: \\S+)? (?:answer|respond|wake|breathe|move|come out|open the door|unlock\\w*)|(?:hasnt|has not)(?: \\S+)? (?:answered|responded|moved|come out|woken|opened the door|unlocked))\\b`,
    ),
    with: /\b(?:low|depress\w*|pills|tried|bath|bathroom|locked|goodbye|drunk|drugs|overdos\w*|blood|floor|breath\w*|unconscious|suicid\w*|wake up|sad lately|self ?harm|cold|blue|bottle|note|gun|knife)\b/,
    without: anyOf(
      ASKED_BY_A_CHILD,
      /\b(?:tickl\w*|my (?:texts?|calls|emails|snaps)|at school|at work|busy|asleep early|teenager|sleeping in|for school|for class|alarm|ghost\w*|date)\b/,
    ),
  },
  {
    name: 'other-collapsed',
    level: 'crisis',
    kind: 'third-party',
    softens: false,
    pattern: rx(
      `\\b${SOMEONE}${gap(7)} (?:unconscious|unresponsive|not breathing|turning blue|passed out|collapsed|bleeding(?: a lot| out| badly)|having a seizure|overdosing|on (?:the|a) (?:ledge|roof|bridge)${NOT_A_DANGER})\\b`,
    ),
    without:
      /\b(?:last (?:year|week|month)|drunk on the (?:couch|sofa) lol|lol|haha\w*|movie|fine now|on the (?:couch|sofa)|roofers?|tiles?|slates|gutters?|solar|aerial|satellite dish|chimney|propos(?:ed|es|ing|al))\b/,
  },
];
