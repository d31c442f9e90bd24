import { wordSet } from './name-words.ts';

/** Signs that a message corrects itself. */
export const CORRECTION =
  /\b(?:actually|sorry|wait|kidding|jk|i mean|i meant|rather|correction|typo|oops|whoops|autocorrect|no(?=,)|no no|nope|but|instead|though|anymore|now|scratch that|better|really|hm+|lol no|well)\b/;

/** Emoticons, which would otherwise look like markup. */
export const EMOTICON = /(?:<3+|>?[:;=8][-'o]?[)(\][dDpPoO/\\|*3]+|\^_+\^|>_+<|\bxD+\b|\bo_o\b)(?=\s|$|[.,!?])/gi;
/** Emoji and what joins them. */
export const PICTOGRAM = /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}\u20e3]|\u200d|\ufe0f)+/gu;

const anyOf = (patterns: readonly string[], flags = ''): RegExp => new RegExp(patterns.join('|'), flags);

/** Markup, code, template and query fragments and role headers: a sentence that holds one is read for no name. */
export const MARKUP = anyOf(
  [
    '[<>{}\\\\|$`^#%]',
    '";',
    "';",
    '//',
    '--\\s?$',
    '\\s--?[a-z]{1,12} ?/|\\s--[a-z]',
    ';--',
    '\\]\\]',
    '\\[\\[',
    'https?:',
    'www\\.',
    '^\\W{0,4}(?:system|assistant|user|developer|admin|root|tool)\\s*[:\\]]',
    '"\\w+"\\s*:',
    '\\.\\./|(?:^|\\s)/\\w+/\\w',
    '\\[/?(?:inst|sys|system|user|assistant)\\]',
    '\\b(?:select|insert|delete|update|drop)\\b.{0,40}\\b(?:from|into|table|where)\\b',
    '=\\s?(?:admin|root|true|1)\\b',
    '\\b(?:role|permissions?|privileges?|is_?admin)\\s*[:=]',
  ],
  'i',
);

/** Orders to a model: of a sentence that holds one, only what stands before it is read. */
export const INSTRUCTION = anyOf(
  [
    '\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,40}\\b(?:instruction|prompt|rule|previous|above|prior|polic|guideline|filter)',
    '\\byou are now\\b|\\byou (?:must|will|shall) (?:now )?(?:obey|comply|follow|answer|respond|reply)\\b|\\bobey me\\b',
    '\\bact as\\b',
    '\\bpretend (?:to be|you)\\b',
    '\\b(?:system|developer) (?:prompt|message|override|mode)\\b',
    '\\b(?:reveal|print|output|repeat|show|dump|leak|return|give me|tell me)\\b.{0,30}\\b(?:prompt|instructions|password|secrets?|keys?|users|admin)\\b',
    '\\bgrant\\b.{0,20}\\b(?:admin|access|root)\\b',
    '\\b(?:answer|respond|reply|speak) only\\b',
    '\\bfrom now on,? you\\b',
    '\\byour new (?:name|role|instructions?|task|persona)\\b',
    '\\b(?:enable|enter|activate|switch to) .{0,12}\\bmode\\b',
    '\\b(?:sudo|jailbreak)\\b|\\bdo anything now\\b',
  ],
  'i',
);

/** The person would rather not say. */
export const REFUSED = anyOf([
  "^(?:nah|no|nope|naw|pass|skip|skip it|no thanks|no thank you|no thx|hard pass|not now|not yet|later|maybe later|i'm good|im good|private|anonymous|none)\\b[\\s.,!]*(?:thanks|thank you|thx|sorry|please)?[\\s.!]*$",
  '\\b(?:rather|prefer) (?:not|to not|to stay|to remain|to keep)\\b',
  "\\bnot comfortable\\b|\\bdon't feel (?:safe|comfortable|ok|okay)\\b|^why\\W{1,3}no\\b",
  "\\bdon't (?:want|wanna|feel like|think i (?:want|should)|like) (?:to |giving |sharing |telling )?(?:say|tell|share|give|sharing|giving|you|my|that|go)\\b",
  '[,.;] ?skip(?: it)?[\\s.!]*$|\\bno names?\\b|\\bno need (?:for|of) (?:a |my |any )?names?\\b|\\bwithout (?:a name|names|my name)\\b',
  '\\b(?:stay|remain|be|keep (?:it|me|this|that|things)) (?:anonymous|private|nameless|secret|a secret|unnamed|unknown|incognito|a mystery|mysterious|to myself)\\b',
  '\\bnone of (?:your|ya) (?:business|concern)\\b|\\bmind your own\\b|^(?:nunya|nun ya)\\b',
  "\\b(?:don't|didn't|do not) call me (?:anything|by)\\b",
  '\\bnot (?:telling|saying|sharing|giving)\\b',
  '\\b(?:can|could) we (?:not|skip)\\b',
  "\\b(?:won't|can't|cannot|shouldn't) (?:really )?(?:say|tell|share|be sharing|reveal|disclose)\\b",
  '\\bnot (?:going|gonna) (?:to )?(?:say|tell|share|give)\\b',
  "\\bskip (?:that|this|the name|it|names)\\b|\\b(?:i'll|i will|ill|i'd|gonna|i) (?:rather )?(?:pass|skip)\\b",
  "\\bdon't need (?:my|a|to know)\\b",
  "\\b(?:i'm|im) (?:not )?(?:a )?(?:private|shy about)\\b",
  "\\bthat's (?:private|personal|a secret)\\b|\\b(?:that's|thats|it's|its|feels) (?:a |too |kinda |rather |quite ){0,2}(?:bit |little |too |bit too )?(?:personal|private|secret)\\b",
  '\\bnames? (?:is|are|stays|stay) (?:private|personal|secret|mine)\\b',
  '\\bdo i have to\\b',
  '\\bwhy (?:would|should) i (?:tell|give|share)\\b|\\bwhy do you (?:need|want|have|ask)\\b',
  '\\bdoes (?:it|that|my name) (?:really )?matter\\b',
  "^(?:nah|no|nope),? (?:i'm|im|i am) (?:good|ok|okay|fine)\\b",
  '^(?:no way|(?:nope|no|nah)(?:,? (?:nope|no|nah)){1,4})\\b[\\s.!]*$',
  "^(?:let's not|secret|(?:it's )?not your (?:business|concern)|i'm good without(?: (?:one|a name))?)\\b[\\s.!]*$",
  '\\bnever (?:tell|give|share) .{0,24}\\bname\\b|\\b(?:can|could) we (?:just )?move on\\b|\\bstay a stranger\\b|\\bcall me (?:nothing|nobody|no one)\\b',
  '\\bno comment\\b|\\bnot (?:gonna|going to) happen\\b|\\b(?:some other|another) time\\b|^(?:not|maybe not) (?:today|yet|tonight|right now|for now)\\b|\\bask me (?:later|again|another|some other)\\b',
  "\\b(?:don't|do not|we don't|i don't) (?:really )?(?:need|do|share|use|give out|give) (?:my |your |any |out )?(?:names?|that)\\b|\\bif i don't (?:tell|say|share)\\b|\\b(?:tell you|say|share it) (?:when|once|after) i\\b",
  "\\b(?:i'd|i would|id) rather you (?:didn't|don't|not)\\b|\\bleave me (?:nameless|out|anonymous)\\b",
  "\\bnames? (?:aren't|isn't|don't|doesn't|are not|is not|are) (?:important|matter|necessary|needed|overrated|unimportant)\\b",
  "\\bdon't trust .{0,24}\\bname\\b|\\byou don't (?:need|have to know|get) (?:it|that|to|my name|one)\\b",
  '\\bnothing,? (?:please|really)\\b.*\\bname',
]);

/** The same in other languages. */
export const REFUSED_ABROAD = anyOf(
  [
    'no (?:te )?(?:necesitas|hace falta)|prefiero no|preferir[ií]a no|no (?:te )?(?:quiero|voy a) (?:decir|dar)|sin nombres?\\b',
    "préf[eè]re (?:ne pas|rester|garder)|veux pas (?:dire|le dire|donner)|pas de (?:pré)?nom|pas envie (?:de|d')|(?:te |le )dirai pas",
    'sage? ich (?:dir |lieber )?nicht|lieber nicht|nicht (?:sagen|nennen|verraten)|geht dich nichts an',
    'prefiro n[ãa]o|n[ãa]o (?:quero|vou) (?:dizer|falar|contar)',
    'preferisco (?:di no|non)|non (?:te lo dico|voglio dir)',
    'nahi(?:n)? (?:bata|bolna|dena)|nhi bata|(?:batana|bataunga|bataungi) (?:nahi|nahin|nhi)',
    'liever niet|zeg ik niet',
    'не скаж|не хочу (?:говорить|называть|представ)|секрет',
    '不想说|不想說|不告诉|不告訴|保密|言いたくない|教えない|秘密|ひみつ|말하고 싶지|비밀|لا أريد|لن أقول|नहीं बता',
  ],
  'u',
);

/** The name on the account is right. */
export const KEEP_ACCOUNT = anyOf([
  "\\bthe account (?:one|name)\\b|\\bwhat (?:you've|you have|u) (?:got|have)?\\b.{0,8}\\b(?:is|works)\\b|\\bwhat (?:it says|is|'s) (?:on|in) my (?:account|profile)\\b|^(?:yes|yep|yeah|yup),? (?:correct|right)\\b",
  '\\b(?:what|the one|that|the name|whatever) (?:you|u) (?:have|already have|got|saw|noticed|see|used)\\b',
  '\\bsame (?:as|one|name)\\b',
  "\\b(?:that's|thats|that is|it's|its|yes that's|this is) (?:my name|my real name|me|it|right|correct|fine|the one|good|what i go by)\\b",
  '\\bno need to change\\b|\\b(?:my )?(?:first|account|full|real|given|user) ?name works\\b|\\b(?:my )?(?:first|account|full|real|given|user) ?name is (?:fine|good|ok|okay|great|right|correct|perfect)\\b',
  '\\b(?:my|the) (?:name|one) (?:on|in|from|of) (?:my |the )?(?:account|profile|email|file)\\b',
  '\\buse (?:that|my account|the account|the one|what)\\b',
  '\\b(?:as|like) (?:it )?is\\b.{0,12}$',
  '\\b(?:keep|leave) (?:it|that|what)\\b|\\bno change\\b',
  '\\byou (?:got|have) it(?: right)?\\b|\\balready (?:correct|right|know|have it|got it)\\b',
  '\\b(?:that|this|it) (?:works|is fine|is right|is correct|is me|will do|one works|one is fine|name is fine|name works)\\b',
  "^(?:correct|that one|that name|that's right|as is|unchanged)\\b|^(?:yes|yep|yeah|yup),? (?:that|that one|that name|it is|it's right)\\b",
]);

/** What people call whoever they talk to: at the edge of a sentence it is no name of theirs. */
export const VOCATIVES = wordSet(
  'buddy bud honey love sugar sweet peaches sunshine angel doc captain boss chief king queen precious happy promise blue red',
);
