import { wordSet } from './name-words.ts';

/** Signs that a message corrects itself. */
export const CORRECTION =
  /\b(?:actually|sorry|wait|kidding|jk|i mean|i meant|rather|correction|typo|oops|no,|nope|but|instead|though|anymore|now|scratch that|better|hm+|lol no|well)\b/;

/** Emoticons, which would otherwise look like markup. */
export const EMOTICON = /(?:<3+|>?[:;=8][-'o]?[)(\][dDpPoO/\\|*3]+|\^_+\^|>_+<|\bxD+\b|\bo_o\b)(?=\s|$|[.,!?])/gi;
/** Emoji and what joins them. */
export const PICTOGRAM = /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}\u20e3]|\u200d|\ufe0f)+/gu;

/** Markup, code, template and query fragments, role headers and instructions to a model. */
export const UNSAFE =
  /[<>{}\\|$`^#%]|";|';|\/\/|--\s?$|;--|\]\]|\[\[|https?:|www\.|\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instruction|prompt|rule|previous|above|prior|polic|guideline|filter)|\byou are now\b|\bact as\b|\bpretend (?:to be|you)\b|\b(?:system|developer) (?:prompt|message|override|mode)\b|^\W{0,4}(?:system|assistant|user|developer|admin|root|tool)\s*[:\]]|\b(?:select|insert|delete|update|drop)\b.{0,40}\b(?:from|into|table|where)\b|\b(?:reveal|print|output|repeat|show|dump)\b.{0,30}\b(?:prompt|instructions|password|secret|key|users)\b|\bgrant\b.{0,20}\b(?:admin|access|root)\b/i;

/** The person would rather not say. */
export const REFUSED =
  /^(?:nah|no|nope|naw|pass|skip|skip it|no thanks|no thank you|no thx|hard pass|not now|not yet|later|maybe later|i'm good|im good|private|anonymous|none)\b[\s.,!]*(?:thanks|thank you|thx|sorry|please)?[\s.!]*$|\b(?:rather|prefer) (?:not|to not|to stay|to remain|to keep)\b|\bnot comfortable\b|\bdon't (?:want|wanna|feel like|think i (?:want|should)|like) (?:to |giving |sharing |telling )?(?:say|tell|share|give|sharing|giving|you|my|that|go)\b|\bno names?\b|\b(?:stay|remain|be|keep (?:it|me|this)|keep that) (?:anonymous|private|nameless|secret|to myself)\b|\bnone of your (?:business|concern)\b|\bdon't call me (?:anything|by)\b|\bnot (?:telling|saying|sharing|giving)\b|\b(?:can|could) we (?:not|skip)\b|\bwon't (?:say|tell|share|be sharing)\b|\bnot (?:going|gonna) (?:to )?(?:say|tell|share|give)\b|\bskip (?:that|this|the name|it|names)\b|\bdon't need (?:my|a|to know)\b|\bwithout (?:a name|names|my name)\b|\b(?:i'm|im) (?:not )?(?:a )?(?:private|shy about)\b|\bthat's (?:private|personal|a secret)\b|\bdo i have to\b|\bnothing,? (?:please|really)\b.*\bname/;

/** The name on the account is right. */
export const KEEP_ACCOUNT =
  /\b(?:what|the one|that|the name|whatever) (?:you|u) (?:have|already have|got|saw|noticed|see|used)\b|\bsame (?:as|one|name)\b|\b(?:that's|thats|that is|it's|its|yes that's|this is) (?:my name|my real name|me|it|right|correct|fine|the one|good|what i go by)\b|\b(?:my )?(?:first|account|full|real|given|user) ?name is (?:fine|good|ok|okay|great|right|correct|perfect)\b|\b(?:my|the) (?:name|one) (?:on|in|from|of) (?:my |the )?(?:account|profile|email|file)\b|\buse (?:that|my account|the account|the one|what)\b|\b(?:as|like) (?:it )?is\b.{0,12}$|\b(?:keep|leave) (?:it|that|what)\b|\bno change\b|\byou (?:got|have) it(?: right)?\b|\balready (?:correct|right|know|have it|got it)\b|\b(?:that|this|it) (?:works|is fine|is right|is correct|is me|will do|one works|one is fine|name is fine|name works)\b|^(?:correct|that one|that's right|as is|unchanged)\b/;

/** What people call whoever they talk to: at the edge of a sentence it is no name of theirs. */
export const VOCATIVES = wordSet(
  'buddy bud honey love sugar sweet peaches sunshine angel doc captain boss chief king queen precious happy promise blue red',
);
