import type { MoodName } from './mood-lexicon.ts';

/** What a negated mood says: "not happy" is a complaint, "not bad" contentment; null when it says nothing. */
export const OPPOSITES: Readonly<Record<MoodName, MoodName | null>> = {
  joyful: 'frustrated',
  excited: 'bored',
  proud: 'ashamed',
  grateful: 'frustrated',
  loved: 'lonely',
  hopeful: 'hopeless',
  relieved: 'anxious',
  content: 'disappointed',
  calm: 'anxious',
  amused: 'frustrated',
  confident: 'nervous',
  energized: 'tired',
  surprised: null,
  curious: 'bored',
  confused: null,
  nostalgic: null,
  tired: 'energized',
  bored: 'content',
  sad: 'content',
  lonely: 'content',
  heartbroken: 'content',
  disappointed: 'content',
  hurt: 'content',
  ashamed: 'proud',
  guilty: null,
  embarrassed: 'confident',
  anxious: 'calm',
  nervous: 'confident',
  afraid: 'confident',
  stressed: 'calm',
  overwhelmed: 'calm',
  frustrated: 'calm',
  angry: 'calm',
  jealous: 'content',
  disgusted: null,
  numb: null,
  hopeless: 'hopeful',
  unwell: 'content',
};

/** Praise that is none. */
export const IRONY =
  /(?:^|\| )(?:oh |well |ah |ooh |yeah |wow )*(?:great|fantastic|wonderful|lovely|perfect|brilliant|joy|amazing|awesome|excellent|terrific|super|fab|nice|yay|cool|fun|good|delightful|marvell?ous|just great|how lovely|how nice)(?: \|)? (?:another|more|now|yet another|just what|my (?:\w+ ){1,3}(?:broke|died|crashed|is (?:broken|late|dead|down|gone)|quit|cancel\w*)|the (?:\w+ ){1,3}(?:broke|died|crashed|is (?:broken|late|dead|down|cancell?ed)|cancell?ed)|it(?:s)? (?:raining|broke|crashed|snowing)|and now|rain|monday|a (?:flat|fine|ticket|bill|migraine|leak))\b|\bjust what i needed(?: \|)?(?: another| a| more)?(?= (?:flat|rain|bill|cold|migraine|ticket|meeting|\w+ (?:bill|ticket|tyre|tire)))|\bjust what i needed today$|\b(?:exactly|just) what i (?:wanted|needed) (?:to hear|on a|at|right before|today of all)|\blove that for me\b|\w \| not(?: \||$)|\bgotta love (?:it when|when|how|a|being)\b|\bdont you (?:just )?love it when\b|\blucky me\b|\byay me\b|\bliving the dream\b|\bthanks (?:a lot|for nothing)\b|\bbecause (?:of course|why not)\b|\bwhat a (?:surprise|treat|joy)(?: \|)? (?:the|another|my|he|she|it|they)\b|\b(?:love|enjoy)(?:s|ing)? (?:being|getting|when) (?:ignored|yelled|woken|left|lied|stuck|ghosted|blamed|talked|called|cancell?ed|they|people|he|she|someone|my (?:boss|train|neighbou?r))|\bnothing like a? ?(?:\w+ )?(?:flat|cold shower|fire alarm|delay\w*|burnt|4am|5am|monday|root canal|traffic)\b|\bas if (?:my|today|the|this) (?:\w+ )?(?:couldnt|wasnt)\b|\b(?:truly|simply|absolutely) (?:thrilled|delighted|ecstatic) (?:to be|about) (?:back at|stuck|working|the (?:queue|delay)|spending (?:my|the) (?:saturday|sunday|weekend) (?:at|in|on))/;

/** Praise that is irony after a mishap and plain without one: "the boiler died, so that's fun", "made dinner so that's nice". */
export const IRONY_AFTER_MISHAP =
  /\bso (?:that|this|its)(?:s| was| is)?(?: just| really| all| been| going to be)? (?:fun|great|nice|lovely|fantastic|brilliant|wonderful|cool|good)\b/;

/** Laughter between nods, which is a habit of writing before it is a mood: "lol ok", "haha yeah". */
export const ONLY_LAUGHTER =
  /^(?=.*\b(?:lol|haha|hehe|lmao|lmfao|rofl))(?:(?:lo+l|(?:ha)+h?|(?:he)+h?|lmf?ao+|rofl|ok|okay|k|kk|yeah|yes|yep|yup|no|nah|nope|sure|fine|right|true|idk|well|oh|ah|alright|whatever|i see|maybe|hm+|same|\|)(?: |$))+$/;

/** Something that goes wrong, beside what the mood tables hear. */
export const MISHAP =
  /\b(?:broke|broken|died|dead|crashed|cancel\w*|late|failed|lost|stuck|missed|forgot|stolen|leak\w*|spilt|spilled|quit|down|locked|raining|overtime|fell|ripped|burn\w*|smashed|dropped|blocked|rejected|fired|dumped|wont|no (?:wifi|internet|heating|hot water|power|sleep)|another|again|wrong)\b/;

/** A question about the world: what it names happened to somebody else, if at all. "Who won the cup" is no pride. */
export const ASKS_OF_WORLD =
  /^(?:so |and |but |hey |ok |okay |lol |haha |do you know |tell me |any idea )*(?:who|what|when|where|which|how (?:many|much|often|long))(?:s|d|re)? (?!(?:i|we|a|an)\b)(?!.*\b(?:i|im|ive|id|me|my|we|us|our)\b)/;

/** Takes back what was said before it: "that was sarcastic", "just kidding". */
export const RETRACTION =
  /\b(?:i was|im|i am|was|were|only|just)(?: just| only| totally| obviously| clearly| being| so){0,4} (?:joking|kidding|sarcastic|ironic|sarcasm|irony|messing with you|messing around|pulling your leg)\b|\b(?:that|it|this)(?:s| was| is)(?: just| only| all| meant as| meant to be| supposed to be| totally| obviously){0,4} (?:sarcas(?:m|tic)|iron(?:y|ic))\b|\b(?:that|it)(?: was|s)(?: just| only| all| meant as| meant to be| supposed to be| totally| obviously){0,4} a joke\b|^(?:lol |haha )?(?:jk|joking|kidding|sarcasm)(?: lol| haha)?$|\bjk\b/;

/** "My head is a washing machine": a mind spoken of as a thing. */
export const MIND_AS_THING =
  /\b(?:my )?(?:head|brain|mind)(?:s| is| feels| feels like| has been)(?: like)?(?: \w+){0,2} (?:washing machine|scrambled|jelly|fog|soup|mush|blender|tornado|storm|circus|static|tabs|browser|traffic jam|hamster wheel|spinning|exploding|everywhere)\b/;

/** Displeasure with how the assistant answers, as people word it. */
export const COMPLAINT =
  /\b(?:youre|you are|ur|you (?:just|really|only|still)|thats|that is|that was|this is|its|sounds?|sounding|feels?)(?: (?:a|an|so|very|bit|little|too|really|just|quite|pretty|kinda|kind|of|being|sound|sounding|awfully|rather|super|all|like)){0,4} (?:generic|repetitive|robotic|canned|scripted|copy ?(?:and )?paste\w*|vague|unhelpful|not (?:very |really |that )?(?:helpful|helping)|a broken record|a parrot|an? (?:answering machine|template|script)|not (?:what i asked|listening|answering))\b(?= \||$| (?:answers?|repl(?:y|ies)|responses?|advice|and|but|tbh|lol|again|to me|now|you|u|for|today|honestly|i|im|can|could|isnt|thats|please))|\b(?:you|u)(?: (?:just|always|only|keep|kept|constantly|literally|really|still|all|do|is|are|have been|ever)){1,4} (?:repeat\w*|(?:ask|asking|asks) (?:me )?(?:so many |too many |the same |more |another |all these )?questions?|say(?:ing)? (?:the same|that)|parrot\w*|echo\w*|copy(?:ing)?|mirror\w*|rephras\w*|paraphras\w*|ask(?:ing)? (?:me )?(?:the same|that|again))|\byoure (?:just |only |always |still )*(?:repeating|parroting|echoing|copying|mirroring|rephrasing)\b|\b(?:stop|quit|enough|dont)(?: (?:just|always|with|keep|all|the|of|these|please)){0,3} (?:repeat\w*|parroting|echoing|copying (?:me|what)|rephrasing|asking (?:me )?(?:so many |the same |more |all these )?questions|(?:the )?questions)\b|\b(?:you|u)(?: (?:are|just|really|still))? ?(?:dont|never|arent|didnt|not)(?: (?:even|really|actually|ever))? (?:listen(?:ing)?|answer(?:ing)? (?:me|my|the)|answered (?:me|my|the)|read what i)\b/;

interface Figure {
  readonly pattern: RegExp;
  readonly moods: readonly MoodName[];
  /** What it weighs against a mood that is named (1); 1.1 unless given. */
  readonly weight?: number;
}

/** Figures of speech that a word list would read wrongly. */
export const FIGURES: readonly Figure[] = [
  {
    pattern:
      /\b(?:hate|cant stand|despise|loathe)(?: \w+)? (?:my|how my|the way my|what my) (?:own )?(?:\w+ )?(?:hair|curls|hairline|skin|acne|nose|teeth|smile|voice|looks|weight|legs|arms|thighs|belly|stomach|reflection|appearance|scars?)\b/,
    moods: ['ashamed'],
  },
  { pattern: COMPLAINT, moods: ['frustrated'], weight: 0.5 },
  // Whoever cheers somebody up gives comfort, not praise.
  {
    pattern:
      /\b(?<!\b(?:nothing|nobody|no one|cant|couldnt|didnt|doesnt|wont|not|never)(?: \w+)? )(?:cheer(?:ed|s|ing)? me (?:right |straight )?up|(?:picked|perked) me up|(?:made|makes) my (?:day|week)|(?:made|makes) me smile|put a smile on my face)\b/,
    moods: ['loved'],
  },
  {
    pattern:
      /(?<!\b(?:i|we|ive|weve|us|me|can|could|will|now)(?: \w+)?) (?:laugh(?:s|ed|ing)?|snigger\w*|giggl\w+|mock(?:s|ed|ing)?|jok(?:es?|ed|ing))(?: (?:at|about))? (?:me|my \w+|it|how i \w+|the way i \w+)\b(?! (?:laugh|smile|giggle|too|up|off|together))/,
    moods: ['hurt'],
  },
  {
    pattern:
      /(?:^|\| )(?:its |it is |they said |theyre saying |now )?stage (?:3|4|three|four|iii|iv)(?: cancer| now| they said)?(?: \||$)/,
    moods: ['sad'],
    weight: 0.6,
  },
  {
    pattern:
      /\b(?:whether|if i should|want) to (?:hug|kiss|laugh|celebrate|thank|dance) (?:\w+ )?or (?:\w+ )?(?:hit|cry|slap|kill|scream|strangle|run|hide|panic|throw)\b/,
    moods: ['surprised', 'angry', 'joyful'],
  },
  {
    pattern:
      /\b(?:bittersweet|mixed (?:feelings|emotions|bag)|emotional roller ?coaster|happy and sad|highs and lows|ups and downs|laugh(?:ing)? and cry(?:ing)?|best and worst|good and bad)\b/,
    moods: ['joyful', 'sad'],
  },
  {
    pattern:
      /\b(?:could|almost|nearly|might|about to|going to|want to|gonna) (?:\w+ )?cry\b.{0,12}\b(?:grateful|happy|proud|relieved|thankful|joy|beautiful|sweet|kind|touched|good)\b|\bcr(?:y|ied|ying)(?: \w+){0,2} (?:with|from|of|out of) (?:joy|happiness|relief|pride|laughter)\b/,
    moods: ['grateful'],
  },
  { pattern: MIND_AS_THING, moods: ['overwhelmed'] },
  {
    pattern:
      /\b(?:flat|house|apartment|room|bed|place|home|table|office|garden)(?: is| feels| seems| was|s)?(?: \w+){0,2} (?:quiet|empty|big|silent|cold)(?: \w+){0,3} (?:since|without|now that|after|now)\b/,
    moods: ['lonely', 'sad'],
  },
  {
    pattern:
      /\b(?:burn|burned|burnt) (?:the|this|that|my) (?:house|place|kitchen|office|building|world) down\b|\bburn it (?:all )?down\b/,
    moods: ['angry'],
  },
  {
    pattern:
      /\bi (?:just |really |so )?wish (?:i (?:was|were|could|felt|had)|it was|things were|we were)(?: \w+){0,3} (?:happy|happier|ok|okay|better|normal|different|enough|loved|strong|brave|confident|home|sleep|stop)\b/,
    moods: ['sad'],
  },
  {
    pattern:
      /\b(?:on the verge of|close to|fighting back|holding back) tears\b|\bcry(?:ing)? (?:in the|at my|on the)\b/,
    moods: ['sad'],
  },
  {
    pattern:
      /\b(?:best|favou?rite|happiest|nicest|loveliest) \w+ (?:ever|in (?:ages|years|months|my life|a long time)|of my life)\b/,
    moods: ['joyful'],
  },
  {
    pattern:
      /\bworst (?:\w+ ){0,4}best\b|\bbest (?:\w+ ){0,4}worst\b|\blove (?:my|the|this|him|her|them|it)(?: \w+){0,3} \| but (?:i )?(?:hate|miss|cant stand|struggle|need)\b|\b(?:beautiful|lovely|good|nice|perfect) (?:funeral|goodbye|memorial|farewell|service)\b|\b(?:promoted|hired|engaged|accepted|published|graduated|won) and (?:dumped|fired|evicted|rejected|robbed|broke)\b/,
    moods: ['joyful', 'sad'],
  },
  {
    pattern:
      /\b(?:couldnt|could not|cant|cannot) (?:be|feel) (?:any )?(?:more proud|prouder|more grateful|more pleased|more excited|gladder|cosier|cozier|luckier)\b/,
    moods: ['proud'],
  },
  { pattern: /\b(?:it )?hurts (?:though|but|too|as well)\b/, moods: ['sad'] },
  {
    pattern:
      /\b(?:test|tests|scan|scans|biopsy|results?|screening)(?: \w+){0,4} (?:negative|clear|clean|fine|normal|benign|good)\b/,
    moods: ['relieved'],
  },
  {
    pattern:
      /\b(?:exam|test|interview|surgery|divorce|move|semester|wedding|chemo|treatment|project|thesis|trial|audit|presentation)(?: \w+){0,2} (?:is|are|was|s)? ?(?:finally |all )?(?:over|done|finished|behind me)\b/,
    moods: ['relieved'],
  },
  {
    pattern:
      /\b(?:cant|cannot|couldnt) believe (?:they|he|she|my \w+|it|that)(?: \w+){0,6} (?:instead|without|again|forgot|lied|left|cancelled|canceled|stole|gave|sold|said|did that|would do|took)\b/,
    moods: ['frustrated'],
  },
  {
    pattern:
      /\b(?:cant|cannot|couldnt) believe (?:i|we|its|im) (?:\w+ ){0,3}(?:won|did|passed|got|made it|finished|happening|here|real|finally)\b/,
    moods: ['excited'],
  },
  {
    pattern:
      /\b(?:worst|saddest|hardest|longest|loneliest) \w+ (?:ever|in (?:ages|years|months|my life|a long time)|of my life)\b/,
    moods: ['sad'],
  },
  {
    pattern:
      /\b(?:finally|first time in (?:ages|years|months|weeks)|for the first time in)\b(?: \w+){0,6} (?:slept|asleep|sleep|laughed|smiled|breathe|rest|quiet|silence|free)\b/,
    moods: ['relieved'],
  },
  {
    pattern:
      /\b(?:guess who)(?: \w+){0,3} (?:failed|lost|forgot|missed|broke|got (?:fired|dumped|rejected|ghosted|a flat)|is (?:single|sick|late|broke))\b/,
    moods: ['disappointed'],
  },
  {
    pattern:
      /\b(?:guess who)(?: \w+){0,3} (?:passed|won|got (?:the|in|into|engaged|promoted|accepted|a (?:job|raise|puppy))|is (?:pregnant|engaged|getting|going|moving|debt))\b/,
    moods: ['proud', 'excited'],
  },
  {
    pattern:
      /\b(?:so|that|really|too) (?:happy|proud|good|grateful|relieved|sweet|beautiful)(?: \w+){0,3} (?:i (?:could|might|almost|nearly)|it (?:hurts|almost hurts)) ?(?:cry|cried|burst|scream|explode)?\b/,
    moods: ['joyful'],
  },
  { pattern: /\bi dont (?:even )?(?:really )?know (?:what|how) (?:i|to) feel\b/, moods: ['confused'] },
];
