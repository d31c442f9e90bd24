import { clean } from '../understanding/text.ts';
import { WIDER } from './answer/meanings.ts';
import type { FactQuery } from './fact.ts';
import { bareQuestion, inPlainEnglish, type QuestionReading, readingOf } from './question-reading.ts';
import { slotsAskedFor } from './question-slots.ts';

/** Longer messages tell more than they ask: their question is small talk beside what they tell. */
const MAX_WORDS = 45;

const REMEMBERS =
  /\b(?:(?:do|did|can|could|would|will|don'?t) (?:you|u) (?:\p{L}+ ){0,2}(?:remember|recall|know (?:what|who|where|when|why|how|which|my|about|if)|remind me|remeber)|remind me (?:again )?(?:what|who|where|when|why|how|which|of|about)|what (?:did|have|do) (?:i|you) (?:\p{L}+ )?(?:tell|told|say|said|mention|mentioned|know|remember|remembered|learned|share)|(?:did|have) i (?:ever |already )?(?:tell|told|mention|mentioned|say|said)|i forgot (?:what|who|where|when|my)|te acuerdas|recuerdas|yaad hai)\b|(?:^|[.!?,] )(?:(?:hey|hi|so|ok|yo|um) )?(?:you|u) (?:still )?(?:remember|recall) (?:my|our|me|the|that|what|who|where|when|why|how|which|if)\b/iu;

/** Asks the assistant of itself. */
const OF_ASSISTANT =
  /^(?:(?:what(?:'s| is)|who(?:'s| is| are| made)|how(?:'s| is| are| old are| do)|where (?:are|do)|when (?:were|are)|why (?:are|do|did|can'?t)|are|do|can|could|would|will|have|did|don'?t) (?:you|u|your|ur|jumbo)\b)(?!.*\b(?:about me|remember|know (?:about |who |what |where |when |if )?(?:my|me|i)|my name|call me)\b)/i;

/** Wants doing, advice or entertainment, not memory. */
const WANTS_HELP = new RegExp(
  [
    '^(?:please )?(?:give|suggest|recommend|write|explain|translate|help|list|plan|make|create|draft|show|teach|find|calculate|compare|define|sing|say|play|set|book|order|search|look up|google|cook)\\b(?!.*\\bwhat i (?:told|said))',
    '^tell me (?:a|an|some|something|more|how|the|another)\\b(?!.*\\b(?:about (?:me|my)|i told)\\b)',
    '^(?:what|which|who|where|when|how)\\b.{0,40}\\b(?:should|shall|could|might|must|ought) (?:i|we|one|you)\\b(?! (?:avoid|not|stay away|never|call me))',
    '^should (?:i|we)\\b',
    '^(?:can|could|may|might|shall|would) (?:i|we)\\b(?! (?:eat|have|drink|try|order|swim|drive|speak|play|read|ride|ski|cook|sing|dance|take)\\b)',
    '^(?:what|how|why|when|where) do (?:people|women|men|others|most|some|kids|humans)\\b',
    '^(?:is|are|was) (?:this|that|these|those)\\b',
    '^how (?:do|can|would|to)\\b(?! (?:i|we) (?:know|feel|take|like|get (?:to|around)|spell|call|celebrate|usually|normally|relax|unwind|commute|travel|earn|make (?:my|our|a) (?:money|living)|keep (?:fit|busy|active)|stay (?:fit|in shape)|spend (?:my|our)|pass the time|exercise))',
    '^how (?:do|can) (?:i|we) (?:get (?:rid|over|better|started|more)|cope|deal|stop|make|ask|tell|fix|learn|become|cook|clean|write)',
    "^(?:what|where) can (?:i|we)\\b(?!'t)",
    '^(?:any|got any|have any|some) (?:ideas?|tips?|advice|suggestions?|recommendations?|thoughts)\\b(?!.*\\bi told)',
    "^what(?:'s| is| are| would be)? (?:a|an|some|the best|good|the difference)\\b(?!.*\\b(?:my|i|me|our|we)\\b)",
    "^what(?:'s| is) (?:a|an) (?:good|nice|great|easy|cheap|quick|healthy)\\b",
    '^(?:can|could|would|will) (?:you|u)\\b(?!.*\\b(?:remember|remind|recall|tell me (?:what|who|where|when|again|my)|about me)\\b)',
    '^is it (?:ok|okay|normal|bad|good|safe|wrong|weird|possible|true that (?!i|my))\\b(?! (?:for me )?to (?:eat|have|drink))',
    '^(?:do you think|what do you think|any thoughts|thoughts on)\\b',
    '^let\\W?s\\b',
  ].join('|'),
  'i',
);

/** Questions about the world at large, by how they are put. */
const OF_THE_WORLD = new RegExp(
  [
    "^(?:what|who|where|when|how|which|why)(?:'s| is| are| was| were| did| do| does)? (?:the|a|an)? ?(?:president|prime minister|king|queen|pope|ceo|capital|population|weather|time(?= is it| in |$)(?: is it)?|temperature|news|meaning|definition|distance|tallest|biggest|largest|longest|fastest|oldest|richest|sky|sun|moon|earth|universe|internet|world|ocean|speed of|square root|recipe|stock|exchange rate|war|roman|french revolution|olympics|world cup|super bowl)\\b(?!.*\\b(?:my|i|me|our)\\b)",
    '^who (?:invented|discovered|wrote|painted|composed|directed|founded|built the|won the (?:world cup|election|war|super ?bowl|oscars?|nobel|champions league))\\b(?!.*\\b(?:my|me|our)\\b)',
    '^what does \\S+(?: \\S+)? mean\\b',
    '^(?:why|how) (?:is|are|do|does|did|can) (?:the (?:sky|sea|sun|moon|grass|stars|government)|people|cats|dogs|birds|humans|women|men|kids|children|plants|planes|computers|vaccines|magnets|bees)\\b',
    '^how many (?:\\p{L}+ ){0,2}(?:are there |are |is )?in (?:a|an|the|one)\\b(?!.*\\b(?:my|our|i)\\b)',
    '^how (?:far|tall|big|deep|heavy|hot|cold|fast) (?:is|are|was)\\b(?!.*\\b(?:my|our|i|me)\\b)',
    "^when (?:is|was) (?:christmas|easter|diwali|ramadan|eid|thanksgiving|halloween|valentine'?s|mother'?s day|father'?s day|the (?:next )?(?:election|full moon|eclipse))\\b",
    '^(?:is|are|does|do|can) (?:the|a|an|there|people|cats|dogs|humans|coffee|tea|sugar|water|aliens|god)\\b(?!.*\\b(?:my|our|i|me)\\b)',
    "^what(?:'s| is) (?:\\d|the (?:answer|point|best way))",
    "^what(?:'s| is| are)? (?:happening|going on|new|up|up with you|trending|for dinner|next)$",
    '^what (?:year|day|time|date|month) is (?:it|today|this)\\b',
  ].join('|'),
  'iu',
);

/** "What is photosynthesis?": a thing that is nobody's. */
const BARE_THING =
  /^what(?:'s| is| are) (?!my\b|our\b|mum|mom|dad|the\b|his\b|her\b|their\b|he\b|she\b|they\b|we\b|i\b|it\b|that\b|this\b|wrong|up\b)(?!.*\b(?:it|him|her|them|there|here)$)(?:\p{L}+ ?){1,3}$/iu;

const SMALL_TALK =
  /^(?:how(?:'s| is) it going|what'?s up|sup|how come|really|why|what|who|when|where|which|how|right|ok|huh|eh|why not|so what|what else|and|what now|who knows|guess what|you know what|know what|who cares|what do you mean|how so|says who)$/i;

const FIRST_PERSON =
  /\b(?:i|i'm|im|i've|ive|i'd|me|my|mine|myself|we|we're|we've|us|our|ours|mi|mis|mera|meri|mere|main|yo)\b/i;
const ASKS =
  /[?？؟]\s*\S{0,3}\s*$|^(?:what|whats|who|whos|whose|where|wheres|when|whens|why|which|how)(?!')\b|^(?:what|who|where|when|why|how)'s\b|^(?:since when|for how long|at what (?:time|age)|(?:to|for|with|from|by) whom?)\b|^(?:am|is|are|was|were|do|does|did|have|has|can|could|will|would)(?:n't)? (?:i|we|you|u|he|she|it|they|my|our|the|there|this|that)\b|^(?:remind me (?:what|who|where|when|why|how|which|of|about)|remember (?:my|what|who|when|where)|tell me (?:about|again|what|who|where|when|why|how)|qui[eé]n|d[oó]nde|cu[aá]ndo|c[oó]mo|qu[eé]|kya|kaun|kahan|kab)\b/i;

/**
 * What a question needs of memory; null when the message asks nothing of the person's own life: small talk, the world,
 * advice. It errs towards reading a question as one of memory where nothing speaks against it ("who left?"): the answer then
 * says that it was never told, and a caller may rather let another reply stand (see `isDirectRecall`).
 * `earlier`: the person's earlier messages of this conversation, oldest first; a question that leans on one ("when is it?")
 * searches with its words. Never throws; linear in the text.
 */
export function readQuestion(text: string, earlier: readonly string[] = []): FactQuery | null {
  const cleaned = inPlainEnglish(clean(text).trim());
  if (cleaned === '' || !/\p{L}/u.test(cleaned)) return null;
  const direct = isDirectRecall(cleaned);
  const bare = bareQuestion(cleaned);
  if (bare === '') return null;
  const goesOn = earlier.length > 0 && /^(?:is|are|was|were) there\b/i.test(bare);
  if (!direct && !goesOn && !asksOn(bare, earlier) && !isOfTheirLife(cleaned, bare, earlier)) return null;
  const reading = readingOf(cleaned);
  return queryOf(reading, leansOn(reading, earlier));
}

/** "Why not?", "how often?": a question of a word or two, of memory when the one before it was. */
function asksOn(bare: string, earlier: readonly string[]): boolean {
  const before = earlier.at(-1);
  if (
    before === undefined ||
    !/^(?:(?:and |but )?(?:why|why not|how come|since when|how often|how long|how many|how much|when|where|who|with whom?|who with|who else|what else|which one|what time|how))$/i.test(
      bare,
    )
  )
    return false;
  return before.length <= 400 && readQuestion(before, earlier.slice(-3, -1)) !== null;
}

/** Whether the message before asked memory too: then a bare question goes on with it. */
function followsMemory(earlier: readonly string[]): boolean {
  const before = earlier.at(-1);
  return before !== undefined && before.length <= 400 && readQuestion(before) !== null;
}

/** Leans on what was spoken of: "when is it?", "did they come?". */
const LEANS = /\b(?:he|she|it|they|him|her|them|his|hers|its|their|there|one|he's|she's|it's|they're)\b/i;
/** Asks after people and happenings that are spoken of as known: "who left?", "when is the wedding?", "what was the score?". */
const OF_PEOPLE =
  /^(?:who|whose|which (?:one|of)|(?:when|where|when and where|what time|what day)(?:'s| is| are| was| were| did| does) the|what (?:was|were|happened)|what(?:'s| is) the (?:name|score|plan|date)|which (?!is\b|are\b|do\b|does\b)\p{L}+|did the|was the|is the|are the|what \p{L}+ (?:is|was) (?:it|the)|how (?:did|was|were|old (?:is|are|was))|(?:what|where|when|why|how(?: \p{L}+)?)(?: \p{L}+)? (?:was|were|did)|what (?:broke|\p{L}+ed)|what(?:'s| is) the \p{L}+ (?:called|about)|how does \p{L}+ feel|how many \p{L}+$|(?:when|where|what time|what day)(?:'?s| is| are| was)? (?:\p{L}+ ){0,2}(?:practice|rehearsals?|training|class|lessons?|choir|therapy|club|date night|parents'? evening|pick-?up|drop-?off|swimming|football|gymnastics|meeting|appointment|interview|exam|surgery|delivery|viewing|check-?up)$|how (?:much|long|far|big|hot|heavy) (?:is|are|was|were|will|does|do|did|has|have) (?:the|it|they|he|she|this|that)\b|what(?:'?s| is) (?:on|up|planned|happening|coming up|the plan) (?:today|tonight|tomorrow|tmrw|tmr|tomoz|2moro|(?:on |for |this |next |at )?(?:the )?(?:weekend|week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|on the \d))/iu;

/**
 * Asks of something as of something known: what became of it ("what's broken?"), when or where in a story it stands ("what's at
 * ten?", "how many people came?"), or whether it is over ("is the bathroom finished?").
 */
const AS_KNOWN =
  /^(?:(?:what|who)(?:'s| is| are| was| were) (?:\p{L}+ed|broken|gone|missing|lost|stolen|late|on|at|in|under|behind|below|above|beside|next|after|before)\b(?! (?:a|an)\b)|how many (?:\p{L}+ ){1,3}(?:came|come|turned up|showed up|left|died|were there|are coming|(?:are|were|have|did|will) .{2,40}|so far|(?:to|at|on|in) the .{2,40})$|(?:is|are|was|were|has|have|did) (?:the|it|he|she|they)\b.{2,40} (?:finished|done|ready|over|fixed|sold|back|better|ok|okay|gone|arrived|arrive|working|mended|cancelled|canceled|home|healed|found|broken|alive|accepted)$|did (?:it|he|she|they|the .{2,30}) (?:\p{L}+)(?: .{2,40})?$|what(?:'s| is| was) the [\p{L}-]+(?: [\p{L}-]+){0,2} (?:called|named|about|for|like)$|which (?:one )?(?:of (?:them|us) )?(?:\p{L}+ )?(?:was|is|got|won|came|died|broke|has|had)\b)/iu;

/** Whether the message asks for memory in so many words: "do you remember", "what did I tell you", "what do you know about me". */
export function isDirectRecall(text: string): boolean {
  const cleaned = clean(text.slice(-2000));
  if (cleaned.split(/\s+/).length > MAX_WORDS * 2) return false;
  return REMEMBERS.test(cleaned) || REMEMBERS.test(inPlainEnglish(cleaned));
}

function isOfTheirLife(cleaned: string, bare: string, earlier: readonly string[]): boolean {
  const lower = bare.toLowerCase();
  if (bare.split(/\s+/).length > MAX_WORDS || SMALL_TALK.test(lower)) return false;
  if (!ASKS.test(cleaned) && !ASKS.test(bare)) return false;
  // A message that tells and ends in a tag ("I got the job, can you believe it?") tells.
  if (
    /^(?:i|i'm|im|my|we|it|he|she|they|the|this|that|there)\b/i.test(lower) &&
    !/\b(?:right|correct|innit|isn't it)$/i.test(lower)
  )
    return false;
  if (OF_ASSISTANT.test(lower) || WANTS_HELP.test(lower)) return false;
  const names = readingOf(cleaned).names;
  if (OF_THE_WORLD.test(lower)) return false;
  if (FIRST_PERSON.test(lower)) return true;
  if (AS_KNOWN.test(lower)) return readingOf(cleaned).terms.length <= 4;
  if (names.length === 0 && BARE_THING.test(lower)) return false;
  // No "I" and no "my": "who is pregnant?", "when is it?", "what were mum's results?" are of their life; a long one with
  // many words of its own seldom is.
  const reading = readingOf(cleaned);
  if (reading.relations.length > 0) return reading.terms.length <= 5;
  if (reading.isFollowUp)
    return reading.terms.length <= 4 && (LEANS.test(lower) || OF_PEOPLE.test(lower) || followsMemory(earlier));
  return (
    reading.names.length > 0 &&
    (reading.wanted !== 'how' || /^how (?:did|was|were|is|are|has|have)\b/.test(lower)) &&
    reading.terms.length <= 5
  );
}

/** The messages a question without names of its own leans on. */
function leansOn(reading: QuestionReading, earlier: readonly string[]): readonly QuestionReading[] {
  return reading.isFollowUp ? earlier.slice(-2).map((text) => readingOf(text.slice(-600))) : [];
}

function queryOf(reading: QuestionReading, before: readonly QuestionReading[]): FactQuery {
  const all = [reading, ...before];
  const relations = [
    ...new Set(all.flatMap(({ relations: own }) => own.flatMap((relation) => [relation, ...(WIDER[relation] ?? [])]))),
  ];
  const context = before.flatMap(({ words, terms }) =>
    words.filter(({ lemma }) => terms.some((term) => term.lemma === lemma)).map(({ raw }) => raw),
  );
  return {
    slots: slotsAskedFor(reading),
    relations,
    names: [...new Set(all.flatMap(({ names }) => names))],
    searchText: [reading.text, ...context].join(' ').slice(0, 600),
    wantsHistory: reading.asksBefore,
    wantsEverything: reading.wanted === 'everything',
  };
}
