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
  /(?:^|\| )(?:oh |well |ah |ooh |yeah |wow )*(?:great|fantastic|wonderful|lovely|perfect|brilliant|joy|amazing|awesome|excellent|terrific|super|fab|nice|yay|cool|fun|good|delightful|marvell?ous|just great|how lovely|how nice)(?: \|)? (?:another|more|now|yet another|just what|my (?:\w+ ){1,3}(?:broke|died|crashed|is (?:broken|late|dead|down|gone)|quit|cancel\w*)|the (?:\w+ ){1,3}(?:broke|died|crashed|is (?:broken|late|dead|down|cancell?ed)|cancell?ed)|it(?:s)? (?:raining|broke|crashed|snowing)|and now|rain|monday|a (?:flat|fine|ticket|bill|migraine|leak))\b|\bjust what i needed(?: \|)?(?: another| a| more)?(?= (?:flat|rain|bill|cold|migraine|ticket|meeting|\w+ (?:bill|ticket|tyre|tire)))|\bjust what i needed today$|\b(?:exactly|just) what i (?:wanted|needed) (?:to hear|on a|at|right before|today of all)|\blove that for me\b|\bgotta love (?:it when|when|how|a|being)\b|\bdont you (?:just )?love it when\b|\blucky me\b|\byay me\b|\bliving the dream\b|\bso that(?:s| was)(?: really)? (?:fun|great|nice|lovely)\b|\bthanks (?:a lot|for nothing)\b|\bbecause (?:of course|why not)\b|\bwhat a (?:surprise|treat|joy)(?: \|)? (?:the|another|my|he|she|it|they)\b|\b(?:love|enjoy)(?:s|ing)? (?:being|getting|when) (?:ignored|yelled|woken|left|lied|stuck|ghosted|blamed|talked|called|cancell?ed|they|people|he|she|someone|my (?:boss|train|neighbou?r))|\bnothing like a? ?(?:\w+ )?(?:flat|cold shower|fire alarm|delay\w*|burnt|4am|5am|monday|root canal|traffic)\b|\bas if (?:my|today|the|this) (?:\w+ )?(?:couldnt|wasnt)\b|\b(?:truly|simply|absolutely) (?:thrilled|delighted|ecstatic) (?:to be|about) (?:back at|stuck|working|the (?:queue|delay)|spending (?:my|the) (?:saturday|sunday|weekend) (?:at|in|on))/;

/** Figures of speech that a word list would read wrongly. */
export const FIGURES: readonly { readonly pattern: RegExp; readonly moods: readonly MoodName[] }[] = [
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
  {
    pattern:
      /\b(?:my )?(?:head|brain|mind)(?:s| is| feels| feels like| has been)(?: like)?(?: \w+){0,2} (?:washing machine|scrambled|jelly|fog|soup|mush|blender|tornado|storm|circus|static|tabs|browser|traffic jam|hamster wheel|spinning|exploding|everywhere)\b/,
    moods: ['overwhelmed'],
  },
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
