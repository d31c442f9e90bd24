/** What a message says of how a thing went. */
export type Outcome = 'good' | 'bad' | 'over' | null;

const BAD =
  /\b(?:panic over|misheard|misread|got (?:it|that) wrong|my mistake|ignore (?:that|me|my last)|turns out not|fail(?:ed|s)?|flunked|did(?:n'?t| not) (?:get|pass|make|work|happen|win|go|come)|got rejected|rejected|turned (?:me|us|it) down|false alarm|fell through|pulled out|backed out|cancel(?:led|ed)|called off|postponed|lost (?:it|the|to)|we lost|i lost|someone else|somebody else|no (?:house|job|luck|flat|kitten|puppy|baby|more|longer) ?|not (?:any ?more|happening|going)|nope|gave up|caved|went with (?:someone|somebody|another|(?:an? |the )?(?:internal|other|different|external|stronger))|(?:chose|picked|hired|gave it to) (?:someone|somebody|another)|filled the (?:role|job|position)|decided (?:against|not to)|talked (?:myself|me|us) out of|scrap that|(?:is|it'?s|was) a no\b|no[ -]go|never ?mind|nvm|outbid|beat me to it|we lost|i lost|lost \d|relapsed|changed (?:my|our|her|his) mind|not going ahead|went to (?:another|someone)|said no|didn'?t make|isn'?t happening|wasn'?t (?:meant|selected|chosen)|unfortunately|bad news|scrapped|denied|missed (?:it|out)|ghosted|went (?:(?:really |so |very |pretty |quite )?(?:badly|terribly|horribly|awful|awfully|wrong)|downhill))\b/i;
const OVER =
  /\b(?:bro+ke? up|broken up|(?:'?s|is|are|been) off\b|called off|say goodbye to|said goodbye to|goodbye to|not friends|falling out|fell out|split(?: up)?|divorced|it'?s over|dumped|left (?:me|him|her)|no longer|(?:n'?t|not|no) any ?more|died|passed away|passed on|put (?:him|her|it) (?:down|to sleep)|quit|resigned|handed in my notice|sold (?:it|the|my)|got rid of|gave (?:it|him|her) away|ended|finished with|moved out|stopped|is gone|used to|back together)\b/i;
const GOOD =
  /\b(?:got (?:it|in|the)|i got|we got|passed|aced|nailed|accepted|said yes|offered|hired|won|benign|all clear|made it|succeeded|approved|it'?s ours|it worked|found (?:it|him|her|the|my)|came back|handed (?:it|the|in)|in remission|recovered|better now|much better|feeling better|no more fever|all good|we'?re good|(?:it'?s|we'?re|things are|all) (?:ok|okay|good|fine|better|sorted)(?: now| again)?|we good|came home|(?:is|he'?s|she'?s|they'?re|it'?s|i'?m)(?: (?:completely|totally|absolutely|perfectly|all|doing|much|back|so|safe|and|already)){0,2} (?:home|back|safe|out|fine|ok|okay|alright|better|unhurt|well|up|awake|eating|walking|smiling|talking|on the mend|on (?:his|her) feet|discharged|breathing)|good again|made up|apologi[sz]ed|(?:was|is|came back|all) (?:all )?(?:clear|normal|negative|clean)|paid (?:me|us) back|we'?re (?:sound|cool|friends)|sorted|fixed|went (?:(?:really |so |very |pretty |quite )?(?:well|fine|great|ok|okay|good|brilliantly|brilliant|smoothly|perfectly|perfect|amazing|amazingly|swimmingly)|to plan|better than)|fine now|is fine|yes+!|finally|engaged|signed|completed|did it|qualified|graduated|promoted)\b/i;

/** How a sentence says that a thing went; null when it says nothing of it. */
export function outcomeOf(text: string): Outcome {
  if (/\bback together\b/i.test(text)) return 'good';
  if (OVER.test(text)) return 'over';
  if (BAD.test(text)) return 'bad';
  return GOOD.test(text) ? 'good' : null;
}
