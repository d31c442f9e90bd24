/** What an English question's words say about caching its answer. Read on normalised text: lower case, no apostrophes. */

const AUXILIARY = 'do|does|did|can|could|should|shall|will|would|may|might|must|cant|shouldnt|couldnt|wouldnt|dont';
/** "If I wash", "before I swim": what one might do, not what is so. */
const HYPOTHETICAL = 'if|when|whenever|before|after|while|once|until|unless|because';
/** "When I was", "if I have": what is so after all. */
const STATE =
  'am|was|were|have|had|has|got|get|feel|felt|live|work|suffer|take|am|used|just|already|always|never|currently|recently|last|think|believe|hate|love|like|know|went|did|tried|started|stopped|bought|found|noticed|also|still|really';
/** Things everyone who asks has: "my hair" says nothing about a person. */
const EVERYONES =
  'hair|hairs|scalp|ends|edges|roots|curls|coils|kinks|waves|locs|dreads|braids|twists|strands|beard|head|hairline|crown|hairstyle|style|wig|routine|wash|porosity|texture|products|shampoo|conditioner|natural|curly|coily|dry|wavy';

/** Facts about the person who asks, or about theirs. */
const PERSONAL: readonly RegExp[] = [
  // An "I" that no auxiliary and no hypothesis leads, or that tells how things are.
  new RegExp(`(?<!\\b(?:${AUXILIARY}|${HYPOTHETICAL}) )\\bi\\b`),
  new RegExp(`\\b(?:${HYPOTHETICAL}) i (?:${STATE})\\b`),
  /\b(?:im|ive|ill|id|iam|am i|was i|have i|had i|me and|we|were we|us|our|ours|mine|myself)\b/,
  // "My daughter", "my doctor": anything that is not everyone's.
  new RegExp(`\\bmy (?!(?:${EVERYONES})\\b)`),
  // "My hair is falling out", where nothing asks whether or why it is.
  /(?<!\b(?:why|is|are|was|does|do|if|when|how|should|can|could|will|would|what)(?: \S+){0,3} )\bmy (?:\S+ ){1,3}?(?:is|are|was|were|has|have|had|isnt|arent|wont|keeps?|got|gets|feels?|looks?|seems?|hurts?|itches|breaks)\b/,
  // "4 years old", "she's 6", "5yo"
  /\b\d{1,2}(?: |-)?(?:yo|y\/o|yrs?|years?|months?|weeks?)(?: |-)?old\b|\b\d{1,2}yo\b/,
  // "At 53", "aged 53", "turning 40"
  /\bat (?:age )?\d{2}\b(?! ?(?:am|pm|%|percent|degrees?|minutes?|weeks?|months?|c|f)\b)|\b(?:aged?|turn(?:ed|ing)|almost|nearly) \d{2}\b/,
  // What happened, and to whom: "since the accident", "now that it is over"
  /\bsince (?:the|an?|that|last|getting|having|losing|giving)\b|\bnow that\b/,
  // Signed, or asked for someone: "yours, Bob", "Sandra asks"
  /\b(?:signed|sincerely|regards|yours|asks|wonders|(?:wants|needs) to know|is asking)\b/,
  /\b(?:he|she|hes|shes|him|her|his|hers|theyve) /,
  /\bas an? (?:\S+ )?(?:woman|man|mother|mom|mum|father|dad|nurse|student|person|swimmer|diabetic|teacher)\b/,
  // A statement whose "I" is left out: "got a short afro now, tips?", "new stepmother here", "thinking of a big chop"
  /^(?:(?:so|hi|hey|hello|ok|okay|well|um) )*(?:got|found|thinking|want|wanting|wanna|learning|trying|tried|just|had|have|having|been|need|bought|noticed|getting|looking|planning|considering|going|new|started|stopped|lost|cut|feeling|struggling|currently|finally|recently|still|always|never)\b/,
  /\bhere(?:$|[,.!:;])|\b(?:says|said|told|asked|thinks|wants me)\b/,
  /\b(?:husband|wife|boyfriend|girlfriend|partner|boss|neighbou?r|roommate|coworker)\b/,
];

/** Ways to reach or find someone: addresses, numbers, links. */
const IDENTIFYING =
  /@|https?:|\bwww\.|[\p{L}\p{N}-]{2,}\.\p{L}{2,}|\bdot (?:com|net|org|co|io|shop|store|app|info)\b|(?:\d[ -]?){6,}|#\w/u;
/** What holds today may not hold tomorrow. */
const TIME_BOUND =
  /\b(?:today|tonight|tomorrow|yesterday|right now|at the moment|this (?:week|weekend|month|year|morning|afternoon|evening)|last (?:night|week|month|year)|next (?:week|month|year)|what (?:time|day|date|year|month)|current|currently|latest|newest|news|weather|in stock|on sale|open now|deal|deals|discount|promo\w*|coupons?|price|prices|cost|costs|how much (?:is|are)|black friday|christmas)\b/;
/** Needs what came before, or wants to be someone's. */
const REFERS_BACK =
  /^(?:and|but|also|so|then|or|what about (?:it|that|this|those|these|them)|how about (?:it|that|this|those|these|them)|why not|what else|anything else|which one|and then)\b|\b(?:you (?:said|told|mentioned|recommended|suggested|just)|earlier|last time|again|another one|previous(?:ly)?|above|as before|the (?:other|first|second|third|same|last|former|latter) (?:one|thing|product|option|step)|this conversation|remember|recall|instead)\b/;
/** Asks for a manner, a part to play or someone else: words for one person, and a way to put words in the cache for others. */
const STEERS =
  /\b(?:ignore|disregard|pretend|role ?play|act as|act like|speak like|talk like|respond (?:in|with|as|only)|answer (?:in|with|as|only|like)|reply (?:in|with|as|only)|say (?:that|the|this)|repeat|translate|write (?:me|a|an)|tell me a (?:joke|story|secret)|system prompt|your (?:instructions|prompt|rules)|jailbreak|start with|end with|begin with|call me|rhyme|poem|song|emoji|json|html|markdown|from now on|(?:an? |real )(?:human(?! hair)|agent|representative|person)|customer (?:service|support)|support team|(?:always|must|make sure to) (?:include|mention|say|recommend|name)|mention|a plug for|note that|the phrase)\b|[<>‹›{}[\]|\\]/;

/** Harm that is happening: the answer has to be made for this person. */
const URGENT =
  /\b(?:swallow\w*|drank|drunk|ingest\w*|ate some|poison\w*|burning|burns|burnt|burned|blister\w*|bleed\w*|blood|pus|oozing|swell\w*|swollen|cant breathe|breathing|throat|faint\w*|emergency|hospital|in (?:the|my|an?) eyes?|blind|bald (?:patch|spot)\w*|patches|clumps?|infect\w*|hives|overdos\w*)\b/;
/** Where a near answer may be a harmful one: "while pregnant" is not "for kids". Its own words answer it, or nothing. */
const SAFETY_RELEVANT =
  /\b(?:pregnan\w*|breastfe\w*|nursing|postpartum|trimester|expecting|baby|babys|babies|infants?|newborns?|toddlers?|child|childs|children|childrens|kid|kids|girls?|boys?|teens?|teenage\w*|elderly|medic\w*|meds|drugs?|pills?|minoxidil|rogaine|finasteride|spironolactone|steroids?|hydrocortisone|antibiotics?|antifungals?|ketoconazole|accutane|isotretinoin|retinoids?|supplements?|vitamins?|biotin|iron|doses?|dosage|allerg\w*|rash\w*|reaction\w*|hurts?|pain\w*|sore\w*|sting\w*|itch\w*|asthma\w*|epilep\w*|diabet\w*|thyroid|anemi\w*|anaemi\w*|cancer\w*|carcinogen\w*|chemo\w*|radiation|tumou?rs?|lupus|pcos|hormon\w*|menopaus\w*|surgery|disease\w*|disorder\w*|syndrome|illness|sick|covid|fever|eczema|psoriasis|dermatitis|alopecia|ringworm|fungus|fungal|lice|folliculitis|hair loss|losing hair|falling out|balding|shedding|doctors?|dermatologist\w*|pharmac\w*|toxic\w*|safe|safely|safer|safety|unsafe|danger\w*|harm\w*|risk\w*|side effects?|formaldehyde|lye|relaxers?|bleach\w*|peroxide|ammonia|essential oils?|hot comb|fire|flammable|aerosols?|pets?|dogs?|cats?|accidents?|trans|transgender|hiv|aids|depress\w*|prison|jail|probation|shelter|divorced?|obese|amput\w*|wheelchair|one arm|weight|diets?|calories|drink|eat|eating|expired?|gone off|mould\w*|mold\w*)\b/;

export type QuestionTrait =
  | 'personal'
  | 'identifying'
  | 'time-bound'
  | 'refers-back'
  | 'steers'
  | 'urgent'
  | 'safety-relevant';

const TRAITS: readonly (readonly [QuestionTrait, readonly RegExp[]])[] = [
  ['urgent', [URGENT]],
  ['personal', PERSONAL],
  ['identifying', [IDENTIFYING]],
  ['steers', [STEERS]],
  ['time-bound', [TIME_BOUND]],
  ['refers-back', [REFERS_BACK]],
  ['safety-relevant', [SAFETY_RELEVANT]],
];

/** What a normalised question's words say about caching, in the order in which they decide. */
export function traitsOf(question: string): readonly QuestionTrait[] {
  return TRAITS.filter(([, patterns]) => patterns.some((pattern) => pattern.test(question))).map(([trait]) => trait);
}
