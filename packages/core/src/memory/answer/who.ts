import { type AnswerContext, type Found, found, relevantWithBeside, retoldAround } from './context.ts';
import { lemmaOf } from './lemma.ts';
import type { Passage } from './passages.ts';
import { asSentence, listed, phraseToThem } from './phrasing.ts';
import { linkDistance, type Relevance } from './relevance.ts';
import type { PersonSpan } from './spans.ts';
import { phraseEnd, spanOf } from './spans.ts';
import { subjectAt } from './subjects.ts';

interface Candidate {
  readonly person: PersonSpan;
  readonly relevance: Relevance;
  readonly score: number;
}

/** "Who did I climb with?", "who yelled at me?", "who is pregnant?": the person in the sentence that answers. */
export function whoAnswer(context: AnswerContext): Found | null {
  if (asksForName(context)) return null;
  const company = companyAsked(context);
  if (company !== null) return company;
  const near = relevantWithBeside(context);
  const candidates = [...near, ...substitutes(near, context)].flatMap((relevance, order) =>
    candidatesIn(relevance, order, context),
  );
  const [best] = candidates.sort((one, other) => other.score - one.score);
  const [first] = near;
  if (first === undefined) return null;
  const behind = behindAsked(context.reading.text);
  const phrase = behind === null || best?.person.lead === behind ? null : phraseBehind(behind, first);
  if (phrase !== null) return found(asSentence(phrase), [first.passage]);
  if (best === undefined || (best.score < first.score - 0.1 && !context.reading.byPerson)) {
    const antecedent = pronounSubject(first, context);
    if (antecedent !== null) return found(asSentence(labelOf(antecedent, first.passage, context)), [first.passage]);
    const noun = nounSubject(first, context);
    if (noun !== null) return found(asSentence(noun), [first.passage]);
    if (best === undefined)
      return context.reading.byPerson
        ? found(asSentence(retoldAround(first, context)), [first.passage])
        : saysSelf(first, context);
  }
  const { passage } = best.relevance;
  const group = groupOf(best.person, passage).filter((person) => !isAsked(person, context));
  const labels =
    group.length > 1
      ? group.map(({ name, relation }) => name ?? `your ${relation}`)
      : [labelOf(best.person, passage, context)];
  return found(asSentence(listed(labels), group.length > 1 ? '!' : '.'), [passage]);
}

const COMPANY = /^(?:with|bring|bringing|take|taking|brought|took)$/;
const ASKS_COMPANY =
  /^(?:who(?:'s|s| is| are| was| else is)? (?:coming|going|joining|travelling|traveling|came|went|comes|goes)(?: along)?(?: there| out)? with (?:me|us)|who(?:'s| is) (?:joining|accompanying) (?:me|us)|who (?:did|have) (?:i|we) (?:go|gone|come|travel|been)(?: there| out)? with|(?:with )?who(?:m)? am i (?:going|travelling|traveling)(?: there| out)?(?: with)?|who(?:'s| is) coming(?: too| along)?)$/i;

/** "Who's coming with me?": whoever the latest sentence has with the person, where the question says no more. */
function companyAsked(context: AnswerContext): Found | null {
  const { reading, ranked, pool } = context;
  if (!ASKS_COMPANY.test(reading.text)) return null;
  const companions = ({ people }: Passage): PersonSpan[] => people.filter(({ lead }) => COMPANY.test(lead));
  const spokenOf = ranked.find(({ passage, score }) => score >= 0.3 && companions(passage).length > 0)?.passage;
  const passage = spokenOf ?? pool.passages.findLast((one) => companions(one).length > 0);
  const [first] = passage === undefined ? [] : companions(passage);
  if (passage === undefined || first === undefined) return null;
  const group = groupOf(first, passage);
  const labels =
    group.length > 1
      ? group.map(({ name, text }) => name ?? `your ${text.toLowerCase()}`)
      : [labelOf(first, passage, context)];
  return found(asSentence(listed(labels)), [passage]);
}

/** "Who gave me the mug?": it is "from" somebody. */
const GIVEN_BY = /^who (?:gave|sent|got|bought|made|lent|left|passed) (?:me|us|it)\b/i;

/** "Who did she get it from?": the word that stands before whoever is asked for; null where none does. */
function behindAsked(text: string): string | null {
  const lead = /\b(from|by|for)$/i.exec(text)?.[1] ?? /^(from|by|for) whom?\b/i.exec(text)?.[1];
  return lead?.toLowerCase() ?? null;
}

/** "A letter from the King": what stands behind that word, where it is no name that we know. */
function phraseBehind(lead: string, { passage }: Relevance): string | null {
  const { words, people, dates } = passage;
  const at = words.findIndex(
    ({ lower }, index) =>
      lower === lead &&
      (/^(?:the|a|an|my|our|his|her)$/.test(words[index + 1]?.lower ?? '') || words[index + 1]?.isCapital === true),
  );
  const isOther =
    at < 0 ||
    people.some(({ from }) => from > at && from <= at + 3) ||
    dates.some(({ from }) => from === at || from === at + 1);
  const to = isOther ? at : phraseEnd(words, at + 1, 5);
  return to <= at + 1 ? null : phraseToThem(spanOf(words, at + 1, to).text);
}

/** "What's the parrot's name?", "what is my boss called?": only a name answers, and not just anyone's. */
function asksForName({ reading }: AnswerContext): boolean {
  return /\bnames?\b|\b(?:called|named)$/i.test(reading.text) && !/^who\b/i.test(reading.text);
}

/** "Priya can't make it, taking Jonas instead": who took another's place, in the messages soon after. */
function substitutes(near: readonly Relevance[], { ranked, pool }: AnswerContext): readonly Relevance[] {
  const [first] = near;
  if (first === undefined) return [];
  return ranked
    .filter(
      ({ passage }) =>
        passage.message > first.passage.message &&
        passage.message <= first.passage.message + 3 &&
        /\binstead\b/i.test(passage.text),
    )
    .map((relevance) => ({
      ...relevance,
      score: first.score + 0.6,
      passage: withoutAbsent(relevance.passage, pool.messages.length),
    }));
}

const ABSENT =
  /^(?:can't|cant|cannot|couldn't|isn't|isnt|won't|wont|cancelled|canceled|bailed|dropped|left|is|had|flaked)$/;

/** The passage without those of whom it says that they don't come. */
function withoutAbsent(passage: Passage, _messages: number): Passage {
  return { ...passage, people: passage.people.filter(({ to }) => !ABSENT.test(passage.words[to]?.lower ?? '')) };
}

/** "Little one has chickenpox": the phrase before the verb, when nobody is named. */
function nounSubject(relevance: Relevance, context: AnswerContext): string | null {
  const { passage } = relevance;
  const anchor = predicateAt(relevance, context);
  const verb = passage.words.findIndex(
    ({ lower }, index) =>
      index > 0 && index <= Math.max(anchor, 1) && /^(?:has|is|was|says|said|had|got|does|are|were)$/.test(lower),
  );
  if (verb < 1 || verb > 5 || context.reading.byPerson) return null;
  const words = passage.words.slice(0, verb);
  if (words.some(({ lower }) => /^(?:i|we|it|that|this|there|he|she|they)$/.test(lower))) return null;
  const named = passage.people.find(({ from, name }) => from >= verb && name !== null);
  const phrase = phraseToThem(spanOf(passage.words, 0, verb).text);
  return named === undefined ? phrase : `${phrase}, ${named.name ?? ''}`;
}

/** "You", where the sentence says it in so many words. */
function saysSelf(relevance: Relevance, context: AnswerContext): Found | null {
  const { passage } = relevance;
  // "Had my hair cut", "who runs the choir?" of one who sings in it: it is done by another, or not told.
  const [doing] = context.reading.terms.filter(({ isAdjunct, relation }) => !isAdjunct && relation === null);
  if (/\b(?:had|got|have|having|getting) (?:my|our|the) \p{L}+ \p{L}+/iu.test(passage.text)) return null;
  if (doing !== undefined && !relevance.places.has(doing.lemma)) return null;
  const isSaid = passage.words.some(({ lower }) => /^(?:i|i'm|im|i've|me|my)$/.test(lower));
  return isSaid && selfSubject(relevance, context)
    ? found(asSentence(`that's you: ${retoldAround(relevance, context)}`), [passage])
    : null;
}

function candidatesIn(relevance: Relevance, order: number, context: AnswerContext): Candidate[] {
  const { passage, matched } = relevance;
  const { reading } = context;
  const anchor = predicateAt(relevance, context);
  const asksWith = /\bwith\b/i.test(reading.text);
  const behind = behindAsked(reading.text) ?? (GIVEN_BY.test(reading.text) ? 'from' : null);
  return passage.people
    .filter((person) => !isAsked(person, context) && (reading.wanted === 'whose' || !isOwner(person, passage)))
    .map((person): Candidate => {
      let score = relevance.score - order * 0.01;
      const isCompanion = person.lead === 'with';
      if (asksWith && isCompanion) score += 0.4;
      if (behind !== null && !asksWith && person.lead === behind) score += 0.4;
      if (!asksWith && isCompanion) score -= 0.12;
      if (!reading.byPerson && anchor >= 0)
        score += person.to <= anchor ? 0.22 : isCopula(passage, anchor, person.from) ? 0.35 : -0.05;
      if (reading.byPerson && anchor >= 0) score += person.from > anchor ? 0.15 : 0;
      if (person.lead === 'by') score += 0.1;
      if (anchor >= 0) score -= Math.min(9, linkDistance({ passage, matched: [anchor] }, person.from)) * 0.03;
      if (matched.some((index) => index >= person.from && index < person.to)) score -= 0.05;
      if (person.name !== null) score += 0.03;
      if (reading.wanted === 'whose' && passage.words[person.to - 1]?.isPossessive === true) score += 0.4;
      return { person, relevance, score };
    });
}

/** "coach is Lena": the name after the noun it belongs to. */
function isCopula({ words }: Passage, noun: number, name: number): boolean {
  return name === noun + 2 && /^(?:is|was|called|named)$/.test(words[noun + 1]?.lower ?? '');
}

/** What shows that a name's 's is "is": "Rashid's in goal". */
const IS_BEFORE =
  /^(?:in|on|at|from|with|now|not|the|a|an|my|our|been|so|very|just|still|also|back|here|out|off|gone|away|ill|sick|up|down|\p{L}+ing)$/u;

/** "Joao's flat": whoever owns what is spoken of does not do it. */
function isOwner(person: PersonSpan, passage: Passage): boolean {
  return (
    passage.words[person.to - 1]?.isPossessive === true &&
    person.to < passage.words.length &&
    !/^(?:name|names)$/.test(passage.words[person.to]?.lower ?? '') &&
    !IS_BEFORE.test(passage.words[person.to]?.lower ?? '') &&
    passage.people.length > 1
  );
}

/** The word of the passage that stands for the question's own verb or predicate: the last of its terms that matched. */
export function predicateAt({ passage, matched, places }: Relevance, { reading }: AnswerContext): number {
  const names = new Set(reading.names.map(lemmaOf));
  const isOwn = (index: number): boolean => {
    const word = passage.words[index];
    return word !== undefined && !names.has(word.lemma) && word.relation === null;
  };
  // "Who loves sprouts?": of the question's words the one that comes first says what is done.
  const first = reading.terms
    .filter(({ lemma, isAdjunct }) => !isAdjunct && !names.has(lemma))
    .map(({ lemma }) => places.get(lemma) ?? -1)
    .find(isOwn);
  return first ?? matched.find(isOwn) ?? matched[0] ?? -1;
}

/** A person whom the question itself names is no answer to it. */
function isAsked(person: PersonSpan, { reading }: AnswerContext): boolean {
  const lemmas = reading.names.map(lemmaOf);
  // "Carpool is me and Gil": the group that is asked for is nobody in it.
  if (
    person.name !== null &&
    reading.terms.some(({ lemma, weight }) => weight === 1 && lemma === lemmaOf(person.name?.toLowerCase() ?? ''))
  )
    return true;
  if (
    person.name
      ?.toLowerCase()
      .split(/\s+/)
      .map(lemmaOf)
      .some((lemma) => lemmas.includes(lemma))
  )
    return true;
  return person.relation !== null && reading.relations.includes(person.relation) && !/^which\b/i.test(reading.text);
}

/** The names that stand in one row with this one: "Marta and Joao". */
function groupOf(person: PersonSpan, passage: Passage): PersonSpan[] {
  const { people, words } = passage;
  const place = people.indexOf(person);
  const joins = (left: PersonSpan | undefined, right: PersonSpan | undefined): boolean => {
    if (left === undefined || right === undefined) return false;
    const between = words
      .slice(left.to, right.from)
      .filter(({ relation }) => relation === null || relation !== right.relation)
      .map(({ lower }) => lower);
    const gap = words[left.to - 1]?.gap ?? '';
    if (words[left.to - 1]?.isPossessive === true) return false;
    if (between.every((lower) => /^(?:and|y|aur|my|our|me|then|some|guy|a|called|the|his|her|plus)$/.test(lower)))
      return between.some((lower) => /^(?:and|y|aur|plus)$/.test(lower)) || /[,&/]/.test(gap);
    return false;
  };
  let from = place;
  while (joins(people[from - 1], people[from])) from -= 1;
  let to = place;
  while (joins(people[to], people[to + 1])) to += 1;
  // A relation and the name beside it are one person, said twice.
  return people
    .slice(from, to + 1)
    .filter((one, index, all) => !(one.name === null && all[index + 1]?.relation === one.relation));
}

/** A person as they are said to the one who knows them: `your cousin Tobi`, `Sol, your friend`, `your boss Maria`. */
export function labelOf(
  person: { name: string | null; relation: string | null; text?: string },
  passage: Passage,
  context: AnswerContext,
): string {
  const { name } = person;
  const relation = person.relation ?? relationOfNamed(name, passage, context);
  if (name === null) return `your ${person.text?.toLowerCase() ?? relation ?? 'friend'}`;
  const titled = /^(?:dr|mr|mrs|ms|miss|uncle|aunt|auntie)\b/i.test(name);
  const modifier = person.relation === null ? modifierOf(name, passage, context) : null;
  if (modifier !== null) return `${modifier} ${name}`;
  return relation === null || titled ? name : `your ${relation} ${name}`;
}

/** "yoga Alex lent me her mat", after "Alex from yoga": what sets one of two of a name apart, said before it. */
function modifierOf(name: string, passage: Passage, { pool }: AnswerContext): string | null {
  const lemma = lemmaOf(name.toLowerCase());
  const at = passage.words.findIndex((word) => word.lemma === lemma);
  const before = passage.words[at - 1];
  if (before === undefined || before.relation !== null || before.gap !== '') return null;
  const isSetApart = pool.passages.some(({ words }) =>
    words.some(
      (word, index) =>
        word.lemma === lemma &&
        /^(?:from|in|at)$/.test(words[index + 1]?.lower ?? '') &&
        words[index + 2]?.lemma === before.lemma,
    ),
  );
  return isSetApart ? before.raw.toLowerCase() : null;
}

const WORK = new Set(
  'standup meet offic work deadlin email team project shift report present client promot desk slack zoom perform review budget hr'.split(
    ' ',
  ),
);
const HOME = new Set(
  'soup kitchen flat rent dish laundri couch sofa bathroom fridg dinner cook clean home bin hoover tv breakfast'.split(
    ' ',
  ),
);
const AT_WORK = /boss|manager|coworker|colleague|supervisor|team lead|client|teammate|assistant/;
const AT_HOME = /mate$|husband|wife|partner|girlfriend|boyfriend|sister|brother|mother|father|son|daughter/;

/** How somebody stands to the person, when only the name is said. Of two of one name, the one that the rest of the sentence speaks of. */
function relationOfNamed(name: string | null, passage: Passage, { acquaintances, pool }: AnswerContext): string | null {
  if (name === null) return null;
  const lemma = lemmaOf(name.toLowerCase());
  const relations = [
    ...new Set(
      acquaintances
        .filter((one) => one.name !== null && lemmaOf(one.name.toLowerCase()) === lemma)
        .map(({ relation }) => relation),
    ),
  ];
  if (relations.length < 2) return relations[0] ?? null;
  const isNear = /\b(?:next[ -]door|upstairs|downstairs|across the (?:hall|street|road))\b/i.test(passage.text);
  if (isNear && relations.includes('neighbour')) return 'neighbour';
  const atWork = passage.words.some((word) => WORK.has(word.lemma));
  const atHome = passage.words.some((word) => HOME.has(word.lemma));
  if (atWork !== atHome) {
    const fitting = relations.filter((relation) => (atWork ? AT_WORK : AT_HOME).test(relation));
    if (fitting.length === 1) return fitting[0] ?? null;
  }
  const before = passage.words[passage.words.findIndex((word) => word.lemma === lemma) - 1]?.lower ?? '';
  const young = relations.filter((relation) => /daughter|son|child|niece|nephew|baby|kitten|puppy/.test(relation));
  if (/^(?:little|baby|wee|tiny|young)$/.test(before) && young.length === 1) return young[0] ?? null;
  // Of two, one of whom is always said with what sets them apart, the bare name is the other's.
  const bare = relations.filter(
    (relation) =>
      !pool.passages.some(
        ({ people, message }) =>
          message > 0 &&
          people.some(
            (one) => one.name !== null && lemmaOf(one.name.toLowerCase()) === lemma && one.relation === relation,
          ),
      ),
  );
  return bare.length === 1 ? (bare[0] ?? null) : null;
}

/** The person that "she" and the like stand for, when the sentence names none. */
function pronounSubject(relevance: Relevance, context: AnswerContext): PersonSpan | null {
  const { passage } = relevance;
  const anchor = predicateAt(relevance, context);
  const subject = subjectAt(passage, anchor < 0 ? passage.words.length : anchor, context.pool);
  return subject.kind === 'other' && subject.person !== null && !isAsked(subject.person, context)
    ? subject.person
    : null;
}

function selfSubject(relevance: Relevance, context: AnswerContext): boolean {
  const anchor = predicateAt(relevance, context);
  return (
    subjectAt(relevance.passage, anchor < 0 ? relevance.passage.words.length : anchor, context.pool).kind === 'self'
  );
}

/** Whoever the fact is about, for "who …?" answered from facts. */
export function subjectLabel(fact: { subject: { name: string | null; relation: string | null; key: string } }): string {
  const { name, relation, key } = fact.subject;
  if (key === 'self') return 'you';
  if (name === null) return `your ${relation ?? 'friend'}`;
  return relation === null ? name : `your ${relation} ${name}`;
}
