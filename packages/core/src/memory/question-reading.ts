import { FUNCTION_WORDS, GIVEN_NAMES, isOrdinary, wordSet } from '../understanding/name-words.ts';
import { clean } from '../understanding/text.ts';
import { lemmaOf } from './answer/lemma.ts';
import { relationAt } from './answer/spans.ts';
import { fromSpanish } from './question-spanish.ts';
import { respelt } from './question-spelling.ts';
import { readWords, type Word } from './answer/words.ts';

/** What kind of answer a question wants. */
export type Wanted =
  | 'everything'
  | 'own-name'
  | 'about'
  | 'polar'
  | 'who'
  | 'whose'
  | 'where'
  | 'when'
  | 'why'
  | 'age'
  | 'count'
  | 'amount'
  | 'duration'
  | 'frequency'
  | 'feeling'
  | 'how'
  | 'what';

/** A word that an answer should have to do with. */
export interface Term {
  readonly lemma: string;
  readonly relation: string | null;
  /** How much it says of what is asked: 1, more for a name, less for a word that goes with many. */
  readonly weight: number;
  /** Says only where or when ("after the graduation"). */
  readonly isAdjunct: boolean;
}

/** A question, read. */
export interface QuestionReading {
  readonly wanted: Wanted;
  /** The question without "do you remember" and the like, cleaned, no closing marks. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly terms: readonly Term[];
  /** The noun after "what", "which" or "how many", as a lemma: what the answer is one of. */
  readonly focus: string | null;
  /** Names in the question, folded. */
  readonly names: readonly string[];
  /** Normalised relations in the question. */
  readonly relations: readonly string[];
  /** Asks what no longer holds. */
  readonly asksBefore: boolean;
  /** Asks what holds in the end: "now", "still", "these days". */
  readonly asksNow: boolean;
  /** The person is the subject: "who did I meet", "where do we live". */
  readonly byPerson: boolean;
  /** Stands on what was said just before: "when is it?", "which one is the cat?". */
  readonly isFollowUp: boolean;
  /** "What did I tell you about …?" */
  readonly asksTold: boolean;
}

/** Characters of a question that are read: questions are short, and a longer text asks at its end or not at all. */
const MAX_QUESTION = 400;

/** What stands before the question itself. Each part is bounded and opens the text, so that matching stays linear. */
const OPENER =
  /^(?:(?:hey+|hi+|hello|yo|ok(?:ay)?|oh|so|um+|uh+|hm+|well|and|but|also|wait|btw|by the way|lol|haha|quick (?:question|one)|question|random(?: question)?|please|pls|plz|now|right|honestly|actually|jumbo|sienna|just (?:checking|wondering|curious)|out of curiosity|serious question|memory test|test|then)\b[\s,.:;!\u2014\u2013-]*){1,6}/i;
const ASKS_MEMORY =
  /^(?:(?:can|could|would|will|do|did|don'?t|cant|can't)\s+(?:you|u|ya)\s+(?:(?:still|even|actually|happen to|please|pls|maybe|perhaps|by any chance)\s+){0,2}(?:remember|recall|know|remind me(?: of| about)?|tell me(?: again)?|say|remeber|rember|refresh my memory(?: on| about)?)|(?:you|u)\s+(?:(?:still|do)\s+)?(?:remember|know|recall)|remember|remind me(?: again)?(?: of| about)?|tell me(?: again)?|any (?:idea|memory of|chance you (?:remember|know))|i(?:'ve| have)? (?:forgot(?:ten)?|forget|can'?t remember|don'?t remember)|(?:do|have) (?:you|u) (?:have )?(?:any |a )?(?:idea|memory|record|note)s?(?: of)?|what was it again|te acuerdas (?:de )?|recuerdas |yaad hai |kya (?:tumhe|aapko) yaad hai )[\s,:;\u2014\u2013-]*(?:again\s+)?/i;
const TOLD_ABOUT =
  /^(?:what\s+(?:did|have|was it)\s+i\s+(?:(?:ever|just|already|last)\s+)?(?:tell|told|say|said|mention(?:ed)?|share[d]?)(?:\s+(?:to\s+)?you)?(?:\s+(?:before|earlier|last time|yesterday|again))?\s+(?:about|on|regarding)\s+)/i;

/** Words that ask and say nothing of what is asked. */
const ASKING = wordSet(`
  what whats what's who whos who's whom whose where wheres where's when whens when's why whys which how hows how's
  is are was were am be been being do does did done have has had having can could will would shall should may might must
  isn't aren't wasn't weren't don't doesn't didn't haven't hasn't can't won't couldn't isnt arent dont doesnt didnt cant
  i i'm im i've ive i'd me my mine we we're we've our ours us you your yours u he she it they them him her his hers its their it's he's she's they're
  a an the this that these those there here any some all both either
  to of in on at for from with about by into than as if or and but so not no yes instead after during until since over up out off down under
  still now again currently right nowadays then before previously earlier originally once used ever ago already just really actually exactly also too else lately recently anymore any more
  please remember remind told tell said say mention mentioned know called call name names named one ones thing things wrong matter happen happens happened stuff kind type sort
  many much old long often far else go goes went going gone lot
  mi mis es cómo como se llama llaman dónde donde vive quién quien cuál cual cuándo qué que
  kya kaun kahan kab kaise mera meri mere hai hain ka ki ke`);
/** Verbs and nouns that go with many things: alone they show little. */
const LIGHT: ReadonlySet<string> = new Set(
  'make take give put come join keep have do be happen day time week year month morn night today want get live work plan new first last big start play use person peopl feel think want like love eat drink try ask okay ok alright fine better safe'.split(
    ' ',
  ),
);
const ADJUNCT_LEADS = wordSet('on at in during after before last this next');
const PRONOUN = wordSet("he she it they him her them his hers its their that this there he's she's it's they're");

const BEFORE =
  /\b(?:before|previous(?:ly)?|used to|former(?:ly)?|old (?:job|flat|place|house|car|phone|boss|school|apartment|company)|last (?:job|place|flat|boss|car)|ex-?\w+|back then|at first|originally plan\w*)\b/i;
const NOW =
  /\b(?:now|still|currently|these days|nowadays|at the moment|any ?more|anymore|current|in the end|finally|eventually)\b/i;

interface WantedRule {
  readonly wanted: Wanted;
  readonly pattern: RegExp;
}

const SELF = "(?:i|we|i've|ive|we've)";
const BE_OR_DO =
  "(?:am|is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|shall|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|can't|won't)";

/** In order: the first that fits decides. Read on the bare question in lower case. */
const WANTED: readonly WantedRule[] = [
  {
    wanted: 'everything',
    pattern:
      /^(?:what (?:all )?(?:do|did|have|else do) (?:you|u) (?:really |actually )?(?:know|remember|learn(?:ed|t)?|got|have|recall)(?: so far)? (?:about|of|on) (?:me|us)|(?:everything|all|what|anything) (?:(?:that )?(?:you|u) (?:know|remember|have|learned) )?(?:about|on) (?:me|myself)|about (?:me|myself)|what(?:'s| is| do you have) (?:in your memory|stored|saved|on file)(?: (?:about|on) me)?|(?:summari[sz]e|describe) (?:me|what you know(?: about me)?)|who am i to you|how (?:well|much) do (?:you|u) know (?:about )?me|(?:you )?anything about me|me|do (?:you|u) (?:know|remember) (?:anything|something|much) about me|qu[eé] sabes (?:de|sobre) m[ií]|mere baare mein)\b.{0,20}$/,
  },
  {
    wanted: 'own-name',
    pattern:
      /^(?:what(?:'s|s| is| was| do you have as)? my (?:first |real |full |actual |preferred )?name|my name|who am i$|what (?:do|should|did|will|would) (?:you|u|people) call me|what (?:am i called|i'?m called|name do i (?:go by|prefer|use|like))|how do i (?:like|prefer|want) to be called|what (?:i like|do i (?:like|prefer|want)) to be called|c[oó]mo me llamo|mera naam)\b.{0,24}$/,
  },
  { wanted: 'whose', pattern: /^whose\b/ },
  {
    wanted: 'age',
    pattern:
      /^(?:(?:at )?(?:what|which) age\b|how old\b|what(?:'s| is| was) (?:my|his|her|their|\S+(?: \S+)?'s) age\b|how young\b)/,
  },
  {
    wanted: 'feeling',
    pattern:
      /^(?:how (?:did|do|does|was|were|is|am|are|have|has) (?:i|we|he|she|they|my \S+|\S+|i been)(?: \S+){0,3}? (?:feel|feeling|felt|react|take it|doing emotionally)\b|how (?:i|we) (?:felt|feel)\b|what (?:was|is|were) (?:my|his|her) (?:mood|feelings?|emotions?|reaction)\b|what (?:mood|emotion) |was i (?:happy|sad) or|(?:what|how) (?:did|does|do) .{1,40} (?:make|made) me feel\b|how (?:does|do|did) \S+(?: \S+){0,3} feel\b)/,
  },
  {
    wanted: 'frequency',
    pattern:
      /^(?:how (?:often|frequently|regularly|many times (?:a|per|each|every))\b|how many (?:days|times|nights) (?:a|per|each) \w+)/,
  },
  {
    wanted: 'duration',
    pattern:
      /^(?:(?:for |since )?how long\b|how far (?:along|gone)\b|how many (?:years|months|weeks|days|hours|minutes|nights)\b|for how many\b|since when\b(?!.*\?\?))/,
  },
  {
    wanted: 'amount',
    pattern:
      /^(?:how much\b|how far\b|what(?:'s| is| was) (?:my|the|his|her) (?:rent|salary|price|cost|budget|fee|deposit|bill|total|pay|wage|mortgage|debt)\b|what (?:did|does|do) .{1,60} cost\b)/,
  },
  { wanted: 'count', pattern: /^(?:how many\b|what(?:'s| is) the number of\b|what number\b)/ },
  {
    wanted: 'what',
    pattern:
      /^(?:what|which) (?:(?:place|position|rank)\b.*\b(?:come|came|finish(?:ed)?|get|got|take|took)\b|(?:year|grade|class|form)\b.* in$|(?:year|grade|class|form) group\b)/,
  },
  {
    wanted: 'when',
    pattern:
      /^(?:when\b|when's|whens\b|(?:on )?(?:what|which) (?:day|date|month|year|time|times|hours|weekday|season|days|week)\b|what(?:'s| is| was) (?:the |my |our |his |her )?(?:\S+ )?(?:date|birthday|anniversary|deadline|due date)\b|what(?:'s| is) \S+(?: \S+)?'s (?:birthday|due date)\b|how soon\b|my birthday$|cu[aá]ndo\b|kab\b)/,
  },
  {
    wanted: 'where',
    pattern:
      /^(?:where\b|where's|wheres\b|(?:in |at |to |from )?(?:what|which) (?:city|cities|town|towns|country|countries|place|places|village|street|neighbou?rhood|state|part|area|venue|location|hospital|school|uni|university|college|restaurant)\b|what(?:'s| is) my (?:address|home ?town|city)\b|my (?:address|home ?town)$|d[oó]nde\b|kahan\b)/,
  },
  {
    wanted: 'why',
    pattern:
      /^(?:why\b|how come\b|what(?:'s| is| was) the reason\b|for what reason\b|what made\b|what(?:'s| is) (?:keeping|stopping)\b|por qu[eé]\b|kyun?\b)/,
  },
  {
    wanted: 'who',
    pattern:
      /^(?:who\b|who's|whos\b|whom\b|(?:to|with|for|from|by) wh(?:o|om)\b|which (?:one of (?:us|them)|friend|person|of my (?:friends|siblings|sisters|brothers|kids|cousins)|sister|brother|cousin|child|twin)\b|what(?:'s|s| is| are| was| were) (?:my|our|his|her|their|the|\S+(?: \S+)?'s) (?:.{0,40} )?names?\b|what names?\b|(?:my|our) .{0,30}'?s? names?$|qui[eé]n\b|kaun\b)/,
  },
  { wanted: 'how', pattern: /^how\b/ },
  { wanted: 'what', pattern: /^(?:what\b|what's|whats\b|which\b|c[oó]mo se llama|cu[aá]l\b|qu[eé]\b|kya\b)/ },
  {
    wanted: 'polar',
    pattern: new RegExp(`^(?:${BE_OR_DO})\\b|^(?:if|whether) `),
  },
];

/** "Is it true that", "do you know if": yes-or-no in disguise. */
const WHETHER = /^(?:if|whether)\s+/i;
const EMBEDDED_ORDER = new RegExp(`\\b${SELF}\\b`, 'i');

/** Reads a question of any kind; `wanted` is `about` when it is no sentence ("my friends?"). Never throws. */
export function readingOf(question: string): QuestionReading {
  const text = bareQuestion(question);
  const lower = text.toLowerCase();
  const words = readWords(text);
  const wanted = WANTED.find(({ pattern }) => pattern.test(lower))?.wanted ?? 'about';
  const names = namesOf(words);
  const relations = relationsOf(words);
  const focus = focusOf(words, wanted);
  return {
    wanted,
    text,
    words,
    terms: termsOf(words, names),
    focus,
    names,
    relations,
    asksBefore: BEFORE.test(lower) && !/\bbefore (?:the|bed|i|we|my)\b/.test(lower),
    asksNow: NOW.test(lower),
    byPerson: isByPerson(lower),
    asksTold: /\b(?:did|have) i (?:ever |just |already )?(?:tell|told|say|said|mention(?:ed)?|share[d]?)\b/i.test(
      question.slice(-MAX_QUESTION),
    ),
    isFollowUp: isFollowUp(words, names, relations) || termsOf(words, names).length === 0,
  };
}

/** The question itself: its last asking sentence without greetings and "do you remember". */
export function bareQuestion(question: string): string {
  let text = inPlainEnglish(askedPart(clean(question)).slice(-MAX_QUESTION).trim());
  for (let round = 0; round < 3; round += 1) {
    const before = text;
    text = text.replace(OPENER, '').trim();
    if (!isAboutPerson(text)) text = text.replace(ASKS_MEMORY, '').trim();
    text = text.replace(TOLD_ABOUT, 'about ').trim();
    if (text === before) break;
  }
  return text
    .replace(/^(?:that|about)\s+(?=(?:what|who|where|when|why|how|which)\b)/i, '')
    .replace(WHETHER, '')
    .replace(/^about\s+/i, '')
    .replace(/[\s?!.\u2026,]+$/u, '')
    .replace(
      /(?:,?\s+(?:again|agian|agin|agen|aggain|agai|agani|agaim|please|pls|plz|do you (?:remember|know|recall)|remember|btw|jumbo|lol|haha|tho|though|you know|exactly)){1,3}$/i,
      '',
    )
    .replace(/[\s?!.,]+$/u, '')
    .trim();
}

/** A question as the rules read it: its asking words spelled out, of Spanish the English. */
export function inPlainEnglish(question: string): string {
  return respelt(fromSpanish(question));
}

/** "Do you know me", "what do you know about me" stay whole: the asking words are the question. */
function isAboutPerson(text: string): boolean {
  return /^(?:do|what do|how well do) (?:you|u) (?:know|remember) (?:anything |something |much )?(?:about )?me\b/i.test(
    text,
  );
}

/** The part of a message that asks: its last sentence with a question mark, else the whole. */
function askedPart(cleaned: string): string {
  const tail = cleaned.slice(-1200);
  const marks = tail.split(/(?<=[?？])/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const asking = marks.findLast((part) => /[?？]\s*$/.test(part));
  if (asking === undefined) return tail;
  const sentences = asking.split(/(?<=[.!\n])\s+/);
  return sentences.at(-1) ?? asking;
}

function namesOf(words: readonly Word[]): string[] {
  const found: string[] = [];
  for (const [index, word] of words.entries()) {
    const { lower } = word;
    if (ASKING.has(lower) || FUNCTION_WORDS.has(lower) || (word.relation !== null && !isCapitalRelation(words, index)))
      continue;
    // "Where did I live before Cardiff?" asks of no one called so.
    if (
      words[index - 1]?.lower === 'before' &&
      /^(?:live|work|study)/.test(words.slice(0, index - 1).at(-1)?.lemma ?? '')
    )
      continue;
    const isName = word.isCapital
      ? index > 0 || GIVEN_NAMES.has(lower) || !isOrdinary(lower)
      : (GIVEN_NAMES.has(lower) && !isOrdinary(lower)) || isBareWho(words, index);
    if (isName && /^\p{L}/u.test(word.raw)) found.push(lower);
  }
  return [...new Set(found)];
}

/** "who is bob", "who's bo": whom a bare "who" asks about is a name in lower case as well. */
function isBareWho(words: readonly Word[], index: number): boolean {
  const { lower = '' } = words[index] ?? {};
  const lead = words.slice(0, index).map((word) => word.lower);
  return (
    index === words.length - 1 &&
    /^(?:who'?s|who (?:is|was))$/.test(lead.join(' ')) &&
    (GIVEN_NAMES.has(lower) || !isOrdinary(lower))
  );
}

/** "Who is Professor?": with a capital, and nobody's, it is a name. */
function isCapitalRelation(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.lower ?? '';
  const next = words[index + 1];
  return (
    index > 0 &&
    words[index]?.isCapital === true &&
    /^(?:is|was|who's|did|does|about|called|and)$/.test(before) &&
    next?.isCapital !== true &&
    !/^(?:mum|mom|dad|mama|papa|nana|nan|gran|granny|grandma|grandpa|grandad|granddad|mummy|daddy|mother|father)$/.test(
      words[index]?.lower ?? '',
    )
  );
}

function relationsOf(words: readonly Word[]): string[] {
  const found: string[] = [];
  let next = 0;
  for (let index = 0; index < words.length; index = next) {
    const relation = relationAt(words, index);
    next = index + (relation?.length ?? 1);
    if (relation !== null && !isCapitalRelation(words, index)) found.push(relation.name);
  }
  return [...new Set(found)];
}

function termsOf(words: readonly Word[], names: readonly string[]): Term[] {
  const terms = new Map<string, Term>();
  for (const [index, word] of words.entries()) {
    if (word.lower.length < 2 || (ASKING.has(word.lower) && !names.includes(word.lower))) continue;
    // "What did I cook on the anniversary?": where and when colour a question; what is done makes it.
    const before = words[index - 1]?.lower ?? '';
    const lead = /^(?:the|my|a|an|our)$/.test(before) ? (words[index - 2]?.lower ?? '') : before;
    const isAdjunct = terms.size > 0 && ADJUNCT_LEADS.has(lead);
    const weight = names.includes(word.lower) ? 1.3 : LIGHT.has(word.lemma) ? 0.45 : isAdjunct ? 0.7 : 1;
    const known = terms.get(word.lemma);
    if (known === undefined || known.weight < weight)
      terms.set(word.lemma, { lemma: word.lemma, relation: word.relation, weight, isAdjunct });
  }
  return [...terms.values()];
}

/** "What race", "which friend", "how many cats", "what's my favourite colour", "what kind of tea". */
function focusOf(words: readonly Word[], wanted: Wanted): string | null {
  const [first, second] = words;
  if (first === undefined) return null;
  const opens = /^(?:what|which|how|what's|whats)$/.test(first.lower);
  if (!opens) return null;
  let index = 1;
  if (first.lower === 'how') {
    if (second === undefined || !/^(?:many|much)$/.test(second.lower)) return null;
    index = 2;
  }
  const favourite = words.findIndex((word) => word.lemma === lemmaOf('favourite'));
  if (favourite >= 0 && words[favourite + 1] !== undefined) return words[favourite + 1]?.lemma ?? null;
  if (
    /^(?:kind|type|sort|sorts|kinds|breed|brand|make)$/.test(words[index]?.lower ?? '') &&
    words[index + 1]?.lower === 'of'
  )
    index += 2;
  const noun = words[index];
  if (noun === undefined || ASKING.has(noun.lower) || /^(?:one|of)$/.test(noun.lower)) return null;
  if (wanted === 'amount' && first.lower === "what's") return null;
  // "what instrument", "what running shoes": the last word before the verb is the noun.
  let last = index;
  while (
    last + 1 < words.length &&
    !ASKING.has(words[last + 1]?.lower ?? 'is') &&
    last < index + 2 &&
    first.lower !== 'how'
  )
    last += 1;
  if (last + 1 >= words.length) last = index;
  return words[last]?.lemma ?? null;
}

const BY_PERSON = new RegExp(
  `\\b${BE_OR_DO} ${SELF}\\b|^(?:what|who|where|when|why|how|which) ${SELF}\\b|^(?:what|which|how many) \\p{L}+ ${SELF}\\b`,
  'iu',
);

function isByPerson(lower: string): boolean {
  return BY_PERSON.test(lower) && EMBEDDED_ORDER.test(lower);
}

function isFollowUp(words: readonly Word[], names: readonly string[], relations: readonly string[]): boolean {
  if (names.length > 0) return false;
  const hasPronoun = words.some(({ lower }) => PRONOUN.has(lower));
  const isSelf = words.some(({ lower }) => /^(?:i|my|me|we|our|mine|i've|i'm)$/.test(lower));
  if (words.some(({ lower }) => lower === 'one') && /^which/i.test(words[0]?.raw ?? '')) return true;
  return hasPronoun ? relations.length === 0 || !isSelf : !isSelf && relations.length === 0;
}
