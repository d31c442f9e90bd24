/**
 * Everyday wording that borrows the words of death and harm. It is taken out before the rules read, so that a rule can be
 * broad; a line here must never be able to hide a person who means it ("I'd rather die than go home to him" stays).
 */
const BODY_PARTS = '(?:feet|foot|back|head|neck|knees?|legs?|arms?|abs|thighs?)';
const THINGS =
  '(?:shoes?|heels|heat|cold|sun|suspense|deadlines?|traffic|humidity|commute|job|work|boss fight|exams?|finals|homework|classe?s?|wait(?:ing)?|hangover|allerg(?:y|ies)|cramps|stairs|silence|diet|workout|game|cats?|dogs?|printer|computer|laptop|phone|alarm|wifi|wi-fi|router|car|plants?|mosquitos?|mosquitoes|weeds?|fly|flies|spiders?|bugs?|roach(?:es)?|xbox|tv|app|clock|vacuum|dishwasher|kettle|toaster|zoom|teams|excel|spreadsheet|code|build|server|client email|neighbou?rs (?:dog|rooster|leaf ?blower)|rooster|seagulls?|squirrels?|autocorrect|umpire|ref|referee)';

/** What gets on one's nerves and is none for a life. */
const TRIFLES =
  '(?:songs?|jingles?|ads?|adverts?|shows?|series|season|episodes?|e ?mails?|meetings?|calls?|slides?|playlists?|tracks?|jokes?|puns?|spreadsheets?|memes?|updates?|podcasts?|pop ?ups?|captchas?|ringtones?|notifications?|trailers?|sequels?|remakes?|queues?|surveys?|carols?)';
const LEAP =
  '(?:(?:i(?:ll| will| shall| might| swear ill| am going to)|im (?:gonna|going to)|ima|imma|id) (?:\\S+ )?(?:jump|walk|throw myself|yeet myself|launch myself|fling myself|hurl myself|leap|dive) (?:off|into|out of|out|under|in front of)(?: (?:a|the|my|this|that|nearest|open|of))* (?:\\S+))';

export const IDIOMS: readonly RegExp[] = [
  /\b(?:die|died|dying|dead|die[sd]) (?:of|from|with) (?:laugh\w+|embarr?ass?\w+|boredom|hunger|heat|cringe|shame|thirst|cute\w*|curiosity|happiness|jealousy|excitement|second ?hand \w+|starvation|suspense|anticipation|awkwardness|envy|joy)/,
  /\b(?:die|died|dying|dies|dead|kill(?:ed|ing)? (?:me|myself)) laugh\w*/,
  /\bdying (?:for (?:a|an|some|my|the|more|season)|to (?:see|try|know|go|meet|get|have|hear|eat|visit|tell|show|read|watch|play|find out))/,
  /\b(?:to die for|die[ -]?hard|die on (?:this|that) hill|old habits die hard|never say die|cross my heart and hope to die|do or die|ride or die)/,
  /\b(?:drop )?dead (?:tired|serious|set|on|wrong|gorgeous|lift\w*|beat|weight|ends?|pan|centre|center|ringer|heat|sexy|cute|simple|easy|right|sure|zone|quiet|silence|silent|batter\w+|phone|leg|legs|pixels?|sea)\b/,
  /\b(?:phone|battery|laptop|car battery|controller|airpods|plants?|grass|lawn|chat|vibe|wifi|signal|basil|sourdough|starter|orchid|calathea|fern|succulents?|cactus)s? (?:is |are |was |has |just |keeps |s |has just |is about to |literally |about to )*(?:dead|dying|died|dies|die)\b/,
  /\bover my dead body\b/,
  /\brazor (?:burns?|bumps?|sharp|thin)\b/,
  /\bstick a fork in me(?:,? (?:im|i am) done)?\b/,
  /\b(?:id|i would) (?:\w+ )?(?:jump|step|walk|throw myself) in front of (?:a|the) (?:bus|train|car|truck) for (?:this|that|a|an|some|one|the)\b/,
  /\bsuicide by (?:powerpoint|paperwork|carbs?|cake|pizza|chocolate)\b/,
  /\b(?:bored|scared|worried|sick|loved?|loves|freez\w+|froze|talk\w*|tickled|annoy\w*|work\w*|frighten\w*|embarrass\w*|spook\w*|stress\w*|do(?:ne|ing)?|cuddl\w+|hug\w*)(?: \w+){0,2} (?:half )?to death\b/,
  /\b(?:could|would|will|ill|id|might|going to|gonna) (?:\w+ )?(?:murder|kill|commit murder) (?:for|a|an|some) (?!(?:man|woman|person|kid|child|girl|boy|cop|teacher|people|guy)\b)/,
  /\bkill(?:ed|ing|s)? (?:for (?:a|an|some|that|this)|it|the (?:vibe|mood|lights?|engine|time|buzz|noise|boss|dragon|process|tab|branch)|time|two birds|an hour|some time|\w+ hours?|that (?:presentation|song|level|look|interview|set|workout))\b/,
  new RegExp(
    `\\b(?:kill|killing|murder|strangle|throttle|stab|shoot|punch|fight|destroy|smash|throw|burn|end|yeet|hurt) (?:my|the|this|that|our|his|her|these|those|a) (?:\\w+ )?${THINGS}\\b`,
  ),
  new RegExp(
    `\\b(?:${THINGS}|${BODY_PARTS})(?: \\w+){0,3} (?:kill|killing|murder\\w*|destroy\\w*|wreck\\w*|wants?)(?:ed|s)? me(?: dead)?\\b`,
  ),
  /\b(?:hangover|headache|heat|weather|gym|monday|mondays|trainer|workout|world|universe|algorithm|car|cat|phone|dog|printer)(?: \w+){0,2} wants? (?:me|us) dead\b/,
  /\b(?:just |someone |somebody |please )?(?:shoot|kill|end) me (?:now|already|lol|pls|please lol)\b/,
  /\b(?:shots? in the dark|shoot (?:your|my|our) shot|shoot (?:me|you|us|him|her|them) (?:a|an) |long shot|screen ?shots?|shot (?:of|glass)|photo shoots?|shoot hoops)/,
  /\b(?:suicide (?:squad|sprints?|drills?|runs?|doors?|king|squeeze|silence|bombers?|prevention|awareness|hotline|rates?|statistics)|kill (?:bill|switch|list|streaks?|feed|count|ratio|screen))\b/,
  /\bhang(?:ing|s)? (?:out|on|in there|up|around|with|back|tight|loose|my (?:coat|clothes|laundry|pictures?|art|shelf|curtains|lights)|(?:the|some|a|our) (?:laundry|pictures?|curtains?|lights|shel\w+|wallpaper|door|painting|mirror))\b/,
  /\b(?:cut|cutting|cuts) (?:my |the |some |our |his |her |their |a |an |down |back |off |out )?(?:hair|bangs|fringe|grass|lawn|hedge|nails?|onions?|carrots?|veg\w*|bread|cake|carbs|losses|costs|sugar|dairy|gluten|caffeine|alcohol|smoking|hours|budget|finger|thumb|toe|class|corners|calories|ties|expenses|spending|meat|paper|fabric|the cord|cord|wood|cheese|pizza|fruit|coupons|ends|layers)\b/,
  /\b(?:cut|nick\w*|burn\w*|hurt|scratch\w*|bruise\w*|bang\w*|stub\w*|hit) (?:myself|my \w+)(?: \w+){0,2} (?:shaving|cooking|chopping|slicing|peeling|ironing|gardening|climbing|running|falling|playing|lifting|skating|skiing|cycling|by accident|accidentally|on (?:the|a|my) (?:\w+ )?(?:oven|stove|pan|paper|glass|fence|rock|corner|door|table|desk|tin|can|knife|iron|kettle|tray|grill|straightener|tongs|thorn|bike|treadmill))\b/,
  /\b(?:accidentally|by accident)(?: \w+){0,2} (?:cut|burn\w*|hurt|hit|stab\w*|scratch\w*|nick\w*) (?:myself|my \w+)\b/,
  /\bcut(?:ting)? (?:it (?:close|out|off|short|fine|real)|to the chase|board|edge|myself (?:some|a|off)|me (?:off|some|a))\b/,
  /\bjump(?:ing|ed)? (?:for joy|rope|ship|the (?:gun|queue|line)|through hoops|to conclusions|on (?:a|the) (?:call|bandwagon|train home|trampoline)|in (?:the )?(?:pool|lake|sea|shower)|out of (?:my skin|a plane|planes|bed)|jacks?|scares?|start\w*|at the chance)\b/,
  /\b(?:bungee|parachute|sky ?div\w+|cliff jump\w*|base jump\w*|triple jump|high jump|long jump)\b/,
  /\boverdos\w+ (?:on|of) (?:sugar|coffee|chocolate|caffeine|netflix|carbs|cheese|candy|cute\w*|cake|tea|sun|cookies|christmas|tiktok|nostalgia|spice|garlic|reality)\b/,
  /\b(?:rather|sooner) (?:die|be dead|kill myself|shoot myself|eat glass) than (?!(?:live|go on|keep|be here|face|stay|go (?:home|back)|feel|see (?:him|her|them)|spend another|wake)\b)/,
  /\bhang (?:myself|me|us|ourselves) (?:some|a|an|up|new|the) /,
  /\bput me out of my misery\b/,
  /\bshoot(?:ing)? (?:myself|yourself|ourselves) in the foot\b/,
  /\b(?:slay|kill(?:ed|ing|s)?) (?:that|the|this|your|my) (?:presentation|look|outfit|speech|performance|interview|exam|test|set|song|solo|audition|game|workout|dance floor)\b/,
  /\bdead to me\b|\btake a bullet for\b|\bdrown(?:ing)? (?:my|our|your) sorrows\b|\b(?:be|being) the death of (?:me|us)\b|\bso (?:bored|tired|embarrassed|hungry|cold|hot|happy|excited|full|awkward) (?:that )?(?:i|we) (?:could|might|almost|nearly) (?:just |literally )?die(?:d)?\b|\b(?:nearly|almost|literally|honestly|absolutely|actually) died\b|\bim (?:so )?(?:dead|deceased|ded)\b(?! inside)/,
  /\b(?:end(?:ing|ed)?|cancel\w*|quit\w*) (?:my|the|our|this|a|it with) (?:\w+ )?(?:membership|subscription|contract|lease|tenancy|job|career|relationship|marriage|engagement|friendship|shift|day|week|year|season|run|streak|call|meeting|essay|speech|novel|song|date|diet|phone plan|trial|plan)\b/,
  /\bmade? (?:a|my) killing\b/,
  /\bbleed(?:ing)? (?:out )?(?:money|cash|blue|green|red|orange|gold|users|customers|points)\b/,
  /\b(?:drown(?:ing)?) (?:in|under) (?:work|emails?|laundry|homework|paperwork|meetings|essays|tickets|deadlines|dishes|assignments|admin|marking|grading|nappies|diapers|chores|sauce|butter|syrup)\b/,
  /\bblow(?:ing|n)? (?:my|our) (?:mind|brains? cells)\b/,
  /\bbombed (?:my|the|that|it|a)\b/,
  /\b(?:it|that|this|reality|song|chorus|realization|realisation|nostalgia|jet lag|grief|tiredness)(?: \w+){0,2} (?:hit|hits|hitting|struck|strikes) me\b/,
  /\b(?:hit|hits|hitting|strikes?|struck) me (?:up|with (?:a|an|the|another|some|more) (?:\w+ )?(?:question|deadline|bill|surprise|joke|truth|idea|news|fact|feels?|nostalgia|price|fee|fine|invoice|deal|beat|chorus|update|email|text|line|wave)|different|(?:right )?in the feels|hard that)\b/,
  /\b(?:beat|beats|beating|destroy\w*|kill\w*|crush\w*|smoke\w*|slaughter\w*|murder\w*) me (?:at|in|to (?:it|the)|by|again at|every game|every time we play|on (?:the|mario|fifa|xbox|chess))\b/,
  // Betrayal, criticism and threats that are figures.
  /\bstab(?:s|bed|bing)? (?:me|us) in the back\b(?! (?:with (?:a|his|her|the|my) (?:\S+ )?(?:knife|blade|scissors|screwdriver|fork)|and (?:ran|left|im bleeding)|tonight|last night))/,
  /\b(?:hit|slap(?:s|ped)|smack(?:s|ed)|whack(?:s|ed)|bombard(?:s|ed)) (?:me|us) with (?:a|an|the|another|some|more)(?: \S+){0,3} (?:doc|document|feedback|bill|fine|invoice|deadlines?|emails?|spreadsheet|report|quiz|tests?|questions?|lawsuit|fees?|ticket|quote|essay|list|plot twist|compliment|homework|contract|rent rise|tax|subscription)\b/,
  /\b(?:put|hold|holds|held|point|pointed|with|have) (?:\S+ )?gun to my head(?: \S+){0,2} (?:i|id) (?:still )?(?:couldnt|cant|wouldnt|could not|would not|dont)\b/,
  // "If they play that jingle again I'll jump out of the window": a trifle, and a leap that nobody takes.
  new RegExp(
    `\\bif (?:i|you|he|she|they|we|anyone|someone|one more person)(?: \\S+){1,12}? ${TRIFLES}\\b(?: \\S+){0,6}? ${LEAP}`,
  ),
  new RegExp(`\\b${LEAP}(?: \\S+){0,4}? if (?:i|you|he|she|they|we|anyone|someone)(?: \\S+){1,6} ${TRIFLES}\\b`),
  // Things that give up, beings that are only played.
  /\b(?:my|the|our|this|his|her) (?:\S+ )?(?:bank account|account|wallet|overdraft|battery|hairline|back|knees?|bladder|liver|fridge|boiler|car|bike|laptop|phone|computer|printer|server|router|hoover|dishwasher|tomatoes|plants?|bank balance|diet|willpower|spreadsheet) (?:wants?|has decided|decided|tries|tried|is trying|is ready|is about|threatens) to (?:end it all|die|kill (?:it|him|her)self|give up on life|end (?:its|his|her) life)\b/,
  /\bended my life(?: \S+){0,2} times\b|\b(?:boss|zombies?|creepers?|skeletons?|dragons?|goblins?|enemy|enemies|mobs?|npcs?|bots?|orcs?|turrets?)(?: \S+)? (?:ended|ends|took|takes) my life\b/,
  /\b(?:sims?|tamagotchi|avatar|villagers?|townies|npcs?|goblins?|zombies?|vampires?|wizards?|elves|elf|paladin|mario|zelda|pikmin) (?:keeps? |kept |wants? to |is going to |just |are |always )*(?:dying|dies?|died|drown\w*|starv\w*)\b/,
];

/** Words that make a strong statement a joke or a groan. They lower, they never erase. */
export const HYPERBOLE =
  /\b(?:lol|lmao+|lmfao|rofl|haha\w*|hehe\w*|jk|just kidding|kidding|joking|figuratively|so cringe|cringe\w*|embarrass\w*|awkward\w*|hung ?over|leg day|burpees|the gym|spin class|spicy|wifi|wi-fi|lag\w*|ranked|xbox|playstation|fortnite|minecraft|league|group project|spreadsheet|excel|monday morning|karaoke|parking|ikea|if i (?:have|had) to (?:sit|listen|watch|hear|do|attend|read|wait|see|write)|one more (?:zoom|meeting|email|call|slide|song|episode|question|level|lecture)|if this (?:queue|line|meeting|lecture|movie|call|song|bus|train)|gets any longer)\b|[\u{1f602}\u{1f923}\u{1f480}\u{1f606}\u{1f605}]/u;

/** The message tells of a made-up world or of one that is past and public. */
export const FICTION =
  /\b(?:novels?|fan ?fic\w*|protagonist|antagonist|screenplay|short story|villain|dnd|d&d|d and d|dungeons|tabletop|my (?:main |player )?character|main character|soliloquy|monologue|perchance|thrillers?|who ?dunn?its?|(?:my|the|our|a) (?:vampire|werewolf|wizard|heroine|narrator|detective)|the character|characters|(?:in|for|of) (?:the|this|my|a|that|our|his|her) (?:\w+ )?(?:book|game|movie|film|show|story|series|anime|manga|play|episode|musical|comic|opera|campaign|script|sims?|level|quest|raid)|plot twist|npc|boss fight|roleplay|role play|(?:writing|wrote|write) (?:a|my|this|the) (?:\w+ )?(?:story|book|novel|play|script|poem|song|screenplay|thriller|mystery)|lyrics?|chorus|the song|this song|that song|a song|song goes|sing(?:ing|s)?|on netflix|documentary|true crime|podcast|essay (?:on|about)|paper (?:on|about)|thesis|history (?:class|book|podcast|lesson)|shakespeare|hamlet|macbeth|romeo|juliet|ophelia|werther|sylvia plath|virginia woolf|kurt cobain|hemingway|van gogh|robin williams|the (?:news|article|headline))\b/;

/** Past and done, where nothing says that it goes on. */
export const HISTORY =
  /\b(?:used to|years? ago|months ago|long ago|back (?:then|in (?:(?:19|20)?\d\d|the day|my|school|high|college|uni|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december))|in the past|last (?:year|summer|winter|spring|fall|autumn)|as a (?:kid|child|teen\w*)|when i was (?:\d+|a|younger|little|in|at|young|small)|growing up|in (?:19|20)\d\d|once (?:tried|attempted|cut)|(?:a|one|two|three|four|five|six|ten|\d+) (?:years?|months) (?:clean|sober|free|since|later)|in recovery|recovered|history of|was suicidal (?:at|in|as|when)|before therapy|i survived|my old|since i last (?:wanted|tried|felt|cut|thought))\b/;

/** Told from the far side: glad to have failed, and a life that followed. */
const RECOVERED =
  /\b(?:glad|grateful|thankful|happy|relieved|lucky) (?:that )?(?:i (?:failed|survived|didnt|never|lived|stayed|was found|got help)|it (?:failed|didnt work)|they found me|to be (?:here|alive))\b|\b(?:at (?:1\d|2\d|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)|years ago|in my (?:teens|twenties))\b(?: \S+){0,4} now (?:i (?:teach|run|work|help|coach|mentor|volunteer|love|study|have (?:a|two|three|my own))|im (?:a|an|married|thriving|training|happy|studying|\d\d and))\b/;
const AGAIN = /\b(?:again|still|lately|tonight|cant stop|same (?:feeling|thoughts?)|coming back|anymore)\b/;
/** Whether the message tells of a crisis as of one that was lived through. */
export const isLivedThrough = (message: string): boolean => RECOVERED.test(message) && !AGAIN.test(message);

/** Says that it goes on now. */
export const PRESENT =
  /\b(?:again|still|now|tonight|today|right now|lately|these days|this (?:morning|week|evening)|keeps? (?:coming|going)|coming back|last night|yesterday|every (?:day|night)|anymore|cant stop|going to|gonna|im about|blade|in my hand|want to)\b/;

/** Beside a joke, these say that it may be none. */
export const EARNEST =
  /\b(?:tonight|tomorrow|pills?|gun|rope|noose|blade|knife|bridge|plan(?:ned)?|already|serious(?:ly)?|not (?:even )?(?:joking|kidding)|goodbye|note|actually (?:going|gonna|do)|for real|fr\b|ready|cant (?:do|take|go)|anymore)\b/;

/** Fiction whose "I" is a person all the same: "writing this story makes me want to die". */
export const ABOUT_SELF =
  /\b(?:makes? me|made me|i (?:really |actually |just |still |do )?(?:want|feel|wish|am|tried|cant)|im|myself)\b/;

/** No word is longer: what a run of signs without a space goes on with is cut, so that no rule walks it twice. */
export const OVERLONG = /(\S{40})\S+/gu;

/** A sentence without its idioms. */
export function withoutIdioms(sentence: string): string {
  let read = sentence;
  for (const idiom of IDIOMS) read = read.replace(idiom, ' ~ ');
  return read;
}
