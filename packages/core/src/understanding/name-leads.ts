/** The wordings that give a name in English. A further wording is a line. */

/** Strengths: what the person wants to be called over what others call them, that over who they are, that over a bare word. */
export const WANTED = 50;
export const USUAL = 42;
export const STATED = 30;
export const FORMAL = 18;
export const BARE = 24;

export interface Lead {
  readonly pattern: RegExp;
  readonly slot: 'asks' | 'describes';
  readonly strength: number;
  /** What must follow the name; undefined for anything. */
  readonly followedBy?: RegExp | undefined;
  /** Whether it also counts when nobody asked; `given-name`: only with a known given name. */
  readonly unasked: boolean | 'given-name';
}

const lead = (
  alternatives: string,
  slot: Lead['slot'],
  strength: number,
  unasked: Lead['unasked'],
  followedBy?: RegExp,
): Lead => ({
  followedBy,
  pattern: new RegExp(`(?:^|\\s)(?:${alternatives})(?=\\s|$)`, 'gu'),
  slot,
  strength,
  unasked,
});

const ADVERBS =
  '(?: (?:all|really|actually|just|usually|always|mostly|normally|generally|typically|also|now|only|kinda|sort of))?';
/** People who call the person something, as one or many. */
const OTHERS =
  '(?:everyone|everybody|people|they|folks|mates|you guys|family|they all|we all|(?:(?:my|the|all|most|some|close|old|a lot of|all of) ){1,2}(?:my )?(?:friends|mates|pals|people|folks|family|families|kids|grandkids|children|students|pupils|players|patients|clients|customers|team|teammates|coworkers|co-workers|colleagues|classmates|roommates|cousins|siblings|brothers|sisters|parents|grandparents|relatives|neighbours|neighbors|lads|girls|guys|ones)|friends|most)';
const WHERE = '(?: (?:at|from|in|on|around|back|who|that|i) \\S{1,12}(?: \\S{1,10})?(?: me)?)?';

export const LEADS: readonly Lead[] = [
  lead(
    'called me|calling me|nicknamed me',
    'asks',
    STATED,
    false,
    /^(?:and|but) (?:it|that|the name)(?:'s| has| just)? (?:stuck|stayed|kept)|^(?:since|ever since|when i was|as a (?:kid|child|baby))\b/,
  ),
  lead("(?:call|calling|house|home|pet|daak|stage|pen) name(?: is|'s)?", 'asks', USUAL, false),
  lead('(?:please|just) (?:use|say|go with)', 'asks', WANTED, 'given-name'),
  lead('(?:can|could|shall) we (?:just |please )?(?:do|say|use|go with|make it|try)', 'asks', WANTED, false),
  lead('i mean', 'describes', WANTED, false),
  lead(
    '(?:can|could|would|will) you (?:please |just |maybe )?(?:use|say|go with|stick (?:to|with)|switch to)',
    'asks',
    WANTED,
    'given-name',
  ),
  lead(
    `(?<!(?:don't|dont|not|never|to|they|people|friends|everyone|everybody|always|would|used to|folks|most|mates|all|family|kids|students|guys|usually|just|parents|sisters|brothers|siblings|cousins|coworkers|co-workers|colleagues|clients|patients|players|pupils|children|grandkids|grandparents|relatives|teachers|neighbours|neighbors|lads|girls|boys|ones|classmates|teammates|roommates|team|pals|customers|work|home|school|here|everywhere) )call me(?: by)?(?: my nickname| my middle name)?`,
    'asks',
    WANTED,
    true,
  ),
  lead('(?:just|to|would|please|you|can|could|may|should|u) call me', 'asks', WANTED, true),
  lead(
    "(?:if|that|when|rather|prefer) you(?:'d)? (?:called? me|used?|said|went with)|you calling me|mind calling me|calling me|be called|being called|get called|be known as|being known as",
    'asks',
    WANTED,
    true,
  ),
  lead(`${OTHERS}${WHERE}${ADVERBS} call me`, 'asks', USUAL, true),
  lead(`${OTHERS}${ADVERBS} (?:says?|uses?)`, 'describes', STATED, false),
  lead(`${OTHERS}${WHERE} (?:have |'ve |has )?(?:always |all |just )?called me`, 'asks', USUAL, false),
  lead(
    '(?:always|usually|just|mostly) call me|calls me|known as|know me as|known to .{2,20} as',
    'asks',
    USUAL - 4,
    false,
  ),
  lead(`(?:everyone|everybody)${WHERE}${ADVERBS} (?:calls me|knows me as)`, 'asks', USUAL, true),
  lead(
    'nicknamed me|dubbed me|known me as|knows me as|shortens? it to|shorten that to|(?:^|been )called|just say|(?<!(?:he|she|who|it) )goes by|went with',
    'asks',
    USUAL,
    false,
  ),
  lead(
    "it's always been|it has always been|its always been|it has always been|always just been|i've always been|ive always been",
    'describes',
    WANTED,
    false,
  ),
  lead(
    `(?:i|i'd like to|i'll|ill|we|to|i'd rather|prefer to|prefers to)${ADVERBS} go by(?: the name)?(?: of)?|i'm going by|im going by|i've gone by|ive gone by|always gone by|(?<!(?:he|she|they|who|it)(?:'s|'re| is| are)? )going by|(?<!(?:he|she|they|who|you|we|people) )go by`,
    'asks',
    WANTED,
    true,
  ),
  lead(
    "i(?:'d)?(?: would| do| really| much| kinda)? prefer(?: it if you used| if you used| the name)?|i like|i'd like|id prefer|preferred name(?: is)?|i'd rather(?: be| use| have)?|i'd love",
    'asks',
    WANTED,
    false,
  ),
  lead(
    "(?:please |just )?stick (?:to|with)|(?:let's |lets |just |please |we can |i'll |you can )?go with|going with|(?:please |just |you can |let's )?use|(?:please |just )?make (?:it|that)|(?:let's|lets) (?:say|do|try)|put (?:me )?down(?: as)?|put",
    'asks',
    WANTED,
    false,
  ),
  lead(
    '(?:change|switch|update|set|correct|edit) (?:my name|my nickname|me)(?: back)?(?: to)?|address me as|refer to me as|save me as|remember me as|store me as',
    'asks',
    WANTED,
    true,
  ),
  lead('(?:change|switch|update|set|correct|edit) (?:it|that)(?: back)?(?: to)', 'asks', WANTED, false),
  lead("(?:i've |i have |i |legally )?changed my (?:first )?name (?:legally |officially )?to", 'asks', WANTED, true),
  lead(
    '(?:but |so |and )?(?:you|u|ppl|people) (?:can|could|may)(?: just| also| simply)? (?:say|use|do|write|shorten it to)',
    'asks',
    WANTED,
    false,
  ),
  lead(
    'i (?:only )?(?:answer|respond) to|answers to|i meant(?: to (?:say|type|write))?|i said|(?:it|that) should be|should say|should read|meant to be|typo for',
    'asks',
    WANTED,
    false,
  ),
  lead(
    "mine(?:'s| is| would be)|my nickname (?:growing up|at school|as a kid|at home|in school|since school) (?:is|was)|my nickname(?:'s| is| has always been| was)?|my preferred name(?:'s| is)?|my chosen name(?:'s| is)?|my friends know me as|nickname(?:'s| is)?",
    'asks',
    USUAL,
    true,
  ),
  lead(
    "my (?:legal|full|official|birth|given|government|passport|real|baptismal|christian) name(?:'s| is| was)?|(?:officially|legally|technically|formally|on paper)|my name is (?:technically|officially|legally)|name is (?:technically|officially|legally)|it says|christened|named after",
    'asks',
    FORMAL,
    false,
  ),
  lead(
    "(?<!\\S's |s' |middle |last |family |sur|nick|user|his |her |their |your |its |dog |cat |pet )(?:my|the|first|our|me) (?:first |new |actual |usual |short )?name(?:'s|s| is| be| would be| will be| is actually| is really)|my name(?: is|'s)?(?: spelled)?|i have a name it's|(?<!(?:his|her|their|your|its|dog|cat|pet|friend|baby|'s|s') )name's",
    'asks',
    STATED,
    true,
  ),
  lead("^(?:(?:first|preferred|the|real|full) )?name(?:'s|s)?(?: is)?", 'asks', STATED, false),
  lead(
    '(?:gave|given) me the name|(?:know|knows|known|called|call) (?:me )?by the name(?: of)?|let it be|i spell it|i write it',
    'asks',
    STATED,
    true,
  ),
  lead("(?:gamer ?tag|handle|stage name|pen name|screen name|alias|moniker)(?:'s| is)", 'asks', USUAL, false),
  lead(
    "i'm called|im called|i am called|i was named|parents named me|mum named me|mom named me|named me|i was born",
    'asks',
    STATED,
    false,
  ),
  lead("(?:i've|ive|i have) (?:always |just )?been(?: called| known as)?", 'describes', WANTED, false),
  lead(
    "(?:spelled|spelt|written|spell it|spelling is|write it)(?: as| like)?|that's spelled",
    'asks',
    WANTED + 2,
    false,
  ),
  lead(
    "(?:it's|its|it is|that's|my name is|my name's) (?:actually |really )?(?:spelled|spelt)",
    'asks',
    WANTED + 2,
    true,
  ),
  lead(
    "actually (?:it's|its|it is|i'm|im|that's)|(?:wait|no|sorry|oops|correction) (?:it's|its|it is|i'm|im)",
    'describes',
    WANTED,
    true,
  ),
  lead(
    "it's actually|its actually|it is actually|it's really|i'm actually|it's now|it's just|just it's",
    'describes',
    USUAL,
    false,
  ),
  lead(
    "i'm|im|i am|i'm officially|this (?:here )?is|you're talking to|you are talking to|speaking to|name here is",
    'describes',
    STATED,
    false,
  ),
  lead(
    "it's|its|it is|it'd be|itd be|that'd be|that would be|it would be|it'll be|that's|thats|'tis|tis|here's|it was always",
    'describes',
    STATED,
    false,
  ),
  lead(
    'shorten(?:ed|s)? (?:it |that )?to|(?:also |better |otherwise )?known as|aka|a\\.k\\.a|i chose|i picked|settle on|settle for|(?:most |people |they |just |please )?go (?:for|with)|(?:happy|fine|good|ok|okay|cool|comfortable|at home) with(?: being)?',
    'describes',
    USUAL,
    false,
  ),
  lead('is what i like|say|says|put down', 'describes', FORMAL, false),
  lead(
    "(?<=\\S )(?:but|so)|i guess|i suppose|probably|maybe|i'd say|i think|how about|what about|try|and i'm|let me be|i'll be|ill be|(?:can|could|may) i (?:just )?be|hence|thus|therefore|then|as my friends say|as they say|really",
    'describes',
    BARE,
    false,
  ),
];

/** The wording before "call me" that makes it another's words or a wish of the past. */
export const REPORTED =
  /(?:\b(?:he|she|they|boss|teacher|mom|mum|dad|sister|brother|wife|husband|ex|someone|guy|lady|man|woman|kid|son|daughter|friend)\b (?:said|says|told me|asked me|goes|went|was like|wanted me|texted|was told)|(?:don't|dont|do not|never|nobody|no one|stop|quit|hate it when|used(?: to)?|did (?:he|she|they|you) just|why (?:do|did|would|does) \S{1,12}))(?: \S{1,12}){0,3}$/;

/** What follows a figure of speech: "call me Scrooge but I think …". */
export const FIGURATIVE =
  /^(?:but|because|cause|if|for|or) (?:i|i'm|im|my|the|that|it|this|there|a|you|we|they|he|she|not|whatever)\b/;

/** Where a name is used that is not the one to use here: "at work it's Mrs Novak". */
export const FORMAL_PLACE =
  /\b(?:at work|at the office|at school|at the clinic|in class|on paper|on stage|officially|legally|formally|professionally|(?:to|for) (?:my|the) (?:students|pupils|patients|clients|boss)|on (?:my|the) (?:passport|id|licence|license|birth certificate|account|contract))(?: but| and)?$/;

/** What follows "it's X" when X is somebody else: "it's Greg who did it". */
export const SOMEBODY_ELSE =
  /^(?:who|whose|whom|that|on|in|at|from|'s|again|he|she|i'm|i am|i (?:worry|miss|love|hate|like|need|want|think)|not (?:me|him|her|you|us|them)|and (?:he|she)|my (?:sister|brother|mum|mom|mother|dad|father|son|daughter|wife|husband|friend|boss|ex|partner|boyfriend|girlfriend))\b/;

/** What stands before a name that is not the one. */
export const REJECTING =
  /(?:^|\s)(?:not|never|isn't|isnt|wasn't|is not|no longer|instead of|rather than|over|than|short for|used to be|used to go by|don't call me|dont call me|do not call me|(?:stop|keep|kept|keeps) calling me|don't go by|dont go by|don't use|hate being called|hate|nobody calls me|no one calls me|only (?:my )?\S{2,14}(?: and (?:my )?\S{2,14})? (?:calls?|called|uses|says)(?: me)?|pronounced|isn't my name it's not|anymore it's not|forget|forget about|drop the)(?=\s)/g;

/** Unasked talk of how the person is called; then introductions and bare names in it count as when asked. */
export const OWN_NAME_AT_ISSUE =
  /\b(?:(?:stop|keep|kept|keeps) calling me|(?:got|get|spelled|spelt|spelling|spell|wrote|misspelled|misspelt|mispelled|mixed up|forgot|butchered) my name\b(?! (?:on|in|at|to)\b)|my name (?:is |was |has )?(?:not|isn't|isnt|wasn't|is wrong|has an?)|(?:not|isn't|isnt) my name|wrong name|my name wrong|(?:had|have|got|get) it wrong|my name(?:'s| is) (?:pronounced|written|spelled|spelt)|should (?:say|mention|have said|have mentioned|introduce myself)|forgot to (?:say|mention|introduce)|(?:told|gave|tell|give) you my name|(?:nobody|no one) calls me|not how (?:you|it's|its|it is) (?:spell|spelt|spelled|written)|(?:don't|dont) call me \S{1,15}[,.;!] )/;

/** What may follow a name that stands first. */
export const NAME_FIRST =
  /\b(?:works?|will do|is|'s|here|speaking|for short|would|it|does|sounds|suits|reporting|this side|at your|to|for|with|among|everywhere|otherwise|in|outside|on this|on the|at the|at home|the rest|checking)\b/;
export const NAME_FIRST_STRENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^is (?:much |even |way )?(?:better|nicer|preferred|best|preferable|my preference)/, WANTED + 3],
  [
    /^is what (?:my|the) (?:students|pupils|patients|clients|customers|boss|passport|teachers?|doctors?|bank)\b/,
    FORMAL,
  ],
  [/^this side\b/, STATED],
  [/^is all (?:i|you|we) need\b/, WANTED],
  [/^(?:to you|in general|in private|day to day)\b/, WANTED],
  [/^to (?:my|the) (?:bank|boss|tax|landlord|lawyer|office|government|school|teachers?)\b/, FORMAL],
  [/^(?:is|was) (?:what|how) (?:i|i've|i'm|people|everyone|everybody|my|the|they|most|friends|you|we|folks)\b/, WANTED],
  [/^(?:is what|would be (?:great|better|best|perfect))/, WANTED],
  [/^for (?:short|you|here|friends)\b/, WANTED],
  [/^(?:in|on) (?:my|the) (?:passport|birth certificate|licence|license|papers|id|contract|account)\b/, FORMAL],
  [
    /^(?:to|with|among|for) (?:my |all my |close |most |the |all )?(?:friends|mates|pals|family|everyone|everybody|people|those|buddies|folks|loved ones)\b/,
    WANTED,
  ],
  [
    /^(?:in life|everywhere else|the rest of the time|in (?:real |everyday |daily )?life|otherwise|outside (?:of )?work|at home)\b/,
    WANTED,
  ],
  [/^(?:on (?:this|the other|your) (?:end|line)|at the keyboard|on the line|checking in)\b/, STATED],
  [/^(?:works|will do|would do|does (?:it|fine)|suits me|sounds good)\b/, USUAL],
  [
    /^(?:is|would be) (?:totally |perfectly |just |absolutely |also )?(?:fine|good|ok|okay|great|perfect|cool|fab|fabulous|awesome|brilliant|nice|lovely|preferable|alright|all right|enough|lovely|grand|easier|easiest)/,
    STATED,
  ],
  [/^is the (?:one|name)(?: that)? (?:i|people|everyone|my|most|you|we|they)\b/, WANTED],
  [
    /^is (?:my (?:(?:real|actual|full|given|birth|first|legal|middle|own|true) )?(?:name|nickname)|the name|me)\b/,
    STATED,
  ],
  [/^(?:here|speaking|it is|reporting|at your service)\b/, STATED],
];
