/** Words and phrases by which two questions are compared. English only; written without apostrophes, as normalised. */

/** Contractions and spellings of chat, word by word. */
export const EXPANSIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    whats: 'what is',
    wats: 'what is',
    hows: 'how is',
    wheres: 'where is',
    whos: 'who is',
    whens: 'when is',
    whys: 'why is',
    its: 'it',
    theres: 'there is',
    cant: 'can not',
    cannot: 'can not',
    couldnt: 'could not',
    dont: 'do not',
    doesnt: 'does not',
    didnt: 'did not',
    isnt: 'is not',
    arent: 'are not',
    wasnt: 'was not',
    wont: 'will not',
    wouldnt: 'would not',
    shouldnt: 'should not',
    mustnt: 'must not',
    havent: 'have not',
    hasnt: 'has not',
    u: 'you',
    ur: 'your',
    r: 'are',
    wat: 'what',
    wut: 'what',
    hw: 'how',
    shud: 'should',
    shld: 'should',
    cud: 'could',
    pls: 'please',
    plz: 'please',
    thx: 'thanks',
    tho: 'though',
    daily: 'every day',
    everyday: 'every day',
    evryday: 'every day',
    evry: 'every',
    weekly: 'every week',
    monthly: 'every month',
    during: 'in',
    versus: 'vs',
    nite: 'night',
    thru: 'through',
  }),
);

/** Politeness before a question; taken away until none is left. */
export const LEAD =
  /^(?:(?:hi|hey|hello|hiya|heya|howdy|good (?:morning|afternoon|evening|day)|there|please|so|um|uh|er|ok|okay|well|right|now|oh|and|yo|sorry|excuse me|quick(?: one| question)?|(?:just )?(?:a )?(?:quick |small |random |silly |dumb |simple )?question|just (?:wondering|curious|asking)|wondering|curious|(?:can|could|would|will) you (?:please |kindly )?(?:tell me|explain(?: to me)?|let me know|help me (?:understand|know)|advise(?: me)?|say|share)|would you (?:happen to )?know|do you (?:happen to )?know|any idea|may i ask|can i ask(?: you)?|could i ask(?: you)?|tell me|explain(?: to me)?|does (?:anyone|anybody) know|out of curiosity|in general|generally|basically|honestly|actually|please tell me)(?: (?:whether|if)(?= (?:it|i|you|the|a|an|my)\b))?) (?=\S)/;

/** The same after one. */
export const TAIL =
  / (?:please|thanks|thank you|thank you so much|many thanks|thanks a lot|though|lol|btw|by the way|in general|generally|exactly|actually|really|honestly|then|anyway|cheers|do you know|any idea|any ideas)$/;

/** Ways to ask one thing, in order; what stands for them begins with `=`, which no word does. */
export const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:with ?out|w o)\b/g, 'without'],
  [/\b((?:should|can|could|must) (?:i|you|we|one)) be (\S{2,}?)(?:([bdgkmnprt])\3|(\S))ing\b/g, '$1 $2$3$4'],
  [/\bdo you (?=(?:sell|have|offer|ship|make|recommend|know|like|use|stock|carry|think|deliver|give)\b)/g, '=you '],
  [/\bhow (?:often|frequently|regularly)\b/g, '=often'],
  [/\bhow long (?:does it take|will it take|would it take|do i need|does one need)\b/g, '=duration'],
  [/\bhow (long|much|many|far|soon|late|early|thick|big|hot|fast|quickly|old|hard|bad|good|likely)\b/g, '=how-$1'],
  [/\bwhat (?:can|should|do|could|must|would|shall) (?:i|you|we|one) do\b|\bwhat to do\b/g, '=remedy'],
  [/\bhow come\b|\bwhat is the reason(?: that| why)?\b|\bfor what reason\b|(?<!=)\bwhy\b/g, '=why'],
  [
    /\b(?:what is|what are) the (?:best|right|proper|correct|ideal) (?:way|ways|method|approach) (?:to|of|for)\b|\bthe (?:best|right|proper|correct) (?:way|ways) (?:to|of)\b/g,
    '=how',
  ],
  [
    /(?<!=)\bhow (?:best )?(?:do|can|could|should|would|might|must|shall) (?:i|you|we|one|people) (?:best |properly |correctly )?(?:go about )?/g,
    '=how ',
  ],
  [/(?<!=)\bhow (?:best )?to (?:best |properly |correctly )?/g, '=how '],
  [/(?<!=)\bhow (?:does|do|is|are|can|will|would|should|could)\b/g, '=how-does'],
  [
    /\bis it (?:ok|okay|okey|fine|alright|all right|possible|allowed|acceptable) (?:for me |for you |for one )?(?:to|if i|if you|if we)\b/g,
    '=can',
  ],
  [/\bam i allowed to\b|\b(?:can|could|may|might) (?:i|you|we|one|people)\b/g, '=can'],
  [/\b(?:do|would) (?:i|you|we|people) (?:really |actually )?(?:need|have) to\b|\bmust (?:i|you|we)\b/g, '=need'],
  [/\b(when|where|what|which) (?:should|do|does) (?:i|you|we|one)\b/g, '=$1-advice'],
  [/\b(what|which) (\S+(?: \S+)?) (?:should|do|does) (?:i|you|we|one)\b/g, '=$1-advice $2'],
  [/\bshould (?:i|you|we|one|people) (?:be )?/g, '=should '],
  [/^(?:i|you|we) should\b/g, '=should'],
  [/^(?:i|you|we) (?:can|could|may)\b/g, '=can'],
  [/^it is (?:ok|okay|fine|alright) to\b/g, '=can'],
  [/^(?:is|are)\b/g, '=is'],
  [/^(?:does|do)\b/g, '=does'],
  [/\bwhat (?:does|do)\b(?=.* (?:do|does)\b)/g, '=what-effect'],
  [/\b(what|which) (?:is|are|was|were)\b/g, '=$1-is'],
];

/** Said or left out, the question stays the same. Few on purpose: a word that stands here can't tell two questions apart. */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    'a an the i you we people my your our me is are am be being been do does it of to for at some ' +
    'really actually exactly honestly basically generally usually normally typically properly so very please please'
  ).split(' '),
);

/** After these, "should" and "do" ask for the same advice. */
export const HEADS_OF_ADVICE: ReadonlySet<string> = new Set(
  '=often =how =when-advice =where-advice =what-advice =which-advice =how-long =how-much =how-many'.split(' '),
);
