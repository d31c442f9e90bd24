import { denies, thoseOf } from './acquaintances.ts';
import {
  type AnswerContext,
  type Found,
  found,
  isGrammar,
  isStoryOfItsOwn,
  relevant,
  retold,
  retoldAround,
  withSequel,
} from './context.ts';
import { dietSays, forbids } from './diet.ts';
import { lemmaOf } from './lemma.ts';
import { membersOf, nearness, WIDER } from './meanings.ts';
import type { QuestionReading } from '../question-reading.ts';
import type { Passage } from './passages.ts';
import { asSentence, listed } from './phrasing.ts';
import { later, type Relevance } from './relevance.ts';
import { subjectAt } from './subjects.ts';
import { predicateAt } from './who.ts';

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

const NEGATED =
  /\b(?:not|never|no|none|n't|cannot|can'?t|dont|don'?t|doesn'?t|doesnt|didn'?t|didnt|isn'?t|isnt|aren'?t|wasn'?t|won'?t|haven'?t|hasn'?t|without|neither|nor|stopped|quit|hate)\b/i;
/** States that are bad in themselves: a good outcome ends them. */
const TROUBLE = new Set(
  'hospit fight argu mad angri upset sick ill fail lose lost worri anxiou scare hurt broken sad singl alon stress pain feud wait miss steal injuri'.split(
    ' ',
  ),
);

const BEFELL =
  /\b(?:got (?:\p{L}+ ?(?:off|up|into)|stolen|nicked|hit|hurt|bitten|stuck|lost|fired|sacked)|broke|lost|fell|died|crashed|stole|smashed|burnt|burned|dropped|cracked|ripped|tore|exploded|collapsed|flooded|ran away|(?:had|has had|'s had) an? (?:stroke|fall|accident|heart attack|crash))\b/iu;

/** "How did the surgery go?", "what were the results?": how the story ended, without yes or no. */
export function howItWent(context: AnswerContext): Found | null {
  const [first] = relevant(context, 0.45);
  // "What happened to my car?": the sentence that tells what befell it, not how all was well in the end.
  if (first !== undefined && /\bhappen(?:ed)?\b/i.test(context.reading.text) && BEFELL.test(first.passage.text))
    return found(asSentence(retoldAround(first, context)), [first.passage]);
  // "Gave my speech. Voice cracked but everyone laughed": how it went is told right after.
  const next =
    first === undefined ? undefined : context.pool.passages[context.pool.passages.indexOf(first.passage) + 1];
  if (
    first !== undefined &&
    next !== undefined &&
    /^how (?:did|was|were)\b/i.test(context.reading.text) &&
    outcomeOf(first.passage.text) === null &&
    next.message === first.passage.message &&
    next.words.length <= 20
  )
    return found(asSentence(retold(next, context)), [first.passage, next]);
  const sequel = first === undefined ? null : withSequel(first, context);
  if (first !== undefined && sequel !== null)
    return found(asSentence(retold(sequel, context)), [first.passage, sequel]);
  const answer = stateAnswer(context);
  return answer === null ? null : { ...answer, text: asSentence(answer.text.replace(/^(?:yes|no), /i, '')) };
}

export function polarAnswer(context: AnswerContext): Found | null {
  return dietSays(context) ?? statusSays(context) ?? mayEat(context) ?? haveOne(context) ?? stateAnswer(context);
}

const STATUS =
  /^(?:am|are) (?:i|we) (?:still |now )?(?<asked>married|single|divorced|engaged|widowed|separated|dating|in a relationship|seeing (?:someone|anyone))\b/i;

/** "Am I married?", of somebody divorced: one of these holds at a time. */
function statusSays({ reading, facts, pool }: AnswerContext): Found | null {
  const asked = STATUS.exec(reading.text)?.groups?.asked?.toLowerCase();
  if (asked === undefined || reading.names.length > 0) return null;
  const own = facts.filter(
    ({ slot, status, subject }) => slot === 'relationship' && status === 'active' && subject.key === 'self',
  );
  const fact = [...own].sort((one, other) => other.saidAt.getTime() - one.saidAt.getTime())[0];
  if (fact === undefined) return null;
  const isSame = fact.value?.toLowerCase() === asked;
  const text = `${fact.text.charAt(0).toLowerCase()}${fact.text.slice(1)}`;
  if (fact.modality === 'negated' && !isSame) return null;
  // "Engagement's off": what came since is the story's end.
  const isOver = pool.passages.some(
    (passage) =>
      passage.saidAt > fact.saidAt &&
      /\b(?:engage|wedding|marri|divorc|separat|split|single|dating|broke|husband|wife|partner)/i.test(passage.text) &&
      /^(?:bad|over)$/.test(outcomeOf(passage.text) ?? ''),
  );
  if (isOver) return null;
  return found(asSentence(`${isSame && fact.modality !== 'negated' ? 'yes' : 'no'}, ${text}`), [], [fact]);
}

const MAY_EAT =
  /^(?:can|could|should|may|is it (?:safe|ok|okay) (?:for me )?to|am i allowed to|will i be ok(?:ay)?)\b.*\b(?:eat|have|drink|try|order|taste|cook|use|touch|pet|take)\b/i;

/** "Can I eat a peanut butter cookie?": what the person can't have decides. */
function mayEat(context: AnswerContext): Found | null {
  const { reading, facts, pool } = context;
  if (!MAY_EAT.test(reading.text)) return null;
  const asked = reading.words.filter(
    ({ lower }) =>
      !/^(?:can|could|may|i|eat|have|drink|cook|use|touch|pet|take|taste|a|an|the|some|is|it|safe|to|for|me|my|try|order|any)$/.test(
        lower,
      ),
  );
  if (asked.length === 0) return null;
  for (const fact of facts) {
    if (
      fact.status !== 'active' ||
      fact.subject.key !== 'self' ||
      !/^(?:allergy|intolerance|avoids|diet)$/.test(fact.slot) ||
      fact.modality === 'negated'
    )
      continue;
    const value = (fact.value ?? '').toLowerCase().match(/[\p{L}]+/gu) ?? [];
    if (
      value.some((word) =>
        asked.some(
          (other) => nearness({ lemma: lemmaOf(word), relation: null }, { lemma: other.lemma, relation: null }) >= 0.85,
        ),
      )
    )
      return found(asSentence(`better not: ${fact.text.charAt(0).toLowerCase()}${fact.text.slice(1)}`), [], [fact]);
  }
  const forbidding = facts.findLast(
    ({ slot, subject, status, modality, value }) =>
      /^(?:diagnosis|intolerance|allergy|diet|avoids)$/.test(slot) &&
      subject.key === 'self' &&
      status === 'active' &&
      modality === 'asserted' &&
      forbids(value ?? '', reading.text),
  );
  if (forbidding !== undefined)
    return found(
      asSentence(`better not: ${forbidding.text.charAt(0).toLowerCase()}${forbidding.text.slice(1)}`),
      [],
      [forbidding],
    );
  const CANNOT =
    /\b(?:allerg|intoleran|can'?t (?:do|eat|have|drink)|cannot|coeliac|celiac|avoid|off limits|makes me (?:sick|ill)|throat|hives|vegan|vegetarian|don'?t eat|halal|kosher|diabet)/i;
  const passage = pool.passages.findLast(
    (one) =>
      CANNOT.test(one.text) &&
      subjectAt(one, one.words.length - 1, pool).kind === 'self' &&
      asked.some((word) => one.words.some((told) => nearness(word, told) >= 0.85 || nearness(told, word) >= 0.85)),
  );
  return passage === undefined ? null : found(asSentence(`better not: ${retold(passage, context, 18)}`), [passage]);
}

const WENT_BACK =
  /\b(?:went back|(?:gave|sent|took) (?:him|her|it|them) back|returned|rehomed|can'?t keep|couldn'?t keep|ran away|died|put (?:down|to sleep)|no longer have|had to give)\b/i;

/** "Do I have a rabbit?", "do I have any sisters?": who and what is known of that kind, and of the next wider one. */
function haveOne(context: AnswerContext): Found | null {
  const { reading, acquaintances, pool, facts } = context;
  if (
    !/^(?:do|have|did|don'?t|haven'?t|are there|is there)\b/i.test(reading.text) ||
    !/\b(?:have|had|own|got|keep)\b|^(?:is|are) there/i.test(reading.text)
  )
    return null;
  const [relation] = reading.relations;
  if (relation === undefined || reading.terms.filter((term) => term.relation === null && term.weight >= 1).length > 0)
    return null;
  const word = reading.words.find((one) => one.relation === relation);
  const denied = facts.find(
    (fact) => fact.modality === 'negated' && fact.status === 'active' && fact.subject.relation === relation,
  );
  if (denied !== undefined)
    return found(asSentence(`no, ${denied.text.charAt(0).toLowerCase()}${denied.text.slice(1)}`), [], [denied]);
  const theirs = thoseOf(relation, acquaintances).filter(({ isCurrent }) => isCurrent);
  const names = [...new Set(theirs.flatMap(({ name }) => (name === null ? [] : [name])))];
  const passages = theirs.flatMap(({ passage }) => (passage === null ? [] : [passage]));
  const used = theirs.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  if (names.length > 0) return found(asSentence(`yes, ${listed(names)}`), passages, used);
  const back =
    word === undefined
      ? undefined
      : pool.passages.findLast(
          ({ text, words, message }) =>
            message > 0 && WENT_BACK.test(text) && words.some((one) => one.relation === relation),
        );
  if (theirs.length > 0 && back !== undefined) return found(asSentence(`no, ${retold(back, context, 18)}`), [back]);
  if (theirs.length > 0)
    return found(asSentence(`yes, you've told me about your ${word?.raw ?? relation}`), passages, used);
  const gone = thoseOf(relation, acquaintances).find(({ isCurrent, name }) => !isCurrent && name !== null);
  if (gone !== undefined && !/^(?:did|have) /i.test(reading.text)) {
    const death = facts.find((fact) => fact.slot === 'died' && fact.subject.key === gone.fact?.subject.key);
    const text =
      death === undefined
        ? `not any more, that I know of: ${gone.name ?? ''} was your ${gone.relation}`
        : `no, ${death.text.charAt(0).toLowerCase()}${death.text.slice(1)}`;
    return found(
      asSentence(text),
      [],
      [death ?? gone.fact].flatMap((fact) => fact ?? []),
    );
  }
  const no = word === undefined ? undefined : pool.passages.findLast((passage) => denies(passage, word));
  if (no !== undefined) return found(asSentence(`no, ${retold(no, context, 18)}`), [no]);
  // "all boys except me": of brothers alone there are no sisters.
  const boys = pool.passages.find(({ text }) =>
    /\ball (?:boys|girls|brothers|sisters)\b|\bonly (?:child|boys|girls|brothers|sisters)\b|\bno (?:sisters|brothers|siblings)\b/i.test(
      text,
    ),
  );
  if (boys !== undefined && (relation === 'sister' || relation === 'brother' || relation === 'sibling'))
    return found(asSentence(`no, ${retold(boys, context, 16)}`), [boys]);
  const [wide, kind] = Object.entries(WIDER).find(([, members]) => members.includes(relation)) ?? [];
  const others =
    wide === undefined
      ? []
      : thoseOf(wide, acquaintances).filter(({ isCurrent, name }) => isCurrent && name !== null && kind !== undefined);
  const asked = word === undefined ? relation : word.raw;
  if (others.length === 0)
    return found(
      `Not that you've told me: you haven't mentioned ${/s$/.test(asked) ? 'any' : /^[aeiou]/i.test(asked) ? 'an' : 'a'} ${asked}. Do you?`,
      [],
      [],
      true,
    );
  return found(
    asSentence(
      `no ${asked} that you've told me of, only ${listed(others.slice(0, 4).map((one) => `your ${one.relation} ${one.name ?? ''}`.trim()))}`,
    ),
    others.flatMap(({ passage }) => (passage === null ? [] : [passage])),
    others.flatMap(({ fact }) => (fact === null ? [] : [fact])),
  );
}

/** How much the very words of a question count beside what is near them, where a yes or no hangs on it. Set by trial. */
const DIRECT_SHARE = 0.4;

/** How much it counts that the sentence has the question's verbs and nouns themselves. Set by trial. */
const OUTRIGHT_SHARE = 0.2;

/** What it costs that a sentence says of another what is asked of the person. Set by trial. */
const OF_OTHER = 0.25;

/** "Can I drive?", of "my wife does all the driving". */
function isOfOther(one: Relevance, context: AnswerContext): boolean {
  return (
    context.reading.byPerson &&
    context.reading.relations.length + context.reading.names.length === 0 &&
    subjectAt(one.passage, Math.max(0, predicateAt(one, context)), context.pool).kind === 'other'
  );
}

/** Share of the question's words, names left out, that stand in the sentence as they are. */
function saidOutright({ passage }: Relevance, { reading }: AnswerContext): number {
  const own = reading.terms.filter(
    ({ lemma, relation }) => relation === null && !reading.names.map(lemmaOf).includes(lemma),
  );
  return own.length === 0 ? 0 : own.filter(({ lemma }) => passage.lemmas.has(lemma)).length / own.length;
}

/** Everything else: how the story that the question is about stands at its end. */
function stateAnswer(context: AnswerContext): Found | null {
  // "Are my parents together?": of sentences as near, the one that speaks of them in so many words.
  const weight = (one: Relevance): number =>
    one.score +
    one.direct * DIRECT_SHARE +
    saidOutright(one, context) * OUTRIGHT_SHARE -
    (isOfOther(one, context) ? OF_OTHER : 0);
  const candidates = [...relevant(context, 0.45)].sort((one, other) =>
    Math.abs(weight(other) - weight(one)) < 1e-9
      ? (context.reading.asksBefore ? -1 : 1) * later(one.passage, other.passage)
      : weight(other) - weight(one),
  );
  const [first] = candidates;
  if (first === undefined) return null;
  if (first.passage.isHypothetical)
    return found(asSentence(`not that you've told me, only this: ${retoldAround(first, context)}`), [first.passage]);
  if (isWished(first, context))
    return found(asSentence(`not that you've told me, only this: ${retoldAround(first, context)}`), [first.passage]);
  const mismatch = otherSubject(first, candidates, context);
  if (mismatch !== null) return mismatch;
  const last = lastOfStory(first, candidates, context);
  const missing = last === null ? missingThing(first, context) : null;
  if (missing !== null) return missing;
  const { reading } = context;
  const isTrouble =
    reading.words.some(({ lemma }) => TROUBLE.has(lemma)) || /\bnot (?:speaking|talking|friends)\b/i.test(reading.text);
  const verdict = verdictOf(first, last, isTrouble, context);
  const shown = last ?? first.passage;
  const clause = last === null ? retoldAround(first, context) : retold(last, context, 18);
  if (verdict === null) return found(asSentence(clause), [shown]);
  return found(
    asSentence(`${verdict ? 'yes' : 'no'}, ${clause}`),
    last === null || last === first.passage ? [first.passage] : [first.passage, last],
  );
}

const WISH =
  /\b(?:wanna|want(?:s|ed)? to|wants?|wish|hop(?:e|es|ing) to|would (?:like|love) to|'d (?:like|love) to|dream(?:s|ing)? of|might|may|could)\b/i;

/** "Do I play guitar?", of "I wanna learn guitar": wanting to is not doing it. */
function isWished(first: Relevance, context: AnswerContext): boolean {
  const at = predicateAt(first, context);
  const { words, text } = first.passage;
  const lead = text.slice(words[Math.max(0, at - 4)]?.start ?? 0, words[Math.max(0, at)]?.start ?? 0);
  return (
    !/\b(?:want|wish|hope|plan|think|might|may|could|would|going to learn)\b/i.test(context.reading.text) &&
    WISH.test(lead)
  );
}

const AVERSION =
  /\b(?:hat(?:e|es|ed)|dislik(?:e|es|ed)|loath(?:e|es|ed)|despis(?:e|es|ed)|detest(?:s|ed)?|can'?t (?:stand|bear)|not (?:a fan|keen|into|my (?:thing|cup of tea|favou?rite))|bores? me|(?:leaves?|left) me cold|puts? me off|gross(?:es)? me out|makes? me (?:gag|sick|ill|queasy|want to (?:vomit|scream|die))|gives? me the (?:ick|creeps)|never (?:liked|cared for|again)|do(?:es)? nothing for me|worst)\b/i;
/** A question of taste, whichever way it is asked. */
const TASTE = new RegExp(`\\b(?:like|likes|love|loves|enjoy|enjoys|fan|into)\\b|${AVERSION.source}`, 'i');

/** Words of which one says that the other is not so. */
const OPPOSITES: readonly (readonly [string, string])[] = (
  [
    ['win', 'lose'],
    ['find', 'lose'],
    ['pass', 'fail'],
    ['catch', 'miss'],
    ['remember', 'forget'],
    ['finish', 'quit'],
    ['accept', 'reject'],
    ['open', 'close'],
  ] as const
).map(([one, other]) => [lemmaOf(one), lemmaOf(other)]);

/** "Did I win?", of "lost badly". */
function isOpposite({ lemmas, text }: Passage, { terms }: QuestionReading): boolean {
  const asks = (lemma: string): boolean => terms.some((term) => term.lemma === lemma);
  return OPPOSITES.some(
    ([one, other]) =>
      !NEGATED.test(text) &&
      ((asks(one) && !asks(other) && lemmas.has(other) && !lemmas.has(one)) ||
        (asks(other) && !asks(one) && lemmas.has(one) && !lemmas.has(other))),
  );
}

/** Yes, no, or null where the words show neither. */
function verdictOf(first: Relevance, last: Passage | null, isTrouble: boolean, context: AnswerContext): boolean | null {
  const { reading } = context;
  const asksEnded =
    /\b(?:die|died|dead|break up|broke up|split|quit|left|leave|lose|lost|fail|failed|cancel|stop|end|ended|over|sell|sold)\b/i.test(
      reading.text,
    );
  if (last !== null && last !== first.passage) {
    const outcome = outcomeOf(last.text);
    if (outcome === 'good') return !isTrouble && !(asksEnded && !/\b(?:quit|leave)\b/i.test(reading.text));
    if (outcome !== null) return asksEnded || (isTrouble && outcome === 'bad');
  }
  const { passage } = first;
  if (isOpposite(passage, reading)) return false;
  // "Have I been there before?", of a first time.
  if (/\b(?:before|ever)\b/i.test(reading.text) && /\bfirst (?:time|ever|visit|one)\b/i.test(passage.text))
    return false;
  const outcome = outcomeOf(passage.text);
  const at = predicateAt(first, context);
  const stretch = clauseAround(passage, at);
  const isSame = reading.terms.some(({ lemma }) => passage.words[at]?.lemma === lemma);
  if (TASTE.test(reading.text) && AVERSION.test(stretch)) return AVERSION.test(reading.text);
  if (asksEnded && outcome !== null && outcome !== 'good') return true;
  if ((outcome === 'over' || outcome === 'bad') && !asksEnded && !(isSame && isTrouble)) return false;
  if (outcome === 'good' && isTrouble) return false;
  if (
    NEGATED.test(stretch) &&
    !/\b(?:can'?t (?:start|live|do without|stop|get enough)|not only|no doubt|couldn'?t be (?:happier|prouder))\b/i.test(
      stretch,
    )
  )
    return false;
  // What else the sentence denies may be the very thing: then it is told, without a yes that it may not bear.
  return NEGATED.test(passage.text) && passage.words.length > 8 ? null : true;
}

function clauseAround(passage: Passage, at: number): string {
  const mark = passage.words[Math.max(0, at)]?.start ?? 0;
  const from = Math.max(
    passage.text.lastIndexOf('.', mark),
    passage.text.lastIndexOf(';', mark),
    passage.text.lastIndexOf(' but ', mark),
    passage.text.lastIndexOf(',', mark),
    0,
  );
  const ends = ['.', ';', ' but ', ',', ' and i ', ' and he ', ' and she ', ' and they ', ' and we ']
    .map((stop) => passage.text.toLowerCase().indexOf(stop, mark))
    .filter((index) => index >= 0);
  return passage.text.slice(from, Math.min(passage.text.length, ...ends));
}

const FOLLOWS = 4;

/** The last sentence that goes on with the story: of the same words, or a short one soon after that says how it went. */
function lastOfStory(
  first: Relevance,
  candidates: readonly Relevance[],
  { pool, reading }: AnswerContext,
): Passage | null {
  const close = new Set(
    candidates.filter(({ score, direct }) => score >= first.score - 0.35 && direct > 0.2).map(({ passage }) => passage),
  );
  const after = pool.passages.filter(
    ({ message, sentence }) =>
      message > first.passage.message || (message === first.passage.message && sentence > first.passage.sentence),
  );
  const asked = new Set([...first.passage.lemmas, ...reading.words.map(({ lemma }) => lemma)]);
  const telling = after.filter((passage) => {
    if (passage.isHypothetical || outcomeOf(passage.text) === null) return false;
    if (close.has(passage)) return true;
    const isSoon = passage.message <= first.passage.message + FOLLOWS;
    const namesOther = passage.people.some(
      ({ name }) =>
        name !== null &&
        !reading.names.includes(name.toLowerCase()) &&
        !first.passage.people.some((one) => one.name === name),
    );
    return isSoon && passage.words.length <= 16 && !namesOther && goesOn(passage, asked);
  });
  return telling.at(-1) ?? null;
}

/** Words that lead back to what was told before: "it went fine", "they said no", "false alarm". */
const LEADS_BACK =
  /^(?:(?:and|so|but|well|yay+|omg|update|ugh|oh|ok|good news|bad news|turns out|in the end|finally|i|we|just|ok so)[,:!. ]+)*(?:it|it's|its|that|they|they've|he|he's|she|she's|this|all)\b/i;
/** Words of a sentence that need nothing to lead back. */
const BRIEF_WORDS = 6;

/** Whether a sentence soon after goes on with what is asked about: it begins no story of its own, and is short or leads back. */
function goesOn(passage: Passage, asked: ReadonlySet<string>): boolean {
  if (isStoryOfItsOwn(passage, asked)) return false;
  return (
    passage.words.length <= BRIEF_WORDS ||
    LEADS_BACK.test(passage.text) ||
    outcomeOf(passage.text.split(/\s+/).slice(0, 4).join(' ')) !== null ||
    passage.words.some(({ lemma, lower }) => lower.length > 3 && !isGrammar(lower) && asked.has(lemma))
  );
}

/** "Do I have arthritis?" when it is the father who has: it is said whose it is. */
function otherSubject(first: Relevance, candidates: readonly Relevance[], context: AnswerContext): Found | null {
  const { reading, pool } = context;
  if (!/^(?:am|do|did|have|was|were|can|don'?t) (?:i|we)\b/i.test(reading.text)) return null;
  const at = predicateAt(first, context);
  const own = candidates.some(
    (one) => subjectAt(one.passage, Math.max(0, predicateAt(one, context)), pool).kind === 'self',
  );
  if (own) return null;
  const spoken = subjectAt(first.passage, Math.max(0, at), pool);
  if (
    spoken.kind === 'self' ||
    first.passage.words.slice(0, Math.max(0, at)).some(({ lower }) => /^(?:me|us|we|i)$/.test(lower))
  )
    return null;
  return found(asSentence(`not you, that you've told me: ${retoldAround(first, context)}`), [first.passage]);
}

/** The sentence speaks of the same doing and another thing: "do I speak Italian?" where Dutch was told. */
function missingThing(first: Relevance, context: AnswerContext): Found | null {
  const { reading } = context;
  // "Did I get the job?", where only the interview was told: how it came out is not known.
  const [doing] = reading.terms;
  if (
    doing !== undefined &&
    first.unmatched.includes(doing) &&
    ACHIEVED.has(doing.lemma) &&
    /^(?:did|have|has|was|were) /i.test(reading.text) &&
    outcomeOf(first.passage.text) === null
  )
    return found(
      asSentence(`you haven't told me how it came out, only this: ${retoldAround(first, context)}`),
      [first.passage],
      [],
      true,
    );
  const missing = first.unmatched.filter(({ weight }) => weight >= 1);
  // "Did I adopt the parrot?", of "decided against the parrot": what came of it is told, in other words.
  const cameToNothing = /^(?:bad|over)$/.test(outcomeOf(first.passage.text) ?? '');
  if (cameToNothing && reading.terms.length > 1 && missing.length === 1 && missing[0] === doing) return null;
  if (missing.length === 0) return null;
  // "Do I have a fear of spiders?", where moths were told: the noun it ends in is the very thing.
  const last = reading.terms.at(-1);
  if (
    last !== undefined &&
    missing.includes(last) &&
    reading.terms.length <= 3 &&
    /^(?:do|am|are|have|is|does|has) /i.test(reading.text) &&
    !reading.asksNow
  )
    return found(
      asSentence(`you haven't told me that, only this: ${retoldAround(first, context)}`),
      [first.passage],
      [],
      true,
    );
  const isKind = missing.some(
    ({ lemma }) =>
      Object.keys(WIDER).length > 0 && [...KIND_NAMES].some((kind) => membersOf(kind)?.has(lemma) === true),
  );
  if (!isKind && first.direct >= 0.5 && reading.terms.length > 2) return null;
  if (first.direct < 0.5 && !isKind) return null;
  return found(
    asSentence(`you haven't told me that, only this: ${retoldAround(first, context)}`),
    [first.passage],
    [],
    true,
  );
}

/** What one waits to hear of. */
const ACHIEVED: ReadonlySet<string> = new Set(
  'get pass win land accept hire promote beat qualify finish sell recover heal arrive'.split(' ').map(lemmaOf),
);

const KIND_NAMES = new Set(
  ['language', 'instrument', 'sport', 'food', 'drink', 'fruit', 'vegetable', 'herb', 'game', 'religion', 'hobby'].map(
    lemmaOf,
  ),
);
